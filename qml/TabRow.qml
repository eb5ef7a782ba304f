// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

// Tabs as words; the chosen one is underlined.
Item {
    id: row

    property list<string> names
    property int current: 0

    signal chosen(int index)

    implicitHeight: Theme.target
    Accessible.role: Accessible.PageTabList

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.lineWidth
        color: Theme.line
    }
    Row {
        spacing: Theme.gap4
        Repeater {
            model: row.names
            TabButton {
                id: tab
                required property int index
                required property string modelData
                readonly property bool on: index === row.current

                height: row.height
                leftPadding: 0
                rightPadding: 0
                text: modelData
                font.family: Theme.family
                font.pixelSize: Theme.body
                font.weight: on ? Font.DemiBold : Font.Normal
                checked: on
                palette.windowText: Theme.accent
                palette.brightText: hovered ? Theme.text : Theme.muted
                focusPolicy: Qt.StrongFocus
                Accessible.name: text
                Accessible.onPressAction: clicked()
                onClicked: row.chosen(index)
                Keys.onReturnPressed: tab.clicked()
                Keys.onRightPressed: row.chosen(Math.min(row.names.length - 1, row.current + 1))
                Keys.onLeftPressed: row.chosen(Math.max(0, row.current - 1))

                background: Item {
                    Rectangle {
                        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                        height: 2
                        visible: tab.on
                        color: Theme.accent
                    }
                    FocusRing { shown: tab.visualFocus }
                }
            }
        }
    }
}
