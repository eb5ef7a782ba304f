// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// The objects as a table at the lower edge: sort by a heading, filter by words and comparisons, select rows, save as CSV.
Panel {
    id: sheet

    required property ObjectTableModel table

    signal frameRequested

    // share of the width for each column
    readonly property list<real> shares: [0.16, 0.14, 0.16, 0.10, 0.08, 0.08, 0.11, 0.09, 0.08]

    padding: 0
    solid: true
    visible: table.open
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Tabelle der Objekte")
    onActiveFocusChanged: if (activeFocus) list.forceActiveFocus(Qt.TabFocusReason)

    FileDialog {
        id: saveDialog
        title: qsTr("Tabelle speichern")
        acceptLabel: qsTr("Speichern")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Tabelle (*.csv)")]
        onAccepted: sheet.table.saveCsv(selectedFile)
    }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.gap3; bottomMargin: Theme.gap2 }
        spacing: Theme.gap1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap2
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap2
                Words {
                    height: Theme.target
                    font.pixelSize: Theme.emphasis
                    font.weight: Font.DemiBold
                    text: qsTr("Tabelle")
                }
                Words {
                    height: Theme.target
                    color: Theme.muted
                    text: sheet.table.busy ? qsTr("wird gelesen …")
                                           : qsTr("%1 von %2 Objekten").arg(sheet.table.count.toLocaleString(Qt.locale(), "f", 0)).arg(sheet.table.total.toLocaleString(Qt.locale(), "f", 0))
                }
                LineField {
                    width: Math.round(320 * Theme.scale)
                    placeholderText: qsTr("Filtern, zum Beispiel: schule höhe > 12")
                    text: sheet.table.filter
                    Accessible.name: qsTr("Filter der Tabelle")
                    onTextEdited: sheet.table.filter = text
                }
                CheckRow {
                    text: qsTr("Nur ausgewählte")
                    checked: sheet.table.selectedOnly
                    onToggled: sheet.table.selectedOnly = checked
                }
                ActionButton {
                    text: qsTr("Alle auswählen")
                    enabled: sheet.table.count > 0
                    tip: qsTr("Wählt die gezeigten Objekte aus, höchstens 5000")
                    onClicked: sheet.table.selectShown()
                }
                ActionButton {
                    text: qsTr("Als CSV speichern …")
                    enabled: sheet.table.count > 0
                    onClicked: saveDialog.open()
                }
            }
            ActionButton {
                Layout.alignment: Qt.AlignTop
                symbol: "close"
                text: qsTr("Tabelle schließen")
                shortcutText: qsTr("Esc")
                onClicked: sheet.table.open = false
            }
        }
        // Headings and rows are wider than a small window: they scroll sideways together.
        Flickable {
            id: headings
            Layout.fillWidth: true
            implicitHeight: Theme.slim
            contentWidth: list.contentWidth
            contentX: list.contentX
            interactive: false
            clip: true
            Row {
                Repeater {
                    model: sheet.table.titles
                    Button {
                        id: heading
                        required property int index
                        required property string modelData
                        readonly property bool sorts: sheet.table.sortColumn === index
                        width: list.contentWidth * sheet.shares[index]
                        height: Theme.slim
                        leftPadding: Theme.gap2
                        rightPadding: Theme.gap2
                        focusPolicy: Qt.TabFocus
                        Accessible.name: modelData
                        Accessible.description: sorts ? sheet.table.descending ? qsTr("absteigend sortiert") : qsTr("aufsteigend sortiert") : ""
                        onActiveFocusChanged: if (activeFocus) list.contentX = Math.max(0, Math.min(x, list.contentWidth - list.width))
                        Accessible.onPressAction: clicked()
                        onClicked: sheet.table.sortBy(index)
                        Keys.onReturnPressed: sheet.table.sortBy(index)
                        contentItem: Words {
                            horizontalAlignment: heading.index >= 4 && heading.index < 8 ? Text.AlignRight : Text.AlignLeft
                            font.pixelSize: Theme.caption
                            font.weight: heading.sorts ? Font.DemiBold : Font.Normal
                            color: heading.sorts || heading.hovered ? Theme.text : Theme.muted
                            text: heading.sorts ? heading.modelData + (sheet.table.descending ? " \u25BE" : " \u25B4") : heading.modelData
                        }
                        background: Rectangle {
                            radius: Theme.smallRadius
                            color: heading.hovered ? Theme.hover : "transparent"
                            FocusRing { shown: heading.visualFocus }
                        }
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.lineWidth
            color: Theme.line
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: sheet.table
            activeFocusOnTab: true
            onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            contentWidth: Math.max(width, Math.round(1180 * Theme.scale))
            flickableDirection: Flickable.AutoFlickIfNeeded
            reuseItems: true
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Objekte")
            ScrollBar.vertical: SlimBar {}
            Keys.onLeftPressed: contentX = Math.max(0, contentX - Theme.target)
            Keys.onRightPressed: contentX = Math.min(contentWidth - width, contentX + Theme.target)
            Keys.onSpacePressed: event => sheet.table.select(currentIndex, true)
            Keys.onReturnPressed: {
                sheet.table.select(currentIndex, false)
                sheet.frameRequested()
            }

            delegate: Item {
                id: row
                required property int index
                required property list<string> cells
                required property bool selected
                width: list.contentWidth
                height: Theme.slim
                Accessible.role: Accessible.Row
                Accessible.name: cells[0] + ", " + cells[1] + ", " + cells[2] + ", " + sheet.table.titles[4] + " " + cells[4]
                Accessible.selected: selected
                Accessible.focusable: true
                Accessible.onPressAction: sheet.table.select(index, false)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.smallRadius
                    color: row.selected ? Qt.alpha(Theme.selection, 0.22) : hover.hovered ? Theme.hover : "transparent"
                    FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
                }
                HoverHandler { id: hover }
                TapHandler {
                    acceptedModifiers: Qt.NoModifier
                    onTapped: {
                        list.currentIndex = row.index
                        list.forceActiveFocus(Qt.MouseFocusReason)
                        sheet.table.select(row.index, false)
                    }
                    onDoubleTapped: sheet.frameRequested()
                }
                TapHandler {
                    acceptedModifiers: Qt.ControlModifier
                    onTapped: sheet.table.select(row.index, true)
                }
                Row {
                    anchors.fill: parent
                    Repeater {
                        model: row.cells
                        Words {
                            required property int index
                            required property string modelData
                            width: row.width * sheet.shares[index]
                            height: row.height
                            leftPadding: Theme.gap2
                            rightPadding: Theme.gap2
                            horizontalAlignment: index >= 4 && index < 8 ? Text.AlignRight : Text.AlignLeft
                            mayElide: true
                            font.pixelSize: Theme.caption
                            color: modelData === "" ? Theme.muted : Theme.text
                            text: modelData === "" ? "–" : modelData
                        }
                    }
                }
            }
        }
    }
}
