// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Stands wherever values of another time show instead of the present ones.
Rectangle {
    id: badge

    property string text: ""

    visible: text !== ""
    implicitWidth: words.implicitWidth + 2 * Theme.gap2
    implicitHeight: words.implicitHeight + Theme.gap1 * 1.5
    radius: Theme.smallRadius
    color: Qt.alpha(Theme.accent, 0.12)
    border.width: Theme.lineWidth
    border.color: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Words {
        id: words
        anchors { left: parent.left; right: parent.right; margins: Theme.gap2; verticalCenter: parent.verticalCenter }
        font.pixelSize: Theme.caption
        font.weight: Font.Medium
        color: Theme.accent
        text: qsTr("Wiedergabe: %1").arg(badge.text)
    }
}
