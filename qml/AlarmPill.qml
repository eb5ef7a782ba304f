// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Stadtzwilling

// The rail in one line: how many limits are exceeded; opens the list. Speaks what is new to those who do not see it.
Button {
    id: pill

    required property AlarmModel alarms

    readonly property color tone: alarms.active === 0 ? Theme.muted : alarms.grave ? Theme.danger : Theme.warning

    readonly property bool wanted: alarms.active > 0 || alarms.past.length > 0 || alarms.problem !== ""
    readonly property string words: alarms.unseen > 0 && alarms.unseen < alarms.active
                                    ? qsTr("%1, davon %2 neu").arg(alarms.summary).arg(alarms.unseen) : alarms.summary

    implicitHeight: Theme.target
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: pill.words
    Accessible.description: alarms.announcement
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()

    contentItem: Row {
        spacing: Theme.gap2
        Symbol {
            anchors.verticalCenter: parent.verticalCenter
            symbol: "warning"
            color: pill.tone
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            font.weight: pill.alarms.unseen > 0 ? Font.DemiBold : Font.Normal
            color: pill.tone
            text: pill.words
        }
    }
    background: Panel {
        padding: 0
        radius: height / 2
        FocusRing { shown: pill.visualFocus }
    }
    // an alert in the accessibility tree, whose words change when something is new
    Item {
        Accessible.role: Accessible.AlertMessage
        Accessible.name: pill.alarms.announcement
        Accessible.ignored: pill.alarms.announcement === ""
    }
}
