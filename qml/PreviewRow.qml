// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One file of a preview: name, what it is, and whether it can come.
Item {
    id: row

    required property int index
    required property string name
    required property string what
    required property string countText
    required property string crs
    required property string extent
    required property rect place
    required property string date
    required property string licence
    required property string size
    required property string problem
    required property string remedy
    required property bool asking
    required property list<string> flaws
    required property list<string> remarks

    property bool current: false
    property bool focused: false
    readonly property string verdict: asking ? qsTr("Angabe fehlt")
                                             : problem !== "" ? qsTr("nicht lesbar") : flaws.length > 0 ? qsTr("mit Mängeln") : qsTr("lesbar")

    signal chosen

    implicitHeight: column.implicitHeight + 2 * Theme.gap2
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: name + ", " + verdict
    Accessible.description: what + " " + countText
    Accessible.selected: current

    Rectangle {
        anchors { fill: parent; margins: 2 }
        radius: Theme.smallRadius
        color: row.current ? Theme.pressed : hover.hovered ? Theme.hover : "transparent"
        FocusRing { shown: row.focused }
    }
    HoverHandler { id: hover }
    TapHandler { onTapped: row.chosen() }
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gap3 }
        spacing: 2
        Item {
            width: parent.width
            height: nameWords.implicitHeight
            Words {
                id: nameWords
                anchors { left: parent.left; right: sign.left; rightMargin: Theme.gap2 }
                font.weight: Font.Medium
                elide: Text.ElideMiddle
                text: row.name
            }
            Words {
                id: sign
                anchors.right: parent.right
                font.pixelSize: Theme.caption
                color: row.asking ? Theme.warning : row.problem !== "" ? Theme.danger : row.flaws.length > 0 ? Theme.warning : Theme.live
                text: row.verdict
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: row.what === "" ? row.size : row.countText === "" ? row.what + " · " + row.size : row.what + " · " + row.countText
        }
    }
}
