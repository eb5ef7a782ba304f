// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MemberReader that turns the collected geometry into surfaces.
#include "citygml/objects/MemberReader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twin::citygml {
void MemberReader::readSurfaces(const pugi::xml_node& member)
{
    std::vector<CityObject>& objects = m_result->tree->objects;
    m_selector.select(member);
    m_looks.finish();
    std::vector<std::size_t> counts(objects.size());
    m_mixed.assign(objects.size() * Place::lodCount, 0);
    m_crsFaults.assign(objects.size(), 0);
    m_lastSurfaceId = nullptr;
    m_stated.clear();
    for (const PolygonSite& site : m_geometry.polygons) {
        if (!site.taken)
            continue;
        ++counts[std::size_t(site.place.object)];
        m_mixed[site.place.level()] |= site.place.thematic ? 1 : 2;
    }
    for (std::size_t i = 0; i < objects.size(); ++i)
        objects[i].surfaces.reserve(counts[i]);
    // Boundary surfaces first: where a file states the same polygon twice, theirs tells more.
    for (const bool thematic : {true, false}) {
        for (const PolygonSite& site : m_geometry.polygons)
            if (site.taken && site.place.thematic == thematic)
                readPolygon(site);
        std::sort(m_stated.begin(), m_stated.end());
    }
}

void MemberReader::reportFaults(const pugi::xml_node& node, const QString& objectId)
{
    if (m_polygons.faults().empty())
        return;
    const char* id = attributeValue(node, "id");
    const QString where = id != nullptr && *id != '\0' ? toQString(id) : objectId;
    for (const PolygonReader::Fault& fault : m_polygons.faults())
        issue(fault.reason, fault.detail, node, where);
}

void MemberReader::readPolygon(const PolygonSite& site)
{
    CityObject& object = objectOf(site.place);
    std::optional<Polygon> polygon = m_polygons.read(site, m_lowestHeights[std::size_t(site.place.object)]);
    reportFaults(site.node, object.id);
    if (!polygon)
        return;
    const bool isMixed = m_mixed[site.place.level()] == 3;
    const PointSum points = isMixed ? pointSum(site, *polygon) : PointSum();
    if (isMixed && !site.place.thematic && isStatedAlready(points, site.place))
        return;
    Surface surface;
    surface.polygon = *std::move(polygon);
    m_looks.apply(site, m_polygons, surface); // image positions come from coordinates of the source
    if (!toRegion(site.place, site.node, surface.polygon.points))
        return;
    surface.type = site.place.type;
    surface.lod = site.place.lod;
    surface.solid = site.place.solid;
    surface.line = lineOf(site.node);
    if (*site.place.surfaceId != '\0') {
        if (std::exchange(m_lastSurfaceId, site.place.surfaceId) != site.place.surfaceId)
            m_surfaceId = toQString(site.place.surfaceId);
        surface.id = m_surfaceId;
    } else if (const char* id = attributeValue(site.node, "id")) {
        surface.id = toQString(id);
    }
    if (isMixed && site.place.thematic)
        m_stated.push_back({points, object.surfaces.size()});
    object.surfaces.push_back(std::move(surface));
}

/// A gml:Tin that is triangulated states its points a second time, in the triangles.
void MemberReader::readCurves()
{
    for (const CurveSite& site : m_geometry.curves) {
        CityObject& object = objectOf(site.place);
        if (site.points && localName(site.node.name()) == "controlPoint" && !object.surfaces.empty())
            continue;
        std::vector<ProjectedPosition> points =
            m_polygons.readPoints(site, m_lowestHeights[std::size_t(site.place.object)]);
        reportFaults(site.node, object.id);
        if (points.empty() || !toRegion(site.place, site.node, points))
            continue;
        if (!site.points)
            object.curves.push_back({site.place.lod, std::move(points)});
        else
            for (const ProjectedPosition& point : points)
                object.curves.push_back({site.place.lod, {point}});
    }
}

MemberReader::PointSum MemberReader::pointSum(const PolygonSite& site, const Polygon& polygon)
{
    PointSum sum{site.place.object, 0, 0, 0, polygon.points.size(), site.place.lod};
    for (const ProjectedPosition& p : polygon.points) {
        sum.east += std::uint64_t(std::llround(p.eastingMetres * 1e6));
        sum.north += std::uint64_t(std::llround(p.northingMetres * 1e6));
        sum.height += std::uint64_t(std::llround(p.heightMetres * 1e6));
    }
    return sum;
}

/// Some exporters write the polygons of the solid a second time into the boundary surfaces instead of linking to them:
/// then these are the solid's.
bool MemberReader::isStatedAlready(const PointSum& points, const Place& place)
{
    const auto stated = std::lower_bound(m_stated.begin(), m_stated.end(), StatedPolygon{points, 0});
    if (stated == m_stated.end() || stated->points != points)
        return false;
    Surface& surface = objectOf(place).surfaces[stated->surface];
    if (surface.solid < 0)
        surface.solid = place.solid;
    return true;
}

void MemberReader::crsFault(std::size_t object, char bit, const char* reason, const QString& detail,
                            const pugi::xml_node& at)
{
    if ((m_crsFaults[object] & bit) == 0)
        issue(reason, detail, at,
              object < m_result->tree->objects.size() ? m_result->tree->objects[object].id : QString());
    m_crsFaults[object] |= bit;
}

/// @returns the CRS of a geometry; null when it states none or one that cannot be used.
const geo::SourceCrs* MemberReader::crsOf(const Place& place, const pugi::xml_node& at)
{
    const char* srsName = *m_polygons.srsName() != '\0' ? m_polygons.srsName() : place.srsName;
    const auto index = std::size_t(place.object);
    if (*srsName == '\0') {
        crsFault(index, 1, "crs.missing", {}, at);
        return nullptr;
    }
    const Result<geo::SourceCrs>& crs = m_crsTable.find(srsName);
    if (!crs) {
        crsFault(index, 2, "crs.unknown", toQString(srsName).left(200), at);
        return nullptr;
    }
    m_result->heightUnknown |= !crs->hasHeightReference();
    return &*crs;
}

bool MemberReader::toRegion(const Place& place, const pugi::xml_node& at, std::span<ProjectedPosition> points)
{
    const geo::SourceCrs* const crs = crsOf(place, at);
    if (crs == nullptr)
        return false;
    if (const Result<void> done = crs->toRegion(points); !done) {
        crsFault(std::size_t(place.object), 4, "crs.transform-failed", done.error().detail, at);
        return false;
    }
    return true;
}

void MemberReader::reportLinks()
{
    for (const LinkSite& link : m_selector.externalLinks())
        issue("xlink.external", toQString(link.href).left(200), link.node,
              m_result->tree->objects[std::size_t(link.place.object)].id);
    for (const LinkSite& link : m_selector.foreignLinks()) {
        MissingPolygon missing{link.place.object, link.href + 1, link.place.flipped, {}};
        missing.surface.id = toQString(*link.place.surfaceId != '\0' ? link.place.surfaceId : link.href + 1);
        missing.surface.type = link.place.type;
        missing.surface.lod = link.place.lod;
        missing.surface.solid = link.place.solid;
        missing.surface.line = lineOf(link.node);
        m_result->missing.push_back(std::move(missing));
    }
}

} // namespace twin::citygml
