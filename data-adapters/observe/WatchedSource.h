// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observe/PushQueue.h"
#include "observe/PushWatch.h"
#include "observe/SeriesBook.h"
#include "observe/SourceHttp.h"

namespace twin::observe {

/// The common part of the adapters: subscribe() as polling at the source's cadence, with push on top where there is
/// one, dedupe, health and everlasting patience. An adapter supplies what its protocol is about.
class WatchedSource : public ObservationSource {
public:
    WatchedSource(const SourceDescription& description, SourceSettings settings);

    [[nodiscard]] const SourceDescription& description() const override { return m_description; }
    [[nodiscard]] const SourceSettings& settings() const override { return m_settings; }
    [[nodiscard]] Result<SourceSnapshot> snapshot(const CancellationToken& cancel, const ProgressSink& progress) final;
    [[nodiscard]] Result<void> history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                                       const CancellationToken& cancel) override;
    [[nodiscard]] Result<void> subscribe(ObservationSink& sink, const CancellationToken& cancel) final;
    [[nodiscard]] SourceHealth health() const final;

protected:
    /// Everything, with the last known values.
    [[nodiscard]] virtual Result<SourceSnapshot> fetchAll(const CancellationToken& cancel,
                                                          const ProgressSink& progress) = 0;
    /// What a subscription begins with. Default: everything; nothing for sources that only push.
    [[nodiscard]] virtual Result<SourceSnapshot> fetchFirst(const CancellationToken& cancel);
    /// What may have changed since the book's newest observation; more than that does no harm. Default: everything.
    [[nodiscard]] virtual Result<SourceSnapshot> fetchChanges(const SeriesBook& book, const CancellationToken& cancel);
    /// How long a poll may wait, by what the last answer said (ttl, cadence); default: the option "interval".
    [[nodiscard]] virtual Milliseconds pollInterval() const;
    /// @brief Runs a push connection until cancelled, on a thread of its own. Called after fetchAll() succeeded.
    /// @returns an error when push cannot work at all; the source is then polled.
    [[nodiscard]] virtual Result<void> push(const SeriesBook& book, PushQueue& queue, const CancellationToken& cancel);
    /// @returns whether push() is worth a thread.
    [[nodiscard]] virtual bool hasPush() const { return false; }
    /// @returns whether there is nothing but push: no REST to fall back to.
    [[nodiscard]] virtual bool isPushOnly() const { return false; }

    [[nodiscard]] QVariant option(const char* key) const { return optionOf(m_description, m_settings, key); }
    /// @returns a stream of this source with what settings say of all of them.
    [[nodiscard]] Datastream newStream(const QString& idAtSource) const;
    void countRequest();

private:
    friend class Subscription;
    void setHealth(SourceState state, const QString& text);
    void countReceived(std::size_t observations, qint64 malformed, std::size_t repeated = 0);
    void countReconnect();
    void setLost(qint64 dropped, qint64 missed);

    const SourceDescription& m_description;
    const SourceSettings m_settings;
    mutable std::mutex m_healthMutex;
    SourceHealth m_health;
};

} // namespace twin::observe
