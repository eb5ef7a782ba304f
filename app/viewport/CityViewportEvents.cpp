// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do over the city, on its way to ViewportInput.
#include "CityViewport.h"

namespace twin::viewport {

void CityViewport::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
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
    m_input.touch(*event);
    event->accept();
}

void CityViewport::touchUngrabEvent()
{
    m_input.cancel();
}

void CityViewport::focusOutEvent(QFocusEvent* event)
{
    m_input.cancel();
    QQuickItem::focusOutEvent(event);
}

} // namespace twin::viewport
