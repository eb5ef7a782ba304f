// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Stadtzwilling

// The questions that an import has: made from their description, so a new one needs no new form.
ColumnLayout {
    id: form

    required property AddDataModel addData
    required property LayerModel layers

    // The usual systems here, with the words that people know them by.
    readonly property var systems: [
        { id: "EPSG:25832", title: "ETRS89 / UTM 32N" }, { id: "EPSG:4647", title: "ETRS89 / UTM 32N (zE-N)" },
        { id: "EPSG:31466", title: "Gauß-Krüger 2" }, { id: "EPSG:31467", title: "Gauß-Krüger 3" },
        { id: "EPSG:4326", title: "WGS 84" }, { id: "EPSG:3857", title: "Web-Mercator" },
    ]

    // The same questions again must not take the keyboard from the one that is being answered.
    property var questions: []
    readonly property string signature: JSON.stringify(addData.options)
    onSignatureChanged: questions = addData.options
    Component.onCompleted: questions = addData.options

    spacing: Theme.gap2
    visible: options.count > 0

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.lineWidth
        color: Theme.line
    }
    Repeater {
        id: options
        model: form.questions
        ColumnLayout {
            id: option
            required property var modelData
            readonly property bool suggests: modelData.type === "number" || modelData.type === "field"
            property string answer: form.addData.option(modelData.id)
            onAnswerChanged: field.text = answer
            Layout.fillWidth: true
            spacing: 2

            function say(text: string): void {
                answer = text
                form.addData.setOption(modelData.id, text)
            }
            // Also who clicked in the picture answered.
            Connections {
                target: form.addData
                function onChanged(): void { option.answer = form.addData.option(option.modelData.id) }
            }
            Words {
                color: Theme.muted
                font.pixelSize: Theme.caption
                text: option.modelData.title
            }
            Flow {
                Layout.fillWidth: true
                visible: suggestions.count > 0
                spacing: Theme.gap1
                Repeater {
                    id: suggestions
                    model: option.modelData.type === "crs" ? form.systems : option.suggests ? option.modelData.choices : []
                    Choice {
                        required property var modelData
                        text: modelData.title
                        checked: option.answer === modelData.id
                        onClicked: {
                            option.say(modelData.id)
                            checked = Qt.binding(() => option.answer === modelData.id)
                        }
                    }
                }
            }
            ChoiceBox {
                Layout.fillWidth: true
                visible: option.modelData.type === "theme"
                textRole: "title"
                valueRole: "id"
                model: form.layers.themes
                Accessible.name: option.modelData.title
                onActivated: form.addData.setOption(option.modelData.id, currentValue)
                Component.onCompleted: {
                    const known = indexOfValue(form.addData.option(option.modelData.id))
                    currentIndex = Math.max(0, known)
                }
            }
            ChoiceBox {
                Layout.fillWidth: true
                visible: option.modelData.type === "choice"
                textRole: "title"
                valueRole: "id"
                model: option.modelData.choices
                Accessible.name: option.modelData.title
                Accessible.description: option.modelData.hint
                onActivated: form.addData.setOption(option.modelData.id, currentValue)
                Component.onCompleted: currentIndex = Math.max(0, indexOfValue(form.addData.option(option.modelData.id)))
            }
            RowLayout {
                Layout.fillWidth: true
                visible: option.modelData.type !== "theme" && option.modelData.type !== "choice"
                spacing: Theme.gap2
                LineField {
                    id: field
                    Layout.fillWidth: true
                    placeholderText: option.modelData.hint
                    text: option.answer
                    Accessible.name: option.modelData.title
                    Accessible.description: option.modelData.hint
                    onEditingFinished: option.say(text)
                }
                ActionButton {
                    outlined: true
                    visible: option.modelData.type === "place"
                    enabled: form.addData.state === AddDataModel.State.Ready
                    text: qsTr("Im Bild zeigen …")
                    onClicked: form.addData.setPlacing(true)
                }
                ActionButton {
                    outlined: true
                    visible: option.modelData.type === "file"
                    text: qsTr("Datei wählen …")
                    onClicked: {
                        besideDialog.option = option.modelData.id
                        besideDialog.title = option.modelData.title
                        besideDialog.open()
                    }
                }
            }
        }
    }
    FileDialog {
        id: besideDialog
        property string option
        onAccepted: form.addData.setOption(option, form.addData.pathOf(selectedFile))
    }
}
