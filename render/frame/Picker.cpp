// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/Picker.h"

#include "render/frame/Look.h"
#include "render/scene/TileLook.h"
#include "render/selection/Frustum.h"
#include "render/streaming/TileStore.h"

#include <osg/CullFace>
#include <osg/Depth>

#include <array>
#include <cmath>

namespace twin::render {

namespace {

constexpr double widestPoint = 16; ///< pixels on each side; part.vert draws no larger ones
constexpr std::uint32_t groundNumber = 1;
constexpr std::uint32_t firstTileNumber = 2;

/// The projection whose whole picture is the pixel (x, y).
Matrix4 projectionOfPixel(const Matrix4& projection, QSize size, int x, int y)
{
    const double scaleX = size.width();
    const double scaleY = size.height();
    const double centreX = 2 * (x + 0.5) / size.width() - 1;
    const double centreY = 1 - 2 * (y + 0.5) / size.height();
    Matrix4 p = projection;
    for (std::size_t column = 0; column < 4; ++column) {
        p[column * 4] = (p[column * 4] - centreX * p[column * 4 + 3]) * scaleX;
        p[column * 4 + 1] = (p[column * 4 + 1] - centreY * p[column * 4 + 3]) * scaleY;
    }
    return p;
}

} // namespace

Picker::Picker(OsgContext& context) : m_context(context), m_pass(context.state(), "pick.vert", "pick.frag")
{
    m_pass.stateSet().setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0, 1, true));
    m_pass.stateSet().setAttributeAndModes(new osg::CullFace(osg::CullFace::BACK));
    m_pass.setUniform("styleTexture", static_cast<int>(TileStyle::textureUnit));
    m_pass.setUniform("imageTexture", static_cast<int>(imageTextureUnit));
}

std::optional<Picker::Hit> Picker::pick(const ViewState& view, std::span<ResidentTile* const> tiles,
                                        const Ground& ground, int x, int y)
{
    osg::State& state = m_context.state();
    const QSize onePixel(1, 1);
    m_target.resize(state, onePixel);
    m_target.bind(state);
    glDepthMask(GL_TRUE);
    glClearDepth(1.0);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);

    const Matrix4 projection = projectionOfPixel(view.projection, view.size, x, y);
    const Frustum frustum(view.camera, view.size, x, y, x + 1, y + 1);
    // Points are wider than their place.
    const Frustum around(view.camera, view.size, x - widestPoint, y - widestPoint, x + 1 + widestPoint,
                         y + 1 + widestPoint);
    m_pass.setUniform("pixelsPerRadian", static_cast<float>(pixelsPerRadian(view)));
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (tiles[i]->opacity < 0.5 ||
            !(tiles[i]->drawable->hasPoints() ? around : frustum).intersects(tiles[i]->bounds))
            continue;
        m_pass.setUniform("tileNumber", static_cast<int>(i + firstTileNumber));
        m_pass.draw(tiles[i]->itemsWithin(frustum), view.view, projection);
        tiles[i]->drawable->showAll();
    }
    m_pass.setUniform("tileNumber", static_cast<int>(groundNumber));
    m_pass.draw(ground.items(frustum), view.view, projection);
    std::array<float, 4> texel{}; // tile number, feature or -1, distance along the view direction
    glReadPixels(0, 0, 1, 1, GL_RGBA, GL_FLOAT, texel.data());
    const auto number = static_cast<std::uint32_t>(texel[0]);
    if (number == 0)
        return std::nullopt;

    Hit hit;
    const LocalPosition ray = pixelRay(view.camera, view.size, x + 0.5, y + 0.5);
    const double along = static_cast<double>(texel[2]);
    hit.position = view.camera.eye + ray * (along / dot(ray, viewDirection(view.camera)));
    if (number == groundNumber) {
        hit.feature = TileContent::noFeature;
        return hit;
    }
    const std::size_t index = number - firstTileNumber;
    hit.tile = index < tiles.size() ? tiles[index] : nullptr;
    hit.feature = texel[1] < 0 ? TileContent::noFeature : static_cast<std::uint32_t>(texel[1]);
    return hit;
}

void Picker::release()
{
    m_pass.release();
    m_target.release(m_context.state());
}

} // namespace twin::render
