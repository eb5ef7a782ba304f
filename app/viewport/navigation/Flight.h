// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"

namespace twin::viewport {

/// A smooth way from one camera to another: slow at both ends, rising a little on long ways so that the city stays in
/// view. Pure function of the time since its start.
class Flight {
public:
    Flight(const CameraState& from, const CameraState& to);

    /// @returns seconds, at most 2.5.
    [[nodiscard]] double duration() const { return m_duration; }
    /// @param seconds  since the start; before 0 and after the duration the ends themselves
    [[nodiscard]] CameraState at(double seconds) const;

private:
    CameraState m_from;
    CameraState m_to;
    double m_duration = 0;
    double m_rise = 0; ///< metres above the straight line, half way
};

} // namespace twin::viewport
