// SPDX-License-Identifier: GPL-3.0-or-later
import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// Keeps or hands on what the window shows: without the panels, with the source.
Card {
    id: card

    required property CityViewport city
    // not every home has one
    readonly property url pictures: StandardPaths.locate(StandardPaths.PicturesLocation, "", StandardPaths.LocateDirectory)

    // Panels step aside for the one frame that is taken.
    signal bareRequested(bool bare)

    padding: Theme.gap2

    function copyPicture(): void {
        card.close()
        bareRequested(true)
        city.copyPicture()
        bareRequested(false)
    }
    function save(): void {
        card.close()
        const now = Qt.formatDateTime(new Date(), "yyyy-MM-dd hh-mm-ss")
        saveDialog.selectedFile = saveDialog.currentFolder + "/Stadtzwilling " + now + ".png"
        saveDialog.open()
    }

    FileDialog {
        id: saveDialog
        title: qsTr("Bild speichern")
        acceptLabel: qsTr("Speichern")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.SaveFile
        currentFolder: String(card.pictures) !== "" ? card.pictures : StandardPaths.writableLocation(StandardPaths.HomeLocation)
        defaultSuffix: "png"
        nameFilters: [qsTr("Bild (*.png)")]
        onAccepted: {
            card.bareRequested(true)
            card.city.savePicture(selectedFile)
            card.bareRequested(false)
        }
    }

    contentItem: ScrollArea {
        spacing: 0
        ActionButton {
            Layout.fillWidth: true
            symbol: "picture"
            wordy: true
            focus: true
            text: qsTr("Bild speichern …")
            shortcutText: qsTr("Strg+S")
            onClicked: card.save()
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "copy"
            wordy: true
            text: qsTr("Bild kopieren")
            shortcutText: qsTr("Strg+Umschalt+C")
            onClicked: card.copyPicture()
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "view"
            wordy: true
            text: qsTr("Ansicht kopieren")
            tip: qsTr("Ort und Richtung der Kamera als Text")
            onClicked: {
                card.city.copyView()
                card.close()
            }
        }
    }
}
