// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// One source of the list: how it is in colour and words, what it delivered, and what can be done with it.
Rectangle {
    id: row

    required property int index
    required property string name
    required property string title
    required property string kind
    required property string address
    required property bool shown
    required property string condition
    required property string health
    required property string last
    required property string counts

    property bool asks: false // whether it shall really go

    signal editRequested
    signal removeRequested
    signal enabledRequested(bool on)

    readonly property color tone: row.condition === "live" ? Theme.live : row.condition === "degraded" ? Theme.warning
                                : row.condition === "failed" ? Theme.danger : Theme.muted

    implicitHeight: content.implicitHeight + 2 * Theme.gap3
    radius: Theme.smallRadius
    color: "transparent"
    border.width: Theme.lineWidth
    border.color: Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: row.title + ", " + row.health
    Accessible.description: row.last + ". " + row.counts

    RowLayout {
        id: content
        anchors { fill: parent; margins: Theme.gap3 }
        spacing: Theme.gap3

        Rectangle {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.gap1
            implicitWidth: Math.round(12 * Theme.scale)
            implicitHeight: implicitWidth
            radius: implicitWidth / 2
            color: row.condition === "off" || row.condition === "closed" ? "transparent" : row.tone
            border { width: 2; color: row.tone }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: 2
            RowLayout {
                spacing: Theme.gap2
                Words { font.weight: Font.DemiBold; text: row.title; Layout.maximumWidth: row.width * 0.62 }
                Words {
                    Layout.fillWidth: true
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: row.name === "" ? qsTr("nur für diese Sitzung") : row.name === row.title ? row.kind : row.kind + " · " + row.name
                }
            }
            Words {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                color: row.tone
                text: row.health
            }
            Words {
                Layout.fillWidth: true
                visible: row.address !== ""
                color: Theme.muted
                font.pixelSize: Theme.caption
                elide: Text.ElideMiddle
                text: row.address
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.muted
                font.pixelSize: Theme.caption
                wrapMode: Text.Wrap
                text: row.counts === "" ? row.last : row.last + " · " + row.counts
            }
        }
        Row {
            visible: row.name !== "" && !row.asks
            spacing: Theme.gap1
            ActionButton {
                symbol: row.shown ? "eye" : "eye-off"
                text: row.shown ? qsTr("%1 ausschalten").arg(row.title) : qsTr("%1 einschalten").arg(row.title)
                onClicked: row.enabledRequested(!row.shown)
            }
            ActionButton {
                symbol: "pen"
                text: qsTr("%1 bearbeiten").arg(row.title)
                onClicked: row.editRequested()
            }
            ActionButton {
                symbol: "trash"
                text: qsTr("%1 entfernen").arg(row.title)
                onClicked: row.asks = true
            }
        }
        Row {
            visible: row.asks
            spacing: Theme.gap1
            ActionButton { outlined: true; text: qsTr("Wirklich entfernen"); onClicked: row.removeRequested() }
            ActionButton { text: qsTr("Behalten"); onClicked: row.asks = false }
        }
    }
}
