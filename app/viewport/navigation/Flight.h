// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"

#include <functional>
#include <optional>

namespace twin::viewport {

/// What a flight must not pass through: the scene z of ground and roofs at a place.
using Tops = std::function<double(double x, double y)>;

/// A smooth way from one camera to another: slow at both ends, rising a little on long ways so that the city stays in
/// view. Where houses or hills are in the way it rises above them: as gently as possible, if need be straight up before
/// it goes anywhere (out of a street between houses). Pure function of the time since its start.
class Flight {
public:
    /// @param tops   empty: nothing is in the way
    Flight(const CameraState& from, const CameraState& to, const Tops& tops = {});
    /// Turns about a point that keeps its place in the picture; if something is in the way, as above.
    Flight(const CameraState& from, const CameraState& to, const LocalPosition& pivot, const Tops& tops);

    /// @returns seconds, at most 2.5.
    [[nodiscard]] double duration() const { return m_duration; }
    /// @param seconds  since the start; before 0 and after the duration the ends themselves
    [[nodiscard]] CameraState at(double seconds) const;

private:
    void measure();
    void avoid(const Tops& tops);
    [[nodiscard]] bool isClear(const Tops& tops) const;
    [[nodiscard]] LocalPosition eyeAt(double part) const;

    CameraState m_from;
    CameraState m_to;
    std::optional<LocalPosition> m_pivot;
    double m_duration = 0;
    double m_rise = 0; ///< metres above the straight line, half way
    /// Scene z that is reached before half way and left after it; empty: the straight line with its rise.
    std::optional<double> m_cruise;
    double m_lead = 0; ///< of climbing before moving, 0: both at once … 1: one after the other
};

} // namespace twin::viewport
