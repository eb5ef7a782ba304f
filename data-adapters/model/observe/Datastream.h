// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"
#include "model/observe/Observation.h"
#include "model/observe/Unit.h"

#include <array>
#include <optional>

namespace twin {

/// The twelve action fields of both cities' strategies: the groups of the layer tree.
enum class ActionField : std::uint8_t {
    DataAndPlatforms,
    LivingTogether,
    SafetyAndTrust,
    SpaceAndInfrastructure,
    Mobility,
    Economy,
    EducationAndCulture,
    BuildingAndHousing,
    EnergyAndEnvironment,
    HealthAndSocial,
    Administration,
    Research,
};
inline constexpr std::size_t actionFieldCount = 12;

/// @returns the translated title, e.g. "Energie und Umwelt".
[[nodiscard]] QString actionFieldTitle(ActionField field);
/// @returns the stable English key used in files, e.g. "energy-environment".
[[nodiscard]] QString actionFieldName(ActionField field);
[[nodiscard]] std::optional<ActionField> actionFieldFromName(QStringView name);
/// @returns the field of a number from 1 to 12, as the strategies count them; empty for any other.
[[nodiscard]] std::optional<ActionField> actionFieldFromNumber(int number);

/// A place on the WGS84 ellipsoid, degrees; heights of sensors are seldom known and then the ground's.
struct GeoPoint {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// @returns ISO 6709, "+51.513587+007.465298/": the text of a value whose kind is Position.
[[nodiscard]] QString positionText(const GeoPoint& point);
/// @returns empty for anything that is not positionText() of a place on Earth.
[[nodiscard]] std::optional<GeoPoint> pointFromPositionText(QStringView text);

/// What the values of a Datastream are.
enum class ValueKind : std::uint8_t {
    Number,
    Category, ///< one of a few words, e.g. "on"
    Boolean,  ///< 1 or 0
    Text,     ///< free text, e.g. a warning's headline
    Position, ///< positionText(): a thing that moves
};
[[nodiscard]] QString valueKindName(ValueKind kind); ///< stable, English, e.g. "number"
[[nodiscard]] std::optional<ValueKind> valueKindFromName(QStringView name);

/// One observed property of one thing at one source: what a series belongs to.
struct Datastream {
    QString id;         ///< unique and stable within the program: "<source>/<id at the source>"
    QString source;     ///< ObservationSource's id
    QString thing;      ///< id of the thing at the source, e.g. "urn:ngsi-ld:WeatherObserved:klima-12"
    QString thingType;  ///< e.g. "WeatherObserved"; may be empty
    QString thingTitle; ///< as shown; the thing's id where the source has no name
    QString property;   ///< as the source names it, e.g. "temperature"
    QString title;      ///< as shown, in German where the property is known: "Lufttemperatur"
    ValueKind kind = ValueKind::Number;
    Unit unit;                               ///< not stated: empty
    std::optional<GeoPoint> position;        ///< empty: not stated. Of a thing that moves: the last one known
    std::vector<std::vector<GeoPoint>> area; ///< open exterior rings where the thing is an area (a warning)
    FeatureRef feature;                      ///< the building or object it belongs to; null: none stated
    ActionField field = ActionField::DataAndPlatforms;
    QString licence;                              ///< e.g. "dl-de/zero-2-0"; empty: not stated, and shown so
    QString provider;                             ///< who runs it; may be empty
    QString dataClass = QStringLiteral("public"); ///< design D13
    StalenessRule staleness;
    std::optional<double> least; ///< plausible range, in `unit`
    std::optional<double> most;
    bool demo = false; ///< generated: everything that shows it says so

    friend bool operator==(const Datastream&, const Datastream&) = default;
};

} // namespace twin
