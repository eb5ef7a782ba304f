// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Sets the clock: by writing, by hour and day of the year (the sun's way), and along a bar of time that plays.
Card {
    id: card

    required property ClockModel clock
    required property TimelineModel timeline

    onOpened: timeline.look()

    ScrollArea {
        anchors.fill: parent
        spacing: Theme.gap1

        RowLayout {
            spacing: Theme.gap2
            LineField {
                id: field
                Layout.fillWidth: true
                text: card.clock.dateText.slice(3) + " " + card.clock.timeText
                Accessible.name: qsTr("Datum und Uhrzeit")
                Accessible.description: qsTr("Zum Beispiel 14.03.2026 14:32 oder 1826")
                onAccepted: {
                    if (card.clock.setText(text))
                        text = Qt.binding(() => card.clock.dateText.slice(3) + " " + card.clock.timeText)
                }
            }
            Words { color: card.clock.live ? Theme.live : Theme.accent; font.weight: Font.DemiBold
                    text: card.clock.live ? qsTr("LIVE") : card.clock.playing ? qsTr("läuft") : qsTr("angehalten") }
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.danger
            font.pixelSize: Theme.caption
            text: card.clock.problem
        }
        RowLayout {
            Words { Layout.fillWidth: true; color: Theme.muted; font.pixelSize: Theme.caption; text: qsTr("Uhrzeit") }
            Words { font.weight: Font.DemiBold; text: card.clock.timeText }
        }
        ValueSlider {
            Layout.fillWidth: true
            to: 1439
            stepSize: 5
            value: card.clock.minuteOfDay
            onMoved: card.clock.minuteOfDay = value
            Accessible.name: qsTr("Uhrzeit")
            focus: true
        }
        RowLayout {
            Words { Layout.fillWidth: true; color: Theme.muted; font.pixelSize: Theme.caption; text: qsTr("Tag im Jahr") }
            Words { font.weight: Font.DemiBold; text: card.clock.dateText }
        }
        ValueSlider {
            Layout.fillWidth: true
            from: 1
            to: card.clock.daysInYear
            stepSize: 1
            value: card.clock.dayOfYear
            onMoved: card.clock.dayOfYear = value
            Accessible.name: qsTr("Tag im Jahr")
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap2
            Layout.bottomMargin: Theme.gap1
            implicitHeight: Theme.lineWidth
            color: Theme.line
        }
        RowLayout {
            spacing: Theme.gap1
            ActionButton {
                symbol: "mark-earlier"
                text: qsTr("Zur Marke davor")
                onClicked: card.timeline.stepEvent(-1)
            }
            ActionButton {
                symbol: "earlier"
                text: qsTr("Einen Schritt zurück")
                onClicked: card.timeline.step(-1)
            }
            ActionButton {
                symbol: card.clock.playing ? "pause" : "play"
                primary: true
                text: card.clock.playing ? qsTr("Anhalten") : qsTr("Abspielen")
                onClicked: card.clock.playing = !card.clock.playing
            }
            ActionButton {
                symbol: "later"
                text: qsTr("Einen Schritt vor")
                onClicked: card.timeline.step(1)
            }
            ActionButton {
                symbol: "mark-later"
                text: qsTr("Zur Marke danach")
                onClicked: card.timeline.stepEvent(1)
            }
            Item { Layout.fillWidth: true }
            ChoiceBox {
                Layout.preferredWidth: Math.round(112 * Theme.scale)
                model: card.clock.speeds
                currentIndex: card.clock.speed
                onActivated: index => card.clock.speed = index
                Accessible.name: qsTr("Geschwindigkeit")
            }
            ChoiceBox {
                Layout.preferredWidth: Math.round(118 * Theme.scale)
                model: card.timeline.ranges
                currentIndex: card.timeline.range
                onActivated: index => card.timeline.range = index
                Accessible.name: qsTr("Länge der Zeitleiste")
            }
        }
        TimeBar {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(460 * Theme.scale)
            timeline: card.timeline
            clock: card.clock
        }
        RowLayout {
            Words { color: Theme.muted; font.pixelSize: Theme.caption; text: card.timeline.fromText }
            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                color: Theme.muted
                font.pixelSize: Theme.caption
                text: card.timeline.kept.length > 0 ? qsTr("gefüllt: Messwerte aufbewahrt") : qsTr("hier sind keine Messwerte aufbewahrt")
            }
            Words { color: Theme.muted; font.pixelSize: Theme.caption; text: card.timeline.toText }
        }
    }
}
