// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Stadtzwilling

// The form of one source, made from what its adapter says of itself.
ColumnLayout {
    id: fields

    required property SourceForm form

    property bool showsExpert: false
    readonly property bool known: form.kind !== ""

    spacing: Theme.gap3

    Flickable {
        id: body
        Layout.fillWidth: true
        Layout.fillHeight: true
        contentHeight: grid.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: SlimBar {}

        ColumnLayout {
            id: grid
            width: body.width - Theme.gap3
            spacing: Theme.gap2

            Caption { text: qsTr("Adresse") }
            RowLayout {
                spacing: Theme.gap2
                LineField {
                    Layout.fillWidth: true
                    focus: true
                    enabled: !fields.form.busy
                    placeholderText: qsTr("https://daten.stadt.example")
                    text: fields.form.address
                    onTextEdited: fields.form.address = text
                    onAccepted: fields.form.find()
                    Accessible.name: qsTr("Adresse")
                }
                ActionButton {
                    outlined: true
                    enabled: !fields.form.busy && fields.form.address !== ""
                    text: qsTr("Erkennen")
                    onClicked: fields.form.find()
                }
            }
            Caption { text: qsTr("Schnittstelle") }
            ChoiceBox {
                Layout.fillWidth: true
                enabled: !fields.form.busy
                model: fields.form.kinds
                textRole: "title"
                valueRole: "id"
                displayText: currentIndex < 0 ? qsTr("noch nicht bekannt") : currentText
                currentIndex: fields.form.kindIndex
                onActivated: fields.form.kind = currentValue
                Accessible.name: qsTr("Schnittstelle")
            }
            Caption { visible: fields.known; text: qsTr("Name") }
            LineField {
                Layout.fillWidth: true
                visible: fields.known
                enabled: !fields.form.busy
                text: fields.form.title
                onTextEdited: fields.form.title = text
                Accessible.name: qsTr("Name")
            }
            Caption {
                visible: fields.form.scopeHint !== ""
                text: qsTr("Auswahl (%1)").arg(fields.form.scopeHint)
            }
            LineField {
                Layout.fillWidth: true
                visible: fields.form.scopeHint !== ""
                enabled: !fields.form.busy
                placeholderText: qsTr("leer: alles")
                text: fields.form.scope
                onTextEdited: fields.form.scope = text
                Accessible.name: qsTr("Auswahl")
            }
            Flow {
                Layout.fillWidth: true
                visible: fields.form.scopes.length > 0
                spacing: Theme.gap1
                Repeater {
                    model: Math.min(24, fields.form.scopes.length)
                    ActionButton {
                        required property int index
                        outlined: true
                        text: fields.form.scopes[index] ?? ""
                        onClicked: fields.form.scope = text
                    }
                }
            }
            Repeater {
                model: fields.form.fields
                ColumnLayout {
                    id: field
                    required property var modelData
                    visible: !modelData.expert || fields.showsExpert
                    enabled: !fields.form.busy
                    Layout.fillWidth: true
                    spacing: Theme.gap1
                    Caption {
                        visible: field.modelData.type !== "boolean"
                        text: field.modelData.required ? qsTr("%1 (nötig)").arg(field.modelData.title) : field.modelData.title
                    }
                    LineField {
                        Layout.fillWidth: true
                        visible: field.modelData.type === "text" || field.modelData.type === "secret"
                        text: visible ? String(field.modelData.value ?? "") : ""
                        echoMode: field.modelData.type === "secret" ? TextInput.Password : TextInput.Normal
                        inputMethodHints: field.modelData.type === "secret" ? Qt.ImhHiddenText | Qt.ImhSensitiveData : Qt.ImhNoPredictiveText
                        placeholderText: field.modelData.kept ? qsTr("gespeichert; leer lassen, um es zu behalten") : field.modelData.help
                        onTextEdited: fields.form.setValue(field.modelData.key, text)
                        Accessible.name: field.modelData.title
                        Accessible.description: field.modelData.help
                    }
                    ScrollView {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 3 * Theme.target
                        visible: field.modelData.type === "lines"
                        TextArea {
                            color: Theme.text
                            font.family: Theme.family
                            font.pixelSize: Theme.body
                            textFormat: TextEdit.PlainText
                            placeholderText: field.modelData.help
                            placeholderTextColor: Theme.muted
                            text: visible ? String(field.modelData.value ?? "") : ""
                            onEditingFinished: fields.form.setValue(field.modelData.key, text)
                            Accessible.name: field.modelData.title
                            background: Rectangle {
                                radius: Theme.smallRadius
                                color: Theme.panelSolid
                                border.width: Theme.lineWidth
                                border.color: Theme.line
                            }
                        }
                    }
                    ChoiceBox {
                        Layout.fillWidth: true
                        visible: field.modelData.type === "choice"
                        model: field.modelData.choices
                        currentIndex: field.modelData.choices.indexOf(String(field.modelData.value))
                        onActivated: fields.form.setValue(field.modelData.key, currentText)
                        Accessible.name: field.modelData.title
                    }
                    CheckRow {
                        visible: field.modelData.type === "boolean"
                        text: field.modelData.title
                        checked: field.modelData.value === true || field.modelData.value === "true"
                        onToggled: fields.form.setValue(field.modelData.key, checked)
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== "" && (field.modelData.type === "boolean" || field.modelData.type === "choice")
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        font.pixelSize: Theme.caption
                        text: field.modelData.help
                    }
                }
            }
            CheckRow {
                visible: fields.known
                text: qsTr("Alle Einstellungen zeigen")
                checked: fields.showsExpert
                onToggled: fields.showsExpert = checked
            }
        }
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        color: fields.form.busy ? Theme.muted : fields.form.works ? Theme.live : Theme.danger
        text: fields.form.busy ? fields.form.step : fields.form.answer
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Words {
        Layout.fillWidth: true
        visible: !fields.form.busy && text !== ""
        wrapMode: Text.Wrap
        color: Theme.muted
        text: fields.form.remedy
    }
    RowLayout {
        spacing: Theme.gap2
        ActionButton {
            outlined: true
            visible: fields.known
            enabled: !fields.form.busy
            text: qsTr("Ausprobieren")
            onClicked: fields.form.test()
        }
        ActionButton {
            visible: fields.form.busy
            outlined: true
            text: qsTr("Abbrechen")
            onClicked: fields.form.cancel()
        }
        Item { Layout.fillWidth: true }
        ActionButton {
            primary: true
            visible: fields.known && !fields.form.busy
            text: qsTr("Speichern")
            onClicked: fields.form.save()
        }
    }
    component Caption: Words {
        Layout.topMargin: Theme.gap1
        color: Theme.muted
        font.pixelSize: Theme.caption
    }
}
