// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/LandmarkSite.h"

#include <array>

namespace twin::demo {
namespace {

constexpr std::uint32_t steel = 0x6B757B;
constexpr std::uint32_t rust = 0x9A7462;
constexpr std::uint32_t brick = 0xAB7461;
constexpr std::uint32_t concrete = 0xC9C6BF;
constexpr std::array<std::uint32_t, 5> paints{0xA8543F, 0x3F6D8C, 0x6E8C57, 0xC9A24A, 0x8C9297}; ///< of containers

Part gabled(const Site& s, double x, double y, double length, double width, double eaves, double ridge)
{
    return {house(s.quad(x, y, length, width), s.z(0), s.z(eaves), s.z(ridge), RoofForm::Gabled), RoofForm::Gabled};
}

Part cone(const Site& s, double x, double y, double below, double bottom, double above, double top, int corners = 16)
{
    return {frustum(s.round(x, y, below, below, corners), s.z(bottom), s.round(x, y, above, above, corners), s.z(top)),
            RoofForm::Other};
}

Part drum(const Site& s, double x, double y, double radius, double bottom, double top, int corners = 16)
{
    return {prism(s.round(x, y, radius, radius, corners), s.z(bottom), s.z(top)), RoofForm::Flat};
}

/// A beam that leans along the landmark: from (x0, z0) to (x1, z1) in the upright plane at y.
Part strut(const Site& s, double x0, double z0, double x1, double z1, double y, double width)
{
    const Ring outline{
        {x0 - width / 2, s.z(z0)}, {x0 + width / 2, s.z(z0)}, {x1 + width / 2, s.z(z1)}, {x1 - width / 2, s.z(z1)}};
    return {upright(outline, s.at(0, y - width / 2), s.along(), width), RoofForm::Other};
}

/// A wheel above the shaft.
Part wheel(const Site& s, double x, double z, double radius, double y)
{
    Ring outline;
    for (int i = 0; i < 14; ++i) {
        const double angle = 2 * std::numbers::pi * i / 14;
        outline.push_back({x + radius * std::cos(angle), s.z(z) + radius * std::sin(angle)});
    }
    return coloured({upright(outline, s.at(0, y), s.along(), 0.8), RoofForm::Other}, steel, steel);
}

/// Two wheels on a frame whose long legs lean against the pull. @param x, y  of the shaft
void addHeadframe(Parts& parts, const Site& s, double x, double y, double height, double reach)
{
    const double deck = height - 4;
    for (const double side : {-2.6, 2.6}) {
        for (const double leg : {-2.5, 2.5})
            parts.push_back(coloured(strut(s, x + leg, 0, x + leg * 0.7, deck, y + side, 0.9), steel, steel));
        parts.push_back(coloured(strut(s, x + reach, 0, x + 2.4, deck, y + side * 1.3, 1.2), steel, steel));
        parts.push_back(wheel(s, x, height - 2.4, 2.4, y + side * 0.5 - 0.4));
    }
    parts.push_back(coloured(s.box(x, y, 7, 8, deck - 1, deck), steel, steel));
}

/// Furnaces 5 and 6 with their hot stoves, the hoist and the cast house; c = platform's height.
Parts furnace(const Landmark& l, const Site& s)
{
    Parts parts;
    for (const auto& [x, height] : {std::pair{-26.0, l.height - 9}, {26.0, l.height}}) {
        const double shaft = height * 0.62;
        parts.push_back(coloured(cone(s, x, 0, 6.5, 0, 7.5, shaft * 0.35), rust, rust));
        parts.push_back(coloured(cone(s, x, 0, 7.5, shaft * 0.35, 4.2, shaft), rust, rust));
        for (const double side : {-9.0, 9.0})
            for (const double leg : {-9.0, 9.0})
                parts.push_back(strut(s, x + leg, 0, x + leg * 0.75, height - 6, side, 1.4));
        for (const double deck : {0.3, 0.48, 0.66, 0.84})
            parts.push_back(s.box(x, 0, 20, 20, height * deck, height * deck + 1));
        parts.push_back(s.box(x, 0, 11, 11, height * 0.84 + 1, height - 5));
        for (const double pipe : {-3.0, 3.0})
            parts.push_back(drum(s, x + pipe, 0, 1, height - 5, height, 8));
        parts.push_back(strut(s, x - 34, 0, x - 5, height * 0.86, 12.5, 2.6)); // the skip hoist
        for (int i = 0; i < 3; ++i) {
            parts.push_back(coloured(drum(s, x - 11 + 11 * i, -26, 4, 0, 33), rust, rust));
            parts.push_back(coloured(cone(s, x - 11 + 11 * i, -26, 4, 33, 1.4, 37), rust, rust));
        }
        parts.push_back(coloured(gabled(s, x, 30, 34, 20, 12, 17), brick, 0));
    }
    parts.push_back(coloured(drum(s, 0, -40, 3, 0, 62, 12), brick, brick)); // chimney
    return parts;
}

/// A walkway on the old gas main; c = height of the deck.
Parts skywalk(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, 0, l.a, l.b, l.c - 3, l.c)};
    for (double x = -l.a / 2 + 12; x < l.a / 2; x += 42)
        for (const double lean : {-5.0, 5.0})
            parts.push_back(strut(s, x + lean, 0, x, l.c - 3, 0, 1.6));
    return parts;
}

/// Gabled brick halls around a green court, the machine hall and two headframes.
Parts colliery(const Landmark& l, const Site& s)
{
    Parts parts{gabled(s, -62, 40, 44, 15, 10, 17), gabled(s, -62, -40, 44, 15, 10, 17),
                gabled(s, -10, 58, 30, 14, 9, 15), gabled(s, -10, -58, 30, 14, 9, 15),
                gabled(s, 62, 0, l.a, l.b, 13, 19)};
    parts.push_back(s.box(-92, 0, 12, 18, 0, 12));
    parts.push_back(s.box(-92, 0, 6, 6, 12, 22));
    parts.push_back({pyramid(s.ring(-92, 0, 6, 6), s.z(22), s.at(-92, 0), s.z(28)), RoofForm::Tented});
    addHeadframe(parts, s, 50, 46, l.height, 24);
    addHeadframe(parts, s, 50, -46, l.height - 4, 22);
    return parts;
}

/// Oven batteries, coal tower, compressor hall, conveyor bridges, chimneys; c = height of the coal tower.
Parts cokery(const Landmark& l, const Site& s)
{
    Parts parts;
    for (const double x : {-l.a / 4, l.a / 4}) {
        parts.push_back(s.box(x, 0, l.a / 2 - 24, 16, 0, 13));
        parts.push_back(coloured(drum(s, x, 26, 3.2, 0, 70, 14), brick, brick));
    }
    parts.push_back(s.box(0, 0, 18, 22, 0, l.c - 5));
    parts.push_back(
        {house(s.quad(0, 0, 18, 22), s.z(l.c - 5), s.z(l.c - 4.5), s.z(l.c), RoofForm::Gabled), RoofForm::Gabled});
    parts.push_back(gabled(s, -40, -70, 80, 20, 14, 20));
    parts.push_back(gabled(s, 60, -74, 50, 16, 10, 15));
    parts.push_back(strut(s, 70, 4, 9, l.c - 12, -24, 3.4));
    parts.push_back(strut(s, -80, 4, -9, l.c - 14, -24, 3.4));
    for (const double x : {96.0, 122.0})
        parts.push_back(coloured(drum(s, x, -44, 10, 0, 14, 20), steel, steel));
    return parts;
}

/// A tower whose head overhangs; a, b = of the head.
Parts hammerhead(const Landmark& l, const Site& s)
{
    return {s.box(0, 0, 14, 14, 0, l.height - 17), s.box(3, 0, l.a, l.b, l.height - 17, l.height - 3),
            s.box(3, 0, l.a * 0.7, l.b * 0.7, l.height - 3, l.height), s.box(0, 34, 70, 14, 0, 15)};
}

/// Two frames that lean against each other over one shaft, with the machine halls on both sides.
Parts doubleHeadframe(const Landmark& l, const Site& s)
{
    Parts parts;
    addHeadframe(parts, s, 0, 5, l.height, 30);
    addHeadframe(parts, s, 0, -5, l.height, -30);
    parts.push_back(coloured(gabled(s, -62, 0, 36, 20, 12, 17), brick, 0));
    parts.push_back(coloured(gabled(s, 62, 0, 36, 20, 12, 17), brick, 0));
    return parts;
}

/// A tank like an egg on a steel frame; a = of the foot, b = of the tank, c = where it begins.
Parts egg(const Landmark& l, const Site& s)
{
    Parts parts;
    for (const double side : {-7.0, 0.0, 7.0})
        for (const double leg : {-9.0, 9.0})
            parts.push_back(strut(s, leg, 0, leg * 0.62, l.c, side, 0.9));
    for (const double ring : {0.3, 0.6, 0.9})
        parts.push_back(drum(s, 0, 0, l.a / 2 * (1 - ring * 0.35), l.c * ring, l.c * ring + 0.6, 12));
    const double r = l.b / 2;
    const double rise = l.height - l.c - 4;
    constexpr std::array<double, 6> heights{0, 0.16, 0.42, 0.70, 0.90, 1.0};
    constexpr std::array<double, 6> girths{0.45, 0.82, 1.0, 0.86, 0.55, 0.20};
    for (std::size_t i = 0; i + 1 < heights.size(); ++i)
        parts.push_back(cone(s, 0, 0, r * girths[i], l.c - 3 + rise * heights[i], r * girths[i + 1],
                             l.c - 3 + rise * heights[i + 1]));
    parts.push_back(drum(s, 0, 0, r * 0.20, l.c - 3 + rise, l.height, 8));
    return parts;
}

/// Saw-tooth roofs over one hall; c = eaves.
Parts sheds(const Landmark& l, const Site& s)
{
    Parts parts;
    constexpr int bays = 5;
    for (int i = 0; i < bays; ++i) {
        const double width = l.a / bays;
        Quad q = s.quad(-l.a / 2 + width * (i + 0.5), 0, width, l.b);
        q = {q[1], q[2], q[3], q[0]};
        parts.push_back({house(q, s.z(0), s.z(l.c), s.z(l.height - 2), RoofForm::Pent), RoofForm::Pent});
    }
    parts.push_back(gabled(s, 0, -l.b / 2 - 7, l.a * 0.5, 12, l.c + 1, l.height));
    parts.push_back(coloured(drum(s, l.a / 2 + 8, 0, 1.6, 0, l.height, 10), brick, brick));
    return parts;
}

/// Warehouses of many years side by side along a quay; c = eaves of the lowest.
Parts warehouses(const Landmark& l, const Site& s)
{
    constexpr std::array<std::uint32_t, 4> walls{0xB07A62, 0xC8B8A0, 0x9C5F4C, 0xBFB9AD};
    constexpr std::array<double, 6> shares{0.17, 0.13, 0.20, 0.15, 0.21, 0.14};
    Parts parts;
    double x = -l.a / 2;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double length = l.a * shares[i];
        const double middle = x + length / 2;
        const double eaves = l.c + (i % 3) * 2.4 - (i % 2) * 1.5;
        if (i % 3 == 2)
            parts.push_back(coloured(s.box(middle, 0, length - 9, l.b, 0, std::min(eaves + 3, l.height)),
                                     walls[i % walls.size()], 0));
        else
            parts.push_back(coloured(gabled(s, middle, 0, length - 9, l.b, eaves, std::min(eaves + 5, l.height)),
                                     walls[i % walls.size()], 0));
        x += length;
    }
    // Behind them, across the street: low halls with lorries' yards between them.
    for (const double place : {-0.36, -0.06, 0.27})
        parts.push_back(
            coloured(s.box(l.a * place, l.b + 42, l.a * 0.19, l.b * 1.5, 0, l.c * 0.7), concrete, 0xC4C2BC));
    for (int i = 0; i < 14; ++i)
        parts.push_back(
            coloured(s.box(-l.a * 0.24 + (i % 7) * 3.1, l.b + 34 + (i / 7) * 15, 2.5, 12.2, 0, 2.6 * (1 + (i * 5) % 3)),
                     paints[std::size_t(i * 3) % paints.size()], paints[std::size_t(i * 3) % paints.size()]));
    return parts;
}

/// Warehouses, stacked containers and gantry cranes along a quay; c = eaves.
Parts port(const Landmark& l, const Site& s)
{
    Parts parts{gabled(s, -l.a * 0.36, l.b * 0.1, 66, 26, l.c - 4, l.c + 2),
                gabled(s, -l.a * 0.12, l.b * 0.1, 52, 26, l.c - 4, l.c + 2)};
    parts.push_back(coloured(drum(s, -l.a * 0.48, -l.b * 0.2, 5, 0, l.height * 0.8, 16), steel, steel)); // silos
    parts.push_back(coloured(drum(s, -l.a * 0.44, -l.b * 0.2, 5, 0, l.height * 0.8, 16), steel, steel));
    for (int row = 0; row < 3; ++row)
        for (int bay = 0; bay < 9; ++bay) {
            const std::uint32_t paint = paints[std::size_t(row * 3 + bay * 7) % paints.size()];
            const int stacked = 1 + (row * 5 + bay * 3) % 3;
            parts.push_back(coloured(s.box(l.a * 0.06 + bay * 13.5, -l.b * 0.22 + row * 6, 12.2, 2.5, 0, 2.6 * stacked),
                                     paint, paint));
        }
    for (const double x : {l.a * 0.12, l.a * 0.36}) {
        for (const double side : {-l.b / 2, l.b / 2 - 8})
            for (const double leg : {-6.0, 6.0})
                parts.push_back(
                    coloured(strut(s, x + leg, 0, x + leg * 0.5, l.height - 6, side, 1.3), 0xD9A520, 0xD9A520));
        parts.push_back(coloured(s.box(x, -4, 5, l.b + 24, l.height - 6, l.height - 2), 0xD9A520, 0xD9A520));
        parts.push_back(coloured(s.box(x, -l.b * 0.2, 6, 8, l.height - 2, l.height), steel, steel));
    }
    return parts;
}

} // namespace

Parts industrialParts(const Landmark& l, const Site& s)
{
    if (l.shape == "furnace")
        return furnace(l, s);
    if (l.shape == "skywalk")
        return skywalk(l, s);
    if (l.shape == "colliery")
        return colliery(l, s);
    if (l.shape == "cokery")
        return cokery(l, s);
    if (l.shape == "hammerhead")
        return hammerhead(l, s);
    if (l.shape == "headframe")
        return doubleHeadframe(l, s);
    if (l.shape == "egg")
        return egg(l, s);
    if (l.shape == "port")
        return port(l, s);
    if (l.shape == "warehouses")
        return warehouses(l, s);
    if (l.shape == "sheds")
        return sheds(l, s);
    return {};
}

} // namespace twin::demo
