// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewport/CityViewport.h"
#include "FakeCityPass.h"
#include "render/Projection.h"

#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickGraphicsConfiguration>
#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

extern void qml_register_types_Stadtzwilling();

using namespace twin;
using namespace twin::viewport;

namespace {

constexpr double wall = 200; // metres from the eye

const QByteArray scene = R"(
import QtQuick
import QtQuick3D
import Stadtzwilling
Window {
    id: window
    required property AppModel app
    property vector3d nearPosition
    property vector3d farPosition
    width: 400; height: 300; color: "black"
    View3D {
        objectName: "view"
        y: parent.height - height; width: viewport.overlay.viewSize.width; height: viewport.overlay.viewSize.height
        renderMode: View3D.Underlay
        environment: SceneEnvironment { backgroundMode: SceneEnvironment.Transparent; antialiasingMode: SceneEnvironment.NoAA }
        camera: camera
        CustomCamera {
            id: camera
            position: viewport.overlay.position; rotation: viewport.overlay.rotation
            projection: viewport.overlay.projection
        }
        Model {
            source: "#Sphere"; position: window.nearPosition; scale: Qt.vector3d(0.1, 0.1, 0.1)
            materials: PrincipledMaterial { lighting: PrincipledMaterial.NoLighting; baseColor: "#00ff00" }
        }
        Model {
            source: "#Sphere"; position: window.farPosition; scale: Qt.vector3d(0.3, 0.3, 0.3)
            materials: PrincipledMaterial { lighting: PrincipledMaterial.NoLighting; baseColor: "#0000ff" }
        }
    }
    CityViewport { id: viewport; objectName: "viewport"; anchors.fill: parent; app: window.app }
    Rectangle { width: 20; height: 20; color: "white" }
}
)";

/// A window with the viewport over a fake city. The region is far from the scene's origin, where float would fail.
class Stage {
public:
    explicit Stage(double wallDistance = wall)
        : m_app({[](const QString&) { return Result<services::OpenedRegion>(region()); },
                 {},
                 {},
                 std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)})
    {
        QQmlComponent component(&m_engine);
        component.setData(scene, QUrl(QStringLiteral("qrc:/tst_composite.qml")));
        m_window.reset(qobject_cast<QQuickWindow*>(
            component.createWithInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}})));
        if (!m_window)
            qFatal("%s", qPrintable(component.errorString()));
        QQuickGraphicsConfiguration graphics;
        graphics.setDepthBufferFor2D(false);
        m_window->setGraphicsConfiguration(graphics);
        item().setFactory([this, wallDistance]() -> Result<std::unique_ptr<CityPass>> {
            return std::make_unique<FakeCityPass>(stats, wallDistance);
        });
    }

    void show()
    {
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy opened(m_app.region(), &RegionModel::opened);
        m_app.region()->open(QStringLiteral("x"));
        QVERIFY(opened.wait());
        item().setCamera(camera());
        place("nearPosition", {120, 150}, 100);
        place("farPosition", {280, 150}, 300);
        settle();
    }
    void settle()
    {
        QTRY_VERIFY(item().isSettled());
        QTest::qWait(30);
    }
    void place(const char* property, QPointF pixel, double distance)
    {
        const LocalPosition ray = render::pixelRay(camera(), window().size(), pixel.x(), pixel.y());
        window().setProperty(property, item().overlay()->fromScene(camera().eye + ray * distance));
    }

    static CameraState camera() { return {{21000, -18000, 300}, 37, -20, 45}; }
    static services::OpenedRegion region()
    {
        services::OpenedRegion region;
        region.extent.include(LocalPosition{20000, -19000, 0});
        region.extent.include(LocalPosition{22000, -17000, 80});
        region.frame = SceneFrame({392000, 5708000, 60});
        region.title = QStringLiteral("Probe");
        return region;
    }
    QQuickWindow& window() { return *m_window; }
    CityViewport& item() { return *m_window->findChild<CityViewport*>(QStringLiteral("viewport")); }
    QObject& view() { return *m_window->findChild<QObject*>(QStringLiteral("view")); }
    AppModel& app() { return m_app; }
    void destroyWindow() { m_window.reset(); }
    QColor pixel(int x, int y) { return window().grabWindow().pixelColor(x, y); }

    FakeCityStats stats;

private:
    QTemporaryDir m_folder;
    AppModel m_app;
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
};

bool isWall(const QColor& colour)
{
    return std::abs(colour.red() - 0x90) < 4 && std::abs(colour.green() - 0x30) < 4 &&
           std::abs(colour.blue() - 0x30) < 4;
}

/// @returns resident memory in kilobytes; 0 where the system does not say.
qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toLongLong();
    return 0;
}

} // namespace

class CompositeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qml_register_types_Stadtzwilling();
        const QByteArray loop = qgetenv("QSG_RENDER_LOOP");
        if (!loop.isEmpty())
            qInfo("render loop: %s", loop.constData());
    }

    void cityAndOverlaysHideEachOther()
    {
        Stage stage;
        stage.show();
        const QImage image = stage.window().grabWindow();
        const QColor nearOne = image.pixelColor(120, 150);
        QVERIFY2(nearOne.green() > 200 && nearOne.red() < 60, qPrintable(nearOne.name()));
        QVERIFY2(isWall(image.pixelColor(280, 150)), qPrintable(image.pixelColor(280, 150).name()));
        QVERIFY2(isWall(image.pixelColor(200, 40)), qPrintable(image.pixelColor(200, 40).name()));
        QCOMPARE(image.pixelColor(10, 10), QColor(Qt::white)); // 2D content stays on top of both
    }

    void nearWallHidesBoth()
    {
        Stage stage(50);
        stage.show();
        const QImage image = stage.window().grabWindow();
        QVERIFY(isWall(image.pixelColor(120, 150)));
        QVERIFY(isWall(image.pixelColor(280, 150)));
    }

    void farWallHidesNothing()
    {
        Stage stage(800);
        stage.show();
        const QImage image = stage.window().grabWindow();
        QVERIFY(image.pixelColor(120, 150).green() > 200);
        QVERIFY2(image.pixelColor(280, 150).blue() > 200, qPrintable(image.pixelColor(280, 150).name()));
    }

    void cityHidesTheProgramsOwnMarks()
    {
        for (const double wallDistance : {50.0, 800.0}) {
            Stage stage(wallDistance);
            stage.view().setProperty("visible", false);
            stage.show();
            QQmlComponent component(qmlEngine(&stage.item()),
                                    QUrl(QStringLiteral("qrc:/qt/qml/Stadtzwilling/Overlays.qml")));
            const std::unique_ptr<QObject> overlays(component.createWithInitialProperties(
                {{QStringLiteral("frame"), QVariant::fromValue(stage.item().overlay())},
                 {QStringLiteral("marks"), QVariant::fromValue(stage.item().marks())}}));
            auto* item = qobject_cast<QQuickItem*>(overlays.get());
            QVERIFY2(item, qPrintable(component.errorString()));
            item->setParentItem(stage.window().contentItem());
            Box box; // only the blended ring, no pin: nothing opaque of our own in the scene
            const LocalPosition middle = Stage::camera().eye + viewDirection(Stage::camera()) * 200;
            box.include(middle - LocalPosition{30, 30, 0});
            box.include(middle + LocalPosition{30, 30, 100});
            stage.item().marks()->setHalo(box);
            stage.settle();
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
        Stage stage;
        stage.show();
        const QList<CameraState> cameras{
            Stage::camera(), {{20100, -18900, 5}, 359.5, 12, 45}, {{21000, -18000, 900}, 190, -90, 45}};
        for (const CameraState& camera : cameras) {
            stage.item().setCamera(camera);
            stage.settle();
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

    void cityIsDrawnOnlyWhenSomethingChanged()
    {
        Stage stage;
        stage.show();
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
        Stage stage;
        stage.show();
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
        Stage stage;
        stage.show();
        const CameraState before = stage.item().camera();
        QTest::mousePress(&stage.window(), Qt::LeftButton, {}, {200, 250});
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(&stage.window(), {200 + 10 * i, 250});
        QTest::mouseRelease(&stage.window(), Qt::LeftButton, {}, {250, 250});
        QVERIFY(!(stage.item().camera() == before));
        stage.settle();
        QVERIFY(stage.app().selection().selected().isEmpty());
    }

    void keysMoveAndStop()
    {
        Stage stage;
        stage.show();
        stage.window().requestActivate();
        stage.item().forceActiveFocus();
        QTRY_VERIFY(stage.item().hasActiveFocus());
        const CameraState before = stage.item().camera();
        QTest::keyPress(&stage.window(), Qt::Key_W);
        QTRY_VERIFY(stage.item().camera().eye.y > before.eye.y + 1);
        QTest::keyRelease(&stage.window(), Qt::Key_W);
        stage.settle();
    }

    void partsOfAllSelectedObjectsLightUp()
    {
        Stage stage;
        stage.show();
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
        stage.settle();
        QCOMPARE(stage.stats.styles.load(), 4);
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("B")});
        QTRY_COMPARE(stage.stats.styles.load(), 1);
    }

    void hundredResizesLeaveNothingBehind()
    {
        Stage stage;
        stage.show();
        const auto resize = [&](int i) {
            stage.window().resize(300 + (i * 37) % 200, 220 + (i * 53) % 150);
            QTest::qWait(5);
        };
        for (int i = 0; i < 20; ++i)
            resize(i);
        stage.settle();
        const qint64 before = residentKilobytes();
        for (int i = 0; i < 100; ++i) {
            resize(i);
        }
        stage.settle();
        const qint64 grown = residentKilobytes() - before;
        qInfo("grown by %lld kB", static_cast<long long>(grown));
        QVERIFY2(grown < 12 * 1024, qPrintable(QStringLiteral("%1 kB").arg(grown)));
        QCOMPARE(stage.stats.made.load(), 1);
    }

    void hideAndShowKeepsThePicture()
    {
        Stage stage;
        stage.show();
        for (int i = 0; i < 5; ++i) {
            stage.window().hide();
            QTest::qWait(20);
            stage.window().show();
            QVERIFY(QTest::qWaitForWindowExposed(&stage.window()));
        }
        stage.settle();
        QVERIFY(isWall(stage.pixel(280, 150)));
    }

    void lostSceneGraphComesBack()
    {
        Stage stage;
        stage.show();
        stage.window().setPersistentSceneGraph(false);
        stage.window().setPersistentGraphics(false);
        stage.window().hide();
        stage.window().releaseResources();
        QTest::qWait(50);
        stage.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&stage.window()));
        stage.settle();
        QVERIFY(isWall(stage.pixel(280, 150)));
        QVERIFY(stage.pixel(120, 150).green() > 200);
        QCOMPARE(stage.stats.alive.load(), 1);
        qInfo("passes made: %d", stage.stats.made.load());
    }

    void nothingLivesLongerThanTheWindow()
    {
        Stage stage;
        stage.show();
        QCOMPARE(stage.stats.alive.load(), 1);
        stage.destroyWindow();
        QCOMPARE(stage.stats.alive.load(), 0);
    }

    void failureIsReported()
    {
        Stage stage;
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

int main(int argc, char** argv)
{
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    QSurfaceFormat::setDefaultFormat(format);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    QGuiApplication application(argc, argv);
    CompositeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_composite.moc"
