// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/RegionPackage.h"

#include <vector>

namespace twin::services {

/// How high the city stands, cell by cell: the highest top of all objects whose box touches a cell. Never too low, by a
/// cell too wide. Scene frame. Immutable; any thread.
class Skyline {
public:
    Skyline() = default;
    /// @param cellMetres  becomes wider where the extent would need more than some four million cells
    Skyline(const Box& extent, double cellMetres);

    /// An object's box; parts outside the extent are left out.
    void add(const Box& object);

    [[nodiscard]] bool isEmpty() const { return m_tops.empty(); }
    /// @returns scene z of the highest top in the cell; -infinity: nothing stands there.
    [[nodiscard]] double topAt(double x, double y) const;
    [[nodiscard]] double cellMetres() const { return m_cell; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    /// @returns the middle of a cell; z unused. Row 0 is the southernmost.
    [[nodiscard]] LocalPosition middle(int column, int row) const;

private:
    Box m_extent;
    double m_cell = 0;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<float> m_tops; ///< row-major from the south-west; -infinity: nothing
};

/// @brief Reads what stands in a region: buildings, bridges, plants … that rise above the ground. Blocking, a second
/// for
///        a million objects; any thread but the GUI's.
/// @returns the error of the package's database.
[[nodiscard]] Result<Skyline> readSkyline(const package::RegionPackage& package);

/// @brief The boxes of objects that stand on their own in a part of the scene, and of the region they came with.
/// Blocking;
///        any thread. @returns some ten thousand at most; the error of the package's database.
[[nodiscard]] Result<std::vector<Box>> readObjectBoxes(const package::RegionPackage& package, const Box& part);

/// @brief The outlines of buildings as they stand on the ground around a place: what somebody on foot runs into. Scene
///        frame, z 0; rings are open. Blocking, milliseconds; any thread.
/// @returns those that come within `radiusMetres`; the error of the package's database.
[[nodiscard]] Result<std::vector<std::vector<LocalPosition>>>
readOutlines(const package::RegionPackage& package, const LocalPosition& centre, double radiusMetres);

} // namespace twin::services
