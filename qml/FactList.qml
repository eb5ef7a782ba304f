// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

// Facts as two columns: what it is, its value with unit and, small beside or below it, the code behind a coded value.
// The place in the source comes up as a tooltip.
ListView {
    id: list

    property bool grouped: false

    signal copied(string text)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0 // rows half made beyond the view would be in the way when the model is cleared
    activeFocusOnTab: count > 0
    onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Angaben")
    ScrollBar.vertical: SlimBar {}

    delegate: Item {
        id: row

        required property int index
        required property string group
        required property bool firstOfGroup
        required property string label
        required property string value
        required property string unit
        required property string code
        required property string source
        readonly property string sourceText: source === "" ? "" : qsTr("Quelle: %1").arg(source)
        readonly property string valueWithUnit: unit === "" ? value : value + "\u00A0" + unit

        width: ListView.view.width
        readonly property real headingHeight: heading.visible ? heading.height : 0
        height: headingHeight + Math.max(labelWords.implicitHeight, valueWords.implicitHeight + (codeWords.below ? codeWords.implicitHeight : 0)) + 2 * 5
        Accessible.role: Accessible.ListItem
        Accessible.focusable: true
        Accessible.name: label + ": " + valueWithUnit + (code === "" ? "" : ", " + qsTr("Schlüssel: %1").arg(code))

        Rectangle {
            anchors { fill: parent; topMargin: row.headingHeight; leftMargin: Theme.gap2; rightMargin: Theme.gap2 }
            radius: Theme.smallRadius
            color: pointer.containsMouse ? Theme.hover : "transparent"
            FocusRing { shown: row.ListView.isCurrentItem && list.activeFocus }
        }
        Words {
            id: heading
            x: Theme.gap4
            visible: list.grouped && row.firstOfGroup
            height: implicitHeight + Theme.gap2 + Theme.gap1
            verticalAlignment: Text.AlignBottom
            bottomPadding: 2
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            color: Theme.muted
            text: row.group
        }
        Words {
            id: labelWords
            x: Theme.gap4
            y: row.headingHeight + 5
            width: (row.width - 2 * Theme.gap4) * 0.48 - Theme.gap2
            wrapMode: Text.Wrap
            color: Theme.muted
            text: row.label
        }
        Words {
            id: valueWords
            anchors { right: parent.right; rightMargin: Theme.gap4 }
            y: row.headingHeight + 5
            width: (row.width - 2 * Theme.gap4) * 0.52
            wrapMode: Text.Wrap
            text: row.valueWithUnit
        }
        Words {
            id: codeWords
            readonly property bool below: visible && (valueWords.lineCount > 1
                    || valueWords.contentWidth + Theme.gap2 + implicitWidth > valueWords.width)
            visible: row.code !== "" && row.code !== row.value
            x: valueWords.x + (below ? 0 : valueWords.contentWidth + Theme.gap2)
            y: valueWords.y + (below ? valueWords.implicitHeight : valueWords.baselineOffset - baselineOffset)
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: row.code
        }
        MouseArea {
            id: pointer
            anchors.fill: parent
            acceptedButtons: Qt.LeftButton
            hoverEnabled: true
            onClicked: list.currentIndex = row.index
            onDoubleClicked: list.copied(row.valueWithUnit)
            Tip {
                shown: pointer.containsMouse
                text: row.sourceText
            }
        }
    }

    Keys.onPressed: event => {
        if (event.matches(StandardKey.Copy) && list.currentItem) {
            list.copied(list.currentItem.valueWithUnit)
            event.accepted = true
        }
    }
}
