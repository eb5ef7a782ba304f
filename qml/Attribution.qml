// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Whose data this is; always legible over the model.
Rectangle {
    property alias text: words.text

    width: words.implicitWidth + 2 * Theme.gap2
    height: words.implicitHeight + Theme.gap1
    radius: 4
    color: Qt.alpha(Theme.panelSolid, 0.78)

    Words {
        id: words
        anchors.centerIn: parent
        font.pixelSize: Theme.caption
        color: Theme.text
    }
}
