// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"

namespace twin::render {

/// A run of indices (or vertices, for points) of one tile that needs more than the plain way of drawing.
struct TileBatch {
    enum class Surface : std::uint8_t { Plain, Lying, Water };
    PrimitiveKind primitive = PrimitiveKind::Triangles;
    Surface surface = Surface::Plain;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::int32_t image = -1;
    bool doubleSided = false;
    bool blended = false;
};

/// Splits a tile by how its parts are drawn.
struct TileLayout {
    std::vector<std::uint32_t> standing; ///< plain opaque triangles of standing things and terrain: the quick way
    std::vector<std::uint32_t> others;   ///< indices of the batches that have some
    std::vector<TileBatch> batches;      ///< `first` counts from the beginning of `others`
};

/// @brief Sorts a tile's triangles into batches. Indices and parts that point outside are left out. Pure.
/// With instances everything becomes batches.
[[nodiscard]] TileLayout layOut(const TileContent& content);

} // namespace twin::render
