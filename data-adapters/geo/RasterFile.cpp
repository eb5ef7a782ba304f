// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/RasterFile.h"

#include "geo/Crs.h"
#include "geo/Gdal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

struct Format {
    const char* ending;
    const char* driver; ///< null: our own reader
    const char* name;
};
constexpr double leastSpacing = 1e-4; ///< of pixels, metres: nobody measures finer

constexpr std::array formats{
    Format{"xyz", nullptr, "XYZ"},
    Format{"xyz.gz", nullptr, "XYZ"},
    Format{"txt", nullptr, "XYZ"},
    Format{"csv", nullptr, "XYZ"},
    Format{"asc", "AAIGrid", "Esri ASCII"},
    Format{"tif", "GTiff", "GeoTIFF"},
    Format{"tiff", "GTiff", "GeoTIFF"},
    Format{"jp2", "JP2OpenJPEG", "JPEG 2000"},
    Format{"j2k", "JP2OpenJPEG", "JPEG 2000"},
    Format{"png", "PNG", "PNG"},
    Format{"jpg", "JPEG", "JPEG"},
    Format{"jpeg", "JPEG", "JPEG"},
    Format{"webp", "WEBP", "WebP"},
    Format{"mbtiles", "MBTiles", "MBTiles"},
    Format{"gpkg", "GPKG", "GeoPackage"},
};

const Format* formatOf(const QString& path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    for (const Format& format : formats)
        if (name.endsWith(QLatin1Char('.') + QLatin1String(format.ending)))
            return &format;
    return nullptr;
}

/// Files called .txt or .csv, and .asc of the surveys, may hold an XYZ list.
bool isXyz(const QString& path, const Format& format)
{
    if (format.driver == nullptr)
        return true;
    if (qstrcmp(format.driver, "AAIGrid") != 0)
        return false;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && !file.read(256).toLower().contains("ncols") && looksLikeXyz(path);
}

/// The names of the German surveys say the UTM zone and the square kilometre: dgm1_32_345_5673_1_nw.xyz.gz,
/// dop10rgbi_32_389_5709_1_nw_2021.jp2.
struct AdvName {
    int zone = 0;
    double west = 0;
    double south = 0;
    double sizeMetres = 0;
};

std::optional<AdvName> advName(const QString& path)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(?:n?d[go]m|dop)[0-9]+[a-z]*_(3[1-3])_?([0-9]{3})_([0-9]{4})_([0-9]{1,2})_)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(QFileInfo(path).fileName());
    if (!match.hasMatch())
        return std::nullopt;
    return AdvName{match.captured(1).toInt(), match.captured(2).toInt() * 1000.0, match.captured(3).toInt() * 1000.0,
                   match.captured(4).toInt() * 1000.0};
}

QDate dateOfName(const QString& path)
{
    static const QRegularExpression day(
        QStringLiteral(R"((?<!\d)((?:1[6-9]|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d))"));
    static const QRegularExpression year(QStringLiteral(R"((?<!\d)(1[6-9]\d\d|20\d\d)(?!\d))"));
    const QString name = QFileInfo(path).completeBaseName();
    if (const auto match = day.match(name); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt()};
    if (const auto match = year.match(name); match.hasMatch())
        return {match.captured(1).toInt(), 1, 1};
    return {};
}

QDate dateOfMetadata(GDALDataset& dataset)
{
    const char* text = dataset.GetMetadataItem("TIFFTAG_DATETIME");
    return text == nullptr ? QDate()
                           : QDate::fromString(QString::fromLatin1(text).left(10), QStringLiteral("yyyy:MM:dd"));
}

/// The six lines of a world file: they place the middle of the first pixel.
std::optional<GeoTransform> worldFile(const QString& path)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix();
    const QString base = info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('.');
    const QStringList endings{suffix.left(1) + suffix.right(1) + QLatin1Char('w'), suffix + QLatin1Char('w'),
                              QStringLiteral("wld")};
    for (const QString& ending : endings) {
        QFile file(base + ending);
        if (!file.open(QIODevice::ReadOnly) || file.size() > 4096)
            continue;
        std::array<double, 6> v{};
        std::size_t count = 0;
        const QStringList words = QString::fromLatin1(file.readAll()).simplified().split(QLatin1Char(' '));
        for (const QString& word : words) {
            bool isNumber = false;
            const double value = QString(word).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
            if (isNumber && std::isfinite(value) && count < v.size())
                v[count++] = value;
        }
        if (count == v.size())
            return GeoTransform{v[4] - (v[0] + v[2]) / 2, v[0], v[2], v[5] - (v[1] + v[3]) / 2, v[1], v[3]};
    }
    return std::nullopt;
}

std::optional<OGRSpatialReference> projectionFile(const QString& path)
{
    const QFileInfo info(path);
    QFile file(info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".prj"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > 65536)
        return std::nullopt;
    OGRSpatialReference crs;
    const QByteArray wkt = file.readAll();
    if (!wkt.trimmed().contains('[') || crs.importFromWkt(wkt.constData()) != OGRERR_NONE)
        return std::nullopt;
    crs.AutoIdentifyEPSG();
    return crs;
}

QString textOf(const OGRSpatialReference& crs)
{
    OGRSpatialReference horizontal(crs);
    horizontal.StripVertical();
    const char* authority = horizontal.GetAuthorityName(nullptr);
    const char* code = horizontal.GetAuthorityCode(nullptr);
    QString text = authority != nullptr && code != nullptr
                       ? QLatin1String(authority) + QLatin1Char(':') + QLatin1String(code)
                       : QString::fromUtf8(horizontal.GetName());
    if (const char* vertical = crs.IsCompound() != 0 ? crs.GetAuthorityCode("COMPD_CS|VERT_CS") : nullptr;
        vertical != nullptr)
        text += QLatin1Char('+') + QLatin1String(vertical);
    return text;
}

/// What settles where a raster lies, from whoever says it first.
struct Place {
    OGRSpatialReference crs;
    GeoTransform transform{};
    QString text;
    QString origin;
    QString vertical;
};

Result<void> takeCrs(Place& place, const QString& text, const QString& origin)
{
    TWIN_TRY(const Crs crs, parseCrs(text));
    if (place.crs.SetFromUserInput(crs.horizontal.toLatin1().constData()) != OGRERR_NONE)
        return failure(ErrorCode::TransformFailed,
                       tr("Das Koordinatenreferenzsystem „%1“ ist nicht bekannt.").arg(text));
    place.text = text;
    place.origin = origin;
    place.vertical = crs.vertical;
    return {};
}

Result<void> findCrs(Place& place, const QString& path, const OGRSpatialReference* own, const RasterOptions& options,
                     double middleX, double middleY)
{
    if (own != nullptr && !own->IsEmpty() && !own->IsLocal()) {
        place.crs = *own;
        place.text = textOf(*own);
        place.origin = QStringLiteral("file");
        if (own->IsCompound() != 0 || own->IsVertical() != 0)
            place.vertical = QStringLiteral("stated");
        return {};
    }
    if (const auto crs = projectionFile(path)) {
        place.crs = *crs;
        place.text = textOf(*crs);
        place.origin = QStringLiteral("prj");
        return {};
    }
    if (const auto name = advName(path)) {
        const double x = std::fmod(middleX, 1e6);
        if (x >= name->west && x <= name->west + name->sizeMetres && middleY >= name->south &&
            middleY <= name->south + name->sizeMetres)
            return takeCrs(place, QStringLiteral("EPSG:%1+7837").arg(25800 + name->zone), QStringLiteral("file name"));
    }
    if (options.crs.isEmpty())
        return failure(ErrorCode::MissingCrs, tr("Die Datei nennt kein Koordinatenreferenzsystem."), {},
                       tr("Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832."), {path, -1, {}});
    return takeCrs(place, options.crs, QStringLiteral("--crs"));
}

/// Eastings of UTM that carry their zone lose it.
void removeZonePrefix(Place& place)
{
    const char* text = place.crs.GetAuthorityCode(nullptr);
    const int code = text == nullptr ? 0 : QByteArray(text).toInt();
    const int zone = code >= 25828 && code <= 25838 ? code - 25800 : code >= 32601 && code <= 32660 ? code - 32600 : 0;
    if (zone > 0 && std::floor(place.transform[0] / 1e6) == zone)
        place.transform[0] -= zone * 1e6;
}

/// Far from its zone UTM no longer means anything: the region CRS serves central Europe.
Result<void> checkExtent(const RasterInfo& info)
{
    const Box widest = [] {
        Box box;
        box.include(LocalPosition{-800'000, 4'500'000, 0});
        box.include(LocalPosition{1'800'000, 7'500'000, 0});
        return box;
    }();
    const Box& extent = info.extent;
    if (!extent.isEmpty() && extent.min.x >= widest.min.x && extent.max.x <= widest.max.x &&
        extent.min.y >= widest.min.y && extent.max.y <= widest.max.y) {
        if (info.spacingMetres >= leastSpacing)
            return {};
        return failure(ErrorCode::MalformedData,
                       tr("Die Lage des Rasters kann nicht stimmen: Ein Rasterpunkt mäße weniger als 0,1 mm."),
                       QStringLiteral("%1 m").arg(info.spacingMetres, 0, 'g', 3),
                       tr("Prüfen Sie die Weltdatei oder die Passpunkte."), {info.path, -1, {}});
    }
    return failure(ErrorCode::OutOfRegion, tr("Das Raster liegt außerhalb des Gebiets, in dem EPSG:25832 gilt."),
                   QStringLiteral("%1, extent %2 … %3, %4 … %5")
                       .arg(info.crs)
                       .arg(extent.min.x, 0, 'f', 0)
                       .arg(extent.max.x, 0, 'f', 0)
                       .arg(extent.min.y, 0, 'f', 0)
                       .arg(extent.max.y, 0, 'f', 0),
                   tr("Prüfen Sie das Koordinatenreferenzsystem; schneiden Sie größere Raster auf Ihr Gebiet zu."),
                   {info.path, -1, {}});
}

RasterUse useOf(GDALDataset& dataset, const QString& path)
{
    GDALRasterBand* band = dataset.GetRasterBand(1);
    if (dataset.GetRasterCount() > 2 || band->GetColorTable() != nullptr)
        return RasterUse::Picture;
    const GDALDataType type = band->GetRasterDataType();
    if (type == GDT_Float32 || type == GDT_Float64 || type == GDT_Int16 || type == GDT_Int32)
        return RasterUse::Heights;
    static const QRegularExpression heightName(QStringLiteral("dgm|dem|dtm|dsm|dom[0-9]|hoehe|höhe|height|elev"),
                                               QRegularExpression::CaseInsensitiveOption);
    const bool isNamed = QFileInfo(path).fileName().contains(heightName);
    return type != GDT_Byte && isNamed ? RasterUse::Heights : RasterUse::Picture;
}

tl::unexpected<Error> unsupported(const QString& path)
{
    return failure(ErrorCode::UnsupportedFormat, tr("Dieses Rasterformat wird nicht gelesen."), {},
                   tr("Gelesen werden XYZ, ASC, GeoTIFF, JPEG 2000, PNG und JPEG mit Weltdatei, MBTiles und "
                      "GeoPackage."),
                   {path, -1, {}});
}

/// A GeoPackage or MBTiles without one raster of its own offers its tables.
Result<Dataset> openFormat(const QString& path, const Format& format)
{
    TWIN_TRY(Dataset dataset, openRaster(path, {QLatin1String(format.driver)}));
    if (dataset->GetRasterCount() == 0) {
        CPLStringList tables(dataset->GetMetadata("SUBDATASETS"), FALSE);
        const char* first = tables.FetchNameValue("SUBDATASET_1_NAME");
        const char* const drivers[] = {format.driver, nullptr};
        Dataset table(first == nullptr ? nullptr
                                       : GDALDataset::Open(first, GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
        if (table == nullptr)
            return failure(ErrorCode::MalformedData, tr("Die Datei enthält kein Raster."), lastGdalMessage(), {},
                           {path, -1, {}});
        return table;
    }
    return dataset;
}

/// GDAL reads whole blocks: some hundred bytes of JPEG 2000 can declare blocks of gigabytes for a raster of some
/// pixels.
Result<void> checkBlocks(GDALDataset& dataset, const QString& path)
{
    constexpr double mostSamples = 1 << 28;
    constexpr double mostOfRaster = 16; // times its area; a tile may reach beyond its edges
    constexpr double smallBlock = 1 << 20;
    int columns = 0;
    int rows = 0;
    dataset.GetRasterBand(1)->GetBlockSize(&columns, &rows);
    const double block = static_cast<double>(columns) * rows;
    const double raster = static_cast<double>(dataset.GetRasterXSize()) * dataset.GetRasterYSize();
    if (block * dataset.GetRasterCount() <= mostSamples && (block <= smallBlock || block <= raster * mostOfRaster))
        return {};
    return failure(ErrorCode::ResourceExhausted, tr("Die Kacheln des Rasters sind zu groß, um sie zu lesen."),
                   QStringLiteral("%1 × %2").arg(columns).arg(rows),
                   tr("Wandeln Sie es in ein GeoTIFF mit Kacheln um, zum Beispiel mit „gdal_translate -co TILED=YES“."),
                   {path, -1, {}});
}

GeoTransform transformOf(const HeightGrid& grid)
{
    return {grid.west - grid.spacingX / 2, grid.spacingX, 0, grid.north + grid.spacingY / 2, 0, -grid.spacingY};
}

Result<void> settlePlace(RasterFile& file, const QString& path, const RasterOptions& options, bool isList)
{
    RasterInfo& info = file.info;
    if (options.fit) {
        file.map = PixelMap::make(*options.fit);
        info.crs = QStringLiteral("EPSG:25832");
        info.crsOrigin = QStringLiteral("control points");
    } else {
        Place place;
        const bool hasOwn = isList || file.dataset->GetGeoTransform(place.transform.data()) == CE_None;
        if (isList)
            place.transform = transformOf(file.grid);
        else if (const auto world = hasOwn ? std::nullopt : worldFile(path))
            place.transform = *world;
        else if (!hasOwn)
            return failure(
                ErrorCode::MissingCrs, tr("Das Bild hat keine Georeferenz."), {},
                tr("Legen Sie eine Weltdatei (.tfw, .jgw, .pgw, .wld) daneben, oder fügen Sie es mit "
                   "Passpunkten einer Region hinzu: stadtzwilling add DATEI --to REGION --points PASSPUNKTE."),
                {path, -1, {}});
        double middleX = info.columns / 2.0;
        double middleY = info.rows / 2.0;
        GDALApplyGeoTransform(place.transform.data(), middleX, middleY, &middleX, &middleY);
        TWIN_CHECK(findCrs(place, path, isList ? nullptr : file.dataset->GetSpatialRef(), options, middleX, middleY));
        removeZonePrefix(place);
        TWIN_TRY(file.map, PixelMap::make(place.crs, place.transform));
        info.crs = place.text;
        info.crsOrigin = place.origin;
        info.heightsStated = !place.vertical.isEmpty();
        file.heightsAreEllipsoidal = place.vertical == ellipsoidalHeights;
    }
    info.extent = file.map.extentOf(info.columns, info.rows);
    info.spacingMetres = file.map.spacingOf(info.columns, info.rows);
    return checkExtent(info);
}

} // namespace

Result<Dataset> showGrid(const HeightGrid& grid, float* heights)
{
    initialiseGdal();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    Dataset dataset(driver->Create("", grid.columns, grid.rows, 0, GDT_Float32, nullptr));
    char pointer[64] = {};
    const int length = CPLPrintPointer(pointer, heights, sizeof pointer - 1);
    const QByteArray option = "DATAPOINTER=" + QByteArray(pointer, length);
    const char* const options[] = {option.constData(), nullptr};
    if (dataset == nullptr || dataset->AddBand(GDT_Float32, const_cast<char**>(options)) != CE_None)
        return failure(ErrorCode::ResourceExhausted, tr("Für das Höhengitter fehlt Speicher."), lastGdalMessage());
    dataset->GetRasterBand(1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    return dataset;
}

bool isRasterFile(const QString& path)
{
    const Format* format = formatOf(path);
    if (format == nullptr)
        return false;
    const QLatin1String ending(format->ending);
    if (ending == QLatin1String("txt") || ending == QLatin1String("csv"))
        return pointListOf(path) == PointList::Grid;
    if (ending == QLatin1String("gpkg")) // most GeoPackages hold vectors
        return openRaster(path, {QStringLiteral("GPKG")}).has_value();
    return true;
}

Result<RasterPeek> peekRaster(const QString& path)
{
    initialiseGdal();
    const Format* format = formatOf(path);
    if (format == nullptr)
        return unsupported(path);
    if (isXyz(path, *format))
        return RasterPeek{RasterUse::Heights, dateOfName(path)};
    TWIN_TRY(const Dataset dataset, openFormat(path, *format));
    if (dataset->GetRasterCount() < 1)
        return failure(ErrorCode::MalformedData, tr("Die Datei enthält kein Raster."), {}, {}, {path, -1, {}});
    const QDate named = dateOfName(path);
    return RasterPeek{useOf(*dataset, path), named.isValid() ? named : dateOfMetadata(*dataset)};
}

Result<RasterFile> RasterFile::open(const QString& path, const RasterOptions& options, const CancellationToken& cancel)
{
    initialiseGdal();
    const Format* format = formatOf(path);
    if (format == nullptr)
        return unsupported(path);
    RasterFile file;
    const bool isList = isXyz(path, *format);
    if (isList) {
        TWIN_TRY(file.grid, readXyz(path, cancel));
        TWIN_TRY(file.dataset, showGrid(file.grid, file.grid.heights.data()));
    } else {
        TWIN_TRY(file.dataset, openFormat(path, *format));
    }
    RasterInfo& info = file.info;
    info.path = path;
    info.format = isList ? QStringLiteral("XYZ") : QLatin1String(format->name);
    info.columns = file.dataset->GetRasterXSize();
    info.rows = file.dataset->GetRasterYSize();
    info.bands = file.dataset->GetRasterCount();
    info.outliers = file.grid.outliers;
    if (info.bands < 1)
        return failure(ErrorCode::MalformedData, tr("Die Datei enthält kein Raster."), {}, {}, {path, -1, {}});
    if (!isList)
        TWIN_CHECK(checkBlocks(*file.dataset, path));
    info.use = isList ? RasterUse::Heights : options.use.value_or(useOf(*file.dataset, path));
    info.date = dateOfName(path);
    if (!info.date.isValid())
        info.date = dateOfMetadata(*file.dataset);
    TWIN_CHECK(settlePlace(file, path, options, isList));
    return file;
}

Result<RasterInfo> describeRaster(const QString& path, const RasterOptions& options)
{
    TWIN_TRY(const RasterFile file, RasterFile::open(path, options, {}));
    return file.info;
}

} // namespace twin::geo
