// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// All themes of the layer panel, also the empty ones with what would feed them.
Card {
    id: card

    required property LayerModel layers

    padding: Theme.gap6

    ColumnLayout {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Themen")
        spacing: Theme.gap3
        RowLayout {
            Words {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                font.weight: Font.DemiBold
                text: qsTr("Themen")
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Schließen")
                shortcutText: qsTr("Esc")
                focus: true
                onClicked: card.close()
            }
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: contentHeight
            clip: true
            model: card.layers.themes
            spacing: Theme.gap2
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Themen")
            ScrollBar.vertical: SlimBar {}
            delegate: Item {
                id: entry
                required property var modelData
                width: ListView.view.width
                height: words.implicitHeight + 2 * Theme.gap1
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.title + ", " + number.text
                FocusRing { shown: entry.ListView.isCurrentItem && list.activeFocus }
                Column {
                    id: words
                    anchors { left: parent.left; right: number.left; verticalCenter: parent.verticalCenter; leftMargin: Theme.gap2; rightMargin: Theme.gap3 }
                    Words {
                        width: parent.width
                        font.weight: Font.Medium
                        color: entry.modelData.count > 0 ? Theme.text : Theme.muted
                        text: entry.modelData.title
                    }
                    Words {
                        width: parent.width
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        font.pixelSize: Theme.caption
                        text: entry.modelData.feeds
                    }
                }
                Words {
                    id: number
                    anchors { right: parent.right; top: words.top; rightMargin: Theme.gap4 }
                    color: entry.modelData.count > 0 ? Theme.text : Theme.muted
                    font.pixelSize: Theme.caption
                    text: entry.modelData.count > 0 ? qsTr("%n Ebene(n)", "", entry.modelData.count) : qsTr("noch keine Daten")
                }
            }
        }
    }
}
