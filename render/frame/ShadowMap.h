// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/ViewState.h"
#include "render/gl/OsgContext.h"
#include "render/gl/RenderTarget.h"
#include "render/gl/ScenePass.h"

#include <span>

namespace twin::render {

struct ResidentTile;

/// What the sun sees, around the place one looks at. Its texels stay fixed on the ground while the camera moves, so
/// that shadows do not crawl. Render thread only.
class ShadowMap {
public:
    /// @param texels  along each side
    ShadowMap(OsgContext& context, int texels);

    /// Draws the tiles as the sun sees them; nothing while the sun is low or down.
    void update(const ViewState& view, double heightAboveGround, std::span<ResidentTile* const> tiles);
    /// @returns 0 (no shadows now) … 1, fading in while the sun rises.
    [[nodiscard]] double strength() const { return m_strength; }
    /// @returns scene to (u, v, depth), each 0…1 inside the map.
    [[nodiscard]] const Matrix4& fromScene() const { return m_fromScene; }
    [[nodiscard]] osg::Texture2D* texture() const { return m_target.texture(0); }
    [[nodiscard]] double texelMetres() const { return m_texelMetres; }
    [[nodiscard]] std::size_t gpuBytes() const { return m_target.byteSize(); }
    void release();

private:
    OsgContext& m_context;
    int m_texels;
    RenderTarget m_target{{PixelFormat::Depth32F}};
    ScenePass m_pass;
    Matrix4 m_fromScene{};
    double m_strength = 0;
    double m_texelMetres = 1;
};

} // namespace twin::render
