// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveMarks.h"

#include "app/viewmodels/live/LiveText.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include <QLineF>

namespace twin::viewport {
namespace {

constexpr double nearest = 2;  ///< metres before the eye
constexpr double crowded = 26; ///< pixels: what stands nearer to each other shares a mark
constexpr double headPixels = 12;
constexpr double mostHeadPixels = 26;
constexpr double mastPixels = 22;
constexpr double leastMast = 8; ///< metres
constexpr double reach = 4;     ///< pixels beside a head that still count

QColor colourOf(bool stale, ActionField field)
{
    return stale ? live::staleColour() : live::colour(field);
}

} // namespace

void LiveMarks::setLive(LiveModel* live)
{
    m_live = live;
    connect(live, &LiveModel::marksChanged, this, &LiveMarks::update);
    update();
}

void LiveMarks::setGround(const Terrain& terrain, const SceneFrame& scene)
{
    m_terrain = terrain;
    m_scene = scene;
    update();
}

void LiveMarks::setCamera(const CameraState& camera, QSize size)
{
    m_camera = camera;
    m_size = size;
    if (!m_spots.empty())
        group();
}

void LiveMarks::update()
{
    place();
    group();
}

double LiveMarks::metresPerPixel(double depth) const
{
    const double tangent = std::tan(m_camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    return 2 * tangent * depth / std::max(1, m_size.height());
}

void LiveMarks::place()
{
    m_spots.clear();
    if (m_live == nullptr || !m_live->snapshot())
        return;
    const Instant now = systemNow();
    for (const auto& thing : m_live->snapshot()->things) {
        if (!thing->place || !m_live->isFieldShown(thing->field))
            continue;
        LocalPosition ground = m_scene.toLocal(*thing->place);
        ground.z = m_terrain.heightAt(ground.x, ground.y);
        m_spots.push_back({ground, thing, live::isStale(*thing, now)});
    }
}

/// Cells lie in the scene and double with the distance: a camera that moves sideways regroups nothing.
void LiveMarks::group()
{
    std::map<std::tuple<int, qint64, qint64>, Group> cells;
    for (std::size_t i = 0; i < m_spots.size(); ++i) {
        const LocalPosition& p = m_spots[i].ground;
        const double depth = dot(p - m_camera.eye, viewDirection(m_camera));
        if (depth < nearest)
            continue;
        const int level = static_cast<int>(std::ceil(std::log2(std::max(1.0, crowded * metresPerPixel(depth)))));
        const double size = std::exp2(level);
        Group& group = cells[{level, std::llround(p.x / size), std::llround(p.y / size)}];
        group.spots.push_back(i);
    }
    m_groups.clear();
    std::vector<Mark> marks;
    for (auto& [cell, group] : cells) {
        const Spot& first = m_spots[group.spots.front()];
        group.depth = dot(first.ground - m_camera.eye, viewDirection(m_camera));
        const double unit = metresPerPixel(group.depth);
        const double many = static_cast<double>(group.spots.size());
        const double head = std::min(mostHeadPixels, headPixels + 3 * std::log2(many));
        const double mast = std::max(leastMast, mastPixels * unit);
        const auto pixel = render::toPixel(m_camera, m_size, first.ground + LocalPosition{0, 0, mast});
        if (!pixel)
            continue;
        group.pixel = {pixel->first, pixel->second};
        group.radius = head / 2;
        const bool stale =
            std::all_of(group.spots.begin(), group.spots.end(), [this](auto i) { return m_spots[i].stale; });
        marks.push_back({m_frame.fromScene(first.ground), static_cast<float>(mast), static_cast<float>(head * unit),
                         static_cast<float>(unit), colourOf(stale, first.thing->field)});
        m_groups.push_back(std::move(group));
    }
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    Q_EMIT changed();
}

const LiveMarks::Group* LiveMarks::at(QPointF pixel, const std::optional<LocalPosition>& behind) const
{
    const double wall = behind ? dot(*behind - m_camera.eye, viewDirection(m_camera)) : 1e12;
    const Group* best = nullptr;
    for (const Group& group : m_groups)
        if (QLineF(group.pixel, pixel).length() <= group.radius + reach && group.depth <= wall * 1.02 + 2 &&
            (best == nullptr || group.depth < best->depth))
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
    if (hovered.things != m_hovered.things || hovered.pixel != m_hovered.pixel) {
        m_hovered = std::move(hovered);
        Q_EMIT hoverChanged();
    }
    return group != nullptr;
}

LiveMarks::Click LiveMarks::click(QPointF pixel, const std::optional<LocalPosition>& behind)
{
    const Group* group = at(pixel, behind);
    if (group == nullptr)
        return {};
    const Spot& first = m_spots[group->spots.front()];
    // Several at the very same place never come apart: then the first of them opens.
    const bool apart = std::any_of(group->spots.begin(), group->spots.end(),
                                   [&](std::size_t i) { return length(m_spots[i].ground - first.ground) > 1; });
    if (apart)
        return {true, first.ground};
    m_live->details()->openThing(first.thing->id);
    return {true, {}};
}

std::shared_ptr<const services::LiveThing> LiveMarks::thingOf(const QString& id) const
{
    for (const Spot& spot : m_spots)
        if (spot.thing->id == id)
            return spot.thing;
    return nullptr;
}

QString LiveMarks::hoverTitle() const
{
    if (m_hovered.things.size() > 1)
        return tr("%n Messstellen", nullptr, static_cast<int>(m_hovered.things.size()));
    const auto thing = m_hovered.things.isEmpty() ? nullptr : thingOf(m_hovered.things.front());
    return thing ? thing->title : QString();
}

QString LiveMarks::hoverText() const
{
    if (m_hovered.things.size() > 1)
        return tr("Klicken fliegt näher heran");
    const auto thing = m_hovered.things.isEmpty() ? nullptr : thingOf(m_hovered.things.front());
    if (!thing)
        return {};
    const QString text = live::headlineText(*thing, systemNow());
    return thing->demo ? text + QStringLiteral(" · ") + tr("Demo") : text;
}

} // namespace twin::viewport
