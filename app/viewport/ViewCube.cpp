// SPDX-License-Identifier: GPL-3.0-or-later
#include "ViewCube.h"

#include "navigation/CameraMath.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace twin::viewport {
namespace {

constexpr double dragThreshold = 4;      // pixels
constexpr double degreesPerPixel = 0.75; // of a drag
constexpr double sidePitch = -22;        // over the roofs, but clearly from the side
constexpr double steepestSide = -50;     // where somebody looks steeper, sides are seen from sidePitch
constexpr double flattestSide = -10;
constexpr double fromAbove = -75; // steeper ones look at the top

/// Corners of a side, as its words are read: upper left, upper right, lower right, lower left. x East, y North, z up.
constexpr std::array<std::array<LocalPosition, 4>, ViewCube::sideCount> corners{{
    {{{1, 1, 1}, {-1, 1, 1}, {-1, 1, -1}, {1, 1, -1}}},
    {{{1, -1, 1}, {1, 1, 1}, {1, 1, -1}, {1, -1, -1}}},
    {{{-1, -1, 1}, {1, -1, 1}, {1, -1, -1}, {-1, -1, -1}}},
    {{{-1, 1, 1}, {-1, -1, 1}, {-1, -1, -1}, {-1, 1, -1}}},
    {{{-1, 1, 1}, {1, 1, 1}, {1, -1, 1}, {-1, -1, 1}}},
}};

CameraBasis basisOf(double heading, double pitch)
{
    CameraState camera;
    camera.headingDegrees = heading;
    camera.pitchDegrees = std::clamp(pitch, -90.0, 0.0);
    return cameraBasis(camera);
}

} // namespace

ViewCube::ViewCube(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setAntialiasing(true);
    setActiveFocusOnTab(true);
    for (const auto signal : {&ViewCube::directionChanged, &ViewCube::lookChanged, &ViewCube::hoveredChanged})
        connect(this, signal, this, [this] { update(); });
}

void ViewCube::setHeadingDegrees(double degrees)
{
    if (degrees == m_heading)
        return;
    m_heading = degrees;
    Q_EMIT directionChanged();
}

void ViewCube::setPitchDegrees(double degrees)
{
    if (degrees == m_pitch)
        return;
    m_pitch = degrees;
    Q_EMIT directionChanged();
}

QPolygonF ViewCube::outlineOf(int side) const
{
    if (side < 0 || side >= sideCount)
        return {};
    const CameraBasis basis = basisOf(m_heading, m_pitch);
    const double scale = std::min(width(), height()) / 2 / 1.78; // corners of the cube stay inside
    const auto& places = corners[static_cast<std::size_t>(side)];
    // Counter-clockwise on the screen (y down): turned away.
    QPolygonF outline;
    for (const LocalPosition& p : places)
        outline << QPointF(width() / 2 + dot(p, basis.right) * scale, height() / 2 - dot(p, basis.up) * scale);
    const QPointF a = outline[1] - outline[0];
    const QPointF b = outline[3] - outline[0];
    constexpr double leastArea = 0.04; // of the whole side: else it is a line
    return a.x() * b.y() - a.y() * b.x() > leastArea * 4 * scale * scale ? outline : QPolygonF();
}

int ViewCube::sideAt(QPointF point) const
{
    for (int side = 0; side < sideCount; ++side)
        if (outlineOf(side).containsPoint(point, Qt::OddEvenFill))
            return side;
    return -1;
}

/// The side that one looks at most.
int ViewCube::seenFrom() const
{
    if (m_pitch < fromAbove)
        return Top;
    const int quarter = static_cast<int>(std::lround((m_heading + 180) / 90));
    return ((quarter % 4) + 4) % 4;
}

void ViewCube::choose(int side)
{
    if (side == Top) {
        // Once more: north up, as a map.
        Q_EMIT chosen(m_pitch < fromAbove ? 0 : m_heading, -90);
    } else if (side >= 0 && side < Top) {
        const bool slanted = m_pitch >= steepestSide && m_pitch <= flattestSide;
        Q_EMIT chosen(std::fmod(side * 90.0 + 180, 360), slanted ? m_pitch : sidePitch);
    }
}

void ViewCube::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->position();
    m_headingThen = m_heading;
    m_pitchThen = m_pitch;
    m_dragging = false;
    setKeepMouseGrab(true);
}

void ViewCube::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF way = event->position() - m_pressedAt;
    if (!m_dragging && std::hypot(way.x(), way.y()) < dragThreshold)
        return;
    m_dragging = true;
    Q_EMIT turned(m_headingThen - way.x() * degreesPerPixel,
                  std::clamp(m_pitchThen - way.y() * degreesPerPixel, -90.0, 0.0));
}

void ViewCube::mouseReleaseEvent(QMouseEvent* event)
{
    setKeepMouseGrab(false);
    if (!std::exchange(m_dragging, false))
        choose(sideAt(event->position()));
}

void ViewCube::setHovered(int side)
{
    if (side == m_hovered)
        return;
    m_hovered = side;
    Q_EMIT hoveredChanged();
}

void ViewCube::hoverMoveEvent(QHoverEvent* event)
{
    setHovered(sideAt(event->position()));
}

void ViewCube::hoverLeaveEvent(QHoverEvent* /*event*/)
{
    setHovered(-1);
}

void ViewCube::keyPressEvent(QKeyEvent* event)
{
    const int side = seenFrom();
    const int around = side == Top ? static_cast<int>(std::lround(m_heading / 90) + 2) : side;
    switch (event->key()) {
    case Qt::Key_Left: // the side to the left comes to the front
        choose((around + 1) % 4);
        break;
    case Qt::Key_Right:
        choose((around + 3) % 4);
        break;
    case Qt::Key_Up:
        choose(Top);
        break;
    case Qt::Key_Down:
        choose(((around % 4) + 4) % 4);
        break;
    default:
        event->ignore();
    }
}

void ViewCube::paintSide(QPainter& painter, int side) const
{
    const QPolygonF outline = outlineOf(side);
    if (outline.isEmpty())
        return;
    const bool lit = side == m_hovered;
    painter.setPen(QPen(m_lineColor, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(lit ? m_accentColor : side == Top ? m_topColor : m_sideColor);
    painter.drawPolygon(outline);
    constexpr double page = 100;
    const QPolygonF square{{0, 0}, {page, 0}, {page, page}, {0, page}};
    QTransform onto;
    if (side >= m_labels.size() || !QTransform::quadToQuad(square, outline, onto))
        return;
    painter.save();
    painter.setTransform(onto, true);
    QFont font(m_family);
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(30);
    const double wide = QFontMetricsF(font).horizontalAdvance(m_labels[side]);
    if (constexpr double most = 88; wide > most)
        font.setPixelSize(std::max(12, static_cast<int>(30 * most / wide)));
    painter.setFont(font);
    painter.setPen(lit ? m_topColor : side == North ? m_accentColor : m_textColor);
    painter.drawText(QRectF(0, 0, page, page), Qt::AlignCenter, m_labels[side]);
    painter.restore();
}

void ViewCube::paint(QPainter* painter)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int side = 0; side < sideCount; ++side)
        paintSide(*painter, side);
}

} // namespace twin::viewport
