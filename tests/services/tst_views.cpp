// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/CameraText.h"
#include "app/services/HomeView.h"

#include <cmath>
#include <limits>
#include <numbers>

#include <QTest>

using namespace twin;
using namespace twin::services;

class ViewsTest : public QObject {
    Q_OBJECT

    static Box boxOf(double halfSize, double height)
    {
        Box box;
        box.include(LocalPosition{-halfSize, -halfSize, 0});
        box.include(LocalPosition{halfSize, halfSize, height});
        return box;
    }

    static double distanceOf(const LocalPosition& a, const LocalPosition& b) { return length(a - b); }

private Q_SLOTS:
    void homeLooksAtTheMiddleFromAbove()
    {
        for (const double halfSize : {20.0, 500.0, 40'000.0}) {
            const CameraState camera = homeView(boxOf(halfSize, 30), nullptr);
            QVERIFY(camera.eye.z > 0);
            QVERIFY(distanceOf(viewTarget(camera, nullptr, 0), {0, 0, 0}) < 1e-6);
            const double distance = distanceOf(camera.eye, {0, 0, 0});
            QVERIFY2(distance >= 2 * halfSize && distance <= 6 * halfSize, qPrintable(QString::number(distance)));
        }
        // Of a town one sees its houses.
        const CameraState town = homeView(boxOf(4000, 30), nullptr, LocalPosition{100, 100, 0});
        QVERIFY(distanceOf(town.eye, {100, 100, 0}) < 1400);
    }

    /// From a statue to some blocks of houses: all of it is in the picture, and fills a good part of it.
    void homeFitsASmallRegion_data()
    {
        QTest::addColumn<double>("halfSize");
        QTest::addColumn<double>("height");
        QTest::newRow("shed") << 2.0 << 2.5;
        QTest::newRow("house") << 7.0 << 9.0;
        QTest::newRow("tower") << 10.0 << 120.0;
        QTest::newRow("blocks") << 150.0 << 20.0;
    }

    void homeFitsASmallRegion()
    {
        QFETCH(double, halfSize);
        QFETCH(double, height);
        const CameraState camera = homeView(boxOf(halfSize, height), nullptr);
        const LocalPosition ahead = viewDirection(camera);
        const double heading = camera.headingDegrees * std::numbers::pi / 180;
        const LocalPosition right{std::cos(heading), -std::sin(heading), 0};
        const LocalPosition up = cross(right, ahead);
        const double halfHeight = std::tan(camera.verticalFieldOfViewDegrees * std::numbers::pi / 360);
        double most = 0; // 1: at the edge of a picture of 4 : 3
        for (const double x : {-halfSize, halfSize})
            for (const double y : {-halfSize, halfSize})
                for (const double z : {0.0, height}) {
                    const LocalPosition arm = LocalPosition{x, y, z} - camera.eye;
                    const double depth = dot(arm, ahead) * halfHeight;
                    QVERIFY(depth > 0);
                    most =
                        std::max({most, std::abs(dot(arm, up)) / depth, std::abs(dot(arm, right)) / (depth * 4.0 / 3)});
                }
        QVERIFY2(most < 1 && most > 0.4, qPrintable(QString::number(most)));
    }

    void homeStandsOnTheGroundOfTheMiddle()
    {
        const GroundModel ground{{-100, -100, 0}, 100, 3, 3, std::vector<float>(9, 50.0F)};
        const CameraState camera = homeView(boxOf(100, 90), &ground);
        QVERIFY(distanceOf(viewTarget(camera, &ground, 0), {0, 0, 50}) < 1e-6);
    }

    void homeLooksAtTheDensestPart()
    {
        QVERIFY(!densePlace(TileTree{}));
        const auto leaf = [](double x, double y, double halfSize) {
            TileNode node;
            node.bounds.include(LocalPosition{x - halfSize, y - halfSize, 3});
            node.bounds.include(LocalPosition{x + halfSize, y + halfSize, 20});
            node.uri = QStringLiteral("a.glb");
            return node;
        };
        TileNode root = leaf(0, 0, 4000);
        root.children = {1, 2, 3};
        const TileTree tree{{root, leaf(-2000, 1000, 100), leaf(-1800, 1000, 100), leaf(2000, -1000, 2000)}};
        const auto place = densePlace(tree);
        QVERIFY(place && !isVague(*place));
        const auto middle = std::optional(place->middle);
        QVERIFY2(std::abs(middle->x + 1900) < 50 && std::abs(middle->y - 1000) < 50,
                 qPrintable(QString::number(middle->x)));
        const CameraState camera = homeView(boxOf(4000, 30), nullptr, middle);
        QVERIFY(distanceOf(viewTarget(camera, nullptr, 0), {middle->x, middle->y, 0}) < 1e-6);
    }

    /// Wide tiles do not say where in them something stands; objects do.
    void homeOfScatteredObjectsIsWhereMostAre()
    {
        TileNode leaf;
        leaf.bounds.include(LocalPosition{-8000, -8000, 0});
        leaf.bounds.include(LocalPosition{8000, 8000, 20});
        leaf.uri = QStringLiteral("a.glb");
        const auto wide = densePlace(TileTree{{leaf}});
        QVERIFY(wide && isVague(*wide));

        QVERIFY(!densePlace(std::vector<Box>()));
        const auto house = [](double x, double y) {
            Box box;
            box.include(LocalPosition{x, y, 5});
            box.include(LocalPosition{x + 12, y + 10, 14});
            return box;
        };
        const std::vector<Box> farms{house(-7900, -7900), house(7900, 7900), house(3000, -5000), house(3200, -5100)};
        const auto place = densePlace(farms);
        QVERIFY(place && !isVague(*place));
        QVERIFY(distanceOf(place->middle, {3106, -5045, 5}) < 1);
        QCOMPARE(place->bounds.size().x, 212.0);
        // Nobody has a neighbour: one is seen all the same, of the outer ones none.
        const auto lonely = densePlace(std::vector<Box>{farms[0], house(500, 500), farms[1]});
        QVERIFY(lonely && distanceOf(lonely->middle, {506, 505, 5}) < 1);
    }

    void homeOfAnEmptyRegionIsAView()
    {
        const CameraState camera = homeView({}, nullptr);
        QVERIFY(std::isfinite(camera.eye.x) && std::isfinite(camera.eye.y) && std::isfinite(camera.eye.z));
    }

    void targetLiesOnTheGround()
    {
        // A slope of 10 %: z = 0.1 * x.
        const GroundModel ground{{-1000, -1000, 0}, 2000, 2, 2, {-100.0F, 100.0F, -100.0F, 100.0F}};
        const CameraState camera{{0, 0, 80}, 90, -25};
        const LocalPosition target = viewTarget(camera, &ground, 0);
        QVERIFY2(std::abs(target.z - 0.1 * target.x) < 1, qPrintable(QString::number(target.z - 0.1 * target.x)));
        QVERIFY(std::abs(target.y) < 1e-9 && target.x > 0);
    }

    void targetAboveTheHorizonIsAhead()
    {
        const LocalPosition target = viewTarget({{5, 6, 7}, 0, 20}, nullptr, 0);
        QVERIFY(std::abs(distanceOf(target, {5, 6, 7}) - 1000) < 1e-6);
    }

    void orbitKeepsTargetAndDistance()
    {
        const CameraState start{{0, -100, 50}, 0, -26.565};
        const LocalPosition target{0, 0, 0};
        const CameraState quarter = orbited(start, target, 90);
        QVERIFY(distanceOf(quarter.eye, {-100, 0, 50}) < 1e-9);
        QCOMPARE(quarter.headingDegrees, 90.0);
        QVERIFY(distanceOf(orbited(start, target, 360).eye, start.eye) < 1e-9);
        QCOMPARE(orbited(start, target, -90).headingDegrees, 270.0);
        const LocalPosition seen = viewTarget(quarter, nullptr, 0);
        QVERIFY(distanceOf(seen, target) < 0.01);
    }

    void cameraTextRoundTrips()
    {
        const SceneFrame frame({392'514.25, 5'708'120.5, 87.3});
        const auto camera = parseCamera(QStringLiteral("392600.500,5708000.250,300.125,340.500,-30.250"), frame);
        QVERIFY(camera.has_value());
        QCOMPARE(camera->eye.x, 86.25);
        QCOMPARE(camera->headingDegrees, 340.5);
        QCOMPARE(cameraText(*camera, frame), QStringLiteral("392600.500,5708000.250,300.125,340.500,-30.250"));
        QCOMPARE(parseCamera(QStringLiteral("0,0,0,-20,0"), frame)->headingDegrees, 340.0);
    }

    void badCamerasAreWrongUse_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "1,2,3,4", "1,2,3,4,5,6", "a,2,3,4,5", "1,2,3,4,91", "nan,2,3,4,5", "1,2,inf,4,5", "1;2;3;4;5"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void badCamerasAreWrongUse()
    {
        QFETCH(QString, text);
        const auto camera = parseCamera(text, {});
        QVERIFY(!camera);
        QCOMPARE(camera.error().code, ErrorCode::InvalidParameter);
    }
};

QTEST_GUILESS_MAIN(ViewsTest)
#include "tst_views.moc"
