// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityViewport.h"

#include "app/services/HomeView.h"
#include "model/Logging.h"

#include <QQuickWindow>
#include <QRunnable>

namespace twin::viewport {
namespace {

constexpr int stillMilliseconds = 150;
constexpr int retryMilliseconds = 250;
constexpr int hoverMilliseconds = 40;
constexpr double longestStep = 0.1; // seconds that one frame may stand for: no leap after a pause

class ReleaseJob final : public QRunnable {
public:
    explicit ReleaseJob(std::shared_ptr<CityFrame> frame) : m_frame(std::move(frame)) {}
    void run() override { m_frame->release(); }

private:
    std::shared_ptr<CityFrame> m_frame;
};

class RefineJob final : public QRunnable {
public:
    explicit RefineJob(std::shared_ptr<CityFrame> frame) : m_frame(std::move(frame)) {}
    void run() override { m_frame->refine(); }

private:
    std::shared_ptr<CityFrame> m_frame;
};

} // namespace

/// Brings words of the render thread and the tile workers to the GUI thread. CityFrame::detach ends it.
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

CityViewport::CityViewport(QQuickItem* parent)
    : QQuickItem(parent),
      m_marks(m_overlay),
      m_measureMarks(m_overlay),
      m_liveMarks(m_overlay),
      m_input(m_navigator,
              {[this](QPointF pixel) { return hitAt(pixel); },
               [this](QPointF pixel, bool add) { ask(add ? PickPurpose::Add : PickPurpose::Select, pixel); },
               [this](QPointF pixel) { ask(PickPurpose::Fly, pixel); }, [this] { frameSelection(); },
               [this](const char* id) {
                   if (m_app)
                       Q_EMIT m_app->commandRequested(QString::fromLatin1(id));
               },
               [this](int row) {
                   if (m_app)
                       m_app->bookmarks()->go(row);
               },
               [this] { cameraMoved(); }}),
      m_mailbox(std::make_unique<Mailbox>(*this))
{
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton | Qt::MiddleButton);
    setAcceptHoverEvents(true);
    setAcceptTouchEvents(true);
    setActiveFocusOnTab(true);
    m_still.setSingleShot(true);
    m_still.setInterval(stillMilliseconds);
    connect(&m_still, &QTimer::timeout, this, [this] {
        m_quality = render::Quality::Still;
        Q_EMIT movingChanged();
        rested();
        requestCity();
        hover();
    });
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &CityViewport::requestCity);
    m_hoverPace.setSingleShot(true);
    m_hoverPace.setInterval(hoverMilliseconds);
    connect(&m_hoverPace, &QTimer::timeout, this, &CityViewport::hover);
    // The overlays' frame moved: marks must be placed anew.
    connect(&m_overlay, &OverlayFrame::originChanged, &m_marks, &OverlayMarks::changed);
    connect(&m_overlay, &OverlayFrame::originChanged, &m_measureMarks, &MeasureMarks::update);
    connect(&m_overlay, &OverlayFrame::originChanged, &m_liveMarks, &LiveMarks::update);
}

CityViewport::~CityViewport()
{
    detach();
}

void CityViewport::setFactory(CityPassFactory factory)
{
    m_factory = std::move(factory);
    QQuickWindow* const current = m_window;
    detach();
    if (current)
        attach(current);
}

void CityViewport::setApp(AppModel* app)
{
    if (app == m_app)
        return;
    if (m_app)
        m_app->disconnect(this);
    m_app = app;
    Q_EMIT appChanged();
    if (!m_app)
        return;
    connect(m_app->region(), &RegionModel::opened, this, &CityViewport::showRegion);
    m_measureMarks.setMeasure(m_app->measure());
    m_liveMarks.setLive(m_app->live());
    connect(m_app->look(), &LookModel::changed, this, &CityViewport::showLook);
    connect(m_app->region(), &RegionModel::refreshed, this, &CityViewport::refreshRegion);
    connect(m_app->layers(), &LayerModel::choicesChanged, this, &CityViewport::showLayers);
    connect(m_app->layers(), &LayerModel::zoomRequested, this, [this](const Box& extent) {
        m_navigator.flyToBox(extent);
        cameraMoved();
    });
    connect(m_app->clock(), &ClockModel::timeChanged, this, &CityViewport::requestCity);
    connect(&m_app->selection(), &services::SelectionService::selectionChanged, this, &CityViewport::showStyles);
    connect(&m_app->selection(), &services::SelectionService::hoveredChanged, this, &CityViewport::showStyles);
    connect(m_app->inspector(), &InspectorModel::changed, this, [this] {
        showHalo();
        showStyles();
    });
    connect(m_app, &AppModel::flyRequested, this, &CityViewport::flyToPlace);
    const auto* settings = m_app->settings();
    connect(settings, &SettingsModel::themeChanged, this, &CityViewport::requestCity);
    const auto takeMotion = [this, settings] { m_navigator.setReducedMotion(settings->reducedMotion()); };
    connect(settings, &SettingsModel::reducedMotionChanged, this, takeMotion);
    takeMotion();
    connectNavigation();
    if (m_app->region()->region())
        showRegion();
}

void CityViewport::showRegion()
{
    const auto region = m_app->region()->region();
    m_next.ground = region->ground;
    m_next.styles.emplace();
    showLayers();
    m_terrain = Terrain(region->ground, region->extent);
    const CameraState& home = region->home;
    m_liveMarks.setGround(m_terrain, region->frame);
    m_navigator.setScene(m_terrain, region->extent, home);
    m_navigator.setSkyline(m_app->region()->skyline());
    m_navigator.setWalls({});
    m_history.clear();
    Q_EMIT historyChanged();
    m_marks.setPin({});
    m_marks.setHalo({});
    m_hit.reset();
    m_complete = false;
    setCamera(m_app->rememberedCamera().value_or(home));
}

/// The same place with other layers: the camera stays, the ground may be another.
void CityViewport::refreshRegion()
{
    const auto region = m_app->region()->region();
    m_next.ground = region->ground;
    m_terrain = Terrain(region->ground, region->extent);
    m_liveMarks.setGround(m_terrain, region->frame);
    m_navigator.setScene(m_terrain, region->extent,
                         services::homeView(region->extent, region->ground.get(), region->focus));
    requestCity();
}

void CityViewport::showLayers()
{
    const auto region = m_app->region()->region();
    if (!region)
        return;
    const std::vector<services::LayerChoice>& choices = m_app->layers()->choices();
    LayerLooks looks;
    for (const services::OpenedLayer* layer : m_app->layers()->drawingOrder()) {
        const services::LayerChoice choice = services::choiceOf(layer->info.id, choices);
        looks.views.push_back({choice.layer, choice.visible, choice.opacity});
        if (layer->drape)
            looks.drapes.push_back({layer->drape, choice.opacity, choice.visible});
    }
    m_next.sources = services::chosenSources(region->layers, choices);
    m_next.layers = std::move(looks);
    requestCity();
}

void CityViewport::showLook()
{
    m_next.look = m_app->look()->look();
    requestCity();
}

void CityViewport::setCamera(const CameraState& camera)
{
    m_navigator.setCamera(camera);
    cameraMoved();
}

bool CityViewport::isSettled() const
{
    return m_hasPicture && m_complete && !m_cityAsked && m_quality == render::Quality::Still && !m_still.isActive() &&
           !m_navigator.isMoving() && m_openPicks.isEmpty();
}

// --- The way to the render thread ------------------------------------------------------------------------------------

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
    m_frame = std::make_shared<CityFrame>(m_factory, m_mailbox.get());
    if (m_app && m_app->region()->region()) {
        showLayers();
        m_next.look = m_app->look()->look();
        m_next.ground = m_app->region()->region()->ground;
    }
    m_next.redraw = true;
    // Direct connections run on the render thread. They hold the frame, not this item, so that an item destroyed during
    // a frame does no harm; only the synchronisation uses the item, while the GUI thread stands still.
    // Made before any View3D exists, so the city's composite comes first in the render pass.
    const auto frame = m_frame;
    // Never disconnected: it must free the GL objects also when the item is gone and no frame follows.
    connect(
        window, &QQuickWindow::sceneGraphInvalidated, window, [frame] { frame->release(); }, Qt::DirectConnection);
    m_connections = {
        connect(window, &QQuickWindow::beforeSynchronizing, this, &CityViewport::synchronise, Qt::DirectConnection),
        connect(
            window, &QQuickWindow::beforeRendering, window, [frame, window] { frame->drawCity(*window); },
            Qt::DirectConnection),
        connect(
            window, &QQuickWindow::beforeRenderPassRecording, window, [frame, window] { frame->composite(*window); },
            Qt::DirectConnection),
        connect(
            window, &QQuickWindow::frameSwapped, window, [frame] { frame->shown(); }, Qt::DirectConnection),
        connect(window, &QQuickWindow::afterAnimating, this, &CityViewport::letTimePass),
        connect(window, &QQuickWindow::visibleChanged, this,
                [this](bool visible) {
                    if (visible)
                        requestCity();
                }),
    };
    m_gate.setWindow(window); // last: a frame's report comes before leave for the next one
}

void CityViewport::detach()
{
    for (const auto& connection : m_connections)
        disconnect(connection);
    m_connections.clear();
    if (m_frame) {
        m_frame->detach();
        if (m_window)
            m_window->scheduleRenderJob(new ReleaseJob(m_frame), QQuickWindow::BeforeSynchronizingStage);
    }
    m_frame.reset();
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

/// Render thread, the GUI thread is blocked: copies values, nothing else.
void CityViewport::synchronise()
{
    if (!m_frame || !m_window)
        return;
    FrameInputs inputs = std::exchange(m_next, {});
    inputs.target = targetRect();
    inputs.clip = render::clipRange(m_navigator.heightAboveGround());
    inputs.request.camera = m_navigator.camera();
    inputs.request.size = inputs.target.size();
    inputs.request.quality = m_quality;
    if (m_app) {
        inputs.request.time = m_app->clock()->utc();
        inputs.request.darkTheme = m_app->settings()->theme() != SettingsModel::Theme::Light;
        if (const auto region = m_app->region()->region()) {
            inputs.request.place = region->centre;
            inputs.request.meridianConvergenceDegrees = region->meridianConvergenceDegrees;
        } else {
            inputs.redraw = false;
            inputs.request.size = {};
        }
    }
    m_cityAsked = m_cityAsked && !inputs.redraw;
    m_asked += inputs.redraw;
    inputs.serial = m_asked;
    m_complete = m_complete && !inputs.redraw; // until this frame's own report says so
    m_frame->take(std::move(inputs));
}

void CityViewport::requestCity()
{
    m_next.redraw = true;
    m_cityAsked = true;
    m_gate.request();
}

void CityViewport::drawn(const render::FrameReport& report, quint64 serial)
{
    if (std::exchange(m_refining, false))
        m_gate.done();
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
    // With all tiles there the picture only refines, draw by draw. Tiles that arrive announce themselves; uploads held
    // back by the budget of one frame do not.
    const bool refines = !report.complete && report.tilesLoading == 0 && m_quality == render::Quality::Still;
    if (refines && report.nextIsHidden && !m_cityAsked && m_window) {
        m_refining = true;
        m_gate.begin();
        m_window->scheduleRenderJob(new RefineJob(m_frame), QQuickWindow::NoStage);
    } else if (refines) {
        requestCity();
    }
    if (report.complete)
        m_retry.stop();
    else // also when a job is thrown away, as from a window that is covered
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

// --- Camera ----------------------------------------------------------------------------------------------------------

void CityViewport::letTimePass()
{
    const double seconds = m_sinceFrame.isValid() ? std::min(longestStep, m_sinceFrame.nsecsElapsed() * 1e-9) : 0.016;
    m_sinceFrame.start();
    if (!m_navigator.isMoving() || m_input.isDragging())
        return;
    const CameraState before = m_navigator.camera();
    const bool goesOn = m_navigator.advance(seconds);
    if (goesOn || !(m_navigator.camera() == before))
        cameraMoved();
    keepWallsAround();
}

void CityViewport::cameraMoved()
{
    const QSize size(qRound(width()), qRound(height()));
    m_overlay.setCamera(m_navigator.camera(), render::clipRange(m_navigator.heightAboveGround()), size);
    m_marks.setCamera(m_navigator.camera(), size);
    m_measureMarks.setCamera(m_navigator.camera(), size);
    m_liveMarks.setCamera(m_navigator.camera(), size);
    if (m_quality != render::Quality::Moving && m_hasPicture) {
        m_quality = render::Quality::Moving;
        Q_EMIT movingChanged();
    }
    m_still.start();
    if (m_app)
        m_app->setCamera(m_navigator.camera());
    if (m_app)
        m_app->status()->setScale(m_navigator.metresPerPixel());
    Q_EMIT cameraChanged();
    requestCity();
}

void CityViewport::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() == before.size() || now.isEmpty())
        return;
    m_navigator.setSize(QSize(qRound(now.width()), qRound(now.height())));
    cameraMoved();
}

void CityViewport::zoomMiddle(double steps)
{
    m_navigator.zoom({width() / 2, height() / 2}, steps);
    cameraMoved();
}

void CityViewport::flyHome()
{
    m_navigator.flyHome();
    cameraMoved();
}

void CityViewport::flyNorthUp()
{
    m_navigator.flyNorthUp();
    cameraMoved();
}

void CityViewport::flyTopDown()
{
    m_navigator.flyTopDown();
    cameraMoved();
}

void CityViewport::frameSelection()
{
    flyTo(m_app ? m_app->inspector()->selectionBounds() : Box());
}

void CityViewport::frameObject(const QString& id)
{
    flyTo(m_app ? m_app->inspector()->boundsOf(id) : Box());
}

void CityViewport::clickMiddle()
{
    ask(PickPurpose::Select, {width() / 2, height() / 2});
}

void CityViewport::flyTo(const Box& box)
{
    if (box.isEmpty())
        return;
    m_navigator.flyToBox(box);
    cameraMoved();
}

} // namespace twin::viewport
