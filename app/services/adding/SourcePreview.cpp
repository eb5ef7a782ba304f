// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/SourcePreview.h"

#include "app/services/adding/KnownIds.h"
#include "app/services/adding/RegionGround.h"
#include "app/services/ImportService.h"
#include "app/services/layers/ModelLayer.h"
#include "app/services/SourceAdapters.h"
#include "geo/ControlPoints.h"
#include "geo/RasterInfo.h"
#include "model/Feature.h"
#include "model/points/PointCloud.h"
#include "pointcloud/PointCloudReader.h"
#include "tiles3d/ModelFile.h"
#include "vector/VectorReader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

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

/// What is asked of every file.
struct Wishes {
    const PreviewRequest& request;
    GroundAt ground;                                   ///< empty: nothing becomes a body, or there is no region
    std::function<bool(const QString& gmlId)> isKnown; ///< of objects; empty: there is no region
};

/// Counts city objects instead of keeping them.
class CountingObjects final : public CityObjectSink {
public:
    CountingObjects(SourcePreview& preview, const Wishes& wishes) : m_preview(preview), m_wishes(wishes) {}
    Result<void> accept(CityObjectBatch&& batch) override
    {
        Box box;
        qint64 known = 0;
        for (const CityObject& object : batch.objects) {
            include(box, object);
            known += m_wishes.isKnown && m_wishes.isKnown(object.id) ? 1 : 0;
        }
        const std::lock_guard lock(m_mutex);
        m_known += known;
        m_preview.extent.include(box);
        m_preview.count = std::max<qint64>(m_preview.count, 0) + qint64(batch.objects.size());
        for (const CityObject& object : batch.objects)
            ++m_preview.parts[typeName(object.type)];
        for (const Issue& issue : batch.issues)
            ++m_preview.issueCounts[issue.reason];
        return {};
    }

    /// @returns how many the region has already; once all is read.
    [[nodiscard]] qint64 known() const { return m_known; }

private:
    SourcePreview& m_preview;
    const Wishes& m_wishes;
    std::mutex m_mutex;
    qint64 m_known = 0;
};

/// Measures features instead of keeping them.
class CountingFeatures final : public FeatureSink {
public:
    CountingFeatures(SourcePreview& preview, const Wishes& wishes) : m_preview(preview)
    {
        if (!wishes.request.extrude.isEmpty())
            m_rule.emplace(wishes.request.extrude, wishes.request.base, wishes.ground);
    }
    Result<int> addTable(const FeatureTable& table) override
    {
        if (m_rule)
            m_rule->addTable(table);
        m_tables.push_back(table);
        return int(m_tables.size()) - 1;
    }
    Result<void> accept(FeatureBatch&& batch) override
    {
        const FeatureTable& table = m_tables.at(std::size_t(batch.table));
        for (const Feature& feature : batch.features) {
            for (const ProjectedPosition& point : feature.shape.points)
                include(m_preview.extent, point);
            for (std::size_t i = 0; i < feature.values.size() && i < table.fields.size(); ++i)
                if (const auto number = numberOf(feature.values[i]))
                    note(table.fields[i].name, *number);
            if (m_rule && feature.shape.kind != ShapeKind::None)
                note(m_rule->rangeOf(batch.table, feature));
        }
        m_preview.count = std::max<qint64>(m_preview.count, 0) + qint64(batch.features.size());
        m_preview.parts[table.name] += qint64(batch.features.size());
        return {};
    }

    /// @returns the error of a field that is not there, or of data of which no body can be made.
    Result<void> finish()
    {
        if (!m_rule)
            return {};
        TWIN_CHECK(m_rule->checkFields(m_preview.info.path));
        if (m_bodies == 0)
            return failure(ErrorCode::NoData, Text::tr("Aus diesen Daten ließ sich kein Körper aufziehen."), {},
                           Text::tr("Die Höhe muss eine Zahl über 0 sein, und die Region braucht dort Gelände, wenn "
                                    "der Fuß auf dem Gelände stehen soll."),
                           {m_preview.info.path, -1, {}});
        m_preview.extent.min.z = m_bottom;
        m_preview.extent.max.z = m_top;
        const QLocale locale;
        m_preview.remarks.append(Text::tr("%n Körper, %1 bis %2 m hoch", nullptr, int(m_bodies))
                                     .arg(locale.toString(m_lowest, 'f', 1), locale.toString(m_highest, 'f', 1)));
        return {};
    }

private:
    void note(const QString& field, double number)
    {
        auto known = std::find_if(m_preview.numbers.begin(), m_preview.numbers.end(),
                                  [&field](const NumberField& each) { return each.name == field; });
        if (known == m_preview.numbers.end())
            known = m_preview.numbers.insert(m_preview.numbers.end(), {field, 0, number, number});
        ++known->count;
        known->least = std::min(known->least, number);
        known->most = std::max(known->most, number);
    }
    void note(const ExtrudedRange& range)
    {
        if (range.missed != nullptr) {
            ++m_preview.issueCounts[QLatin1String(range.missed)];
            return;
        }
        ++m_bodies;
        m_bottom = std::min(m_bottom, range.bottom);
        m_top = std::max(m_top, range.top);
        m_lowest = std::min(m_lowest, range.top - range.bottom);
        m_highest = std::max(m_highest, range.top - range.bottom);
    }

    SourcePreview& m_preview;
    std::vector<FeatureTable> m_tables;
    std::optional<ExtrusionRule> m_rule;
    qint64 m_bodies = 0;
    double m_bottom = std::numeric_limits<double>::max();
    double m_top = std::numeric_limits<double>::lowest();
    double m_lowest = std::numeric_limits<double>::max();
    double m_highest = 0;
};

void count(SourcePreview& preview, const std::vector<Issue>& issues)
{
    for (const Issue& issue : issues)
        ++preview.issueCounts[issue.reason];
}

/// Fits a picture to control points and says how well they agree.
Result<geo::ControlPointFit> fitOf(SourcePreview& preview, const PreviewRequest& request)
{
    TWIN_TRY(const auto points, geo::readControlPoints(request.points, request.crs));
    TWIN_TRY(geo::ControlPointFit fit, geo::ControlPointFit::make(points, request.order));
    const auto worst = std::max_element(fit.residuals().begin(), fit.residuals().end(),
                                        [](const auto& a, const auto& b) { return a.metres < b.metres; });
    const QLocale locale;
    preview.remarks.append(Text::tr("%n Passpunkte, Ordnung %1: mittlerer Fehler %2 m, größter %3 m (%4)", nullptr,
                                    int(fit.residuals().size()))
                               .arg(QString::number(fit.order()), locale.toString(fit.rmsMetres(), 'f', 1),
                                    locale.toString(worst->metres, 'f', 1), worst->point.name));
    return fit;
}

Result<void> lookIntoRaster(SourcePreview& preview, const PreviewRequest& request)
{
    geo::RasterOptions options;
    options.crs = request.crs;
    preview.kind = LayerKind::Imagery;
    if (const auto peek = geo::peekRaster(preview.info.path); peek && peek->use == geo::RasterUse::Heights)
        preview.kind = LayerKind::Terrain;
    const bool isPicture = preview.kind == LayerKind::Imagery;
    preview.kindName = isPicture ? Text::tr("Bild auf dem Gelände") : Text::tr("Geländehöhen");
    preview.needsPoints = isPicture && !request.points.isEmpty();
    if (preview.needsPoints) {
        TWIN_TRY(options.fit, fitOf(preview, request));
    }
    Result<geo::RasterInfo> described = geo::describeRaster(preview.info.path, options);
    if (!described) {
        preview.needsPoints |= isPicture && described.error().code == ErrorCode::MissingCrs;
        return failure(std::move(described).error());
    }
    const geo::RasterInfo& raster = *described;
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

Result<void> lookIntoFeatures(SourcePreview& preview, const Wishes& wishes, const CancellationToken& cancel,
                              const ProgressSink& progress)
{
    CountingFeatures sink(preview, wishes);
    std::vector<Issue> issues;
    TWIN_TRY(FeatureSource source,
             vector::read(preview.info.path, {wishes.request.crs}, sink, issues, cancel, progress));
    preview.info = std::move(source.info);
    preview.remarks = std::move(source.remarks);
    preview.count = std::max<qint64>(preview.count, 0);
    count(preview, issues);
    return sink.finish();
}

Result<void> lookIntoObjects(SourcePreview& preview, const SourceAdapter& adapter, const Wishes& wishes,
                             const CancellationToken& cancel, const ProgressSink& progress)
{
    CityModelReadOptions options;
    options.crs = wishes.request.crs;
    CountingObjects sink(preview, wishes);
    TWIN_TRY(CityModelReadSummary summary, adapter.read({preview.info.path}, options, sink, cancel, progress));
    if (!summary.sources.empty())
        preview.info = std::move(summary.sources.front());
    count(preview, summary.issues);
    preview.count = std::max<qint64>(preview.count, 0);
    if (sink.known() > 0)
        preview.remarks.append(
            Text::tr("%n Objekt(e) hat die Region schon (gleiche gml:id).", nullptr, int(sink.known())));
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

/// @returns the box around a model that stands at a place: its corners turned by its heading.
Box placed(const Box& model, const package::ModelPlace& place)
{
    const double angle = place.headingDegrees * std::numbers::pi / 180;
    Box box;
    for (const double x : {model.min.x, model.max.x})
        for (const double y : {model.min.y, model.max.y})
            box.include(LocalPosition{place.position.eastingMetres + std::cos(angle) * x + std::sin(angle) * y,
                                      place.position.northingMetres - std::sin(angle) * x + std::cos(angle) * y,
                                      place.position.heightMetres + model.min.z});
    box.max.z = place.position.heightMetres + model.max.z;
    return box;
}

Result<void> lookIntoModel(SourcePreview& preview, const PreviewRequest& request, const CancellationToken& cancel)
{
    TWIN_TRY(const tiles3d::ModelFile model, tiles3d::inspectModel(preview.info.path, cancel));
    preview.info.format = model.format;
    preview.info.bytes = model.bytes;
    preview.count = 1;
    preview.needsPlace = !model.isGeocentric;
    if (model.isGeocentric)
        return {};
    const LocalPosition size = model.bounds.size();
    const QLocale locale;
    preview.remarks.append(
        Text::tr("Das Modell ist %1 × %2 m groß und %3 m hoch.")
            .arg(locale.toString(size.x, 'f', 1), locale.toString(size.y, 'f', 1), locale.toString(size.z, 'f', 1)));
    if (request.at.isEmpty())
        return failure(ErrorCode::InvalidParameter, Text::tr("Das Modell sagt nicht, wo es steht."), {},
                       Text::tr("Nennen Sie den Ort: OST,NORD,HÖHE (auf der Befehlszeile mit --at)."),
                       {preview.info.path, -1, {}});
    TWIN_TRY(const package::ModelPlace place, parsePlace(request.at, request.crs));
    preview.extent = placed(model.bounds, place);
    preview.info.crs = request.crs.isEmpty() ? QStringLiteral("EPSG:25832+7837") : request.crs;
    preview.info.crsOrigin = QStringLiteral("--crs");
    return {};
}

Result<void> lookInto(SourcePreview& preview, const Wishes& wishes, const CancellationToken& cancel,
                      const ProgressSink& progress)
{
    const PreviewRequest& request = wishes.request;
    if (isRaster(preview.info.path))
        return lookIntoRaster(preview, request);
    const SourceAdapter* const adapter = adapterFor(preview.info.path);
    if (adapter == nullptr)
        return failure(unknownFormat(preview.info.path));
    preview.kind = adapter->kind;
    preview.kindName = titleOf(*adapter);
    switch (adapter->kind) {
    case LayerKind::Vector:
        return lookIntoFeatures(preview, wishes, cancel, progress);
    case LayerKind::Points:
        return lookIntoPoints(preview, request.crs);
    case LayerKind::Model:
        return lookIntoModel(preview, request, cancel);
    default:
        return lookIntoObjects(preview, *adapter, wishes, cancel, progress);
    }
}

SourcePreview previewOf(const QString& path, const Wishes& wishes, const CancellationToken& cancel,
                        const ProgressSink& progress)
{
    const QFileInfo file(path);
    SourcePreview preview;
    preview.info.path = path;
    preview.info.bytes = file.size();
    preview.info.fileDate = file.lastModified().date();
    if (Result<void> looked = lookInto(preview, wishes, cancel, progress); !looked)
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
    Wishes wishes{request, {}, {}};
    if (!request.region.isEmpty()) {
        if (auto known = knownIds(request.region)) // a damaged region tells of itself elsewhere
            wishes.isKnown = *std::move(known);
        if (!request.extrude.isEmpty()) {
            TWIN_TRY(const auto region, package::RegionPackage::open(request.region));
            wishes.ground = groundOf(*region);
        }
    }
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
            previewOf(files[i], wishes, cancel, partOf(whole, from, double(done) / double(allBytes)));
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
