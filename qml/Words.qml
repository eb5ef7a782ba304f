// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Text in the program's type; never markup.
Text {
    // data of any length: a name, a path, a cell. Words of the program itself must fit.
    property bool mayElide: false

    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    lineHeight: wrapMode === Text.NoWrap ? 1.0 : 1.25
    textFormat: Text.PlainText
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
}
