// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The tools for measuring and what they come to.
Panel {
    id: card

    required property MeasureModel measure

    readonly property var tools: [
        [MeasureModel.Tool.Point, qsTr("Punkt")], [MeasureModel.Tool.Distance, qsTr("Strecke")],
        [MeasureModel.Tool.Height, qsTr("Höhe")], [MeasureModel.Tool.Area, qsTr("Fläche")],
    ]

    visible: measure.active
    padding: Theme.gap3
    implicitWidth: toolRow.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Messen")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap2

        RowLayout {
            id: toolRow
            spacing: Theme.gap1
            Repeater {
                model: card.tools
                Choice {
                    required property var modelData
                    text: modelData[1]
                    checked: card.measure.tool === modelData[0]
                    onClicked: card.measure.tool = modelData[0]
                }
            }
            Item { Layout.fillWidth: true }
            ActionButton {
                symbol: "undo"
                text: qsTr("Letzten Punkt zurücknehmen")
                shortcutText: qsTr("Rücktaste")
                enabled: card.measure.pointCount > 0
                onClicked: card.measure.removeLast()
            }
            ActionButton {
                symbol: "copy"
                text: qsTr("Ergebnis kopieren")
                enabled: card.measure.results.count > 0
                onClicked: card.measure.copy()
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Messen beenden")
                shortcutText: qsTr("Esc")
                onClicked: card.measure.tool = MeasureModel.Tool.None
            }
        }
        Repeater {
            model: card.measure.results
            RowLayout {
                id: line
                required property int index
                required property string label
                required property string value
                Layout.fillWidth: true
                spacing: Theme.gap3
                Accessible.role: Accessible.StaticText
                Accessible.name: label + ": " + value
                Words {
                    Layout.preferredWidth: Math.round(180 * Theme.scale)
                    color: Theme.muted
                    text: line.label
                }
                Words {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    font.weight: line.index === 0 ? Font.DemiBold : Font.Normal
                    text: line.value
                }
            }
        }
        Words {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: card.measure.hint
        }
    }
}
