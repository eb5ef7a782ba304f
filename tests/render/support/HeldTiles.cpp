// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/support/HeldTiles.h"

#include <cmath>

namespace twin::test {

HeldTiles::HeldTiles(QString layer, std::vector<TileContent> contents) : m_layer(std::move(layer))
{
    m_tree.nodes.resize(1);
    for (TileContent& content : contents) {
        TileNode node;
        node.parent = 0;
        node.bounds = content.bounds;
        node.uri = QStringLiteral("tile%1").arg(m_tree.nodes.size());
        m_tree.nodes[0].children.push_back(static_cast<std::int32_t>(m_tree.nodes.size()));
        m_tree.nodes[0].bounds.include(node.bounds);
        m_tree.nodes.push_back(std::move(node));
        m_contents.push_back(std::make_shared<const TileContent>(std::move(content)));
    }
    m_tree.nodes[0].geometricError = 1e6;
}

Result<std::shared_ptr<const TileContent>> HeldTiles::load(std::int32_t node, const CancellationToken& cancel) const
{
    ++m_loads;
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    return m_contents[static_cast<std::size_t>(node) - 1];
}

std::uint32_t addQuad(TileContent& content, const std::array<LocalPosition, 4>& corners, FaceClass kind,
                      std::uint32_t feature, std::uint32_t colour)
{
    const LocalPosition across = cross(corners[1] - corners[0], corners[2] - corners[0]);
    const LocalPosition normal = across * (127 / length(across));
    const auto first = static_cast<std::uint32_t>(content.vertices.size());
    for (const LocalPosition& corner : corners) {
        const LocalPosition p = corner - content.origin;
        TileVertex v{};
        v.x = static_cast<float>(p.x);
        v.y = static_cast<float>(p.y);
        v.z = static_cast<float>(p.z);
        v.nx = static_cast<std::int8_t>(std::lround(normal.x));
        v.ny = static_cast<std::int8_t>(std::lround(normal.y));
        v.nz = static_cast<std::int8_t>(std::lround(normal.z));
        v.faceClass = static_cast<std::uint8_t>(kind);
        v.feature = feature;
        v.colour = colour;
        content.vertices.push_back(v);
        content.bounds.include(corner);
    }
    for (const std::uint32_t i : {0u, 1u, 2u, 0u, 2u, 3u})
        content.indices.push_back(first + i);
    return first;
}

std::uint32_t addPlate(TileContent& content, const LocalPosition& centre, double width, double depth, FaceClass kind,
                       std::uint32_t feature, std::uint32_t colour)
{
    const LocalPosition x{width / 2, 0, 0};
    const LocalPosition y{0, depth / 2, 0};
    return addQuad(content, {centre - x - y, centre + x - y, centre + x + y, centre - x + y}, kind, feature, colour);
}

} // namespace twin::test
