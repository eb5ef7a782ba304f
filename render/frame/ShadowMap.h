// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/ViewState.h"
#include "render/gl/OsgContext.h"
#include "render/gl/RenderTarget.h"
#include "render/gl/ScenePass.h"
#include "render/selection/TileSelection.h"

#include <array>
#include <span>

namespace twin::render {

struct ResidentTile;

/// What the sun sees, around the place one looks at. The map is as flat as the sun is low, so that long shadows keep
/// their edges, and its texels stay fixed on the ground while the camera moves, so that shadows do not crawl. Render
/// thread only.
class ShadowMap {
public:
    /// @param texels  along each side
    ShadowMap(OsgContext& context, int texels);

    /// @returns which shadows a view shows; empty while the sun is low or down.
    [[nodiscard]] static std::optional<ShadowWish> wish(const ViewState& view, double heightAboveGround);

    /// @brief Chooses the part of the ground for a view. @returns whether the map as it is drawn shows it.
    [[nodiscard]] bool place(const ViewState& view, double heightAboveGround, std::span<ResidentTile* const> tiles);
    /// Draws the tiles as the sun sees them, where place() said.
    void update();
    /// The map is drawn anew next time.
    void forget() { m_stands = false; }

    /// @returns 0 (no shadows now) … 1, fading in while the sun rises.
    [[nodiscard]] double strength() const { return m_strength; }
    /// @returns scene to (u, v, depth), each 0…1 inside the map.
    [[nodiscard]] const Matrix4& fromScene() const { return m_fromScene; }
    /// What makes edges soft, for shadowing.glsl.
    struct Softness {
        osg::Vec2 spread;               ///< u and v for each unit of depth between a place and what hides the sun
        osg::Vec2 least;                ///< u and v
        osg::Vec2 reach;                ///< u and v
        std::array<osg::Vec2, 4> looks; ///< of the unit disc
        std::array<osg::Vec2, 3> taps;
    };
    /// @param sample  of the accumulated picture: all of them together fill the disc
    [[nodiscard]] Softness softness(int sample) const;
    /// For sampler2DShadow.
    [[nodiscard]] osg::Texture2D* texture() const { return m_target.texture(1); }
    /// The same depths, to be read.
    [[nodiscard]] osg::Texture2D* depths() const { return m_target.texture(0); }
    /// @returns the larger side of a texel.
    [[nodiscard]] double texelMetres() const { return 2 * m_area.halfWidth / m_texels; }
    [[nodiscard]] std::size_t gpuBytes() const { return m_target.byteSize(); }
    void release();

private:
    /// The box that the map shows, in the sun's axes: metres.
    struct Area {
        LocalPosition towardsSun;
        double x = 0, y = 0, z = 0; ///< middle
        double halfWidth = 1, halfHeight = 1, halfDepth = 1;
        friend bool operator==(const Area&, const Area&) = default;
    };
    [[nodiscard]] Area areaFor(const ViewState& view, double heightAboveGround,
                               std::span<ResidentTile* const> tiles) const;

    OsgContext& m_context;
    int m_texels;
    RenderTarget m_target{{PixelFormat::R32F, PixelFormat::Shadow32F}};
    ScenePass m_pass;
    Area m_area;
    std::vector<ResidentTile*> m_casters;
    std::vector<TileRef> m_drawn; ///< the casters' names
    Matrix4 m_fromScene{};
    double m_strength = 0;
    bool m_stands = false;
};

} // namespace twin::render
