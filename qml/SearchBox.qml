// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// Search field with its hits below; arrow keys and Enter fly.
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
        placeholderText: qsTr("Suchen: Adresse, Name, Kennung …")
        placeholderTextColor: Theme.muted
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        Accessible.name: qsTr("Suchen")
        Accessible.searchEdit: true

        text: box.search.query
        onTextEdited: box.search.query = text

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
        Image {
            id: glass
            x: Theme.gap2
            anchors.verticalCenter: parent.verticalCenter
            source: Theme.dark ? "qrc:/qt/qml/Stadtzwilling/icons/search-light.svg" : "qrc:/qt/qml/Stadtzwilling/icons/search.svg"
            sourceSize { width: Math.round(20 * Theme.scale); height: Math.round(20 * Theme.scale) }
            opacity: 0.65
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
        y: box.height + Theme.gap2
        width: box.width
        height: empty.visible ? Theme.target + 2 * Theme.gap1 : hits.contentHeight + 2 * Theme.gap1
        padding: Theme.gap1
        visible: input.activeFocus && input.text.length > 1 && (box.search.count > 0 || box.search.nothingFound)

        Words {
            id: empty
            anchors.centerIn: parent
            visible: box.search.nothingFound
            color: Theme.muted
            text: qsTr("Nichts gefunden")
        }
        ListView {
            id: hits
            anchors.fill: parent
            model: box.search
            interactive: false
            currentIndex: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Treffer")

            delegate: Rectangle {
                id: hit
                required property int index
                required property string title
                required property string kind

                width: ListView.view.width
                height: Math.round(40 * Theme.scale)
                radius: Theme.smallRadius
                color: ListView.isCurrentItem || pointer.containsMouse ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: title

                Words {
                    anchors { left: parent.left; right: kindWords.left; margins: Theme.gap2; verticalCenter: parent.verticalCenter }
                    text: hit.title
                }
                Words {
                    id: kindWords
                    anchors { right: parent.right; rightMargin: Theme.gap2; verticalCenter: parent.verticalCenter }
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: hit.kind
                }
                MouseArea {
                    id: pointer
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: box.choose(hit.index)
                }
            }
        }
    }
}
