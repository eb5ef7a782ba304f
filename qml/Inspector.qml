// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// What is known of the selected object: title, one big figure, then facts, structure or origin.
FocusScope {
    id: inspector

    required property InspectorModel inspector
    required property LiveLinks links
    property string replayText: ""
    property int chosenTab: 0
    readonly property bool measured: !several && links.things.length > 0
    readonly property int tab: chosenTab === 3 && !measured ? 0 : chosenTab
    property bool xray: false

    readonly property bool several: inspector.inspector.selectedCount > 1

    signal frameRequested
    signal hideRequested
    signal isolateRequested
    signal xrayRequested
    signal tableRequested
    signal objectFrameRequested(string id)

    implicitHeight: head.implicitHeight + body.implicitHeight + 2 * Theme.gap4 + Theme.gap3
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Ausgewähltes Objekt")

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
                    text: inspector.inspector.title
                }
                ActionButton {
                    Layout.alignment: Qt.AlignTop
                    symbol: "close"
                    text: qsTr("Auswahl aufheben")
                    shortcutText: qsTr("Esc")
                    onClicked: inspector.inspector.close()
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap2
                Words {
                    width: Math.min(implicitWidth, parent.width)
                    height: badge.visible ? badge.height : implicitHeight
                    visible: text !== ""
                    color: Theme.muted
                    text: inspector.inspector.subtitle
                }
                DemoBadge {
                    id: badge
                    visible: inspector.inspector.demo
                }
            }
            Item {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap2
                visible: inspector.inspector.figure !== ""
                implicitHeight: Math.max(figure.implicitHeight, figureLabel.y + figureLabel.implicitHeight)
                Words {
                    id: figure
                    font.pixelSize: Theme.figure
                    font.weight: Font.DemiBold
                    text: inspector.inspector.figure
                }
                Words {
                    id: figureLabel
                    anchors { left: figure.right; leftMargin: Theme.gap2; right: parent.right; baseline: figure.baseline }
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    wrapMode: Text.Wrap
                    text: inspector.inspector.figureLabel
                }
            }
            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap2
                Layout.leftMargin: -Theme.gap2
                spacing: Theme.gap1
                ActionButton {
                    symbol: "frame"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Zeigen")
                    tip: inspector.several ? qsTr("Zu allen ausgewählten Objekten fliegen") : qsTr("Zum Objekt fliegen")
                    shortcutText: "Z"
                    onClicked: inspector.frameRequested()
                }
                ActionButton {
                    symbol: "copy"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Alles kopieren")
                    onClicked: inspector.inspector.copyAll()
                }
                ActionButton {
                    symbol: "eye-off"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Ausblenden")
                    shortcutText: "H"
                    onClicked: inspector.hideRequested()
                }
                ActionButton {
                    symbol: "isolate"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Freistellen")
                    shortcutText: "I"
                    onClicked: inspector.isolateRequested()
                }
                ActionButton {
                    symbol: "xray"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Röntgenblick")
                    tip: qsTr("Alles andere durchsichtig zeichnen")
                    shortcutText: "X"
                    checked: inspector.xray
                    onClicked: inspector.xrayRequested()
                }
                ActionButton {
                    visible: inspector.several
                    symbol: "table"
                    wordy: true
                    leftPadding: Theme.gap2
                    text: qsTr("Tabelle")
                    onClicked: inspector.tableRequested()
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap2
                visible: text !== ""
                wrapMode: Text.Wrap
                color: Theme.muted
                text: inspector.inspector.problem
            }
            TabRow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap1
                visible: inspector.inspector.problem === ""
                names: inspector.several ? [qsTr("Summe"), qsTr("Objekte"), qsTr("Woher?")]
                     : inspector.measured ? [qsTr("Fakten"), qsTr("Aufbau"), qsTr("Woher?"), qsTr("Messwerte")]
                                          : [qsTr("Fakten"), qsTr("Aufbau"), qsTr("Woher?")]
                current: inspector.tab
                onChosen: index => inspector.chosenTab = index
            }
        }
        Item {
            id: body
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; topMargin: Theme.gap2; bottomMargin: Theme.gap3 }
            implicitHeight: inspector.inspector.problem !== "" ? 0
                          : inspector.tab === 0 ? facts.contentHeight
                          : inspector.tab === 1 ? structure.contentHeight
                          : inspector.tab === 2 ? provenance.contentHeight : sensors.contentHeight

            FactList {
                id: facts
                anchors.fill: parent
                visible: inspector.tab === 0
                model: inspector.inspector.facts
                grouped: true
                onCopied: text => inspector.inspector.copy(text)
            }
            StructureList {
                id: structure
                anchors.fill: parent
                visible: inspector.tab === 1
                structure: inspector.inspector.structure
                onObjectChosen: id => inspector.inspector.selectObject(id)
                onFrameRequested: id => inspector.objectFrameRequested(id)
                onCopied: text => inspector.inspector.copy(text)
            }
            FactList {
                id: provenance
                anchors.fill: parent
                visible: inspector.tab === 2
                model: inspector.inspector.provenance
                grouped: inspector.several
                onCopied: text => inspector.inspector.copy(text)
            }
            SensorList {
                id: sensors
                anchors.fill: parent
                visible: inspector.tab === 3
                links: inspector.links
                replayText: inspector.replayText
            }
        }
    }
}
