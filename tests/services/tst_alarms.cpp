// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/live/AlarmWatch.h"

#include <QTest>

using namespace twin;
using namespace twin::services;
using std::chrono::hours;
using std::chrono::minutes;

/// Values against limits: raised once, ended by a clear way back, means over their period, a flood that stays a list.
class AlarmsTest : public QObject {
    Q_OBJECT

    static inline const Instant start = *instantFromIso(u"2026-07-01T00:00:00Z");

    static Datastream series(const char* type, const char* property, const char* ucum, int station = 0)
    {
        Datastream stream;
        stream.id = QStringLiteral("q/%1-%2").arg(station).arg(QLatin1String(property));
        stream.source = QStringLiteral("q");
        stream.thing = QStringLiteral("s%1").arg(station);
        stream.thingTitle = QStringLiteral("Station %1").arg(station);
        stream.thingType = QLatin1String(type);
        stream.property = stream.title = QLatin1String(property);
        stream.unit = {QLatin1String(ucum)};
        return stream;
    }
    static void feed(AlarmWatch& watch, const Datastream& stream, Instant at, double value,
                     Quality quality = Quality::Good)
    {
        watch.take(std::vector{Observation{stream.id, value, at, at, quality}});
    }

private Q_SLOTS:
    void raisedOnceAndEndedByAClearWayBack()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream heat = series("WeatherObserved", "temperature", "Cel");
        watch.take(std::vector{heat});
        Instant at = start;
        const auto next = [&](double value) {
            feed(watch, heat, at += minutes(1), value);
            return watch.list();
        };
        QVERIFY(next(29.9)->active.empty());
        QCOMPARE(next(30.0)->active.size(), std::size_t(1));
        const QString id = watch.list()->active[0].id;
        QCOMPARE(watch.list()->active[0].limit.level, Limit::Level::Warning);
        for (const double wavering : {29.8, 30.1, 29.0, 30.4, 28.6})
            QCOMPARE(next(wavering)->active.at(0).id, id);
        QCOMPARE(watch.list()->active[0].worst, 30.4);
        QCOMPARE(next(28.4)->active.size(), std::size_t(1)); // once is chance
        const auto over = next(28.3);
        QVERIFY(over->active.empty());
        QCOMPARE(over->past.size(), std::size_t(1));
        QCOMPARE(*over->past[0].clearedAt, at);
        QCOMPARE(next(20)->past.size(), std::size_t(1));
        QVERIFY(next(31)->active.at(0).id != id); // another one
    }

    void growsGraverAndIsToldAgain()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream heat = series("WeatherObserved", "temperature", "Cel");
        watch.take(std::vector{heat});
        feed(watch, heat, start, 31);
        watch.acknowledge({watch.list()->active[0].id}, start);
        QVERIFY(watch.list()->active[0].acknowledgedAt);
        feed(watch, heat, start + minutes(1), 36);
        QCOMPARE(watch.list()->active.size(), std::size_t(1));
        QCOMPARE(watch.list()->active[0].limit.level, Limit::Level::Alarm);
        QVERIFY(!watch.list()->active[0].acknowledgedAt);
        watch.acknowledge({watch.list()->active[0].id}, start);
        feed(watch, heat, start + minutes(2), 31);
        QCOMPARE(watch.list()->active[0].limit.level, Limit::Level::Warning);
        QVERIFY(watch.list()->active[0].acknowledgedAt); // better is no news
    }

    void nothingDoubtfulRings_data()
    {
        QTest::addColumn<int>("quality");
        QTest::addColumn<bool>("rings");
        QTest::newRow("good") << int(Quality::Good) << true;
        QTest::newRow("unstated") << int(Quality::Unstated) << true;
        QTest::newRow("doubtful") << int(Quality::Doubtful) << false;
        QTest::newRow("bad") << int(Quality::Bad) << false;
    }
    void nothingDoubtfulRings()
    {
        QFETCH(int, quality);
        QFETCH(bool, rings);
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream heat = series("WeatherObserved", "temperature", "Cel");
        watch.take(std::vector{heat});
        feed(watch, heat, start, 99, Quality(quality));
        QCOMPARE(!watch.list()->active.empty(), rings);
        watch.take(std::vector{Observation{heat.id, std::monostate(), start + minutes(1), start, Quality::Good},
                               Observation{QStringLiteral("fremd"), 99.0, start, start, Quality::Good}});
        QCOMPARE(!watch.list()->active.empty(), rings);
    }

    void anOldValueRaisesNothing()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream heat = series("WeatherObserved", "temperature", "Cel");
        watch.take(std::vector{heat});
        feed(watch, heat, start, 20);
        feed(watch, heat, start - minutes(10), 36);
        QVERIFY(watch.list()->active.empty());
    }

    /// PM10 of 60 µg/m³ for a minute is nothing; a day with a mean above 50 is.
    void aDaysMeanTakesADay()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream dust = series("AirQualityObserved", "pm10", "ug/m3");
        watch.take(std::vector{dust});
        QCOMPARE(watch.needing().size(), std::size_t(1));
        QCOMPARE(watch.needing()[0].second, Milliseconds(hours(24)));
        for (int hour = 0; hour < 24; ++hour) {
            feed(watch, dust, start + hours(hour), 60);
            QCOMPARE(watch.list()->active.empty(), hour < 17); // three quarters of the day
        }
        QCOMPARE(watch.list()->active[0].value, 60.0);
        QCOMPARE(watch.list()->active[0].limit.period, Milliseconds(hours(24)));
        for (int hour = 24; hour < 48; ++hour)
            feed(watch, dust, start + hours(hour), 5);
        QVERIFY(watch.list()->active.empty());
    }

    void whatIsKnownFromBeforeCounts()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream dust = series("AirQualityObserved", "pm10", "ug/m3");
        watch.take(std::vector{dust});
        std::vector<Observation> before;
        for (int hour = 0; hour < 23; ++hour)
            before.push_back({dust.id, 60.0, start + hours(hour), start, Quality::Good});
        watch.prime(dust.id, before);
        QVERIFY(watch.list()->active.empty());
        feed(watch, dust, start + hours(23), 60);
        QCOMPARE(watch.list()->active.size(), std::size_t(1));
    }

    void sharesOfATotal()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream total = series("OffStreetParking", "totalSpotNumber", "{count}");
        const Datastream free = series("OffStreetParking", "availableSpotNumber", "{count}");
        watch.take(std::vector{total, free});
        feed(watch, free, start, 5);
        QVERIFY(watch.list()->active.empty()); // of how many?
        feed(watch, total, start, 400);
        feed(watch, free, start + minutes(1), 5);
        QCOMPARE(watch.list()->active.at(0).limit.threshold.value, 8.0); // two per cent: as good as full
        QCOMPARE(watch.list()->active[0].limit.level, Limit::Level::Alarm);
    }

    void aFloodIsBounded()
    {
        AlarmWatch watch(LimitTable::builtIn());
        std::vector<Datastream> streams;
        for (int i = 0; i < 1000; ++i)
            streams.push_back(series("WeatherObserved", "temperature", "Cel", i));
        watch.take(streams);
        int minute = 0;
        for (const double value : {40.0, 10.0, 10.0, 40.0, 10.0, 10.0}) {
            ++minute;
            for (const Datastream& stream : streams)
                feed(watch, stream, start + minutes(minute), value);
        }
        QVERIFY(watch.list()->active.empty());
        QCOMPARE(watch.list()->past.size(), AlarmWatch::mostPast);
    }

    void alarmsOutliveTheSession()
    {
        AlarmWatch watch(LimitTable::builtIn());
        const Datastream heat = series("WeatherObserved", "temperature", "Cel");
        const Datastream wind = series("WeatherObserved", "windSpeed", "m/s", 1);
        watch.take(std::vector{heat, wind});
        feed(watch, heat, start, 36);
        feed(watch, wind, start, 30);
        watch.acknowledge({watch.list()->active[0].id}, start + minutes(1));
        const QByteArray kept = watch.toJson();
        AlarmWatch next(LimitTable::builtIn());
        next.restore(kept, start + hours(1));
        QCOMPARE(next.list()->active.size(), std::size_t(2));
        QVERIFY(next.list()->active[0].acknowledgedAt || next.list()->active[1].acknowledgedAt);
        next.take(std::vector{heat, wind});
        feed(next, heat, start + hours(1), 10);
        feed(next, heat, start + hours(2), 10);
        QCOMPARE(next.list()->active.size(), std::size_t(1));
        AlarmWatch late(LimitTable::builtIn());
        late.restore(kept, start + hours(100));
        QVERIFY(late.list()->active.empty());
        QCOMPARE(late.list()->past.size(), std::size_t(2));
        for (qsizetype cut = 0; cut < kept.size(); cut += 37) { // R9: whatever became of the file
            AlarmWatch damaged(LimitTable::builtIn());
            damaged.restore(kept.left(cut), start);
            QVERIFY(damaged.list()->active.empty());
        }
    }
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "tst_alarms.moc"
