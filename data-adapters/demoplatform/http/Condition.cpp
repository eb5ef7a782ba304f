// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/http/Condition.h"

#include "demoplatform/http/ConditionParser.h"
#include "model/observe/Instant.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <QCoreApplication>
#include <QJsonArray>

namespace twin::demoplatform {
namespace {

using Node = Condition::Node;

/// The value at a path. Values of the form {"value": …} (NGSI's properties) stand for their value.
QJsonValue valueAt(const QJsonObject& object, const QStringList& path)
{
    QJsonValue value = object;
    for (const QString& name : path)
        value = value.toObject().value(name);
    if (value.isObject() && value.toObject().contains(QStringLiteral("value")))
        value = value.toObject().value(QStringLiteral("value"));
    if (value.isObject() && value.toObject().contains(QStringLiteral("@value")))
        value = value.toObject().value(QStringLiteral("@value"));
    return value;
}

std::optional<int> compared(const QJsonValue& a, const Literal& b)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    if (a.isDouble() && b.number)
        return order(a.toDouble(), *b.number);
    if (a.isBool())
        return order(int(a.toBool()), b.text == QLatin1String("true") ? 1 : 0);
    if (!a.isString())
        return std::nullopt;
    const auto at = instantOf(a.toString());
    const auto bt = instantOf(b.text);
    if (at && bt)
        return order(*at, *bt);
    return order(a.toString().compare(b.text), 0);
}

bool holds(Comparison op, const std::optional<int>& order)
{
    if (!order)
        return op == Comparison::NotEqual;
    switch (op) {
    case Comparison::Equal:
        return *order == 0;
    case Comparison::NotEqual:
        return *order != 0;
    case Comparison::Less:
        return *order < 0;
    case Comparison::LessEqual:
        return *order <= 0;
    case Comparison::Greater:
        return *order > 0;
    case Comparison::GreaterEqual:
        return *order >= 0;
    }
    return false;
}

bool mentions(const QJsonValue& value, const QString& text)
{
    if (value.isString())
        return value.toString().contains(text, Qt::CaseInsensitive);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), [&text](const QJsonValue& v) { return mentions(v, text); });
    }
    return false;
}

/// Longitude and latitude of GeoJSON, {"lon","lat"} or a Location that holds one.
std::optional<std::pair<double, double>> placeOf(QJsonValue value)
{
    if (value.isArray() && !value.toArray().isEmpty())
        value = value.toArray().first();
    QJsonObject object = value.toObject();
    for (const char* inner : {"location", "geometry", "value"})
        if (object.value(QLatin1String(inner)).isObject())
            object = object.value(QLatin1String(inner)).toObject();
    if (object.contains(QStringLiteral("lon")))
        return std::pair(object.value(QStringLiteral("lon")).toDouble(),
                         object.value(QStringLiteral("lat")).toDouble());
    const QJsonArray point = object.value(QStringLiteral("coordinates")).toArray();
    if (point.size() < 2 || !point[0].isDouble())
        return std::nullopt;
    return std::pair(point[0].toDouble(), point[1].toDouble());
}

bool callHolds(const Node& node, const QJsonObject& object)
{
    const QJsonValue value = valueAt(object, node.path);
    switch (node.function) {
    case Function::StartsWith:
        return value.toString().startsWith(node.literal.text);
    case Function::EndsWith:
        return value.toString().endsWith(node.literal.text);
    case Function::Contains:
        return value.toString().contains(node.literal.text, Qt::CaseInsensitive);
    case Function::Search:
        return mentions(object, node.literal.text);
    case Function::IsNull:
        return value.isNull() || value.isUndefined();
    case Function::Within:
    case Function::Near: {
        const auto place = placeOf(value);
        if (!place)
            return false;
        if (node.function == Function::Within)
            return containsPlace(node.ring, place->first, place->second);
        return !node.ring.empty() &&
               distanceMetres(place->first, place->second, node.ring[0].first, node.ring[0].second) <= node.metres;
    }
    }
    return false;
}

bool nodeHolds(const Node& node, const QJsonObject& object)
{
    const auto holdsHere = [&object](const auto& child) { return nodeHolds(*child, object); };
    switch (node.kind) {
    case Node::And:
        return std::all_of(node.children.begin(), node.children.end(), holdsHere);
    case Node::Or:
        return std::any_of(node.children.begin(), node.children.end(), holdsHere);
    case Node::Not:
        return !nodeHolds(*node.children[0], object);
    case Node::Compare:
        return holds(node.comparison, compared(valueAt(object, node.path), node.literal));
    case Node::Call:
        return callHolds(node, object);
    }
    return false;
}

/// The comparisons that all must hold.
void collect(const Node* node, std::vector<const Node*>& parts)
{
    if (node == nullptr)
        return;
    if (node->kind == Node::And)
        for (const auto& child : node->children)
            collect(child.get(), parts);
    else
        parts.push_back(node);
}

bool isBound(const Node& node, const QString& path)
{
    return node.kind == Node::Compare && node.comparison != Comparison::NotEqual && node.path == QStringList{path} &&
           instantOf(node.literal.text);
}

} // namespace

bool containsPlace(const Ring& ring, double longitude, double latitude)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.empty() ? 0 : ring.size() - 1; i < ring.size(); j = i++) {
        const auto& [x1, y1] = ring[j];
        const auto& [x2, y2] = ring[i];
        if ((y2 > latitude) != (y1 > latitude) && longitude < (x1 - x2) * (latitude - y2) / (y1 - y2) + x2)
            inside = !inside;
    }
    return inside;
}

double distanceMetres(double longitude1, double latitude1, double longitude2, double latitude2)
{
    const double x = (longitude2 - longitude1) * 111'320 * std::cos((latitude1 + latitude2) / 2 * 0.017453292519943295);
    return std::hypot(x, (latitude2 - latitude1) * 110'570);
}

Result<Condition> Condition::parse(const QString& text)
{
    Condition condition;
    if (text.trimmed().isEmpty())
        return condition;
    TWIN_TRY(condition.m_root, parseCondition(text));
    return condition;
}

bool Condition::matches(const QJsonObject& object) const
{
    return !m_root || nodeHolds(*m_root, object);
}

Condition::Times Condition::times(const QString& path) const
{
    std::vector<const Node*> parts;
    collect(m_root.get(), parts);
    Times times;
    for (const Node* part : parts) {
        if (!isBound(*part, path))
            continue;
        const std::int64_t t = *instantOf(part->literal.text);
        const Comparison op = part->comparison;
        if (op == Comparison::Equal || op == Comparison::GreaterEqual || op == Comparison::Greater)
            times.from = std::max(times.from, op == Comparison::Greater ? t + 1 : t);
        if (op == Comparison::Equal || op == Comparison::LessEqual || op == Comparison::Less)
            times.to = std::min(times.to, op == Comparison::Less ? t - 1 : t);
    }
    return times;
}

bool Condition::asksMoreThan(const QString& path) const
{
    std::vector<const Node*> parts;
    collect(m_root.get(), parts);
    return std::any_of(parts.begin(), parts.end(), [&path](const Node* part) { return !isBound(*part, path); });
}

std::optional<std::int64_t> instantOf(const QString& text)
{
    if (text.size() < 10 || text[4] != u'-')
        return std::nullopt;
    const auto instant = instantFromIso(text);
    if (!instant)
        return std::nullopt;
    return instant->time_since_epoch().count();
}

QByteArray isoOf(std::int64_t ms)
{
    using namespace std::chrono;
    const sys_time<milliseconds> instant{milliseconds(ms)};
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const auto rest = int((instant - day).count());
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
    return text;
}

} // namespace twin::demoplatform
