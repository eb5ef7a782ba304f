// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/ShellCheck.h"

#include "package/quality/UnionFind.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace twin::package {
namespace {

constexpr double perMetre = 1000;
constexpr std::size_t fewestFaces = 4;

} // namespace

const std::vector<ShellFault>& ShellCheck::check(std::span<const Polygon* const> faces, const ProjectedPosition& origin,
                                                 bool isCavity)
{
    m_faults.clear();
    if (faces.size() < fewestFaces) {
        ShellFault& fault = m_faults.emplace_back();
        fault.code = 301;
        fault.count = qint64(faces.size());
        if (!faces.empty() && !faces.front()->points.empty()) {
            const ProjectedPosition& p = faces.front()->points.front();
            fault.place = {p.eastingMetres - origin.eastingMetres, p.northingMetres - origin.northingMetres,
                           p.heightMetres - origin.heightMetres};
        }
        return m_faults;
    }
    takeSides(faces, origin);
    checkEdges(faces, origin);
    if (m_faults.empty())
        checkCorners();
    if (!has(303))
        checkDirections(isCavity);
    if (m_faults.empty())
        checkCrossings();
    return m_faults;
}

bool ShellCheck::has(int code) const
{
    return std::any_of(m_faults.begin(), m_faults.end(), [code](const ShellFault& f) { return f.code == code; });
}

LocalPosition ShellCheck::placeOf(std::uint32_t corner) const
{
    const Corner& c = m_corners[corner];
    return {double(c[0]) / perMetre, double(c[1]) / perMetre, double(c[2]) / perMetre};
}

void ShellCheck::takeSides(std::span<const Polygon* const> faces, const ProjectedPosition& origin)
{
    const auto cornerOf = [](const LocalPosition& p) {
        return Corner{std::llround(p.x * perMetre), std::llround(p.y * perMetre), std::llround(p.z * perMetre)};
    };
    m_faceCount = faces.size();
    if (m_faces.size() < m_faceCount)
        m_faces.resize(m_faceCount);
    m_corners.clear();
    for (std::size_t f = 0; f < m_faceCount; ++f) {
        static_cast<void>(m_faces[f].set(*faces[f], origin));
        for (const LocalPosition& p : m_faces[f].points)
            m_corners.push_back(cornerOf(p));
    }
    std::sort(m_corners.begin(), m_corners.end());
    m_corners.erase(std::unique(m_corners.begin(), m_corners.end()), m_corners.end());
    m_ring.clear();
    m_sides.clear();
    for (std::size_t f = 0; f < m_faceCount; ++f) {
        const auto base = static_cast<std::uint32_t>(m_ring.size());
        for (const LocalPosition& p : m_faces[f].points)
            m_ring.push_back(static_cast<std::uint32_t>(
                std::lower_bound(m_corners.begin(), m_corners.end(), cornerOf(p)) - m_corners.begin()));
        for (const FlatRing& ring : m_faces[f].rings)
            for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
                const std::uint32_t from = base + i;
                const std::uint32_t to = base + m_faces[f].next(ring, i);
                const bool forward = m_ring[from] < m_ring[to];
                if (m_ring[from] != m_ring[to])
                    m_sides.push_back({forward ? m_ring[from] : m_ring[to], forward ? m_ring[to] : m_ring[from],
                                       std::uint32_t(f), forward ? from : to, forward ? to : from, forward});
            }
    }
    std::sort(m_sides.begin(), m_sides.end(), [](const Side& a, const Side& b) {
        return std::tie(a.low, a.high, a.face) < std::tie(b.low, b.high, b.face);
    });
}

/// Each edge of a closed surface belongs to two faces.
void ShellCheck::checkEdges(std::span<const Polygon* const> faces, const ProjectedPosition& origin)
{
    ShellFault open;
    open.code = 302;
    open.count = 0;
    ShellFault crowded;
    crowded.code = 303;
    crowded.count = 0;
    for (std::size_t i = 0, end = 0; i < m_sides.size(); i = end) {
        while (end < m_sides.size() && m_sides[end].low == m_sides[i].low && m_sides[end].high == m_sides[i].high)
            ++end;
        ShellFault& fault = end - i == 1 ? open : crowded;
        if (end - i == 2)
            continue;
        if (fault.count++ == 0) {
            fault.face = m_sides[i].face;
            fault.place = (placeOf(m_sides[i].low) + placeOf(m_sides[i].high)) * 0.5;
        }
    }
    if (crowded.count > 0)
        m_faults.push_back(crowded);
    if (open.count == 0)
        return;
    if (crowded.count == 0) {
        m_volume.clear(origin);
        for (const Polygon* face : faces)
            m_volume.add(*face);
        open.cornersOnly = m_volume.cubicMetres().has_value();
    }
    m_faults.push_back(open);
}

/// Around each corner of a closed surface the faces stand in one circle; and one can walk from each face to any other.
void ShellCheck::checkCorners()
{
    UnionFind places(m_ring.size());
    UnionFind parts(m_faceCount);
    for (std::size_t i = 0; i + 1 < m_sides.size(); i += 2) {
        places.join(m_sides[i].atLow, m_sides[i + 1].atLow);
        places.join(m_sides[i].atHigh, m_sides[i + 1].atHigh);
        parts.join(m_sides[i].face, m_sides[i + 1].face);
    }
    std::vector<std::uint32_t> circle(m_corners.size(), std::uint32_t(m_ring.size()));
    std::uint32_t place = 0;
    for (std::size_t f = 0; f < m_faceCount; ++f)
        for (std::size_t i = 0; i < m_faces[f].points.size(); ++i, ++place) {
            const auto group = std::uint32_t(places.of(place));
            std::uint32_t& known = circle[m_ring[place]];
            if (known == m_ring.size())
                known = group;
            else if (known != group && !has(303))
                m_faults.push_back({303, f, placeOf(m_ring[place])});
        }
    qint64 count = 0;
    std::size_t other = 0;
    for (std::size_t f = 0; f < m_faceCount; ++f)
        if (parts.of(f) == f) {
            ++count;
            if (parts.of(f) != parts.of(0))
                other = f;
        }
    if (count > 1)
        m_faults.push_back({305, other, m_faces[other].base, count});
}

/// Neighbours run along their edge in opposite directions; the volume that they enclose then tells inside from outside.
void ShellCheck::checkDirections(bool isCavity)
{
    // Each face gets turned or not so that it agrees with its neighbours; those in the minority are wrong.
    std::vector<std::vector<std::pair<std::uint32_t, bool>>> neighbours(m_faceCount);
    for (std::size_t i = 0; i + 1 < m_sides.size(); ++i) {
        const Side& a = m_sides[i];
        const Side& b = m_sides[i + 1];
        if (a.low != b.low || a.high != b.high || a.face == b.face)
            continue;
        neighbours[a.face].emplace_back(b.face, a.forward == b.forward);
        neighbours[b.face].emplace_back(a.face, a.forward == b.forward);
    }
    std::vector<int> turned(m_faceCount, -1);
    for (std::uint32_t seed = 0; seed < m_faceCount; ++seed) {
        if (turned[seed] >= 0)
            continue;
        turned[seed] = 0;
        std::vector<std::uint32_t> part{seed};
        for (std::size_t next = 0; next < part.size(); ++next)
            for (const auto& [face, disagrees] : neighbours[part[next]])
                if (turned[face] < 0) {
                    turned[face] = turned[part[next]] ^ int(disagrees);
                    part.push_back(face);
                }
        const auto wrong = std::count_if(part.begin(), part.end(), [&](std::uint32_t f) { return turned[f] == 1; });
        const int minority = 2 * std::size_t(wrong) > part.size() ? 0 : 1;
        const qint64 count = minority == 1 ? wrong : qint64(part.size()) - wrong;
        if (count == 0)
            continue;
        const auto first =
            std::find_if(part.begin(), part.end(), [&](std::uint32_t f) { return turned[f] == minority; });
        m_faults.push_back({307, *first, m_faces[*first].base, count});
    }
    if (!m_faults.empty())
        return;
    double sixfold = 0;
    for (std::size_t f = 0; f < m_faceCount; ++f)
        for (const FlatRing& ring : m_faces[f].rings)
            for (std::uint32_t i = 1; i + 1 < ring.count; ++i)
                sixfold += dot(m_faces[f].points[ring.first],
                               cross(m_faces[f].points[ring.first + i], m_faces[f].points[ring.first + i + 1]));
    if ((sixfold < 0) != isCavity)
        m_faults.push_back({405, 0, m_faces.front().base, qint64(m_faceCount)});
}

} // namespace twin::package
