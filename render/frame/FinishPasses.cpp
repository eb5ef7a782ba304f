// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/FinishPasses.h"

#include "render/frame/Look.h"
#include "render/streaming/TileStore.h"

#include <osg/BlendEquation>
#include <osg/BlendFunc>
#include <osg/Depth>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

/// Texture units; TileStyle::textureUnit is 4.
constexpr unsigned depthUnit = 0;
constexpr unsigned colourUnit = 1;
constexpr unsigned occlusionUnit = 2;
constexpr unsigned maskUnit = 3;

void withoutDepth(ScenePass& pass)
{
    pass.stateSet().setAttribute(new osg::Depth(osg::Depth::ALWAYS, 0, 1, false));
    pass.stateSet().setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
    pass.stateSet().setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
}

} // namespace

FinishPasses::FinishPasses(OsgContext& context)
    : m_context(context),
      m_occlusionPass(context.state(), "screen.vert", "occlusion.frag"),
      m_smoothPass(context.state(), "screen.vert", "smooth.frag"),
      m_spreadPass(context.state(), "screen.vert", "spread.frag"),
      m_maskPass(context.state(), "mask.vert", "mask.frag"),
      m_finishPass(context.state(), "screen.vert", "finish.frag"),
      m_showPass(context.state(), "screen.vert", "show.frag"),
      m_screen(new ScreenTriangle)
{
    for (ScenePass* pass : {&m_occlusionPass, &m_smoothPass, &m_spreadPass, &m_maskPass, &m_finishPass, &m_showPass})
        withoutDepth(*pass);
    m_maskPass.setUniform("styleTexture", static_cast<int>(TileStyle::textureUnit));
    m_maskPass.stateSet().setAttributeAndModes(new osg::BlendEquation(osg::BlendEquation::RGBA_MAX));
    m_maskPass.stateSet().setAttributeAndModes(new osg::BlendFunc(osg::BlendFunc::ONE, osg::BlendFunc::ONE));
}

void FinishPasses::applyView(ScenePass& pass, const ViewState& view, const RenderTarget& city)
{
    const double t = std::tan(view.camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    const double aspect = static_cast<double>(view.size.width()) / view.size.height();
    pass.setTexture(depthUnit, "depthTexture", city.texture(1));
    pass.setUniform("clip",
                    osg::Vec2(static_cast<float>(view.range.nearMetres), static_cast<float>(view.range.farMetres)));
    pass.setUniform("halfTangents", osg::Vec2(static_cast<float>(t * aspect), static_cast<float>(t)));
    pass.setUniform("pixelAngle", static_cast<float>(2 * t / view.size.height()));
}

void FinishPasses::drawScreen(ScenePass& pass, const ViewState& view)
{
    const DrawItem screen{m_screen.get(), {}, nullptr};
    pass.draw({&screen, 1}, view.view, view.projection);
}

void FinishPasses::occlude(const ViewState& view, const RenderTarget& city)
{
    osg::State& state = m_context.state();
    const QSize half((view.size.width() + 1) / 2, (view.size.height() + 1) / 2);
    m_occlusion.resize(state, half);
    m_smoothed.resize(state, half);
    m_openness.resize(state, view.size);
    m_occlusion.bind(state);
    applyView(m_occlusionPass, view, city);
    drawScreen(m_occlusionPass, view);
    m_smoothed.bind(state);
    m_smoothPass.setTexture(occlusionUnit, "occlusionTexture", m_occlusion.texture(0));
    drawScreen(m_smoothPass, view);
    m_openness.bind(state);
    applyView(m_spreadPass, view, city);
    m_spreadPass.setTexture(occlusionUnit, "occlusionTexture", m_smoothed.texture(0));
    m_spreadPass.setUniform("hazeDistanceSquared", static_cast<float>(view.hazeMetres * view.hazeMetres));
    drawScreen(m_spreadPass, view);
}

bool FinishPasses::drawMask(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles)
{
    std::vector<DrawItem> items;
    for (const ResidentTile* tile : tiles) {
        if (tile->style.hasHighlight())
            for (const DrawItem& item : tile->items())
                items.push_back(item);
    }
    if (items.empty())
        return false;
    osg::State& state = m_context.state();
    m_mask.resize(state, view.size);
    m_mask.bind(state);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    m_maskPass.setTexture(depthUnit, "depthTexture", city.texture(1));
    m_maskPass.setUniform("pixelsPerRadian", static_cast<float>(pixelsPerRadian(view)));
    const bool ghosts =
        std::any_of(tiles.begin(), tiles.end(), [](const ResidentTile* tile) { return tile->style.hasGhosts(); });
    m_maskPass.setUniform("behind", ghosts ? 1.0f : 0.4f);
    m_maskPass.draw(items, view.view, view.projection);
    // Corners too: a building far away can fall between all pixel centres, its outline must not.
    for (const ResidentTile* tile : tiles)
        tile->drawable->setDrawsPoints(true);
    m_maskPass.draw(items, view.view, view.projection);
    for (const ResidentTile* tile : tiles)
        tile->drawable->setDrawsPoints(false);
    return true;
}

void FinishPasses::prepareFinish(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles,
                                 bool shaded)
{
    const bool outlined = drawMask(view, city, tiles);
    applyView(m_finishPass, view, city);
    m_finishPass.setTexture(colourUnit, "colourTexture", city.texture(0));
    m_finishPass.setUniform("hazeDistanceSquared", static_cast<float>(view.hazeMetres * view.hazeMetres));
    m_finishPass.setUniform("selectionColour", toVec(view.look.selection));
    m_finishPass.setUniform("occlusionShare", static_cast<float>(view.look.occlusion));
    m_finishPass.setUniform("edgeColour", toVec(view.look.edge));
    m_finishPass.setUniform("edgeStrength", static_cast<float>(view.look.edgeStrength));
    m_finishPass.setUniform("edgeReachSquared",
                            static_cast<float>(view.look.edgeReachMetres * view.look.edgeReachMetres));
    m_finishPass.setDefine("TWIN_SHADED", shaded);
    m_finishPass.setDefine("TWIN_EDGED", shaded || view.look.edgesWhileMoving);
    m_finishPass.setDefine("TWIN_BOLD", view.look.boldEdges);
    m_finishPass.setDefine("TWIN_OUTLINED", outlined);
    m_finishPass.setDefine("TWIN_POINTS", std::any_of(tiles.begin(), tiles.end(), [](const ResidentTile* tile) {
                               return tile->drawable->hasPoints();
                           }));
    m_finishPass.setDefine("TWIN_ACCUMULATED", shaded);
    if (shaded)
        m_finishPass.setTexture(occlusionUnit, "occlusionTexture", m_openness.texture(0));
    if (outlined)
        m_finishPass.setTexture(maskUnit, "maskTexture", m_mask.texture(0));
    m_final.resize(m_context.state(), view.size);
}

void FinishPasses::outline(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles)
{
    prepareFinish(view, city, tiles, false);
    m_finishPass.stateSet().setMode(GL_BLEND, osg::StateAttribute::OFF);
    m_final.bind(m_context.state());
    drawScreen(m_finishPass, view);
}

void FinishPasses::accumulate(const ViewState& view, const RenderTarget& city, std::span<ResidentTile* const> tiles,
                              int sample)
{
    osg::State& state = m_context.state();
    prepareFinish(view, city, tiles, true);
    m_accumulated.resize(state, view.size);
    m_accumulated.bind(state);
    m_finishPass.setUniform("weight", 1.0f / static_cast<float>(sample + 1));
    if (sample == 0)
        m_finishPass.stateSet().setMode(GL_BLEND, osg::StateAttribute::OFF);
    else
        m_finishPass.stateSet().setAttributeAndModes(
            new osg::BlendFunc(osg::BlendFunc::SRC_ALPHA, osg::BlendFunc::ONE_MINUS_SRC_ALPHA));
    drawScreen(m_finishPass, view);
    if (!shows(sample))
        return;
    m_final.bind(state);
    m_showPass.setTexture(colourUnit, "accumulatedTexture", m_accumulated.texture(0));
    drawScreen(m_showPass, view);
}

std::size_t FinishPasses::gpuBytes() const
{
    std::size_t bytes = 0;
    for (const RenderTarget* target : {&m_occlusion, &m_smoothed, &m_openness, &m_mask, &m_accumulated, &m_final})
        bytes += target->byteSize();
    return bytes;
}

void FinishPasses::release()
{
    osg::State& state = m_context.state();
    for (ScenePass* pass : {&m_occlusionPass, &m_smoothPass, &m_spreadPass, &m_maskPass, &m_finishPass, &m_showPass})
        pass->release();
    for (RenderTarget* target : {&m_occlusion, &m_smoothed, &m_openness, &m_mask, &m_accumulated, &m_final})
        target->release(state);
    m_screen->release(state);
}

} // namespace twin::render
