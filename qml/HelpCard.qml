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

    ColumnLayout {
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
        RowLayout {
            spacing: Theme.gap2
            Words { color: Theme.muted; text: qsTr("Maus wie in") }
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
            spacing: Theme.gap2
            Repeater {
                model: card.help
                RowLayout {
                    id: row
                    required property string action
                    required property string mouse
                    required property string keys
                    required property string touch
                    spacing: Theme.gap4
                    Accessible.role: Accessible.ListItem
                    Accessible.name: action + (mouse === "" ? "" : ", " + mouse) + (keys === "" ? "" : ", " + keys) + (touch === "" ? "" : ", " + touch)
                    Words {
                        Layout.preferredWidth: Math.round(230 * Theme.scale)
                        wrapMode: Text.Wrap
                        font.weight: Font.Medium
                        text: row.action
                    }
                    Words {
                        Layout.preferredWidth: Math.round(250 * Theme.scale)
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.mouse
                    }
                    Words {
                        Layout.preferredWidth: Math.round(220 * Theme.scale)
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.keys
                    }
                    Words {
                        Layout.preferredWidth: Math.round(140 * Theme.scale)
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: row.touch
                    }
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
