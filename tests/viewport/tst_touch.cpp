// SPDX-License-Identifier: GPL-3.0-or-later
// Fingers on a real window: events go the whole way from the window system to the camera.
#include "render/Projection.h"
#include "support/GuiTestMain.h"
#include "viewport/ViewportStage.h"

#include <cmath>
#include <numbers>

#include <QPointingDevice>

using namespace twin;
using namespace twin::test;

namespace {

/// @returns where the ray through a pixel meets the ground, the plane z = 0.
LocalPosition groundUnder(const CameraState& camera, QSize size, QPointF pixel)
{
    const LocalPosition ray = render::pixelRay(camera, size, pixel.x(), pixel.y());
    return camera.eye + ray * (-camera.eye.z / ray.z);
}

} // namespace

class TouchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_device.reset(QTest::createTouchDevice()); }

    void init()
    {
        m_stage = std::make_unique<ViewportStage>();
        QVERIFY(m_stage->show());
    }
    void cleanup() { m_stage.reset(); }

    void oneFingerHoldsTheGround()
    {
        const LocalPosition held = ground({200, 250});
        touch().press(0, {200, 250}).commit();
        touch().move(0, {215, 245}).commit();
        touch().move(0, {230, 240}).commit();
        touch().move(0, {260, 220}).commit();
        QTRY_VERIFY2(apart(held, {260, 220}) < 1, qPrintable(where(held)));
        touch().release(0, {260, 220}).commit();
        QCOMPARE(camera().eye.z, 300.0);
        QCOMPARE(camera().headingDegrees, 37.0);
        QVERIFY(m_stage->settle());
        QVERIFY(m_stage->app().selection().selected().isEmpty()); // a drag is no tap
    }

    void tapSelectsAndMovesNothing()
    {
        const CameraState before = camera();
        touch().press(0, {200, 100}).commit();
        touch().move(0, {203, 102}).commit(); // fingers tremble
        touch().release(0, {203, 102}).commit();
        QTRY_COMPARE(m_stage->app().selection().current().id, QStringLiteral("wall"));
        QVERIFY(camera() == before);
    }

    void fingersApartComeNearer()
    {
        const LocalPosition middle = ground({200, 200});
        const double before = length(camera().eye - middle);
        press({150, 200}, {250, 200});
        for (int spread = 60; spread <= 100; spread += 10)
            move({200.0 - spread, 200}, {200.0 + spread, 200});
        QTRY_VERIFY2(std::abs(before / length(camera().eye - middle) - 2) < 0.01,
                     qPrintable(QString::number(before / length(camera().eye - middle))));
        QVERIFY2(apart(middle, {200, 200}) < 1, qPrintable(where(middle)));
        QCOMPARE(camera().headingDegrees, 37.0);
        QCOMPARE(camera().pitchDegrees, -20.0);
        release({100, 200}, {300, 200});
        QVERIFY(m_stage->settle());
        QVERIFY(m_stage->app().selection().selected().isEmpty());
    }

    void fingersTogetherGoAway()
    {
        const LocalPosition middle = ground({200, 220});
        const double before = length(camera().eye - middle);
        press({120, 220}, {280, 220});
        for (int spread = 70; spread >= 40; spread -= 10)
            move({200.0 - spread, 220}, {200.0 + spread, 220});
        QTRY_VERIFY(std::abs(length(camera().eye - middle) / before - 2) < 0.01);
        release({160, 220}, {240, 220});
    }

    void theCityTurnsWithTwoFingers()
    {
        const LocalPosition middle = ground({200, 150});
        const double distance = length(camera().eye - middle);
        const auto around = [](double degrees) {
            const double angle = degrees * std::numbers::pi / 180;
            return QPointF(80 * std::cos(angle), 80 * std::sin(angle)); // clockwise on the screen
        };
        press(QPointF(200, 150) - around(0), QPointF(200, 150) + around(0));
        for (int degrees = 5; degrees <= 30; degrees += 5)
            move(QPointF(200, 150) - around(degrees), QPointF(200, 150) + around(degrees));
        // Clockwise fingers turn the city clockwise, so the look goes the other way.
        QTRY_VERIFY2(std::abs(camera().headingDegrees - 7) < 0.5, qPrintable(QString::number(camera().headingDegrees)));
        QVERIFY2(apart(middle, {200, 150}) < 2, qPrintable(where(middle)));
        QVERIFY(std::abs(length(camera().eye - middle) / distance - 1) < 0.02);
        QCOMPARE(camera().pitchDegrees, -20.0);
        release({131, 110}, {269, 190});
    }

    void bothFingersUpTilt()
    {
        press({150, 200}, {250, 200});
        for (int y = 190; y >= 160; y -= 10)
            move({150, static_cast<double>(y)}, {250, static_cast<double>(y)});
        QTRY_VERIFY2(camera().pitchDegrees > -15, qPrintable(QString::number(camera().pitchDegrees)));
        QCOMPARE(camera().headingDegrees, 37.0);
        QVERIFY(camera().eye.z > 2);
        release({150, 160}, {250, 160});
    }

    void theFingerThatStaysHoldsTheGround_data()
    {
        QTest::addColumn<int>("lifted");
        QTest::newRow("the first is lifted") << 0;
        QTest::newRow("the second is lifted") << 1;
    }
    void theFingerThatStaysHoldsTheGround()
    {
        QFETCH(int, lifted);
        const int stays = 1 - lifted;
        const QPoint places[] = {{110, 200}, {290, 200}};
        press({150, 200}, {250, 200});
        move({130, 200}, {270, 200});
        move(places[0], places[1]);
        touch().move(stays, places[stays]).release(lifted, places[lifted]).commit();
        QTest::qWait(50);
        const CameraState after = camera();
        const LocalPosition held = ground(places[stays]);
        const QPoint there = places[stays] + QPoint(30, 10);
        touch().move(stays, there).commit();
        QTRY_VERIFY2(apart(held, there) < 1, qPrintable(where(held)));
        QCOMPARE(camera().headingDegrees, after.headingDegrees);
        QCOMPARE(camera().eye.z, after.eye.z);
        touch().release(stays, there).commit();
        QVERIFY(m_stage->settle());
        QVERIFY(m_stage->app().selection().selected().isEmpty());
    }

private:
    QTest::QTouchEventSequence touch() { return QTest::touchEvent(&m_stage->window(), m_device.get(), false); }
    void press(QPointF a, QPointF b) { touch().press(0, a.toPoint()).press(1, b.toPoint()).commit(); }
    void move(QPointF a, QPointF b) { touch().move(0, a.toPoint()).move(1, b.toPoint()).commit(); }
    void release(QPointF a, QPointF b) { touch().release(0, a.toPoint()).release(1, b.toPoint()).commit(); }

    [[nodiscard]] CameraState camera() { return m_stage->item().camera(); }
    [[nodiscard]] LocalPosition ground(QPointF pixel) { return groundUnder(camera(), m_stage->window().size(), pixel); }
    [[nodiscard]] QPointF pixelOf(const LocalPosition& p)
    {
        const auto pixel = render::toPixel(camera(), m_stage->window().size(), p);
        return pixel ? QPointF(pixel->first, pixel->second) : QPointF(-1e9, -1e9);
    }
    [[nodiscard]] double apart(const LocalPosition& p, QPointF pixel)
    {
        return std::hypot(pixelOf(p).x() - pixel.x(), pixelOf(p).y() - pixel.y());
    }
    [[nodiscard]] QString where(const LocalPosition& p)
    {
        return QStringLiteral("at %1, %2").arg(pixelOf(p).x()).arg(pixelOf(p).y());
    }

    std::unique_ptr<QPointingDevice> m_device;
    std::unique_ptr<ViewportStage> m_stage;
};

TWIN_GUI_TEST_MAIN(TouchTest)
#include "tst_touch.moc"
