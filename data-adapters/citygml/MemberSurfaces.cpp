// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MemberReader that turns the collected geometry into surfaces.
#include "citygml/MemberReader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twin::citygml {

void MemberReader::readSurfaces(const pugi::xml_node& member)
{
    std::vector<CityObject>& objects = m_result->tree->objects;
    m_selector.select(int(objects.size()), member);
    std::vector<std::size_t> counts(objects.size());
    m_mixed.assign(objects.size(), 0);
    m_crsFaults.assign(objects.size(), 0);
    m_lastSurfaceId = nullptr;
    m_seen.clear();
    for (const PolygonSite& site : m_geometry.polygons) {
        if (!site.taken)
            continue;
        ++counts[std::size_t(site.place.object)];
        m_mixed[std::size_t(site.place.object)] |= site.place.thematic ? 1 : 2;
    }
    for (std::size_t i = 0; i < objects.size(); ++i)
        objects[i].surfaces.reserve(counts[i]);
    // Boundary surfaces first: where a file states the same polygon twice, theirs tells more.
    for (const bool thematic : {true, false}) {
        for (const PolygonSite& site : m_geometry.polygons)
            if (site.taken && site.place.thematic == thematic)
                readPolygon(site);
        std::sort(m_seen.begin(), m_seen.end());
    }
    for (const pugi::xml_node& node : m_geometry.implicitGeometries)
        issue("geometry.implicit-skipped", {}, node, objects.front().id);
}

void MemberReader::readPolygon(const PolygonSite& site)
{
    CityObject& object = m_result->tree->objects[std::size_t(site.place.object)];
    std::optional<Polygon> polygon = m_polygons.read(site, m_lowestHeights[std::size_t(site.place.object)]);
    if (!m_polygons.faults().empty()) {
        const char* id = attributeValue(site.node, "id");
        const QString where = id != nullptr && *id != '\0' ? toQString(id) : object.id;
        for (const PolygonReader::Fault& fault : m_polygons.faults())
            issue(fault.reason, fault.detail, site.node, where);
    }
    if (!polygon || isDuplicate(site, *polygon) || !toRegion(site, *polygon))
        return;
    Surface& surface = object.surfaces.emplace_back();
    surface.type = site.place.type;
    surface.lod = site.place.lod;
    surface.polygon = *std::move(polygon);
    surface.line = lineOf(site.node);
    if (*site.place.surfaceId != '\0') {
        if (std::exchange(m_lastSurfaceId, site.place.surfaceId) != site.place.surfaceId)
            m_surfaceId = toQString(site.place.surfaceId);
        surface.id = m_surfaceId;
    } else if (const char* id = attributeValue(site.node, "id"))
        surface.id = toQString(id);
}

/// Some exporters write the polygons of the solid a second time into the boundary surfaces instead of linking to them.
bool MemberReader::isDuplicate(const PolygonSite& site, const Polygon& polygon)
{
    if (m_mixed[std::size_t(site.place.object)] != 3)
        return false;
    PointSum sum{site.place.object, 0, 0, 0, polygon.points.size()};
    for (const ProjectedPosition& p : polygon.points) {
        sum.east += std::uint64_t(std::llround(p.eastingMetres * 1e6));
        sum.north += std::uint64_t(std::llround(p.northingMetres * 1e6));
        sum.height += std::uint64_t(std::llround(p.heightMetres * 1e6));
    }
    if (!site.place.thematic)
        return std::binary_search(m_seen.begin(), m_seen.end(), sum);
    m_seen.push_back(sum);
    return false;
}

bool MemberReader::toRegion(const PolygonSite& site, Polygon& polygon)
{
    const char* srsName = *m_polygons.srsName() != '\0' ? m_polygons.srsName() : site.place.srsName;
    const auto index = std::size_t(site.place.object);
    const auto fault = [&](char bit, const char* reason, const QString& detail) {
        if ((m_crsFaults[index] & bit) == 0)
            issue(reason, detail, site.node,
                  index < m_result->tree->objects.size() ? m_result->tree->objects[index].id : QString());
        m_crsFaults[index] |= bit;
        return false;
    };
    if (*srsName == '\0')
        return fault(1, "crs.missing", {});
    const Result<geo::SourceCrs>& crs = m_crsTable.find(srsName);
    if (!crs)
        return fault(2, "crs.unknown", toQString(srsName).left(200));
    m_result->heightUnknown |= !crs->hasHeightReference();
    const Result<void> done = crs->toRegion(polygon.points);
    return done || fault(4, "crs.transform-failed", done.error().detail);
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
        missing.surface.line = lineOf(link.node);
        m_result->missing.push_back(std::move(missing));
    }
}

} // namespace twin::citygml
