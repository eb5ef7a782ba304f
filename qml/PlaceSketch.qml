// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// Where files lie beside the open region: rectangles in the region CRS, north is up. Says so in words as well.
Item {
    id: sketch

    property rect region
    property rect place
    property list<rect> places

    readonly property bool hasPlace: place.width > 0 || place.height > 0
    readonly property rect all: {
        let found = region.width > 0 ? region : place
        for (const rect of places.concat(hasPlace ? [place] : [])) {
            const left = Math.min(found.x, rect.x)
            const low = Math.min(found.y, rect.y)
            found = Qt.rect(left, low, Math.max(found.x + found.width, rect.x + rect.width) - left,
                            Math.max(found.y + found.height, rect.y + rect.height) - low)
        }
        return found
    }
    readonly property real unit: Math.min((width - 2 * Theme.gap3) / Math.max(1, all.width), (height - 2 * Theme.gap3) / Math.max(1, all.height))
    readonly property bool meets: place.x < region.x + region.width && region.x < place.x + place.width
                                  && place.y < region.y + region.height && region.y < place.y + place.height
    readonly property string relation: region.width <= 0 || !hasPlace ? "" : meets ? qsTr("liegt in der Region") : qsTr("liegt außerhalb der Region")

    function toX(east: real): real { return (width - all.width * unit) / 2 + (east - all.x) * unit }
    function toY(north: real): real { return height - (height - all.height * unit) / 2 - (north - all.y) * unit }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Lage: %1").arg(relation)
    clip: true

    component Area: Rectangle {
        property rect lies
        x: sketch.toX(lies.x)
        y: sketch.toY(lies.y + lies.height)
        width: Math.max(6, lies.width * sketch.unit)
        height: Math.max(6, lies.height * sketch.unit)
        radius: 2
        border.width: 1
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.smallRadius
        color: Theme.hover
    }
    Area {
        visible: sketch.region.width > 0
        lies: sketch.region
        color: Theme.panelSolid
        border.color: Theme.muted
        Words {
            anchors { left: parent.left; top: parent.top; margins: Theme.gap1 }
            width: parent.width - 2 * Theme.gap1
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Region")
        }
    }
    Repeater {
        model: sketch.places
        Area {
            required property rect modelData
            lies: modelData
            color: "transparent"
            border.color: Qt.alpha(Theme.accent, 0.5)
        }
    }
    Area {
        visible: sketch.hasPlace
        lies: sketch.place
        color: Qt.alpha(Theme.accent, 0.28)
        border { color: Theme.accent; width: 2 }
    }
    Words {
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap2 }
        font.pixelSize: Theme.caption
        color: sketch.meets ? Theme.muted : Theme.warning
        text: sketch.relation
    }
}
