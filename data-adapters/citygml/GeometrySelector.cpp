// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/GeometrySelector.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace twin::citygml {
namespace {

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

void GeometrySelector::select(int objectCount, const pugi::xml_node& member)
{
    m_foreign.clear();
    m_external.clear();
    m_lods.assign(std::size_t(objectCount), -1);
    for (const PolygonSite& polygon : m_geometry.polygons)
        m_lods[std::size_t(polygon.place.object)] =
            std::max<int>(m_lods[std::size_t(polygon.place.object)], polygon.place.lod);
    for (const LinkSite& link : m_geometry.links)
        m_lods[std::size_t(link.place.object)] = std::max<int>(m_lods[std::size_t(link.place.object)], link.place.lod);
    for (PolygonSite& polygon : m_geometry.polygons)
        polygon.taken = polygon.place.lod == m_lods[std::size_t(polygon.place.object)];
    if (m_geometry.links.empty())
        return;

    followAll(member);
}

void GeometrySelector::followAll(const pugi::xml_node& member)
{
    m_elements.clear();
    m_elementsKnown = false;
    buildIdTable();
    for (std::size_t i = 0; i < m_geometry.links.size(); ++i) { // grows when a link leads to uncollected geometry
        const LinkSite link = m_geometry.links[i];
        if (link.place.lod != m_lods[std::size_t(link.place.object)])
            continue;
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
    IdSite* const target = findId(link.href + 1);
    if (target == nullptr) {
        m_foreign.push_back(link);
        return;
    }
    if (std::exchange(target->followed[link.place.thematic], true))
        return;
    for (std::size_t polygon = target->firstPolygon; polygon < target->endPolygon; ++polygon)
        take(polygon, link.place);
}

void GeometrySelector::take(std::size_t index, const Place& place)
{
    PolygonSite& polygon = m_geometry.polygons[index];
    if (polygon.taken && (!place.thematic || polygon.place.thematic))
        return;
    const Place inside = polygon.place;
    polygon.place = place;
    polygon.place.flipped = place.flipped != inside.flipped;
    polygon.place.srsName = inside.srsName;
    polygon.place.dimension = inside.dimension;
    polygon.taken = true;
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
    const std::size_t firstPolygon = m_geometry.polygons.size();
    m_geometry.collect(found->second, inside);
    // Known from now on even if it holds no polygon, so that links in circles end.
    m_geometry.ids.push_back({id, firstPolygon, m_geometry.polygons.size()});
    if (m_geometry.ids.size() * 2 > m_table.size())
        buildIdTable();
    else
        for (std::size_t i = firstId; i < m_geometry.ids.size(); ++i)
            insertId(i);
}

} // namespace twin::citygml
