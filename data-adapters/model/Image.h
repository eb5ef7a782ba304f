// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace twin {

/// A decoded picture: RGBA8, sRGB, straight alpha, top row first, width × 4 bytes a row. Immutable once shared.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    [[nodiscard]] bool isEmpty() const { return pixels.empty(); }
};

} // namespace twin
