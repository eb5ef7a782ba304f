// SPDX-License-Identifier: GPL-3.0-or-later
//
// Flights over what stands in the way, walking among walls, the views one comes back to.
#include "app/viewport/navigation/CameraMath.h"
#include "app/viewport/navigation/Navigator.h"
#include "app/viewport/navigation/ViewHistory.h"

#include <QTest>

using namespace twin;
using namespace twin::viewport;

namespace {

Box box(double west, double south, double east, double north, double bottom, double top)
{
    Box box;
    box.include(LocalPosition{west, south, bottom});
    box.include(LocalPosition{east, north, top});
    return box;
}

CameraState camera(LocalPosition eye, double heading = 0, double pitch = -10)
{
    return {eye, heading, pitch, 45};
}

/// A wall of houses 60 m high between west and east, on flat ground.
double wallTops(double x, double)
{
    return x > 450 && x < 550 ? 60 : 0;
}

Walls room()
{
    // A house of 20 m by 10 m and a courtyard house around (100, 0).
    return Walls({{{-10, 20, 0}, {10, 20, 0}, {10, 30, 0}, {-10, 30, 0}},
                  {{80, -20, 0}, {120, -20, 0}, {120, 20, 0}, {80, 20, 0}},
                  {{90, -10, 0}, {110, -10, 0}, {110, 10, 0}, {90, 10, 0}}},
                 {}, 500);
}

} // namespace

class FlightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverThroughWhatStandsInTheWay_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("height");
        QTest::newRow("low, past the wall") << 0.0 << 1000.0 << 20.0;
        QTest::newRow("out of a street beside the wall") << 447.0 << 553.0 << 2.0;
        QTest::newRow("short hop over it") << 430.0 << 570.0 << 5.0;
        QTest::newRow("far away") << -20000.0 << 20000.0 << 30.0;
    }
    void neverThroughWhatStandsInTheWay()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, height);
        const CameraState start = camera({from, 0, height});
        const CameraState end = camera({to, 10, height}, 90, -30);
        const Flight flight(start, end, wallTops);
        QVERIFY(flight.duration() > 0 && flight.duration() <= 2.5);
        LocalPosition before = start.eye;
        for (int i = 0; i <= 20000; ++i) {
            const LocalPosition eye = flight.at(flight.duration() * i / 20000).eye;
            QVERIFY2(eye.z > wallTops(eye.x, eye.y),
                     qPrintable(QStringLiteral("at %1: %2 m").arg(eye.x, 0, 'f', 1).arg(eye.z, 0, 'f', 1)));
            QVERIFY2(length(eye - before) < 0.02 * length(end.eye - start.eye) + 1, "no leap");
            before = eye;
        }
        QCOMPARE(flight.at(flight.duration()), end);
    }

    void nothingInTheWayChangesNothing()
    {
        const CameraState start = camera({0, 0, 200});
        const CameraState end = camera({300, 0, 200});
        const Flight free(start, end);
        const Flight over(start, end, wallTops);
        for (double t = 0; t < free.duration(); t += 0.1)
            QCOMPARE(over.at(t), free.at(t));
    }

    void turnsGoAboutTheirPivot()
    {
        const LocalPosition pivot{0, 100, 0};
        const CameraState start = lookingAt(camera({0, 0, 0}, 170, -30), pivot, 200);
        const CameraState end = turnedAbout(start, pivot, 350, -30);
        const Flight flight(start, end, pivot, [](double, double) { return 0; });
        for (double t = 0; t <= flight.duration(); t += flight.duration() / 50)
            QVERIFY(std::abs(length(flight.at(t).eye - pivot) - 200) < 1e-6);
    }

    void skylineKnowsTheHighestTopOfACell()
    {
        services::Skyline skyline(box(0, 0, 1000, 500, 0, 100), 16);
        QVERIFY(std::isinf(skyline.topAt(5, 5)));
        skyline.add(box(100, 100, 120, 110, 0, 30));
        skyline.add(box(100, 100, 104, 104, 0, 45));
        skyline.add(box(-50, -50, 2000, -10, 0, 99)); // outside
        QCOMPARE(skyline.topAt(101, 101), 45.0);
        QCOMPARE(skyline.topAt(119, 105), 30.0);
        QVERIFY(std::isinf(skyline.topAt(200, 105)));
        QVERIFY(std::isinf(skyline.topAt(-1, 5)) && std::isinf(skyline.topAt(5, 1e9)));
        QVERIFY(std::isinf(skyline.topAt(std::nan(""), 5)));
        const services::Skyline huge(box(0, 0, 1e6, 1e6, 0, 1), 16);
        QVERIFY(double(huge.columns()) * huge.rows() < 4.1e6);
    }

    void flightsEndInTheOpenAndSeeTheirTarget()
    {
        auto skyline = std::make_shared<services::Skyline>(box(-1000, -1000, 1000, 1000, 0, 150), 16);
        skyline->add(box(-100, -200, 100, -60, 0, 150)); // a slab south of the target
        Navigator navigator;
        navigator.setSize({1200, 800});
        navigator.setReducedMotion(true);
        navigator.setScene(Terrain(nullptr, box(-1000, -1000, 1000, 1000, 0, 150)),
                           box(-1000, -1000, 1000, 1000, 0, 150), camera({0, -500, 60}));
        navigator.setCamera(camera({0, -900, 60}, 0, -20));
        const LocalPosition target{0, 0, 5};
        navigator.flyToPoint(target);
        const LocalPosition hidden = navigator.camera().eye; // nobody knew of the slab
        QVERIFY(hidden.z < 150 && hidden.y < -60);
        navigator.setSkyline(skyline);
        navigator.setCamera(camera({0, -900, 60}, 0, -20));
        navigator.flyToPoint(target);
        const LocalPosition eye = navigator.camera().eye;
        const LocalPosition way = target - eye;
        for (double t = 0; t < 1; t += 0.01) {
            const LocalPosition p = eye + way * t;
            if (length(p - target) > 60)
                QVERIFY(p.z > skyline->topAt(p.x, p.y));
        }
        // and looks at it
        QVERIFY(length(cross(viewDirection(navigator.camera()), way * (1 / length(way)))) < 1e-6);
    }

    void neverLost()
    {
        Navigator navigator;
        navigator.setSize({1200, 800});
        const Box extent = box(0, 0, 10000, 8000, 0, 100);
        navigator.setScene(Terrain(nullptr, extent), extent, camera({5000, 4000, 900}));
        navigator.setCamera(camera({1e7, -1e7, 1e7}, 120, -20));
        QVERIFY(extent.distanceTo(navigator.camera().eye) < 25'000);
        QVERIFY(navigator.camera().eye.x < 15'000);
        navigator.setCamera(camera({13'000, 4000, 300}, 90, -10)); // beside the region, with the back to it
        QVERIFY(!navigator.seesRegion());
        navigator.setCamera(camera({13'000, 4000, 300}, 270, -10));
        QVERIFY(navigator.seesRegion());
        navigator.setCamera(camera({5000, 4000, 300}, 90, -10));
        QVERIFY(navigator.seesRegion());
        navigator.setReducedMotion(true);
        navigator.flyHome();
        QCOMPARE(navigator.camera().eye, (LocalPosition{5000, 4000, 900}));
    }

    void wallsStopAndGuide()
    {
        const Walls walls = room();
        QVERIFY(walls.isFree({0, 0, 1.7}));
        QVERIFY(!walls.isFree({0, 25, 1.7}));
        QVERIFY(!walls.isFree({0, 19.8, 1.7}));
        QVERIFY(walls.isFree({100, 0, 1.7})); // the courtyard
        QVERIFY(!walls.isFree({85, 0, 1.7}));

        LocalPosition at{0, 0, 1.7};
        for (int i = 0; i < 500; ++i)
            at = walls.walked(at, {0, 0.1, 0});
        QVERIFY2(at.y > 19 && at.y < 19.7, qPrintable(QString::number(at.y))); // before the wall
        QVERIFY(walls.isFree(at));
        LocalPosition slanted{-5, 10, 1.7};
        for (int i = 0; i < 100; ++i)
            slanted = walls.walked(slanted, {0.05, 0.1, 0});
        QVERIFY(slanted.x > -2 && walls.isFree(slanted));                  // along it
        const LocalPosition leapt = walls.walked({0, 0, 1.7}, {0, 60, 0}); // past the house, not through it
        QVERIFY(walls.isFree(leapt) && (leapt.y < 20 || std::abs(leapt.x) > 10));
        QVERIFY(walls.isFree(walls.freeNear({0, 25, 0})));
        QVERIFY(Walls().isFree({0, 0, 0}));
        QVERIFY(!Walls().covers({0, 0, 0}) && walls.covers({300, 0, 0}) && !walls.covers({480, 0, 0}));
    }

    void walkingKeepsTheEyesAtTheirHeight()
    {
        Navigator navigator;
        navigator.setSize({1200, 800});
        const Box extent = box(-1000, -1000, 1000, 1000, 0, 50);
        navigator.setScene(Terrain(nullptr, extent), extent, camera({0, -500, 200}));
        navigator.setCamera(camera({0, -300, 200}, 0, -40));
        navigator.setWalls(room());
        navigator.beginWalk({0, 0, 0});
        while (navigator.advance(0.02)) {
        }
        QVERIFY(navigator.isWalking());
        QCOMPARE(navigator.camera().eye, (LocalPosition{0, 0, 1.7}));
        navigator.setHeldKeys({0, 1, 0, 0, 0});
        for (int i = 0; i < 600; ++i)
            navigator.advance(0.02);
        QCOMPARE(navigator.camera().eye.z, 1.7);
        QVERIFY(room().isFree(navigator.camera().eye));
        QVERIFY(navigator.camera().eye.y > 5);
        navigator.setHeldKeys({});
        navigator.beginLook({100, 100});
        navigator.dragTo({200, 0});
        navigator.endDrag();
        QVERIFY(std::abs(turnDegrees(0, navigator.camera().headingDegrees) + 20) < 1e-6);
        navigator.endWalk();
        while (navigator.advance(0.02)) {
        }
        QVERIFY(!navigator.isWalking());
        QVERIFY(navigator.camera().eye.z > 50);
    }

    void dragZoomComesNearer()
    {
        Navigator navigator;
        navigator.setSize({1200, 800});
        const Box extent = box(-1000, -1000, 1000, 1000, 0, 50);
        navigator.setScene(Terrain(nullptr, extent), extent, camera({0, -500, 200}));
        navigator.setCamera(camera({0, -300, 200}, 0, -40));
        const auto target = navigator.groundUnder({600, 500});
        const double before = length(navigator.camera().eye - *target);
        navigator.beginZoomDrag({600, 500});
        navigator.dragTo({600, 400});
        QVERIFY(length(navigator.camera().eye - *target) < 0.6 * before);
        navigator.dragTo({600, 500});
        QVERIFY(std::abs(length(navigator.camera().eye - *target) - before) < 1e-6);
    }

    void viewsAreWalkedBackAndForward()
    {
        ViewHistory history;
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        QVERIFY(!history.back());
        const CameraState a = camera({0, 0, 100});
        const CameraState b = camera({1000, 0, 100});
        const CameraState c = camera({0, 3000, 100}, 90);
        history.visit(a);
        history.visit(b);
        history.visit(camera({1001, 0, 100})); // a breath, no place of its own
        history.visit(c);
        QCOMPARE(history.back()->eye, (LocalPosition{1001, 0, 100}));
        history.visit(camera({1001, 0, 100})); // where back led: what lies ahead stays
        QVERIFY(history.canGoForward());
        QCOMPARE(*history.back(), a);
        QVERIFY(!history.canGoBack());
        QVERIFY(history.forward().has_value());
        QCOMPARE(*history.forward(), c);
        QVERIFY(!history.forward());
        QVERIFY(history.back().has_value());
        history.visit(camera({-4000, 0, 100})); // a new way: what lay ahead is forgotten
        QVERIFY(!history.canGoForward());
        for (int i = 0; i < 500; ++i)
            history.visit(camera({i * 1000.0, 9000, 100}));
        int steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, 99);
    }

    void footprintIsWhatThePictureShows()
    {
        Navigator navigator;
        navigator.setSize({800, 800});
        const Box extent = box(-1000, -1000, 1000, 1000, 0, 50);
        navigator.setScene(Terrain(nullptr, extent), extent, camera({0, 0, 500}));
        navigator.setCamera(camera({0, 0, 500}, 0, -90));
        const auto corners = navigator.footprint();
        QCOMPARE(corners.size(), 4U);
        const double half = 500 * std::tan(22.5 * 3.14159265358979 / 180);
        QVERIFY(length(corners[0] - LocalPosition{-half, -half, 0}) < 0.5);
        QVERIFY(length(corners[2] - LocalPosition{half, half, 0}) < 0.5);
    }
};

QTEST_GUILESS_MAIN(FlightsTest)
#include "tst_flights.moc"
