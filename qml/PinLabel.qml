// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// What stands at the pin: its height above sea level, over the head of the mast.
Rectangle {
    id: label

    required property OverlayMarks marks
    required property StatusModel status

    x: Math.round(marks.pinPixel.x - width / 2)
    y: Math.round(marks.pinPixel.y - 62 - height)
    width: words.implicitWidth + 2 * Theme.gap2
    height: words.implicitHeight + Theme.gap2
    radius: Theme.smallRadius
    color: Theme.panelSolid
    border.width: Theme.lineWidth
    border.color: Theme.line

    Words {
        id: words
        anchors.centerIn: parent
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        text: label.marks.pinText
    }
}
