// SPDX-License-Identifier: GPL-3.0-or-later
// Files that GDAL reads: GeoPackage, GeoJSON, TopoJSON, Shapefile, FlatGeobuf, OpenStreetMap, KML.
#include "geo/Crs.h"
#include "geo/Gdal.h"
#include "geo/ProjContext.h"
#include "vector/OgrShape.h"
#include "vector/Reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace twin::vector {
namespace {

constexpr std::array drivers{"GPKG", "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRI Shapefile", "FlatGeobuf", "OSM", "KML"};
constexpr qint64 mostTextBytes = 256LL << 20; ///< of a file that is mended before it is read: it is held as a whole

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::vector", text);
}

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

struct TransformationDeleter {
    void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, TransformationDeleter>;

struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
using OgrFeature = std::unique_ptr<OGRFeature, FeatureDeleter>;

/// What GDAL reads as a text though not as a file: GeoJSON in UTF-16, and the features that some exporters of
/// OpenStreetMap write without the collection around them.
/// @returns the file as a collection in UTF-8; empty for anything else.
QByteArray mendedText(const QString& path)
{
    const auto isList = [](const QByteArray& text) {
        return text.left(4096).simplified().replace(' ', "").startsWith("[{\"type\":\"Feature\"");
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostTextBytes)
        return {};
    const QByteArray start = file.peek(4096);
    const bool isWide = start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF");
    if (!isWide && !isList(start))
        return {};
    QByteArray text = file.readAll();
    if (isWide) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString decoded = decoder(text);
        text = decoded.toUtf8();
    }
    if (isList(text))
        return R"({"type":"FeatureCollection","features":)" + text + '}';
    return text.trimmed().startsWith('{') ? text : QByteArray();
}

Result<Dataset> open(const QString& path)
{
    geo::initialiseGdal();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
        return failure(ErrorCode::InvalidParameter, tr("„%1“ ist kein Dateiname.").arg(path.left(200)));
    std::array<const char*, drivers.size() + 1> names{};
    std::copy(drivers.begin(), drivers.end(), names.begin());
    // DBF files in Latin-1 say so in a .cpg file or not at all; GDAL's guess is right for both.
    const auto openAs = [&names](const QByteArray& name) {
        return Dataset(GDALDataset::Open(name.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, names.data()));
    };
    if (Dataset dataset = openAs(absolute.toUtf8()))
        return dataset;
    const QString why = QString::fromUtf8(CPLGetLastErrorMsg());
    if (const QByteArray text = mendedText(absolute); !text.isEmpty())
        if (Dataset dataset = openAs(text)) // a text in the place of a name: the driver takes both
            return dataset;
    if (absolute.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive))
        return failure(ErrorCode::NoData, tr("Das GeoPackage enthält keine Tabelle mit Geometrie."), why,
                       tr("Prüfen Sie, ob es die richtige Datei ist."));
    return failure(ErrorCode::UnsupportedFormat, tr("Die Datei ist in keinem bekannten Vektorformat."), why,
                   tr("Fragen Sie den Anbieter nach GeoPackage, GeoJSON oder Shapefile."));
}

FieldType fieldType(const OGRFieldDefn& field)
{
    if (field.GetSubType() == OFSTBoolean)
        return FieldType::Boolean;
    switch (field.GetType()) {
    case OFTInteger:
    case OFTInteger64:
        return FieldType::Integer;
    case OFTReal:
        return FieldType::Real;
    case OFTDate:
        return FieldType::Date;
    case OFTDateTime:
        return FieldType::DateTime;
    default:
        return FieldType::Text;
    }
}

QDateTime dateTime(const OGRFeature& feature, int field)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) == 0)
        return {};
    const int whole = int(second);
    const QTime time(hour, minute, whole, int(std::lround((second - float(whole)) * 1000)) % 1000);
    if (zone >= 100) // 100: UTC, each step a quarter of an hour
        return QDateTime(QDate(year, month, day), time, Qt::OffsetFromUTC, (zone - 100) * 15 * 60).toUTC();
    return {QDate(year, month, day), time};
}

QVariant valueOf(const OGRFeature& feature, int field, FieldType type)
{
    if (feature.IsFieldSetAndNotNull(field) == 0)
        return {};
    switch (type) {
    case FieldType::Boolean:
        return feature.GetFieldAsInteger(field) != 0;
    case FieldType::Integer:
        return qlonglong(feature.GetFieldAsInteger64(field));
    case FieldType::Real:
        return feature.GetFieldAsDouble(field);
    case FieldType::Date:
        return dateTime(feature, field).date();
    case FieldType::DateTime:
        return dateTime(feature, field);
    case FieldType::Text:
        break;
    }
    return QString::fromUtf8(feature.GetFieldAsString(field));
}

/// A layer as read here.
struct Layer {
    OGRLayer* layer = nullptr;
    Transformation toRegion; ///< null: nothing to convert
    int utmZone = 0;         ///< whose number eastings may carry in front; 0: none
};

/// The text of a CRS for people: its code where it has one.
QString nameOf(const OGRSpatialReference& crs)
{
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    return authority != nullptr && code != nullptr
               ? QString::fromLatin1(authority) + QLatin1Char(':') + QLatin1String(code)
               : QString::fromUtf8(crs.GetName());
}

class OgrReader {
public:
    OgrReader(const QString& path, const ReadOptions& options) : m_path(path), m_options(options) {}

    Result<FeatureSource> describe()
    {
        TWIN_TRY(m_dataset, open(m_path));
        FeatureSource source;
        source.info = sourceInfo(m_path, formatName());
        for (OGRLayer* layer : m_dataset->GetLayers())
            TWIN_CHECK(addLayer(*layer, source));
        if (source.tables.empty())
            return failure(ErrorCode::NoData, tr("Die Datei enthält keine Punkte, Linien oder Flächen."));
        return source;
    }

    Result<void> read(const FeatureSource& source, Output& output, const CancellationToken& cancel,
                      const ProgressSink& progress)
    {
        qint64 expected = 0;
        for (const FeatureTable& table : source.tables)
            expected += std::max<qint64>(table.count, 0);
        qint64 done = 0;
        m_dataset->ResetReading();
        while (true) { // over the data set, not its layers: OSM files give their layers all mixed up
            OGRLayer* from = nullptr;
            CPLErrorReset();
            const OgrFeature feature(m_dataset->GetNextFeature(&from, nullptr, nullptr, nullptr));
            if (feature == nullptr)
                break;
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            const auto layer =
                std::find_if(m_layers.begin(), m_layers.end(), [from](const Layer& l) { return l.layer == from; });
            if (layer == m_layers.end())
                continue;
            const auto table = std::size_t(layer - m_layers.begin());
            TWIN_CHECK(output.add(table, featureOf(*feature, source.tables[table], *layer, output)));
            if (progress && ++done % 4096 == 0)
                progress(expected > 0 ? double(done) / double(expected) : -1, tr("Vektordaten werden gelesen"));
        }
        if (CPLGetLastErrorType() >= CE_Failure)
            output.fault("file.truncated", QString::fromUtf8(CPLGetLastErrorMsg()), {});
        return {};
    }

private:
    [[nodiscard]] QString formatName() const
    {
        const QString name = QLatin1String(m_dataset->GetDriverName());
        return name == QLatin1String("GPKG")  ? QStringLiteral("GeoPackage")
               : name == QLatin1String("OSM") ? QStringLiteral("OpenStreetMap")
                                              : name;
    }

    Result<void> addLayer(OGRLayer& layer, FeatureSource& source)
    {
        if (layer.GetGeomType() == wkbNone) {
            source.remarks.append(tr("Tabelle „%1“ hat keine Geometrie und wird nicht übernommen.")
                                      .arg(QString::fromUtf8(layer.GetName())));
            return {};
        }
        Layer found{&layer, nullptr, 0};
        TWIN_CHECK(settleCrs(layer, found, source));
        FeatureTable table;
        table.name = QString::fromUtf8(layer.GetName());
        const bool counts = layer.TestCapability(OLCFastFeatureCount) != 0 || source.info.bytes < (64 << 20);
        table.count = counts && source.info.format != QLatin1String("OpenStreetMap") ? layer.GetFeatureCount(TRUE) : -1;
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const OGRFieldDefn& field = *definition.GetFieldDefn(i);
            table.fields.push_back({QString::fromUtf8(field.GetNameRef()), fieldType(field)});
        }
        source.tables.push_back(std::move(table));
        m_layers.push_back(std::move(found));
        return {};
    }

    Result<void> settleCrs(OGRLayer& layer, Layer& found, FeatureSource& features) const
    {
        SourceInfo& info = features.info;
        OGRSpatialReference source;
        const bool isByDefault = info.format == QLatin1String("GeoJSON") && !beginsOnEarth(layer);
        if (const OGRSpatialReference* stated = layer.GetSpatialRef();
            stated != nullptr && !isUndefined(*stated) && !(isByDefault && stated->IsGeographic() != 0)) {
            source = *stated;
            info.crsOrigin = QStringLiteral("srs");
        } else if (m_options.crs.isEmpty() && info.format == QLatin1String("TopoJSON") && isOnEarth(layer)) {
            source.importFromEPSG(4326);
            info.crsOrigin = QStringLiteral("guess");
            features.remarks.append(tr("TopoJSON nennt kein Koordinatenreferenzsystem: als Länge und Breite gelesen."));
        } else {
            TWIN_TRY(const geo::Crs crs, geo::parseCrs(m_options.crs));
            if (source.SetFromUserInput(crs.horizontal.toLatin1().constData()) != OGRERR_NONE)
                return failure(ErrorCode::MissingCrs, tr("Die Datei nennt kein Koordinatenreferenzsystem."));
            info.crsOrigin = QStringLiteral("--crs");
        }
        info.crs = nameOf(source);
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        int isNorth = 0;
        found.utmZone = source.GetUTMZone(&isNorth);
        OGRSpatialReference region;
        region.importFromEPSG(25832);
        region.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const auto lock = geo::lockProjCreation();
        OGRSpatialReference horizontal(source);
        horizontal.StripVertical();
        if (horizontal.IsSame(&region) != 0)
            return {};
        found.toRegion.reset(OGRCreateCoordinateTransformation(&horizontal, &region));
        if (found.toRegion == nullptr)
            return failure(
                ErrorCode::TransformFailed,
                tr("Von %1 nach %2 ist keine Umrechnung bekannt.").arg(info.crs, QStringLiteral("EPSG:25832")),
                QString::fromUtf8(CPLGetLastErrorMsg()));
        return {};
    }

    /// @returns whether all positions can be longitudes and latitudes.
    [[nodiscard]] static bool isOnEarth(OGRLayer& layer)
    {
        OGREnvelope extent;
        return layer.GetExtent(&extent, TRUE) == OGRERR_NONE && extent.MinX >= -180 && extent.MaxX <= 180 &&
               extent.MinY >= -90 && extent.MaxY <= 90;
    }

    /// GeoJSON that states nothing is in longitudes and latitudes (RFC 7946 §4), unless its first position shows that
    /// it cannot be: then its makers forgot to say.
    [[nodiscard]] static bool beginsOnEarth(OGRLayer& layer)
    {
        layer.ResetReading();
        const OgrFeature first(layer.GetNextFeature());
        layer.ResetReading();
        const OGRGeometry* geometry = first == nullptr ? nullptr : first->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0)
            return true;
        OGREnvelope extent;
        geometry->getEnvelope(&extent);
        return extent.MinX >= -360 && extent.MaxX <= 360 && extent.MinY >= -90 && extent.MaxY <= 90;
    }

    /// GeoPackage's "undefined" systems and engineering ones say nothing of the place.
    [[nodiscard]] static bool isUndefined(const OGRSpatialReference& crs)
    {
        return crs.IsProjected() == 0 && crs.IsGeographic() == 0 && crs.IsCompound() == 0;
    }

    [[nodiscard]] Feature featureOf(const OGRFeature& from, const FeatureTable& table, const Layer& layer,
                                    Output& output) const
    {
        Feature feature;
        feature.id = from.GetFID() == OGRNullFID ? QString() : QString::number(from.GetFID());
        feature.values.reserve(table.fields.size());
        for (std::size_t i = 0; i < table.fields.size(); ++i)
            feature.values.push_back(valueOf(from, int(i), table.fields[i].type));
        const OGRGeometry* geometry = from.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0)
            return feature;
        bool mixed = false;
        feature.shape = shapeOf(*geometry, mixed);
        if (mixed)
            output.fault("feature.mixed-geometry", {}, feature.id);
        if (feature.shape.kind == ShapeKind::None)
            output.fault("geometry.malformed", QString::fromUtf8(geometry->getGeometryName()), feature.id);
        else if (!toRegion(layer, feature.shape)) {
            feature.shape = {};
            output.fault("crs.transform-failed", {}, feature.id);
        }
        return feature;
    }

    [[nodiscard]] static bool toRegion(const Layer& layer, FeatureShape& shape)
    {
        for (ProjectedPosition& p : shape.points) {
            if (layer.utmZone > 0 && std::floor(p.eastingMetres / 1e6) == layer.utmZone)
                p.eastingMetres -= layer.utmZone * 1e6;
            const bool good = layer.toRegion == nullptr ||
                              layer.toRegion->Transform(1, &p.eastingMetres, &p.northingMetres, nullptr) != 0;
            if (!good || !(std::abs(p.eastingMetres) < 1e8) || !(std::abs(p.northingMetres) < 1e8) ||
                !std::isfinite(p.heightMetres))
                return false;
        }
        return true;
    }

    QString m_path;
    ReadOptions m_options;
    Dataset m_dataset;
    std::vector<Layer> m_layers; ///< of each table
};

} // namespace

Result<FeatureSource> readOgr(const QString& path, const ReadOptions& options, Output* output,
                              const CancellationToken& cancel, const ProgressSink& progress)
{
    OgrReader reader(path, options);
    TWIN_TRY(FeatureSource source, reader.describe());
    if (output == nullptr)
        return source;
    TWIN_CHECK(output->begin(source));
    TWIN_CHECK(reader.read(source, *output, cancel, progress));
    TWIN_CHECK(output->finish(source));
    return source;
}

} // namespace twin::vector
