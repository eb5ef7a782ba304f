// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "model/Result.h"
#include "model/SceneFrame.h"

namespace twin::services {

/// A camera as people write it: "E,N,H,HEADING,PITCH" with easting and northing (EPSG:25832) and height above DHHN2016
/// in metres, heading clockwise from grid north and pitch (up positive) in degrees. Decimal point, any heading. Pure.
/// @returns InvalidParameter when it is not five finite numbers or the pitch is outside [-90, 90]
[[nodiscard]] Result<CameraState> parseCamera(const QString& text, const SceneFrame& frame);

/// @returns the same camera as text, to the millimetre and a thousandth of a degree.
[[nodiscard]] QString cameraText(const CameraState& camera, const SceneFrame& frame);

} // namespace twin::services
