// SPDX-License-Identifier: GPL-3.0-or-later
// Open development: everything of BlockYard that does not close the block.
#include "demo/BlockYard.h"

#include <algorithm>

namespace twin::demo {

void BlockYard::buildRows()
{
    const std::size_t longest = longestSide();
    const double garden = m_random.between(3.5, 6);
    const double depth = m_random.between(9, 10.5);
    Design base;
    base.storeys = m_random.whole(2, 3);
    base.storeyHeight = 2.85;
    base.roof = m_random.chance(0.85) ? RoofForm::Gabled : RoofForm::Pent;
    base.pitchDegrees = m_random.between(32, 45);
    const double width = m_random.between(5.6, 7.6);
    const double across = lineOf(m_land, (longest + 1) % 4).length;
    for (const std::size_t side : {longest, (longest + 2) % 4}) {
        if (side != longest && across < 2 * (garden + depth) + 14)
            break;
        const Line line = lineOf(m_land, side);
        double x = m_random.between(3, 9);
        int number = 0;
        while (x + 2 * width < line.length) {
            const int houses = m_random.whole(3, 8);
            Design row = base;
            row.pitchDegrees += m_random.between(-2, 2);
            // One row, one roof: all houses of it stand on the row's lowest ground.
            for (int i = 0; i < houses && x + width < line.length - 3; ++i, x += width, ++number)
                if (const Quad lot = line.lot(x, x + width, garden, garden + depth); fits(lot))
                    addressAt(add(lot, row), side, number);
            if (const Quad garage = line.lot(x + 0.5, x + 3.5, garden + 1, garden + 7);
                fits(garage) && m_random.chance(0.6))
                addGarage(garage);
            x += m_random.between(5, 10);
        }
    }
}

void BlockYard::buildDetached()
{
    const std::size_t longest = longestSide();
    const double across = lineOf(m_land, (longest + 1) % 4).length;
    for (const std::size_t side : {longest, (longest + 2) % 4}) {
        if (side != longest && across < 44)
            break;
        const Line line = lineOf(m_land, side);
        double x = m_random.between(1, 4);
        for (int number = 0; x + 13 < line.length; ++number) {
            const double lot = m_random.between(15, 22);
            const double length = m_random.between(8.5, 12.5);
            const double depth = m_random.between(8, 10.5);
            const double front = m_random.between(3, 7);
            const double from = x + m_random.between(1, 3);
            Design design;
            design.storeys = m_random.chance(0.35) ? 1 : 2;
            design.storeyHeight = 2.8;
            const double form = m_random.unit();
            design.roof = form < 0.60   ? RoofForm::Gabled
                          : form < 0.82 ? RoofForm::Hipped
                          : form < 0.92 ? RoofForm::Tented
                                        : RoofForm::Flat;
            design.pitchDegrees = m_random.between(28, 46);
            if (const Quad house = line.lot(from, from + length, front, front + depth); fits(house)) {
                DemoBuilding* building = add(house, design);
                addressAt(building, side, number);
                const Quad garage = line.lot(from + length + 0.3, from + length + 3.3, front + 1.5, front + 8);
                if (building != nullptr && fits(garage) && m_random.chance(0.65))
                    addGarage(garage);
                if (const Quad shed = line.lot(from + 1, from + 4, front + depth + 8, front + depth + 10.4);
                    fits(shed) && m_random.chance(0.15)) {
                    Design garden;
                    garden.storeyHeight = 2.1;
                    garden.roof = RoofForm::Pent;
                    garden.function = "31001_2723";
                    add(shed, garden);
                }
            }
            x += lot;
        }
    }
}

void BlockYard::buildAllotments()
{
    const Line line = lineOf(m_land, longestSide());
    constexpr double parcelWidth = 14;
    constexpr double parcelDepth = 21;
    const double depth = lineOf(m_land, (line.side + 1) % 4).length;
    for (double y = 5; y + parcelDepth < depth; y += parcelDepth)
        for (double x = 4; x + parcelWidth < line.length; x += parcelWidth) {
            const double from = x + m_random.between(2, 8);
            const double near = y + m_random.between(3, 12);
            Design hut;
            hut.storeyHeight = 2.2;
            hut.roof = m_random.chance(0.7) ? RoofForm::Gabled : RoofForm::Pent;
            hut.pitchDegrees = 22;
            hut.function = "31001_2723";
            const Quad lot = line.lot(from, from + m_random.between(3.5, 5), near, near + m_random.between(3, 4.4));
            if (m_random.chance(0.85) && contains(m_land, centreOf(lot)) && fits(lot))
                add(lot, hut);
        }
}

void BlockYard::buildSlabs()
{
    const std::size_t longest = longestSide();
    const Line line = lineOf(m_land, longest);
    const double across = lineOf(m_land, (longest + 1) % 4).length;
    Design design;
    design.storeys = m_random.whole(4, 8);
    design.storeyHeight = 2.85;
    const Vec2 centre = centreOf(m_land);
    if (m_random.chance(0.3)) { // a point tower on its podium
        design.storeys = m_random.whole(9, 15);
        const Quad podium =
            rectangle(centre, line.along, std::min(36.0, line.length * 0.55), std::min(26.0, across * 0.5));
        if (!fits(podium))
            return;
        Design low = design;
        low.storeys = 2;
        DemoBuilding* building = add(podium, low);
        addressAt(building, longest, 3);
        if (building == nullptr)
            return;
        building->storeys = design.storeys;
        const double base = building->parts[0].solid.top();
        const Quad tower = rectangle(centre, line.along, 19, 17);
        const double top = base + (design.storeys - 2) * design.storeyHeight;
        building->parts.push_back({prism(Ring(tower.begin(), tower.end()), base, top), RoofForm::Flat});
        const Quad cabin = rectangle(centre, line.along, 7, 5);
        building->parts.push_back({prism(Ring(cabin.begin(), cabin.end()), top, top + 2.8), RoofForm::Flat});
        return;
    }
    int number = 0;
    for (double y = 6; y + 14 < across; y += 32) {
        const double length = std::min(line.length - 14, m_random.between(36, 62));
        const double from = 6 + m_random.unit() * std::max(0.0, line.length - 14 - length);
        if (const Quad slab = line.lot(from, from + length, y, y + 12); length > 20 && fits(slab))
            addressAt(add(slab, design), longest, number);
        number += 3;
    }
}

void BlockYard::buildSchool()
{
    const std::size_t longest = longestSide();
    const Line line = lineOf(m_land, longest);
    const double across = lineOf(m_land, (longest + 1) % 4).length;
    const double length = std::min(70.0, line.length * 0.72);
    const double width = std::min(48.0, across * 0.72);
    if (length < 34 || width < 32)
        return buildSlabs();
    const Vec2 centre = centreOf(m_land);
    const Vec2 along = line.along;
    const auto at = [&](double x, double y) { return centre + along * x + left(along) * y; };
    const double wing = 11;
    const double a = length / 2;
    const double b = width / 2;
    const Ring outline{
        at(-a, -b),       at(a, -b), at(a, b), at(a - wing, b), at(a - wing, -b + wing), at(-a + wing, -b + wing),
        at(-a + wing, b), at(-a, b)};
    Design design;
    design.storeys = m_random.whole(2, 4);
    design.function = "31001_3021";
    const double ground = lowestGround(rectangle(centre, along, length, width));
    addressAt(addSolid(prism(outline, ground, ground + design.storeys * 3.5), RoofForm::Flat, centre, std::hypot(a, b),
                       design),
              longest, 2);
}

void BlockYard::buildHalls()
{
    const std::size_t longest = longestSide();
    const Line line = lineOf(m_land, longest);
    const double across = lineOf(m_land, (longest + 1) % 4).length;
    double x = 5;
    int number = 0;
    while (x + 24 < line.length) {
        const double length = std::min(line.length - x - 5, m_random.between(24, 55));
        const double depth = std::min(across - 12, m_random.between(22, 45));
        Design design;
        design.storeyHeight = m_random.between(5.5, 9.5);
        const double form = m_random.unit();
        design.roof = form < 0.6 ? RoofForm::Flat : form < 0.85 ? RoofForm::Gabled : RoofForm::Pent;
        design.pitchDegrees = 10;
        design.function = m_random.chance(0.5) ? "31001_2143" : "31001_2010";
        if (const Quad hall = line.lot(x, x + length, 5, 5 + depth); depth > 12 && fits(hall))
            addressAt(add(hall, design), longest, number++);
        x += length + m_random.between(7, 14);
    }
}

} // namespace twin::demo
