// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"
#include "render/selection/TileSelection.h"
#include "render/streaming/WishQueue.h"

namespace twin::render {

/// A tile to be read. Sources may be numbered anew meanwhile: the source itself belongs to the wish.
struct TileTask {
    TileRef tile;
    std::shared_ptr<const TileSource> source;
    friend bool operator==(const TileTask&, const TileTask&) = default;
};

/// A tile as it came back from a worker: content or error.
struct LoadedTile {
    TileTask wish;
    Result<std::shared_ptr<const TileContent>> content;
};

/// @returns the decoded tile, its faces painted. Blocking.
[[nodiscard]] LoadedTile loadTile(const TileTask& task, const CancellationToken& cancel);

using TileLoader = WishQueue<TileTask, LoadedTile>;

} // namespace twin::render
