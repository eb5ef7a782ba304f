// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/ShadowMap.h"

#include "render/streaming/TileStore.h"

#include <osg/CullFace>
#include <osg/Depth>

#include <algorithm>
#include <cmath>

namespace twin::render {

namespace {

constexpr double lowestRadius = 120; ///< metres around the place looked at
constexpr double highestRadius = 2600;
constexpr double depthMargin = 500;     ///< towers outside the circle still throw shadows into it
constexpr double leastSunHeight = 0.15; ///< sine of the elevation down to which the whole circle keeps its depth

/// Radius in steps, so that the map's scale does not change with every small movement.
double steppedRadius(double wanted)
{
    const double radius = std::clamp(wanted, lowestRadius, highestRadius);
    return std::exp2(std::ceil(std::log2(radius) * 2) / 2);
}

} // namespace

ShadowMap::ShadowMap(OsgContext& context, int texels)
    : m_context(context), m_texels(texels), m_pass(context.state(), "shadow.vert", "shadow.frag")
{
    m_pass.stateSet().setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0, 1, true));
    // The far side of things: lit faces then never shadow themselves.
    m_pass.stateSet().setAttributeAndModes(new osg::CullFace(osg::CullFace::FRONT));
    m_pass.setUniform("styleTexture", static_cast<int>(TileStyle::textureUnit));
}

void ShadowMap::update(const ViewState& view, double heightAboveGround, std::span<ResidentTile* const> tiles)
{
    m_strength = std::clamp((view.light.towardsSun.z - 0.05) / 0.07, 0.0, 1.0);
    if (m_strength <= 0)
        return;
    // The circle in front of the eye that one sees best.
    const LocalPosition forward = viewDirection(view.camera);
    const double height = std::max(heightAboveGround, 2.0);
    const double down = std::max(-forward.z, 0.05);
    const double reach = std::min(height / down, 3000.0);
    const double radius = steppedRadius(std::max(reach * 1.15, height * 0.8));
    LocalPosition centre = view.camera.eye + forward * std::min(reach, radius);
    centre.z = view.camera.eye.z - height;

    const LocalPosition back = view.light.towardsLight;
    LocalPosition right = std::abs(back.z) > 0.999 ? LocalPosition{1, 0, 0} : cross({0, 0, 1}, back);
    right = right * (1 / length(right));
    const LocalPosition up = cross(back, right);
    m_texelMetres = 2 * radius / m_texels;
    const auto snapped = [this](double v) { return std::floor(v / m_texelMetres) * m_texelMetres; };
    const double x = snapped(dot(right, centre));
    const double y = snapped(dot(up, centre));
    const double z = dot(back, centre);
    // Ground at the map's upper edge lies this much farther from the sun.
    const double depth = radius / std::max(view.light.towardsLight.z, leastSunHeight) + depthMargin;
    const Matrix4 toLight{right.x, up.x, back.x, 0, right.y, up.y, back.y, 0, right.z, up.z, back.z, 0, -x, -y, -z, 1};
    const Matrix4 project{1 / radius, 0, 0, 0, 0, 1 / radius, 0, 0, 0, 0, -1 / depth, 0, 0, 0, 0, 1};
    for (std::size_t column = 0; column < 4; ++column) {
        const double w = toLight[column * 4 + 3];
        m_fromScene[column * 4] = toLight[column * 4] * 0.5 / radius + 0.5 * w;
        m_fromScene[column * 4 + 1] = toLight[column * 4 + 1] * 0.5 / radius + 0.5 * w;
        m_fromScene[column * 4 + 2] = -toLight[column * 4 + 2] * 0.5 / depth + 0.5 * w;
        m_fromScene[column * 4 + 3] = w;
    }

    std::vector<DrawItem> items;
    for (const ResidentTile* tile : tiles) {
        if (tile->opacity < 0.5)
            continue;
        const LocalPosition size = tile->bounds.size();
        const LocalPosition middle = tile->bounds.centre();
        const double reachOfTile = length(size) / 2;
        if (std::abs(dot(right, middle) - x) < radius + reachOfTile &&
            std::abs(dot(up, middle) - y) < radius + reachOfTile)
            items.push_back(tile->item());
    }
    osg::State& state = m_context.state();
    m_target.resize(state, {m_texels, m_texels});
    m_target.bind(state);
    glDepthMask(GL_TRUE);
    glClearDepth(1.0);
    glClear(GL_DEPTH_BUFFER_BIT);
    m_pass.draw(items, toLight, project);
}

void ShadowMap::release()
{
    m_pass.release();
    m_target.release(m_context.state());
}

} // namespace twin::render
