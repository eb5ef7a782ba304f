// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QQuickWindow;

namespace twin::viewport {

/// Asks a window for one frame after the other. In each frame's synchronisation the GUI thread waits for the render
/// thread; who asks while that still draws the last frame stands still until it is done, and with it menus, typing and
/// timers. GUI thread.
class FrameGate : public QObject {
    Q_OBJECT

public:
    FrameGate();

    /// @param window  null: none
    void setWindow(QQuickWindow* window);
    /// Asks for a frame as soon as nothing is being drawn.
    void request();

private:
    void done();

    QPointer<QQuickWindow> m_window;
    QMetaObject::Connection m_swapped;
    QTimer m_underWay; ///< runs while a frame is being drawn
    bool m_wanted = false;
};

} // namespace twin::viewport
