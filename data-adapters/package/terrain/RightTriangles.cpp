// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/RightTriangles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {

RightTriangles::RightTriangles(const std::vector<float>& heights, int quads) : m_heights(heights), m_quads(quads)
{
    measure();
}

/// How far the node in the middle lies off the line between two others. A gap on one side alone must not be bridged.
float RightTriangles::middleError(Node a, Node b) const
{
    const float from = m_heights[index(a)];
    const float to = m_heights[index(b)];
    const float middle = m_heights[index({(a.column + b.column) / 2, (a.row + b.row) / 2})];
    const int gaps = int(std::isnan(from)) + int(std::isnan(to)) + int(std::isnan(middle));
    if (gaps == 3)
        return 0;
    return gaps > 0 ? std::numeric_limits<float>::infinity() : std::abs(middle - (from + to) / 2);
}

/// From the smallest triangles up. A middle is either one of a side of a square (its long side lies along an axis) or
/// one of a square (its long side is the diagonal that runs to the middle of the square around it).
void RightTriangles::measure()
{
    m_errors.assign(m_heights.size(), 0);
    for (int s = 1; s < m_quads; s *= 2) {
        const auto take = [this](float& error, int column, int row) {
            if (column >= 0 && row >= 0 && column <= m_quads && row <= m_quads)
                error = std::max(error, m_errors[index({column, row})]);
        };
        for (int row = 0; row <= m_quads; row += s)
            for (int column = (row / s) % 2 == 0 ? s : 0; column <= m_quads; column += 2 * s) {
                const bool isAcross = (column / s) % 2 == 1;
                float error = isAcross ? middleError({column - s, row}, {column + s, row})
                                       : middleError({column, row - s}, {column, row + s});
                if (const int h = s / 2; h > 0)
                    for (const auto& [c, r] : {Node{-h, -h}, Node{h, -h}, Node{-h, h}, Node{h, h}})
                        take(error, column + c, row + r);
                m_errors[index({column, row})] = error;
            }
        for (int row = s; row < m_quads; row += 2 * s)
            for (int column = s; column < m_quads; column += 2 * s) {
                const bool isMain = (column / (2 * s) + row / (2 * s)) % 2 == 0;
                float error = isMain ? middleError({column - s, row - s}, {column + s, row + s})
                                     : middleError({column + s, row - s}, {column - s, row + s});
                for (const auto& [c, r] : {Node{-s, 0}, Node{s, 0}, Node{0, -s}, Node{0, s}})
                    take(error, column + c, row + r);
                m_errors[index({column, row})] = error;
            }
    }
}

void RightTriangles::split(Node a, Node b, Node apex, float tolerance, std::vector<Triangle>& out) const
{
    const bool canSplit = std::abs(a.column - apex.column) + std::abs(a.row - apex.row) > 1;
    const Node middle{(a.column + b.column) / 2, (a.row + b.row) / 2};
    if (canSplit && m_errors[index(middle)] > tolerance) {
        split(apex, a, middle, tolerance, out);
        split(b, apex, middle, tolerance, out);
        return;
    }
    const Triangle triangle{static_cast<std::uint32_t>(index(a)), static_cast<std::uint32_t>(index(b)),
                            static_cast<std::uint32_t>(index(apex))};
    if (std::none_of(triangle.begin(), triangle.end(), [this](std::uint32_t n) { return std::isnan(m_heights[n]); }))
        out.push_back(triangle);
}

std::vector<RightTriangles::Triangle> RightTriangles::triangles(double tolerance) const
{
    std::vector<Triangle> mesh;
    const Node northWest{0, 0};
    const Node southEast{m_quads, m_quads};
    // Rows count southwards: north-west, south-west, south-east go counter-clockwise; halving keeps the sense.
    split(southEast, northWest, {0, m_quads}, static_cast<float>(tolerance), mesh);
    split(northWest, southEast, {m_quads, 0}, static_cast<float>(tolerance), mesh);
    return mesh;
}

double RightTriangles::deviation(const std::vector<Triangle>& mesh, const std::vector<float>& fine) const
{
    const auto side = static_cast<std::uint32_t>(m_quads + 1);
    const int fineSide = 2 * m_quads + 1;
    double largest = 0;
    for (const Triangle& triangle : mesh) {
        std::array<double, 3> x{};
        std::array<double, 3> y{};
        std::array<double, 3> z{};
        for (std::size_t i = 0; i < 3; ++i) {
            x[i] = 2.0 * (triangle[i] % side);
            y[i] = 2.0 * (triangle[i] / side); // NOLINT: whole rows
            z[i] = static_cast<double>(m_heights[triangle[i]]);
        }
        const double area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        const double slopeX = ((z[1] - z[0]) * (y[2] - y[0]) - (z[2] - z[0]) * (y[1] - y[0])) / area;
        const double slopeY = ((x[1] - x[0]) * (z[2] - z[0]) - (x[2] - x[0]) * (z[1] - z[0])) / area;
        const auto [west, east] = std::minmax_element(x.begin(), x.end());
        const auto [north, south] = std::minmax_element(y.begin(), y.end());
        const auto isLeft = [&](std::size_t i, std::size_t j, double px, double py) {
            return (x[j] - x[i]) * (py - y[i]) - (y[j] - y[i]) * (px - x[i]) <= 0;
        };
        for (int row = static_cast<int>(*north); row <= static_cast<int>(*south); ++row)
            for (int column = static_cast<int>(*west); column <= static_cast<int>(*east); ++column) {
                if (!isLeft(0, 1, column, row) || !isLeft(1, 2, column, row) || !isLeft(2, 0, column, row))
                    continue;
                const auto height =
                    static_cast<double>(fine[static_cast<std::size_t>(row) * static_cast<std::size_t>(fineSide) +
                                             static_cast<std::size_t>(column)]);
                if (!std::isnan(height))
                    largest =
                        std::max(largest, std::abs(z[0] + slopeX * (column - x[0]) + slopeY * (row - y[0]) - height));
            }
    }
    return largest;
}

} // namespace twin::package
