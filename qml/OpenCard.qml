// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// Opens a file, the demo region, or a region that was open before.
Card {
    id: card

    required property AppModel app

    signal openFile

    padding: Theme.gap2
    width: Math.round(360 * Theme.scale)

    ScrollArea {
        anchors.fill: parent
        spacing: 0
        ActionButton {
            Layout.fillWidth: true
            symbol: "open"
            wordy: true
            focus: true
            text: qsTr("Datei öffnen …")
            shortcutText: qsTr("Strg+O")
            onClicked: {
                card.close()
                card.openFile()
            }
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "add"
            wordy: true
            text: qsTr("Daten hinzufügen …")
            shortcutText: qsTr("Strg+D")
            onClicked: {
                card.close()
                card.app.addData.choose()
            }
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "home"
            wordy: true
            text: qsTr("Demo-Region ansehen")
            onClicked: {
                card.close()
                card.app.importer.openDemo()
            }
        }
        Words {
            Layout.topMargin: Theme.gap2
            Layout.leftMargin: Theme.gap3
            visible: recent.count > 0
            color: Theme.muted
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            text: qsTr("Zuletzt geöffnet")
        }
        Repeater {
            id: recent
            model: card.app.session.recent
            Button {
                id: entry
                required property var modelData
                Layout.fillWidth: true
                implicitWidth: Theme.target // as wide as the card, whatever the names
                implicitHeight: implicitContentHeight + Theme.gap2
                focusPolicy: Qt.StrongFocus
                Accessible.name: modelData.title
                Accessible.description: modelData.folder
                Accessible.onPressAction: clicked()
                onClicked: {
                    card.close()
                    card.app.openRecent(modelData.path)
                }
                Keys.onReturnPressed: clicked()
                contentItem: Column {
                    leftPadding: Theme.gap2
                    rightPadding: Theme.gap2
                    Words {
                        width: entry.width - 2 * Theme.gap3
                        mayElide: true
                        text: entry.modelData.title
                    }
                    Words {
                        width: entry.width - 2 * Theme.gap3
                        color: Theme.muted
                        font.pixelSize: Theme.caption
                        mayElide: true
                        elide: Text.ElideMiddle
                        text: entry.modelData.folder
                    }
                }
                background: Rectangle {
                    radius: Theme.smallRadius
                    color: entry.down ? Theme.pressed : entry.hovered ? Theme.hover : "transparent"
                    FocusRing { shown: entry.visualFocus }
                }
            }
        }
    }
}
