// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Which property shows as a field between stations, and what its colours mean.
ColumnLayout {
    id: legend

    required property LiveFields fields
    readonly property var colours: fields.colours

    spacing: Theme.gap1
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Fläche zwischen Stationen")

    Words {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.caption
        text: qsTr("Fläche zwischen Stationen")
    }
    ChoiceBox {
        Layout.fillWidth: true
        Accessible.name: qsTr("Fläche zwischen Stationen")
        model: legend.fields.choices
        textRole: "title"
        currentIndex: legend.fields.chosen
        onActivated: index => legend.fields.chosen = index
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap1
        visible: legend.fields.colours.length > 0
        implicitHeight: Math.round(12 * Theme.scale)
        border { width: 1; color: Theme.line }
        Row {
            anchors { fill: parent; margins: 1 }
            Repeater {
                model: Math.max(0, legend.fields.colours.length - 1)
                Rectangle {
                    id: step
                    required property int index
                    width: parent ? parent.width / (legend.fields.colours.length - 1) : 0
                    height: parent ? parent.height : 0
                    gradient: Gradient {
                        orientation: Gradient.Horizontal
                        GradientStop { position: 0; color: Qt.color(legend.colours[step.index]) }
                        GradientStop { position: 1; color: Qt.color(legend.colours[step.index + 1]) }
                    }
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: legend.fields.colours.length > 0
        Words { font.pixelSize: Theme.caption; text: legend.fields.fromText }
        Item { Layout.fillWidth: true }
        DemoBadge { visible: legend.fields.demo }
        Item { Layout.fillWidth: true }
        Words { font.pixelSize: Theme.caption; text: legend.fields.toText }
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        maximumLineCount: 6
        color: Theme.muted
        font.pixelSize: Theme.caption
        text: legend.fields.note
    }
}
