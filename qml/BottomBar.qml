// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Status left, time right.
FocusScope {
    id: bar

    required property AppModel app
    readonly property alias timeOpen: timeCard.up

    // too narrow for one line
    readonly property bool narrow: width < 840 * Theme.scale
    // Only what concerns the person at the window; figures of the drawing stand on the F1 card.
    readonly property string stateText: app.status.complete || app.status.tilesLoading === 0
                                        ? app.status.tradedText : qsTr("Lädt noch %n Kachel(n)", "", app.status.tilesLoading)

    function closeTime(): void { timeCard.close() }

    implicitHeight: Theme.target + Theme.gap2 + (narrow ? secondLine.implicitHeight + Theme.gap1 : 0)
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Ort und Zeit")

    Panel {
        anchors.fill: parent
        padding: 0

        RowLayout {
            anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.gap4; rightMargin: Theme.gap1 }
            height: Theme.target + Theme.gap2
            spacing: bar.narrow ? Theme.gap2 : Theme.gap4

            PositionField {
                status: bar.app.status
                settings: bar.app.settings
            }
            Words {
                visible: bar.app.status.positionText === "" && !bar.narrow
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
                text: bar.narrow ? "" : bar.stateText
            }
            ActionButton {
                id: timeButton
                symbol: "clock"
                wordy: true
                leftPadding: Theme.gap2
                text: bar.narrow ? bar.app.clock.timeText : bar.app.clock.dateText + "  " + bar.app.clock.timeText
                Accessible.name: bar.app.clock.dateText + "  " + bar.app.clock.timeText
                checked: timeCard.visible
                Accessible.description: qsTr("Datum und Uhrzeit für Sonne, Messwerte und datierte Ebenen wählen")
                onClicked: timeCard.up ? timeCard.close() : timeCard.open()
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
        Words {
            id: secondLine
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.gap4; rightMargin: Theme.gap4; bottomMargin: Theme.gap1 }
            visible: bar.narrow
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: bar.stateText !== "" ? bar.stateText : bar.app.region.contentText
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
