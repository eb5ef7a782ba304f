// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointStatistics.h"

#include "model/points/PointClass.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace twin::package {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::package::Points)
};

constexpr double brightShare = 0.98;

} // namespace

void PointStatistics::add(const PointBatch& batch)
{
    points += static_cast<std::int64_t>(batch.positions.size());
    for (const ProjectedPosition& p : batch.positions)
        extent.include(LocalPosition{p.eastingMetres, p.northingMetres, p.heightMetres});
    for (const PointAttributes& a : batch.attributes) {
        ++classes[a.classification];
        ++intensities[a.intensity >> 8];
        flightLines.set(a.flightLine);
        mostColour = std::max({mostColour, a.red, a.green, a.blue});
        if (a.gpsTimeSeconds != 0) {
            firstGpsTime = std::min(firstGpsTime, a.gpsTimeSeconds);
            lastGpsTime = std::max(lastGpsTime, a.gpsTimeSeconds);
        }
    }
}

void PointStatistics::add(const PointStatistics& other)
{
    points += other.points;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i] += other.classes[i];
        intensities[i] += other.intensities[i];
    }
    flightLines |= other.flightLines;
    mostColour = std::max(mostColour, other.mostColour);
    firstGpsTime = std::min(firstGpsTime, other.firstGpsTime);
    lastGpsTime = std::max(lastGpsTime, other.lastGpsTime);
    extent.include(other.extent);
}

double PointStatistics::brightIntensity() const
{
    std::int64_t below = 0;
    for (std::size_t i = 0; i < intensities.size(); ++i) {
        below += intensities[i];
        if (static_cast<double>(below) >= brightShare * static_cast<double>(points))
            return static_cast<double>((i + 1) << 8);
    }
    return 65535;
}

double PointStatistics::pointsPerSquareMetre() const
{
    const LocalPosition size = extent.size();
    const double area = size.x * size.y;
    return area > 0 ? static_cast<double>(points) / area : 0;
}

QJsonObject PointStatistics::toJson() const
{
    QJsonArray counts;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i] > 0)
            counts.append(QJsonObject{{QStringLiteral("class"), static_cast<int>(i)},
                                      {QStringLiteral("name"), pointClassName(static_cast<std::uint8_t>(i))},
                                      {QStringLiteral("points"), static_cast<qint64>(classes[i])}});
    QJsonObject json{{QStringLiteral("points"), static_cast<qint64>(points)},
                     {QStringLiteral("classes"), counts},
                     {QStringLiteral("pointsPerSquareMetre"), pointsPerSquareMetre()},
                     {QStringLiteral("flightLines"), static_cast<int>(flightLines.count())},
                     {QStringLiteral("colours"), mostColour > 0}};
    if (firstGpsTime <= lastGpsTime)
        json.insert(QStringLiteral("gpsTimeSeconds"), QJsonArray{firstGpsTime, lastGpsTime});
    return json;
}

QStringList PointStatistics::sentences() const
{
    const QLocale locale(QLocale::German);
    const auto count = [&locale](std::int64_t n) { return locale.toString(static_cast<qlonglong>(n)); };
    QStringList lines;
    lines << Text::tr("%1 Punkte, %2 je m², %3 Flugstreifen oder Aufnahmen, %4")
                 .arg(count(points), locale.toString(pointsPerSquareMetre(), 'f', 1),
                      count(static_cast<std::int64_t>(flightLines.count())),
                      mostColour > 0 ? Text::tr("mit Farben") : Text::tr("ohne Farben: nach Klassen gefärbt"));
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i] > 0)
            lines << Text::tr("Klasse %1 (%2): %3 Punkte")
                         .arg(QString::number(i), pointClassName(static_cast<std::uint8_t>(i)), count(classes[i]));
    return lines;
}

} // namespace twin::package
