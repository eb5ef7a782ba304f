// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// Words that come up beside what the pointer rests on.
ToolTip {
    id: tip

    property bool shown: false

    visible: shown && text !== ""
    delay: 500
    padding: Theme.gap2
    font.family: Theme.family
    font.pixelSize: Theme.caption
    contentItem: Words {
        font.pixelSize: Theme.caption
        text: tip.text
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: Theme.panelSolid
        border.width: Theme.lineWidth
        border.color: Theme.line
    }
}
