// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Stands wherever generated data shows.
Rectangle {
    implicitWidth: words.implicitWidth + 2 * Theme.gap2
    implicitHeight: words.implicitHeight + Theme.gap1 * 1.5
    radius: Theme.smallRadius
    color: "transparent"
    border.width: Theme.lineWidth
    border.color: Theme.warning

    Words {
        id: words
        anchors.centerIn: parent
        font.pixelSize: Theme.caption
        font.weight: Font.Medium
        color: Theme.warning
        text: qsTr("Demo-Daten (erzeugt)")
    }
}
