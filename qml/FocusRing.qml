// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Where the keyboard is: 2 px in the accent colour, 2 px outside the control.
Rectangle {
    property bool shown: false
    property real around: Theme.smallRadius

    anchors.fill: parent
    anchors.margins: -2
    visible: shown
    color: "transparent"
    radius: around + 2
    border.width: 2
    border.color: Theme.accent
}
