// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Gdal.h"

#include "geo/Crs.h"
#include "geo/GdalDataset.h"
#include "model/Logging.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <cpl_conv.h>
#include <proj.h>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr qint64 maxNodes = 400'000'000; ///< 1.6 GB of heights: a region of 20 km × 20 km at 1 m

// Everything else GDAL could open (VRT, WMS, HTTP, PDF, …) reads other files, executes code or talks to networks.
// MBTiles opens its file through SQLite.
constexpr std::array allowedDrivers{"GTiff",      "COG",  "MEM",         "Memory",  "AAIGrid", "PNG",
                                    "JPEG",       "WEBP", "GPKG",        "MBTiles", "GeoJSON", "ESRI Shapefile",
                                    "FlatGeobuf", "OSM",  "JP2OpenJPEG", "KML",     "SQLite",  "TopoJSON",
                                    "GeoJSONSeq"};

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

void CPL_STDCALL logMessage(CPLErr level, CPLErrorNum, const char* message)
{
    if (level >= CE_Failure)
        qCWarning(log::gdal, "%s", message);
    else
        qCDebug(log::gdal, "%s", message);
}

bool setUp()
{
    CPLSetErrorHandler(logMessage);
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable"); // no plug-ins from the environment
    CPLSetConfigOption("GML_PARSER", "EXPAT");
    CPLSetConfigOption("PROJ_NETWORK", "OFF");
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"); // no side-car files
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
    CPLSetConfigOption("GDAL_CACHEMAX", "128"); // MB, of all open rasters together
    GDALAllRegister();
    GDALDriverManager& manager = *GetGDALDriverManager();
    for (int i = manager.GetDriverCount() - 1; i >= 0; --i) {
        GDALDriver* driver = manager.GetDriver(i);
        const auto isThis = [driver](const char* name) { return EQUAL(driver->GetDescription(), name); };
        if (std::none_of(allowedDrivers.begin(), allowedDrivers.end(), isThis))
            manager.DeregisterDriver(driver);
    }
    return true;
}

tl::unexpected<Error> badGround(const QString& path, const QString& detail)
{
    return failure(ErrorCode::MalformedData, tr("Das Höhenmodell ist unbrauchbar."), detail, {}, {path, -1, {}});
}

} // namespace

void initialiseGdal()
{
    [[maybe_unused]] static const bool done = setUp();
}

QString gdalVersionText()
{
    initialiseGdal();
    const PJ_INFO proj = proj_info();
    const auto heights = Geocentric::create();
    const QString geoid = heights && heights->usesGeoidGrid() ? tr("Geoid GCG2016") : tr("Geoid als Konstante 46,1 m");
    return QStringLiteral("GDAL %1, PROJ %2, %3")
        .arg(QLatin1String(GDALVersionInfo("RELEASE_NAME")), QLatin1String(proj.version), geoid);
}

Result<void> writeGroundModel(const QString& path, const GroundModel& ground, const SceneFrame& frame)
{
    initialiseGdal();
    TWIN_TRY(const QByteArray name, fileName(path));
    const qint64 nodes = qint64(ground.columns) * ground.rows;
    if (ground.columns <= 0 || ground.rows <= 0 || nodes > maxNodes || qint64(ground.heights.size()) != nodes ||
        !(ground.spacingMetres > 0))
        return failure(ErrorCode::InvalidParameter, tr("Das Höhenmodell ist leer oder zu groß."));

    const char* const options[] = {"COMPRESS=DEFLATE", "ZLEVEL=3",         "PREDICTOR=3",
                                   "TILED=YES",        "BIGTIFF=IF_SAFER", nullptr};
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    Dataset dataset(
        driver->Create(name.constData(), ground.columns, ground.rows, 1, GDT_Float32, const_cast<char**>(options)));
    const auto cannotWrite = [&path] {
        return failure(ErrorCode::AccessDenied, tr("Das Höhenmodell lässt sich nicht schreiben."),
                       QString::fromUtf8(CPLGetLastErrorMsg()), {}, {path, -1, {}});
    };
    if (dataset == nullptr)
        return cannotWrite();

    const OGRSpatialReference crs = regionSpatialReference(false);
    dataset->SetSpatialRef(&crs);
    dataset->SetMetadataItem("AREA_OR_POINT", "Point");
    const double spacing = ground.spacingMetres;
    const ProjectedPosition southWest = frame.toProjected(ground.southWest);
    double corner[6] = {southWest.eastingMetres - spacing / 2,
                        spacing,
                        0,
                        southWest.northingMetres + (ground.rows - 0.5) * spacing,
                        0,
                        -spacing};
    dataset->SetGeoTransform(corner);
    GDALRasterBand* band = dataset->GetRasterBand(1);
    band->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    band->SetUnitType("m");
    band->SetDescription("DHHN2016");

    std::vector<float> line(static_cast<std::size_t>(ground.columns));
    for (int row = 0; row < ground.rows; ++row) {
        const auto from = ground.heights.begin() + std::ptrdiff_t(ground.rows - 1 - row) * ground.columns;
        std::transform(from, from + ground.columns, line.begin(),
                       [&frame](float z) { return float(double(z) + frame.origin().heightMetres); });
        if (band->RasterIO(GF_Write, 0, row, ground.columns, 1, line.data(), ground.columns, 1, GDT_Float32, 0, 0,
                           nullptr) != CE_None)
            return cannotWrite();
    }
    CPLErrorReset();
    dataset.reset(); // flushes
    if (CPLGetLastErrorType() >= CE_Failure)
        return cannotWrite();
    return {};
}

Result<GroundModel> readGroundModel(const QString& path, const SceneFrame& frame)
{
    initialiseGdal();
    TWIN_TRY(const Dataset dataset, openRaster(path, {QStringLiteral("GTiff")}));
    double corner[6];
    const qint64 nodes = qint64(dataset->GetRasterXSize()) * dataset->GetRasterYSize();
    if (dataset->GetRasterCount() < 1 || nodes > maxNodes)
        return badGround(path, QStringLiteral("%1 bands, %2 cells").arg(dataset->GetRasterCount()).arg(nodes));
    if (!isRegionCrs(dataset->GetSpatialRef()))
        return failure(ErrorCode::TransformFailed, tr("Das Höhenmodell ist nicht in EPSG:25832."), {}, {},
                       {path, -1, {}});
    if (dataset->GetGeoTransform(corner) != CE_None || corner[2] != 0 || corner[4] != 0 || !(corner[1] > 0) ||
        !(std::abs(corner[1] + corner[5]) < 1e-6 * corner[1]))
        return badGround(path, QStringLiteral("not a north-up grid of square cells"));

    GroundModel ground;
    ground.columns = dataset->GetRasterXSize();
    ground.rows = dataset->GetRasterYSize();
    ground.spacingMetres = corner[1];
    ground.southWest = frame.toLocal(
        {corner[0] + corner[1] / 2, corner[3] - (ground.rows - 0.5) * corner[1], frame.origin().heightMetres});
    ground.heights.resize(static_cast<std::size_t>(nodes));
    GDALRasterBand* band = dataset->GetRasterBand(1);
    int hasNoData = 0;
    const double noData = band->GetNoDataValue(&hasNoData);
    for (int row = 0; row < ground.rows; ++row) {
        float* line = ground.heights.data() + std::ptrdiff_t(ground.rows - 1 - row) * ground.columns;
        if (band->RasterIO(GF_Read, 0, row, ground.columns, 1, line, ground.columns, 1, GDT_Float32, 0, 0, nullptr) !=
            CE_None)
            return badGround(path, QString::fromUtf8(CPLGetLastErrorMsg()));
        std::transform(line, line + ground.columns, line, [&](float height) {
            const bool missing = !std::isfinite(height) || (hasNoData != 0 && height == float(noData));
            return missing ? std::numeric_limits<float>::quiet_NaN()
                           : float(double(height) - frame.origin().heightMetres);
        });
    }
    return ground;
}

} // namespace twin::geo
