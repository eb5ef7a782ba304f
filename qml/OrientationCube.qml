// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Stadtzwilling

// From where one sees the city: sides to click, a cube to turn.
Item {
    id: box

    required property CityViewport viewport

    readonly property list<string> ways: [qsTr("Von Norden sehen"), qsTr("Von Osten sehen"), qsTr("Von Süden sehen"),
                                          qsTr("Von Westen sehen"), qsTr("Senkrecht von oben")]

    implicitWidth: Math.round(84 * Theme.scale)
    implicitHeight: implicitWidth

    ViewCube {
        id: cube
        objectName: "viewCube"
        anchors.fill: parent
        headingDegrees: box.viewport.headingDegrees
        pitchDegrees: box.viewport.pitchDegrees
        labels: [qsTr("Nord"), qsTr("Ost"), qsTr("Süd"), qsTr("West"), qsTr("Oben")]
        family: Theme.family
        sideColor: Theme.panelSolid
        topColor: Theme.panelSolid
        lineColor: Theme.kind === Theme.Kind.Contrast ? Theme.line : Theme.muted
        textColor: Theme.text
        accentColor: Theme.accent
        onChosen: (heading, pitch) => box.viewport.flyTowards(heading, pitch)
        onTurned: (heading, pitch) => box.viewport.turnTo(heading, pitch)
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Ansichtswürfel")
        Accessible.description: qsTr("Pfeiltasten wechseln die Seite")
        FocusRing { shown: cube.activeFocus }
        // What a screen reader presses; the cube itself paints and takes the pointer.
        Repeater {
            model: box.ways
            Item {
                required property string modelData
                required property int index
                anchors.fill: parent
                Accessible.role: Accessible.Button
                Accessible.name: modelData
                Accessible.onPressAction: cube.choose(index)
            }
        }
    }
    Tip {
        shown: cube.hovered >= 0
        text: cube.hovered >= 0 ? box.ways[cube.hovered] : ""
    }
}
