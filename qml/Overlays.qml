// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick3D
import Stadtzwilling

// Qt Quick 3D content in the same render pass and depth buffer as the city: both hide each other. x East, y Up, z -North.
View3D {
    id: view

    required property OverlayFrame frame
    required property OverlayMarks marks
    required property MeasureMarks measureMarks
    required property LiveMarks liveMarks
    required property LiveAreas liveAreas

    // Larger than the picture, cut by the window: see OverlayFrame.
    x: 0
    y: parent ? parent.height - height : 0
    width: frame.viewSize.width
    height: frame.viewSize.height
    renderMode: View3D.Underlay
    environment: SceneEnvironment {
        backgroundMode: SceneEnvironment.Transparent
        depthPrePassEnabled: false
        antialiasingMode: SceneEnvironment.NoAA
    }
    camera: camera

    CustomCamera {
        id: camera
        position: view.frame.position
        rotation: view.frame.rotation
        projection: view.frame.projection
        frustumCullingEnabled: false
    }
    DirectionalLight {
        eulerRotation: Qt.vector3d(-50, -30, 0)
        brightness: 0.8
        ambientColor: "#808080"
    }

    // Qt Quick 3D tests transparent things against the depth buffer only where something opaque is in the scene. This is
    // it: in the eye itself, before the near plane, so that it never shows.
    Model {
        source: "#Cube"
        position: view.frame.position
        scale: Qt.vector3d(0.00001, 0.00001, 0.00001)
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
        }
    }

    // The pin: a thin mast with a softly glowing head at the place clicked last. Built-in meshes are 100 units large.
    Node {
        readonly property real unit: view.marks.pinMetresPerPixel / 100
        visible: view.marks.pinVisible
        position: view.marks.pinPosition
        scale: Qt.vector3d(unit, unit, unit)

        Model {
            source: "#Cylinder"
            y: 22 * 100
            scale: Qt.vector3d(2.5, 44, 2.5)
            materials: PrincipledMaterial {
                lighting: PrincipledMaterial.NoLighting
                baseColor: "#F4F6F6"
            }
        }
        Model {
            source: "#Sphere"
            y: 48 * 100
            scale: Qt.vector3d(14, 14, 14)
            materials: PrincipledMaterial {
                baseColor: Theme.selection
                emissiveFactor: Qt.vector3d(0.35, 0.18, 0.02)
                roughness: 0.6
            }
        }
        Repeater3D {
            model: 3
            Model {
                required property int index
                source: "#Sphere"
                y: 48 * 100
                scale: Qt.vector3d(20 + 7 * index, 20 + 7 * index, 20 + 7 * index)
                materials: PrincipledMaterial {
                    lighting: PrincipledMaterial.NoLighting
                    alphaMode: PrincipledMaterial.Blend
                    baseColor: Qt.alpha(Theme.selection, 0.13)
                }
            }
        }
    }

    MeasureOverlay { marks: view.measureMarks }
    LiveOverlay { marks: view.liveMarks; areas: view.liveAreas }

    // The ring round the selected object: a low curtain of light that houses in front of it hide.
    Model {
        visible: view.marks.haloVisible
        position: view.marks.haloPosition
        scale: Qt.vector3d(view.marks.haloRadius, view.marks.haloHeight, view.marks.haloRadius)
        geometry: RingGeometry {}
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            alphaMode: PrincipledMaterial.Blend
            cullMode: Material.NoCulling
            depthDrawMode: Material.NeverDepthDraw
            baseColor: Theme.selection
        }
    }
}
