// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <mutex>
#include <thread>

#include <QHash>

namespace twin::services {

/// Asks a source's history for what was missed: between the last value that is kept and now when the program starts (or
/// the store had to begin anew), and while the source had failed. Subscriptions deliver what is new; the past is a
/// request for each series, one after the other with a pause between them. What comes twice is settled by the store.
/// Works on a thread of its own, which ends with the object. Values older than the reach are left to the platform.
class GapFill {
public:
    static constexpr Milliseconds reach = std::chrono::hours(24);

    /// @param source, sink  must outlive it; the sink takes calls from this object's thread
    /// @param keptUntil     of each series the time of its last kept value
    GapFill(ObservationSource& source, ObservationSink& sink, QHash<QString, Instant> keptUntil,
            CancellationToken cancel);
    ~GapFill();

    void know(const std::vector<Datastream>& streams); ///< new or changed series
    void note(const SourceHealth& health);             ///< the source's state, in order

private:
    void run();
    [[nodiscard]] std::vector<Datastream> takeWaiting();
    [[nodiscard]] bool fill(const Datastream& stream);

    ObservationSource& m_source;
    ObservationSink& m_sink;
    const CancellationToken m_cancel;
    const CancellationToken m_ended;
    std::mutex m_mutex;
    QHash<QString, Instant> m_keptUntil;
    QHash<QString, Datastream> m_streams;
    QHash<QString, Datastream> m_waiting;
    std::optional<Instant> m_failedAt;
    std::thread m_thread;
};

} // namespace twin::services
