// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick3D
import Stadtzwilling

// What is observed, as heads on masts in the picture. What stands before them hides them.
Node {
    id: overlay

    required property LiveMarks marks

    visible: marks.count > 0

    Model {
        source: "#Cylinder"
        instancing: LiveInstances { marks: overlay.marks; masts: true }
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            baseColor: "#FFFFFF"
        }
    }
    Model {
        source: "#Sphere"
        instancing: LiveInstances { marks: overlay.marks }
        materials: PrincipledMaterial {
            baseColor: "#FFFFFF"
            roughness: 0.8
        }
    }
}
