// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// How the window looks: theme, language, size, motion.
Card {
    id: card

    required property SettingsModel settings
    required property LiveModel live
    required property bool hasPhoto

    signal sourcesRequested

    ScrollArea {
        anchors.fill: parent
        spacing: Theme.gap2

        Words { text: qsTr("Darstellung"); color: Theme.muted; font.pixelSize: Theme.caption }
        Flow {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            spacing: Theme.gap2
            enabled: card.settings.theme !== SettingsModel.Theme.Contrast
            opacity: enabled ? 1 : 0.5
            Choice {
                text: qsTr("Modell")
                checked: card.settings.pictureStyle === SettingsModel.PictureStyle.Standard
                onClicked: card.settings.pictureStyle = SettingsModel.PictureStyle.Standard
            }
            Choice {
                text: qsTr("Karte")
                checked: card.settings.pictureStyle === SettingsModel.PictureStyle.Map
                onClicked: card.settings.pictureStyle = SettingsModel.PictureStyle.Map
            }
            Choice {
                text: qsTr("Luftbild")
                checked: card.settings.pictureStyle === SettingsModel.PictureStyle.Photo
                onClicked: card.settings.pictureStyle = SettingsModel.PictureStyle.Photo
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.round(320 * Theme.scale)
            visible: text !== ""
            color: Theme.muted
            font.pixelSize: Theme.caption
            wrapMode: Text.Wrap
            text: card.settings.theme === SettingsModel.Theme.Contrast ? qsTr("Mit hohem Kontrast sieht auch das Modell so aus.")
                  : card.settings.pictureStyle === SettingsModel.PictureStyle.Photo && !card.hasPhoto
                    ? qsTr("Diese Region hat kein Luftbild; „Daten hinzufügen“ nimmt eines auf.") : ""
        }

        Words { Layout.topMargin: Theme.gap2; text: qsTr("Farben"); color: Theme.muted; font.pixelSize: Theme.caption }
        Flow {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            spacing: Theme.gap2
            Choice {
                text: qsTr("Hell")
                checked: card.settings.theme === SettingsModel.Theme.Light
                onClicked: card.settings.theme = SettingsModel.Theme.Light
            }
            Choice {
                text: qsTr("Dunkel")
                checked: card.settings.theme === SettingsModel.Theme.Dark
                onClicked: card.settings.theme = SettingsModel.Theme.Dark
            }
            Choice {
                text: qsTr("Hoher Kontrast")
                checked: card.settings.theme === SettingsModel.Theme.Contrast
                onClicked: card.settings.theme = SettingsModel.Theme.Contrast
            }
        }
        Words { Layout.topMargin: Theme.gap2; text: qsTr("Sprache"); color: Theme.muted; font.pixelSize: Theme.caption }
        Flow {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            spacing: Theme.gap2
            Choice {
                text: "Deutsch"
                checked: card.settings.language === "de"
                onClicked: card.settings.language = "de"
            }
            Choice {
                text: "English"
                checked: card.settings.language === "en"
                onClicked: card.settings.language = "en"
            }
        }
        Words {
            Layout.topMargin: Theme.gap2
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            text: qsTr("Größe von Schrift und Bedienelementen: %1 %").arg(Math.round(size.value * 100))
            color: Theme.muted
            font.pixelSize: Theme.caption
        }
        ValueSlider {
            id: size
            Layout.fillWidth: true
            from: 0.8
            to: 2
            stepSize: 0.1
            snapMode: ValueSlider.SnapAlways
            value: card.settings.scale
            onPressedChanged: if (!pressed) card.settings.scale = value
            Keys.onReleased: card.settings.scale = value
            Accessible.name: qsTr("Größe von Schrift und Bedienelementen")
        }
        Words { Layout.topMargin: Theme.gap2; text: qsTr("Maus wie in"); color: Theme.muted; font.pixelSize: Theme.caption }
        Flow {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(320 * Theme.scale)
            spacing: Theme.gap2
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
        CheckRow {
            Layout.topMargin: Theme.gap1
            text: qsTr("Namen im Bild")
            checked: card.settings.namesShown
            onToggled: card.settings.namesShown = checked
        }
        CheckRow {
            text: qsTr("Große Bedienelemente für Finger")
            checked: card.settings.touch
            onToggled: card.settings.touch = checked
        }
        CheckRow {
            text: qsTr("Bewegung reduzieren")
            checked: card.settings.reducedMotion
            onToggled: card.settings.reducedMotion = checked
        }
        Words { Layout.topMargin: Theme.gap2; text: qsTr("Live-Werte"); color: Theme.muted; font.pixelSize: Theme.caption }
        ActionButton {
            outlined: true
            text: qsTr("Datenquellen …")
            onClicked: card.sourcesRequested()
        }
        Words {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.round(320 * Theme.scale)
            color: card.live.troubled ? Theme.danger : Theme.muted
            font.pixelSize: Theme.caption
            wrapMode: Text.Wrap
            text: card.live.stateText !== "" ? card.live.stateText
                                             : qsTr("Ohne eigene Quelle: in der Demo-Region die Demo-Plattform.")
        }
    }
}
