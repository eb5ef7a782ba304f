// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Labels and values in two columns.
ColumnLayout {
    id: list

    property var pairs: []

    spacing: Theme.gap2
    Repeater {
        model: list.pairs.length
        RowLayout {
            id: row
            required property int index
            readonly property var entry: list.pairs[index] ?? ({label: "", value: ""})

            Layout.fillWidth: true
            spacing: Theme.gap2
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.label + ": " + entry.value
            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                wrapMode: Text.Wrap
                color: Theme.muted
                text: row.entry.label
            }
            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                wrapMode: Text.Wrap
                text: row.entry.value
            }
        }
    }
}
