// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The one bar: where one is, search, and the way the window looks. What does not fit is left out in turn: the name of
// the program, then the icons of the tools, which go into a menu.
Panel {
    id: bar

    required property AppModel app
    readonly property alias searchField: search.field
    readonly property alias settingsOpen: settings.up
    readonly property alias menuOpen: menu.up

    signal sourcesRequested
    signal openFile
    signal openHelp
    signal pictureRequested
    signal searchTaken

    // the narrowest that all tools stand in, and the narrowest that the program's name stands in, too
    readonly property real toolsNeed: Math.round(440 * Theme.scale) + 7 * Theme.target + 12 * Theme.gap3
    readonly property bool folded: width < toolsNeed
    readonly property bool nameless: width < toolsNeed + Math.round(220 * Theme.scale)

    function closeSettings(): void { settings.close() }
    function openSettings(): void { settings.open() }
    function closeMenu(): void { menu.close() }

    padding: 0
    implicitHeight: Theme.target + Theme.gap4
    z: 2

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap4; rightMargin: Theme.gap2 }
        spacing: Theme.gap3

        Words {
            visible: !bar.nameless || title.text === ""
            font.pixelSize: Theme.emphasis
            font.weight: Font.DemiBold
            text: qsTr("Erkunden")
        }
        Rectangle {
            visible: !bar.nameless && title.text !== ""
            Layout.preferredWidth: Theme.lineWidth
            Layout.preferredHeight: Theme.gap4
            color: Theme.line
        }
        Words {
            id: title
            Layout.fillWidth: true
            Layout.minimumWidth: Math.round(60 * Theme.scale)
            Layout.maximumWidth: Math.min(implicitWidth, Math.round(320 * Theme.scale))
            visible: text !== ""
            mayElide: true
            color: Theme.muted
            text: bar.app.region.title
            HoverHandler { id: titleHover }
            Tip {
                shown: titleHover.hovered && title.truncated
                text: title.text
            }
        }
        DemoBadge {
            visible: bar.app.region.demo
        }
        Item { Layout.fillWidth: true; Layout.maximumWidth: bar.nameless ? 0 : -1 }
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
        Item { Layout.fillWidth: true; Layout.maximumWidth: search.visible && bar.nameless ? 0 : -1 }
        TopTools {
            visible: !bar.folded
            app: bar.app
            opening: openCard.visible
            setting: settings.visible
            onPictureRequested: bar.pictureRequested()
            onOpenRequested: openCard.up ? openCard.close() : openCard.open()
            onSettingsRequested: settings.up ? settings.close() : settings.open()
            onHelpRequested: bar.openHelp()
        }
        ActionButton {
            visible: bar.folded
            symbol: "more"
            text: qsTr("Mehr")
            checked: menu.visible
            onClicked: menu.up ? menu.close() : menu.open()
        }
    }
    Card {
        id: menu
        x: bar.width - width
        y: bar.height + Theme.gap2
        padding: Theme.gap2
        contentItem: ScrollArea {
            TopTools {
                wordy: true
                app: bar.app
                onChosen: menu.close()
                onPictureRequested: bar.pictureRequested()
                onOpenRequested: openCard.open()
                onSettingsRequested: settings.open()
                onHelpRequested: bar.openHelp()
            }
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
