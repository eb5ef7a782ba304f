// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// "Datenquellen": which platforms the program listens to, how they are, and the form for one of them.
Card {
    id: card

    required property SourceListModel sources
    readonly property SourceForm form: sources.form
    // what it shows; the window may have less
    readonly property real wantedHeight: Math.round((form.open ? 640 : sources.count === 0 ? 260 : 120) * Theme.scale) + (form.open ? 0 : list.contentHeight)

    objectName: "sources"
    padding: Theme.gap6
    modal: false
    closePolicy: Popup.CloseOnEscape
    onClosed: form.close()

    ColumnLayout {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Datenquellen")
        spacing: Theme.gap3

        RowLayout {
            spacing: Theme.gap2
            ActionButton {
                visible: card.form.open
                symbol: "back"
                text: qsTr("Zurück zur Liste")
                onClicked: card.form.close()
            }
            Words {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                font.weight: Font.DemiBold
                text: !card.form.open ? qsTr("Datenquellen") : card.form.existing ? qsTr("Quelle bearbeiten") : qsTr("Quelle hinzufügen")
            }
            ActionButton {
                visible: !card.form.open
                symbol: "add"
                wordy: true
                outlined: true
                leftPadding: Theme.gap2
                text: qsTr("Quelle hinzufügen")
                onClicked: card.form.add()
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Schließen")
                shortcutText: qsTr("Esc")
                focus: true
                onClicked: card.close()
            }
        }
        Words {
            Layout.fillWidth: true
            visible: !card.form.open && card.sources.problem !== ""
            wrapMode: Text.Wrap
            color: Theme.danger
            text: card.sources.problem
        }
        Words {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !card.form.open && card.sources.count === 0
            verticalAlignment: Text.AlignTop
            wrapMode: Text.Wrap
            color: Theme.muted
            text: qsTr("Noch keine Quelle. Eine Quelle ist die Adresse einer Datenplattform: FIWARE (NGSI-LD, NGSIv2), SensorThings, Opendatasoft, MQTT, Warnungen (CAP) oder Busse und Bahnen (GTFS-Realtime). Das Programm findet heraus, was dort antwortet.")
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !card.form.open && card.sources.count > 0
            model: card.sources
            clip: true
            spacing: Theme.gap2
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Datenquellen")
            ScrollBar.vertical: SlimBar {}
            delegate: SourceRow {
                width: ListView.view.width - Theme.gap3
                onEditRequested: card.sources.edit(index)
                onRemoveRequested: card.sources.remove(index)
                onEnabledRequested: on => card.sources.setEnabled(index, on)
            }
        }
        SourceFields {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: card.form.open
            form: card.form
        }
    }
}
