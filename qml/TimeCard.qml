// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Sets the time of the sun: hour and day of the year.
Card {
    id: card

    required property ClockModel clock

    contentItem: ColumnLayout {
        spacing: Theme.gap1

        RowLayout {
            Words { Layout.fillWidth: true; color: Theme.muted; font.pixelSize: Theme.caption; text: qsTr("Uhrzeit") }
            Words { font.weight: Font.DemiBold; text: card.clock.timeText }
        }
        ValueSlider {
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            to: 1439
            stepSize: 5
            value: card.clock.minuteOfDay
            onMoved: card.clock.minuteOfDay = value
            Accessible.name: qsTr("Uhrzeit")
            focus: true
        }
        RowLayout {
            Layout.topMargin: Theme.gap2
            Words { Layout.fillWidth: true; color: Theme.muted; font.pixelSize: Theme.caption; text: qsTr("Tag im Jahr") }
            Words { font.weight: Font.DemiBold; text: card.clock.dateText }
        }
        ValueSlider {
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            from: 1
            to: card.clock.daysInYear
            stepSize: 1
            value: card.clock.dayOfYear
            onMoved: card.clock.dayOfYear = value
            Accessible.name: qsTr("Tag im Jahr")
        }
    }
}
