// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Nothing is open: says what to do.
Column {
    id: empty

    signal openFile
    signal openDemo

    spacing: Theme.gap4

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: Theme.figure
        font.weight: Font.DemiBold
        text: qsTr("Stadtzwilling")
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: Theme.emphasis
        color: Theme.muted
        text: qsTr("Ziehen Sie Stadtmodelle, Gelände, Bilder oder Geodaten hierher")
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap3
        ActionButton {
            primary: true
            symbol: "open"
            wordy: true
            text: qsTr("Datei öffnen …")
            onClicked: empty.openFile()
        }
        ActionButton {
            text: qsTr("Demo-Region ansehen")
            onClicked: empty.openDemo()
            outlined: true
        }
    }
}
