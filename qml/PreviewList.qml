// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The files of a preview; the current one is shown in detail beside the list.
ListView {
    id: list

    readonly property rect place: currentItem ? (currentItem as PreviewRow).place : Qt.rect(0, 0, 0, 0)
    // of all files, for the sketch
    property list<rect> places

    function collect(): void {
        const found = []
        for (let i = 0; i < count; ++i) {
            const row = itemAtIndex(i) as PreviewRow
            if (row && row.place.width > 0)
                found.push(row.place)
        }
        places = found
    }

    clip: true
    spacing: Theme.gap1
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Dateien")
    ScrollBar.vertical: SlimBar {}
    onCountChanged: collected.restart()

    Timer {
        id: collected // rows that came together are there by then
        interval: 0
        onTriggered: list.collect()
    }

    delegate: PreviewRow {
        width: ListView.view.width
        current: ListView.isCurrentItem
        focused: list.activeFocus && ListView.isCurrentItem
        onChosen: {
            list.currentIndex = index
            list.forceActiveFocus(Qt.MouseFocusReason)
        }
    }
}
