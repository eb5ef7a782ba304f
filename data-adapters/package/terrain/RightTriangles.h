// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace twin::package {

/// Thins a square grid of heights to right-angled triangles: the hierarchy of Evans, Kirkpatrick and Townsend
/// ("Right-Triangulated Irregular Networks", Algorithmica 30, 2001), in which each triangle is halved at the middle of
/// its long side. Meshes have no T-junctions inside the square; nodes without a height (NaN) stay holes.
class RightTriangles {
public:
    using Triangle = std::array<std::uint32_t, 3>; ///< nodes (row · (quads + 1) + column)

    /// @param heights  (quads + 1)² nodes, row by row, row 0 in the north
    /// @param quads    a power of two
    RightTriangles(const std::vector<float>& heights, int quads);

    /// @returns triangles, counter-clockwise seen from above, none of which leaves out a node whose height lies more
    ///          than the tolerance beside the long side that it halves.
    [[nodiscard]] std::vector<Triangle> triangles(double tolerance) const;

    /// @returns how far the grid of triangles lies off a grid of twice the nodes, metres; where both have heights.
    /// @param fine  (2 · quads + 1)² nodes over the same square
    [[nodiscard]] double deviation(const std::vector<Triangle>& mesh, const std::vector<float>& fine) const;

private:
    struct Node {
        int column = 0;
        int row = 0;
    };

    [[nodiscard]] std::size_t index(Node node) const
    {
        return static_cast<std::size_t>(node.row) * static_cast<std::size_t>(m_quads + 1) +
               static_cast<std::size_t>(node.column);
    }
    [[nodiscard]] float middleError(Node a, Node b) const;
    void measure();
    void split(Node a, Node b, Node apex, float tolerance, std::vector<Triangle>& out) const;

    const std::vector<float>& m_heights;
    int m_quads;
    std::vector<float> m_errors; ///< of a node as the middle of a long side, with all below it
};

} // namespace twin::package
