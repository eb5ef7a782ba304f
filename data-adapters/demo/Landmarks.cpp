// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Landmarks.h"

#include "demo/LandmarkSite.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace twin::demo {
namespace {

constexpr std::uint32_t gold = 0xE9B12B;
constexpr std::uint32_t pylonYellow = 0xF3C412;
constexpr std::uint32_t pitchGreen = 0x6E9455;
constexpr std::uint32_t glass = 0x4C5F6B;
constexpr std::uint32_t concrete = 0xC9C6BF;
constexpr std::uint32_t antennaRed = 0xB4483C;
constexpr double footing = 0.3; ///< metres of a post that stand in the ground

/// Tower in the west, nave, choir in the east; c = eaves.
Parts church(const Landmark& l, const Site& s)
{
    const double tower = std::clamp(l.b * 0.48, 8.0, 15.0);
    const double shaft = l.height * (l.height > 90 ? 0.55 : 0.45);
    const double nave = l.a - tower - 14;
    const double naveX = -l.a / 2 + tower + nave / 2;
    Parts parts{s.box(-l.a / 2 + tower / 2, 0, tower, tower, 0, shaft),
                s.spire(s.ring(-l.a / 2 + tower / 2, 0, tower, tower), shaft, l.height)};
    parts.push_back({house(s.quad(naveX, 0, nave, l.b), s.z(0), s.z(l.c), s.z(l.c + l.b * 0.45), RoofForm::Gabled),
                     RoofForm::Gabled});
    parts.push_back({house(s.quad(l.a / 2 - 7, 0, 14, l.b * 0.55), s.z(0), s.z(l.c * 0.9), s.z(l.c * 0.9 + l.b * 0.3),
                           RoofForm::Hipped),
                     RoofForm::Hipped});
    return parts;
}

/// A church without a tower, with a ridge turret.
Parts chapel(const Landmark& l, const Site& s)
{
    const double ridge = l.c + l.b * 0.45;
    Parts parts{
        {house(s.quad(-5, 0, l.a - 10, l.b), s.z(0), s.z(l.c), s.z(ridge), RoofForm::Gabled), RoofForm::Gabled}};
    parts.push_back(
        {house(s.quad(l.a / 2 - 5, 0, 10, l.b * 0.5), s.z(0), s.z(l.c * 0.85), s.z(l.c * 0.85 + 4), RoofForm::Hipped),
         RoofForm::Hipped});
    parts.push_back(s.spire(s.round(-l.a / 4, 0, 2, 2, 8), ridge, l.height));
    return parts;
}

/// The brewery's tower, stepped, with the letter that gave it its name; c = height of the tower without it.
Parts uTower(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, 0, l.a, l.b, 0, l.c * 0.72), s.box(0, 0, l.a * 0.8, l.b * 0.8, l.c * 0.72, l.c * 0.9),
                s.box(0, 0, l.a * 0.62, l.b * 0.62, l.c * 0.9, l.c)};
    parts.push_back(s.box(0, 0, 12, 4, l.c, l.height - 9)); // its pedestal
    const double bottom = s.z(l.height - 9);
    const Ring letter{{-4.5, bottom + 1.5}, {-3, bottom},      {3, bottom},         {4.5, bottom + 1.5},
                      {4.5, bottom + 9},    {2.2, bottom + 9}, {2.2, bottom + 2.6}, {-2.2, bottom + 2.6},
                      {-2.2, bottom + 9},   {-4.5, bottom + 9}};
    parts.push_back(coloured({upright(letter, s.at(0, -0.9), s.along(), 1.8), RoofForm::Other}, gold, gold));
    return parts;
}

/// A plan of two arcs and a mast; c = top of the mast.
Parts lens(const Landmark& l, const Site& s)
{
    Ring plan;
    constexpr int steps = 10;
    const auto bulge = [&](double x) { return l.b / 2 * (1 - 4 * x * x / (l.a * l.a)); };
    for (int i = 0; i < steps; ++i)
        plan.push_back(s.at(-l.a / 2 + l.a * i / steps, -bulge(-l.a / 2 + l.a * i / steps)));
    for (int i = 0; i < steps; ++i)
        plan.push_back(s.at(l.a / 2 - l.a * i / steps, bulge(l.a / 2 - l.a * i / steps)));
    Parts parts{{prism(plan, s.z(0), s.z(l.height)), RoofForm::Flat}};
    if (l.c > l.height)
        parts.push_back(s.box(0, 0, 1.2, 1.2, l.height, l.c));
    return parts;
}

/// A high-rise with its plant room; c = height of a podium around it, 0: none.
Parts slab(const Landmark& l, const Site& s)
{
    Parts parts;
    if (l.c > 0)
        parts.push_back(s.box(0, 0, l.a + 10, l.b + 8, 0, l.c));
    parts.push_back(s.box(0, 0, l.a, l.b, l.c, l.height - 4));
    parts.push_back(s.box(0, 0, l.a * 0.5, l.b * 0.5, l.height - 4, l.height));
    return parts;
}

/// Four wings around a courtyard; c = width of the wings less half: with hipped roofs they are four houses.
Parts courtyard(const Landmark& l, const Site& s)
{
    const double wing = std::min(l.c, 14.0);
    if (l.roof != "3200")
        return {{prism(s.ring(0, 0, l.a, l.b), s.z(0), s.z(l.height), {s.ring(0, 0, l.a - 2 * l.c, l.b - 2 * l.c)}),
                 RoofForm::Flat}};
    const double eaves = l.height - wing * 0.42;
    const auto roofed = [&](double x, double y, double length, double width, bool turned) {
        Quad q = s.quad(x, y, length, width);
        if (turned)
            q = {q[1], q[2], q[3], q[0]};
        return Part{house(q, s.z(0), s.z(eaves), s.z(l.height), turned ? RoofForm::Gabled : RoofForm::Hipped),
                    turned ? RoofForm::Gabled : RoofForm::Hipped};
    };
    const double y = (l.b - wing) / 2;
    const double x = (l.a - wing) / 2;
    return {roofed(0, -y, l.a, wing, false), roofed(0, y, l.a, wing, false), roofed(-x, 0, wing, l.b - 2 * wing, true),
            roofed(x, 0, wing, l.b - 2 * wing, true)};
}

/// A house in two heights; c = height of the lower half.
Parts block(const Landmark& l, const Site& s)
{
    if (l.c >= l.height)
        return {s.box(0, 0, l.a, l.b, 0, l.height)};
    return {s.box(-l.a * 0.2, 0, l.a * 0.6, l.b, 0, l.c), s.box(l.a * 0.3, 0, l.a * 0.4, l.b, 0, l.height)};
}

/// Walls, then a dome in three steps; c = eaves.
Parts dome(const Landmark& l, const Site& s, int corners)
{
    const auto ring = [&](double scale) { return s.round(0, 0, l.a / 2 * scale, l.b / 2 * scale, corners); };
    Parts parts{{prism(ring(1), s.z(0), s.z(l.c)), RoofForm::Flat}};
    constexpr std::array<double, 4> angles{0, 25, 50, 75};
    const auto scale = [](double angle) { return std::cos(angle * std::numbers::pi / 180); };
    const auto rise = [&](double angle) { return l.c + (l.height - l.c) * std::sin(angle * std::numbers::pi / 180); };
    for (std::size_t i = 0; i + 1 < angles.size(); ++i)
        parts.push_back({frustum(ring(scale(angles[i])), s.z(rise(angles[i])), ring(scale(angles[i + 1])),
                                 s.z(rise(angles[i + 1]))),
                         RoofForm::Dome});
    parts.push_back({pyramid(ring(scale(75)), s.z(rise(75)), s.at(0, 0), s.z(l.height)), RoofForm::Dome});
    return parts;
}

/// Reception hall and the roofs of the platforms behind it; c = their length.
Parts station(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, -40, l.a, l.b, 0, l.height), s.box(-l.a * 0.9, -40, l.a * 0.8, l.b * 0.8, 0, l.height - 5),
                s.box(l.a * 0.9, -40, l.a * 0.8, l.b * 0.8, 0, l.height - 5)};
    for (int i = 0; i < 6; ++i)
        parts.push_back(s.box(0, -8 + i * 18, l.c, 8, 9, 10));
    return parts;
}

/// a = foot's diameter, b = pod's diameter, c = height of the pod.
Parts tvTower(const Landmark& l, const Site& s)
{
    const auto ring = [&](double diameter) { return s.round(0, 0, diameter / 2, diameter / 2, 20); };
    const auto cone = [&](double below, double bottom, double above, double top) {
        return Part{frustum(ring(below), s.z(bottom), ring(above), s.z(top)), RoofForm::Other};
    };
    return {cone(l.a * 1.5, 0, l.a, 12),
            cone(l.a, 12, l.a * 0.62, l.c - 10),
            cone(l.a * 0.8, l.c - 10, l.b, l.c - 3),
            coloured(cone(l.b, l.c - 3, l.b, l.c), glass, glass), // the restaurant's windows
            cone(l.b, l.c, l.b * 0.9, l.c + 3),
            cone(l.b * 0.82, l.c + 3, l.b * 0.62, l.c + 7),
            cone(l.b * 0.8, l.c + 7, l.b * 0.8, l.c + 8),
            cone(l.a * 0.4, l.c + 8, l.a * 0.3, 168),
            coloured(cone(2.2, 168, 1.8, 182), antennaRed, antennaRed),
            coloured(cone(1.8, 182, 1.3, 195), concrete, concrete),
            coloured(cone(1.3, 195, 0.6, l.height), antennaRed, antennaRed)};
}

/// Four stands around the pitch and the eight masts that carry their roofs; c = height of the roofs.
Parts stadium(const Landmark& l, const Site& s)
{
    const double pitchX = 116;
    const double pitchY = 78;
    const double endDepth = (l.a - 14 - pitchX) / 2;
    const double sideDepth = (l.b - 14 - pitchY) / 2;
    // Stands rise outwards: pent roofs whose low side is the pitch.
    const auto stand = [&](const Quad& towardsPitchFirst, double front) {
        return Part{house(towardsPitchFirst, s.z(0), s.z(front), s.z(l.c - 6), RoofForm::Pent), RoofForm::Pent};
    };
    const auto turned = [](const Quad& q, std::size_t by) {
        return Quad{q[by % 4], q[(by + 1) % 4], q[(by + 2) % 4], q[(by + 3) % 4]};
    };
    const double endX = pitchX / 2 + endDepth / 2;
    const double sideY = pitchY / 2 + sideDepth / 2;
    Parts parts{stand(turned(s.quad(-endX, 0, endDepth, pitchY), 1), 3),
                stand(turned(s.quad(endX, 0, endDepth, pitchY), 3), 3), stand(s.quad(0, sideY, pitchX, sideDepth), 3),
                stand(turned(s.quad(0, -sideY, pitchX, sideDepth), 2), 3)};
    parts.push_back(coloured(s.box(0, 0, 105, 68, 0, 0.3), pitchGreen, pitchGreen));
    parts.push_back(s.box(-endX - 2, 0, endDepth, pitchY + 20, l.c - 4, l.c - 2)); // the roofs float above the stands
    parts.push_back(s.box(endX + 2, 0, endDepth, pitchY + 20, l.c - 4, l.c - 2));
    parts.push_back(s.box(0, sideY + 2, pitchX, sideDepth, l.c - 4, l.c - 2));
    parts.push_back(s.box(0, -sideY - 2, pitchX, sideDepth, l.c - 4, l.c - 2));
    for (const double x : {-1.0, 1.0})
        for (const double y : {-1.0, 1.0}) {
            // The corners between the stands, with their glass fronts and roofs.
            parts.push_back(s.box(x * endX, y * sideY, endDepth, sideDepth, 0, l.c - 9));
            parts.push_back(s.box(x * (endX + 2), y * (sideY + 2), endDepth, sideDepth, l.c - 4, l.c - 2));
            for (const Vec2& p :
                 {Vec2{x * (pitchX / 2 + 4), y * (l.b / 2 - 2)}, {x * (l.a / 2 - 2), y * (pitchY / 2 + 14)}})
                parts.push_back(coloured(s.box(p.x, p.y, 3.6, 3.6, 0, l.height), pylonYellow, pylonYellow));
        }
    return parts;
}

/// Reception hall, terminals and the tower of an airport.
Parts airport(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, 0, l.a, l.b, 0, l.c), s.box(0, 4, l.a * 0.7, l.b * 0.6, l.c, l.c + 4)};
    for (const double x : {-l.a * 0.35, -l.a * 0.12, l.a * 0.12, l.a * 0.35})
        parts.push_back(s.box(x, l.b / 2 + 14, 4, 28, 5, 9));
    parts.push_back(s.box(l.a / 2 + 40, 0, 7, 7, 0, l.height - 7));
    parts.push_back(coloured({frustum(s.round(l.a / 2 + 40, 0, 4, 4, 8), s.z(l.height - 7),
                                      s.round(l.a / 2 + 40, 0, 7, 7, 8), s.z(l.height - 3)),
                              RoofForm::Other},
                             concrete, concrete));
    parts.push_back(
        coloured({prism(s.round(l.a / 2 + 40, 0, 6.5, 6.5, 8), s.z(l.height - 3), s.z(l.height)), RoofForm::Flat},
                 glass, concrete));
    for (const double x : {-l.a * 0.9, -l.a * 1.3})
        parts.push_back({house(s.quad(x, -10, 70, 50), s.z(0), s.z(11), s.z(14), RoofForm::Gabled), RoofForm::Gabled});
    return parts;
}

/// Wings of different heights around a street; c = height of the lower ones.
Parts campus(const Landmark& l, const Site& s)
{
    return {s.box(0, 0, l.a * 0.6, 18, 0, l.height), s.box(-l.a * 0.35, l.b * 0.3, 18, l.b * 0.5, 0, l.c),
            s.box(0, l.b * 0.36, l.a * 0.3, 20, 0, l.c * 0.6), s.box(l.a * 0.35, l.b * 0.3, 18, l.b * 0.5, 0, l.c),
            s.box(l.a * 0.1, -l.b * 0.3, l.a * 0.5, 22, 0, l.c * 0.75)};
}

/// The tower and the long slabs of a campus; c = height of the slabs.
Parts university(const Landmark& l, const Site& s)
{
    return {s.box(0, 0, l.a, l.b, 0, l.height - 4), s.box(0, 0, 14, 10, l.height - 4, l.height),
            s.box(0, 70, 130, 18, 0, l.c),          s.box(-90, 20, 18, 110, 0, l.c - 4),
            s.box(90, 10, 18, 90, 0, l.c),          s.box(20, -60, 110, 20, 0, l.c - 7)};
}

/// A station of the suspended railway and its beam; a = length of the beam, c = its height.
Parts suspendedRailway(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, 0, l.a, 1.4, l.c - 0.6, l.c + 1), s.box(0, 5, 46, 7, l.c - 5, l.c - 1)};
    for (double x = -l.a / 2 + 6; x < l.a / 2; x += 34) {
        parts.push_back(s.box(x, 4, 1.1, 1.1, std::min(s.foot(x, 4), l.c - 3) - footing, l.c + 1));
        parts.push_back(s.box(x, 2.4, 1, 4, l.c + 0.2, l.c + 1));
    }
    parts.push_back(coloured(s.box(70, 0, 9, 2.4, l.c - 3.4, l.c - 0.8), pylonYellow, concrete)); // a car on its way
    parts.push_back(s.box(0, 5, 46, 9, l.c, l.height));
    return parts;
}

/// An office with an octagonal tower; c = eaves.
Parts harbourOffice(const Landmark& l, const Site& s)
{
    Parts parts{{house(s.quad(0, 0, l.a, l.b), s.z(0), s.z(l.c), s.z(l.c + 7), RoofForm::Hipped), RoofForm::Hipped}};
    const Ring tower = s.round(-l.a / 2 + 4, -l.b / 2 + 4, 4, 4, 8);
    parts.push_back({prism(tower, s.z(0), s.z(l.height - 9)), RoofForm::Flat});
    parts.push_back(s.spire(tower, l.height - 9, l.height));
    return parts;
}

/// Walls without a roof; c = the highest.
Parts ruin(const Landmark& l, const Site& s)
{
    return {s.box(-l.a / 2, 0, 2, l.b, 0, l.c * 0.7), s.box(-4, l.b / 2, l.a * 0.8, 2, 0, l.c * 0.45),
            s.box(6, -l.b / 2, l.a * 0.6, 2, 0, l.c * 0.6), s.box(l.a / 2 - 6, 2, 9, 9, 0, l.c),
            s.box(l.a * 0.1, 2, 2, l.b * 0.6, 0, l.c * 0.35)};
}

/// A stepped tower on a terrace, lower ones on both sides.
Parts monument(const Landmark& l, const Site& s)
{
    Parts parts{s.box(0, 0, l.a, l.b, 0, 3), s.box(0, 4, 11, 9, 3, l.height * 0.62),
                s.box(0, 4, 8, 7, l.height * 0.62, l.height * 0.8)};
    parts.push_back(s.spire(s.ring(0, 4, 8, 7), l.height * 0.8, l.height));
    for (const double x : {-l.a * 0.36, l.a * 0.36})
        parts.push_back(s.box(x, 4, 5, 5, 3, l.c));
    parts.push_back(coloured(s.box(0, -5, 2, 4.5, 3, 9), 0x6F8F80, 0x6F8F80)); // the rider
    return parts;
}

/// A tower with battlements; c = height of its cornice.
Parts octagon(const Landmark& l, const Site& s)
{
    return {{prism(s.round(0, 0, l.a / 2, l.a / 2, 8), s.z(0), s.z(l.c)), RoofForm::Flat},
            {frustum(s.round(0, 0, l.a / 2, l.a / 2, 8), s.z(l.c), s.round(0, 0, l.a / 2 + 0.6, l.a / 2 + 0.6, 8),
                     s.z(l.c + 1)),
             RoofForm::Other},
            {prism(s.round(0, 0, l.a / 2 + 0.6, l.a / 2 + 0.6, 8), s.z(l.c + 1), s.z(l.height)), RoofForm::Flat}};
}

/// A house with a hipped roof and two lower wings; c = eaves.
Parts manor(const Landmark& l, const Site& s)
{
    const auto wing = [&](double x) {
        return Part{house(s.quad(x, 4, 14, 10), s.z(0), s.z(l.c * 0.6), s.z(l.c * 0.6 + 4), RoofForm::Hipped),
                    RoofForm::Hipped};
    };
    return {{house(s.quad(0, 0, l.a, l.b), s.z(0), s.z(l.c), s.z(l.height), RoofForm::Hipped), RoofForm::Hipped},
            wing(-l.a / 2 - 7.5),
            wing(l.a / 2 + 7.5)};
}

Parts partsOf(const Landmark& l, const std::function<double(Vec2)>& groundAt)
{
    const Site s(l, groundAt);
    if (l.shape == "church")
        return church(l, s);
    if (l.shape == "chapel")
        return chapel(l, s);
    if (l.shape == "u_tower")
        return uTower(l, s);
    if (l.shape == "lens")
        return lens(l, s);
    if (l.shape == "slab")
        return slab(l, s);
    if (l.shape == "courtyard")
        return courtyard(l, s);
    if (l.shape == "block")
        return block(l, s);
    if (l.shape == "dome")
        return dome(l, s, 12);
    if (l.shape == "arena")
        return dome(l, s, 32);
    if (l.shape == "station")
        return station(l, s);
    if (l.shape == "tv_tower")
        return tvTower(l, s);
    if (l.shape == "stadium")
        return stadium(l, s);
    if (l.shape == "ellipse" || l.shape == "cylinder")
        return {{prism(s.round(0, 0, l.a / 2, l.b / 2, 32), s.z(0), s.z(l.height)), RoofForm::Flat}};
    if (l.shape == "airport")
        return airport(l, s);
    if (l.shape == "campus")
        return campus(l, s);
    if (l.shape == "university")
        return university(l, s);
    if (l.shape == "hbahn")
        return suspendedRailway(l, s);
    if (l.shape == "harbour")
        return harbourOffice(l, s);
    if (l.shape == "ruin")
        return ruin(l, s);
    if (l.shape == "monument")
        return monument(l, s);
    if (l.shape == "octagon")
        return octagon(l, s);
    if (l.shape == "manor")
        return manor(l, s);
    return industrialParts(l, s);
}

} // namespace

DemoBuilding buildLandmark(const Landmark& landmark, int number, const std::function<double(Vec2)>& groundAt)
{
    DemoBuilding building;
    building.id = "DENWDEMOLM" + QByteArray::number(number).rightJustified(6, '0');
    building.name = landmark.name;
    building.function = landmark.function;
    building.street = landmark.street;
    building.houseNumber = landmark.number;
    building.postcode = landmark.postcode;
    building.storeys = landmark.storeys;
    building.year = 2012;
    building.day = 1 + number % 300;
    building.built = landmark.year;
    building.height = landmark.height;
    building.confidence = landmark.confidence;
    building.source = landmark.source;
    building.place = landmark.centre;
    building.parts = partsOf(landmark, groundAt);
    for (Part& part : building.parts) {
        if (part.wallColour == 0)
            part.wallColour = landmark.wallColour;
        if (part.topColour == 0)
            part.topColour = landmark.topColour;
    }
    return building;
}

} // namespace twin::demo
