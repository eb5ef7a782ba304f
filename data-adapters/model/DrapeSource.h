// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Image.h"
#include "model/Position.h"
#include "model/Result.h"
#include "model/Task.h"

#include <QString>

namespace twin {

/// A rectangle on the ground in the scene frame, metres.
struct GroundRectangle {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

/// Something flat that lies on the terrain: an orthophoto, an old map, areas and lines of a vector layer. Immutable;
/// every function may be called from any thread.
class DrapeSource {
public:
    virtual ~DrapeSource() = default;

    [[nodiscard]] virtual QString layer() const = 0;
    /// @returns where the source has anything to show.
    [[nodiscard]] virtual GroundRectangle extent() const = 0;
    /// @brief The part of the source over `place`, resampled to width × height pixels; transparent where it has
    ///        nothing. Blocking; worker threads only.
    /// @returns Cancelled when the token fired; MalformedData, NotFound for a damaged file.
    [[nodiscard]] virtual Result<Image> paint(const GroundRectangle& place, int width, int height,
                                              const CancellationToken& cancel) const = 0;
};

} // namespace twin
