// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/TownPlan.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace twin::demo {
namespace {

constexpr double fullTurn = 2 * std::numbers::pi;
constexpr int wallSteps = 72;
constexpr double wallRoadHalf = 24; ///< the Wallring is a boulevard
constexpr double mainStreetHalf = 12;
constexpr double streetHalf = 8;
constexpr double alleyHalf = 5;

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

Random streamOf(std::uint64_t seed, std::uint64_t a, std::uint64_t b, std::uint64_t c)
{
    return Random(seed, a, b, c);
}

} // namespace

TownPlan::TownPlan(const Assets& assets, std::size_t settlement, quint32 seed)
    : m_assets(assets),
      m_settlement(assets.settlements[settlement]),
      m_index(settlement),
      m_seed(seed + settlement * 0x1'0000'0001ULL),
      m_isCity(settlement == 0),
      m_mainRadials(m_isCity ? 14 : 7),
      m_centre(m_settlement.centre)
{
    std::vector<double> raw;
    for (int i = 0; i < wallSteps; ++i)
        raw.push_back(rayLength(m_settlement.core, m_centre, fullTurn * i / wallSteps));
    for (int i = 0; i < wallSteps; ++i) { // rounds the corners of the surveyor's polygon off
        m_wallRadii.push_back((raw[std::size_t((i + wallSteps - 1) % wallSteps)] + 2 * raw[std::size_t(i)] +
                               raw[std::size_t((i + 1) % wallSteps)]) /
                              4);
        m_meanRadius += m_wallRadii.back() / wallSteps;
    }
}

std::uint64_t TownPlan::blockId(std::uint64_t local) const
{
    return m_index * 20'000'000 + local;
}

std::vector<double> TownPlan::gridLines(bool northwards) const
{
    if (m_isCity)
        return northwards ? std::vector<double>(northings.begin(), northings.end())
                          : std::vector<double>(eastings.begin(), eastings.end());
    const int blocks = std::max(1, int(std::lround(2 * m_meanRadius / 105)));
    Random random = streamOf(m_seed, 5, northwards ? 1 : 0, 0);
    std::vector<double> lines{-1};
    for (int i = 1; i < blocks; ++i)
        lines.push_back(-1 + 2.0 * (i + random.between(-0.18, 0.18)) / blocks);
    lines.push_back(1);
    if (northwards) // as the table above: from north
        std::reverse(lines.begin(), lines.end());
    return lines;
}

double TownPlan::wallRadius(double angle) const
{
    const double steps = angle / fullTurn * wallSteps;
    const double whole = std::floor(steps);
    const auto index = std::size_t((int(whole) % wallSteps + wallSteps) % wallSteps);
    return m_wallRadii[index] + (m_wallRadii[(index + 1) % wallSteps] - m_wallRadii[index]) * (steps - whole);
}

Vec2 TownPlan::warped(Vec2 p) const
{
    const Vec2 d = p - m_centre;
    const double outside = std::clamp((length(d) - m_meanRadius) / 700, 0.0, 1.0);
    const double amplitude = 5 + 17 * outside;
    const double phase = double(m_index) * 1.7;
    return p + Vec2{std::sin(d.y / 310 + 0.7 + phase) + std::sin((d.x + d.y) / 470 + 2.1),
                    std::sin(d.x / 350 + 1.3) + std::sin((d.x - d.y) / 520 + 4.2 + phase)} *
                   amplitude;
}

Vec2 TownPlan::fromPolar(double angle, double beyondWall) const
{
    return warped(m_centre + Vec2{std::cos(angle), std::sin(angle)} * (wallRadius(angle) + beyondWall));
}

Vec2 TownPlan::fromSquare(double u, double v) const
{
    // Elliptical grid mapping: the square's lines become the gently bent streets of an old town within its wall.
    const Vec2 disc{u * std::sqrt(1 - v * v / 2), v * std::sqrt(1 - u * u / 2)};
    const double angle = std::atan2(disc.y, disc.x);
    return warped(m_centre + disc * wallRadius(angle));
}

double TownPlan::ringDistance(int ring) const
{
    double distance = 0;
    for (int i = 0; i < ring; ++i)
        distance += streamOf(m_seed, 1, std::uint64_t(i), 0).between(88, 132);
    return distance;
}

Quarter TownPlan::quarterAt(Vec2 p, double beyondWall) const
{
    const Vec2 d = p - m_centre;
    // Suburban centres: the town is not the same in all directions.
    const double unevenness =
        220 * (std::sin(d.x / 640 + 0.4) * std::sin(d.y / 710 + 1.9)) + 160 * std::sin((d.x - 2 * d.y) / 1900);
    if (m_isCity) {
        const double value = beyondWall + unevenness;
        return value < 380    ? Quarter::Dense
               : value < 720  ? Quarter::Mixed
               : value < 1250 ? Quarter::Rows
                              : Quarter::Suburb;
    }
    const double value = beyondWall + unevenness * 0.45;
    const QByteArray& density = m_settlement.density;
    if (density == "dense")
        return value < 90    ? Quarter::Dense
               : value < 380 ? Quarter::Mixed
               : value < 800 ? Quarter::Rows
                             : Quarter::Suburb;
    if (density == "medium")
        return value < 140 ? Quarter::Mixed : value < 620 ? Quarter::Rows : Quarter::Suburb;
    return value < (density == "suburban" ? 160 : 0) ? Quarter::Rows : Quarter::Suburb;
}

QByteArray TownPlan::postcodeAt(Vec2 p) const
{
    if (!m_isCity)
        return m_settlement.postcode;
    const Vec2 d = p - m_centre;
    if (length(d) < 380)
        return m_settlement.postcode;
    static constexpr std::array<const char*, 8> aroundTheCentre{"44143", "44145", "44145", "44147",
                                                                "44137", "44139", "44139", "44141"};
    const double turn = std::atan2(d.y, d.x) / fullTurn;
    return aroundTheCentre[std::size_t(std::floor((turn < 0 ? turn + 1 : turn) * 8)) % 8];
}

QByteArray TownPlan::streetName(std::uint64_t key, double beyondWall) const
{
    Random random = streamOf(m_seed, 2, key, 0);
    const auto& known = m_assets.streets.at("street");
    if (m_isCity && beyondWall < 1500 && random.chance(0.9))
        return known[random.next() % known.size()];
    const auto& first = m_assets.streets.at("first");
    const auto& last = m_assets.streets.at("last");
    return first[random.next() % first.size()] + last[random.next() % last.size()];
}

QByteArray TownPlan::ringName(int ring, const Sector& sector) const
{
    if (ring == 0 && m_isCity) {
        const auto& names = m_assets.streets.at("ring"); // they are listed clockwise from north
        const double turn = (std::numbers::pi / 2 - (sector.from + sector.to) / 2) / fullTurn;
        return names[std::size_t((turn - std::floor(turn)) * double(names.size())) % names.size()];
    }
    return streetName(std::uint64_t(ring) * 1000 + std::uint64_t(sector.index / 6), ringDistance(ring));
}

QByteArray TownPlan::radialName(int ring, double angle, bool isMain, int index) const
{
    if (isMain && m_isCity && ring < 12) {
        const auto& names = m_assets.streets.at("radial");
        const double turn = (std::numbers::pi / 2 - angle) / fullTurn;
        return names[std::size_t(std::lround((turn - std::floor(turn)) * double(names.size()))) % names.size()];
    }
    return streetName(5'000'000 + std::uint64_t(ring / 2) * 10'000 + std::uint64_t(index), ringDistance(ring));
}

double TownPlan::boundaryAngle(int ring, int index, int count) const
{
    const int perMain = count / m_mainRadials;
    const auto mainAngle = [this](int m) {
        return fullTurn * (m + streamOf(m_seed, 3, std::uint64_t(m % m_mainRadials), 0).between(-0.22, 0.22)) /
               m_mainRadials;
    };
    const double from = mainAngle(index / perMain);
    const int within = index % perMain;
    if (within == 0)
        return from;
    const double width = mainAngle(index / perMain + 1) - from;
    // Side streets start anew every second ring: no endless rays, but crossroads of three.
    const double jitter = streamOf(m_seed, 4, std::uint64_t(ring / 2), std::uint64_t(index)).between(-0.24, 0.24);
    return from + width * (within + jitter) / perMain;
}

std::vector<TownPlan::Sector> TownPlan::sectors(int ring) const
{
    const double radius = m_meanRadius + 100 + ringDistance(ring);
    int count = m_mainRadials * 2;
    while (fullTurn * radius / count > 205)
        count += m_mainRadials;
    const int perMain = count / m_mainRadials;
    std::vector<Sector> all;
    for (int i = 0; i < count; ++i)
        all.push_back({boundaryAngle(ring, i, count),
                       i + 1 == count ? boundaryAngle(ring, 0, count) + fullTurn : boundaryAngle(ring, i + 1, count), i,
                       i % perMain == 0, (i + 1) % perMain == 0});
    return all;
}

void TownPlan::finish(Block& block, double beyondWall) const
{
    const Vec2 middle = twin::demo::centreOf(block.corners);
    block.quarter = beyondWall < 0 && m_isCity ? Quarter::Core : quarterAt(middle, std::max(0.0, beyondWall));
    block.postcode = postcodeAt(middle);
    // The town grows further south than north, where the railway and the harbour are.
    const Vec2 d = middle - m_centre;
    const double south = m_isCity ? std::max(0.0, -d.y / std::max(1.0, length(d))) : 0;
    block.growth = beyondWall < 0 ? beyondWall : beyondWall / (1 + (mostSouthwards - 1) * south);
}

std::vector<Block> TownPlan::centreBlocks() const
{
    const auto& eastWest = m_assets.streets.at("east_west");
    const auto& northSouth = m_assets.streets.at("north_south");
    const auto axisName = [&](std::size_t line, double u) {
        const QList<QByteArray> parts = eastWest[line % eastWest.size()].split('|');
        return u < 0 ? parts.first() : parts.last();
    };
    const auto streetOf = [&](bool isEastWest, std::size_t line, double u) {
        if (!m_isCity)
            return streetName(20'000'000 + line * 2 + (isEastWest ? 1 : 0), 0);
        return isEastWest ? axisName(line, u) : northSouth[line % northSouth.size()];
    };
    const std::vector<double> acrossLines = gridLines(false);
    const std::vector<double> upLines = gridLines(true);
    const double edge = m_isCity ? wallRoadHalf : mainStreetHalf;
    std::vector<Block> blocks;
    for (std::size_t row = 0; row + 1 < upLines.size(); ++row)
        for (std::size_t col = 0; col + 1 < acrossLines.size(); ++col) {
            const double west = acrossLines[col];
            const double east = acrossLines[col + 1];
            const double north = upLines[row];
            const double south = upLines[row + 1];
            Block block;
            block.id = blockId(row * 100 + col);
            block.corners = {fromSquare(west, south), fromSquare(east, south), fromSquare(east, north),
                             fromSquare(west, north)};
            const auto half = [edge](bool isWall) { return isWall ? edge : streetHalf; };
            block.setbacks = {half(row + 2 == upLines.size()), half(col + 2 == acrossLines.size()), half(row == 0),
                              half(col == 0)};
            const int along = int(col % 5) * 20;
            const int across = int(row) * 16;
            block.frontages = {
                Frontage{streetOf(true, row + 1, west), along + 1}, Frontage{streetOf(false, col + 1, 0), across + 2},
                Frontage{streetOf(true, row, west), along + 2}, Frontage{streetOf(false, col, 0), across + 1}};
            finish(block, -1 - double(upLines.size() - row));
            Random random = streamOf(m_seed, 6, block.id, 0);
            addSplit(block, random, blocks);
        }
    return blocks;
}

std::vector<Block> TownPlan::ringBlocks(int ring) const
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
                          sector.mainTo ? mainStreetHalf : streetHalf,
                          ring > 0   ? streetHalf
                          : m_isCity ? wallRoadHalf
                                     : mainStreetHalf};
        const int along = (sector.index % 6) * 24;
        const int across = (ring % 12) * 18;
        Sector next = sector;
        block.frontages = {Frontage{radialName(ring, sector.from, sector.mainFrom, sector.index), across + 1},
                           Frontage{ringName(ring + 1, next), along + 2},
                           Frontage{radialName(ring, sector.to, sector.mainTo, sector.index + 1), across + 2},
                           Frontage{ringName(ring, sector), along + 1}};
        finish(block, (inner + outer) / 2);
        Random random = streamOf(m_seed, 6, block.id, 0);
        addSplit(block, random, blocks);
    }
    return blocks;
}

void TownPlan::addSplit(const Block& block, Random& random, std::vector<Block>& blocks) const
{
    const Quad& q = block.corners;
    const double width = std::max(length(q[1] - q[0]), length(q[2] - q[3]));
    const double depth = std::max(length(q[2] - q[1]), length(q[3] - q[0]));
    const double longer = std::max(width, depth);
    const bool split = longer > 150 ? random.chance(0.75) : longer > 115 && random.chance(0.3);
    if (!split) {
        blocks.push_back(block);
        return;
    }
    const double share = random.between(0.38, 0.62);
    Block a = block;
    Block b = block;
    b.id = block.id + 2'000'000'000;
    const Frontage lane{streetName(9'000'000 + block.id, block.quarter == Quarter::Core ? 0 : block.growth), 1};
    const auto cut = [&](std::size_t side) { // the lane runs from side to the opposite one
        const std::size_t opposite = (side + 2) % 4;
        const std::size_t next = (side + 1) % 4;
        const Vec2 p = mix(q[side], q[next], share);
        const Vec2 o = mix(q[opposite], q[(opposite + 1) % 4], 1 - share);
        a.corners[next] = p;
        a.corners[opposite] = o;
        b.corners[side] = p;
        b.corners[(opposite + 1) % 4] = o;
        a.setbacks[next] = b.setbacks[(opposite + 1) % 4] = alleyHalf;
        a.frontages[next] = lane;
        b.frontages[(opposite + 1) % 4] = {lane.street, lane.firstNumber + 1};
        b.frontages[side].firstNumber += 12;
        b.frontages[opposite].firstNumber += 12;
    };
    cut(width >= depth ? 0 : 1);
    blocks.push_back(a);
    blocks.push_back(b);
}

} // namespace twin::demo
