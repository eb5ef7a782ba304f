// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/finding/Bindings.h"
#include "navigation/Navigator.h"

#include <functional>
#include <optional>

#include <QElapsedTimer>
#include <QLineF>
#include <QTimer>

class QKeyEvent;
class QMouseEvent;
class QTouchEvent;
class QWheelEvent;

namespace twin::viewport {

/// Turns events of mouse, wheel, keyboard and touch screen into motion and clicks. GUI thread.
class ViewportInput {
public:
    struct Callbacks {
        std::function<std::optional<LocalPosition>(QPointF pixel)>
            hitAt; ///< what a pick found under the pixel just now
        std::function<void(QPointF pixel, bool add)> clicked;
        std::function<void(QPointF pixel)> doubleClicked;
        std::function<void()> frameSelection;
        std::function<void(const char* id)> command; ///< of allCommands(), by its key
        std::function<void(int row)> bookmark;       ///< 0 … 8, by the keys 1 … 9
        std::function<void()> moved;                 ///< the navigator has something new: draw and let time pass
    };
    ViewportInput(Navigator& navigator, Callbacks callbacks);

    void setPreset(NavigationPreset preset) { m_preset = preset; }

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);
    /// @returns whether the key means something here. @param held  pressed or released
    bool key(const QKeyEvent& event, bool held);
    void touch(const QTouchEvent& event);
    /// The pointer or the keyboard was taken away: nothing is held any more.
    void cancel();

    [[nodiscard]] bool isDragging() const { return m_navigator.isDragging() || m_touches > 0; }

private:
    bool heldKey(int key, bool held);
    bool command(int key);
    void pinch(const QLineF& fingers);
    void beginDrag();
    void tap(QPointF place);
    void hold();

    Navigator& m_navigator;
    Callbacks m_callbacks;
    QPointF m_pressed;
    std::optional<LocalPosition> m_pressedHit;
    bool m_maybeClick = false;
    NavigationPreset m_preset = NavigationPreset::Standard;
    DragGesture m_gesture = DragGesture::None; ///< of the button held
    bool m_adds = false;
    HeldKeys m_keys;
    qsizetype m_touches = 0;
    QLineF m_fingers; ///< the two fingers when the camera last followed them
    bool m_touchMaybeClick = false;
    QTimer m_hold;            ///< a finger that stays where it is
    QElapsedTimer m_sinceTap; ///< two of them are a double click
    QPointF m_tapped;
};

} // namespace twin::viewport
