// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Assets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include <QCoreApplication>
#include <QFile>

namespace twin::demo {
namespace {

using Row = std::vector<QByteArray>;

constexpr double leastPiece = 40; ///< of a bent course, metres
constexpr int mostPieces = 10;    ///< between two way points
constexpr double swing = 0.34;    ///< by which a wood's rim may leave its ellipse, a share of its radii

/// One line of RFC 4180 without line breaks in fields, which these tables do not have.
Row splitLine(const QByteArray& line)
{
    Row row(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            row.emplace_back();
        else
            row.back() += c;
    }
    return row;
}

/// Calls `take` for every row behind the header. @returns false for a missing file or a row with too few fields.
bool forEachRow(const char* name, std::size_t columns, const std::function<void(const Row&)>& take)
{
    QFile file(QStringLiteral(":/demo/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool header = true;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (std::exchange(header, false))
            continue;
        const Row row = splitLine(line);
        if (row.size() < columns)
            return false;
        take(row);
    }
    return !header;
}

Landmark landmarkOf(const Row& r)
{
    return {r[0],
            r[1],
            {r[2].toDouble(), r[3].toDouble()},
            r[4].toDouble(),
            r[5].isEmpty() ? std::numeric_limits<double>::quiet_NaN() : r[5].toDouble(),
            r[6].toDouble(),
            r[7].toDouble(),
            r[8].toDouble(),
            r[9].toDouble(),
            r[10],
            r[11],
            r[12].toInt(),
            r[13],
            r[14],
            r[15],
            r[16].toInt(),
            r[17].toUInt(nullptr, 16),
            r[18].toUInt(nullptr, 16),
            r[19],
            r[20]};
}

double signedArea(const Ring& ring)
{
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        area += cross(ring[i], ring[(i + 1) % ring.size()]) / 2;
    return area;
}

/// Rivers, railways and roads bend; the table has way points only. What runs from stop to stop, what is built of
/// straight pieces and what is an outline stays as it is.
bool isBent(const Course& course)
{
    static constexpr std::array<const char*, 5> bent{"river", "brook", "railway", "motorway", "trunk_road"};
    return std::any_of(bent.begin(), bent.end(), [&course](const char* kind) { return course.kind == kind; });
}

Course smoothed(const Course& course)
{
    const std::size_t last = course.points.size() - 1;
    Course smooth{course.kind, course.name, {course.points.front()}, {course.elevations.front()}};
    for (std::size_t i = 0; i < last; ++i) {
        const Vec2 from = course.points[i];
        const Vec2 to = course.points[i + 1];
        // Beyond the ends the course goes on as it came.
        const Quad around{i > 0 ? course.points[i - 1] : from * 2 - to, from, to,
                          i + 1 < last ? course.points[i + 2] : to * 2 - from};
        const int pieces = std::clamp(int(length(to - from) / leastPiece), 1, mostPieces);
        for (int piece = 1; piece <= pieces; ++piece) {
            const double t = double(piece) / pieces;
            smooth.points.push_back(piece == pieces ? to : curveThrough(around, t));
            smooth.elevations.push_back(std::lerp(course.elevations[i], course.elevations[i + 1], t));
        }
    }
    return smooth;
}

} // namespace

double Wood::rim(double angle) const
{
    const double phase = centre.x / 97 + centre.y / 61; // no wood like another
    return 1 + swing * (0.5 * std::sin(2 * angle + phase) + 0.28 * std::sin(3 * angle + 2.3 * phase) +
                        0.14 * std::sin(7 * angle + 3.1 * phase) + 0.08 * std::sin(13 * angle + 1.7 * phase));
}

bool Wood::contains(Vec2 p) const
{
    const double turn = turnDegrees * std::numbers::pi / 180;
    const Vec2 along{std::cos(turn), std::sin(turn)};
    const double x = dot(p - centre, along) / radiusX;
    const double y = dot(p - centre, left(along)) / radiusY;
    return std::hypot(x, y) < rim(std::atan2(y, x));
}

Ring Wood::outline() const
{
    constexpr int corners = 160;
    Ring ring = ellipse(centre, radiusX, radiusY, turnDegrees, corners);
    for (int i = 0; i < corners; ++i)
        ring[std::size_t(i)] = mix(centre, ring[std::size_t(i)], rim(2 * std::numbers::pi * i / corners));
    return ring;
}

double Wood::reach() const
{
    return std::max(radiusX, radiusY) * (1 + swing);
}

Result<Assets> Assets::load()
{
    Assets assets;
    Ring wallRing;
    QByteArray current;
    const auto addLinePoint = [&](const Row& r) {
        const Vec2 p{r[2].toDouble(), r[3].toDouble()};
        if (r[0] == "road_ring") {
            wallRing.push_back(p);
            return;
        }
        if (std::exchange(current, r[0] + r[1]) != r[0] + r[1])
            assets.courses.push_back({r[0], r[1], {}, {}});
        assets.courses.back().points.push_back(p);
        assets.courses.back().elevations.push_back(r[4].toDouble());
    };
    const auto addAreaPoint = [&](const Row& r) {
        if (std::exchange(current, r[0] + r[2]) != r[0] + r[2])
            assets.areas.push_back({r[0], r[1], r[2], {}});
        assets.areas.back().ring.push_back({r[3].toDouble(), r[4].toDouble()});
    };
    const auto addSettlement = [&](const Row& r) {
        const Vec2 centre{r[2].toDouble(), r[3].toDouble()};
        Settlement settlement{r[0], centre, r[4].toDouble(), r[5], {}, r[7]};
        if (const double core = r[6].toDouble(); core > 0) {
            // Old villages are longer along their street than across it.
            const double turn = double(qChecksum(r[0]) % 180);
            settlement.core = ellipse(centre, core * 1.15, core * 0.87, turn, 16);
        }
        assets.settlements.push_back(std::move(settlement));
    };
    const bool complete =
        forEachRow("landmarks.csv", 21, [&](const Row& r) { assets.landmarks.push_back(landmarkOf(r)); }) &&
        forEachRow("greens.csv", 5,
                   [&](const Row& r) {
                       assets.greens.push_back({r[0], r[1], {r[2].toDouble(), r[3].toDouble()}, r[4].toDouble()});
                   }) &&
        forEachRow("spot_heights.csv", 5,
                   [&](const Row& r) {
                       assets.spotHeights.push_back({{r[1].toDouble(), r[2].toDouble()}, r[3].toDouble()});
                   }) &&
        forEachRow(
            "woods.csv", 6,
            [&](const Row& r) {
                assets.woods.push_back(
                    {r[0], {r[1].toDouble(), r[2].toDouble()}, r[3].toDouble(), r[4].toDouble(), r[5].toDouble()});
            }) &&
        forEachRow("streets.csv", 2, [&](const Row& r) { assets.streets[r[0]].push_back(r[1]); }) &&
        forEachRow("lines.csv", 6, addLinePoint) && forEachRow("areas.csv", 5, addAreaPoint) &&
        forEachRow("settlements.csv", 8, addSettlement);
    if (!complete || wallRing.size() < 3 || assets.spotHeights.empty() || assets.settlements.empty())
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("twin::demo",
                                                   "Die mitgelieferten Tabellen der Demo-Stadt sind unvollständig."));
    for (Course& course : assets.courses)
        if (isBent(course) && course.points.size() > 2)
            course = smoothed(course);
    if (signedArea(wallRing) < 0)
        std::reverse(wallRing.begin(), wallRing.end());
    Settlement& dortmund = assets.settlements.front();
    dortmund.centre = {};
    for (const Vec2& p : wallRing)
        dortmund.centre = dortmund.centre + p * (1.0 / double(wallRing.size()));
    dortmund.core = std::move(wallRing);
    return assets;
}

} // namespace twin::demo
