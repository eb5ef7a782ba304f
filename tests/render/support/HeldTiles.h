// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"

#include <atomic>

namespace twin::test {

/// Tiles that are held in memory, each a child of a root without content.
class HeldTiles final : public TileSource {
public:
    HeldTiles(QString layer, std::vector<TileContent> contents);

    QString layer() const override { return m_layer; }
    const TileTree& tree() const override { return m_tree; }
    const SceneFrame& frame() const override { return m_frame; }
    Result<std::shared_ptr<const TileContent>> load(std::int32_t node, const CancellationToken& cancel) const override;
    [[nodiscard]] int loads() const { return m_loads; }

private:
    QString m_layer;
    std::vector<std::shared_ptr<const TileContent>> m_contents; ///< by node - 1
    TileTree m_tree;
    SceneFrame m_frame;
    mutable std::atomic<int> m_loads = 0;
};

/// @brief Adds a rectangle in the given corners, counter-clockwise seen from outside, scene frame.
/// @returns the index of its first vertex.
std::uint32_t addQuad(TileContent& content, const std::array<LocalPosition, 4>& corners, FaceClass kind,
                      std::uint32_t feature = TileContent::noFeature, std::uint32_t colour = 0xFFFFFFFFu);
/// @brief Adds a level rectangle around a centre that looks up.
std::uint32_t addPlate(TileContent& content, const LocalPosition& centre, double width, double depth, FaceClass kind,
                       std::uint32_t feature = TileContent::noFeature, std::uint32_t colour = 0xFFFFFFFFu);

} // namespace twin::test
