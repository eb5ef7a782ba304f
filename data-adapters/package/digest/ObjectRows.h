// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Digest.h"
#include "package/io/Bytes.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace twin::package {

/// A boundary surface with what was measured of it.
struct MeasuredSurface {
    const Surface* surface = nullptr;
    double areaSquareMetres = 0;
    double inclinationDegrees = 0; ///< 0 flat … 90 vertical
    double azimuthDegrees = -1;    ///< outward, clockwise from true north; -1: flat
};

/// A line of the search index.
struct SearchEntry {
    std::string title;
    std::string sortKey;
    std::string words; ///< separated by blanks
    bool isAddress = false;
};

/// What the database keeps of a city object, as columns ready to be bound.
struct ObjectRow {
    std::string id;
    std::string name;
    std::string functionCode;
    std::string function;
    std::string roofType;
    std::string creationDate; ///< ISO 8601; empty: none
    std::string terminationDate;
    std::string attributes; ///< JSON
    std::string addresses;  ///< JSON; empty: none
    std::string externalReferences;
    std::string surfaces;  ///< JSON
    std::string footprint; ///< GeoPackage geometry; empty: none
    std::string className; ///< CityObject::className
    std::string lods;      ///< of the geometry, e.g. "0, 2.2"; empty: none
    std::vector<SearchEntry> searchEntries;
    std::vector<std::array<std::string, 4>> postalAddresses;         ///< street, house number, postal code, locality
    Extent extent;                                                   ///< with children
    double measuredHeight = 0;                                       ///< NaN: not stated
    double footprintArea = std::numeric_limits<double>::quiet_NaN(); ///< m²; NaN: none
    double volume = std::numeric_limits<double>::quiet_NaN();        ///< m³; NaN: its surfaces close no solid
    std::int64_t line = -1;
    std::int32_t parent = -1;             ///< ordinal of the parent within the record; -1: top-level
    std::int32_t storeysAboveGround = -1; ///< -1: not stated
    CityObjectType type = CityObjectType::Unknown;
};

/// @brief Fills the columns that come from the object's own statements (not footprint, extent, parent, surfaces).
void describe(const CityObject& object, ObjectRow& row);
/// @returns the `surfaces` column: [["id","RoofSurface",area,inclination,azimuth|null],…]
[[nodiscard]] std::string surfacesJson(const std::vector<MeasuredSurface>& surfaces);

void write(ByteWriter& out, const std::vector<ObjectRow>& rows);
/// @returns false when the bytes are no such record.
[[nodiscard]] bool read(std::string_view bytes, std::vector<ObjectRow>& rows);

} // namespace twin::package
