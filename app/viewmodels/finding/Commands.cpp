// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include <QCoreApplication>

namespace twin {
namespace {

struct Entry {
    const char* id;
    const char* title;
    const char* shortcut;
    const char* symbol;
    const char* words;
};

constexpr Entry entries[] = {
    {"home", QT_TRANSLATE_NOOP("twin::Commands", "Ganze Region zeigen"), QT_TRANSLATE_NOOP("twin::Commands", "Pos1"),
     "home", QT_TRANSLATE_NOOP("twin::Commands", "Anfang Start Übersicht")},
    {"north", QT_TRANSLATE_NOOP("twin::Commands", "Nach Norden ausrichten"), "N", "compass",
     QT_TRANSLATE_NOOP("twin::Commands", "Kompass einnorden")},
    {"top", QT_TRANSLATE_NOOP("twin::Commands", "Senkrecht von oben"), "T", "top",
     QT_TRANSLATE_NOOP("twin::Commands", "Karte Grundriss 2D")},
    {"selection", QT_TRANSLATE_NOOP("twin::Commands", "Zur Auswahl fliegen"), "Z", "frame",
     QT_TRANSLATE_NOOP("twin::Commands", "zoomen Objekt")},
    {"back", QT_TRANSLATE_NOOP("twin::Commands", "Vorige Ansicht"), QT_TRANSLATE_NOOP("twin::Commands", "Alt+←"),
     "back", QT_TRANSLATE_NOOP("twin::Commands", "zurück Kamera")},
    {"forward", QT_TRANSLATE_NOOP("twin::Commands", "Nächste Ansicht"), QT_TRANSLATE_NOOP("twin::Commands", "Alt+→"),
     "forward", QT_TRANSLATE_NOOP("twin::Commands", "vorwärts Kamera")},
    {"keepView", QT_TRANSLATE_NOOP("twin::Commands", "Ansicht merken"), "B", "bookmark",
     QT_TRANSLATE_NOOP("twin::Commands", "Lesezeichen speichern Kamera")},
    {"views", QT_TRANSLATE_NOOP("twin::Commands", "Gemerkte Ansichten"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+B"),
     "bookmark", QT_TRANSLATE_NOOP("twin::Commands", "Lesezeichen Liste")},
    {"walk", QT_TRANSLATE_NOOP("twin::Commands", "Zu Fuß gehen"), "G", "walk",
     QT_TRANSLATE_NOOP("twin::Commands", "Fußgänger Straße laufen Augenhöhe")},
    {"map", QT_TRANSLATE_NOOP("twin::Commands", "Übersichtskarte ein/aus"), "M", "map",
     QT_TRANSLATE_NOOP("twin::Commands", "Karte klein Minikarte")},
    {"names", QT_TRANSLATE_NOOP("twin::Commands", "Namen im Bild ein/aus"), "L", "letters",
     QT_TRANSLATE_NOOP("twin::Commands", "Beschriftung Straßennamen Stadtbezirke")},
    {"standard", QT_TRANSLATE_NOOP("twin::Commands", "Maus wie üblich (Standard)"), "", "command",
     QT_TRANSLATE_NOOP("twin::Commands", "Steuerung Tastenbelegung")},
    {"cesium", QT_TRANSLATE_NOOP("twin::Commands", "Maus wie in Web-Globen (Cesium)"), "", "command",
     QT_TRANSLATE_NOOP("twin::Commands", "Steuerung Tastenbelegung")},
    {"cad", QT_TRANSLATE_NOOP("twin::Commands", "Maus wie in Konstruktionsprogrammen (CAD)"), "", "command",
     QT_TRANSLATE_NOOP("twin::Commands", "Steuerung Tastenbelegung")},
    {"open", QT_TRANSLATE_NOOP("twin::Commands", "Datei öffnen"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+O"), "open",
     QT_TRANSLATE_NOOP("twin::Commands", "laden importieren")},
    {"add", QT_TRANSLATE_NOOP("twin::Commands", "Daten hinzufügen"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+D"),
     "add", QT_TRANSLATE_NOOP("twin::Commands", "Ebene importieren")},
    {"measure", QT_TRANSLATE_NOOP("twin::Commands", "Messen"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+M"), "measure",
     QT_TRANSLATE_NOOP("twin::Commands", "Strecke Fläche Höhe")},
    {"undo", QT_TRANSLATE_NOOP("twin::Commands", "Rückgängig"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+Z"), "undo",
     ""},
    {"redo", QT_TRANSLATE_NOOP("twin::Commands", "Wiederholen"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+Y"), "redo",
     ""},
    {"table", QT_TRANSLATE_NOOP("twin::Commands", "Tabelle der Objekte"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+T"),
     "table", QT_TRANSLATE_NOOP("twin::Commands", "Liste CSV filtern sortieren")},
    {"hide", QT_TRANSLATE_NOOP("twin::Commands", "Auswahl ausblenden"), "H", "eye-off",
     QT_TRANSLATE_NOOP("twin::Commands", "verstecken unsichtbar")},
    {"isolate", QT_TRANSLATE_NOOP("twin::Commands", "Auswahl freistellen"), "I", "isolate",
     QT_TRANSLATE_NOOP("twin::Commands", "isolieren nur diese")},
    {"xray", QT_TRANSLATE_NOOP("twin::Commands", "Röntgenblick auf die Auswahl"), "X", "xray",
     QT_TRANSLATE_NOOP("twin::Commands", "durchsichtig transparent X-Ray")},
    {"showall", QT_TRANSLATE_NOOP("twin::Commands", "Alles wieder zeigen"), "", "eye",
     QT_TRANSLATE_NOOP("twin::Commands", "einblenden ausgeblendet freigestellt")},
    {"sources", QT_TRANSLATE_NOOP("twin::Commands", "Datenquellen"), "", "layers",
     QT_TRANSLATE_NOOP("twin::Commands", "Live Plattform FIWARE SensorThings MQTT Sensoren Verbindung")},
    {"help", QT_TRANSLATE_NOOP("twin::Commands", "Hilfe zur Bedienung"), "F1", "help",
     QT_TRANSLATE_NOOP("twin::Commands", "Tasten Maus Steuerung")},
    {"styleModel", QT_TRANSLATE_NOOP("twin::Commands", "Darstellung: Modell"), "V", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Stil Standard")},
    {"styleMap", QT_TRANSLATE_NOOP("twin::Commands", "Darstellung: Karte"), "V", "map",
     QT_TRANSLATE_NOOP("twin::Commands", "Stil Kartenstil Stadtplan")},
    {"stylePhoto", QT_TRANSLATE_NOOP("twin::Commands", "Darstellung: Luftbild"), "V", "picture",
     QT_TRANSLATE_NOOP("twin::Commands", "Stil Foto Orthophoto Satellit")},
    {"light", QT_TRANSLATE_NOOP("twin::Commands", "Helle Farben"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Farbschema Thema")},
    {"dark", QT_TRANSLATE_NOOP("twin::Commands", "Dunkle Farben"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Farbschema Thema Nacht")},
    {"contrast", QT_TRANSLATE_NOOP("twin::Commands", "Hoher Kontrast"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Farbschema Thema barrierefrei")},
    {"motion", QT_TRANSLATE_NOOP("twin::Commands", "Bewegung reduzieren ein/aus"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Animation barrierefrei")},
    {"german", QT_TRANSLATE_NOOP("twin::Commands", "Sprache: Deutsch"), "", "view", "Language German"},
    {"english", QT_TRANSLATE_NOOP("twin::Commands", "Sprache: Englisch"), "", "view", "Language English"},
    {"now", QT_TRANSLATE_NOOP("twin::Commands", "Zurück zur aktuellen Zeit"), "", "clock",
     QT_TRANSLATE_NOOP("twin::Commands", "jetzt live Uhrzeit")},
    {"picture", QT_TRANSLATE_NOOP("twin::Commands", "Bild speichern"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+S"),
     "picture", QT_TRANSLATE_NOOP("twin::Commands", "Bildschirmfoto PNG")},
    {"copyPicture", QT_TRANSLATE_NOOP("twin::Commands", "Bild kopieren"),
     QT_TRANSLATE_NOOP("twin::Commands", "Strg+Umschalt+C"), "copy",
     QT_TRANSLATE_NOOP("twin::Commands", "Zwischenablage Bildschirmfoto")},
    {"copyView", QT_TRANSLATE_NOOP("twin::Commands", "Ansicht kopieren"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Kamera Zwischenablage")},
    {"settings", QT_TRANSLATE_NOOP("twin::Commands", "Ansicht und Sprache"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Einstellungen Größe Schrift")},
    {"touch", QT_TRANSLATE_NOOP("twin::Commands", "Große Bedienelemente für Finger ein/aus"), "", "view",
     QT_TRANSLATE_NOOP("twin::Commands", "Touch Bildschirm berühren")},
    {"forget", QT_TRANSLATE_NOOP("twin::Commands", "Suchverlauf löschen"), "", "trash",
     QT_TRANSLATE_NOOP("twin::Commands", "vergessen zuletzt gewählt")},
    {"fullscreen", QT_TRANSLATE_NOOP("twin::Commands", "Ganzer Bildschirm ein/aus"), "F11", "frame",
     QT_TRANSLATE_NOOP("twin::Commands", "Vollbild")},
};

QString translated(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("twin::Commands", text);
}

} // namespace

std::vector<Command> allCommands()
{
    std::vector<Command> commands;
    for (const Entry& entry : entries)
        commands.push_back({QString::fromLatin1(entry.id), translated(entry.title), translated(entry.shortcut),
                            QString::fromLatin1(entry.symbol), translated(entry.words)});
    return commands;
}

} // namespace twin
