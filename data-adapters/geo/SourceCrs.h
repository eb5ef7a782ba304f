// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Crs.h"
#include "model/Result.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace twin::geo {

/// A source CRS ready to convert coordinates as city models write them.
class SourceCrs {
public:
    /// @returns parseCrs' or Transformer's error.
    static Result<SourceCrs> create(std::string_view srsName);

    /// @brief Converts to the region CRS in place; settles the axis order of geographic coordinates before.
    /// @returns TransformFailed where the operation is not defined.
    Result<void> toRegion(std::span<ProjectedPosition> points) const;
    /// @returns how a metre along the axes of the source becomes metres of the region at a place, row-major 2×2
    /// (easting,
    ///          northing): for shapes with coordinates of their own. Geographic sources count as turned to grid north.
    [[nodiscard]] std::array<double, 4> axesAt(const ProjectedPosition& place) const;
    [[nodiscard]] bool hasHeightReference() const { return m_hasHeightReference; }
    /// @returns true when coordinates are those of the region but for a zone prefix.
    [[nodiscard]] bool isRegion() const { return m_transformer.isIdentity(); }

private:
    SourceCrs(Transformer transformer, const Crs& crs, std::string_view srsName);

    Transformer m_transformer;
    bool m_hasHeightReference;
    bool m_geographic;
    bool m_latitudeFirst; ///< always; else decided by the values
};

/// The CRS a file is read with.
struct SettledCrs {
    std::string srsName;
    bool fromOption = false;   ///< given by --crs, not by the file
    bool replaced = false;     ///< the file states one that is not known, and --crs another
    bool optionUnused = false; ///< --crs names another system than the file, whose is taken
    bool hasHeightReference = false;
    bool isRegion = false;
};

/// @brief Chooses between the CRS that a file states and that of --crs: the file's, unless it states none or one that
///        cannot be used.
/// @param stated, option  may be empty
/// @returns MissingCrs when both are empty, else parseCrs' or Transformer's error.
[[nodiscard]] Result<SettledCrs> settleCrs(std::string_view stated, std::string_view option);

/// The CRSs one thread has met. Not thread-safe: PROJ contexts are not shared.
class CrsTable {
public:
    /// @returns the CRS or why it cannot be used; valid as long as the table.
    [[nodiscard]] const Result<SourceCrs>& find(std::string_view srsName);

private:
    struct Entry {
        std::string srsName;
        Result<SourceCrs> crs;
    };
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace twin::geo
