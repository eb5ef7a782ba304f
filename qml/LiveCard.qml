// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// What is observed: the things of an action field, or one thing with all its values, their units and ages.
FocusScope {
    id: card

    required property LiveModel live
    required property LiveLinks links
    readonly property LiveDetails details: live.details
    readonly property int tab: details.tab
    property bool wide: false

    signal streetRequested

    implicitHeight: head.implicitHeight + body.contentHeight + 2 * Theme.gap4 + Theme.gap2
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Live-Werte")

    Panel {
        anchors.fill: parent
        padding: 0

        ColumnLayout {
            id: head
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gap4 }
            spacing: Theme.gap1

            RowLayout {
                spacing: Theme.gap1
                Words {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.title
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    text: card.details.title
                }
                ActionButton {
                    Layout.alignment: Qt.AlignTop
                    symbol: "close"
                    text: qsTr("Live-Werte schließen")
                    shortcutText: qsTr("Esc")
                    onClicked: card.details.close()
                }
            }
            Words {
                Layout.fillWidth: true
                color: Theme.muted
                wrapMode: Text.Wrap
                text: card.details.subtitle
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap1
                visible: card.details.demo || card.live.replayText !== ""
                ReplayBadge { text: card.live.replayText }
                DemoBadge { visible: card.details.demo }
            }
            RowLayout {
                visible: card.details.thingOpen
                spacing: Theme.gap1
                ActionButton {
                    Layout.leftMargin: -Theme.gap2
                    visible: card.details.hasPlace
                    symbol: "frame"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Hinfliegen")
                    onClicked: card.details.flyToThing()
                }
                ActionButton {
                    symbol: "back"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Alle Messstellen")
                    onClicked: card.details.back()
                }
            }
            LiveNearby {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap2
                visible: card.details.thingOpen && (links.buildings.length > 0 || links.street !== "")
                links: card.links
                onStreetRequested: card.streetRequested()
            }
            TabRow {
                Layout.fillWidth: true
                visible: card.details.thingOpen
                names: [qsTr("Fakten"), card.live.replayText === "" ? qsTr("Live") : qsTr("Damals"), qsTr("Verlauf"), qsTr("Quelle")]
                current: card.tab
                onChosen: index => card.details.tab = index
            }
        }
        Flickable {
            id: body
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; topMargin: Theme.gap2; bottomMargin: Theme.gap4 }
            contentHeight: content.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: SlimBar {}

            ColumnLayout {
                id: content
                width: body.width
                spacing: 0

                Repeater {
                    model: card.details.things.length // values change in place: the rows stay
                    Button {
                        id: thing
                        required property int index
                        readonly property var entry: card.details.things[index] ?? null

                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.gap2
                        Layout.rightMargin: Theme.gap2
                        padding: Theme.gap1
                        leftPadding: Theme.gap2
                        opacity: entry !== null && entry.stale ? 0.6 : 1
                        Accessible.name: entry !== null ? entry.title : ""
                        Accessible.description: entry !== null ? entry.text : ""
                        Accessible.onPressAction: clicked()
                        onClicked: card.details.openThing(entry.id)
                        Keys.onReturnPressed: clicked()
                        contentItem: Column {
                            Words { width: parent.width; text: thing.entry !== null ? thing.entry.title : "" }
                            Words {
                                width: parent.width
                                color: Theme.muted
                                font.pixelSize: Theme.caption
                                text: thing.entry !== null ? thing.entry.text : ""
                            }
                        }
                        background: Rectangle {
                            radius: Theme.smallRadius
                            color: thing.down ? Theme.pressed : thing.hovered ? Theme.hover : "transparent"
                            FocusRing { shown: thing.visualFocus }
                        }
                    }
                }
                Repeater {
                    model: card.tab === 1 ? card.details.readings.length : 0
                    RowLayout {
                        id: reading
                        required property int index
                        readonly property var entry: card.details.readings[index] ?? ({title: "", value: "", unit: "", age: "", stale: false})

                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.gap4
                        Layout.rightMargin: Theme.gap4
                        Layout.bottomMargin: Theme.gap2
                        spacing: Theme.gap2
                        Accessible.role: Accessible.ListItem
                        Accessible.name: entry.title + ": " + entry.value + " " + entry.unit + ", " + entry.age
                        Words {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            wrapMode: Text.Wrap
                            color: Theme.muted
                            text: reading.entry.title
                        }
                        Column {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            Words {
                                width: parent.width
                                wrapMode: Text.Wrap
                                color: reading.entry.stale ? Theme.muted : Theme.text
                                text: reading.entry.unit === "" ? reading.entry.value : reading.entry.value + "\u00A0" + reading.entry.unit
                            }
                            Words {
                                width: parent.width
                                color: Theme.muted
                                font.pixelSize: Theme.caption
                                text: reading.entry.age
                            }
                        }
                    }
                }
                Words {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gap4
                    Layout.rightMargin: Theme.gap4
                    visible: text !== "" && card.tab === 1
                    wrapMode: Text.Wrap
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: card.details.origin
                }
                PairList {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gap4
                    Layout.rightMargin: Theme.gap4
                    visible: card.details.thingOpen && (card.tab === 0 || card.tab === 3)
                    pairs: card.tab === 0 ? card.details.facts : card.details.provenance
                }
                HistoryView {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gap4
                    Layout.rightMargin: Theme.gap4
                    visible: card.details.thingOpen && card.tab === 2
                    history: card.live.history
                    wide: card.wide
                    onWideRequested: card.wide = !card.wide
                }
            }
        }
    }
}
