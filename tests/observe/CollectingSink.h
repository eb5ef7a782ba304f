// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>
#include <map>
#include <mutex>
#include <thread>

/// Keeps what a subscription delivers; any thread may look.
class CollectingSink final : public twin::ObservationSink {
public:
    void datastreams(std::vector<twin::Datastream>&& streams) override
    {
        const std::lock_guard lock(m_mutex);
        for (twin::Datastream& stream : streams)
            m_streams[stream.id] = std::move(stream);
    }
    void observations(std::vector<twin::Observation>&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (twin::Observation& observation : batch) {
            m_hasOrphans |= !m_streams.contains(observation.datastream);
            m_observations.push_back(std::move(observation));
        }
    }
    void health(const twin::SourceHealth& health) override
    {
        const std::lock_guard lock(m_mutex);
        m_health.push_back(health);
    }

    [[nodiscard]] std::vector<twin::Observation> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_observations;
    }
    [[nodiscard]] std::size_t count() const { return all().size(); }
    [[nodiscard]] std::map<QString, twin::Datastream> streams() const
    {
        const std::lock_guard lock(m_mutex);
        return m_streams;
    }
    [[nodiscard]] bool hasBeen(twin::SourceState state) const
    {
        const std::lock_guard lock(m_mutex);
        for (const twin::SourceHealth& health : m_health)
            if (health.state == state)
                return true;
        return false;
    }
    /// @returns true where an observation came before its stream.
    [[nodiscard]] bool hasOrphans() const
    {
        const std::lock_guard lock(m_mutex);
        return m_hasOrphans;
    }

private:
    mutable std::mutex m_mutex;
    std::map<QString, twin::Datastream> m_streams;
    std::vector<twin::Observation> m_observations;
    std::vector<twin::SourceHealth> m_health;
    bool m_hasOrphans = false;
};

/// A subscription on a thread of its own, ended and joined when it goes.
class RunningSubscription {
public:
    RunningSubscription(twin::ObservationSource& source, CollectingSink& sink)
        : m_thread([this, &source, &sink] { m_outcome = source.subscribe(sink, m_cancel); })
    {
    }
    ~RunningSubscription() { end(); }
    RunningSubscription(const RunningSubscription&) = delete;
    RunningSubscription& operator=(const RunningSubscription&) = delete;

    twin::Result<void> end()
    {
        m_cancel.cancel();
        if (m_thread.joinable())
            m_thread.join();
        return m_outcome;
    }

private:
    twin::CancellationToken m_cancel;
    twin::Result<void> m_outcome;
    std::thread m_thread;
};
