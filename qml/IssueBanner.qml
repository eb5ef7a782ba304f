// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The newest trouble with what to do about it; older ones come up as it is dismissed.
Panel {
    id: banner

    required property IssueListModel issues
    readonly property var first: list.count > 0 ? list.itemAtIndex(0) : null
    readonly property string spoken: first ? first.title + ". " + (first.summary === first.title ? "" : first.summary + " ") + first.remedy : ""

    visible: issues.count > 0
    implicitHeight: list.contentHeight + 2 * padding
    height: implicitHeight
    padding: Theme.gap4
    Accessible.role: Accessible.AlertMessage
    Accessible.name: spoken

    ListView {
        id: list
        anchors.fill: parent
        model: banner.issues
        interactive: false
        clip: true
        // Only the first row is shown: one thing at a time.
        contentHeight: count > 0 && itemAtIndex(0) ? itemAtIndex(0).height : 0

        delegate: RowLayout {
            id: row

            required property int index
            required property string title
            required property string summary
            required property string remedy
            required property string place
            required property int times

            width: ListView.view.width
            visible: index === 0
            spacing: Theme.gap3

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2
                Words {
                    Layout.fillWidth: true
                    color: Theme.danger
                    font.weight: Font.DemiBold
                    text: row.times > 1 ? qsTr("%1 (%2-mal)").arg(row.title).arg(row.times) : row.title
                }
                Words {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    text: row.place === "" ? row.summary : row.summary + " (" + row.place + ")"
                    visible: row.summary !== row.title
                }
                Words {
                    Layout.fillWidth: true
                    wrapMode: Text.Wrap
                    color: Theme.muted
                    text: row.remedy
                }
            }
            ActionButton {
                Layout.alignment: Qt.AlignTop
                symbol: "close"
                text: qsTr("Meldung schließen")
                onClicked: banner.issues.dismiss(row.index)
            }
        }
    }
}
