// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameGate.h"

#include <QQuickWindow>

namespace twin::viewport {
namespace {

constexpr int longestMilliseconds = 1000; ///< then a frame is taken for lost, as those of a covered window are

} // namespace

FrameGate::FrameGate()
{
    m_underWay.setSingleShot(true);
    m_underWay.setInterval(longestMilliseconds);
    connect(&m_underWay, &QTimer::timeout, this, &FrameGate::done);
}

void FrameGate::setWindow(QQuickWindow* window)
{
    disconnect(m_swapped);
    m_window = window;
    m_underWay.stop();
    m_wanted = false;
    if (window)
        m_swapped = connect(window, &QQuickWindow::frameSwapped, this, &FrameGate::done, Qt::QueuedConnection);
}

void FrameGate::request()
{
    if (!m_window)
        return;
    m_wanted = m_underWay.isActive();
    if (m_wanted)
        return;
    m_underWay.start();
    m_window->update();
}

void FrameGate::done()
{
    m_underWay.stop();
    if (std::exchange(m_wanted, false))
        request();
}

} // namespace twin::viewport
