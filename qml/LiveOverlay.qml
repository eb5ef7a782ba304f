// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick3D
import Stadtzwilling

// Live values in the picture: heads on masts, columns and stacked levels, labels, ways of what moves, walls round
// areas. What stands before them hides them.
Node {
    id: overlay

    required property LiveMarks marks
    required property LiveAreas areas

    Model {
        visible: overlay.marks.count > 0
        source: "#Cube"
        instancing: LiveInstances { marks: overlay.marks; sort: LiveInstances.Blocks }
        materials: CustomMaterial {
            shadingMode: CustomMaterial.Unshaded
            vertexShader: "shaders/block.vert"
            fragmentShader: "shaders/block.frag"
        }
    }
    Model {
        geometry: ColourTriangles { vertices: overlay.areas.walls }
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            alphaMode: PrincipledMaterial.Blend
            cullMode: Material.NoCulling
            depthDrawMode: Material.NeverDepthDraw
            baseColor: "#FFFFFF"
        }
    }
    Model {
        geometry: ColourTriangles { vertices: overlay.marks.trails }
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            alphaMode: PrincipledMaterial.Blend
            cullMode: Material.NoCulling
            depthDrawMode: Material.NeverDepthDraw
            baseColor: "#FFFFFF"
        }
    }
    // Both are sorted by distance already and write depth, so that nearer ones lie over farther ones.
    Model {
        visible: overlay.marks.count > 0
        source: "#Rectangle"
        instancing: LiveInstances { marks: overlay.marks; sort: LiveInstances.Heads }
        materials: CustomMaterial {
            property TextureInput symbols: TextureInput {
                texture: Texture { textureData: MarkSymbols { folder: Qt.resolvedUrl("symbols") } }
            }
            shadingMode: CustomMaterial.Unshaded
            vertexShader: "shaders/head.vert"
            fragmentShader: "shaders/head.frag"
            sourceBlend: CustomMaterial.SrcAlpha
            destinationBlend: CustomMaterial.OneMinusSrcAlpha
            depthDrawMode: Material.AlwaysDepthDraw
            cullMode: Material.NoCulling
        }
    }
    Model {
        visible: overlay.marks.count > 0
        source: "#Rectangle"
        instancing: LiveInstances { marks: overlay.marks; sort: LiveInstances.Labels }
        materials: CustomMaterial {
            property TextureInput labels: TextureInput {
                texture: Texture { textureData: LabelTexture { marks: overlay.marks } }
            }
            shadingMode: CustomMaterial.Unshaded
            vertexShader: "shaders/label.vert"
            fragmentShader: "shaders/label.frag"
            sourceBlend: CustomMaterial.SrcAlpha
            destinationBlend: CustomMaterial.OneMinusSrcAlpha
            depthDrawMode: Material.AlwaysDepthDraw
            cullMode: Material.NoCulling
        }
    }
}
