// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CityPass.h"
#include "Compositor.h"
#include "ThreadGuard.h"

#include <mutex>
#include <optional>

#include <QPoint>
#include <QRect>

class QQuickWindow;

namespace twin::viewport {

/// One question "what lies under this pixel?"; the answer carries the same ticket.
struct PickQuestion {
    quint64 ticket = 0;
    QPoint pixel; ///< device pixels of the viewport, origin top-left
};

/// How the layers show.
struct LayerLooks {
    std::vector<render::LayerView> views;
    std::vector<render::DrapeLayer> drapes;
};

/// What the GUI thread hands over while it is blocked in the synchronisation phase: values only.
struct FrameInputs {
    render::FrameRequest request;
    QRect target;           ///< device pixels of the window, origin bottom-left
    render::ClipRange clip; ///< of the overlays' camera
    bool redraw = false;    ///< something that the city pass shows has changed
    quint64 serial = 0;     ///< of the newest redraw asked for; its report carries it back
    std::vector<PickQuestion> picks;
    std::optional<std::vector<std::shared_ptr<const TileSource>>> sources;
    std::optional<LayerLooks> layers;
    std::optional<std::shared_ptr<const GroundModel>> ground;
    std::optional<std::vector<std::pair<FeatureRef, render::FeatureStyle>>> styles;
    std::optional<std::shared_ptr<const BaseLook>> look;
};

/// Receives what the render thread and the tile workers have to say. Implemented on the GUI side; called from any
/// thread.
class FrameListener {
public:
    virtual ~FrameListener() = default;
    virtual void frameDrawn(const render::FrameReport& report, quint64 serial) = 0;
    virtual void pickAnswered(quint64 ticket, const render::PickResult& result) = 0;
    virtual void moreToDraw() = 0;
    virtual void drawingFailed(const Error& error) = 0;
};

/// The part of the viewport that lives on Qt's render thread: owns the city pass and the compositor. `take` runs while
/// the GUI thread is blocked, `drawCity` before the window's render pass, `composite` inside it. Survives the loss of
/// the scene graph: `release` frees everything, the next frame makes it anew and applies the last sources again.
class CityFrame : public std::enable_shared_from_this<CityFrame> {
public:
    CityFrame(CityPassFactory factory, FrameListener* listener) : m_factory(std::move(factory)), m_listener(listener) {}

    /// The listener is going away: nothing is reported any more. GUI thread.
    void detach();

    void take(FrameInputs inputs);
    void drawCity(QQuickWindow& window);
    void composite(QQuickWindow& window);
    /// The frame has reached the screen. Only now the GUI thread hears of it: what it changes in answer would have it
    /// wait for this frame's end.
    void shown();
    /// The next step of the same picture, between two frames: in a render job.
    void refine();
    /// Render thread with its context current (sceneGraphInvalidated or a render job).
    void release();

private:
    bool prepare();
    void answerPicks();
    template <class Call> void report(Call call);

    CityPassFactory m_factory;
    std::mutex m_listenerMutex;
    FrameListener* m_listener;

    ThreadGuard m_thread;
    std::unique_ptr<CityPass> m_pass;
    std::optional<Compositor> m_compositor;
    bool m_failed = false;
    bool m_hasPicture = false;
    bool m_isUnreported = false; ///< m_lastReport is news

    FrameInputs m_inputs;
    std::vector<std::shared_ptr<const TileSource>> m_sources;
    LayerLooks m_layers;
    std::shared_ptr<const GroundModel> m_ground;
    std::vector<std::pair<FeatureRef, render::FeatureStyle>> m_styles;
    std::shared_ptr<const BaseLook> m_look;
    render::FrameReport m_lastReport;
};

} // namespace twin::viewport
