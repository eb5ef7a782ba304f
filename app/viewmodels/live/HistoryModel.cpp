// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryModel.h"

#include "app/viewmodels/ChosenFile.h"
#include "HistoryFiles.h"
#include "LiveText.h"

#include <algorithm>
#include <array>

#include <QSet>

namespace twin {
namespace {

using std::chrono::hours;

constexpr std::array<Milliseconds, 4> presetLengths{hours(24), hours(24 * 7), hours(24 * 30), hours(24 * 365)};
constexpr Milliseconds shortest = std::chrono::minutes(5);
constexpr Milliseconds longest = hours(24LL * 366 * 300);
constexpr int settleMilliseconds = 120;
constexpr int followMilliseconds = 30'000;

Instant earliest()
{
    return toInstant(QDateTime(QDate(1800, 1, 1), QTime(0, 0), Qt::UTC));
}

Instant latest()
{
    return toInstant(QDateTime(QDate(2101, 1, 1), QTime(0, 0), Qt::UTC));
}

/// @returns the curve in the numbers that people read.
services::LiveCurve asWritten(services::LiveCurve curve, const Datastream& stream)
{
    const double factor = live::numberStyleOf(stream).factor;
    for (HistoryBucket& column : curve.columns)
        for (double* value : {&column.first, &column.last, &column.least, &column.most})
            *value *= factor;
    return curve;
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

// --- Which series are drawn ------------------------------------------------------------------------------------------

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
    QSet<QString> units{axisOf(reading->stream)};
    for (const Shown& shown : m_series)
        units.insert(axisOf(shown.stream));
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

// --- The stretch of time ---------------------------------------------------------------------------------------------

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
            shown.curve = asWritten(std::move(curve), shown.stream);
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
