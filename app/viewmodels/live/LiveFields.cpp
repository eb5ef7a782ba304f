// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveFields.h"

#include "app/viewmodels/Format.h"
#include "LiveLook.h"
#include "LiveText.h"
#include "ValueScale.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

namespace twin {
namespace {

constexpr int paceMilliseconds = 2000;
constexpr int legendColours = 9;

QString drapeId()
{
    return QStringLiteral("live-field");
}

/// Round ends that hold all values and lie at least `span` apart.
std::pair<double, double> ends(double least, double most, double span)
{
    if (most - least < span) {
        const double middle = (least + most) / 2;
        least = middle - span / 2;
        most = middle + span / 2;
    }
    const double rough = (most - least) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
    return {std::floor(least / step) * step, std::ceil(most / step) * step};
}

services::FieldColours coloursOf(const live::ValueScale& scale, double from, double to)
{
    services::FieldColours colours{from, to, {}};
    for (std::size_t i = 0; i < colours.steps.size(); ++i) {
        const QColor colour = scale.colour(static_cast<double>(i) / static_cast<double>(colours.steps.size() - 1));
        colours.steps[i] = {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
                            static_cast<std::uint8_t>(colour.blue())};
    }
    return colours;
}

/// "11:25–11:29", of another day with its date.
QString clockText(Instant from, Instant to)
{
    const QLocale locale;
    const auto text = [&](Instant instant) {
        return locale.toString(live::placeTime(instant).time(), QLocale::ShortFormat);
    };
    const QString span = text(from) == text(to) ? text(to) : text(from) + QStringLiteral("–") + text(to);
    const QDate day = live::placeTime(to).date();
    return day == live::placeTime(systemNow()).date()
               ? span
               : locale.toString(day, QStringLiteral("dd.MM.yyyy")) + QStringLiteral(", ") + span;
}

} // namespace

LiveFields::LiveFields(QObject* parent) : QObject(parent)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(paceMilliseconds);
    connect(&m_pace, &QTimer::timeout, this, &LiveFields::look);
    offer({});
}

int LiveFields::chosen() const
{
    for (int row = 0; row < m_choices.size(); ++row)
        if (m_choices[row].toMap().value(QStringLiteral("key")).toString() == m_key)
            return row;
    return 0;
}

void LiveFields::setChosen(int row)
{
    choose(m_choices.value(row).toMap().value(QStringLiteral("key")).toString());
}

void LiveFields::choose(const QString& key)
{
    if (key == m_key)
        return;
    m_key = key;
    clear();
    Q_EMIT choicesChanged();
    look();
}

void LiveFields::setFrame(const SceneFrame& frame)
{
    m_frame = frame;
    clear();
    show(nullptr, m_now);
}

void LiveFields::show(services::LiveSnapshotPointer snapshot, Instant now)
{
    const bool first = !m_snapshot || !snapshot;
    m_snapshot = std::move(snapshot);
    m_now = now;
    if (first)
        look();
    else if (!m_pace.isActive())
        m_pace.start();
}

void LiveFields::look()
{
    m_looked = m_snapshot;
    const Properties known = properties();
    offer(known);
    if (m_key.isEmpty()) {
        clear();
        return;
    }
    const auto chosen = known.find(m_key);
    const std::size_t stations = chosen == known.end() ? 0 : chosen->second.values.size();
    if (stations >= services::StationField::leastStations)
        estimate(chosen->second);
    else
        sayMissing(stations);
}

bool LiveFields::isSettled(const std::function<bool(const services::LiveSnapshot&)>& isFinal) const
{
    return m_key.isEmpty() || (!m_estimating && m_looked && isFinal(*m_looked));
}

LiveFields::Properties LiveFields::properties() const
{
    Properties properties;
    if (!m_snapshot)
        return properties;
    for (const auto& thing : m_snapshot->things) {
        if (!thing->place)
            continue;
        for (const services::LiveReading& reading : thing->readings) {
            const live::ValueScale* scale = live::valueScale(reading.stream);
            if (scale == nullptr || !scale->fieldSpan)
                continue;
            Stations& stations = properties[reading.stream.thingType + QLatin1Char('.') + reading.stream.property];
            ++stations.known;
            stations.title = reading.stream.title;
            if (!live::isFresh(reading, m_now) || !reading.last->number())
                continue;
            const LocalPosition place = m_frame.toLocal(*thing->place);
            const Instant at = reading.last->observedAt;
            stations.oldest = stations.values.empty() ? at : std::min(stations.oldest, at);
            stations.newest = stations.values.empty() ? at : std::max(stations.newest, at);
            stations.values.push_back({place.x, place.y, *reading.last->number()});
            stations.scale = scale;
            stations.style = live::numberStyleOf(reading.stream);
            stations.demo = stations.demo || thing->demo;
        }
    }
    std::erase_if(properties,
                  [](const auto& entry) { return entry.second.known < services::StationField::leastStations; });
    return properties;
}

void LiveFields::offer(const Properties& properties)
{
    QVariantList choices{QVariantMap{{QStringLiteral("key"), QString()}, {QStringLiteral("title"), tr("keine")}}};
    std::vector<std::pair<QString, QString>> titles; ///< title, key
    for (const auto& [key, stations] : properties)
        titles.emplace_back(stations.title, key);
    std::sort(titles.begin(), titles.end(),
              [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    for (const auto& [title, key] : titles)
        choices += QVariantMap{{QStringLiteral("key"), key}, {QStringLiteral("title"), title}};
    if (choices == m_choices)
        return;
    m_choices = choices;
    Q_EMIT choicesChanged();
}

void LiveFields::estimate(const Stations& stations)
{
    if (stations.values == m_shown)
        return;
    m_shown = stations.values;
    const auto [least, most] = std::minmax_element(m_shown.begin(), m_shown.end(),
                                                   [](const auto& a, const auto& b) { return a.value < b.value; });
    const auto [from, to] = ends(least->value, most->value, *stations.scale->fieldSpan);
    const quint64 turn = ++m_turn;
    m_estimating = true;
    m_runner.clear();
    m_runner.run(
        this,
        [values = m_shown, colours = coloursOf(*stations.scale, from, to)] {
            const auto field = services::StationField::make(values);
            return field ? Outcome{services::fieldDrape(*field, colours, drapeId()), field->meanError(),
                                   field->reachMetres(), field->stations().size()}
                         : Outcome{};
        },
        [this, turn, stations, lower = from, upper = to](const Outcome& outcome) {
            if (turn == m_turn)
                take(stations, outcome, lower, upper);
        });
}

void LiveFields::take(const Stations& stations, const Outcome& outcome, double from, double to)
{
    if (!outcome.drape) {
        sayMissing(outcome.stations);
        return;
    }
    m_estimating = false;
    const auto quantity = [&](double value) { return live::quantityText(value, stations.style); };
    m_legend = {};
    for (int i = 0; i < legendColours; ++i)
        m_legend.colours += stations.scale->colour(static_cast<double>(i) / (legendColours - 1)).name();
    m_legend.from = quantity(from);
    m_legend.to = quantity(to);
    m_legend.demo = stations.demo;
    m_legend.note =
        tr("Geschätzt aus %n Stationen, %1 Uhr; mittlerer Fehler %2. Leer, wo keine Station näher als %3 liegt.",
           nullptr, static_cast<int>(outcome.stations))
            .arg(clockText(stations.oldest, stations.newest), quantity(outcome.meanError),
                 format::distance(outcome.reachMetres));
    m_drape = outcome.drape;
    Q_EMIT legendChanged();
    Q_EMIT drapeChanged();
}

/// While values are still being fetched nothing is said yet.
void LiveFields::sayMissing(std::size_t stations)
{
    clear();
    if (!m_looked || !m_looked->isComplete)
        return;
    m_legend.note = stations == 0
                        ? tr("Keine Fläche: Für diesen Zeitpunkt liegt von keiner Station ein gültiger Wert vor.")
                        : tr("Keine Fläche: Für diesen Zeitpunkt liegen gültige Werte von nur %n Stationen vor, "
                             "nötig sind drei an verschiedenen Orten.",
                             nullptr, static_cast<int>(stations));
    Q_EMIT legendChanged();
}

void LiveFields::clear()
{
    ++m_turn;
    m_estimating = false;
    m_shown.clear();
    if (!m_drape && m_legend.colours.isEmpty() && m_legend.note.isEmpty())
        return;
    m_legend = {};
    m_drape.reset();
    Q_EMIT legendChanged();
    Q_EMIT drapeChanged();
}

void LiveFields::retranslate()
{
    m_shown.clear(); // the note is made anew with the next estimate
    look();
}

} // namespace twin
