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
    LayerTheme{std::nullopt,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Eigene Dateien: Stadtmodelle, Gelände, Luftbilder, Geodaten")},
    LayerTheme{ActionField::DataAndPlatforms,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Messwerte und Objekte der städtischen Datenplattformen, offene Daten beider Städte")},
    LayerTheme{ActionField::LivingTogether,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Beteiligungsverfahren, Ideen und Mängelmeldungen, Treffpunkte im Quartier")},
    LayerTheme{ActionField::SafetyAndTrust,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Hydranten, Wachen, Zufahrten, Pegel, Starkregen- und Hochwasserkarten, Warnungen")},
    LayerTheme{ActionField::SpaceAndInfrastructure,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Leitungen, Leuchten, Brücken, Mobilfunk und Breitband, Untergrund")},
    LayerTheme{ActionField::Mobility,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Straßen und Bahnen, Haltestellen und Fahrten, Parken, Laden, Räder, Baustellen, Zählungen")},
    LayerTheme{ActionField::Economy,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Gewerbeflächen, Leerstände, Bodenrichtwerte, Sehenswürdigkeiten, Veranstaltungen")},
    LayerTheme{ActionField::EducationAndCulture,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Schulen, Kitas, Museen, Bäder, Spielplätze, historische Luftbilder")},
    LayerTheme{ActionField::BuildingAndHousing,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Bebauungspläne (XPlanGML), Flurstücke (ALKIS), Planmodelle, Denkmäler")},
    LayerTheme{ActionField::EnergyAndEnvironment,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Gewässer und Grün, Bäume, Solarpotenzial, Wärmebedarf, Luft, Lärm, Hitze")},
    LayerTheme{ActionField::HealthAndSocial,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Krankenhäuser, Praxen, Defibrillatoren, Pflege, kühle Orte, barrierefreie Wege")},
    LayerTheme{ActionField::Administration,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Stadtbezirke und Zuständigkeiten, Vorgänge mit Ort, Ratsvorlagen")},
    LayerTheme{ActionField::Research,
               QT_TRANSLATE_NOOP("twin::services::Theme", "Versuchsfelder, Ergebnisse von Simulationen, Forschungsdaten der Hochschulen")},
    LayerTheme{std::nullopt,
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
    const auto at =
        std::find_if(themes.begin(), themes.end(), [id](const LayerTheme& theme) { return id == idOf(theme); });
    return at == themes.end() ? nullptr : &*at;
}

QString idOf(const LayerTheme& theme)
{
    return theme.field ? actionFieldName(*theme.field) : &theme == &themes.front() ? ownTheme : basisTheme;
}

QString titleOf(const LayerTheme& theme)
{
    return theme.field                 ? actionFieldTitle(*theme.field)
           : &theme == &themes.front() ? QCoreApplication::translate("twin::services::Theme", "Meine Daten")
                                       : QCoreApplication::translate("twin::services::Theme", "Basis");
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
