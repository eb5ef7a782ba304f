// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/AttributeReader.h"
#include "cityjson/GeometryReader.h"
#include "cityjson/Hierarchy.h"

#include <functional>

namespace twin::cityjson {

/// Turns CityObjects (CityJSON 2.0 §2) into city objects. One object a thread.
class ObjectReader {
public:
    ObjectReader(const geo::SourceCrs& crs, Texts& texts) : m_geometries(crs), m_attributes(texts) {}

    /// @brief Reads one CityObject, without its children.
    /// @param line  in the file, 1-based
    [[nodiscard]] CityObject read(std::string_view id, const Json& json, const Surroundings& around, qint64 line,
                                  std::vector<Issue>& issues);

private:
    void readGroupMembers(const Json& members, CityObject& object);

    GeometryReader m_geometries;
    AttributeReader m_attributes;
};

/// Reads the object of a number within its hierarchy.
using ReadOne = std::function<CityObject(int)>;
/// @returns a root with all its descendants.
[[nodiscard]] CityObject readTree(const Hierarchy& hierarchy, int root, const ReadOne& readOne);

/// @brief Reads the geometry templates of a file ("geometry-templates", CityJSON 2.0 §3.4). Faulty ones keep their
///        number with a null shape.
[[nodiscard]] std::vector<Template> readTemplates(const std::optional<Json>& templates, const FileFacts& facts,
                                                  const AppearanceTable& appearance, std::vector<Issue>& issues);

/// @returns what a CityObject says of its relatives; texts point into the document.
[[nodiscard]] Relatives readRelatives(std::string_view id, const Json& json);
/// @returns the Issue's reason of what is wrong with a hierarchy.
[[nodiscard]] const char* reasonOf(Hierarchy::Fault fault);

} // namespace twin::cityjson
