// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Says what was done just now and takes it back on wish. Goes by itself, but not while someone is at it.
Panel {
    id: notice

    required property UndoModel undo
    // something lies over it: it waits
    property bool held: false

    padding: Theme.gap2
    solid: true
    visible: undo.notice !== ""
    implicitWidth: row.implicitWidth + Theme.gap4 + 2 * padding
    implicitHeight: row.implicitHeight + 2 * padding
    Accessible.role: Accessible.AlertMessage
    Accessible.name: undo.notice

    Timer {
        interval: 12000
        running: notice.visible && !notice.held && !hover.hovered && !undoButton.activeFocus
        onTriggered: notice.undo.dismissNotice()
    }
    HoverHandler { id: hover }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.gap3 }
        spacing: Theme.gap2
        Words {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.round(420 * Theme.scale)
            wrapMode: Text.Wrap
            maximumLineCount: 3
            text: notice.undo.notice
        }
        ActionButton {
            id: undoButton
            text: qsTr("Rückgängig")
            shortcutText: qsTr("Strg+Z")
            palette.buttonText: Theme.accent
            onClicked: notice.undo.undo()
        }
        ActionButton {
            symbol: "close"
            text: qsTr("Hinweis schließen")
            onClicked: notice.undo.dismissNotice()
        }
    }
}
