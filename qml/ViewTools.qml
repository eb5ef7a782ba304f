// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// All that helps to find one's way in the picture, over the picture: controls, map, kept views, hints, first words.
Item {
    id: tools

    required property AppModel app
    required property CityViewport viewport
    // what stands on the right and below must not be covered
    property real leftEdge: 0
    property real rightEdge: width
    property real topEdge: 0
    property real bottomEdge: height
    readonly property real middle: (leftEdge + rightEdge - controls.width - Theme.gap3) / 2
    readonly property alias viewsOpen: views.up
    // what stands over the picture
    readonly property alias controlsPiece: controls
    readonly property alias cubePiece: cube
    readonly property alias mapPiece: map
    readonly property alias hintPiece: hint
    readonly property alias introPiece: intro

    signal helpRequested

    function closeViews(): void { views.close() }
    function toggleViews(): void { views.up ? views.close() : views.open() }
    // Kept silently, but said: the name comes up where the list is.
    function keepView(): void {
        if (views.up) {
            views.keep()
        } else if (viewport.keepView() >= 0) {
            kept.text = app.bookmarks.count <= 9 ? qsTr("Ansicht gemerkt (Taste %1)").arg(app.bookmarks.count)
                                                 : qsTr("Ansicht gemerkt")
            keptTime.restart()
        }
    }

    ViewControls {
        id: controls
        anchors { right: parent.right; rightMargin: parent.width - tools.rightEdge + Theme.gap3 }
        y: tools.bottomEdge - height - Theme.gap3
        maximumHeight: tools.bottomEdge - tools.topEdge - Theme.gap3
        viewport: tools.viewport
        mapShown: tools.app.settings.mapShown
        viewsShown: views.visible
        namesShown: tools.app.settings.namesShown
        onNamesToggled: tools.app.settings.namesShown = !tools.app.settings.namesShown
        onMapToggled: tools.app.settings.mapShown = !tools.app.settings.mapShown
        onViewsToggled: tools.toggleViews()
    }
    // Where there is no room for it the compass has to do.
    OrientationCube {
        id: cube
        anchors { right: controls.right; bottom: controls.top; bottomMargin: Theme.gap2 }
        visible: controls.y - height - Theme.gap2 > tools.topEdge && !tools.viewport.walking
        viewport: tools.viewport
    }
    MiniMapPanel {
        id: map
        anchors { right: controls.left; rightMargin: Theme.gap2; bottom: controls.bottom }
        readonly property real room: controls.x - tools.leftEdge - 3 * Theme.gap3
        width: Math.round(Math.min(208 * Theme.scale, room))
        visible: tools.app.settings.mapShown && room > 96 * Theme.scale
        viewport: tools.viewport
    }
    BookmarkCard {
        id: views
        x: controls.x - width - Theme.gap2
        y: controls.y + controls.height - height
        bookmarks: tools.app.bookmarks
        viewport: tools.viewport
    }
    ViewHint {
        id: hint
        x: Math.round(tools.middle - width / 2)
        y: tools.bottomEdge - height - Theme.gap3 - Theme.target - Theme.gap2
        viewport: tools.viewport
        visible: (viewport.lost || viewport.walking) && !intro.visible
    }
    IntroCard {
        id: intro
        x: Math.round(tools.middle - width / 2)
        y: Math.max(tools.topEdge, tools.bottomEdge - height - Theme.gap6)
        width: Math.min(implicitWidth, tools.rightEdge - tools.leftEdge - controls.width - 4 * Theme.gap3)
        visible: !tools.app.settings.introRead && tools.viewport.hasPicture
        onDismissed: {
            tools.app.settings.introRead = true
            tools.viewport.forceActiveFocus(Qt.OtherFocusReason)
        }
        onHelpRequested: {
            tools.app.settings.introRead = true
            tools.helpRequested()
        }
    }
    Panel {
        x: Math.round(tools.middle - width / 2)
        // above the first words; where there is no room for both, these have it
        y: intro.visible ? intro.y - height - Theme.gap2 : tools.bottomEdge - height - 5 * Theme.gap6
        width: kept.implicitWidth + 2 * Theme.gap4
        height: Theme.target
        padding: 0
        visible: keptTime.running && y >= tools.topEdge
        Accessible.role: Accessible.AlertMessage
        Accessible.name: kept.text
        Words {
            id: kept
            anchors.centerIn: parent
        }
        Timer {
            id: keptTime
            interval: 3000
        }
    }

    Shortcut { sequence: "Ctrl+B"; onActivated: tools.toggleViews() }
    Shortcut { sequence: "Alt+Left"; onActivated: tools.viewport.goBack() }
    Shortcut { sequence: "Alt+Right"; onActivated: tools.viewport.goForward() }
}
