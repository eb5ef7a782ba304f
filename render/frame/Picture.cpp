// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/Picture.h"

#include "render/streaming/TileStore.h"

#include <algorithm>

namespace twin::render {

namespace {

constexpr int texelsInSoftware = 2048;
constexpr int texelsOnGpu = 4096;

bool isSameView(const FrameRequest& a, const FrameRequest& b)
{
    return a.camera == b.camera && a.size == b.size;
}

} // namespace

Picture::Picture(OsgContext& context, int multisamples)
    : m_passes(context, multisamples),
      m_shadows(context, context.isSoftware() ? texelsInSoftware : texelsOnGpu),
      m_finish(context)
{
}

void Picture::remake()
{
    m_changed = m_formsChanged = true;
}

bool Picture::draw(const FrameRequest& request, const ViewState& view, const Scene& scene)
{
    const bool sameForms = !m_formsChanged && isSameView(request, m_request) &&
                           std::equal(scene.refs.begin(), scene.refs.end(), m_refs.begin(), m_refs.end());
    const bool same = sameForms && !m_changed && request == m_request;
    const bool prepared = m_stage == Stage::Prepared;
    if (!same)
        m_stage = sameForms && m_stage != Stage::None ? Stage::Quick : Stage::None;
    m_occluded = m_occluded && sameForms;
    if (m_formsChanged)
        m_shadows.forget();
    m_request = request;
    m_refs.assign(scene.refs.begin(), scene.refs.end());
    m_changed = m_formsChanged = m_isNew = false;

    const bool still = request.quality == Quality::Still;
    if (still && scene.whole && m_stage != Stage::None)
        return refine(view, scene, prepared);
    if (!same || !still)
        drawQuick(view, scene);
    return !still && scene.whole;
}

bool Picture::refine(const ViewState& view, const Scene& scene, bool prepared)
{
    if (m_stage == Stage::Refining && m_samples == stillSamples)
        return true; // nothing would change
    if (m_stage == Stage::Quick) {
        const bool shadowsStand = m_shadows.place(view, scene.heightAboveGround, scene.casters);
        if (!shadowsStand)
            m_shadows.update();
        if (!m_occluded)
            m_finish.occlude(view, m_passes.target());
        const bool nothingToDo = shadowsStand && m_occluded;
        m_occluded = true;
        m_samples = 0;
        m_stage = Stage::Prepared;
        if (!nothingToDo && !prepared) // a request that changes every time must still come forth
            return false;
    }
    drawSample(view, scene);
    m_stage = Stage::Refining;
    return m_samples == stillSamples;
}

void Picture::drawQuick(const ViewState& view, const Scene& scene)
{
    m_passes.draw(view, scene.tiles, *scene.drapes, nullptr, 0);
    m_finished =
        view.look.edgesWhileMoving || std::any_of(scene.tiles.begin(), scene.tiles.end(), [](const ResidentTile* tile) {
            return tile->style.hasHighlight() || tile->drawable->hasPoints();
        });
    if (m_finished)
        m_finish.outline(view, m_passes.target(), scene.tiles);
    m_stage = Stage::Quick;
    m_isNew = true;
}

void Picture::drawSample(const ViewState& view, const Scene& scene)
{
    const ViewState shot = shifted(view, m_samples);
    m_passes.draw(shot, scene.tiles, *scene.drapes, &m_shadows, m_samples);
    m_finish.accumulate(shot, m_passes.target(), scene.tiles, m_samples);
    m_finished = true;
    m_isNew = FinishPasses::shows(m_samples);
    ++m_samples;
}

void Picture::release()
{
    m_passes.release();
    m_shadows.release();
    m_finish.release();
    m_stage = Stage::None;
}

} // namespace twin::render
