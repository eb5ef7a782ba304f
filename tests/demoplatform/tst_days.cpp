// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/DataSets.h"
#include "demoplatform/content/LocalTime.h"
#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Condition.h"

#include <cmath>
#include <set>

#include <QTest>

using namespace twin;
using namespace twin::demoplatform;

/// The demo platform's days: as the climate is, the same each time, and honest about what they are.
class DaysTest : public QObject {
    Q_OBJECT

    static constexpr std::int64_t hour = 3'600'000;
    static constexpr std::int64_t day = 24 * hour;
    const std::int64_t m_now = *instantOf(QStringLiteral("2026-03-14T14:32:00Z"));

    Tables m_tables;
    std::optional<Catalogue> m_catalogue;
    std::optional<Readings> m_readings;

    int streamOf(const QString& type, const QString& property, int thing = 0) const
    {
        int found = 0;
        for (std::size_t s = 0; s < m_catalogue->streams().size(); ++s) {
            const Stream& stream = m_catalogue->streams()[s];
            if (m_catalogue->dataSetOf(m_catalogue->thingOf(stream)).type == type &&
                m_catalogue->propertyOf(stream).name == property && found++ == thing)
                return int(s);
        }
        return -1;
    }

    double valueAt(int stream, std::int64_t at) const
    {
        const auto reading = m_readings->latest(stream, at);
        return reading ? reading->value : NAN;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto tables = Tables::load();
        QVERIFY2(tables.has_value(), tables ? "" : qPrintable(tables.error().toText()));
        m_tables = *tables;
        auto catalogue = Catalogue::make(m_tables, 2030);
        QVERIFY(catalogue.has_value());
        m_catalogue = std::move(*catalogue);
        auto readings = Readings::make(m_tables, *m_catalogue, 2030, {});
        QVERIFY(readings.has_value());
        m_readings = std::move(*readings);
    }

    void everyActionFieldHasADataSetThatNamesItsSource()
    {
        std::set<int> fields;
        for (const DataSet& set : m_catalogue->dataSets()) {
            fields.insert(set.actionField);
            QVERIFY2(set.realSource.size() > 5, qPrintable(set.id));
            QVERIFY2(!set.properties.empty(), qPrintable(set.id));
        }
        QCOMPARE(fields.size(), std::size_t(12));
        QCOMPARE(*fields.begin(), 1);
        QCOMPARE(*fields.rbegin(), 12);
    }

    void stationsStandWhereTheCitiesHaveThem()
    {
        int dortmund = 0, schwerte = 0;
        std::set<QString> ids;
        for (const Thing& thing : m_catalogue->things()) {
            QVERIFY2(ids.insert(thing.id).second, qPrintable(thing.id));
            QVERIFY2(thing.latitude > 51.38 && thing.latitude < 51.62 && thing.longitude > 7.25 &&
                         thing.longitude < 7.75,
                     qPrintable(thing.id));
            QVERIFY2(thing.height > 40 && thing.height < 260, qPrintable(thing.id));
            if (thing.dataSet == Climate)
                ++(thing.isInSchwerte ? schwerte : dortmund);
        }
        QCOMPARE(dortmund, 76);
        QCOMPARE(schwerte, 15);
    }

    void yearsFollowTheNormals()
    {
        // Ten Januaries, Julies …: the mean of each month is the normal's, within what ten years vary.
        const Weather weather(m_tables, 2030);
        std::array<double, 12> temperature{}, rain{};
        std::array<int, 12> count{};
        for (std::int64_t t = *instantOf(QStringLiteral("2010-01-01T00:00:00Z"));
             t < *instantOf(QStringLiteral("2020-01-01T00:00:00Z")); t += hour) {
            const Sky sky = weather.at(t);
            const auto month = std::size_t(LocalTime::at(t).month - 1);
            temperature[month] += sky.temperature;
            rain[month] += sky.rain;
            ++count[month];
        }
        for (std::size_t m = 0; m < 12; ++m) {
            const double mean = temperature[m] / count[m];
            QVERIFY2(
                std::abs(mean - m_tables.temperature[m]) < 1.5,
                qPrintable(
                    QStringLiteral("month %1: %2 °C, normal %3").arg(m + 1).arg(mean).arg(m_tables.temperature[m])));
            const double sum = rain[m] / 10;
            QVERIFY2(
                sum > 0.6 * m_tables.precipitation[m] && sum < 1.6 * m_tables.precipitation[m],
                qPrintable(
                    QStringLiteral("month %1: %2 mm, normal %3").arg(m + 1).arg(sum).arg(m_tables.precipitation[m])));
        }
    }

    void valuesStayWhereTheyArePlausible()
    {
        struct Bounds {
            const char* unitCode;
            double least, most;
        };
        const Bounds bounds[] = {{"CEL", -25, 45}, {"A97", 930, 1060}, {"MTS", 0, 45}, {"DD", 0, 360},
                                 {"D54", 0, 1200}, {"GQ", 0, 400},     {"2N", 25, 110}};
        for (std::size_t s = 0; s < m_catalogue->streams().size(); s += 3)
            for (int i = 0; i < 12; ++i) {
                const auto reading = m_readings->latest(int(s), m_now - i * 31 * day - i * 5 * hour);
                QVERIFY(reading.has_value());
                const Property& property = m_catalogue->propertyOf(m_catalogue->streams()[s]);
                if (property.isText()) {
                    QVERIFY2(reading->text != nullptr && QLatin1String(reading->text) != QLatin1String("unknown"),
                             qPrintable(property.name));
                    continue;
                }
                QVERIFY2(std::isfinite(reading->value), qPrintable(property.name));
                for (const Bounds& b : bounds)
                    if (property.unitCode == QLatin1String(b.unitCode))
                        QVERIFY2(reading->value >= b.least && reading->value <= b.most,
                                 qPrintable(QStringLiteral("%1 = %2").arg(property.name).arg(reading->value)));
            }
    }

    void dayIsUnlikeNight()
    {
        const int radiation = streamOf(QStringLiteral("WeatherObserved"), QStringLiteral("solarRadiation"));
        const int lamp = streamOf(QStringLiteral("Streetlight"), QStringLiteral("activePower"));
        const int traffic = streamOf(QStringLiteral("TrafficFlowObserved"), QStringLiteral("intensity"));
        const std::int64_t noon = *instantOf(QStringLiteral("2026-06-17T11:30:00Z"));
        const std::int64_t night = *instantOf(QStringLiteral("2026-06-17T00:30:00Z"));
        QVERIFY(valueAt(radiation, noon) > 80);
        QCOMPARE(valueAt(radiation, night), 0.0);
        QCOMPARE(valueAt(lamp, noon), 0.0);
        QVERIFY(valueAt(lamp, night) > 5);
        QVERIFY(valueAt(traffic, noon) > 4 * valueAt(traffic, night));
    }

    void sameSeedSameInstantSameValue()
    {
        auto again = Readings::make(m_tables, *m_catalogue, 2030, {});
        auto other = Readings::make(m_tables, *m_catalogue, 2031, {});
        int different = 0;
        for (int s = 0; s < int(m_catalogue->streams().size()); s += 7) {
            const auto a = m_readings->latest(s, m_now);
            const auto b = again->latest(s, m_now + 1);
            const auto c = other->latest(s, m_now);
            QVERIFY(a && b && c);
            if (a->index == b->index) // one of them measures every second or so
                QCOMPARE(a->value, b->value);
            different += a->value != c->value ? 1 : 0;
        }
        QVERIFY2(different > 100, qPrintable(QString::number(different)));
    }

    void historyIsWhatWasSaidThen()
    {
        const int stream = streamOf(QStringLiteral("WeatherObserved"), QStringLiteral("temperature"));
        std::vector<std::pair<std::int64_t, double>> live;
        for (std::int64_t t = m_now - day; t < m_now; t += 60'000)
            if (const auto reading = m_readings->latest(stream, t);
                reading && (live.empty() || live.back().first != reading->observedAt))
                live.emplace_back(reading->observedAt, reading->value);
        const ReadingRange range = m_readings->range(stream, live.front().first, live.back().first, m_now + 100 * day);
        QCOMPARE(range.count(), std::int64_t(live.size()));
        for (std::int64_t i = 0; i < range.count(); ++i) {
            const auto reading = m_readings->reading(stream, range.first + i);
            QCOMPARE(reading->observedAt, live[std::size_t(i)].first);
            QCOMPARE(reading->value, live[std::size_t(i)].second);
        }
        QCOMPARE(m_readings->range(stream, m_now + hour, m_now + day, m_now).count(),
                 std::int64_t(0)); // nothing to come
    }

    void arrivalsAddUpToTheHistory()
    {
        const int stream = streamOf(QStringLiteral("Vehicle"), QStringLiteral("speed"));
        std::int64_t arrived = 0;
        for (std::int64_t t = m_now; t < m_now + hour; t += 1700)
            arrived += m_readings->arrived(stream, t, std::min(t + 1700, m_now + hour)).count();
        QCOMPARE(arrived, m_readings->range(stream, m_now + 1, m_now + hour, m_now + day).count());
        QCOMPARE(arrived, std::int64_t(360));
    }

    void faultsDoWhatTheySay()
    {
        Faults faults;
        faults.gaps = 0.2;
        faults.skew = 0.3;
        const auto readings = Readings::make(m_tables, *m_catalogue, 2030, faults);
        std::int64_t missing = 0, all = 0;
        int skewed = 0, things = 0;
        for (int thing = 0; thing < 60; ++thing) {
            const int stream = streamOf(QStringLiteral("WeatherObserved"), QStringLiteral("temperature"), thing);
            const ReadingRange range = readings->range(stream, m_now - 10 * day, m_now, m_now);
            const auto same = m_readings->range(stream, m_now - 10 * day, m_now, m_now);
            ++things;
            for (std::int64_t i = range.first; i <= range.last; ++i, ++all)
                missing += readings->reading(stream, i) ? 0 : 1;
            const auto latest = readings->latest(stream, m_now);
            const auto true_ = m_readings->reading(stream, latest->index);
            skewed += latest->observedAt != true_->observedAt ? 1 : 0;
            QCOMPARE(latest->value, true_->value); // the clock is wrong, the thermometer is not
            QVERIFY(same.count() > 0);
        }
        const double share = double(missing) / double(all);
        QVERIFY2(share > 0.15 && share < 0.25, qPrintable(QString::number(share)));
        QVERIFY2(skewed > things / 6 && skewed < things / 2, qPrintable(QString::number(skewed)));
        QVERIFY(!Faults::parse(QStringLiteral("gaps=2")));
        QVERIFY(!Faults::parse(QStringLiteral("fire")));
        QCOMPARE(Faults::parse(QStringLiteral("gaps=0.2,429:0.5,skew"))->toText().join(u' '),
                 QStringLiteral("gaps=0.2 429=0.5 skew=0.1"));
    }

    void summerTimeBeginsAndEnds()
    {
        QCOMPARE(LocalTime::at(*instantOf(QStringLiteral("2026-03-29T00:59:59Z"))).hour, 2 - 1 / 3600.0);
        QCOMPARE(LocalTime::at(*instantOf(QStringLiteral("2026-03-29T01:00:00Z"))).hour, 3.0);
        QCOMPARE(LocalTime::at(*instantOf(QStringLiteral("2026-10-25T01:00:00Z"))).hour, 2.0);
        QCOMPARE(LocalTime::at(*instantOf(QStringLiteral("2026-11-23T00:00:00Z"))).weekday, 1);
        for (const char* text : {"2026-03-29", "2026-10-25", "2026-07-01", "2026-01-01"}) {
            const LocalTime noon = LocalTime::at(*instantOf(QLatin1String(text) + QStringLiteral("T12:00:00Z")));
            const LocalTime midnight = LocalTime::at(localMidnight(noon.dayNumber));
            QCOMPARE(midnight.hour, 0.0);
            QCOMPARE(midnight.dayNumber, noon.dayNumber);
        }
    }

    void tramsRunWithoutLeaps()
    {
        for (const Timetable& table : m_readings->timetables()) {
            QVERIFY(table.vehicles() >= 1 && table.vehicles() < 20);
            const std::int64_t from = *instantOf(QStringLiteral("2026-03-13T05:00:00Z"));
            int inService = 0;
            TramState before = table.at(from, 0, 2030);
            for (std::int64_t t = from + 1000; t < from + 20 * hour; t += 1000) {
                const TramState tram = table.at(t, 0, 2030);
                const double moved = std::hypot(tram.easting - before.easting, tram.northing - before.northing);
                QVERIFY2(
                    moved < 20,
                    qPrintable(QStringLiteral("%1 m in a second at %2").arg(moved).arg(QString::fromLatin1(isoOf(t)))));
                QVERIFY(tram.delay >= -20 && tram.delay < 400);
                inService += tram.isInService ? 1 : 0;
                before = tram;
            }
            QVERIFY(inService > 17 * 3600);
        }
    }
};

QTEST_GUILESS_MAIN(DaysTest)
#include "tst_days.moc"
