// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Solid.h"

#include <QByteArray>

namespace twin::demo {

/// A geometry with what AdV states of it; the building itself when it has one part only.
struct Part {
    Solid solid;
    RoofForm roof = RoofForm::Flat;
    std::uint32_t wallColour = 0, topColour = 0; ///< 0xRRGGBB; 0: as other houses
};

struct DemoBuilding {
    QByteArray id;
    QByteArray name;
    QByteArray function; ///< AdV code, e.g. "31001_1010"
    QByteArray street;   ///< empty: no address
    QByteArray houseNumber;
    QByteArray postcode;
    int storeys = 0;               ///< 0: not stated
    int year = 2015;               ///< of the entry in the register
    int day = 1;                   ///< of that year's months: 1 … 336 (28 days each)
    int built = 0;                 ///< year of construction; 0: not stated
    double height = 0;             ///< of the whole, metres; 0: that of its parts
    QByteArray confidence, source; ///< of a landmark's place and height
    Vec2 place;                    ///< decides the tile
    std::vector<Part> parts;
};

} // namespace twin::demo
