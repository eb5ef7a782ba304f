<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>BottomBar</name>
    <message>
        <source>Ort und Zeit</source>
        <translation>Place and time</translation>
    </message>
    <message>
        <source>Koordinate unter dem Zeiger: %1</source>
        <translation>Coordinate under the pointer: %1</translation>
    </message>
    <message numerus="yes">
        <source>Lädt noch %n Kachel(n)</source>
        <translation>
            <numerusform>Loading %n more tile</numerusform>
            <numerusform>Loading %n more tiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Datum und Uhrzeit für Sonne und Schatten wählen</source>
        <translation>Choose date and time for sun and shadow</translation>
    </message>
    <message>
        <source>Jetzt</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>zurück zur aktuellen Zeit</source>
        <translation>back to the current time</translation>
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
        <source>Ziehen Sie eine CityGML-Datei hierher</source>
        <translation>Drag a CityGML file here</translation>
    </message>
    <message>
        <source>Datei öffnen …</source>
        <translation>Open file …</translation>
    </message>
    <message>
        <source>Demo-Region ansehen</source>
        <translation>View the demo region</translation>
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
    <name>HelpCard</name>
    <message>
        <source>Bewegen</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>linke Maustaste ziehen</source>
        <translation>drag with the left button</translation>
    </message>
    <message>
        <source>Pfeiltasten, W A S D</source>
        <translation>Arrow keys, W A S D</translation>
    </message>
    <message>
        <source>Um den Punkt unter dem Zeiger drehen</source>
        <translation>Turn around the point under the pointer</translation>
    </message>
    <message>
        <source>rechte oder mittlere Taste ziehen, Strg + links</source>
        <translation>drag with the right or middle button, Ctrl + left</translation>
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
        <source>Zoomen</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Mausrad</source>
        <translation>Mouse wheel</translation>
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
        <source>Auswählen, hinzunehmen</source>
        <translation>Select, add</translation>
    </message>
    <message>
        <source>Klick, Strg + Klick</source>
        <translation>Click, Ctrl + click</translation>
    </message>
    <message>
        <source>Esc hebt die Auswahl auf</source>
        <translation>Esc clears the selection</translation>
    </message>
    <message>
        <source>Norden, von oben, ganze Region</source>
        <translation>North, from above, whole region</translation>
    </message>
    <message>
        <source>Knöpfe rechts unten</source>
        <translation>Buttons at the lower right</translation>
    </message>
    <message>
        <source>N  T  Pos1</source>
        <translation>N  T  Home</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Strg + K</source>
        <translation>Ctrl + K</translation>
    </message>
    <message>
        <source>Nächster Bereich des Fensters</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Ganzer Bildschirm</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Berührung</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>ein Finger bewegt, zwei zoomen, drehen und neigen</source>
        <translation>one finger moves, two zoom, turn and tilt</translation>
    </message>
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
        <source>Deckkraft</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>Deckkraft von %1</source>
        <translation>Opacity of %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Ganz zeigen</source>
        <translation>Show all of it</translation>
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
        <source>Loslassen, um die Datei zu öffnen</source>
        <translation>Release to open the file</translation>
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
    <name>ScaleBar</name>
    <message>
        <source>Maßstab: %1</source>
        <translation>Scale: %1</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Suchen: Adresse, Name, Kennung …</source>
        <translation>Search: address, name, id …</translation>
    </message>
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
    <name>TimeCard</name>
    <message>
        <source>Uhrzeit</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Tag im Jahr</source>
        <translation>Day of the year</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Erkunden</source>
        <translation>Explore</translation>
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
        <source>Ansicht und Sprache</source>
        <translation>Display and language</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>ViewControls</name>
    <message>
        <source>Nach Norden ausrichten</source>
        <translation>Face north</translation>
    </message>
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
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Koordinate (ETRS89/UTM 32N)</source>
        <translation>Coordinate (ETRS89/UTM 32N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
    <name>twin::StatusModel</name>
    <message>
        <source>%1 Kacheln, %2 Dreiecke, %3 MB Grafikspeicher</source>
        <translation>%1 tiles, %2 triangles, %3 MB graphics memory</translation>
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
        <source>Sucht Namen, Adressen und Kennungen in einer Region.</source>
        <translation>Searches names, addresses and ids in a region.</translation>
    </message>
    <message>
        <source>höchste Zahl der Treffer (Vorgabe: 20)</source>
        <translation>highest number of hits (default: 20)</translation>
    </message>
    <message>
        <source>[REGION | tileset.json | DATEIEN… | ORDNER]</source>
        <translation>[REGION | tileset.json | FILES… | FOLDER]</translation>
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
        <source>Fügt einer Region Ebenen hinzu: Gelände, Luftbilder und Karten, Geodaten (GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS-NAS, XPlanGML).</source>
        <translation>Adds layers to a region: terrain, imagery and maps, geodata (GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS NAS, XPlanGML).</translation>
    </message>
    <message>
        <source>Öffnet eine Region im Fenster; Rohdaten werden dort importiert. Ohne Angabe: die Demo-Region.</source>
        <translation>Opens a region in the window; raw data are imported there. Without an argument: the demo region.</translation>
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
        <source>Die Demo-Stadt lässt sich nicht schreiben.</source>
        <translation>The demo town cannot be written.</translation>
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
        <source>Legen Sie eine Weltdatei (.tfw, .jgw, .pgw, .wld) daneben oder geben Sie Passpunkte mit --points an.</source>
        <translation>Put a world file (.tfw, .jgw, .pgw, .wld) beside it or give control points with --points.</translation>
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
        <source>Geben Sie Stadtmodelle in CityGML oder CityJSON an.</source>
        <translation>Name city models in CityGML or CityJSON.</translation>
    </message>
    <message>
        <source>Die Vektordaten lassen sich nicht schreiben.</source>
        <translation>The vector data cannot be written.</translation>
    </message>
    <message>
        <source>Die Vektordaten der Ebene lassen sich nicht öffnen.</source>
        <translation>The layer&apos;s vector data cannot be opened.</translation>
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
        <source>In den Quellen ist weder Gelände noch ein Bild noch eine Ebene mit Geodaten.</source>
        <translation>The sources hold neither terrain nor a picture nor a layer of geodata.</translation>
    </message>
    <message>
        <source>Angenommen werden XYZ, ASC, GeoTIFF, JPEG 2000, PNG und JPEG mit Weltdatei, MBTiles, GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS-NAS und XPlanGML.</source>
        <translation>Accepted are XYZ, ASC, GeoTIFF, JPEG 2000, PNG and JPEG with a world file, MBTiles, GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, ALKIS NAS and XPlanGML.</translation>
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
</context>
</TS>
