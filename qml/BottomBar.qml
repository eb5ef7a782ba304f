// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Status left, time right.
FocusScope {
    id: bar

    required property AppModel app
    readonly property alias timeOpen: timeCard.visible

    function closeTime(): void { timeCard.close() }

    implicitHeight: Theme.target + Theme.gap2
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Ort und Zeit")

    Panel {
        anchors.fill: parent
        padding: 0

        RowLayout {
            anchors { fill: parent; leftMargin: Theme.gap4; rightMargin: Theme.gap1 }
            spacing: Theme.gap4

            PositionField {
                status: bar.app.status
                settings: bar.app.settings
            }
            Words {
                visible: bar.app.status.positionText === ""
                color: Theme.muted
                text: bar.app.region.contentText
            }
            ScaleBar {
                visible: bar.app.status.scaleBarPixels > 0
                length: bar.app.status.scaleBarPixels
                text: bar.app.status.scaleBarText
            }
            Words {
                Layout.fillWidth: true
                color: Theme.muted
                font.pixelSize: Theme.caption
                // Only what concerns the person at the window; figures of the drawing stand on the F1 card.
                text: bar.app.status.complete || bar.app.status.tilesLoading === 0
                      ? bar.app.status.tradedText : qsTr("Lädt noch %n Kachel(n)", "", bar.app.status.tilesLoading)
            }
            ActionButton {
                id: timeButton
                symbol: "clock"
                wordy: true
                leftPadding: Theme.gap2
                text: bar.app.clock.dateText + "  " + bar.app.clock.timeText
                checked: timeCard.visible
                Accessible.description: qsTr("Datum und Uhrzeit für Sonne, Messwerte und datierte Ebenen wählen")
                onClicked: timeCard.visible ? timeCard.close() : timeCard.open()
            }
            ActionButton {
                primary: !bar.app.clock.live
                text: qsTr("Jetzt")
                enabled: !bar.app.clock.live
                shortcutText: qsTr("zurück zur aktuellen Zeit")
                palette.buttonText: bar.app.clock.live ? Theme.live : Theme.accentText
                onClicked: bar.app.clock.now()
            }
        }
    }
    TimeCard {
        id: timeCard
        x: bar.width - width
        y: -height - Theme.gap2
        clock: bar.app.clock
        timeline: bar.app.timeline
    }
}
