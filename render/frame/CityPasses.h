// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/ViewState.h"
#include "render/gl/OsgContext.h"
#include "render/gl/RenderTarget.h"
#include "render/gl/ScenePass.h"
#include "render/scene/Ground.h"
#include "render/scene/ScreenTriangle.h"

#include <array>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace twin::render {

class DividedDrapes;
class ShadowMap;
struct ResidentTile;

/// Draws tiles, ground and sky into the frame's colour and depth. Render thread only.
class CityPasses {
public:
    /// @param multisamples  0: none
    CityPasses(OsgContext& context, int multisamples);

    /// Replaces the plain ground.
    void setGround(const GroundModel* ground, const LocalPosition& fallback);
    /// @param shadows  may be null: no shadows
    /// @param sample   of an accumulated picture
    void draw(const ViewState& view, std::span<ResidentTile* const> tiles, const DividedDrapes& drapes,
              const ShadowMap* shadows, int sample);
    void release();

    [[nodiscard]] const RenderTarget& target() const { return m_target; }
    [[nodiscard]] std::size_t gpuBytes() const;
    [[nodiscard]] Ground& ground() { return m_groundParts; }

private:
    using ItemsByPass = std::array<std::pair<ScenePass*, const std::vector<DrawItem>*>, 2>;
    void applyLight(ScenePass& pass, const ViewState& view) const;
    void applyLook(ScenePass& pass, const PictureLook& look) const;
    void drawBlended(const ViewState& view, std::span<ResidentTile* const> tiles);
    void drawSeeThrough(const ViewState& view, std::span<ResidentTile* const> tiles, const DividedDrapes& drapes);
    /// Calls `draw` for each side of the divider, limited to it, with what lies on the ground there.
    void onEachSide(const ViewState& view, const DividedDrapes& drapes, const std::function<void()>& draw);
    void drawGhosts(const ViewState& view, std::span<ResidentTile* const> tiles);
    /// Draws depth alone and then the colour over what is there: only the nearest surface is mixed in.
    void mixIn(const ItemsByPass& passes, double opacity, const ViewState& view);
    void applyShadows(ScenePass& pass, const ShadowMap* shadows, int sample) const;

    OsgContext& m_context;
    RenderTarget m_target{{PixelFormat::Rgba8, PixelFormat::Depth32F}};
    std::optional<RenderTarget> m_multisampled;
    ScenePass m_tiles;
    ScenePass m_parts;
    ScenePass m_ground;
    ScenePass m_sky;
    Ground m_groundParts;
    std::vector<DrawItem> m_items; ///< of the frame
    std::vector<DrawItem> m_near;  ///< of the frame: those whose windows show
    osg::ref_ptr<ScreenTriangle> m_screen;
};

} // namespace twin::render
