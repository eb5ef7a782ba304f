// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/ShadowMap.h"

#include "render/scene/TileLook.h"
#include "render/streaming/TileStore.h"

#include <osg/CullFace>
#include <osg/Depth>

#include <algorithm>
#include <cmath>

namespace twin::render {

namespace {

constexpr double lowestRadius = 120; ///< metres around the place looked at
constexpr double highestRadius = 2600;
constexpr double leastTexels = 1.8;  ///< radius of the disc over which even sharp edges are blurred
constexpr double sunRadius = 0.014;  ///< tangent of 0.8 degrees: three suns wide, or a house's edge would be a line
constexpr double softestEdge = 3.2;  ///< metres: as wide as edges get
constexpr double depthMargin = 20;   ///< metres
constexpr double lowestSun = 0.05;   ///< sine of the height at which shadows begin to show
constexpr double wholeSun = 0.12;    ///< from here on they are as dark as they get
constexpr double leastHalfBand = 16; ///< metres of height that the map reckons with, half of it

/// Sizes in steps, so that the map's scale does not change with every small movement.
double stepped(double wanted)
{
    return std::exp2(std::ceil(std::log2(wanted) * 2) / 2);
}

/// The circle in front of the eye that one sees best.
struct Circle {
    LocalPosition centre; ///< on the ground
    double radius = 0;
};

Circle circleOf(const ViewState& view, double heightAboveGround)
{
    const LocalPosition forward = viewDirection(view.camera);
    const double height = std::max(heightAboveGround, 2.0);
    const double down = std::max(-forward.z, 0.05);
    const double reach = std::min(height / down, 3000.0);
    const double radius = stepped(std::clamp(std::max(reach * 1.15, height * 0.8), lowestRadius, highestRadius));
    LocalPosition centre = view.camera.eye + forward * std::min(reach, radius);
    centre.z = view.camera.eye.z - height;
    return {centre, radius};
}

/// The sun's axes: x level, y up the sky, z towards the sun.
struct SunAxes {
    explicit SunAxes(const LocalPosition& towardsSun) : back(towardsSun)
    {
        right = std::abs(back.z) > 0.999 ? LocalPosition{1, 0, 0} : cross({0, 0, 1}, back);
        right = right * (1 / length(right));
        up = cross(back, right);
    }
    LocalPosition right, up, back;
};

/// What one sees through throws no shadow, nor do points and lines.
void addCasters(const ResidentTile& tile, std::vector<DrawItem>& items)
{
    tile.addStanding(items);
    for (const TileDrawable::Batch& batch : tile.drawable->batches()) {
        if (!batch.blended && batch.primitive == PrimitiveKind::Triangles)
            items.push_back({batch.drawable.get(), tile.origin, tile.style.stateSet(), batch.look.get()});
    }
}

} // namespace

ShadowMap::ShadowMap(OsgContext& context, int texels)
    : m_context(context), m_texels(texels), m_pass(context.state(), "shadow.vert", "shadow.frag")
{
    m_pass.stateSet().setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0, 1, true));
    // The far side of things: lit faces then never shadow themselves.
    m_pass.stateSet().setAttributeAndModes(new osg::CullFace(osg::CullFace::FRONT));
    m_pass.setUniform("styleTexture", static_cast<int>(TileStyle::textureUnit));
    m_pass.setUniform("imageTexture", static_cast<int>(imageTextureUnit));
}

std::optional<ShadowWish> ShadowMap::wish(const ViewState& view, double heightAboveGround)
{
    if (view.light.towardsSun.z <= lowestSun)
        return std::nullopt;
    const Circle circle = circleOf(view, heightAboveGround);
    return ShadowWish{view.light.towardsSun, length(circle.centre - view.camera.eye) + circle.radius};
}

ShadowMap::Area ShadowMap::areaFor(const ViewState& view, double heightAboveGround,
                                   std::span<ResidentTile* const> tiles) const
{
    const Circle circle = circleOf(view, heightAboveGround);
    const SunAxes sun(view.light.towardsLight);
    // What stands in the circle, and the ground below it, lies within this band of heights.
    double low = circle.centre.z;
    double high = circle.centre.z;
    for (const ResidentTile* tile : tiles) {
        const LocalPosition nearest{std::clamp(circle.centre.x, tile->bounds.min.x, tile->bounds.max.x),
                                    std::clamp(circle.centre.y, tile->bounds.min.y, tile->bounds.max.y),
                                    circle.centre.z};
        if (length(nearest - circle.centre) > circle.radius)
            continue;
        low = std::min(low, tile->bounds.min.z);
        high = std::max(high, tile->bounds.max.z);
    }
    const double halfBand = stepped(std::max((high - low) / 2, leastHalfBand));
    const double flat = std::sqrt(std::max(0.0, 1 - sun.back.z * sun.back.z));
    Area area;
    area.towardsSun = sun.back;
    area.halfWidth = circle.radius;
    area.halfHeight = std::min(circle.radius * sun.back.z + halfBand * flat, circle.radius);
    area.halfDepth = circle.radius * flat + halfBand * sun.back.z + depthMargin;
    const LocalPosition middle{circle.centre.x, circle.centre.y, std::round((low + high) / 2)};
    const auto snapped = [this](double v, double half) {
        const double texel = 2 * half / m_texels;
        return std::floor(v / texel) * texel;
    };
    area.x = snapped(dot(sun.right, middle), area.halfWidth);
    area.y = snapped(dot(sun.up, middle), area.halfHeight);
    area.z = snapped(dot(sun.back, middle), area.halfDepth);
    return area;
}

bool ShadowMap::place(const ViewState& view, double heightAboveGround, std::span<ResidentTile* const> tiles)
{
    m_strength = std::clamp((view.light.towardsSun.z - lowestSun) / (wholeSun - lowestSun), 0.0, 1.0);
    if (m_strength <= 0)
        return true;
    const Area area = areaFor(view, heightAboveGround, tiles);
    const SunAxes sun(area.towardsSun);
    m_casters.clear();
    std::vector<TileRef> names;
    for (ResidentTile* tile : tiles) {
        const LocalPosition middle = tile->bounds.centre();
        const double reach = length(tile->bounds.size()) / 2;
        if (tile->isTerrain || tile->opacity < 0.5 ||
            std::abs(dot(sun.right, middle) - area.x) > area.halfWidth + reach ||
            std::abs(dot(sun.up, middle) - area.y) > area.halfHeight + reach)
            continue;
        m_casters.push_back(tile);
        names.push_back(tile->tile);
    }
    m_stands = m_stands && area == m_area && names == m_drawn;
    m_area = area;
    m_drawn = std::move(names);
    return m_stands;
}

void ShadowMap::update()
{
    if (m_strength <= 0)
        return;
    const SunAxes sun(m_area.towardsSun);
    const double w = 1 / m_area.halfWidth;
    const double h = 1 / m_area.halfHeight;
    const double d = 1 / m_area.halfDepth;
    const LocalPosition& r = sun.right;
    const LocalPosition& u = sun.up;
    const LocalPosition& b = sun.back;
    const Matrix4 toSun{r.x, u.x, b.x, 0, r.y, u.y, b.y, 0, r.z, u.z, b.z, 0, -m_area.x, -m_area.y, -m_area.z, 1};
    const Matrix4 project{w, 0, 0, 0, 0, h, 0, 0, 0, 0, -d, 0, 0, 0, 0, 1};
    for (std::size_t column = 0; column < 4; ++column) {
        const double* from = &toSun[column * 4];
        m_fromScene[column * 4] = 0.5 * (from[0] * w + from[3]);
        m_fromScene[column * 4 + 1] = 0.5 * (from[1] * h + from[3]);
        m_fromScene[column * 4 + 2] = 0.5 * (-from[2] * d + from[3]);
        m_fromScene[column * 4 + 3] = from[3];
    }
    std::vector<DrawItem> items;
    for (const ResidentTile* tile : m_casters)
        addCasters(*tile, items);
    osg::State& state = m_context.state();
    m_target.resize(state, {m_texels, m_texels});
    m_target.bind(state);
    glDepthMask(GL_TRUE);
    glClearColor(1, 1, 1, 1);
    glClearDepth(1.0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glEnable(GL_DEPTH_CLAMP); // what stands nearer to the sun than the map begins still throws its shadow
    m_pass.draw(items, toSun, project);
    glDisable(GL_DEPTH_CLAMP);
    m_stands = true;
}

ShadowMap::Softness ShadowMap::softness(int sample) const
{
    const auto inMap = [this](double metresAcross, double metresAlong) {
        return osg::Vec2(static_cast<float>(metresAcross / (2 * m_area.halfWidth)),
                         static_cast<float>(metresAlong / (2 * m_area.halfHeight)));
    };
    const auto texels = [this](double count) {
        return osg::Vec2(static_cast<float>(count / m_texels), static_cast<float>(count / m_texels));
    };
    Softness soft;
    const double spread = sunRadius * 2 * m_area.halfDepth;
    soft.spread = inMap(spread, spread);
    soft.least = texels(leastTexels);
    soft.reach = inMap(softestEdge, softestEdge);
    soft.reach.x() = std::max(soft.reach.x(), 2 * soft.least.x());
    soft.reach.y() = std::max(soft.reach.y(), 2 * soft.least.y());
    // One spiral through all samples: each has places all over the disc, and none has another's.
    const auto spiral = [sample](auto& places) {
        constexpr double goldenAngle = 2.39996322973;
        const std::size_t all = places.size() * static_cast<std::size_t>(stillSamples);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::size_t at = i * static_cast<std::size_t>(stillSamples) + static_cast<std::size_t>(sample);
            const double radius = std::sqrt((static_cast<double>(at) + 0.5) / static_cast<double>(all));
            const double angle = static_cast<double>(at) * goldenAngle;
            places[i] = {static_cast<float>(radius * std::cos(angle)), static_cast<float>(radius * std::sin(angle))};
        }
    };
    spiral(soft.looks);
    spiral(soft.taps);
    return soft;
}

void ShadowMap::release()
{
    forget();
    m_pass.release();
    m_target.release(m_context.state());
}

} // namespace twin::render
