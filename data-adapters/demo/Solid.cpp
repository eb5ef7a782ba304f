// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Solid.h"

#include <algorithm>
#include <limits>

namespace twin::demo {
namespace {

Corner at(Vec2 p, double z)
{
    return {std::llround(p.x * 1000), std::llround(p.y * 1000), std::llround(z * 1000)};
}

std::vector<Corner> raised(const Ring& ring, double z)
{
    std::vector<Corner> corners;
    corners.reserve(ring.size());
    for (const Vec2& p : ring)
        corners.push_back(at(p, z));
    return corners;
}

std::vector<Corner> reversed(std::vector<Corner> ring)
{
    std::reverse(ring.begin(), ring.end());
    return ring;
}

void addWalls(Solid& solid, const std::vector<Corner>& below, const std::vector<Corner>& above, SurfaceType type)
{
    for (std::size_t i = 0; i < below.size(); ++i) {
        const std::size_t j = (i + 1) % below.size();
        solid.faces.push_back({type, {{below[i], below[j], above[j], above[i]}}});
    }
}

/// The two long faces and the two ends of a roof with a ridge from `a` to `b` between the corners at the eaves.
void addRidgeRoof(Solid& solid, const std::vector<Corner>& eaves, const Corner& a, const Corner& b, bool hipped)
{
    solid.faces.push_back({SurfaceType::Roof, {{eaves[0], eaves[1], b, a}}});
    solid.faces.push_back({SurfaceType::Roof, {{eaves[2], eaves[3], a, b}}});
    if (hipped) {
        solid.faces.push_back({SurfaceType::Roof, {{eaves[1], eaves[2], b}}});
        solid.faces.push_back({SurfaceType::Roof, {{eaves[3], eaves[0], a}}});
    }
}

Solid gabledOrHipped(const Quad& q, double ground, double eavesHeight, double ridge, bool hipped)
{
    const std::vector<Corner> below{at(q[0], ground), at(q[1], ground), at(q[2], ground), at(q[3], ground)};
    const std::vector<Corner> eaves{at(q[0], eavesHeight), at(q[1], eavesHeight), at(q[2], eavesHeight),
                                    at(q[3], eavesHeight)};
    Vec2 a = mix(q[0], q[3], 0.5);
    Vec2 b = mix(q[1], q[2], 0.5);
    if (hipped) { // hips as steep as the sides, but never longer than two fifths of the ridge
        const double ridgeLength = length(b - a);
        const double half = length(q[3] - q[0]) / 2;
        const double shift = std::min(half, 0.4 * ridgeLength) / ridgeLength;
        const Vec2 first = mix(a, b, shift);
        b = mix(b, a, shift);
        a = first;
    }
    Solid solid;
    solid.faces.push_back({SurfaceType::Ground, {reversed(below)}});
    const Corner ridgeA = at(a, ridge);
    const Corner ridgeB = at(b, ridge);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t j = (i + 1) % 4;
        Face wall{SurfaceType::Wall, {{below[i], below[j], eaves[j]}}};
        if (!hipped && i == 1)
            wall.rings[0].push_back(ridgeB); // the gable
        if (!hipped && i == 3)
            wall.rings[0].push_back(ridgeA);
        wall.rings[0].push_back(eaves[i]);
        solid.faces.push_back(std::move(wall));
    }
    addRidgeRoof(solid, eaves, ridgeA, ridgeB, hipped);
    return solid;
}

} // namespace

double Solid::top() const
{
    std::int64_t z = std::numeric_limits<std::int64_t>::min();
    for (const Face& face : faces)
        for (const Corner& corner : face.rings[0])
            z = std::max(z, corner.z);
    return double(z) / 1000;
}

double Solid::bottom() const
{
    std::int64_t z = std::numeric_limits<std::int64_t>::max();
    for (const Face& face : faces)
        for (const Corner& corner : face.rings[0])
            z = std::min(z, corner.z);
    return double(z) / 1000;
}

Solid house(const Quad& q, double ground, double eaves, double ridge, RoofForm form)
{
    const Ring footprint(q.begin(), q.end());
    switch (form) {
    case RoofForm::Gabled:
        return gabledOrHipped(q, ground, eaves, ridge, false);
    case RoofForm::Hipped:
        return gabledOrHipped(q, ground, eaves, ridge, true);
    case RoofForm::Tented: {
        Solid solid = pyramid(footprint, eaves, centreOf(q), ridge);
        solid.faces.erase(solid.faces.begin()); // its floor
        const std::vector<Corner> below = raised(footprint, ground);
        solid.faces.push_back({SurfaceType::Ground, {reversed(below)}});
        addWalls(solid, below, raised(footprint, eaves), SurfaceType::Wall);
        return solid;
    }
    case RoofForm::Pent: { // front low, back high: parallel sides keep the roof planar
        Solid solid;
        const std::vector<Corner> below = raised(footprint, ground);
        const std::vector<Corner> above{at(q[0], eaves), at(q[1], eaves), at(q[2], ridge), at(q[3], ridge)};
        solid.faces.push_back({SurfaceType::Ground, {reversed(below)}});
        addWalls(solid, below, above, SurfaceType::Wall);
        solid.faces.push_back({SurfaceType::Roof, {above}});
        return solid;
    }
    default:
        return prism(footprint, ground, eaves);
    }
}

Solid prism(const Ring& footprint, double bottom, double top, const std::vector<Ring>& holes)
{
    Solid solid;
    Face floor{SurfaceType::Ground, {reversed(raised(footprint, bottom))}};
    Face roof{SurfaceType::Roof, {raised(footprint, top)}};
    addWalls(solid, raised(footprint, bottom), raised(footprint, top), SurfaceType::Wall);
    for (const Ring& hole : holes) {
        const std::vector<Corner> below = reversed(raised(hole, bottom));
        const std::vector<Corner> above = reversed(raised(hole, top));
        floor.rings.push_back(raised(hole, bottom));
        roof.rings.push_back(above);
        addWalls(solid, below, above, SurfaceType::Wall); // run clockwise, they face the courtyard
    }
    solid.faces.push_back(std::move(floor));
    solid.faces.push_back(std::move(roof));
    return solid;
}

Solid frustum(const Ring& below, double bottom, const Ring& above, double top)
{
    Solid solid;
    // Flatter than 1 : 1 counts as roof, overhanging as wall.
    const double inwards = length(below[0] - above[0]);
    const bool isRoof = length(below[0] - below[below.size() / 2]) > length(above[0] - above[above.size() / 2]) &&
                        inwards > top - bottom;
    solid.faces.push_back({SurfaceType::Ground, {reversed(raised(below, bottom))}});
    addWalls(solid, raised(below, bottom), raised(above, top), isRoof ? SurfaceType::Roof : SurfaceType::Wall);
    solid.faces.push_back({SurfaceType::Roof, {raised(above, top)}});
    return solid;
}

Solid pyramid(const Ring& footprint, double bottom, Vec2 apex, double top)
{
    Solid solid;
    const std::vector<Corner> base = raised(footprint, bottom);
    const Corner tip = at(apex, top);
    solid.faces.push_back({SurfaceType::Ground, {reversed(base)}});
    for (std::size_t i = 0; i < base.size(); ++i)
        solid.faces.push_back({SurfaceType::Roof, {{base[i], base[(i + 1) % base.size()], tip}}});
    return solid;
}

Solid upright(const Ring& outline, Vec2 origin, Vec2 along, double thickness)
{
    // Seen from the right of `along` the outline runs counter-clockwise: that side is the front.
    const Vec2 back = left(along) * thickness;
    std::vector<Corner> front;
    std::vector<Corner> rear;
    for (const Vec2& p : outline) {
        front.push_back(at(origin + along * p.x, p.y));
        rear.push_back(at(origin + along * p.x + back, p.y));
    }
    Solid solid;
    for (std::size_t i = 0; i < front.size(); ++i) {
        const std::size_t j = (i + 1) % front.size();
        const double run = outline[j].x - outline[i].x; // eastward edges of the outline are its undersides
        const SurfaceType type = std::abs(run) < 1e-9 ? SurfaceType::Wall
                                 : run > 0            ? SurfaceType::Ground
                                                      : SurfaceType::Roof;
        solid.faces.push_back({type, {{front[j], front[i], rear[i], rear[j]}}});
    }
    solid.faces.push_back({SurfaceType::Wall, {front}});
    solid.faces.push_back({SurfaceType::Wall, {reversed(rear)}});
    return solid;
}

} // namespace twin::demo
