// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/GeometryRecord.h"

namespace twin::package {

namespace {

bool readHead(ByteReader& in, std::size_t size, ProjectedPosition& origin, std::uint32_t& features)
{
    origin = in.get<ProjectedPosition>();
    features = in.get<std::uint32_t>();
    return !in.isBroken() && features <= size;
}

FeatureProperties readOne(ByteReader& in)
{
    FeatureProperties properties;
    properties.id = in.getText();
    properties.function = in.getText();
    properties.roofType = in.getText();
    properties.measuredHeight = in.get<float>();
    properties.object = in.get<std::uint32_t>();
    properties.type = in.get<CityObjectType>();
    return properties;
}

void writePatch(ByteWriter& out, const Patch& patch)
{
    out.put(patch.drawAs);
    out.put(patch.normal);
    out.put(patch.colour);
    out.put(patch.image);
    out.put(static_cast<std::uint32_t>(patch.points.size()));
    out.put(static_cast<std::uint32_t>(patch.indices.size()));
    out.putArray(std::span(patch.points));
    out.putArray(std::span(patch.indices));
    if (patch.image >= 0)
        out.putArray(std::span(patch.textureCoordinates));
}

void readPatch(ByteReader& in, Patch& patch)
{
    patch.drawAs = in.get<SurfaceType>();
    patch.normal = in.get<std::array<std::int8_t, 3>>();
    patch.colour = in.get<std::uint32_t>();
    patch.image = in.get<std::int32_t>();
    const auto points = in.get<std::uint32_t>();
    const auto indices = in.get<std::uint32_t>();
    in.getArray(patch.points, points);
    in.getArray(patch.indices, indices);
    in.getArray(patch.textureCoordinates, patch.image >= 0 ? points : 0);
}

} // namespace

// All properties stand before the triangles, so that coarser tiles, which need no more, read no more.
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
    }
    for (const FeatureGeometry& feature : record.features) {
        out.put(static_cast<std::uint32_t>(feature.patches.size()));
        for (const Patch& patch : feature.patches)
            writePatch(out, patch);
        out.put(static_cast<std::uint32_t>(feature.shapes.size()));
        out.putArray(std::span(feature.shapes));
        out.put(static_cast<std::uint32_t>(feature.lines.size()));
        for (const LineString& line : feature.lines) {
            out.put(static_cast<std::uint32_t>(line.points.size()));
            out.putArray(std::span(line.points));
        }
    }
}

bool read(std::string_view bytes, GeometryRecord& record)
{
    ByteReader in(bytes);
    std::uint32_t features = 0;
    if (!readHead(in, bytes.size(), record.origin, features))
        return false;
    record.features.resize(features);
    for (FeatureGeometry& feature : record.features)
        feature.properties = readOne(in);
    for (FeatureGeometry& feature : record.features) {
        const auto patches = in.get<std::uint32_t>();
        if (in.isBroken() || patches > bytes.size())
            return false;
        feature.patches.resize(patches);
        for (Patch& patch : feature.patches)
            readPatch(in, patch);
        in.getArray(feature.shapes, in.get<std::uint32_t>());
        const auto lines = in.get<std::uint32_t>();
        if (in.isBroken() || lines > bytes.size())
            return false;
        feature.lines.resize(lines);
        for (LineString& line : feature.lines)
            in.getArray(line.points, in.get<std::uint32_t>());
    }
    return !in.isBroken();
}

bool readProperties(std::string_view bytes, std::uint32_t feature, FeatureProperties& properties)
{
    ByteReader in(bytes);
    ProjectedPosition origin;
    std::uint32_t features = 0;
    if (!readHead(in, bytes.size(), origin, features) || feature >= features)
        return false;
    for (std::uint32_t i = 0; i <= feature && !in.isBroken(); ++i)
        properties = readOne(in);
    return !in.isBroken();
}

} // namespace twin::package
