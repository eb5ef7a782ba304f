// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// Building, parts, kinds of surfaces, surfaces: an indented list. Arrow right opens, arrow left closes, Enter selects,
// Z flies there, Ctrl+C copies the row; both stand as buttons in the row under the pointer.
ListView {
    id: list

    required property StructureModel structure

    signal objectChosen(string id)
    signal frameRequested(string id)
    signal copied(string text)

    model: structure
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0 // rows half made beyond the view would be in the way when the model is cleared
    activeFocusOnTab: count > 0
    onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
    highlightMoveDuration: 0
    Accessible.role: Accessible.Tree
    Accessible.name: qsTr("Aufbau")
    ScrollBar.vertical: SlimBar {}

    delegate: Item {
        id: row

        required property int index
        required property string title
        required property string detail
        required property int depth
        required property bool expandable
        required property bool expanded
        required property string objectId
        required property bool selectable
        required property string ownerId
        required property string copyText

        width: ListView.view.width
        height: Theme.target
        Accessible.role: Accessible.TreeItem
        Accessible.focusable: true
        Accessible.name: title + " " + detail
        Accessible.onPressAction: selectable ? list.objectChosen(objectId) : list.structure.toggle(index)

        Rectangle {
            anchors { fill: parent; leftMargin: Theme.gap2; rightMargin: Theme.gap2 }
            radius: Theme.smallRadius
            color: hover.hovered ? Theme.hover : "transparent"
            FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
        }
        HoverHandler { id: hover }
        MouseArea {
            anchors.fill: parent
            onClicked: {
                list.currentIndex = row.index
                list.structure.toggle(row.index)
            }
            onDoubleClicked: if (row.selectable) list.objectChosen(row.objectId)
        }
        Words {
            id: sign
            x: Theme.gap3 + row.depth * Theme.gap4
            width: Theme.gap4
            height: parent.height
            visible: row.expandable
            color: Theme.muted
            text: row.expanded ? "\u25BE" : "\u25B8"
        }
        Words {
            id: titleWords
            anchors { left: sign.right; right: detailWords.left; rightMargin: Theme.gap2 }
            height: parent.height
            font.weight: row.selectable ? Font.DemiBold : Font.Normal
            mayElide: true
            text: row.title
        }
        Words {
            id: detailWords
            anchors { right: actions.visible ? actions.left : parent.right; rightMargin: actions.visible ? Theme.gap1 : Theme.gap4 }
            width: Math.min(implicitWidth, row.width * 0.55)
            height: parent.height
            mayElide: true
            color: Theme.muted
            text: row.detail
        }
        Row {
            id: actions
            anchors { right: parent.right; rightMargin: Theme.gap3; verticalCenter: parent.verticalCenter }
            visible: hover.hovered || (row.ListView.isCurrentItem && list.activeFocus)
            ActionButton {
                symbol: "frame"
                text: qsTr("Zeigen")
                shortcutText: "Z"
                focusPolicy: Qt.NoFocus
                onClicked: list.frameRequested(row.ownerId)
            }
            ActionButton {
                symbol: "copy"
                text: qsTr("Zeile kopieren")
                shortcutText: qsTr("Strg C")
                focusPolicy: Qt.NoFocus
                onClicked: list.copied(row.copyText)
            }
        }
    }

    Keys.onPressed: event => {
        const row = list.currentItem
        if (!row)
            return
        if (event.matches(StandardKey.Copy)) {
            list.copied(row.copyText)
            event.accepted = true
        } else if (event.key === Qt.Key_Z) {
            list.frameRequested(row.ownerId)
            event.accepted = true
        } else if ((event.key === Qt.Key_Right && row.expandable && !row.expanded)
                || (event.key === Qt.Key_Left && row.expanded) || event.key === Qt.Key_Space) {
            list.structure.toggle(list.currentIndex)
            event.accepted = true
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && row.selectable) {
            list.objectChosen(row.objectId)
            event.accepted = true
        }
    }
}
