// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the CityJSON reader: any bytes, read as a file, must neither crash nor hang nor leak. Built as
// the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "cityjson/CityJsonReader.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QTemporaryDir>

namespace {

/// Looks at what is handed out: rings and texture coordinates must fit their points, and those be numbers.
class CheckingSink : public twin::CityObjectSink {
public:
    twin::Result<void> accept(twin::CityObjectBatch&& batch) override
    {
        for (const twin::CityObject& object : batch.objects)
            check(object);
        return {};
    }

private:
    static void check(const twin::CityObject& object)
    {
        for (const twin::Surface& surface : object.surfaces) {
            const twin::Polygon& polygon = surface.polygon;
            if (polygon.ringStarts.empty() || polygon.ringStarts.back() + 3 > polygon.points.size() ||
                (!surface.textureCoordinates.empty() && surface.textureCoordinates.size() != polygon.points.size()))
                std::abort();
            for (const twin::ProjectedPosition& p : polygon.points)
                if (!std::isfinite(p.eastingMetres + p.northingMetres + p.heightMetres))
                    std::abort();
        }
        for (const twin::CityObject& child : object.children)
            check(child);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("input.city.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    CheckingSink sink;
    twin::cityjson::ReadOptions options;
    options.threads = 1;
    options.crs = QStringLiteral("EPSG:25832");
    options.limits.chunkBytes = size > 0 ? 64 + data[size - 1] * std::size_t(16) : 64; // many borders, at many places
    options.limits.featureBytes = 1 << 16;
    static_cast<void>(twin::cityjson::read({path}, options, sink, twin::CancellationToken(), {}));
    return 0;
}
