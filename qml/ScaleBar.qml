// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// How long a stretch on the ground is in the middle of the picture.
Item {
    id: scaleBar

    property real length: 0
    property string text: ""

    implicitWidth: length + Theme.gap2 + words.implicitWidth
    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Maßstab: %1").arg(text)

    Rectangle {
        id: rule
        anchors.verticalCenter: parent.verticalCenter
        width: scaleBar.length
        height: 2
        color: Theme.text
    }
    Repeater {
        model: [0, rule.width - 2]
        Rectangle {
            required property real modelData
            x: modelData
            anchors.verticalCenter: parent.verticalCenter
            width: 2
            height: 8
            color: Theme.text
        }
    }
    Words {
        id: words
        anchors { left: rule.right; leftMargin: Theme.gap2; verticalCenter: parent.verticalCenter }
        text: scaleBar.text
    }
}
