// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Stadtzwilling

// The questions that an import has: made from their description, so a new one needs no new form.
ColumnLayout {
    id: form

    required property AddDataModel addData
    required property LayerModel layers

    // The usual systems here, with the words that people know them by.
    readonly property var systems: [
        ["EPSG:25832", "ETRS89 / UTM 32N"], ["EPSG:4647", "ETRS89 / UTM 32N (zE-N)"], ["EPSG:31466", "Gauß-Krüger 2"],
        ["EPSG:31467", "Gauß-Krüger 3"], ["EPSG:4326", "WGS 84"], ["EPSG:3857", "Web-Mercator"],
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
            Layout.fillWidth: true
            spacing: 2

            Words {
                color: Theme.muted
                font.pixelSize: Theme.caption
                text: option.modelData.title
            }
            Flow {
                Layout.fillWidth: true
                visible: option.modelData.type === "crs"
                spacing: Theme.gap1
                Repeater {
                    model: option.modelData.type === "crs" ? form.systems : []
                    Choice {
                        required property var modelData
                        text: modelData[1]
                        checked: form.addData.option("crs") === modelData[0]
                        onClicked: {
                            field.text = modelData[0]
                            form.addData.setOption("crs", modelData[0])
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
            LineField {
                id: field
                Layout.fillWidth: true
                visible: option.modelData.type !== "theme"
                placeholderText: option.modelData.hint
                text: form.addData.option(option.modelData.id)
                Accessible.name: option.modelData.title
                Accessible.description: option.modelData.hint
                onEditingFinished: form.addData.setOption(option.modelData.id, text)
            }
        }
    }
}
