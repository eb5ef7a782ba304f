// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// How far an import is, and the way to stop it. The open region stays usable meanwhile.
Panel {
    id: card

    required property ImportModel importer

    visible: importer.running && !calm.running
    // What the cache holds already is there at once: no card that flashes.
    Timer {
        id: calm
        interval: 250
        running: false
    }
    Connections {
        target: card.importer
        property bool was: false
        function onChanged(): void {
            if (card.importer.running && !was)
                calm.restart()
            was = card.importer.running
        }
    }
    implicitHeight: column.implicitHeight + 2 * padding
    padding: Theme.gap4
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1 wird eingelesen").arg(importer.subject)

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap2

        RowLayout {
            spacing: Theme.gap2
            Words {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: qsTr("%1 wird eingelesen").arg(card.importer.subject)
            }
            ActionButton {
                text: qsTr("Abbrechen")
                onClicked: card.importer.cancel()
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 4
            radius: 2
            color: Theme.line
            Accessible.role: Accessible.ProgressBar
            Accessible.name: card.importer.step
            Rectangle {
                width: parent.width * Math.max(0.02, card.importer.progress)
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: card.importer.progress < 0 ? card.importer.step
                                             : qsTr("%1 · %2 %").arg(card.importer.step).arg(Math.round(card.importer.progress * 100))
        }
    }
}
