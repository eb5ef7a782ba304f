// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// Kept views: fly there, name, delete; and back and forward among the views before.
Card {
    id: card

    required property BookmarkModel bookmarks
    required property CityViewport viewport
    property int renamed: -1

    onClosed: renamed = -1

    function keep(): void {
        const row = viewport.keepView()
        if (row >= 0 && up)
            renamed = row
    }

    width: Math.round(280 * Theme.scale) + 2 * padding

    ColumnLayout {
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap2

        RowLayout {
            Words {
                Layout.fillWidth: true
                font.pixelSize: Theme.emphasis
                font.weight: Font.DemiBold
                text: qsTr("Ansichten")
            }
            ActionButton {
                symbol: "back"
                text: qsTr("Vorige Ansicht")
                shortcutText: qsTr("Alt+←")
                enabled: card.viewport.canGoBack
                onClicked: card.viewport.goBack()
            }
            ActionButton {
                symbol: "forward"
                text: qsTr("Nächste Ansicht")
                shortcutText: qsTr("Alt+→")
                enabled: card.viewport.canGoForward
                onClicked: card.viewport.goForward()
            }
        }
        Words {
            Layout.fillWidth: true
            visible: card.bookmarks.count === 0
            wrapMode: Text.Wrap
            color: Theme.muted
            text: qsTr("Noch keine Ansicht gemerkt. Gemerkte Ansichten bleiben bei dieser Region; die ersten neun haben die Tasten 1 bis 9.")
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, Math.round(320 * Theme.scale))
            visible: card.bookmarks.count > 0
            clip: true
            model: card.bookmarks
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0 && count > 0)
                    currentIndex = 0
                else if (!activeFocus && currentItem)
                    currentItem.focus = true // Tab went on over the row's buttons: it comes back to the row
            }
            // from the field of the name, which is gone, back to the row
            function resume(): void {
                if (currentItem)
                    currentItem.forceActiveFocus(Qt.OtherFocusReason)
            }
            Timer { id: later; interval: 0; onTriggered: list.resume() } // once the field that had the keyboard is gone
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Gemerkte Ansichten")
            Keys.onReturnPressed: card.bookmarks.go(currentIndex)
            Keys.onEnterPressed: card.bookmarks.go(currentIndex)
            Keys.onDeletePressed: card.bookmarks.remove(currentIndex)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_F2) {
                    card.renamed = currentIndex
                    event.accepted = true
                }
            }

            delegate: Rectangle {
                id: row
                required property int index
                required property string name
                required property string key
                readonly property bool renaming: card.renamed === index

                width: ListView.view.width
                height: Theme.target
                radius: Theme.smallRadius
                color: pointer.hovered || (list.activeFocus && ListView.isCurrentItem) ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.focusable: true
                Accessible.name: key === "" ? name : qsTr("%1, Taste %2").arg(name).arg(key)
                Accessible.onPressAction: card.bookmarks.go(index)

                FocusRing { anchors.margins: 0; shown: list.activeFocus && row.ListView.isCurrentItem }

                HoverHandler { id: pointer }
                TapHandler {
                    onTapped: {
                        list.currentIndex = row.index
                        card.bookmarks.go(row.index)
                    }
                }
                RowLayout {
                    anchors { fill: parent; leftMargin: Theme.gap2 }
                    spacing: 0
                    Words {
                        Layout.preferredWidth: Theme.gap4
                        color: Theme.muted
                        font.pixelSize: Theme.caption
                        text: row.key
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: !row.renaming
                        mayElide: true
                        text: row.name
                    }
                    TextField {
                        Layout.fillWidth: true
                        visible: row.renaming
                        padding: Theme.gap1
                        font.family: Theme.family
                        font.pixelSize: Theme.body
                        color: Theme.text
                        text: row.name
                        selectByMouse: true
                        maximumLength: 80
                        Accessible.name: qsTr("Name der Ansicht")
                        onVisibleChanged: if (visible) { forceActiveFocus(Qt.OtherFocusReason); selectAll() }
                        Component.onCompleted: if (visible) { forceActiveFocus(Qt.OtherFocusReason); selectAll() }
                        onEditingFinished: {
                            card.bookmarks.rename(row.index, text)
                            if (row.renaming)
                                card.renamed = -1
                            later.restart()
                        }
                        background: Rectangle {
                            radius: Theme.smallRadius
                            color: Theme.panelSolid
                            FocusRing { shown: true }
                        }
                    }
                    ActionButton {
                        visible: !row.renaming && (pointer.hovered || row.ListView.isCurrentItem)
                        symbol: "pen"
                        text: qsTr("Ansicht umbenennen")
                        shortcutText: "F2"
                        onClicked: card.renamed = row.index
                    }
                    ActionButton {
                        visible: !row.renaming && (pointer.hovered || row.ListView.isCurrentItem)
                        symbol: "trash"
                        text: qsTr("Ansicht löschen")
                        shortcutText: qsTr("Entf")
                        onClicked: card.bookmarks.remove(row.index)
                    }
                }
            }
        }
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: qsTr("Diese Ansicht merken")
            shortcutText: "B"
            onClicked: card.keep()
        }
    }
}
