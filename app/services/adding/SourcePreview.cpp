// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/SourcePreview.h"

#include "app/services/ImportService.h"
#include "app/services/SourceAdapters.h"
#include "geo/RasterInfo.h"
#include "model/Feature.h"
#include "model/points/PointCloud.h"
#include "pointcloud/PointCloudReader.h"
#include "tiles3d/ModelFile.h"
#include "vector/VectorReader.h"

#include <cmath>
#include <mutex>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Preview)
};

void include(Box& box, const ProjectedPosition& p)
{
    box.include(LocalPosition{p.eastingMetres, p.northingMetres, p.heightMetres});
}

void include(Box& box, const CityObject& object)
{
    for (const Surface& surface : object.surfaces)
        for (const ProjectedPosition& point : surface.polygon.points)
            include(box, point);
    for (const ShapeInstance& instance : object.instances)
        include(box, instance.position);
    for (const Curve& curve : object.curves)
        for (const ProjectedPosition& point : curve.points)
            include(box, point);
    for (const CityObject& child : object.children)
        include(box, child);
}

/// Counts city objects instead of keeping them.
class CountingObjects final : public CityObjectSink {
public:
    explicit CountingObjects(SourcePreview& preview) : m_preview(preview) {}
    Result<void> accept(CityObjectBatch&& batch) override
    {
        Box box;
        for (const CityObject& object : batch.objects)
            include(box, object);
        const std::lock_guard lock(m_mutex);
        m_preview.extent.include(box);
        m_preview.count = std::max<qint64>(m_preview.count, 0) + qint64(batch.objects.size());
        for (const CityObject& object : batch.objects)
            ++m_preview.parts[typeName(object.type)];
        for (const Issue& issue : batch.issues)
            ++m_preview.issueCounts[issue.reason];
        return {};
    }

private:
    SourcePreview& m_preview;
    std::mutex m_mutex;
};

/// Measures features instead of keeping them.
class CountingFeatures final : public FeatureSink {
public:
    explicit CountingFeatures(SourcePreview& preview) : m_preview(preview) {}
    Result<int> addTable(const FeatureTable& table) override
    {
        m_tables.append(table.name);
        return int(m_tables.size()) - 1;
    }
    Result<void> accept(FeatureBatch&& batch) override
    {
        for (const Feature& feature : batch.features)
            for (const ProjectedPosition& point : feature.shape.points)
                include(m_preview.extent, point);
        m_preview.count = std::max<qint64>(m_preview.count, 0) + qint64(batch.features.size());
        m_preview.parts[m_tables.value(batch.table)] += qint64(batch.features.size());
        return {};
    }

private:
    SourcePreview& m_preview;
    QStringList m_tables;
};

void count(SourcePreview& preview, const std::vector<Issue>& issues)
{
    for (const Issue& issue : issues)
        ++preview.issueCounts[issue.reason];
}

Result<void> lookIntoRaster(SourcePreview& preview, const QString& crs)
{
    geo::RasterOptions options;
    options.crs = crs;
    preview.kind = LayerKind::Imagery;
    if (const auto peek = geo::peekRaster(preview.info.path); peek && peek->use == geo::RasterUse::Heights)
        preview.kind = LayerKind::Terrain;
    preview.kindName = preview.kind == LayerKind::Terrain ? Text::tr("Geländehöhen") : Text::tr("Bild auf dem Gelände");
    TWIN_TRY(const geo::RasterInfo raster, geo::describeRaster(preview.info.path, options));
    preview.info.format = raster.format;
    preview.info.crs = raster.crs;
    preview.info.crsOrigin = raster.crsOrigin;
    preview.extent = raster.extent;
    preview.spacingMetres = raster.spacingMetres;
    preview.date = raster.date;
    preview.count = std::llround(double(raster.columns) * raster.rows / 1e6);
    if (raster.outliers > 0)
        preview.issueCounts[QStringLiteral("height.outlier")] = raster.outliers;
    if (preview.kind == LayerKind::Terrain && !raster.heightsStated)
        ++preview.issueCounts[QStringLiteral("height.reference-unknown")];
    return {};
}

Result<void> lookIntoFeatures(SourcePreview& preview, const QString& crs, const CancellationToken& cancel,
                              const ProgressSink& progress)
{
    CountingFeatures sink(preview);
    std::vector<Issue> issues;
    TWIN_TRY(FeatureSource source, vector::read(preview.info.path, {crs}, sink, issues, cancel, progress));
    preview.info = std::move(source.info);
    preview.remarks = std::move(source.remarks);
    preview.count = std::max<qint64>(preview.count, 0);
    count(preview, issues);
    return {};
}

Result<void> lookIntoObjects(SourcePreview& preview, const SourceAdapter& adapter, const QString& crs,
                             const CancellationToken& cancel, const ProgressSink& progress)
{
    CityModelReadOptions options;
    options.crs = crs;
    CountingObjects sink(preview);
    TWIN_TRY(CityModelReadSummary summary, adapter.read({preview.info.path}, options, sink, cancel, progress));
    if (!summary.sources.empty())
        preview.info = std::move(summary.sources.front());
    count(preview, summary.issues);
    preview.count = std::max<qint64>(preview.count, 0);
    return {};
}

Result<void> lookIntoPoints(SourcePreview& preview, const QString& crs)
{
    TWIN_TRY(PointSource source, pointcloud::inspect(preview.info.path, {crs, 1}));
    preview.info = std::move(source.info);
    preview.extent = source.extent;
    preview.count = source.points;
    preview.remarks.append(source.hasColour ? Text::tr("Die Punkte haben Farben.")
                                            : Text::tr("Die Punkte haben keine Farben, gezeigt werden die Klassen."));
    if (!source.hasHeightReference)
        ++preview.issueCounts[QStringLiteral("height.reference-unknown")];
    return {};
}

Result<void> lookIntoModel(SourcePreview& preview, const CancellationToken& cancel)
{
    TWIN_TRY(const tiles3d::ModelFile model, tiles3d::inspectModel(preview.info.path, cancel));
    preview.info.format = model.format;
    preview.info.bytes = model.bytes;
    preview.count = 1;
    if (!model.isGeocentric)
        return failure(ErrorCode::InvalidParameter, Text::tr("Das Modell sagt nicht, wo es steht."), {},
                       Text::tr("Fügen Sie es mit „stadtzwilling add … --at OST,NORD,HÖHE“ hinzu."),
                       {preview.info.path, -1, {}});
    return {};
}

Result<void> lookInto(SourcePreview& preview, const QString& crs, const CancellationToken& cancel,
                      const ProgressSink& progress)
{
    if (geo::isRasterFile(preview.info.path))
        return lookIntoRaster(preview, crs);
    const SourceAdapter* const adapter = adapterFor(preview.info.path);
    if (adapter == nullptr)
        return failure(ErrorCode::UnsupportedFormat, Text::tr("Diese Datei hat kein bekanntes Format."), {}, {},
                       {preview.info.path, -1, {}});
    preview.kind = adapter->kind;
    preview.kindName = titleOf(*adapter);
    switch (adapter->kind) {
    case LayerKind::Vector:
        return lookIntoFeatures(preview, crs, cancel, progress);
    case LayerKind::Points:
        return lookIntoPoints(preview, crs);
    case LayerKind::Model:
        return lookIntoModel(preview, cancel);
    default:
        return lookIntoObjects(preview, *adapter, crs, cancel, progress);
    }
}

SourcePreview previewOf(const QString& path, const QString& crs, const CancellationToken& cancel,
                        const ProgressSink& progress)
{
    const QFileInfo file(path);
    SourcePreview preview;
    preview.info.path = path;
    preview.info.bytes = file.size();
    preview.info.fileDate = file.lastModified().date();
    if (Result<void> looked = lookInto(preview, crs, cancel, progress); !looked)
        preview.refusal = std::move(looked).error();
    else if (preview.count == 0 && preview.spacingMetres == 0)
        preview.refusal = Error{ErrorCode::NoData,
                                Text::tr("In dieser Datei ist kein einziges Objekt."),
                                {},
                                Text::tr("Prüfen Sie, ob es die richtige Datei ist."),
                                {path, -1, {}}};
    return preview;
}

} // namespace

Result<PreviewSummary> previewSources(const PreviewRequest& request, const PreviewFound& found,
                                      const CancellationToken& cancel, const ProgressSink& progress)
{
    if (progress)
        progress(-1, Text::tr("Dateien werden gesucht"));
    TWIN_TRY(const FoundSources foundSources, findSources(request.sources));
    const QStringList& files = foundSources.files;
    PreviewSummary summary;
    const qsizetype looked = std::min<qsizetype>(files.size(), request.mostFiles);
    summary.filesBeyond = files.size() - looked;
    qint64 allBytes = 1;
    for (qsizetype i = 0; i < looked; ++i)
        allBytes += QFileInfo(files[i]).size();
    qint64 done = 0;
    for (qsizetype i = 0; i < looked && !cancel.isCancelled(); ++i) {
        const double from = double(done) / double(allBytes);
        done += QFileInfo(files[i]).size();
        const QString step = Text::tr("%1 wird angesehen").arg(QFileInfo(files[i]).fileName());
        if (progress)
            progress(from, step);
        const ProgressSink whole = !progress ? ProgressSink() : [&progress, &step](double fraction, const QString&) {
            progress(fraction, step);
        };
        SourcePreview preview =
            previewOf(files[i], request.crs, cancel, partOf(whole, from, double(done) / double(allBytes)));
        if (cancel.isCancelled())
            break;
        if (found)
            found(preview, int(i), int(looked));
        summary.files.push_back(std::move(preview));
    }
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    return summary;
}

} // namespace twin::services
