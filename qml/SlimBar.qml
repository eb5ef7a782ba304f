// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A narrow scroll bar that shows only where there is more.
ScrollBar {
    id: bar

    width: 8
    policy: size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    Accessible.ignored: true // what it moves is moved by the list itself
    contentItem: Rectangle {
        implicitWidth: 4
        radius: 2
        color: bar.pressed || bar.hovered ? Theme.muted : Theme.line
    }
    background: null
}
