// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// A floating surface: rounded, one soft shadow, keeps pointer events from the model below.
Item {
    id: panel

    default property alias content: inner.data
    property int padding: Theme.gap3
    property int radius: Theme.radius
    // nothing shines through: for what opens over other panels
    property bool solid: false

    Repeater {
        model: 5
        Rectangle {
            required property int index
            anchors.fill: parent
            anchors.margins: -2 * (index + 1)
            anchors.topMargin: -2 * (index + 1) + 3
            anchors.bottomMargin: -2 * (index + 1) - 3
            radius: panel.radius + 2 * (index + 1)
            color: Theme.shadow
            opacity: 0.22 * (1 - index / 6)
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    Rectangle {
        anchors.fill: parent
        radius: panel.radius
        color: panel.solid ? Theme.panelSolid : Theme.panel
        border.width: Theme.kind === Theme.Kind.Light ? 0 : Theme.lineWidth
        border.color: Theme.line
    }
    Item {
        id: inner
        anchors.fill: parent
        anchors.margins: panel.padding
    }
}
