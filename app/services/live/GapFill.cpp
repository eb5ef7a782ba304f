// SPDX-License-Identifier: GPL-3.0-or-later
#include "GapFill.h"

#include "net/HttpClient.h"

#include <algorithm>

namespace twin::services {
namespace {

constexpr Milliseconds pause(100); ///< between two requests of one source
constexpr Milliseconds look(250);
constexpr Milliseconds leastGap = std::chrono::minutes(2); ///< what a subscription covers anyway
constexpr Milliseconds beforeFailure = std::chrono::minutes(1);
constexpr int mostFailures = 3; ///< in a row: the history is not there, or does not want to be asked

} // namespace

GapFill::GapFill(ObservationSource& source, ObservationSink& sink, QHash<QString, Instant> keptUntil,
                 CancellationToken cancel)
    : m_source(source), m_sink(sink), m_cancel(std::move(cancel)), m_keptUntil(std::move(keptUntil))
{
    if (source.description().hasHistory)
        m_thread = std::thread([this] { run(); });
}

GapFill::~GapFill()
{
    m_ended.cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void GapFill::know(const std::vector<Datastream>& streams)
{
    const std::scoped_lock lock(m_mutex);
    for (const Datastream& stream : streams) {
        if (stream.kind == ValueKind::Position || stream.kind == ValueKind::Text)
            continue;
        if (!m_streams.contains(stream.id))
            m_waiting.insert(stream.id, stream);
        m_streams.insert(stream.id, stream);
    }
}

void GapFill::note(const SourceHealth& health)
{
    const std::scoped_lock lock(m_mutex);
    if (health.state == SourceState::Failed && !m_failedAt) {
        m_failedAt = health.lastReceivedAt.value_or(systemNow()) - beforeFailure;
    } else if (health.state == SourceState::Live && m_failedAt) {
        for (Instant& until : m_keptUntil)
            until = std::min(until, *m_failedAt);
        m_failedAt.reset();
        m_waiting = m_streams;
    }
}

std::vector<Datastream> GapFill::takeWaiting()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Datastream> taken(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    std::sort(taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return taken;
}

void GapFill::run()
{
    while (!m_cancel.isCancelled() && net::waitFor(look, m_ended)) {
        int failures = 0;
        for (const Datastream& stream : takeWaiting()) {
            if (m_cancel.isCancelled() || failures >= mostFailures || !net::waitFor(pause, m_ended))
                break;
            failures = fill(stream) ? 0 : failures + 1;
        }
    }
}

/// @returns false where the source did not answer.
bool GapFill::fill(const Datastream& stream)
{
    const Instant now = systemNow();
    Instant from = now - reach;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto kept = m_keptUntil.constFind(stream.id); kept != m_keptUntil.constEnd())
            from = std::max(from, *kept + Milliseconds(1));
    }
    if (now - from < std::max(leastGap, 2 * stream.staleness.interval))
        return true;
    const auto asked = m_source.history(
        stream, {from, now},
        [this](std::vector<Observation>&& page) {
            if (!page.empty())
                m_sink.observations(std::move(page));
            return !m_cancel.isCancelled() && !m_ended.isCancelled();
        },
        m_ended);
    if (!asked && asked.error().code != ErrorCode::NoData)
        return false;
    const std::scoped_lock lock(m_mutex);
    m_keptUntil[stream.id] = now;
    return true;
}

} // namespace twin::services
