// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Thin bar while the picture is not complete; never a spinner over the model.
Item {
    id: line

    required property AppModel app
    readonly property bool opening: app.region.state === RegionModel.State.Opening

    implicitHeight: 3
    visible: opening || (app.region.state === RegionModel.State.Open && !app.status.complete)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Stadtmodell wird geladen")

    Rectangle {
        anchors.fill: parent
        radius: 1.5
        color: Theme.line
        opacity: 0.6
    }
    Rectangle {
        width: parent.width * (line.opening ? 0.05 : Math.max(0.05, line.app.status.loadedFraction))
        height: parent.height
        radius: 1.5
        color: Theme.accent // grows in steps: an animation would draw the window without end while tiles are read
    }
}
