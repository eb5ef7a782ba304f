// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// The layers of the region under their themes: shown or not, and for the chosen one how it shows and where it comes
// from. Up and down choose, space shows and hides, enter opens a row, alt with up and down moves it, delete takes it out.
Panel {
    id: panel

    required property LayerModel layers
    required property LookModel look
    required property LiveModel live
    property bool unfolded: true
    property int opened: -1
    property real maximumHeight: 480
    property bool canAdd: false
    readonly property var xrayLayers: look.xrayLayers

    signal addRequested
    signal themesRequested
    signal tableRequested
    // a layer shows left of the divider from now on
    signal swipeBegan

    padding: Theme.gap2
    implicitHeight: header.height + (unfolded ? list.height + liveView.height + Theme.gap1 : 0) + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Ebenen")
    onActiveFocusChanged: if (activeFocus && unfolded) list.forceActiveFocus(Qt.TabFocusReason)

    RowLayout {
        id: header
        width: parent.width
        height: Theme.target
        spacing: 0
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            font.pixelSize: Theme.emphasis
            font.weight: Font.DemiBold
            text: qsTr("Ebenen")
        }
        ActionButton {
            visible: panel.canAdd
            symbol: "add"
            text: qsTr("Daten hinzufügen …")
            shortcutText: qsTr("Strg+D")
            onClicked: panel.addRequested()
        }
        ActionButton {
            symbol: "themes"
            text: qsTr("Alle Themen")
            onClicked: panel.themesRequested()
        }
        ActionButton {
            symbol: panel.unfolded ? "fold" : "unfold"
            text: panel.unfolded ? qsTr("Ebenen einklappen") : qsTr("Ebenen ausklappen")
            onClicked: panel.unfolded = !panel.unfolded
        }
    }
    ListView {
        id: list

        property int dragged: -1
        property int target: -1

        anchors { left: parent.left; right: parent.right; top: header.bottom; topMargin: Theme.gap1 }
        height: Math.min(contentHeight, panel.maximumHeight - header.height - liveView.height - 2 * panel.padding)
        visible: panel.unfolded
        enabled: visible
        clip: true
        model: panel.layers
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4000 // few rows: their heights must be known for the panel's
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Ebenen")
        ScrollBar.vertical: SlimBar {}

        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = 0
            else if (!activeFocus && currentItem)
                currentItem.focus = true // Tab went on over the headings: it comes back to the row
        }
        Keys.onSpacePressed: if (currentItem) panel.layers.setShown(currentIndex, !(currentItem as LayerRow).shown)
        Keys.onReturnPressed: panel.opened = panel.opened === currentIndex ? -1 : currentIndex
        Keys.onDeletePressed: panel.layers.remove(currentIndex)
        Keys.onPressed: event => {
            if (!(event.modifiers & Qt.AltModifier) || (event.key !== Qt.Key_Up && event.key !== Qt.Key_Down))
                return
            const to = currentIndex + (event.key === Qt.Key_Up ? -1 : 1)
            panel.layers.move(currentIndex, to)
            event.accepted = true
        }

        delegate: LayerRow {
            id: row
            width: ListView.view.width
            // not while the keyboard is at something in it, which has a ring of its own
            chosen: ListView.isCurrentItem && (activeFocus || list.Window.activeFocusItem === list)
            opened: panel.opened === index
            themes: panel.layers.themes
            attributes: objects ? panel.look.attributes : []
            attribute: panel.look.attribute
            onAttributeRequested: which => panel.look.attribute = which
            onTableRequested: panel.tableRequested()
            xray: panel.xrayLayers.indexOf(layerId) >= 0
            onXrayRequested: panel.look.xrayLayer(layerId, title)
            dropsAbove: list.target === index && list.dragged > index
            dropsBelow: list.target === index && list.dragged >= 0 && list.dragged < index
            onToggled: panel.layers.setShown(index, !shown)
            onFoldRequested: panel.layers.setFolded(theme, !folded)
            onUnfoldRequested: {
                list.currentIndex = index
                panel.opened = panel.opened === index ? -1 : index
            }
            onAlwaysRequested: always => panel.layers.setAlways(index, always)
            onSwipeRequested: swiped => {
                panel.layers.setSwiped(index, swiped)
                if (swiped)
                    panel.swipeBegan()
            }
            onOpacityRequested: value => panel.layers.setOpacity(index, value)
            onLevelRequested: which => panel.layers.setLevel(index, which)
            onZoomRequested: panel.layers.zoomTo(index)
            onRemoveRequested: panel.layers.remove(index)
            onThemeRequested: theme => panel.layers.setTheme(index, theme)
            onDragMoved: y => {
                list.dragged = index
                const place = row.mapToItem(list.contentItem, 0, y)
                list.target = list.indexAt(Theme.gap2, Math.max(0, place.y))
            }
            onDragEnded: {
                const to = list.target
                list.dragged = -1
                list.target = -1
                if (to >= 0)
                    panel.layers.move(index, to)
            }
        }
    }
    Flickable {
        id: liveView
        anchors { left: parent.left; right: parent.right; top: list.bottom }
        height: visible ? Math.min(contentHeight, (panel.maximumHeight - header.height) * 0.45) : 0
        visible: panel.unfolded && panel.live.active
        contentHeight: liveRows.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: SlimBar {}
        LiveRows {
            id: liveRows
            width: liveView.width
            live: panel.live
        }
    }
}
