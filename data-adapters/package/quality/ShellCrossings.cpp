// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ShellCheck that finds faces that pass through each other (306).
#include "package/quality/ShellCheck.h"

#include "model/Box.h"
#include "package/quality/Val3dity.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

constexpr std::uint64_t mostPairs = 5'000'000;
/// Two faces whose normals differ by less (sine) may lie in one plane.
constexpr double parallel = 1e-3;

Box boxOf(const FlatPolygon& face)
{
    Box box;
    for (const LocalPosition& p : face.points)
        box.include(p);
    return box;
}

bool overlaps(const Box& a, const Box& b)
{
    return a.min.x < b.max.x + snapMetres && b.min.x < a.max.x + snapMetres && a.min.y < b.max.y + snapMetres &&
           b.min.y < a.max.y + snapMetres && a.min.z < b.max.z + snapMetres && b.min.z < a.max.z + snapMetres;
}

} // namespace

void ShellCheck::checkCrossings()
{
    struct Entry {
        Box box;
        std::uint32_t face;
    };
    std::vector<Entry> entries;
    entries.reserve(m_faceCount);
    for (std::uint32_t f = 0; f < m_faceCount; ++f)
        entries.push_back({boxOf(m_faces[f]), f});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.box.min.x != b.box.min.x ? a.box.min.x < b.box.min.x : a.face < b.face;
    });
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::size_t j = i + 1; j < entries.size() && entries[j].box.min.x <= entries[i].box.max.x + snapMetres;
             ++j) {
            const FlatPolygon& a = m_faces[entries[i].face];
            const FlatPolygon& b = m_faces[entries[j].face];
            if (!overlaps(entries[i].box, entries[j].box))
                continue;
            pairs += a.points.size() * b.points.size();
            ShellFault fault;
            if (pairs <= mostPairs && !crosses(a, b, fault.place))
                continue;
            fault.code = pairs > mostPairs ? 0 : 306;
            fault.face = entries[i].face;
            m_faults.push_back(fault);
            return;
        }
}

bool ShellCheck::crosses(const FlatPolygon& a, const FlatPolygon& b, LocalPosition& place) const
{
    const bool inOnePlane =
        length(cross(a.normal, b.normal)) < parallel && std::abs(a.distanceToPlane(b.base)) < planeDistanceMetres;
    return inOnePlane ? covers(a, b, place) || covers(b, a, place) : pierces(a, b, place) || pierces(b, a, place);
}

/// Whether an edge of `a` goes through `b`, further than a corner's tolerance from its rim.
bool ShellCheck::pierces(const FlatPolygon& a, const FlatPolygon& b, LocalPosition& place) const
{
    for (const FlatRing& ring : a.rings)
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const LocalPosition& from = a.points[i];
            const LocalPosition& to = a.points[a.next(ring, i)];
            const double before = b.distanceToPlane(from);
            const double behind = b.distanceToPlane(to);
            if (before * behind >= 0 || std::min(std::abs(before), std::abs(behind)) < planeDistanceMetres)
                continue;
            const LocalPosition at = from + (to - from) * (before / (before - behind));
            const Point2 flat = b.project(at);
            if (b.contains(flat) && b.distanceToEdges(flat) > planeDistanceMetres) {
                place = at;
                return true;
            }
        }
    return false;
}

/// Whether `a` lies partly on `b`, both in one plane: an edge of `a` runs through the inside of `b`.
bool ShellCheck::covers(const FlatPolygon& a, const FlatPolygon& b, LocalPosition& place) const
{
    for (const FlatRing& ring : a.rings)
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const LocalPosition& from = a.points[i];
            const LocalPosition& to = a.points[a.next(ring, i)];
            for (const LocalPosition& at : {from, (from + to) * 0.5}) {
                const Point2 flat = b.project(at);
                if (b.contains(flat) && b.distanceToEdges(flat) > planeDistanceMetres) {
                    place = at;
                    return true;
                }
            }
            const Point2 start = b.project(from);
            const Point2 end = b.project(to);
            for (const FlatRing& other : b.rings)
                for (std::uint32_t k = other.first; k < other.first + other.count; ++k)
                    if (crossProperly(start, end, b.flat[k], b.flat[b.next(other, k)], planeDistanceMetres)) {
                        place = (from + to) * 0.5;
                        return true;
                    }
        }
    return false;
}

} // namespace twin::package
