// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// How values ran: a chart to zoom, move and read, what is compared in it, and the same as a table and as files.
ColumnLayout {
    id: view

    required property HistoryModel history
    property bool wide: false
    property bool asTable: false

    signal wideRequested

    spacing: Theme.gap2

    RowLayout {
        spacing: Theme.gap1
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap1
            Repeater {
                model: view.history.presets
                Choice {
                    required property int index
                    required property string modelData
                    leftPadding: Theme.gap2
                    rightPadding: Theme.gap2
                    text: modelData
                    checked: view.history.preset === index
                    onClicked: view.history.preset = index
                }
            }
        }
        ActionButton {
            Layout.alignment: Qt.AlignTop
            symbol: "wide"
            checked: view.wide
            text: view.wide ? qsTr("Diagramm verkleinern") : qsTr("Diagramm vergrößern")
            onClicked: view.wideRequested()
        }
    }
    RowLayout {
        spacing: 0
        ActionButton {
            symbol: "earlier"
            text: qsTr("Früher")
            shortcutText: qsTr("Umschalt Links")
            onClicked: view.history.pan(-0.5)
        }
        ActionButton {
            symbol: "minus"
            text: qsTr("Längere Zeit zeigen")
            shortcutText: "-"
            onClicked: view.history.zoom(2, 1)
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: view.history.rangeText.replace(" – ", " –\n")
        }
        ActionButton {
            symbol: "plus"
            text: qsTr("Kürzere Zeit zeigen")
            shortcutText: "+"
            onClicked: view.history.zoom(0.5, 1)
        }
        ActionButton {
            symbol: "later"
            text: qsTr("Später")
            shortcutText: qsTr("Umschalt Rechts")
            onClicked: view.history.pan(0.5)
        }
    }
    HistoryChart {
        id: chart
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round((view.wide ? 320 : 210) * Theme.scale)
        visible: !view.asTable
        history: view.history
        font { family: Theme.family; pixelSize: Theme.caption }
        textColor: Theme.text
        mutedColor: Theme.muted
        lineColor: Theme.kind === Theme.Kind.Contrast ? "#666666" : Theme.line
        accentColor: Theme.accent
        limitColor: Theme.danger
        gapColor: Theme.line
        seriesColors: Theme.series
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("Verlauf %1").arg(view.history.rangeText)
        Accessible.description: qsTr("Pfeiltasten lesen Werte ab, mit Umschalt verschieben sie, Plus und Minus zoomen. „Als Tabelle“ zeigt dieselben Zahlen.")
        FocusRing { shown: chart.activeFocus }
    }
    HistoryTable {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.round(360 * Theme.scale), implicitHeight)
        visible: view.asTable
        history: view.history
    }
    Words {
        Layout.fillWidth: true
        visible: view.history.cursorText !== ""
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        text: view.history.cursorText
    }
    Repeater {
        model: view.history.series.length
        RowLayout {
            id: shown
            required property int index
            readonly property var entry: view.history.series[index] ?? ({id: "", title: "", thing: "", reading: ""})

            Layout.fillWidth: true
            spacing: Theme.gap2
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.thing + ", " + entry.title + ": " + entry.reading
            Row {
                Layout.preferredWidth: 22
                spacing: shown.index === 0 ? 0 : 3
                Repeater {
                    model: [1, 3, 5][shown.index]
                    Rectangle {
                        width: [22, 5, 2][shown.index]
                        height: 3
                        color: Theme.series[shown.index]
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                font.pixelSize: Theme.caption
                text: view.history.pinned ? shown.entry.thing + " · " + shown.entry.title : shown.entry.title
            }
            Words {
                font.weight: Font.DemiBold
                text: shown.entry.reading
            }
            ActionButton {
                visible: view.history.series.length > 1
                symbol: "close"
                text: qsTr("%1 herausnehmen").arg(shown.entry.title)
                onClicked: view.history.remove(shown.entry.id)
            }
        }
    }
    RowLayout {
        visible: view.history.loading
        spacing: Theme.gap2
        Words {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Werte werden geholt …")
        }
        ActionButton {
            text: qsTr("Abbrechen")
            onClicked: view.history.stop()
        }
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        color: Theme.warning
        font.pixelSize: Theme.caption
        text: view.history.note
    }
    Words {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap1
        visible: view.history.choices.length > 1
        color: Theme.muted
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        text: qsTr("Vergleichen (bis zu drei)")
    }
    Flow {
        Layout.fillWidth: true
        visible: view.history.choices.length > 1
        spacing: Theme.gap3
        Repeater {
            model: view.history.choices.length
            CheckRow {
                required property int index
                readonly property var entry: view.history.choices[index] ?? ({id: "", title: "", chosen: false})
                text: entry.title
                checked: entry.chosen
                onToggled: {
                    view.history.toggle(entry.id)
                    checked = Qt.binding(() => entry.chosen)
                }
            }
        }
    }
    CheckRow {
        text: qsTr("Auswahl festhalten und mit anderen Messstellen vergleichen")
        checked: view.history.pinned
        onToggled: view.history.pinned = checked
        Layout.fillWidth: true
    }
    CheckRow {
        visible: view.history.hasLimits
        text: qsTr("Grenz- und Richtwerte zeigen")
        checked: view.history.limitsShown
        onToggled: view.history.limitsShown = checked
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap2
        spacing: Theme.gap1
        ActionButton {
            symbol: "table"
            wordy: true
            leftPadding: Theme.gap2
            checked: view.asTable
            text: view.asTable ? qsTr("Als Diagramm") : qsTr("Als Tabelle")
            onClicked: view.asTable = !view.asTable
        }
        ActionButton {
            symbol: "save"
            wordy: true
            leftPadding: Theme.gap2
            enabled: view.history.series.length > 0
            text: qsTr("Werte (CSV)")
            onClicked: csvDialog.open()
        }
        ActionButton {
            symbol: "picture"
            wordy: true
            leftPadding: Theme.gap2
            enabled: view.history.series.length > 0
            text: qsTr("Bild (PNG)")
            onClicked: pictureDialog.open()
        }
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        color: Theme.muted
        font.pixelSize: Theme.caption
        text: view.history.saved
    }
    FileDialog {
        id: csvDialog
        title: qsTr("Werte speichern")
        acceptLabel: qsTr("Speichern")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Tabellen (*.csv)")]
        onAccepted: view.history.exportCsv(selectedFile)
    }
    FileDialog {
        id: pictureDialog
        title: qsTr("Diagramm speichern")
        acceptLabel: qsTr("Speichern")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "png"
        nameFilters: [qsTr("Bilder (*.png)")]
        onAccepted: view.history.exportPicture(selectedFile)
    }
}
