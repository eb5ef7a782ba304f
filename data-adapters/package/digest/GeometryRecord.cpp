// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/GeometryRecord.h"

namespace twin::package {

void write(ByteWriter& out, const GeometryRecord& record)
{
    out.put(record.origin);
    out.put(static_cast<std::uint32_t>(record.features.size()));
    for (const FeatureGeometry& feature : record.features) {
        out.putText(feature.properties.id);
        out.putText(feature.properties.function);
        out.putText(feature.properties.roofType);
        out.put(feature.properties.measuredHeight);
        out.put(feature.properties.object);
        out.put(feature.properties.type);
        out.put(static_cast<std::uint32_t>(feature.patches.size()));
        for (const Patch& patch : feature.patches) {
            out.put(patch.drawAs);
            out.put(patch.normal);
            out.put(static_cast<std::uint32_t>(patch.points.size()));
            out.put(static_cast<std::uint32_t>(patch.indices.size()));
            out.putArray(std::span(patch.points));
            out.putArray(std::span(patch.indices));
        }
    }
}

bool read(std::string_view bytes, GeometryRecord& record)
{
    ByteReader in(bytes);
    record.origin = in.get<ProjectedPosition>();
    const auto features = in.get<std::uint32_t>();
    if (features > bytes.size())
        return false;
    record.features.resize(features);
    for (FeatureGeometry& feature : record.features) {
        feature.properties.id = in.getText();
        feature.properties.function = in.getText();
        feature.properties.roofType = in.getText();
        feature.properties.measuredHeight = in.get<float>();
        feature.properties.object = in.get<std::uint32_t>();
        feature.properties.type = in.get<CityObjectType>();
        const auto patches = in.get<std::uint32_t>();
        if (in.isBroken() || patches > bytes.size())
            return false;
        feature.patches.resize(patches);
        for (Patch& patch : feature.patches) {
            patch.drawAs = in.get<SurfaceType>();
            patch.normal = in.get<std::array<std::int8_t, 3>>();
            const auto points = in.get<std::uint32_t>();
            const auto indices = in.get<std::uint32_t>();
            in.getArray(patch.points, points);
            in.getArray(patch.indices, indices);
        }
    }
    return !in.isBroken();
}

} // namespace twin::package
