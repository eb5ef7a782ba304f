// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do over the city, on its way to ViewportInput.
#include "CityViewport.h"

#include <utility>

namespace twin::viewport {

void CityViewport::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    setKeyed(false);
    setKeepMouseGrab(true);
    m_input.press(*event);
}

void CityViewport::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    m_input.move(*event);
}

void CityViewport::mouseReleaseEvent(QMouseEvent* event)
{
    setKeepMouseGrab(false);
    m_input.release(*event);
}

void CityViewport::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_input.doubleClick(*event);
}

void CityViewport::mouseUngrabEvent()
{
    m_input.cancel();
}

void CityViewport::hoverMoveEvent(QHoverEvent* event)
{
    if (m_pointer && *m_pointer != event->position()) // not for a window that changed below a resting pointer
        setKeyed(false);
    m_pointer = event->position();
    hover();
}

void CityViewport::hoverLeaveEvent(QHoverEvent*)
{
    m_pointer.reset();
    m_hit.reset();
    m_liveMarks.hover({}, {});
    if (m_app) {
        m_app->selection().setHovered({});
        m_app->measure()->setPointer({});
        m_app->status()->setPointer({});
    }
}

void CityViewport::wheelEvent(QWheelEvent* event)
{
    m_input.wheel(*event);
    event->accept();
}

void CityViewport::keyPressEvent(QKeyEvent* event)
{
    event->setAccepted(m_input.key(*event, true));
}

void CityViewport::keyReleaseEvent(QKeyEvent* event)
{
    event->setAccepted(event->isAutoRepeat() || m_input.key(*event, false));
}

void CityViewport::touchEvent(QTouchEvent* event)
{
    setKeyed(false);
    m_input.touch(*event);
    event->accept();
}

void CityViewport::touchUngrabEvent()
{
    m_input.cancel();
}

void CityViewport::setKeyed(bool keyed)
{
    if (std::exchange(m_keyed, keyed) != keyed)
        Q_EMIT keyedChanged();
}

void CityViewport::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    setKeyed(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason);
    QQuickItem::focusInEvent(event);
}

void CityViewport::focusOutEvent(QFocusEvent* event)
{
    setKeyed(false);
    m_input.cancel();
    QQuickItem::focusOutEvent(event);
}

} // namespace twin::viewport
