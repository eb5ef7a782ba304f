// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// What is beyond its limit now, a row for each limit with its stations, and what was.
Card {
    id: card

    required property AlarmModel alarms

    property bool showsPast: false

    objectName: "alarms"
    padding: Theme.gap4

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap2
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Grenzwerte")

        RowLayout {
            spacing: Theme.gap2
            Words {
                Layout.fillWidth: true
                font.pixelSize: Theme.emphasis
                font.weight: Font.DemiBold
                text: card.alarms.summary
            }
            ActionButton {
                visible: card.alarms.unseen > 0
                outlined: true
                text: qsTr("Alle gesehen")
                onClicked: card.alarms.acknowledgeAll()
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Schließen")
                shortcutText: qsTr("Esc")
                focus: true
                onClicked: card.close()
            }
        }
        Row {
            spacing: Theme.gap1
            Choice { text: qsTr("Jetzt"); checked: !card.showsPast; onClicked: card.showsPast = false }
            Choice { text: qsTr("Vorbei"); checked: card.showsPast; onClicked: card.showsPast = true }
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.danger
            text: card.alarms.problem
        }
        ListView {
            id: now
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !card.showsPast
            implicitHeight: contentHeight
            clip: true
            model: card.alarms
            spacing: Theme.gap2
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Grenzwerte")
            ScrollBar.vertical: SlimBar {}
            delegate: ColumnLayout {
                id: group
                required property int index
                required property string title
                required property string level
                required property string levelTitle
                required property string words
                required property string since
                required property string basis
                required property bool seen
                required property bool demo
                required property var stations

                property bool unfolded: false

                width: ListView.view.width - Theme.gap3
                spacing: Theme.gap1
                Accessible.role: Accessible.ListItem
                Accessible.name: levelTitle + ": " + title + ", " + words

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap2
                    Rectangle {
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: 2
                        implicitWidth: Math.max(badge.implicitWidth + 2 * Theme.gap2, Math.round(72 * Theme.scale)) // all begin at one line
                        implicitHeight: badge.implicitHeight + 4
                        radius: 4
                        color: "transparent"
                        border { width: 2; color: group.level === "alarm" ? Theme.danger : Theme.warning }
                        Words {
                            id: badge
                            anchors.centerIn: parent
                            font.pixelSize: Theme.caption
                            font.weight: Font.DemiBold
                            color: group.level === "alarm" ? Theme.danger : Theme.warning
                            text: group.levelTitle
                        }
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0
                        Words {
                            Layout.fillWidth: true
                            wrapMode: Text.Wrap
                            font.weight: group.seen ? Font.Normal : Font.DemiBold
                            text: group.title
                        }
                        Words { Layout.fillWidth: true; wrapMode: Text.Wrap; text: group.words }
                        Words {
                            Layout.fillWidth: true
                            wrapMode: Text.Wrap
                            color: Theme.muted
                            font.pixelSize: Theme.caption
                            text: group.since + " · " + group.basis
                        }
                        DemoBadge { visible: group.demo }
                    }
                    ActionButton {
                        visible: !group.seen
                        symbol: "check"
                        text: qsTr("Gesehen: %1").arg(group.title)
                        tip: qsTr("Gesehen")
                        onClicked: card.alarms.acknowledge(group.index)
                    }
                    ActionButton {
                        visible: group.stations.length === 1
                        symbol: "frame"
                        text: qsTr("Hinfliegen")
                        onClicked: card.alarms.goTo(group.stations[0].thing)
                    }
                    ActionButton {
                        visible: group.stations.length > 1
                        symbol: group.unfolded ? "fold" : "unfold"
                        text: group.unfolded ? qsTr("Stellen zuklappen") : qsTr("Stellen zeigen")
                        onClicked: group.unfolded = !group.unfolded
                    }
                }
                Repeater {
                    model: group.unfolded ? group.stations : []
                    RowLayout {
                        id: station
                        required property var modelData
                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.gap8
                        spacing: Theme.gap2
                        Words { Layout.fillWidth: true; text: station.modelData.title }
                        Words { text: station.modelData.text }
                        ActionButton {
                            symbol: "frame"
                            text: qsTr("Zu %1 fliegen").arg(station.modelData.title)
                            onClicked: card.alarms.goTo(station.modelData.thing)
                        }
                    }
                }
            }
        }
        Words {
            Layout.fillWidth: true
            visible: !card.showsPast && card.alarms.count === 0
            wrapMode: Text.Wrap
            color: Theme.muted
            text: qsTr("Grenzwerte der EU und der WHO und Vorschläge des Programms; eine eigene Tafel (limits.csv) neben den Einstellungen ersetzt sie.")
        }
        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: card.showsPast
            implicitHeight: contentHeight
            clip: true
            model: card.showsPast ? card.alarms.past : []
            spacing: Theme.gap2
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Vorbei")
            ScrollBar.vertical: SlimBar {}
            delegate: Column {
                id: gone
                required property var modelData
                width: ListView.view.width - Theme.gap3
                Accessible.role: Accessible.ListItem
                Accessible.name: gone.modelData.title + ", " + gone.modelData.text
                Words { width: parent.width; text: gone.modelData.title }
                Words {
                    width: parent.width
                    wrapMode: Text.Wrap
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: gone.modelData.demo ? gone.modelData.text + " · " + qsTr("Demo") : gone.modelData.text
                }
            }
        }
    }
}
