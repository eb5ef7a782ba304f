// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// The divider between a layer of another time, left of it, and what shows without that layer. Dragged by its line or
// handle; the arrow keys move it.
Item {
    id: divider

    required property LayerModel layers
    required property ClockModel clock
    // what panels leave of the picture
    property real leftEdge: 0
    property real rightEdge: width
    property real bottomEdge: height

    // as a screen reader finds the value of a slider
    property real value
    readonly property real minimumValue: 0
    readonly property real maximumValue: 1
    readonly property real stepSize: 0.02
    readonly property real line: Math.round(layers.divider * width)

    signal ended

    function moveTo(share: real): void { layers.divider = share }

    visible: layers.swipedTitle !== ""
    activeFocusOnTab: true
    onValueChanged: moveTo(value)
    Binding on value { value: divider.layers.divider }
    Keys.onPressed: event => {
        const step = stepSize * (event.modifiers & Qt.ShiftModifier ? 5 : 1)
        switch (event.key) {
        case Qt.Key_Left: moveTo(layers.divider - step); break
        case Qt.Key_Right: moveTo(layers.divider + step); break
        case Qt.Key_Home: moveTo(0); break
        case Qt.Key_End: moveTo(1); break
        default: return
        }
        event.accepted = true
    }
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Schieber zwischen „%1“ und %2").arg(layers.swipedTitle).arg(now.text)
    Accessible.description: qsTr("%1 % der Breite").arg(Math.round(layers.divider * 100))
    Accessible.focusable: true
    Accessible.onIncreaseAction: moveTo(layers.divider + stepSize)
    Accessible.onDecreaseAction: moveTo(layers.divider - stepSize)

    component Sign: Rectangle {
        required property Item beside
        property alias text: words.text

        y: beside.y + Math.round((beside.height - height) / 2)
        width: words.width + 2 * Theme.gap2
        height: words.implicitHeight + Theme.gap2
        radius: Theme.smallRadius
        color: Theme.panelSolid
        border.width: Theme.lineWidth
        border.color: Theme.line

        Words {
            id: words
            anchors.centerIn: parent
            width: Math.min(implicitWidth, Math.round(220 * Theme.scale))
            mayElide: true
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
        }
    }

    Rectangle {
        x: divider.line - width / 2
        width: 4
        height: divider.height
        color: Theme.accent
        border.width: 1
        border.color: Theme.panelSolid
    }
    MouseArea {
        x: divider.line - width / 2
        width: knob.width
        height: divider.height
        preventStealing: true
        cursorShape: Qt.SplitHCursor
        onPressed: divider.forceActiveFocus(Qt.MouseFocusReason)
        onPositionChanged: mouse => {
            const edge = Theme.gap6
            const x = mapToItem(divider, mouse.x, 0).x
            divider.moveTo(Math.max(divider.leftEdge + edge, Math.min(divider.rightEdge - edge, x)) / divider.width)
        }
    }
    Rectangle {
        id: knob
        x: Math.round(divider.line - width / 2)
        y: Math.round(divider.bottomEdge * 0.5 - height / 2)
        width: Math.max(Theme.target, Math.round(40 * Theme.scale))
        height: width
        radius: width / 2
        color: Theme.panelSolid
        border.width: 2
        border.color: Theme.accent
        Symbol {
            anchors.centerIn: parent
            symbol: "swipe"
            color: Theme.accent
        }
        FocusRing {
            shown: divider.activeFocus
            around: parent.radius
        }
    }
    Sign {
        beside: knob
        x: knob.x - width - Theme.gap2
        text: divider.layers.swipedTitle
    }
    Sign {
        id: now
        beside: knob
        x: knob.x + knob.width + Theme.gap2
        text: divider.clock.live ? qsTr("heute") : divider.clock.dateText
    }
    ActionButton {
        x: now.x + now.width + Theme.gap1
        y: knob.y + Math.round((knob.height - height) / 2)
        symbol: "close"
        text: qsTr("Vergleich beenden")
        shortcutText: qsTr("Esc")
        onClicked: {
            divider.layers.endSwipe()
            divider.ended()
        }
        Rectangle {
            anchors.fill: parent
            z: -1
            radius: Theme.smallRadius
            color: Theme.panelSolid
            border.width: Theme.lineWidth
            border.color: Theme.line
        }
    }
}
