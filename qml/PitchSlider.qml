// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// How steeply one looks down: the horizon above, straight down below.
Slider {
    id: slider

    property real pitchDegrees: -30

    signal pitchRequested(real degrees)

    orientation: Qt.Vertical
    implicitWidth: Theme.target
    implicitHeight: Math.round(76 * Theme.scale)
    topPadding: Theme.gap2
    bottomPadding: Theme.gap2
    focusPolicy: Qt.StrongFocus
    from: -90
    to: 0
    stepSize: 5
    value: Math.min(0, pitchDegrees)
    onMoved: pitchRequested(value)
    Accessible.name: qsTr("Neigung")
    Accessible.description: qsTr("%1 Grad unter dem Horizont").arg(Math.round(-value))

    Tip {
        shown: slider.hovered && !slider.pressed
        text: qsTr("Neigung  (R, F)")
    }
    background: Rectangle {
        x: (slider.width - width) / 2
        y: slider.topPadding
        width: 4
        height: slider.availableHeight
        radius: 2
        color: Theme.line
    }
    handle: Rectangle {
        x: (slider.width - width) / 2
        y: slider.topPadding + slider.visualPosition * (slider.availableHeight - height)
        width: Math.round(14 * Theme.scale)
        height: width
        radius: width / 2
        color: Theme.panelSolid
        border.width: 2
        border.color: Theme.accent
        FocusRing {
            shown: slider.visualFocus
            around: parent.radius
        }
    }
}
