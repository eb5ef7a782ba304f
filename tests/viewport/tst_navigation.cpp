// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewport/navigation/CameraMath.h"
#include "app/viewport/navigation/Navigator.h"
#include "render/Projection.h"

#include <QTest>

using namespace twin;
using namespace twin::viewport;

namespace {

constexpr QSize size(1200, 800);

std::shared_ptr<const GroundModel> slope()
{
    auto ground = std::make_shared<GroundModel>();
    ground->southWest = {-1000, -1000, 0};
    ground->spacingMetres = 50;
    ground->columns = 41;
    ground->rows = 41;
    for (int row = 0; row < ground->rows; ++row)
        for (int column = 0; column < ground->columns; ++column)
            ground->heights.push_back(static_cast<float>(column * 2.0)); // 4 % up towards the east
    return ground;
}

Box extent()
{
    Box box;
    box.include(LocalPosition{-1000, -1000, 0});
    box.include(LocalPosition{1000, 1000, 120});
    return box;
}

Navigator navigatorAt(const CameraState& camera, bool flat = false)
{
    Navigator navigator;
    navigator.setSize(size);
    navigator.setScene(Terrain(flat ? nullptr : slope(), extent()), extent(), camera);
    navigator.setCamera(camera);
    return navigator;
}

CameraState camera(LocalPosition eye, double heading, double pitch)
{
    return {eye, heading, pitch, 45};
}

QPointF pixelOf(const Navigator& navigator, const LocalPosition& p)
{
    const auto pixel = render::toPixel(navigator.camera(), size, p);
    return pixel ? QPointF(pixel->first, pixel->second) : QPointF(-1e9, -1e9);
}

double apart(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

void addViews()
{
    QTest::addColumn<CameraState>("view");
    QTest::newRow("from the south-west") << camera({-300, -400, 350}, 32, -35);
    QTest::newRow("to the west, low") << camera({400, 10, 130}, 271, -12);
    QTest::newRow("straight down") << camera({20, 30, 500}, 140, -90);
    QTest::newRow("heading almost 360") << camera({0, -600, 500}, 359.7, -50);
}

} // namespace

Q_DECLARE_METATYPE(CameraState)

class NavigationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void grabbedGroundStaysUnderThePointer_data() { addViews(); }
    void grabbedGroundStaysUnderThePointer()
    {
        QFETCH(CameraState, view);
        Navigator navigator = navigatorAt(view);
        const QPointF start(600, 560);
        const auto held = navigator.groundUnder(start);
        QVERIFY(held);
        navigator.beginPan(start);
        for (const QPointF p : {QPointF(620, 550), QPointF(480, 610), QPointF(300, 700), QPointF(840, 520)}) {
            navigator.dragTo(p);
            QVERIFY2(apart(pixelOf(navigator, *held), p) < 0.01,
                     qPrintable(QString::number(apart(pixelOf(navigator, *held), p))));
        }
        QCOMPARE(navigator.camera().eye.z, view.eye.z);
        QCOMPARE(navigator.camera().pitchDegrees, view.pitchDegrees);
    }

    void grabbedRoofStaysUnderThePointer()
    {
        Navigator navigator = navigatorAt(camera({-300, -400, 350}, 32, -35));
        const QPointF start(610, 380);
        const LocalPosition roof =
            navigator.camera().eye + render::pixelRay(navigator.camera(), size, start.x(), start.y()) * 300;
        navigator.beginPan(start, roof);
        navigator.dragTo({700, 450});
        QVERIFY(apart(pixelOf(navigator, roof), {700, 450}) < 0.01);
    }

    void pivotKeepsItsPixelInOrbit_data() { addViews(); }
    void pivotKeepsItsPixelInOrbit()
    {
        QFETCH(CameraState, view);
        Navigator navigator = navigatorAt(view, true);
        const QPointF start(500, 600);
        const auto pivot = navigator.groundUnder(start);
        QVERIFY(pivot);
        navigator.beginOrbit(start);
        for (const QPointF moved : {QPointF(520, 590), QPointF(560, 560), QPointF(700, 640), QPointF(700, 500)}) {
            navigator.dragTo(moved);
            QVERIFY(apart(pixelOf(navigator, *pivot), start) < 0.01);
        }
        QVERIFY(!qFuzzyCompare(navigator.camera().headingDegrees, view.headingDegrees));
    }

    void zoomKeepsThePointUnderThePointer_data() { addViews(); }
    void zoomKeepsThePointUnderThePointer()
    {
        QFETCH(CameraState, view);
        Navigator navigator = navigatorAt(view, true);
        const QPointF pixel(700, 620);
        const auto target = navigator.groundUnder(pixel);
        QVERIFY(target);
        const double before = length(navigator.camera().eye - *target);
        navigator.zoom(pixel, 2);
        int frames = 0;
        while (navigator.advance(0.016) && ++frames < 1000)
            QVERIFY(apart(pixelOf(navigator, *target), pixel) < 0.01);
        QVERIFY(frames > 3 && frames < 100);
        const double after = length(navigator.camera().eye - *target);
        QVERIFY2(std::abs(after / before - std::exp(-0.44)) < 0.01, qPrintable(QString::number(after / before)));
    }

    void zoomNeverPassesItsTarget()
    {
        Navigator navigator = navigatorAt(camera({-300, -400, 350}, 32, -35), true);
        for (int i = 0; i < 200; ++i) {
            navigator.zoom({600, 400}, 5);
            navigator.advance(0.1);
        }
        QVERIFY(navigator.heightAboveGround() >= 2 - 1e-9);
        QVERIFY(navigator.camera().eye.z < 20);
    }

    void neverUnderGround_data()
    {
        QTest::addColumn<int>("gesture");
        QTest::newRow("orbit up from below") << 0;
        QTest::newRow("pan uphill") << 1;
        QTest::newRow("keys forward into the slope") << 2;
        QTest::newRow("tilt up by keys") << 3;
        QTest::newRow("pinch") << 4;
        QTest::newRow("jump below") << 5;
    }
    void neverUnderGround()
    {
        QFETCH(int, gesture);
        Navigator navigator = navigatorAt(camera({-600, 0, 30}, 90, -8));
        const auto check = [&] {
            QVERIFY2(navigator.heightAboveGround() >= 2 - 1e-6,
                     qPrintable(QString::number(navigator.heightAboveGround())));
            QVERIFY(navigator.camera().pitchDegrees >= -90 && navigator.camera().pitchDegrees <= 25);
        };
        if (gesture == 0)
            navigator.beginOrbit({600, 600});
        if (gesture == 1)
            navigator.beginPan({600, 700});
        if (gesture == 2)
            navigator.setHeldKeys({0, 1, 0, 0, 0});
        if (gesture == 3)
            navigator.setHeldKeys({0, 0, 0, 1, 0});
        if (gesture == 5)
            navigator.setCamera(camera({900, 0, -500}, 0, 60));
        for (int i = 0; i < 200; ++i) {
            if (gesture < 2)
                navigator.dragTo({600.0 + i, 600.0 - 3 * i});
            if (gesture == 4)
                navigator.pinch({600, 500}, 1.05, 1, 8);
            navigator.advance(0.05);
            check();
        }
    }

    void keysFollowTheHeadingAndTheHeight_data()
    {
        QTest::addColumn<double>("heading");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::newRow("north") << 0.0 << 0.0 << 1.0;
        QTest::newRow("east") << 90.0 << 1.0 << 0.0;
        QTest::newRow("south-west") << 225.0 << -std::sqrt(0.5) << -std::sqrt(0.5);
    }
    void keysFollowTheHeadingAndTheHeight()
    {
        QFETCH(double, heading);
        QFETCH(double, east);
        QFETCH(double, north);
        double ways[2]{};
        for (int i = 0; i < 2; ++i) {
            Navigator navigator = navigatorAt(camera({0, 0, i == 0 ? 100.0 : 400.0}, heading, -40), true);
            navigator.setHeldKeys({0, 1, 0, 0, 0});
            for (int frame = 0; frame < 60; ++frame)
                QVERIFY(navigator.advance(1 / 60.0));
            const LocalPosition way = navigator.camera().eye;
            ways[i] = std::hypot(way.x, way.y);
            QVERIFY(std::abs(way.x / ways[i] - east) < 1e-6 && std::abs(way.y / ways[i] - north) < 1e-6);
            navigator.setHeldKeys({});
            int frames = 0;
            while (navigator.advance(1 / 60.0) && ++frames < 600) {
            }
            QVERIFY2(frames > 2 && frames < 120, "stops softly, but stops");
        }
        QVERIFY2(std::abs(ways[1] / ways[0] - 4) < 0.01, "four times as high, four times as fast");
    }

    void flightsEndInTimeAndPlace_data()
    {
        QTest::addColumn<double>("distance");
        QTest::newRow("next door") << 30.0;
        QTest::newRow("next district") << 1500.0;
        QTest::newRow("across the region") << 40000.0;
    }
    void flightsEndInTimeAndPlace()
    {
        QFETCH(double, distance);
        const CameraState from = camera({0, 0, 300}, 350, -30);
        const CameraState to = camera({distance, 0, 300}, 10, -60);
        const Flight flight(from, to);
        QVERIFY(flight.duration() > 0.3 && flight.duration() <= 2.5);
        QCOMPARE(flight.at(flight.duration()), to);
        QVERIFY(length(flight.at(0).eye - from.eye) < 1e-9);
        // The short way round north, never the long one.
        for (double t = 0; t < flight.duration(); t += 0.05)
            QVERIFY(std::abs(turnDegrees(0, flight.at(t).headingDegrees)) <= 10 + 1e-9);
    }

    void reducedMotionJumps()
    {
        Navigator navigator = navigatorAt(camera({0, 0, 300}, 0, -30), true);
        navigator.setReducedMotion(true);
        const CameraState to = camera({100, 200, 150}, 90, -45);
        navigator.flyTo(to);
        QCOMPARE(navigator.camera(), to);
        QVERIFY(!navigator.isMoving());
        navigator.zoom({600, 400}, 1);
        QVERIFY(!navigator.isMoving());
    }

    void framingShowsTheWholeBox()
    {
        Navigator navigator = navigatorAt(camera({0, 0, 300}, 0, -30), true);
        Box box;
        box.include(LocalPosition{100, 50, 0});
        box.include(LocalPosition{180, 90, 60});
        for (const double heading : {0.0, 77.0, 200.0}) {
            const CameraState view = navigator.framing(box, heading, -35, 1.0);
            double reached = 0;
            for (int corner = 0; corner < 8; ++corner) {
                const LocalPosition p{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                      corner & 4 ? box.max.z : box.min.z};
                const auto pixel = render::toPixel(view, size, p);
                QVERIFY(pixel);
                QVERIFY(pixel->first >= -0.01 && pixel->first <= size.width() + 0.01);
                QVERIFY(pixel->second >= -0.01 && pixel->second <= size.height() + 0.01);
                reached = std::max({reached, std::abs(pixel->first * 2 / size.width() - 1),
                                    std::abs(pixel->second * 2 / size.height() - 1)});
            }
            QVERIFY2(reached > 0.99, "one corner touches the edge: not farther away than needed");
        }
    }

    void northAndTopTurnAboutTheMiddle()
    {
        Navigator navigator = navigatorAt(camera({-300, -400, 350}, 132, -35), true);
        navigator.setReducedMotion(true);
        const auto middle = navigator.groundUnder({600, 400});
        navigator.flyNorthUp();
        QVERIFY(std::abs(turnDegrees(0, navigator.camera().headingDegrees)) < 1e-6);
        QVERIFY(apart(pixelOf(navigator, *middle), {600, 400}) < 0.1);
        navigator.flyTopDown();
        QCOMPARE(navigator.camera().pitchDegrees, -90.0);
        QVERIFY(apart(pixelOf(navigator, *middle), {600, 400}) < 0.1);
    }

    void groundIsFoundOnASlope()
    {
        const Terrain terrain(slope(), extent());
        const LocalPosition from{-500, 0, 200};
        CameraState view = camera(from, 90, -20);
        const auto hit = terrain.hit(from, viewDirection(view), 10000);
        QVERIFY(hit);
        QVERIFY(std::abs(hit->z - terrain.heightAt(hit->x, hit->y)) < 0.01);
        view.pitchDegrees = 10;
        QVERIFY(!terrain.hit(from, viewDirection(view), 10000));
    }
};

QTEST_GUILESS_MAIN(NavigationTest)
#include "tst_navigation.moc"
