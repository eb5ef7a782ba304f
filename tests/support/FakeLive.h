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
