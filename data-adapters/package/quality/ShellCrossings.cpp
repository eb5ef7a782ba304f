// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ShellCheck that finds faces that pass through each other (306).
#include "package/quality/ShellCheck.h"

#include "model/Box.h"
#include "package/quality/FaceContact.h"
#include "package/quality/Val3dity.h"

#include <algorithm>

namespace twin::package {
namespace {

constexpr std::uint64_t mostPairs = 5'000'000;

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

bool ShellCheck::crosses(const FlatPolygon& a, const FlatPolygon& b, LocalPosition& place)
{
    const bool inOnePlane = areInOnePlane(a, b);
    auto at = inOnePlane ? coveredAt(a, b) : piercedAt(a, b);
    if (!at)
        at = inOnePlane ? coveredAt(b, a) : piercedAt(b, a);
    place = at.value_or(place);
    return at.has_value();
}

} // namespace twin::package
