// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A slider in the program's colours with a target of full height.
Slider {
    id: slider

    implicitHeight: Theme.target
    implicitWidth: 200
    focusPolicy: Qt.StrongFocus

    background: Rectangle {
        x: slider.leftPadding
        y: slider.topPadding + (slider.availableHeight - height) / 2
        width: slider.availableWidth
        height: 4
        radius: 2
        color: Theme.line
        Rectangle {
            width: slider.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        y: slider.topPadding + (slider.availableHeight - height) / 2
        width: Math.round(18 * Theme.scale)
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
