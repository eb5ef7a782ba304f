// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/ObservedProperty.h"

#include "model/Csv.h"

#include <algorithm>

#include <QFile>
#include <QHash>

namespace twin {
namespace {

struct FieldOfType {
    const char* type;
    ActionField field;
};
constexpr FieldOfType fieldsOfTypes[] = {
    {"WeatherObserved", ActionField::EnergyAndEnvironment},
    {"AirQualityObserved", ActionField::EnergyAndEnvironment},
    {"AirQualityMonitoring", ActionField::EnergyAndEnvironment},
    {"NoiseLevelObserved", ActionField::EnergyAndEnvironment},
    {"WasteContainer", ActionField::EnergyAndEnvironment},
    {"WaterObserved", ActionField::SafetyAndTrust},
    {"FloodMonitoring", ActionField::SafetyAndTrust},
    {"Warning", ActionField::SafetyAndTrust},
    {"Streetlight", ActionField::SpaceAndInfrastructure},
    {"StreetlightGroup", ActionField::SpaceAndInfrastructure},
    {"Device", ActionField::DataAndPlatforms},
    {"OffStreetParking", ActionField::Mobility},
    {"OnStreetParking", ActionField::Mobility},
    {"ParkingSpot", ActionField::Mobility},
    {"ParkingGroup", ActionField::Mobility},
    {"EVChargingStation", ActionField::Mobility},
    {"TrafficFlowObserved", ActionField::Mobility},
    {"BikeHireDockingStation", ActionField::Mobility},
    {"RoadSegment", ActionField::Mobility},
    {"RoadWork", ActionField::Mobility},
    {"Vehicle", ActionField::Mobility},
    {"PointOfInterest", ActionField::Economy},
    {"Event", ActionField::Economy},
    {"CrowdFlowObserved", ActionField::Economy},
    {"Museum", ActionField::EducationAndCulture},
    {"School", ActionField::EducationAndCulture},
    {"Kindergarten", ActionField::EducationAndCulture},
    {"Building", ActionField::BuildingAndHousing},
    {"DayCareCentre", ActionField::EducationAndCulture},
    {"BuildingConstruction", ActionField::BuildingAndHousing},
    {"PhotovoltaicMeasurement", ActionField::EnergyAndEnvironment},
    {"IndoorEnvironmentObserved", ActionField::HealthAndSocial},
    {"Hospital", ActionField::HealthAndSocial},
    {"Participation", ActionField::LivingTogether},
    {"Open311ServiceRequest", ActionField::Administration},
    {"QueueMonitor", ActionField::Administration},
};

/// Keyed "WeatherObserved.temperature" and, for the first type that has it, "temperature".
using Table = QHash<QString, ObservedProperty>;

std::optional<double> numberIn(const QString& text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

const Table& table()
{
    static const Table rows = [] {
        Table read;
        QFile file(QStringLiteral(":/twin/codelists/observed_properties.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The table of observed properties is not compiled in");
        const QString text = QString::fromUtf8(file.readAll());
        for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList fields = csvFields(line);
            if (line.startsWith(u'#') || fields.size() < 8 || fields[0] == QLatin1String("code"))
                continue;
            const ObservedProperty row{fields[0].section(QLatin1Char('.'), 1),
                                       fields[1],
                                       fields[2],
                                       {fields[3]},
                                       numberIn(fields[4]),
                                       numberIn(fields[5]),
                                       Threshold::fromText(fields[6]),
                                       Threshold::fromText(fields[7])};
            read.insert(fields[0], row);
            if (!read.contains(row.name))
                read.insert(row.name, row);
        }
        return read;
    }();
    return rows;
}

} // namespace

bool Threshold::isReached(double number) const
{
    switch (relation) {
    case Relation::None:
        return false;
    case Relation::Above:
        return number > value;
    case Relation::AtLeast:
        return number >= value;
    case Relation::Below:
        return number < value;
    case Relation::AtMost:
        return number <= value;
    case Relation::Equal:
        return number == value;
    }
    return false;
}

Threshold Threshold::fromText(QStringView text)
{
    text = text.trimmed();
    Threshold threshold;
    const bool orEqual = text.size() > 1 && text[1] == u'=';
    if (text.startsWith(u'>'))
        threshold.relation = orEqual ? Relation::AtLeast : Relation::Above;
    else if (text.startsWith(u'<'))
        threshold.relation = orEqual ? Relation::AtMost : Relation::Below;
    else if (text.startsWith(u'='))
        threshold.relation = Relation::Equal;
    else
        return {};
    QStringView number = text.mid(orEqual ? 2 : 1);
    if (number == u"true") {
        threshold.value = 1;
        return threshold;
    }
    threshold.ofTotal = number.endsWith(u'%');
    if (threshold.ofTotal)
        number.chop(1);
    bool ok = false;
    threshold.value = number.toDouble(&ok) * (threshold.ofTotal ? 0.01 : 1);
    return ok ? threshold : Threshold();
}

const ObservedProperty* observedProperty(QStringView thingType, QStringView name)
{
    const Table& rows = table();
    if (const auto row = rows.constFind(thingType.toString() + QLatin1Char('.') + name.toString());
        row != rows.constEnd())
        return &*row;
    const auto row = rows.constFind(name.toString());
    return row == rows.constEnd() ? nullptr : &*row;
}

ActionField actionFieldOf(QStringView thingType)
{
    const auto found = std::find_if(std::begin(fieldsOfTypes), std::end(fieldsOfTypes),
                                    [&](const FieldOfType& row) { return thingType == QLatin1String(row.type); });
    return found == std::end(fieldsOfTypes) ? ActionField::DataAndPlatforms : found->field;
}

bool isVehicleType(QStringView thingType)
{
    return thingType == u"Vehicle" || thingType == u"PublicTransportVehicle";
}

void describe(Datastream& stream)
{
    if (isVehicleType(stream.thingType))
        stream.staleness.least = std::chrono::seconds(90);
    if (stream.field == ActionField::DataAndPlatforms)
        stream.field = actionFieldOf(stream.thingType);
    if (stream.thingTitle.isEmpty())
        stream.thingTitle = stream.thing;
    const ObservedProperty* known = observedProperty(stream.thingType, stream.property);
    if (!known) {
        if (stream.title.isEmpty())
            stream.title = stream.property;
        return;
    }
    if (stream.title.isEmpty())
        stream.title = known->german;
    if (!stream.unit.isStated() && stream.kind == ValueKind::Number)
        stream.unit = known->unit;
    // "One" of what? The data model knows.
    if (stream.unit.ucum == QLatin1String("1") && known->unit.ucum.startsWith(QLatin1Char('{')))
        stream.unit = known->unit;
    if (stream.unit != known->unit)
        return; // the plausible range is in the data model's unit
    if (!stream.least)
        stream.least = known->least;
    if (!stream.most)
        stream.most = known->most;
}

} // namespace twin
