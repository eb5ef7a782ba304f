// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// The tools of the top bar: icons in a row, or with their words below each other in a menu.
Grid {
    id: tools

    required property AppModel app
    // a menu
    property bool wordy: false
    property bool opening: false
    property bool setting: false
    readonly property bool open: app.region.state === RegionModel.State.Open

    signal pictureRequested
    signal openRequested
    signal settingsRequested
    signal helpRequested
    // in a menu: something was chosen
    signal chosen

    component Tool: ActionButton {
        leftPadding: wordy ? Theme.gap2 : 0
        width: wordy ? Math.round(300 * Theme.scale) : Theme.target
    }

    columns: wordy ? 1 : 7
    spacing: wordy ? 0 : Theme.gap3

    Tool {
        wordy: tools.wordy
        symbol: "measure"
        text: qsTr("Messen")
        shortcutText: qsTr("Strg+M")
        visible: tools.open
        checked: tools.app.measure.active
        onClicked: {
            tools.chosen()
            tools.app.measure.tool = tools.app.measure.active ? MeasureModel.Tool.None : MeasureModel.Tool.Distance
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "undo"
        text: tools.app.undo.undoText === "" ? qsTr("Rückgängig") : qsTr("Rückgängig: %1").arg(tools.app.undo.undoText)
        shortcutText: qsTr("Strg+Z")
        enabled: tools.app.undo.canUndo
        onClicked: {
            tools.chosen()
            tools.app.undo.undo()
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "redo"
        text: tools.app.undo.redoText === "" ? qsTr("Wiederholen") : qsTr("Wiederholen: %1").arg(tools.app.undo.redoText)
        shortcutText: qsTr("Strg+Y")
        enabled: tools.app.undo.canRedo
        onClicked: {
            tools.chosen()
            tools.app.undo.redo()
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "picture"
        text: qsTr("Bild und Ansicht")
        visible: tools.open
        onClicked: {
            tools.chosen()
            tools.pictureRequested()
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "open"
        text: qsTr("Öffnen")
        checked: tools.opening
        onClicked: {
            tools.chosen()
            tools.openRequested()
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "view"
        text: qsTr("Ansicht und Sprache")
        checked: tools.setting
        onClicked: {
            tools.chosen()
            tools.settingsRequested()
        }
    }
    Tool {
        wordy: tools.wordy
        symbol: "help"
        text: qsTr("Hilfe")
        shortcutText: "F1"
        onClicked: {
            tools.chosen()
            tools.helpRequested()
        }
    }
}
