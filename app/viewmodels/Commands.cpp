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
    {"open", QT_TRANSLATE_NOOP("twin::Commands", "Datei öffnen"), QT_TRANSLATE_NOOP("twin::Commands", "Strg+O"), "open",
     QT_TRANSLATE_NOOP("twin::Commands", "laden importieren")},
    {"help", QT_TRANSLATE_NOOP("twin::Commands", "Hilfe zur Bedienung"), "F1", "help",
     QT_TRANSLATE_NOOP("twin::Commands", "Tasten Maus Steuerung")},
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
