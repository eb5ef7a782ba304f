// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewport/ViewportStage.h"

#include "app/viewport/WindowGraphics.h"
#include "render/Projection.h"

#include <QQmlComponent>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

extern void qml_register_types_Stadtzwilling();

namespace twin::test {
namespace {

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

services::OpenedRegion region()
{
    services::OpenedRegion region;
    region.extent.include(LocalPosition{20000, -19000, 0});
    region.extent.include(LocalPosition{22000, -17000, 80});
    region.frame = SceneFrame({392000, 5708000, 60});
    region.title = QStringLiteral("Probe");
    return region;
}

} // namespace

ViewportStage::ViewportStage(double wallDistance)
    : m_app({[](const QString&) { return Result<services::OpenedRegion>(region()); },
             {},
             {},
             std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)})
{
    qml_register_types_Stadtzwilling();
    QQmlComponent component(&m_engine);
    component.setData(scene, QUrl(QStringLiteral("qrc:/viewport_stage.qml")));
    m_window.reset(qobject_cast<QQuickWindow*>(
        component.createWithInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}})));
    if (!m_window)
        qFatal("%s", qPrintable(component.errorString()));
    viewport::shareDepth(*m_window);
    item().setFactory([this, wallDistance]() -> Result<std::unique_ptr<viewport::CityPass>> {
        return std::make_unique<FakeCityPass>(stats, wallDistance);
    });
}

bool ViewportStage::show()
{
    window().show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        return false;
    QSignalSpy opened(m_app.region(), &RegionModel::opened);
    m_app.region()->open(QStringLiteral("x"));
    if (!opened.wait())
        return false;
    item().setCamera(camera());
    if (!settle()) // the overlays' frame follows the picture
        return false;
    place("nearPosition", {120, 150}, 100);
    place("farPosition", {280, 150}, 300);
    return settle();
}

bool ViewportStage::settle()
{
    const bool settled = QTest::qWaitFor([this] { return item().isSettled(); });
    QTest::qWait(30); // the frame that shows it
    return settled;
}

void ViewportStage::place(const char* property, QPointF pixel, double distance)
{
    const LocalPosition ray = render::pixelRay(camera(), window().size(), pixel.x(), pixel.y());
    window().setProperty(property, item().overlay()->fromScene(camera().eye + ray * distance));
}

viewport::CityViewport& ViewportStage::item()
{
    return *m_window->findChild<viewport::CityViewport*>(QStringLiteral("viewport"));
}

QObject& ViewportStage::view()
{
    return *m_window->findChild<QObject*>(QStringLiteral("view"));
}

} // namespace twin::test
