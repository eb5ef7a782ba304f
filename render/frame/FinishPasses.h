// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/ViewState.h"
#include "render/gl/OsgContext.h"
#include "render/gl/RenderTarget.h"
#include "render/gl/ScenePass.h"
#include "render/scene/ScreenTriangle.h"

#include <span>

namespace twin::render {

struct ResidentTile;

/// From the drawn city to the picture: ambient occlusion, edges, the outline of selected and hovered features, and the
/// accumulation of several slightly shifted pictures into a smooth one. Render thread only.
class FinishPasses {
public:
    explicit FinishPasses(OsgContext& context);

    /// @brief Outlines what is highlighted and leaves the rest as it is drawn.
    /// @param city    colour and depth as drawn
    /// @param tiles   the ones that were drawn
    void outline(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles);
    /// Makes the ambient occlusion from the city's depth, for all samples that follow.
    void occlude(const ViewState& view, const RenderTarget& city);
    /// @brief Adds one finished picture to the others.
    /// @param sample  0: a new picture; n: the nth refinement of the same one
    void accumulate(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles, int sample);
    /// One more sample among several makes no difference to see: the picture is shown after 1, 2, 4 and 8.
    [[nodiscard]] static bool shows(int sample) { return ((sample + 1) & sample) == 0; }
    /// @returns the target with the finished colour (attachment 0).
    [[nodiscard]] const RenderTarget& target() const { return m_final; }
    [[nodiscard]] std::size_t gpuBytes() const;
    void release();

private:
    void applyView(ScenePass& pass, const ViewState& view, const RenderTarget& city);
    bool drawMask(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles);
    void prepareFinish(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles,
                       bool shaded);
    void drawScreen(ScenePass& pass, const ViewState& view);

    OsgContext& m_context;
    RenderTarget m_occlusion{{PixelFormat::Rg16F}};
    RenderTarget m_smoothed{{PixelFormat::Rg16F}};
    RenderTarget m_openness{{PixelFormat::R8}};
    RenderTarget m_mask{{PixelFormat::Rg8}};
    RenderTarget m_accumulated{{PixelFormat::Rgba16F}};
    RenderTarget m_final{{PixelFormat::Rgba8}};
    ScenePass m_occlusionPass;
    ScenePass m_smoothPass;
    ScenePass m_spreadPass;
    ScenePass m_maskPass;
    ScenePass m_finishPass;
    ScenePass m_showPass;
    osg::ref_ptr<ScreenTriangle> m_screen;
};

} // namespace twin::render
