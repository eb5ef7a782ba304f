// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The one bar: where one is, search, and the way the window looks.
Panel {
    id: bar

    required property AppModel app
    readonly property alias searchField: search.field
    readonly property alias settingsOpen: settings.visible

    signal sourcesRequested
    signal openFile
    signal openHelp
    signal pictureRequested
    signal searchTaken

    function closeSettings(): void { settings.close() }

    padding: 0
    implicitHeight: Theme.target + Theme.gap4
    z: 2

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap4; rightMargin: Theme.gap2 }
        spacing: Theme.gap3

        Words {
            font.pixelSize: Theme.emphasis
            font.weight: Font.DemiBold
            text: qsTr("Erkunden")
        }
        Rectangle {
            visible: title.text !== ""
            Layout.preferredWidth: Theme.lineWidth
            Layout.preferredHeight: Theme.gap4
            color: Theme.line
        }
        Words {
            id: title
            Layout.maximumWidth: Math.round(220 * Theme.scale)
            color: Theme.muted
            text: bar.app.region.title
        }
        DemoBadge {
            visible: bar.app.region.demo
        }
        Item { Layout.fillWidth: true }
        SearchBox {
            id: search
            Layout.preferredWidth: Math.round(420 * Theme.scale)
            Layout.minimumWidth: Math.round(180 * Theme.scale)
            Layout.fillWidth: true
            Layout.maximumWidth: Math.round(480 * Theme.scale)
            visible: bar.app.region.state === RegionModel.State.Open
            search: bar.app.search
            onTaken: bar.searchTaken()
        }
        Item { Layout.fillWidth: true }
        ActionButton {
            symbol: "measure"
            text: qsTr("Messen")
            shortcutText: qsTr("Strg+M")
            visible: bar.app.region.state === RegionModel.State.Open
            checked: bar.app.measure.active
            onClicked: bar.app.measure.tool = bar.app.measure.active ? MeasureModel.Tool.None : MeasureModel.Tool.Distance
        }
        ActionButton {
            symbol: "undo"
            text: bar.app.undo.undoText === "" ? qsTr("Rückgängig") : qsTr("Rückgängig: %1").arg(bar.app.undo.undoText)
            shortcutText: qsTr("Strg+Z")
            enabled: bar.app.undo.canUndo
            onClicked: bar.app.undo.undo()
        }
        ActionButton {
            symbol: "redo"
            text: bar.app.undo.redoText === "" ? qsTr("Wiederholen") : qsTr("Wiederholen: %1").arg(bar.app.undo.redoText)
            shortcutText: qsTr("Strg+Y")
            enabled: bar.app.undo.canRedo
            onClicked: bar.app.undo.redo()
        }
        ActionButton {
            symbol: "picture"
            text: qsTr("Bild und Ansicht")
            visible: bar.app.region.state === RegionModel.State.Open
            onClicked: bar.pictureRequested()
        }
        ActionButton {
            symbol: "open"
            text: qsTr("Öffnen")
            checked: openCard.visible
            onClicked: openCard.visible ? openCard.close() : openCard.open()
        }
        ActionButton {
            id: settingsButton
            symbol: "view"
            text: qsTr("Ansicht und Sprache")
            checked: settings.visible
            onClicked: settings.visible ? settings.close() : settings.open()
        }
        ActionButton {
            symbol: "help"
            text: qsTr("Hilfe")
            shortcutText: "F1"
            onClicked: bar.openHelp()
        }
    }
    OpenCard {
        id: openCard
        x: bar.width - width
        y: bar.height + Theme.gap2
        app: bar.app
        onOpenFile: bar.openFile()
    }
    SettingsCard {
        id: settings
        x: bar.width - width
        y: bar.height + Theme.gap2
        settings: bar.app.settings
        live: bar.app.live
        hasPhoto: bar.app.layers.hasPhoto
        onSourcesRequested: {
            settings.close()
            bar.sourcesRequested()
        }
    }
}
