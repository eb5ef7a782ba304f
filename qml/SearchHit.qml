// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One line below the search field: what it is, where the words typed stand in it, how far it is. The first of a group
// carries the group's heading.
Item {
    id: hit

    required property int index
    required property string title
    required property string marked
    required property string group
    required property bool first
    required property string detail
    required property string distance
    required property string symbol

    signal chosen(int index)

    height: line.height + (first ? heading.height : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + group + (detail === "" ? "" : ", " + detail) + (distance === "" ? "" : ", " + distance)
    Accessible.selected: ListView.isCurrentItem
    Accessible.onPressAction: chosen(index)

    Words {
        id: heading
        visible: hit.first
        leftPadding: Theme.gap2
        topPadding: Theme.gap2
        bottomPadding: Theme.gap1
        color: Theme.muted
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        text: hit.group
    }
    Rectangle {
        id: line
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(Theme.target, Math.round(34 * Theme.scale))
        radius: Theme.smallRadius
        color: hit.ListView.isCurrentItem || pointer.containsMouse ? Theme.hover : "transparent"

        // which one Enter takes
        Rectangle {
            visible: hit.ListView.isCurrentItem
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.gap1 }
            width: 3
            radius: 1.5
            color: Theme.accent
        }
        Symbol {
            id: icon
            anchors { left: parent.left; leftMargin: Theme.gap3; verticalCenter: parent.verticalCenter }
            symbol: hit.symbol
        }
        // The only styled text of the program: the model escapes what is not its own <b>.
        Text {
            id: words
            anchors { left: icon.right; leftMargin: Theme.gap3; verticalCenter: parent.verticalCenter }
            width: Math.min(implicitWidth, parent.width - icon.width - away.width - 5 * Theme.gap3)
            color: Theme.text
            font.family: Theme.family
            font.pixelSize: Theme.body
            textFormat: Text.StyledText
            elide: Text.ElideRight
            text: hit.marked
        }
        Words {
            anchors {
                left: words.right
                right: away.left
                leftMargin: Theme.gap2
                rightMargin: Theme.gap2
                baseline: words.baseline
            }
            mayElide: true
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: hit.detail
        }
        Words {
            id: away
            anchors { right: parent.right; rightMargin: Theme.gap2; baseline: words.baseline }
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: hit.distance
        }
        MouseArea {
            id: pointer
            anchors.fill: parent
            hoverEnabled: true
            onClicked: hit.chosen(hit.index)
        }
    }
}
