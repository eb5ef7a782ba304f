// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/SolidVolume.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace twin::package {
namespace {

constexpr double perMetre = 1000;
constexpr double farthest = 1e6;             // metres from the origin: no object is that large
constexpr double lineTolerance = 5;          // millimetres that a corner may lie beside the edge it divides
constexpr std::size_t mostLooseEdges = 1000; // more are no matter of a few corners; keeps the search for them short
constexpr double leastCubicMetres = 1e-3;

} // namespace

void SolidVolume::clear(const ProjectedPosition& origin)
{
    m_origin = origin;
    m_edges.clear();
    m_sixfold = 0;
    m_isUsable = true;
}

void SolidVolume::add(const Polygon& polygon)
{
    for (std::size_t r = 0; r < polygon.ringStarts.size(); ++r) {
        const std::size_t begin = polygon.ringStarts[r];
        const std::size_t end = r + 1 < polygon.ringStarts.size() ? polygon.ringStarts[r + 1] : polygon.points.size();
        if (begin < end && end <= polygon.points.size())
            addRing(&polygon.points[begin], end - begin);
    }
}

void SolidVolume::addRing(const ProjectedPosition* points, std::size_t count)
{
    const auto local = [this](const ProjectedPosition& p) {
        return LocalPosition{p.eastingMetres - m_origin.eastingMetres, p.northingMetres - m_origin.northingMetres,
                             p.heightMetres - m_origin.heightMetres};
    };
    const auto corner = [](const LocalPosition& p) {
        return Corner{std::llround(p.x * perMetre), std::llround(p.y * perMetre), std::llround(p.z * perMetre)};
    };
    const LocalPosition apex = local(points[0]);
    for (std::size_t i = 0; i < count; ++i) {
        const LocalPosition a = local(points[i]);
        const LocalPosition b = local(points[(i + 1) % count]);
        if (!(std::abs(a.x) < farthest && std::abs(a.y) < farthest && std::abs(a.z) < farthest)) {
            m_isUsable = false;
            return;
        }
        // Holes run the other way round than their polygon, so that they subtract themselves.
        m_sixfold += dot(apex, cross(a, b));
        addEdge(corner(a), corner(b));
    }
}

void SolidVolume::addEdge(const Corner& from, const Corner& to)
{
    if (from < to)
        m_edges.push_back({from, to, 1});
    else if (to < from)
        m_edges.push_back({to, from, -1});
}

std::optional<double> SolidVolume::cubicMetres()
{
    if (!m_isUsable || m_edges.empty())
        return std::nullopt;
    cancelOpposites();
    if (!m_edges.empty()) {
        if (m_edges.size() > mostLooseEdges)
            return std::nullopt;
        splitAtCorners();
        cancelOpposites();
    }
    const double volume = std::abs(m_sixfold) / 6;
    return m_edges.empty() && volume >= leastCubicMetres ? std::optional(volume) : std::nullopt;
}

/// In a closed shell each edge is run through as often one way as the other.
void SolidVolume::cancelOpposites()
{
    std::sort(m_edges.begin(), m_edges.end(),
              [](const Edge& a, const Edge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_edges.size();) {
        Edge edge = m_edges[i];
        for (++i; i < m_edges.size() && m_edges[i].from == edge.from && m_edges[i].to == edge.to; ++i)
            edge.direction += m_edges[i].direction;
        if (edge.direction != 0)
            m_edges[kept++] = edge;
    }
    m_edges.resize(kept);
}

/// Divides each edge that is left at the corners of the others that lie on it.
void SolidVolume::splitAtCorners()
{
    std::vector<Corner> corners;
    for (const Edge& edge : m_edges) {
        corners.push_back(edge.from);
        corners.push_back(edge.to);
    }
    std::sort(corners.begin(), corners.end());
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    const auto minus = [](const Corner& a, const Corner& b) {
        return LocalPosition{double(a[0] - b[0]), double(a[1] - b[1]), double(a[2] - b[2])};
    };
    std::vector<Edge> parts;
    std::vector<std::pair<double, Corner>> inside;
    for (const Edge& edge : m_edges) {
        const LocalPosition along = minus(edge.to, edge.from);
        const double squared = dot(along, along);
        inside.clear();
        // Corners are sorted as edges run: by x first, so only those between the ends need a look.
        const auto from = std::lower_bound(corners.begin(), corners.end(),
                                           Corner{edge.from[0] - std::int64_t(lineTolerance),
                                                  std::numeric_limits<std::int64_t>::min(),
                                                  std::numeric_limits<std::int64_t>::min()});
        for (auto c = from; c != corners.end() && (*c)[0] <= edge.to[0] + std::int64_t(lineTolerance); ++c) {
            const LocalPosition arm = minus(*c, edge.from);
            const double share = dot(arm, along) / squared;
            if (share > 0 && share < 1 && *c != edge.from && *c != edge.to &&
                length(arm - along * share) < lineTolerance)
                inside.emplace_back(share, *c);
        }
        std::sort(inside.begin(), inside.end());
        inside.emplace_back(1.0, edge.to);
        Corner last = edge.from;
        for (const auto& [share, next] : inside) {
            // A corner beside the line may turn a short part round.
            parts.push_back(last < next ? Edge{last, next, edge.direction} : Edge{next, last, -edge.direction});
            last = next;
        }
    }
    m_edges = std::move(parts);
}

} // namespace twin::package
