// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// The design tokens: colours of three themes, type, space, motion. The window sets theme, scale and motion once.
QtObject {
    id: theme

    enum Kind { Light, Dark, Contrast }

    property int kind: Theme.Kind.Light
    property real scale: 1
    property bool reducedMotion: false
    // fingers, not a pointer: controls grow to 44 px
    property bool touch: false

    readonly property bool dark: kind !== Theme.Kind.Light
    function pick(light: color, darker: color, contrast: color): color {
        return kind === Theme.Kind.Light ? light : kind === Theme.Kind.Dark ? darker : contrast
    }

    readonly property color background: pick("#F5F6F4", "#12181C", "#000000")
    readonly property color panel: pick("#F5FFFFFF", "#F51B2329", "#000000")
    readonly property color panelSolid: pick("#FFFFFF", "#1B2329", "#000000")
    readonly property color text: pick("#1B2226", "#EEF2F3", "#FFFFFF")
    readonly property color muted: pick("#55626A", "#A7B4BB", "#FFFFFF")
    readonly property color line: pick("#D5DBDD", "#33404A", "#FFFFFF")
    readonly property color accent: pick("#0B6E8A", "#5CC1DE", "#FFE100")
    // on the accent; not "onAccent": QML takes names that begin with "on" for signal handlers and binds nothing
    readonly property color accentText: pick("#FFFFFF", "#07212A", "#000000")
    readonly property color hover: pick("#0F1B2226", "#1AEEF2F3", "#40FFE100")
    readonly property color pressed: pick("#1F1B2226", "#24EEF2F3", "#66FFE100")
    readonly property color selection: pick("#E07A00", "#FFB04D", "#FFE100")
    readonly property color live: pick("#1E7F45", "#6BD08F", "#FFFFFF")
    readonly property color warning: pick("#8A5A00", "#F0B548", "#FFE100")
    readonly property color danger: pick("#B3261E", "#FF8A80", "#FFE100")
    // curves and classes of data, told apart by colour-blind readers, too
    readonly property var series: kind === Theme.Kind.Light ? ["#0072B2", "#B85C00", "#007A5A"]
                                : kind === Theme.Kind.Dark ? ["#56B4E9", "#E69F00", "#2FC79A"] : ["#FFFFFF", "#FFE100", "#56E0FF"]
    readonly property color shadow: pick("#2E0E1A20", "#80000000", "#00000000")

    readonly property string family: "Inter"
    readonly property int caption: Math.round(12 * scale)
    readonly property int body: Math.round(14 * scale)
    readonly property int emphasis: Math.round(16 * scale)
    readonly property int title: Math.round(20 * scale)
    readonly property int figure: Math.round(28 * scale)

    readonly property int gap1: 4
    readonly property int gap2: 8
    readonly property int gap3: 12
    readonly property int gap4: 16
    readonly property int gap6: 24
    readonly property int gap8: 32
    readonly property int target: Math.round((touch ? 44 : 32) * scale)
    // rows of long lists
    readonly property int slim: touch ? target : Math.round(28 * scale)
    readonly property int radius: 10
    readonly property int smallRadius: 6
    readonly property int lineWidth: kind === Theme.Kind.Contrast ? 2 : 1
    readonly property int quick: reducedMotion ? 0 : 140
}
