// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Plants.h"

#include "demo/shore/Waterside.h"

#include <algorithm>

namespace twin::demo {
namespace {

constexpr double groupSpacing = 44; ///< metres between groups of trees in a wood
constexpr double parkSpacing = 17;
constexpr double cornerFree = 13;      ///< of a street's trees: one wants to see around the corner
constexpr double houseClearance = 3.2; ///< of a trunk from a wall
constexpr double reedSpacing = 2.6;
constexpr double treesAway = 19; ///< from a lake: behind the path around it
constexpr double treeSpacing = 15;
constexpr double avenueAway = 7; ///< from a country road's axis
constexpr double bank = 24;      ///< metres beside rivers where trees stand

double shareOf(Quarter quarter)
{
    switch (quarter) {
    case Quarter::Core:
        return 0.25;
    case Quarter::Dense:
        return 0.55;
    case Quarter::Mixed:
        return 0.50;
    case Quarter::Rows:
        return 0.40;
    case Quarter::Suburb:
        return 0.32;
    }
    return 0;
}

bool touchesHouse(const std::vector<DemoBuilding>& buildings, Vec2 p, double clearance)
{
    const auto near = [&](const Face& face) {
        if (face.type != SurfaceType::Ground || face.rings.empty())
            return false;
        Ring ring;
        for (const Corner& c : face.rings.front())
            ring.push_back({double(c.x) / 1000, double(c.y) / 1000});
        if (length(ring.front() - p) > 150)
            return false;
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (distanceToSegment(p, ring[i], ring[(i + 1) % ring.size()]) < clearance)
                return true;
        return contains(ring, p);
    };
    return std::any_of(buildings.begin(), buildings.end(), [&](const DemoBuilding& building) {
        return std::any_of(building.parts.begin(), building.parts.end(), [&](const Part& part) {
            return std::any_of(part.solid.faces.begin(), part.solid.faces.end(), near);
        });
    });
}

} // namespace

Plant Planter::tree(Vec2 place, Random& random, double small, double tall) const
{
    Plant plant;
    plant.shape = random.chance(0.14) ? PlantShape::Slender : PlantShape::Round;
    plant.place = place;
    plant.ground = m_ground.at(place);
    plant.height = random.between(small, tall);
    plant.width =
        plant.height * (plant.shape == PlantShape::Slender ? random.between(0.28, 0.36) : random.between(0.66, 0.90));
    plant.turnDegrees = random.between(0, 360);
    return plant;
}

void Planter::addStreetTrees(const Block& block, const Obstacles& near, Random& random,
                             std::vector<Plant>& plants) const
{
    for (std::size_t side = 0; side < 4; ++side) {
        const Vec2 a = block.corners[side];
        const Vec2 b = block.corners[(side + 1) % 4];
        const double whole = length(b - a);
        const double half = block.setbacks[side];
        const bool avenue = half > 20;
        const double away = half > 20 ? 15 : half > 10 ? 8.6 : 5.9; // between roadway and building line
        const double step = avenue ? 12 : random.between(14, 20);
        const double share = avenue ? 0.95 : half > 10 ? 0.75 : shareOf(block.quarter);
        if (half < 6 || !random.chance(share) || whole < 3 * cornerFree)
            continue;
        const Vec2 along = unit(b - a);
        for (double x = cornerFree; x < whole - cornerFree; x += step) {
            const Vec2 place = a + along * (x + random.between(-0.8, 0.8)) + left(along) * away;
            if (random.chance(0.9) && !near.hits(place, 1.5))
                plants.push_back(tree(place, random, avenue ? 11 : 6.5, avenue ? 16 : 11));
        }
    }
}

void Planter::addGardenTrees(const Block& block, const Obstacles& near, const std::vector<DemoBuilding>& buildings,
                             Random& random, std::vector<Plant>& plants) const
{
    const auto land = inset(block.corners, block.setbacks);
    if (!land || block.quarter == Quarter::Core)
        return;
    const Vec2 middle = centreOf(*land);
    const double area = 0.5 * (std::abs(cross((*land)[1] - (*land)[0], (*land)[2] - (*land)[0])) +
                               std::abs(cross((*land)[2] - (*land)[0], (*land)[3] - (*land)[0])));
    const int wanted = std::min(int(area / (buildings.empty() ? 300 : 1300)), 30); // an empty block is a small park
    for (int i = 0; i < wanted; ++i) {
        const Vec2 place =
            mix(mix((*land)[0], (*land)[1], random.unit()), mix((*land)[3], (*land)[2], random.unit()), random.unit());
        if (length(place - middle) < 400 && !near.hits(place, 2) && !touchesHouse(buildings, place, houseClearance))
            plants.push_back(tree(place, random, 4.5, buildings.empty() ? 15 : 11));
    }
}

std::vector<Plant> Planter::inBlock(const Block& block, const std::vector<DemoBuilding>& buildings) const
{
    Random random(m_seed, 11, block.id, 0);
    std::vector<Plant> plants;
    const Obstacles near = m_obstacles.near(centreOf(block.corners), 300, true);
    addStreetTrees(block, near, random, plants);
    addGardenTrees(block, near, buildings, random, plants);
    if (m_share < 1)
        plants.erase(
            std::remove_if(plants.begin(), plants.end(), [&](const Plant&) { return !random.chance(m_share); }),
            plants.end());
    return plants;
}

std::vector<Plant> Planter::inOpenLand(Vec2 low, Vec2 high) const
{
    std::vector<Plant> plants;
    const Obstacles near = m_obstacles.near((low + high) * 0.5, length(high - low), true);
    const auto forLattice = [&](double spacing, std::uint64_t stream, const auto& plant) {
        for (auto row = std::int64_t(std::ceil(low.y / spacing)); double(row) * spacing < high.y; ++row)
            for (auto column = std::int64_t(std::ceil(low.x / spacing)); double(column) * spacing < high.x; ++column) {
                Random random(m_seed, stream, std::uint64_t(row), std::uint64_t(column));
                const double shift = row % 2 == 0 ? 0 : spacing / 2;
                plant(Vec2{double(column) * spacing + shift + random.between(-0.28, 0.28) * spacing,
                           double(row) * spacing + random.between(-0.28, 0.28) * spacing},
                      random);
            }
    };
    const auto isIn = [](const auto& all, Vec2 p) {
        return std::any_of(all.begin(), all.end(), [&](const Wood& wood) { return wood.contains(p); });
    };
    forLattice(groupSpacing, 13, [&](Vec2 p, Random& random) {
        if (!isIn(m_assets.woods, p) || near.crosses(p, groupSpacing / 2))
            return;
        Plant group = tree(p, random, 13, 21);
        group.shape = PlantShape::Group;
        group.width = random.between(50, 60);
        plants.push_back(group);
    });
    forLattice(parkSpacing, 17, [&](Vec2 p, Random& random) {
        const auto inPark = [&](const Green& green) {
            return green.kind == "park" && length(p - green.centre) < green.radius - 5;
        };
        // Groves and lawns: chance follows a slow wave over the park.
        const double grove = 0.5 + 0.5 * std::sin(p.x / 47) * std::cos(p.y / 61);
        if (!std::any_of(m_assets.greens.begin(), m_assets.greens.end(), inPark) ||
            !random.chance(0.10 + 0.5 * grove) || near.crosses(p, 3) || near.meetsLandmark(p, 6))
            return;
        plants.push_back(tree(p, random, 8, 18));
    });
    forLattice(parkSpacing, 19, [&](Vec2 p, Random& random) {
        if (random.chance(0.22) && near.isBank(p, bank) && !near.meetsLandmark(p, 4) && !near.isWild(p))
            plants.push_back(tree(p, random, 6, 15));
    });
    return plants;
}

std::vector<Plant> Planter::alongShores(Vec2 low, Vec2 high) const
{
    std::vector<Plant> plants;
    const auto isHere = [&](Vec2 p) { return p.x >= low.x && p.y >= low.y && p.x < high.x && p.y < high.y; };
    const auto along = [&](const Ring& ring, double step, std::uint64_t stream, const auto& plant) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 edge = ring[(i + 1) % ring.size()] - ring[i];
            const int count = int(length(edge) / step);
            for (int k = 0; k < count; ++k)
                if (const Vec2 p = ring[i] + edge * ((k + 0.5) / count); isHere(p)) {
                    Random random(m_seed, stream, std::uint64_t(i), std::uint64_t(k));
                    plant(p, unit(edge), random);
                }
        }
    };
    for (const Course& lake : m_assets.courses) {
        if (lake.kind != "lake" || bankOf(lake) < treesAway)
            continue;
        const double level = lake.elevations.front();
        along(outlineAround(lake, 0), reedSpacing, 31, [&](Vec2 p, Vec2 edge, Random& random) {
            // Beds and gaps follow a slow wave along the shore.
            if (std::sin(p.x / 53 + 0.7) + std::cos(p.y / 37) < 0.15 || m_obstacles.meetsLandmark(p, 12))
                return;
            for (int i = random.whole(1, 3); i > 0; --i) {
                Plant reed;
                reed.shape = PlantShape::Reed;
                reed.place = p + left(edge) * random.between(-1.5, 4.5) + edge * random.between(-1.5, 1.5);
                reed.ground = level - 0.2;
                reed.height = random.between(1.5, 2.7);
                reed.width = random.between(2.4, 4.2);
                reed.turnDegrees = random.between(0, 360);
                plants.push_back(reed);
            }
        });
        along(outlineAround(lake, treesAway), treeSpacing, 37, [&](Vec2 p, Vec2, Random& random) {
            if (random.chance(0.72) && !m_obstacles.meetsLandmark(p, 4) && !m_obstacles.isWild(p))
                plants.push_back(tree(p, random, 6, 12));
        });
    }
    return plants;
}

std::vector<Plant> Planter::alongRoads(Vec2 low, Vec2 high) const
{
    std::vector<Plant> plants;
    const Obstacles near = m_obstacles.near((low + high) * 0.5, length(high - low), true);
    for (const Course& road : m_assets.courses) {
        if (road.kind != "country_road")
            continue;
        for (std::size_t i = 0; i + 1 < road.points.size(); ++i) {
            const Vec2 from = road.points[i];
            const Vec2 middle = mix(from, road.points[i + 1], 0.5);
            if (middle.x < low.x || middle.y < low.y || middle.x >= high.x || middle.y >= high.y)
                continue;
            Random random(m_seed, 41, std::uint64_t(std::llround(from.x)), std::uint64_t(std::llround(from.y)));
            const bool isAvenue = std::sin(middle.x / 330) + std::cos(middle.y / 410) > -0.5;
            for (const double side : {-avenueAway, avenueAway}) {
                const Vec2 place = middle + left(unit(road.points[i + 1] - from)) * side;
                if (random.chance(isAvenue ? 0.85 : 0.12) && !near.hits(place, 2))
                    plants.push_back(tree(place, random, 8, 14));
            }
        }
    }
    return plants;
}

std::vector<Plant> Planter::alongField(const Field& field) const
{
    std::vector<Plant> plants;
    const Vec2 first = field.ring.front();
    Random random(m_seed, 23, std::uint64_t(std::llround(first.x)), std::uint64_t(std::llround(first.y)));
    if (!random.chance(0.30))
        return plants;
    const auto side = std::size_t(random.whole(0, int(field.ring.size()) - 1));
    const Vec2 a = field.ring[side];
    const Vec2 b = field.ring[(side + 1) % field.ring.size()];
    const double whole = length(b - a);
    for (double x = random.between(3, 12); x < whole - 3; x += random.between(9, 22))
        plants.push_back(tree(a + unit(b - a) * x, random, 5, 13));
    return plants;
}

} // namespace twin::demo
