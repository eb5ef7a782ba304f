// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The sign of a legend: an area, a line or a point in the colours of the map, on the map's ground.
Rectangle {
    id: mark

    property var entry: null
    readonly property string shape: entry ? entry.shape : ""

    implicitWidth: Math.round(24 * Theme.scale)
    implicitHeight: Math.round(16 * Theme.scale)
    radius: 3
    color: "#DAD7D0" // the ground in the model, in every theme
    Accessible.ignored: true

    Rectangle {
        anchors { fill: parent; margins: 2 }
        visible: mark.shape === "area"
        radius: 2
        color: mark.entry ? mark.entry.fill : "transparent"
        border.width: 1
        border.color: mark.entry ? mark.entry.edge : "transparent"
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 2 }
        height: 4
        radius: 2
        visible: mark.shape === "line"
        color: mark.entry ? mark.entry.fill : "transparent"
    }
    Rectangle {
        anchors.centerIn: parent
        width: 8
        height: 8
        radius: 4
        visible: mark.shape === "point"
        color: mark.entry ? mark.entry.fill : "transparent"
    }
}
