// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A column that scrolls where the window is too low for it: what a card holds.
Flickable {
    id: area

    default property alias content: column.data
    property alias spacing: column.spacing

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    contentWidth: width
    contentHeight: column.implicitHeight
    clip: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: SlimBar {}

    ColumnLayout {
        id: column
        width: area.width
    }
}
