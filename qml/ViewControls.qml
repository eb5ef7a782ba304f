// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Compass, pitch, home, zoom, on foot, kept views and the map, lower right.
Panel {
    id: controls

    required property CityViewport viewport
    required property bool mapShown
    required property bool viewsShown

    signal mapToggled
    signal viewsToggled

    padding: Theme.gap1
    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding

    component Line: Rectangle {
        width: parent ? parent.width : 0
        height: Theme.lineWidth
        color: Theme.line
    }

    Column {
        id: column
        spacing: 2

        Compass {
            headingDegrees: controls.viewport.headingDegrees
            onNorthRequested: controls.viewport.flyNorthUp()
            onHeadingRequested: degrees => controls.viewport.turnTo(degrees, controls.viewport.pitchDegrees)
        }
        PitchSlider {
            visible: !controls.viewport.walking
            pitchDegrees: controls.viewport.pitchDegrees
            onPitchRequested: degrees => controls.viewport.turnTo(controls.viewport.headingDegrees, degrees)
        }
        ActionButton {
            text: qsTr("Senkrecht von oben")
            symbol: "top"
            shortcutText: "T"
            onClicked: controls.viewport.flyTopDown()
        }
        ActionButton {
            text: qsTr("Ganze Region zeigen")
            symbol: "home"
            shortcutText: qsTr("Pos1")
            onClicked: controls.viewport.flyHome()
        }
        Line {}
        ActionButton {
            text: qsTr("Näher heran")
            symbol: "plus"
            shortcutText: "+"
            onClicked: controls.viewport.zoomIn()
        }
        ActionButton {
            text: qsTr("Weiter weg")
            symbol: "minus"
            shortcutText: "−"
            onClicked: controls.viewport.zoomOut()
        }
        Line {}
        ActionButton {
            text: controls.viewport.walking ? qsTr("Wieder nach oben") : qsTr("Zu Fuß gehen")
            symbol: "walk"
            shortcutText: "G"
            checked: controls.viewport.walking
            onClicked: controls.viewport.toggleWalk()
        }
        ActionButton {
            text: qsTr("Gemerkte Ansichten")
            symbol: "bookmark"
            shortcutText: qsTr("Strg+B")
            checked: controls.viewsShown
            onClicked: controls.viewsToggled()
        }
        ActionButton {
            text: qsTr("Übersichtskarte")
            symbol: "map"
            shortcutText: "M"
            checked: controls.mapShown
            onClicked: controls.mapToggled()
        }
    }
}
