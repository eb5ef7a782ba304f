// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// The name of a theme above its layers; folds them away.
Button {
    id: heading

    property string title
    property bool folded: false

    signal toggled

    implicitHeight: Theme.slim
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    focusPolicy: Qt.TabFocus
    Accessible.name: title
    Accessible.description: folded ? qsTr("zugeklappt") : qsTr("aufgeklappt")
    Accessible.onPressAction: toggled()
    onClicked: toggled()
    Keys.onReturnPressed: toggled()

    contentItem: Words {
        color: heading.hovered ? Theme.text : Theme.muted
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        text: (heading.folded ? "\u25B8  " : "\u25BE  ") + heading.title
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: heading.down ? Theme.pressed : heading.hovered ? Theme.hover : "transparent"
        FocusRing { shown: heading.visualFocus }
    }
}
