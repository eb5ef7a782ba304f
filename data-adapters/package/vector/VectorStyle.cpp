// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/VectorDrape.h"

#include <array>

#include <QHash>

namespace twin::package {
namespace {

/// The look of tables whose name says what they hold, in German and in the words of OpenStreetMap.
struct Theme {
    std::array<const char*, 8> words;
    std::uint32_t colour;    ///< 0xRRGGBB00
    std::uint32_t areaAlpha; ///< water and streets are what they are; plans and borders let the ground be seen
};
constexpr std::array themes{
    Theme{{"gewaesser", "gewässer", "wasser", "water", "river", "bach", "fluss", "see_"}, 0x4E8F9F00, 0xF2},
    Theme{{"wald", "gehoelz", "gehölz", "forst", "forest", "wood"}, 0x76945F00, 0xE6},
    Theme{{"wiese", "grünland", "gruenland", "meadow", "weide"}, 0xABBE8700, 0xD0},
    Theme{{"acker", "landwirtschaft", "farm"}, 0xD0C49A00, 0xB8},
    Theme{{"vegetation", "park", "gruen", "grün", "baum", "garten", "gaerten"}, 0x95B27400, 0xDC},
    Theme{{"siedlung", "wohnbau", "industrie"}, 0xC9C4B800, 0xE4},
    Theme{{"platz", "plaetze", "plätze", "square"}, 0xDCD6CA00, 0xD8},
    Theme{{"bahn", "gleis", "schiene", "rail", "tram"}, 0xA79D9100, 0xD8},
    Theme{{"gebaeude", "gebäude", "building", "bauwerk", "haus"}, 0xB0705A00, 0x48},
    Theme{{"strasse", "straße", "street", "road", "weg", "verkehr", "highway", "lines"}, 0xEDE9E100, 0xE8},
    Theme{
        {"flurstueck", "flurstück", "parcel", "gemarkung", "grenze", "gemeinde", "kreis", "bezirk"}, 0x6B5B8C00, 0x00},
    Theme{{"bp_", "fp_", "rp_", "xp_", "plan", "satzung", "baugebiet", "nutzung"}, 0xC0576B00, 0x48},
};
constexpr std::uint32_t otherAreaAlpha = 0x48;
/// For all others: distinct, of equal weight, none of them a signal.
constexpr std::array<std::uint32_t, 8> palette{0x3E7CB100, 0xC2803A00, 0x4F9D8300, 0xA8577E00,
                                               0x7A8B3C00, 0x6C6FB500, 0xB5654A00, 0x4C8C9E00};

const Theme* themeOf(const QString& table)
{
    const QString name = table.toLower();
    for (const Theme& theme : themes)
        for (const char* word : theme.words)
            if (word != nullptr && name.contains(QString::fromUtf8(word)))
                return &theme;
    return nullptr;
}

} // namespace

VectorStyle defaultStyle(const QString& tableName)
{
    const Theme* theme = themeOf(tableName);
    const std::uint32_t colour =
        theme != nullptr ? theme->colour : palette[qHash(tableName.toLower(), 0) % palette.size()];
    VectorStyle style;
    style.area = colour | (theme != nullptr ? theme->areaAlpha : otherAreaAlpha);
    // A surface with an edge of its own colour shows no seams between its pieces.
    style.outline = colour | (theme != nullptr && theme->areaAlpha >= 0xB0 ? theme->areaAlpha : 0xD0U);
    style.line = colour | 0xE0;
    style.point = colour | 0xF0;
    return style;
}

} // namespace twin::package
