// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ControlPoints.h"

#include "geo/Crs.h"
#include "geo/GdalDataset.h"

#include <cmath>

#include <QCoreApplication>
#include <QFile>

namespace twin::geo {
namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

auto malformed(const QString& path, const QString& detail, qint64 line = -1)
{
    return failure(ErrorCode::MalformedData, tr("Die Passpunktdatei ist nicht lesbar."), detail,
                   tr("Erwartet wird eine .points-Datei von QGIS oder eine CSV-Datei mit der Kopfzeile "
                      "column,row,easting,northing."),
                   {path, line, {}});
}

/// Which column of the table holds what.
struct Columns {
    int name = -1;
    int column = -1;
    int row = -1;
    int easting = -1;
    int northing = -1;
    int enabled = -1;
    bool rowsCountUpwards = false; ///< QGIS: the picture lies below the axis

    [[nodiscard]] bool areComplete() const { return column >= 0 && row >= 0 && easting >= 0 && northing >= 0; }
};

Columns columnsOf(const QStringList& heading)
{
    Columns columns;
    for (int i = 0; i < heading.size(); ++i) {
        const QString word = heading[i].trimmed().toLower();
        const auto is = [&word](std::initializer_list<const char*> names) {
            return std::any_of(names.begin(), names.end(), [&](const char* n) { return word == QLatin1String(n); });
        };
        if (is({"name", "id", "nr"}))
            columns.name = i;
        else if (is({"mapx", "easting", "ost", "east"}))
            columns.easting = i;
        else if (is({"mapy", "northing", "nord", "north"}))
            columns.northing = i;
        else if (is({"pixelx", "sourcex", "column", "spalte"}))
            columns.column = i;
        else if (is({"pixely", "sourcey", "row", "zeile"})) {
            columns.row = i;
            columns.rowsCountUpwards = is({"pixely", "sourcey"});
        } else if (is({"enable", "enabled"}))
            columns.enabled = i;
    }
    return columns;
}

/// The code of a "#CRS:" line, which QGIS writes as WKT, or the text as it is.
QString crsOfLine(const QString& text)
{
    OGRSpatialReference crs;
    if (text.contains(QLatin1Char('[')) && crs.importFromWkt(text.toUtf8().constData()) == OGRERR_NONE)
        if (const char* code = crs.GetAuthorityCode(nullptr); code != nullptr)
            return QStringLiteral("EPSG:") + QLatin1String(code);
    return text;
}

Result<void> toRegion(std::vector<ControlPoint>& points, const QString& crsText, const QString& path)
{
    if (crsText.isEmpty())
        return failure(ErrorCode::MissingCrs, tr("Die Passpunkte nennen kein Koordinatenreferenzsystem."), {},
                       tr("Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832."), {path, -1, {}});
    TWIN_TRY(const Crs crs, parseCrs(crsText));
    TWIN_TRY(const Transformer transformer, Transformer::toRegion(crs));
    for (ControlPoint& point : points) {
        ProjectedPosition place{point.easting, point.northing, 0};
        TWIN_CHECK(transformer.transform({&place, 1}));
        point.easting = place.eastingMetres;
        point.northing = place.northingMetres;
    }
    return {};
}

} // namespace

Result<std::vector<ControlPoint>> readControlPoints(const QString& path, const QString& crs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, tr("Die Passpunktdatei fehlt oder ist nicht lesbar."), file.errorString(),
                       {}, {path, -1, {}});
    if (file.size() > largestFile)
        return malformed(path, QStringLiteral("larger than 16 MiB"));
    QString statedCrs;
    Columns columns;
    QChar separator = u',';
    std::vector<ControlPoint> points;
    const QStringList lines = QString::fromUtf8(file.readAll()).remove(QChar::ByteOrderMark).split(u'\n');
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QString line = lines[number].trimmed();
        if (line.startsWith(QLatin1String("#CRS:")))
            statedCrs = crsOfLine(line.mid(5).trimmed());
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (!columns.areComplete()) {
            separator = line.contains(u';') ? u';' : line.contains(u'\t') ? u'\t' : u',';
            columns = columnsOf(line.split(separator));
            if (!columns.areComplete())
                return malformed(path, QStringLiteral("heading: %1").arg(line.left(100)), number + 1);
            continue;
        }
        const QStringList cells = line.split(separator);
        if (columns.enabled >= 0 && cells.value(columns.enabled).trimmed() == QLatin1String("0"))
            continue;
        bool isGood = true;
        const auto cell = [&](int column) {
            QString text = cells.value(column).trimmed();
            if (separator != u',')
                text.replace(u',', u'.');
            bool isNumber = false;
            const double value = text.toDouble(&isNumber);
            isGood = isGood && isNumber && std::isfinite(value);
            return value;
        };
        ControlPoint point{cells.value(columns.name).trimmed(), cell(columns.column), cell(columns.row),
                           cell(columns.easting), cell(columns.northing)};
        if (!isGood)
            return malformed(path, line.left(100), number + 1);
        if (columns.rowsCountUpwards)
            point.row = -point.row;
        if (point.name.isEmpty())
            point.name = QString::number(points.size() + 1);
        points.push_back(std::move(point));
    }
    TWIN_CHECK(toRegion(points, statedCrs.isEmpty() ? crs : statedCrs, path));
    return points;
}

} // namespace twin::geo
