// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/ViewState.h"
#include "render/gl/OsgContext.h"
#include "render/gl/RenderTarget.h"
#include "render/gl/ScenePass.h"
#include "render/scene/Ground.h"

#include <span>

namespace twin::render {

struct ResidentTile;

/// Finds what lies under a pixel by drawing that one pixel with tile number, feature index and distance, and reading it
/// back. Only tiles under the pixel are drawn. Render thread only.
class Picker {
public:
    explicit Picker(OsgContext& context);

    struct Hit {
        const ResidentTile* tile = nullptr; ///< null: the plain ground
        std::uint32_t feature = 0;          ///< index in the tile, or TileContent::noFeature
        LocalPosition position;             ///< scene
    };
    /// @param tiles  of the last frame, front to back
    /// @returns empty for the sky.
    [[nodiscard]] std::optional<Hit> pick(const ViewState& view, std::span<ResidentTile* const> tiles,
                                          const Ground& ground, int x, int y);
    void release();

private:
    OsgContext& m_context;
    RenderTarget m_target{{PixelFormat::Rgba32F, PixelFormat::Depth32F}};
    ScenePass m_pass;
};

} // namespace twin::render
