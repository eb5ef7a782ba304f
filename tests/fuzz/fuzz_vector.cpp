// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the vector readers: the project's own ones of GML (ALKIS NAS and XPlanGML among it) and CSV, and
// what it makes of GDAL's features (GeoJSON, OpenStreetMap, KML, GeoPackage, FlatGeobuf). Any bytes must neither crash
// nor hang nor leak. Built as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "vector/VectorReader.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

class CheckingSink : public twin::FeatureSink {
public:
    twin::Result<int> addTable(const twin::FeatureTable& table) override
    {
        m_fields.push_back(table.fields.size());
        return int(m_fields.size()) - 1;
    }
    twin::Result<void> accept(twin::FeatureBatch&& batch) override
    {
        for (const twin::Feature& feature : batch.features) {
            if (feature.values.size() != m_fields.at(std::size_t(batch.table)))
                std::abort();
            for (const std::uint32_t start : feature.shape.partStarts)
                if (start >= feature.shape.points.size())
                    std::abort();
            for (const std::uint32_t start : feature.shape.areaStarts)
                if (start >= feature.shape.partStarts.size())
                    std::abort();
            for (const twin::ProjectedPosition& p : feature.shape.points)
                if (!std::isfinite(p.eastingMetres + p.northingMetres))
                    std::abort();
        }
        return {};
    }

private:
    std::vector<std::size_t> m_fields;
};

/// What the beginning of an input is read as; anything else is a table.
struct Kind {
    const char* sign;
    const char* ending;
};
constexpr std::array kinds{Kind{"<kml", "kml"},
                           Kind{"<osm", "osm"},
                           Kind{"OSMHeader", "osm.pbf"},
                           Kind{"opengis.net/gml", "gml"},
                           Kind{"SQLite format 3", "gpkg"},
                           Kind{"fgb", "fgb"},
                           Kind{"\"type\"", "geojson"}};

void run(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        std::abort();
    file.close();
    CheckingSink sink;
    std::vector<twin::Issue> issues;
    static_cast<void>(twin::vector::read(path, {QStringLiteral("EPSG:25832")}, sink, issues, {}, {}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const char* ending = "csv";
    for (const Kind& kind : kinds)
        if (bytes.left(512).contains(kind.sign)) {
            ending = kind.ending;
            break;
        }
    run(folder.filePath(QStringLiteral("input.") + QLatin1String(ending)), bytes);
    return 0;
}
