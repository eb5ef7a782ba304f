// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// One layer: eye and name; opened also opacity, level of detail, origin and age.
Item {
    id: row

    required property int index
    required property string title
    required property string kind
    required property string summary
    required property bool shown
    required property real opaque
    required property string source
    required property string age
    required property list<string> levels
    required property int level
    required property string problem

    property bool opened: false
    property bool chosen: false

    signal toggled
    signal unfoldRequested
    signal opacityRequested(real value)
    signal levelRequested(int which)
    signal zoomRequested

    implicitHeight: column.implicitHeight
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: problem !== "" ? problem : shown ? qsTr("sichtbar") : qsTr("ausgeblendet")

    Rectangle {
        anchors.fill: parent
        radius: Theme.smallRadius
        color: row.opened ? Theme.hover : "transparent"
        FocusRing { shown: row.chosen; around: Theme.smallRadius }
    }
    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap1
            ActionButton {
                symbol: row.shown ? "eye" : "eye-off"
                text: row.shown ? qsTr("%1 ausblenden").arg(row.title) : qsTr("%1 einblenden").arg(row.title)
                wordy: false
                focusPolicy: Qt.NoFocus
                onClicked: row.toggled()
            }
            Item {
                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.target, names.implicitHeight + Theme.gap2)
                Column {
                    id: names
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                    Words {
                        width: parent.width
                        color: row.shown ? Theme.text : Theme.muted
                        text: row.title
                    }
                    Words {
                        width: parent.width
                        color: row.problem !== "" ? Theme.danger : Theme.muted
                        font.pixelSize: Theme.caption
                        text: row.problem !== "" ? qsTr("nicht darstellbar")
                                                 : row.summary === "" ? row.kind : row.kind + " · " + row.summary
                    }
                }
                TapHandler { onTapped: row.unfoldRequested() }
                HoverHandler { cursorShape: Qt.PointingHandCursor }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.target + Theme.gap1
            Layout.rightMargin: Theme.gap2
            Layout.bottomMargin: Theme.gap2
            visible: row.opened
            spacing: Theme.gap1

            Words {
                Layout.fillWidth: true
                visible: row.problem !== ""
                color: Theme.danger
                font.pixelSize: Theme.caption
                wrapMode: Text.Wrap
                text: row.problem
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap2
                Words {
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: qsTr("Deckkraft")
                }
                ValueSlider {
                    Layout.fillWidth: true
                    from: 0.1
                    to: 1
                    stepSize: 0.05
                    value: row.opaque
                    onMoved: row.opacityRequested(value)
                    Accessible.name: qsTr("Deckkraft von %1").arg(row.title)
                }
                Words {
                    Layout.preferredWidth: Math.round(40 * Theme.scale)
                    horizontalAlignment: Text.AlignRight
                    font.pixelSize: Theme.caption
                    text: qsTr("%1 %").arg(Math.round(row.opaque * 100))
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap1
                visible: row.levels.length > 1
                Repeater {
                    model: row.levels.length > 1 ? row.levels : []
                    Choice {
                        required property string modelData
                        required property int index
                        text: modelData
                        checked: row.level === index
                        onClicked: row.levelRequested(index)
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.muted
                font.pixelSize: Theme.caption
                wrapMode: Text.Wrap
                text: row.age === "" ? row.source : row.source === "" ? row.age : row.source + "\n" + row.age
            }
            ActionButton {
                symbol: "frame"
                wordy: true
                text: qsTr("Ganz zeigen")
                onClicked: row.zoomRequested()
            }
        }
    }
}
