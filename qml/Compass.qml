// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The compass: a click turns north up, dragging turns the view with the needle, arrow keys turn by 15 degrees.
ActionButton {
    id: compass

    property real headingDegrees: 0

    signal northRequested
    signal headingRequested(real degrees)

    text: qsTr("Nach Norden ausrichten")
    tip: qsTr("Nach Norden ausrichten; ziehen dreht")
    wordy: false
    shortcutText: "N"
    Accessible.description: qsTr("Blickrichtung %1 Grad; Pfeiltasten drehen").arg(Math.round(headingDegrees) % 360)

    onClicked: northRequested()
    Keys.onLeftPressed: headingRequested(headingDegrees - 15)
    Keys.onRightPressed: headingRequested(headingDegrees + 15)

    contentItem: Item {
        rotation: -compass.headingDegrees
        Image {
            anchors.centerIn: parent
            source: Theme.dark ? "qrc:/qt/qml/Stadtzwilling/icons/compass-light.svg" : "qrc:/qt/qml/Stadtzwilling/icons/compass.svg"
            sourceSize { width: Math.round(26 * Theme.scale); height: Math.round(26 * Theme.scale) }
        }
    }

    MouseArea {
        property real startAngle: 0
        property real startHeading: 0
        property bool dragged: false

        function angleOf(mouse: var): real {
            return Math.atan2(mouse.x - width / 2, height / 2 - mouse.y) * 180 / Math.PI
        }

        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            startAngle = angleOf(mouse)
            startHeading = compass.headingDegrees
            dragged = false
        }
        onPositionChanged: mouse => {
            const turned = angleOf(mouse) - startAngle
            if (!dragged && Math.abs(turned) < 6)
                return
            dragged = true
            compass.headingRequested(startHeading - turned)
        }
        onReleased: if (!dragged) compass.clicked()
    }
}
