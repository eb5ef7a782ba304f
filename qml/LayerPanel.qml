// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The layers of the region, topmost first: shown or not, and for the chosen one how it shows and where it comes from.
// Up and down choose, space shows and hides, enter opens a row.
Panel {
    id: panel

    required property LayerModel layers
    property bool unfolded: true
    property int opened: -1
    property real maximumHeight: 480

    padding: Theme.gap2
    implicitHeight: header.height + (unfolded ? list.height + Theme.gap1 : 0) + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Ebenen")
    onActiveFocusChanged: if (activeFocus && unfolded) list.forceActiveFocus(Qt.TabFocusReason)

    RowLayout {
        id: header
        width: parent.width
        height: Theme.target
        spacing: Theme.gap2
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            font.pixelSize: Theme.emphasis
            font.weight: Font.DemiBold
            text: qsTr("Ebenen")
        }
        ActionButton {
            symbol: panel.unfolded ? "minus" : "plus"
            text: panel.unfolded ? qsTr("Ebenen einklappen") : qsTr("Ebenen ausklappen")
            onClicked: panel.unfolded = !panel.unfolded
        }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: header.bottom; topMargin: Theme.gap1 }
        height: Math.min(contentHeight, panel.maximumHeight - header.height - 2 * panel.padding)
        visible: panel.unfolded
        enabled: visible
        clip: true
        model: panel.layers
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Ebenen")

        Keys.onSpacePressed: if (currentItem) panel.layers.setShown(currentIndex, !(currentItem as LayerRow).shown)
        Keys.onReturnPressed: panel.opened = panel.opened === currentIndex ? -1 : currentIndex

        delegate: LayerRow {
            width: ListView.view.width
            chosen: list.activeFocus && ListView.isCurrentItem
            opened: panel.opened === index
            onToggled: panel.layers.setShown(index, !shown)
            onUnfoldRequested: {
                list.currentIndex = index
                panel.opened = panel.opened === index ? -1 : index
            }
            onOpacityRequested: value => panel.layers.setOpacity(index, value)
            onLevelRequested: which => panel.layers.setLevel(index, which)
            onZoomRequested: panel.layers.zoomTo(index)
        }
    }
}
