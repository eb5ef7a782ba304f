// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The clock on a stretch of time: where values are kept is filled, where none are it stays open; what is dated has marks.
Slider {
    id: bar

    required property TimelineModel timeline
    required property ClockModel clock

    implicitHeight: Math.round(40 * Theme.scale)
    implicitWidth: 320
    focusPolicy: Qt.StrongFocus
    value: timeline.position
    onMoved: {
        timeline.position = value
        value = Qt.binding(() => timeline.position)
    }
    Keys.onLeftPressed: timeline.step(-1)
    Keys.onRightPressed: timeline.step(1)
    Accessible.name: qsTr("Zeitleiste")
    Accessible.description: clock.dateText + " " + clock.timeText

    background: Item {
        x: bar.leftPadding
        width: bar.availableWidth
        height: bar.height
        Rectangle {
            id: groove
            y: Math.round(bar.height / 2) - 5
            width: parent.width
            height: 10
            radius: 3
            color: "transparent"
            border.width: Theme.lineWidth
            border.color: Theme.muted
        }
        Repeater {
            model: bar.timeline.kept
            Rectangle {
                required property var modelData
                x: Math.max(0, modelData.from) * groove.width
                y: groove.y
                width: Math.max(1, (Math.min(1, modelData.to) - Math.max(0, modelData.from)) * groove.width)
                height: groove.height
                radius: 3
                color: Theme.live
            }
        }
        Rectangle {
            visible: bar.timeline.present > 0 && bar.timeline.present < 1
            x: Math.round(bar.timeline.present * groove.width) - 1
            y: groove.y - 5
            width: 2
            height: groove.height + 10
            color: Theme.text
        }
        Repeater {
            model: bar.timeline.events
            Rectangle {
                id: mark
                required property var modelData
                x: Math.round(modelData.at * groove.width) - 4
                y: groove.y - 8
                width: 8
                height: 8
                rotation: 45
                color: Theme.warning
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.title
                HoverHandler { id: pointer }
                Tip { shown: pointer.hovered; text: mark.modelData.title }
            }
        }
    }
    handle: Rectangle {
        x: bar.leftPadding + bar.visualPosition * (bar.availableWidth - width)
        y: Math.round((bar.height - height) / 2)
        width: Math.round(12 * Theme.scale)
        height: Math.round(24 * Theme.scale)
        radius: 4
        color: Theme.panelSolid
        border.width: 2
        border.color: Theme.accent
        FocusRing { shown: bar.visualFocus; around: parent.radius }
    }
}
