// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/WatchedSource.h"

#include "net/Backoff.h"
#include "observe/Text.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <QRandomGenerator>

namespace twin::observe {
namespace {

constexpr Milliseconds takePatience(100);

/// A value from the future says that a clock is wrong, be it the sensor's or ours.
void doubtFuture(std::vector<Observation>& observations)
{
    for (Observation& observation : observations)
        if ((observation.quality == Quality::Unstated || observation.quality == Quality::Good) &&
            StalenessRule().freshness(observation.observedAt, observation.receivedAt) == Freshness::Future)
            observation.quality = Quality::Doubtful;
}

/// No waiting mends these.
bool isFinal(const Error& error)
{
    return error.code == ErrorCode::InvalidParameter || error.code == ErrorCode::AccessDenied ||
           error.code == ErrorCode::UnsupportedFormat || error.code == ErrorCode::UnsupportedVersion ||
           error.code == ErrorCode::NotFound;
}

} // namespace

/// One run of subscribe(). Lives on the thread that runs it.
class Subscription {
public:
    Subscription(WatchedSource& source, ObservationSink& sink, const CancellationToken& cancel)
        : m_source(source), m_sink(sink), m_cancel(cancel), m_watch(source.pollInterval(), systemNow())
    {
    }

    Result<void> run()
    {
        tell(SourceState::Connecting, {});
        if (Result<void> first = firstSnapshot(); !first)
            return closed(std::move(first));
        const CancellationToken endPush;
        std::thread pusher;
        if (m_source.hasPush())
            pusher = std::thread([this, endPush, book = m_book] {
                const Result<void> ended = m_source.push(book, m_queue, endPush);
                if (!ended && ended.error().code != ErrorCode::Cancelled) {
                    m_pushError = ended.error();
                    m_pushHasEnded = true;
                    m_queue.lost(ended.error().summary);
                }
            });
        while (!m_cancel.isCancelled() && !(m_source.isPushOnly() && m_pushHasEnded))
            step();
        endPush.cancel();
        if (pusher.joinable())
            pusher.join();
        if (m_source.isPushOnly() && m_pushHasEnded)
            return closed(failure(m_pushError));
        return closed(failure(ErrorCode::Cancelled, Text::tr("Abgebrochen")));
    }

private:
    Result<void> closed(Result<void> outcome)
    {
        tell(SourceState::Closed, outcome ? QString() : outcome.error().summary);
        return outcome;
    }

    /// Patient: a source that is down when the program starts comes later.
    Result<void> firstSnapshot()
    {
        for (;;) {
            Result<SourceSnapshot> all = m_source.fetchFirst(m_cancel);
            if (all) {
                deliver(std::move(*all));
                return {};
            }
            if (all.error().code == ErrorCode::Cancelled || isFinal(all.error()))
                return failure(std::move(all).error());
            tell(SourceState::Failed, all.error().summary);
            if (!net::waitFor(nextWait(), m_cancel))
                return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
        }
    }

    void step()
    {
        const Instant now = systemNow();
        if (now >= m_notBefore && m_watch.wantsPoll(now, m_book.usualInterval()))
            poll();
        PushQueue::Batch batch = m_queue.take(takePatience);
        m_source.setLost(m_queue.dropped(), m_queue.missed());
        if (batch.connects > 0) {
            m_watch.connected(systemNow());
            m_pushTrouble.clear();
            m_source.countReconnect();
            tellState();
        }
        if (batch.lost) {
            m_watch.lost();
            m_pushTrouble = *batch.lost;
            tellState();
        }
        if (!batch.observations.empty() || !batch.datastreams.empty()) {
            m_watch.pushed(systemNow());
            deliver({std::move(batch.datastreams), std::move(batch.observations), {}}, batch.malformed);
        }
    }

    void poll()
    {
        Result<SourceSnapshot> changes = m_source.fetchChanges(m_book, m_cancel);
        if (!changes) {
            if (changes.error().code == ErrorCode::Cancelled)
                return;
            m_notBefore = systemNow() + nextWait();
            tell(SourceState::Failed, changes.error().summary);
            return;
        }
        m_backoff = net::Backoff();
        m_watch.polled(systemNow(), deliver(std::move(*changes)));
        tellState();
    }

    /// @returns whether there was anything new.
    bool deliver(SourceSnapshot&& values, qint64 malformed = 0)
    {
        malformed += static_cast<qint64>(values.issues.size());
        std::vector<Datastream> streams = m_book.changed(std::move(values.datastreams));
        // A value whose series nobody described has no unit and no place: it cannot be shown honestly.
        malformed += static_cast<qint64>(std::erase_if(values.observations, [this](const Observation& observation) {
            return m_book.find(observation.datastream) == nullptr;
        }));
        doubtFuture(values.observations);
        const std::size_t all = values.observations.size();
        std::vector<Observation> observations = m_book.fresh(std::move(values.observations));
        m_source.countReceived(observations.size(), malformed, all - observations.size());
        tellState();
        if (!streams.empty())
            m_sink.datastreams(std::move(streams));
        const bool isNew = !observations.empty();
        if (isNew)
            m_sink.observations(std::move(observations));
        return isNew;
    }

    void tellState()
    {
        if (m_source.isPushOnly() && !m_watch.isUp())
            tell(m_pushTrouble.isEmpty() ? SourceState::Connecting : SourceState::Failed, m_pushTrouble);
        else if (m_source.hasPush() && m_watch.isSilent())
            tell(SourceState::Degraded, Text::tr("Sofortmeldungen schweigen; die Quelle wird stattdessen abgefragt."));
        else if (m_source.hasPush() && !m_watch.isUp() && !m_pushTrouble.isEmpty())
            tell(SourceState::Degraded,
                 Text::tr("Ohne Sofortmeldungen, die Quelle wird abgefragt: %1").arg(m_pushTrouble));
        else
            tell(SourceState::Live, {});
    }

    void tell(SourceState state, const QString& text)
    {
        m_source.setHealth(state, text);
        if (m_told && m_told->first == state && m_told->second == text)
            return;
        m_told = {state, text};
        m_sink.health(m_source.health());
    }

    /// A little more than nothing, so that a server that fails at once is not asked at once.
    Milliseconds nextWait()
    {
        return std::max(Milliseconds(200), m_backoff.failed(systemNow(), QRandomGenerator::global()->generateDouble()));
    }

    WatchedSource& m_source;
    ObservationSink& m_sink;
    CancellationToken m_cancel;
    SeriesBook m_book;
    PushQueue m_queue;
    PushWatch m_watch;
    net::Backoff m_backoff;
    Instant m_notBefore{};
    QString m_pushTrouble;
    Error m_pushError; ///< written before m_pushHasEnded
    std::atomic<bool> m_pushHasEnded = false;
    std::optional<std::pair<SourceState, QString>> m_told;
};

WatchedSource::WatchedSource(const SourceDescription& description, SourceSettings settings)
    : m_description(description), m_settings(std::move(settings))
{
}

Result<SourceSnapshot> WatchedSource::snapshot(const CancellationToken& cancel, const ProgressSink& progress)
{
    Result<SourceSnapshot> all = fetchAll(cancel, progress);
    if (all)
        doubtFuture(all->observations);
    if (all)
        countReceived(all->observations.size(), static_cast<qint64>(all->issues.size()));
    return all;
}

Result<void> WatchedSource::history(const Datastream&, const TimeRange&, const HistorySink&, const CancellationToken&)
{
    return failure(ErrorCode::NoData, Text::tr("Diese Quelle hält keine früheren Werte vor."));
}

Result<void> WatchedSource::subscribe(ObservationSink& sink, const CancellationToken& cancel)
{
    return Subscription(*this, sink, cancel).run();
}

Result<SourceSnapshot> WatchedSource::fetchFirst(const CancellationToken& cancel)
{
    return fetchAll(cancel, {});
}

Result<SourceSnapshot> WatchedSource::fetchChanges(const SeriesBook&, const CancellationToken& cancel)
{
    return fetchAll(cancel, {});
}

Milliseconds WatchedSource::pollInterval() const
{
    return std::chrono::seconds(std::max(1, option("interval").toInt()));
}

Result<void> WatchedSource::push(const SeriesBook&, PushQueue&, const CancellationToken&)
{
    return {};
}

Datastream WatchedSource::newStream(const QString& idAtSource) const
{
    Datastream stream;
    stream.id = m_settings.id + QLatin1Char('/') + idAtSource;
    stream.source = m_settings.id;
    stream.licence = m_settings.licence;
    stream.dataClass = m_settings.dataClass;
    stream.demo = m_settings.demo;
    return stream;
}

SourceHealth WatchedSource::health() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_health;
}

void WatchedSource::setHealth(SourceState state, const QString& text)
{
    const std::lock_guard lock(m_healthMutex);
    m_health.state = state;
    m_health.text = text;
}

void WatchedSource::countReceived(std::size_t observations, qint64 malformed, std::size_t repeated)
{
    const std::lock_guard lock(m_healthMutex);
    m_health.repeated += static_cast<qint64>(repeated);
    m_health.received += static_cast<qint64>(observations);
    m_health.malformed += malformed;
    if (observations > 0)
        m_health.lastReceivedAt = systemNow();
}

void WatchedSource::setLost(qint64 dropped, qint64 missed)
{
    const std::lock_guard lock(m_healthMutex);
    m_health.dropped = dropped;
    m_health.missed = missed;
}

void WatchedSource::countRequest()
{
    const std::lock_guard lock(m_healthMutex);
    ++m_health.requests;
}

void WatchedSource::countReconnect()
{
    const std::lock_guard lock(m_healthMutex);
    ++m_health.reconnects;
}

} // namespace twin::observe
