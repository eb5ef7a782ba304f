// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// "Daten hinzufügen": choose files, see what they are, say what is not known, import, see what came of it.
Card {
    id: dialog

    required property AddDataModel addData
    required property LayerModel layers
    required property UndoModel undo

    readonly property bool busy: addData.state === AddDataModel.State.Looking || addData.state === AddDataModel.State.Importing
    readonly property bool showsFiles: addData.files.count > 0
                                       && (addData.state === AddDataModel.State.Looking || addData.state === AddDataModel.State.Ready)

    // what was found is gone through object by object: they are not to be hidden behind it
    property bool aside: false

    objectName: "addData"
    padding: Theme.gap6
    modal: false
    closePolicy: Popup.CloseOnEscape
    // Hidden for a click in the picture it comes back; the click may be sooner than the fading. Sent away it stays away,
    // though the region that opens while it fades still says that something changed.
    property bool waits: false
    property int left: -1 // the state it was sent away in
    onAboutToHide: {
        waits = addData.placing
        left = waits ? -1 : addData.state
    }
    onClosed: {
        left = -1
        aside = false
        if (!waits)
            addData.close()
    }

    Connections {
        target: dialog.addData
        function onObjectRequested(): void {
            dialog.aside = true
        }
        function onChanged(): void {
            if (dialog.addData.state !== AddDataModel.State.Done)
                dialog.aside = false
            if (dialog.addData.state === AddDataModel.State.Closed || dialog.addData.placing)
                dialog.close()
            else if (!dialog.opened && dialog.addData.state !== dialog.left)
                dialog.open()
        }
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Dateien wählen")
        acceptLabel: qsTr("Öffnen")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.OpenFiles
        onAccepted: dialog.addData.look(selectedFiles)
    }
    FolderDialog {
        id: folderDialog
        title: qsTr("Ordner wählen")
        acceptLabel: qsTr("Auswählen")
        rejectLabel: qsTr("Abbrechen")
        onAccepted: dialog.addData.look([selectedFolder])
    }

    ColumnLayout {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Daten hinzufügen")
        spacing: Theme.gap3

        RowLayout {
            spacing: Theme.gap3
            Words {
                font.pixelSize: Theme.title
                font.weight: Font.DemiBold
                text: qsTr("Daten hinzufügen")
            }
            Words {
                Layout.fillWidth: true
                color: Theme.muted
                elide: Text.ElideRight
                text: dialog.aside ? "" : dialog.addData.summary
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Schließen")
                shortcutText: qsTr("Esc")
                enabled: dialog.addData.state !== AddDataModel.State.Importing
                onClicked: dialog.close()
            }
        }

        // Nothing is chosen yet.
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: dialog.addData.state === AddDataModel.State.Choosing
            spacing: Theme.gap4
            Item { Layout.fillHeight: true }
            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.emphasis
                text: qsTr("Ziehen Sie Dateien oder Ordner hierher")
            }
            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: Theme.muted
                text: qsTr("Stadtmodelle, Gelände, Luftbilder und Karten, Geodaten. Vor dem Import sehen Sie, was darin ist.")
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.gap3
                ActionButton {
                    primary: true
                    symbol: "open"
                    wordy: true
                    focus: true
                    text: qsTr("Dateien wählen …")
                    onClicked: fileDialog.open()
                }
                ActionButton {
                    outlined: true
                    text: qsTr("Ordner wählen …")
                    onClicked: folderDialog.open()
                }
            }
            Item { Layout.fillHeight: true }
        }

        // What was found, and what is asked.
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: dialog.showsFiles
            spacing: Theme.gap4

            PreviewList {
                id: list
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                model: dialog.addData.files
            }
            Rectangle {
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.lineWidth
                color: Theme.line
            }
            Flickable {
                id: details
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 6
                contentHeight: detailColumn.implicitHeight
                contentWidth: width
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: SlimBar {}

                ColumnLayout {
                    id: detailColumn
                    width: details.width - Theme.gap2
                    spacing: Theme.gap3
                    PlaceSketch {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.round(150 * Theme.scale)
                        visible: dialog.addData.canGoToRegion || list.place.width > 0
                        region: dialog.addData.regionPlace
                        place: list.place
                        places: list.places
                    }
                    PreviewDetails {
                        Layout.fillWidth: true
                        row: list.currentItem as PreviewRow
                    }
                    ImportForm {
                        Layout.fillWidth: true
                        addData: dialog.addData
                        layers: dialog.layers
                    }
                }
            }
        }

        // What came of it.
        ImportOutcome {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: dialog.addData.state === AddDataModel.State.Done
            addData: dialog.addData
        }

        Item {
            Layout.fillHeight: true
            visible: dialog.busy && !dialog.showsFiles
        }
        ProgressRow {
            Layout.fillWidth: true
            visible: dialog.busy
            progress: dialog.addData.progress
            step: dialog.addData.step
        }
        Item {
            Layout.fillHeight: true
            visible: dialog.busy && !dialog.showsFiles
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.danger
            text: dialog.addData.problem
        }
        RowLayout {
            spacing: Theme.gap3
            visible: dialog.addData.canGoToRegion && dialog.showsFiles
            Words { color: Theme.muted; text: qsTr("Ziel") }
            Choice {
                text: qsTr("Zur Region hinzufügen")
                checked: dialog.addData.toRegion
                onClicked: dialog.addData.toRegion = true
            }
            Choice {
                text: qsTr("Als neue Region öffnen")
                checked: !dialog.addData.toRegion
                onClicked: dialog.addData.toRegion = false
            }
        }
        RowLayout {
            spacing: Theme.gap3
            Words {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                color: Theme.muted
                text: dialog.addData.state === AddDataModel.State.Ready ? dialog.addData.intent : ""
            }
            ActionButton {
                outlined: true
                visible: dialog.busy
                text: dialog.addData.state === AddDataModel.State.Importing ? qsTr("Import abbrechen") : qsTr("Anhalten")
                onClicked: dialog.addData.cancel()
            }
            ActionButton {
                outlined: true
                visible: dialog.addData.state === AddDataModel.State.Ready
                text: qsTr("Andere Dateien …")
                onClicked: fileDialog.open()
            }
            ActionButton {
                primary: true
                visible: dialog.showsFiles
                enabled: dialog.addData.canImport
                text: dialog.addData.toRegion ? qsTr("Hinzufügen") : qsTr("Importieren und öffnen")
                onClicked: dialog.addData.start()
            }
            ActionButton {
                outlined: true
                visible: dialog.addData.state === AddDataModel.State.Done && dialog.undo.notice !== ""
                text: qsTr("Rückgängig machen")
                onClicked: {
                    dialog.close()
                    dialog.undo.undo()
                }
            }
            ActionButton {
                primary: true
                visible: dialog.addData.state === AddDataModel.State.Done
                text: qsTr("Fertig")
                onClicked: dialog.close()
            }
        }
    }
}
