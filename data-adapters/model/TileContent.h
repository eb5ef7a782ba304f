// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"

#include <cstdint>
#include <vector>

#include <QString>

namespace twin {

/// How a face is painted when no style says otherwise. Order is part of the shader's contract.
enum class FaceClass : std::uint8_t { Roof = 0, Wall = 1, Ground = 2, Closure = 3, Terrain = 4, Generic = 5 };

/// One vertex as uploaded to the GPU: 24 bytes, interleaved.
struct TileVertex {
    float x, y, z;            ///< metres, relative to TileContent::origin, axes of the scene frame
    std::int8_t nx, ny, nz;   ///< unit normal × 127, scene axes
    std::uint8_t faceClass;   ///< FaceClass
    std::uint32_t feature;    ///< index into TileContent::featureIds, or noFeature
    std::uint32_t colour;     ///< RGBA8 (sRGB), R in the lowest byte; base colour × vertex colour (Generic), else white
};
static_assert(sizeof(TileVertex) == 24);

/// Decoded geometry of one tile, ready for upload. Made on a worker thread, then immutable.
struct TileContent {
    static constexpr std::uint32_t noFeature = 0xFFFFFFFFu;

    LocalPosition origin; ///< scene frame; vertices are relative to it so that float keeps millimetres
    std::vector<TileVertex> vertices;
    std::vector<std::uint32_t> indices; ///< triangles, counter-clockwise seen from outside
    std::vector<QString> featureIds;    ///< gml:id (or "<uri>#n" where the tile has none)
    Box bounds;                         ///< of the vertices, scene frame

    [[nodiscard]] std::size_t byteSize() const
    {
        return vertices.size() * sizeof(TileVertex) + indices.size() * sizeof(std::uint32_t);
    }
};

} // namespace twin
