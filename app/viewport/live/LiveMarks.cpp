// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveMarks.h"

#include "app/viewmodels/live/LiveText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include <QLineF>

namespace twin::viewport {
namespace {

constexpr double nearest = 2; ///< metres before the eye
constexpr double reach = 3;   ///< pixels beside a head that still count
constexpr int motionMilliseconds = 100;

/// A cell of the scene at one of its sizes: what falls into the same one shares a mark.
struct Cell {
    int level = 0;
    qint64 x = 0;
    qint64 y = 0;
    std::size_t spot = 0;
    [[nodiscard]] auto key() const { return std::tie(level, x, y); }
};

/// @returns how steeply the ground is seen, from nearly flat to 1. Seen flat, a cell of the ground is low in the
/// picture: it takes larger ones to keep marks apart. By depth, not by distance, so that sideways steps change nothing.
double steepness(double height, double depth)
{
    constexpr double flattest = 0.04;
    return std::clamp(height / depth, flattest, 1.0);
}

} // namespace

LiveMarks::LiveMarks(const OverlayFrame& frame, QObject* parent) : QObject(parent), m_frame(frame)
{
    m_motion.setInterval(motionMilliseconds);
    connect(&m_motion, &QTimer::timeout, this, [this] {
        placeVehicles(m_live->instant());
        group();
    });
}

void LiveMarks::setLive(LiveModel* live)
{
    m_live = live;
    connect(live, &LiveModel::marksChanged, this, &LiveMarks::update);
    connect(live->details(), &LiveDetails::changed, this, &LiveMarks::group);
    update();
}

void LiveMarks::setGround(const Terrain& terrain, const SceneFrame& scene)
{
    m_terrain = terrain;
    m_scene = scene;
    m_spots.clear();
    m_tracks.clear();
    update();
}

void LiveMarks::setSkyline(std::shared_ptr<const services::Skyline> skyline)
{
    m_skyline = std::move(skyline);
    m_spots.clear();
    update();
}

void LiveMarks::setCamera(const CameraState& camera, QSize size)
{
    m_eye = EyeFrame(camera, size);
    if (!m_spots.empty())
        group();
}

void LiveMarks::setPixelRatio(double ratio)
{
    if (ratio == m_pixelRatio)
        return;
    m_pixelRatio = ratio;
    m_labels = LabelSheet(ratio);
    group();
}

void LiveMarks::setCrowd(double pixels)
{
    m_crowd = pixels;
    group();
}

void LiveMarks::setAnimated(bool animated)
{
    if (animated == m_animated)
        return;
    m_animated = animated;
    pace();
    Q_EMIT animatedChanged();
}

/// Frames are asked for only while something moves.
void LiveMarks::pace()
{
    const bool goes = m_animated && std::any_of(m_whereabouts.begin(), m_whereabouts.end(),
                                                [](const auto& vehicle) { return vehicle.trail.size() > 1; });
    if (goes != m_motion.isActive())
        goes ? m_motion.start() : m_motion.stop();
}

void LiveMarks::update()
{
    place();
    group();
    pace();
}

LocalPosition LiveMarks::footOf(const services::LiveThing& thing, const live::LiveLook& look) const
{
    LocalPosition foot = m_scene.toLocal(*thing.place);
    if (!thing.area.empty()) { // a warning stands in the middle of where it holds
        foot = {};
        for (const ProjectedPosition& corner : thing.area.front())
            foot = foot + m_scene.toLocal(corner) * (1.0 / static_cast<double>(thing.area.front().size()));
    }
    foot.z = m_terrain.heightAt(foot.x, foot.y);
    if (look.onRoof && m_skyline)
        foot.z = std::max(foot.z, m_skyline->topAt(foot.x, foot.y));
    return foot;
}

/// Things whose values did not change keep what is known of them until time changes it. Both lists are in the order of
/// the things' ids.
void LiveMarks::place()
{
    m_spots.resize(std::min(m_standing, m_spots.size()));
    std::vector<Spot> before = std::exchange(m_spots, {});
    m_spots.reserve(before.size());
    m_standing = 0;
    if (m_live == nullptr || !m_live->snapshot()) {
        m_tracks.clear();
        m_whereabouts.clear();
        return;
    }
    const Instant now = m_live->instant();
    auto known = before.begin();
    for (const auto& thing : m_live->snapshot()->things) {
        if (!thing->place || !m_live->isFieldShown(thing->field) || VehicleTracks::moves(*thing))
            continue;
        while (known != before.end() && known->thing != thing && known->thing->id < thing->id)
            ++known;
        if (known != before.end() && known->thing == thing && now < known->look.until) {
            m_spots.push_back(std::move(*known++));
            continue;
        }
        const live::LiveLook look = live::lookOf(*thing, now);
        if (look.over)
            continue;
        m_spots.push_back({footOf(*thing, look), thing, look});
    }
    m_standing = m_spots.size();
    m_tracks.take(*m_live->snapshot(), m_scene);
    placeVehicles(now);
}

void LiveMarks::placeVehicles(Instant now)
{
    m_spots.resize(m_standing);
    m_whereabouts = m_tracks.at(now);
    std::erase_if(m_whereabouts, [this](const auto& vehicle) { return !m_live->isFieldShown(vehicle.thing->field); });
    for (VehicleTracks::Whereabouts& vehicle : m_whereabouts) {
        if (!m_animated && vehicle.estimated) {
            vehicle.place = vehicle.trail.back();
            vehicle.estimated = false;
        }
        vehicle.place.z = m_terrain.heightAt(vehicle.place.x, vehicle.place.y);
        live::LiveLook look = live::lookOf(*vehicle.thing, now);
        look.colour = delayColour(vehicle.delaySeconds);
        m_spots.push_back({vehicle.place, vehicle.thing, look, true, vehicle.estimated});
    }
}

QColor LiveMarks::delayColour(std::optional<double> seconds)
{
    constexpr double late = 120;
    constexpr double veryLate = 300;
    if (!seconds)
        return QColor::fromRgb(0x5A6B7B);
    return QColor::fromRgb(*seconds < late ? 0x1F9151 : *seconds < veryLate ? 0xD07A1F : 0xC0392B);
}

/// Cells lie in the scene and double with the distance: a camera that moves sideways regroups nothing. What moves
/// and what is an area stands for itself.
void LiveMarks::group()
{
    m_groups.clear();
    std::vector<Cell> cells;
    cells.reserve(m_spots.size());
    for (std::size_t i = 0; i < m_spots.size(); ++i) {
        const LocalPosition& p = m_spots[i].foot;
        const double depth = m_eye.depthOf(p);
        if (depth < nearest)
            continue;
        if (m_spots[i].moves || !m_spots[i].thing->area.empty() || m_crowd <= 0) {
            addGroup({{i}, {}});
            continue;
        }
        const double metres = m_crowd * m_eye.metresPerPixel(depth) / std::sqrt(steepness(m_eye.eye().z - p.z, depth));
        const int level = static_cast<int>(std::ceil(std::log2(std::max(1.0, metres))));
        const double size = std::exp2(level);
        cells.push_back({level, std::llround(p.x / size), std::llround(p.y / size), i});
    }
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.key() < b.key(); });
    for (std::size_t from = 0; from < cells.size();) {
        Group group;
        const std::size_t first = from;
        for (; from < cells.size() && cells[from].key() == cells[first].key(); ++from)
            group.spots.push_back(cells[from].spot);
        addGroup(std::move(group));
    }
    std::sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) { return a.depth > b.depth; });
    const MarkShapes shapes = std::exchange(m_shapes, {});
    for (const Group& group : m_groups)
        shape(group);
    if (m_live != nullptr)
        addLabels(m_live->instant());
    QByteArray trails = trailTriangles();
    if (shapes == m_shapes && trails == m_trails)
        return;
    m_trails = std::move(trails);
    Q_EMIT changed();
}

const LiveMarks::Group* LiveMarks::at(QPointF pixel, const std::optional<LocalPosition>& behind) const
{
    const double wall = behind ? m_eye.depthOf(*behind) : 1e12;
    const Group* best = nullptr;
    for (const Group& group : m_groups) // the last one is the nearest
        if (QLineF(group.pixel, pixel).length() <= group.radius + reach && group.depth <= wall * 1.02 + 2)
            best = &group;
    return best;
}

bool LiveMarks::hover(std::optional<QPointF> pixel, const std::optional<LocalPosition>& behind)
{
    const Group* group = pixel ? at(*pixel, behind) : nullptr;
    Hovered hovered;
    if (group != nullptr) {
        hovered.pixel = group->pixel;
        for (const std::size_t spot : group->spots)
            hovered.things += m_spots[spot].thing->id;
    }
    const bool hit = group != nullptr;
    if (hovered.things != m_hovered.things || hovered.pixel != m_hovered.pixel) {
        m_hovered = std::move(hovered);
        Q_EMIT hoverChanged();
    }
    return hit;
}

LiveMarks::Click LiveMarks::click(QPointF pixel, const std::optional<LocalPosition>& behind)
{
    const Group* group = at(pixel, behind);
    if (group == nullptr)
        return {};
    const Spot& first = m_spots[group->spots.front()];
    // Several at the very same place never come apart: then the first of them opens.
    const bool apart = std::any_of(group->spots.begin(), group->spots.end(),
                                   [&](std::size_t i) { return length(m_spots[i].foot - first.foot) > 1; });
    if (apart)
        return {true, first.foot};
    m_live->details()->openThing(first.thing->id);
    return {true, {}};
}

const LiveMarks::Spot* LiveMarks::spotOf(const QString& id) const
{
    const auto found =
        std::find_if(m_spots.begin(), m_spots.end(), [&](const Spot& spot) { return spot.thing->id == id; });
    return found == m_spots.end() ? nullptr : &*found;
}

QString LiveMarks::hoverTitle() const
{
    if (m_hovered.things.size() > 1)
        return tr("%n Messstellen", nullptr, static_cast<int>(m_hovered.things.size()));
    const Spot* spot = m_hovered.things.isEmpty() ? nullptr : spotOf(m_hovered.things.front());
    return spot != nullptr ? spot->thing->title : QString();
}

QString LiveMarks::hoverText() const
{
    if (m_hovered.things.size() > 1)
        return tr("Klicken fliegt näher heran");
    const Spot* spot = m_hovered.things.isEmpty() ? nullptr : spotOf(m_hovered.things.front());
    if (spot == nullptr)
        return {};
    QStringList parts{live::headlineText(*spot->thing, m_live->instant())};
    if (!m_live->replayText().isEmpty())
        parts.prepend(m_live->replayText());
    if (spot->estimated)
        parts += tr("Ort seit der letzten Meldung geschätzt");
    if (spot->thing->demo)
        parts += tr("Demo");
    return parts.join(QStringLiteral(" · "));
}

} // namespace twin::viewport
