// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameGate.h"

#include <QQuickWindow>

namespace twin::viewport {
namespace {

constexpr qint64 longestMilliseconds = 1000; ///< then a frame is taken for lost, as those of a covered window are

} // namespace

void FrameGate::setWindow(QQuickWindow* window)
{
    disconnect(m_swapped);
    m_window = window;
    m_since.invalidate();
    m_wanted = false;
    if (window)
        m_swapped = connect(window, &QQuickWindow::frameSwapped, this, &FrameGate::done, Qt::QueuedConnection);
}

void FrameGate::request()
{
    if (!m_window)
        return;
    m_wanted = m_since.isValid() && m_since.elapsed() < longestMilliseconds;
    if (m_wanted)
        return;
    m_since.start();
    m_window->update();
}

void FrameGate::done()
{
    m_since.invalidate();
    if (std::exchange(m_wanted, false))
        request();
}

} // namespace twin::viewport
