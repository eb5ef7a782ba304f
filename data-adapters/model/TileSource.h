// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/SceneFrame.h"
#include "model/Task.h"
#include "model/TileContent.h"
#include "model/TileTree.h"

namespace twin {

/// Where the draw lane gets its tiles from. Implementations are immutable; every function may be called from any
/// thread.
class TileSource {
public:
    virtual ~TileSource() = default;

    /// @returns the layer id that picks report, e.g. "buildings", "terrain".
    [[nodiscard]] virtual QString layer() const = 0;
    [[nodiscard]] virtual const TileTree& tree() const = 0;
    [[nodiscard]] virtual const SceneFrame& frame() const = 0;

    /// @brief Reads and decodes the content of one tile. Blocking; worker threads only.
    /// @param node  index into tree().nodes with a non-empty uri
    /// @returns MalformedData/NotFound for a bad tile (the others go on), Cancelled when the token fired.
    [[nodiscard]] virtual Result<std::shared_ptr<const TileContent>> load(std::int32_t node,
                                                                          const CancellationToken& cancel) const = 0;
};

} // namespace twin
