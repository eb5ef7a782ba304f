// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "model/TileTree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <QSize>

namespace twin::render {

/// Where the content of a tile is.
enum class TileLoad : std::uint8_t {
    Absent,
    Loading,
    Waiting,  ///< decoded, not on the GPU yet
    Resident, ///< can be drawn
    Failed,   ///< cannot be read: not waited for, its parent stays in its place
};

/// A tile of one of the trees.
struct TileRef {
    std::int32_t source = 0;
    std::int32_t node = 0;
    friend bool operator==(const TileRef&, const TileRef&) = default;
    [[nodiscard]] std::uint64_t key() const
    {
        return (std::uint64_t(std::uint32_t(source)) << 32) | std::uint32_t(node);
    }
    [[nodiscard]] static TileRef fromKey(std::uint64_t key)
    {
        return {static_cast<std::int32_t>(key >> 32), static_cast<std::int32_t>(key & 0xFFFFFFFFu)};
    }
};

/// One tree and what is known of its tiles; spans have one element a node.
struct TreeState {
    const TileTree* tree = nullptr; ///< null: hidden, nothing of it is wanted
    std::span<const TileLoad> load;
    std::span<const std::uint32_t> bytes;  ///< on the GPU; 0: not known yet
    std::span<const std::uint8_t> refined; ///< 1: the last selection went below this tile
    bool throwsShadows = true;             ///< terrain does not
};

/// Shadows that are to fall into the view also from what stands outside it.
struct ShadowWish {
    LocalPosition towardsSun; ///< unit, above the horizon
    double metres = 0;        ///< around the eye; shadows farther away do not matter
};

struct SelectionRequest {
    CameraState camera;
    QSize size;
    double maximumScreenSpaceError = 16;     ///< pixels
    std::size_t gpuBudget = 0;               ///< bytes that resident tiles may have
    std::size_t residentBytes = 0;           ///< bytes that they have now
    std::size_t typicalTileBytes = 1u << 19; ///< assumed for tiles of unknown size
    double lastScreenSpaceError = 0;         ///< Selection::screenSpaceError of the last frame; 0: none
    std::span<const TileRef> residentOldestFirst;
    std::optional<ShadowWish> shadows;
};

struct TileWish {
    TileRef tile;
    double priority = 0; ///< higher first: pixels of error that the tile removes, more in the middle of the view
};

struct Selection {
    std::vector<TileRef> draw;    ///< resident tiles that cover the view without holes where possible, front to back
    std::vector<TileRef> casters; ///< resident tiles outside the view that throw shadows into it
    std::vector<TileWish> load;   ///< tiles to read, best first
    std::vector<TileRef> drop;    ///< resident tiles to free so that the rest fits into the budget
    std::vector<TileRef> used;    ///< all tiles that this view needs: targets, their ancestors, what is drawn meanwhile
    std::vector<TileRef> refined; ///< tiles that were gone below, for TreeState::refined
    std::vector<std::uint8_t> covered; ///< by tree: 1 where `draw` leaves no hole in its part of the view
    double screenSpaceError = 0; ///< in effect: larger than asked for when the budget cannot hold the wanted tiles
    int targets = 0;             ///< tiles that the final picture of this view consists of
    int missing = 0;             ///< targets that are neither resident nor failed; 0: the picture is final
};

/// @brief Chooses what to draw, load and free for one view. Pure; cost grows with the tiles in view, not with the
/// region. A REPLACE tile is drawn until all its visible children can be, and ancestors of wanted tiles stay wanted, so
/// turning the camera never opens holes.
[[nodiscard]] Selection selectTiles(const SelectionRequest& request, std::span<const TreeState> trees);

} // namespace twin::render
