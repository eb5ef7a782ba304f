// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveDetails.h"

#include "app/viewmodels/Format.h"
#include "LiveText.h"

#include <algorithm>
#include <array>

namespace twin {
namespace {

void addFact(QVariantList& list, const QString& label, const QString& value)
{
    if (!value.isEmpty())
        list += QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
}

} // namespace

QString LiveDetails::title() const
{
    if (m_thing)
        return m_thing->title;
    return m_field ? actionFieldTitle(*m_field) : isWaiting() ? tr("Messstelle gesucht") : QString();
}

QString LiveDetails::subtitle() const
{
    if (m_thing)
        return tr("Live: %1").arg(actionFieldTitle(m_thing->field));
    if (isWaiting())
        return tr("„%1“ hat noch keine Quelle gemeldet.").arg(m_wanted);
    return m_field ? tr("Live: %n Messstellen", nullptr, static_cast<int>(m_things.size())) : QString();
}

bool LiveDetails::isDemo() const
{
    if (m_thing)
        return m_thing->demo;
    return m_snapshot && m_field &&
           std::any_of(m_snapshot->things.begin(), m_snapshot->things.end(),
                       [this](const auto& thing) { return thing->field == *m_field && thing->demo; });
}

QString LiveDetails::sourceTitle() const
{
    if (m_snapshot)
        for (const services::LiveSourceState& state : m_snapshot->sources)
            if (state.id == m_thing->source)
                return state.title;
    return m_thing->source;
}

QVariantList LiveDetails::facts() const
{
    QVariantList list;
    if (!m_thing || m_thing->readings.empty())
        return list;
    const Datastream& stream = m_thing->readings.front().stream;
    addFact(list, tr("Art"), stream.thingType);
    addFact(list, tr("Handlungsfeld"), actionFieldTitle(m_thing->field));
    if (m_thing->place) {
        addFact(list, tr("Lage (ETRS89/UTM 32N)"), format::position(*m_thing->place));
        addFact(list, tr("Höhe"), tr("nicht angegeben, gezeigt auf dem Gelände"));
    } else {
        addFact(list, tr("Lage"), tr("nicht angegeben"));
    }
    addFact(list, tr("Messreihen"), format::number(double(m_thing->readings.size()), 0));
    addFact(list, tr("Kennung"), stream.thing);
    return list;
}

QVariantList LiveDetails::provenance() const
{
    QVariantList list;
    if (!m_thing || m_thing->readings.empty())
        return list;
    const Datastream& stream = m_thing->readings.front().stream;
    addFact(list, tr("Quelle"), sourceTitle());
    // What is generated says where real values would come from.
    addFact(list, m_thing->demo ? tr("Echte Werte hätte") : tr("Betrieben von"),
            stream.provider.isEmpty() ? tr("nicht angegeben") : stream.provider);
    addFact(list, tr("Lizenz"), stream.licence.isEmpty() ? tr("nicht angegeben") : stream.licence);
    addFact(list, tr("Datenklasse"), stream.dataClass == QLatin1String("public") ? tr("öffentlich") : stream.dataClass);
    std::optional<Instant> received;
    for (const services::LiveReading& reading : m_thing->readings)
        if (reading.last && (!received || reading.last->receivedAt > *received))
            received = reading.last->receivedAt;
    addFact(list, tr("Zuletzt empfangen"), received ? live::timeText(*received) : tr("noch nie"));
    addFact(list, tr("Quelle/Kennung"), m_thing->id);
    return list;
}

QString LiveDetails::origin() const
{
    if (!m_thing || m_thing->readings.empty())
        return {};
    const Datastream& stream = m_thing->readings.front().stream;
    QStringList parts{tr("Quelle: %1").arg(sourceTitle())};
    if (!stream.provider.isEmpty())
        parts += m_thing->demo ? tr("echte Werte hätte: %1").arg(stream.provider) : stream.provider;
    parts += stream.licence.isEmpty() ? tr("Lizenz nicht angegeben") : tr("Lizenz: %1").arg(stream.licence);
    return parts.join(QStringLiteral(" · "));
}

std::optional<LiveDetails::Tab> LiveDetails::tabFromName(const QString& name)
{
    const std::array names{"facts", "live", "history", "source"};
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const char* one) { return name == QLatin1String(one); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<Tab>(found - names.begin()));
}

void LiveDetails::setTab(int tab)
{
    if (tab == m_tab || tab < Facts || tab > Source)
        return;
    m_tab = tab;
    Q_EMIT tabChanged();
}

void LiveDetails::openWhenKnown(const QString& id)
{
    m_wanted = id;
    if (!id.isEmpty())
        openThing(id);
    if (isWaiting())
        refresh();
}

void LiveDetails::openField(ActionField field)
{
    m_wanted.clear();
    m_field = field;
    m_thing.reset();
    refresh();
    Q_EMIT opened();
}

void LiveDetails::openThing(const QString& id)
{
    if (!m_snapshot)
        return;
    const auto found = std::find_if(m_snapshot->things.begin(), m_snapshot->things.end(),
                                    [&](const auto& thing) { return thing->id == id; });
    if (found == m_snapshot->things.end())
        return;
    m_wanted.clear();
    m_thing = *found;
    m_field = m_thing->field;
    refresh();
    Q_EMIT opened();
}

void LiveDetails::close()
{
    if (!isOpen())
        return;
    m_wanted.clear();
    m_field.reset();
    m_thing.reset();
    refresh();
}

void LiveDetails::back()
{
    m_thing.reset();
    refresh();
}

void LiveDetails::flyToThing()
{
    if (hasPlace())
        Q_EMIT flyRequested(*m_thing->place);
}

void LiveDetails::show(services::LiveSnapshotPointer snapshot)
{
    m_snapshot = std::move(snapshot);
    if (!m_snapshot) {
        m_field.reset();
        m_thing.reset();
        refresh();
        return;
    }
    if (isWaiting())
        openThing(QString(m_wanted));
    if (!isOpen())
        return;
    if (m_thing) {
        const auto found = std::lower_bound(m_snapshot->things.begin(), m_snapshot->things.end(), m_thing->id,
                                            [](const auto& thing, const QString& id) { return thing->id < id; });
        if (found != m_snapshot->things.end() && (*found)->id == m_thing->id)
            m_thing = *found;
        else
            m_thing.reset();
    }
    refresh();
}

void LiveDetails::refresh()
{
    QVariantList things = thingList();
    QVariantList readings = readingList();
    m_things = std::move(things);
    m_readings = std::move(readings);
    Q_EMIT changed();
}

QVariantList LiveDetails::thingList() const
{
    QVariantList list;
    if (!m_snapshot || !m_field || m_thing)
        return list;
    const Instant now = reference();
    std::vector<const services::LiveThing*> things;
    for (const auto& thing : m_snapshot->things)
        if (thing->field == *m_field)
            things.push_back(thing.get());
    std::sort(things.begin(), things.end(), [](const auto* a, const auto* b) {
        const int order = QString::localeAwareCompare(a->title, b->title);
        return order != 0 ? order < 0 : a->id < b->id;
    });
    for (const services::LiveThing* thing : things)
        list += QVariantMap{{QStringLiteral("id"), thing->id},
                            {QStringLiteral("title"), thing->title},
                            {QStringLiteral("text"), live::headlineText(*thing, now)},
                            {QStringLiteral("stale"), live::isStale(*thing, now)}};
    return list;
}

QVariantList LiveDetails::readingList() const
{
    QVariantList list;
    if (!m_thing)
        return list;
    const Instant now = reference();
    for (const services::LiveReading& reading : m_thing->readings)
        list += QVariantMap{{QStringLiteral("id"), reading.stream.id},
                            {QStringLiteral("title"), reading.stream.title},
                            {QStringLiteral("value"), live::valueText(reading, now)},
                            {QStringLiteral("unit"), live::unitText(reading, now)},
                            {QStringLiteral("age"), live::ageText(reading, now)},
                            {QStringLiteral("stale"), !live::isFresh(reading, now)}};
    return list;
}

} // namespace twin
