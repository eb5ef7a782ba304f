// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/drape/DrapeGrid.h"

#include "render/selection/Frustum.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

constexpr double steepest = 0.3;        ///< slope of the ground that a patch's box allows for
constexpr double leastHeightRange = 10; ///< metres
constexpr double anisotropicSlant = 3;  ///< how much finer than the longer axis of a pixel filtering looks
constexpr int keptLevels = 3;           ///< of the coarser patches those of every third level
constexpr double leastSlant = 0.25;     ///< slopes may face the eye
constexpr double coarser = 1.25;        ///< step of the limit when there are too many patches
constexpr int innerPixels = patchPixels - 2 * patchRim;

class Walk {
public:
    Walk(const DrapeRequest& request, double limit)
        : m_request(request),
          m_limit(limit),
          m_usedSlant(request.anisotropic ? anisotropicSlant : 1),
          m_frustum(request.camera, request.size),
          m_pixelsPerRadian(request.size.height() /
                            (2 * std::tan(request.camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0)))
    {
        GroundRectangle all = request.extents.front();
        for (const GroundRectangle& r : request.extents)
            all = {std::min(all.west, r.west), std::min(all.south, r.south), std::max(all.east, r.east),
                   std::max(all.north, r.north)};
        int level = 0;
        while (level + 1 < drapeLevels && sideOf(level) < std::max(all.east - all.west, all.north - all.south))
            ++level;
        const auto index = [side = sideOf(level)](double v) { return static_cast<std::int32_t>(std::floor(v / side)); };
        for (std::int32_t y = index(all.south); y <= index(all.north); ++y) {
            for (std::int32_t x = index(all.west); x <= index(all.east); ++x)
                visit({level, x, y});
        }
    }

    struct Wish {
        double pixels = 0; ///< that one texel of the next coarser patch takes on the screen
        DrapePatch patch;
    };
    std::vector<Wish> wishes;

private:
    void visit(const DrapePatch& patch)
    {
        if (static_cast<int>(wishes.size()) > m_request.mostPatches)
            return; // too many already: the next walk is coarser
        const GroundRectangle ground = groundOf(patch);
        if (std::none_of(m_request.extents.begin(), m_request.extents.end(),
                         [&](const GroundRectangle& r) { return overlaps(r, ground); }))
            return;
        const double side = sideOf(patch.level);
        const double height = m_request.heightAt((ground.west + ground.east) / 2, (ground.south + ground.north) / 2);
        const double range = leastHeightRange + steepest * side;
        Box box;
        box.min = {ground.west, ground.south, height - range};
        box.max = {ground.east, ground.north, height + range};
        if (!m_frustum.intersects(box))
            return;
        const LocalPosition& eye = m_request.camera.eye;
        LocalPosition nearest{std::clamp(eye.x, ground.west, ground.east),
                              std::clamp(eye.y, ground.south, ground.north), 0};
        nearest.z = m_request.heightAt(nearest.x, nearest.y);
        const double distance = std::max(length(nearest - eye), 1.0);
        // Seen at a flat angle a texel takes less than a pixel across; filtering uses only part of that.
        const double slant = std::clamp(std::abs(eye.z - nearest.z) / distance * m_usedSlant, leastSlant, 1.0);
        const double pixels = side / innerPixels * m_pixelsPerRadian / distance * slant;
        const bool isFinest = pixels <= m_limit || patch.level == 0;
        if (isFinest || patch.level % keptLevels == 0)
            wishes.push_back({pixels, patch});
        if (isFinest)
            return;
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}})
            visit({patch.level - 1, patch.x * 2 + dx, patch.y * 2 + dy});
    }

    const DrapeRequest& m_request;
    double m_limit;
    double m_usedSlant;
    Frustum m_frustum;
    double m_pixelsPerRadian;
};

} // namespace

double sideOf(int level)
{
    return std::ldexp(finestPatchMetres, level);
}

GroundRectangle groundOf(const DrapePatch& patch)
{
    const double side = sideOf(patch.level);
    return {patch.x * side, patch.y * side, (patch.x + 1) * side, (patch.y + 1) * side};
}

GroundRectangle pictureOf(const DrapePatch& patch)
{
    const GroundRectangle ground = groundOf(patch);
    const double rim = sideOf(patch.level) * patchRim / innerPixels;
    return {ground.west - rim, ground.south - rim, ground.east + rim, ground.north + rim};
}

bool overlaps(const GroundRectangle& a, const GroundRectangle& b)
{
    return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

DrapeSelection selectPatches(const DrapeRequest& request)
{
    DrapeSelection selection;
    if (request.extents.empty() || request.size.isEmpty() || request.mostPatches <= 0)
        return selection;
    for (double limit = 1; limit < 1e6; limit *= coarser) {
        Walk walk(request, limit);
        selection.pixelsATexel = limit;
        if (static_cast<int>(walk.wishes.size()) > request.mostPatches)
            continue;
        std::stable_sort(walk.wishes.begin(), walk.wishes.end(),
                         [](const Walk::Wish& a, const Walk::Wish& b) { return a.pixels > b.pixels; });
        for (const Walk::Wish& wish : walk.wishes)
            selection.wanted.push_back(wish.patch);
        break;
    }
    return selection;
}

} // namespace twin::render
