// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// What lies under the handle of the bar of time: stretches that are kept, the present, events.
Item {
    id: marks

    required property TimelineModel timeline

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 10
        radius: 3
        color: "transparent"
        border.width: Theme.lineWidth
        border.color: Theme.muted
    }
    Repeater {
        model: marks.timeline.kept
        Rectangle {
            id: stretch
            required property var modelData
            x: Math.max(0, stretch.modelData.from) * marks.width
            y: parent ? Math.round((parent.height - height) / 2) : 0
            width: Math.max(1, (Math.min(1, stretch.modelData.to) - Math.max(0, stretch.modelData.from)) * marks.width)
            height: 10
            radius: 3
            color: Theme.live
        }
    }
    Rectangle {
        visible: marks.timeline.present > 0 && marks.timeline.present < 1
        x: Math.round(marks.timeline.present * marks.width) - 1
        anchors.verticalCenter: parent.verticalCenter
        width: 2
        height: 20
        color: Theme.text
    }
    Repeater {
        model: marks.timeline.events
        Rectangle {
            id: mark
            required property var modelData
            x: Math.round(mark.modelData.at * marks.width) - 4
            y: parent ? Math.round((parent.height - height) / 2) - 9 : 0
            width: 8
            height: 8
            rotation: 45
            color: Theme.warning
            Accessible.role: Accessible.StaticText
            Accessible.name: mark.modelData.title
            HoverHandler { id: pointer }
            Tip { shown: pointer.hovered; text: mark.modelData.title }
        }
    }
}
