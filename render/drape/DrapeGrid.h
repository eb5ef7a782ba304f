// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "model/DrapeSource.h"

#include <functional>
#include <span>
#include <vector>

#include <QSize>

namespace twin::render {

/// A square of the ground that has one picture of its own. Squares of one level make a grid aligned with the scene's
/// origin; four of them make one of the next.
struct DrapePatch {
    std::int32_t level = 0; ///< 0: finest
    std::int32_t x = 0;     ///< column, row: floor of the south-west corner divided by the side
    std::int32_t y = 0;
    friend bool operator==(const DrapePatch&, const DrapePatch&) = default;
    friend auto operator<=>(const DrapePatch&, const DrapePatch&) = default;
};

constexpr int drapeLevels = 14;
constexpr double finestPatchMetres = 12.4; ///< with 248 pixels: 5 cm a pixel
constexpr int patchPixels = 256;
constexpr int patchRim = 4; ///< pixels along each side that repeat the neighbours', for filtering

/// @returns metres along each side.
[[nodiscard]] double sideOf(int level);
/// @returns the square itself.
[[nodiscard]] GroundRectangle groundOf(const DrapePatch& patch);
/// @returns what its picture shows: the square and the rim.
[[nodiscard]] GroundRectangle pictureOf(const DrapePatch& patch);
[[nodiscard]] bool overlaps(const GroundRectangle& a, const GroundRectangle& b);

struct DrapeRequest {
    CameraState camera;
    QSize size;
    std::span<const GroundRectangle> extents;           ///< where there is something to show
    std::function<double(double x, double y)> heightAt; ///< of the ground, scene
    int mostPatches = 0;
    bool anisotropic = true; ///< how the patches are filtered: else detail is lost where the ground is seen at an angle
};

struct DrapeSelection {
    std::vector<DrapePatch> wanted; ///< best first: coarse before fine, so that something shows at once
    double pixelsATexel = 1;        ///< in effect: above 1 when `mostPatches` do not suffice for full sharpness
};

/// @brief Chooses the patches that show the ground in view with about one pixel of theirs on each pixel of the screen,
/// and of the coarser patches above them every third level: something to see meanwhile. Pure; cost grows with the
/// patches in view.
[[nodiscard]] DrapeSelection selectPatches(const DrapeRequest& request);

} // namespace twin::render
