// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// One layer: eye and name; opened also how it shows and where it comes from. Dragged by its handle.
Item {
    id: row

    required property int index
    required property string title
    required property string kind
    required property string summary
    required property bool shown
    required property real opaque
    required property string source
    required property string age
    required property list<string> levels
    required property int level
    required property string problem
    required property string theme
    required property string themeTitle
    required property bool firstOfTheme
    required property bool folded
    required property bool removable
    required property var legend
    required property string dated
    required property bool always
    required property bool swipeable
    required property bool swiped
    required property bool objects
    required property string layerId
    required property bool tiled

    property var themes: []
    property var attributes: []
    property int attribute: 0
    property bool opened: false
    property bool xray: false
    property bool chosen: false
    property bool dropsAbove: false
    property bool dropsBelow: false

    signal toggled
    signal foldRequested
    signal unfoldRequested
    signal opacityRequested(real value)
    signal alwaysRequested(bool always)
    signal swipeRequested(bool swiped)
    signal levelRequested(int which)
    signal zoomRequested
    signal removeRequested
    signal attributeRequested(int which)
    signal tableRequested
    signal xrayRequested
    signal themeRequested(string theme)
    signal dragMoved(real y)
    signal dragEnded

    implicitHeight: heading.height + (folded ? 0 : column.implicitHeight)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: problem !== "" ? problem : shown ? qsTr("sichtbar") : qsTr("ausgeblendet")
    Accessible.checkable: true
    Accessible.focusable: true
    Accessible.checked: shown
    Accessible.onToggleAction: toggled()
    Accessible.onPressAction: unfoldRequested()

    ThemeHeading {
        id: heading
        width: parent.width
        height: row.firstOfTheme ? implicitHeight : 0
        visible: row.firstOfTheme
        title: row.themeTitle
        folded: row.folded
        onToggled: row.foldRequested()
    }
    Rectangle {
        anchors { fill: parent; topMargin: heading.height }
        visible: !row.folded
        radius: Theme.smallRadius
        color: row.opened ? Theme.hover : "transparent"
        opacity: drag.active ? 0.5 : 1
        FocusRing { anchors.margins: 0; shown: row.chosen } // inside: the list cuts
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right }
        y: row.dropsBelow ? parent.height - height : heading.height
        height: 2
        visible: row.dropsAbove || row.dropsBelow
        color: Theme.accent
    }
    HoverHandler { id: hover }
    ActionButton {
        id: eye
        y: heading.height + Math.round((line.height - height) / 2)
        visible: !row.folded
        symbol: row.shown ? "eye" : "eye-off"
        text: row.shown ? qsTr("%1 ausblenden").arg(row.title) : qsTr("%1 einblenden").arg(row.title)
        wordy: false
        focusPolicy: Qt.NoFocus
        onClicked: row.toggled()
    }
    ColumnLayout {
        id: column
        y: heading.height
        width: parent.width
        visible: !row.folded
        spacing: 0

        RowLayout {
            id: line
            Layout.fillWidth: true
            Layout.leftMargin: eye.width + Theme.gap1
            spacing: Theme.gap1
            Item {
                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.target, names.implicitHeight + Theme.gap2)
                Column {
                    id: names
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                    Words {
                        width: parent.width
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        mayElide: true
                        color: row.shown ? Theme.text : Theme.muted
                        text: row.title
                    }
                    Words {
                        width: parent.width
                        color: row.problem !== "" ? Theme.danger : Theme.muted
                        font.pixelSize: Theme.caption
                        text: row.problem !== "" ? qsTr("nicht darstellbar")
                                                 : row.summary === "" ? row.kind : row.kind + " · " + row.summary
                    }
                }
                TapHandler { onTapped: row.unfoldRequested() }
                HoverHandler { cursorShape: Qt.PointingHandCursor }
            }
            LegendMark {
                Layout.rightMargin: Theme.gap3 // beside the scroll bar
                visible: row.legend.length === 1 && row.legend[0].shape !== "text" && !handle.visible
                entry: row.legend.length === 1 ? row.legend[0] : null
            }
            Item {
                id: handle
                Layout.preferredWidth: Theme.touch ? Theme.target : Theme.gap6
                Layout.preferredHeight: Theme.target
                visible: hover.hovered || drag.active || (Theme.touch && row.opened)
                Grid {
                    anchors.centerIn: parent
                    columns: 2
                    spacing: 3
                    Repeater {
                        model: 6
                        Rectangle { width: 3; height: 3; radius: 1.5; color: Theme.muted }
                    }
                }
                HoverHandler { cursorShape: drag.active ? Qt.ClosedHandCursor : Qt.OpenHandCursor }
                DragHandler {
                    id: drag
                    target: null
                    xAxis.enabled: false
                    onCentroidChanged: if (active) row.dragMoved(handle.mapToItem(row, 0, centroid.position.y).y)
                    onActiveChanged: if (!active) row.dragEnded()
                }
                Tip {
                    shown: handleHover.hovered && !drag.active
                    text: qsTr("Ziehen ändert die Reihenfolge (Alt + Pfeiltasten)")
                }
                HoverHandler { id: handleHover }
            }
        }
        LayerDetails {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.target + Theme.gap1
            Layout.rightMargin: Theme.gap2
            Layout.bottomMargin: Theme.gap2
            visible: row.opened
            row: row
        }
    }
}
