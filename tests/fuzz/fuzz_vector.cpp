// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the project's own vector readers, GML and CSV: any bytes must neither crash nor hang nor leak.
// What GDAL reads is fuzzed by its own project. Built as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "vector/VectorReader.h"

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
    if (bytes.contains("opengis.net/gml"))
        run(folder.filePath(QStringLiteral("input.gml")), bytes);
    else
        run(folder.filePath(QStringLiteral("input.csv")), bytes);
    return 0;
}
