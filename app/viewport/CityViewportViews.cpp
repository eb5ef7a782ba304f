// SPDX-License-Identifier: GPL-3.0-or-later
// Where the camera goes and comes from: places, bookmarks, the views before, and on foot.
#include "CityViewport.h"
#include "navigation/CameraMath.h"

namespace twin::viewport {
namespace {

constexpr double leastArea = 80;   // metres: smaller extents are flown to as points
constexpr double wallRadius = 180; // metres around somebody on foot

} // namespace

void CityViewport::connectNavigation()
{
    const auto* settings = m_app->settings();
    const auto takePreset = [this, settings] {
        m_input.setPreset(static_cast<NavigationPreset>(settings->navigation()));
    };
    connect(settings, &SettingsModel::navigationChanged, this, takePreset);
    takePreset();
    connect(m_app->region(), &RegionModel::skylineRead, this,
            [this] { m_navigator.setSkyline(m_app->region()->skyline()); });
    connect(m_app->bookmarks(), &BookmarkModel::viewRequested, this, [this](CameraState camera) {
        camera.verticalFieldOfViewDegrees = m_navigator.camera().verticalFieldOfViewDegrees;
        m_navigator.flyTo(camera);
        cameraMoved();
    });
}

void CityViewport::flyToPlace(const ProjectedPosition& position, const Box& extent)
{
    const auto region = m_app->region()->region();
    if (!region)
        return;
    LocalPosition place = region->frame.toLocal(position);
    place.z = std::max(place.z, m_terrain.heightAt(place.x, place.y));
    placePin(place);
    const LocalPosition size = extent.size();
    if (std::max(size.x, size.y) > leastArea)
        m_navigator.flyToArea(extent);
    else
        m_navigator.flyToPoint(place);
    cameraMoved();
}

/// The camera stands still: a place to come back to, and to count distances from.
void CityViewport::rested()
{
    if (!m_app || !m_app->region()->region() || m_navigator.isMoving())
        return;
    if (!m_navigator.isWalking()) {
        m_history.visit(m_navigator.camera());
        Q_EMIT historyChanged();
    }
    const auto ground = m_navigator.groundUnder({width() / 2, height() / 2});
    m_app->search()->setViewpoint(ground ? std::optional(m_app->region()->region()->frame.toProjected(*ground))
                                         : std::nullopt);
}

void CityViewport::goBack()
{
    if (const auto view = m_history.back()) {
        m_navigator.flyTo(*view);
        cameraMoved();
        Q_EMIT historyChanged();
    }
}

void CityViewport::goForward()
{
    if (const auto view = m_history.forward()) {
        m_navigator.flyTo(*view);
        cameraMoved();
        Q_EMIT historyChanged();
    }
}

int CityViewport::keepView()
{
    return m_app && m_app->region()->region() ? m_app->bookmarks()->add(m_navigator.camera()) : -1;
}

void CityViewport::turnTo(double headingDegrees, double pitchDegrees)
{
    m_navigator.jumpTo(headingDegrees, pitchDegrees);
    cameraMoved();
}

void CityViewport::flyTowards(double headingDegrees, double pitchDegrees)
{
    m_navigator.turnTo(headingDegrees, pitchDegrees);
    cameraMoved();
}

void CityViewport::lookAt(double x, double y)
{
    m_navigator.flyToGround({x, y, m_terrain.heightAt(x, y)});
    cameraMoved();
}

void CityViewport::toggleWalk()
{
    if (m_navigator.isWalking()) {
        m_navigator.endWalk();
        cameraMoved();
        return;
    }
    auto place = m_navigator.groundUnder({width() / 2, height() / 2});
    if (!place)
        place = m_navigator.camera().eye;
    readWalls(*place, [this, place = *place] {
        m_navigator.beginWalk(m_navigator.walls().freeNear(place));
        cameraMoved();
    });
}

/// Without a package there are no outlines to run into; then, and when they cannot be read, one walks through walls.
void CityViewport::readWalls(const LocalPosition& centre, std::function<void()> then)
{
    const auto region = m_app ? m_app->region()->region() : nullptr;
    if (!region || m_readsWalls)
        return;
    if (!region->package) {
        then();
        return;
    }
    m_readsWalls = true;
    m_runner.run(
        this, [package = region->package, centre] { return services::readOutlines(*package, centre, wallRadius); },
        [this, region, centre, then = std::move(then)](Result<std::vector<Walls::Ring>> rings) {
            m_readsWalls = false;
            if (region != m_app->region()->region())
                return;
            if (!rings)
                m_app->issues()->add(rings.error());
            else
                m_navigator.setWalls(Walls(*std::move(rings), centre, wallRadius));
            then();
        });
}

void CityViewport::keepWallsAround()
{
    if (m_navigator.isWalking() && !m_navigator.walls().covers(m_navigator.camera().eye))
        readWalls(m_navigator.camera().eye, [] {});
}

} // namespace twin::viewport
