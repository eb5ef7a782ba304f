// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Says to a screen reader what changes elsewhere than where the keyboard is: a note that comes up anew each time.
Item {
    id: announcer

    required property AppModel app
    required property CityViewport viewport

    property var waiting: []
    property string said: ""

    width: 1
    height: 1
    visible: false
    Accessible.role: Accessible.AlertMessage
    Accessible.name: said

    function say(text: string): void {
        if (text === "" || waiting.includes(text))
            return
        waiting.push(text)
        pause.restart()
    }

    function joined(first: string, second: string): string {
        return first === "" || second === "" ? first + second : first + ", " + second
    }

    // What changes in one go is said in one go.
    Timer {
        id: pause
        interval: 400
        onTriggered: {
            announcer.visible = false
            announcer.said = announcer.waiting.join(". ")
            announcer.waiting = []
            announcer.visible = true
        }
    }
    Connections {
        target: announcer.app.inspector
        property string last: ""
        function onChanged(): void {
            const object = announcer.app.inspector
            const figure = object.figure === "" ? object.problem : object.figureLabel + " " + object.figure
            const text = object.active ? announcer.joined(announcer.joined(object.title, object.subtitle), figure) : ""
            if (text !== last)
                announcer.say(text === "" ? qsTr("Nichts ausgewählt") : qsTr("Ausgewählt: %1").arg(text))
            last = text
        }
    }
    Connections {
        target: announcer.viewport
        function onWasCompleteChanged(): void {
            announcer.say(qsTr("Stadtmodell geladen: %1, %2").arg(announcer.app.region.title).arg(announcer.app.region.contentText))
        }
    }
    Connections {
        target: announcer.app.search
        function onCountChanged(): void {
            if (announcer.app.search.nothingFound)
                announcer.say(qsTr("Nichts gefunden"))
            else if (announcer.app.search.query !== "" && announcer.app.search.count > 0)
                announcer.say(qsTr("%n Treffer", "", announcer.app.search.count))
        }
    }
    Connections {
        target: announcer.app.measure
        property string last: ""
        function onChanged(): void {
            const measure = announcer.app.measure
            if (measure.finished && measure.resultText !== last)
                announcer.say(measure.resultText)
            else if (measure.active && !measure.finished && measure.hint !== last)
                announcer.say(measure.hint)
            last = measure.finished ? measure.resultText : measure.hint
        }
    }
    Connections {
        target: announcer.app.live
        property bool last: false
        function onChanged(): void {
            if (announcer.app.live.troubled && !last)
                announcer.say(announcer.app.live.stateText)
            last = announcer.app.live.troubled
        }
    }
}
