// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Shown once: twenty seconds of reading, then one can move.
Panel {
    id: card

    signal dismissed
    signal helpRequested

    readonly property var rows: [
        ["place", qsTr("Ziehen bewegt die Stadt, das Mausrad zoomt")],
        ["compass", qsTr("Mit der rechten Taste drehen und neigen")],
        ["pin", qsTr("Ein Klick wählt aus, ein Doppelklick fliegt hin")],
        ["search", qsTr("Strg + K sucht Adressen, Orte und Befehle")],
        ["home", qsTr("Pos1 zeigt wieder die ganze Region")],
    ]

    solid: true
    padding: Theme.gap4
    implicitWidth: Math.round(360 * Theme.scale)
    implicitHeight: column.implicitHeight + 2 * padding
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("So bewegen Sie sich")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap2

        Words {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            text: qsTr("So bewegen Sie sich")
        }
        Repeater {
            model: card.rows
            RowLayout {
                id: row
                required property var modelData
                spacing: Theme.gap3
                Symbol { symbol: row.modelData[0]; color: Theme.accent }
                Words {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    text: row.modelData[1]
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap2
            spacing: Theme.gap2
            ActionButton {
                primary: true
                text: qsTr("Los geht’s")
                onClicked: card.dismissed()
            }
            ActionButton {
                text: qsTr("Alle Tasten")
                shortcutText: "F1"
                onClicked: card.helpRequested()
            }
        }
    }
}
