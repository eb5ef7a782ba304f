// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Compass, pitch, home, zoom, on foot, kept views and the map, lower right.
Panel {
    id: controls

    required property CityViewport viewport
    required property bool mapShown
    required property bool viewsShown
    required property bool namesShown

    // what there is room for: more goes into a second column
    property real maximumHeight: 1000

    signal mapToggled
    signal viewsToggled
    signal namesToggled

    padding: Theme.gap1
    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.height + 2 * padding

    component Line: Rectangle {
        width: Theme.target
        height: Theme.lineWidth
        color: Theme.line
    }

    Flow {
        id: column
        readonly property int everything: Math.round(76 * Theme.scale) + 9 * Theme.target + 2 * Theme.lineWidth + 11 * spacing
        // not even room for two columns: what has keys and commands, too, is left out
        readonly property bool scant: room < everything / 2 + Theme.target
        readonly property int allTall: scant ? 6 * Theme.target + 5 * spacing : everything
        readonly property real room: controls.maximumHeight - 2 * controls.padding
        height: allTall <= room ? allTall : Math.min(room, Math.round(allTall / 2) + Theme.target)
        flow: Flow.TopToBottom
        spacing: 2

        Compass {
            headingDegrees: controls.viewport.headingDegrees
            onNorthRequested: controls.viewport.flyNorthUp()
            onHeadingRequested: degrees => controls.viewport.turnTo(degrees, controls.viewport.pitchDegrees)
        }
        PitchSlider {
            visible: !controls.viewport.walking && !column.scant
            pitchDegrees: controls.viewport.pitchDegrees
            onPitchRequested: degrees => controls.viewport.turnTo(controls.viewport.headingDegrees, degrees)
        }
        ActionButton {
            visible: !column.scant
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
        Line { visible: !column.scant }
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
        Line { visible: !column.scant }
        ActionButton {
            visible: !column.scant
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
            visible: !column.scant
            text: qsTr("Namen im Bild")
            symbol: "letters"
            shortcutText: "L"
            checked: controls.namesShown
            onClicked: controls.namesToggled()
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
