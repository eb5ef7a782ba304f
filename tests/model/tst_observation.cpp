// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/ObservationSource.h"

#include <QRandomGenerator>
#include <QTest>

using namespace twin;
using namespace std::chrono_literals;

/// The vocabulary of the observe lane: times, units, staleness, names.
class ObservationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("2026-03-14T14:32:00Z", "2026-03-14T14:32:00Z");
        row("2026-03-14T14:32:00.25Z", "2026-03-14T14:32:00.250Z");
        row("2026-03-14T14:32:00.123456789Z", "2026-03-14T14:32:00.123Z");
        row("2026-03-14T15:32:00+01:00", "2026-03-14T14:32:00Z");
        row("2026-03-14T15:32:00+0100", "2026-03-14T14:32:00Z");
        row("2026-03-14T11:02:00-03:30", "2026-03-14T14:32:00Z");
        row("2026-03-14 14:32", "2026-03-14T14:32:00Z");
        row("2026-03-14", "2026-03-14T00:00:00Z");
        row("2026-03-14T14:00:00Z/2026-03-14T15:00:00Z", "2026-03-14T15:00:00Z");
        row("1826-01-01", "1826-01-01T00:00:00Z");
        row("", "");
        row("14.03.2026", "");
        row("2026-13-14T14:32:00Z", "");
        row("2026-03-14T25:32:00Z", "");
        row("2026-03-14T14:32:00+99:00", "");
        row("99999-03-14T14:32:00Z", "");
        row("2026-03-14T14:32:00+01:003333333333333333333", "");
        row("0001-03-14T14:32:00Z", "");
        row("2026-03-14T14:32:00.Z", "");
        row("2026-03-14Tgestern", "");
    }
    void readsInstants()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::optional<Instant> instant = instantFromIso(text);
        QCOMPARE(instant ? isoText(*instant) : QString(), expected);
    }

    void knowsUnitsByEverySpelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ucum");
        for (const auto& [text, ucum] : {std::pair{"CEL", "Cel"},
                                         {"Cel", "Cel"},
                                         {"°C", "Cel"},
                                         {" degC ", "Cel"},
                                         {"degree Celsius", "Cel"},
                                         {"GQ", "ug/m3"},
                                         {"µg/m³", "ug/m3"},
                                         {"ug/m3", "ug/m3"},
                                         {"dB(A)", "dB[A]"},
                                         {"2N", "dB"},
                                         {"%", "%"},
                                         {"Prozent", "%"},
                                         {"P1", "%"},
                                         {"km/h", "km/h"},
                                         {"KMH", "km/h"},
                                         {"", ""},
                                         {"furlong", "furlong"}})
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(ucum);
    }
    void knowsUnitsByEverySpelling()
    {
        QFETCH(QString, text);
        QFETCH(QString, ucum);
        QCOMPARE(Unit::fromText(text).ucum, ucum);
    }

    void convertsWithinADimensionOnly()
    {
        const Unit celsius{QStringLiteral("Cel")};
        QCOMPARE(qRound(*converted(100.4, {QStringLiteral("[degF]")}, celsius)), 38);
        QCOMPARE(*converted(293.15, {QStringLiteral("K")}, celsius), 20.0);
        QCOMPARE(*converted(10, {QStringLiteral("m/s")}, {QStringLiteral("km/h")}), 36.0);
        QCOMPARE(*converted(0.5, {QStringLiteral("1")}, {QStringLiteral("%")}), 50.0);
        QVERIFY(!converted(1, celsius, {QStringLiteral("m")}));
        QVERIFY(!converted(1, {}, celsius));
        QCOMPARE(Unit{QStringLiteral("ug/m3")}.symbol(), QStringLiteral("µg/m³"));
    }

    /// R4: grey at max(2 × interval, least, ttl), "alt" at ten times, the future flagged; the second time like the
    /// first.
    void r4_valuesGreyByRule()
    {
        const Instant now = *instantFromIso(u"2026-03-29T03:30:00+02:00");
        QRandomGenerator random(4);
        for (int i = 0; i < 200; ++i) {
            StalenessRule rule;
            rule.least = std::chrono::seconds(random.bounded(2) ? 300 : 90);
            rule.interval = std::chrono::seconds(random.bounded(7200));
            rule.ttl = std::chrono::seconds(random.bounded(3) ? 0 : 900);
            const Milliseconds limit = std::max({rule.least, 2 * rule.interval, rule.ttl});
            for (int again = 0; again < 2; ++again) {
                QCOMPARE(rule.freshness(now, now), Freshness::Fresh);
                QCOMPARE(rule.freshness(now - limit + 1ms, now), Freshness::Fresh);
                QCOMPARE(rule.freshness(now - limit, now), Freshness::Stale);
                QCOMPARE(rule.freshness(now - 10 * limit + 1ms, now), Freshness::Stale);
                QCOMPARE(rule.freshness(now - 10 * limit, now), Freshness::Old);
                QCOMPARE(rule.freshness(now + 2min, now), Freshness::Fresh);
                QCOMPARE(rule.freshness(now + 2min + 1ms, now), Freshness::Future);
            }
        }
    }

    void positionsSurviveTheirText()
    {
        for (const GeoPoint& point : {GeoPoint{51.513587, 7.465298}, {-33.5, -70.25}, {0, 0}, {-0.5, 0.25}}) {
            const std::optional<GeoPoint> back = pointFromPositionText(positionText(point));
            QVERIFY(back);
            QVERIFY(std::abs(back->latitude - point.latitude) < 1e-6);
            QVERIFY(std::abs(back->longitude - point.longitude) < 1e-6);
        }
        QCOMPARE(positionText({51.513587, 7.465298}), QStringLiteral("+51.513587+007.465298/"));
        for (const char* wrong : {"", "/", "+51.5/", "+91+7/", "+51+181/", "+nan+7/", "51,5 7,4", "+51+7"})
            QVERIFY2(!pointFromPositionText(QString::fromUtf8(wrong)), wrong);
    }

    void namesLeadBack()
    {
        for (int i = 0; i <= static_cast<int>(Quality::AssumedTime); ++i)
            QCOMPARE(qualityFromName(qualityName(static_cast<Quality>(i))), static_cast<Quality>(i));
        for (int i = 0; i <= static_cast<int>(ValueKind::Position); ++i)
            QCOMPARE(valueKindFromName(valueKindName(static_cast<ValueKind>(i))), static_cast<ValueKind>(i));
        for (std::size_t i = 0; i < actionFieldCount; ++i)
            QCOMPARE(actionFieldFromName(actionFieldName(static_cast<ActionField>(i))), static_cast<ActionField>(i));
        for (int i = 0; i <= static_cast<int>(SourceState::Closed); ++i)
            QVERIFY(!sourceStateTitle(static_cast<SourceState>(i)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ObservationTest)
#include "tst_observation.moc"
