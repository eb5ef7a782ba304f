// SPDX-License-Identifier: GPL-3.0-or-later
// "As it was on 14 March at 14:32": the demo platform's past, asked for by the same adapters as its present.
#include "app/services/live/LiveService.h"
#include "ServedPlatform.h"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>

using namespace twin;
using namespace twin::services;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant then = toInstant(QDateTime(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC));

/// The newest snapshot of a feed's own, to wait for.
struct Heard {
    std::mutex mutex;
    std::condition_variable changed;
    LiveSnapshotPointer last;

    LiveListener listener()
    {
        return [this](LiveSnapshotPointer snapshot) {
            const std::scoped_lock lock(mutex);
            last = std::move(snapshot);
            changed.notify_all();
        };
    }
    [[nodiscard]] bool waitForThings()
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::minutes(2), [this] { return last && last->things.size() > 1000; });
    }
};

std::vector<LiveSnapshotPointer> replayed(LiveFeed& feed, Instant instant)
{
    std::vector<LiveSnapshotPointer> shown;
    feed.replay(instant, [&](LiveSnapshotPointer snapshot) { shown.push_back(std::move(snapshot)); }, {});
    return shown;
}

int withValue(const LiveSnapshotPointer& snapshot)
{
    int count = 0;
    for (const auto& thing : snapshot->things)
        for (const LiveReading& reading : thing->readings)
            count += reading.last.has_value();
    return count;
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAsItWasOnThatDay()
    {
        ServedPlatform platform;
        QVERIFY(platform.start({QStringLiteral("--no-mqtt")}));
        QTemporaryDir folder;
        Heard heard;
        LiveService service({.sources = {QStringLiteral("ngsi:") + platform.url("ngsi")},
                             .history = folder.filePath(QStringLiteral("history.sqlite")),
                             .keepDemo = true},
                            heard.listener(), QStringLiteral(TWIN_PROGRAM));
        QVERIFY(heard.waitForThings());
        const auto shown = replayed(service, then);
        QVERIFY(shown.size() >= 2);
        QVERIFY(withValue(shown.front()) < 100); // nothing of that day was kept
        const LiveSnapshotPointer past = shown.back();
        QVERIFY(past->isComplete);
        QVERIFY2(withValue(past) > 3000, qPrintable(QString::number(withValue(past))));
        int trams = 0;
        const LiveReading* heat = nullptr;
        for (const auto& thing : past->things) {
            for (const LiveReading& reading : thing->readings) {
                if (!reading.last)
                    continue;
                QVERIFY2(reading.last->observedAt <= then, qPrintable(reading.stream.id));
                if (heat == nullptr && reading.stream.property == QLatin1String("temperature"))
                    heat = &reading;
                if (reading.stream.kind == ValueKind::Position) {
                    ++trams;
                    QVERIFY(thing->place);
                    QVERIFY(then - reading.last->observedAt < minutes(2));
                }
            }
        }
        QVERIFY2(trams > 10, qPrintable(QString::number(trams))); // they ran that Saturday afternoon
        // The value is the one that the platform's own history names.
        QVERIFY(heat);
        const auto values = service.history(heat->stream, {then - hours(2), then}, {});
        QVERIFY(values && !values->empty());
        QCOMPARE(values->back().observedAt, heat->last->observedAt);
        QCOMPARE(*values->back().number(), *heat->last->number());
        // Once asked, it is kept.
        const auto again = replayed(service, then);
        QCOMPARE(withValue(again.front()), withValue(past));
        // An hour later other values hold.
        const LiveSnapshotPointer later = replayed(service, then + hours(1)).back();
        int same = 0, moved = 0;
        for (const auto& thing : later->things)
            for (const auto& before : past->things)
                if (before->id == thing->id && before->place && thing->place && !(*before->place == *thing->place))
                    ++moved;
                else if (before->id == thing->id)
                    ++same;
        QVERIFY2(moved > 10, qPrintable(QString::number(moved)));
        QVERIFY(same > 1000); // lamps stand where they stood
        platform.kill();
        const auto offline = replayed(service, then);
        QCOMPARE(withValue(offline.back()), withValue(past)); // without the platform
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
