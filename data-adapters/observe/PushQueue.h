// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "net/MqttClient.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace twin::observe {

/// What a push connection has delivered and nobody has taken yet: bounded, the oldest are dropped and counted. Filled
/// by the connection's thread, emptied by the subscription's.
class PushQueue {
public:
    static constexpr std::size_t capacity = 10000;

    struct Batch {
        std::vector<Datastream> datastreams;
        std::vector<Observation> observations;
        qint64 malformed = 0;
        int connects = 0;            ///< since the last batch
        std::optional<QString> lost; ///< the connection broke: why
    };

    void add(SourceSnapshot&& values);
    void connected();
    void lost(const QString& why);
    /// What a broker's connection tells.
    void heard(const net::MqttEvent& event);
    /// Waits until there is something, at most `patience`.
    [[nodiscard]] Batch take(Milliseconds patience);
    [[nodiscard]] qint64 dropped() const;
    /// @returns what was lost before it came here, as far as that is known.
    [[nodiscard]] qint64 missed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Observation> m_observations;
    Batch m_rest;
    qint64 m_dropped = 0;
    qint64 m_missed = 0;
};

} // namespace twin::observe
