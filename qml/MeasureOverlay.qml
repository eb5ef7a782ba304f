// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D
import Stadtzwilling

// A measurement in the picture: lines, knobs, area. What stands before it hides it.
Node {
    id: overlay

    required property MeasureMarks marks

    Model {
        visible: overlay.marks.knobs.length > 0
        geometry: TriangleGeometry { vertices: overlay.marks.lines }
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            cullMode: Material.NoCulling
            baseColor: Theme.selection
        }
    }
    Model {
        visible: overlay.marks.knobs.length > 1
        geometry: TriangleGeometry { vertices: overlay.marks.fill }
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            alphaMode: PrincipledMaterial.Blend
            cullMode: Material.NoCulling
            depthDrawMode: Material.NeverDepthDraw
            baseColor: Qt.alpha(Theme.selection, 0.3)
        }
    }
    Repeater3D {
        model: overlay.marks.knobs
        Model {
            required property var modelData
            readonly property real unit: 10 * modelData.unit / 100 // built-in meshes are 100 units large
            source: "#Sphere"
            position: modelData.position
            scale: Qt.vector3d(unit, unit, unit)
            materials: PrincipledMaterial {
                lighting: PrincipledMaterial.NoLighting
                baseColor: "#FFFFFF"
            }
        }
    }
}
