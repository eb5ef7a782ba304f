// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The measuring points at the selected object, each with its leading value; one opens with all it observes.
ListView {
    id: list

    required property LiveLinks links
    property string replayText: ""

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    model: links.things.length
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messstellen")
    ScrollBar.vertical: SlimBar {}
    Keys.onReturnPressed: if (currentItem) (currentItem as ItemDelegate).clicked()

    header: Item {
        width: list.width
        height: badge.visible ? badge.height + Theme.gap2 : 0
        ReplayBadge {
            id: badge
            x: Theme.gap4
            text: list.replayText
        }
    }
    delegate: ItemDelegate {
        id: row
        required property int index
        readonly property var entry: list.links.things[index] ?? ({id: "", title: "", text: "", stale: false})

        width: list.width
        leftPadding: Theme.gap4
        rightPadding: Theme.gap4
        topPadding: Theme.gap1
        bottomPadding: Theme.gap1
        opacity: entry.stale ? 0.6 : 1
        Accessible.name: entry.title
        Accessible.description: entry.text
        onClicked: list.links.openThing(entry.id)
        contentItem: Column {
            Words { width: parent.width; text: row.entry.title }
            Words { width: parent.width; color: Theme.muted; font.pixelSize: Theme.caption; wrapMode: Text.Wrap; text: row.entry.text }
        }
        background: Rectangle {
            radius: Theme.smallRadius
            color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"
            FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
        }
    }
}
