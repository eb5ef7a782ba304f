// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured on the grid and what it is on the ground.
#include "app/services/measuring/Measurement.h"

#include <algorithm>
#include <cmath>

#include <QTest>

using namespace twin;
using namespace twin::services;

class MeasurementTest : public QObject {
    Q_OBJECT

    const SceneFrame m_frame{{392500, 5708000, 80}};

private Q_SLOTS:
    void lengthsAreThoseOfATape()
    {
        const auto scale = GroundScale::around(m_frame, {0, 0, 0});
        QVERIFY2(scale, scale ? "" : qPrintable(scale.error().toText()));
        // UTM 32N at 107.5 km west of the central meridian: 0.9996 (1 + 107.5² / 2 R²) = 0.999742; 126 m above the
        // ellipsoid: + 0.0000198.
        QVERIFY(std::abs(scale->groundPerGrid({0, 0, 0}) - (1 / 0.999742 + 0.0000198)) < 2e-6);
        QVERIFY(scale->groundPerGrid({0, 0, 1000}) - scale->groundPerGrid({0, 0, 0}) > 1.5e-4);
        const std::vector<LocalPosition> line{{0, 0, 0}, {3000, 4000, 0}};
        const DistanceMeasure measure = measureDistance(line, *scale);
        QCOMPARE(measure.gridMetres, 5000.0);
        QVERIFY(std::abs(measure.horizontalMetres - 5001.39) < 0.05);
    }

    void surroundingsFollowProj()
    {
        const auto here = GroundScale::around(m_frame, {0, 0, 0});
        const auto there = GroundScale::around(m_frame, {20000, 15000, 0});
        QVERIFY(here && there);
        QVERIFY(std::abs(here->groundPerGrid({20000, 15000, 0}) - there->groundPerGrid({20000, 15000, 0})) < 1e-6);
    }

    void waysGoUpAndDown()
    {
        const std::vector<LocalPosition> way{{0, 0, 10}, {3, 4, 10}, {3, 4, 22}};
        const DistanceMeasure measure = measureDistance(way, GroundScale());
        QCOMPARE(measure.horizontalMetres, 5.0);
        QCOMPARE(measure.slopeMetres, 17.0);
        QCOMPARE(measure.heightMetres, 12.0);
        QCOMPARE(measureDistance(std::vector<LocalPosition>{{1, 2, 3}}, GroundScale()).slopeMetres, 0.0);
    }

    void areasHaveAnyShape()
    {
        // An L of 10 × 10 without a quarter, on a slope, clockwise and counter-clockwise.
        std::vector<LocalPosition> corner{{0, 0, 5}, {10, 0, 6}, {10, 5, 7}, {5, 5, 8}, {5, 10, 9}, {0, 10, 10}};
        AreaMeasure measure = measureArea(corner, GroundScale());
        QCOMPARE(measure.squareMetres, 75.0);
        QCOMPARE(measure.perimeterMetres, 40.0);
        QVERIFY(!measure.crosses);
        QCOMPARE(measure.triangles.size(), std::size_t(4));
        for (const auto& triangle : measure.triangles)
            for (const LocalPosition& p : triangle)
                QVERIFY(std::find(corner.begin(), corner.end(), p) != corner.end());
        std::reverse(corner.begin(), corner.end());
        QCOMPARE(measureArea(corner, GroundScale()).squareMetres, 75.0);
    }

    void badShapesAreSaid()
    {
        const std::vector<LocalPosition> bow{{0, 0, 0}, {10, 10, 0}, {10, 0, 0}, {0, 10, 0}};
        const AreaMeasure measure = measureArea(bow, GroundScale());
        QVERIFY(measure.crosses);
        QCOMPARE(measure.squareMetres, 50.0);
        const std::vector<LocalPosition> flat{{0, 0, 0}, {5, 0, 0}, {10, 0, 0}};
        QCOMPARE(measureArea(flat, GroundScale()).squareMetres, 0.0);
        QVERIFY(measureArea(flat, GroundScale()).triangles.empty());
        QCOMPARE(measureArea({}, GroundScale()).perimeterMetres, 0.0);
    }
};

QTEST_GUILESS_MAIN(MeasurementTest)
#include "tst_measurement.moc"
