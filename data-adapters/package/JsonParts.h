// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CityObjectSink.h"
#include "model/SceneFrame.h"

#include <QJsonArray>
#include <QJsonObject>

namespace twin::package {

// What region.json and layer.json have in common.

[[nodiscard]] QJsonArray toJson(double a, double b, double c);
/// @returns false unless `value` is three finite numbers within the earth's size.
[[nodiscard]] bool readVector(const QJsonValue& value, double& a, double& b, double& c);

[[nodiscard]] QJsonObject toJson(const SourceInfo& source);
[[nodiscard]] SourceInfo toSource(const QJsonObject& object);

/// A box as its corners in the region CRS, so that it survives a change of the scene's origin.
[[nodiscard]] QJsonObject toJson(const Box& box, const SceneFrame& frame);
/// @returns false when the corners are missing or no numbers.
[[nodiscard]] bool readBox(const QJsonValue& value, const SceneFrame& frame, Box& box);

} // namespace twin::package
