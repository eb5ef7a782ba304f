// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/PartOverlap.h"

#include "model/geometry/ShellNumber.h"
#include "package/quality/SolidAngle.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace twin::package {
namespace {

constexpr double touchMetres = 0.01;    ///< a place counts as inside when no face is nearer
constexpr double pushMetres = 0.02;     ///< how far below a face is looked
constexpr double mostPairs = 4'000'000; ///< of faces: a pair of solids beyond takes seconds

/// @returns the distance from a place to a triangle (Ericson, Real-Time Collision Detection, 5.1.5).
double distanceTo(const LocalPosition& a, const LocalPosition& b, const LocalPosition& c, const LocalPosition& p)
{
    const LocalPosition ab = b - a;
    const LocalPosition ac = c - a;
    const double d1 = dot(ab, p - a);
    const double d2 = dot(ac, p - a);
    if (d1 <= 0 && d2 <= 0)
        return length(p - a);
    const double d3 = dot(ab, p - b);
    const double d4 = dot(ac, p - b);
    if (d3 >= 0 && d4 <= d3)
        return length(p - b);
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0)
        return length(p - (a + ab * (d1 / (d1 - d3))));
    const double d5 = dot(ab, p - c);
    const double d6 = dot(ac, p - c);
    if (d6 >= 0 && d5 <= d6)
        return length(p - c);
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0)
        return length(p - (a + ac * (d2 / (d2 - d6))));
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        return length(p - (b + (c - b) * ((d4 - d3) / (d4 - d3 + d5 - d6))));
    const double sum = va + vb + vc;
    return length(p - (a + ab * (vb / sum) + ac * (vc / sum)));
}

bool mayOverlap(const Box& a, const Box& b)
{
    const auto along = [](double lowA, double highA, double lowB, double highB) {
        return lowA + touchMetres < highB && lowB + touchMetres < highA;
    };
    return along(a.min.x, a.max.x, b.min.x, b.max.x) && along(a.min.y, a.max.y, b.min.y, b.max.y) &&
           along(a.min.z, a.max.z, b.min.z, b.max.z);
}

bool isIn(const Box& box, const LocalPosition& p)
{
    return p.x > box.min.x && p.x < box.max.x && p.y > box.min.y && p.y < box.max.y && p.z > box.min.z &&
           p.z < box.max.z;
}

ProjectedPosition originOf(const CityObject& object)
{
    for (const Surface& surface : object.surfaces)
        if (!surface.polygon.points.empty())
            return surface.polygon.points.front();
    for (const CityObject& child : object.children)
        if (const ProjectedPosition origin = originOf(child); origin.eastingMetres != 0)
            return origin;
    return {};
}

} // namespace

const std::vector<PartOverlapFault>& PartOverlap::check(const CityObject& building)
{
    m_faults.clear();
    m_bodies.clear();
    const auto isPart = [](const CityObject& child) { return child.type == CityObjectType::BuildingPart; };
    if (std::none_of(building.children.begin(), building.children.end(), isPart))
        return m_faults;
    m_origin = originOf(building);
    takeBodies(building);
    for (const CityObject& child : building.children)
        if (isPart(child))
            takeBodies(child);
    for (std::size_t i = 0; i < m_bodies.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (m_bodies[i].object != m_bodies[j].object && m_bodies[i].lod == m_bodies[j].lod)
                compare(m_bodies[i], m_bodies[j]);
    return m_faults;
}

/// Takes the solids that close; the others are no matter of 601.
void PartOverlap::takeBodies(const CityObject& object)
{
    std::map<std::pair<Lod, std::int32_t>, std::vector<const Surface*>> shells;
    for (const Surface& surface : object.surfaces)
        if (surface.solid >= 0)
            shells[{surface.lod, ShellNumber::withCavity(surface.solid, 0)}].push_back(&surface);
    for (const auto& [key, surfaces] : shells) {
        m_volume.clear(m_origin);
        for (const Surface* surface : surfaces)
            m_volume.add(surface->polygon);
        if (!m_volume.cubicMetres())
            continue;
        Body body;
        body.object = &object;
        body.lod = key.first;
        for (const Surface* surface : surfaces) {
            const TriangulatedPolygon& flat = m_triangulator.triangulate(surface->polygon, m_origin);
            for (std::size_t i = 0; i + 2 < flat.indices.size(); i += 3)
                body.faces.push_back({flat.points[flat.indices[i]], flat.points[flat.indices[i + 1]],
                                      flat.points[flat.indices[i + 2]], surface});
        }
        for (const Face& face : body.faces)
            for (const LocalPosition& p : {face.a, face.b, face.c})
                body.box.include(p);
        m_bodies.push_back(std::move(body));
    }
}

void PartOverlap::compare(const Body& first, const Body& second)
{
    if (!mayOverlap(first.box, second.box))
        return;
    PartOverlapFault found;
    found.part = first.object; // the later of the two: never the building itself
    found.fault.surface = first.faces.front().surface;
    LocalPosition place = first.faces.front().a;
    const bool tooLarge = double(first.faces.size()) * double(second.faces.size()) > mostPairs;
    if (!tooLarge) {
        const Face* face = facesInside(first, second, place);
        if (face == nullptr && facesInside(second, first, place) == nullptr)
            return;
        found.fault.code = 601;
        if (face != nullptr)
            found.fault.surface = face->surface;
    }
    found.fault.place = {m_origin.eastingMetres + place.x, m_origin.northingMetres + place.y,
                         m_origin.heightMetres + place.z};
    m_faults.push_back(found);
}

/// Corners and middles of faces and places just below them, which the same face of the other solid does not hide; then
/// edges that go through the other's faces.
const PartOverlap::Face* PartOverlap::facesInside(const Body& from, const Body& other, LocalPosition& place)
{
    for (const Face& face : from.faces) {
        const LocalPosition middle = (face.a + face.b + face.c) * (1.0 / 3);
        const LocalPosition up = cross(face.b - face.a, face.c - face.a);
        const double area = length(up);
        if (area <= 0)
            continue;
        for (const LocalPosition& p : {middle, face.a, face.b, face.c})
            if (isInside(other, p)) {
                place = p;
                return &face;
            }
        if (const LocalPosition below = middle - up * (pushMetres / area);
            isInside(other, below) && isInside(from, below)) {
            place = below;
            return &face;
        }
        if (pierces(face.a, face.b, other, place) || pierces(face.b, face.c, other, place) ||
            pierces(face.c, face.a, other, place))
            return &face;
    }
    return nullptr;
}

bool PartOverlap::pierces(const LocalPosition& from, const LocalPosition& to, const Body& other, LocalPosition& place)
{
    const LocalPosition edge = to - from;
    const double reach = length(edge);
    if (reach <= 2 * pushMetres)
        return false;
    for (const Face& face : other.faces) {
        const LocalPosition up = cross(face.b - face.a, face.c - face.a);
        const double before = dot(from - face.a, up);
        const double after = dot(to - face.a, up);
        if (before * after >= 0)
            continue;
        const double t = before / (before - after);
        const LocalPosition hit = from + edge * t;
        if (distanceTo(face.a, face.b, face.c, hit) > touchMetres)
            continue;
        for (const double side : {-2 * pushMetres, 2 * pushMetres})
            if (const double at = t + side / reach; at > 0 && at < 1)
                if (const LocalPosition p = from + edge * at; isInside(other, p)) {
                    place = p;
                    return true;
                }
    }
    return false;
}

bool PartOverlap::isInside(const Body& body, const LocalPosition& p)
{
    if (!isIn(body.box, p))
        return false;
    double angle = 0;
    for (const Face& face : body.faces)
        angle += solidAngle(face.a - p, face.b - p, face.c - p);
    if (angle < 2 * std::numbers::pi)
        return false;
    return std::all_of(body.faces.begin(), body.faces.end(),
                       [&p](const Face& face) { return distanceTo(face.a, face.b, face.c, p) > touchMetres; });
}

} // namespace twin::package
