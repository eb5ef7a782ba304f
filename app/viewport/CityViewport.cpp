// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityViewport.h"

#include "app/services/HomeView.h"

#include <QQuickWindow>

namespace twin::viewport {
namespace {

constexpr int stillMilliseconds = 150;
constexpr int retryMilliseconds = 250;
constexpr int hoverMilliseconds = 40;
constexpr double fieldOpacity = 0.62; // the ground stays readable below a field of live values

} // namespace

CityViewport::CityViewport(QQuickItem* parent)
    : QQuickItem(parent),
      m_marks(m_overlay),
      m_measureMarks(m_overlay),
      m_liveMarks(m_overlay),
      m_liveAreas(m_overlay),
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
               [this] { cameraMoved(); }})
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
    m_handOver.setSingleShot(true);
    connect(&m_handOver, &QTimer::timeout, this, &CityViewport::handOver);
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
    connect(&m_overlay, &OverlayFrame::originChanged, &m_liveAreas, &LiveAreas::update);
    connect(&m_names, &NameMarks::frameWanted, &m_gate, &FrameGate::request);
    connect(&m_liveMarks, &LiveMarks::changed, &m_names, &NameMarks::setStale);
    connect(&m_chrome, &Chrome::changed, this, [this] {
        m_names.setStale();
        m_gate.request();
    });
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
    m_names.setApp(m_app);
    connectLive();
    connect(m_app->look(), &LookModel::changed, this, &CityViewport::showLook);
    connect(m_app->region(), &RegionModel::refreshed, this, &CityViewport::refreshRegion);
    connect(m_app->layers(), &LayerModel::choicesChanged, this, &CityViewport::showLayers);
    connect(m_app->layers(), &LayerModel::dayChanged, this, &CityViewport::showLayers);
    connect(m_app->layers(), &LayerModel::dividerChanged, this, &CityViewport::requestCity);
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
    connect(settings, &SettingsModel::themeChanged, this, &CityViewport::showLayers);
    connect(settings, &SettingsModel::pictureStyleChanged, this, &CityViewport::showLayers);
    const auto takeMotion = [this, settings] {
        m_navigator.setReducedMotion(settings->reducedMotion());
        m_liveMarks.setAnimated(!settings->reducedMotion());
    };
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
    m_liveAreas.setGround(m_terrain, region->frame);
    m_names.setTerrain(m_terrain);
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
    m_liveAreas.setGround(m_terrain, region->frame);
    m_names.setTerrain(m_terrain);
    m_navigator.setScene(m_terrain, region->extent, region->home);
    requestCity();
}

void CityViewport::showLayers()
{
    const auto region = m_app->region()->region();
    if (!region)
        return;
    const std::vector<services::LayerChoice> choices =
        services::choicesFor(pictureStyle(), region->layers, m_app->layers()->choices());
    LayerLooks looks;
    std::optional<render::DrapeLayer> swiped;
    for (const services::OpenedLayer* layer : m_app->layers()->drawingOrder()) {
        const services::LayerChoice choice = services::choiceOf(layer->info.id, choices);
        const bool shows = choice.visible && m_app->layers()->holdsNow(*layer);
        looks.views.push_back({choice.layer, shows, choice.opacity});
        if (layer->drape && choice.swiped)
            swiped = {layer->drape, choice.opacity, shows, render::DrapeSide::Left};
        else if (layer->drape)
            looks.drapes.push_back({layer->drape, choice.opacity, shows});
    }
    if (swiped) // uncovered on its side
        looks.drapes.push_back(*swiped);
    if (const auto& field = m_app->live()->fields()->drape()) // above all that lies on the ground
        looks.drapes.push_back({field, fieldOpacity, true});
    m_next.sources = services::chosenSources(region->layers, choices);
    m_next.layers = std::move(looks);
    requestCity();
}

PictureStyle CityViewport::pictureStyle() const
{
    const SettingsModel& settings = *m_app->settings();
    return settings.theme() == SettingsModel::Theme::Contrast ? PictureStyle::Contrast
                                                              : static_cast<PictureStyle>(settings.pictureStyle());
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
           !m_navigator.isMoving() && m_openPicks.isEmpty() && !m_names.isBusy() && !m_names.isStale() &&
           m_shown == m_city->newest(m_shown);
}

// --- Camera ----------------------------------------------------------------------------------------------------------

void CityViewport::cameraMoved()
{
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
    placeOverlays();
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
