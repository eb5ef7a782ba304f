// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveAreas.h"

#include "app/viewmodels/live/LiveLook.h"
#include "ColourTriangles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twin::viewport {
namespace {

constexpr double farthest = 250;         ///< metres between two posts of a wall, so that it follows the ground
constexpr std::size_t mostPosts = 20000; ///< of one ring
constexpr double below = 15;             ///< metres into the ground: no gap between two posts

/// From the foot upwards: share of the height, opacity at the lower and upper edge of the band.
struct Band {
    double from, to, lower, upper;
};
constexpr std::array<Band, 4> bands{
    {{0, 0.05, 0.85, 0.85}, {0.05, 0.5, 0.42, 0.24}, {0.5, 0.98, 0.24, 0.10}, {0.98, 1, 0.7, 0.7}}};

} // namespace

void LiveAreas::setLive(LiveModel* live)
{
    m_live = live;
    connect(live, &LiveModel::marksChanged, this, &LiveAreas::update);
    update();
}

void LiveAreas::setGround(const Terrain& terrain, const SceneFrame& scene)
{
    m_terrain = terrain;
    m_scene = scene;
    m_areas.clear();
    update();
}

LiveAreas::Ring LiveAreas::ringOnGround(const std::vector<ProjectedPosition>& corners) const
{
    Ring ring;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const LocalPosition from = m_scene.toLocal(corners[i]);
        const LocalPosition to = m_scene.toLocal(corners[(i + 1) % corners.size()]);
        const double metres = std::hypot(to.x - from.x, to.y - from.y);
        const auto steps = static_cast<std::size_t>(std::clamp(std::ceil(metres / farthest), 1.0, 1000.0));
        for (std::size_t step = 0; step < steps && ring.size() < mostPosts; ++step) {
            LocalPosition post = from + (to - from) * (static_cast<double>(step) / static_cast<double>(steps));
            post.z = m_terrain.heightAt(post.x, post.y);
            ring.push_back(post);
        }
    }
    return ring;
}

void LiveAreas::addWall(QByteArray& bytes, const Ring& ring, const QColor& colour) const
{
    const auto corner = [&](const LocalPosition& post, double share, double opacity) {
        const double height = share > 0 ? share * wallHeight : -below;
        return ColourVertex(m_frame.fromScene(post + LocalPosition{0, 0, height}), colour, opacity);
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LocalPosition& a = ring[i];
        const LocalPosition& b = ring[(i + 1) % ring.size()];
        for (const Band& band : bands)
            ColourTriangles::addQuad(bytes, corner(a, band.from, band.lower), corner(b, band.from, band.lower),
                                     corner(b, band.to, band.upper), corner(a, band.to, band.upper));
    }
}

/// Where areas lie on the ground is found out once; they are built anew only when one comes, goes or changes its look.
void LiveAreas::update()
{
    std::vector<Area> areas;
    if (m_live != nullptr && m_live->snapshot())
        for (const auto& thing : m_live->snapshot()->things) {
            if (thing->area.empty() || !m_live->isFieldShown(thing->field))
                continue;
            const auto known = std::find_if(m_areas.begin(), m_areas.end(),
                                            [&](const Area& area) { return area.thing->area == thing->area; });
            Area area{thing, {}};
            if (known != m_areas.end())
                area.rings = known->rings;
            else
                for (const auto& ring : thing->area)
                    area.rings.push_back(ringOnGround(ring));
            areas.push_back(std::move(area));
        }
    m_areas = std::move(areas);
    QByteArray walls;
    for (const Area& area : m_areas) {
        const live::LiveLook look = live::lookOf(*area.thing, m_live->instant());
        if (look.over)
            continue;
        for (const Ring& ring : area.rings)
            addWall(walls, ring, look.value);
    }
    if (walls == m_walls)
        return;
    m_walls = std::move(walls);
    Q_EMIT changed();
}

} // namespace twin::viewport
