// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <deque>

#include <QHash>

namespace twin::observe {

/// What a subscription has delivered already: keeps doubles from push and REST apart, and tells what changed. One
/// thread.
class SeriesBook {
public:
    /// @returns the streams that are new or differ from those known, which it remembers.
    [[nodiscard]] std::vector<Datastream> changed(std::vector<Datastream>&& streams);
    /// @returns the observations that were not delivered yet, in the order given. Late ones (older than the last) count
    ///          as new as long as the memory of the last 64 of their stream reaches back to them; without a time of
    ///          their own (AssumedTime) only those whose value changed.
    [[nodiscard]] std::vector<Observation> fresh(std::vector<Observation>&& observations);

    /// For sources that always deliver all there is: a stream known here that is no longer among those delivered gets
    /// the value "nothing", so that what nobody takes away does not stay for ever.
    /// @param delivered  the observations are added to it, with the time given as assumed
    void endMissing(SourceSnapshot& delivered, Instant now) const;

    [[nodiscard]] const Datastream* find(const QString& id) const;
    [[nodiscard]] const QHash<QString, Datastream>& streams() const { return m_streams; }
    /// @returns the newest time at which any stream was observed; empty before the first.
    [[nodiscard]] std::optional<Instant> newest() const { return m_newest; }
    /// @returns the usual distance of two observations over all streams (median of the last ones); empty: not known.
    [[nodiscard]] std::optional<Milliseconds> usualInterval() const;

private:
    struct Past {
        std::deque<Instant> times; ///< ascending
        ObservedValue lastValue;
        Milliseconds interval{0};
    };
    QHash<QString, Datastream> m_streams;
    QHash<QString, Past> m_pasts;
    std::optional<Instant> m_newest;
};

} // namespace twin::observe
