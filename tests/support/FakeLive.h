// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveBoard.h"

#include <mutex>

namespace twin::test {

inline Datastream liveStream(const QString& thing, const QString& property, ActionField field,
                             std::optional<GeoPoint> position = GeoPoint{51.5136, 7.4653})
{
    Datastream stream;
    stream.id = QStringLiteral("demo/") + thing + QLatin1Char('#') + property;
    stream.source = QStringLiteral("demo");
    stream.thing = thing;
    stream.thingTitle = QStringLiteral("Station ") + thing;
    stream.property = property;
    stream.title = property;
    stream.unit.ucum = QStringLiteral("Cel");
    stream.position = position;
    stream.field = field;
    stream.demo = true;
    return stream;
}

inline Observation liveValue(const Datastream& stream, ObservedValue value, Instant at = systemNow())
{
    return {stream.id, std::move(value), at, at, Quality::Good};
}

/// What a feed was asked for, and the way to feed its listener.
struct FakeLive {
    std::mutex mutex;
    std::vector<services::LiveRequest> requests;
    services::LiveListener listener;
    int open = 0;
    int mostOpen = 0;
    std::vector<Observation> past;
    /// @returns what a replay shows; empty: nothing.
    std::function<services::LiveSnapshotPointer(Instant)> asItWas;
    std::vector<Instant> replayed;
    std::vector<TimeRange> asked; ///< by curves
    std::vector<TimeRange> kept;

    [[nodiscard]] services::LiveFeedMaker maker();
};

class FakeFeed final : public services::LiveFeed {
public:
    explicit FakeFeed(FakeLive& fake) : m_fake(fake)
    {
        const std::scoped_lock lock(fake.mutex);
        fake.mostOpen = std::max(fake.mostOpen, ++fake.open);
    }
    ~FakeFeed() override
    {
        const std::scoped_lock lock(m_fake.mutex);
        --m_fake.open;
    }
    Result<std::vector<Observation>> history(const Datastream&, const TimeRange&, const CancellationToken&) override
    {
        if (m_fake.past.empty())
            return failure(ErrorCode::NoData, QStringLiteral("nichts"));
        return m_fake.past;
    }
    void curve(const Datastream& stream, const TimeRange& range, int columns, const services::LiveCurveListener& show,
               const CancellationToken&) override
    {
        const std::scoped_lock lock(m_fake.mutex);
        m_fake.asked.push_back(range);
        services::LiveCurve curve{range, {}, std::chrono::minutes(15), true, {}};
        const Milliseconds width = (range.to - range.from) / columns;
        for (const Observation& value : m_fake.past) {
            if (value.datastream != stream.id || !range.contains(value.observedAt) || !value.number())
                continue;
            const Instant from = range.from + width * ((value.observedAt - range.from) / width);
            if (curve.columns.empty() || curve.columns.back().from != from)
                curve.columns.push_back({from, 0, *value.number(), *value.number(), *value.number(), 0,
                                         value.observedAt, value.observedAt});
            HistoryBucket& bucket = curve.columns.back();
            ++bucket.count;
            bucket.least = std::min(bucket.least, *value.number());
            bucket.most = std::max(bucket.most, *value.number());
            bucket.last = *value.number();
            bucket.lastAt = value.observedAt;
        }
        show(std::move(curve));
    }
    void replay(Instant instant, const services::LiveListener& show, const CancellationToken&) override
    {
        const std::scoped_lock lock(m_fake.mutex);
        m_fake.replayed.push_back(instant);
        if (m_fake.asItWas)
            show(m_fake.asItWas(instant));
    }
    std::vector<TimeRange> keptTimes(const TimeRange&, int, const CancellationToken&) override { return m_fake.kept; }

private:
    FakeLive& m_fake;
};

inline services::LiveFeedMaker FakeLive::maker()
{
    return [this](const services::LiveRequest& request, services::LiveListener heard) {
        {
            const std::scoped_lock lock(mutex);
            requests.push_back(request);
            listener = std::move(heard);
        }
        return std::make_unique<FakeFeed>(*this);
    };
}

} // namespace twin::test
