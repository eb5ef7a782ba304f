// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryChart.h"

#include <cmath>

#include <QPainter>

namespace twin::viewport {
namespace {

constexpr double keyPan = 0.1;
constexpr double keyZoom = 1.5;
constexpr int stepsPerPage = 20;

} // namespace

HistoryChart::HistoryChart(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setActiveFocusOnTab(true);
    connect(this, &HistoryChart::styleChanged, this, &HistoryChart::takeScene);
}

void HistoryChart::setHistory(HistoryModel* history)
{
    if (history == m_history)
        return;
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    if (m_history)
        connect(m_history, &HistoryModel::changed, this, &HistoryChart::takeScene);
    takeScene();
    Q_EMIT historyChanged();
}

void HistoryChart::takeScene()
{
    if (!m_history || !isVisible())
        return;
    m_scene = m_history->scene();
    m_layout = ChartLayout::of(m_scene, m_font, boundingRect());
    update();
}

void HistoryChart::paint(QPainter* painter)
{
    ChartStyle style{m_font, m_text, m_muted, m_line, m_accent, m_limit, m_gap, {}, {}};
    for (std::size_t i = 0; i < style.series.size(); ++i)
        style.series[i] = m_series.value(qsizetype(i), m_text).value<QColor>();
    paintChart(*painter, m_scene, style, boundingRect());
}

void HistoryChart::measure()
{
    if (m_history && isVisible() && width() > 0)
        m_history->setColumns(int(std::ceil(m_layout.plot.width() > 0 ? m_layout.plot.width() : width())));
}

void HistoryChart::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change != ItemVisibleHasChanged || !m_history)
        return;
    m_history->setShown(data.boolValue);
    takeScene();
    measure();
}

void HistoryChart::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    takeScene();
    measure();
}

double HistoryChart::shareAt(double x) const
{
    return m_layout.plot.width() > 0 ? (x - m_layout.plot.left()) / m_layout.plot.width() : 0;
}

void HistoryChart::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    m_dragged = event->position().x();
    setKeepMouseGrab(true);
    event->accept();
}

void HistoryChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged || !m_history)
        return;
    m_history->pan(-(shareAt(event->position().x()) - shareAt(*m_dragged)));
    m_dragged = event->position().x();
}

void HistoryChart::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged.reset();
    setKeepMouseGrab(false);
}

void HistoryChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_history)
        m_history->zoom(1 / keyZoom / keyZoom, shareAt(event->position().x()));
}

void HistoryChart::hoverMoveEvent(QHoverEvent* event)
{
    if (m_history)
        m_history->setCursor(shareAt(event->position().x()));
}

void HistoryChart::hoverLeaveEvent(QHoverEvent*)
{
    if (m_history)
        m_history->setCursor(-1);
}

void HistoryChart::wheelEvent(QWheelEvent* event)
{
    if (!m_history)
        return;
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()))
        m_history->pan(-turned.x() / 1200.0);
    else
        m_history->zoom(std::pow(1.2, -turned.y() / 120.0), shareAt(event->position().x()));
    event->accept();
}

void HistoryChart::keyPressEvent(QKeyEvent* event)
{
    if (!m_history)
        return;
    const bool shifted = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int side = event->key() == Qt::Key_Left ? -1 : 1;
        shifted ? m_history->pan(side * keyPan) : m_history->stepCursor(side);
        break;
    }
    case Qt::Key_PageUp:
        m_history->stepCursor(-stepsPerPage);
        break;
    case Qt::Key_PageDown:
        m_history->stepCursor(stepsPerPage);
        break;
    case Qt::Key_Plus:
        m_history->zoom(1 / keyZoom, 0.5);
        break;
    case Qt::Key_Minus:
        m_history->zoom(keyZoom, 0.5);
        break;
    case Qt::Key_Home:
        m_history->setPreset(0);
        break;
    default:
        QQuickPaintedItem::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace twin::viewport
