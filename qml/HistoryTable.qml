// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The numbers of the chart, for eyes and ears that do without it.
Item {
    id: table

    required property HistoryModel history
    readonly property var entries: visible ? history.rows : []
    readonly property real room: width - Theme.gap3 // beside the scroll bar
    readonly property real timeWidth: room * 0.4
    readonly property real valueWidth: room * 0.6 / Math.max(1, history.series.length)

    implicitHeight: headings.height + Theme.gap1 + list.contentHeight

    Row {
        id: headings
        Words {
            width: table.timeWidth
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Zeit ab")
        }
        Repeater {
            model: table.history.series.length
            Words {
                required property int index
                width: table.valueWidth
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.Wrap
                color: Theme.muted
                font.pixelSize: Theme.caption
                text: (table.history.series[index] ?? ({title: ""})).title
            }
        }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: headings.bottom; topMargin: Theme.gap1; bottom: parent.bottom }
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        model: table.entries.length
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Verlauf %1").arg(table.history.rangeText)
        ScrollBar.vertical: SlimBar {}

        delegate: Item {
            id: row
            required property int index
            readonly property var entry: table.entries[index] ?? ({time: "", values: []})

            width: table.room
            height: cells.height + Theme.gap1
            Accessible.role: Accessible.Row
            Accessible.name: entry.time + ": " + entry.values.join(", ")
            FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
            Row {
                id: cells
                Words {
                    width: table.timeWidth
                    font.pixelSize: Theme.caption
                    text: row.entry.time
                }
                Repeater {
                    model: row.entry.values
                    Words {
                        required property string modelData
                        width: table.valueWidth
                        horizontalAlignment: Text.AlignRight
                        font.pixelSize: Theme.caption
                        text: modelData
                    }
                }
            }
        }
    }
}
