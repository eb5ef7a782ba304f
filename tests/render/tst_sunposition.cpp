// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/SkyLight.h"
#include "render/light/SunPosition.h"

#include <cmath>

#include <QTest>
#include <QTimeZone>

using namespace twin;
using namespace twin::render;

class SunPositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// NREL/TP-560-34302 (Reda, Andreas: Solar Position Algorithm), appendix A.5: 17 October 2003, 12:30:30 UTC-7,
    /// 39.742476 N, 105.1786 W, 1830.14 m. Topocentric: e0 = 39.872046 degrees before refraction, azimuth 194.340241.
    void agreesWithThePublishedExampleOfNrel()
    {
        const QDateTime utc({2003, 10, 17}, {19, 30, 30}, Qt::UTC);
        const SunPosition sun = sunPosition(utc, {39.742476, -105.1786, 1830.14});
        QVERIFY2(std::abs(sun.elevationDegrees - 39.872046) < 0.003,
                 qPrintable(QString::number(sun.elevationDegrees, 'f', 5)));
        QVERIFY2(std::abs(sun.azimuthDegrees - 194.340241) < 0.003,
                 qPrintable(QString::number(sun.azimuthDegrees, 'f', 5)));
    }

    /// Meeus, Astronomical Algorithms, example 25.b: 13 October 1992, 0h TD: apparent declination -7 degrees 47'
    /// 01.74", right ascension 13h 13m 30.749s. Seen from the pole the elevation is the declination (less the
    /// parallax).
    void agreesWithMeeusAtThePole()
    {
        const QDateTime utc = QDateTime({1992, 10, 13}, {0, 0, 0}, Qt::UTC).addMSecs(-59000); // TD to UT
        const SunPosition sun = sunPosition(utc, {90, 0, 0});
        const double declination = -(7 + 47 / 60.0 + 1.74 / 3600.0);
        QVERIFY2(std::abs(sun.elevationDegrees + 0.00244 - declination) < 0.001,
                 qPrintable(QString::number(sun.elevationDegrees, 'f', 5)));
    }

    void solsticesInDortmund()
    {
        // At true noon the elevation is 90° - latitude ± obliquity (23.436°).
        const GeodeticPosition dortmund{51.514, 7.466, 100};
        const auto highest = [&](QDate date) {
            double best = -90;
            for (int second = 0; second < 86400; second += 30)
                best = std::max(
                    best,
                    sunPosition(QDateTime(date, QTime(0, 0), Qt::UTC).addSecs(second), dortmund).elevationDegrees);
            return best;
        };
        QVERIFY(std::abs(highest({2026, 6, 21}) - (90 - 51.514 + 23.436)) < 0.01);
        QVERIFY(std::abs(highest({2026, 12, 21}) - (90 - 51.514 - 23.436)) < 0.01);
    }

    void convergenceTurnsTrueNorthIntoGridNorth()
    {
        const LocalPosition d = sunDirection({180, 0}, -1.2); // grid azimuth 181.2
        QVERIFY(d.x < 0 && std::abs(std::atan2(d.x, d.y) * 180 / M_PI + 178.8) < 1e-9);
        QVERIFY(std::abs(length(d) - 1) < 1e-12);
    }

    void refractionLiftsTheHorizonByHalfADegree()
    {
        QVERIFY(std::abs(refractionDegrees(0) - 0.48) < 0.02);
        QVERIFY(refractionDegrees(45) < 0.02);
        QCOMPARE(refractionDegrees(-20), 0.0);
    }

    void lightIsContinuousAndAlwaysFromAbove()
    {
        SkyLight before = skyLight({0, 1, -1}, false);
        for (int tenth = -890; tenth <= 890; ++tenth) {
            const double e = tenth * 0.1 * M_PI / 180;
            const SkyLight light = skyLight({0, std::cos(e), std::sin(e)}, false);
            QVERIFY(light.towardsLight.z > 0);
            QVERIFY(light.key.r >= 0 && light.skyFill.b > 0);
            if (tenth > -890) {
                QVERIFY(std::abs(light.key.r - before.key.r) < 0.02);
                QVERIFY(std::abs(light.towardsLight.z - before.towardsLight.z) < 0.05);
            }
            before = light;
        }
        QCOMPARE(skyLight({0, 0, -1}, false).night, 1.0);
        QCOMPARE(skyLight({0, 0, 1}, false).night, 0.0);
    }

    void nightsStayLegible()
    {
        const auto brightness = [](double elevation) {
            const double e = elevation * M_PI / 180;
            const SkyLight light = skyLight({0, std::cos(e), std::sin(e)}, false);
            return light.skyFill.g + light.key.g * light.towardsLight.z; // of level ground
        };
        QVERIFY(brightness(-18) > 0.1 && brightness(-18) < 0.3);
        for (double elevation = -18; elevation < 30; elevation += 3)
            QVERIFY(brightness(elevation + 3) > brightness(elevation) * 0.9); // the higher the sun the lighter
        QVERIFY(brightness(-3) < brightness(20) * 0.7);
    }

    void windowsAreLitWhenPeopleAreUp()
    {
        QVERIFY(litWindowShare(20) > 5 * litWindowShare(3));
        QVERIFY(litWindowShare(6.5) > litWindowShare(4));
        QVERIFY(litWindowShare(23.9) - litWindowShare(0.1) < 0.02);
        for (double hour = -1; hour < 25; hour += 0.25)
            QVERIFY(litWindowShare(hour) > 0 && litWindowShare(hour) <= 0.6);
    }

    void officesAreDarkWhenPeopleAreAtHome()
    {
        QVERIFY(litWindowShare(11, BuildingUse::Office) > 0.7);
        QVERIFY(litWindowShare(22, BuildingUse::Office) < 0.3 * litWindowShare(22));
        QVERIFY(litWindowShare(19.5, BuildingUse::Shop) > 0.9);
        for (int use = 0; use < buildingUseCount; ++use)
            for (double hour = -1; hour < 25; hour += 0.25) {
                const double share = litWindowShare(hour, static_cast<BuildingUse>(use));
                QVERIFY(share > 0 && share <= 1);
            }
    }
};

QTEST_GUILESS_MAIN(SunPositionTest)
#include "tst_sunposition.moc"
