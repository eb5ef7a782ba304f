// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/geometry/GeometrySelector.h"

#include <bit>
#include <functional>
#include <utility>

namespace twin::citygml {
namespace {

constexpr std::size_t linkLimit = 4'000'000; ///< of one top-level object, with those followed again for another level

std::size_t hashOf(std::string_view id)
{
    return std::hash<std::string_view>()(id);
}

/// Calls `visit(id, element)` for every element with an id, without recursion.
template <class Visit> void forEachId(const pugi::xml_node& root, const Visit& visit)
{
    static_cast<void>(root.find_node([&](const pugi::xml_node& node) {
        if (const char* id = attributeValue(node, "id"))
            visit(std::string_view(id), node);
        return false;
    }));
}

} // namespace

void GeometrySelector::select(const pugi::xml_node& member)
{
    m_foreign.clear();
    m_external.clear();
    for (PolygonSite& polygon : m_geometry.polygons)
        polygon.taken = true;
    if (m_geometry.links.empty())
        return;
    m_elements.clear();
    m_elementsKnown = false;
    buildIdTable();
    for (std::size_t i = 0; i < m_geometry.links.size(); ++i) { // grows: links in what is linked to
        const LinkSite link = m_geometry.links[i];
        if (link.href[0] != '#') {
            m_external.push_back(link);
            continue;
        }
        if (findId(link.href + 1) == nullptr)
            collectUncollected(link.href + 1, link.place, member);
        follow(link);
    }
}

void GeometrySelector::follow(const LinkSite& link)
{
    IdSite* const found = findId(link.href + 1);
    if (found == nullptr) {
        m_foreign.push_back(link);
        return;
    }
    const auto bit = std::uint8_t(1u << (link.place.lod / 10));
    const std::size_t kind = link.place.thematic ? 1 : link.place.solid >= 0 ? 2 : 0;
    if ((found->followed[kind] & bit) != 0)
        return;
    found->followed[kind] |= bit;
    const IdSite target = *found;
    for (std::size_t polygon = target.firstPolygon; polygon < target.endPolygon; ++polygon)
        take(polygon, link.place);
    for (std::size_t i = target.firstCurve; i < target.endCurve; ++i)
        if (CurveSite curve = m_geometry.curves[i]; curve.place.lod != link.place.lod && (curve.copied & bit) == 0) {
            m_geometry.curves[i].copied |= bit;
            curve.place.lod = link.place.lod;
            curve.place.object = link.place.object;
            m_geometry.curves.push_back(curve);
        }
    for (std::size_t i = target.firstLink; i < target.endLink; ++i)
        if (LinkSite inner = m_geometry.links[i];
            inner.place.lod != link.place.lod && m_geometry.links.size() < linkLimit) {
            const bool flipped = inner.place.flipped != link.place.flipped;
            inner.place = link.place;
            inner.place.flipped = flipped;
            m_geometry.links.push_back(inner);
        }
}

/// Gives a polygon to the place of a link, unless it has one of the same level of detail that tells as much.
void GeometrySelector::take(std::size_t index, const Place& place)
{
    std::vector<PolygonSite>& polygons = m_geometry.polygons;
    while (polygons[index].taken && polygons[index].place.lod != place.lod && polygons[index].next != 0)
        index = polygons[index].next;
    const PolygonSite before = polygons[index];
    const bool sameLod = before.place.lod == place.lod;
    const bool sameObject = before.place.object == place.object;
    if (before.taken && sameLod && (!place.thematic || before.place.thematic)) {
        if (sameObject && before.place.solid < 0)
            polygons[index].place.solid = place.solid;
        return;
    }
    PolygonSite given = before;
    given.place = place;
    if (before.taken && before.place.thematic && !place.thematic) { // a wall stays a wall in the other level
        given.place.thematic = true;
        given.place.type = before.place.type;
        given.place.surfaceId = before.place.surfaceId;
    }
    given.place.flipped = place.flipped != before.place.flipped;
    given.place.srsName = before.place.srsName;
    if (before.taken && sameLod && sameObject && place.solid < 0)
        given.place.solid = before.place.solid;
    given.place.dimension = before.place.dimension;
    given.taken = true;
    if (!before.taken || sameLod) {
        polygons[index] = given;
        return;
    }
    polygons[index].next = std::uint32_t(polygons.size());
    polygons.push_back(given);
}

void GeometrySelector::buildIdTable()
{
    m_table.assign(std::bit_ceil(std::max<std::size_t>(m_geometry.ids.size() * 4, 16)), 0);
    for (std::size_t i = 0; i < m_geometry.ids.size(); ++i)
        insertId(i);
}

void GeometrySelector::insertId(std::size_t index)
{
    std::size_t slot = hashOf(m_geometry.ids[index].id) & (m_table.size() - 1);
    while (m_table[slot] != 0 && m_geometry.ids[m_table[slot] - 1].id != m_geometry.ids[index].id)
        slot = (slot + 1) & (m_table.size() - 1);
    if (m_table[slot] == 0) // of double ids the first counts
        m_table[slot] = std::uint32_t(index) + 1;
}

IdSite* GeometrySelector::findId(std::string_view id)
{
    std::size_t slot = hashOf(id) & (m_table.size() - 1);
    for (; m_table[slot] != 0; slot = (slot + 1) & (m_table.size() - 1))
        if (m_geometry.ids[m_table[slot] - 1].id == id)
            return &m_geometry.ids[m_table[slot] - 1];
    return nullptr;
}

void GeometrySelector::collectUncollected(std::string_view id, const Place& place, const pugi::xml_node& member)
{
    if (!std::exchange(m_elementsKnown, true))
        forEachId(member,
                  [this](std::string_view known, const pugi::xml_node& node) { m_elements.emplace(known, node); });
    const auto found = m_elements.find(id);
    if (found == m_elements.end())
        return;
    const std::size_t firstId = m_geometry.ids.size();
    Place inside = place;
    inside.flipped = false; // take() combines the flips on both sides of the link
    IdSite known;
    known.id = id;
    known.firstPolygon = std::uint32_t(m_geometry.polygons.size());
    known.firstCurve = known.endCurve = std::uint32_t(m_geometry.curves.size());
    m_geometry.collect(found->second, inside);
    // Known from now on even if it holds no polygon, so that links in circles end.
    known.endPolygon = std::uint32_t(m_geometry.polygons.size());
    m_geometry.ids.push_back(known);
    if (m_geometry.ids.size() * 2 > m_table.size())
        buildIdTable();
    else
        for (std::size_t i = firstId; i < m_geometry.ids.size(); ++i)
            insertId(i);
}

} // namespace twin::citygml
