// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A panel that opens over the others and closes by a click outside.
Popup {
    id: card

    // there, and not sent away: while it fades out it is seen, but no longer in the way
    readonly property bool up: visible && !leaving
    property bool leaving: false
    onAboutToShow: leaving = false
    onAboutToHide: leaving = true

    padding: Theme.gap4
    margins: Theme.gap2 // stays in the window, and smaller than it
    closePolicy: Popup.CloseOnPressOutsideParent | Popup.CloseOnEscape
    focus: true
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick; easing.type: Easing.OutCubic } }
    exit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick } }
    background: Panel { padding: 0; solid: true }
}
