// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// Search field with its hits below; arrow keys and Enter fly. Empty, it offers what was chosen lately.
Item {
    id: box

    required property SearchModel search

    // A hit was taken: the list closes as the keyboard goes elsewhere, the words stay.
    signal taken
    readonly property alias field: input

    implicitHeight: Theme.target

    TextField {
        id: input
        anchors.fill: parent
        leftPadding: Math.round(34 * Theme.scale)
        rightPadding: clearButton.visible ? Theme.target : Math.round(64 * Theme.scale)
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.family
        font.pixelSize: Theme.body
        color: Theme.text
        placeholderText: qsTr("Suchen: Adresse, Ort, Koordinate, Befehl …")
        placeholderTextColor: Theme.muted
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        Accessible.name: qsTr("Suchen")
        Accessible.description: hits.count > 0 && list.visible ? qsTr("%n Treffer, Pfeiltasten wählen", "", hits.count) : ""
        Accessible.searchEdit: true

        text: box.search.query
        onTextEdited: box.search.query = text
        // Not when the window comes back while someone types: the next letter would replace all before it.
        onActiveFocusChanged: if (activeFocus && focusReason !== Qt.ActiveWindowFocusReason) selectAll()

        Keys.onDownPressed: hits.incrementCurrentIndex()
        Keys.onUpPressed: hits.decrementCurrentIndex()
        Keys.onReturnPressed: box.choose(Math.max(0, hits.currentIndex))
        Keys.onEnterPressed: box.choose(Math.max(0, hits.currentIndex))

        background: Rectangle {
            radius: Theme.smallRadius
            color: Theme.kind === Theme.Kind.Contrast ? Theme.panelSolid : Theme.hover
            border.width: Theme.kind === Theme.Kind.Contrast ? Theme.lineWidth : 0
            border.color: Theme.line
            FocusRing { shown: input.activeFocus }
        }
        Symbol {
            x: Theme.gap2
            anchors.verticalCenter: parent.verticalCenter
            symbol: "search"
        }
        Words {
            anchors { right: parent.right; rightMargin: Theme.gap3; verticalCenter: parent.verticalCenter }
            visible: input.text === "" && !input.activeFocus
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Strg K")
        }
        ActionButton {
            id: clearButton
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: input.text !== ""
            symbol: "close"
            text: qsTr("Suche leeren")
            focusPolicy: Qt.NoFocus
            onClicked: input.clear()
        }
    }
    Connections {
        target: input
        function onTextChanged() {
            if (input.text === "" && box.search.query !== "")
                box.search.query = ""
        }
    }

    function choose(row: int): void {
        if (row < 0 || row >= hits.count)
            return
        search.activate(row)
        taken()
    }

    Panel {
        id: list
        readonly property int edges: 2 * Theme.gap1
        readonly property int footer: box.search.showsRecent ? Theme.target : 0

        // the field may be narrow: the list is not, and stays in the window
        width: Math.max(box.width, Math.min(Math.round(440 * Theme.scale), box.Window.width - 2 * Theme.gap3))
        x: {
            void box.x // moves with the field
            return Math.min(0, box.Window.width - Theme.gap3 - width - box.mapToItem(null, 0, 0).x)
        }
        y: box.height + Theme.gap2
        height: empty.visible ? Theme.target + edges
                              : Math.min(hits.contentHeight + footer + edges,
                                         box.Window.height - box.mapToItem(null, 0, 0).y - box.height - 5 * Theme.target)
        padding: Theme.gap1
        solid: true
        visible: input.activeFocus && (box.search.count > 0 || box.search.nothingFound)

        Words {
            id: empty
            anchors.centerIn: parent
            visible: box.search.nothingFound
            color: Theme.muted
            text: qsTr("Nichts gefunden")
        }
        ListView {
            id: hits
            anchors { fill: parent; bottomMargin: list.footer }
            model: box.search
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: 0
            highlightMoveDuration: 0
            highlightFollowsCurrentItem: true
            Accessible.role: Accessible.List
            Accessible.name: box.search.showsRecent ? qsTr("Zuletzt gewählt") : qsTr("Treffer")

            delegate: SearchHit {
                width: ListView.view.width
                onChosen: index => box.choose(index)
            }
        }
        ActionButton {
            anchors { bottom: parent.bottom; right: parent.right }
            visible: box.search.showsRecent
            focusPolicy: Qt.NoFocus
            text: qsTr("Verlauf löschen")
            palette.buttonText: Theme.muted
            onClicked: box.search.forget()
        }
    }
    Connections {
        target: box.search
        function onCountChanged() { hits.currentIndex = 0 }
    }
}
