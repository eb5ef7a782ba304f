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

    background: TimeMarks {
        x: bar.leftPadding
        width: bar.availableWidth
        height: bar.height
        timeline: bar.timeline
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
