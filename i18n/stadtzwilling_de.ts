<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="de">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n Treffer</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>Lädt noch %n Kachel(n)</source>
        <translation>
            <numerusform>Lädt noch %n Kachel</numerusform>
            <numerusform>Lädt noch %n Kacheln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message numerus="yes">
        <source>%n Stelle(n) wurden ausgebessert, ausgelassen oder sind zu prüfen:</source>
        <translation>
            <numerusform>%n Stelle wurde ausgebessert, ausgelassen oder ist zu prüfen:</numerusform>
            <numerusform>%n Stellen wurden ausgebessert, ausgelassen oder sind zu prüfen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message numerus="yes">
        <source>%n Objekt(e) ausgeblendet</source>
        <translation>
            <numerusform>%n Objekt ausgeblendet</numerusform>
            <numerusform>%n Objekte ausgeblendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message numerus="yes">
        <source>%n Treffer, Pfeiltasten wählen</source>
        <translation>
            <numerusform>%n Treffer, Pfeiltasten wählen</numerusform>
            <numerusform>%n Treffer, Pfeiltasten wählen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemesCard</name>
    <message numerus="yes">
        <source>%n Ebene(n)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::AddDataModel</name>
    <message numerus="yes">
        <source>%n Datei(en)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nicht lesbar</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weitere nicht angesehen</source>
        <translation>
            <numerusform>%n weitere nicht angesehen</numerusform>
            <numerusform>%n weitere nicht angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Datei(en) werden eine eigene Region.</source>
        <translation>
            <numerusform>%n Datei wird eine eigene Region.</numerusform>
            <numerusform>%n Dateien werden eine eigene Region.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Datei(en) kommen zu „%1“.</source>
        <translation>
            <numerusform>%n Datei kommt zu „%1“.</numerusform>
            <numerusform>%n Dateien kommen zu „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ebene(n) hinzugefügt.</source>
        <translation>
            <numerusform>%n Ebene hinzugefügt.</numerusform>
            <numerusform>%n Ebenen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brauchen eine Angabe</source>
        <translation>
            <numerusform>%n braucht eine Angabe</numerusform>
            <numerusform>%n brauchen eine Angabe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::AlarmModel</name>
    <message numerus="yes">
        <source>%n Stellen</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Alarme</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Warnungen</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> und %n weitere</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::HistoryModel</name>
    <message numerus="yes">
        <source>%n Werte geschrieben.</source>
        <translation>
            <numerusform>%n Wert geschrieben.</numerusform>
            <numerusform>%n Werte geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::ImportModel</name>
    <message numerus="yes">
        <source>%1 und %n weitere</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::LiveDetails</name>
    <message numerus="yes">
        <source>Live: %n Messstellen</source>
        <translation>
            <numerusform>Live: %n Messstelle</numerusform>
            <numerusform>Live: %n Messstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::LiveFields</name>
    <message numerus="yes">
        <source>Geschätzt aus %n Stationen, %1 Uhr; mittlerer Fehler %2. Leer, wo keine Station näher als %3 liegt.</source>
        <translation>
            <numerusform>Geschätzt aus %n Station, %1 Uhr; mittlerer Fehler %2. Leer, wo keine Station näher als %3 liegt.</numerusform>
            <numerusform>Geschätzt aus %n Stationen, %1 Uhr; mittlerer Fehler %2. Leer, wo keine Station näher als %3 liegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keine Fläche: Für diesen Zeitpunkt liegen gültige Werte von nur %n Stationen vor, nötig sind drei an verschiedenen Orten.</source>
        <translation>
            <numerusform>Keine Fläche: Für diesen Zeitpunkt liegt ein gültiger Wert von nur %n Station vor, nötig sind drei an verschiedenen Orten.</numerusform>
            <numerusform>Keine Fläche: Für diesen Zeitpunkt liegen gültige Werte von nur %n Stationen vor, nötig sind drei an verschiedenen Orten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::LiveModel</name>
    <message numerus="yes">
        <source>%n Messstellen</source>
        <translation>
            <numerusform>%n Messstelle</numerusform>
            <numerusform>%n Messstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::LookModel</name>
    <message numerus="yes">
        <source>%n Objekt(e) ausblenden</source>
        <translation>
            <numerusform>%n Objekt ausblenden</numerusform>
            <numerusform>%n Objekte ausblenden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::RegionEdits</name>
    <message numerus="yes">
        <source>%n Ebene(n) hinzufügen</source>
        <translation>
            <numerusform>%n Ebene hinzufügen</numerusform>
            <numerusform>%n Ebenen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ebene(n) hinzugefügt.</source>
        <translation>
            <numerusform>%n Ebene hinzugefügt.</numerusform>
            <numerusform>%n Ebenen hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::Sources</name>
    <message numerus="yes">
        <source>%n Messreihen</source>
        <translation>
            <numerusform>%n Messreihe</numerusform>
            <numerusform>%n Messreihen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>an %n Stellen.</source>
        <translation>
            <numerusform>an %n Stelle.</numerusform>
            <numerusform>an %n Stellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Datensätze waren unlesbar und wurden übergangen.</source>
        <translation>
            <numerusform>%n Datensatz war unlesbar und wurde übergangen.</numerusform>
            <numerusform>%n Datensätze waren unlesbar und wurden übergangen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::cli</name>
    <message numerus="yes">
        <source>%n Werte ließen sich nicht aufbewahren.</source>
        <translation>
            <numerusform>%n Wert ließ sich nicht aufbewahren.</numerusform>
            <numerusform>%n Werte ließen sich nicht aufbewahren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::observe</name>
    <message numerus="yes">
        <source>%n Objekte</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Messreihen</source>
        <translation>
            <numerusform>%n Messreihe</numerusform>
            <numerusform>%n Messreihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::services::Preview</name>
    <message numerus="yes">
        <source>%n Körper, %1 bis %2 m hoch</source>
        <translation>
            <numerusform>%n Körper, %1 bis %2 m hoch</numerusform>
            <numerusform>%n Körper, %1 bis %2 m hoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Passpunkte, Ordnung %1: mittlerer Fehler %2 m, größter %3 m (%4)</source>
        <translation>
            <numerusform>%n Passpunkt, Ordnung %1: mittlerer Fehler %2 m, größter %3 m (%4)</numerusform>
            <numerusform>%n Passpunkte, Ordnung %1: mittlerer Fehler %2 m, größter %3 m (%4)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Objekt(e) hat die Region schon (gleiche gml:id).</source>
        <translation>
            <numerusform>%n Objekt hat die Region schon (gleiche gml:id).</numerusform>
            <numerusform>%n Objekte hat die Region schon (gleiche gml:id).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twin::viewport::LiveMarks</name>
    <message numerus="yes">
        <source>%n Messstellen</source>
        <translation>
            <numerusform>%n Messstelle</numerusform>
            <numerusform>%n Messstellen</numerusform>
        </translation>
    </message>
</context>
</TS>
