// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/LayerThemes.h"

#include "package/LayerTheme.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace twin::services {
namespace {

// clang-format off
constexpr std::array themes{
    LayerTheme{"own", QT_TRANSLATE_NOOP("twin::services::Theme", "Meine Daten"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Eigene Dateien: Stadtmodelle, Gelände, Luftbilder, Geodaten")},
    LayerTheme{"data", QT_TRANSLATE_NOOP("twin::services::Theme", "Daten und Plattformen"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Messwerte und Objekte der städtischen Datenplattformen, offene Daten beider Städte")},
    LayerTheme{"participation", QT_TRANSLATE_NOOP("twin::services::Theme", "Zusammenleben und Mitmachen"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Beteiligungsverfahren, Ideen und Mängelmeldungen, Treffpunkte im Quartier")},
    LayerTheme{"safety", QT_TRANSLATE_NOOP("twin::services::Theme", "Sicherheit und Vertrauen"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Hydranten, Wachen, Zufahrten, Pegel, Starkregen- und Hochwasserkarten, Warnungen")},
    LayerTheme{"infrastructure", QT_TRANSLATE_NOOP("twin::services::Theme", "Raum- und Infrastruktur"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Leitungen, Leuchten, Brücken, Mobilfunk und Breitband, Untergrund")},
    LayerTheme{"mobility", QT_TRANSLATE_NOOP("twin::services::Theme", "Intelligente Mobilität"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Straßen und Bahnen, Haltestellen und Fahrten, Parken, Laden, Räder, Baustellen, Zählungen")},
    LayerTheme{"economy", QT_TRANSLATE_NOOP("twin::services::Theme", "Wirtschaft, Handel, Tourismus"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Gewerbeflächen, Leerstände, Bodenrichtwerte, Sehenswürdigkeiten, Veranstaltungen")},
    LayerTheme{"culture", QT_TRANSLATE_NOOP("twin::services::Theme", "Bildung, Kultur, Freizeit"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Schulen, Kitas, Museen, Bäder, Spielplätze, historische Luftbilder")},
    LayerTheme{"building", QT_TRANSLATE_NOOP("twin::services::Theme", "Bauen und Wohnen"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Bebauungspläne (XPlanGML), Flurstücke (ALKIS), Planmodelle, Denkmäler")},
    LayerTheme{"environment", QT_TRANSLATE_NOOP("twin::services::Theme", "Energie und Umwelt"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Gewässer und Grün, Bäume, Solarpotenzial, Wärmebedarf, Luft, Lärm, Hitze")},
    LayerTheme{"health", QT_TRANSLATE_NOOP("twin::services::Theme", "Gesundheit und Soziales"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Krankenhäuser, Praxen, Defibrillatoren, Pflege, kühle Orte, barrierefreie Wege")},
    LayerTheme{"administration", QT_TRANSLATE_NOOP("twin::services::Theme", "Digitale Verwaltung"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Stadtbezirke und Zuständigkeiten, Vorgänge mit Ort, Ratsvorlagen")},
    LayerTheme{"research", QT_TRANSLATE_NOOP("twin::services::Theme", "Trends, Forschung und Entwicklung"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Versuchsfelder, Ergebnisse von Simulationen, Forschungsdaten der Hochschulen")},
    LayerTheme{"basis", QT_TRANSLATE_NOOP("twin::services::Theme", "Basis"),
               QT_TRANSLATE_NOOP("twin::services::Theme", "Gebäude und andere Stadtobjekte, Gelände, Luftbilder")},
};
// clang-format on

} // namespace

std::span<const LayerTheme> layerThemes()
{
    return themes;
}

const LayerTheme* findTheme(QStringView id)
{
    const auto at = std::find_if(themes.begin(), themes.end(),
                                 [id](const LayerTheme& theme) { return id == QLatin1String(theme.id); });
    return at == themes.end() ? nullptr : &*at;
}

QString titleOf(const LayerTheme& theme)
{
    return QCoreApplication::translate("twin::services::Theme", theme.title);
}

QString feedsOf(const LayerTheme& theme)
{
    return QCoreApplication::translate("twin::services::Theme", theme.feeds);
}

int rankOf(QStringView themeId)
{
    const LayerTheme* const theme = findTheme(themeId);
    return int(theme != nullptr ? theme - themes.data() : std::ssize(themes) - 1);
}

QString themeOf(const LayerInfo& layer)
{
    if (!layer.folder.isEmpty())
        if (const QString stated = package::layerTheme(layer.folder); findTheme(stated) != nullptr)
            return stated;
    return basisTheme;
}

} // namespace twin::services
