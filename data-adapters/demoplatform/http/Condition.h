// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include <QJsonObject>
#include <QString>

namespace twin::demoplatform {

/// A filter over JSON objects, in the words of OData ($filter of SensorThings), ODSQL (where of Opendatasoft) or
/// NGSI-LD (q): they differ in spelling alone. Known: comparisons, and/or/not, parentheses, paths a/b or a.b,
/// startswith, endswith, substringof, contains, search, st_within, within_distance, in_bbox, is null.
class Condition {
public:
    /// @returns InvalidParameter with the place of what is not understood. An empty text matches everything.
    static Result<Condition> parse(const QString& text);

    [[nodiscard]] bool matches(const QJsonObject& object) const;

    /// The instants that a time can have where the condition holds, milliseconds since 1970; both included.
    struct Times {
        std::int64_t from = std::numeric_limits<std::int64_t>::min();
        std::int64_t to = std::numeric_limits<std::int64_t>::max();
    };
    /// @returns the bounds that the and-ed comparisons of a path set; the widest where it sets none.
    [[nodiscard]] Times times(const QString& path) const;
    /// @returns whether anything but such bounds of this path is asked.
    [[nodiscard]] bool asksMoreThan(const QString& path) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root; ///< null: matches everything
};

/// @returns milliseconds since 1970 of an ISO 8601 instant (an interval's end); empty for what is none.
[[nodiscard]] std::optional<std::int64_t> instantOf(const QString& text);
/// @returns metres between two places of the region, on a sphere flattened locally.
[[nodiscard]] double distanceMetres(double longitude1, double latitude1, double longitude2, double latitude2);
/// @returns "2026-03-14T14:32:00.000Z".
[[nodiscard]] QByteArray isoOf(std::int64_t milliseconds);

} // namespace twin::demoplatform
