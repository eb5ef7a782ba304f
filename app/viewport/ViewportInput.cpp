// SPDX-License-Identifier: GPL-3.0-or-later
#include "ViewportInput.h"

#include <cmath>
#include <numbers>
#include <utility>

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QTouchEvent>
#include <QWheelEvent>

namespace twin::viewport {
namespace {

constexpr double dragThreshold = 5;   // pixels
constexpr double touchThreshold = 10; // pixels
constexpr double doubleTapPixels = 40;
constexpr double wheelNotch = 120; // eighths of a degree
constexpr double touchpadNotchPixels = 60;

} // namespace

ViewportInput::ViewportInput(Navigator& navigator, Callbacks callbacks)
    : m_navigator(navigator), m_callbacks(std::move(callbacks))
{
    m_hold.setSingleShot(true);
    QObject::connect(&m_hold, &QTimer::timeout, &m_hold, [this] { hold(); });
}

void ViewportInput::press(const QMouseEvent& event)
{
    m_pressed = event.position();
    m_pressedHit = m_callbacks.hitAt(m_pressed);
    m_adds = event.modifiers().testFlag(Qt::ControlModifier);
    m_gesture = dragGesture(m_preset, event.button(), event.modifiers());
    m_maybeClick = event.button() == Qt::LeftButton;
    if (!m_maybeClick)
        beginDrag();
}

void ViewportInput::beginDrag()
{
    if (m_navigator.isWalking()) {
        m_navigator.beginLook(m_pressed);
        return;
    }
    switch (m_gesture) {
    case DragGesture::Pan:
        m_navigator.beginPan(m_pressed, m_pressedHit);
        break;
    case DragGesture::Orbit:
        m_navigator.beginOrbit(m_pressed, m_pressedHit);
        break;
    case DragGesture::Zoom:
        m_navigator.beginZoomDrag(m_pressed, m_pressedHit);
        break;
    case DragGesture::None:
        break;
    }
}

void ViewportInput::move(const QMouseEvent& event)
{
    if (!m_navigator.isDragging()) {
        if (!m_maybeClick || QLineF(m_pressed, event.position()).length() < dragThreshold)
            return;
        m_maybeClick = false;
        beginDrag();
    }
    m_navigator.dragTo(event.position());
    m_callbacks.moved();
}

void ViewportInput::release(const QMouseEvent& event)
{
    m_navigator.endDrag();
    if (m_maybeClick)
        m_callbacks.clicked(event.position(), m_adds);
    m_maybeClick = false;
}

void ViewportInput::doubleClick(const QMouseEvent& event)
{
    m_maybeClick = false;
    if (event.button() == Qt::LeftButton)
        m_callbacks.doubleClicked(event.position());
}

void ViewportInput::wheel(const QWheelEvent& event)
{
    // Touch pads report pixels and give many small steps; wheels give notches.
    const double steps = event.pixelDelta().isNull() ? event.angleDelta().y() / wheelNotch
                                                     : event.pixelDelta().y() / touchpadNotchPixels;
    if (steps == 0 || m_navigator.isWalking())
        return;
    m_navigator.zoom(event.position(), steps, m_callbacks.hitAt(event.position()));
    m_callbacks.moved();
}

bool ViewportInput::heldKey(int key, bool held)
{
    const int sign = held ? 1 : 0;
    const auto set = [&](int& direction, int value) {
        // Releasing one key of a pair must not stop the other one that is still held.
        if (held || direction == value)
            direction = sign * value;
        return true;
    };
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_D:
        return set(m_keys.right, 1);
    case Qt::Key_Left:
    case Qt::Key_A:
        return set(m_keys.right, -1);
    case Qt::Key_Up:
    case Qt::Key_W:
        return set(m_keys.forward, 1);
    case Qt::Key_Down:
    case Qt::Key_S:
        return set(m_keys.forward, -1);
    case Qt::Key_E:
        return set(m_keys.turn, 1);
    case Qt::Key_Q:
        return set(m_keys.turn, -1);
    case Qt::Key_R:
        return set(m_keys.tilt, 1);
    case Qt::Key_F:
        return set(m_keys.tilt, -1);
    case Qt::Key_Plus:
        return set(m_keys.nearer, 1);
    case Qt::Key_Minus:
        return set(m_keys.nearer, -1);
    case Qt::Key_Shift:
        m_keys.fast = held;
        return true;
    default:
        return false;
    }
}

bool ViewportInput::command(int key)
{
    switch (key) {
    case Qt::Key_N:
        m_navigator.flyNorthUp();
        return true;
    case Qt::Key_T:
        m_navigator.flyTopDown();
        return true;
    case Qt::Key_Home:
        m_navigator.flyHome();
        return true;
    case Qt::Key_Z:
        m_callbacks.frameSelection();
        return true;
    case Qt::Key_G:
        m_callbacks.command("walk");
        return true;
    case Qt::Key_B:
        m_callbacks.command("keepView");
        return true;
    case Qt::Key_M:
        m_callbacks.command("map");
        return true;
    case Qt::Key_L:
        m_callbacks.command("names");
        return true;
    default:
        if (key < Qt::Key_1 || key > Qt::Key_9)
            return false;
        m_callbacks.bookmark(key - Qt::Key_1);
        return true;
    }
}

bool ViewportInput::key(const QKeyEvent& event, bool held)
{
    if (held && (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    if (heldKey(event.key(), held)) {
        m_navigator.setHeldKeys(m_keys);
        m_callbacks.moved();
        return true;
    }
    if (!held || event.isAutoRepeat() || !command(event.key()))
        return false;
    m_callbacks.moved();
    return true;
}

// Measured against where the camera followed last, not against each point's last position: Qt Quick puts all motion
// between two frames into one event, and the last position then tells of its last step alone.
void ViewportInput::pinch(const QLineF& now)
{
    const QLineF before = std::exchange(m_fingers, now);
    if (now.length() < 1 || before.length() < 1)
        return;
    double rotation = before.angleTo(now); // counter-clockwise on the screen
    if (rotation > 180)
        rotation -= 360;
    const double up = before.center().y() - now.center().y();
    // Two fingers that move up or down together tilt; fingers that move apart or turn do not.
    const double apart = std::abs(now.length() - before.length());
    const double arc = std::abs(rotation) * std::numbers::pi / 180 * now.length() / 2;
    const bool tilts = std::abs(up) > 2 * std::max(apart, arc);
    m_navigator.pinch(now.center(), tilts ? 1 : now.length() / before.length(), tilts ? 0 : -rotation, tilts ? up : 0);
}

void ViewportInput::tap(QPointF place)
{
    const bool twice = m_sinceTap.isValid() &&
                       m_sinceTap.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval() &&
                       QLineF(m_tapped, place).length() < doubleTapPixels;
    m_tapped = place;
    if (twice) {
        m_sinceTap.invalidate();
        m_callbacks.doubleClicked(place);
        return;
    }
    m_sinceTap.start();
    m_callbacks.clicked(place, false);
}

/// A finger that rests takes what is below it into the selection, as Ctrl and a click do.
void ViewportInput::hold()
{
    if (!std::exchange(m_touchMaybeClick, false))
        return;
    m_callbacks.clicked(m_pressed, true);
}

void ViewportInput::touch(const QTouchEvent& event)
{
    QList<QPointF> down; // a finger that is lifted still stands in the event
    for (const QEventPoint& point : event.points())
        if (point.state() != QEventPoint::Released)
            down += point.position();
    if (down.size() != m_touches) {
        const bool tapped = m_touches == 1 && down.isEmpty() && m_touchMaybeClick;
        m_navigator.endDrag();
        m_touchMaybeClick = m_touches == 0 && down.size() == 1;
        if (m_touchMaybeClick)
            m_pressed = down[0];
        if (m_touchMaybeClick)
            m_hold.start(QGuiApplication::styleHints()->mousePressAndHoldInterval());
        else
            m_hold.stop();
        if (down.size() == 1 && m_navigator.isWalking())
            m_navigator.beginLook(down[0]);
        else if (down.size() == 1)
            m_navigator.beginPan(down[0], m_callbacks.hitAt(down[0]));
        if (down.size() == 2)
            m_fingers = {down[0], down[1]};
        m_touches = down.size();
        if (tapped)
            tap(event.points().at(0).position());
        return;
    }
    if (down.size() == 1) {
        if (m_touchMaybeClick && QLineF(m_pressed, down[0]).length() < touchThreshold)
            return;
        m_touchMaybeClick = false;
        m_hold.stop();
        m_navigator.dragTo(down[0]);
    } else if (down.size() == 2 && !m_navigator.isWalking()) {
        pinch({down[0], down[1]});
    }
    m_callbacks.moved();
}

void ViewportInput::cancel()
{
    m_navigator.endDrag();
    m_hold.stop();
    m_touchMaybeClick = false;
    m_maybeClick = false;
    m_touches = 0;
    m_keys = {};
    m_navigator.setHeldKeys(m_keys);
}

} // namespace twin::viewport
