// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// What the mark under the pointer observes: name, value, unit, age.
Rectangle {
    id: hint

    required property LiveMarks marks

    visible: marks.hoverTitle !== ""
    x: Math.round(Math.max(Theme.gap2, Math.min((parent ? parent.width : 0) - width - Theme.gap2, marks.hoverPixel.x - width / 2)))
    y: Math.round(marks.hoverPixel.y - height - Theme.gap4)
    width: words.implicitWidth + 2 * Theme.gap3
    height: words.implicitHeight + Theme.gap3
    radius: Theme.smallRadius
    color: Theme.panelSolid
    border.width: Theme.lineWidth
    border.color: Theme.line

    Column {
        id: words
        anchors.centerIn: parent
        Words { font.weight: Font.DemiBold; text: hint.marks.hoverTitle }
        Words { color: Theme.muted; font.pixelSize: Theme.caption; text: hint.marks.hoverText }
    }
}
