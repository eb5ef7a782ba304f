// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveLook.h"

#include "LiveText.h"
#include "model/observe/ObservedProperty.h"
#include "ValueScale.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <QCoreApplication>
#include <QLocale>

namespace twin::live {
namespace {

struct Kind {
    const char* type;
    const char* symbol;
    bool onRoof = false;
};
constexpr Kind kinds[] = {
    {"", "value"},
    {"WeatherObserved", "weather"},
    {"AirQualityObserved", "air"},
    {"AirQualityMonitoring", "air"},
    {"NoiseLevelObserved", "noise"},
    {"OffStreetParking", "parking", true},
    {"OnStreetParking", "parking"},
    {"ParkingSpot", "parking"},
    {"ParkingGroup", "parking"},
    {"EVChargingStation", "charging"},
    {"Streetlight", "lamp"},
    {"StreetlightGroup", "lamp"},
    {"WaterObserved", "water"},
    {"FloodMonitoring", "water"},
    {"TrafficFlowObserved", "traffic"},
    {"RoadSegment", "traffic"},
    {"WasteContainer", "waste"},
    {"DayCareCentre", "child", true},
    {"Kindergarten", "child", true},
    {"School", "child", true},
    {"Open311ServiceRequest", "speech"},
    {"Participation", "speech"},
    {"CrowdFlowObserved", "people"},
    {"BikeHireDockingStation", "bike"},
    {"IndoorEnvironmentObserved", "cool", true},
    {"QueueMonitor", "office", true},
    {"Building", "office", true},
    {"RoadWork", "roadwork"},
    {"BuildingConstruction", "crane"},
    {"Device", "antenna"},
    {"PhotovoltaicMeasurement", "solar", true},
    {"Vehicle", "tram"},
    {"Warning", "warning"},
};

const Kind& kindOf(QStringView type)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds),
                                    [type](const Kind& k) { return type == QLatin1String(k.type); });
    return found == std::end(kinds) ? kinds[0] : *found;
}

Concern concernOf(const services::LiveReading& reading)
{
    const double* number = reading.last->number();
    const ObservedProperty* property = observedProperty(reading.stream.thingType, reading.stream.property);
    if (number == nullptr || property == nullptr || !(property->unit == reading.stream.unit))
        return Concern::None;
    const auto reached = [number](const Threshold& limit) { return !limit.ofTotal && limit.isReached(*number); };
    return reached(property->alarm) ? Concern::Alarm : reached(property->warning) ? Concern::Warning : Concern::None;
}

std::optional<double> freshNumber(const services::LiveThing& thing, QLatin1String property, Instant now)
{
    for (const services::LiveReading& reading : thing.readings)
        if (reading.stream.property == property && isFresh(reading, now) && reading.last->number() != nullptr)
            return *reading.last->number();
    return std::nullopt;
}

/// The share of parking spaces that are taken, as stated or as counted.
std::optional<double> takenOf(const services::LiveThing& thing, Instant now)
{
    if (const auto stated = freshNumber(thing, QLatin1String("occupancy"), now))
        return std::clamp(*stated, 0.0, 1.0);
    const auto free = freshNumber(thing, QLatin1String("availableSpotNumber"), now);
    const auto total = freshNumber(thing, QLatin1String("totalSpotNumber"), now);
    if (free && total && *total > 0)
        return std::clamp(1 - *free / *total, 0.0, 1.0);
    return std::nullopt;
}

struct Severity {
    const char* name; ///< of CAP
    QRgb colour;
    Concern concern;
};
constexpr Severity severities[] = {
    {"Minor", 0xF2D21B, Concern::Warning},   {"Moderate", 0xF58A1F, Concern::Warning},
    {"Severe", 0xD92B1E, Concern::Alarm},    {"Extreme", 0x9B2FAE, Concern::Alarm},
    {"Unknown", 0x6B7F93, Concern::Warning},
};

const Severity& severityOf(const services::LiveThing& thing)
{
    for (const services::LiveReading& reading : thing.readings)
        if (reading.stream.property == QLatin1String("severity") && reading.last && reading.last->text() != nullptr)
            for (const Severity& severity : severities)
                if (*reading.last->text() == QLatin1String(severity.name))
                    return severity;
    return std::end(severities)[-1];
}

std::optional<Instant> endOf(const services::LiveThing& warning)
{
    for (const services::LiveReading& reading : warning.readings)
        if (reading.stream.property == QLatin1String("expires") && reading.last && reading.last->text() != nullptr)
            return instantFromIso(*reading.last->text());
    return std::nullopt;
}

/// "Sturm · bis 20:00", of another day with its name or date.
QString warningLabel(const services::LiveThing& thing, Instant now)
{
    const auto end = endOf(thing);
    if (!end)
        return thing.title;
    const QDateTime local = placeTime(*end);
    const qint64 days = placeTime(now).date().daysTo(local.date());
    const QLocale locale;
    QString time = locale.toString(local.time(), QLocale::ShortFormat);
    if (days != 0)
        time.prepend((days > 0 && days < 7 ? locale.toString(local.date(), QStringLiteral("ddd"))
                                           : locale.toString(local.date(), QLocale::ShortFormat)) +
                     QLatin1Char(' '));
    return thing.title + QStringLiteral(" · ") + QCoreApplication::translate("twin::Live", "bis %1").arg(time);
}

/// "U43 +4 min", "U43 pünktlich"; the line is what stands before the arrow of "U43 → Wickede".
QString vehicleLabel(const services::LiveThing& thing, Instant now)
{
    const QString line = thing.title.section(QChar(0x2192), 0, 0).trimmed();
    const auto delay = freshNumber(thing, QLatin1String("delay"), now);
    if (!delay)
        return line;
    const auto minutes = static_cast<int>(std::lround(*delay / 60));
    const QString text = minutes == 0
                             ? QCoreApplication::translate("twin::Live", "pünktlich")
                             : QLocale().toString(minutes).prepend(minutes > 0 ? QStringLiteral("+") : QString()) +
                                   QStringLiteral("\u00A0min");
    return line + QLatin1Char(' ') + text;
}

Instant holdsUntil(const services::LiveThing& thing, Instant now)
{
    Instant until = Instant::max();
    for (const services::LiveReading& reading : thing.readings) {
        if (!reading.last)
            continue;
        const Milliseconds after = reading.stream.staleness.staleAfter();
        for (const Instant change : {reading.last->observedAt - std::chrono::minutes(2),
                                     reading.last->observedAt + after, reading.last->observedAt + 10 * after})
            if (change > now)
                until = std::min(until, change);
    }
    return until;
}

} // namespace

QString typeOf(const services::LiveThing& thing)
{
    return thing.readings.empty() ? QString() : thing.readings.front().stream.thingType;
}

QString symbolOf(QStringView thingType)
{
    return QLatin1String(kindOf(thingType).symbol);
}

QStringList symbols()
{
    QStringList names;
    for (const Kind& kind : kinds)
        if (!names.contains(QLatin1String(kind.symbol)))
            names += QLatin1String(kind.symbol);
    return names;
}

QColor concernColour(Concern concern)
{
    return concern == Concern::Alarm     ? QColor::fromRgb(0xD92B1E)
           : concern == Concern::Warning ? QColor::fromRgb(0xF5B324)
                                         : QColor::fromRgb(0xFFFFFF);
}

LiveLook lookOf(const services::LiveThing& thing, Instant now)
{
    const QString type = typeOf(thing);
    LiveLook look;
    look.symbol = symbolOf(type);
    look.onRoof = kindOf(type).onRoof;
    look.stale = isStale(thing, now);
    look.colour = look.stale ? staleColour() : colour(thing.field);
    look.value = look.colour;
    look.until = holdsUntil(thing, now);
    if (type == QLatin1String("Warning")) {
        const Severity& severity = severityOf(thing);
        const auto end = endOf(thing);
        look.over = end ? *end <= now : look.stale;
        if (end && *end > now)
            look.until = std::min(look.until, *end);
        look.value = QColor::fromRgb(severity.colour);
        look.concern = severity.concern;
        return look;
    }
    const services::LiveReading* reading = headline(thing, now);
    look.missing = reading == nullptr || !reading->last || reading->last->isMissing() ||
                   reading->last->quality == Quality::Bad ||
                   reading->stream.staleness.freshness(reading->last->observedAt, now) == Freshness::Old;
    if (look.missing)
        return look;
    if (!look.stale) {
        look.concern = concernOf(*reading);
        if (look.symbol == QLatin1String("parking"))
            look.taken = takenOf(thing, now);
    }
    const ValueScale* scale = valueScale(reading->stream);
    if (const double* number = reading->last->number(); number != nullptr && scale != nullptr) {
        look.level = scale->share(*number);
        if (!look.stale)
            look.value = scale->colour(*look.level);
    }
    return look;
}

QString labelText(const services::LiveThing& thing, Instant now)
{
    const services::LiveReading* reading = headline(thing, now);
    if (reading == nullptr)
        return {};
    if (typeOf(thing) == QLatin1String("Warning"))
        return warningLabel(thing, now);
    if (isVehicleType(typeOf(thing)))
        return vehicleLabel(thing, now);
    const QString unit = unitText(*reading, now);
    const QString value = valueText(*reading, now);
    return unit.isEmpty() ? value : value + QChar(0xa0) + unit;
}

} // namespace twin::live
