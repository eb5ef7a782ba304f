// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/Breaklines.h"

#include "app/services/CityModelImport.h"
#include "app/services/SourceAdapters.h"
#include "model/Feature.h"
#include "vector/VectorReader.h"

#include <mutex>

#include <QCoreApplication>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Breaklines)
};

/// Keeps the lines of vector data.
class LineSink final : public FeatureSink {
public:
    explicit LineSink(std::vector<geo::Breakline>& lines) : m_lines(lines) {}

    Result<int> addTable(const FeatureTable&) override { return m_tables++; }
    Result<void> accept(FeatureBatch&& batch) override
    {
        for (const Feature& feature : batch.features)
            if (feature.shape.kind == ShapeKind::Lines)
                take(feature.shape);
        return {};
    }
    [[nodiscard]] qint64 flat() const { return m_flat; }

private:
    void take(const FeatureShape& shape)
    {
        if (!shape.hasHeights) {
            ++m_flat;
            return;
        }
        for (std::size_t i = 0; i < shape.partStarts.size(); ++i) {
            const auto end = i + 1 < shape.partStarts.size() ? std::ptrdiff_t(shape.partStarts[i + 1])
                                                             : std::ptrdiff_t(shape.points.size());
            m_lines.emplace_back(shape.points.begin() + std::ptrdiff_t(shape.partStarts[i]),
                                 shape.points.begin() + end);
        }
    }

    std::vector<geo::Breakline>& m_lines;
    int m_tables = 0;
    qint64 m_flat = 0;
};

/// Keeps the curves of a city model's relief.
class ReliefSink final : public CityObjectSink {
public:
    explicit ReliefSink(std::vector<geo::Breakline>& lines) : m_lines(lines) {}

    Result<void> accept(CityObjectBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (const CityObject& object : batch.objects)
            take(object);
        return {};
    }

private:
    void take(const CityObject& object)
    {
        if (moduleOf(object.type) == CityModule::Relief)
            for (const Curve& curve : object.curves)
                if (curve.points.size() > 1)
                    m_lines.push_back(curve.points);
        for (const CityObject& child : object.children)
            take(child);
    }

    std::vector<geo::Breakline>& m_lines;
    std::mutex m_mutex;
};

} // namespace

Result<std::vector<geo::Breakline>> readBreaklines(const QStringList& files, const QString& crs,
                                                   std::vector<Issue>& issues, const CancellationToken& cancel)
{
    std::vector<geo::Breakline> lines;
    for (const QString& file : files) {
        const SourceAdapter* adapter = adapterFor(file);
        if (adapter != nullptr && adapter->kind == LayerKind::CityModel) {
            ReliefSink sink(lines);
            TWIN_TRY(CityModelReadSummary read, readCityModels({file}, {crs, 1}, sink, cancel, {}));
            issues.insert(issues.end(), read.issues.begin(), read.issues.end());
            continue;
        }
        LineSink sink(lines);
        TWIN_TRY([[maybe_unused]] const FeatureSource source, vector::read(file, {crs}, sink, issues, cancel, {}));
        if (sink.flat() > 0)
            issues.push_back({QStringLiteral("breakline.no-heights"), QString::number(sink.flat()), {file, -1, {}}});
    }
    if (lines.empty())
        return failure(ErrorCode::NoData, Text::tr("In diesen Dateien ist keine Bruchkante mit Höhen."), {},
                       Text::tr("Angenommen werden Linien mit Höhen (Shapefile, GeoPackage, GML …) und Bruchkanten "
                                "eines CityGML-Reliefs."),
                       {files.value(0), -1, {}});
    return lines;
}

} // namespace twin::services
