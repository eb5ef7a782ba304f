// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// What an import has done, and what it mended, skipped or doubted. A row that names an object leads to it.
ColumnLayout {
    id: outcome

    required property AddDataModel addData

    spacing: Theme.gap2

    Words {
        Layout.fillWidth: true
        font.pixelSize: Theme.emphasis
        font.weight: Font.DemiBold
        text: outcome.addData.outcome
    }
    RowLayout {
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            text: outcome.addData.issues.total === 0 ? qsTr("Nichts war auszubessern oder auszulassen.")
                                                     : qsTr("%n Stelle(n) wurden ausgebessert, ausgelassen oder sind zu prüfen:", "", outcome.addData.issues.total)
            wrapMode: Text.Wrap
        }
        ActionButton {
            visible: outcome.addData.issues.count > 0
            symbol: "copy"
            wordy: true
            text: qsTr("Liste kopieren")
            onClicked: outcome.addData.copyIssues()
        }
    }
    RowLayout {
        visible: outcome.addData.reportable
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            elide: Text.ElideMiddle
            text: outcome.addData.report === "" ? "" : qsTr("Gespeichert: %1").arg(outcome.addData.report)
        }
        ActionButton {
            symbol: "save"
            wordy: true
            text: qsTr("Qualitätsbericht speichern …")
            onClicked: reportDialog.open()
        }
    }
    FileDialog {
        id: reportDialog
        title: qsTr("Qualitätsbericht speichern")
        acceptLabel: qsTr("Speichern")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "html"
        nameFilters: [qsTr("HTML-Dateien (*.html)")]
        onAccepted: outcome.addData.saveReport(selectedFile)
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: outcome.addData.issues
        activeFocusOnTab: true
        enabled: count > 0
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Stellen")
        ScrollBar.vertical: SlimBar {}
        Keys.onReturnPressed: outcome.addData.showObject(currentIndex)
        Keys.onEnterPressed: outcome.addData.showObject(currentIndex)
        Keys.onSpacePressed: outcome.addData.showObject(currentIndex)

        delegate: Item {
            id: row

            required property int index
            required property string title
            required property bool heading
            required property int times
            required property string place
            required property string objectId

            readonly property bool leads: objectId !== ""

            function show(): void {
                ListView.view.currentIndex = index
                outcome.addData.showObject(index)
            }

            width: ListView.view.width
            height: heading ? headingWords.implicitHeight + 2 * Theme.gap2 : Theme.target
            Accessible.role: Accessible.ListItem
            Accessible.name: heading ? headingWords.text : title + " " + place
            Accessible.description: leads ? qsTr("Eingabetaste: das Objekt im Fenster zeigen") : ""
            Accessible.onPressAction: show()

            Rectangle {
                anchors { fill: parent; margins: 2 }
                radius: Theme.smallRadius
                color: hover.hovered && row.leads ? Theme.hover : "transparent"
                FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
            }
            HoverHandler {
                id: hover
                cursorShape: row.leads ? Qt.PointingHandCursor : Qt.ArrowCursor
            }
            TapHandler {
                enabled: row.leads
                gesturePolicy: TapHandler.ReleaseWithinBounds // the button takes its own clicks
                onTapped: row.show()
            }
            Words {
                id: headingWords
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gap2 }
                visible: row.heading
                wrapMode: Text.Wrap
                font.weight: Font.DemiBold
                text: row.times > 1 ? qsTr("%1 × %2").arg(row.times).arg(row.title) : row.title
            }
            RowLayout {
                anchors { fill: parent; leftMargin: Theme.gap6; rightMargin: Theme.gap2 }
                visible: !row.heading
                Words { Layout.fillWidth: true; elide: Text.ElideMiddle; text: row.title }
                Words {
                    Layout.maximumWidth: row.width * 0.4
                    elide: Text.ElideMiddle
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: row.place
                }
                ActionButton {
                    visible: row.leads
                    symbol: "frame"
                    wordy: outcome.width > 480 * Theme.scale
                    focusPolicy: Qt.NoFocus
                    text: qsTr("Zeigen")
                    onClicked: row.show()
                }
            }
        }
    }
}
