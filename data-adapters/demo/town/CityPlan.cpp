// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/town/CityPlan.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace twin::demo {
namespace {

constexpr double fullTurn = 2 * std::numbers::pi;
constexpr int wallSteps = 72;
constexpr double wallRoadHalf = 24; ///< the Wallring is a boulevard
constexpr int mainRadials = 14;

/// Lines of the grid inside the Wallring, −1 … 1; the wide gaps are where the Hellweg's blocks are deep.
constexpr std::array eastings{-1.0, -0.80, -0.58, -0.36, -0.10, 0.10, 0.36, 0.56, 0.78, 1.0};
constexpr std::array northings{1.0, 0.70, 0.42, 0.12, -0.18, -0.46, -0.74, -1.0};

double rayLength(const Ring& ring, Vec2 centre, double angle)
{
    const Vec2 direction{std::cos(angle), std::sin(angle)};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i] - centre;
        const Vec2 ab = ring[(i + 1) % ring.size()] - ring[i];
        const double denominator = cross(direction, ab);
        if (denominator == 0)
            continue;
        const double t = cross(a, ab) / denominator;
        const double s = cross(a, direction) / denominator;
        if (t > 0 && s >= 0 && s <= 1)
            return t;
    }
    return 500;
}

} // namespace

CityPlan::CityPlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed)
    : TownPlan(assets, links, settlement, seed)
{
    std::vector<double> raw;
    raw.reserve(wallSteps);
    for (int i = 0; i < wallSteps; ++i)
        raw.push_back(rayLength(m_settlement.core, centre(), fullTurn * i / wallSteps));
    for (int i = 0; i < wallSteps; ++i) { // rounds the corners of the surveyor's polygon off
        m_wallRadii.push_back((raw[std::size_t((i + wallSteps - 1) % wallSteps)] + 2 * raw[std::size_t(i)] +
                               raw[std::size_t((i + 1) % wallSteps)]) /
                              4);
        m_meanRadius += m_wallRadii.back() / wallSteps;
    }
}

double CityPlan::wallRadius(double angle) const
{
    const double steps = angle / fullTurn * wallSteps;
    const double whole = std::floor(steps);
    const auto index = std::size_t((int(whole) % wallSteps + wallSteps) % wallSteps);
    return m_wallRadii[index] + (m_wallRadii[(index + 1) % wallSteps] - m_wallRadii[index]) * (steps - whole);
}

Vec2 CityPlan::warped(Vec2 p) const
{
    return waved(p, 5 + 30 * std::clamp((length(p - centre()) - m_meanRadius) / 900, 0.0, 1.0));
}

Vec2 CityPlan::fromPolar(double angle, double beyondWall) const
{
    // Rings are no circles, and roads that lead out bend.
    const double stretch = 1 + 0.10 * std::sin(2 * angle + 0.6) + 0.05 * std::sin(3 * angle + 1.9);
    const double turned = angle + 0.05 * std::sin(beyondWall / 210);
    return warped(centre() + Vec2{std::cos(turned), std::sin(turned)} * (wallRadius(angle) + beyondWall * stretch));
}

Vec2 CityPlan::fromSquare(double u, double v) const
{
    // Elliptical grid mapping: the square's lines become the gently bent streets of an old town within its wall.
    const Vec2 disc{u * std::sqrt(1 - v * v / 2), v * std::sqrt(1 - u * u / 2)};
    const double angle = std::atan2(disc.y, disc.x);
    return warped(centre() + disc * wallRadius(angle));
}

double CityPlan::ringDistance(int ring) const
{
    double distance = 0;
    for (int i = 0; i < ring; ++i)
        distance += streamOf(1, std::uint64_t(i), 0).between(88, 132);
    return distance;
}

Quarter CityPlan::quarterAt(Vec2 p, double beyondWall) const
{
    const Vec2 d = p - centre();
    // Suburban centres: the town is not the same in all directions.
    const double unevenness =
        220 * (std::sin(d.x / 640 + 0.4) * std::sin(d.y / 710 + 1.9)) + 160 * std::sin((d.x - 2 * d.y) / 1900);
    const double value = std::max(0.0, beyondWall) + unevenness;
    return beyondWall < 0 ? Quarter::Core
           : value < 380  ? Quarter::Dense
           : value < 720  ? Quarter::Mixed
           : value < 1250 ? Quarter::Rows
                          : Quarter::Suburb;
}

/// The city grows further south than north, where the railway and the harbour are.
double CityPlan::favourOf(Vec2 p) const
{
    const Vec2 d = p - centre();
    const double south = std::max(0.0, -d.y / std::max(1.0, length(d)));
    return std::min(1.0, 0.4 * south + 0.6 * nearRoad(p));
}

QByteArray CityPlan::postcodeAt(Vec2 p) const
{
    const Vec2 d = p - centre();
    if (length(d) < 380)
        return m_settlement.postcode;
    static constexpr std::array<const char*, 8> aroundTheCentre{"44143", "44145", "44145", "44147",
                                                                "44137", "44139", "44139", "44141"};
    const double turn = std::atan2(d.y, d.x) / fullTurn;
    return aroundTheCentre[std::size_t(std::floor((turn < 0 ? turn + 1 : turn) * 8)) % 8];
}

QByteArray CityPlan::streetName(std::uint64_t key, double beyondWall) const
{
    Random random = streamOf(11, key, 0);
    const auto& known = m_assets.streets.at("street");
    if (beyondWall < 1500 && random.chance(0.9))
        return known[random.next() % known.size()];
    return TownPlan::streetName(key, beyondWall);
}

QByteArray CityPlan::ringName(int ring, const Sector& sector) const
{
    if (ring == 0) {
        const auto& names = m_assets.streets.at("ring"); // they are listed clockwise from north
        const double turn = (std::numbers::pi / 2 - (sector.from + sector.to) / 2) / fullTurn;
        return names[std::size_t((turn - std::floor(turn)) * double(names.size())) % names.size()];
    }
    return streetName(std::uint64_t(ring) * 1000 + std::uint64_t(sector.index / 6), ringDistance(ring));
}

QByteArray CityPlan::radialName(int ring, double angle, bool isMain, int index) const
{
    if (isMain && ring < 12) {
        const auto& names = m_assets.streets.at("radial");
        const double turn = (std::numbers::pi / 2 - angle) / fullTurn;
        return names[std::size_t(std::lround((turn - std::floor(turn)) * double(names.size()))) % names.size()];
    }
    return streetName(5'000'000 + std::uint64_t(ring / 2) * 10'000 + std::uint64_t(index), ringDistance(ring));
}

double CityPlan::boundaryAngle(int ring, int index, int count) const
{
    const int perMain = count / mainRadials;
    const auto mainAngle = [this](int m) {
        return fullTurn * (m + streamOf(3, std::uint64_t(m % mainRadials), 0).between(-0.22, 0.22)) / mainRadials;
    };
    const double from = mainAngle(index / perMain);
    const int within = index % perMain;
    if (within == 0)
        return from;
    const double width = mainAngle(index / perMain + 1) - from;
    // Side streets start anew every second ring: no endless rays, but crossroads of three.
    const double jitter = streamOf(4, std::uint64_t(ring / 2), std::uint64_t(index)).between(-0.24, 0.24);
    return from + width * (within + jitter) / perMain;
}

std::vector<CityPlan::Sector> CityPlan::sectors(int ring) const
{
    const double radius = m_meanRadius + 100 + ringDistance(ring);
    int count = mainRadials * 2;
    while (fullTurn * radius / count > 205)
        count += mainRadials;
    const int perMain = count / mainRadials;
    std::vector<Sector> all;
    all.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back({boundaryAngle(ring, i, count),
                       i + 1 == count ? boundaryAngle(ring, 0, count) + fullTurn : boundaryAngle(ring, i + 1, count), i,
                       i % perMain == 0, (i + 1) % perMain == 0});
    return all;
}

std::vector<Block> CityPlan::centreBlocks() const
{
    const auto& eastWest = m_assets.streets.at("east_west");
    const auto& northSouth = m_assets.streets.at("north_south");
    const auto axisName = [&](std::size_t line, double u) {
        const QList<QByteArray> parts = eastWest[line % eastWest.size()].split('|');
        return u < 0 ? parts.first() : parts.last();
    };
    const auto streetOf = [&](bool isEastWest, std::size_t line, double u) {
        return isEastWest ? axisName(line, u) : northSouth[line % northSouth.size()];
    };
    std::vector<Block> blocks;
    for (std::size_t row = 0; row + 1 < northings.size(); ++row)
        for (std::size_t col = 0; col + 1 < eastings.size(); ++col) {
            const double west = eastings[col];
            const double east = eastings[col + 1];
            const double north = northings[row];
            const double south = northings[row + 1];
            Block block;
            block.id = blockId(row * 100 + col);
            block.corners = {fromSquare(west, south), fromSquare(east, south), fromSquare(east, north),
                             fromSquare(west, north)};
            const auto half = [](bool isWall) { return isWall ? wallRoadHalf : streetHalf; };
            block.setbacks = {half(row + 2 == northings.size()), half(col + 2 == eastings.size()), half(row == 0),
                              half(col == 0)};
            const int along = int(col % 5) * 20;
            const int across = int(row) * 16;
            block.frontages = {
                Frontage{streetOf(true, row + 1, west), along + 1}, Frontage{streetOf(false, col + 1, 0), across + 2},
                Frontage{streetOf(true, row, west), along + 2}, Frontage{streetOf(false, col, 0), across + 1}};
            add(std::move(block), -1 - double(northings.size() - row), blocks);
        }
    return blocks;
}

std::vector<Block> CityPlan::ringBlocks(int ring) const
{
    std::vector<Block> blocks;
    const double inner = ringDistance(ring);
    const double outer = ringDistance(ring + 1);
    for (const Sector& sector : sectors(ring)) {
        Block block;
        block.id = blockId(1'000'000 + std::uint64_t(ring) * 10'000 + std::uint64_t(sector.index) * 2);
        block.corners = {fromPolar(sector.from, inner), fromPolar(sector.from, outer), fromPolar(sector.to, outer),
                         fromPolar(sector.to, inner)};
        block.setbacks = {sector.mainFrom ? mainStreetHalf : streetHalf, streetHalf,
                          sector.mainTo ? mainStreetHalf : streetHalf, ring > 0 ? streetHalf : wallRoadHalf};
        const int along = (sector.index % 6) * 24;
        const int across = (ring % 12) * 18;
        Sector next = sector;
        block.frontages = {Frontage{radialName(ring, sector.from, sector.mainFrom, sector.index), across + 1},
                           Frontage{ringName(ring + 1, next), along + 2},
                           Frontage{radialName(ring, sector.to, sector.mainTo, sector.index + 1), across + 2},
                           Frontage{ringName(ring, sector), along + 1}};
        add(std::move(block), (inner + outer) / 2, blocks);
    }
    return blocks;
}

} // namespace twin::demo
