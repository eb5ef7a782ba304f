// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// How a layer shows, what its colours mean, where it comes from, and what can be done with it.
ColumnLayout {
    id: details

    required property var row // a LayerRow, which holds this

    spacing: Theme.gap1

    Words {
        Layout.fillWidth: true
        visible: details.row.problem !== ""
        color: Theme.danger
        font.pixelSize: Theme.caption
        wrapMode: Text.Wrap
        text: details.row.problem
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap2
        Words {
            color: Theme.muted
            font.pixelSize: Theme.caption
            text: qsTr("Deckkraft")
        }
        ValueSlider {
            Layout.fillWidth: true
            from: 0.1
            to: 1
            stepSize: 0.05
            value: details.row.opaque
            onMoved: details.row.opacityRequested(value)
            Accessible.name: qsTr("Deckkraft von %1").arg(details.row.title)
        }
        Words {
            Layout.preferredWidth: Math.round(40 * Theme.scale)
            horizontalAlignment: Text.AlignRight
            font.pixelSize: Theme.caption
            text: qsTr("%1 %").arg(Math.round(details.row.opaque * 100))
        }
    }
    Words {
        Layout.fillWidth: true
        visible: details.row.dated !== "" && !details.row.swiped
        color: Theme.muted
        font.pixelSize: Theme.caption
        wrapMode: Text.Wrap
        text: qsTr("Am Tag der Uhr nicht zu sehen: %1").arg(details.row.dated)
    }
    CheckRow {
        Layout.fillWidth: true
        visible: details.row.dated !== "" || details.row.always
        text: qsTr("Unabhängig von der Uhr zeigen")
        checked: details.row.always
        onToggled: details.row.alwaysRequested(checked)
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap1
        visible: details.row.levels.length > 1
        Repeater {
            model: details.row.levels.length > 1 ? details.row.levels : []
            Choice {
                required property string modelData
                required property int index
                text: modelData
                checked: details.row.level === index
                onClicked: details.row.levelRequested(index)
            }
        }
    }
    Repeater {
        model: details.row.legend
        RowLayout {
            id: entry
            required property var modelData
            Layout.fillWidth: true
            spacing: Theme.gap2
            LegendMark {
                visible: entry.modelData.shape !== "text"
                entry: entry.modelData
            }
            Words {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                font.pixelSize: Theme.caption
                text: entry.modelData.text
            }
        }
    }
    Words {
        visible: details.row.objects
        color: Theme.muted
        font.pixelSize: Theme.caption
        text: qsTr("Einfärben")
    }
    ChoiceBox {
        Layout.fillWidth: true
        visible: details.row.objects
        textRole: "title"
        valueRole: "id"
        model: details.row.attributes
        currentIndex: details.row.attribute
        Accessible.name: qsTr("Objekte einfärben nach")
        onActivated: index => details.row.attributeRequested(index)
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        color: Theme.muted
        font.pixelSize: Theme.caption
        wrapMode: Text.Wrap
        text: details.row.age === "" ? details.row.source
                                     : details.row.source === "" ? details.row.age : details.row.source + "\n" + details.row.age
    }
    ChoiceBox {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap1
        visible: details.row.removable
        textRole: "title"
        valueRole: "id"
        model: details.row.themes
        currentIndex: details.row.themes.findIndex(theme => theme.id === details.row.theme)
        Accessible.name: qsTr("Thema von %1").arg(details.row.title)
        onActivated: details.row.themeRequested(currentValue)
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap2
        ActionButton {
            leftPadding: Theme.gap2
            symbol: "frame"
            wordy: true
            text: qsTr("Ganz zeigen")
            onClicked: details.row.zoomRequested()
        }
        ActionButton {
            leftPadding: Theme.gap2
            visible: details.row.swipeable
            symbol: "swipe"
            wordy: true
            text: details.row.swiped ? qsTr("Vergleich beenden") : qsTr("Mit heute vergleichen")
            checked: details.row.swiped
            onClicked: details.row.swipeRequested(!details.row.swiped)
        }
        ActionButton {
            leftPadding: Theme.gap2
            visible: details.row.objects
            symbol: "table"
            wordy: true
            text: qsTr("Tabelle")
            shortcutText: qsTr("Strg+T")
            onClicked: details.row.tableRequested()
        }
        ActionButton {
            leftPadding: Theme.gap2
            visible: details.row.tiled
            symbol: "xray"
            wordy: true
            text: qsTr("Röntgenblick")
            tip: qsTr("Alle anderen Ebenen durchsichtig zeichnen")
            checked: details.row.xray
            onClicked: details.row.xrayRequested()
        }
        ActionButton {
            leftPadding: Theme.gap2
            visible: details.row.removable
            symbol: "remove"
            wordy: true
            text: qsTr("Entfernen")
            shortcutText: qsTr("Entf")
            onClicked: details.row.removeRequested()
        }
    }
}
