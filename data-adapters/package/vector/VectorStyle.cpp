// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/VectorDrape.h"

#include <array>

#include <QHash>

namespace twin::package {
namespace {

/// A colour for tables whose name says what they hold, in German and in the words of OpenStreetMap.
struct Theme {
    std::array<const char*, 8> words;
    std::uint32_t colour; ///< 0xRRGGBB00
};
constexpr std::array themes{
    Theme{{"gewaesser", "gewässer", "wasser", "water", "river", "bach", "fluss", "see_"}, 0x4A90C200},
    Theme{{"wald", "gehoelz", "gehölz", "vegetation", "park", "gruen", "grün", "baum"}, 0x5B9A5B00},
    Theme{{"gebaeude", "gebäude", "building", "bauwerk", "haus"}, 0xB0705A00},
    Theme{{"strasse", "straße", "street", "road", "weg", "verkehr", "highway", "lines"}, 0x8A7F7200},
    Theme{{"flurstueck", "flurstück", "parcel", "gemarkung", "grenze", "gemeinde", "kreis", "bezirk"}, 0x6B5B8C00},
    Theme{{"bp_", "fp_", "rp_", "xp_", "plan", "satzung", "baugebiet", "nutzung"}, 0xC0576B00},
};
/// For all others: distinct, of equal weight, none of them a signal.
constexpr std::array<std::uint32_t, 8> palette{0x3E7CB100, 0xC2803A00, 0x4F9D8300, 0xA8577E00,
                                               0x7A8B3C00, 0x6C6FB500, 0xB5654A00, 0x4C8C9E00};

std::uint32_t colourOf(const QString& table)
{
    const QString name = table.toLower();
    for (const Theme& theme : themes)
        for (const char* word : theme.words)
            if (name.contains(QString::fromUtf8(word)))
                return theme.colour;
    return palette[qHash(name, 0) % palette.size()];
}

} // namespace

VectorStyle defaultStyle(const QString& tableName)
{
    const std::uint32_t colour = colourOf(tableName);
    VectorStyle style;
    style.area = colour | 0x48;
    style.outline = colour | 0xD0;
    style.line = colour | 0xE0;
    style.point = colour | 0xF0;
    return style;
}

} // namespace twin::package
