// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/drape/DrapePainter.h"

#include <algorithm>
#include <cmath>

namespace twin::render {

namespace {

std::size_t bytesOfLevel(int level)
{
    const auto pixels = static_cast<std::size_t>(patchPixels >> level);
    return pixels * pixels * 4;
}

/// Lays a picture with straight alpha over a premultiplied one.
void layOver(std::uint8_t* below, const Image& picture, double opacity)
{
    const auto strength = static_cast<std::uint32_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    for (std::size_t i = 0; i < picture.pixels.size(); i += 4) {
        const std::uint8_t* from = picture.pixels.data() + i;
        std::uint8_t* to = below + i;
        const std::uint32_t alpha = (from[3] * strength + 127) / 255;
        if (alpha == 0)
            continue;
        for (std::size_t c = 0; c < 3; ++c)
            to[c] = static_cast<std::uint8_t>((from[c] * alpha + to[c] * (255 - alpha) + 127) / 255);
        to[3] = static_cast<std::uint8_t>(alpha + (to[3] * (255 - alpha) + 127) / 255);
    }
}

void halve(const std::uint8_t* from, std::uint8_t* to, std::size_t size)
{
    const std::size_t row = size * 4;
    for (std::size_t y = 0; y < size; y += 2) {
        for (std::size_t x = 0; x < row; x += 8) {
            for (std::size_t c = 0; c < 4; ++c) {
                const std::uint8_t* p = from + y * row + x + c;
                *to++ = static_cast<std::uint8_t>((p[0] + p[4] + p[row] + p[row + 4] + 2) / 4);
            }
        }
    }
}

} // namespace

std::size_t patchBytes()
{
    std::size_t bytes = 0;
    for (int level = 0; level < patchMipLevels; ++level)
        bytes += bytesOfLevel(level);
    return bytes;
}

PaintedPatch paintPatch(const PatchTask& task, const CancellationToken& cancel)
{
    PaintedPatch painted{task, {}, {}};
    const GroundRectangle place = pictureOf(task.patch);
    for (const DrapeLayer& layer : task.drapes->layers) {
        if (cancel.isCancelled())
            return painted;
        if (!overlaps(layer.source->extent(), place))
            continue;
        const Result<Image> picture = layer.source->paint(place, patchPixels, patchPixels, cancel);
        if (!picture) {
            if (picture.error().code != ErrorCode::Cancelled)
                painted.errors.push_back(picture.error());
            continue;
        }
        if (picture->pixels.size() != bytesOfLevel(0))
            continue; // transparent: nothing there
        if (painted.pixels.empty())
            painted.pixels.resize(patchBytes());
        layOver(painted.pixels.data(), *picture, layer.opacity);
    }
    if (painted.pixels.empty())
        return painted;
    bool seen = false;
    for (std::size_t i = 3; i < bytesOfLevel(0) && !seen; i += 4)
        seen = painted.pixels[i] != 0;
    if (!seen) {
        painted.pixels = {};
        return painted;
    }
    std::uint8_t* level = painted.pixels.data();
    for (int i = 0; i + 1 < patchMipLevels; ++i) {
        halve(level, level + bytesOfLevel(i), static_cast<std::size_t>(patchPixels >> i));
        level += bytesOfLevel(i);
    }
    return painted;
}

} // namespace twin::render
