// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Compass, view from above, home and zoom, lower right.
Panel {
    id: controls

    property real headingDegrees: 0

    signal northRequested
    signal topRequested
    signal homeRequested
    signal nearerRequested
    signal fartherRequested

    padding: Theme.gap1
    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding

    Column {
        id: column
        spacing: 2

        ActionButton {
            id: compass
            text: qsTr("Nach Norden ausrichten")
            wordy: false
            shortcutText: "N"
            onClicked: controls.northRequested()
            contentItem: Item {
                rotation: -controls.headingDegrees
                Image {
                    anchors.centerIn: parent
                    source: Theme.dark ? "qrc:/qt/qml/Stadtzwilling/icons/compass-light.svg" : "qrc:/qt/qml/Stadtzwilling/icons/compass.svg"
                    sourceSize { width: Math.round(26 * Theme.scale); height: Math.round(26 * Theme.scale) }
                }
            }
        }
        ActionButton {
            text: qsTr("Senkrecht von oben")
            symbol: "top"
            shortcutText: "T"
            onClicked: controls.topRequested()
        }
        ActionButton {
            text: qsTr("Ganze Region zeigen")
            symbol: "home"
            shortcutText: qsTr("Pos1")
            onClicked: controls.homeRequested()
        }
        Rectangle {
            width: parent.width
            height: Theme.lineWidth
            color: Theme.line
        }
        ActionButton {
            text: qsTr("Näher heran")
            symbol: "plus"
            shortcutText: "+"
            onClicked: controls.nearerRequested()
        }
        ActionButton {
            text: qsTr("Weiter weg")
            symbol: "minus"
            shortcutText: "−"
            onClicked: controls.fartherRequested()
        }
    }
}
