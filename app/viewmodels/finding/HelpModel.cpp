// SPDX-License-Identifier: GPL-3.0-or-later
#include "HelpModel.h"

#include "Bindings.h"

#include <array>
#include <optional>

namespace twin {
namespace {

struct Row {
    const char* action;
    std::optional<DragGesture> drag; ///< its buttons are those of the preset
    const char* mouse;               ///< else these words
    const char* keys;
    const char* touch;
};

constexpr std::array rows{
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Bewegen"), DragGesture::Pan, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Pfeiltasten, W A S D; schneller mit Umschalt"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "ein Finger")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Um den Punkt unter dem Zeiger drehen"), DragGesture::Orbit, "", "Q  E",
        QT_TRANSLATE_NOOP("twin::HelpModel", "zwei Finger drehen")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Neigen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "ebenso, auf und ab"), "R  F",
        QT_TRANSLATE_NOOP("twin::HelpModel", "zwei Finger auf und ab")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Zoomen"), DragGesture::Zoom,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Mausrad"), "+  −",
        QT_TRANSLATE_NOOP("twin::HelpModel", "zwei Finger spreizen")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Auswählen, hinzunehmen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Klick, Strg + Klick"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "Leertaste: Bildmitte; Esc hebt auf"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "tippen, halten")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Hinfliegen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Doppelklick"), QT_TRANSLATE_NOOP("twin::HelpModel", "Z: zur Auswahl"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "doppelt tippen")},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Norden, von oben, ganze Region"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Knöpfe rechts unten; Kompass ziehen dreht"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "N  T  Pos1"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Vorige, nächste Ansicht"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Alt + ←, Alt + →"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Ansicht merken, hinfliegen"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "B, dann 1 bis 9"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Zu Fuß gehen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "ziehen schaut sich um"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "G, dann W A S D; G oder Esc endet"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Auswahl ausblenden, freistellen, durchsehen, alles zeigen"), std::nullopt,
        "", QT_TRANSLATE_NOOP("twin::HelpModel", "H  I  X  Umschalt + H"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Modell, Karte oder Luftbild"), std::nullopt, "", "V", ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Tabelle der Objekte"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + T"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Bild speichern, kopieren"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + S, Strg + Umschalt + C"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Messen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Klick setzt einen Punkt, Doppelklick beendet"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + M; Leertaste, Enter"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Daten hinzufügen"), std::nullopt,
        QT_TRANSLATE_NOOP("twin::HelpModel", "Dateien in das Fenster ziehen"),
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + D"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Rückgängig, wiederholen"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + Z, Strg + Y"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Suchen, Übersichtskarte"), std::nullopt, "",
        QT_TRANSLATE_NOOP("twin::HelpModel", "Strg + K, M"), ""},
    Row{QT_TRANSLATE_NOOP("twin::HelpModel", "Nächster Bereich, ganzer Bildschirm"), std::nullopt, "", "F6, F11", ""},
};

} // namespace

HelpModel::HelpModel(SettingsModel& settings, QObject* parent) : QAbstractListModel(parent), m_settings(settings)
{
    connect(&settings, &SettingsModel::navigationChanged, this, &HelpModel::retranslate);
}

int HelpModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

QVariant HelpModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = rows[static_cast<std::size_t>(index.row())];
    const auto words = [](const char* text) { return *text == '\0' ? QString() : tr(text); };
    switch (role) {
    case Qt::DisplayRole:
    case ActionRole:
        return words(row.action);
    case MouseRole: {
        QStringList ways;
        if (row.drag)
            ways += dragWords(static_cast<NavigationPreset>(m_settings.navigation()), *row.drag);
        ways += words(row.mouse);
        ways.removeAll(QString());
        return ways.join(QStringLiteral(", "));
    }
    case KeysRole:
        return words(row.keys);
    case TouchRole:
        return words(row.touch);
    default:
        return {};
    }
}

QHash<int, QByteArray> HelpModel::roleNames() const
{
    return {{ActionRole, "action"}, {MouseRole, "mouse"}, {KeysRole, "keys"}, {TouchRole, "touch"}};
}

void HelpModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace twin
