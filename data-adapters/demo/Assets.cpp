// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Assets.h"

#include <algorithm>
#include <functional>

#include <QCoreApplication>
#include <QFile>

namespace twin::demo {
namespace {

using Row = std::vector<QByteArray>;

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
            r[5].toDouble(),
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
            r[16].toInt()};
}

double signedArea(const Ring& ring)
{
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        area += cross(ring[i], ring[(i + 1) % ring.size()]) / 2;
    return area;
}

} // namespace

Result<Assets> Assets::load()
{
    Assets assets;
    QByteArray current;
    const auto addLinePoint = [&](const Row& r) {
        const Vec2 p{r[3].toDouble(), r[4].toDouble()};
        if (r[0] == "road_ring") {
            assets.wallRing.push_back(p);
            return;
        }
        auto& lines = r[0] == "railway" ? assets.rails : assets.water;
        if (std::exchange(current, r[1]) != r[1])
            lines.emplace_back();
        lines.back().push_back(p);
    };
    const bool complete =
        forEachRow("landmarks.csv", 18, [&](const Row& r) { assets.landmarks.push_back(landmarkOf(r)); }) &&
        forEachRow("greens.csv", 5,
                   [&](const Row& r) {
                       assets.greens.push_back({{r[2].toDouble(), r[3].toDouble()}, r[4].toDouble()});
                   }) &&
        forEachRow("spot_heights.csv", 5,
                   [&](const Row& r) {
                       assets.spotHeights.push_back({{r[1].toDouble(), r[2].toDouble()}, r[3].toDouble()});
                   }) &&
        forEachRow("streets.csv", 2, [&](const Row& r) { assets.streets[r[0]].push_back(r[1]); }) &&
        forEachRow("lines.csv", 5, addLinePoint);
    if (!complete || assets.wallRing.size() < 3 || assets.spotHeights.empty())
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("twin::demo",
                                                   "Die mitgelieferten Tabellen der Demo-Stadt sind unvollständig."));
    if (signedArea(assets.wallRing) < 0)
        std::reverse(assets.wallRing.begin(), assets.wallRing.end());
    return assets;
}

} // namespace twin::demo
