// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/FeatureWriter.h"

#include "geo/Gdal.h"

#include <algorithm>
#include <limits>

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

namespace twin::package {
namespace {

constexpr const char* idColumn = "feature_id";

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;
struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};

tl::unexpected<Error> cannotWrite(const QString& path)
{
    return failure(ErrorCode::ResourceExhausted,
                   QCoreApplication::translate("twin::package", "Die Vektordaten lassen sich nicht schreiben."),
                   QString::fromUtf8(CPLGetLastErrorMsg()), {}, {path, -1, {}});
}

/// A table as written.
struct Table {
    QString wanted; ///< the source's name
    std::vector<FeatureField> fields;
    OGRLayer* layer = nullptr;
    qint64 count = 0;
};

OGRFieldType ogrType(FieldType type)
{
    switch (type) {
    case FieldType::Boolean:
    case FieldType::Integer:
        return OFTInteger64;
    case FieldType::Real:
        return OFTReal;
    case FieldType::Date:
        return OFTDate;
    case FieldType::DateTime:
        return OFTDateTime;
    case FieldType::Text:
        break;
    }
    return OFTString;
}

void setValue(OGRFeature& feature, int field, const QVariant& value, FieldType type)
{
    if (value.isNull()) {
        feature.SetFieldNull(field);
        return;
    }
    switch (type) {
    case FieldType::Boolean:
        feature.SetField(field, value.toBool() ? 1 : 0);
        break;
    case FieldType::Integer:
        feature.SetField(field, GIntBig(value.toLongLong()));
        break;
    case FieldType::Real:
        feature.SetField(field, value.toDouble());
        break;
    case FieldType::Date:
    case FieldType::DateTime: {
        const QDate date = value.toDate();
        const QTime time = type == FieldType::Date ? QTime(0, 0) : value.toDateTime().time();
        const bool utc = type == FieldType::DateTime && value.toDateTime().timeSpec() == Qt::UTC;
        feature.SetField(field, date.year(), date.month(), date.day(), time.hour(), time.minute(),
                         float(time.second()) + float(time.msec()) / 1000, utc ? 100 : 0);
        break;
    }
    case FieldType::Text:
        feature.SetField(field, value.toString().toUtf8().constData());
        break;
    }
}

/// Fills a curve with a part of a shape. @param closed  repeats the first point at the end
void fill(OGRSimpleCurve& curve, const FeatureShape& shape, std::size_t part, bool closed)
{
    const std::size_t from = shape.partStarts[part];
    const std::size_t to = part + 1 < shape.partStarts.size() ? shape.partStarts[part + 1] : shape.points.size();
    const std::size_t count = to - from;
    curve.setNumPoints(int(count + (closed ? 1 : 0)), FALSE);
    for (std::size_t i = 0; i < count + (closed ? 1 : 0); ++i) {
        const ProjectedPosition& p = shape.points[from + i % count];
        if (shape.hasHeights)
            curve.setPoint(int(i), p.eastingMetres, p.northingMetres, p.heightMetres);
        else
            curve.setPoint(int(i), p.eastingMetres, p.northingMetres);
    }
}

template <class Multi, class Single> std::unique_ptr<OGRGeometry> single(std::unique_ptr<Multi> all)
{
    if (all->getNumGeometries() != 1)
        return all;
    return std::unique_ptr<OGRGeometry>(all->getGeometryRef(0)->clone());
}

std::unique_ptr<OGRGeometry> geometryOf(const FeatureShape& shape)
{
    switch (shape.kind) {
    case ShapeKind::Points: {
        auto points = std::make_unique<OGRMultiPoint>();
        for (const ProjectedPosition& p : shape.points)
            points->addGeometryDirectly(shape.hasHeights
                                            ? new OGRPoint(p.eastingMetres, p.northingMetres, p.heightMetres)
                                            : new OGRPoint(p.eastingMetres, p.northingMetres));
        return single<OGRMultiPoint, OGRPoint>(std::move(points));
    }
    case ShapeKind::Lines: {
        auto lines = std::make_unique<OGRMultiLineString>();
        for (std::size_t part = 0; part < shape.partStarts.size(); ++part) {
            auto line = std::make_unique<OGRLineString>();
            fill(*line, shape, part, false);
            lines->addGeometryDirectly(line.release());
        }
        return single<OGRMultiLineString, OGRLineString>(std::move(lines));
    }
    case ShapeKind::Areas: {
        auto areas = std::make_unique<OGRMultiPolygon>();
        for (std::size_t area = 0; area < shape.areaStarts.size(); ++area) {
            const std::size_t from = shape.areaStarts[area];
            const std::size_t to =
                area + 1 < shape.areaStarts.size() ? shape.areaStarts[area + 1] : shape.partStarts.size();
            auto polygon = std::make_unique<OGRPolygon>();
            for (std::size_t part = from; part < to; ++part) {
                auto ring = std::make_unique<OGRLinearRing>();
                fill(*ring, shape, part, true);
                polygon->addRingDirectly(ring.release());
            }
            areas->addGeometryDirectly(polygon.release());
        }
        return single<OGRMultiPolygon, OGRPolygon>(std::move(areas));
    }
    case ShapeKind::None:
        break;
    }
    return nullptr;
}

} // namespace

struct FeatureWriter::Private {
    QString path;
    Dataset dataset;
    OGRSpatialReference crs;
    std::vector<Table> tables;
    Box extent; ///< region CRS: x easting, y northing, z height
    bool hasHeights = false;

    /// @returns a name that no table has: SQLite takes upper and lower case for the same.
    [[nodiscard]] QString freeName(const QString& wanted) const
    {
        QString base = wanted.simplified().left(60);
        for (QChar& c : base)
            if (!c.isLetterOrNumber())
                c = QLatin1Char('_');
        if (base.isEmpty() || base.startsWith(QLatin1String("gpkg"), Qt::CaseInsensitive) ||
            base.startsWith(QLatin1String("rtree"), Qt::CaseInsensitive) ||
            base.startsWith(QLatin1String("sqlite"), Qt::CaseInsensitive))
            base.prepend(QLatin1String("layer_"));
        QString name = base;
        for (int number = 2; dataset->GetLayerByName(name.toUtf8().constData()) != nullptr; ++number)
            name = base + QLatin1Char('_') + QString::number(number);
        return name;
    }

    Result<void> addFields(OGRLayer& layer, const std::vector<FeatureField>& fields) const
    {
        QSet<QString> taken{QStringLiteral("fid"), QStringLiteral("geom"), QLatin1String(idColumn)};
        OGRFieldDefn id(idColumn, OFTString);
        if (layer.CreateField(&id) != OGRERR_NONE)
            return cannotWrite(path);
        for (const FeatureField& field : fields) {
            const QString base = field.name.isEmpty() ? QStringLiteral("field") : field.name.left(120);
            QString name = base;
            for (int number = 2; taken.contains(name.toLower()); ++number)
                name = base + QLatin1Char('_') + QString::number(number);
            taken.insert(name.toLower());
            OGRFieldDefn column(name.toUtf8().constData(), ogrType(field.type));
            if (field.type == FieldType::Boolean) {
                column.SetType(OFTInteger);
                column.SetSubType(OFSTBoolean);
            }
            if (layer.CreateField(&column) != OGRERR_NONE)
                return cannotWrite(path);
        }
        return {};
    }

    Result<void> write(Table& table, const Feature& feature)
    {
        const std::unique_ptr<OGRFeature, FeatureDeleter> row(OGRFeature::CreateFeature(table.layer->GetLayerDefn()));
        if (!feature.id.isEmpty())
            row->SetField(0, feature.id.toUtf8().constData());
        for (std::size_t i = 0; i < table.fields.size() && i < feature.values.size(); ++i)
            setValue(*row, int(i) + 1, feature.values[i], table.fields[i].type);
        if (std::unique_ptr<OGRGeometry> geometry = geometryOf(feature.shape)) {
            row->SetGeometryDirectly(geometry.release());
            for (const ProjectedPosition& p : feature.shape.points)
                extent.include(LocalPosition{p.eastingMetres, p.northingMetres, p.heightMetres});
            hasHeights |= feature.shape.hasHeights;
        }
        if (table.layer->CreateFeature(row.get()) != OGRERR_NONE)
            return cannotWrite(path);
        ++table.count;
        return {};
    }
};

FeatureWriter::FeatureWriter(std::unique_ptr<Private> p) : d(std::move(p)) {}
FeatureWriter::~FeatureWriter() = default;

Result<std::unique_ptr<FeatureWriter>> FeatureWriter::create(const QString& folder)
{
    geo::initialiseGdal();
    auto d = std::make_unique<Private>();
    d->path = folder + QLatin1Char('/') + QLatin1String(fileName);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const char* const options[] = {"VERSION=1.3", nullptr};
    if (driver != nullptr)
        d->dataset.reset(
            driver->Create(d->path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, const_cast<char**>(options)));
    if (d->dataset == nullptr || d->dataset->StartTransaction() != OGRERR_NONE)
        return cannotWrite(d->path);
    d->crs.importFromEPSG(25832);
    d->crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return std::unique_ptr<FeatureWriter>(new FeatureWriter(std::move(d)));
}

Result<int> FeatureWriter::addTable(const FeatureTable& table)
{
    for (std::size_t i = 0; i < d->tables.size(); ++i)
        if (d->tables[i].wanted == table.name && d->tables[i].fields == table.fields)
            return int(i);
    const char* const options[] = {"GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=YES", nullptr};
    const QByteArray name = d->freeName(table.name).toUtf8();
    OGRLayer* layer = d->dataset->CreateLayer(name.constData(), &d->crs, wkbUnknown, const_cast<char**>(options));
    if (layer == nullptr)
        return cannotWrite(d->path);
    TWIN_CHECK(d->addFields(*layer, table.fields));
    d->tables.push_back({table.name, table.fields, layer, 0});
    return int(d->tables.size()) - 1;
}

Result<void> FeatureWriter::accept(FeatureBatch&& batch)
{
    if (batch.table < 0 || std::size_t(batch.table) >= d->tables.size())
        return failure(ErrorCode::Internal, {});
    for (const Feature& feature : batch.features)
        TWIN_CHECK(d->write(d->tables[std::size_t(batch.table)], feature));
    return {};
}

Result<void> FeatureWriter::finish()
{
    for (int i = d->dataset->GetLayerCount() - 1; i >= 0; --i) {
        const OGRLayer* layer = d->dataset->GetLayer(i);
        const auto table =
            std::find_if(d->tables.begin(), d->tables.end(), [layer](const Table& t) { return t.layer == layer; });
        if (table != d->tables.end() && table->count == 0) {
            table->layer = nullptr;
            d->dataset->DeleteLayer(i);
        }
    }
    CPLErrorReset();
    const bool committed = d->dataset->CommitTransaction() == OGRERR_NONE;
    d->dataset.reset(); // writes extents and indexes
    return committed && CPLGetLastErrorType() < CE_Failure ? Result<void>() : cannotWrite(d->path);
}

qint64 FeatureWriter::count() const
{
    qint64 count = 0;
    for (const Table& table : d->tables)
        count += table.count;
    return count;
}

Box FeatureWriter::extent(const SceneFrame& frame) const
{
    Box box;
    if (d->extent.isEmpty())
        return box;
    const auto corner = [&](const LocalPosition& p) {
        return frame.toLocal({p.x, p.y, d->hasHeights ? p.z : frame.origin().heightMetres});
    };
    box.include(corner(d->extent.min));
    box.include(corner(d->extent.max));
    return box;
}

} // namespace twin::package
