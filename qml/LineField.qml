// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A line to write in.
TextField {
    id: field

    implicitHeight: Theme.target
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    color: Theme.text
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true

    background: Rectangle {
        radius: Theme.smallRadius
        color: field.enabled ? Theme.panelSolid : Theme.hover
        border.width: Theme.lineWidth
        border.color: field.hovered ? Theme.muted : Theme.line
        FocusRing { shown: field.activeFocus }
    }
}
