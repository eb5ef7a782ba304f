// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityFrame.h"

#include "model/Logging.h"

#include <QQuickWindow>

namespace twin::viewport {

void CityFrame::take(FrameInputs inputs)
{
    m_thread.verify();
    if (m_inputs.picture && m_inputs.picture != inputs.picture)
        m_inputs.picture->markRead();
    m_inputs = std::move(inputs);
}

void CityFrame::composite(QQuickWindow& window)
{
    m_thread.verify();
    if (!m_inputs.picture || m_failed)
        return;
    window.beginExternalCommands();
    if (!m_compositor) {
        auto compositor = Compositor::create();
        m_failed = !compositor;
        if (compositor)
            m_compositor.emplace(std::move(*compositor));
        else
            m_city->fail(compositor.error());
    }
    if (m_compositor)
        m_compositor->draw(*m_inputs.picture, m_inputs.target);
    window.endExternalCommands();
}

void CityFrame::release()
{
    m_thread.verify();
    m_compositor.reset();
    m_failed = false;
    m_inputs = {};
    m_city->release();
    m_thread.release();
}

} // namespace twin::viewport
