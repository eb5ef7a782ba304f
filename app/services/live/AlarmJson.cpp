// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlarmWatch.h"

#include <array>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::services {
namespace {

constexpr Milliseconds longestSilence = std::chrono::hours(48);
constexpr std::array relations{"", ">", ">=", "<", "<=", "="};

QJsonObject toObject(const Alarm& alarm)
{
    const Limit& limit = alarm.limit;
    const auto time = [](const std::optional<Instant>& at) { return at ? QJsonValue(isoText(*at)) : QJsonValue(); };
    return {{QStringLiteral("id"), alarm.id},
            {QStringLiteral("stream"), alarm.stream},
            {QStringLiteral("thing"), alarm.thing},
            {QStringLiteral("thingTitle"), alarm.thingTitle},
            {QStringLiteral("property"), alarm.property},
            {QStringLiteral("limit"), limit.id},
            {QStringLiteral("limitDe"), limit.german},
            {QStringLiteral("limitEn"), limit.english},
            {QStringLiteral("basis"), limit.basis},
            {QStringLiteral("unit"), limit.unit.ucum},
            {QStringLiteral("period"), double(limit.period.count())},
            {QStringLiteral("relation"), QLatin1String(relations[std::size_t(limit.threshold.relation)])},
            {QStringLiteral("threshold"), limit.threshold.value},
            {QStringLiteral("level"), int(limit.level)},
            {QStringLiteral("checked"), limit.checked},
            {QStringLiteral("value"), alarm.value},
            {QStringLiteral("worst"), alarm.worst},
            {QStringLiteral("raisedAt"), isoText(alarm.raisedAt)},
            {QStringLiteral("lastAt"), isoText(alarm.lastAt)},
            {QStringLiteral("clearedAt"), time(alarm.clearedAt)},
            {QStringLiteral("acknowledgedAt"), time(alarm.acknowledgedAt)},
            {QStringLiteral("demo"), alarm.demo}};
}

/// Empty for anything that is not the whole of an alarm.
std::optional<Alarm> fromObject(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json[QLatin1String(key)].toString(); };
    const auto time = [&](const char* key) { return instantFromIso(text(key)); };
    Alarm alarm;
    alarm.id = text("id");
    alarm.stream = text("stream");
    alarm.thing = text("thing");
    alarm.thingTitle = text("thingTitle");
    alarm.property = text("property");
    alarm.limit.id = text("limit");
    alarm.limit.german = text("limitDe");
    alarm.limit.english = text("limitEn");
    alarm.limit.basis = text("basis");
    alarm.limit.unit.ucum = text("unit");
    alarm.limit.period = Milliseconds(qint64(json[QLatin1String("period")].toDouble()));
    const double threshold = json[QLatin1String("threshold")].toDouble();
    alarm.limit.threshold = Threshold::fromText(text("relation") + QLatin1Char('0'));
    alarm.limit.threshold.value = threshold;
    alarm.limit.level = json[QLatin1String("level")].toInt() >= 2 ? Limit::Level::Alarm : Limit::Level::Warning;
    alarm.limit.checked = json[QLatin1String("checked")].toBool(true);
    alarm.value = json[QLatin1String("value")].toDouble();
    alarm.worst = json[QLatin1String("worst")].toDouble();
    alarm.demo = json[QLatin1String("demo")].toBool();
    const auto raised = time("raisedAt");
    const auto last = time("lastAt");
    if (alarm.id.isEmpty() || alarm.stream.isEmpty() || !raised || !last ||
        alarm.limit.threshold.relation == Threshold::Relation::None)
        return std::nullopt;
    alarm.raisedAt = *raised;
    alarm.lastAt = *last;
    alarm.clearedAt = time("clearedAt");
    alarm.acknowledgedAt = time("acknowledgedAt");
    return alarm;
}

} // namespace

void AlarmWatch::restore(const QByteArray& json, Instant now)
{
    const QJsonArray alarms = QJsonDocument::fromJson(json).object()[QLatin1String("alarms")].toArray();
    const std::scoped_lock lock(m_mutex);
    for (const QJsonValue& entry : alarms) {
        auto alarm = fromObject(entry.toObject());
        if (!alarm)
            continue;
        if (!alarm->clearedAt && now - alarm->lastAt > longestSilence)
            alarm->clearedAt = alarm->lastAt;
        if (!alarm->clearedAt)
            m_active.insert(alarm->stream, std::move(*alarm));
        else if (m_past.size() < mostPast)
            m_past.push_back(std::move(*alarm));
    }
    m_list.reset();
}

QByteArray AlarmWatch::toJson() const
{
    const AlarmListPointer now = list();
    QJsonArray alarms;
    for (const Alarm& alarm : now->active)
        alarms.append(toObject(alarm));
    for (const Alarm& alarm : now->past)
        alarms.append(toObject(alarm));
    return QJsonDocument(QJsonObject{{QStringLiteral("alarms"), alarms}}).toJson(QJsonDocument::Compact);
}

} // namespace twin::services
