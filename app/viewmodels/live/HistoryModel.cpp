// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryModel.h"

#include "app/viewmodels/ChosenFile.h"
#include "HistoryFiles.h"
#include "LiveText.h"
#include "model/observe/Limits.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QSet>

namespace twin {
namespace {

using std::chrono::hours;

constexpr std::array<Milliseconds, 4> presetLengths{hours(24), hours(24 * 7), hours(24 * 30), hours(24 * 365)};
constexpr Milliseconds shortest = std::chrono::minutes(5);
constexpr Milliseconds longest = hours(24LL * 366 * 300);
constexpr int settleMilliseconds = 120;
constexpr int followMilliseconds = 30'000;
constexpr int mostRows = 48;

Instant earliest()
{
    return toInstant(QDateTime(QDate(1800, 1, 1), QTime(0, 0), Qt::UTC));
}

Instant latest()
{
    return toInstant(QDateTime(QDate(2101, 1, 1), QTime(0, 0), Qt::UTC));
}

QString withUnit(double value, const Unit& unit)
{
    const QString symbol = unit.symbol();
    return symbol.isEmpty() ? live::numberText(value) : live::numberText(value) + QChar(0xa0) + symbol;
}

QString columnText(const HistoryBucket& column, const Unit& unit)
{
    return column.count == 1 ? withUnit(column.first, unit)
                             : live::numberText(column.least) + QStringLiteral(" – ") + withUnit(column.most, unit);
}

} // namespace

HistoryModel::HistoryModel(QObject* parent) : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(settleMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &HistoryModel::load);
    m_follow.setInterval(followMilliseconds);
    connect(&m_follow, &QTimer::timeout, this, &HistoryModel::follow);
    m_range = {end() - presetLengths[0], end()};
}

void HistoryModel::setFeed(std::weak_ptr<services::LiveFeed> feed)
{
    m_feed = std::move(feed);
    reload();
}

void HistoryModel::sourceAnswers(const QString& source)
{
    if (std::any_of(m_series.begin(), m_series.end(),
                    [&](const Shown& shown) { return shown.stream.source == source; }))
        reload();
}

void HistoryModel::setThing(std::shared_ptr<const services::LiveThing> thing)
{
    const bool isSame = thing && m_thing && thing->id == m_thing->id;
    m_thing = std::move(thing);
    if (isSame)
        return;
    m_refused.clear();
    if (!m_pinned) {
        m_series.clear();
        const services::LiveReading* first = nullptr;
        for (const services::LiveReading& reading : m_thing ? m_thing->readings : std::vector<services::LiveReading>())
            if (first == nullptr && reading.stream.kind == ValueKind::Number)
                first = &reading;
        if (m_thing)
            if (const auto* best = live::headline(*m_thing, end()); best && best->stream.kind == ValueKind::Number)
                first = best;
        if (first != nullptr)
            m_series.push_back({first->stream, {}});
    }
    m_cursor.reset();
    follow();
    reload();
}

void HistoryModel::setInstant(std::optional<Instant> instant)
{
    if (instant == m_instant)
        return;
    m_instant = instant;
    follow();
    Q_EMIT changed();
}

void HistoryModel::retranslate()
{
    Q_EMIT changed();
}

// --- What is drawn ---------------------------------------------------------------------------------------------------

QVariantList HistoryModel::series() const
{
    QVariantList list;
    for (const Shown& shown : m_series)
        list += QVariantMap{{QStringLiteral("id"), shown.stream.id},
                            {QStringLiteral("title"), shown.stream.title},
                            {QStringLiteral("thing"), shown.stream.thingTitle},
                            {QStringLiteral("unit"), shown.stream.unit.symbol()},
                            {QStringLiteral("reading"), readingOf(shown)}};
    return list;
}

QVariantList HistoryModel::choices() const
{
    QVariantList list;
    if (!m_thing)
        return list;
    for (const services::LiveReading& reading : m_thing->readings) {
        if (reading.stream.kind != ValueKind::Number && reading.stream.kind != ValueKind::Boolean)
            continue;
        const bool chosen = std::any_of(m_series.begin(), m_series.end(),
                                        [&](const Shown& shown) { return shown.stream.id == reading.stream.id; });
        list += QVariantMap{{QStringLiteral("id"), reading.stream.id},
                            {QStringLiteral("title"), reading.stream.title},
                            {QStringLiteral("unit"), reading.stream.unit.symbol()},
                            {QStringLiteral("chosen"), chosen}};
    }
    return list;
}

bool HistoryModel::isRight(const Shown& shown) const
{
    return shown.stream.unit.ucum != m_series.front().stream.unit.ucum;
}

void HistoryModel::toggle(const QString& id)
{
    m_refused.clear();
    const auto known =
        std::find_if(m_series.begin(), m_series.end(), [&](const Shown& s) { return s.stream.id == id; });
    if (known != m_series.end()) {
        m_series.erase(known);
        reload();
        return;
    }
    if (!m_thing)
        return;
    const auto reading = std::find_if(m_thing->readings.begin(), m_thing->readings.end(),
                                      [&](const auto& r) { return r.stream.id == id; });
    if (reading == m_thing->readings.end())
        return;
    QSet<QString> units{reading->stream.unit.ucum};
    for (const Shown& shown : m_series)
        units.insert(shown.stream.unit.ucum);
    if (m_series.size() >= mostSeries)
        m_refused = tr("Mehr als drei Messreihen lassen sich nicht vergleichen. Nehmen Sie zuerst eine heraus.");
    else if (units.size() > 2)
        m_refused = tr("Ein Diagramm hat höchstens zwei Einheiten. Nehmen Sie zuerst eine Messreihe heraus.");
    else
        m_series.push_back({reading->stream, {}});
    reload();
}

void HistoryModel::remove(const QString& id)
{
    if (std::any_of(m_series.begin(), m_series.end(), [&](const Shown& s) { return s.stream.id == id; }))
        toggle(id);
}

void HistoryModel::setPinned(bool pinned)
{
    m_pinned = pinned;
    Q_EMIT changed();
}

void HistoryModel::setLimitsShown(bool shown)
{
    m_limitsShown = shown;
    Q_EMIT changed();
}

bool HistoryModel::hasLimits() const
{
    return std::any_of(m_series.begin(), m_series.end(), [this](const Shown& shown) {
        return !LimitTable::builtIn().of(shown.stream, toDateTime(m_range.to).date()).empty();
    });
}

/// A limit of a mean says nothing about a stretch shorter than what the mean is of.
std::vector<ChartLimit> HistoryModel::limits() const
{
    std::vector<ChartLimit> limits;
    if (!m_limitsShown)
        return limits;
    QSet<QString> seen;
    for (const Shown& shown : m_series) {
        for (const Limit& limit : LimitTable::builtIn().of(shown.stream, toDateTime(m_range.to).date())) {
            if (limit.threshold.ofTotal || limit.period > m_range.to - m_range.from + hours(1))
                continue;
            QStringList words{QLocale().language() == QLocale::German ? limit.german : limit.english,
                              limit.periodText()};
            if (limit.basis.startsWith(QLatin1String("WHO")))
                words.prepend(QStringLiteral("WHO"));
            else if (!limit.basis.isEmpty())
                words.prepend(QStringLiteral("EU"));
            words.removeAll(QString());
            const QString key = words.join(QLatin1Char(' ')) + QString::number(limit.threshold.value);
            if (seen.contains(key))
                continue;
            seen.insert(key);
            limits.push_back({limit.threshold.value, isRight(shown), words.join(QLatin1Char(' '))});
        }
    }
    return limits;
}

ChartScene HistoryModel::scene() const
{
    ChartScene scene;
    scene.range = m_range;
    for (const Shown& shown : m_series)
        scene.series.push_back(
            {shown.stream.title, shown.stream.unit.symbol(), isRight(shown), shown.curve.columns, shown.curve.gap});
    scene.limits = limits();
    scene.clock = m_instant;
    scene.cursor = m_cursor;
    scene.end = systemNow();
    scene.isComplete = !m_loading;
    return scene;
}

QString HistoryModel::readingOf(const Shown& shown) const
{
    const auto& columns = shown.curve.columns;
    if (columns.empty())
        return m_loading ? QString() : tr("keine Werte");
    if (!m_cursor)
        return withUnit(columns.back().last, shown.stream.unit);
    const auto next = std::upper_bound(columns.begin(), columns.end(), *m_cursor,
                                       [](Instant at, const HistoryBucket& b) { return at < b.firstAt; });
    if (next == columns.begin() || *m_cursor - std::prev(next)->lastAt > shown.curve.gap)
        return tr("Lücke");
    return columnText(*std::prev(next), shown.stream.unit);
}

QString HistoryModel::cursorText() const
{
    return m_cursor ? live::timeText(*m_cursor, m_range.to - m_range.from < hours(6)) : QString();
}

QString HistoryModel::rangeText() const
{
    return live::timeText(m_range.from) + QStringLiteral(" – ") + live::timeText(m_range.to);
}

QString HistoryModel::note() const
{
    if (!m_refused.isEmpty())
        return m_refused;
    if (m_series.empty())
        return tr("Hier misst nichts Zahlen. Wählen Sie eine Messreihe.");
    for (const Shown& shown : m_series)
        if (shown.curve.trouble)
            return tr("Nur was aufbewahrt ist: %1").arg(shown.curve.trouble->summary);
    const bool isEmpty =
        std::all_of(m_series.begin(), m_series.end(), [](const Shown& shown) { return shown.curve.columns.empty(); });
    return isEmpty && !m_loading ? tr("Aus dieser Zeit sind keine Werte bekannt.") : QString();
}

QVariantList HistoryModel::rows() const
{
    QVariantList list;
    const Milliseconds length = (m_range.to - m_range.from) / mostRows;
    for (int row = 0; row < mostRows; ++row) {
        const TimeRange span{m_range.from + row * length, m_range.from + (row + 1) * length - Milliseconds(1)};
        QStringList values;
        bool hasAny = false;
        for (const Shown& shown : m_series) {
            HistoryBucket sum;
            for (const HistoryBucket& column : shown.curve.columns) {
                if (!span.contains(column.firstAt))
                    continue;
                sum.least = sum.count == 0 ? column.least : std::min(sum.least, column.least);
                sum.most = sum.count == 0 ? column.most : std::max(sum.most, column.most);
                sum.first = sum.count == 0 ? column.first : sum.first;
                sum.count += column.count;
            }
            hasAny = hasAny || sum.count > 0;
            values += sum.count > 0 ? columnText(sum, shown.stream.unit) : QStringLiteral("–");
        }
        if (hasAny)
            list +=
                QVariantMap{{QStringLiteral("time"), live::timeText(span.from)}, {QStringLiteral("values"), values}};
    }
    return list;
}

// --- The stretch of time ---------------------------------------------------------------------------------------------

QStringList HistoryModel::presets() const
{
    return {tr("24 Stunden"), tr("7 Tage"), tr("30 Tage"), tr("1 Jahr")};
}

void HistoryModel::setPreset(int preset)
{
    if (preset < 0 || preset >= int(presetLengths.size()))
        return;
    setRange({end() - presetLengths[std::size_t(preset)], end()}, preset);
}

void HistoryModel::setRange(TimeRange range, int preset)
{
    Milliseconds length = std::clamp(range.to - range.from, shortest, longest);
    range.from = std::clamp(range.from, earliest(), latest() - length);
    range.to = range.from + length;
    if (range == m_range && preset == m_preset)
        return;
    m_range = range;
    m_preset = preset;
    m_cursor.reset();
    reload();
}

/// A preset ends at the clock.
void HistoryModel::follow()
{
    const Milliseconds length = m_range.to - m_range.from;
    const Milliseconds moved = end() > m_range.to ? end() - m_range.to : m_range.to - end();
    if (m_preset >= 0 && moved > length / std::max(1, m_columns))
        setRange({end() - length, end()}, m_preset);
}

void HistoryModel::zoom(double factor, double at)
{
    if (!(factor > 0))
        return;
    const double length = double((m_range.to - m_range.from).count());
    const double next = std::clamp(length * factor, double(shortest.count()), double(longest.count()));
    const Instant fixed = m_range.from + Milliseconds(qint64(length * std::clamp(at, 0.0, 1.0)));
    const Instant from = fixed - Milliseconds(qint64(next * std::clamp(at, 0.0, 1.0)));
    setRange({from, from + Milliseconds(qint64(next))}, -1);
}

void HistoryModel::pan(double share)
{
    const Milliseconds way(qint64(double((m_range.to - m_range.from).count()) * std::clamp(share, -10.0, 10.0)));
    setRange({m_range.from + way, m_range.to + way}, -1);
}

void HistoryModel::setCursor(double at)
{
    std::optional<Instant> cursor;
    if (at >= 0 && at <= 1)
        cursor = m_range.from + Milliseconds(qint64(double((m_range.to - m_range.from).count()) * at));
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    Q_EMIT changed();
}

void HistoryModel::stepCursor(int steps)
{
    std::vector<Instant> times;
    for (const Shown& shown : m_series)
        for (const HistoryBucket& column : shown.curve.columns)
            times.push_back(column.firstAt);
    if (times.empty())
        return;
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    const auto at = std::lower_bound(times.begin(), times.end(), m_cursor.value_or(times.back()));
    const qint64 index = std::clamp<qint64>(m_cursor ? at - times.begin() + steps : qint64(times.size()) - 1, 0,
                                            qint64(times.size()) - 1);
    m_cursor = times[std::size_t(index)];
    Q_EMIT changed();
}

// --- Fetching --------------------------------------------------------------------------------------------------------

void HistoryModel::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (!shown) {
        stop();
        m_follow.stop();
        return;
    }
    m_follow.start();
    follow();
    reload();
}

void HistoryModel::setColumns(int columns)
{
    columns = std::clamp(columns, 16, 4096);
    if (columns == m_columns)
        return;
    m_columns = columns;
    reload();
}

void HistoryModel::reload()
{
    m_cancel.cancel();
    ++m_request;
    m_loading = m_shown && !m_series.empty() && !m_feed.expired();
    if (m_loading)
        m_later.start();
    Q_EMIT changed();
}

void HistoryModel::load()
{
    std::vector<Datastream> streams;
    for (const Shown& shown : m_series)
        streams.push_back(shown.stream);
    m_cancel = {};
    m_runner.clear();
    // One after another: each is complete as soon as it can be.
    m_runner.run(
        this,
        [this, feed = m_feed, streams, range = m_range, columns = m_columns, cancel = m_cancel, request = m_request] {
            const auto open = feed.lock();
            for (const Datastream& stream : streams) {
                if (!open || cancel.isCancelled())
                    break;
                // The runner is this object's last member: it is there as long as its work goes on.
                const auto show = [this, id = stream.id, request](services::LiveCurve curve) {
                    QMetaObject::invokeMethod(
                        this, [this, id, request, curve = std::move(curve)] { put(id, curve, request); },
                        Qt::QueuedConnection);
                };
                open->curve(stream, range, columns, show, cancel);
            }
            return request;
        },
        [this](int request) {
            if (request != m_request)
                return;
            m_loading = false;
            Q_EMIT changed();
        });
}

void HistoryModel::put(const QString& id, services::LiveCurve curve, int request)
{
    if (request != m_request)
        return;
    for (Shown& shown : m_series)
        if (shown.stream.id == id)
            shown.curve = std::move(curve);
    Q_EMIT changed();
}

void HistoryModel::stop()
{
    m_cancel.cancel();
    m_later.stop();
    ++m_request;
    if (std::exchange(m_loading, false))
        Q_EMIT changed();
}

// --- Files -----------------------------------------------------------------------------------------------------------

void HistoryModel::setSaved(const QString& text)
{
    m_saved = text;
    Q_EMIT savedChanged();
}

void HistoryModel::exportCsv(const QUrl& file)
{
    std::vector<Datastream> streams;
    for (const Shown& shown : m_series)
        streams.push_back(shown.stream);
    setSaved(tr("Die Werte werden geschrieben …"));
    const QString path = chosenFile(file);
    m_files.run(
        this,
        [feed = m_feed, streams, range = m_range, path, cancel = m_cancel]() -> Result<qint64> {
            const auto open = feed.lock();
            return open ? writeCsv(*open, streams, range, path, cancel)
                        : Result<qint64>(failure(ErrorCode::NoData, tr("Es hört niemand mehr auf die Quellen.")));
        },
        [this](const Result<qint64>& written) {
            setSaved(written ? tr("%n Werte geschrieben.", nullptr, int(*written)) : written.error().toText());
        });
}

void HistoryModel::exportPicture(const QUrl& file)
{
    std::vector<Datastream> streams;
    for (const Shown& shown : m_series)
        streams.push_back(shown.stream);
    m_files.run(
        this,
        [scene = scene(), streams, range = rangeText(), path = chosenFile(file)] {
            return writePicture(scene, streams, range, path);
        },
        [this](const Result<void>& written) {
            setSaved(written ? tr("Das Bild ist geschrieben.") : written.error().toText());
        });
}

} // namespace twin
