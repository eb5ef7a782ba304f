// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// The button of this program: words, or an icon with the words as tooltip.
Button {
    id: button

    // file name below assets/icons without ending; empty: words only
    property string symbol: ""
    property bool primary: false
    // a line around it where it stands alone
    property bool outlined: false
    // words are shown beside the icon
    property bool wordy: symbol === ""
    property string tip: text
    property string shortcutText: ""

    readonly property color ink: primary ? Theme.accentText : Theme.text

    implicitHeight: Theme.target
    implicitWidth: wordy ? Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding) : Theme.target
    leftPadding: wordy ? Theme.gap3 : 0
    rightPadding: wordy ? Theme.gap3 : 0
    topPadding: 0
    bottomPadding: 0
    spacing: Theme.gap2
    display: symbol === "" ? AbstractButton.TextOnly : wordy ? AbstractButton.TextBesideIcon : AbstractButton.IconOnly
    icon.source: symbol === "" ? "" : "qrc:/qt/qml/Stadtzwilling/icons/" + symbol + ".svg"
    icon.width: Math.round(20 * Theme.scale)
    icon.height: Math.round(20 * Theme.scale)
    icon.color: enabled ? ink : Theme.muted
    palette.buttonText: ink
    palette.windowText: ink
    palette.brightText: ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: primary ? Font.DemiBold : Font.Medium
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.description: shortcutText
    Accessible.onPressAction: clicked() // Qt 6.4 presses no buttons by itself

    Tip {
        shown: !button.wordy && button.hovered
        text: button.shortcutText === "" ? button.tip : button.tip + "  (" + button.shortcutText + ")"
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.smallRadius
        color: button.primary ? Theme.accent
                              : button.down ? Theme.pressed
                                            : button.hovered || button.checked ? Theme.hover : "transparent"
        border.width: button.outlined ? Theme.lineWidth : 0
        border.color: Theme.line
        opacity: button.primary && button.hovered ? 0.9 : 1
        FocusRing {
            shown: button.visualFocus
        }
    }
}
