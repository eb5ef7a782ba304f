// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// What one should know of this view just now: that the region is out of sight, or how to go on foot.
Panel {
    id: hint

    required property CityViewport viewport

    visible: viewport.lost || viewport.walking
    padding: Theme.gap1
    implicitWidth: row.implicitWidth + 2 * Theme.gap3
    implicitHeight: Theme.target + 2 * Theme.gap1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.gap2 }
        spacing: Theme.gap3
        Words {
            id: words
            text: hint.viewport.walking ? qsTr("Zu Fuß: W A S D gehen, ziehen schaut sich um, Umschalt läuft")
                                        : qsTr("Die Region ist nicht im Bild")
        }
        ActionButton {
            primary: true
            text: hint.viewport.walking ? qsTr("Nach oben") : qsTr("Zurück zur Region")
            shortcutText: hint.viewport.walking ? qsTr("Esc") : qsTr("Pos1")
            onClicked: hint.viewport.walking ? hint.viewport.toggleWalk() : hint.viewport.flyHome()
        }
    }
}
