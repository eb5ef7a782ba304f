// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"
#include "model/Result.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace twin::observe {

/// Characters of a value that is a text; longer ones are no values.
inline constexpr qsizetype mostText = 1000;

/// Reads JSON text. @returns MalformedData with the place of the error, also for a web page in its stead.
[[nodiscard]] Result<QJsonDocument> parseJson(const QByteArray& text, const SourceLocation& where);

/// A JSON value as an observed one.
struct ReadValue {
    ObservedValue value;
    ValueKind kind = ValueKind::Number;
};
/// @brief Numbers (finite), booleans, numbers in quotes ("12.5", as many devices send them) and short texts; null is
///        a missing value. Objects with "@value" (JSON-LD) are looked into.
/// @returns empty for arrays, other objects and texts over 1000 characters.
[[nodiscard]] std::optional<ReadValue> valueFromJson(const QJsonValue& json);
/// @returns an instant from an ISO text, {"@value": …} or a number of seconds or milliseconds since 1970.
[[nodiscard]] std::optional<Instant> instantFromJson(const QJsonValue& json);

/// @returns a representative point of a GeoJSON geometry (a Feature's too): a point, else the mean of its outer
///          coordinates; empty where it has none on Earth. Also {"lat", "lon"} and {"latitude", "longitude"}.
[[nodiscard]] std::optional<GeoPoint> pointFromGeoJson(const QJsonValue& json);
/// @returns the exterior rings of a Polygon or MultiPolygon, without the closing point.
[[nodiscard]] std::vector<std::vector<GeoPoint>> ringsFromGeoJson(const QJsonValue& json);

/// @returns the value at a JSON Pointer (RFC 6901); Undefined where there is none.
[[nodiscard]] QJsonValue atPointer(const QJsonValue& root, const QString& pointer);

} // namespace twin::observe
