// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Stadtzwilling

// The figures beside the lines of a measurement, and the middle of the picture for those who measure by keyboard.
Item {
    id: labels

    required property MeasureMarks marks
    property bool aims: false

    Repeater {
        model: labels.marks.labels
        Rectangle {
            id: label
            required property var modelData
            x: Math.round(modelData.x - width / 2)
            y: Math.round(modelData.y - height / 2)
            width: words.implicitWidth + 2 * Theme.gap2
            height: words.implicitHeight + Theme.gap1
            radius: Theme.smallRadius
            color: Theme.panel
            Words {
                id: words
                anchors.centerIn: parent
                font.pixelSize: Theme.caption
                font.weight: Font.DemiBold
                text: label.modelData.text
            }
        }
    }
    Item {
        anchors.centerIn: parent
        visible: labels.aims
        Rectangle { anchors.centerIn: parent; width: 24; height: 4; radius: 2; color: "#FFFFFF" }
        Rectangle { anchors.centerIn: parent; width: 4; height: 24; radius: 2; color: "#FFFFFF" }
        Rectangle { anchors.centerIn: parent; width: 22; height: 2; color: Theme.selection }
        Rectangle { anchors.centerIn: parent; width: 2; height: 22; color: Theme.selection }
    }
}
