// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CityThread.h"
#include "Compositor.h"
#include "ThreadGuard.h"

#include <QRect>

class QQuickWindow;

namespace twin::viewport {

/// What the GUI thread hands over while it is blocked in the synchronisation phase: values only.
struct FrameInputs {
    std::shared_ptr<const CityPicture> picture; ///< to show; null: none yet
    QRect target;                               ///< device pixels of the window, origin bottom-left
};

/// The part of the viewport that lives on Qt's render thread: puts the city's picture into the window's frame. `take`
/// runs while the GUI thread is blocked, `composite` inside the window's render pass. Survives the loss of the scene
/// graph: `release` frees everything, the city's thread included, and the next frame makes it anew.
class CityFrame {
public:
    explicit CityFrame(std::shared_ptr<CityThread> city) : m_city(std::move(city)) {}

    void take(FrameInputs inputs);
    void composite(QQuickWindow& window);
    /// Render thread with its context current (sceneGraphInvalidated or a render job).
    void release();

private:
    std::shared_ptr<CityThread> m_city;
    ThreadGuard m_thread;
    std::optional<Compositor> m_compositor;
    bool m_failed = false;
    FrameInputs m_inputs;
};

} // namespace twin::viewport
