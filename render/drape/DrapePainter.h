// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/drape/DrapeGrid.h"
#include "render/DrapeLayer.h"
#include "render/streaming/WishQueue.h"

namespace twin::render {

/// The drapes of one moment, lowest first. Immutable.
struct DrapeSet {
    std::uint64_t revision = 0;
    std::vector<DrapeLayer> layers; ///< visible ones
};

/// A patch to be painted.
struct PatchTask {
    DrapePatch patch;
    std::shared_ptr<const DrapeSet> drapes;
    friend bool operator==(const PatchTask&, const PatchTask&) = default;
};

/// A patch as it came back from a worker: RGBA8, sRGB, premultiplied, row by row from the north; then the half as large
/// picture and so on, `patchMipLevels` in all. Empty: nothing to show there.
struct PaintedPatch {
    PatchTask wish;
    std::vector<std::uint8_t> pixels;
    std::vector<Error> errors; ///< one for each layer that could not be read; the others go on
};
constexpr int patchMipLevels = 5;
/// @returns bytes of one patch with its smaller pictures.
[[nodiscard]] std::size_t patchBytes();

/// @brief Lays all drapes over each other. Blocking.
[[nodiscard]] PaintedPatch paintPatch(const PatchTask& task, const CancellationToken& cancel);

using DrapePainter = WishQueue<PatchTask, PaintedPatch>;

} // namespace twin::render
