// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/SolidCheck.h"

#include "package/quality/FaceContact.h"
#include "package/quality/SolidAngle.h"
#include "package/quality/UnionFind.h"
#include "package/quality/Val3dity.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace twin::package {
namespace {

constexpr double perMetre = 1000;
constexpr double pushMetres = 2 * planeDistanceMetres; ///< how far below a face is looked
constexpr double mostPairs = 4'000'000;                ///< of faces: what is larger takes seconds

bool mayMeet(const Box& a, const Box& b)
{
    const double d = planeDistanceMetres;
    return a.min.x < b.max.x + d && b.min.x < a.max.x + d && a.min.y < b.max.y + d && b.min.y < a.max.y + d &&
           a.min.z < b.max.z + d && b.min.z < a.max.z + d;
}

Box boxOf(const FlatPolygon& face)
{
    Box box;
    for (const LocalPosition& p : face.points)
        box.include(p);
    return box;
}

/// The angle that a face takes up; rings are flat, so a fan of each will do.
double angleOf(const FlatPolygon& face, const LocalPosition& p)
{
    double angle = 0;
    for (const FlatRing& ring : face.rings)
        for (std::uint32_t i = 1; i + 1 < ring.count; ++i)
            angle += solidAngle(face.points[ring.first] - p, face.points[ring.first + i] - p,
                                face.points[ring.first + i + 1] - p);
    return angle;
}

bool surrounds(const std::vector<FlatPolygon>& faces, const LocalPosition& p)
{
    double angle = 0;
    for (const FlatPolygon& face : faces)
        angle += angleOf(face, p);
    return std::abs(angle) > 2 * std::numbers::pi;
}

bool isNearAny(const std::vector<FlatPolygon>& faces, const LocalPosition& p)
{
    return std::any_of(faces.begin(), faces.end(), [&p](const FlatPolygon& face) { return isNear(face, p); });
}

/// Corners, middles of edges and a place within: what tells on which side of something a face lies.
std::vector<LocalPosition> samplesOf(const FlatPolygon& face)
{
    std::vector<LocalPosition> samples;
    if (const auto within = placeWithin(face))
        samples.push_back(*within);
    for (const FlatRing& ring : face.rings)
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            samples.push_back(face.points[i]);
            samples.push_back((face.points[i] + face.points[face.next(ring, i)]) * 0.5);
        }
    return samples;
}

/// Whether pieces of lines, some of them stated twice, close a loop.
class Loops {
public:
    bool close(const std::vector<std::pair<LocalPosition, LocalPosition>>& pieces)
    {
        for (const auto& [from, to] : pieces) {
            nodeAt(from);
            nodeAt(to);
        }
        for (const auto& [from, to] : pieces)
            addEdges(from, to);
        UnionFind groups(m_nodes.size());
        return !std::all_of(m_edges.begin(), m_edges.end(),
                            [&groups](const auto& edge) { return groups.join(edge.first, edge.second); });
    }

private:
    std::size_t nodeAt(const LocalPosition& p)
    {
        const auto known = std::find_if(m_nodes.begin(), m_nodes.end(), [&p](const LocalPosition& node) {
            return length(node - p) <= 2 * planeDistanceMetres;
        });
        if (known != m_nodes.end())
            return std::size_t(known - m_nodes.begin());
        m_nodes.push_back(p);
        return m_nodes.size() - 1;
    }
    /// From node to node along a piece, so that pieces over each other become the same edges.
    void addEdges(const LocalPosition& from, const LocalPosition& to)
    {
        const LocalPosition along = (to - from) * (1 / length(to - from));
        std::map<double, std::size_t> on;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const double at = dot(m_nodes[i] - from, along);
            if (at > -2 * planeDistanceMetres && at < length(to - from) + 2 * planeDistanceMetres &&
                length(m_nodes[i] - (from + along * at)) <= 2 * planeDistanceMetres)
                on.emplace(at, i);
        }
        for (auto next = on.begin(), before = next++; next != on.end(); before = next++)
            m_edges.insert(std::minmax(before->second, next->second));
    }

    std::vector<LocalPosition> m_nodes;
    std::set<std::pair<std::size_t, std::size_t>> m_edges;
};

} // namespace

void SolidCheck::add(std::span<const Polygon* const> faces, const ProjectedPosition& origin, std::size_t solid)
{
    Shell& shell = m_shells.emplace_back();
    shell.solid = solid;
    shell.faces.resize(faces.size());
    for (std::size_t f = 0; f < faces.size(); ++f) {
        static_cast<void>(shell.faces[f].set(*faces[f], origin));
        for (const LocalPosition& p : shell.faces[f].points) {
            shell.box.include(p);
            shell.corners.push_back(
                {std::round(p.x * perMetre), std::round(p.y * perMetre), std::round(p.z * perMetre)});
        }
    }
    const auto less = [](const LocalPosition& a, const LocalPosition& b) {
        return std::tie(a.x, a.y, a.z) < std::tie(b.x, b.y, b.z);
    };
    std::sort(shell.corners.begin(), shell.corners.end(), less);
    const auto same = [](const LocalPosition& a, const LocalPosition& b) {
        return a.x == b.x && a.y == b.y && a.z == b.z;
    };
    shell.corners.erase(std::unique(shell.corners.begin(), shell.corners.end(), same), shell.corners.end());
}

bool SolidCheck::isTooLarge() const
{
    double faces = 0;
    for (const Shell& shell : m_shells)
        faces += double(shell.faces.size());
    return faces * faces > mostPairs;
}

/// The same corners and the same outline: how the faces are cut is no matter.
bool SolidCheck::isSame(const Shell& a, const Shell& b) const
{
    const auto near = [](const LocalPosition& p, const LocalPosition& q) { return length(p - q) <= 2; }; // millimetres
    return a.corners.size() == b.corners.size() &&
           std::equal(a.corners.begin(), a.corners.end(), b.corners.begin(), near) &&
           std::all_of(a.faces.begin(), a.faces.end(), [&b](const FlatPolygon& face) {
               const auto within = placeWithin(face);
               return !within || isNearAny(b.faces, *within);
           });
}

SolidCheck::Meeting SolidCheck::meet(const Shell& a, const Shell& b) const
{
    Meeting meeting;
    for (std::size_t f = 0; f < a.faces.size(); ++f) {
        const FlatPolygon& face = a.faces[f];
        const Box box = boxOf(face);
        for (const FlatPolygon& other : b.faces) {
            if (!mayMeet(box, boxOf(other)))
                continue;
            auto place = areInOnePlane(face, other) ? sharedAt(face, other) : piercedAt(face, other);
            if (!place && !areInOnePlane(face, other))
                place = piercedAt(other, face);
            if (place)
                return {true, false, false, f, *place};
        }
        for (const LocalPosition& p : samplesOf(face)) {
            if (isNearAny(b.faces, p))
                continue;
            const bool isInside = surrounds(b.faces, p);
            if (!meeting.isInside && !meeting.isOutside) {
                meeting.face = f;
                meeting.place = p;
            }
            (isInside ? meeting.isInside : meeting.isOutside) = true;
        }
    }
    return meeting;
}

const std::vector<SolidFault>& SolidCheck::checkShells()
{
    m_faults.clear();
    if (m_shells.size() < 2)
        return m_faults;
    if (isTooLarge()) {
        m_faults.push_back({0, 1, 0, m_shells[1].faces.front().base});
        return m_faults;
    }
    for (std::size_t second = 1; second < m_shells.size(); ++second)
        for (std::size_t first = 0; first < second; ++first)
            checkPair(first, second);
    if (m_faults.empty())
        checkConnection();
    return m_faults;
}

void SolidCheck::checkPair(std::size_t first, std::size_t second)
{
    const Shell& a = m_shells[first];
    const Shell& b = m_shells[second];
    if (isSame(a, b)) {
        m_faults.push_back({402, second, 0, b.faces.front().base});
        return;
    }
    const Meeting meeting = meet(b, a);
    int code = 0;
    if (meeting.crosses || (meeting.isInside && meeting.isOutside))
        code = 401;
    else if (first == 0 && meeting.isOutside)
        code = 403;
    else if (first > 0 && (meeting.isInside || meet(a, b).isInside)) // one cavity in another
        code = 401;
    if (code != 0)
        m_faults.push_back({code, second, meeting.face, meeting.place});
}

/// Shells may touch along lines. Where the lines close a loop, what they enclose is cut off from the rest: as holes
/// that touch their rim twice cut a polygon (205).
void SolidCheck::checkConnection()
{
    Touches touches;
    std::size_t touching = 0;
    for (std::size_t i = 1; i < m_shells.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            for (const FlatPolygon& a : m_shells[i].faces)
                for (const FlatPolygon& b : m_shells[j].faces)
                    if (mayMeet(boxOf(a), boxOf(b))) {
                        addTouches(a, b, touches);
                        addTouches(b, a, touches);
                        touching = touches.empty() || touching > 0 ? touching : i;
                    }
    if (!touches.empty() && Loops().close(touches))
        m_faults.push_back({404, touching, 0, touches.front().first});
}

std::vector<SolidCheck::Body> SolidCheck::bodies() const
{
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < m_shells.size(); ++i) {
        if (bodies.empty() || m_shells[i].solid != m_shells[bodies.back().begin].solid)
            bodies.push_back({i, i});
        bodies.back().end = i + 1;
    }
    return bodies;
}

const std::vector<SolidFault>& SolidCheck::checkSolids()
{
    m_faults.clear();
    const std::vector<Body> all = bodies();
    if (isTooLarge()) {
        m_faults.push_back({0, 0, 0, m_shells.front().faces.front().base});
        return m_faults;
    }
    UnionFind groups(all.size());
    std::vector<SolidFault> overlapping;
    for (std::size_t j = 1; j < all.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) {
            SolidFault fault{501, all[j].begin, 0, m_shells[all[j].begin].faces.front().base};
            if (isSame(m_shells[all[i].begin], m_shells[all[j].begin])) {
                fault.code = 502;
                m_faults.push_back(fault);
            } else if (overlaps(all[j], all[i], fault)) {
                overlapping.push_back(fault);
            }
            if (areNeighbours(all[i], all[j]))
                groups.join(i, j);
        }
    if (m_faults.empty())
        m_faults = overlapping;
    for (std::size_t i = 1; m_faults.empty() && i < all.size(); ++i)
        if (groups.of(i) != groups.of(0))
            m_faults.push_back({503, all[i].begin, 0, m_shells[all[i].begin].faces.front().base});
    return m_faults;
}

bool SolidCheck::isInside(const Body& body, const LocalPosition& p) const
{
    if (!surrounds(m_shells[body.begin].faces, p))
        return false;
    for (std::size_t i = body.begin; i < body.end; ++i)
        if (isNearAny(m_shells[i].faces, p) || (i > body.begin && surrounds(m_shells[i].faces, p)))
            return false;
    return true;
}

/// Whether something of one is within the other. A face that lies on the other's is seen from just below.
bool SolidCheck::overlaps(const Body& a, const Body& b, SolidFault& fault) const
{
    if (!mayMeet(m_shells[a.begin].box, m_shells[b.begin].box))
        return false;
    for (const auto& [from, other] : {std::pair(a, b), std::pair(b, a)})
        for (std::size_t i = from.begin; i < from.end; ++i)
            for (std::size_t f = 0; f < m_shells[i].faces.size(); ++f) {
                const FlatPolygon& face = m_shells[i].faces[f];
                std::vector<LocalPosition> places = samplesOf(face);
                if (const LocalPosition below = places.front() - face.normal * pushMetres; isInside(from, below))
                    places.push_back(below);
                for (std::size_t k = other.begin; k < other.end; ++k)
                    for (const FlatPolygon& against : m_shells[k].faces)
                        if (const auto pierced = piercedAt(face, against))
                            for (const double side : {-pushMetres, pushMetres})
                                places.push_back(*pierced + against.normal * side);
                for (const LocalPosition& p : places)
                    if (isInside(other, p) && (isInside(from, p) || isNear(face, p))) {
                        fault.shell = i;
                        fault.face = f;
                        fault.place = p;
                        return true;
                    }
            }
    return false;
}

/// Whether they have a part of a face in common.
bool SolidCheck::areNeighbours(const Body& a, const Body& b) const
{
    for (std::size_t i = a.begin; i < a.end; ++i)
        for (std::size_t k = b.begin; k < b.end; ++k) {
            if (!mayMeet(m_shells[i].box, m_shells[k].box))
                continue;
            for (const FlatPolygon& first : m_shells[i].faces)
                for (const FlatPolygon& second : m_shells[k].faces)
                    if (areInOnePlane(first, second) && sharedAt(first, second))
                        return true;
        }
    return false;
}

} // namespace twin::package
