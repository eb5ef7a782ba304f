// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QColor>
#include <QVector2D>
#include <QVector3D>

namespace twin::viewport {

/// What marks of live values are drawn from, in the overlays' frame; metres.

/// A round head that faces the eye.
struct MarkHead {
    enum class Rim : std::uint8_t { Whole, Dashed }; ///< dashed: where it is, is an estimate
    QVector3D middle;
    float size = 0;   ///< diameter
    float pixels = 0; ///< the same in the picture
    QColor colour;
    QColor rim;
    int cell = 0; ///< of MarkSymbols
    Rim kind = Rim::Whole;
    bool hatched = false; ///< no value
    friend bool operator==(const MarkHead&, const MarkHead&) = default;
};

/// An upright box: a mast, a column of a value, a level of parking spaces.
struct MarkBlock {
    QVector3D foot; ///< middle of its lower face
    QVector3D size; ///< x, y (upwards), z
    QColor colour;
    bool hatched = false;
    friend bool operator==(const MarkBlock&, const MarkBlock&) = default;
};

/// Words that face the eye.
struct MarkLabel {
    QVector3D middle;
    QVector2D size; ///< width, height
    int cell = 0;   ///< of LabelSheet
    float part = 1; ///< of the cell's width that is used
    friend bool operator==(const MarkLabel&, const MarkLabel&) = default;
};

/// Everything at one moment, far things before near ones.
struct MarkShapes {
    std::vector<MarkHead> heads;
    std::vector<MarkBlock> blocks;
    std::vector<MarkLabel> labels;
    friend bool operator==(const MarkShapes&, const MarkShapes&) = default;
};

} // namespace twin::viewport
