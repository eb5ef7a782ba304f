// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// In what the model differs from itself: what colours mean, what is hidden or isolated, and the way back.
Panel {
    id: panel

    required property LookModel look

    readonly property bool coloured: look.attribute !== 0
    readonly property bool hides: look.hiddenCount > 0 || look.isolating

    visible: coloured || hides
    padding: Theme.gap3
    implicitHeight: column.implicitHeight + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Darstellung")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: Theme.gap1

        RowLayout {
            visible: panel.coloured
            Words {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: panel.look.attributeTitle
            }
            ActionButton {
                symbol: "close"
                text: qsTr("Farben wie im Modell")
                onClicked: panel.look.attribute = 0
            }
        }
        Words {
            visible: panel.coloured && panel.look.painting
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Farben werden berechnet …")
        }
        Repeater {
            model: panel.look.legend
            RowLayout {
                id: entry
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.gap2
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.text + ": " + modelData.objects
                Rectangle {
                    Layout.preferredWidth: Math.round(16 * Theme.scale)
                    Layout.preferredHeight: Math.round(16 * Theme.scale)
                    radius: 3
                    color: entry.modelData.colour
                    border { width: 1; color: Theme.line }
                }
                Words {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.caption
                    text: entry.modelData.text
                }
                Words {
                    color: Theme.muted
                    font.pixelSize: Theme.caption
                    text: entry.modelData.objects
                }
            }
        }
        RowLayout {
            visible: panel.hides
            Words {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                font.pixelSize: Theme.caption
                text: panel.look.xrayLayers.length > 0 ? qsTr("Röntgenblick: Andere Ebenen sind durchsichtig.")
                    : panel.look.xray ? qsTr("Röntgenblick: Alles außer der Auswahl ist durchsichtig.")
                    : panel.look.isolating ? qsTr("Nur die Auswahl ist zu sehen.") : qsTr("%n Objekt(e) ausgeblendet", "", panel.look.hiddenCount)
            }
            ActionButton {
                outlined: true
                text: qsTr("Alles zeigen")
                onClicked: panel.look.showAll()
            }
        }
    }
}
