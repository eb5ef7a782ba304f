// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/PolygonCheck.h"

#include "package/quality/UnionFind.h"
#include "package/quality/Val3dity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::package {
namespace {

/// A tenth of what coordinates are stated to: nearer than this, two lines touch.
constexpr double touchMetres = 1e-4;
/// A polygon that is evener than this has no fold wider than a few millimetres.
constexpr double foldlessMetres = 0.0005;
constexpr std::uint64_t mostPairs = 20'000'000;

double distance(const Point2& a, const Point2& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Whether two segments have more than a point in common.
bool overlap(const Point2& a, const Point2& b, const Point2& c, const Point2& d)
{
    const double size = distance(a, b);
    if (!(size > 0) || std::abs(orientation(a, b, c)) > touchMetres * size ||
        std::abs(orientation(a, b, d)) > touchMetres * size)
        return false;
    const auto along = [&](const Point2& p) { return ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / size; };
    const double from = std::max(0.0, std::min(along(c), along(d)));
    const double to = std::min(size, std::max(along(c), along(d)));
    return to - from > snapMetres;
}

} // namespace

PolygonCheck::PolygonCheck() = default;
PolygonCheck::~PolygonCheck() = default;

const std::vector<PolygonFault>& PolygonCheck::check(const Polygon& polygon, const ProjectedPosition& origin)
{
    m_faults.clear();
    if (!m_flat.set(polygon, origin)) {
        if (polygon.points.size() < 3)
            add(101, {});
        else
            giveUp({}); // coordinates that are no place on earth: the reader's matter
        return m_faults;
    }
    checkRings();
    if (!m_faults.empty())
        return m_faults;
    if (length(m_flat.normal) == 0) {
        add(104, m_flat.base);
        return m_faults;
    }
    m_touches.clear();
    checkSpikes();
    checkCrossings();
    if (!has(104) && m_flat.rings.size() > 1) {
        checkDirections();
        if (!has(201) && !has(202)) {
            checkPlaces();
            checkConnection();
        }
    }
    checkEvenness(polygon, origin);
    return m_faults;
}

void PolygonCheck::add(int code, const LocalPosition& place, double metres)
{
    if (!has(code))
        m_faults.push_back({code, place, metres});
}

void PolygonCheck::giveUp(const LocalPosition& place)
{
    m_faults.push_back({0, place});
}

bool PolygonCheck::has(int code) const
{
    return std::any_of(m_faults.begin(), m_faults.end(), [code](const PolygonFault& f) { return f.code == code; });
}

void PolygonCheck::checkRings()
{
    for (const FlatRing& ring : m_flat.rings) {
        if (ring.count < 3) {
            add(101, m_flat.points[ring.first]);
            continue;
        }
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
            if (length(m_flat.points[m_flat.next(ring, i)] - m_flat.points[i]) < snapMetres)
                add(102, m_flat.points[i]);
    }
}

void PolygonCheck::checkEvenness(const Polygon& polygon, const ProjectedPosition& origin)
{
    double farthest = 0;
    LocalPosition place;
    for (const LocalPosition& p : m_flat.points)
        if (const double metres = std::abs(m_flat.distanceToPlane(p)); metres > farthest) {
            farthest = metres;
            place = p;
        }
    if (farthest > planeDistanceMetres)
        add(203, place, farthest);
    if (!m_faults.empty() || farthest < foldlessMetres || m_flat.points.size() < 4)
        return;
    const double least = std::cos(normalDeviationDegrees * std::numbers::pi / 180);
    const TriangulatedPolygon& pieces = m_triangulator.triangulate(polygon, origin);
    for (std::size_t i = 0; i + 2 < pieces.indices.size(); i += 3) {
        const LocalPosition& a = pieces.points[pieces.indices[i]];
        const LocalPosition n =
            cross(pieces.points[pieces.indices[i + 1]] - a, pieces.points[pieces.indices[i + 2]] - a);
        if (length(n) > snapMetres * snapMetres && dot(n, m_flat.normal) < least * length(n)) {
            add(204, a);
            return;
        }
    }
}

/// A ring that goes back the way it came.
void PolygonCheck::checkSpikes()
{
    for (const FlatRing& ring : m_flat.rings)
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::uint32_t middle = m_flat.next(ring, i);
            const Point2& a = m_flat.flat[i];
            const Point2& b = m_flat.flat[middle];
            const Point2& c = m_flat.flat[m_flat.next(ring, middle)];
            const bool turnsBack = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
            if (turnsBack && std::min(distanceToSegment(c, a, b), distanceToSegment(a, b, c)) < touchMetres)
                add(104, m_flat.points[middle]);
        }
}

/// Looks at all pairs of edges that come near each other: sorted from left to right, only those that overlap there.
void PolygonCheck::checkCrossings()
{
    m_segments.clear();
    for (std::uint32_t r = 0; r < m_flat.rings.size(); ++r) {
        const FlatRing& ring = m_flat.rings[r];
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::uint32_t to = m_flat.next(ring, i);
            m_segments.push_back({i, to, r, std::min(m_flat.flat[i].x, m_flat.flat[to].x) - snapMetres,
                                  std::max(m_flat.flat[i].x, m_flat.flat[to].x) + snapMetres});
        }
    }
    std::sort(m_segments.begin(), m_segments.end(),
              [](const Segment& a, const Segment& b) { return a.left != b.left ? a.left < b.left : a.from < b.from; });
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        for (std::size_t j = i + 1; j < m_segments.size() && m_segments[j].left <= m_segments[i].right; ++j) {
            if (++pairs > mostPairs) {
                giveUp(m_flat.base);
                return;
            }
            meet(m_segments[i], m_segments[j]);
        }
}

void PolygonCheck::meet(const Segment& a, const Segment& b)
{
    const std::vector<Point2>& flat = m_flat.flat;
    if (std::max(flat[a.from].y, flat[a.to].y) + snapMetres < std::min(flat[b.from].y, flat[b.to].y) ||
        std::max(flat[b.from].y, flat[b.to].y) + snapMetres < std::min(flat[a.from].y, flat[a.to].y))
        return;
    if (a.ring == b.ring)
        meetWithin(a, b);
    else
        meetAcross(a, b);
}

void PolygonCheck::meetWithin(const Segment& a, const Segment& b)
{
    if (a.from == b.to || a.to == b.from || has(104))
        return; // neighbours share a corner; whether they run back is another question
    const std::vector<Point2>& flat = m_flat.flat;
    const bool meets = crossProperly(flat[a.from], flat[a.to], flat[b.from], flat[b.to], 0) ||
                       distanceToSegment(flat[a.from], flat[b.from], flat[b.to]) < touchMetres ||
                       distanceToSegment(flat[b.from], flat[a.from], flat[a.to]) < touchMetres ||
                       distance(flat[a.from], flat[b.from]) < snapMetres;
    if (meets)
        add(104, m_flat.points[a.from]);
}

void PolygonCheck::meetAcross(const Segment& a, const Segment& b)
{
    const std::vector<Point2>& flat = m_flat.flat;
    if (crossProperly(flat[a.from], flat[a.to], flat[b.from], flat[b.to], touchMetres) ||
        overlap(flat[a.from], flat[a.to], flat[b.from], flat[b.to])) {
        if (isSameRing(m_flat.rings[a.ring], m_flat.rings[b.ring]))
            add(202, m_flat.points[a.from]);
        else
            add(201, m_flat.points[a.from]);
        return;
    }
    const auto touch = [&](const Point2& p, const Segment& other) {
        if (distanceToSegment(p, flat[other.from], flat[other.to]) < touchMetres) {
            m_touches.push_back({p, a.ring});
            m_touches.push_back({p, b.ring});
        }
    };
    touch(flat[a.from], b); // each corner is the beginning of one edge
    touch(flat[b.from], a);
}

bool PolygonCheck::isSameRing(const FlatRing& a, const FlatRing& b) const
{
    if (a.count != b.count)
        return false;
    for (std::uint32_t i = a.first; i < a.first + a.count; ++i) {
        bool found = false;
        for (std::uint32_t j = b.first; j < b.first + b.count && !found; ++j)
            found = distance(m_flat.flat[i], m_flat.flat[j]) < snapMetres;
        if (!found)
            return false;
    }
    return true;
}

void PolygonCheck::checkDirections()
{
    for (std::size_t r = 1; r < m_flat.rings.size(); ++r)
        if (m_flat.twiceArea(m_flat.rings[r]) > 0)
            add(208, m_flat.points[m_flat.rings[r].first]);
}

/// Rings do not cross here, so one corner that does not touch the other ring tells where a ring lies.
void PolygonCheck::checkPlaces()
{
    const auto liesIn = [this](const FlatRing& ring, const FlatRing& other, bool otherwise) {
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
            if (m_flat.distanceToRing(other, m_flat.flat[i]) > touchMetres)
                return m_flat.ringContains(other, m_flat.flat[i]);
        return otherwise;
    };
    for (std::size_t r = 1; r < m_flat.rings.size(); ++r) {
        const FlatRing& hole = m_flat.rings[r];
        if (!liesIn(hole, m_flat.rings.front(), true))
            add(206, m_flat.points[hole.first]);
        for (std::size_t s = 1; s < m_flat.rings.size() && !has(207); ++s)
            if (s != r && liesIn(hole, m_flat.rings[s], false))
                add(207, m_flat.points[hole.first]);
    }
}

/// Rings that touch in a circle enclose a piece that hangs together with the rest nowhere.
void PolygonCheck::checkConnection()
{
    if (m_touches.empty() || !m_faults.empty())
        return;
    std::vector<Point2> places;
    std::vector<std::pair<std::size_t, std::uint32_t>> links; // place, ring
    for (const Touch& touch : m_touches) {
        const auto known = std::find_if(places.begin(), places.end(),
                                        [&](const Point2& p) { return distance(p, touch.place) < snapMetres; });
        links.emplace_back(std::size_t(known - places.begin()), touch.ring);
        if (known == places.end())
            places.push_back(touch.place);
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    UnionFind groups(m_flat.rings.size() + places.size());
    for (const auto& [place, ring] : links)
        if (!groups.join(m_flat.rings.size() + place, ring)) {
            add(205, m_flat.points[m_flat.rings[ring].first]);
            return;
        }
}

} // namespace twin::package
