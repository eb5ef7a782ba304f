// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/http/Condition.h"

#include <memory>
#include <optional>
#include <vector>

#include <QStringList>

namespace twin::demoplatform {

enum class Comparison : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
enum class Function : std::uint8_t { StartsWith, EndsWith, Contains, Search, IsNull, Within, Near };
using Ring = std::vector<std::pair<double, double>>; ///< longitude, latitude

/// A constant of a condition.
struct Literal {
    QString text;
    std::optional<double> number;
};

struct Condition::Node {
    enum Kind : std::uint8_t { And, Or, Not, Compare, Call };
    Kind kind = And;
    std::vector<std::shared_ptr<const Node>> children;
    QStringList path;
    Comparison comparison = Comparison::Equal;
    Function function = Function::Contains;
    Literal literal;
    Ring ring;         ///< of Within; Near: its one point
    double metres = 0; ///< of Near
};

/// @returns whether a place lies in a ring of longitudes and latitudes.
[[nodiscard]] bool containsPlace(const Ring& ring, double longitude, double latitude);

[[nodiscard]] Result<std::shared_ptr<const Condition::Node>> parseCondition(const QString& text);
/// @returns the points of WKT ("POLYGON((7.4 51.5, …))", "POINT(7.4 51.5)"); empty for what is none.
[[nodiscard]] Ring pointsOfWkt(const QString& text);

} // namespace twin::demoplatform
