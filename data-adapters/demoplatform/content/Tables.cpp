// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Tables.h"

#include <algorithm>
#include <functional>

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

namespace twin::demoplatform {
namespace {

/// One line of RFC 4180 without line breaks in fields.
QStringList splitLine(const QString& line)
{
    QStringList row{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c == QLatin1Char(',') && !quoted)
            row.append(QString());
        else
            row.last() += c;
    }
    return row;
}

bool forEachRow(const char* name, qsizetype columns, const std::function<void(const QStringList&)>& take)
{
    QFile file(QStringLiteral(":/demo/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool header = true;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')) || std::exchange(header, false))
            continue;
        const QStringList row = splitLine(line);
        if (row.size() < columns)
            return false;
        take(row);
    }
    return !header;
}

const QStringList& monthNames()
{
    static const QStringList names = QStringLiteral("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split(u' ');
    return names;
}

void takeClimate(Tables& tables, const QStringList& row)
{
    const std::map<QString, Months*> months = {{QStringLiteral("temp_mean"), &tables.temperature},
                                               {QStringLiteral("temp_diurnal_amplitude"), &tables.amplitude},
                                               {QStringLiteral("precipitation"), &tables.precipitation},
                                               {QStringLiteral("wind_speed_mean_10m"), &tables.wind},
                                               {QStringLiteral("relative_humidity_mean"), &tables.humidity},
                                               {QStringLiteral("river_temp_ruhr"), &tables.riverTemperature}};
    const std::map<QString, Hours*> hours = {
        {QStringLiteral("no2_street_weekday"), &tables.no2Street},
        {QStringLiteral("no2_background_weekday"), &tables.no2Background},
        {QStringLiteral("o3_background_summer"), &tables.o3},
        {QStringLiteral("parking_occupancy_city_saturday"), &tables.parkingSaturday},
        {QStringLiteral("parking_occupancy_city_weekday"), &tables.parkingWeekday},
        {QStringLiteral("pm10_background"), &tables.pm10},
        {QStringLiteral("road_traffic_weekday"), &tables.traffic}};
    const QString& key = row[2];
    const double value = row[3].toDouble();
    if (row[0] == QLatin1String("climate")) {
        const auto month = monthNames().indexOf(key.section(u'_', -1));
        const auto normal = months.find(key.section(u'_', 0, -2));
        if (normal != months.end() && month >= 0)
            (*normal->second)[std::size_t(month)] = value;
    } else if (row[0] == QLatin1String("diurnal_factor")) {
        const auto shape = hours.find(row[1]);
        const int hour = key.mid(1).toInt();
        if (shape != hours.end() && hour >= 0 && hour < 24)
            (*shape->second)[std::size_t(hour)] = value;
    } else if (row[0] == QLatin1String("parking")) {
        tables.carParks.push_back({row[1], int(value), row[5].toDouble(), row[4].toDouble()});
    }
}

void takeLine(Tables& tables, const QStringList& row)
{
    if (row[0] != QLatin1String("stadtbahn"))
        return;
    if (tables.tramLines.empty() || tables.tramLines.back().title != row[1])
        tables.tramLines.push_back({row[1].section(u' ', 0, 0), row[1], {}});
    const QString stop = row[5].startsWith(QLatin1String("way point")) ? QString() : row[5];
    tables.tramLines.back().points.push_back({stop, row[2].toDouble(), row[3].toDouble(), row[4].toDouble()});
}

} // namespace

Result<Tables> Tables::load()
{
    Tables tables;
    const bool isRead = forEachRow("climate.csv", 6, [&](const QStringList& row) { takeClimate(tables, row); }) &&
                        forEachRow("lines.csv", 6, [&](const QStringList& row) { takeLine(tables, row); });
    const bool isFilled =
        tables.temperature[6] > 0 && tables.traffic[8] > 0 && !tables.carParks.empty() && !tables.tramLines.empty();
    if (!isRead || !isFilled)
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("twin::demoplatform", "Die Tabellen der Demo-Plattform sind beschädigt."));
    return tables;
}

} // namespace twin::demoplatform
