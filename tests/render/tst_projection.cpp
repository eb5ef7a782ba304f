// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/Projection.h"
#include "render/selection/Frustum.h"

#include <cmath>
#include <random>

#include <QTest>

using namespace twin;
using namespace twin::render;

namespace {

/// Clip coordinates of a point by the matrices, in double.
std::array<double, 4> clipOf(const Matrix4& projection, const Matrix4& view, const LocalPosition& p)
{
    const auto times = [](const Matrix4& m, const std::array<double, 4>& v) {
        std::array<double, 4> r{};
        for (std::size_t row = 0; row < 4; ++row) {
            for (std::size_t column = 0; column < 4; ++column)
                r[row] += m[column * 4 + row] * v[column];
        }
        return r;
    };
    return times(projection, times(view, {p.x, p.y, p.z, 1}));
}

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matricesAndToPixelAgree_data()
    {
        QTest::addColumn<double>("heading");
        QTest::addColumn<double>("pitch");
        QTest::newRow("north, level") << 0.0 << 0.0;
        QTest::newRow("south-east, down") << 135.0 << -35.0;
        QTest::newRow("straight down") << 20.0 << -90.0;
        QTest::newRow("up") << 300.0 << 60.0;
    }
    void matricesAndToPixelAgree()
    {
        QFETCH(double, heading);
        QFETCH(double, pitch);
        const CameraState camera{{40000, -30000, 250}, heading, pitch, 45};
        const QSize size(1280, 800);
        const Matrix4 view = viewMatrix(camera);
        const Matrix4 projection = projectionMatrix(camera, size, clipRange(250));
        std::mt19937 random(7);
        std::uniform_real_distribution<double> metres(-400, 400);
        int compared = 0;
        for (int i = 0; i < 200; ++i) {
            const LocalPosition p = camera.eye + viewDirection(camera) * 700 +
                                    LocalPosition{metres(random), metres(random), metres(random)};
            const auto clip = clipOf(projection, view, p);
            const auto pixel = toPixel(camera, size, p);
            QCOMPARE(pixel.has_value(), clip[3] > 0);
            if (!pixel)
                continue;
            QVERIFY(std::abs(pixel->first - (clip[0] / clip[3] + 1) / 2 * size.width()) < 1e-6);
            QVERIFY(std::abs(pixel->second - (1 - clip[1] / clip[3]) / 2 * size.height()) < 1e-6);
            ++compared;
        }
        QVERIFY(compared > 150);
    }

    void headingIsClockwiseFromNorthAndPitchUp()
    {
        const QSize size(100, 100);
        const CameraState east{{0, 0, 10}, 90, 0, 45};
        const auto ahead = toPixel(east, size, {100, 0, 10});
        QVERIFY(ahead && std::abs(ahead->first - 50) < 1e-9 && std::abs(ahead->second - 50) < 1e-9);
        const auto northSide = toPixel(east, size, {100, 10, 10});
        QVERIFY(northSide && northSide->first < 50); // north is to the left when looking east
        const auto above = toPixel(east, size, {100, 0, 20});
        QVERIFY(above && above->second < 50);
        QVERIFY(!toPixel(east, size, {-100, 0, 10}));
    }

    void pixelRayIsTheInverseOfToPixel()
    {
        const CameraState camera{{100, 200, 300}, 217, -28, 50};
        const QSize size(1280, 800);
        for (const auto& [x, y] : {std::pair{0.5, 0.5}, {640.0, 400.0}, {1279.5, 3.25}, {77.0, 799.5}}) {
            const LocalPosition ray = pixelRay(camera, size, x, y);
            QVERIFY(std::abs(length(ray) - 1) < 1e-12);
            const auto pixel = toPixel(camera, size, camera.eye + ray * 1234.5);
            QVERIFY(pixel && std::abs(pixel->first - x) < 1e-6 && std::abs(pixel->second - y) < 1e-6);
        }
    }

    void clipRangeFollowsTheHeight()
    {
        QVERIFY(clipRange(2).nearMetres < clipRange(2000).nearMetres);
        QVERIFY(clipRange(2).farMetres < clipRange(2000).farMetres);
        QCOMPARE(clipRange(-50).nearMetres, clipRange(0).nearMetres);
        for (const double height : {0.0, 1.7, 50.0, 500.0, 20000.0}) {
            const ClipRange range = clipRange(height);
            QVERIFY(range.nearMetres > 0 && range.nearMetres < range.farMetres);
            // Two surfaces half a pixel's worth of height apart must differ in 24 bits at ten heights' distance.
            const double distance = std::max(height * 10, 50.0);
            const double step = distance * distance / range.nearMetres / double(1 << 24);
            QVERIFY2(step < std::max(height * 0.05, 0.2), qPrintable(QString::number(step)));
        }
    }

    void frustumKeepsWhatIsSeenAndDropsTheRest()
    {
        const CameraState camera{{0, 0, 100}, 0, 0, 45};
        const Frustum frustum(camera, {1000, 1000});
        const auto boxAt = [](const LocalPosition& p) {
            Box box;
            box.include(p - LocalPosition{5, 5, 5});
            box.include(p + LocalPosition{5, 5, 5});
            return box;
        };
        QVERIFY(frustum.intersects(boxAt({0, 1000, 100})));
        QVERIFY(!frustum.intersects(boxAt({0, -1000, 100})));
        QVERIFY(!frustum.intersects(boxAt({1000, 1000, 100})));
        QVERIFY(!frustum.intersects(boxAt({-1000, 1000, 100})));
        QVERIFY(!frustum.intersects(boxAt({0, 1000, 900})));
        QVERIFY(!frustum.intersects(boxAt({0, 1000, -900})));
        QVERIFY(frustum.intersects(boxAt({414, 1000, 100}))); // just at the border: tan(22.5°) = 0.4142
        QVERIFY(!frustum.intersects(Box{}));
    }
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "tst_projection.moc"
