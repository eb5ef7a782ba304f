// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/support/BlockCity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twin::test {

namespace {

struct Face {
    std::array<int, 3> normal;
    std::array<std::array<int, 3>, 4> corners; ///< counter-clockwise seen from outside
};

constexpr std::array faces{Face{{1, 0, 0}, {{{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {1, 0, 1}}}},
                           Face{{-1, 0, 0}, {{{0, 1, 0}, {0, 0, 0}, {0, 0, 1}, {0, 1, 1}}}},
                           Face{{0, 1, 0}, {{{1, 1, 0}, {0, 1, 0}, {0, 1, 1}, {1, 1, 1}}}},
                           Face{{0, -1, 0}, {{{0, 0, 0}, {1, 0, 0}, {1, 0, 1}, {0, 0, 1}}}},
                           Face{{0, 0, 1}, {{{0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}}}}};

void addBlock(TileContent& content, const Box& box, std::uint32_t feature, FaceClass roof, FaceClass wall)
{
    const LocalPosition size = box.size();
    for (const Face& face : faces) {
        const auto first = static_cast<std::uint32_t>(content.vertices.size());
        for (const auto& c : face.corners) {
            const LocalPosition p =
                box.min + LocalPosition{c[0] * size.x, c[1] * size.y, c[2] * size.z} - content.origin;
            TileVertex v{};
            v.x = static_cast<float>(p.x);
            v.y = static_cast<float>(p.y);
            v.z = static_cast<float>(p.z);
            v.nx = static_cast<std::int8_t>(face.normal[0] * 127);
            v.ny = static_cast<std::int8_t>(face.normal[1] * 127);
            v.nz = static_cast<std::int8_t>(face.normal[2] * 127);
            v.faceClass = static_cast<std::uint8_t>(face.normal[2] ? roof : wall);
            v.feature = feature;
            v.colour = 0xFFFFFFFFu;
            content.vertices.push_back(v);
        }
        for (const std::uint32_t i : {0u, 1u, 2u, 0u, 2u, 3u})
            content.indices.push_back(first + i);
    }
    content.bounds.include(box);
}

} // namespace

BlockCity::BlockCity(const BlockCityOptions& options) : m_options(options)
{
    int levels = 0;
    while ((1 << levels) < options.tilesPerSide)
        ++levels;
    addNode({levels, 0, 0}, -1);
}

double BlockCity::heightOf(int column, int row) const
{
    return 8.0 + (column * 7919 + row * 104729) % 40;
}

Box BlockCity::block(int column, int row) const
{
    const double half = blocksPerSide() * m_options.pitchMetres / 2;
    const double margin = (m_options.pitchMetres - m_options.footMetres) / 2;
    Box box;
    box.min = m_options.origin + LocalPosition{column * m_options.pitchMetres - half + margin,
                                               row * m_options.pitchMetres - half + margin, 0};
    box.max = box.min + LocalPosition{m_options.footMetres, m_options.footMetres, heightOf(column, row)};
    return box;
}

std::int32_t BlockCity::addNode(Cell cell, std::int32_t parent)
{
    const auto index = static_cast<std::int32_t>(m_tree.nodes.size());
    m_tree.nodes.emplace_back();
    m_cells.push_back(cell);
    const int span = m_options.blocksPerTileSide << cell.level;
    TileNode node;
    node.parent = parent;
    node.geometricError = cell.level == 0 ? 0 : 10.0 * (1 << (cell.level - 1));
    const int last = blocksPerSide();
    node.bounds = block(cell.x * span, cell.y * span);
    node.bounds.include(block(std::min((cell.x + 1) * span, last) - 1, std::min((cell.y + 1) * span, last) - 1));
    node.bounds.max.z = m_options.origin.z + 48;
    node.uri = QStringLiteral("%1_%2_%3").arg(cell.level).arg(cell.x).arg(cell.y);
    if (cell.level > 0) {
        for (int y = 0; y < 2; ++y) {
            for (int x = 0; x < 2; ++x) {
                const Cell child{cell.level - 1, cell.x * 2 + x, cell.y * 2 + y};
                if ((child.x << child.level) < m_options.tilesPerSide &&
                    (child.y << child.level) < m_options.tilesPerSide)
                    node.children.push_back(addNode(child, index));
            }
        }
    }
    m_tree.nodes[static_cast<std::size_t>(index)] = std::move(node);
    return index;
}

Result<std::shared_ptr<const TileContent>> BlockCity::load(std::int32_t index, const CancellationToken& cancel) const
{
    ++m_loads;
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (index == failingNode)
        return failure(ErrorCode::MalformedData, QStringLiteral("Die Kachel ist beschädigt."));
    const Cell cell = m_cells[static_cast<std::size_t>(index)];
    const int step = 1 << cell.level;
    const int span = m_options.blocksPerTileSide << cell.level;
    auto content = std::make_shared<TileContent>();
    content->origin = m_tree.nodes[static_cast<std::size_t>(index)].bounds.centre();
    content->origin.z = m_options.origin.z;
    const int end = blocksPerSide();
    for (int row = cell.y * span; row < std::min((cell.y + 1) * span, end); row += step) {
        for (int column = cell.x * span; column < std::min((cell.x + 1) * span, end); column += step) {
            Box box = block(column, row);
            const Box last = block(std::min(column + step, end) - 1, std::min(row + step, end) - 1);
            double top = 0;
            for (int r = 0; r < step; ++r) {
                for (int c = 0; c < step; ++c)
                    top += block(column + c, row + r).max.z;
            }
            box.max = {last.max.x, last.max.y, top / (step * step)};
            const auto feature = static_cast<std::uint32_t>(content->featureIds.size());
            content->featureIds.push_back(
                cell.level == 0 ? QStringLiteral("b%1_%2").arg(column).arg(row)
                                : QStringLiteral("%1#%2").arg(m_tree.nodes[std::size_t(index)].uri).arg(feature));
            addBlock(*content, box, feature, m_options.roof, m_options.wall);
        }
    }
    return std::shared_ptr<const TileContent>(std::move(content));
}

} // namespace twin::test
