// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Stadtzwilling

// From a measuring point to the buildings and the street beside it.
Flow {
    id: nearby

    required property LiveLinks links

    signal streetRequested

    visible: links.buildings.length > 0 || links.street !== ""
    spacing: Theme.gap1
    Repeater {
        model: nearby.links.buildings
        ActionButton {
            required property var modelData
            symbol: "house"
            wordy: true
            leftPadding: Theme.gap2
            text: modelData.title
            tip: qsTr("Gebäude in %1 Entfernung").arg(modelData.distance)
            Accessible.name: qsTr("Gebäude %1").arg(modelData.title)
            onClicked: nearby.links.openBuilding(modelData.id)
        }
    }
    ActionButton {
        visible: nearby.links.street !== ""
        symbol: "street"
        wordy: true
        leftPadding: Theme.gap2
        text: nearby.links.street
        Accessible.name: qsTr("Straße %1").arg(nearby.links.street)
        onClicked: {
            nearby.links.openStreet()
            nearby.streetRequested()
        }
    }
}
