// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/Projection.h"
#include "support/GuiTestMain.h"
#include "support/MemoryGrowth.h"
#include "viewport/ViewportStage.h"

#include <QQmlComponent>
#include <QSignalSpy>

using namespace twin;
using namespace twin::test;
using namespace twin::viewport;

namespace {

bool isWall(const QColor& colour)
{
    return std::abs(colour.red() - 0x90) < 4 && std::abs(colour.green() - 0x30) < 4 &&
           std::abs(colour.blue() - 0x30) < 4;
}

} // namespace

class CompositeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray loop = qgetenv("QSG_RENDER_LOOP");
        if (!loop.isEmpty())
            qInfo("render loop: %s", loop.constData());
    }

    void cityAndOverlaysHideEachOther()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const QImage image = stage.window().grabWindow();
        const QColor nearOne = image.pixelColor(120, 150);
        QVERIFY2(nearOne.green() > 200 && nearOne.red() < 60, qPrintable(nearOne.name()));
        QVERIFY2(isWall(image.pixelColor(280, 150)), qPrintable(image.pixelColor(280, 150).name()));
        QVERIFY2(isWall(image.pixelColor(200, 40)), qPrintable(image.pixelColor(200, 40).name()));
        QCOMPARE(image.pixelColor(10, 10), QColor(Qt::white)); // 2D content stays on top of both
    }

    void nearWallHidesBoth()
    {
        ViewportStage stage(50);
        QVERIFY(stage.show());
        const QImage image = stage.window().grabWindow();
        QVERIFY(isWall(image.pixelColor(120, 150)));
        QVERIFY(isWall(image.pixelColor(280, 150)));
    }

    void farWallHidesNothing()
    {
        ViewportStage stage(800);
        QVERIFY(stage.show());
        const QImage image = stage.window().grabWindow();
        QVERIFY(image.pixelColor(120, 150).green() > 200);
        QVERIFY2(image.pixelColor(280, 150).blue() > 200, qPrintable(image.pixelColor(280, 150).name()));
    }

    void cityHidesTheProgramsOwnMarks()
    {
        for (const double wallDistance : {50.0, 800.0}) {
            ViewportStage stage(wallDistance);
            stage.view().setProperty("visible", false);
            QVERIFY(stage.show());
            QQmlComponent component(qmlEngine(&stage.item()),
                                    QUrl(QStringLiteral("qrc:/qt/qml/Stadtzwilling/Overlays.qml")));
            auto* item = qobject_cast<QQuickItem*>(component.createWithInitialProperties(
                {{QStringLiteral("frame"), QVariant::fromValue(stage.item().overlay())},
                 {QStringLiteral("marks"), QVariant::fromValue(stage.item().marks())},
                 {QStringLiteral("measureMarks"), QVariant::fromValue(stage.item().measureMarks())},
                 {QStringLiteral("liveMarks"), QVariant::fromValue(stage.item().liveMarks())},
                 {QStringLiteral("liveAreas"), QVariant::fromValue(stage.item().liveAreas())}}));
            QVERIFY2(item, qPrintable(component.errorString()));
            item->setParentItem(stage.window().contentItem());
            item->setParent(stage.window().contentItem());
            Box box; // only the blended ring, no pin: nothing opaque of our own in the scene
            const LocalPosition middle = ViewportStage::camera().eye + viewDirection(ViewportStage::camera()) * 200;
            box.include(middle - LocalPosition{30, 30, 0});
            box.include(middle + LocalPosition{30, 30, 100});
            stage.item().marks()->setHalo(box);
            QVERIFY(stage.settle());
            const QImage image = stage.window().grabWindow();
            int changed = 0;
            for (int x = 0; x < image.width(); ++x)
                for (int y = 30; y < image.height(); ++y)
                    changed += !isWall(image.pixelColor(x, y));
            QVERIFY2(wallDistance < 200 ? changed == 0 : changed > 500, qPrintable(QString::number(changed)));
        }
    }

    void bothCamerasAgree()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const QList<CameraState> cameras{
            ViewportStage::camera(), {{20100, -18900, 5}, 359.5, 12, 45}, {{21000, -18000, 900}, 190, -90, 45}};
        for (const CameraState& camera : cameras) {
            stage.item().setCamera(camera);
            QVERIFY(stage.settle());
            for (int i = 0; i < 20; ++i) {
                const QPointF pixel(20 + 19 * i, 20 + (i * 67) % 260);
                const LocalPosition ray = render::pixelRay(camera, stage.window().size(), pixel.x(), pixel.y());
                const LocalPosition p = camera.eye + ray * (15 + 90 * i);
                QVector3D seen;
                QVERIFY(QMetaObject::invokeMethod(&stage.view(), "mapFrom3DScene", Q_RETURN_ARG(QVector3D, seen),
                                                  Q_ARG(QVector3D, stage.item().overlay()->fromScene(p))));
                const double top = stage.view().property("y").toDouble();
                const double apart = std::hypot(seen.x() - pixel.x(), seen.y() + top - pixel.y());
                QVERIFY2(apart < 0.5, qPrintable(QStringLiteral("point %1: %2 px").arg(i).arg(apart)));
            }
        }
    }

    /// While the city is being drawn the window goes on showing the last picture, overlays and all.
    void nobodyWaitsForThePicture()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const int before = stage.stats.drawn;
        const QVector3D shown = stage.item().overlay()->position();
        stage.stats.held = true;
        CameraState moved = ViewportStage::camera();
        moved.eye.x += 50;
        stage.item().setCamera(moved);
        QTRY_VERIFY(stage.stats.drawn > before);
        QSignalSpy frames(&stage.window(), &QQuickWindow::frameSwapped);
        for (int i = 0; i < 3; ++i) {
            stage.window().update();
            QVERIFY(frames.wait());
        }
        QCOMPARE(stage.item().overlay()->position(), shown);
        const QImage image = stage.window().grabWindow();
        QVERIFY(isWall(image.pixelColor(280, 150)));
        QVERIFY(image.pixelColor(120, 150).green() > 200);
        QVERIFY(!stage.item().isSettled());
        stage.stats.held = false;
        stage.stats.held.notify_all();
        QVERIFY(stage.settle());
        QCOMPARE(stage.item().overlay()->position(), stage.item().overlay()->fromScene(moved.eye));
    }

    void cityIsDrawnOnlyWhenSomethingChanged()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const int before = stage.stats.drawn;
        QSignalSpy frames(&stage.window(), &QQuickWindow::frameSwapped);
        for (int i = 0; i < 10; ++i) {
            stage.window().setProperty("nearPosition", QVector3D(static_cast<float>(i), 0, 0));
            stage.window().update();
            QVERIFY(frames.wait());
        }
        QCOMPARE(stage.stats.drawn.load(), before);
        stage.app().clock()->setMinuteOfDay(stage.app().clock()->minuteOfDay() == 600 ? 700 : 600);
        QTRY_VERIFY(stage.stats.drawn > before);
    }

    void clickSelectsAndHoverOutlines()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        QTest::mouseMove(&stage.window(), {200, 100});
        QTRY_COMPARE(stage.app().selection().hovered().id, QStringLiteral("wall"));
        QTRY_VERIFY(!stage.app().status()->positionText().isEmpty());
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, {200, 100});
        QTRY_COMPARE(stage.app().selection().current().id, QStringLiteral("wall"));
        QVERIFY(stage.item().marks()->isPinVisible());
        const QPointF pin = stage.item().marks()->pinPixel();
        QVERIFY2(std::abs(pin.x() - 200) <= 1 && std::abs(pin.y() - 100) <= 1, "the pin stands where the click was");
        QTest::qWait(600); // not a double click
        QTest::mouseClick(&stage.window(), Qt::LeftButton, Qt::ControlModifier, {200, 100});
        QTRY_VERIFY(stage.app().selection().selected().isEmpty());
    }

    void dragIsNoClick()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const CameraState before = stage.item().camera();
        QTest::mousePress(&stage.window(), Qt::LeftButton, {}, {200, 250});
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(&stage.window(), {200 + 10 * i, 250});
        QTest::mouseRelease(&stage.window(), Qt::LeftButton, {}, {250, 250});
        QVERIFY(!(stage.item().camera() == before));
        QVERIFY(stage.settle());
        QVERIFY(stage.app().selection().selected().isEmpty());
    }

    void keysMoveAndStop()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        stage.window().requestActivate();
        stage.item().forceActiveFocus();
        QTRY_VERIFY(stage.item().hasActiveFocus());
        const CameraState before = stage.item().camera();
        QTest::keyPress(&stage.window(), Qt::Key_W);
        QTRY_VERIFY(stage.item().camera().eye.y > before.eye.y + 1);
        QTest::keyRelease(&stage.window(), Qt::Key_W);
        QVERIFY(stage.settle());
    }

    void partsOfAllSelectedObjectsLightUp()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        stage.app().inspector()->setRegion(
            [](const QString& id) -> Result<ObjectRecord> {
                ObjectRecord record;
                record.id = id;
                if (id == QLatin1String("A"))
                    record.children = {QStringLiteral("A1"), QStringLiteral("A2")};
                else if (id != QLatin1String("B"))
                    record.parent = QStringLiteral("A");
                return record;
            },
            RegionInfo());
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("A")});
        QTRY_COMPARE(stage.stats.styles.load(), 3);
        stage.app().selection().toggle({QStringLiteral("buildings"), QStringLiteral("B")});
        QTRY_COMPARE(stage.stats.styles.load(), 4);
        QTRY_COMPARE(stage.app().inspector()->shownId(), QStringLiteral("B"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.stats.styles.load(), 4);
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("B")});
        QTRY_COMPARE(stage.stats.styles.load(), 1);
    }

    void hundredResizesLeaveNothingBehind()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        const auto resize = [&](int i) {
            stage.window().resize(300 + (i * 37) % 200, 220 + (i * 53) % 150);
            QTest::qWait(5);
        };
        for (int i = 0; i < 20; ++i)
            resize(i);
        QVERIFY(stage.settle());
        const MemoryGrowth growth;
        for (int i = 0; i < 100; ++i)
            resize(i);
        QVERIFY(stage.settle());
        QVERIFY2(growth.mebibytes() < 12, qPrintable(QStringLiteral("%1 MiB").arg(growth.mebibytes())));
        QCOMPARE(stage.stats.made.load(), 1);
    }

    void hideAndShowKeepsThePicture()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        for (int i = 0; i < 5; ++i) {
            stage.window().hide();
            QTest::qWait(20);
            stage.window().show();
            QVERIFY(QTest::qWaitForWindowExposed(&stage.window()));
        }
        QVERIFY(stage.settle());
        QVERIFY(isWall(stage.pixel(280, 150)));
    }

    void lostSceneGraphComesBack()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        stage.window().setPersistentSceneGraph(false);
        stage.window().setPersistentGraphics(false);
        stage.window().hide();
        stage.window().releaseResources();
        QTest::qWait(50);
        stage.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&stage.window()));
        QVERIFY(stage.settle());
        QVERIFY(isWall(stage.pixel(280, 150)));
        QVERIFY(stage.pixel(120, 150).green() > 200);
        QCOMPARE(stage.stats.alive.load(), 1);
        qInfo("passes made: %d", stage.stats.made.load());
    }

    void nothingLivesLongerThanTheWindow()
    {
        ViewportStage stage;
        QVERIFY(stage.show());
        QCOMPARE(stage.stats.alive.load(), 1);
        stage.destroyWindow();
        QCOMPARE(stage.stats.alive.load(), 0);
    }

    void failureIsReported()
    {
        ViewportStage stage;
        stage.item().setFactory([]() -> Result<std::unique_ptr<CityPass>> {
            return failure(ErrorCode::Internal, QStringLiteral("zu alt"), {}, QStringLiteral("neuer Treiber"));
        });
        stage.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&stage.window()));
        stage.app().region()->open(QStringLiteral("x"));
        QTRY_COMPARE(stage.app().issues()->count(), 1);
        QCOMPARE(stage.app().issues()->data(stage.app().issues()->index(0), IssueListModel::RemedyRole).toString(),
                 QStringLiteral("neuer Treiber"));
    }
};

TWIN_GUI_TEST_MAIN(CompositeTest)
#include "tst_composite.moc"
