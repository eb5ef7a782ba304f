// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/Triangulator.h"

#include "package/geometry/GluTessellator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

/// Nothing of one object lies this far from its origin; such a coordinate is a typing error of the source.
constexpr double absurdMetres = 50000;

/// Rings with more pairs of a point and an edge than this are not looked at for touching.
constexpr std::uint64_t mostTouchTests = 1000000;

bool isSpike(const LocalPosition& a, const LocalPosition& b, const LocalPosition& c)
{
    const LocalPosition in = b - a;
    const LocalPosition out = c - b;
    if (dot(in, out) >= 0)
        return false;
    // Distance of the nearer neighbour from the other arm: below resolution, the way out is the way back.
    const double arm = std::max(length(in), length(out));
    return length(cross(in, out)) < Triangulator::coincidenceMetres * arm;
}

double ringArea(const std::vector<Point2>& points, std::uint32_t first, std::uint32_t count)
{
    double sum = 0;
    for (std::uint32_t i = 1; i + 1 < count; ++i)
        sum += orientation(points[first], points[first + i], points[first + i + 1]);
    return sum / 2;
}

} // namespace

QString mendReason(Mend mend)
{
    switch (mend) {
    case Mend::DuplicatePoints:
        return QStringLiteral("polygon.duplicate-points");
    case Mend::Spike:
        return QStringLiteral("polygon.spike");
    case Mend::NonPlanar:
        return QStringLiteral("polygon.non-planar");
    case Mend::SelfIntersecting:
        return QStringLiteral("polygon.self-intersecting");
    case Mend::HoleTouches:
        return QStringLiteral("polygon.hole-touches");
    case Mend::HoleDropped:
        return QStringLiteral("polygon.hole-degenerate");
    case Mend::Degenerate:
        return QStringLiteral("polygon.degenerate");
    case Mend::NotFinite:
        return QStringLiteral("polygon.coordinates");
    }
    return {};
}

LocalPosition newell(const LocalPosition* points, std::size_t count)
{
    LocalPosition sum;
    for (std::size_t i = 1; i + 1 < count; ++i)
        sum = sum + cross(points[i] - points[0], points[i + 1] - points[0]);
    return sum;
}

Triangulator::Triangulator() : m_tessellator(std::make_unique<GluTessellator>()) {}

Triangulator::~Triangulator() = default;

const TriangulatedPolygon& Triangulator::triangulate(const Polygon& polygon, const ProjectedPosition& origin)
{
    m_result.points.clear();
    m_result.indices.clear();
    m_result.normal = {};
    m_result.areaSquareMetres = 0;
    m_result.mends = 0;
    m_rings.clear();
    if (!takeRings(polygon, origin) || !findPlane())
        return m_result;
    project();
    if (m_rings.size() > 1 || !fillSimple())
        fillWithTessellator();
    measure();
    return m_result;
}

bool Triangulator::takeRings(const Polygon& polygon, const ProjectedPosition& origin)
{
    const SceneFrame frame(origin);
    for (const ProjectedPosition& p : polygon.points) {
        const LocalPosition local = frame.toLocal(p);
        if (!(std::abs(local.x) < absurdMetres && std::abs(local.y) < absurdMetres &&
              std::abs(local.z) < absurdMetres)) {
            mend(Mend::NotFinite);
            return false;
        }
        m_result.points.push_back(local);
    }
    const auto total = static_cast<std::uint32_t>(m_result.points.size());
    for (std::size_t i = 0; i < polygon.ringStarts.size(); ++i) {
        const std::uint32_t first = polygon.ringStarts[i];
        const std::uint32_t end = i + 1 < polygon.ringStarts.size() ? polygon.ringStarts[i + 1] : total;
        const Ring ring = first <= end && end <= total ? cleanRing(first, end - first) : Ring{};
        if (ring.count >= 3) {
            m_rings.push_back(ring);
        } else if (i == 0) {
            mend(Mend::Degenerate);
            return false;
        } else {
            mend(Mend::HoleDropped);
        }
    }
    if (m_rings.empty())
        mend(Mend::Degenerate);
    return !m_rings.empty();
}

Triangulator::Ring Triangulator::cleanRing(std::uint32_t first, std::uint32_t count)
{
    std::vector<LocalPosition>& points = m_result.points;
    std::uint32_t kept = 0;
    const auto last = [&](std::uint32_t back) -> const LocalPosition& { return points[first + kept - back]; };
    for (std::uint32_t i = 0; i < count; ++i) {
        const LocalPosition p = points[first + i];
        if (kept > 0 && length(p - last(1)) < coincidenceMetres) {
            mend(Mend::DuplicatePoints);
            continue;
        }
        points[first + kept++] = p;
        while (kept >= 3 && isSpike(last(3), last(2), last(1))) {
            mend(Mend::Spike);
            points[first + kept - 2] = last(1);
            --kept;
            if (kept >= 2 && length(last(1) - last(2)) < coincidenceMetres)
                --kept;
        }
    }
    // The same around the ring's start, where neighbours wrap.
    std::uint32_t start = first;
    for (bool changed = true; changed && kept >= 3;) {
        changed = false;
        const std::uint32_t end = start + kept;
        if (length(points[end - 1] - points[start]) < coincidenceMetres) {
            mend(Mend::DuplicatePoints);
            --kept;
            changed = true;
        } else if (isSpike(points[end - 2], points[end - 1], points[start])) {
            mend(Mend::Spike);
            --kept;
            changed = true;
        } else if (isSpike(points[end - 1], points[start], points[start + 1])) {
            mend(Mend::Spike);
            ++start;
            --kept;
            changed = true;
        }
    }
    return {start, kept};
}

bool Triangulator::findPlane()
{
    const Ring exterior = m_rings.front();
    const LocalPosition twice = newell(m_result.points.data() + exterior.first, exterior.count);
    const double size = length(twice);
    double reach = 0;
    for (std::uint32_t i = 1; i < exterior.count; ++i)
        reach = std::max(reach, length(m_result.points[exterior.first + i] - m_result.points[exterior.first]));
    // A ring that crosses itself may cancel out: look at its widest triangle before calling it flat.
    if (size / 2 < smallestAreaSquareMetres || size < coincidenceMetres * reach) {
        LocalPosition widest;
        const LocalPosition& a = m_result.points[exterior.first];
        for (std::uint32_t i = 1; i + 1 < exterior.count; ++i) {
            const LocalPosition n =
                cross(m_result.points[exterior.first + i] - a, m_result.points[exterior.first + i + 1] - a);
            if (length(n) > length(widest))
                widest = n;
        }
        if (length(widest) / 2 < smallestAreaSquareMetres || length(widest) < coincidenceMetres * reach) {
            mend(Mend::Degenerate);
            return false;
        }
        m_result.normal = widest * (1 / length(widest));
    } else {
        m_result.normal = twice * (1 / size);
    }
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (const Ring& ring : m_rings)
        for (std::uint32_t i = 0; i < ring.count; ++i) {
            const double height = dot(m_result.points[ring.first + i], m_result.normal);
            lowest = std::min(lowest, height);
            highest = std::max(highest, height);
        }
    if (highest - lowest > 2 * planarityMetres)
        mend(Mend::NonPlanar);
    return true;
}

void Triangulator::project()
{
    const LocalPosition& n = m_result.normal;
    const double ax = std::abs(n.x);
    const double ay = std::abs(n.y);
    const double az = std::abs(n.z);
    m_flat.resize(m_result.points.size());
    for (std::size_t i = 0; i < m_flat.size(); ++i) {
        const LocalPosition& p = m_result.points[i];
        if (az >= ax && az >= ay)
            m_flat[i] = n.z > 0 ? Point2{p.x, p.y} : Point2{p.y, p.x};
        else if (ax >= ay)
            m_flat[i] = n.x > 0 ? Point2{p.y, p.z} : Point2{p.z, p.y};
        else
            m_flat[i] = n.y > 0 ? Point2{p.z, p.x} : Point2{p.x, p.z};
    }
    m_ringArea = ringArea(m_flat, m_rings.front().first, m_rings.front().count);
    for (std::size_t i = 1; i < m_rings.size(); ++i)
        m_ringArea -= std::abs(ringArea(m_flat, m_rings[i].first, m_rings[i].count));
}

bool Triangulator::fillSimple()
{
    const Ring ring = m_rings.front();
    if (!m_clipper.clip(std::span(m_flat).subspan(ring.first, ring.count), m_result.indices))
        return false;
    for (std::uint32_t& index : m_result.indices)
        index += ring.first;
    return true;
}

bool Triangulator::ringsTouch() const
{
    const auto touches = [this](const Ring& ring, const Ring& other) {
        for (std::uint32_t i = 0; i < ring.count; ++i)
            for (std::uint32_t k = 0; k < other.count; ++k) {
                const LocalPosition& a = m_result.points[other.first + k];
                const LocalPosition edge = m_result.points[other.first + (k + 1) % other.count] - a;
                const LocalPosition offset = m_result.points[ring.first + i] - a;
                const double along = std::clamp(dot(offset, edge) / dot(edge, edge), 0.0, 1.0);
                if (length(offset - edge * along) < coincidenceMetres)
                    return true;
            }
        return false;
    };
    for (std::size_t i = 0; i < m_rings.size(); ++i)
        for (std::size_t k = 0; k < m_rings.size(); ++k)
            if (i != k && std::uint64_t{m_rings[i].count} * m_rings[k].count < mostTouchTests &&
                touches(m_rings[i], m_rings[k]))
                return true;
    return false;
}

void Triangulator::fillWithTessellator()
{
    const bool withHoles = m_rings.size() > 1;
    m_tessellator->begin(m_result.normal, withHoles ? GluTessellator::Fill::Positive : GluTessellator::Fill::OddEven,
                         m_result.points, m_result.indices);
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        const bool clockwise = ringArea(m_flat, m_rings[i].first, m_rings[i].count) < 0;
        m_tessellator->addRing(m_rings[i].first, m_rings[i].count, withHoles && clockwise == (i == 0));
    }
    const GluTessellator::Outcome outcome = m_tessellator->end();
    // Where rings touch, rounding alone makes edges cross: a real crossing shows in the area, see measure().
    if (withHoles && ringsTouch())
        mend(Mend::HoleTouches);
    else if (outcome.crossed || (!withHoles && outcome.touched))
        mend(Mend::SelfIntersecting);
    if (outcome.failed)
        m_result.indices.clear();
}

void Triangulator::measure()
{
    double area = 0;
    double flatArea = 0;
    const auto projected = [this](const LocalPosition& n) {
        const LocalPosition& m = m_result.normal;
        const double ax = std::abs(m.x);
        const double ay = std::abs(m.y);
        const double az = std::abs(m.z);
        return std::abs(az >= ax && az >= ay ? n.z : ax >= ay ? n.x : n.y);
    };
    for (std::size_t i = 0; i + 2 < m_result.indices.size(); i += 3) {
        const LocalPosition& a = m_result.points[m_result.indices[i]];
        const LocalPosition n =
            cross(m_result.points[m_result.indices[i + 1]] - a, m_result.points[m_result.indices[i + 2]] - a);
        area += length(n) / 2;
        flatArea += projected(n) / 2;
    }
    m_result.areaSquareMetres = area;
    if (area < smallestAreaSquareMetres) {
        m_result.indices.clear();
        m_result.areaSquareMetres = 0;
        mend(Mend::Degenerate);
        return;
    }
    // Rings that overlap cover less (holes outside or over each other) or more than their areas say.
    if (std::abs(flatArea - std::abs(m_ringArea)) > 1e-4 * flatArea + 1e-4)
        mend(Mend::SelfIntersecting);
}

} // namespace twin::package
