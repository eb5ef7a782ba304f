// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl

// An icon of the family in the colour of the text beside it.
IconImage {
    // file name below assets/icons without ending
    property string symbol: ""

    source: symbol === "" ? "" : "qrc:/qt/qml/Stadtzwilling/icons/" + symbol + ".svg"
    sourceSize { width: Math.round(20 * Theme.scale); height: Math.round(20 * Theme.scale) }
    width: Math.round(20 * Theme.scale)
    height: width
    color: Theme.muted
}
