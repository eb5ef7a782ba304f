// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"

#include <memory>

namespace twin::render {

/// One drape and how it shows.
struct DrapeLayer {
    std::shared_ptr<const DrapeSource> source;
    double opacity = 1; ///< 0…1
    bool visible = true;
    friend bool operator==(const DrapeLayer&, const DrapeLayer&) = default;
};

} // namespace twin::render
