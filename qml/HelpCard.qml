// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// What hands can do, F1.
Card {
    id: card

    required property StatusModel status

    padding: Theme.gap6

    readonly property var rows: [
        [qsTr("Bewegen"), qsTr("linke Maustaste ziehen"), qsTr("Pfeiltasten, W A S D")],
        [qsTr("Um den Punkt unter dem Zeiger drehen"), qsTr("rechte oder mittlere Taste ziehen, Strg + links"), "Q  E"],
        [qsTr("Neigen"), qsTr("ebenso, auf und ab"), "R  F"],
        [qsTr("Zoomen"), qsTr("Mausrad"), "+  −"],
        [qsTr("Hinfliegen"), qsTr("Doppelklick"), qsTr("Z: zur Auswahl")],
        [qsTr("Auswählen, hinzunehmen"), qsTr("Klick, Strg + Klick"), qsTr("Esc hebt die Auswahl auf")],
        [qsTr("Norden, von oben, ganze Region"), qsTr("Knöpfe rechts unten"), qsTr("N  T  Pos1")],
        [qsTr("Suchen"), "", qsTr("Strg + K")],
        [qsTr("Messen"), qsTr("Klick setzt einen Punkt, Doppelklick beendet"), qsTr("Strg + M; Leertaste, Enter")],
        [qsTr("Daten hinzufügen"), qsTr("Dateien in das Fenster ziehen"), qsTr("Strg + D")],
        [qsTr("Rückgängig, wiederholen"), "", qsTr("Strg + Z, Strg + Y")],
        [qsTr("Nächster Bereich des Fensters"), "", "F6"],
        [qsTr("Ganzer Bildschirm"), "", "F11"],
        [qsTr("Berührung"), qsTr("ein Finger bewegt, zwei zoomen, drehen und neigen"), ""],
    ]

    contentItem: ColumnLayout {
        spacing: Theme.gap3
        RowLayout {
            Words {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                font.weight: Font.DemiBold
                text: qsTr("Bedienung")
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Hilfe schließen")
                shortcutText: qsTr("Esc")
                focus: true
                onClicked: card.close()
            }
        }
        GridLayout {
            columns: 3
            columnSpacing: Theme.gap6
            rowSpacing: Theme.gap2
            Repeater {
                model: card.rows.length * 3
                Words {
                    required property int index
                    readonly property int column: index % 3
                    Layout.maximumWidth: Math.round(290 * Theme.scale)
                    wrapMode: Text.Wrap
                    font.weight: column === 0 ? Font.Medium : Font.Normal
                    color: column === 0 ? Theme.text : Theme.muted
                    text: card.rows[Math.floor(index / 3)][column]
                }
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Bild: %1").arg(card.status.pictureText)
        }
    }
}
