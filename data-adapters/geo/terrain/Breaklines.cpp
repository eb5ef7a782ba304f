// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/terrain/Breaklines.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace twin::geo {
namespace {

/// A node with how far the line passes it.
struct Candidate {
    BreaklineNode node;
    double distance = 0;
};

bool isFinite(const ProjectedPosition& p)
{
    return std::isfinite(p.eastingMetres) && std::isfinite(p.northingMetres) && std::isfinite(p.heightMetres);
}

/// Goes along the longer side of a segment and takes the nodes across it: as many as are near, however slanting it is.
class Walker {
public:
    Walker(const BreaklineGrid& grid, std::vector<Candidate>& found) : m_grid(grid), m_found(found) {}

    void walk(const ProjectedPosition& a, const ProjectedPosition& b)
    {
        m_x = (a.eastingMetres - m_grid.west) / m_grid.spacing;
        m_y = (m_grid.north - a.northingMetres) / m_grid.spacing;
        m_dx = (b.eastingMetres - a.eastingMetres) / m_grid.spacing;
        m_dy = (a.northingMetres - b.northingMetres) / m_grid.spacing;
        m_from = a.heightMetres;
        m_rise = b.heightMetres - a.heightMetres;
        const bool wide = std::abs(m_dx) >= std::abs(m_dy);
        const double start = wide ? m_x : m_y;
        const double length = wide ? m_dx : m_dy;
        const int end = wide ? m_grid.columns : m_grid.rows;
        const int first = std::clamp(static_cast<int>(std::floor(std::min(start, start + length))), 0, end);
        const int last = std::clamp(static_cast<int>(std::ceil(std::max(start, start + length))), -1, end - 1);
        for (int i = first; i <= last; ++i) {
            const double t = length == 0 ? 0 : std::clamp((i - start) / length, 0.0, 1.0);
            const int across = static_cast<int>(std::lround(wide ? m_y + t * m_dy : m_x + t * m_dx));
            for (int j = across - 1; j <= across + 1; ++j)
                wide ? take(i, j) : take(j, i);
        }
    }

private:
    void take(int column, int row)
    {
        if (column < 0 || row < 0 || column >= m_grid.columns || row >= m_grid.rows)
            return;
        const double square = m_dx * m_dx + m_dy * m_dy;
        const double along = (column - m_x) * m_dx + (row - m_y) * m_dy;
        const double t = square > 0 ? std::clamp(along / square, 0.0, 1.0) : 0;
        const double distance = std::hypot(column - m_x - t * m_dx, row - m_y - t * m_dy);
        constexpr double half = 0.5 + 1e-9;
        if (distance <= half)
            m_found.push_back({{row, column, static_cast<float>(m_from + t * m_rise)}, distance});
    }

    const BreaklineGrid& m_grid;
    std::vector<Candidate>& m_found;
    double m_x = 0; ///< of the segment's start, in grid steps
    double m_y = 0;
    double m_dx = 0;
    double m_dy = 0;
    double m_from = 0; ///< metres
    double m_rise = 0;
};

} // namespace

std::vector<BreaklineNode> nodesOn(std::span<const Breakline> lines, const BreaklineGrid& grid)
{
    std::vector<Candidate> found;
    Walker walker(grid, found);
    for (const Breakline& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            if (isFinite(line[i]) && isFinite(line[i + 1]))
                walker.walk(line[i], line[i + 1]);
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.node.row, a.node.column, a.distance, a.node.height) <
               std::tie(b.node.row, b.node.column, b.distance, b.node.height);
    });
    std::vector<BreaklineNode> nodes;
    for (const Candidate& each : found)
        if (nodes.empty() || nodes.back().row != each.node.row || nodes.back().column != each.node.column)
            nodes.push_back(each.node);
    return nodes;
}

} // namespace twin::geo
