// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// How far something is, with words for what is being done.
Column {
    id: row

    property real progress: -1
    property string step: ""

    spacing: Theme.gap1

    Rectangle {
        width: parent.width
        height: 4
        radius: 2
        color: Theme.line
        Accessible.role: Accessible.ProgressBar
        Accessible.name: row.step
        Rectangle {
            width: parent.width * Math.max(0.02, row.progress)
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    Words {
        width: parent.width
        color: Theme.muted
        font.pixelSize: Theme.caption
        text: row.progress < 0 ? row.step : qsTr("%1 · %2 %").arg(row.step).arg(Math.round(row.progress * 100))
    }
}
