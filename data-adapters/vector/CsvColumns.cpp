// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/CsvColumns.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

namespace twin::vector {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::vector", text);
}

/// Ranges of coordinates in Germany that tell a CRS by themselves.
struct KnownRange {
    const char* crs;
    const char* name;
    double leastEast, mostEast, leastNorth, mostNorth;
};
constexpr std::array knownRanges{
    KnownRange{"EPSG:4326", QT_TRANSLATE_NOOP("twin::vector", "geographisch (WGS 84)"), -180, 180, -90, 90},
    KnownRange{"EPSG:25832", "ETRS89/UTM 32N", 1.5e5, 9.5e5, 5.2e6, 6.2e6},
    KnownRange{"EPSG:4647", "ETRS89/UTM 32N (zE-N)", 3.2e7 + 1.5e5, 3.2e7 + 9.5e5, 5.2e6, 6.2e6},
    KnownRange{"EPSG:31466", "DHDN/Gauß-Krüger 2", 2.45e6, 2.75e6, 5.2e6, 6.2e6},
    KnownRange{"EPSG:31467", "DHDN/Gauß-Krüger 3", 3.3e6, 3.75e6, 5.2e6, 6.2e6},
};

} // namespace

CsvColumns::CsvColumns(const QStringList& header, bool decimalComma) : m_decimalComma(decimalComma)
{
    for (const QString& name : header)
        m_columns.push_back({name.isEmpty() ? QStringLiteral("spalte_%1").arg(m_columns.size() + 1) : name});
}

std::optional<double> CsvColumns::number(const QString& text) const
{
    bool good = false;
    double value = text.toDouble(&good);
    if (!good && m_decimalComma) {
        QString point = text;
        if (point.count(QLatin1Char(',')) == 1) { // 394.012,75 or 394012,75
            point.remove(QLatin1Char('.'));
            point.replace(QLatin1Char(','), QLatin1Char('.'));
            value = point.toDouble(&good);
        }
    }
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void CsvColumns::see(const QStringList& record)
{
    for (std::size_t i = 0; i < m_columns.size() && qsizetype(i) < record.size(); ++i) {
        const QString& text = record[qsizetype(i)];
        Column& column = m_columns[i];
        if (text.isEmpty() || !column.real)
            continue;
        const std::optional<double> value = number(text);
        const bool key = text.size() > 1 && text[0] == QLatin1Char('0') && text[1].isDigit(); // 05913000
        column.real = value.has_value() && !key;
        bool whole = false;
        static_cast<void>(text.toLongLong(&whole));
        column.integer = column.integer && whole && column.real;
        if (!column.real)
            continue;
        column.least = column.any ? std::min(column.least, *value) : *value;
        column.most = column.any ? std::max(column.most, *value) : *value;
        column.any = true;
    }
}

std::vector<FeatureField> CsvColumns::fields() const
{
    std::vector<FeatureField> fields;
    for (const Column& column : m_columns)
        fields.push_back({column.name, !column.any || !column.real ? FieldType::Text
                                       : column.integer            ? FieldType::Integer
                                                                   : FieldType::Real});
    return fields;
}

int CsvColumns::find(std::initializer_list<const char*> names) const
{
    for (const char* name : names)
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].name.compare(QString::fromUtf8(name), Qt::CaseInsensitive) == 0)
                return int(i);
    return -1;
}

Result<CsvPlace> CsvColumns::place(const QString& crsOption) const
{
    CsvPlace place;
    place.fromOption = !crsOption.isEmpty();
    place.wkt = find({"WKT", "geom_wkt", "the_geom", "geometry", "geometrie", "shape"});
    place.pair = find({"geo_point_2d", "geo_point", "koordinaten", "coordinates"});
    if (place.wkt >= 0 || place.pair >= 0) {
        place.crs = crsOption.isEmpty() ? QStringLiteral("EPSG:4326") : crsOption;
        place.remarks.append(tr("Lage aus Spalte „%1“, Koordinatenreferenzsystem %2.")
                                 .arg(m_columns[std::size_t(std::max(place.wkt, place.pair))].name, place.crs));
        return place;
    }
    place.east = find(
        {"lon", "long", "lng", "longitude", "laenge", "länge", "laengengrad", "längengrad", "geo_lon", "lon_wgs84"});
    place.north = find({"lat", "latitude", "breite", "breitengrad", "geo_lat", "lat_wgs84"});
    if (place.east < 0 || place.north < 0) {
        place.east = find({"easting", "ostwert", "rechtswert", "rw", "utm_ost", "utm_x", "x_utm", "utm_e", "ost",
                           "east", "e", "koord_x", "x_koordinate", "x-koordinate", "xcoord", "x"});
        place.north = find({"northing", "nordwert", "hochwert", "hw", "utm_nord", "utm_y", "y_utm", "utm_n", "nord",
                            "north", "n", "koord_y", "y_koordinate", "y-koordinate", "ycoord", "y"});
    }
    if (place.east < 0 || place.north < 0)
        return failure(
            ErrorCode::NoData, tr("Die Tabelle hat keine Spalten mit Koordinaten."), {},
            tr("Nennen Sie die Spalten zum Beispiel „x“ und „y“, „Rechtswert“ und „Hochwert“, „lon“ und „lat“ "
               "oder „WKT“."));
    return placeOfPair(std::move(place), crsOption);
}

Result<CsvPlace> CsvColumns::placeOfPair(CsvPlace place, const QString& crsOption) const
{
    const Column& east = m_columns[std::size_t(place.east)];
    const Column& north = m_columns[std::size_t(place.north)];
    if (!east.any || !north.any || !east.real || !north.real)
        return failure(ErrorCode::NoData,
                       tr("Die Spalten „%1“ und „%2“ enthalten keine Zahlen.").arg(east.name, north.name));
    QString name = crsOption;
    place.crs = crsOption;
    for (const KnownRange& known : knownRanges)
        if (place.crs.isEmpty() && east.least >= known.leastEast && east.most <= known.mostEast &&
            north.least >= known.leastNorth && north.most <= known.mostNorth) {
            place.crs = QLatin1String(known.crs);
            name = tr(known.name);
        }
    if (place.crs.isEmpty())
        return failure(ErrorCode::MissingCrs,
                       tr("Die Koordinaten der Spalten „%1“ und „%2“ verraten kein Koordinatenreferenzsystem.")
                           .arg(east.name, north.name));
    place.remarks.append(
        tr("Lage aus den Spalten „%1“ und „%2“, Koordinatenreferenzsystem %3.").arg(east.name, north.name, name));
    return place;
}

QVariant CsvColumns::valueOf(const QString& text, FieldType type) const
{
    if (text.isEmpty())
        return {};
    if (type == FieldType::Integer)
        return qlonglong(text.toLongLong());
    if (type == FieldType::Real) {
        const std::optional<double> value = number(text);
        return value ? QVariant(*value) : QVariant();
    }
    return text;
}

std::optional<ProjectedPosition> CsvColumns::pointOf(const QStringList& record, const CsvPlace& place) const
{
    if (place.pair >= 0) {
        const QStringList parts = record.value(place.pair).split(QLatin1Char(','));
        bool good[2]{};
        if (parts.size() != 2)
            return std::nullopt;
        const double latitude = parts[0].trimmed().toDouble(&good[0]);
        const double longitude = parts[1].trimmed().toDouble(&good[1]);
        return good[0] && good[1] ? std::optional(ProjectedPosition{longitude, latitude, 0}) : std::nullopt;
    }
    const auto east = number(record.value(place.east));
    const auto north = number(record.value(place.north));
    return east && north ? std::optional(ProjectedPosition{*east, *north, 0}) : std::nullopt;
}

} // namespace twin::vector
