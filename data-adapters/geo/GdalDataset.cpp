// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/GdalDataset.h"

#include "geo/Gdal.h"
#include "geo/text/TextEncoding.h"

#include <vector>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

} // namespace

Result<QByteArray> fileName(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (path.isEmpty() || path.contains(QChar(0)) || absolute.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
        return failure(ErrorCode::InvalidParameter, tr("„%1“ ist kein Dateiname.").arg(path.left(200)));
    return absolute.toUtf8();
}

Result<Dataset> openRaster(const QString& path, const QStringList& drivers)
{
    initialiseGdal();
    TWIN_TRY(const QByteArray name, fileName(path));
    if (!QFileInfo(path).isFile())
        return failure(ErrorCode::NotFound, tr("Die Datei fehlt."), {}, {}, {path, -1, {}});
    std::vector<QByteArray> names;
    for (const QString& driver : drivers)
        names.push_back(driver.toLatin1());
    std::vector<const char*> allowed;
    for (const QByteArray& driver : names)
        allowed.push_back(driver.constData());
    allowed.push_back(nullptr);
    CPLErrorReset();
    Dataset dataset(GDALDataset::Open(name.constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, allowed.data()));
    if (dataset != nullptr)
        return dataset;
    if (const QString encoding = unicodeMark(path); !encoding.isEmpty())
        return failure(wronglyEncoded(path, encoding));
    return failure(ErrorCode::MalformedData, tr("Die Rasterdatei ist nicht lesbar."), lastGdalMessage(), {},
                   {path, -1, {}});
}

QString lastGdalMessage()
{
    return QString::fromUtf8(CPLGetLastErrorMsg());
}

OGRSpatialReference regionSpatialReference(bool withHeights)
{
    OGRSpatialReference crs;
    crs.SetFromUserInput(withHeights ? "EPSG:25832+7837" : "EPSG:25832");
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

bool isRegionCrs(const OGRSpatialReference* crs)
{
    if (crs == nullptr)
        return false;
    OGRSpatialReference horizontal(*crs);
    horizontal.StripVertical();
    const char* code = horizontal.GetAuthorityCode(nullptr);
    if (code != nullptr)
        return EQUAL(code, "25832");
    const OGRSpatialReference region = regionSpatialReference(false);
    return horizontal.IsSame(&region) != 0;
}

} // namespace twin::geo
