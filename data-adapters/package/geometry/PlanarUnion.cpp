// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/PlanarUnion.h"

#include "package/geometry/Footprint.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

/// Rings thinner than this on average are cracks between polygons that should share an edge.
constexpr double crackMetres = 0.02;

double perimeter(const std::vector<Point2>& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point2& next = ring[(i + 1) % ring.size()];
        sum += std::hypot(next.x - ring[i].x, next.y - ring[i].y);
    }
    return sum;
}

bool contains(const std::vector<Point2>& ring, const Point2& p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

/// A ring that comes back to a point it has been at is several rings: each closed loop is cut off.
void splitAtRepeatedPoints(const std::vector<Point2>& ring, std::vector<std::vector<Point2>>& out)
{
    std::vector<Point2> path;
    for (const Point2& p : ring) {
        const auto seen =
            std::find_if(path.begin(), path.end(), [&](const Point2& q) { return q.x == p.x && q.y == p.y; });
        if (seen != path.end()) {
            out.emplace_back(seen, path.end());
            path.erase(seen + 1, path.end());
        } else {
            path.push_back(p);
        }
    }
    out.push_back(std::move(path));
}

} // namespace

std::vector<PlanarPolygon> PlanarUnion::join(std::vector<PlanarPolygon> polygons)
{
    m_tessellator.begin();
    for (PlanarPolygon& polygon : polygons)
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            std::vector<Point2>& ring = polygon.rings[i];
            if ((signedArea(ring) > 0) != (i == 0))
                std::reverse(ring.begin(), ring.end());
            m_tessellator.addRing(ring);
        }
    std::vector<std::vector<Point2>> rings;
    for (std::vector<Point2>& ring : m_tessellator.end())
        splitAtRepeatedPoints(ring, rings);

    std::vector<PlanarPolygon> result;
    std::vector<std::vector<Point2>> holes;
    for (std::vector<Point2>& ring : rings) {
        const double area = ring.size() < 3 ? 0 : signedArea(ring);
        if (std::abs(area) < crackMetres / 2 * perimeter(ring) || std::abs(area) < 1e-3)
            continue;
        if (area > 0)
            result.push_back({{std::move(ring)}});
        else
            holes.push_back(std::move(ring));
    }
    for (std::vector<Point2>& hole : holes) {
        const Point2 inside{(hole[0].x + hole[1].x) / 2, (hole[0].y + hole[1].y) / 2};
        PlanarPolygon* owner = nullptr;
        for (PlanarPolygon& polygon : result)
            if (contains(polygon.rings.front(), inside) &&
                (owner == nullptr || signedArea(polygon.rings.front()) < signedArea(owner->rings.front())))
                owner = &polygon;
        if (owner != nullptr)
            owner->rings.push_back(std::move(hole));
    }
    return result;
}

} // namespace twin::package
