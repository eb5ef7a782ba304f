// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// What to do while "Daten hinzufügen" waits for a click in the picture.
Panel {
    id: card

    required property AddDataModel addData

    visible: addData.placing
    padding: Theme.gap3
    implicitHeight: row.implicitHeight + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Ort im Bild zeigen")

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap3
        Words {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            text: qsTr("Klicken Sie auf die Stelle, an der das Modell stehen soll (oder Leertaste für die Bildmitte).")
        }
        ActionButton {
            outlined: true
            text: qsTr("Abbrechen")
            shortcutText: qsTr("Esc")
            onClicked: card.addData.setPlacing(false)
        }
    }
}
