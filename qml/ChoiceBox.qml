// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

// One of many words, in a list that opens.
ComboBox {
    id: box

    implicitHeight: Theme.target
    font.family: Theme.family
    font.pixelSize: Theme.body
    focusPolicy: Qt.StrongFocus

    contentItem: Words {
        leftPadding: Theme.gap2
        rightPadding: Theme.gap6
        text: box.displayText
    }
    indicator: Words {
        x: box.width - width - Theme.gap2
        height: box.height
        color: Theme.muted
        text: "\u25BE"
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: box.hovered ? Theme.hover : "transparent"
        border.width: Theme.lineWidth
        border.color: Theme.line
        FocusRing { shown: box.visualFocus }
    }
    delegate: ItemDelegate {
        id: entry
        required property int index
        required property var model
        required property var modelData
        width: box.popup.width - 2 * box.popup.padding
        height: Theme.target
        highlighted: box.highlightedIndex === index
        readonly property string title: box.textRole === "" ? entry.modelData : entry.modelData[box.textRole]
        Accessible.name: title
        contentItem: Words {
            font.weight: box.currentIndex === entry.index ? Font.DemiBold : Font.Normal
            text: entry.title
        }
        background: Rectangle {
            radius: Theme.smallRadius
            color: entry.highlighted ? Theme.hover : "transparent"
        }
    }
    popup: Popup {
        y: box.height + Theme.gap1
        width: box.width
        height: Math.min(contentItem.implicitHeight + 2 * padding, Math.round(320 * Theme.scale))
        padding: Theme.gap1
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: SlimBar {}
        }
        background: Panel { padding: 0; radius: Theme.smallRadius; solid: true }
    }
}
