// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/CityPasses.h"

#include "render/drape/DividedDrapes.h"
#include "render/frame/Look.h"
#include "render/frame/ShadowMap.h"
#include "render/scene/TileLook.h"
#include "render/streaming/TileStore.h"

#include <osg/BlendColor>
#include <osg/BlendFunc>
#include <osg/ColorMask>
#include <osg/CullFace>
#include <osg/Depth>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace twin::render {

namespace {

constexpr unsigned shadowUnit = 5;
constexpr unsigned depthsUnit = 8;
constexpr double windowsReach = 1200; ///< metres
constexpr double streetLamps = 0.62;  ///< of a white street in the sun

double metresTo(const Box& box, const LocalPosition& eye)
{
    const LocalPosition nearest{std::clamp(eye.x, box.min.x, box.max.x), std::clamp(eye.y, box.min.y, box.max.y),
                                std::clamp(eye.z, box.min.z, box.max.z)};
    return length(nearest - eye);
}

/// What lit windows add to a wall from afar, sRGB-encoded.
osg::Vec3 wallGlowOf(const ViewState& view)
{
    return osg::Vec3(1.0f, 0.76f, 0.45f) * static_cast<float>(0.20 * view.light.night) * view.litWindows.front();
}

/// Solid surfaces: nearest wins, back faces are inside of things.
void drawSolid(ScenePass& pass)
{
    pass.stateSet().setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0, 1, true));
    pass.stateSet().setAttributeAndModes(new osg::CullFace(osg::CullFace::BACK));
}

void withoutBlending(ScenePass& pass)
{
    pass.stateSet().removeAttribute(osg::StateAttribute::BLENDFUNC);
    pass.stateSet().removeMode(GL_BLEND);
    drawSolid(pass);
}

} // namespace

CityPasses::CityPasses(OsgContext& context, int multisamples)
    : m_context(context),
      m_tiles(context.state(), "city.vert", "city.frag"),
      m_parts(context.state(), "part.vert", "part.frag"),
      m_ground(context.state(), "ground.vert", "ground.frag"),
      m_sky(context.state(), "screen.vert", "sky.frag"),
      m_screen(new ScreenTriangle)
{
    if (multisamples > 0)
        m_multisampled.emplace(std::vector{PixelFormat::Rgba8, PixelFormat::Depth32F}, multisamples);
    for (ScenePass* pass : {&m_tiles, &m_parts, &m_ground})
        drawSolid(*pass);
    for (ScenePass* pass : {&m_tiles, &m_parts, &m_ground})
        pass->setUniform("styleTexture", static_cast<int>(TileStyle::textureUnit));
    m_parts.setUniform("imageTexture", static_cast<int>(imageTextureUnit));
    m_sky.stateSet().setAttributeAndModes(new osg::Depth(osg::Depth::LEQUAL, 0, 1, false));
    setGround(nullptr, {});
}

void CityPasses::setGround(const GroundModel* ground, const LocalPosition& fallback)
{
    m_groundParts.set(m_context.state(), ground, fallback);
}

void CityPasses::applyLight(ScenePass& pass, const ViewState& view) const
{
    const SkyLight& light = view.light;
    pass.setUniform("towardsLight", toVec(light.towardsLight));
    pass.setUniform("keyLight", toVec(light.key));
    pass.setUniform("skyFill", toVec(light.skyFill));
    pass.setUniform("groundFill", toVec(light.groundFill));
    pass.setUniform("hazeColour", toVec(light.horizon));
    pass.setUniform("hazeDistanceSquared", static_cast<float>(view.hazeMetres * view.hazeMetres));
    applyLook(pass, view.look);
    pass.setUniform("towardsSun", toVec(light.towardsSun));
    pass.setUniform("zenithColour", toVec(light.zenith));
    pass.setUniform("horizonColour", toVec(light.horizon));
    pass.setUniform("sunGlow", toVec(light.sunGlow));
    pass.setUniform("sunGlowStrength", static_cast<float>(light.sunGlowStrength));
    pass.setUniform("windowsOn", static_cast<float>(view.light.night));
    pass.setUniform("litWindows", std::span<const float>(view.litWindows));
    pass.setUniform("windowsReach", static_cast<float>(windowsReach));
    pass.setUniform("streetGlow", osg::Vec3(0.60f, 0.38f, 0.15f) * static_cast<float>(view.light.night * streetLamps));
    pass.setUniform("wallGlow", wallGlowOf(view));
    const double t = std::tan(view.camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    const double aspect = static_cast<double>(view.size.width()) / view.size.height();
    const Matrix4& m = view.view; // rows of the rotation are the eye's axes
    pass.setUniform("rayCentre", toVec(LocalPosition{-m[2], -m[6], -m[10]}));
    pass.setUniform("rayRight", toVec(LocalPosition{m[0], m[4], m[8]} * (t * aspect)));
    pass.setUniform("rayUp", toVec(LocalPosition{m[1], m[5], m[9]} * t));
}

void CityPasses::applyLook(ScenePass& pass, const PictureLook& look) const
{
    pass.setUniform("terrainTint", toVec(look.terrainTint));
    pass.setUniform("selectionColour", toVec(look.selection));
    pass.setUniform("selectionShare", static_cast<float>(look.selectionShare));
    pass.setUniform("drapeSaturation", static_cast<float>(look.drape.saturation));
    pass.setDefine("TWIN_TONED", look.toned);
    pass.setDefine("TWIN_FLAT_WATER", !look.mirrors);
    if (!look.toned)
        return;
    std::array<osg::Vec4, faceClassCount> tones;
    for (std::size_t i = 0; i < tones.size(); ++i)
        tones[i] = osg::Vec4(toVec(look.faces[i].colour), static_cast<float>(look.faces[i].strength));
    pass.setUniform("faceTones", std::span<const osg::Vec4>(tones));
    pass.setUniform("drapePaper", osg::Vec4(toVec(look.drape.paper), static_cast<float>(look.drape.paperShare)));
    pass.setUniform("drapeInk", toVec(look.drape.ink));
    pass.setUniform("drapeInkAt",
                    osg::Vec2(static_cast<float>(look.drape.inkFrom), static_cast<float>(look.drape.inkTo)));
}

void CityPasses::applyShadows(ScenePass& pass, const ShadowMap* shadows, int sample) const
{
    const bool on = shadows && shadows->strength() > 0;
    pass.setDefine("TWIN_SHADOWS", on);
    pass.setShadow(on ? std::optional(shadows->fromScene()) : std::nullopt);
    if (!on)
        return;
    pass.setTexture(shadowUnit, "shadowTexture", shadows->texture());
    pass.setUniform("shadowStrength", static_cast<float>(shadows->strength()));
    pass.setUniform("shadowTexelMetres", static_cast<float>(shadows->texelMetres()));
    pass.setTexture(depthsUnit, "shadowDepths", shadows->depths());
    const ShadowMap::Softness soft = shadows->softness(sample);
    pass.setUniform("shadowSpread", soft.spread);
    pass.setUniform("shadowLeast", soft.least);
    pass.setUniform("shadowReach", soft.reach);
    pass.setUniform("shadowLooks", soft.looks);
    pass.setUniform("shadowTaps", soft.taps);
}

void CityPasses::draw(const ViewState& view, std::span<ResidentTile* const> tiles, const DividedDrapes& drapes,
                      const ShadowMap* shadows, int sample)
{
    osg::State& state = m_context.state();
    m_target.resize(state, view.size);
    if (m_multisampled)
        m_multisampled->resize(state, view.size);
    (m_multisampled ? *m_multisampled : m_target).bind(state);
    glDepthMask(GL_TRUE);
    glClearColor(0, 0, 0, 1);
    glClearDepth(1.0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);

    for (ScenePass* pass : {&m_tiles, &m_parts, &m_ground})
        applyShadows(*pass, shadows, sample);
    for (ScenePass* pass : {&m_tiles, &m_parts, &m_ground, &m_sky})
        applyLight(*pass, view);
    for (ScenePass* pass : {&m_parts, &m_ground})
        pass->setEye(view.camera.eye);
    m_parts.setUniform("pixelsPerRadian", static_cast<float>(pixelsPerRadian(view)));

    // Windows cost a pixel dearly: in software only what is refined has them, and what is near.
    const bool facades = view.look.windows && (shadows != nullptr || !m_context.isSoftware());
    m_items.clear();
    m_near.clear();
    std::vector<DrawItem> drapedItems;
    std::vector<DrawItem> parts;
    for (const ResidentTile* tile : tiles) {
        tile->drawable->showFrom(view.camera.eye - tile->origin);
        if (tile->opacity < 1)
            continue;
        const bool near = facades && !tile->isTerrain && metresTo(tile->bounds, view.camera.eye) < windowsReach;
        tile->addStanding(near ? m_near : drapes.isActive() && tile->isTerrain ? drapedItems : m_items);
        tile->addBatches(parts, ResidentTile::Batches::Opaque);
    }
    // Near things first and the endless ground and sky last: hidden pixels are never shaded.
    m_tiles.setDefine("TWIN_FACADES", true);
    m_tiles.draw(m_near, view.view, view.projection);
    m_tiles.setDefine("TWIN_FACADES", false);
    m_tiles.draw(m_items, view.view, view.projection);
    m_parts.draw(parts, view.view, view.projection);
    const std::vector<DrawItem> plain = m_groundParts.items(Frustum(view.camera, view.size));
    onEachSide(view, drapes, [&] {
        m_ground.draw(drapedItems, view.view, view.projection);
        m_ground.draw(plain, view.view, view.projection);
    });
    const DrawItem screen{m_screen.get(), {}, nullptr};
    m_sky.draw({&screen, 1}, view.view, view.projection);
    drawBlended(view, tiles);
    drawSeeThrough(view, tiles, drapes);
    drawGhosts(view, tiles);
    for (const ResidentTile* tile : tiles)
        tile->drawable->showAll();
    if (m_multisampled)
        m_multisampled->resolveInto(state, m_target);
}

void CityPasses::onEachSide(const ViewState& view, const DividedDrapes& drapes, const std::function<void()>& draw)
{
    if (!drapes.isDivided()) {
        drapes.left().apply(m_ground, view.camera.eye);
        draw();
        return;
    }
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, view.divider, view.size.height());
    drapes.left().apply(m_ground, view.camera.eye);
    draw();
    glScissor(view.divider, 0, view.size.width() - view.divider, view.size.height());
    drapes.right().apply(m_ground, view.camera.eye);
    draw();
    glDisable(GL_SCISSOR_TEST);
}

/// Layers that one sees through: first their depth alone, so that of each layer only the nearest surface is mixed in.
void CityPasses::drawSeeThrough(const ViewState& view, std::span<ResidentTile* const> tiles,
                                const DividedDrapes& drapes)
{
    std::map<std::int32_t, std::vector<const ResidentTile*>> bySource;
    for (const ResidentTile* tile : tiles) {
        if (tile->opacity < 1)
            bySource[tile->tile.source].push_back(tile);
    }
    if (bySource.empty())
        return;
    for (const auto& [source, layer] : bySource) {
        std::vector<DrawItem> standing;
        std::vector<DrawItem> parts;
        for (const ResidentTile* tile : layer) {
            tile->addStanding(standing);
            tile->addBatches(parts, ResidentTile::Batches::All);
        }
        const double opacity = layer.front()->opacity;
        if (drapes.isActive() && layer.front()->isTerrain)
            onEachSide(view, drapes, [&] {
                mixIn({std::pair{&m_ground, &standing}, std::pair{&m_parts, &parts}}, opacity, view);
            });
        else
            mixIn({std::pair{&m_tiles, &standing}, std::pair{&m_parts, &parts}}, opacity, view);
    }
}

/// Features that one sees through, last: over everything that is to be seen as usual.
void CityPasses::drawGhosts(const ViewState& view, std::span<ResidentTile* const> tiles)
{
    std::vector<DrawItem> standing;
    std::vector<DrawItem> parts;
    for (const ResidentTile* tile : tiles) {
        if (!tile->style.hasGhosts() || tile->isTerrain)
            continue;
        tile->addStanding(standing);
        tile->addBatches(parts, ResidentTile::Batches::All);
    }
    if (standing.empty() && parts.empty())
        return;
    for (ScenePass* pass : {&m_tiles, &m_parts})
        pass->setDefine("TWIN_GHOSTS", true);
    mixIn({std::pair{&m_tiles, &standing}, std::pair{&m_parts, &parts}}, view.look.ghostOpacity, view);
    for (ScenePass* pass : {&m_tiles, &m_parts})
        pass->setDefine("TWIN_GHOSTS", false);
}

void CityPasses::mixIn(const ItemsByPass& passes, double opacity, const ViewState& view)
{
    for (const auto& [pass, items] : passes) {
        pass->stateSet().setAttribute(new osg::ColorMask(false, false, false, false));
        pass->draw(*items, view.view, view.projection);
        pass->stateSet().removeAttribute(osg::StateAttribute::COLORMASK);
    }
    const auto share = static_cast<float>(opacity);
    for (const auto& [pass, items] : passes) {
        osg::StateSet& state = pass->stateSet();
        state.setAttribute(new osg::BlendColor(osg::Vec4(share, share, share, share)));
        // Alpha says what needs edges: it is replaced, not mixed.
        state.setAttributeAndModes(new osg::BlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA, GL_ONE, GL_ZERO));
        state.setAttribute(new osg::Depth(osg::Depth::LEQUAL, 0, 1, false));
        pass->draw(*items, view.view, view.projection);
        state.removeAttribute(osg::StateAttribute::BLENDCOLOR);
        withoutBlending(*pass);
    }
}

/// Panes and leaves with soft edges: far ones first, each over what stands behind it.
void CityPasses::drawBlended(const ViewState& view, std::span<ResidentTile* const> tiles)
{
    std::vector<DrawItem> items;
    for (auto tile = tiles.rbegin(); tile != tiles.rend(); ++tile) {
        if ((*tile)->opacity >= 1)
            (*tile)->addBatches(items, ResidentTile::Batches::Blended);
    }
    if (items.empty())
        return;
    osg::StateSet& state = m_parts.stateSet();
    state.setAttributeAndModes(new osg::BlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE));
    state.setAttribute(new osg::Depth(osg::Depth::LEQUAL, 0, 1, false));
    m_parts.draw(items, view.view, view.projection);
    withoutBlending(m_parts);
}

std::size_t CityPasses::gpuBytes() const
{
    return m_target.byteSize() + (m_multisampled ? m_multisampled->byteSize() : 0) + m_groundParts.gpuBytes();
}

void CityPasses::release()
{
    osg::State& state = m_context.state();
    m_groundParts.release(state);
    m_screen->release(state);
    for (ScenePass* pass : {&m_tiles, &m_parts, &m_ground, &m_sky})
        pass->release();
    m_target.release(state);
    if (m_multisampled)
        m_multisampled->release(state);
}

} // namespace twin::render
