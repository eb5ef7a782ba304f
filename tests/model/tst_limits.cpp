// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Limits.h"

#include <algorithm>

#include <QTest>

using namespace twin;

/// The one table of limits: what is in force for a series, in its own unit, and what an edited table may be.
class LimitsTest : public QObject {
    Q_OBJECT

    static Datastream series(const char* type, const char* property, const char* ucum)
    {
        Datastream stream;
        stream.thingType = QLatin1String(type);
        stream.property = QLatin1String(property);
        stream.unit = {QLatin1String(ucum)};
        return stream;
    }
    static const Limit* find(const std::vector<Limit>& limits, const char* id)
    {
        const auto found =
            std::find_if(limits.begin(), limits.end(), [&](const Limit& l) { return l.id == QLatin1String(id); });
        return found == limits.end() ? nullptr : &*found;
    }
    static inline const QDate today{2026, 11, 23};

private Q_SLOTS:
    void theLawOfTheDayIsInForce()
    {
        const Datastream no2 = series("AirQualityObserved", "no2", "ug/m3");
        const auto now = LimitTable::builtIn().of(no2, today);
        const Limit* alarm = find(now, "no2:eu2008:stunde:alarmschwelle");
        QVERIFY(alarm);
        QCOMPARE(alarm->period, Milliseconds(std::chrono::hours(1)));
        QCOMPARE(alarm->level, Limit::Level::Alarm);
        QVERIFY(alarm->threshold.isReached(401) && !alarm->threshold.isReached(400));
        QCOMPARE(alarm->periodText(), QStringLiteral("Stundenmittel"));
        QVERIFY(!find(now, "no2:eu2030:stunde:alarmschwelle"));
        const auto later = LimitTable::builtIn().of(no2, QDate(2030, 1, 1));
        QVERIFY(find(later, "no2:eu2030:stunde:alarmschwelle"));
        QVERIFY(!find(later, "no2:eu2008:stunde:alarmschwelle"));
        QVERIFY(std::is_sorted(now.begin(), now.end(), [](auto& a, auto& b) { return a.period < b.period; }));
    }

    void thresholdsComeInTheSeriesOwnUnit()
    {
        const auto limits = LimitTable::builtIn().of(series("AirQualityObserved", "co", "ug/m3"), today);
        const Limit* co = find(limits, "co:eu2008:8h:grenzwert");
        QVERIFY(co);
        QCOMPARE(co->threshold.value, 10000.0);
        QCOMPARE(co->unit.ucum, QStringLiteral("ug/m3"));
        QVERIFY(LimitTable::builtIn().of(series("AirQualityObserved", "no2", "Cel"), today).empty());
        QVERIFY(LimitTable::builtIn().of(series("AirQualityObserved", "no2", ""), today).empty());
    }

    void whatNobodyLimitsHasTheProposedThresholds()
    {
        const auto limits = LimitTable::builtIn().of(series("WeatherObserved", "temperature", "Cel"), today);
        QCOMPARE(limits.size(), std::size_t(2));
        QCOMPARE(limits[0].level, Limit::Level::Warning);
        QVERIFY(limits[0].basis.isEmpty());
        QCOMPARE(limits[1].threshold.value, 35.0);
        QVERIFY(LimitTable::builtIn().of(series("WeatherObserved", "windDirection", "deg"), today).empty());
    }

    void editedTablesAreReadWholeOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const char* line, bool good) {
            QTest::newRow(name) << QByteArray(line) << good;
        };
        row("own limit", "x,Grenze,Limit,Satzung,WasteContainer.fillingLevel,1,,>=0.5,alarm,,,,yes", true);
        row("daily mean", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,>30,warning,2026-01-01,2027-12-31,7,no", true);
        row("Windows line end", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,>30,warning,,,,yes\r", true);
        row("columns missing", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,>30", false);
        row("period", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1W,>30,warning,,,,yes", false);
        row("threshold", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,hoch,warning,,,,yes", false);
        row("level", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,>30,rot,,,,yes", false);
        row("day", "x,Grenze,Limit,Satzung,pm10,ug/m3,P1D,>30,warning,morgen,,,yes", false);
        row("no property", "x,Grenze,Limit,Satzung,,ug/m3,P1D,>30,warning,,,,yes", false);
    }
    void editedTablesAreReadWholeOrNotAtAll()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, good);
        const auto table = LimitTable::fromCsv("# eigene\n" + line + "\n", QStringLiteral("limits.csv"));
        QCOMPARE(table.has_value(), good);
        if (good)
            QCOMPARE(table->all().size(), std::size_t(1));
        else
            QCOMPARE(table.error().where.line, 2);
    }

    void anOwnTableReplacesTheThresholdsOfItsProperty()
    {
        const auto table =
            LimitTable::fromCsv("x,Grenze,Limit,Satzung,WasteContainer.fillingLevel,1,,>=0.5,alarm,,,,yes\n");
        QVERIFY(table);
        const auto limits = table->of(series("WasteContainer", "fillingLevel", "1"), today);
        QCOMPARE(limits.size(), std::size_t(1));
        QCOMPARE(limits[0].basis, QStringLiteral("Satzung"));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
