// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CameraState.h"

#include <numbers>

namespace twin {

LocalPosition viewDirection(const CameraState& camera)
{
    const double heading = camera.headingDegrees * std::numbers::pi / 180.0;
    const double pitch = camera.pitchDegrees * std::numbers::pi / 180.0;
    return {std::sin(heading) * std::cos(pitch), std::cos(heading) * std::cos(pitch), std::sin(pitch)};
}

} // namespace twin
