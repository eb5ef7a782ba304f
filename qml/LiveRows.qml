// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// Live values below the layers: how the sources are, and a row for each action field with its eye.
ColumnLayout {
    id: rows

    required property LiveModel live

    spacing: 0
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Live-Werte")

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap2
        Layout.leftMargin: Theme.gap2
        Layout.rightMargin: Theme.gap2
        spacing: Theme.gap2
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            text: rows.live.replayText === "" ? qsTr("Live-Werte") : qsTr("Messwerte")
        }
        DemoBadge { visible: rows.live.demo }
    }
    ReplayBadge {
        Layout.leftMargin: Theme.gap2
        Layout.topMargin: Theme.gap1
        text: rows.live.replayText
    }
    Words {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap2
        Layout.rightMargin: Theme.gap2
        Layout.topMargin: Theme.gap1
        visible: rows.live.troubled || rows.live.count === 0 || rows.live.fetching
        color: rows.live.troubled ? Theme.danger : Theme.muted
        font.pixelSize: Theme.caption
        wrapMode: Text.Wrap
        text: rows.live.stateText
    }
    FieldLegend {
        Layout.fillWidth: true
        Layout.margins: Theme.gap2
        visible: rows.live.fields.choices.length > 1 || rows.live.fields.note !== ""
        fields: rows.live.fields
    }
    Repeater {
        model: rows.live
        RowLayout {
            id: row
            required property int index
            required property string title
            required property string summary
            required property color colour
            required property bool shown
            readonly property string words: rows.live.replayText === "" ? qsTr("Live: %1").arg(title) : title

            Layout.fillWidth: true
            spacing: Theme.gap1
            ActionButton {
                symbol: row.shown ? "eye" : "eye-off"
                text: (row.shown ? qsTr("Live: %1 ausblenden") : qsTr("Live: %1 einblenden")).arg(row.title)
                onClicked: rows.live.setShown(row.index, !row.shown)
            }
            Button {
                id: name
                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.gap2)
                padding: 0
                topPadding: Theme.gap1
                leftPadding: Theme.gap2
                Accessible.name: row.words
                Accessible.description: row.summary
                Accessible.onPressAction: clicked()
                onClicked: rows.live.openField(row.index)
                Keys.onReturnPressed: clicked()
                contentItem: Column {
                    Words {
                        width: parent.width
                        color: row.shown ? Theme.text : Theme.muted
                        text: row.words
                    }
                    Words {
                        width: parent.width
                        color: Theme.muted
                        font.pixelSize: Theme.caption
                        text: row.summary
                    }
                }
                background: Rectangle {
                    radius: Theme.smallRadius
                    color: name.down ? Theme.pressed : name.hovered ? Theme.hover : "transparent"
                    FocusRing { shown: name.visualFocus }
                }
            }
            Rectangle {
                Layout.rightMargin: Theme.gap2
                implicitWidth: 12
                implicitHeight: 12
                radius: 6
                color: row.colour
                border.width: 1
                border.color: "#FFFFFF"
            }
        }
    }
}
