// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/HistoryStore.h"
#include "model/observe/ObservationSource.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace twin::observe {

/// Keeps what a subscription delivers and passes it on at once. Writing is another thread's work, one transaction a
/// second at most; while the store is slower than the source, the source waits. When the store fails (disk full, no
/// permission), values pass on all the same, the newest of them wait in memory and the next second tries again: nobody
/// loses sight of the present because the past cannot be kept, and a disk that has room again gets what it missed. What
/// does not fit into memory either is given up and counted.
class HistoryRecorder final : public ObservationSink {
public:
    static constexpr std::size_t mostWaiting = 100'000;
    static constexpr std::size_t mostRefused = mostWaiting / 2; ///< of values that wait for the store to work again

    struct State {
        qint64 kept = 0;              ///< values written
        qint64 notKept = 0;           ///< values given up
        std::optional<Error> trouble; ///< why the last attempt failed; empty: it did not
    };

    /// Both must outlive it; nobody else may use the store meanwhile.
    HistoryRecorder(HistoryStore& store, ObservationSink& next);
    ~HistoryRecorder() override; ///< finish()
    /// Writes what still waits and keeps nothing more.
    void finish();

    void datastreams(std::vector<Datastream>&& streams) override;
    void observations(std::vector<Observation>&& batch) override;
    void health(const SourceHealth& health) override { m_next.health(health); }

    [[nodiscard]] State state() const; ///< Any thread.

private:
    void run();
    void putBack(std::vector<Observation>&& refused);

    HistoryStore& m_store;
    ObservationSink& m_next;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Datastream> m_streams;
    std::vector<Observation> m_waiting;
    State m_state;
    bool m_isEnding = false;
    std::thread m_writer;
};

} // namespace twin::observe
