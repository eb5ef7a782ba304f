// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// All that is known of one file before it is imported. What the file does not say is shown as missing.
ColumnLayout {
    id: details

    property PreviewRow row: null

    readonly property string missing: qsTr("nicht angegeben")

    visible: row !== null
    spacing: Theme.gap2

    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        color: details.row && details.row.asking ? Theme.warning : Theme.danger
        text: details.row ? details.row.problem : ""
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        color: Theme.muted
        text: details.row ? details.row.remedy : ""
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap3
        rowSpacing: Theme.gap1
        visible: details.row !== null && details.row.problem === ""

        component Label: Words {
            Layout.preferredWidth: Math.round(120 * Theme.scale)
            Layout.alignment: Qt.AlignTop
            wrapMode: Text.Wrap
            color: Theme.muted
        }
        component Value: Words {
            property string known
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: known === "" ? Theme.muted : Theme.text
            text: known === "" ? details.missing : known
        }
        Label { text: qsTr("Umfang") }
        Value { known: details.row ? details.row.countText + " · " + details.row.size : "" }
        Label { text: qsTr("Ausdehnung") }
        Value { known: details.row ? details.row.extent : "" }
        Label { text: qsTr("Bezugssystem") }
        Value { known: details.row ? details.row.crs : "" }
        Label { text: qsTr("Stand") }
        Value { known: details.row ? details.row.date : "" }
        Label { text: qsTr("Lizenz") }
        Value { known: details.row ? details.row.licence : "" }
    }
    Repeater {
        model: details.row ? details.row.remarks : []
        Words {
            required property string modelData
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            text: modelData
        }
    }
    Repeater {
        model: details.row ? details.row.flaws : []
        Words {
            required property string modelData
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.warning
            text: modelData
        }
    }
}
