<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AddDataDialog</name>
    <message>
        <source>Dateien wählen</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>Ordner wählen</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Daten hinzufügen</source>
        <translation>Add data</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ziehen Sie Dateien oder Ordner hierher</source>
        <translation>Drag files or folders here</translation>
    </message>
    <message>
        <source>Stadtmodelle, Gelände, Luftbilder und Karten, Geodaten. Vor dem Import sehen Sie, was darin ist.</source>
        <translation>City models, terrain, aerial images and maps, geodata. You see what is in them before anything is imported.</translation>
    </message>
    <message>
        <source>Dateien wählen …</source>
        <translation>Choose files …</translation>
    </message>
    <message>
        <source>Ordner wählen …</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Zur Region hinzufügen</source>
        <translation>Add to the region</translation>
    </message>
    <message>
        <source>Als neue Region öffnen</source>
        <translation>Open as a new region</translation>
    </message>
    <message>
        <source>Import abbrechen</source>
        <translation>Cancel import</translation>
    </message>
    <message>
        <source>Anhalten</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Andere Dateien …</source>
        <translation>Other files …</translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Importieren und öffnen</source>
        <translation>Import and open</translation>
    </message>
    <message>
        <source>Rückgängig machen</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Auswählen</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>AlarmCard</name>
    <message>
        <source>Grenzwerte</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Alle gesehen</source>
        <translation>All seen</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Jetzt</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Vorbei</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Gesehen: %1</source>
        <translation>Seen: %1</translation>
    </message>
    <message>
        <source>Gesehen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Hinfliegen</source>
        <translation>Fly there</translation>
    </message>
    <message>
        <source>Stellen zuklappen</source>
        <translation>Fold places</translation>
    </message>
    <message>
        <source>Stellen zeigen</source>
        <translation>Show places</translation>
    </message>
    <message>
        <source>Zu %1 fliegen</source>
        <translation>Fly to %1</translation>
    </message>
    <message>
        <source>Grenzwerte der EU und der WHO und Vorschläge des Programms; eine eigene Tafel (limits.csv) neben den Einstellungen ersetzt sie.</source>
        <translation>Limits of the EU and the WHO and proposals of the program; a table of your own (limits.csv) beside the settings replaces them.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>AlarmPill</name>
    <message>
        <source>%1, davon %2 neu</source>
        <translation>%1, %2 of them new</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Nichts ausgewählt</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>Ausgewählt: %1</source>
        <translation>Selected: %1</translation>
    </message>
    <message>
        <source>Stadtmodell geladen: %1, %2</source>
        <translation>City model loaded: %1, %2</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message numerus="yes">
        <source>%n Treffer</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarkCard</name>
    <message>
        <source>Ansichten</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Vorige Ansicht</source>
        <translation>Previous view</translation>
    </message>
    <message>
        <source>Alt+←</source>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>Nächste Ansicht</source>
        <translation>Next view</translation>
    </message>
    <message>
        <source>Alt+→</source>
        <translation>Alt+→</translation>
    </message>
    <message>
        <source>Noch keine Ansicht gemerkt. Gemerkte Ansichten bleiben bei dieser Region; die ersten neun haben die Tasten 1 bis 9.</source>
        <translation>No view kept yet. Kept views stay with this region; the first nine have the keys 1 to 9.</translation>
    </message>
    <message>
        <source>Gemerkte Ansichten</source>
        <translation>Kept views</translation>
    </message>
    <message>
        <source>%1, Taste %2</source>
        <translation>%1, key %2</translation>
    </message>
    <message>
        <source>Name der Ansicht</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Ansicht umbenennen</source>
        <translation>Rename view</translation>
    </message>
    <message>
        <source>Ansicht löschen</source>
        <translation>Delete view</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Diese Ansicht merken</source>
        <translation>Keep this view</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Ort und Zeit</source>
        <translation>Place and time</translation>
    </message>
    <message numerus="yes">
        <source>Lädt noch %n Kachel(n)</source>
        <translation>
            <numerusform>Loading %n more tile</numerusform>
            <numerusform>Loading %n more tiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Jetzt</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>zurück zur aktuellen Zeit</source>
        <translation>back to the current time</translation>
    </message>
    <message>
        <source>Datum und Uhrzeit für Sonne, Messwerte und datierte Ebenen wählen</source>
        <translation>Choose date and time for the sun, values and dated layers</translation>
    </message>
</context>
<context>
    <name>CityRenderer</name>
    <message>
        <source>Die Grafik dieses Rechners ist zu alt für das Stadtmodell.</source>
        <translation>This computer&apos;s graphics are too old for the city model.</translation>
    </message>
    <message>
        <source>Aktualisieren Sie den Grafiktreiber (OpenGL 3.3 oder neuer).</source>
        <translation>Update the graphics driver (OpenGL 3.3 or later).</translation>
    </message>
    <message>
        <source>Eine Kachel ist größer als der erlaubte Speicher.</source>
        <translation>A tile is larger than the memory allowed.</translation>
    </message>
</context>
<context>
    <name>Compass</name>
    <message>
        <source>Nach Norden ausrichten</source>
        <translation>Turn north up</translation>
    </message>
    <message>
        <source>Nach Norden ausrichten; ziehen dreht</source>
        <translation>Turn north up; dragging turns</translation>
    </message>
    <message>
        <source>Blickrichtung %1 Grad; Pfeiltasten drehen</source>
        <translation>Looking at %1 degrees; arrow keys turn</translation>
    </message>
</context>
<context>
    <name>DemoBadge</name>
    <message>
        <source>Demo-Daten (erzeugt)</source>
        <translation>Demo data (generated)</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Stadtzwilling</source>
        <translation>Stadtzwilling</translation>
    </message>
    <message>
        <source>Datei öffnen …</source>
        <translation>Open file …</translation>
    </message>
    <message>
        <source>Demo-Region ansehen</source>
        <translation>View the demo region</translation>
    </message>
    <message>
        <source>Ziehen Sie Stadtmodelle, Gelände, Bilder oder Geodaten hierher</source>
        <translation>Drag city models, terrain, images or geodata here</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Angaben</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Quelle: %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Schlüssel: %1</source>
        <translation>Code: %1</translation>
    </message>
</context>
<context>
    <name>FieldLegend</name>
    <message>
        <source>Fläche zwischen Stationen</source>
        <translation>Field between stations</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Bedienung</source>
        <translation>How to move around</translation>
    </message>
    <message>
        <source>Hilfe schließen</source>
        <translation>Close help</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Bild: %1</source>
        <translation>Picture: %1</translation>
    </message>
    <message>
        <source>Maus wie in</source>
        <translation>Mouse as in</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Verlauf %1</source>
        <translation>History %1</translation>
    </message>
    <message>
        <source>Zeit ab</source>
        <translation>Time from</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Längere Zeit zeigen</source>
        <translation>Show a longer time</translation>
    </message>
    <message>
        <source>Kürzere Zeit zeigen</source>
        <translation>Show a shorter time</translation>
    </message>
    <message>
        <source>Diagramm verkleinern</source>
        <translation>Shrink chart</translation>
    </message>
    <message>
        <source>Diagramm vergrößern</source>
        <translation>Enlarge chart</translation>
    </message>
    <message>
        <source>Früher</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Umschalt Links</source>
        <translation>Shift Left</translation>
    </message>
    <message>
        <source>Später</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Umschalt Rechts</source>
        <translation>Shift Right</translation>
    </message>
    <message>
        <source>Verlauf %1</source>
        <translation>History %1</translation>
    </message>
    <message>
        <source>Pfeiltasten lesen Werte ab, mit Umschalt verschieben sie, Plus und Minus zoomen. „Als Tabelle“ zeigt dieselben Zahlen.</source>
        <translation>Arrow keys read values, with Shift they move the chart, plus and minus zoom. “As a table” shows the same numbers.</translation>
    </message>
    <message>
        <source>%1 herausnehmen</source>
        <translation>Take %1 out</translation>
    </message>
    <message>
        <source>Werte werden geholt …</source>
        <translation>Fetching values …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vergleichen (bis zu drei)</source>
        <translation>Compare (up to three)</translation>
    </message>
    <message>
        <source>Auswahl festhalten und mit anderen Messstellen vergleichen</source>
        <translation>Keep these and compare with other measuring points</translation>
    </message>
    <message>
        <source>Grenz- und Richtwerte zeigen</source>
        <translation>Show limits and guidelines</translation>
    </message>
    <message>
        <source>Als Diagramm</source>
        <translation>As a chart</translation>
    </message>
    <message>
        <source>Als Tabelle</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>Werte (CSV)</source>
        <translation>Values (CSV)</translation>
    </message>
    <message>
        <source>Bild (PNG)</source>
        <translation>Picture (PNG)</translation>
    </message>
    <message>
        <source>Werte speichern</source>
        <translation>Save values</translation>
    </message>
    <message>
        <source>Tabellen (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <source>Diagramm speichern</source>
        <translation>Save chart</translation>
    </message>
    <message>
        <source>Bilder (*.png)</source>
        <translation>Pictures (*.png)</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>%1 wird eingelesen</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Im Bild zeigen …</source>
        <translation>Show in the picture …</translation>
    </message>
    <message>
        <source>Datei wählen …</source>
        <translation>Choose file …</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>Nichts war auszubessern oder auszulassen.</source>
        <translation>Nothing had to be mended or left out.</translation>
    </message>
    <message numerus="yes">
        <source>%n Stelle(n) wurden ausgebessert, ausgelassen oder sind zu prüfen:</source>
        <translation>
            <numerusform>%n place was mended, left out or needs checking:</numerusform>
            <numerusform>%n places were mended, left out or need checking:</numerusform>
        </translation>
    </message>
    <message>
        <source>Liste kopieren</source>
        <translation>Copy list</translation>
    </message>
    <message>
        <source>Stellen</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Gespeichert: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Qualitätsbericht speichern …</source>
        <translation>Save quality report …</translation>
    </message>
    <message>
        <source>Qualitätsbericht speichern</source>
        <translation>Save quality report</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>HTML-Dateien (*.html)</source>
        <translation>HTML files (*.html)</translation>
    </message>
    <message>
        <source>Eingabetaste: das Objekt im Fenster zeigen</source>
        <translation>Enter: show the object in the window</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Ausgewähltes Objekt</source>
        <translation>Selected object</translation>
    </message>
    <message>
        <source>Auswahl aufheben</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Zum Objekt fliegen</source>
        <translation>Fly to the object</translation>
    </message>
    <message>
        <source>Alles kopieren</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>Fakten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Aufbau</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Woher?</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Zu allen ausgewählten Objekten fliegen</source>
        <translation>Fly to all selected objects</translation>
    </message>
    <message>
        <source>Summe</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>Objekte</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>Ausblenden</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Freistellen</source>
        <translation>Isolate</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Röntgenblick</source>
        <translation>X-ray</translation>
    </message>
    <message>
        <source>Alles andere durchsichtig zeichnen</source>
        <translation>Draw everything else see-through</translation>
    </message>
    <message>
        <source>Messwerte</source>
        <translation>Values</translation>
    </message>
</context>
<context>
    <name>IntroCard</name>
    <message>
        <source>Ziehen bewegt die Stadt, das Mausrad zoomt</source>
        <translation>Dragging moves the city, the wheel zooms</translation>
    </message>
    <message>
        <source>Mit der rechten Taste drehen und neigen</source>
        <translation>Turn and tilt with the right button</translation>
    </message>
    <message>
        <source>Ein Klick wählt aus, ein Doppelklick fliegt hin</source>
        <translation>A click selects, a double click flies there</translation>
    </message>
    <message>
        <source>Strg + K sucht Adressen, Orte und Befehle</source>
        <translation>Ctrl + K searches addresses, places and commands</translation>
    </message>
    <message>
        <source>Pos1 zeigt wieder die ganze Region</source>
        <translation>Home shows the whole region again</translation>
    </message>
    <message>
        <source>So bewegen Sie sich</source>
        <translation>How to move</translation>
    </message>
    <message>
        <source>Los geht’s</source>
        <translation>Let’s go</translation>
    </message>
    <message>
        <source>Alle Tasten</source>
        <translation>All keys</translation>
    </message>
</context>
<context>
    <name>IssueBanner</name>
    <message>
        <source>%1 (%2-mal)</source>
        <translation>%1 (%2 times)</translation>
    </message>
    <message>
        <source>Meldung schließen</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>LayerDetails</name>
    <message>
        <source>Deckkraft</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>Deckkraft von %1</source>
        <translation>Opacity of %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Einfärben</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Objekte einfärben nach</source>
        <translation>Colour objects by</translation>
    </message>
    <message>
        <source>Thema von %1</source>
        <translation>Theme of %1</translation>
    </message>
    <message>
        <source>Ganz zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Strg+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Am Tag der Uhr nicht zu sehen: %1</source>
        <translation>Not shown on the clock&apos;s day: %1</translation>
    </message>
    <message>
        <source>Unabhängig von der Uhr zeigen</source>
        <translation>Show whatever the clock says</translation>
    </message>
    <message>
        <source>Röntgenblick</source>
        <translation>X-ray</translation>
    </message>
    <message>
        <source>Alle anderen Ebenen durchsichtig zeichnen</source>
        <translation>Draw all other layers see-through</translation>
    </message>
    <message>
        <source>Vergleich beenden</source>
        <translation>End comparison</translation>
    </message>
    <message>
        <source>Mit heute vergleichen</source>
        <translation>Compare with today</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Ebenen</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Ebenen einklappen</source>
        <translation>Fold layers</translation>
    </message>
    <message>
        <source>Ebenen ausklappen</source>
        <translation>Unfold layers</translation>
    </message>
    <message>
        <source>Daten hinzufügen …</source>
        <translation>Add data …</translation>
    </message>
    <message>
        <source>Strg+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Alle Themen</source>
        <translation>All themes</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>sichtbar</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>ausgeblendet</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>%1 ausblenden</source>
        <translation>Hide %1</translation>
    </message>
    <message>
        <source>%1 einblenden</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>nicht darstellbar</source>
        <translation>cannot be shown</translation>
    </message>
    <message>
        <source>Ziehen ändert die Reihenfolge (Alt + Pfeiltasten)</source>
        <translation>Drag to change the order (Alt + arrow keys)</translation>
    </message>
</context>
<context>
    <name>LiveCard</name>
    <message>
        <source>Live-Werte</source>
        <translation>Live values</translation>
    </message>
    <message>
        <source>Live-Werte schließen</source>
        <translation>Close live values</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Hinfliegen</source>
        <translation>Fly there</translation>
    </message>
    <message>
        <source>Alle Messstellen</source>
        <translation>All stations</translation>
    </message>
    <message>
        <source>Fakten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Damals</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Quelle</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>LiveNearby</name>
    <message>
        <source>Gebäude in %1 Entfernung</source>
        <translation>Building %1 away</translation>
    </message>
    <message>
        <source>Gebäude %1</source>
        <translation>Building %1</translation>
    </message>
    <message>
        <source>Straße %1</source>
        <translation>Street %1</translation>
    </message>
</context>
<context>
    <name>LiveRows</name>
    <message>
        <source>Live-Werte</source>
        <translation>Live values</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>Live: %1</translation>
    </message>
    <message>
        <source>Live: %1 ausblenden</source>
        <translation>Hide live: %1</translation>
    </message>
    <message>
        <source>Live: %1 einblenden</source>
        <translation>Show live: %1</translation>
    </message>
    <message>
        <source>Messwerte</source>
        <translation>Measured values</translation>
    </message>
</context>
<context>
    <name>LoadingLine</name>
    <message>
        <source>Stadtmodell wird geladen</source>
        <translation>Loading the city model</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Darstellung</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Farben wie im Modell</source>
        <translation>Colours as in the model</translation>
    </message>
    <message>
        <source>Farben werden berechnet …</source>
        <translation>Colours are being computed …</translation>
    </message>
    <message>
        <source>Nur die Auswahl ist zu sehen.</source>
        <translation>Only the selection is shown.</translation>
    </message>
    <message numerus="yes">
        <source>%n Objekt(e) ausgeblendet</source>
        <translation>
            <numerusform>%n object hidden</numerusform>
            <numerusform>%n objects hidden</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Röntgenblick: Andere Ebenen sind durchsichtig.</source>
        <translation>X-ray: other layers are see-through.</translation>
    </message>
    <message>
        <source>Röntgenblick: Alles außer der Auswahl ist durchsichtig.</source>
        <translation>X-ray: everything but the selection is see-through.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Stadtzwilling</source>
        <translation>Stadtzwilling</translation>
    </message>
    <message>
        <source>%1 – Stadtzwilling</source>
        <translation>%1 – Stadtzwilling</translation>
    </message>
    <message>
        <source>Stadtmodell</source>
        <translation>City model</translation>
    </message>
    <message>
        <source>Pfeiltasten bewegen, Q und E drehen, R und F neigen, Plus und Minus zoomen</source>
        <translation>Arrow keys move, Q and E turn, R and F tilt, plus and minus zoom</translation>
    </message>
    <message>
        <source>Stadtmodell öffnen</source>
        <translation>Open city model</translation>
    </message>
    <message>
        <source>Stadtmodelle (*.gml *.xml *.citygml *.json)</source>
        <translation>City models (*.gml *.xml *.citygml *.json)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Loslassen, um die Dateien anzusehen</source>
        <translation>Release to look at the files</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Namen im Bild</source>
        <translation>Names in the picture</translation>
    </message>
</context>
<context>
    <name>MeasureCard</name>
    <message>
        <source>Punkt</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Strecke</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Höhe</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Fläche</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Messen</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Letzten Punkt zurücknehmen</source>
        <translation>Take back the last point</translation>
    </message>
    <message>
        <source>Rücktaste</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Ergebnis kopieren</source>
        <translation>Copy result</translation>
    </message>
    <message>
        <source>Messen beenden</source>
        <translation>Stop measuring</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>MiniMapPanel</name>
    <message>
        <source>Übersichtskarte</source>
        <translation>Overview map</translation>
    </message>
    <message>
        <source>Region von oben mit dem Ausschnitt des Bildes</source>
        <translation>The region from above with what the picture shows</translation>
    </message>
    <message>
        <source>Ein Klick fliegt dorthin</source>
        <translation>A click flies there</translation>
    </message>
</context>
<context>
    <name>OffscreenContext</name>
    <message>
        <source>Ohne Fenster kann hier nicht gezeichnet werden.</source>
        <translation>Drawing without a window is not possible here.</translation>
    </message>
    <message>
        <source>Installieren Sie einen OpenGL-Treiber mit EGL (Debian: libgl1-mesa-dri, libegl1).</source>
        <translation>Install an OpenGL driver with EGL (Debian: libgl1-mesa-dri, libegl1).</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Datei öffnen …</source>
        <translation>Open file …</translation>
    </message>
    <message>
        <source>Strg+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Daten hinzufügen …</source>
        <translation>Add data …</translation>
    </message>
    <message>
        <source>Strg+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Demo-Region ansehen</source>
        <translation>View demo region</translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation>Opened recently</translation>
    </message>
</context>
<context>
    <name>OrientationCube</name>
    <message>
        <source>Von Norden sehen</source>
        <translation>See from the north</translation>
    </message>
    <message>
        <source>Von Osten sehen</source>
        <translation>See from the east</translation>
    </message>
    <message>
        <source>Von Süden sehen</source>
        <translation>See from the south</translation>
    </message>
    <message>
        <source>Von Westen sehen</source>
        <translation>See from the west</translation>
    </message>
    <message>
        <source>Senkrecht von oben</source>
        <translation>Straight from above</translation>
    </message>
    <message>
        <source>Nord</source>
        <translation>North</translation>
    </message>
    <message>
        <source>Ost</source>
        <translation>East</translation>
    </message>
    <message>
        <source>Süd</source>
        <translation>South</translation>
    </message>
    <message>
        <source>West</source>
        <translation>West</translation>
    </message>
    <message>
        <source>Oben</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Ansichtswürfel</source>
        <translation>View cube</translation>
    </message>
    <message>
        <source>Pfeiltasten wechseln die Seite</source>
        <translation>Arrow keys change the side</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Bild speichern</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>Bild (*.png)</source>
        <translation>Picture (*.png)</translation>
    </message>
    <message>
        <source>Bild speichern …</source>
        <translation>Save picture …</translation>
    </message>
    <message>
        <source>Strg+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Bild kopieren</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Strg+Umschalt+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Ansicht kopieren</source>
        <translation>Copy view</translation>
    </message>
    <message>
        <source>Ort und Richtung der Kamera als Text</source>
        <translation>Place and direction of the camera as text</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PitchSlider</name>
    <message>
        <source>Neigung</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>%1 Grad unter dem Horizont</source>
        <translation>%1 degrees below the horizon</translation>
    </message>
    <message>
        <source>Neigung  (R, F)</source>
        <translation>Pitch  (R, F)</translation>
    </message>
</context>
<context>
    <name>PlaceSketch</name>
    <message>
        <source>liegt in der Region</source>
        <translation>lies in the region</translation>
    </message>
    <message>
        <source>liegt außerhalb der Region</source>
        <translation>lies outside the region</translation>
    </message>
    <message>
        <source>Lage: %1</source>
        <translation>Location: %1</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>PlacingCard</name>
    <message>
        <source>Ort im Bild zeigen</source>
        <translation>Show the place in the picture</translation>
    </message>
    <message>
        <source>Klicken Sie auf die Stelle, an der das Modell stehen soll (oder Leertaste für die Bildmitte).</source>
        <translation>Click on the place where the model shall stand (or press space for the middle of the picture).</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>PositionField</name>
    <message>
        <source>%1 – klicken für die nächste Schreibweise</source>
        <translation>%1 – click for the next notation</translation>
    </message>
    <message>
        <source>Koordinate unter dem Zeiger: %1</source>
        <translation>Coordinate under the pointer: %1</translation>
    </message>
    <message>
        <source>Höhe über Normalhöhennull (DHHN2016): %1</source>
        <translation>Height above sea level (DHHN2016): %1</translation>
    </message>
</context>
<context>
    <name>PreviewDetails</name>
    <message>
        <source>nicht angegeben</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Umfang</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Ausdehnung</source>
        <translation>Extent</translation>
    </message>
    <message>
        <source>Bezugssystem</source>
        <translation>Reference system</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Lizenz</source>
        <translation>Licence</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <source>Dateien</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>PreviewRow</name>
    <message>
        <source>nicht lesbar</source>
        <translation>not readable</translation>
    </message>
    <message>
        <source>mit Mängeln</source>
        <translation>with flaws</translation>
    </message>
    <message>
        <source>lesbar</source>
        <translation>readable</translation>
    </message>
    <message>
        <source>Angabe fehlt</source>
        <translation>needs an answer</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
</context>
<context>
    <name>ReplayBadge</name>
    <message>
        <source>Wiedergabe: %1</source>
        <translation>Replay: %1</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Maßstab: %1</source>
        <translation>Scale: %1</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Strg K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Suche leeren</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Treffer</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Suchen: Adresse, Ort, Koordinate, Befehl …</source>
        <translation>Search: address, place, coordinate, command …</translation>
    </message>
    <message numerus="yes">
        <source>%n Treffer, Pfeiltasten wählen</source>
        <translation>
            <numerusform>%n hit, arrow keys choose</numerusform>
            <numerusform>%n hits, arrow keys choose</numerusform>
        </translation>
    </message>
    <message>
        <source>Zuletzt gewählt</source>
        <translation>Chosen lately</translation>
    </message>
    <message>
        <source>Verlauf löschen</source>
        <translation>Clear history</translation>
    </message>
</context>
<context>
    <name>SensorList</name>
    <message>
        <source>Messstellen</source>
        <translation>Measuring points</translation>
    </message>
</context>
<context>
    <name>SettingsCard</name>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Größe von Schrift und Bedienelementen: %1 %</source>
        <translation>Size of text and controls: %1 %</translation>
    </message>
    <message>
        <source>Größe von Schrift und Bedienelementen</source>
        <translation>Size of text and controls</translation>
    </message>
    <message>
        <source>Bewegung reduzieren</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>Maus wie in</source>
        <translation>Mouse as in</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Modell</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Karte</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Luftbild</source>
        <translation>Aerial photo</translation>
    </message>
    <message>
        <source>Mit hohem Kontrast sieht auch das Modell so aus.</source>
        <translation>With high contrast the model looks like that too.</translation>
    </message>
    <message>
        <source>Diese Region hat kein Luftbild; „Daten hinzufügen“ nimmt eines auf.</source>
        <translation>This region has no aerial photo; “Add data” takes one in.</translation>
    </message>
    <message>
        <source>Große Bedienelemente für Finger</source>
        <translation>Large controls for fingers</translation>
    </message>
    <message>
        <source>Live-Werte</source>
        <translation>Live values</translation>
    </message>
    <message>
        <source>Datenquellen …</source>
        <translation>Data sources …</translation>
    </message>
    <message>
        <source>Ohne eigene Quelle: in der Demo-Region die Demo-Plattform.</source>
        <translation>Without a source of your own: the demo platform in the demo region.</translation>
    </message>
    <message>
        <source>Namen im Bild</source>
        <translation>Names in the picture</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>https://daten.stadt.example</source>
        <translation>https://data.city.example</translation>
    </message>
    <message>
        <source>Erkennen</source>
        <translation>Identify</translation>
    </message>
    <message>
        <source>Schnittstelle</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>noch nicht bekannt</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Auswahl (%1)</source>
        <translation>Selection (%1)</translation>
    </message>
    <message>
        <source>leer: alles</source>
        <translation>empty: everything</translation>
    </message>
    <message>
        <source>Auswahl</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>%1 (nötig)</source>
        <translation>%1 (required)</translation>
    </message>
    <message>
        <source>gespeichert; leer lassen, um es zu behalten</source>
        <translation>saved; leave empty to keep it</translation>
    </message>
    <message>
        <source>Alle Einstellungen zeigen</source>
        <translation>Show all settings</translation>
    </message>
    <message>
        <source>Ausprobieren</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>nur für diese Sitzung</source>
        <translation>for this session only</translation>
    </message>
    <message>
        <source>%1 ausschalten</source>
        <translation>Switch %1 off</translation>
    </message>
    <message>
        <source>%1 einschalten</source>
        <translation>Switch %1 on</translation>
    </message>
    <message>
        <source>%1 bearbeiten</source>
        <translation>Edit %1</translation>
    </message>
    <message>
        <source>%1 entfernen</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Wirklich entfernen</source>
        <translation>Really remove</translation>
    </message>
    <message>
        <source>Behalten</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>SourcesCard</name>
    <message>
        <source>Datenquellen</source>
        <translation>Data sources</translation>
    </message>
    <message>
        <source>Zurück zur Liste</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Quelle bearbeiten</source>
        <translation>Edit source</translation>
    </message>
    <message>
        <source>Quelle hinzufügen</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Noch keine Quelle. Eine Quelle ist die Adresse einer Datenplattform: FIWARE (NGSI-LD, NGSIv2), SensorThings, Opendatasoft, MQTT, Warnungen (CAP) oder Busse und Bahnen (GTFS-Realtime). Das Programm findet heraus, was dort antwortet.</source>
        <translation>No source yet. A source is the address of a data platform: FIWARE (NGSI-LD, NGSIv2), SensorThings, Opendatasoft, MQTT, warnings (CAP) or public transport (GTFS-Realtime). The program finds out what answers there.</translation>
    </message>
</context>
<context>
    <name>StructureList</name>
    <message>
        <source>Aufbau</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Zeile kopieren</source>
        <translation>Copy row</translation>
    </message>
    <message>
        <source>Strg C</source>
        <translation>Ctrl C</translation>
    </message>
</context>
<context>
    <name>SwipeDivider</name>
    <message>
        <source>Schieber zwischen „%1“ und %2</source>
        <translation>Divider between “%1” and %2</translation>
    </message>
    <message>
        <source>%1 % der Breite</source>
        <translation>%1 % of the width</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Vergleich beenden</source>
        <translation>End comparison</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>TableSheet</name>
    <message>
        <source>Tabelle der Objekte</source>
        <translation>Table of objects</translation>
    </message>
    <message>
        <source>Tabelle speichern</source>
        <translation>Save table</translation>
    </message>
    <message>
        <source>Tabelle (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>wird gelesen …</source>
        <translation>being read …</translation>
    </message>
    <message>
        <source>%1 von %2 Objekten</source>
        <translation>%1 of %2 objects</translation>
    </message>
    <message>
        <source>Filtern, zum Beispiel: schule höhe &gt; 12</source>
        <translation>Filter, for example: school height &gt; 12</translation>
    </message>
    <message>
        <source>Filter der Tabelle</source>
        <translation>Filter of the table</translation>
    </message>
    <message>
        <source>Nur ausgewählte</source>
        <translation>Selected only</translation>
    </message>
    <message>
        <source>Alle auswählen</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Wählt die gezeigten Objekte aus, höchstens 5000</source>
        <translation>Selects the objects shown, at most 5000</translation>
    </message>
    <message>
        <source>Als CSV speichern …</source>
        <translation>Save as CSV …</translation>
    </message>
    <message>
        <source>Tabelle schließen</source>
        <translation>Close table</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>absteigend sortiert</source>
        <translation>sorted descending</translation>
    </message>
    <message>
        <source>aufsteigend sortiert</source>
        <translation>sorted ascending</translation>
    </message>
    <message>
        <source>Objekte</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ThemeHeading</name>
    <message>
        <source>zugeklappt</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>aufgeklappt</source>
        <translation>unfolded</translation>
    </message>
</context>
<context>
    <name>ThemesCard</name>
    <message>
        <source>Themen</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n Ebene(n)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>noch keine Daten</source>
        <translation>no data yet</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Zeitleiste</source>
        <translation>Bar of time</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Uhrzeit</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Tag im Jahr</source>
        <translation>Day of the year</translation>
    </message>
    <message>
        <source>Datum und Uhrzeit</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Zum Beispiel 14.03.2026 14:32 oder 1826</source>
        <translation>For example 14.03.2026 14:32 or 1826</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>läuft</source>
        <translation>playing</translation>
    </message>
    <message>
        <source>angehalten</source>
        <translation>held</translation>
    </message>
    <message>
        <source>Zur Marke davor</source>
        <translation>To the mark before</translation>
    </message>
    <message>
        <source>Einen Schritt zurück</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>Anhalten</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Abspielen</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Einen Schritt vor</source>
        <translation>One step forward</translation>
    </message>
    <message>
        <source>Zur Marke danach</source>
        <translation>To the next mark</translation>
    </message>
    <message>
        <source>Geschwindigkeit</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Länge der Zeitleiste</source>
        <translation>Length of the bar of time</translation>
    </message>
    <message>
        <source>gefüllt: Messwerte aufbewahrt</source>
        <translation>filled: values kept</translation>
    </message>
    <message>
        <source>hier sind keine Messwerte aufbewahrt</source>
        <translation>no values are kept here</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Erkunden</source>
        <translation>Explore</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>TopTools</name>
    <message>
        <source>Messen</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Strg+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rückgängig: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>Strg+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Wiederholen: %1</source>
        <translation>Redo: %1</translation>
    </message>
    <message>
        <source>Strg+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>Bild und Ansicht</source>
        <translation>Picture and view</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ansicht und Sprache</source>
        <translation>Display and language</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Strg+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Hinweis schließen</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>ViewControls</name>
    <message>
        <source>Senkrecht von oben</source>
        <translation>Straight from above</translation>
    </message>
    <message>
        <source>Ganze Region zeigen</source>
        <translation>Show the whole region</translation>
    </message>
    <message>
        <source>Pos1</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Näher heran</source>
        <translation>Closer</translation>
    </message>
    <message>
        <source>Weiter weg</source>
        <translation>Farther away</translation>
    </message>
    <message>
        <source>Wieder nach oben</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Zu Fuß gehen</source>
        <translation>Walk</translation>
    </message>
    <message>
        <source>Gemerkte Ansichten</source>
        <translation>Kept views</translation>
    </message>
    <message>
        <source>Strg+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Übersichtskarte</source>
        <translation>Overview map</translation>
    </message>
    <message>
        <source>Namen im Bild</source>
        <translation>Names in the picture</translation>
    </message>
</context>
<context>
    <name>ViewHint</name>
    <message>
        <source>Zu Fuß: W A S D gehen, ziehen schaut sich um, Umschalt läuft</source>
        <translation>On foot: W A S D walk, dragging looks around, Shift runs</translation>
    </message>
    <message>
        <source>Die Region ist nicht im Bild</source>
        <translation>The region is not in the picture</translation>
    </message>
    <message>
        <source>Nach oben</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Zurück zur Region</source>
        <translation>Back to the region</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Pos1</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>ViewTools</name>
    <message>
        <source>Ansicht gemerkt (Taste %1)</source>
        <translation>View kept (key %1)</translation>
    </message>
    <message>
        <source>Ansicht gemerkt</source>
        <translation>View kept</translation>
    </message>
</context>
<context>
    <name>twin</name>
    <message>
        <source>linke Taste ziehen</source>
        <translation>drag with the left button</translation>
    </message>
    <message>
        <source>rechte Taste ziehen</source>
        <translation>drag with the right button</translation>
    </message>
    <message>
        <source>mittlere Taste ziehen</source>
        <translation>drag with the middle button</translation>
    </message>
    <message>
        <source>Strg + %1</source>
        <translation>Ctrl + %1</translation>
    </message>
    <message>
        <source>Umschalt + %1</source>
        <translation>Shift + %1</translation>
    </message>
</context>
<context>
    <name>twin::ActionField</name>
    <message>
        <source>Daten und Plattformen</source>
        <translation>Data and platforms</translation>
    </message>
    <message>
        <source>Zusammenleben und Mitmachen</source>
        <translation>Living together and taking part</translation>
    </message>
    <message>
        <source>Sicherheit und Vertrauen</source>
        <translation>Safety and trust</translation>
    </message>
    <message>
        <source>Intelligente Mobilität</source>
        <translation>Smart mobility</translation>
    </message>
    <message>
        <source>Wirtschaft, Handel, Tourismus</source>
        <translation>Economy, trade, tourism</translation>
    </message>
    <message>
        <source>Bildung, Kultur, Freizeit</source>
        <translation>Education, culture, leisure</translation>
    </message>
    <message>
        <source>Bauen und Wohnen</source>
        <translation>Building and housing</translation>
    </message>
    <message>
        <source>Energie und Umwelt</source>
        <translation>Energy and environment</translation>
    </message>
    <message>
        <source>Gesundheit und Soziales</source>
        <translation>Health and social affairs</translation>
    </message>
    <message>
        <source>Digitale Verwaltung</source>
        <translation>Digital administration</translation>
    </message>
    <message>
        <source>Raum- und Infrastruktur</source>
        <translation>Space and Infrastructure</translation>
    </message>
    <message>
        <source>Trends, Forschung und Entwicklung</source>
        <translation>Trends, Research and Development</translation>
    </message>
</context>
<context>
    <name>twin::AddDataModel</name>
    <message>
        <source>Nur Dateien auf diesem Rechner lassen sich öffnen. Speichern Sie die Datei zuerst.</source>
        <translation>Only files on this computer can be opened. Save the file first.</translation>
    </message>
    <message>
        <source>Dateien werden gesucht</source>
        <translation>Looking for files</translation>
    </message>
    <message numerus="yes">
        <source>%n Datei(en)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nicht lesbar</source>
        <translation>
            <numerusform>%n not readable</numerusform>
            <numerusform>%n not readable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weitere nicht angesehen</source>
        <translation>
            <numerusform>%n more not looked at</numerusform>
            <numerusform>%n more not looked at</numerusform>
        </translation>
    </message>
    <message>
        <source>Keine der Dateien lässt sich lesen.</source>
        <translation>None of the files can be read.</translation>
    </message>
    <message numerus="yes">
        <source>%n Datei(en) werden eine eigene Region.</source>
        <translation>
            <numerusform>%n file becomes a region of its own.</numerusform>
            <numerusform>%n files become a region of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Datei(en) kommen zu „%1“.</source>
        <translation>
            <numerusform>%n file is added to “%1”.</numerusform>
            <numerusform>%n files are added to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ebene(n) hinzugefügt.</source>
        <translation>
            <numerusform>%n layer added.</numerusform>
            <numerusform>%n layers added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Die Region ist geöffnet.</source>
        <translation>The region is open.</translation>
    </message>
    <message>
        <source>flach</source>
        <translation>flat</translation>
    </message>
    <message>
        <source>auf dem Gelände</source>
        <translation>on the terrain</translation>
    </message>
    <message numerus="yes">
        <source>%n brauchen eine Angabe</source>
        <translation>
            <numerusform>%n needs an answer</numerusform>
            <numerusform>%n need an answer</numerusform>
        </translation>
    </message>
    <message>
        <source>Abgebrochen: nichts ist hinzugekommen.</source>
        <translation>Stopped: nothing was added.</translation>
    </message>
    <message>
        <source>Wird vorbereitet</source>
        <translation>Being prepared</translation>
    </message>
</context>
<context>
    <name>twin::AlarmModel</name>
    <message>
        <source>%1 über %2</source>
        <translation>%1 above %2</translation>
    </message>
    <message>
        <source>%1 ab %2</source>
        <translation>%1 at least %2</translation>
    </message>
    <message>
        <source>%1 unter %2</source>
        <translation>%1 below %2</translation>
    </message>
    <message>
        <source>%1 bis %2</source>
        <translation>%1 at most %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n Stellen</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>, am weitesten %1 mit %2</source>
        <translation>, farthest %1 with %2</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Warnung</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>seit %1 Uhr</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>Vorschlag dieses Programms</source>
        <translation>proposed by this program</translation>
    </message>
    <message>
        <source>am amtlichen Text noch zu prüfen</source>
        <translation>still to be checked against the official text</translation>
    </message>
    <message>
        <source>Kein Wert jenseits eines Grenzwerts</source>
        <translation>No value beyond a limit</translation>
    </message>
    <message numerus="yes">
        <source>%n Alarme</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Warnungen</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: bis %2, von %3 bis %4 Uhr</source>
        <translation>%1: up to %2, from %3 to %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source> und %n weitere</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::AppModel</name>
    <message>
        <source>Auswahl aufheben</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Auswählen</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>„%1“ beginnt</source>
        <translation>“%1” begins</translation>
    </message>
    <message>
        <source>„%1“ endet</source>
        <translation>“%1” ends</translation>
    </message>
</context>
<context>
    <name>twin::Attribute</name>
    <message>
        <source>Bezugspunkt der Dachhöhe</source>
        <translation>Reference point of the roof height</translation>
    </message>
    <message>
        <source>Datenquelle der Bodenhöhe</source>
        <translation>Data source of the ground height</translation>
    </message>
    <message>
        <source>Datenquelle der Dachhöhe</source>
        <translation>Data source of the roof height</translation>
    </message>
    <message>
        <source>Datenquelle der Lage</source>
        <translation>Data source of the position</translation>
    </message>
    <message>
        <source>Dachform</source>
        <translation>Roof shape</translation>
    </message>
    <message>
        <source>Amtlicher Gemeindeschlüssel</source>
        <translation>Official municipality key</translation>
    </message>
    <message>
        <source>Bezug zum Grundriss</source>
        <translation>Relation to the footprint</translation>
    </message>
    <message>
        <source>Geplante Bruttofläche</source>
        <translation>Planned gross area</translation>
    </message>
    <message>
        <source>Stand des Grundrisses</source>
        <translation>Date of the footprint</translation>
    </message>
    <message>
        <source>Höhe des Daches über NHN</source>
        <translation>Height of the roof above NHN</translation>
    </message>
    <message>
        <source>Höhe des Bodens über NHN</source>
        <translation>Height of the ground above NHN</translation>
    </message>
    <message>
        <source>Lage zur Erdoberfläche</source>
        <translation>Position relative to the surface</translation>
    </message>
    <message>
        <source>Niedrigste Traufe über NHN</source>
        <translation>Lowest eaves above NHN</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Angaben zur Qualität</source>
        <translation>Quality details</translation>
    </message>
    <message>
        <source>Gebäudeklasse</source>
        <translation>Building class</translation>
    </message>
    <message>
        <source>Angelegt am</source>
        <translation>Created on</translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Gebäudefunktion</source>
        <translation>Building function</translation>
    </message>
    <message>
        <source>Höhe (gemessen)</source>
        <translation>Height (measured)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Geschosshöhen über der Erde</source>
        <translation>Storey heights above ground</translation>
    </message>
    <message>
        <source>Geschosshöhen unter der Erde</source>
        <translation>Storey heights below ground</translation>
    </message>
    <message>
        <source>Geschosse über der Erde</source>
        <translation>Storeys above ground</translation>
    </message>
    <message>
        <source>Geschosse unter der Erde</source>
        <translation>Storeys below ground</translation>
    </message>
    <message>
        <source>Tatsächliche Nutzung</source>
        <translation>Actual use</translation>
    </message>
    <message>
        <source>Baujahr</source>
        <translation>Year of construction</translation>
    </message>
    <message>
        <source>Abrissjahr</source>
        <translation>Year of demolition</translation>
    </message>
    <message>
        <source>Sturzhöhe über dem Boden des Hauses</source>
        <translation>Lintel height above the ground of the house</translation>
    </message>
    <message>
        <source>Brüstungshöhe über dem Boden des Hauses</source>
        <translation>Sill height above the ground of the house</translation>
    </message>
</context>
<context>
    <name>twin::BookmarkModel</name>
    <message>
        <source>Ansicht %1</source>
        <translation>View %1</translation>
    </message>
    <message>
        <source>Ansicht merken</source>
        <translation>Keep view</translation>
    </message>
    <message>
        <source>Ansicht umbenennen</source>
        <translation>Rename view</translation>
    </message>
    <message>
        <source>Ansicht löschen</source>
        <translation>Delete view</translation>
    </message>
    <message>
        <source>„%1“ wurde gelöscht.</source>
        <translation>“%1” was deleted.</translation>
    </message>
</context>
<context>
    <name>twin::ClockModel</name>
    <message>
        <source>Schreiben Sie Datum und Uhrzeit wie 14.03.2026 14:32.</source>
        <translation>Write date and time like 14.03.2026 14:32.</translation>
    </message>
    <message>
        <source>Die Uhr reicht von 1800 bis 2100.</source>
        <translation>The clock reaches from 1800 to 2100.</translation>
    </message>
    <message>
        <source>Echtzeit</source>
        <translation>Real time</translation>
    </message>
    <message>
        <source>1 min/s</source>
        <translation>1 min/s</translation>
    </message>
    <message>
        <source>10 min/s</source>
        <translation>10 min/s</translation>
    </message>
    <message>
        <source>1 h/s</source>
        <translation>1 h/s</translation>
    </message>
    <message>
        <source>1 Tag/s</source>
        <translation>1 day/s</translation>
    </message>
    <message>
        <source>1 Monat/s</source>
        <translation>1 month/s</translation>
    </message>
    <message>
        <source>1 Jahr/s</source>
        <translation>1 year/s</translation>
    </message>
</context>
<context>
    <name>twin::Commands</name>
    <message>
        <source>Ganze Region zeigen</source>
        <translation>Show the whole region</translation>
    </message>
    <message>
        <source>Pos1</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Anfang Start Übersicht</source>
        <translation>Start overview</translation>
    </message>
    <message>
        <source>Nach Norden ausrichten</source>
        <translation>Turn north up</translation>
    </message>
    <message>
        <source>Kompass einnorden</source>
        <translation>Compass</translation>
    </message>
    <message>
        <source>Senkrecht von oben</source>
        <translation>Straight from above</translation>
    </message>
    <message>
        <source>Karte Grundriss 2D</source>
        <translation>Map plan 2D</translation>
    </message>
    <message>
        <source>Zur Auswahl fliegen</source>
        <translation>Fly to the selection</translation>
    </message>
    <message>
        <source>zoomen Objekt</source>
        <translation>zoom object</translation>
    </message>
    <message>
        <source>Vorige Ansicht</source>
        <translation>Previous view</translation>
    </message>
    <message>
        <source>Alt+←</source>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>zurück Kamera</source>
        <translation>back camera</translation>
    </message>
    <message>
        <source>Nächste Ansicht</source>
        <translation>Next view</translation>
    </message>
    <message>
        <source>Alt+→</source>
        <translation>Alt+→</translation>
    </message>
    <message>
        <source>vorwärts Kamera</source>
        <translation>forward camera</translation>
    </message>
    <message>
        <source>Ansicht merken</source>
        <translation>Keep view</translation>
    </message>
    <message>
        <source>Lesezeichen speichern Kamera</source>
        <translation>Bookmark save camera</translation>
    </message>
    <message>
        <source>Gemerkte Ansichten</source>
        <translation>Kept views</translation>
    </message>
    <message>
        <source>Strg+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Lesezeichen Liste</source>
        <translation>Bookmarks list</translation>
    </message>
    <message>
        <source>Zu Fuß gehen</source>
        <translation>Walk</translation>
    </message>
    <message>
        <source>Fußgänger Straße laufen Augenhöhe</source>
        <translation>Pedestrian street on foot eye level</translation>
    </message>
    <message>
        <source>Übersichtskarte ein/aus</source>
        <translation>Overview map on/off</translation>
    </message>
    <message>
        <source>Karte klein Minikarte</source>
        <translation>Small map minimap</translation>
    </message>
    <message>
        <source>Maus wie üblich (Standard)</source>
        <translation>Mouse as usual (Standard)</translation>
    </message>
    <message>
        <source>Steuerung Tastenbelegung</source>
        <translation>Controls bindings</translation>
    </message>
    <message>
        <source>Maus wie in Web-Globen (Cesium)</source>
        <translation>Mouse as in web globes (Cesium)</translation>
    </message>
    <message>
        <source>Maus wie in Konstruktionsprogrammen (CAD)</source>
        <translation>Mouse as in construction programs (CAD)</translation>
    </message>
    <message>
        <source>Datei öffnen</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Strg+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>laden importieren</source>
        <translation>load import</translation>
    </message>
    <message>
        <source>Daten hinzufügen</source>
        <translation>Add data</translation>
    </message>
    <message>
        <source>Strg+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Ebene importieren</source>
        <translation>Layer import</translation>
    </message>
    <message>
        <source>Messen</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Strg+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Strecke Fläche Höhe</source>
        <translation>Distance area height</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Strg+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Strg+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>Tabelle der Objekte</source>
        <translation>Table of objects</translation>
    </message>
    <message>
        <source>Strg+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Liste CSV filtern sortieren</source>
        <translation>list CSV filter sort</translation>
    </message>
    <message>
        <source>Alles wieder zeigen</source>
        <translation>Show everything again</translation>
    </message>
    <message>
        <source>einblenden ausgeblendet freigestellt</source>
        <translation>unhide hidden isolated</translation>
    </message>
    <message>
        <source>Hilfe zur Bedienung</source>
        <translation>Help on controls</translation>
    </message>
    <message>
        <source>Tasten Maus Steuerung</source>
        <translation>Keys mouse controls</translation>
    </message>
    <message>
        <source>Helle Farben</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Farbschema Thema</source>
        <translation>Colour scheme theme</translation>
    </message>
    <message>
        <source>Dunkle Farben</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Farbschema Thema Nacht</source>
        <translation>Colour scheme theme night</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Farbschema Thema barrierefrei</source>
        <translation>Colour scheme theme accessible</translation>
    </message>
    <message>
        <source>Bewegung reduzieren ein/aus</source>
        <translation>Reduce motion on/off</translation>
    </message>
    <message>
        <source>Animation barrierefrei</source>
        <translation>Animation accessible</translation>
    </message>
    <message>
        <source>Sprache: Deutsch</source>
        <translation>Language: German</translation>
    </message>
    <message>
        <source>Sprache: Englisch</source>
        <translation>Language: English</translation>
    </message>
    <message>
        <source>Zurück zur aktuellen Zeit</source>
        <translation>Back to the present time</translation>
    </message>
    <message>
        <source>jetzt live Uhrzeit</source>
        <translation>now live clock</translation>
    </message>
    <message>
        <source>Ganzer Bildschirm ein/aus</source>
        <translation>Full screen on/off</translation>
    </message>
    <message>
        <source>Vollbild</source>
        <translation>Fullscreen</translation>
    </message>
    <message>
        <source>Auswahl ausblenden</source>
        <translation>Hide selection</translation>
    </message>
    <message>
        <source>verstecken unsichtbar</source>
        <translation>hide invisible</translation>
    </message>
    <message>
        <source>Auswahl freistellen</source>
        <translation>Isolate selection</translation>
    </message>
    <message>
        <source>isolieren nur diese</source>
        <translation>isolate only these</translation>
    </message>
    <message>
        <source>Röntgenblick auf die Auswahl</source>
        <translation>X-ray on the selection</translation>
    </message>
    <message>
        <source>durchsichtig transparent X-Ray</source>
        <translation>see-through transparent</translation>
    </message>
    <message>
        <source>Datenquellen</source>
        <translation>Data sources</translation>
    </message>
    <message>
        <source>Live Plattform FIWARE SensorThings MQTT Sensoren Verbindung</source>
        <translation>live platform FIWARE SensorThings MQTT sensors connection</translation>
    </message>
    <message>
        <source>Darstellung: Modell</source>
        <translation>Style: model</translation>
    </message>
    <message>
        <source>Stil Standard</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>Darstellung: Karte</source>
        <translation>Style: map</translation>
    </message>
    <message>
        <source>Stil Kartenstil Stadtplan</source>
        <translation>map style city plan</translation>
    </message>
    <message>
        <source>Darstellung: Luftbild</source>
        <translation>Style: aerial photo</translation>
    </message>
    <message>
        <source>Stil Foto Orthophoto Satellit</source>
        <translation>photo orthophoto satellite</translation>
    </message>
    <message>
        <source>Bild speichern</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>Strg+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Bildschirmfoto PNG</source>
        <translation>screenshot PNG</translation>
    </message>
    <message>
        <source>Bild kopieren</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Strg+Umschalt+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Zwischenablage Bildschirmfoto</source>
        <translation>clipboard screenshot</translation>
    </message>
    <message>
        <source>Ansicht kopieren</source>
        <translation>Copy view</translation>
    </message>
    <message>
        <source>Kamera Zwischenablage</source>
        <translation>camera clipboard</translation>
    </message>
    <message>
        <source>Ansicht und Sprache</source>
        <translation>Display and language</translation>
    </message>
    <message>
        <source>Einstellungen Größe Schrift</source>
        <translation>settings preferences size font</translation>
    </message>
    <message>
        <source>Große Bedienelemente für Finger ein/aus</source>
        <translation>Large controls for fingers on/off</translation>
    </message>
    <message>
        <source>Touch Bildschirm berühren</source>
        <translation>touch screen tap</translation>
    </message>
    <message>
        <source>Suchverlauf löschen</source>
        <translation>Clear search history</translation>
    </message>
    <message>
        <source>vergessen zuletzt gewählt</source>
        <translation>forget recent</translation>
    </message>
    <message>
        <source>Namen im Bild ein/aus</source>
        <translation>Names in the picture on/off</translation>
    </message>
    <message>
        <source>Beschriftung Straßennamen Stadtbezirke</source>
        <translation>Labels street names districts</translation>
    </message>
</context>
<context>
    <name>twin::Error</name>
    <message>
        <source>Nicht gefunden</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Prüfen Sie den Namen und versuchen Sie es erneut.</source>
        <translation>Check the name and try again.</translation>
    </message>
    <message>
        <source>Zugriff verweigert</source>
        <translation>Access denied</translation>
    </message>
    <message>
        <source>Prüfen Sie die Zugriffsrechte der Datei oder Ihre Anmeldung.</source>
        <translation>Check the permissions of the file or your login.</translation>
    </message>
    <message>
        <source>Kein Netz</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>Prüfen Sie die Netzverbindung; die letzten bekannten Daten bleiben sichtbar.</source>
        <translation>Check the network connection; the last known data stay visible.</translation>
    </message>
    <message>
        <source>Keine Antwort in der erwarteten Zeit</source>
        <translation>No answer in the expected time</translation>
    </message>
    <message>
        <source>Versuchen Sie es später erneut.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>Der Server meldet einen Fehler</source>
        <translation>The server reports an error</translation>
    </message>
    <message>
        <source>Versuchen Sie es später erneut oder fragen Sie den Betreiber der Quelle.</source>
        <translation>Try again later or ask the operator of the source.</translation>
    </message>
    <message>
        <source>Zu viele Anfragen</source>
        <translation>Too many requests</translation>
    </message>
    <message>
        <source>Das Programm wartet und versucht es von selbst erneut.</source>
        <translation>The program waits and tries again by itself.</translation>
    </message>
    <message>
        <source>Unbekanntes Format</source>
        <translation>Unknown format</translation>
    </message>
    <message>
        <source>Version wird nicht unterstützt</source>
        <translation>Version not supported</translation>
    </message>
    <message>
        <source>Exportieren Sie die Daten in einer unterstützten Version oder aktualisieren Sie das Programm.</source>
        <translation>Export the data in a supported version or update the program.</translation>
    </message>
    <message>
        <source>Beschädigte oder ungültige Daten</source>
        <translation>Damaged or invalid data</translation>
    </message>
    <message>
        <source>Holen Sie die Datei erneut oder fragen Sie den Anbieter.</source>
        <translation>Fetch the file again or ask the provider.</translation>
    </message>
    <message>
        <source>Koordinatenreferenzsystem fehlt</source>
        <translation>Coordinate reference system missing</translation>
    </message>
    <message>
        <source>Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832.</source>
        <translation>Give it with --crs, for example --crs EPSG:25832.</translation>
    </message>
    <message>
        <source>Koordinaten lassen sich nicht umrechnen</source>
        <translation>Coordinates cannot be transformed</translation>
    </message>
    <message>
        <source>Prüfen Sie das Koordinatenreferenzsystem der Quelle.</source>
        <translation>Check the coordinate reference system of the source.</translation>
    </message>
    <message>
        <source>Höhenbezug unbekannt</source>
        <translation>Height reference unknown</translation>
    </message>
    <message>
        <source>Geben Sie den Höhenbezug der Quelle an.</source>
        <translation>State the height reference of the source.</translation>
    </message>
    <message>
        <source>Außerhalb der Region</source>
        <translation>Outside the region</translation>
    </message>
    <message>
        <source>Wählen Sie einen Ort innerhalb der Region.</source>
        <translation>Choose a place inside the region.</translation>
    </message>
    <message>
        <source>Keine Daten</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>Wählen Sie eine andere Quelle oder eine andere Zeit.</source>
        <translation>Choose another source or another time.</translation>
    </message>
    <message>
        <source>Ungültige Eingabe</source>
        <translation>Invalid input</translation>
    </message>
    <message>
        <source>Korrigieren Sie die Angabe; --help zeigt, was erwartet wird.</source>
        <translation>Correct the value; --help shows what is expected.</translation>
    </message>
    <message>
        <source>Zu wenig Speicher oder Plattenplatz</source>
        <translation>Not enough memory or disk space</translation>
    </message>
    <message>
        <source>Geben Sie Platz frei und versuchen Sie es erneut.</source>
        <translation>Free some space and try again.</translation>
    </message>
    <message>
        <source>Abgebrochen</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Interner Fehler</source>
        <translation>Internal error</translation>
    </message>
    <message>
        <source>Bitte melden Sie dies zusammen mit dem Protokoll.</source>
        <translation>Please report this together with the log.</translation>
    </message>
    <message>
        <source>Wählen Sie eine Datei in einem unterstützten Format, zum Beispiel CityGML oder CityJSON.</source>
        <translation>Choose a file in a supported format, for example CityGML or CityJSON.</translation>
    </message>
</context>
<context>
    <name>twin::Format</name>
    <message>
        <source>%1 O  %2 N</source>
        <translation>%1 E  %2 N</translation>
    </message>
    <message>
        <source>%1 m ü. NHN</source>
        <translation>%1 m above NHN</translation>
    </message>
    <message>
        <source>Nord</source>
        <translation>north</translation>
    </message>
    <message>
        <source>Nordost</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>Ost</source>
        <translation>east</translation>
    </message>
    <message>
        <source>Südost</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>Süd</source>
        <translation>south</translation>
    </message>
    <message>
        <source>Südwest</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>West</source>
        <translation>west</translation>
    </message>
    <message>
        <source>Nordwest</source>
        <translation>north-west</translation>
    </message>
    <message>
        <source>Gebäude</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>Gebäudeteil</source>
        <translation>Building part</translation>
    </message>
    <message>
        <source>Anbau am Gebäude</source>
        <translation>Building installation</translation>
    </message>
    <message>
        <source>Objekt</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Dachfläche</source>
        <translation>Roof surface</translation>
    </message>
    <message>
        <source>Wandfläche</source>
        <translation>Wall surface</translation>
    </message>
    <message>
        <source>Grundfläche</source>
        <translation>Ground surface</translation>
    </message>
    <message>
        <source>Abschlussfläche</source>
        <translation>Closure surface</translation>
    </message>
    <message>
        <source>Deckenfläche außen</source>
        <translation>Outer ceiling surface</translation>
    </message>
    <message>
        <source>Bodenfläche außen</source>
        <translation>Outer floor surface</translation>
    </message>
    <message>
        <source>Fläche</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Raum</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Möbel</source>
        <translation>Furniture</translation>
    </message>
    <message>
        <source>Bauteil</source>
        <translation>Constructive element</translation>
    </message>
    <message>
        <source>Gebäudeeinheit</source>
        <translation>Building unit</translation>
    </message>
    <message>
        <source>Geschoss</source>
        <translation>Storey</translation>
    </message>
    <message>
        <source>Fenster</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Tür</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Brücke</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Brückenteil</source>
        <translation>Bridge part</translation>
    </message>
    <message>
        <source>Anbau an der Brücke</source>
        <translation>Bridge installation</translation>
    </message>
    <message>
        <source>Bauteil der Brücke</source>
        <translation>Bridge element</translation>
    </message>
    <message>
        <source>Raum in der Brücke</source>
        <translation>Bridge room</translation>
    </message>
    <message>
        <source>Ausstattung der Brücke</source>
        <translation>Bridge furniture</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Tunnelteil</source>
        <translation>Tunnel part</translation>
    </message>
    <message>
        <source>Einbau im Tunnel</source>
        <translation>Tunnel installation</translation>
    </message>
    <message>
        <source>Bauteil des Tunnels</source>
        <translation>Tunnel element</translation>
    </message>
    <message>
        <source>Hohlraum</source>
        <translation>Hollow space</translation>
    </message>
    <message>
        <source>Ausstattung des Tunnels</source>
        <translation>Tunnel furniture</translation>
    </message>
    <message>
        <source>Bauwerk</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Straße</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>Bahnstrecke</source>
        <translation>Railway</translation>
    </message>
    <message>
        <source>Weg</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Platz</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Wasserstraße</source>
        <translation>Waterway</translation>
    </message>
    <message>
        <source>Verkehrsanlage</source>
        <translation>Transport complex</translation>
    </message>
    <message>
        <source>Verkehrsraum</source>
        <translation>Traffic space</translation>
    </message>
    <message>
        <source>Nebenraum des Verkehrs</source>
        <translation>Auxiliary traffic space</translation>
    </message>
    <message>
        <source>Bewuchs</source>
        <translation>Plant cover</translation>
    </message>
    <message>
        <source>Baum oder Strauch</source>
        <translation>Tree or shrub</translation>
    </message>
    <message>
        <source>Gewässer</source>
        <translation>Water body</translation>
    </message>
    <message>
        <source>Stadtmöbel</source>
        <translation>City furniture</translation>
    </message>
    <message>
        <source>Flächennutzung</source>
        <translation>Land use</translation>
    </message>
    <message>
        <source>Gelände</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>Sonstiges Objekt</source>
        <translation>Other object</translation>
    </message>
    <message>
        <source>Objektgruppe</source>
        <translation>Group of objects</translation>
    </message>
    <message>
        <source>Bodenfläche innen</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>Wandfläche innen</source>
        <translation>Interior wall</translation>
    </message>
    <message>
        <source>Deckenfläche innen</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Fensterfläche</source>
        <translation>Window surface</translation>
    </message>
    <message>
        <source>Türfläche</source>
        <translation>Door surface</translation>
    </message>
    <message>
        <source>Wasserfläche</source>
        <translation>Water surface</translation>
    </message>
    <message>
        <source>Gewässergrund</source>
        <translation>Water bed</translation>
    </message>
    <message>
        <source>Abschluss des Gewässers</source>
        <translation>Water closure</translation>
    </message>
    <message>
        <source>Verkehrsfläche</source>
        <translation>Traffic area</translation>
    </message>
    <message>
        <source>Nebenfläche des Verkehrs</source>
        <translation>Auxiliary traffic area</translation>
    </message>
    <message>
        <source>Markierung</source>
        <translation>Marking</translation>
    </message>
    <message>
        <source>Öffnung</source>
        <translation>Opening</translation>
    </message>
</context>
<context>
    <name>twin::HelpModel</name>
    <message>
        <source>Bewegen</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Pfeiltasten, W A S D; schneller mit Umschalt</source>
        <translation>Arrow keys, W A S D; faster with Shift</translation>
    </message>
    <message>
        <source>ein Finger</source>
        <translation>one finger</translation>
    </message>
    <message>
        <source>Um den Punkt unter dem Zeiger drehen</source>
        <translation>Turn around the point under the pointer</translation>
    </message>
    <message>
        <source>zwei Finger drehen</source>
        <translation>turn two fingers</translation>
    </message>
    <message>
        <source>Neigen</source>
        <translation>Tilt</translation>
    </message>
    <message>
        <source>ebenso, auf und ab</source>
        <translation>likewise, up and down</translation>
    </message>
    <message>
        <source>zwei Finger auf und ab</source>
        <translation>two fingers up and down</translation>
    </message>
    <message>
        <source>Zoomen</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Mausrad</source>
        <translation>Mouse wheel</translation>
    </message>
    <message>
        <source>zwei Finger spreizen</source>
        <translation>spread two fingers</translation>
    </message>
    <message>
        <source>Auswählen, hinzunehmen</source>
        <translation>Select, add</translation>
    </message>
    <message>
        <source>Klick, Strg + Klick</source>
        <translation>Click, Ctrl + click</translation>
    </message>
    <message>
        <source>Hinfliegen</source>
        <translation>Fly there</translation>
    </message>
    <message>
        <source>Doppelklick</source>
        <translation>Double click</translation>
    </message>
    <message>
        <source>Z: zur Auswahl</source>
        <translation>Z: to the selection</translation>
    </message>
    <message>
        <source>Norden, von oben, ganze Region</source>
        <translation>North, from above, whole region</translation>
    </message>
    <message>
        <source>Knöpfe rechts unten; Kompass ziehen dreht</source>
        <translation>Buttons at the lower right; dragging the compass turns</translation>
    </message>
    <message>
        <source>N  T  Pos1</source>
        <translation>N  T  Home</translation>
    </message>
    <message>
        <source>Vorige, nächste Ansicht</source>
        <translation>Previous, next view</translation>
    </message>
    <message>
        <source>Alt + ←, Alt + →</source>
        <translation>Alt + ←, Alt + →</translation>
    </message>
    <message>
        <source>Ansicht merken, hinfliegen</source>
        <translation>Keep a view, fly to it</translation>
    </message>
    <message>
        <source>B, dann 1 bis 9</source>
        <translation>B, then 1 to 9</translation>
    </message>
    <message>
        <source>Zu Fuß gehen</source>
        <translation>Walk</translation>
    </message>
    <message>
        <source>ziehen schaut sich um</source>
        <translation>dragging looks around</translation>
    </message>
    <message>
        <source>G, dann W A S D; G oder Esc endet</source>
        <translation>G, then W A S D; G or Esc ends</translation>
    </message>
    <message>
        <source>Tabelle der Objekte</source>
        <translation>Table of objects</translation>
    </message>
    <message>
        <source>Strg + T</source>
        <translation>Ctrl + T</translation>
    </message>
    <message>
        <source>Bild speichern, kopieren</source>
        <translation>Save picture, copy it</translation>
    </message>
    <message>
        <source>Strg + S, Strg + Umschalt + C</source>
        <translation>Ctrl + S, Ctrl + Shift + C</translation>
    </message>
    <message>
        <source>Messen</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Klick setzt einen Punkt, Doppelklick beendet</source>
        <translation>A click sets a point, a double click ends</translation>
    </message>
    <message>
        <source>Strg + M; Leertaste, Enter</source>
        <translation>Ctrl + M; space, Enter</translation>
    </message>
    <message>
        <source>Daten hinzufügen</source>
        <translation>Add data</translation>
    </message>
    <message>
        <source>Dateien in das Fenster ziehen</source>
        <translation>Drag files into the window</translation>
    </message>
    <message>
        <source>Strg + D</source>
        <translation>Ctrl + D</translation>
    </message>
    <message>
        <source>Rückgängig, wiederholen</source>
        <translation>Undo, redo</translation>
    </message>
    <message>
        <source>Strg + Z, Strg + Y</source>
        <translation>Ctrl + Z, Ctrl + Y</translation>
    </message>
    <message>
        <source>Suchen, Übersichtskarte</source>
        <translation>Search, overview map</translation>
    </message>
    <message>
        <source>Strg + K, M</source>
        <translation>Ctrl + K, M</translation>
    </message>
    <message>
        <source>Nächster Bereich, ganzer Bildschirm</source>
        <translation>Next area, full screen</translation>
    </message>
    <message>
        <source>Leertaste: Bildmitte; Esc hebt auf</source>
        <translation>Space: middle of the picture; Esc deselects</translation>
    </message>
    <message>
        <source>tippen, halten</source>
        <translation>tap, hold</translation>
    </message>
    <message>
        <source>doppelt tippen</source>
        <translation>double tap</translation>
    </message>
    <message>
        <source>Auswahl ausblenden, freistellen, durchsehen, alles zeigen</source>
        <translation>Hide, isolate, X-ray the selection, show all</translation>
    </message>
    <message>
        <source>H  I  X  Umschalt + H</source>
        <translation>H  I  X  Shift + H</translation>
    </message>
    <message>
        <source>Modell, Karte oder Luftbild</source>
        <translation>Model, map or aerial photo</translation>
    </message>
</context>
<context>
    <name>twin::HistoryFiles</name>
    <message>
        <source>Die Datei lässt sich nicht schreiben.</source>
        <translation>The file cannot be written.</translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen Ordner.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Demo-Daten (erzeugt)</source>
        <translation>Demo data (generated)</translation>
    </message>
</context>
<context>
    <name>twin::HistoryModel</name>
    <message>
        <source>Mehr als drei Messreihen lassen sich nicht vergleichen. Nehmen Sie zuerst eine heraus.</source>
        <translation>No more than three series can be compared. Take one out first.</translation>
    </message>
    <message>
        <source>Ein Diagramm hat höchstens zwei Einheiten. Nehmen Sie zuerst eine Messreihe heraus.</source>
        <translation>A chart has two units at most. Take a series out first.</translation>
    </message>
    <message>
        <source>keine Werte</source>
        <translation>no values</translation>
    </message>
    <message>
        <source>Lücke</source>
        <translation>gap</translation>
    </message>
    <message>
        <source>Hier misst nichts Zahlen. Wählen Sie eine Messreihe.</source>
        <translation>Nothing here measures numbers. Choose a series.</translation>
    </message>
    <message>
        <source>Nur was aufbewahrt ist: %1</source>
        <translation>Only what is kept: %1</translation>
    </message>
    <message>
        <source>Aus dieser Zeit sind keine Werte bekannt.</source>
        <translation>No values are known of that time.</translation>
    </message>
    <message>
        <source>24 Stunden</source>
        <translation>24 hours</translation>
    </message>
    <message>
        <source>7 Tage</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 Tage</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>1 Jahr</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>Die Werte werden geschrieben …</source>
        <translation>Writing the values …</translation>
    </message>
    <message>
        <source>Es hört niemand mehr auf die Quellen.</source>
        <translation>Nobody listens to the sources any more.</translation>
    </message>
    <message numerus="yes">
        <source>%n Werte geschrieben.</source>
        <translation>
            <numerusform>%n value written.</numerusform>
            <numerusform>%n values written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Das Bild ist geschrieben.</source>
        <translation>The picture is written.</translation>
    </message>
</context>
<context>
    <name>twin::ImportModel</name>
    <message>
        <source>Nur Dateien auf diesem Rechner lassen sich öffnen.</source>
        <translation>Only files on this computer can be opened.</translation>
    </message>
    <message>
        <source>Speichern Sie die Datei zuerst und ziehen Sie sie dann in das Fenster.</source>
        <translation>Save the file first and then drag it into the window.</translation>
    </message>
    <message numerus="yes">
        <source>%1 und %n weitere</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo-Region</source>
        <translation>Demo region</translation>
    </message>
    <message>
        <source>Es läuft schon ein Import.</source>
        <translation>An import is already running.</translation>
    </message>
    <message>
        <source>Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.</source>
        <translation>Wait until it has finished or cancel it.</translation>
    </message>
    <message>
        <source>Wird vorbereitet</source>
        <translation>Preparing</translation>
    </message>
</context>
<context>
    <name>twin::InspectorModel</name>
    <message>
        <source>Zu diesem Objekt liegen keine Sachdaten vor: Das Kachelmodell enthält nur die Form.</source>
        <translation>There are no attributes for this object: the tileset holds only its shape.</translation>
    </message>
    <message>
        <source>Höhe (gemessen)</source>
        <translation>Height (measured)</translation>
    </message>
    <message>
        <source>Höhe (aus dem Modell berechnet)</source>
        <translation>Height (computed from the model)</translation>
    </message>
    <message>
        <source>Das Wichtigste</source>
        <translation>Key facts</translation>
    </message>
    <message>
        <source>Weitere Angaben</source>
        <translation>Further details</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>aus dem Modell berechnet</source>
        <translation>computed from the model</translation>
    </message>
    <message>
        <source>Grundfläche</source>
        <translation>Ground surface</translation>
    </message>
    <message>
        <source>Dachfläche</source>
        <translation>Roof surface</translation>
    </message>
    <message>
        <source>Woher?</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Art der Daten</source>
        <translation>Kind of data</translation>
    </message>
    <message>
        <source>Demo-Daten (erzeugt), keine amtlichen Angaben</source>
        <translation>Demo data (generated), not official information</translation>
    </message>
    <message>
        <source>Datei</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Zeile</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Stand der Datei</source>
        <translation>Date of the file</translation>
    </message>
    <message>
        <source>Lizenz</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>in der Quelle nicht angegeben</source>
        <translation>not stated in the source</translation>
    </message>
    <message>
        <source>nicht aufgezeichnet</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>Angelegt am</source>
        <translation>Created on</translation>
    </message>
    <message>
        <source>Untergegangen am</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>Kennung (gml:id)</source>
        <translation>Id (gml:id)</translation>
    </message>
    <message>
        <source>Objekt im Liegenschaftskataster</source>
        <translation>Object in the cadastre</translation>
    </message>
    <message>
        <source>Eingelesen am</source>
        <translation>Imported on</translation>
    </message>
    <message>
        <source>Bezugssystem</source>
        <translation>Reference system</translation>
    </message>
    <message>
        <source>Grundfläche zusammen</source>
        <translation>ground area in total</translation>
    </message>
    <message>
        <source>Volumen</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>nicht bestimmbar</source>
        <translation>cannot be determined</translation>
    </message>
    <message>
        <source>Körper nicht geschlossen</source>
        <translation>solid not closed</translation>
    </message>
    <message>
        <source>Datei nicht aufgezeichnet</source>
        <translation>File not recorded</translation>
    </message>
    <message>
        <source>Objekte</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>%1 Objekte ausgewählt</source>
        <translation>%1 objects selected</translation>
    </message>
    <message>
        <source>zuletzt: %1</source>
        <translation>last: %1</translation>
    </message>
    <message>
        <source>Ebene</source>
        <translation>Layer</translation>
    </message>
</context>
<context>
    <name>twin::Issue</name>
    <message>
        <source>Datum nicht lesbar</source>
        <translation>Date not readable</translation>
    </message>
    <message>
        <source>Objekt ohne Koordinatenreferenzsystem</source>
        <translation>Object without a coordinate reference system</translation>
    </message>
    <message>
        <source>Angegebenes Koordinatenreferenzsystem ist unbekannt, das der Option --crs gilt</source>
        <translation>Stated coordinate reference system is unknown, that of the option --crs applies</translation>
    </message>
    <message>
        <source>Koordinaten ließen sich nicht umrechnen</source>
        <translation>Coordinates could not be transformed</translation>
    </message>
    <message>
        <source>Unbekanntes Koordinatenreferenzsystem</source>
        <translation>Unknown coordinate reference system</translation>
    </message>
    <message>
        <source>Datei darf nicht gelesen werden</source>
        <translation>File must not be read</translation>
    </message>
    <message>
        <source>Datei ohne Koordinatenreferenzsystem</source>
        <translation>File without a coordinate reference system</translation>
    </message>
    <message>
        <source>Datei mit unbekanntem Koordinatenreferenzsystem</source>
        <translation>File with an unknown coordinate reference system</translation>
    </message>
    <message>
        <source>Datei mit DOCTYPE wird aus Sicherheitsgründen nicht gelesen</source>
        <translation>File with a DOCTYPE is not read for security reasons</translation>
    </message>
    <message>
        <source>Zeichenkodierung der Datei wird nicht unterstützt</source>
        <translation>Character encoding of the file is not supported</translation>
    </message>
    <message>
        <source>Datei nicht gefunden</source>
        <translation>File not found</translation>
    </message>
    <message>
        <source>Datei ließ sich nicht bis zum Ende lesen</source>
        <translation>File could not be read to its end</translation>
    </message>
    <message>
        <source>Datei ist abgeschnitten</source>
        <translation>File is truncated</translation>
    </message>
    <message>
        <source>Version des Formats wird nicht unterstützt</source>
        <translation>Version of the format is not supported</translation>
    </message>
    <message>
        <source>Geometrie ohne Höhen</source>
        <translation>Geometry without heights</translation>
    </message>
    <message>
        <source>Höhenbezug nicht angegeben, DHHN2016 angenommen</source>
        <translation>Height reference not stated, DHHN2016 assumed</translation>
    </message>
    <message>
        <source>Kennung (gml:id) kommt mehrfach vor, das spätere Objekt heißt hier anders</source>
        <translation>Id (gml:id) occurs more than once, the later object has another name here</translation>
    </message>
    <message>
        <source>Objekt ohne Kennung (gml:id), eine wurde vergeben</source>
        <translation>Object without an id (gml:id), one was assigned</translation>
    </message>
    <message>
        <source>Beschädigtes Objekt übersprungen</source>
        <translation>Damaged object skipped</translation>
    </message>
    <message>
        <source>Übergroßes Objekt übersprungen</source>
        <translation>Oversized object skipped</translation>
    </message>
    <message>
        <source>Ungültige Zahl in den Koordinaten</source>
        <translation>Invalid number in the coordinates</translation>
    </message>
    <message>
        <source>Objekt ohne darstellbare Geometrie</source>
        <translation>Object without geometry that can be shown</translation>
    </message>
    <message>
        <source>Fläche mit unmöglichen Koordinaten verworfen</source>
        <translation>Surface with impossible coordinates discarded</translation>
    </message>
    <message>
        <source>Fläche ohne Ausdehnung</source>
        <translation>Surface without extent</translation>
    </message>
    <message>
        <source>Doppelte Punkte zusammengelegt</source>
        <translation>Duplicate points merged</translation>
    </message>
    <message>
        <source>Fläche ohne Ring</source>
        <translation>Surface without a ring</translation>
    </message>
    <message>
        <source>Loch ohne Ausdehnung weggelassen</source>
        <translation>Hole without extent left out</translation>
    </message>
    <message>
        <source>Loch berührt einen anderen Ring</source>
        <translation>Hole touches another ring</translation>
    </message>
    <message>
        <source>Fläche ist nicht eben</source>
        <translation>Surface is not planar</translation>
    </message>
    <message>
        <source>Ringe überschneiden sich, Schnittpunkte ergänzt</source>
        <translation>Rings intersect, intersections added</translation>
    </message>
    <message>
        <source>Zacke ohne Fläche abgeschnitten</source>
        <translation>Spike without area cut off</translation>
    </message>
    <message>
        <source>Fläche mit zu vielen Punkten übersprungen</source>
        <translation>Surface with too many points skipped</translation>
    </message>
    <message>
        <source>Ring nicht geschlossen</source>
        <translation>Ring not closed</translation>
    </message>
    <message>
        <source>Anzahl der Koordinaten geht nicht auf</source>
        <translation>Number of coordinates does not add up</translation>
    </message>
    <message>
        <source>Ring mit weniger als drei Punkten</source>
        <translation>Ring with fewer than three points</translation>
    </message>
    <message>
        <source>Abschlussfläche zwischen Gebäudeteilen nicht gezeichnet</source>
        <translation>Closure surface between building parts not drawn</translation>
    </message>
    <message>
        <source>Verweis nach außerhalb der Datei wird nicht verfolgt</source>
        <translation>Reference out of the file is not followed</translation>
    </message>
    <message>
        <source>Verweis ohne Ziel in der Datei</source>
        <translation>Reference without a target in the file</translation>
    </message>
    <message>
        <source>Ebene ließ sich nicht öffnen</source>
        <translation>Layer could not be opened</translation>
    </message>
    <message>
        <source>Datei ist kein gültiges XML oder JSON</source>
        <translation>File is not valid XML or JSON</translation>
    </message>
    <message>
        <source>Datei ist kein Stadtmodell in einem bekannten Format</source>
        <translation>File is not a city model in a known format</translation>
    </message>
    <message>
        <source>Überlanger Text oder überlanges Attribut</source>
        <translation>Overlong text or attribute</translation>
    </message>
    <message>
        <source>Zu tief geschachtelt</source>
        <translation>Nested too deeply</translation>
    </message>
    <message>
        <source>Datei nennt ein anderes Koordinatenreferenzsystem als --crs, das der Datei gilt</source>
        <translation>The file states another coordinate reference system than --crs; the file’s own is used</translation>
    </message>
    <message>
        <source>Bildformat einer Textur wird nicht unterstützt (png, jpeg und webp werden es)</source>
        <translation>Image format of a texture is not supported (png, jpeg and webp are)</translation>
    </message>
    <message>
        <source>Bild einer Textur fehlt</source>
        <translation>Image of a texture is missing</translation>
    </message>
    <message>
        <source>Bild einer Textur liegt außerhalb des Ordners der Datei und wird nicht geöffnet</source>
        <translation>Image of a texture lies outside the file&apos;s folder and is not opened</translation>
    </message>
    <message>
        <source>Texturkoordinaten passen nicht zur Fläche, ohne Textur gezeichnet</source>
        <translation>Texture coordinates do not fit the surface; drawn without texture</translation>
    </message>
    <message>
        <source>Attribute nicht lesbar</source>
        <translation>Attributes cannot be read</translation>
    </message>
    <message>
        <source>Datei ohne „transform“: Koordinaten gelten, wie sie dastehen</source>
        <translation>File without “transform”: coordinates are taken as they stand</translation>
    </message>
    <message>
        <source>Geometrie ohne gültigen Detailgrad, LoD2 angenommen</source>
        <translation>Geometry without a valid level of detail; LoD2 assumed</translation>
    </message>
    <message>
        <source>Geometrie nicht lesbar</source>
        <translation>Geometry cannot be read</translation>
    </message>
    <message>
        <source>Mustergeometrie fehlt</source>
        <translation>Geometry template is missing</translation>
    </message>
    <message>
        <source>Verweis auf einen Stützpunkt, den es nicht gibt</source>
        <translation>Reference to a vertex that does not exist</translation>
    </message>
    <message>
        <source>Objekt gehört über seine Eltern zu sich selbst, steht hier für sich</source>
        <translation>Object is its own ancestor; it stands alone here</translation>
    </message>
    <message>
        <source>Übergeordnetes Objekt fehlt, steht hier für sich</source>
        <translation>Parent object is missing; it stands alone here</translation>
    </message>
    <message>
        <source>Gebäude steht mehr als einen halben Meter über dem Gelände</source>
        <translation>Building stands more than half a metre above the terrain</translation>
    </message>
    <message>
        <source>Gebäude steckt mehr als einen halben Meter im Gelände</source>
        <translation>Building sits more than half a metre in the terrain</translation>
    </message>
    <message>
        <source>Unmögliche Höhen weggelassen</source>
        <translation>Impossible heights left out</translation>
    </message>
    <message>
        <source>Raster liegt außerhalb des Gebiets, in dem EPSG:25832 gilt</source>
        <translation>Raster lies outside the area where EPSG:25832 applies</translation>
    </message>
    <message>
        <source>Rasterdatei ließ sich nicht lesen</source>
        <translation>Raster file could not be read</translation>
    </message>
    <message>
        <source>Geländegitter vergröbert, weil das Gebiet sehr groß ist</source>
        <translation>Terrain grid made coarser because the area is very large</translation>
    </message>
    <message>
        <source>Angaben zum Aussehen sind unvollständig</source>
        <translation>Appearance is incomplete</translation>
    </message>
    <message>
        <source>Zu viele Angaben zum Aussehen, die übrigen fehlen</source>
        <translation>Too many appearances, the remaining ones are missing</translation>
    </message>
    <message>
        <source>Gebäude und Gelände ließen sich nicht vergleichen</source>
        <translation>Buildings and terrain could not be compared</translation>
    </message>
    <message>
        <source>Geometrie aus Punkten, Linien und Flächen zugleich, nur die höchste Art gezeichnet</source>
        <translation>Geometry of points, lines and areas at once; only the highest kind is drawn</translation>
    </message>
    <message>
        <source>Mustergeometrie in einer anderen Datei wird nicht gelesen</source>
        <translation>Template geometry in another file is not read</translation>
    </message>
    <message>
        <source>Mustergeometrie ohne Fläche</source>
        <translation>Template geometry without surface</translation>
    </message>
    <message>
        <source>Mustergeometrie ohne Ort</source>
        <translation>Template geometry without place</translation>
    </message>
    <message>
        <source>Bild vergröbert, weil das Gebiet sehr groß ist</source>
        <translation>Image made coarser because the area is very large</translation>
    </message>
    <message>
        <source>Linie mit weniger als zwei Punkten</source>
        <translation>Line with fewer than two points</translation>
    </message>
    <message>
        <source>Zu tief geschachtelte Objekte</source>
        <translation>Objects nested too deeply</translation>
    </message>
    <message>
        <source>Hinweis zur Quelle</source>
        <translation>Note on the source</translation>
    </message>
    <message>
        <source>Bild einer Textur ließ sich nicht lesen, ohne Textur gezeichnet</source>
        <translation>Image of a texture could not be read, drawn without texture</translation>
    </message>
    <message>
        <source>Kein Gelände unter dem Objekt, nicht aufgezogen</source>
        <translation>No terrain below the object, not extruded</translation>
    </message>
    <message>
        <source>Keine brauchbare Höhe, nicht aufgezogen</source>
        <translation>No usable height, not extruded</translation>
    </message>
    <message>
        <source>Gebäude ohne Höhe: höchster und tiefster Punkt liegen keinen halben Meter auseinander</source>
        <translation>Building without height: its highest and lowest points are less than half a metre apart</translation>
    </message>
    <message>
        <source>Gebäude steht mehr als 25 m höher oder tiefer als seine Nachbarn</source>
        <translation>Building stands more than 25 m above or below its neighbours</translation>
    </message>
    <message>
        <source>Angegebene Höhe (measuredHeight) weicht mehr als 1 m von der Geometrie ab</source>
        <translation>Stated height (measuredHeight) differs from the geometry by more than 1 m</translation>
    </message>
    <message>
        <source>Gebäude ist mehr als sechsmal so hoch wie seine Nachbarn</source>
        <translation>Building is more than six times as high as its neighbours</translation>
    </message>
    <message>
        <source>Messwertspeicher war beschädigt: er liegt jetzt daneben, ein neuer ist begonnen</source>
        <translation>Observation store was damaged: it now lies beside, a new one has been begun</translation>
    </message>
    <message>
        <source>Objekt liegt weit außerhalb des Gebiets, in dem EPSG:25832 gilt: stimmt das Koordinatenreferenzsystem?</source>
        <translation>Object lies far outside the area where EPSG:25832 holds: is the coordinate reference system right?</translation>
    </message>
    <message>
        <source>Punkte am selben Ort wie andere weggelassen</source>
        <translation>Points at the same place as others left out</translation>
    </message>
    <message>
        <source>Punktwolke ausgezählt</source>
        <translation>Point cloud counted</translation>
    </message>
    <message>
        <source>Punkte in beschädigten Teilen der Datei fehlen</source>
        <translation>Points in damaged parts of the file are missing</translation>
    </message>
    <message>
        <source>Punkte weit außerhalb der Region weggelassen</source>
        <translation>Points far outside the region left out</translation>
    </message>
    <message>
        <source>Als zurückgehalten markierte Punkte weggelassen</source>
        <translation>Points marked as withheld left out</translation>
    </message>
    <message>
        <source>Kennung gibt es in der Region schon: beide Objekte sind da, das neue unter „EBENE:KENNUNG“</source>
        <translation>The region has this id already: both objects are there, the new one as “LAYER:ID”</translation>
    </message>
    <message>
        <source>Kennung gibt es in der Region schon: das neue Objekt bleibt weg</source>
        <translation>The region has this id already: the new object was left out</translation>
    </message>
    <message>
        <source>Bruchkanten liegen mehr als 10 m über oder unter dem Gelände: dort ausgelassen</source>
        <translation>Breaklines lie more than 10 m above or below the terrain: left out there</translation>
    </message>
    <message>
        <source>Linien ohne Höhen sind keine Bruchkanten, ausgelassen</source>
        <translation>Lines without heights are no breaklines, left out</translation>
    </message>
</context>
<context>
    <name>twin::LayerModel</name>
    <message>
        <source>Stadtmodell</source>
        <translation>City model</translation>
    </message>
    <message>
        <source>Gelände</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>Bild auf dem Gelände</source>
        <translation>Picture on the ground</translation>
    </message>
    <message>
        <source>Karte</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Punktwolke</source>
        <translation>Point cloud</translation>
    </message>
    <message>
        <source>3D-Modell</source>
        <translation>3D model</translation>
    </message>
    <message>
        <source>%1 Punkte</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 Objekte</source>
        <translation>%1 objects</translation>
    </message>
    <message>
        <source>Demo-Daten (erzeugt)</source>
        <translation>Demo data (generated)</translation>
    </message>
    <message>
        <source>%1 weitere</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>Stand %1</source>
        <translation>as of %1</translation>
    </message>
    <message>
        <source>importiert am %1</source>
        <translation>imported on %1</translation>
    </message>
    <message>
        <source>Höhen %1 bis %2</source>
        <translation>Heights %1 to %2</translation>
    </message>
    <message>
        <source>„%1“ einblenden</source>
        <translation>Show “%1”</translation>
    </message>
    <message>
        <source>„%1“ ausblenden</source>
        <translation>Hide “%1”</translation>
    </message>
    <message>
        <source>Deckkraft von „%1“</source>
        <translation>Opacity of “%1”</translation>
    </message>
    <message>
        <source>Detailstufe von „%1“</source>
        <translation>Level of detail of “%1”</translation>
    </message>
    <message>
        <source>„%1“ verschieben</source>
        <translation>Move “%1”</translation>
    </message>
    <message>
        <source>gilt erst ab %1</source>
        <translation>holds from %1</translation>
    </message>
    <message>
        <source>galt bis %1</source>
        <translation>held until %1</translation>
    </message>
    <message>
        <source>„%1“ unabhängig von der Uhr zeigen</source>
        <translation>Show “%1” whatever the clock says</translation>
    </message>
    <message>
        <source>„%1“ mit heute vergleichen</source>
        <translation>Compare “%1” with today</translation>
    </message>
    <message>
        <source>„%1“ nicht mehr vergleichen</source>
        <translation>Stop comparing “%1”</translation>
    </message>
</context>
<context>
    <name>twin::Limit</name>
    <message>
        <source>Stundenmittel</source>
        <translation>hourly mean</translation>
    </message>
    <message>
        <source>8-Stunden-Mittel</source>
        <translation>8-hour mean</translation>
    </message>
    <message>
        <source>Tagesmittel</source>
        <translation>daily mean</translation>
    </message>
    <message>
        <source>Mittel der Hochsaison</source>
        <translation>peak-season mean</translation>
    </message>
    <message>
        <source>Jahresmittel</source>
        <translation>annual mean</translation>
    </message>
    <message>
        <source>Die Grenzwerttafel hat eine unlesbare Zeile.</source>
        <translation>The table of limits has an unreadable line.</translation>
    </message>
    <message>
        <source>Verbessern Sie die Zeile, oder entfernen Sie die Datei: Dann gilt die mitgelieferte Tafel.</source>
        <translation>Correct the line, or remove the file: the supplied table then applies.</translation>
    </message>
</context>
<context>
    <name>twin::Live</name>
    <message>
        <source>Die Demo-Plattform startet nicht.</source>
        <translation>The demo platform does not start.</translation>
    </message>
    <message>
        <source>Die Demo-Plattform nennt keine Adresse.</source>
        <translation>The demo platform states no address.</translation>
    </message>
    <message>
        <source>Demo-Plattform</source>
        <translation>Demo platform</translation>
    </message>
    <message>
        <source>Aus dieser Zeit sind keine Werte bekannt.</source>
        <translation>No values are known of that time.</translation>
    </message>
    <message>
        <source>%1° N, %2° O</source>
        <translation>%1° N, %2° E</translation>
    </message>
    <message>
        <source>kein Wert</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>ungültig</source>
        <translation>invalid</translation>
    </message>
    <message>
        <source>alt</source>
        <translation>old</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Zeit liegt in der Zukunft</source>
        <translation>time lies in the future</translation>
    </message>
    <message>
        <source>vor %1 s</source>
        <translation>%1 s ago</translation>
    </message>
    <message>
        <source>vor %1 min</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>vor %1 h</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>vor %1 Tagen</source>
        <translation>%1 days ago</translation>
    </message>
    <message>
        <source>empfangen %1</source>
        <translation>received %1</translation>
    </message>
    <message>
        <source>Diese Art von Schnittstelle kennt das Programm nicht.</source>
        <translation>The program does not know this kind of interface.</translation>
    </message>
    <message>
        <source>bis %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>pünktlich</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>gering</source>
        <translation>minor</translation>
    </message>
    <message>
        <source>mäßig</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>schwer</source>
        <translation>severe</translation>
    </message>
    <message>
        <source>extrem</source>
        <translation>extreme</translation>
    </message>
    <message>
        <source>unbekannt</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>twin::LiveDetails</name>
    <message>
        <source>Live: %1</source>
        <translation>Live: %1</translation>
    </message>
    <message numerus="yes">
        <source>Live: %n Messstellen</source>
        <translation>
            <numerusform>Live: %n station</numerusform>
            <numerusform>Live: %n stations</numerusform>
        </translation>
    </message>
    <message>
        <source>Quelle: %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Lizenz nicht angegeben</source>
        <translation>licence not stated</translation>
    </message>
    <message>
        <source>Lizenz: %1</source>
        <translation>Licence: %1</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Handlungsfeld</source>
        <translation>Action field</translation>
    </message>
    <message>
        <source>Lage (ETRS89/UTM 32N)</source>
        <translation>Position (ETRS89/UTM 32N)</translation>
    </message>
    <message>
        <source>Höhe</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>nicht angegeben, gezeigt auf dem Gelände</source>
        <translation>not stated, shown on the ground</translation>
    </message>
    <message>
        <source>Lage</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>nicht angegeben</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Messreihen</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Quelle</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Betrieben von</source>
        <translation>Run by</translation>
    </message>
    <message>
        <source>Lizenz</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Datenklasse</source>
        <translation>Data class</translation>
    </message>
    <message>
        <source>öffentlich</source>
        <translation>public</translation>
    </message>
    <message>
        <source>Zuletzt empfangen</source>
        <translation>Last received</translation>
    </message>
    <message>
        <source>noch nie</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Messstelle gesucht</source>
        <translation>Looking for a measuring point</translation>
    </message>
    <message>
        <source>„%1“ hat noch keine Quelle gemeldet.</source>
        <translation>No source has reported “%1” yet.</translation>
    </message>
    <message>
        <source>Echte Werte hätte</source>
        <translation>Real values would come from</translation>
    </message>
    <message>
        <source>Quelle/Kennung</source>
        <translation>Source/identifier</translation>
    </message>
    <message>
        <source>echte Werte hätte: %1</source>
        <translation>real values would come from: %1</translation>
    </message>
</context>
<context>
    <name>twin::LiveFields</name>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message numerus="yes">
        <source>Geschätzt aus %n Stationen, %1 Uhr; mittlerer Fehler %2. Leer, wo keine Station näher als %3 liegt.</source>
        <translation>
            <numerusform>Estimated from %n station, %1; mean error %2. Empty where no station is nearer than %3.</numerusform>
            <numerusform>Estimated from %n stations, %1; mean error %2. Empty where no station is nearer than %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keine Fläche: Für diesen Zeitpunkt liegt von keiner Station ein gültiger Wert vor.</source>
        <translation>No field: no station has a valid value for this instant.</translation>
    </message>
    <message numerus="yes">
        <source>Keine Fläche: Für diesen Zeitpunkt liegen gültige Werte von nur %n Stationen vor, nötig sind drei an verschiedenen Orten.</source>
        <translation>
            <numerusform>No field: only %n station has a valid value for this instant; three at different places are needed.</numerusform>
            <numerusform>No field: only %n stations have a valid value for this instant; three at different places are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::LiveModel</name>
    <message numerus="yes">
        <source>%n Messstellen</source>
        <translation>
            <numerusform>%n station</numerusform>
            <numerusform>%n stations</numerusform>
        </translation>
    </message>
    <message>
        <source>Werte werden nicht aufbewahrt: %1</source>
        <translation>Values are not kept: %1</translation>
    </message>
    <message>
        <source>Die Werte von damals werden geholt …</source>
        <translation>Fetching the values of that time …</translation>
    </message>
</context>
<context>
    <name>twin::LookModel</name>
    <message numerus="yes">
        <source>%n Objekt(e) ausblenden</source>
        <translation>
            <numerusform>Hide %n object</numerusform>
            <numerusform>Hide %n objects</numerusform>
        </translation>
    </message>
    <message>
        <source>Auswahl freistellen</source>
        <translation>Isolate selection</translation>
    </message>
    <message>
        <source>Alles wieder zeigen</source>
        <translation>Show everything again</translation>
    </message>
    <message>
        <source>Einfärben: %1</source>
        <translation>Colour: %1</translation>
    </message>
    <message>
        <source>Röntgenblick auf die Auswahl</source>
        <translation>X-ray on the selection</translation>
    </message>
    <message>
        <source>Röntgenblick auf „%1“</source>
        <translation>X-ray on “%1”</translation>
    </message>
    <message>
        <source>Röntgenblick beenden</source>
        <translation>End X-ray</translation>
    </message>
</context>
<context>
    <name>twin::MeasureModel</name>
    <message>
        <source>Der nächste Klick beginnt eine neue Messung.</source>
        <translation>The next click begins a new measurement.</translation>
    </message>
    <message>
        <source>Klicken Sie auf einen Punkt.</source>
        <translation>Click a point.</translation>
    </message>
    <message>
        <source>Klicken Sie auf den unteren Punkt.</source>
        <translation>Click the lower point.</translation>
    </message>
    <message>
        <source>Klicken Sie auf den oberen Punkt.</source>
        <translation>Click the upper point.</translation>
    </message>
    <message>
        <source>Klicken Sie auf den Anfang der Strecke.</source>
        <translation>Click the start of the line.</translation>
    </message>
    <message>
        <source>Weitere Punkte; Doppelklick oder Enter beendet die Strecke.</source>
        <translation>Further points; double click or Enter ends the line.</translation>
    </message>
    <message>
        <source>Klicken Sie auf die erste Ecke der Fläche.</source>
        <translation>Click the first corner of the area.</translation>
    </message>
    <message>
        <source>Weitere Ecken; Doppelklick oder Enter schließt die Fläche.</source>
        <translation>Further corners; double click or Enter closes the area.</translation>
    </message>
    <message>
        <source>Ost (ETRS89/UTM 32N)</source>
        <translation>East (ETRS89/UTM 32N)</translation>
    </message>
    <message>
        <source>Nord</source>
        <translation>North</translation>
    </message>
    <message>
        <source>Höhe (DHHN2016)</source>
        <translation>Height (DHHN2016)</translation>
    </message>
    <message>
        <source>m ü. NHN</source>
        <translation>m above NHN</translation>
    </message>
    <message>
        <source>Waagerechte Strecke</source>
        <translation>Horizontal distance</translation>
    </message>
    <message>
        <source>Strecke im Raum</source>
        <translation>Distance in space</translation>
    </message>
    <message>
        <source>Höhenunterschied</source>
        <translation>Height difference</translation>
    </message>
    <message>
        <source>Neigung</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>Auf dem Gitter (UTM 32N)</source>
        <translation>On the grid (UTM 32N)</translation>
    </message>
    <message>
        <source>%1, Maßstab %2</source>
        <translation>%1, scale %2</translation>
    </message>
    <message>
        <source>unten, oben</source>
        <translation>below, above</translation>
    </message>
    <message>
        <source>Waagerechter Abstand</source>
        <translation>Horizontal distance</translation>
    </message>
    <message>
        <source>Fläche (waagerecht)</source>
        <translation>Area (horizontal)</translation>
    </message>
    <message>
        <source>Umfang</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Achtung</source>
        <translation>Caution</translation>
    </message>
    <message>
        <source>Der Umriss kreuzt sich: Die Teilflächen sind zusammengezählt.</source>
        <translation>The outline crosses itself: its parts are added up.</translation>
    </message>
</context>
<context>
    <name>twin::ObjectTableModel</name>
    <message>
        <source>Kennung</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Dachform</source>
        <translation>Roof type</translation>
    </message>
    <message>
        <source>Höhe (m)</source>
        <translation>Height (m)</translation>
    </message>
    <message>
        <source>Geschosse</source>
        <translation>Storeys</translation>
    </message>
    <message>
        <source>Grundfläche (m²)</source>
        <translation>Footprint (m²)</translation>
    </message>
    <message>
        <source>Rauminhalt (m³)</source>
        <translation>Volume (m³)</translation>
    </message>
    <message>
        <source>Erfasst</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Die Tabelle lässt sich nicht schreiben.</source>
        <translation>The table cannot be written.</translation>
    </message>
    <message>
        <source>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</source>
        <translation>Choose a folder that you may write to.</translation>
    </message>
</context>
<context>
    <name>twin::Paint</name>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>unter %1</source>
        <translation>below %1</translation>
    </message>
    <message>
        <source>ab %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>%1 bis unter %2</source>
        <translation>%1 to below %2</translation>
    </message>
    <message>
        <source>nicht bekannt</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>übrige</source>
        <translation>others</translation>
    </message>
    <message>
        <source>wie im Modell</source>
        <translation>as in the model</translation>
    </message>
    <message>
        <source>Höhe</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Geschosse</source>
        <translation>Storeys</translation>
    </message>
    <message>
        <source>Grundfläche</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Rauminhalt</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Dachform</source>
        <translation>Roof type</translation>
    </message>
    <message>
        <source>Jahr der Erfassung</source>
        <translation>Year of recording</translation>
    </message>
</context>
<context>
    <name>twin::PointClass</name>
    <message>
        <source>nie klassifiziert</source>
        <translation>never classified</translation>
    </message>
    <message>
        <source>nicht zugeordnet</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>Boden</source>
        <translation>ground</translation>
    </message>
    <message>
        <source>niedrige Vegetation</source>
        <translation>low vegetation</translation>
    </message>
    <message>
        <source>mittlere Vegetation</source>
        <translation>medium vegetation</translation>
    </message>
    <message>
        <source>hohe Vegetation</source>
        <translation>high vegetation</translation>
    </message>
    <message>
        <source>Gebäude</source>
        <translation>building</translation>
    </message>
    <message>
        <source>Rauschen (tief)</source>
        <translation>low noise</translation>
    </message>
    <message>
        <source>Stützpunkt</source>
        <translation>model key point</translation>
    </message>
    <message>
        <source>Wasser</source>
        <translation>water</translation>
    </message>
    <message>
        <source>Gleis</source>
        <translation>rail</translation>
    </message>
    <message>
        <source>Straße</source>
        <translation>road surface</translation>
    </message>
    <message>
        <source>Überlappung</source>
        <translation>overlap</translation>
    </message>
    <message>
        <source>Erdseil</source>
        <translation>wire guard (shield)</translation>
    </message>
    <message>
        <source>Leiterseil</source>
        <translation>wire conductor (phase)</translation>
    </message>
    <message>
        <source>Leitungsmast</source>
        <translation>transmission tower</translation>
    </message>
    <message>
        <source>Isolator</source>
        <translation>wire-structure connector (insulator)</translation>
    </message>
    <message>
        <source>Brücke</source>
        <translation>bridge deck</translation>
    </message>
    <message>
        <source>Rauschen (hoch)</source>
        <translation>high noise</translation>
    </message>
    <message>
        <source>Bauwerk über Grund</source>
        <translation>overhead structure</translation>
    </message>
    <message>
        <source>nicht verwendeter Boden</source>
        <translation>ignored ground</translation>
    </message>
    <message>
        <source>Schnee</source>
        <translation>snow</translation>
    </message>
    <message>
        <source>zeitweilig ausgenommen</source>
        <translation>temporal exclusion</translation>
    </message>
    <message>
        <source>vorbehaltene Klasse %1</source>
        <translation>reserved class %1</translation>
    </message>
    <message>
        <source>eigene Klasse %1</source>
        <translation>own class %1</translation>
    </message>
</context>
<context>
    <name>twin::PreviewListModel</name>
    <message>
        <source>Raster %1</source>
        <translation>grid %1</translation>
    </message>
    <message>
        <source>%1 Objekte</source>
        <translation>%1 objects</translation>
    </message>
    <message>
        <source>von Ihnen genannt</source>
        <translation>named by you</translation>
    </message>
    <message>
        <source>aus den Werten geschlossen</source>
        <translation>concluded from the values</translation>
    </message>
    <message>
        <source>aus dem Dateinamen</source>
        <translation>from the file name</translation>
    </message>
    <message>
        <source>aus der Weltdatei</source>
        <translation>from the world file</translation>
    </message>
    <message>
        <source>über Passpunkte</source>
        <translation>through control points</translation>
    </message>
    <message>
        <source>aus der Datei</source>
        <translation>from the file</translation>
    </message>
    <message>
        <source>%1, Höhen %2 bis %3</source>
        <translation>%1, heights %2 to %3</translation>
    </message>
    <message>
        <source>%1 Mio. Rasterpunkte</source>
        <translation>%1 million grid points</translation>
    </message>
    <message>
        <source>weniger als 1 Mio. Rasterpunkte</source>
        <translation>less than 1 million grid points</translation>
    </message>
    <message>
        <source>Wählen Sie unten eine Datei mit Passpunkten, oder legen Sie eine Weltdatei neben das Bild und sehen Sie es noch einmal an.</source>
        <translation>Choose a file with control points below, or put a world file beside the image and look into it again.</translation>
    </message>
    <message>
        <source>Nennen Sie es unten.</source>
        <translation>Name it below.</translation>
    </message>
</context>
<context>
    <name>twin::RegionEdits</name>
    <message numerus="yes">
        <source>%n Ebene(n) hinzufügen</source>
        <translation>
            <numerusform>Add %n layer</numerusform>
            <numerusform>Add %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ebene(n) hinzugefügt.</source>
        <translation>
            <numerusform>%n layer added.</numerusform>
            <numerusform>%n layers added.</numerusform>
        </translation>
    </message>
    <message>
        <source>„%1“ entfernen</source>
        <translation>Remove “%1”</translation>
    </message>
    <message>
        <source>„%1“ wurde entfernt.</source>
        <translation>“%1” was removed.</translation>
    </message>
    <message>
        <source>Thema von „%1“ ändern</source>
        <translation>Change the theme of “%1”</translation>
    </message>
</context>
<context>
    <name>twin::RegionModel</name>
    <message>
        <source>Demo-Daten (erzeugt), keine amtlichen Angaben</source>
        <translation>Demo data (generated), not official information</translation>
    </message>
    <message>
        <source>Lizenz der Quelle nicht angegeben</source>
        <translation>Licence of the source not stated</translation>
    </message>
    <message>
        <source>%1 Gebäude</source>
        <translation>%1 buildings</translation>
    </message>
</context>
<context>
    <name>twin::SearchModel</name>
    <message>
        <source>Kennung</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Koordinate</source>
        <translation>Coordinate</translation>
    </message>
    <message>
        <source>Bauwerke</source>
        <translation>Buildings and structures</translation>
    </message>
    <message>
        <source>Bezirke und Orte</source>
        <translation>Districts and places</translation>
    </message>
    <message>
        <source>Straßen</source>
        <translation>Streets</translation>
    </message>
    <message>
        <source>Adressen</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>In den Ebenen</source>
        <translation>In the layers</translation>
    </message>
    <message>
        <source>Ebenen</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Zuletzt gewählt</source>
        <translation>Chosen lately</translation>
    </message>
    <message>
        <source>liegt außerhalb der Region</source>
        <translation>lies outside the region</translation>
    </message>
</context>
<context>
    <name>twin::SelectionTotals</name>
    <message>
        <source>für %1 von %2 Objekten</source>
        <translation>for %1 of %2 objects</translation>
    </message>
    <message>
        <source>aus dem Modell berechnet</source>
        <translation>computed from the model</translation>
    </message>
    <message>
        <source>nicht bestimmbar</source>
        <translation>cannot be determined</translation>
    </message>
    <message>
        <source>Zusammen</source>
        <translation>In total</translation>
    </message>
    <message>
        <source>Grundfläche</source>
        <translation>Ground surface</translation>
    </message>
    <message>
        <source>Volumen</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Höhe</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>niedrigstes</source>
        <translation>lowest</translation>
    </message>
    <message>
        <source>mittleres (Median)</source>
        <translation>median</translation>
    </message>
    <message>
        <source>höchstes</source>
        <translation>highest</translation>
    </message>
</context>
<context>
    <name>twin::SourceForm</name>
    <message>
        <source>Fragt, was unter dieser Adresse antwortet …</source>
        <translation>Asking what answers at this address …</translation>
    </message>
    <message>
        <source>Gefunden: %1</source>
        <translation>Found: %1</translation>
    </message>
    <message>
        <source>Das ist keine vollständige Adresse.</source>
        <translation>This is not a complete address.</translation>
    </message>
    <message>
        <source>Geben Sie sie an wie im Browser, zum Beispiel https://daten.stadt.example/ngsi.</source>
        <translation>Enter it as in a browser, for example https://data.city.example/ngsi.</translation>
    </message>
    <message>
        <source>Probiert die Quelle aus …</source>
        <translation>Trying the source …</translation>
    </message>
    <message>
        <source>Speichert …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Gespeichert. Die Zugangsdaten gelten nur, bis das Programm endet.</source>
        <translation>Saved. The credentials hold only until the program ends.</translation>
    </message>
    <message>
        <source>Dieser Rechner hat keinen Schlüsselbund, oder er ist gesperrt; in eine Datei werden Zugangsdaten nie geschrieben.</source>
        <translation>This computer has no keyring, or it is locked; credentials are never written to a file.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
</context>
<context>
    <name>twin::SourceListModel</name>
    <message>
        <source>Ausgeschaltet</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>noch kein Wert empfangen</source>
        <translation>no value received yet</translation>
    </message>
    <message>
        <source>zuletzt empfangen um %1 Uhr</source>
        <translation>last received at %1</translation>
    </message>
    <message>
        <source>%1 empfangen · %2 doppelt · %3 verworfen · %4 unlesbar</source>
        <translation>%1 received · %2 repeated · %3 dropped · %4 unreadable</translation>
    </message>
    <message>
        <source>%1 beim Server verloren</source>
        <translation>%1 lost at the server</translation>
    </message>
</context>
<context>
    <name>twin::SourceOption</name>
    <message>
        <source>Fahrplan</source>
        <translation>Timetable</translation>
    </message>
    <message>
        <source>Adresse des GTFS-Archivs (ZIP), für Linien und Ziele</source>
        <translation>Address of the GTFS archive (ZIP), for lines and destinations</translation>
    </message>
    <message>
        <source>Verspätungen</source>
        <translation>Delays</translation>
    </message>
    <message>
        <source>Adresse des Feeds mit TripUpdates</source>
        <translation>Address of the feed with TripUpdates</translation>
    </message>
    <message>
        <source>MQTT-Version</source>
        <translation>MQTT version</translation>
    </message>
    <message>
        <source>Anmeldename</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Kennwort</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Zuordnungsregeln</source>
        <translation>Mapping rules</translation>
    </message>
    <message>
        <source>JSON: wo in einer Nachricht Gerät, Zeit, Ort und Werte stehen; leer: die eingebauten Regeln</source>
        <translation>JSON: where device, time, place and values stand in a message; empty: the built-in rules</translation>
    </message>
    <message>
        <source>Wartezeit der Übersicht</source>
        <translation>Wait for the overview</translation>
    </message>
    <message>
        <source>Sekunden, in denen auf Nachrichten gewartet wird</source>
        <translation>Seconds in which messages are waited for</translation>
    </message>
    <message>
        <source>Zertifizierungsstellen</source>
        <translation>Certificate authorities</translation>
    </message>
    <message>
        <source>PEM-Datei; nur diesen Stellen wird dann vertraut</source>
        <translation>PEM file; only these authorities are trusted then</translation>
    </message>
    <message>
        <source>Eigenes Zertifikat</source>
        <translation>Own certificate</translation>
    </message>
    <message>
        <source>PEM-Datei</source>
        <translation>PEM file</translation>
    </message>
    <message>
        <source>Schlüssel dazu</source>
        <translation>Its key</translation>
    </message>
    <message>
        <source>Unverschlüsselt erlauben</source>
        <translation>Allow unencrypted</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>auto findet sie selbst heraus</source>
        <translation>auto finds it out</translation>
    </message>
    <message>
        <source>Mandant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>NGSILD-Tenant und fiware-service</source>
        <translation>NGSILD-Tenant and fiware-service</translation>
    </message>
    <message>
        <source>Dienstpfad</source>
        <translation>Service path</translation>
    </message>
    <message>
        <source>fiware-servicepath, zum Beispiel /klima</source>
        <translation>fiware-servicepath, for example /klima</translation>
    </message>
    <message>
        <source>@context</source>
        <translation>@context</translation>
    </message>
    <message>
        <source>Adresse des JSON-LD-Kontexts; sie wird nur genannt, nie abgerufen</source>
        <translation>Address of the JSON-LD context; it is only named, never fetched</translation>
    </message>
    <message>
        <source>Gebiet</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>West,Süd,Ost,Nord in Grad</source>
        <translation>West,south,east,north in degrees</translation>
    </message>
    <message>
        <source>Adresse der Zeitreihen</source>
        <translation>Address of the time series</translation>
    </message>
    <message>
        <source>QuantumLeap oder Temporal API, wenn anders als der Broker</source>
        <translation>QuantumLeap or temporal API, where not the broker</translation>
    </message>
    <message>
        <source>Art der Zeitreihen</source>
        <translation>Kind of time series</translation>
    </message>
    <message>
        <source>auto: Temporal API bei NGSI-LD, sonst QuantumLeap</source>
        <translation>auto: temporal API with NGSI-LD, else QuantumLeap</translation>
    </message>
    <message>
        <source>MQTT-Thema der Meldungen</source>
        <translation>MQTT topic of notifications</translation>
    </message>
    <message>
        <source>wohin eine Subscription des Brokers meldet</source>
        <translation>where a subscription of the broker reports to</translation>
    </message>
    <message>
        <source>Abfrage alle</source>
        <translation>Poll every</translation>
    </message>
    <message>
        <source>Sekunden zwischen zwei Abfragen; was der Server verlangt, geht vor</source>
        <translation>Seconds between two requests; what the server demands comes first</translation>
    </message>
    <message>
        <source>für HTTP Basic</source>
        <translation>for HTTP Basic</translation>
    </message>
    <message>
        <source>Zugriffstoken</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>für OAuth 2 (Bearer)</source>
        <translation>for OAuth 2 (Bearer)</translation>
    </message>
    <message>
        <source>API-Schlüssel</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>wird als eigene Kopfzeile gesendet</source>
        <translation>sent as a header of its own</translation>
    </message>
    <message>
        <source>Kopfzeile des API-Schlüssels</source>
        <translation>Header of the API key</translation>
    </message>
    <message>
        <source>Name der Kopfzeile</source>
        <translation>Name of the header</translation>
    </message>
    <message>
        <source>Weitere Rechner</source>
        <translation>Further hosts</translation>
    </message>
    <message>
        <source>Rechner, auf die der Server verweisen darf, mit Leerzeichen getrennt</source>
        <translation>Hosts the server may refer to, separated by blanks</translation>
    </message>
    <message>
        <source>http auch zu anderen Rechnern: Daten und Zugang sind mitlesbar</source>
        <translation>http to other machines too: data and login can be read by others</translation>
    </message>
    <message>
        <source>MQTT-Server</source>
        <translation>MQTT server</translation>
    </message>
    <message>
        <source>MQTT-Anmeldename</source>
        <translation>MQTT user name</translation>
    </message>
    <message>
        <source>MQTT-Kennwort</source>
        <translation>MQTT password</translation>
    </message>
    <message>
        <source>Feld der Kennung</source>
        <translation>Field of the identifier</translation>
    </message>
    <message>
        <source>leer: an Name und Art erkannt</source>
        <translation>empty: found by name and type</translation>
    </message>
    <message>
        <source>Feld der Zeit</source>
        <translation>Field of the time</translation>
    </message>
    <message>
        <source>mqtt und ws auch zu anderen Rechnern: Daten und Zugang sind mitlesbar</source>
        <translation>mqtt and ws to other machines as well: data and credentials can be read by others</translation>
    </message>
    <message>
        <source>mqtts://Rechner:Port oder wss://Rechner/Pfad, über den Änderungen sofort eintreffen</source>
        <translation>mqtts://host:port or wss://host/path by which changes arrive at once</translation>
    </message>
</context>
<context>
    <name>twin::SourceState</name>
    <message>
        <source>Nicht verbunden</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Verbindet</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Eingeschränkt</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>Ausgefallen</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Beendet</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>twin::Sources</name>
    <message>
        <source>Die Liste der Datenquellen ist beschädigt.</source>
        <translation>The list of data sources is damaged.</translation>
    </message>
    <message>
        <source>Sie liegt nun unter „%1“; richten Sie die Quellen neu ein oder bringen Sie die Datei in Ordnung.</source>
        <translation>It now lies at “%1”; set the sources up again or repair the file.</translation>
    </message>
    <message>
        <source>Die Liste der Datenquellen ist nicht lesbar.</source>
        <translation>The list of data sources cannot be read.</translation>
    </message>
    <message>
        <source>Die Liste der Datenquellen lässt sich nicht speichern.</source>
        <translation>The list of data sources cannot be saved.</translation>
    </message>
    <message>
        <source>Die Zugangsdaten von „%1“ sind nicht da.</source>
        <translation>The credentials of “%1” are missing.</translation>
    </message>
    <message>
        <source>Entsperren Sie den Schlüsselbund, oder geben Sie die Zugangsdaten bei den Datenquellen noch einmal ein.</source>
        <translation>Unlock the keyring, or enter the credentials again under data sources.</translation>
    </message>
    <message>
        <source>Diese Art von Schnittstelle kennt das Programm nicht.</source>
        <translation>The program does not know this kind of interface.</translation>
    </message>
    <message>
        <source>Wählen Sie eine der angebotenen.</source>
        <translation>Choose one of those offered.</translation>
    </message>
    <message>
        <source>Das ist keine vollständige Adresse.</source>
        <translation>This is not a complete address.</translation>
    </message>
    <message>
        <source>Geben Sie sie an wie im Browser, zum Beispiel https://daten.stadt.example/ngsi.</source>
        <translation>Enter it as in a browser, for example https://data.city.example/ngsi.</translation>
    </message>
    <message>
        <source>Die Quelle antwortet, hat zurzeit aber keine Messreihe.</source>
        <translation>The source answers but has no series at present.</translation>
    </message>
    <message>
        <source>Prüfen Sie Auswahl, Mandant und Dienstpfad; falsch geschrieben ergeben sie eine leere Antwort.</source>
        <translation>Check selection, tenant and service path; misspelt, they yield an empty answer.</translation>
    </message>
    <message numerus="yes">
        <source>%n Messreihen</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>an %n Stellen.</source>
        <translation>
            <numerusform>at %n place.</numerusform>
            <numerusform>at %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>Noch ist kein Wert da.</source>
        <translation>There is no value yet.</translation>
    </message>
    <message>
        <source>Der jüngste Wert ist vom %1 Uhr.</source>
        <translation>The newest value is of %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n Datensätze waren unlesbar und wurden übergangen.</source>
        <translation>
            <numerusform>%n record was unreadable and passed over.</numerusform>
            <numerusform>%n records were unreadable and passed over.</numerusform>
        </translation>
    </message>
    <message>
        <source>Der Schlüsselbund des Rechners antwortet nicht.</source>
        <translation>The computer&apos;s keyring does not answer.</translation>
    </message>
</context>
<context>
    <name>twin::StatusModel</name>
    <message>
        <source>%1 Kacheln, %2 Dreiecke, %3 MB Grafikspeicher</source>
        <translation>%1 tiles, %2 triangles, %3 MB graphics memory</translation>
    </message>
    <message>
        <source>Gröber gezeichnet: der Grafikspeicher ist voll</source>
        <translation>Drawn coarser: the graphics memory is full</translation>
    </message>
    <message>
        <source>Vereinfacht, solange sich das Bild bewegt</source>
        <translation>Simplified while the picture moves</translation>
    </message>
</context>
<context>
    <name>twin::StructureModel</name>
    <message>
        <source>flach</source>
        <translation>flat</translation>
    </message>
    <message>
        <source>Dachflächen (%1)</source>
        <translation>Roof surfaces (%1)</translation>
    </message>
    <message>
        <source>Wandflächen (%1)</source>
        <translation>Wall surfaces (%1)</translation>
    </message>
    <message>
        <source>Grundflächen (%1)</source>
        <translation>Ground surfaces (%1)</translation>
    </message>
    <message>
        <source>Abschlussflächen (%1)</source>
        <translation>Closure surfaces (%1)</translation>
    </message>
    <message>
        <source>Deckenflächen außen (%1)</source>
        <translation>Outer ceiling surfaces (%1)</translation>
    </message>
    <message>
        <source>Bodenflächen außen (%1)</source>
        <translation>Outer floor surfaces (%1)</translation>
    </message>
    <message>
        <source>Flächen ohne Angabe der Art (%1)</source>
        <translation>Surfaces of unstated kind (%1)</translation>
    </message>
    <message>
        <source>%1 hoch</source>
        <translation>%1 high</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Objekt</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Kennung (gml:id)</source>
        <translation>Id (gml:id)</translation>
    </message>
    <message>
        <source>Höhe in m</source>
        <translation>Height in m</translation>
    </message>
    <message>
        <source>Fläche in m²</source>
        <translation>Area in m²</translation>
    </message>
    <message>
        <source>Neigung in °</source>
        <translation>Inclination in °</translation>
    </message>
    <message>
        <source>Richtung in ° ab Nord</source>
        <translation>Direction in ° from north</translation>
    </message>
</context>
<context>
    <name>twin::TimelineModel</name>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Woche</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Jahrzehnt</source>
        <translation>Decade</translation>
    </message>
</context>
<context>
    <name>twin::Unit</name>
    <message>
        <source>Anteil, Zahl</source>
        <translation>share, number</translation>
    </message>
    <message>
        <source>Prozent</source>
        <translation>percent</translation>
    </message>
    <message>
        <source>Anzahl</source>
        <translation>count</translation>
    </message>
    <message>
        <source>Fahrzeuge</source>
        <translation>vehicles</translation>
    </message>
    <message>
        <source>Indexwert</source>
        <translation>index value</translation>
    </message>
    <message>
        <source>Teile je Million</source>
        <translation>parts per million</translation>
    </message>
    <message>
        <source>Teile je Milliarde</source>
        <translation>parts per billion</translation>
    </message>
    <message>
        <source>Grad Celsius</source>
        <translation>degree Celsius</translation>
    </message>
    <message>
        <source>Kelvin</source>
        <translation>kelvin</translation>
    </message>
    <message>
        <source>Grad Fahrenheit</source>
        <translation>degree Fahrenheit</translation>
    </message>
    <message>
        <source>Hektopascal</source>
        <translation>hectopascal</translation>
    </message>
    <message>
        <source>Pascal</source>
        <translation>pascal</translation>
    </message>
    <message>
        <source>Kilopascal</source>
        <translation>kilopascal</translation>
    </message>
    <message>
        <source>Millibar</source>
        <translation>millibar</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>metre</translation>
    </message>
    <message>
        <source>Zentimeter</source>
        <translation>centimetre</translation>
    </message>
    <message>
        <source>Millimeter</source>
        <translation>millimetre</translation>
    </message>
    <message>
        <source>Kilometer</source>
        <translation>kilometre</translation>
    </message>
    <message>
        <source>Landmeile</source>
        <translation>statute mile</translation>
    </message>
    <message>
        <source>Fuß</source>
        <translation>foot</translation>
    </message>
    <message>
        <source>Seemeile</source>
        <translation>nautical mile</translation>
    </message>
    <message>
        <source>Quadratmeter</source>
        <translation>square metre</translation>
    </message>
    <message>
        <source>Quadratkilometer</source>
        <translation>square kilometre</translation>
    </message>
    <message>
        <source>Hektar</source>
        <translation>hectare</translation>
    </message>
    <message>
        <source>Kubikmeter</source>
        <translation>cubic metre</translation>
    </message>
    <message>
        <source>Liter</source>
        <translation>litre</translation>
    </message>
    <message>
        <source>Meter je Sekunde</source>
        <translation>metre per second</translation>
    </message>
    <message>
        <source>Kilometer je Stunde</source>
        <translation>kilometre per hour</translation>
    </message>
    <message>
        <source>Knoten</source>
        <translation>knot</translation>
    </message>
    <message>
        <source>Meilen je Stunde</source>
        <translation>mile per hour</translation>
    </message>
    <message>
        <source>Kubikmeter je Sekunde</source>
        <translation>cubic metre per second</translation>
    </message>
    <message>
        <source>Kubikmeter je Stunde</source>
        <translation>cubic metre per hour</translation>
    </message>
    <message>
        <source>Liter je Sekunde</source>
        <translation>litre per second</translation>
    </message>
    <message>
        <source>Liter je Minute</source>
        <translation>litre per minute</translation>
    </message>
    <message>
        <source>Liter je Quadratmeter</source>
        <translation>litre per square metre</translation>
    </message>
    <message>
        <source>Millimeter je Stunde</source>
        <translation>millimetre per hour</translation>
    </message>
    <message>
        <source>Mikrogramm je Kubikmeter</source>
        <translation>microgram per cubic metre</translation>
    </message>
    <message>
        <source>Milligramm je Kubikmeter</source>
        <translation>milligram per cubic metre</translation>
    </message>
    <message>
        <source>Nanogramm je Kubikmeter</source>
        <translation>nanogram per cubic metre</translation>
    </message>
    <message>
        <source>Milligramm je Liter</source>
        <translation>milligram per litre</translation>
    </message>
    <message>
        <source>Kilogramm</source>
        <translation>kilogram</translation>
    </message>
    <message>
        <source>Gramm</source>
        <translation>gram</translation>
    </message>
    <message>
        <source>Tonne</source>
        <translation>tonne</translation>
    </message>
    <message>
        <source>Sekunde</source>
        <translation>second</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>Stunde</source>
        <translation>hour</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>year</translation>
    </message>
    <message>
        <source>Hertz</source>
        <translation>hertz</translation>
    </message>
    <message>
        <source>Grad (Winkel)</source>
        <translation>degree (angle)</translation>
    </message>
    <message>
        <source>Radiant</source>
        <translation>radian</translation>
    </message>
    <message>
        <source>Ampere</source>
        <translation>ampere</translation>
    </message>
    <message>
        <source>Milliampere</source>
        <translation>milliampere</translation>
    </message>
    <message>
        <source>Volt</source>
        <translation>volt</translation>
    </message>
    <message>
        <source>Millivolt</source>
        <translation>millivolt</translation>
    </message>
    <message>
        <source>Ohm</source>
        <translation>ohm</translation>
    </message>
    <message>
        <source>Watt</source>
        <translation>watt</translation>
    </message>
    <message>
        <source>Kilowatt</source>
        <translation>kilowatt</translation>
    </message>
    <message>
        <source>Megawatt</source>
        <translation>megawatt</translation>
    </message>
    <message>
        <source>Joule</source>
        <translation>joule</translation>
    </message>
    <message>
        <source>Wattstunde</source>
        <translation>watt hour</translation>
    </message>
    <message>
        <source>Kilowattstunde</source>
        <translation>kilowatt hour</translation>
    </message>
    <message>
        <source>Megawattstunde</source>
        <translation>megawatt hour</translation>
    </message>
    <message>
        <source>Watt je Quadratmeter</source>
        <translation>watt per square metre</translation>
    </message>
    <message>
        <source>Lux</source>
        <translation>lux</translation>
    </message>
    <message>
        <source>Lumen</source>
        <translation>lumen</translation>
    </message>
    <message>
        <source>Candela</source>
        <translation>candela</translation>
    </message>
    <message>
        <source>Dezibel</source>
        <translation>decibel</translation>
    </message>
    <message>
        <source>Dezibel, A-bewertet</source>
        <translation>decibel, A-weighted</translation>
    </message>
    <message>
        <source>Dezibel-Milliwatt</source>
        <translation>decibel-milliwatts</translation>
    </message>
    <message>
        <source>pH-Wert</source>
        <translation>pH value</translation>
    </message>
    <message>
        <source>Siemens je Meter</source>
        <translation>siemens per metre</translation>
    </message>
    <message>
        <source>Pikofarad</source>
        <translation>picofarad</translation>
    </message>
    <message>
        <source>Megabyte</source>
        <translation>megabyte</translation>
    </message>
    <message>
        <source>Gigabyte</source>
        <translation>gigabyte</translation>
    </message>
</context>
<context>
    <name>twin::Viewport</name>
    <message>
        <source>Die Grafikkarte kann das Stadtmodell nicht ins Fenster zeichnen.</source>
        <translation>The graphics card cannot draw the city model into the window.</translation>
    </message>
    <message>
        <source>Aktualisieren Sie den Grafiktreiber (OpenGL 3.3 oder neuer).</source>
        <translation>Update the graphics driver (OpenGL 3.3 or later).</translation>
    </message>
</context>
<context>
    <name>twin::Window</name>
    <message>
        <source>Das Bild ist nach fünf Minuten noch nicht vollständig.</source>
        <translation>The picture is still not complete after five minutes.</translation>
    </message>
    <message>
        <source>Wählen Sie einen kleineren Ausschnitt oder eine kleinere Fenstergröße.</source>
        <translation>Choose a smaller view or a smaller window.</translation>
    </message>
    <message>
        <source>Das Bild „%1“ lässt sich nicht schreiben.</source>
        <translation>The picture “%1” cannot be written.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob der Ordner existiert und beschreibbar ist.</source>
        <translation>Check that the folder exists and is writable.</translation>
    </message>
    <message>
        <source>Das Farbschema „%1“ gibt es nicht.</source>
        <translation>There is no colour theme “%1”.</translation>
    </message>
    <message>
        <source>Wählen Sie light, dark oder contrast.</source>
        <translation>Choose light, dark or contrast.</translation>
    </message>
    <message>
        <source>Die Sprache „%1“ gibt es nicht.</source>
        <translation>There is no language “%1”.</translation>
    </message>
    <message>
        <source>Wählen Sie de oder en.</source>
        <translation>Choose de or en.</translation>
    </message>
    <message>
        <source>Das Fenster lässt sich nicht aufbauen.</source>
        <translation>The window cannot be built.</translation>
    </message>
    <message>
        <source>Die Darstellung „%1“ gibt es nicht.</source>
        <translation>There is no style “%1”.</translation>
    </message>
    <message>
        <source>Wählen Sie standard, map oder photo.</source>
        <translation>Choose standard, map or photo.</translation>
    </message>
    <message>
        <source>Den Reiter „%1“ gibt es nicht.</source>
        <translation>There is no tab “%1”.</translation>
    </message>
    <message>
        <source>Wählen Sie facts, live, history oder source.</source>
        <translation>Choose facts, live, history or source.</translation>
    </message>
</context>
<context>
    <name>twin::citygml</name>
    <message>
        <source>Der Arbeitsspeicher reicht für diese Datei nicht aus.</source>
        <translation>There is not enough memory for this file.</translation>
    </message>
    <message>
        <source>Stadtmodell wird gelesen</source>
        <translation>Reading the city model</translation>
    </message>
    <message>
        <source>Die Zeichenkodierung „%1“ wird nicht gelesen.</source>
        <translation>The character encoding “%1” is not read.</translation>
    </message>
    <message>
        <source>Speichern Sie die Datei als UTF-8.</source>
        <translation>Save the file as UTF-8.</translation>
    </message>
    <message>
        <source>Laden Sie die Datei erneut herunter oder lassen Sie sie von dem Programm neu schreiben, aus dem sie stammt.</source>
        <translation>Download the file again, or have the program it comes from write it anew.</translation>
    </message>
    <message>
        <source>Bitten Sie den Anbieter um eine Datei in üblichem CityGML.</source>
        <translation>Ask the provider for a file in ordinary CityGML.</translation>
    </message>
    <message>
        <source>Keine der %1 Dateien ließ sich lesen:</source>
        <translation>None of the %1 files could be read:</translation>
    </message>
</context>
<context>
    <name>twin::citygml::CityGmlFile</name>
    <message>
        <source>Die Datei ist kein CityGML-Stadtmodell.</source>
        <translation>The file is not a CityGML city model.</translation>
    </message>
    <message>
        <source>Die Datei nennt kein Koordinatenreferenzsystem.</source>
        <translation>The file states no coordinate reference system.</translation>
    </message>
    <message>
        <source>CityGML %1 wird nicht gelesen, nur CityGML 1.0, 2.0 und 3.0.</source>
        <translation>CityGML %1 is not read, only CityGML 1.0, 2.0 and 3.0.</translation>
    </message>
    <message>
        <source>Gelesen werden CityGML, GML, ALKIS-NAS, XPlanGML, KML und OpenStreetMap. Fragen Sie den Anbieter nach einem dieser Formate.</source>
        <translation>CityGML, GML, ALKIS NAS, XPlanGML, KML and OpenStreetMap can be read. Ask the provider for one of these formats.</translation>
    </message>
</context>
<context>
    <name>twin::citygml::MemberSplitter</name>
    <message>
        <source>Die Datei enthält kein XML.</source>
        <translation>The file contains no XML.</translation>
    </message>
    <message>
        <source>Die Datei enthält einen überlangen Text (mehr als %1 kB) und wird aus Sicherheitsgründen nicht gelesen.</source>
        <translation>The file contains an overlong text (more than %1 kB) and is not read for security reasons.</translation>
    </message>
    <message>
        <source>Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE) und wird aus Sicherheitsgründen nicht gelesen.</source>
        <translation>The file contains a document type declaration (DOCTYPE) and is not read for security reasons.</translation>
    </message>
    <message>
        <source>Die Datei ist tiefer als %1 Ebenen geschachtelt und wird aus Sicherheitsgründen nicht gelesen.</source>
        <translation>The file is nested deeper than %1 levels and is not read for security reasons.</translation>
    </message>
    <message>
        <source>Die Datei ist leer.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges XML: ein Element ist nicht abgeschlossen.</source>
        <translation>The file is not valid XML: an element is not closed.</translation>
    </message>
    <message>
        <source>Entfernen Sie die DOCTYPE-Deklaration am Anfang der Datei oder bitten Sie den Anbieter um eine Datei ohne sie.</source>
        <translation>Remove the DOCTYPE declaration at the beginning of the file, or ask the provider for a file without it.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges XML: nach dem Ende folgen weitere Elemente.</source>
        <translation>The file is not valid XML: more elements follow after its end.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges XML: ein Element endet, das nicht begonnen hat.</source>
        <translation>The file is not valid XML: an element ends that never began.</translation>
    </message>
</context>
<context>
    <name>twin::cityjson</name>
    <message>
        <source>Der Datei fehlt die erste Zeile einer CityJSON-Folge, ohne die ihre Objekte keine Lage haben.</source>
        <translation>The file lacks the first line of a CityJSON sequence, without which its objects have no position.</translation>
    </message>
    <message>
        <source>Setzen Sie die Kopfzeile („type“: „CityJSON“) davor oder holen Sie die Datei erneut.</source>
        <translation>Put the header line (“type”: “CityJSON”) in front or fetch the file again.</translation>
    </message>
    <message>
        <source>Die Datei ist kein CityJSON-Stadtmodell.</source>
        <translation>The file is not a CityJSON city model.</translation>
    </message>
    <message>
        <source>CityJSON %1 wird nicht gelesen, nur CityJSON 1.0, 1.1 und 2.0.</source>
        <translation>CityJSON %1 is not read, only CityJSON 1.0, 1.1 and 2.0.</translation>
    </message>
    <message>
        <source>Bringen Sie die Datei mit „cjio … upgrade“ auf den Stand 2.0.</source>
        <translation>Bring the file up to version 2.0 with “cjio … upgrade”.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges JSON.</source>
        <translation>The file is not valid JSON.</translation>
    </message>
    <message>
        <source>CityJSON muss in UTF-8 vorliegen, diese Datei ist anders kodiert.</source>
        <translation>CityJSON must be in UTF-8; this file is encoded otherwise.</translation>
    </message>
    <message>
        <source>Speichern Sie die Datei in UTF-8 oder holen Sie sie erneut.</source>
        <translation>Save the file in UTF-8 or fetch it again.</translation>
    </message>
    <message>
        <source>Gelesen werden CityJSON, GeoJSON und TopoJSON. Fragen Sie den Anbieter nach einem dieser Formate.</source>
        <translation>CityJSON, GeoJSON and TopoJSON can be read. Ask the provider for one of these formats.</translation>
    </message>
</context>
<context>
    <name>twin::cityjson::ReadJob</name>
    <message>
        <source>Der Arbeitsspeicher reicht für diese Datei nicht aus.</source>
        <translation>There is not enough memory for this file.</translation>
    </message>
    <message>
        <source>Wandeln Sie die Datei mit „cjio … export jsonl“ in eine CityJSON-Folge um: die wird Stück für Stück gelesen.</source>
        <translation>Convert the file into a CityJSON sequence with “cjio … export jsonl”: that is read piece by piece.</translation>
    </message>
    <message>
        <source>Das CityJSON-Dokument ist zu groß für einen Durchgang.</source>
        <translation>The CityJSON document is too large for one pass.</translation>
    </message>
    <message>
        <source>Die Datei ließ sich nicht bis zum Ende lesen.</source>
        <translation>The file could not be read to its end.</translation>
    </message>
    <message>
        <source>Stadtmodell wird gelesen</source>
        <translation>Reading city model</translation>
    </message>
</context>
<context>
    <name>twin::cli</name>
    <message>
        <source>„%1 --help“ zeigt, was erwartet wird.</source>
        <translation>“%1 --help” shows what is expected.</translation>
    </message>
    <message>
        <source>Die Angabe „%1“ für --%2 passt nicht.</source>
        <translation>The value “%1” for --%2 does not fit.</translation>
    </message>
    <message>
        <source>Erwartet wird %1.</source>
        <translation>Expected: %1.</translation>
    </message>
    <message>
        <source>Die Option --%1 gibt es hier nicht.</source>
        <translation>There is no option --%1 here.</translation>
    </message>
    <message>
        <source>Hinter --%1 fehlt die Angabe %2.</source>
        <translation>The value %2 is missing after --%1.</translation>
    </message>
    <message>
        <source>Die Option --%1 hat keinen Wert.</source>
        <translation>The option --%1 takes no value.</translation>
    </message>
    <message>
        <source>Es fehlt eine Angabe: %1.</source>
        <translation>An argument is missing: %1.</translation>
    </message>
    <message>
        <source>„%1“ ist eine Angabe zu viel.</source>
        <translation>“%1” is one argument too many.</translation>
    </message>
    <message>
        <source>eine ganze Zahl ab %1</source>
        <translation>a whole number from %1</translation>
    </message>
    <message>
        <source>eine ganze Zahl von %1 bis %2</source>
        <translation>a whole number from %1 to %2</translation>
    </message>
    <message>
        <source>eine Zahl von %1 bis %2 mit Dezimalpunkt</source>
        <translation>a number from %1 to %2 with a decimal point</translation>
    </message>
    <message>
        <source>Breite x Höhe in Pixeln, zum Beispiel 1280x800</source>
        <translation>width x height in pixels, for example 1280x800</translation>
    </message>
    <message>
        <source>Aufruf: %1 %2 [Optionen]</source>
        <translation>Usage: %1 %2 [options]</translation>
    </message>
    <message>
        <source>Optionen:</source>
        <translation>Options:</translation>
    </message>
    <message>
        <source>[ok]     </source>
        <translation>[ok]     </translation>
    </message>
    <message>
        <source>[FEHLER] </source>
        <translation>[ERROR]  </translation>
    </message>
    <message>
        <source>[Hinweis]</source>
        <translation>[note]   </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Alles Nötige ist vorhanden.</source>
        <translation>Everything needed is there.</translation>
    </message>
    <message>
        <source>Befehle ohne Fenster (mehr mit: stadtzwilling BEFEHL --help):</source>
        <translation>Commands without a window (more with: stadtzwilling COMMAND --help):</translation>
    </message>
    <message>
        <source>Rückgabe: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf.</source>
        <translation>Exit codes: 0 done, 1 failed, 2 wrong use.</translation>
    </message>
    <message>
        <source>Es fehlt der Ordner für das Regionspaket.</source>
        <translation>The folder for the region package is missing.</translation>
    </message>
    <message>
        <source>Geben Sie ihn mit --out an.</source>
        <translation>Give it with --out.</translation>
    </message>
    <message>
        <source>Die Bildgüte „%1“ gibt es nicht.</source>
        <translation>There is no picture quality “%1”.</translation>
    </message>
    <message>
        <source>Erwartet wird still oder moving.</source>
        <translation>Expected: still or moving.</translation>
    </message>
    <message>
        <source>Die Zeit „%1“ ist nicht lesbar.</source>
        <translation>The time “%1” cannot be read.</translation>
    </message>
    <message>
        <source>Erwartet wird ISO 8601, zum Beispiel 2026-06-21T10:30:00+02:00.</source>
        <translation>Expected: ISO 8601, for example 2026-06-21T10:30:00+02:00.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Die Kacheln der Region werden nicht fertig geladen.</source>
        <translation>The tiles of the region do not finish loading.</translation>
    </message>
    <message>
        <source>Kacheln laden</source>
        <translation>Loading tiles</translation>
    </message>
    <message>
        <source>Regionspaket: %1</source>
        <translation>Region package: %1</translation>
    </message>
    <message>
        <source>  %1 Flächen, %2 Dreiecke</source>
        <translation>  %1 surfaces, %2 triangles</translation>
    </message>
    <message>
        <source>  %1 MB gelesen in %2 s (%3 MB/s)</source>
        <translation>  %1 MB read in %2 s (%3 MB/s)</translation>
    </message>
    <message>
        <source>Ausgebessert oder ausgelassen:</source>
        <translation>Mended or left out:</translation>
    </message>
    <message>
        <source>, zuerst %1</source>
        <translation>, first %1</translation>
    </message>
    <message>
        <source>%1 – Demo-Daten (erzeugt)</source>
        <translation>%1 – demo data (generated)</translation>
    </message>
    <message>
        <source>  Ost %1 … %2, Nord %3 … %4 (EPSG:25832), Höhe %5 … %6 m ü. NHN (DHHN2016)</source>
        <translation>  East %1 … %2, North %3 … %4 (EPSG:25832), height %5 … %6 m above NHN (DHHN2016)</translation>
    </message>
    <message>
        <source>Quellen, importiert am %1:</source>
        <translation>Sources, imported on %1:</translation>
    </message>
    <message>
        <source>Der Bildpunkt „%1“ liegt nicht im Bild.</source>
        <translation>The pixel “%1” is not in the picture.</translation>
    </message>
    <message>
        <source>Erwartet wird X,Y von 0,0 (oben links) bis %1,%2.</source>
        <translation>Expected: X,Y from 0,0 (top left) to %1,%2.</translation>
    </message>
    <message>
        <source>Dort ist kein Objekt.</source>
        <translation>There is no object there.</translation>
    </message>
    <message>
        <source>%1  %2 E %3 N %4 m ü. NHN</source>
        <translation>%1  %2 E %3 N %4 m above NHN</translation>
    </message>
    <message>
        <source>  Teil von %1</source>
        <translation>  Part of %1</translation>
    </message>
    <message>
        <source>  Gebäudeteil %1</source>
        <translation>  Building part %1</translation>
    </message>
    <message>
        <source>  %1: %2 m², Neigung %3°%4</source>
        <translation>  %1: %2 m², inclination %3°%4</translation>
    </message>
    <message>
        <source>, Richtung %1°</source>
        <translation>, direction %1°</translation>
    </message>
    <message>
        <source>  Woher: %1, Zeile %2</source>
        <translation>  Origin: %1, line %2</translation>
    </message>
    <message>
        <source>Es fehlt die Kennung des Objekts.</source>
        <translation>The id of the object is missing.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit --id an; „stadtzwilling search“ findet sie.</source>
        <translation>Give it with --id; “stadtzwilling search” finds it.</translation>
    </message>
    <message>
        <source>Das Bild lässt sich nicht schreiben.</source>
        <translation>The picture cannot be written.</translation>
    </message>
    <message>
        <source>Prüfen Sie den Ordner und die Schreibrechte.</source>
        <translation>Check the folder and the write permissions.</translation>
    </message>
    <message>
        <source>Es fehlt die Bilddatei.</source>
        <translation>The picture file is missing.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit --out an.</source>
        <translation>Give it with --out.</translation>
    </message>
    <message>
        <source>Nichts gefunden.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Koordinaten</source>
        <translation>Coordinates</translation>
    </message>
    <message>
        <source>Installieren Sie das Paket proj-data.</source>
        <translation>Install the package proj-data.</translation>
    </message>
    <message>
        <source>Die Umrechnung nach ETRS89/UTM 32N liefert falsche Werte: installieren Sie PROJ neu.</source>
        <translation>The transformation to ETRS89/UTM 32N gives wrong values: reinstall PROJ.</translation>
    </message>
    <message>
        <source>Geoid</source>
        <translation>Geoid</translation>
    </message>
    <message>
        <source>Gitter GCG2016 vorhanden</source>
        <translation>grid GCG2016 present</translation>
    </message>
    <message>
        <source>Gitter GCG2016 fehlt, es gilt eine feste Undulation</source>
        <translation>grid GCG2016 missing, a constant undulation applies</translation>
    </message>
    <message>
        <source>Für genaue ellipsoidische Höhen legen Sie de_bkg_gcg2016.tif (PROJ-data) in den Datenordner von PROJ.</source>
        <translation>For accurate ellipsoidal heights put de_bkg_gcg2016.tif (PROJ-data) into the data folder of PROJ.</translation>
    </message>
    <message>
        <source>Erstes Bild</source>
        <translation>First picture</translation>
    </message>
    <message>
        <source>nicht gezeichnet</source>
        <translation>not drawn</translation>
    </message>
    <message>
        <source> (Software: ohne Grafikkarte, langsamer)</source>
        <translation> (software: without a graphics card, slower)</translation>
    </message>
    <message>
        <source>%1 × %2 Pixel in %3 ms, %4 OpenGL-Fehler</source>
        <translation>%1 × %2 pixels in %3 ms, %4 OpenGL errors</translation>
    </message>
    <message>
        <source>Aktualisieren Sie den Grafiktreiber oder setzen Sie LIBGL_ALWAYS_SOFTWARE=1.</source>
        <translation>Update the graphics driver or set LIBGL_ALWAYS_SOFTWARE=1.</translation>
    </message>
    <message>
        <source>%1 ist nicht beschreibbar</source>
        <translation>%1 is not writable</translation>
    </message>
    <message>
        <source>Prüfen Sie die Schreibrechte und den freien Platz.</source>
        <translation>Check the write permissions and the free space.</translation>
    </message>
    <message>
        <source>Schriften</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>Inter und Noto Sans fehlen</source>
        <translation>Inter and Noto Sans are missing</translation>
    </message>
    <message>
        <source>Installieren Sie die Pakete fonts-inter und fonts-noto-core.</source>
        <translation>Install the packages fonts-inter and fonts-noto-core.</translation>
    </message>
    <message>
        <source>Zwischenspeicher</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Temporärer Ordner</source>
        <translation>Temporary folder</translation>
    </message>
    <message>
        <source>Sprache der Meldungen (Vorgabe: de)</source>
        <translation>language of the messages (default: de)</translation>
    </message>
    <message>
        <source>diese Hilfe</source>
        <translation>this help</translation>
    </message>
    <message>
        <source>Prüft, ob auf diesem Rechner alles Nötige vorhanden ist.</source>
        <translation>Checks that everything needed is there on this computer.</translation>
    </message>
    <message>
        <source>Ausgabe als JSON</source>
        <translation>output as JSON</translation>
    </message>
    <message>
        <source>Regionspaket, das entsteht oder ersetzt wird (nötig)</source>
        <translation>region package to be made or replaced (required)</translation>
    </message>
    <message>
        <source>Startwert; gleicher Wert, gleiche Bytes (Vorgabe: 2030)</source>
        <translation>seed; same value, same bytes (default: 2030)</translation>
    </message>
    <message>
        <source>Zusammenfassung als JSON</source>
        <translation>summary as JSON</translation>
    </message>
    <message>
        <source>Ost, Nord (EPSG:25832), Höhe ü. NHN in m; Richtung ab Gitternord, Neigung in Grad</source>
        <translation>east, north (EPSG:25832), height above NHN in m; heading from grid north, pitch in degrees</translation>
    </message>
    <message>
        <source>Größe des Bildes in Pixeln (Vorgabe: 1280x800)</source>
        <translation>size of the picture in pixels (default: 1280x800)</translation>
    </message>
    <message>
        <source>Zeitpunkt für den Sonnenstand (Vorgabe: 2026-06-21T10:30:00+02:00)</source>
        <translation>time for the sun (default: 2026-06-21T10:30:00+02:00)</translation>
    </message>
    <message>
        <source>erlaubter Fehler auf dem Bild in Pixeln; 0: alle Einzelheiten (Vorgabe: 16)</source>
        <translation>error allowed in the picture in pixels; 0: every detail (default: 16)</translation>
    </message>
    <message>
        <source>volle Güte oder die schnelle der Bewegung (Vorgabe: still)</source>
        <translation>full quality or the fast one of motion (default: still)</translation>
    </message>
    <message>
        <source>dunkle Darstellung</source>
        <translation>dark display</translation>
    </message>
    <message>
        <source>QUELLE…</source>
        <translation>SOURCE…</translation>
    </message>
    <message>
        <source>Koordinatenreferenzsystem von Dateien, die keines nennen</source>
        <translation>coordinate reference system of files that state none</translation>
    </message>
    <message>
        <source>Name der Region (Vorgabe: Name des Ordners)</source>
        <translation>name of the region (default: name of the folder)</translation>
    </message>
    <message>
        <source>Zahl der Arbeitsfäden (Vorgabe: alle Kerne)</source>
        <translation>number of threads (default: all cores)</translation>
    </message>
    <message>
        <source>Zeigt Ausdehnung, Inhalt, Quellen und Lizenzen einer Region.</source>
        <translation>Shows extent, content, sources and licences of a region.</translation>
    </message>
    <message>
        <source>Sagt, welches Objekt unter einem Bildpunkt liegt und wo die Fläche dort ist.</source>
        <translation>Says which object lies under a pixel and where the surface is there.</translation>
    </message>
    <message>
        <source>Bildpunkt, Ursprung oben links (nötig)</source>
        <translation>pixel, origin at the top left (required)</translation>
    </message>
    <message>
        <source>Zeigt alles, was über ein Objekt bekannt ist, mit Einheit und Herkunft.</source>
        <translation>Shows everything known about an object, with unit and origin.</translation>
    </message>
    <message>
        <source>Kennung (gml:id) des Objekts (nötig)</source>
        <translation>id (gml:id) of the object (required)</translation>
    </message>
    <message>
        <source>Zeichnet eine Region oder eine tileset.json ohne Fenster in ein Bild und misst die Bildzeiten.</source>
        <translation>Draws a region or a tileset.json into a picture without a window and measures frame times.</translation>
    </message>
    <message>
        <source>Bilddatei; zeigt die gewählte Kamera</source>
        <translation>picture file; shows the chosen camera</translation>
    </message>
    <message>
        <source>so viele Bilder messen (Vorgabe: 1, mit --orbit 60)</source>
        <translation>measure so many frames (default: 1, with --orbit 60)</translation>
    </message>
    <message>
        <source>dabei so weit um die Mitte der Ansicht kreisen</source>
        <translation>orbit so far around the middle of the view meanwhile</translation>
    </message>
    <message>
        <source>danach so viele Bildpunkte abfragen und die Zeiten messen</source>
        <translation>pick so many pixels afterwards and measure the times</translation>
    </message>
    <message>
        <source>höchste Zahl der Treffer (Vorgabe: 20)</source>
        <translation>highest number of hits (default: 20)</translation>
    </message>
    <message>
        <source>warten, bis alles zu sehen ist, das Fenster als Bild speichern, beenden</source>
        <translation>wait until everything is shown, save the window as a picture, leave</translation>
    </message>
    <message>
        <source>Größe des Fensters in Pixeln</source>
        <translation>size of the window in pixels</translation>
    </message>
    <message>
        <source>Farben der Oberfläche</source>
        <translation>colours of the interface</translation>
    </message>
    <message>
        <source>vollständig</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>unvollständig (fehlende Kacheln: %1)</source>
        <translation>incomplete (tiles missing: %1)</translation>
    </message>
    <message>
        <source>%1: %2 Kacheln, %3 Dreiecke, %4 nach %5 s, Bildzeit %6 ms (%7)</source>
        <translation>%1: %2 tiles, %3 triangles, %4 after %5 s, frame time %6 ms (%7)</translation>
    </message>
    <message>
        <source>Erzeugt eine Demo-Region als CityGML, GeoTIFF und GeoJSON und importiert sie als Regionspaket.</source>
        <translation>Generates a demo region as CityGML, GeoTIFF and GeoJSON and imports it as a region package.</translation>
    </message>
    <message>
        <source>ungefähre Zahl der Gebäude (Vorgabe: 40000)</source>
        <translation>about how many buildings (default: 40000)</translation>
    </message>
    <message>
        <source>behält die erzeugten Dateien in diesem Ordner</source>
        <translation>keeps the generated files in this folder</translation>
    </message>
    <message>
        <source>  Geoid GCG2016: Undulation %1 m am Ursprung</source>
        <translation>  Geoid GCG2016: undulation %1 m at the origin</translation>
    </message>
    <message>
        <source>  Geoid als fester Wert: Undulation %1 m</source>
        <translation>  Geoid as a constant: undulation %1 m</translation>
    </message>
    <message>
        <source>Ebenen, die nicht gezeigt werden (Namen: info)</source>
        <translation>layers that are not shown (names: info)</translation>
    </message>
    <message>
        <source>Detailstufe einer Ebene in Zehnteln (Vorgabe: die höchste)</source>
        <translation>level of detail of a layer in tenths (default: the highest)</translation>
    </message>
    <message>
        <source>  Ebene „%1“ (%2): %3</source>
        <translation>  Layer “%1” (%2): %3</translation>
    </message>
    <message>
        <source>Passpunkte (Ordnung %1), mittlerer Fehler %2 m:</source>
        <translation>Control points (order %1), root mean square error %2 m:</translation>
    </message>
    <message>
        <source>  %1: Ost %2 m, Nord %3 m, zusammen %4 m</source>
        <translation>  %1: east %2 m, north %3 m, together %4 m</translation>
    </message>
    <message>
        <source>Regionspaket, das die Ebenen bekommt (nötig)</source>
        <translation>region package that gets the layers (required)</translation>
    </message>
    <message>
        <source>Name der Ebene (Vorgabe: Name der Datei)</source>
        <translation>name of the layer (default: name of the file)</translation>
    </message>
    <message>
        <source>ab wann die Ebene gilt (Vorgabe: wie die Quelle sagt)</source>
        <translation>from when the layer is valid (default: as the source says)</translation>
    </message>
    <message>
        <source>Lizenz der Quelle</source>
        <translation>licence of the source</translation>
    </message>
    <message>
        <source>Passpunkte für ein Bild ohne Georeferenz (.points von QGIS oder CSV)</source>
        <translation>control points for an image without georeference (.points of QGIS or CSV)</translation>
    </message>
    <message>
        <source>Ordnung der Einpassung: 1 oder 2 (Vorgabe: nach den Punkten)</source>
        <translation>order of the fit: 1 or 2 (default: by the points)</translation>
    </message>
    <message>
        <source>Es fehlt die Region.</source>
        <translation>The region is missing.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit --to an.</source>
        <translation>Give it with --to.</translation>
    </message>
    <message>
        <source>„%1“ ist kein Datum.</source>
        <translation>“%1” is not a date.</translation>
    </message>
    <message>
        <source>Schreiben Sie es wie 1952-05-01.</source>
        <translation>Write it like 1952-05-01.</translation>
    </message>
    <message>
        <source>Nennt die Ebenen, die einer Region hinzugefügt wurden.</source>
        <translation>Lists the layers that were added to a region.</translation>
    </message>
    <message>
        <source>, ab %1</source>
        <translation>, from %1</translation>
    </message>
    <message>
        <source>Die Ebene „%1“ ist nicht lesbar: %2</source>
        <translation>The layer “%1” cannot be read: %2</translation>
    </message>
    <message>
        <source>REGION EBENE</source>
        <translation>REGION LAYER</translation>
    </message>
    <message>
        <source>Entfernt eine Ebene, die einer Region hinzugefügt wurde.</source>
        <translation>Removes a layer that was added to a region.</translation>
    </message>
    <message>
        <source>diese Objekte auswählen</source>
        <translation>select these objects</translation>
    </message>
    <message>
        <source>Liest Stadtmodelle, Gelände, Luftbilder und Geodaten (Dateien oder Ordner) und schreibt ein Regionspaket.</source>
        <translation>Reads city models, terrain, imagery and geodata (files or folders) and writes a region package.</translation>
    </message>
    <message>
        <source>Die Demo-Plattform läuft. Alle Werte sind Demo-Daten (erzeugt).</source>
        <translation>The demo platform is running. All values are demo data (generated).</translation>
    </message>
    <message>
        <source>Strg+C beendet sie.</source>
        <translation>Ctrl+C ends it.</translation>
    </message>
    <message>
        <source>Ohne MQTT: %1</source>
        <translation>Without MQTT: %1</translation>
    </message>
    <message>
        <source>Startet eine Datenplattform mit erzeugten Werten auf diesem Rechner: NGSI-LD, SensorThings, Opendatasoft, CAP, GTFS und MQTT.</source>
        <translation>Starts a data platform with generated values on this computer: NGSI-LD, SensorThings, Opendatasoft, CAP, GTFS and MQTT.</translation>
    </message>
    <message>
        <source>Anschluss von HTTP (Vorgabe: irgendein freier)</source>
        <translation>port of HTTP (default: any free one)</translation>
    </message>
    <message>
        <source>Startwert; gleicher Wert, gleiche Messwerte (Vorgabe: 2030)</source>
        <translation>seed; same seed, same values (default: 2030)</translation>
    </message>
    <message>
        <source>Störungen, je mit Anteil: silence, gaps, 429, garbage, slow, skew; z. B. gaps=0.2,429</source>
        <translation>faults, each with a share: silence, gaps, 429, garbage, slow, skew; e.g. gaps=0.2,429</translation>
    </message>
    <message>
        <source>startet keinen mosquitto</source>
        <translation>starts no mosquitto</translation>
    </message>
    <message>
        <source>endet mit dem Programm, das sie gestartet hat</source>
        <translation>ends with the program that started it</translation>
    </message>
    <message>
        <source>Adressen als JSON</source>
        <translation>addresses as JSON</translation>
    </message>
    <message>
        <source>--with-parent gibt es auf diesem System nicht.</source>
        <translation>There is no --with-parent on this system.</translation>
    </message>
    <message>
        <source>„%1“ ist kein Zeitpunkt.</source>
        <translation>“%1” is not a point in time.</translation>
    </message>
    <message>
        <source>Schreiben Sie ihn wie 2026-03-14T14:32:00+01:00 oder 2026-03-14.</source>
        <translation>Write it like 2026-03-14T14:32:00+01:00 or 2026-03-14.</translation>
    </message>
    <message>
        <source>Die Quelle hat keine Messreihe „%1“.</source>
        <translation>The source has no series “%1”.</translation>
    </message>
    <message>
        <source>„stadtzwilling observe“ zeigt die Kennungen (id) aller Messreihen.</source>
        <translation>“stadtzwilling observe” shows the ids of all series.</translation>
    </message>
    <message>
        <source>Im Messwertspeicher ist keine Messreihe „%1“.</source>
        <translation>The observation store has no series “%1”.</translation>
    </message>
    <message>
        <source>Gibt die früheren Werte einer Messreihe als CSV oder JSON aus.</source>
        <translation>Writes the earlier values of a series as CSV or JSON.</translation>
    </message>
    <message>
        <source>Kennung der Messreihe, wie „observe“ sie zeigt (nötig)</source>
        <translation>Id of the series as “observe” shows it (required)</translation>
    </message>
    <message>
        <source>erster Zeitpunkt (sonst: 24 Stunden vor dem letzten)</source>
        <translation>first point in time (else: 24 hours before the last)</translation>
    </message>
    <message>
        <source>letzter Zeitpunkt (sonst: jetzt)</source>
        <translation>last point in time (else: now)</translation>
    </message>
    <message>
        <source>Ausgabe als CSV mit Kopfzeile (auch ohne diese Angabe)</source>
        <translation>output as CSV with a header line (the default)</translation>
    </message>
    <message>
        <source>je Wert eine Zeile JSON</source>
        <translation>one line of JSON for each value</translation>
    </message>
    <message>
        <source>Es fehlt die Kennung der Messreihe.</source>
        <translation>The id of the series is missing.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit --id an; „stadtzwilling observe“ zeigt sie.</source>
        <translation>Give it with --id; “stadtzwilling observe” shows it.</translation>
    </message>
    <message>
        <source>Der erste Zeitpunkt liegt nach dem letzten.</source>
        <translation>The first point in time is after the last.</translation>
    </message>
    <message>
        <source>wo ein 3D-Modell steht (in --crs, Vorgabe EPSG:25832 und NHN; Richtung in Grad ab Gitternord)</source>
        <translation>where a 3D model stands (in --crs, default EPSG:25832 and NHN; heading in degrees from grid north)</translation>
    </message>
    <message>
        <source>zieht Punkte, Linien und Flächen zu Körpern auf: so hoch wie das Attribut sagt oder so viele Meter</source>
        <translation>extrudes points, lines and areas to bodies: as high as the attribute says or so many metres</translation>
    </message>
    <message>
        <source>worauf sie stehen: Attribut mit der Höhe ü. NHN oder Gelände (Vorgabe)</source>
        <translation>what they stand on: attribute with the height above NHN, or the ground (default)</translation>
    </message>
    <message>
        <source>--base gilt nur mit --extrude.</source>
        <translation>--base only works with --extrude.</translation>
    </message>
    <message>
        <source>Geben Sie mit --extrude an, wie hoch die Körper werden.</source>
        <translation>Say with --extrude how high the bodies become.</translation>
    </message>
    <message>
        <source>„%1“ ist keine Einstellung.</source>
        <translation>“%1” is not a setting.</translation>
    </message>
    <message>
        <source>Schreiben Sie sie als Name=Wert, mehrere mit ; dazwischen.</source>
        <translation>Write it as name=value, several with ; between them.</translation>
    </message>
    <message>
        <source>„%1“ ist geheim und gehört nicht auf die Befehlszeile.</source>
        <translation>“%1” is secret and does not belong on the command line.</translation>
    </message>
    <message>
        <source>Schreiben Sie es in eine JSON-Datei und geben Sie diese mit --settings an.</source>
        <translation>Write it to a JSON file and name that with --settings.</translation>
    </message>
    <message>
        <source>Die Datei mit den Einstellungen ist nicht lesbar.</source>
        <translation>The settings file cannot be read.</translation>
    </message>
    <message>
        <source>Die Datei mit den Einstellungen ist kein JSON-Objekt.</source>
        <translation>The settings file is not a JSON object.</translation>
    </message>
    <message>
        <source>Einstellungen der Quelle, zum Beispiel tenant=dortmund;interval=10</source>
        <translation>Settings of the source, for example tenant=dortmund;interval=10</translation>
    </message>
    <message>
        <source>Datei mit Einstellungen, auch geheimen: {&quot;token&quot;: &quot;…&quot;}</source>
        <translation>File with settings, secret ones too: {&quot;token&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>kein Wert</source>
        <translation>no value</translation>
    </message>
    <message numerus="yes">
        <source>%n Werte ließen sich nicht aufbewahren.</source>
        <translation>
            <numerusform>%n value could not be kept.</numerusform>
            <numerusform>%n values could not be kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zeigt die letzten bekannten Werte einer Quelle und dann, was eintrifft.</source>
        <translation>Shows the last known values of a source, then what arrives.</translation>
    </message>
    <message>
        <source>endet nach so vielen Sekunden</source>
        <translation>ends after so many seconds</translation>
    </message>
    <message>
        <source>endet nach so vielen Werten</source>
        <translation>ends after so many values</translation>
    </message>
    <message>
        <source>bewahrt auf, was eintrifft, zum Beispiel in REGION/history.sqlite</source>
        <translation>keeps what arrives, for example in REGION/history.sqlite</translation>
    </message>
    <message>
        <source>Von der Quelle kam in dieser Zeit kein Wert.</source>
        <translation>No value came from the source in this time.</translation>
    </message>
    <message>
        <source>%1 Objekte</source>
        <translation>%1 objects</translation>
    </message>
    <message>
        <source>  Nicht lesbar: %1</source>
        <translation>  Not readable: %1</translation>
    </message>
    <message>
        <source>  Koordinatenreferenzsystem %1 (%2)</source>
        <translation>  Coordinate reference system %1 (%2)</translation>
    </message>
    <message>
        <source>  Ost %1 bis %2, Nord %3 bis %4 (EPSG:25832)</source>
        <translation>  East %1 to %2, north %3 to %4 (EPSG:25832)</translation>
    </message>
    <message>
        <source>  Lizenz nicht angegeben</source>
        <translation>  Licence not stated</translation>
    </message>
    <message>
        <source>  Lizenz %1</source>
        <translation>  Licence %1</translation>
    </message>
    <message>
        <source>Sagt, was ein Import aus Dateien oder Ordnern machen würde: Art, Koordinatenreferenzsystem, Ausdehnung, Zahl, Lizenz, Mängel. Schreibt nichts.</source>
        <translation>Says what an import would make of files or folders: kind, coordinate reference system, extent, count, licence, flaws. Writes nothing.</translation>
    </message>
    <message>
        <source>%1 weitere Dateien wurden nicht angesehen.</source>
        <translation>%1 further files were not looked at.</translation>
    </message>
    <message>
        <source>Qualitätsbericht: was abgelehnt, weggelassen, ausgebessert oder auffällig ist, mit Datei, Zeile und Ort</source>
        <translation>quality report: what is refused, left out, mended or odd, with file, line and place</translation>
    </message>
    <message>
        <source>Qualitätsbericht: %1</source>
        <translation>Quality report: %1</translation>
    </message>
    <message>
        <source>Sucht Adressen, Straßen, Namen, Bezirke, Kennungen, Ebenen und Koordinaten in einer Region.</source>
        <translation>Searches addresses, streets, names, districts, identifiers, layers and coordinates in a region.</translation>
    </message>
    <message>
        <source>Zeitpunkt für Sonne und Himmel (Vorgabe: die Uhr läuft)</source>
        <translation>Moment for sun and sky (default: the clock runs)</translation>
    </message>
    <message>
        <source>Live-Werte dieser Quelle zeigen, der Demo-Plattform oder keine</source>
        <translation>show live values of this source, of the demo platform or none</translation>
    </message>
    <message>
        <source>Die Darstellung „%1“ gibt es nicht.</source>
        <translation>There is no style “%1”.</translation>
    </message>
    <message>
        <source>Erwartet wird standard, map, photo oder contrast.</source>
        <translation>Expected: standard, map, photo or contrast.</translation>
    </message>
    <message>
        <source>als Modell, Karte, Luftbild oder mit hohem Kontrast (Vorgabe: standard)</source>
        <translation>as a model, a map, an aerial photo or in high contrast (default: standard)</translation>
    </message>
    <message>
        <source>Fügt einer Region Ebenen hinzu: Stadtmodelle (CityGML, CityJSON), Gelände, Luftbilder und Karten, Punktwolken (LAS, LAZ, COPC), 3D-Modelle (glTF), Geodaten (GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS-NAS, XPlanGML).</source>
        <translation>Adds layers to a region: city models (CityGML, CityJSON), terrain, aerial images and maps, point clouds (LAS, LAZ, COPC), 3D models (glTF), geodata (GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS NAS, XPlanGML).</translation>
    </message>
    <message>
        <source>letzter Tag, an dem die Ebene gilt (Vorgabe: sie gilt noch)</source>
        <translation>last day on which the layer holds (default: it still does)</translation>
    </message>
    <message>
        <source>Objekte eines Stadtmodells, deren gml:id die Region schon hat: beide behalten (Vorgabe) oder die neuen weglassen</source>
        <translation>objects of a city model whose gml:id the region already has: keep both (default) or leave the new ones out</translation>
    </message>
    <message>
        <source>„%1“ steht bei --existing nicht zur Wahl.</source>
        <translation>“%1” is no choice for --existing.</translation>
    </message>
    <message>
        <source>Schreiben Sie keep oder skip.</source>
        <translation>Write keep or skip.</translation>
    </message>
    <message>
        <source>Die Ebene endet, bevor sie beginnt.</source>
        <translation>The layer ends before it begins.</translation>
    </message>
    <message>
        <source>Prüfen Sie --date und --until.</source>
        <translation>Check --date and --until.</translation>
    </message>
    <message>
        <source>Die Quelle „%1“ ist von einer Art, die dieses Programm nicht kennt.</source>
        <translation>The source “%1” is of a kind that this program does not know.</translation>
    </message>
    <message>
        <source>Eine Quelle „%1“ ist nicht eingerichtet.</source>
        <translation>There is no source “%1” set up.</translation>
    </message>
    <message>
        <source>Eingerichtet sind: %1.</source>
        <translation>Set up are: %1.</translation>
    </message>
    <message>
        <source>diese Eigenschaft als Fläche zwischen Stationen zeigen, etwa WeatherObserved.temperature</source>
        <translation>show this property as a field between stations, e.g. WeatherObserved.temperature</translation>
    </message>
    <message>
        <source>als Modell, Karte oder Luftbild zeichnen</source>
        <translation>draw as a model, a map or an aerial photo</translation>
    </message>
    <message>
        <source>Bruchkanten, die das Gelände schärfen: Linien mit Höhen oder ein CityGML-Relief</source>
        <translation>breaklines that sharpen the terrain: lines with heights or a CityGML relief</translation>
    </message>
    <message>
        <source>Regionspaket, auf dessen Gelände Körper stünden</source>
        <translation>region package on whose terrain bodies would stand</translation>
    </message>
    <message>
        <source>wo ein 3D-Modell stünde</source>
        <translation>where a 3D model would stand</translation>
    </message>
    <message>
        <source>wie hoch Körper würden</source>
        <translation>how high bodies would be</translation>
    </message>
    <message>
        <source>worauf sie stünden</source>
        <translation>what they would stand on</translation>
    </message>
    <message>
        <source>Passpunkte für ein Bild ohne Georeferenz</source>
        <translation>control points for a picture without georeference</translation>
    </message>
    <message>
        <source>%1 Mio. Rasterpunkte im Abstand von %2 m</source>
        <translation>%1 million grid points, %2 m apart</translation>
    </message>
    <message>
        <source>weniger als 1 Mio. Rasterpunkte im Abstand von %1 m</source>
        <translation>less than 1 million grid points, %1 m apart</translation>
    </message>
    <message>
        <source>die Werte dieser Messstelle öffnen; beides nennt ihr Reiter „Quelle“</source>
        <translation>open the values of this measuring point; its tab “Source” states both</translation>
    </message>
    <message>
        <source>Reiter der Messstelle (Vorgabe: live)</source>
        <translation>tab of the measuring point (default: live)</translation>
    </message>
    <message>
        <source>in der linken Bildhälfte diese Ebene, in der rechten das Bild ohne sie</source>
        <translation>this layer in the left half of the picture, the picture without it in the right</translation>
    </message>
    <message>
        <source>[REGION | tileset.json | DATEIEN… | ORDNER | stadtzwilling:…]</source>
        <translation>[REGION | tileset.json | FILES… | FOLDER | stadtzwilling:…]</translation>
    </message>
    <message>
        <source>Öffnet eine Region im Fenster; Rohdaten werden dort importiert. Ein Verweis aus einem Qualitätsbericht (stadtzwilling:…) zeigt sein Objekt, wenn möglich im offenen Fenster. Ohne Angabe: die Demo-Region.</source>
        <translation>Opens a region in the window; raw data are imported there. A link from a quality report (stadtzwilling:…) shows its object, in the open window where there is one. Without arguments: the demo region.</translation>
    </message>
    <message>
        <source>vor dem Bild so lange auf Live-Werte hören (bis 240)</source>
        <translation>listen to live values this long before the picture (up to 240)</translation>
    </message>
    <message>
        <source>diese Ebene mit dem Schieber mit heute vergleichen</source>
        <translation>compare this layer with today by the divider</translation>
    </message>
    <message>
        <source>Neben einem Verweis lässt sich nichts anderes öffnen.</source>
        <translation>Nothing else can be opened beside a link.</translation>
    </message>
    <message>
        <source>Rufen Sie das Programm für den Verweis allein auf.</source>
        <translation>Call the program for the link alone.</translation>
    </message>
</context>
<context>
    <name>twin::demo</name>
    <message>
        <source>Die mitgelieferten Tabellen der Demo-Stadt sind unvollständig.</source>
        <translation>The tables of the demo town that come with the program are incomplete.</translation>
    </message>
    <message>
        <source>Die Demo-Stadt hat 1 bis %1 Gebäude.</source>
        <translation>The demo town has 1 to %1 buildings.</translation>
    </message>
    <message>
        <source>Der Ordner lässt sich nicht anlegen.</source>
        <translation>The folder cannot be created.</translation>
    </message>
    <message>
        <source>Die Demo-Stadt lässt sich nicht schreiben.</source>
        <translation>The demo town cannot be written.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Demo-Region planen</source>
        <translation>Planning the demo region</translation>
    </message>
</context>
<context>
    <name>twin::demo::DemoCity</name>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Der Speicher reicht für diese Daten nicht.</source>
        <translation>There is not enough memory for these data.</translation>
    </message>
    <message>
        <source>Demo-Stadt schreiben</source>
        <translation>Writing the demo town</translation>
    </message>
</context>
<context>
    <name>twin::demoplatform</name>
    <message>
        <source>Die Tabellen der Demo-Plattform sind beschädigt.</source>
        <translation>The tables of the demo platform are damaged.</translation>
    </message>
    <message>
        <source>Die Störung „%1“ hat keinen Anteil von 0 bis 1.</source>
        <translation>The fault “%1” has no share from 0 to 1.</translation>
    </message>
    <message>
        <source>Die Störung „%1“ gibt es nicht.</source>
        <translation>There is no fault “%1”.</translation>
    </message>
    <message>
        <source>Bekannt sind: %1.</source>
        <translation>Known are: %1.</translation>
    </message>
    <message>
        <source>Die Bedingung ist an Stelle %1 nicht zu verstehen.</source>
        <translation>The condition cannot be understood at position %1.</translation>
    </message>
    <message>
        <source>Die Bedingung ist zu lang.</source>
        <translation>The condition is too long.</translation>
    </message>
    <message>
        <source>Der Anschluss %1 ist nicht frei.</source>
        <translation>Port %1 is not free.</translation>
    </message>
    <message>
        <source>Wählen Sie mit --port einen anderen; 0 nimmt irgendeinen freien.</source>
        <translation>Choose another one with --port; 0 takes any free one.</translation>
    </message>
    <message>
        <source>Es ist kein mosquitto installiert.</source>
        <translation>No mosquitto is installed.</translation>
    </message>
    <message>
        <source>Installieren Sie das Paket „mosquitto“; alles außer MQTT geht auch ohne.</source>
        <translation>Install the package “mosquitto”; everything but MQTT works without it.</translation>
    </message>
    <message>
        <source>Die Einstellungen des mosquitto ließen sich nicht schreiben.</source>
        <translation>The settings of the mosquitto could not be written.</translation>
    </message>
    <message>
        <source>Der mosquitto ist nicht angelaufen.</source>
        <translation>The mosquitto did not start.</translation>
    </message>
    <message>
        <source>Der mosquitto nimmt keine Verbindung an.</source>
        <translation>The mosquitto accepts no connection.</translation>
    </message>
</context>
<context>
    <name>twin::geo</name>
    <message>
        <source>Das Koordinatenreferenzsystem „%1“ ist nicht bekannt.</source>
        <translation>The coordinate reference system “%1” is not known.</translation>
    </message>
    <message>
        <source>Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832.</source>
        <translation>Give it with --crs, for example --crs EPSG:25832.</translation>
    </message>
    <message>
        <source>Die Höhen von „%1“ sind keine Meter nach oben.</source>
        <translation>The heights of “%1” are not metres upwards.</translation>
    </message>
    <message>
        <source>Die Daten nennen kein Koordinatenreferenzsystem.</source>
        <translation>The data state no coordinate reference system.</translation>
    </message>
    <message>
        <source>„%1“ ist kein Dateiname.</source>
        <translation>“%1” is not a file name.</translation>
    </message>
    <message>
        <source>Das Höhenmodell ist unbrauchbar.</source>
        <translation>The elevation model is unusable.</translation>
    </message>
    <message>
        <source>Geoid GCG2016</source>
        <translation>geoid GCG2016</translation>
    </message>
    <message>
        <source>Geoid als Konstante 46,1 m</source>
        <translation>geoid as a constant of 46.1 m</translation>
    </message>
    <message>
        <source>Das Höhenmodell ist leer oder zu groß.</source>
        <translation>The elevation model is empty or too large.</translation>
    </message>
    <message>
        <source>Das Höhenmodell lässt sich nicht schreiben.</source>
        <translation>The elevation model cannot be written.</translation>
    </message>
    <message>
        <source>Das Höhenmodell ist nicht in EPSG:25832.</source>
        <translation>The elevation model is not in EPSG:25832.</translation>
    </message>
    <message>
        <source>Die Kartenprojektion lässt sich nicht einrichten.</source>
        <translation>The map projection cannot be set up.</translation>
    </message>
    <message>
        <source>Die Datei wurde nicht gefunden.</source>
        <translation>The file was not found.</translation>
    </message>
    <message>
        <source>Die Datei lässt sich nicht öffnen.</source>
        <translation>The file cannot be opened.</translation>
    </message>
    <message>
        <source>Die Rasterdatei lässt sich nicht schreiben.</source>
        <translation>The raster file cannot be written.</translation>
    </message>
    <message>
        <source>Die Passpunktdatei ist nicht lesbar.</source>
        <translation>The file of control points cannot be read.</translation>
    </message>
    <message>
        <source>Erwartet wird eine .points-Datei von QGIS oder eine CSV-Datei mit der Kopfzeile column,row,easting,northing.</source>
        <translation>Expected is a .points file of QGIS or a CSV file with the heading column,row,easting,northing.</translation>
    </message>
    <message>
        <source>Die Passpunkte nennen kein Koordinatenreferenzsystem.</source>
        <translation>The control points state no coordinate reference system.</translation>
    </message>
    <message>
        <source>Die Passpunktdatei fehlt oder ist nicht lesbar.</source>
        <translation>The file of control points is missing or cannot be read.</translation>
    </message>
    <message>
        <source>Es sind zu wenige Passpunkte, oder sie liegen auf einer Linie.</source>
        <translation>There are too few control points, or they lie on one line.</translation>
    </message>
    <message>
        <source>Nötig sind mindestens drei Passpunkte (Ordnung 1) oder sechs (Ordnung 2), gut über das Bild verteilt.</source>
        <translation>At least three control points (order 1) or six (order 2), well spread over the image, are needed.</translation>
    </message>
    <message>
        <source>Die Datei fehlt.</source>
        <translation>The file is missing.</translation>
    </message>
    <message>
        <source>Die Rasterdatei ist nicht lesbar.</source>
        <translation>The raster file cannot be read.</translation>
    </message>
    <message>
        <source>Die Datei nennt kein Koordinatenreferenzsystem.</source>
        <translation>The file states no coordinate reference system.</translation>
    </message>
    <message>
        <source>Das Raster liegt außerhalb des Gebiets, in dem EPSG:25832 gilt.</source>
        <translation>The raster lies outside the area where EPSG:25832 applies.</translation>
    </message>
    <message>
        <source>Prüfen Sie das Koordinatenreferenzsystem; schneiden Sie größere Raster auf Ihr Gebiet zu.</source>
        <translation>Check the coordinate reference system; clip larger rasters to your area.</translation>
    </message>
    <message>
        <source>Die Datei enthält kein Raster.</source>
        <translation>The file contains no raster.</translation>
    </message>
    <message>
        <source>Das Bild hat keine Georeferenz.</source>
        <translation>The image has no georeference.</translation>
    </message>
    <message>
        <source>Für das Höhengitter fehlt Speicher.</source>
        <translation>There is not enough memory for the grid of heights.</translation>
    </message>
    <message>
        <source>Erwartet werden Zeilen „Ost Nord Höhe“ auf einem regelmäßigen Gitter; wandeln Sie andere Punkte in ein GeoTIFF um.</source>
        <translation>Expected are lines “easting northing height” on a regular grid; convert other points into a GeoTIFF.</translation>
    </message>
    <message>
        <source>Die Datei fehlt oder ist nicht lesbar.</source>
        <translation>The file is missing or cannot be read.</translation>
    </message>
    <message>
        <source>Eine Koordinate ist unmöglich groß.</source>
        <translation>A coordinate is impossibly large.</translation>
    </message>
    <message>
        <source>Eine Zeile enthält keine drei Zahlen.</source>
        <translation>A line does not hold three numbers.</translation>
    </message>
    <message>
        <source>Die Punktdatei ist zu groß.</source>
        <translation>The file of points is too large.</translation>
    </message>
    <message>
        <source>Teilen Sie sie in Kacheln oder wandeln Sie sie in ein GeoTIFF um.</source>
        <translation>Split it into tiles or convert it into a GeoTIFF.</translation>
    </message>
    <message>
        <source>Die Punktdatei ist abgeschnitten oder beschädigt.</source>
        <translation>The file of points is cut off or damaged.</translation>
    </message>
    <message>
        <source>Die Datei enthält keine Punkte.</source>
        <translation>The file contains no points.</translation>
    </message>
    <message>
        <source>Das Bild ist nicht in EPSG:25832.</source>
        <translation>The image is not in EPSG:25832.</translation>
    </message>
    <message>
        <source>Diese Bildgröße ist nicht möglich.</source>
        <translation>This image size is not possible.</translation>
    </message>
    <message>
        <source>Dieses Rasterformat wird nicht gelesen.</source>
        <translation>This raster format is not read.</translation>
    </message>
    <message>
        <source>Gelesen werden XYZ, ASC, GeoTIFF, JPEG 2000, PNG und JPEG mit Weltdatei, MBTiles und GeoPackage.</source>
        <translation>Read are XYZ, ASC, GeoTIFF, JPEG 2000, PNG and JPEG with a world file, MBTiles and GeoPackage.</translation>
    </message>
    <message>
        <source>Die Lage des Rasters kann nicht stimmen: Ein Rasterpunkt mäße weniger als 0,1 mm.</source>
        <translation>The raster&apos;s placement cannot be right: one grid point would measure less than 0.1 mm.</translation>
    </message>
    <message>
        <source>Prüfen Sie die Weltdatei oder die Passpunkte.</source>
        <translation>Check the world file or the control points.</translation>
    </message>
    <message>
        <source>Die Kacheln des Rasters sind zu groß, um sie zu lesen.</source>
        <translation>The raster&apos;s tiles are too large to be read.</translation>
    </message>
    <message>
        <source>Wandeln Sie es in ein GeoTIFF mit Kacheln um, zum Beispiel mit „gdal_translate -co TILED=YES“.</source>
        <translation>Convert it to a tiled GeoTIFF, for example with “gdal_translate -co TILED=YES”.</translation>
    </message>
    <message>
        <source>Legen Sie eine Weltdatei (.tfw, .jgw, .pgw, .wld) daneben, oder fügen Sie es mit Passpunkten einer Region hinzu: stadtzwilling add DATEI --to REGION --points PASSPUNKTE.</source>
        <translation>Put a world file (.tfw, .jgw, .pgw, .wld) beside it, or add it to a region with control points: stadtzwilling add FILE --to REGION --points POINTS.</translation>
    </message>
    <message>
        <source>Höhen in dieser Zeichenkodierung (%1) werden nicht gelesen.</source>
        <translation>Heights in this character encoding (%1) are not read.</translation>
    </message>
    <message>
        <source>Speichern Sie die Datei als ASCII oder als UTF-8 ohne BOM.</source>
        <translation>Save the file as ASCII or as UTF-8 without a BOM.</translation>
    </message>
</context>
<context>
    <name>twin::geo::HeightRaster</name>
    <message>
        <source>Das Höhenmodell ist nicht in EPSG:25832.</source>
        <translation>The elevation model is not in EPSG:25832.</translation>
    </message>
    <message>
        <source>Das Höhenmodell ist unbrauchbar.</source>
        <translation>The elevation model is unusable.</translation>
    </message>
</context>
<context>
    <name>twin::geo::HeightReader</name>
    <message>
        <source>Die Einheit der Höhen „%1“ ist nicht bekannt.</source>
        <translation>The unit of the heights “%1” is not known.</translation>
    </message>
    <message>
        <source>Rechnen Sie die Höhen in Meter um.</source>
        <translation>Convert the heights to metres.</translation>
    </message>
    <message>
        <source>Die Rasterdatei ist beschädigt.</source>
        <translation>The raster file is damaged.</translation>
    </message>
</context>
<context>
    <name>twin::geo::Mosaic</name>
    <message>
        <source>Höhen lesen</source>
        <translation>Reading heights</translation>
    </message>
    <message>
        <source>Es sind keine Höhendateien angegeben.</source>
        <translation>No height files are given.</translation>
    </message>
    <message>
        <source>Höhen zusammensetzen</source>
        <translation>Putting heights together</translation>
    </message>
    <message>
        <source>Für das Höhengitter fehlt Speicher.</source>
        <translation>There is not enough memory for the grid of heights.</translation>
    </message>
    <message>
        <source>Die Höhendateien enthalten keine Höhen.</source>
        <translation>The height files contain no heights.</translation>
    </message>
    <message>
        <source>Höhen schreiben</source>
        <translation>Writing heights</translation>
    </message>
    <message>
        <source>Es sind keine Bilder angegeben.</source>
        <translation>No images are given.</translation>
    </message>
    <message>
        <source>Bilder zusammensetzen</source>
        <translation>Putting images together</translation>
    </message>
    <message>
        <source>Bild schreiben</source>
        <translation>Writing the image</translation>
    </message>
</context>
<context>
    <name>twin::geo::PictureReader</name>
    <message>
        <source>Bilder in CMYK-Farben werden nicht gelesen.</source>
        <translation>Images in CMYK colours are not read.</translation>
    </message>
    <message>
        <source>Wandeln Sie das Bild in RGB um.</source>
        <translation>Convert the image to RGB.</translation>
    </message>
    <message>
        <source>Die Rasterdatei ist beschädigt.</source>
        <translation>The raster file is damaged.</translation>
    </message>
</context>
<context>
    <name>twin::geo::PixelMap</name>
    <message>
        <source>Die Georeferenz des Rasters ist unbrauchbar.</source>
        <translation>The raster&apos;s georeference is unusable.</translation>
    </message>
    <message>
        <source>Vom Koordinatenreferenzsystem des Rasters nach EPSG:25832 ist keine Umrechnung bekannt.</source>
        <translation>No conversion from the raster&apos;s coordinate reference system to EPSG:25832 is known.</translation>
    </message>
</context>
<context>
    <name>twin::geo::PointCollector</name>
    <message>
        <source>Die Punkte bilden kein regelmäßiges Gitter.</source>
        <translation>The points do not form a regular grid.</translation>
    </message>
</context>
<context>
    <name>twin::geo::RasterFile</name>
    <message>
        <source>Die Datei enthält kein Raster.</source>
        <translation>The file contains no raster.</translation>
    </message>
</context>
<context>
    <name>twin::geo::Transformer</name>
    <message>
        <source>Die Daten nennen kein Koordinatenreferenzsystem.</source>
        <translation>The data state no coordinate reference system.</translation>
    </message>
    <message>
        <source>Von %1 nach %2 ist keine Umrechnung bekannt.</source>
        <translation>No transformation from %1 to %2 is known.</translation>
    </message>
    <message>
        <source>Ellipsoidische Höhen zu %1 lassen sich nicht umrechnen.</source>
        <translation>Ellipsoidal heights of %1 cannot be transformed.</translation>
    </message>
    <message>
        <source>Ein Rechtswert gehört zu einer anderen Zone als %1.</source>
        <translation>An easting belongs to another zone than %1.</translation>
    </message>
    <message>
        <source>Eine Koordinate liegt außerhalb des Gültigkeitsbereichs von %1.</source>
        <translation>A coordinate lies outside the area of validity of %1.</translation>
    </message>
</context>
<context>
    <name>twin::images</name>
    <message>
        <source>Das Bild ist beschädigt.</source>
        <translation>The image is damaged.</translation>
    </message>
    <message>
        <source>Das Bild ist weder PNG noch JPEG noch WebP.</source>
        <translation>The image is neither PNG nor JPEG nor WebP.</translation>
    </message>
    <message>
        <source>Das Bild ist zu groß.</source>
        <translation>The image is too large.</translation>
    </message>
    <message>
        <source>Das Bild fehlt.</source>
        <translation>The image is missing.</translation>
    </message>
    <message>
        <source>Das Bild darf nicht gelesen werden.</source>
        <translation>The image may not be read.</translation>
    </message>
</context>
<context>
    <name>twin::net</name>
    <message>
        <source>Der Server verlangt eine (andere) Anmeldung.</source>
        <translation>The server requires a (different) login.</translation>
    </message>
    <message>
        <source>Der Server kennt diese Adresse nicht.</source>
        <translation>The server does not know this address.</translation>
    </message>
    <message>
        <source>Der Server verlangt weniger Anfragen.</source>
        <translation>The server asks for fewer requests.</translation>
    </message>
    <message>
        <source>Der Server meldet Fehler %1.</source>
        <translation>The server reports error %1.</translation>
    </message>
    <message>
        <source>Die Datei mit den Zertifikaten ist leer oder fehlt.</source>
        <translation>The certificate file is empty or missing.</translation>
    </message>
    <message>
        <source>Der Server verweist auf eine Antwort, die er nie gab.</source>
        <translation>The server refers to an answer it never gave.</translation>
    </message>
    <message>
        <source>Der Server leitet zu oft weiter.</source>
        <translation>The server redirects too often.</translation>
    </message>
    <message>
        <source>Abgebrochen</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Der Server ist unter diesem Namen nicht zu finden.</source>
        <translation>No server is found under this name.</translation>
    </message>
    <message>
        <source>Der Server nimmt keine Verbindung an.</source>
        <translation>The server accepts no connection.</translation>
    </message>
    <message>
        <source>Die Verbindung brach ab.</source>
        <translation>The connection broke.</translation>
    </message>
    <message>
        <source>Die verschlüsselte Verbindung kam nicht zustande: Das Zertifikat des Servers ist nicht gültig.</source>
        <translation>The encrypted connection failed: the server&apos;s certificate is not valid.</translation>
    </message>
    <message>
        <source>Der Proxy verlangt eine Anmeldung.</source>
        <translation>The proxy requires a login.</translation>
    </message>
    <message>
        <source>Die Verbindung zum Server ist gestört.</source>
        <translation>The connection to the server is disturbed.</translation>
    </message>
    <message>
        <source>Der Server antwortet nicht auf den Verbindungsaufbau.</source>
        <translation>The server does not answer the connection attempt.</translation>
    </message>
    <message>
        <source>Der Server schweigt seit längerem.</source>
        <translation>The server has been silent for too long.</translation>
    </message>
    <message>
        <source>Die Antwort dauert länger als erlaubt.</source>
        <translation>The answer takes longer than allowed.</translation>
    </message>
    <message>
        <source>Das Zertifikat des Servers stammt nicht von der verlangten Stelle.</source>
        <translation>The server&apos;s certificate is not from the required authority.</translation>
    </message>
    <message>
        <source>Die Antwort ist größer als erlaubt (%1 MB).</source>
        <translation>The answer is larger than allowed (%1 MB).</translation>
    </message>
    <message>
        <source>Die Antwort ist kein HTTP.</source>
        <translation>The answer is not HTTP.</translation>
    </message>
    <message>
        <source>Die Antwort ist unvollständig.</source>
        <translation>The answer is incomplete.</translation>
    </message>
    <message>
        <source>Der MQTT-Server weist die Anmeldung ab.</source>
        <translation>The MQTT server refuses the login.</translation>
    </message>
    <message>
        <source>Der MQTT-Server weist die Verbindung ab (%1).</source>
        <translation>The MQTT server refuses the connection (%1).</translation>
    </message>
    <message>
        <source>Der MQTT-Server erlaubt dieses Thema nicht.</source>
        <translation>The MQTT server does not allow this topic.</translation>
    </message>
    <message>
        <source>Eine Nachricht ist größer als erlaubt.</source>
        <translation>A message is larger than allowed.</translation>
    </message>
    <message>
        <source>Die verschlüsselte Verbindung zum MQTT-Server kam nicht zustande.</source>
        <translation>The encrypted connection to the MQTT server failed.</translation>
    </message>
    <message>
        <source>Der MQTT-Server ist nicht zu erreichen.</source>
        <translation>The MQTT server cannot be reached.</translation>
    </message>
    <message>
        <source>Der MQTT-Server antwortet nicht mehr.</source>
        <translation>The MQTT server no longer answers.</translation>
    </message>
    <message>
        <source>Die Verbindung zum MQTT-Server brach ab.</source>
        <translation>The connection to the MQTT server broke.</translation>
    </message>
    <message>
        <source>„%1“ ist kein MQTT-Thema.</source>
        <translation>“%1” is not an MQTT topic.</translation>
    </message>
    <message>
        <source>Ein Thema besteht aus Teilen mit / dazwischen; + steht für einen Teil, # am Ende für alle.</source>
        <translation>A topic consists of parts with / between them; + stands for one part, # at the end for all.</translation>
    </message>
    <message>
        <source>Die Zertifikate für den MQTT-Server sind nicht lesbar.</source>
        <translation>The certificates for the MQTT server cannot be read.</translation>
    </message>
    <message>
        <source>Der MQTT-Zugang lässt sich nicht anlegen.</source>
        <translation>The MQTT client cannot be created.</translation>
    </message>
    <message>
        <source>Der Server bittet um eine Pause bis %1.</source>
        <translation>The server asks for a pause until %1.</translation>
    </message>
    <message>
        <source>Der Server ist mit früheren Anfragen noch beschäftigt.</source>
        <translation>The server is still busy with earlier requests.</translation>
    </message>
    <message>
        <source>Die Adresse %1 wird nicht aufgerufen: %2</source>
        <translation>The address %1 is not called: %2</translation>
    </message>
    <message>
        <source>Prüfen Sie die Adresse der Quelle; weitere erlaubte Rechner stehen in ihren Einstellungen.</source>
        <translation>Check the source&apos;s address; further allowed hosts are listed in its settings.</translation>
    </message>
    <message>
        <source>Das ist keine vollständige Adresse.</source>
        <translation>This is not a complete address.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit https:// und dem Namen des Servers an.</source>
        <translation>Give it with https:// and the server&apos;s name.</translation>
    </message>
    <message>
        <source>Zugangsdaten gehören nicht in die Adresse.</source>
        <translation>Credentials do not belong in the address.</translation>
    </message>
    <message>
        <source>Geben Sie Anmeldename und Kennwort in den Einstellungen der Quelle an.</source>
        <translation>Give user name and password in the source&apos;s settings.</translation>
    </message>
    <message>
        <source>die Verbindung wäre unverschlüsselt</source>
        <translation>the connection would not be encrypted</translation>
    </message>
    <message>
        <source>die Adresse ist unvollständig oder enthält Zugangsdaten</source>
        <translation>the address is incomplete or holds credentials</translation>
    </message>
    <message>
        <source>nur https ist erlaubt</source>
        <translation>only https is allowed</translation>
    </message>
    <message>
        <source>der Rechner gehört nicht zur Quelle</source>
        <translation>the host does not belong to the source</translation>
    </message>
    <message>
        <source>der Rechner liegt in einem inneren Netz</source>
        <translation>the host is in an internal network</translation>
    </message>
    <message>
        <source>der Verweis auf die nächste Seite ist leer oder zu lang</source>
        <translation>the link to the next page is empty or too long</translation>
    </message>
    <message>
        <source>der Verweis führt zu einem fremden Rechner</source>
        <translation>the link leads to a foreign host</translation>
    </message>
    <message>
        <source>nur https, mqtts und wss sind erlaubt</source>
        <translation>only https, mqtts and wss are allowed</translation>
    </message>
    <message>
        <source>Der MQTT-Server hält sich nicht an MQTT über WebSocket.</source>
        <translation>The MQTT server does not follow MQTT over WebSocket.</translation>
    </message>
    <message>
        <source>Der MQTT-Server ist über WebSocket nicht zu erreichen.</source>
        <translation>The MQTT server cannot be reached over WebSocket.</translation>
    </message>
    <message>
        <source>Der MQTT-Server sendet schneller, als gelesen werden kann.</source>
        <translation>The MQTT server sends faster than can be read.</translation>
    </message>
    <message>
        <source>Der Weg zum MQTT-Server lässt sich nicht anlegen.</source>
        <translation>The way to the MQTT server cannot be set up.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob der Ordner für vorläufige Dateien beschreibbar ist.</source>
        <translation>Check whether the folder for temporary files can be written to.</translation>
    </message>
</context>
<context>
    <name>twin::observe</name>
    <message>
        <source>Die Warnung enthält eine DOCTYPE und wird nicht gelesen.</source>
        <translation>The warning holds a DOCTYPE and is not read.</translation>
    </message>
    <message>
        <source>Die Warnung ist zu tief verschachtelt.</source>
        <translation>The warning is nested too deeply.</translation>
    </message>
    <message>
        <source>Die Quelle nennt zu viele Warnungen.</source>
        <translation>The source lists too many warnings.</translation>
    </message>
    <message>
        <source>Die Warnung ist beschädigt oder unvollständig.</source>
        <translation>The warning is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Das ist weder eine CAP-Warnung noch eine Liste davon.</source>
        <translation>This is neither a CAP warning nor a list of them.</translation>
    </message>
    <message>
        <source>Übung: %1</source>
        <translation>Exercise: %1</translation>
    </message>
    <message>
        <source>Abgebrochen</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Warnungen (CAP)</source>
        <translation>Warnings (CAP)</translation>
    </message>
    <message>
        <source>Die Antwort ist kein GTFS-Realtime oder unvollständig.</source>
        <translation>The answer is not GTFS-Realtime, or incomplete.</translation>
    </message>
    <message>
        <source>Busse und Bahnen (GTFS-Realtime)</source>
        <translation>Public transport (GTFS-Realtime)</translation>
    </message>
    <message>
        <source>Zuordnungsregel %1: %2.</source>
        <translation>Mapping rule %1: %2.</translation>
    </message>
    <message>
        <source>docs/schnittstellen.md beschreibt, was in einer Regel stehen kann.</source>
        <translation>docs/schnittstellen.md describes what a rule may hold.</translation>
    </message>
    <message>
        <source>ein Feld in fields braucht property, at und format (wie u16be)</source>
        <translation>an entry of fields needs property, at and format (such as u16be)</translation>
    </message>
    <message>
        <source>„%1“ muss mit / beginnen</source>
        <translation>“%1” must begin with /</translation>
    </message>
    <message>
        <source>Die Zuordnungsregeln sind kein gültiges JSON.</source>
        <translation>The mapping rules are not valid JSON.</translation>
    </message>
    <message>
        <source>es sind zu viele</source>
        <translation>there are too many</translation>
    </message>
    <message>
        <source>Es fehlt das MQTT-Thema.</source>
        <translation>The MQTT topic is missing.</translation>
    </message>
    <message>
        <source>Geben Sie es hinter # an, zum Beispiel mqtt://broker.example#stadt/+/klima/#.</source>
        <translation>Give it behind #, for example mqtt://broker.example#stadt/+/klima/#.</translation>
    </message>
    <message>
        <source>Wartet auf Nachrichten</source>
        <translation>Waiting for messages</translation>
    </message>
    <message>
        <source>Unter dieser Adresse antwortet weder NGSI-LD noch NGSIv2.</source>
        <translation>Neither NGSI-LD nor NGSIv2 answers at this address.</translation>
    </message>
    <message>
        <source>Geben Sie die Adresse des Context Brokers ohne /ngsi-ld oder /v2 an.</source>
        <translation>Give the context broker&apos;s address without /ngsi-ld or /v2.</translation>
    </message>
    <message>
        <source>Die Antwort ist keine Liste von NGSI-Objekten.</source>
        <translation>The answer is not a list of NGSI entities.</translation>
    </message>
    <message numerus="yes">
        <source>%n Objekte</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message>
        <source>Die Plattform nennt keine Objekte vom Typ %1.</source>
        <translation>The platform lists no entities of type %1.</translation>
    </message>
    <message>
        <source>Prüfen Sie Typ, Mandant und @context: Mit falschem @context ist die Antwort leer.</source>
        <translation>Check type, tenant and @context: with a wrong @context the answer is empty.</translation>
    </message>
    <message>
        <source>Der Server antwortet mit einer Webseite statt mit Daten.</source>
        <translation>The server answers with a web page instead of data.</translation>
    </message>
    <message>
        <source>Vielleicht verlangt er eine Anmeldung; prüfen Sie Adresse und Zugangsdaten.</source>
        <translation>It may require a login; check address and credentials.</translation>
    </message>
    <message>
        <source>Die Antwort ist beschädigt oder unvollständig.</source>
        <translation>The answer is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Die Einstellung „%1“ %2.</source>
        <translation>The setting “%1” %2.</translation>
    </message>
    <message>
        <source>muss eine Zahl von %1 bis %2 sein</source>
        <translation>must be a number from %1 to %2</translation>
    </message>
    <message>
        <source>muss eines von %1 sein</source>
        <translation>must be one of %1</translation>
    </message>
    <message>
        <source>muss eine vollständige Adresse sein</source>
        <translation>must be a complete address</translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation>is missing</translation>
    </message>
    <message>
        <source>gibt es bei dieser Quelle nicht</source>
        <translation>does not exist for this source</translation>
    </message>
    <message>
        <source>Sofortmeldungen schweigen; die Quelle wird stattdessen abgefragt.</source>
        <translation>Push is silent; the source is polled instead.</translation>
    </message>
    <message>
        <source>Ohne Sofortmeldungen, die Quelle wird abgefragt: %1</source>
        <translation>Without push, the source is polled: %1</translation>
    </message>
    <message>
        <source>Diese Quelle hält keine früheren Werte vor.</source>
        <translation>This source keeps no earlier values.</translation>
    </message>
    <message>
        <source>Das ZIP-Archiv ist beschädigt.</source>
        <translation>The ZIP archive is damaged.</translation>
    </message>
    <message>
        <source>Das ZIP-Archiv ist ausgepackt zu groß.</source>
        <translation>The ZIP archive is too large when unpacked.</translation>
    </message>
    <message>
        <source>Die Antwort ist keine von Opendatasoft Explore 2.1.</source>
        <translation>The answer is not one of Opendatasoft Explore 2.1.</translation>
    </message>
    <message>
        <source>Der Datensatz hat kein Feld „%1“ (mehr).</source>
        <translation>The data set has no field “%1” (any more).</translation>
    </message>
    <message>
        <source>Es fehlt der Datensatz.</source>
        <translation>The data set is missing.</translation>
    </message>
    <message>
        <source>Geben Sie ihn hinter # an; das Portal hat zum Beispiel: %1.</source>
        <translation>Give it behind #; the portal has, for example: %1.</translation>
    </message>
    <message>
        <source>Lädt Datensätze</source>
        <translation>Loading records</translation>
    </message>
    <message>
        <source>Das Portal gibt von diesem Datensatz nur die ersten %1 Einträge her.</source>
        <translation>The portal gives only the first %1 records of this data set.</translation>
    </message>
    <message>
        <source>Dieser Datensatz hält keine früheren Werte vor.</source>
        <translation>This data set keeps no earlier values.</translation>
    </message>
    <message>
        <source>Der Server verweist immer wieder auf dieselbe Seite.</source>
        <translation>The server keeps referring to the same page.</translation>
    </message>
    <message>
        <source>Die Antwort ist keine von OGC SensorThings.</source>
        <translation>The answer is not one of OGC SensorThings.</translation>
    </message>
    <message>
        <source>Geben Sie die Adresse bis einschließlich der Version an, zum Beispiel https://…/v1.1.</source>
        <translation>Give the address up to and including the version, for example https://…/v1.1.</translation>
    </message>
    <message>
        <source>Der Server liefert kein Ende.</source>
        <translation>The server&apos;s answer has no end.</translation>
    </message>
    <message numerus="yes">
        <source>%n Messreihen</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>Für Sofortmeldungen sind es zu viele Messreihen.</source>
        <translation>There are too many series for push.</translation>
    </message>
    <message>
        <source>„%1“ nennt keine Quelle.</source>
        <translation>“%1” names no source.</translation>
    </message>
    <message>
        <source>Eine Quelle ist Art und Adresse, zum Beispiel ngsi:https://broker.example#WeatherObserved; es gibt %1.</source>
        <translation>A source is kind and address, for example ngsi:https://broker.example#WeatherObserved; there are %1.</translation>
    </message>
    <message>
        <source>„%1“ enthält keine vollständige Adresse.</source>
        <translation>“%1” holds no complete address.</translation>
    </message>
    <message>
        <source>Geben Sie sie mit https:// und dem Namen des Servers an.</source>
        <translation>Give it with https:// and the server&apos;s name.</translation>
    </message>
    <message>
        <source>Die Plattform bietet keine Temporal API.</source>
        <translation>The platform has no temporal API.</translation>
    </message>
    <message>
        <source>Der Server verlangt eine Anmeldung.</source>
        <translation>The server asks for credentials.</translation>
    </message>
    <message>
        <source>Wählen Sie die Art der Schnittstelle selbst und tragen Sie die Zugangsdaten ein.</source>
        <translation>Choose the kind of interface yourself and enter the credentials.</translation>
    </message>
    <message>
        <source>Unter dieser Adresse antwortet keine Schnittstelle, die das Programm kennt.</source>
        <translation>No interface that the program knows answers at this address.</translation>
    </message>
    <message>
        <source>Prüfen Sie die Adresse, oder wählen Sie die Art der Schnittstelle selbst.</source>
        <translation>Check the address, or choose the kind of interface yourself.</translation>
    </message>
</context>
<context>
    <name>twin::package</name>
    <message>
        <source>Die Region enthält kein Objekt mit dieser Kennung.</source>
        <translation>The region contains no object with this id.</translation>
    </message>
    <message>
        <source>Die Datenbank des Regionspakets meldet einen Fehler.</source>
        <translation>The database of the region package reports an error.</translation>
    </message>
    <message>
        <source>Die Datenbank des Regionspakets ließ sich nicht schreiben.</source>
        <translation>The database of the region package could not be written.</translation>
    </message>
    <message>
        <source>Die Datenbank des Regionspakets ist beschädigt.</source>
        <translation>The database of the region package is damaged.</translation>
    </message>
    <message>
        <source>Die Datenbank des Regionspakets fehlt oder ist nicht lesbar.</source>
        <translation>The database of the region package is missing or unreadable.</translation>
    </message>
    <message>
        <source>Eine Datei des Regionspakets ließ sich nicht schreiben.</source>
        <translation>A file of the region package could not be written.</translation>
    </message>
    <message>
        <source>Das Regionspaket ließ sich nicht auf den Datenträger sichern.</source>
        <translation>The region package could not be flushed to the disk.</translation>
    </message>
    <message>
        <source>Das fertige Regionspaket ließ sich nicht an seinen Platz verschieben.</source>
        <translation>The finished region package could not be moved to its place.</translation>
    </message>
    <message>
        <source>Die Zwischenablage des Imports ließ sich nicht schreiben.</source>
        <translation>The import&apos;s temporary store could not be written.</translation>
    </message>
    <message>
        <source>Die Zwischenablage des Imports ließ sich nicht lesen.</source>
        <translation>The import&apos;s temporary store could not be read.</translation>
    </message>
    <message>
        <source>Kacheln und Datenbank schreiben</source>
        <translation>Writing tiles and database</translation>
    </message>
    <message>
        <source>Die Beschreibung der Region (region.json) ist beschädigt.</source>
        <translation>The description of the region (region.json) is damaged.</translation>
    </message>
    <message>
        <source>Importieren Sie die Region erneut.</source>
        <translation>Import the region again.</translation>
    </message>
    <message>
        <source>Das Regionspaket stammt von einer neueren Programmversion.</source>
        <translation>The region package comes from a later version of the program.</translation>
    </message>
    <message>
        <source>Aktualisieren Sie das Programm oder importieren Sie die Region erneut.</source>
        <translation>Update the program or import the region again.</translation>
    </message>
    <message>
        <source>Der Ordner ist kein Regionspaket (region.json fehlt).</source>
        <translation>The folder is not a region package (region.json is missing).</translation>
    </message>
    <message>
        <source>Importieren Sie zuerst eine Quelle: stadtzwilling import QUELLE --out ORDNER.</source>
        <translation>Import a source first: stadtzwilling import SOURCE --out FOLDER.</translation>
    </message>
    <message>
        <source>Das Regionspaket lässt sich nicht lesen.</source>
        <translation>The region package cannot be read.</translation>
    </message>
    <message>
        <source>Die Region hat kein Geländemodell.</source>
        <translation>The region has no terrain model.</translation>
    </message>
    <message>
        <source>Ein anderer Import schreibt diese Region gerade.</source>
        <translation>Another import is writing this region at the moment.</translation>
    </message>
    <message>
        <source>Warten Sie, bis er fertig ist, oder wählen Sie einen anderen Zielordner.</source>
        <translation>Wait until it has finished or choose another target folder.</translation>
    </message>
    <message>
        <source>Der Zielort ist kein Ordner.</source>
        <translation>The target is not a folder.</translation>
    </message>
    <message>
        <source>Der Zielordner ließ sich nicht anlegen.</source>
        <translation>The target folder could not be created.</translation>
    </message>
    <message>
        <source>Wählen Sie einen neuen oder leeren Ordner.</source>
        <translation>Choose a new or empty folder.</translation>
    </message>
    <message>
        <source>Neben dem Zielordner lässt sich nicht schreiben.</source>
        <translation>Nothing can be written beside the target folder.</translation>
    </message>
    <message>
        <source>Der Ordner der Kacheln ließ sich nicht anlegen.</source>
        <translation>The folder of the tiles could not be created.</translation>
    </message>
    <message>
        <source>Die Beschreibung der Ebene (layer.json) ist beschädigt.</source>
        <translation>The description of the layer (layer.json) is damaged.</translation>
    </message>
    <message>
        <source>Fügen Sie die Ebene erneut hinzu.</source>
        <translation>Add the layer again.</translation>
    </message>
    <message>
        <source>Der Ordner ist keine Ebene (layer.json fehlt).</source>
        <translation>The folder is no layer (layer.json is missing).</translation>
    </message>
    <message>
        <source>Die Ebene stammt von einer neueren Programmversion.</source>
        <translation>The layer was made by a newer version of the program.</translation>
    </message>
    <message>
        <source>Der Zielordner enthält andere Dateien.</source>
        <translation>The target folder holds other files.</translation>
    </message>
    <message>
        <source>Alle Objekte der Quellen sind beschädigt.</source>
        <translation>All objects of the sources are damaged.</translation>
    </message>
    <message>
        <source>%1 und %2 weiteren</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>Eine Arbeitsdatei ist unlesbar.</source>
        <translation>A working file cannot be read.</translation>
    </message>
    <message>
        <source>Gelände vermaschen</source>
        <translation>Meshing the terrain</translation>
    </message>
    <message>
        <source>Das Höhenmodell enthält keine Höhen.</source>
        <translation>The elevation model holds no heights.</translation>
    </message>
    <message>
        <source>Geländekacheln schreiben</source>
        <translation>Writing terrain tiles</translation>
    </message>
    <message>
        <source>Die Quellen enthalten keine Objekte mit Geometrie.</source>
        <translation>The sources hold no objects with geometry.</translation>
    </message>
    <message>
        <source>Die Vektordaten lassen sich nicht schreiben.</source>
        <translation>The vector data cannot be written.</translation>
    </message>
    <message>
        <source>Die Vektordaten der Ebene lassen sich nicht öffnen.</source>
        <translation>The layer&apos;s vector data cannot be opened.</translation>
    </message>
    <message>
        <source>Die Datei ist kein Messwertspeicher.</source>
        <translation>The file is no observation store.</translation>
    </message>
    <message>
        <source>Der Messwertspeicher stammt von einer neueren Programmversion.</source>
        <translation>The observation store is from a newer version of the program.</translation>
    </message>
    <message>
        <source>Öffnen Sie ihn mit der neueren Version; er bleibt unverändert.</source>
        <translation>Open it with the newer version; it stays unchanged.</translation>
    </message>
    <message>
        <source>Der Messwertspeicher fasst keine weiteren Messreihen.</source>
        <translation>The observation store has no room for further series.</translation>
    </message>
    <message>
        <source>Der Messwertspeicher ist beschädigt.</source>
        <translation>The observation store is damaged.</translation>
    </message>
    <message>
        <source>Der beschädigte Messwertspeicher ließ sich nicht beiseitelegen.</source>
        <translation>The damaged observation store could not be laid aside.</translation>
    </message>
    <message>
        <source>Das Aufräumen wurde abgebrochen.</source>
        <translation>The clearing was cancelled.</translation>
    </message>
    <message>
        <source>Die Beschreibung der Ebene lässt sich nicht ändern.</source>
        <translation>The layer&apos;s description cannot be changed.</translation>
    </message>
    <message>
        <source>Die Koordinaten der Quellen passen nicht zum Koordinatenreferenzsystem.</source>
        <translation>The coordinates of the sources do not fit the coordinate reference system.</translation>
    </message>
    <message>
        <source>Fragen Sie den Anbieter, in welchem sie angegeben sind, und nennen Sie es mit --crs.</source>
        <translation>Ask the provider which one they are given in, and name it with --crs.</translation>
    </message>
    <message>
        <source>Die Objekte liegen außerhalb des Gebiets, das EPSG:25832 abbildet.</source>
        <translation>The objects lie outside the area that EPSG:25832 can map.</translation>
    </message>
    <message>
        <source>Prüfen Sie das Koordinatenreferenzsystem, das die Datei nennt. Daten von anderen Erdteilen zeigt das Programm nur als 3D Tiles (tileset.json).</source>
        <translation>Check the coordinate reference system that the file names. Data of other continents can be shown as 3D Tiles only (tileset.json).</translation>
    </message>
    <message>
        <source>In den Quellen hat nichts einen Ort.</source>
        <translation>Nothing in the sources has a place.</translation>
    </message>
    <message>
        <source>Ihre Geometrien sind leer oder in einer Form, die nicht gelesen wird. Fragen Sie den Anbieter nach GeoPackage, GeoJSON oder Shapefile.</source>
        <translation>Their geometries are empty or in a form that is not read. Ask the provider for GeoPackage, GeoJSON or Shapefile.</translation>
    </message>
    <message>
        <source>Was an ihnen fehlt, sagt ein Import mit --report. Fragen Sie den Anbieter nach einer Fassung mit Geometrien.</source>
        <translation>An import with --report tells what they lack. Ask the provider for a version with geometries.</translation>
    </message>
</context>
<context>
    <name>twin::package::Points</name>
    <message>
        <source>Punktklasse</source>
        <translation>Point class</translation>
    </message>
    <message>
        <source>Klasse</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Punkte der Klasse</source>
        <translation>Points of the class</translation>
    </message>
    <message>
        <source>Punkte der Ebene</source>
        <translation>Points of the layer</translation>
    </message>
    <message>
        <source>%1 Punkte, %2 je m², %3 Flugstreifen oder Aufnahmen, %4</source>
        <translation>%1 points, %2 per m², %3 flight lines or scans, %4</translation>
    </message>
    <message>
        <source>mit Farben</source>
        <translation>with colours</translation>
    </message>
    <message>
        <source>ohne Farben: nach Klassen gefärbt</source>
        <translation>without colours: coloured by class</translation>
    </message>
    <message>
        <source>Klasse %1 (%2): %3 Punkte</source>
        <translation>Class %1 (%2): %3 points</translation>
    </message>
    <message>
        <source>Punktwolke kacheln</source>
        <translation>Tiling the point cloud</translation>
    </message>
</context>
<context>
    <name>twin::package::RegionPackage</name>
    <message>
        <source>Erzeugen Sie die Demo-Region neu: stadtzwilling demo-region --out %1</source>
        <translation>Generate the demo region again: stadtzwilling demo-region --out %1</translation>
    </message>
    <message>
        <source>Importieren Sie die Region erneut.</source>
        <translation>Import the region again.</translation>
    </message>
    <message>
        <source>Importieren Sie die Region erneut aus %1.</source>
        <translation>Import the region again from %1.</translation>
    </message>
</context>
<context>
    <name>twin::package::Val3dity</name>
    <message>
        <source>Ein Ring hat weniger als drei Punkte.</source>
        <translation>A ring has fewer than three points.</translation>
    </message>
    <message>
        <source>Zwei Punkte nacheinander liegen an derselben Stelle.</source>
        <translation>Two consecutive points lie in the same place.</translation>
    </message>
    <message>
        <source>Ein Ring endet nicht dort, wo er beginnt.</source>
        <translation>A ring does not end where it begins.</translation>
    </message>
    <message>
        <source>Ein Ring kreuzt oder berührt sich selbst oder umschließt nichts.</source>
        <translation>A ring crosses or touches itself or encloses nothing.</translation>
    </message>
    <message>
        <source>Zwei Ringe einer Fläche kreuzen sich oder haben eine Kante gemeinsam.</source>
        <translation>Two rings of a surface cross or share an edge.</translation>
    </message>
    <message>
        <source>Eine Fläche hat denselben Ring zweimal.</source>
        <translation>A surface has the same ring twice.</translation>
    </message>
    <message>
        <source>Eine Fläche ist nicht eben: ein Punkt liegt mehr als 1 cm neben ihrer Ebene.</source>
        <translation>A surface is not planar: a point lies more than 1 cm off its plane.</translation>
    </message>
    <message>
        <source>Eine Fläche hat eine Falte: ein Teil von ihr steht mehr als 20° schräg zu ihrer Ebene.</source>
        <translation>A surface has a fold: part of it leans more than 20° against its plane.</translation>
    </message>
    <message>
        <source>Löcher zerteilen eine Fläche in mehrere.</source>
        <translation>Holes cut a surface into several.</translation>
    </message>
    <message>
        <source>Ein Loch liegt außerhalb seiner Fläche.</source>
        <translation>A hole lies outside its surface.</translation>
    </message>
    <message>
        <source>Ein Loch liegt in einem anderen Loch.</source>
        <translation>A hole lies in another hole.</translation>
    </message>
    <message>
        <source>Ein Loch läuft in derselben Richtung um wie der Rand seiner Fläche.</source>
        <translation>A hole runs in the same direction as the rim of its surface.</translation>
    </message>
    <message>
        <source>Ein Körper hat weniger als vier Flächen.</source>
        <translation>A solid has fewer than four surfaces.</translation>
    </message>
    <message>
        <source>Ein Körper ist nicht geschlossen.</source>
        <translation>A solid is not closed.</translation>
    </message>
    <message>
        <source>An einer Kante oder Ecke eines Körpers stoßen mehr Flächen zusammen als erlaubt.</source>
        <translation>More surfaces meet at an edge or corner of a solid than are allowed to.</translation>
    </message>
    <message>
        <source>Ein Körper besteht aus mehreren getrennten Teilen.</source>
        <translation>A solid consists of several separate parts.</translation>
    </message>
    <message>
        <source>Flächen eines Körpers durchdringen sich.</source>
        <translation>Surfaces of a solid pass through each other.</translation>
    </message>
    <message>
        <source>Eine Fläche eines Körpers zeigt zur falschen Seite.</source>
        <translation>A surface of a solid faces the wrong way.</translation>
    </message>
    <message>
        <source>Hüllen eines Körpers durchdringen sich.</source>
        <translation>Shells of a solid pass through each other.</translation>
    </message>
    <message>
        <source>Ein Körper hat dieselbe Hülle zweimal.</source>
        <translation>A solid has the same shell twice.</translation>
    </message>
    <message>
        <source>Eine innere Hülle liegt außerhalb ihres Körpers.</source>
        <translation>An inner shell lies outside its solid.</translation>
    </message>
    <message>
        <source>Innere Hüllen zerteilen einen Körper in mehrere.</source>
        <translation>Inner shells cut a solid into several.</translation>
    </message>
    <message>
        <source>Teile eines Gebäudes durchdringen sich.</source>
        <translation>Parts of a building overlap.</translation>
    </message>
    <message>
        <source>Alle Flächen einer Hülle zeigen zur falschen Seite: außen nach innen, innen nach außen.</source>
        <translation>All faces of a shell look the wrong way: inwards outside, outwards inside.</translation>
    </message>
    <message>
        <source>Teile eines zusammengesetzten Körpers durchdringen sich.</source>
        <translation>Parts of a composite solid intersect.</translation>
    </message>
    <message>
        <source>Ein zusammengesetzter Körper hat denselben Teil zweimal.</source>
        <translation>A composite solid has the same part twice.</translation>
    </message>
    <message>
        <source>Teile eines zusammengesetzten Körpers haben keine Fläche gemeinsam.</source>
        <translation>Parts of a composite solid share no face.</translation>
    </message>
</context>
<context>
    <name>twin::pointcloud</name>
    <message>
        <source>Die Punktwolke ist beschädigt oder unvollständig.</source>
        <translation>The point cloud is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Prüfen Sie die Datei beim Anbieter, oder laden Sie sie erneut.</source>
        <translation>Check the file with its provider, or download it again.</translation>
    </message>
    <message>
        <source>Die Punktwolke lässt sich nicht öffnen.</source>
        <translation>The point cloud cannot be opened.</translation>
    </message>
    <message>
        <source>Die Punktwolke liegt nach ihrem Koordinatenreferenzsystem nicht in Mitteleuropa.</source>
        <translation>By its coordinate reference system the point cloud does not lie in central Europe.</translation>
    </message>
    <message>
        <source>Prüfen Sie das Koordinatenreferenzsystem, und geben Sie das richtige mit --crs an, wenn die Datei keines nennt.</source>
        <translation>Check the coordinate reference system, and give the right one with --crs where the file states none.</translation>
    </message>
    <message>
        <source>Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832+7837.</source>
        <translation>Give it with --crs, for example --crs EPSG:25832+7837.</translation>
    </message>
</context>
<context>
    <name>twin::pointcloud::CloudReader</name>
    <message>
        <source>In der Punktwolke ist kein Punkt lesbar.</source>
        <translation>No point of the point cloud can be read.</translation>
    </message>
    <message>
        <source>Punkte lesen</source>
        <translation>Reading points</translation>
    </message>
    <message>
        <source>%1 Punkte</source>
        <translation>%1 points</translation>
    </message>
</context>
<context>
    <name>twin::pointcloud::HeaderReader</name>
    <message>
        <source>Diese Punktwolke gibt es nicht.</source>
        <translation>This point cloud does not exist.</translation>
    </message>
    <message>
        <source>Die Punktwolke lässt sich nicht öffnen.</source>
        <translation>The point cloud cannot be opened.</translation>
    </message>
    <message>
        <source>Die Datei ist keine Punktwolke im Format LAS oder LAZ.</source>
        <translation>The file is no point cloud in LAS or LAZ format.</translation>
    </message>
    <message>
        <source>Diese Version von LAS wird nicht gelesen.</source>
        <translation>This version of LAS is not read.</translation>
    </message>
    <message>
        <source>Gelesen werden LAS 1.0 bis 1.4, LAZ und COPC.</source>
        <translation>LAS 1.0 to 1.4, LAZ and COPC are read.</translation>
    </message>
    <message>
        <source>Das Punktformat der Punktwolke ist nicht bekannt.</source>
        <translation>The point format of the point cloud is not known.</translation>
    </message>
    <message>
        <source>Gelesen werden die Punktformate 0 bis 10.</source>
        <translation>Point formats 0 to 10 are read.</translation>
    </message>
    <message>
        <source>Die Punktwolke hat keine Punkte.</source>
        <translation>The point cloud has no points.</translation>
    </message>
</context>
<context>
    <name>twin::pointcloud::laz</name>
    <message>
        <source>Die Kompression der Punktwolke (LAZ) ist beschädigt.</source>
        <translation>The compression of the point cloud (LAZ) is damaged.</translation>
    </message>
    <message>
        <source>Prüfen Sie die Datei beim Anbieter, oder laden Sie sie erneut.</source>
        <translation>Check the file with its provider, or download it again.</translation>
    </message>
    <message>
        <source>Die Punktwolke ist mit einem Verfahren komprimiert, das hier nicht gelesen wird.</source>
        <translation>The point cloud is compressed by a method that is not read here.</translation>
    </message>
    <message>
        <source>Schreiben Sie sie mit einem aktuellen Programm neu als LAZ oder als LAS ohne Kompression.</source>
        <translation>Write it again as LAZ with a current program, or as LAS without compression.</translation>
    </message>
</context>
<context>
    <name>twin::postgres</name>
    <message>
        <source>Die Datenbank der Messwerte lässt das Programm nicht hinein.</source>
        <translation>The database of observations does not let the program in.</translation>
    </message>
    <message>
        <source>Prüfen Sie Benutzer und Rechte; das Kennwort steht in der Datei ~/.pgpass.</source>
        <translation>Check user and rights; the password stands in the file ~/.pgpass.</translation>
    </message>
    <message>
        <source>Die Datenbank der Messwerte antwortet nicht.</source>
        <translation>The database of observations does not answer.</translation>
    </message>
    <message>
        <source>Der Datenbank der Messwerte fehlt der Platz.</source>
        <translation>The database of observations has run out of space.</translation>
    </message>
    <message>
        <source>Die Datenbank der Messwerte meldet einen Fehler.</source>
        <translation>The database of observations reports an error.</translation>
    </message>
    <message>
        <source>Die Datenbank der Messwerte gehört zu einer neueren Fassung des Programms.</source>
        <translation>The database of observations belongs to a newer version of the program.</translation>
    </message>
    <message>
        <source>Nehmen Sie eine neuere Fassung des Programms oder eine andere Datenbank.</source>
        <translation>Use a newer version of the program or another database.</translation>
    </message>
    <message>
        <source>Die Adresse der Datenbank ist unvollständig.</source>
        <translation>The address of the database is incomplete.</translation>
    </message>
    <message>
        <source>Schreiben Sie sie wie postgresql://benutzer@rechner/datenbank.</source>
        <translation>Write it like postgresql://user@host/database.</translation>
    </message>
    <message>
        <source>In der Adresse der Datenbank steht ein Kennwort.</source>
        <translation>The address of the database contains a password.</translation>
    </message>
    <message>
        <source>Nehmen Sie es heraus und tragen Sie es in die Datei ~/.pgpass ein.</source>
        <translation>Take it out and put it into the file ~/.pgpass.</translation>
    </message>
    <message>
        <source>Das Aufräumen wurde abgebrochen.</source>
        <translation>Clearing up was cancelled.</translation>
    </message>
</context>
<context>
    <name>twin::services</name>
    <message>
        <source>ETRS89/UTM 32N</source>
        <translation>ETRS89/UTM 32N</translation>
    </message>
    <message>
        <source>DHDN/Gauß-Krüger</source>
        <translation>DHDN/Gauss-Krüger</translation>
    </message>
</context>
<context>
    <name>twin::services::Breaklines</name>
    <message>
        <source>In diesen Dateien ist keine Bruchkante mit Höhen.</source>
        <translation>There is no breakline with heights in these files.</translation>
    </message>
    <message>
        <source>Angenommen werden Linien mit Höhen (Shapefile, GeoPackage, GML …) und Bruchkanten eines CityGML-Reliefs.</source>
        <translation>Lines with heights (Shapefile, GeoPackage, GML …) and breaklines of a CityGML relief are taken.</translation>
    </message>
</context>
<context>
    <name>twin::services::Camera</name>
    <message>
        <source>Die Kamera „%1“ ist nicht lesbar.</source>
        <translation>The camera “%1” cannot be read.</translation>
    </message>
    <message>
        <source>Erwartet wird Ost,Nord,Höhe,Richtung,Neigung, zum Beispiel 392514,5708120,250,20,-30.</source>
        <translation>Expected: east,north,height,heading,pitch, for example 392514,5708120,250,20,-30.</translation>
    </message>
</context>
<context>
    <name>twin::services::CityModelLayer</name>
    <message>
        <source>Die Region hat alle Objekte dieses Stadtmodells schon.</source>
        <translation>The region already has all objects of this city model.</translation>
    </message>
    <message>
        <source>Sollen sie ein zweites Mal dazukommen, behalten Sie beide.</source>
        <translation>If they shall come a second time, keep both.</translation>
    </message>
</context>
<context>
    <name>twin::services::Extrusion</name>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Die Daten haben kein Attribut „%1“.</source>
        <translation>The data has no attribute “%1”.</translation>
    </message>
    <message>
        <source>Vorhanden sind: %1.</source>
        <translation>There are: %1.</translation>
    </message>
    <message>
        <source>%1 Objekte</source>
        <translation>%1 objects</translation>
    </message>
    <message>
        <source>Aus diesen Daten ließ sich kein Körper aufziehen.</source>
        <translation>No body could be extruded from this data.</translation>
    </message>
    <message>
        <source>Die Höhe muss eine Zahl über 0 sein, und die Region braucht dort Gelände, wenn --base kein Attribut nennt.</source>
        <translation>The height must be a number above 0, and the region needs terrain there unless --base names an attribute.</translation>
    </message>
</context>
<context>
    <name>twin::services::ForeignFormats</name>
    <message>
        <source>Die Datei ist ein 3D-Tiles-Datensatz, der sich ohne Import ansehen lässt.</source>
        <translation>The file is a 3D Tiles dataset, which can be viewed without an import.</translation>
    </message>
    <message>
        <source>Öffnen Sie ihn für sich: ziehen Sie ihn in das Fenster oder rufen Sie „stadtzwilling tileset.json“ auf.</source>
        <translation>Open it on its own: drag it into the window or call “stadtzwilling tileset.json”.</translation>
    </message>
    <message>
        <source>Die Datei ist eine einzelne Kachel eines 3D-Tiles-Datensatzes.</source>
        <translation>The file is a single tile of a 3D Tiles dataset.</translation>
    </message>
    <message>
        <source>Öffnen Sie die tileset.json, die zu ihr gehört.</source>
        <translation>Open the tileset.json that it belongs to.</translation>
    </message>
    <message>
        <source>Bauwerksmodelle (IFC, Revit) liest das Programm nicht.</source>
        <translation>The program does not read building information models (IFC, Revit).</translation>
    </message>
    <message>
        <source>Exportieren Sie das Modell als CityGML oder als glTF (.glb), zum Beispiel mit IfcConvert.</source>
        <translation>Export the model as CityGML or as glTF (.glb), for example with IfcConvert.</translation>
    </message>
    <message>
        <source>3D-Modelle liest das Programm nur als glTF.</source>
        <translation>The program reads 3D models as glTF only.</translation>
    </message>
    <message>
        <source>Exportieren Sie das Modell als glTF (.glb), zum Beispiel mit Blender.</source>
        <translation>Export the model as glTF (.glb), for example with Blender.</translation>
    </message>
    <message>
        <source>CAD-Zeichnungen liest das Programm nicht.</source>
        <translation>The program does not read CAD drawings.</translation>
    </message>
    <message>
        <source>Speichern Sie die Zeichnung als GeoPackage oder Shapefile, zum Beispiel mit QGIS.</source>
        <translation>Save the drawing as a GeoPackage or Shapefile, for example with QGIS.</translation>
    </message>
    <message>
        <source>Punktwolken liest das Programm als LAS, LAZ und COPC.</source>
        <translation>The program reads point clouds as LAS, LAZ and COPC.</translation>
    </message>
    <message>
        <source>Wandeln Sie die Punktwolke in LAZ um, zum Beispiel mit PDAL oder CloudCompare.</source>
        <translation>Convert the point cloud to LAZ, for example with PDAL or CloudCompare.</translation>
    </message>
    <message>
        <source>Die Datei ist ein Kartenprojekt: sie verweist auf Daten und enthält keine.</source>
        <translation>The file is a map project: it refers to data and holds none.</translation>
    </message>
    <message>
        <source>Wählen Sie die Dateien, die das Projekt zeigt.</source>
        <translation>Choose the files that the project shows.</translation>
    </message>
    <message>
        <source>Tabellen liest das Programm nur als CSV.</source>
        <translation>The program reads tables as CSV only.</translation>
    </message>
    <message>
        <source>Speichern Sie das Blatt als CSV mit Spalten für die Koordinaten.</source>
        <translation>Save the sheet as CSV with columns for the coordinates.</translation>
    </message>
    <message>
        <source>PDF-Dateien liest das Programm nicht.</source>
        <translation>The program does not read PDF files.</translation>
    </message>
    <message>
        <source>Exportieren Sie die Karte als GeoTIFF, oder als Bild, das Passpunkte bekommt (--points).</source>
        <translation>Export the map as a GeoTIFF, or as an image that gets control points (--points).</translation>
    </message>
    <message>
        <source>Raster liest das Programm als GeoTIFF, JPEG 2000, ASC, XYZ und mit Weltdatei.</source>
        <translation>The program reads rasters as GeoTIFF, JPEG 2000, ASC, XYZ and with a world file.</translation>
    </message>
    <message>
        <source>Wandeln Sie das Raster in GeoTIFF um, zum Beispiel mit gdal_translate.</source>
        <translation>Convert the raster to GeoTIFF, for example with gdal_translate.</translation>
    </message>
    <message>
        <source>Geodatenbanken (Access, File-Geodatabase) liest das Programm nicht.</source>
        <translation>The program does not read geodatabases (Access, file geodatabase).</translation>
    </message>
    <message>
        <source>Exportieren Sie sie als GeoPackage, zum Beispiel mit QGIS.</source>
        <translation>Export them as a GeoPackage, for example with QGIS.</translation>
    </message>
</context>
<context>
    <name>twin::services::HtmlReport</name>
    <message>
        <source>Qualitätsbericht</source>
        <translation>Quality report</translation>
    </message>
    <message>
        <source>Qualitätsbericht: %1</source>
        <translation>Quality report: %1</translation>
    </message>
    <message>
        <source>Stadtzwilling %1, %2</source>
        <translation>Stadtzwilling %1, %2</translation>
    </message>
    <message>
        <source>Demo-Daten (erzeugt)</source>
        <translation>Demo data (generated)</translation>
    </message>
    <message>
        <source>Objekte</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>Es ist keine Region entstanden.</source>
        <translation>No region was made.</translation>
    </message>
    <message>
        <source>%1 MB gelesen in %2 s: %3 Flächen, %4 Dreiecke.</source>
        <translation>%1 MB read in %2 s: %3 surfaces, %4 triangles.</translation>
    </message>
    <message>
        <source>Geprüft: %1 Flächen und %2 Körper, davon %3 ohne Fehler. %4 Körper ließen sich nicht prüfen, weil eine ihrer Flächen ungültig ist oder fehlt.</source>
        <translation>Checked: %1 surfaces and %2 solids, %3 of them without a fault. %4 solids could not be checked because one of their surfaces is invalid or missing.</translation>
    </message>
    <message>
        <source>Quellen</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>%1 Dateien</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>Datei</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Koordinatensystem</source>
        <translation>Coordinate system</translation>
    </message>
    <message>
        <source>genannt in</source>
        <translation>stated in</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Lizenz</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>nicht gelesen</source>
        <translation>not read</translation>
    </message>
    <message>
        <source>nicht angegeben</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Ebenen</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Ebene</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Anzahl</source>
        <translation>count</translation>
    </message>
    <message>
        <source>Modul</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>davon mit Geometrie</source>
        <translation>of these with geometry</translation>
    </message>
    <message>
        <source>keine eigene</source>
        <translation>none of their own</translation>
    </message>
    <message>
        <source>Befunde</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Nichts zu beanstanden.</source>
        <translation>Nothing to object to.</translation>
    </message>
    <message>
        <source>Filtern: Datei, Kennung, Wort …</source>
        <translation>Filter: file, id, word …</translation>
    </message>
    <message>
        <source>alle Arten</source>
        <translation>all kinds</translation>
    </message>
    <message>
        <source>KENNUNG</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Die Stellen stehen bei „val3dity %1“.</source>
        <translation>The places are listed under “val3dity %1”.</translation>
    </message>
    <message>
        <source>Nur gezählt: die Stellen sind nicht aufgeführt.</source>
        <translation>Counted only: the places are not listed.</translation>
    </message>
    <message>
        <source>Die ersten %1 von %2.</source>
        <translation>The first %1 of %2.</translation>
    </message>
    <message>
        <source>Objekt</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Zeile</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Ost</source>
        <translation>East</translation>
    </message>
    <message>
        <source>Nord</source>
        <translation>North</translation>
    </message>
    <message>
        <source>Höhe</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Einzelheiten</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Geprüfte Regeln (ISO 19107, Nummern von val3dity)</source>
        <translation>Rules that were checked (ISO 19107, numbers of val3dity)</translation>
    </message>
    <message>
        <source>Toleranzen: Ecken gelten ab %1 mm Abstand als verschieden, Flächen bis %2 cm als eben, Falten ab %3°. Hüllen werden nur aus gültigen Flächen geprüft. Innere Hüllen, zusammengesetzte Körper und Überschneidungen von Gebäudeteilen prüft das Programm nicht.</source>
        <translation>Tolerances: corners count as different from %1 mm on, surfaces as planar up to %2 cm, folds from %3°. Shells are checked only where all their surfaces are valid. The program does not check inner shells, composite solids and overlaps of building parts.</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Regel</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>verletzt, wenn</source>
        <translation>broken where</translation>
    </message>
    <message>
        <source>Der Qualitätsbericht ließ sich nicht schreiben.</source>
        <translation>The quality report could not be written.</translation>
    </message>
    <message>
        <source>Für den Qualitätsbericht fehlt der Name der Datei.</source>
        <translation>The quality report needs the name of a file.</translation>
    </message>
    <message>
        <source>Geben Sie zum Beispiel --report bericht.html an.</source>
        <translation>Give, for example, --report report.html.</translation>
    </message>
    <message>
        <source>Den Ordner für den Qualitätsbericht gibt es nicht.</source>
        <translation>There is no such folder for the quality report.</translation>
    </message>
    <message>
        <source>Legen Sie ihn an.</source>
        <translation>Create it.</translation>
    </message>
    <message>
        <source>Ein Klick auf eine Kennung der Spalte „Objekt“ zeigt es im Fenster, wo das Programm installiert ist; überall zeigt es dieser Aufruf:</source>
        <translation>A click on an id in the column “Object” shows it in the window where the program is installed; this call shows it everywhere:</translation>
    </message>
    <message>
        <source>Im Fenster zeigen</source>
        <translation>Show in the window</translation>
    </message>
</context>
<context>
    <name>twin::services::Import</name>
    <message>
        <source>Diese Quelle gibt es nicht.</source>
        <translation>This source does not exist.</translation>
    </message>
    <message>
        <source>Prüfen Sie den Pfad.</source>
        <translation>Check the path.</translation>
    </message>
    <message>
        <source>Diese Datei hat kein bekanntes Format.</source>
        <translation>This file has no known format.</translation>
    </message>
    <message>
        <source>Geben Sie CityGML- oder CityJSON-Dateien an oder einen Ordner mit solchen Dateien.</source>
        <translation>Give CityGML or CityJSON files, or a folder with such files.</translation>
    </message>
    <message>
        <source>Der Ordner der Ebene lässt sich nicht anlegen.</source>
        <translation>The layer&apos;s folder cannot be created.</translation>
    </message>
    <message>
        <source>In den Quellen ist weder ein Stadtmodell noch eine Ebene.</source>
        <translation>The sources hold neither a city model nor a layer.</translation>
    </message>
    <message>
        <source>als Höhengitter gelesen, nicht als Tabelle</source>
        <translation>read as a grid of heights, not as a table</translation>
    </message>
    <message>
        <source>als Tabelle gelesen, nicht als Höhengitter</source>
        <translation>read as a table, not as a grid of heights</translation>
    </message>
    <message>
        <source>Diese Datei ist ein Archiv.</source>
        <translation>This file is an archive.</translation>
    </message>
    <message>
        <source>Entpacken Sie es und wählen Sie die Dateien darin.</source>
        <translation>Unpack it and choose the files inside.</translation>
    </message>
    <message>
        <source>Keine der %1 Dateien ließ sich lesen:</source>
        <translation>None of the %1 files could be read:</translation>
    </message>
    <message>
        <source>Die Datei ist leer.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Laden Sie die Datei erneut herunter oder lassen Sie sie von dem Programm neu schreiben, aus dem sie stammt.</source>
        <translation>Download the file again or have it written again by the program that it comes from.</translation>
    </message>
</context>
<context>
    <name>twin::services::ImportOption</name>
    <message>
        <source>Koordinatenreferenzsystem</source>
        <translation>Coordinate reference system</translation>
    </message>
    <message>
        <source>gilt für Dateien, die keines nennen</source>
        <translation>holds for files that state none</translation>
    </message>
    <message>
        <source>Name der Ebene</source>
        <translation>Name of the layer</translation>
    </message>
    <message>
        <source>wie die Datei heißt</source>
        <translation>as the file is called</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Meine Daten</source>
        <translation>My data</translation>
    </message>
    <message>
        <source>Lizenz</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>wie die Datei sagt</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <source>Stand der Daten</source>
        <translation>Date of the data</translation>
    </message>
    <message>
        <source>TT.MM.JJJJ; sonst wie die Datei sagt</source>
        <translation>DD.MM.YYYY; else as the file says</translation>
    </message>
    <message>
        <source>„%1“ ist kein Datum.</source>
        <translation>“%1” is not a date.</translation>
    </message>
    <message>
        <source>Schreiben Sie es wie 01.05.1952.</source>
        <translation>Write it like 01.05.1952.</translation>
    </message>
    <message>
        <source>Das Thema „%1“ gibt es nicht.</source>
        <translation>There is no theme “%1”.</translation>
    </message>
    <message>
        <source>Gilt bis</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>TT.MM.JJJJ; sonst gilt die Ebene noch</source>
        <translation>DD.MM.YYYY; else the layer still holds</translation>
    </message>
    <message>
        <source>beide behalten</source>
        <translation>keep both</translation>
    </message>
    <message>
        <source>nur neue hinzufügen</source>
        <translation>add only new ones</translation>
    </message>
    <message>
        <source>nach den Punkten</source>
        <translation>by the points</translation>
    </message>
    <message>
        <source>1 (verschieben, drehen, dehnen)</source>
        <translation>1 (move, turn, stretch)</translation>
    </message>
    <message>
        <source>2 (auch biegen)</source>
        <translation>2 (also bend)</translation>
    </message>
    <message>
        <source>Ort des 3D-Modells</source>
        <translation>Place of the 3D model</translation>
    </message>
    <message>
        <source>Ost, Nord, Höhe ü. NHN, Richtung in Grad</source>
        <translation>east, north, height above NHN, heading in degrees</translation>
    </message>
    <message>
        <source>Passpunkte</source>
        <translation>Control points</translation>
    </message>
    <message>
        <source>.points von QGIS oder CSV</source>
        <translation>QGIS .points or CSV</translation>
    </message>
    <message>
        <source>Ordnung der Einpassung</source>
        <translation>Order of the fit</translation>
    </message>
    <message>
        <source>Bruchkanten</source>
        <translation>Breaklines</translation>
    </message>
    <message>
        <source>Linien mit Höhen; sonst keine</source>
        <translation>lines with heights; else none</translation>
    </message>
    <message>
        <source>Als Körper aufziehen</source>
        <translation>Draw up to bodies</translation>
    </message>
    <message>
        <source>Attribut oder Meter; sonst flach auf dem Gelände</source>
        <translation>attribute or metres; else flat on the terrain</translation>
    </message>
    <message>
        <source>Fuß der Körper</source>
        <translation>Foot of the bodies</translation>
    </message>
    <message>
        <source>Attribut mit Höhe ü. NHN; sonst auf dem Gelände</source>
        <translation>attribute with the height above NHN; else on the terrain</translation>
    </message>
    <message>
        <source>Objekte, die die Region schon hat</source>
        <translation>Objects that the region already has</translation>
    </message>
    <message>
        <source>gleiche gml:id</source>
        <translation>same gml:id</translation>
    </message>
    <message>
        <source>„%1“ steht nicht zur Wahl.</source>
        <translation>“%1” is not one of the choices.</translation>
    </message>
</context>
<context>
    <name>twin::services::LayerTrash</name>
    <message>
        <source>Der Ordner der Ebene lässt sich nicht verschieben.</source>
        <translation>The layer&apos;s folder cannot be moved.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob die Region beschreibbar ist.</source>
        <translation>Check whether the region can be written.</translation>
    </message>
    <message>
        <source>Die Region hat keine hinzugefügte Ebene „%1“.</source>
        <translation>The region has no added layer “%1”.</translation>
    </message>
    <message>
        <source>Die Ebene „%1“ wurde nicht entfernt.</source>
        <translation>The layer “%1” was not removed.</translation>
    </message>
    <message>
        <source>Eine andere Ebene heißt inzwischen „%1“.</source>
        <translation>Another layer is called “%1” by now.</translation>
    </message>
    <message>
        <source>Entfernen Sie zuerst die andere Ebene.</source>
        <translation>Remove the other layer first.</translation>
    </message>
</context>
<context>
    <name>twin::services::Layers</name>
    <message>
        <source>Gelände</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>Luftbild</source>
        <translation>Aerial image</translation>
    </message>
    <message>
        <source>Die Region hat keine Ebene „%1“.</source>
        <translation>The region has no layer “%1”.</translation>
    </message>
    <message>
        <source>„stadtzwilling layers REGION“ nennt die Ebenen.</source>
        <translation>“stadtzwilling layers REGION” lists the layers.</translation>
    </message>
    <message>
        <source>Die Ebene lässt sich nicht entfernen.</source>
        <translation>The layer cannot be removed.</translation>
    </message>
    <message>
        <source>Punktwolke</source>
        <translation>Point cloud</translation>
    </message>
    <message>
        <source>Stadtmodell</source>
        <translation>City model</translation>
    </message>
    <message>
        <source>Bruchkanten kommen mit dem Gelände, das sie schärfen.</source>
        <translation>Breaklines come with the terrain that they sharpen.</translation>
    </message>
    <message>
        <source>Nennen Sie das Geländemodell als Quelle dazu.</source>
        <translation>Name the terrain model as a source too.</translation>
    </message>
    <message>
        <source>Die Geodaten liegen außerhalb des Gebiets, das EPSG:25832 abbildet.</source>
        <translation>The geodata lie outside the area that EPSG:25832 can map.</translation>
    </message>
    <message>
        <source>Gebäude neben dem Gelände (%1)</source>
        <translation>Buildings off the ground (%1)</translation>
    </message>
    <message>
        <source>Prüfen Sie das Koordinatenreferenzsystem und die Reihenfolge von Länge und Breite; schneiden Sie weltweite Daten auf Ihr Gebiet zu.</source>
        <translation>Check the coordinate reference system and the order of longitude and latitude; cut worldwide data to your area.</translation>
    </message>
</context>
<context>
    <name>twin::services::Models</name>
    <message>
        <source>Das Modell lässt sich nicht in die Region kopieren.</source>
        <translation>The model cannot be copied into the region.</translation>
    </message>
    <message>
        <source>Das Modell sagt selbst, wo es steht.</source>
        <translation>The model itself says where it stands.</translation>
    </message>
    <message>
        <source>Lassen Sie --at weg.</source>
        <translation>Leave out --at.</translation>
    </message>
    <message>
        <source>Das Modell sagt nicht, wo es steht.</source>
        <translation>The model does not say where it stands.</translation>
    </message>
    <message>
        <source>„%1“ ist kein Ort.</source>
        <translation>“%1” is no place.</translation>
    </message>
    <message>
        <source>Schreiben Sie OST,NORD,HÖHE oder OST,NORD,HÖHE,RICHTUNG mit Punkt als Dezimalzeichen, zum Beispiel 393000,5707000,110.5,35.</source>
        <translation>Write EAST,NORTH,HEIGHT or EAST,NORTH,HEIGHT,HEADING with a point as decimal mark, for example 393000,5707000,110.5,35.</translation>
    </message>
    <message>
        <source>Modell lesen</source>
        <translation>Reading the model</translation>
    </message>
    <message>
        <source>Fügen Sie es mit seinem Ort einer Region hinzu: stadtzwilling add DATEI --to REGION --at OST,NORD,HÖHE[,RICHTUNG].</source>
        <translation>Add it to a region with its place: stadtzwilling add FILE --to REGION --at EAST,NORTH,HEIGHT[,HEADING].</translation>
    </message>
</context>
<context>
    <name>twin::services::ObjectLink</name>
    <message>
        <source>Dieser Verweis führt zu keinem Objekt einer Region.</source>
        <translation>This link does not lead to an object of a region.</translation>
    </message>
    <message>
        <source>Öffnen Sie ihn unverändert aus einem Qualitätsbericht, oder nennen Sie Region und Kennung: stadtzwilling REGION --select KENNUNG.</source>
        <translation>Open it unchanged from a quality report, or name region and id: stadtzwilling REGION --select ID.</translation>
    </message>
    <message>
        <source>Wohin der Verweis führt, liegt keine Region mehr.</source>
        <translation>There is no longer a region where the link leads.</translation>
    </message>
    <message>
        <source>Öffnen Sie die Region an ihrem neuen Ort und suchen Sie die Kennung des Objekts.</source>
        <translation>Open the region at its new place and search for the object&apos;s id.</translation>
    </message>
</context>
<context>
    <name>twin::services::OpenRegion</name>
    <message>
        <source>Diese Region gibt es nicht.</source>
        <translation>This region does not exist.</translation>
    </message>
    <message>
        <source>Prüfen Sie den Pfad.</source>
        <translation>Check the path.</translation>
    </message>
    <message>
        <source>Gelände (geschätzt)</source>
        <translation>Terrain (estimated)</translation>
    </message>
    <message>
        <source>Gebäude</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>Brücken</source>
        <translation>Bridges</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Bauwerke</source>
        <translation>Structures</translation>
    </message>
    <message>
        <source>Verkehrsflächen</source>
        <translation>Traffic areas</translation>
    </message>
    <message>
        <source>Vegetation</source>
        <translation>Vegetation</translation>
    </message>
    <message>
        <source>Gewässer</source>
        <translation>Water body</translation>
    </message>
    <message>
        <source>Stadtmöbel</source>
        <translation>City furniture</translation>
    </message>
    <message>
        <source>Flächennutzung</source>
        <translation>Land use</translation>
    </message>
    <message>
        <source>Gelände des Stadtmodells</source>
        <translation>Terrain of the city model</translation>
    </message>
    <message>
        <source>Sonstige Objekte</source>
        <translation>Other objects</translation>
    </message>
    <message>
        <source>Die Ebene lässt sich nicht öffnen.</source>
        <translation>The layer cannot be opened.</translation>
    </message>
</context>
<context>
    <name>twin::services::Points</name>
    <message>
        <source>Für die Punktwolke reicht der Platz auf dem Datenträger nicht.</source>
        <translation>The disk is too small for the point cloud.</translation>
    </message>
    <message>
        <source>Schaffen Sie rund %1 GB Platz.</source>
        <translation>Free about %1 GB.</translation>
    </message>
    <message>
        <source>%1 Punkte</source>
        <translation>%1 points</translation>
    </message>
</context>
<context>
    <name>twin::services::PositionText</name>
    <message>
        <source>%1 O  %2 N</source>
        <translation>%1 E  %2 N</translation>
    </message>
    <message>
        <source>%1° N  %2° O</source>
        <translation>%1° N  %2° E</translation>
    </message>
    <message>
        <source>R %1  H %2</source>
        <translation>E %1  N %2</translation>
    </message>
    <message>
        <source>ETRS89/UTM 32N</source>
        <translation>ETRS89/UTM 32N</translation>
    </message>
    <message>
        <source>WGS84, Grad</source>
        <translation>WGS84, degrees</translation>
    </message>
    <message>
        <source>DHDN/Gauß-Krüger</source>
        <translation>DHDN/Gauss-Krüger</translation>
    </message>
</context>
<context>
    <name>twin::services::Preview</name>
    <message>
        <source>Geländehöhen</source>
        <translation>Terrain heights</translation>
    </message>
    <message>
        <source>Bild auf dem Gelände</source>
        <translation>Image on the ground</translation>
    </message>
    <message>
        <source>Die Punkte haben Farben.</source>
        <translation>The points have colours.</translation>
    </message>
    <message>
        <source>Die Punkte haben keine Farben, gezeigt werden die Klassen.</source>
        <translation>The points have no colours, their classes are shown.</translation>
    </message>
    <message>
        <source>Das Modell sagt nicht, wo es steht.</source>
        <translation>The model does not say where it stands.</translation>
    </message>
    <message>
        <source>In dieser Datei ist kein einziges Objekt.</source>
        <translation>There is not a single object in this file.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob es die richtige Datei ist.</source>
        <translation>Check whether it is the right file.</translation>
    </message>
    <message>
        <source>Dateien werden gesucht</source>
        <translation>Looking for files</translation>
    </message>
    <message>
        <source>%1 wird angesehen</source>
        <translation>Looking at %1</translation>
    </message>
    <message>
        <source>Aus diesen Daten ließ sich kein Körper aufziehen.</source>
        <translation>No body could be made of these data.</translation>
    </message>
    <message>
        <source>Die Höhe muss eine Zahl über 0 sein, und die Region braucht dort Gelände, wenn der Fuß auf dem Gelände stehen soll.</source>
        <translation>The height must be a number above 0, and the region needs terrain there if the foot shall stand on the terrain.</translation>
    </message>
    <message numerus="yes">
        <source>%n Körper, %1 bis %2 m hoch</source>
        <translation>
            <numerusform>%n body, %1 to %2 m high</numerusform>
            <numerusform>%n bodies, %1 to %2 m high</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Passpunkte, Ordnung %1: mittlerer Fehler %2 m, größter %3 m (%4)</source>
        <translation>
            <numerusform>%n control point, order %1: mean error %2 m, largest %3 m (%4)</numerusform>
            <numerusform>%n control points, order %1: mean error %2 m, largest %3 m (%4)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Objekt(e) hat die Region schon (gleiche gml:id).</source>
        <translation>
            <numerusform>The region has %n object already (same gml:id).</numerusform>
            <numerusform>The region has %n objects already (same gml:id).</numerusform>
        </translation>
    </message>
    <message>
        <source>Das Modell ist %1 × %2 m groß und %3 m hoch.</source>
        <translation>The model measures %1 × %2 m and is %3 m high.</translation>
    </message>
    <message>
        <source>Nennen Sie den Ort: OST,NORD,HÖHE (auf der Befehlszeile mit --at).</source>
        <translation>Name the place: EAST,NORTH,HEIGHT (on the command line with --at).</translation>
    </message>
</context>
<context>
    <name>twin::services::Quality</name>
    <message>
        <source>Abgelehnt</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Weggelassen</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Ungültige Geometrie</source>
        <translation>Invalid geometry</translation>
    </message>
    <message>
        <source>Auffällige Höhen</source>
        <translation>Odd heights</translation>
    </message>
    <message>
        <source>Ausgebessert</source>
        <translation>Mended</translation>
    </message>
    <message>
        <source>Unbekannt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>%1 neben der Ebene</source>
        <translation>%1 off the plane</translation>
    </message>
    <message>
        <source>Kanten: %1</source>
        <translation>Edges: %1</translation>
    </message>
    <message>
        <source>Teile: %1</source>
        <translation>Parts: %1</translation>
    </message>
    <message>
        <source>Flächen: %1</source>
        <translation>Surfaces: %1</translation>
    </message>
    <message>
        <source>Eine Fläche oder ein Körper ließ sich nicht prüfen: zu groß oder nirgends auf der Erde.</source>
        <translation>A surface or solid could not be checked: too large or nowhere on earth.</translation>
    </message>
    <message>
        <source>Ein Körper schließt sich nur, wenn Ecken auf Kanten anderer Flächen liegen dürfen.</source>
        <translation>A solid closes only where corners may lie on edges of other surfaces.</translation>
    </message>
    <message>
        <source>%1: %2 Objekte</source>
        <translation>%1: %2 objects</translation>
    </message>
    <message>
        <source>angegeben %1, Geometrie %2</source>
        <translation>stated %1, geometry %2</translation>
    </message>
    <message>
        <source>Fuß auf %1, Nachbarn auf %2</source>
        <translation>Foot at %1, neighbours at %2</translation>
    </message>
    <message>
        <source>%1 hoch, Nachbarn %2</source>
        <translation>%1 high, neighbours %2</translation>
    </message>
    <message>
        <source>%1 hoch</source>
        <translation>%1 high</translation>
    </message>
    <message>
        <source>de</source>
        <comment>language of the program, as ISO 639 has it: also of numbers and dates</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>Objektarten, die kein Modul von CityGML kennt: mit Sachdaten und Geometrie behalten</source>
        <translation>Kinds of objects that no module of CityGML knows: kept with attributes and geometry</translation>
    </message>
    <message>
        <source>Schlüssel, die in keiner der bekannten Listen stehen: als Zahl behalten</source>
        <translation>Codes that stand in none of the known lists: kept as numbers</translation>
    </message>
</context>
<context>
    <name>twin::services::RegionCache</name>
    <message>
        <source>Diese Datei lässt sich nicht lesen.</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>Es lässt sich kein temporärer Ordner anlegen.</source>
        <translation>No temporary folder can be created.</translation>
    </message>
    <message>
        <source>Der Ordner für die erzeugten Dateien lässt sich nicht anlegen.</source>
        <translation>The folder for the generated files cannot be created.</translation>
    </message>
    <message>
        <source>Der Zwischenspeicher lässt sich nicht anlegen.</source>
        <translation>The cache cannot be created.</translation>
    </message>
    <message>
        <source>Demo-Region Dortmund und Schwerte (erzeugt)</source>
        <translation>Demo region Dortmund and Schwerte (generated)</translation>
    </message>
</context>
<context>
    <name>twin::services::RegionLayers</name>
    <message>
        <source>Die Ebene „%1“ gibt es nicht.</source>
        <translation>There is no layer “%1”.</translation>
    </message>
    <message>
        <source>Vorhanden sind: %1.</source>
        <translation>There are: %1.</translation>
    </message>
    <message>
        <source>Die Ebene „%1“ hat die Detailstufe „%2“ nicht.</source>
        <translation>The layer “%1” has no level of detail “%2”.</translation>
    </message>
    <message>
        <source>Die Ebene „%1“ lässt sich nicht mit heute vergleichen.</source>
        <translation>The layer “%1” cannot be compared with today.</translation>
    </message>
    <message>
        <source>Das geht mit Bildern auf dem Gelände und mit datierten Karten.</source>
        <translation>Pictures on the terrain and dated maps can be.</translation>
    </message>
</context>
<context>
    <name>twin::services::SourceAdapter</name>
    <message>
        <source>CityGML-Stadtmodell</source>
        <translation>CityGML city model</translation>
    </message>
    <message>
        <source>CityJSON-Stadtmodell</source>
        <translation>CityJSON city model</translation>
    </message>
    <message>
        <source>Geodaten (Punkte, Linien, Flächen)</source>
        <translation>Geodata (points, lines, areas)</translation>
    </message>
    <message>
        <source>Punktwolke</source>
        <translation>Point cloud</translation>
    </message>
    <message>
        <source>3D-Modell</source>
        <translation>3D model</translation>
    </message>
</context>
<context>
    <name>twin::services::Theme</name>
    <message>
        <source>Meine Daten</source>
        <translation>My data</translation>
    </message>
    <message>
        <source>Eigene Dateien: Stadtmodelle, Gelände, Luftbilder, Geodaten</source>
        <translation>Own files: city models, terrain, aerial images, geodata</translation>
    </message>
    <message>
        <source>Messwerte und Objekte der städtischen Datenplattformen, offene Daten beider Städte</source>
        <translation>Measurements and objects of the municipal data platforms, open data of both cities</translation>
    </message>
    <message>
        <source>Beteiligungsverfahren, Ideen und Mängelmeldungen, Treffpunkte im Quartier</source>
        <translation>Participation procedures, ideas and defect reports, meeting places in the quarter</translation>
    </message>
    <message>
        <source>Hydranten, Wachen, Zufahrten, Pegel, Starkregen- und Hochwasserkarten, Warnungen</source>
        <translation>Hydrants, stations, access, gauges, heavy-rain and flood maps, warnings</translation>
    </message>
    <message>
        <source>Leitungen, Leuchten, Brücken, Mobilfunk und Breitband, Untergrund</source>
        <translation>Ducts, lamps, bridges, mobile and broadband networks, underground</translation>
    </message>
    <message>
        <source>Straßen und Bahnen, Haltestellen und Fahrten, Parken, Laden, Räder, Baustellen, Zählungen</source>
        <translation>Streets and rails, stops and trips, parking, charging, bicycles, road works, counts</translation>
    </message>
    <message>
        <source>Gewerbeflächen, Leerstände, Bodenrichtwerte, Sehenswürdigkeiten, Veranstaltungen</source>
        <translation>Business areas, vacancies, land values, sights, events</translation>
    </message>
    <message>
        <source>Schulen, Kitas, Museen, Bäder, Spielplätze, historische Luftbilder</source>
        <translation>Schools, day care, museums, pools, playgrounds, historical aerial images</translation>
    </message>
    <message>
        <source>Bebauungspläne (XPlanGML), Flurstücke (ALKIS), Planmodelle, Denkmäler</source>
        <translation>Development plans (XPlanGML), parcels (ALKIS), plan models, monuments</translation>
    </message>
    <message>
        <source>Gewässer und Grün, Bäume, Solarpotenzial, Wärmebedarf, Luft, Lärm, Hitze</source>
        <translation>Waters and greenery, trees, solar potential, heat demand, air, noise, heat</translation>
    </message>
    <message>
        <source>Krankenhäuser, Praxen, Defibrillatoren, Pflege, kühle Orte, barrierefreie Wege</source>
        <translation>Hospitals, practices, defibrillators, care, cool places, barrier-free ways</translation>
    </message>
    <message>
        <source>Stadtbezirke und Zuständigkeiten, Vorgänge mit Ort, Ratsvorlagen</source>
        <translation>City districts and responsibilities, cases with a place, council papers</translation>
    </message>
    <message>
        <source>Versuchsfelder, Ergebnisse von Simulationen, Forschungsdaten der Hochschulen</source>
        <translation>Test fields, results of simulations, research data of the universities</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Gebäude und andere Stadtobjekte, Gelände, Luftbilder</source>
        <translation>Buildings and other city objects, terrain, aerial images</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d</name>
    <message>
        <source>Die Kachel ist fehlerhaft.</source>
        <translation>The tile is faulty.</translation>
    </message>
    <message>
        <source>glTF %1 wird nicht unterstützt.</source>
        <translation>glTF %1 is not supported.</translation>
    </message>
    <message>
        <source>b3dm in Version %1 wird nicht unterstützt.</source>
        <translation>b3dm in version %1 is not supported.</translation>
    </message>
    <message>
        <source>Kachelinhalte der Art „%1“ werden nicht unterstützt.</source>
        <translation>Tile contents of the kind “%1” are not supported.</translation>
    </message>
    <message>
        <source>Erzeugen Sie den Kachelsatz mit glTF-Inhalten neu.</source>
        <translation>Make the tileset anew with glTF contents.</translation>
    </message>
    <message>
        <source>Der Kachelsatz ist fehlerhaft.</source>
        <translation>The tileset is faulty.</translation>
    </message>
    <message>
        <source>Der Kachelsatz hat zu viele Kacheln.</source>
        <translation>The tileset has too many tiles.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges JSON.</source>
        <translation>The file is not valid JSON.</translation>
    </message>
    <message>
        <source>Der Datensatz liegt außerhalb des Gebiets, das EPSG:25832 abbildet.</source>
        <translation>The data set lies outside the area that EPSG:25832 maps.</translation>
    </message>
    <message>
        <source>Der Verweis „%1“ führt aus dem Ordner des Datensatzes hinaus.</source>
        <translation>The reference “%1” leads out of the folder of the data set.</translation>
    </message>
    <message>
        <source>Legen Sie alle Dateien des Datensatzes in einen Ordner.</source>
        <translation>Put all files of the data set into one folder.</translation>
    </message>
    <message>
        <source>Der Speicher reicht für diese Daten nicht.</source>
        <translation>There is not enough memory for these data.</translation>
    </message>
    <message>
        <source>Der Kachelsatz fehlt.</source>
        <translation>The tileset is missing.</translation>
    </message>
    <message>
        <source>Das Modell ist mit Draco komprimiert, was hier nicht gelesen wird.</source>
        <translation>The model is compressed with Draco, which is not read here.</translation>
    </message>
    <message>
        <source>Speichern Sie das Modell ohne Draco-Kompression neu, zum Beispiel aus Blender.</source>
        <translation>Save the model again without Draco compression, for example from Blender.</translation>
    </message>
    <message>
        <source>Die Datei ist kein einzelnes Modell.</source>
        <translation>The file is no single model.</translation>
    </message>
    <message>
        <source>Das Modell ist zu groß.</source>
        <translation>The model is too large.</translation>
    </message>
    <message>
        <source>Das Modell zeichnet nichts.</source>
        <translation>The model draws nothing.</translation>
    </message>
    <message>
        <source>Dieses Modell gibt es nicht.</source>
        <translation>This model does not exist.</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d::GltfDocument</name>
    <message>
        <source>glTF %1 wird nicht unterstützt.</source>
        <translation>glTF %1 is not supported.</translation>
    </message>
    <message>
        <source>Die Kachel ist fehlerhaft.</source>
        <translation>The tile is faulty.</translation>
    </message>
    <message>
        <source>Die Kachel verlangt die glTF-Erweiterung %1, die hier nicht unterstützt wird.</source>
        <translation>The tile requires the glTF extension %1, which is not supported here.</translation>
    </message>
    <message>
        <source>Erzeugen Sie den Kachelsatz ohne diese Erweiterung oder mit EXT_meshopt_compression neu.</source>
        <translation>Make the tileset anew without this extension or with EXT_meshopt_compression.</translation>
    </message>
    <message>
        <source>Die Kachel ist zu groß.</source>
        <translation>The tile is too large.</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d::MeshDecoder</name>
    <message>
        <source>Die Kachel ist zu groß.</source>
        <translation>The tile is too large.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Die Kachel ist mit Draco komprimiert, was hier nicht unterstützt wird.</source>
        <translation>The tile is compressed with Draco, which is not supported here.</translation>
    </message>
    <message>
        <source>Erzeugen Sie den Kachelsatz ohne Kompression oder mit EXT_meshopt_compression neu.</source>
        <translation>Make the tileset anew without compression or with EXT_meshopt_compression.</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d::ResourceRoot</name>
    <message>
        <source>Die Datei fehlt.</source>
        <translation>The file is missing.</translation>
    </message>
    <message>
        <source>Die Datei lässt sich nicht öffnen.</source>
        <translation>The file cannot be opened.</translation>
    </message>
    <message>
        <source>Die Datei ist zu groß.</source>
        <translation>The file is too large.</translation>
    </message>
    <message>
        <source>Die Datei lässt sich nicht lesen.</source>
        <translation>The file cannot be read.</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d::Tileset</name>
    <message>
        <source>Die Kachel hat keinen Inhalt.</source>
        <translation>The tile has no content.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
</context>
<context>
    <name>twin::tiles3d::TilesetBuilder</name>
    <message>
        <source>Der Kachelsatz ist zu tief geschachtelt.</source>
        <translation>The tileset is nested too deeply.</translation>
    </message>
    <message>
        <source>3D Tiles %1 wird nicht unterstützt.</source>
        <translation>3D Tiles %1 is not supported.</translation>
    </message>
    <message>
        <source>Der Kachelsatz hat zu viele Kacheln.</source>
        <translation>The tileset has too many tiles.</translation>
    </message>
</context>
<context>
    <name>twin::vector</name>
    <message>
        <source>geographisch (WGS 84)</source>
        <translation>geographic (WGS 84)</translation>
    </message>
    <message>
        <source>„%1“ ist kein Dateiname.</source>
        <translation>“%1” is not a file name.</translation>
    </message>
    <message>
        <source>Die Datei ist in keinem bekannten Vektorformat.</source>
        <translation>The file is in no known vector format.</translation>
    </message>
    <message>
        <source>Die Datei wurde nicht gefunden.</source>
        <translation>The file was not found.</translation>
    </message>
    <message>
        <source>Die Datei lässt sich nicht öffnen.</source>
        <translation>The file cannot be opened.</translation>
    </message>
    <message>
        <source>Das GeoPackage enthält keine Tabelle mit Geometrie.</source>
        <translation>The GeoPackage has no table with geometry.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob es die richtige Datei ist.</source>
        <translation>Check whether it is the right file.</translation>
    </message>
    <message>
        <source>Fragen Sie den Anbieter nach GeoPackage, GeoJSON oder Shapefile.</source>
        <translation>Ask the provider for GeoPackage, GeoJSON or Shapefile.</translation>
    </message>
</context>
<context>
    <name>twin::vector::ByteSource</name>
    <message>
        <source>Die Datei lässt sich nicht öffnen.</source>
        <translation>The file cannot be opened.</translation>
    </message>
</context>
<context>
    <name>twin::vector::CsvColumns</name>
    <message>
        <source>Lage aus Spalte „%1“, Koordinatenreferenzsystem %2.</source>
        <translation>Position from column “%1”, coordinate reference system %2.</translation>
    </message>
    <message>
        <source>Die Tabelle hat keine Spalten mit Koordinaten.</source>
        <translation>The table has no columns with coordinates.</translation>
    </message>
    <message>
        <source>Nennen Sie die Spalten zum Beispiel „x“ und „y“, „Rechtswert“ und „Hochwert“, „lon“ und „lat“ oder „WKT“.</source>
        <translation>Name the columns for example “x” and “y”, “easting” and “northing”, “lon” and “lat”, or “WKT”.</translation>
    </message>
    <message>
        <source>Die Spalten „%1“ und „%2“ enthalten keine Zahlen.</source>
        <translation>The columns “%1” and “%2” contain no numbers.</translation>
    </message>
    <message>
        <source>Die Koordinaten der Spalten „%1“ und „%2“ verraten kein Koordinatenreferenzsystem.</source>
        <translation>The coordinates of the columns “%1” and “%2” do not tell a coordinate reference system.</translation>
    </message>
    <message>
        <source>Lage aus den Spalten „%1“ und „%2“, Koordinatenreferenzsystem %3.</source>
        <translation>Position from the columns “%1” and “%2”, coordinate reference system %3.</translation>
    </message>
</context>
<context>
    <name>twin::vector::CsvReader</name>
    <message>
        <source>Zeichenkodierung Latin-1 angenommen.</source>
        <translation>Character encoding Latin-1 assumed.</translation>
    </message>
    <message>
        <source>Vektordaten werden gelesen</source>
        <translation>Reading vector data</translation>
    </message>
</context>
<context>
    <name>twin::vector::CsvRecords</name>
    <message>
        <source>Die Datei lässt sich nicht öffnen.</source>
        <translation>The file cannot be opened.</translation>
    </message>
    <message>
        <source>Die Datei ist keine Texttabelle.</source>
        <translation>The file is not a text table.</translation>
    </message>
</context>
<context>
    <name>twin::vector::GmlReader</name>
    <message>
        <source>Dateien mit DOCTYPE werden aus Sicherheitsgründen nicht gelesen.</source>
        <translation>Files with a DOCTYPE are not read for security reasons.</translation>
    </message>
    <message>
        <source>Die Datei ist kein gültiges XML.</source>
        <translation>The file is not valid XML.</translation>
    </message>
    <message>
        <source>Vektordaten werden gelesen</source>
        <translation>Reading vector data</translation>
    </message>
    <message>
        <source>Die Datei enthält keine Punkte, Linien oder Flächen.</source>
        <translation>The file contains no points, lines or areas.</translation>
    </message>
    <message>
        <source>%1 Objekte ohne Geometrie werden nicht übernommen.</source>
        <translation>%1 objects without geometry are not taken over.</translation>
    </message>
    <message>
        <source>Die Datei nennt kein Koordinatenreferenzsystem.</source>
        <translation>The file states no coordinate reference system.</translation>
    </message>
</context>
<context>
    <name>twin::vector::OgrReader</name>
    <message>
        <source>Die Datei enthält keine Punkte, Linien oder Flächen.</source>
        <translation>The file contains no points, lines or areas.</translation>
    </message>
    <message>
        <source>Vektordaten werden gelesen</source>
        <translation>Reading vector data</translation>
    </message>
    <message>
        <source>Tabelle „%1“ hat keine Geometrie und wird nicht übernommen.</source>
        <translation>Table “%1” has no geometry and is not taken over.</translation>
    </message>
    <message>
        <source>Die Datei nennt kein Koordinatenreferenzsystem.</source>
        <translation>The file states no coordinate reference system.</translation>
    </message>
    <message>
        <source>Von %1 nach %2 ist keine Umrechnung bekannt.</source>
        <translation>No transformation from %1 to %2 is known.</translation>
    </message>
    <message>
        <source>TopoJSON nennt kein Koordinatenreferenzsystem: als Länge und Breite gelesen.</source>
        <translation>TopoJSON states no coordinate reference system: read as longitude and latitude.</translation>
    </message>
</context>
<context>
    <name>twin::viewport::CityViewport</name>
    <message>
        <source>Das Bild lässt sich nicht schreiben.</source>
        <translation>The picture cannot be written.</translation>
    </message>
    <message>
        <source>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</source>
        <translation>Choose a folder that you may write to.</translation>
    </message>
</context>
<context>
    <name>twin::viewport::LiveMarks</name>
    <message numerus="yes">
        <source>%n Messstellen</source>
        <translation>
            <numerusform>%n station</numerusform>
            <numerusform>%n stations</numerusform>
        </translation>
    </message>
    <message>
        <source>Klicken fliegt näher heran</source>
        <translation>Click to fly nearer</translation>
    </message>
    <message>
        <source>Ort seit der letzten Meldung geschätzt</source>
        <translation>place estimated since the last report</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
</TS>
