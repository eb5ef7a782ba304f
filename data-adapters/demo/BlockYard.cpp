// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/BlockYard.h"

#include <algorithm>
#include <numbers>

namespace twin::demo {
namespace {

/// "DENWDEMO" and eight digits of base 36: as long as an ALKIS identifier, and no authority's.
QByteArray identifier(std::uint64_t block, std::uint64_t number)
{
    QByteArray id = "DENWDEMO00000000";
    std::uint64_t value = block * 512 + number;
    for (qsizetype i = id.size(); i-- > 8; value /= 36)
        id[i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[value % 36];
    return id;
}

} // namespace

BlockYard::BlockYard(const Block& block, const Quad& land, const Ground& ground, Obstacles obstacles, Random& random)
    : m_block(block), m_land(land), m_ground(ground), m_obstacles(std::move(obstacles)), m_random(random)
{
}

BlockYard::Line BlockYard::lineOf(const Quad& quad, std::size_t side) const
{
    const Vec2 edge = quad[(side + 1) % 4] - quad[side];
    return {quad[side], unit(edge), length(edge), side};
}

std::size_t BlockYard::longestSide() const
{
    std::size_t longest = 0;
    for (std::size_t side = 1; side < 4; ++side)
        if (lineOf(m_land, side).length > lineOf(m_land, longest).length)
            longest = side;
    return longest;
}

bool BlockYard::fits(const Quad& quad) const
{
    return std::all_of(quad.begin(), quad.end(), [this](Vec2 p) { return contains(m_land, p); });
}

double BlockYard::lowestGround(const Quad& quad) const
{
    double lowest = m_ground.at(quad[0]);
    for (const Vec2& p : quad)
        lowest = std::min(lowest, m_ground.at(p));
    return lowest;
}

Part BlockYard::partOf(const Quad& quad, const Design& design, double ground) const
{
    const double eaves = ground + design.storeys * design.storeyHeight + (design.storeys > 1 ? 0.7 : 0.2);
    const double depth = length(quad[3] - quad[0]);
    double rise = 0;
    if (design.roof == RoofForm::Gabled || design.roof == RoofForm::Hipped || design.roof == RoofForm::Tented)
        rise = depth / 2 * std::tan(design.pitchDegrees * std::numbers::pi / 180);
    else if (design.roof == RoofForm::Pent)
        rise = depth * std::tan(12 * std::numbers::pi / 180);
    return {house(quad, ground, eaves, eaves + rise, design.roof), design.roof};
}

DemoBuilding* BlockYard::addSolid(Solid&& solid, RoofForm roof, Vec2 place, double radius, const Design& design)
{
    const std::uint64_t number = m_count++;
    const int year = m_random.whole(2008, 2025);
    const int day = m_random.whole(1, 336);
    if (m_obstacles.hits(place, radius))
        return nullptr;
    DemoBuilding building;
    building.id = identifier(m_block.id, number);
    building.function = design.function;
    building.storeys = design.storeys;
    building.postcode = m_block.postcode;
    building.year = year;
    building.day = day;
    building.place = place;
    building.parts.push_back({std::move(solid), roof});
    return &m_buildings.emplace_back(std::move(building));
}

DemoBuilding* BlockYard::add(const Quad& quad, const Design& design)
{
    const Vec2 place = centreOf(quad);
    double radius = 0;
    for (const Vec2& p : quad)
        radius = std::max(radius, length(p - place));
    Part part = partOf(quad, design, lowestGround(quad));
    return addSolid(std::move(part.solid), part.roof, place, radius, design);
}

void BlockYard::addressAt(DemoBuilding* building, std::size_t side, int number)
{
    if (building == nullptr)
        return;
    building->street = m_block.frontages[side].street;
    building->houseNumber = QByteArray::number(m_block.frontages[side].firstNumber + 2 * number);
}

RoofForm BlockYard::townRoof() const
{
    const double x = m_random.unit();
    if (m_block.quarter == Quarter::Core)
        return x < 0.50 ? RoofForm::Flat : x < 0.88 ? RoofForm::Gabled : x < 0.96 ? RoofForm::Hipped : RoofForm::Pent;
    return x < 0.17 ? RoofForm::Flat : x < 0.90 ? RoofForm::Gabled : RoofForm::Hipped;
}

QByteArray BlockYard::townFunction() const
{
    const double x = m_random.unit();
    if (m_block.quarter == Quarter::Core)
        return x < 0.42   ? "31001_1123"
               : x < 0.67 ? "31001_2050"
               : x < 0.80 ? "31001_2020"
               : x < 0.88 ? "31001_1122"
               : x < 0.91 ? "31001_2071"
               : x < 0.94 ? "31001_2030"
                          : "31001_1010";
    return x < 0.66 ? "31001_1010" : x < 0.90 ? "31001_1123" : x < 0.95 ? "31001_2020" : "31001_2010";
}

BlockYard::Design BlockYard::townHouse() const
{
    Design design;
    design.storeys = m_block.quarter == Quarter::Core    ? m_random.whole(4, 5)
                     : m_block.quarter == Quarter::Dense ? m_random.whole(3, 4)
                                                         : 3;
    design.storeyHeight = m_random.between(3.0, 3.6);
    design.roof = townRoof();
    design.pitchDegrees = m_random.between(36, 47);
    return design;
}

void BlockYard::buildPerimeter()
{
    const double depth = m_random.between(10.5, 13.5);
    const auto court = inset(m_land, depth);
    const Design base = townHouse();
    if (!court || length((*court)[1] - (*court)[0]) < 9 || length((*court)[2] - (*court)[1]) < 9) {
        buildStore();
        return;
    }
    for (std::size_t side = 0; side < 4; ++side)
        addPerimeterSide(lineOf(m_land, side), *court, depth, base);
    if (m_random.chance(0.55))
        addCourtGarages(*court);
}

void BlockYard::addPerimeterSide(const Line& line, const Quad& court, double depth, const Design& base)
{
    // Party walls stand square to the street; only the corner houses share the mitre of the two building lines.
    const double first = dot(court[line.side] - line.origin, line.along);
    const double last = dot(court[(line.side + 1) % 4] - line.origin, line.along);
    double from = 0;
    for (int number = 0; from < line.length; ++number) {
        double to = (from == 0 ? std::max(first, 0.0) : from) + m_random.between(11, 19);
        if (to > last - 6)
            to = line.length;
        const bool isCorner = from == 0 || to == line.length;
        Quad lot = line.lot(from, to, 0, depth);
        if (from == 0)
            lot[3] = court[line.side];
        if (to == line.length)
            lot[2] = court[(line.side + 1) % 4];
        Design design = base;
        design.storeys = std::max(2, base.storeys + (m_random.chance(0.25) ? m_random.whole(-1, 1) : 0) +
                                         (isCorner && m_random.chance(0.2) ? 1 : 0));
        design.storeyHeight += m_random.between(-0.08, 0.08);
        if (m_random.chance(0.3))
            design.roof = townRoof();
        design.function = townFunction();
        const bool gap = !isCorner && m_random.chance(0.05);
        if (!gap) {
            DemoBuilding* building = add(lot, design);
            addressAt(building, line.side, number);
            if (building != nullptr && !isCorner && m_random.chance(0.16))
                addWing(*building, line, from, to, depth, court, design);
        }
        from = to;
    }
}

void BlockYard::addWing(DemoBuilding& building, const Line& line, double from, double to, double depth,
                        const Quad& court, const Design& design)
{
    const double width = (to - from) * m_random.between(0.4, 0.6);
    const Quad wing = line.lot(from, from + width, depth, depth + m_random.between(4.5, 8));
    if (!std::all_of(wing.begin(), wing.end(), [&](Vec2 p) { return contains(court, p + left(line.along) * 0.01); }))
        return;
    Design lower = design;
    lower.storeys = std::max(1, design.storeys - m_random.whole(1, 2));
    lower.roof = m_random.chance(0.5) ? RoofForm::Flat : RoofForm::Pent;
    // A pent roof leans on the house: its high side is the one that touches it.
    const Quad turned = lower.roof == RoofForm::Pent ? Quad{wing[2], wing[3], wing[0], wing[1]} : wing;
    building.parts.push_back(partOf(turned, lower, building.parts[0].solid.bottom()));
}

void BlockYard::addCourtGarages(const Quad& court)
{
    const auto outer = inset(court, 8.5);
    if (!outer)
        return;
    const Line line = lineOf(*outer, std::size_t(m_random.whole(0, 3)));
    const int count = std::min(int(line.length / 3), m_random.whole(3, 12));
    for (int i = 0; i < count; ++i)
        if (const Quad lot = line.lot(i * 3.0, i * 3.0 + 3.0, 0, 5.6);
            contains(*outer, lot[2]) && contains(*outer, lot[3]))
            addGarage(lot);
}

void BlockYard::addGarage(const Quad& quad)
{
    Design garage;
    garage.storeyHeight = 2.5;
    garage.function = "31001_2463";
    if (DemoBuilding* building = add(quad, garage))
        building->storeys = 0;
}

void BlockYard::buildStore()
{
    Design design = townHouse();
    design.storeys = m_block.quarter == Quarter::Core ? m_random.whole(4, 6) : m_random.whole(2, 4);
    design.storeyHeight = 3.9;
    design.function = m_random.chance(0.4) ? "31001_2051" : m_random.chance(0.5) ? "31001_2020" : "31001_2050";
    const double ground = lowestGround(m_land);
    const double roof = ground + design.storeys * design.storeyHeight;
    const Ring outline(m_land.begin(), m_land.end());
    const Vec2 place = centreOf(m_land);
    double radius = 0;
    for (const Vec2& p : outline)
        radius = std::max(radius, length(p - place));
    DemoBuilding* building = addSolid(prism(outline, ground, roof), RoofForm::Flat, place, radius, design);
    addressAt(building, longestSide(), 0);
    if (building == nullptr)
        return;
    if (const auto top = inset(m_land, m_random.between(4, 7)))
        building->parts.push_back(
            {prism(Ring(top->begin(), top->end()), roof, roof + m_random.whole(1, 2) * 3.4), RoofForm::Flat});
}

} // namespace twin::demo
