// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// Where the pointer is, how high that is; a click writes it in the next notation.
RowLayout {
    id: field

    required property StatusModel status
    required property SettingsModel settings

    spacing: Theme.gap3

    ActionButton {
        id: position
        leftPadding: 0
        rightPadding: 0
        Layout.preferredWidth: Math.round(186 * Theme.scale)
        Layout.minimumWidth: Math.round(130 * Theme.scale)
        Layout.fillWidth: true
        Layout.maximumWidth: Layout.preferredWidth
        // The notation's name while the pointer is elsewhere: on this button, for one.
        text: field.status.positionText === "" ? field.status.notationTitle : field.status.positionText
        tip: qsTr("%1 – klicken für die nächste Schreibweise").arg(field.status.notationTitle)
        font.weight: Font.Normal
        Accessible.name: qsTr("Koordinate unter dem Zeiger: %1").arg(text)
        Accessible.description: field.status.notationTitle
        onClicked: field.settings.notation = (field.settings.notation + 1) % 4
        contentItem: Words {
            text: position.text
            color: field.status.positionText === "" ? Theme.muted : Theme.text
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(10 * Theme.scale)
        }
        Tip {
            shown: position.hovered
            text: position.tip
        }
    }
    Words {
        Layout.preferredWidth: Math.max(implicitWidth, Math.round(104 * Theme.scale))
        visible: text !== ""
        text: field.status.heightText
        Accessible.name: qsTr("Höhe über Normalhöhennull (DHHN2016): %1").arg(text)
    }
}
