// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// The region small, with what the picture shows of it.
Panel {
    id: panel

    required property CityViewport viewport

    padding: Theme.gap1
    width: Math.round(208 * Theme.scale)
    height: Math.round(Math.min(width, Math.max(0.58 * width, 0.94 * width / map.aspect + 12)))
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Übersichtskarte")

    MiniMap {
        id: map
        anchors.fill: parent
        viewport: panel.viewport
        landColor: Theme.hover
        builtColor: Theme.muted
        viewColor: Theme.accent
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Region von oben mit dem Ausschnitt des Bildes")
        Accessible.description: qsTr("Ein Klick fliegt dorthin")
    }
}
