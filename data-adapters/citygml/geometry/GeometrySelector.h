// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/geometry/GeometryCollector.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace twin::citygml {

/// Decides which polygons of a top-level object become surfaces and whose: links followed, each polygon once a level of
/// detail. A polygon that a boundary surface holds or links to belongs to that surface, even if it stands in the solid;
/// the solid's links to polygons of boundary surfaces (AdV profile) add nothing.
class GeometrySelector {
public:
    explicit GeometrySelector(GeometryCollector& geometry) : m_geometry(geometry) {}

    /// @brief Sets `taken` and the final place of the collected polygons.
    /// @param member  the top-level object's element, searched for link targets outside of collected geometry
    void select(const pugi::xml_node& member);

    [[nodiscard]] const std::vector<LinkSite>& foreignLinks() const { return m_foreign; }   ///< to "#id" elsewhere
    [[nodiscard]] const std::vector<LinkSite>& externalLinks() const { return m_external; } ///< out of the file

private:
    void follow(const LinkSite& link);
    void take(std::size_t polygon, const Place& place);
    [[nodiscard]] IdSite* findId(std::string_view id);
    void insertId(std::size_t index);
    void buildIdTable();
    /// Collects the geometry with this id from wherever it stands in the member.
    void collectUncollected(std::string_view id, const Place& place, const pugi::xml_node& member);

    GeometryCollector& m_geometry;
    std::vector<std::uint32_t> m_table;                              ///< open addressing: index into ids plus one
    std::unordered_map<std::string_view, pugi::xml_node> m_elements; ///< all of the member by id; filled when needed
    bool m_elementsKnown = false;
    std::vector<LinkSite> m_foreign;
    std::vector<LinkSite> m_external;
};

} // namespace twin::citygml
