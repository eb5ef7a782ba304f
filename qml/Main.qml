// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Stadtzwilling

// The window: the city to the edges, panels floating over it. Layout and focus only.
ApplicationWindow {
    id: window

    required property AppModel app

    readonly property bool open: app.region.state === RegionModel.State.Open
    // what the table takes from the panels above it
    readonly property real sheetHeight: tableSheet.visible ? tableSheet.height + Theme.gap3 : 0
    // between the layers and what is shown on the right
    readonly property real freeLeft: layerPanel.visible ? layerPanel.x + layerPanel.width : 0
    readonly property real freeRight: inspector.visible ? inspector.x : liveCard.visible ? liveCard.x : width
    // no room for notes between them: these take the width, the panels begin below
    // few words fit: one thing at a time
    readonly property bool small: width < 760 * Theme.scale || height < 560 * Theme.scale
    readonly property bool tight: freeRight - freeLeft - 2 * Theme.gap3 < 480 * Theme.scale
    readonly property real panelTop: topBar.y + topBar.height + Theme.gap3 + (tight && notes.height > 0 ? notes.height + Theme.gap3 : 0)
    readonly property real panelRoom: bottomBar.y - panelTop - sheetHeight - Theme.gap3
    readonly property var panels: [viewport, swipe, topBar.searchField, layerPanel, inspector, liveCard, tableSheet, bottomBar]

    width: 1280
    height: 800
    minimumWidth: Math.min(Screen.width, Math.max(800, Math.round(640 * Theme.scale)))
    minimumHeight: Math.min(Screen.height, Math.max(520, Math.round(400 * Theme.scale)))
    visible: false
    color: Theme.background
    title: app.region.title === "" ? qsTr("Stadtzwilling") : qsTr("%1 – Stadtzwilling").arg(app.region.title)

    // the keyboard begins in the city
    Component.onCompleted: viewport.forceActiveFocus(Qt.OtherFocusReason)

    Binding { target: Theme; property: "kind"; value: window.app.settings.theme }
    Binding { target: Theme; property: "scale"; value: window.app.settings.scale }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.settings.reducedMotion }
    Binding { target: Theme; property: "touch"; value: window.app.settings.touch }

    function cyclePanels(): void {
        const usable = panels.filter(panel => panel.visible && panel.enabled)
        const current = usable.findIndex(panel => holdsKeyboard(panel))
        const next = usable[(current + 1) % usable.length]
        next.forceActiveFocus(Qt.TabFocusReason)
        if (activeFocusItem === next && !next.activeFocusOnTab) // a panel is no place for the keyboard itself
            next.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
    }
    function holdsKeyboard(panel: Item): bool {
        let item = activeFocusItem
        while (item && item !== panel)
            item = item.parent
        return item === panel
    }

    // Whatever the keyboard goes to is scrolled into sight.
    onActiveFocusItemChanged: if (activeFocusItem) reveal(activeFocusItem)
    function reveal(item: Item): void {
        for (let above = item.parent; above; above = above.parent) {
            if (!(above instanceof Flickable) || above === item)
                continue
            const top = item.mapToItem(above.contentItem, 0, 0).y
            const last = Math.max(0, above.contentHeight - above.height) + above.originY
            if (top < above.contentY)
                above.contentY = Math.max(above.originY, top - Theme.gap1)
            else if (top + item.height > above.contentY + above.height)
                above.contentY = Math.min(last, top + Math.min(item.height, above.height) - above.height + Theme.gap1)
        }
    }

    // Only the city, its marks and its source.
    function setBare(bare: bool): void {
        const kept = [viewport, swipe, overlays, nameLabels, attribution, measureLabels]
        const items = window.contentItem.children // Qt 6.4 knows no for … of in lists of items
        for (let i = 0; i < items.length; ++i)
            if (kept.indexOf(items[i]) < 0)
                items[i].opacity = bare ? 0 : 1
    }

    // Esc goes one step back.
    function goBack(): void {
        if (app.addData.placing)
            app.addData.setPlacing(false)
        else if (helpCard.up)
            helpCard.close()
        else if (alarmCard.up)
            alarmCard.close()
        else if (sourcesCard.up)
            sourcesCard.close()
        else if (themesCard.up)
            themesCard.close()
        else if (addDialog.up)
            addDialog.close()
        else if (topBar.settingsOpen)
            topBar.closeSettings()
        else if (topBar.menuOpen)
            topBar.closeMenu()
        else if (app.measure.active)
            app.measure.back()
        else if (viewTools.viewsOpen)
            viewTools.closeViews()
        else if (bottomBar.timeOpen)
            bottomBar.closeTime()
        else if (topBar.searchField.text !== "")
            topBar.searchField.clear()
        else if (viewport.walking)
            viewport.toggleWalk()
        else if (app.table.open)
            app.table.open = false
        else if (app.inspector.active)
            app.inspector.close()
        else if (app.live.details.open)
            app.live.details.close()
        else
            app.layers.endSwipe()
        viewport.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    Shortcut { sequences: ["Ctrl+K", "Ctrl+F"]; onActivated: topBar.searchField.forceActiveFocus(Qt.ShortcutFocusReason) }
    Shortcut { sequence: "F6"; onActivated: window.cyclePanels() }
    Shortcut { sequence: "Escape"; onActivated: window.goBack() }
    Shortcut { sequence: "F1"; onActivated: helpCard.up ? helpCard.close() : helpCard.open() }
    Shortcut { sequence: "Ctrl+O"; onActivated: fileDialog.open() }
    Shortcut { sequence: "Ctrl+D"; onActivated: window.app.addData.choose() }
    Shortcut { sequence: "H"; enabled: viewport.activeFocus && window.app.inspector.active; onActivated: window.app.look.hideSelected() }
    Shortcut { sequence: "I"; enabled: viewport.activeFocus && window.app.inspector.active; onActivated: window.app.look.isolateSelected() }
    Shortcut { sequence: "X"; enabled: viewport.activeFocus && (window.app.inspector.active || window.app.look.xray); onActivated: window.app.look.xraySelected() }
    Shortcut { sequence: "V"; enabled: viewport.activeFocus; onActivated: window.app.settings.nextPictureStyle(window.app.layers.hasPhoto) }
    Shortcut { sequence: "Shift+H"; enabled: viewport.activeFocus; onActivated: window.app.look.showAll() }
    Shortcut { sequence: "Ctrl+S"; enabled: window.open; onActivated: pictureCard.save() }
    Shortcut { sequence: "Ctrl+Shift+C"; enabled: window.open; onActivated: pictureCard.copyPicture() }
    Shortcut { sequence: "Ctrl+T"; enabled: window.open; onActivated: window.app.table.open = !window.app.table.open }
    Shortcut {
        sequence: "Ctrl+M"
        enabled: window.open
        onActivated: {
            window.app.measure.tool = window.app.measure.active ? MeasureModel.Tool.None : MeasureModel.Tool.Distance
            viewport.forceActiveFocus(Qt.ShortcutFocusReason)
        }
    }
    Shortcut { sequence: "Space"; enabled: viewport.activeFocus; onActivated: viewport.clickMiddle() }
    Shortcut { sequence: "Backspace"; enabled: window.app.measure.active && viewport.activeFocus; onActivated: window.app.measure.removeLast() }
    Shortcut { sequences: ["Return", "Enter"]; enabled: window.app.measure.active && viewport.activeFocus; onActivated: window.app.measure.finish() }
    Shortcut {
        readonly property bool ofMeasure: window.app.measure.active && window.app.measure.pointCount > 0
        sequence: "Ctrl+Z"
        enabled: ofMeasure || window.app.undo.canUndo
        onActivated: ofMeasure ? window.app.measure.removeLast() : window.app.undo.undo()
    }
    Shortcut { sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]; enabled: window.app.undo.canRedo; onActivated: window.app.undo.redo() }
    Shortcut {
        sequence: "F11"
        onActivated: window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
    }

    Commands {
        app: window.app
        viewport: viewport
        window: window
        onOpenFile: fileDialog.open()
        onOpenHelp: helpCard.open()
        onOpenSources: sourcesCard.open()
        onViewsToggled: viewTools.toggleViews()
        onViewKept: viewTools.keepView()
        onSettingsRequested: topBar.openSettings()
        onPictureRequested: pictureCard.save()
        onPictureCopyRequested: pictureCard.copyPicture()
    }

    // Qt Quick 3D makes its shaders when it is shown first: once the city is there.
    Overlays {
        id: overlays
        visible: window.open && (viewport.wasComplete || viewport.marks.pinVisible || viewport.marks.haloVisible
                                 || viewport.measureMarks.knobs.length > 0)
        frame: viewport.overlay
        marks: viewport.marks
        measureMarks: viewport.measureMarks
        liveMarks: viewport.liveMarks
        liveAreas: viewport.liveAreas
    }
    // Draws before everything else, stands above the overlays for the pointer's sake.
    CityViewport {
        id: viewport
        objectName: "viewport"
        anchors.fill: parent
        app: window.app
        focus: true
        chrome.items: [topBar, notes, layerPanel, lookPanel, inspector, liveCard, tableSheet, attribution, bottomBar,
            viewTools.controlsPiece, viewTools.cubePiece, viewTools.mapPiece, viewTools.hintPiece, viewTools.introPiece]
        // What arrives from outside must not delay the first picture.
        onWasCompleteChanged: window.app.live.begin()
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Stadtmodell")
        Accessible.description: qsTr("Pfeiltasten bewegen, Q und E drehen, R und F neigen, Plus und Minus zoomen")
    }
    NameLabels {
        id: nameLabels
        anchors.fill: viewport
        marks: viewport.names
        moving: viewport.moving
        visible: window.open
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Namen im Bild")
        Accessible.description: viewport.names.text
    }
    SwipeDivider {
        id: swipe
        anchors.fill: viewport
        layers: window.app.layers
        clock: window.app.clock
        leftEdge: window.freeLeft
        rightEdge: window.freeRight
        bottomEdge: tableSheet.visible ? tableSheet.y : bottomBar.y
        onEnded: viewport.forceActiveFocus(Qt.OtherFocusReason)
    }
    PinLabel {
        marks: viewport.marks
        status: window.app.status
        visible: window.open && viewport.marks.pinVisible
    }

    LiveHint { marks: viewport.liveMarks }

    MeasureLabels {
        id: measureLabels
        anchors.fill: parent
        marks: viewport.measureMarks
        aims: viewport.keyed || ((window.app.measure.active || window.app.addData.placing) && viewport.activeFocus && window.app.status.positionText === "")
    }
    // where the keyboard is: all round the picture
    FocusRing {
        anchors.fill: viewport
        anchors.margins: 3
        shown: viewport.keyed
        around: Theme.radius
    }

    EmptyState {
        anchors.centerIn: parent
        visible: window.app.region.state === RegionModel.State.Empty && !window.app.importer.running
        onOpenFile: fileDialog.open()
        onOpenDemo: window.app.importer.openDemo()
    }

    TopBar {
        id: topBar
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gap3 }
        app: window.app
        onOpenFile: fileDialog.open()
        onOpenHelp: helpCard.open()
        onSourcesRequested: sourcesCard.open()
        onPictureRequested: pictureCard.up ? pictureCard.close() : pictureCard.open()
        onSearchTaken: {
            // a card that a command has opened keeps the keyboard: Esc closes it
            if (!helpCard.up && !sourcesCard.up && !pictureCard.up && !addDialog.up)
                viewport.forceActiveFocus(Qt.ShortcutFocusReason)
        }
    }
    LoadingLine {
        anchors { left: topBar.left; right: topBar.right; top: topBar.bottom; topMargin: Theme.gap1 }
        app: window.app
    }
    Column {
        id: notes
        readonly property real room: (window.tight ? window.width : window.freeRight - window.freeLeft) - 2 * Theme.gap3
        x: window.tight ? Theme.gap3 : Math.round(window.freeLeft + (window.freeRight - window.freeLeft - width) / 2)
        y: topBar.y + topBar.height + Theme.gap3
        width: window.tight ? room : Math.min(room, Math.round(640 * Theme.scale))
        spacing: Theme.gap2
        AlarmPill {
            id: alarmPill
            anchors.horizontalCenter: parent.horizontalCenter
            visible: window.open && wanted
            alarms: window.app.live.alarms
            onClicked: alarmCard.up ? alarmCard.close() : alarmCard.open()
        }
        ImportCard {
            width: parent.width
            importer: window.app.importer
        }
        IssueBanner {
            width: parent.width
            issues: window.app.issues
        }
        UndoNotice {
            width: Math.min(parent.width, implicitWidth)
            anchors.horizontalCenter: parent.horizontalCenter
            undo: window.app.undo
            held: addDialog.visible
        }
        PlacingCard {
            width: parent.width
            addData: window.app.addData
            onVisibleChanged: {
                if (visible)
                    viewport.forceActiveFocus(Qt.OtherFocusReason)
            }
        }
        MeasureCard {
            width: Math.min(parent.width, Math.max(implicitWidth, Math.round(460 * Theme.scale)))
            anchors.horizontalCenter: parent.horizontalCenter
            measure: window.app.measure
        }
    }

    LayerPanel {
        id: layerPanel
        x: Theme.gap3
        y: window.panelTop
        width: Math.min(Math.round(280 * Theme.scale), Math.round(window.width / 3))
        maximumHeight: window.panelRoom - (lookPanel.visible ? lookPanel.height + Theme.gap3 : 0) - (attribution.visible ? attribution.height + Theme.gap3 : 0)
        visible: window.open && layers.count > 0
        layers: window.app.layers
        look: window.app.look
        live: window.app.live
        onTableRequested: {
            window.app.table.selectedOnly = false
            window.app.table.open = true
        }
        canAdd: window.app.addData.canGoToRegion
        onAddRequested: window.app.addData.choose()
        onThemesRequested: themesCard.open()
        onSwipeBegan: swipe.forceActiveFocus(Qt.OtherFocusReason)
    }
    Inspector {
        id: inspector
        anchors { right: parent.right; rightMargin: Theme.gap3 }
        y: window.panelTop
        // a third of the window, more where the letters are large
        width: Math.round(Math.min(400 * Theme.scale, Math.max(window.width / 3, Math.min(320 * Theme.scale, 0.45 * window.width))))
        height: Math.min(implicitHeight, window.panelRoom)
        visible: window.open && window.app.inspector.active && !(window.small && window.app.measure.active)
        inspector: window.app.inspector
        links: window.app.links
        replayText: window.app.live.replayText
        onFrameRequested: viewport.frameSelection()
        onHideRequested: window.app.look.hideSelected()
        onIsolateRequested: window.app.look.isolateSelected()
        onXrayRequested: window.app.look.xraySelected()
        xray: window.app.look.xray
        onTableRequested: {
            window.app.table.selectedOnly = true
            window.app.table.open = true
        }
        onObjectFrameRequested: id => viewport.frameObject(id)
    }
    LiveCard {
        id: liveCard
        anchors { right: parent.right; rightMargin: Theme.gap3 }
        y: window.panelTop
        width: wide && tab === 2 && live.details.thingOpen ? Math.min(Math.round(860 * Theme.scale), window.width * 0.62) : inspector.width
        height: Math.min(implicitHeight, window.panelRoom)
        visible: window.open && window.app.live.details.open && !inspector.visible
        live: window.app.live
        links: window.app.links
        onStreetRequested: topBar.searchField.forceActiveFocus(Qt.OtherFocusReason)
    }
    ViewTools {
        id: viewTools
        anchors.fill: parent
        visible: window.open
        app: window.app
        viewport: viewport
        leftEdge: window.freeLeft
        rightEdge: window.freeRight
        topEdge: window.panelTop
        bottomEdge: tableSheet.visible ? tableSheet.y : bottomBar.y
        onHelpRequested: helpCard.open()
    }
    LookPanel {
        id: lookPanel
        anchors { left: parent.left; bottom: attribution.visible ? attribution.top : tableSheet.visible ? tableSheet.top : bottomBar.top; margins: Theme.gap3 }
        width: Math.round(240 * Theme.scale)
        look: window.app.look
    }
    TableSheet {
        id: tableSheet
        anchors { left: parent.left; right: parent.right; bottom: bottomBar.top; margins: Theme.gap3 }
        height: Math.round(Math.min(window.height * (window.tight ? 0.45 : 0.34), 340 * Theme.scale))
        z: 1
        table: window.app.table
        onFrameRequested: viewport.frameSelection()
    }
    Attribution {
        id: attribution
        anchors { left: parent.left; bottom: tableSheet.visible ? tableSheet.top : bottomBar.top; margins: Theme.gap3; bottomMargin: Theme.gap2 }
        text: window.app.region.attribution
        visible: window.open && text !== ""
    }
    BottomBar {
        id: bottomBar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.gap3 }
        visible: window.open
        app: window.app
    }

    Announcer {
        app: window.app
        viewport: viewport
    }

    DropArea {
        id: dropArea
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            window.app.takeFiles(drop.urls)
            drop.accept(Qt.CopyAction)
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.gap3
            visible: dropArea.containsDrag
            color: Qt.alpha(Theme.accent, 0.14)
            radius: Theme.radius
            border.width: 2
            border.color: Theme.accent
            Panel {
                anchors.centerIn: parent
                width: dropWords.implicitWidth + 2 * Theme.gap6
                height: dropWords.implicitHeight + 2 * Theme.gap4
                Words {
                    id: dropWords
                    anchors.centerIn: parent
                    font.pixelSize: Theme.emphasis
                    text: qsTr("Loslassen, um die Dateien anzusehen")
                }
            }
        }
    }

    HelpCard {
        id: helpCard
        objectName: "help"
        status: window.app.status
        help: window.app.help
        settings: window.app.settings
        x: Math.round((window.width - width) / 2)
        y: Math.round((window.height - height) / 2)
    }
    PictureCard {
        id: pictureCard
        city: viewport
        x: window.width - width - Theme.gap3
        y: topBar.y + topBar.height + Theme.gap2
        onBareRequested: bare => window.setBare(bare)
    }
    AlarmCard {
        id: alarmCard
        alarms: window.app.live.alarms
        width: Math.min(window.width - 2 * Theme.gap8, Math.round(520 * Theme.scale))
        height: Math.min(window.height - topBar.height - 2 * Theme.gap8 - Theme.target, implicitHeight)
        x: Math.round((window.width - width) / 2)
        y: topBar.y + topBar.height + Theme.target + Theme.gap3 + Theme.gap2
    }
    SourcesCard {
        id: sourcesCard
        sources: window.app.sources
        width: Math.min(window.width - 2 * Theme.gap8, Math.round(720 * Theme.scale))
        height: Math.min(window.height - 2 * Theme.gap8, Math.round(640 * Theme.scale), wantedHeight)
        x: Math.round((window.width - width) / 2)
        y: Math.round((window.height - height) / 2)
    }
    ThemesCard {
        id: themesCard
        objectName: "themes"
        layers: window.app.layers
        width: Math.min(window.width - 2 * Theme.gap8, Math.round(560 * Theme.scale))
        height: Math.min(window.height - 2 * Theme.gap8, implicitHeight)
        x: Math.round((window.width - width) / 2)
        y: Math.round((window.height - height) / 2)
    }
    AddDataDialog {
        id: addDialog
        addData: window.app.addData
        layers: window.app.layers
        undo: window.app.undo
        width: Math.min(window.width - 2 * Theme.gap8, Math.round((aside ? 420 : 940) * Theme.scale))
        height: aside ? bottomBar.y - topBar.y - topBar.height - 2 * Theme.gap3 : Math.min(window.height - 2 * Theme.gap8, Math.round(640 * Theme.scale))
        x: aside ? Theme.gap3 : Math.round((window.width - width) / 2)
        y: aside ? topBar.y + topBar.height + Theme.gap3 : Math.round((window.height - height) / 2)
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Stadtmodell öffnen")
        acceptLabel: qsTr("Öffnen")
        rejectLabel: qsTr("Abbrechen")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Stadtmodelle (*.gml *.xml *.citygml *.json)"), qsTr("Alle Dateien (*)")]
        onAccepted: window.app.importer.openUrls(selectedFiles)
    }
}
