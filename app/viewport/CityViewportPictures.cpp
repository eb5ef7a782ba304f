// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures: how they are asked for, what comes back, and how they get into the window's frames.
#include "CityFrame.h"
#include "CityViewport.h"
#include "model/Logging.h"

#include <QQuickWindow>
#include <QRunnable>

namespace twin::viewport {
namespace {

constexpr double longestStep = 0.1; // seconds that one frame may stand for: no leap after a pause

class ReleaseJob final : public QRunnable {
public:
    explicit ReleaseJob(std::shared_ptr<CityFrame> frame) : m_frame(std::move(frame)) {}
    void run() override { m_frame->release(); }

private:
    std::shared_ptr<CityFrame> m_frame;
};

} // namespace

/// Brings words of the city's thread and the tile workers to the GUI thread. CityThread::detach ends it.
class CityViewport::Mailbox final : public FrameListener {
public:
    explicit Mailbox(CityViewport& item) : m_item(item) {}
    void frameDrawn(const render::FrameReport& report, quint64 serial) override
    {
        post([report, serial](CityViewport& item) { item.drawn(report, serial); });
    }
    void pickAnswered(quint64 ticket, const render::PickResult& result) override
    {
        post([ticket, result](CityViewport& item) { item.answered(ticket, result); });
    }
    void moreToDraw() override
    {
        post([](CityViewport& item) { item.requestCity(); });
    }
    void drawingFailed(const Error& error) override
    {
        post([error](CityViewport& item) {
            if (item.m_app)
                item.m_app->issues()->add(error);
        });
    }

private:
    template <class Call> void post(Call call)
    {
        QMetaObject::invokeMethod(
            &m_item, [item = &m_item, call = std::move(call)] { call(*item); }, Qt::QueuedConnection);
    }
    CityViewport& m_item;
};

void CityViewport::itemChange(ItemChange change, const ItemChangeData& data)
{
    if (change == ItemSceneChange) {
        detach();
        if (data.window)
            attach(data.window);
    }
    QQuickItem::itemChange(change, data);
}

void CityViewport::attach(QQuickWindow* window)
{
    m_window = window;
    if (!m_factory)
        return;
    m_mailbox = std::make_unique<Mailbox>(*this);
    m_city = std::make_shared<CityThread>(m_factory, m_mailbox.get());
    m_frame = std::make_shared<CityFrame>(m_city);
    if (m_app && m_app->region()->region()) {
        showLayers();
        showLook();
        showStyles();
        m_next.ground = m_app->region()->region()->ground;
    }
    // Direct connections run on Qt's render thread. They hold the frame, not this item, so that an item destroyed
    // during a frame does no harm; only the synchronisation uses the item, while the GUI thread stands still.
    // Made before any View3D exists, so the city's composite comes first in the render pass.
    const auto frame = m_frame;
    // Never disconnected: it must free the GL objects also when the item is gone and no frame follows.
    connect(
        window, &QQuickWindow::sceneGraphInvalidated, window, [frame] { frame->release(); }, Qt::DirectConnection);
    m_connections = {
        connect(window, &QQuickWindow::sceneGraphInvalidated, this, &CityViewport::requestCity, Qt::QueuedConnection),
        connect(window, &QQuickWindow::beforeSynchronizing, this, &CityViewport::synchronise, Qt::DirectConnection),
        connect(
            window, &QQuickWindow::beforeRenderPassRecording, window, [frame, window] { frame->composite(*window); },
            Qt::DirectConnection),
        connect(window, &QQuickWindow::afterAnimating, this, &CityViewport::prepareFrame),
        connect(window, &QQuickWindow::visibilityChanged, this, &CityViewport::requestCity),
    };
    m_gate.setWindow(window);
    requestCity();
}

void CityViewport::detach()
{
    for (const auto& connection : m_connections)
        disconnect(connection);
    m_connections.clear();
    m_shown.reset();
    if (m_city)
        m_city->detach();
    if (m_frame && m_window)
        m_window->scheduleRenderJob(new ReleaseJob(m_frame), QQuickWindow::BeforeSynchronizingStage);
    m_frame.reset();
    m_city.reset();
    m_window.clear();
    m_gate.setWindow(nullptr);
}

QRect CityViewport::targetRect() const
{
    const double ratio = m_window->effectiveDevicePixelRatio();
    const QRectF scene = mapRectToScene(QRectF(0, 0, width(), height()));
    const QSize pixels(qRound(scene.width() * ratio), qRound(scene.height() * ratio));
    const int windowHeight = qRound(m_window->height() * ratio);
    return {{qRound(scene.x() * ratio), windowHeight - qRound(scene.y() * ratio) - pixels.height()}, pixels};
}

void CityViewport::requestCity()
{
    m_cityAsked = true;
    if (!m_handOver.isActive())
        m_handOver.start(); // what else happens in this turn of the event loop goes into the same picture
}

std::optional<render::FrameRequest> CityViewport::wantedPicture() const
{
    const auto region = m_app ? m_app->region()->region() : nullptr;
    const QSize size = targetRect().size();
    if (!region || size.isEmpty())
        return std::nullopt;
    render::FrameRequest request;
    request.camera = m_navigator.camera();
    request.size = size;
    request.quality = m_quality;
    request.time = m_app->clock()->utc();
    request.style = pictureStyle();
    request.divider = m_app->layers()->divider();
    request.darkTheme = m_app->settings()->theme() != SettingsModel::Theme::Light;
    request.place = region->centre;
    request.meridianConvergenceDegrees = region->meridianConvergenceDegrees;
    return request;
}

/// Nobody sees a hidden window: it asks for nothing until it is shown.
void CityViewport::handOver()
{
    m_handOver.stop();
    if (!m_city || !m_window || !m_window->isVisible() || m_window->visibility() == QWindow::Minimized)
        return;
    if (m_cityAsked)
        m_next.request = wantedPicture();
    if (m_next.request) {
        m_cityAsked = false;
        m_complete = false; // until its own report says so
        m_next.serial = ++m_asked;
    }
    m_city->order(std::exchange(m_next, {}));
}

/// Before each frame of the window. What it shows is settled here, so that the overlays have the city's camera.
void CityViewport::prepareFrame()
{
    if (!m_city)
        return;
    if (auto picture = m_city->newest(m_shown); picture != m_shown) {
        m_shown = std::move(picture);
        placeOverlays();
    } else if (m_names.isStale()) {
        placeNames();
    }
    letTimePass();
    if (m_cityAsked)
        handOver(); // the next picture is drawn while this one goes to the screen
}

void CityViewport::placeOverlays()
{
    if (!m_shown)
        return;
    const QSize size(qRound(width()), qRound(height()));
    m_overlay.setCamera(m_shown->camera, m_shown->clip, m_shown->size, size);
    m_marks.setCamera(m_shown->camera, size);
    m_measureMarks.setCamera(m_shown->camera, size);
    if (m_window)
        m_liveMarks.setPixelRatio(m_window->effectiveDevicePixelRatio());
    m_liveMarks.setClear(m_chrome.rects());
    m_liveMarks.setCamera(m_shown->camera, size);
    placeNames();
}

/// Names give way to panels, live values and the pin.
void CityViewport::placeNames()
{
    if (!m_shown || !m_window)
        return;
    std::vector<QRectF> taken = m_chrome.rects();
    if (m_marks.isPinVisible())
        taken.push_back({m_marks.pinPixel() - QPointF(50, 90), QSizeF(100, 90)});
    m_names.place(m_shown->camera, QSize(qRound(width()), qRound(height())), m_window->effectiveDevicePixelRatio(),
                  std::move(taken), m_liveMarks.occupied());
}

/// Qt's render thread, the GUI thread is blocked: copies values, nothing else.
void CityViewport::synchronise()
{
    if (!m_frame || !m_window)
        return;
    // After the loss of the scene graph nothing of what was shown exists any more.
    m_frame->take({m_city->newest(m_shown) ? m_shown : nullptr, targetRect()});
}

void CityViewport::drawn(const render::FrameReport& report, quint64 serial)
{
    if (report.changed)
        m_gate.request();
    const bool complete = report.complete && serial == m_asked;
    // For scripts/bench.
    if (report.tilesLoading == 0 && !m_whole)
        qCDebug(log::viewport) << "all tiles shown";
    if (complete && !m_complete)
        qCDebug(log::viewport) << "picture complete";
    m_whole = report.tilesLoading == 0;
    m_complete = complete;
    if (m_complete && !m_wasComplete) {
        m_wasComplete = true;
        Q_EMIT wasCompleteChanged();
    }
    if (!m_hasPicture) {
        m_hasPicture = true;
        Q_EMIT hasPictureChanged();
    }
    // Tiles that arrive announce themselves; uploads held back by the budget of one frame do not.
    if (report.complete)
        m_retry.stop();
    else
        m_retry.start();
    if (!m_app)
        return;
    m_app->status()->setPicture({report.tilesDrawn, report.tilesLoading, report.trianglesDrawn, report.gpuBytes,
                                 report.complete, m_quality == render::Quality::Moving,
                                 m_quality == render::Quality::Moving
                                     ? 1
                                     : report.screenSpaceError / render::FrameRequest().maximumScreenSpaceError});
    for (const Error& error : report.failedTiles)
        m_app->issues()->add(error);
}

void CityViewport::letTimePass()
{
    const double seconds = m_sinceFrame.isValid() ? std::min(longestStep, m_sinceFrame.nsecsElapsed() * 1e-9) : 0.016;
    m_sinceFrame.start();
    if (m_names.letTimePass(seconds))
        m_gate.request();
    if (!m_navigator.isMoving() || m_input.isDragging())
        return;
    const CameraState before = m_navigator.camera();
    const bool goesOn = m_navigator.advance(seconds);
    if (goesOn || !(m_navigator.camera() == before))
        cameraMoved();
    keepWallsAround();
}

} // namespace twin::viewport
