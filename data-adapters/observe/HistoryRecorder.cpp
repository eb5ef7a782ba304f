// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/HistoryRecorder.h"

#include <algorithm>
#include <iterator>

namespace twin::observe {
namespace {

constexpr auto pace = std::chrono::seconds(1);

} // namespace

HistoryRecorder::HistoryRecorder(HistoryStore& store, ObservationSink& next) : m_store(store), m_next(next)
{
    m_writer = std::thread([this] { run(); });
}

HistoryRecorder::~HistoryRecorder()
{
    finish();
}

void HistoryRecorder::finish()
{
    if (!m_writer.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_writer.join();
}

void HistoryRecorder::datastreams(std::vector<Datastream>&& streams)
{
    {
        const std::lock_guard lock(m_mutex);
        m_streams.insert(m_streams.end(), streams.begin(), streams.end());
    }
    m_next.datastreams(std::move(streams));
}

void HistoryRecorder::observations(std::vector<Observation>&& batch)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting; });
        m_waiting.insert(m_waiting.end(), batch.begin(), batch.end());
        if (m_waiting.size() >= mostWaiting / 2)
            m_changed.notify_all();
    }
    m_next.observations(std::move(batch));
}

HistoryRecorder::State HistoryRecorder::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

/// The oldest ones go first: the platforms have them the longest.
void HistoryRecorder::putBack(std::vector<Observation>&& refused)
{
    const std::size_t surplus = refused.size() - std::min(refused.size(), mostRefused);
    m_state.notKept += qint64(surplus);
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(refused.begin() + std::ptrdiff_t(surplus)),
                     std::make_move_iterator(refused.end()));
}

void HistoryRecorder::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        const bool isRefused = m_state.trouble.has_value(); // a store that fails is not asked more often
        m_changed.wait_for(lock, pace,
                           [&] { return m_isEnding || (!isRefused && m_waiting.size() >= mostWaiting / 2); });
        const std::vector<Datastream> streams = std::exchange(m_streams, {});
        std::vector<Observation> batch = std::exchange(m_waiting, {});
        const bool isLast = m_isEnding;
        lock.unlock();
        m_changed.notify_all();
        Result<void> outcome = streams.empty() ? Result<void>() : m_store.remember(streams);
        const bool isRemembered = outcome.has_value();
        if (outcome)
            outcome = m_store.append(batch);
        lock.lock();
        if (outcome)
            m_state.kept += qint64(batch.size());
        else if (isLast)
            m_state.notKept += qint64(batch.size());
        else
            putBack(std::move(batch));
        m_state.trouble = outcome ? std::nullopt : std::optional(outcome.error());
        if (!isRemembered) // what series are is said once: it must not be lost
            m_streams.insert(m_streams.begin(), streams.begin(), streams.end());
        if (isLast)
            return;
    }
}

} // namespace twin::observe
