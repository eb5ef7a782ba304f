// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace twin::package {

/// The volume of what surfaces enclose (ISO 19107 GM_Solid): only a shell without gaps whose surfaces all face outwards
/// has one. Corners within a millimetre are the same; an edge may meet several shorter ones, as roofs and walls of
/// official models do. One object a thread; reused for one shell after another.
class SolidVolume {
public:
    /// @brief Begins a new shell. @param origin  near its surfaces, in their CRS
    void clear(const ProjectedPosition& origin);
    void add(const Polygon& polygon);
    /// @returns cubic metres on the grid; empty when the surfaces do not close, face different ways or enclose nothing.
    [[nodiscard]] std::optional<double> cubicMetres();

private:
    using Corner = std::array<std::int64_t, 3>; ///< millimetres from the origin
    struct Edge {
        Corner from, to; ///< from < to
        int direction;   ///< +1: run through as written, -1: the other way
    };

    void addRing(const ProjectedPosition* points, std::size_t count);
    void addEdge(const Corner& from, const Corner& to);
    void cancelOpposites();
    void splitAtCorners();

    ProjectedPosition m_origin;
    std::vector<Edge> m_edges;
    double m_sixfold = 0; ///< signed volume
    bool m_isUsable = true;
};

} // namespace twin::package
