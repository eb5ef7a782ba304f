// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The numbers of the chart, for eyes and ears that do without it.
ListView {
    id: table

    required property HistoryModel history
    readonly property var entries: visible ? history.rows : []
    readonly property real headerHeight: headerItem ? headerItem.height : 0

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    headerPositioning: ListView.OverlayHeader
    model: entries.length
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Verlauf %1").arg(history.rangeText)
    ScrollBar.vertical: SlimBar {}

    header: Rectangle {
        z: 2
        width: table.width
        height: headings.height + Theme.gap1
        color: Theme.panelSolid
        Row {
            id: headings
            Words {
                width: table.width * 0.4
                color: Theme.muted
                font.pixelSize: Theme.caption
                text: qsTr("Zeit ab")
            }
            Repeater {
                model: table.history.series.length
                Words {
                    required property int index
                    width: table.width * 0.6 / Math.max(1, table.history.series.length)
                    horizontalAlignment: Text.AlignRight
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: (table.history.series[index] ?? ({title: ""})).title
                }
            }
        }
    }
    delegate: Item {
        id: row
        required property int index
        readonly property var entry: table.entries[index] ?? ({time: "", values: []})

        width: table.width
        height: cells.height + Theme.gap1
        Accessible.role: Accessible.Row
        Accessible.name: entry.time + ": " + entry.values.join(", ")
        FocusRing { shown: row.ListView.isCurrentItem && table.activeFocus }
        Row {
            id: cells
            Words {
                width: table.width * 0.4
                font.pixelSize: Theme.caption
                text: row.entry.time
            }
            Repeater {
                model: row.entry.values
                Words {
                    required property string modelData
                    width: table.width * 0.6 / Math.max(1, row.entry.values.length)
                    horizontalAlignment: Text.AlignRight
                    font.pixelSize: Theme.caption
                    text: modelData
                }
            }
        }
    }
}
