// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// One of several words in a row, of which one is chosen.
RadioButton {
    id: choice

    implicitHeight: Theme.target
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
    indicator: null
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: checked ? Font.DemiBold : Font.Normal
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.checked: checked
    Accessible.onPressAction: choose()
    Accessible.onToggleAction: choose()

    function choose(): void {
        toggle()
        clicked()
    }

    contentItem: Words {
        horizontalAlignment: Text.AlignHCenter
        font: choice.font
        color: choice.checked ? Theme.accentText : Theme.text
        text: choice.text
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: choice.checked ? Theme.accent : choice.hovered ? Theme.hover : "transparent"
        border.width: choice.checked ? 0 : Theme.lineWidth
        border.color: Theme.line
        FocusRing {
            shown: choice.visualFocus
        }
    }
}
