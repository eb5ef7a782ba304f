// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <map>
#include <vector>

#include <QString>

namespace twin::test {

using Point = std::array<double, 3>;
using PolygonRings = std::vector<std::vector<Point>>; ///< rings open, the first is the exterior

inline Point minus(const Point& a, const Point& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
inline Point crossProduct(const Point& a, const Point& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline double dotProduct(const Point& a, const Point& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// @returns twice the vector area of all rings (Newell), outward for faces seen counter-clockwise.
inline Point vectorArea(const PolygonRings& rings)
{
    Point sum{};
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point c = crossProduct(minus(ring[i], rings[0][0]), minus(ring[(i + 1) % ring.size()], rings[0][0]));
            sum = {sum[0] + c[0], sum[1] + c[1], sum[2] + c[2]};
        }
    return sum;
}

/// @returns what is wrong with a solid: edges that do not pair up, faces that are not planar, inside out; empty:
/// nothing.
inline QString defectOf(const std::vector<PolygonRings>& faces, double planarWithin = 0.003)
{
    std::map<std::pair<Point, Point>, int> edges;
    double volume = 0;
    for (const PolygonRings& face : faces) {
        const Point area = vectorArea(face);
        const double size = std::sqrt(dotProduct(area, area));
        if (!(size > 1e-4))
            return QStringLiteral("a face without area");
        const Point normal{area[0] / size, area[1] / size, area[2] / size};
        for (const auto& ring : face)
            for (std::size_t i = 0; i < ring.size(); ++i) {
                ++edges[{ring[i], ring[(i + 1) % ring.size()]}];
                if (std::abs(dotProduct(minus(ring[i], face[0][0]), normal)) > planarWithin)
                    return QStringLiteral("a face that is %1 m out of its plane")
                        .arg(dotProduct(minus(ring[i], face[0][0]), normal));
            }
        volume += dotProduct(minus(face[0][0], faces[0][0][0]), area) / 6; // the divergence theorem
    }
    for (const auto& [edge, count] : edges) {
        const auto opposite = edges.find({edge.second, edge.first});
        if (count != 1 || opposite == edges.end())
            return QStringLiteral("an edge that does not pair up at %1 %2 %3")
                .arg(edge.first[0], 0, 'f', 3)
                .arg(edge.first[1], 0, 'f', 3)
                .arg(edge.first[2], 0, 'f', 3);
    }
    return volume > 0 ? QString() : QStringLiteral("inside out, volume %1").arg(volume);
}

} // namespace twin::test
