// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A check box with its words.
CheckBox {
    id: check

    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight)
    leftPadding: 0
    spacing: Theme.gap2
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.name: text
    Accessible.onToggleAction: {
        toggle()
        toggled()
    }

    indicator: Rectangle {
        implicitWidth: Math.round(20 * Theme.scale)
        implicitHeight: implicitWidth
        x: check.leftPadding
        y: (check.height - height) / 2
        radius: 4
        color: check.checked ? Theme.accent : "transparent"
        border.width: check.checked ? 0 : 2
        border.color: Theme.muted
        Image {
            anchors.centerIn: parent
            visible: check.checked
            source: Theme.kind === Theme.Kind.Light ? "qrc:/qt/qml/Stadtzwilling/icons/check-light.svg" : "qrc:/qt/qml/Stadtzwilling/icons/check.svg"
            sourceSize { width: 16; height: 16 }
        }
        FocusRing { shown: check.visualFocus; around: 4 }
    }
    contentItem: Words {
        leftPadding: check.indicator.width + check.spacing
        wrapMode: Text.Wrap
        text: check.text
    }
}
