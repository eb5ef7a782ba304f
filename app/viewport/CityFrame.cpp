// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityFrame.h"

#include "model/Logging.h"

#include <QQuickWindow>

namespace twin::viewport {

template <class Call> void CityFrame::report(Call call)
{
    const std::lock_guard lock(m_listenerMutex);
    if (m_listener != nullptr)
        call(*m_listener);
}

void CityFrame::detach()
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = nullptr;
}

void CityFrame::take(FrameInputs inputs)
{
    m_thread.verify();
    if (inputs.sources)
        m_sources = std::move(*inputs.sources);
    if (inputs.layers)
        m_layers = std::move(*inputs.layers);
    if (inputs.ground)
        m_ground = std::move(*inputs.ground);
    if (inputs.styles)
        m_styles = std::move(*inputs.styles);
    if (inputs.look)
        m_look = std::move(*inputs.look);
    const bool redraw = inputs.redraw || m_inputs.redraw;
    std::vector<PickQuestion> picks = std::move(m_inputs.picks);
    picks.insert(picks.end(), inputs.picks.begin(), inputs.picks.end());
    const bool newSources = inputs.sources.has_value();
    const bool newLayers = inputs.layers.has_value();
    const bool newGround = inputs.ground.has_value();
    const bool newStyles = inputs.styles.has_value();
    const bool newLook = inputs.look.has_value();
    m_inputs = std::move(inputs);
    m_inputs.redraw = redraw;
    m_inputs.picks = std::move(picks);
    if (!m_pass)
        return;
    if (newSources)
        m_pass->setSources(m_sources);
    if (newLayers)
        m_pass->setLayers(m_layers.views, m_layers.drapes);
    if (newGround)
        m_pass->setGround(m_ground);
    if (newStyles)
        m_pass->setStyles(m_styles);
    if (newLook)
        m_pass->setBaseLook(m_look);
}

bool CityFrame::prepare()
{
    if (m_failed)
        return false;
    if (m_pass && m_compositor)
        return true;
    auto compositor = Compositor::create();
    auto pass = compositor ? m_factory() : Result<std::unique_ptr<CityPass>>(failure(compositor.error()));
    if (!pass) {
        m_failed = true;
        qCWarning(log::viewport).noquote() << "no city pass:" << pass.error().detail;
        report([&](FrameListener& listener) { listener.drawingFailed(pass.error()); });
        return false;
    }
    m_compositor.emplace(std::move(*compositor));
    m_pass = std::move(*pass);
    m_pass->setUpdateCallback([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->report([](FrameListener& listener) { listener.moreToDraw(); });
    });
    m_pass->setSources(m_sources);
    m_pass->setLayers(m_layers.views, m_layers.drapes);
    m_pass->setGround(m_ground);
    m_pass->setStyles(m_styles);
    m_pass->setBaseLook(m_look);
    m_inputs.redraw = true;
    return true;
}

void CityFrame::drawCity(QQuickWindow& window)
{
    m_thread.verify();
    if (m_inputs.request.size.isEmpty() || (!m_inputs.redraw && m_inputs.picks.empty()))
        return;
    window.beginExternalCommands();
    if (prepare()) {
        if (m_inputs.redraw) {
            std::vector<Error> failed = m_isUnreported ? std::move(m_lastReport.failedTiles) : std::vector<Error>();
            m_lastReport = m_pass->draw(m_inputs.request);
            m_lastReport.failedTiles.insert(m_lastReport.failedTiles.begin(), failed.begin(), failed.end());
            m_hasPicture = true;
            m_inputs.redraw = false;
            m_isUnreported = true;
        }
        answerPicks();
    }
    window.endExternalCommands();
}

void CityFrame::shown()
{
    if (std::exchange(m_isUnreported, false))
        report([&](FrameListener& listener) { listener.frameDrawn(m_lastReport, m_inputs.serial); });
}

void CityFrame::refine()
{
    if (!m_pass || !m_hasPicture || m_inputs.redraw || m_isUnreported)
        return; // a frame that is under way or to come draws it
    m_thread.verify();
    m_lastReport = m_pass->draw(m_inputs.request);
    report([&](FrameListener& listener) { listener.frameDrawn(m_lastReport, m_inputs.serial); });
}

void CityFrame::answerPicks()
{
    const std::vector<PickQuestion> picks = std::exchange(m_inputs.picks, {});
    if (!m_hasPicture)
        return;
    for (const PickQuestion& question : picks) {
        const render::PickResult result = m_pass->pick(question.pixel.x(), question.pixel.y());
        report([&](FrameListener& listener) { listener.pickAnswered(question.ticket, result); });
    }
}

void CityFrame::composite(QQuickWindow& window)
{
    m_thread.verify();
    if (!m_hasPicture || !m_compositor)
        return;
    window.beginExternalCommands();
    m_compositor->draw({m_pass->colourTexture(), m_pass->depthTexture(), m_lastReport.clip}, m_inputs.target,
                       m_inputs.clip);
    window.endExternalCommands();
}

void CityFrame::release()
{
    m_thread.verify();
    m_pass.reset();
    m_compositor.reset();
    m_hasPicture = false;
    m_failed = false;
    m_inputs.redraw = true;
    m_thread.release();
}

} // namespace twin::viewport
