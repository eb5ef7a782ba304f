// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// What hands can do, as it is bound now, and how it is bound; F1.
Card {
    id: card

    required property StatusModel status
    required property HelpModel help
    required property SettingsModel settings

    padding: Theme.gap6

    // of the four columns: action, mouse, keys, fingers
    readonly property list<real> shares: [0.27, 0.30, 0.26, 0.17]

    ScrollArea {
        anchors.fill: parent
        id: area
        implicitWidth: Math.round(900 * Theme.scale)
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
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap2
            Words { height: Theme.target; color: Theme.muted; text: qsTr("Maus wie in") }
            Choice {
                text: qsTr("Standard")
                checked: card.settings.navigation === SettingsModel.Navigation.Standard
                onClicked: card.settings.navigation = SettingsModel.Navigation.Standard
            }
            Choice {
                text: "Cesium"
                checked: card.settings.navigation === SettingsModel.Navigation.Cesium
                onClicked: card.settings.navigation = SettingsModel.Navigation.Cesium
            }
            Choice {
                text: "CAD"
                checked: card.settings.navigation === SettingsModel.Navigation.Cad
                onClicked: card.settings.navigation = SettingsModel.Navigation.Cad
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap2
            Repeater {
                model: card.help
                Row {
                    id: row
                    readonly property real room: area.width - 3 * spacing
                    required property string action
                    required property string mouse
                    required property string keys
                    required property string touch
                    spacing: Theme.gap4
                    Accessible.role: Accessible.ListItem
                    Accessible.name: action + (mouse === "" ? "" : ", " + mouse) + (keys === "" ? "" : ", " + keys) + (touch === "" ? "" : ", " + touch)
                    Words {
                        width: row.room * card.shares[0]
                        wrapMode: Text.Wrap
                        font.weight: Font.Medium
                        text: row.action
                    }
                    Words {
                        width: row.room * card.shares[1]
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.mouse
                    }
                    Words {
                        width: row.room * card.shares[2]
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.keys
                    }
                    Words {
                        width: row.room * card.shares[3]
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.touch
                    }
                }
            }
        }
        Words {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Bild: %1").arg(card.status.pictureText)
        }
    }
}
