// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveText.h"

#include "app/viewmodels/Format.h"
#include "model/observe/ObservedProperty.h"
#include "ValueScale.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace twin::live {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::Live)
};

Freshness freshnessOf(const services::LiveReading& reading, Instant now)
{
    return reading.stream.staleness.freshness(reading.last->observedAt, now);
}

/// CAP's words and times in the reader's language; other texts are shown as they are.
QString warningText(const Datastream& stream, const QString& text)
{
    if (stream.property == QLatin1String("severity")) {
        const std::pair<const char*, QString> words[] = {{"Minor", Text::tr("gering")},
                                                         {"Moderate", Text::tr("mäßig")},
                                                         {"Severe", Text::tr("schwer")},
                                                         {"Extreme", Text::tr("extrem")},
                                                         {"Unknown", Text::tr("unbekannt")}};
        for (const auto& [name, word] : words)
            if (text == QLatin1String(name))
                return word;
    }
    if (stream.property == QLatin1String("onset") || stream.property == QLatin1String("expires"))
        if (const auto instant = instantFromIso(text))
            return QLocale().toString(placeTime(*instant), QLocale::ShortFormat);
    return text;
}

QString placeText(const GeoPoint& point)
{
    const QLocale locale;
    return Text::tr("%1° N, %2° O")
        .arg(locale.toString(point.latitude, 'f', 4), locale.toString(point.longitude, 'f', 4));
}

} // namespace

QDateTime placeTime(Instant instant)
{
    const QTimeZone berlin(QByteArrayLiteral("Europe/Berlin"));
    return berlin.isValid() ? toDateTime(instant).toTimeZone(berlin) : toDateTime(instant).toLocalTime();
}

QString timeText(Instant instant, bool withSeconds)
{
    const QDateTime time = placeTime(instant);
    const QString weekday =
        QLocale().standaloneDayName(time.date().dayOfWeek(), QLocale::ShortFormat).remove(QLatin1Char('.'));
    return weekday + QLatin1Char(' ') +
           time.toString(withSeconds ? QStringLiteral("dd.MM.yyyy HH:mm:ss") : QStringLiteral("dd.MM.yyyy HH:mm"));
}

QString numberText(double value)
{
    const double size = std::abs(value);
    const auto isWhole = [](double number) { return std::abs(number - std::round(number)) < 1e-6; };
    return format::number(value, isWhole(value) || size >= 1000 ? 0 : size >= 10 || isWhole(10 * value) ? 1 : 2);
}

NumberStyle numberStyleOf(const Datastream& stream)
{
    const auto isShare = [](const Unit& unit, std::optional<double> least, std::optional<double> most) {
        return unit.ucum == QLatin1String("1") && least == 0.0 && most == 1.0;
    };
    const ObservedProperty* known = observedProperty(stream.thingType, stream.property);
    if (isShare(stream.unit, stream.least, stream.most) ||
        (known && known->unit == stream.unit && isShare(known->unit, known->least, known->most)))
        return {100, QStringLiteral("%")};
    return {1, stream.unit.symbol()};
}

QString quantityText(double value, const NumberStyle& style)
{
    const QString number = numberText(value * style.factor);
    return style.unit.isEmpty() ? number : number + QChar(0xa0) + style.unit;
}

QString valueText(const services::LiveReading& reading, Instant now)
{
    if (!reading.last || reading.last->isMissing())
        return Text::tr("kein Wert");
    if (reading.last->quality == Quality::Bad)
        return Text::tr("ungültig");
    if (freshnessOf(reading, now) == Freshness::Old)
        return Text::tr("alt");
    if (const double* number = reading.last->number()) {
        if (reading.stream.kind == ValueKind::Boolean)
            return *number != 0 ? Text::tr("ja") : Text::tr("nein");
        return numberText(*number * numberStyleOf(reading.stream).factor);
    }
    const QString text = *reading.last->text();
    if (reading.stream.kind == ValueKind::Position)
        if (const auto point = pointFromPositionText(text))
            return placeText(*point);
    return reading.stream.thingType == QLatin1String("Warning") ? warningText(reading.stream, text) : text;
}

QString unitText(const services::LiveReading& reading, Instant now)
{
    const bool isNumber = reading.last && reading.last->number() && reading.stream.kind == ValueKind::Number &&
                          reading.last->quality != Quality::Bad && freshnessOf(reading, now) != Freshness::Old;
    return isNumber ? numberStyleOf(reading.stream).unit : QString();
}

QString ageText(const services::LiveReading& reading, Instant now)
{
    if (!reading.last)
        return {};
    if (freshnessOf(reading, now) == Freshness::Future)
        return Text::tr("Zeit liegt in der Zukunft");
    const auto seconds =
        std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(now - reading.last->observedAt).count());
    const QString age = seconds < 60          ? Text::tr("vor %1 s").arg(seconds)
                        : seconds < 3600      ? Text::tr("vor %1 min").arg(seconds / 60)
                        : seconds < 2 * 86400 ? Text::tr("vor %1 h").arg(seconds / 3600)
                                              : Text::tr("vor %1 Tagen").arg(seconds / 86400);
    return reading.last->quality == Quality::AssumedTime ? Text::tr("empfangen %1").arg(age) : age;
}

bool isFresh(const services::LiveReading& reading, Instant now)
{
    return reading.last && !reading.last->isMissing() && reading.last->quality != Quality::Bad &&
           freshnessOf(reading, now) == Freshness::Fresh;
}

bool isStale(const services::LiveThing& thing, Instant now)
{
    return std::none_of(thing.readings.begin(), thing.readings.end(),
                        [now](const auto& reading) { return isFresh(reading, now); });
}

const services::LiveReading* headline(const services::LiveThing& thing, Instant now)
{
    const services::LiveReading* best = nullptr;
    std::pair<int, int> bestRank{};
    for (const services::LiveReading& reading : thing.readings) {
        const bool isNumber = reading.last && reading.last->number() && reading.stream.kind == ValueKind::Number;
        const std::pair rank{-4 * isFresh(reading, now) - 2 * isNumber - (reading.last ? 1 : 0),
                             importance(reading.stream)};
        if (best == nullptr || rank < bestRank) {
            best = &reading;
            bestRank = rank;
        }
    }
    return best;
}

QString headlineText(const services::LiveThing& thing, Instant now)
{
    const services::LiveReading* reading = headline(thing, now);
    if (reading == nullptr)
        return Text::tr("kein Wert");
    const QString unit = unitText(*reading, now);
    QString text = reading->stream.title + QLatin1Char(' ') + valueText(*reading, now);
    if (!unit.isEmpty())
        text += QChar(0xa0) + unit;
    const QString age = ageText(*reading, now);
    return age.isEmpty() ? text : text + QStringLiteral(" · ") + age;
}

QColor colour(ActionField field)
{
    constexpr std::array<QRgb, actionFieldCount> colours{0x5B7C99, 0xC2557A, 0xC0392B, 0x8C6D3F, 0x2F6FD0, 0x8E5BBF,
                                                         0xD07A1F, 0x9A7B1E, 0x1F9151, 0xD14E8B, 0x5A6B7B, 0x1795A3};
    return QColor::fromRgb(colours[static_cast<std::size_t>(field)]);
}

QColor staleColour()
{
    return QColor::fromRgb(0x9AA3A8);
}

} // namespace twin::live
