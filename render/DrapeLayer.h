// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"

#include <cstdint>
#include <memory>

namespace twin::render {

/// On which side of an upright divider in the picture something lies on the ground.
enum class DrapeSide : std::uint8_t { Both, Left, Right };

/// One drape and how it shows.
struct DrapeLayer {
    std::shared_ptr<const DrapeSource> source;
    double opacity = 1; ///< 0…1
    bool visible = true;
    DrapeSide side = DrapeSide::Both; ///< of FrameRequest::divider
    friend bool operator==(const DrapeLayer&, const DrapeLayer&) = default;
};

} // namespace twin::render
