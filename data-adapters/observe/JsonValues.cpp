// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/JsonValues.h"

#include "observe/Text.h"

#include <cmath>

#include <QJsonArray>

namespace twin::observe {
namespace {

constexpr int mostNesting = 6; // of coordinates: a MultiPolygon has four

std::optional<GeoPoint> onEarth(const QJsonValue& latitude, const QJsonValue& longitude)
{
    const auto number = [](const QJsonValue& json) {
        bool ok = json.isDouble();
        const double value = ok ? json.toDouble() : json.toString().toDouble(&ok);
        return ok ? value : std::nan("");
    };
    const GeoPoint point{number(latitude), number(longitude)};
    if (!(std::abs(point.latitude) <= 90) || !(std::abs(point.longitude) <= 180))
        return std::nullopt;
    return point;
}

std::optional<GeoPoint> pointOf(const QJsonArray& position)
{
    return position.size() < 2 ? std::nullopt : onEarth(position[1], position[0]);
}

void collect(const QJsonArray& coordinates, int depth, std::vector<GeoPoint>& points)
{
    if (coordinates.isEmpty() || depth > mostNesting)
        return;
    if (!coordinates[0].isArray()) {
        if (const auto point = pointOf(coordinates))
            points.push_back(*point);
        return;
    }
    for (const QJsonValue& part : coordinates)
        collect(part.toArray(), depth + 1, points);
}

std::vector<GeoPoint> ringOf(const QJsonArray& positions)
{
    std::vector<GeoPoint> ring;
    collect(positions, 0, ring);
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring.size() < 3 ? std::vector<GeoPoint>() : ring;
}

} // namespace

Result<QJsonDocument> parseJson(const QByteArray& text, const SourceLocation& where)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error == QJsonParseError::NoError)
        return document;
    const QByteArray start = text.left(200).trimmed().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html"))
        return failure(ErrorCode::MalformedData, Text::tr("Der Server antwortet mit einer Webseite statt mit Daten."),
                       {}, Text::tr("Vielleicht verlangt er eine Anmeldung; prüfen Sie Adresse und Zugangsdaten."),
                       where);
    return failure(
        ErrorCode::MalformedData, Text::tr("Die Antwort ist beschädigt oder unvollständig."),
        QStringLiteral("JSON: %1 at byte %2 of %3").arg(error.errorString()).arg(error.offset).arg(text.size()), {},
        where);
}

std::optional<ReadValue> valueFromJson(const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return ReadValue{std::monostate(), ValueKind::Number};
    if (json.isBool())
        return ReadValue{json.toBool() ? 1.0 : 0.0, ValueKind::Boolean};
    if (json.isDouble())
        return std::isfinite(json.toDouble()) ? std::optional(ReadValue{json.toDouble(), ValueKind::Number})
                                              : std::nullopt;
    if (json.isString()) {
        const QString text = json.toString();
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (isNumber && std::isfinite(number))
            return ReadValue{number, ValueKind::Number};
        if (text.size() > mostText)
            return std::nullopt;
        return ReadValue{text, text.contains(QLatin1Char(' ')) ? ValueKind::Text : ValueKind::Category};
    }
    if (json.isObject() && json[QLatin1String("@value")] != QJsonValue(QJsonValue::Undefined) &&
        !json[QLatin1String("@value")].isObject())
        return valueFromJson(json[QLatin1String("@value")]);
    return std::nullopt;
}

std::optional<Instant> instantFromJson(const QJsonValue& json)
{
    if (json.isString())
        return instantFromIso(json.toString());
    if (json.isObject() && json[QLatin1String("@value")].isString())
        return instantFromIso(json[QLatin1String("@value")].toString());
    if (!json.isDouble())
        return std::nullopt;
    const double number = json.toDouble();
    constexpr double year1973 = 1e8;
    constexpr double year2286 = 1e10;
    if (number > year1973 && number < year2286)
        return Instant(Milliseconds(static_cast<qint64>(number * 1000)));
    if (number >= year2286 && number < year2286 * 1000)
        return Instant(Milliseconds(static_cast<qint64>(number)));
    return std::nullopt;
}

std::optional<GeoPoint> pointFromGeoJson(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    if (object.contains(QLatin1String("geometry"))) { // a feature; one in another is none
        const QJsonValue geometry = object.value(QLatin1String("geometry"));
        return geometry.toObject().contains(QLatin1String("geometry")) ? std::nullopt : pointFromGeoJson(geometry);
    }
    if (object.contains(QLatin1String("lat")))
        return onEarth(object[QLatin1String("lat")],
                       object[object.contains(QLatin1String("lon")) ? QLatin1String("lon") : QLatin1String("lng")]);
    if (object.contains(QLatin1String("latitude")))
        return onEarth(object[QLatin1String("latitude")], object[QLatin1String("longitude")]);
    std::vector<GeoPoint> points;
    collect(object[QLatin1String("coordinates")].toArray(), 0, points);
    if (points.empty())
        return std::nullopt;
    if (points.size() > 1 && points.front() == points.back())
        points.pop_back();
    GeoPoint mean;
    for (const GeoPoint& point : points) {
        mean.latitude += point.latitude / static_cast<double>(points.size());
        mean.longitude += point.longitude / static_cast<double>(points.size());
    }
    return mean;
}

std::vector<std::vector<GeoPoint>> ringsFromGeoJson(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    const QString type = object[QLatin1String("type")].toString();
    const QJsonArray coordinates = object[QLatin1String("coordinates")].toArray();
    std::vector<std::vector<GeoPoint>> rings;
    const auto add = [&](const QJsonArray& polygon) {
        if (auto ring = ringOf(polygon[0].toArray()); !ring.empty())
            rings.push_back(std::move(ring));
    };
    if (type == QLatin1String("Polygon") && !coordinates.isEmpty())
        add(coordinates);
    else if (type == QLatin1String("MultiPolygon"))
        for (const QJsonValue& polygon : coordinates)
            if (!polygon.toArray().isEmpty())
                add(polygon.toArray());
    return rings;
}

QJsonValue atPointer(const QJsonValue& root, const QString& pointer)
{
    QJsonValue value = root;
    if (pointer.isEmpty())
        return value;
    for (QString key : pointer.mid(1).split(QLatin1Char('/'))) {
        key.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (value.isArray()) {
            bool ok = false;
            const int index = key.toInt(&ok);
            value = ok && index >= 0 && index < value.toArray().size() ? value.toArray()[index]
                                                                       : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(key);
        }
    }
    return value;
}

} // namespace twin::observe
