// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Image.h"
#include "model/use/BuildingUse.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <QString>

namespace twin {

/// How a face is painted when no style says otherwise. Order is part of the shader's contract.
enum class FaceClass : std::uint8_t {
    Roof = 0,
    Wall = 1,
    Ground = 2,
    Closure = 3,
    Terrain = 4,
    Generic = 5, ///< painted in its own colour
    Window = 6,
    Door = 7,
    Water = 8,
    Vegetation = 9,
    Traffic = 10,
    AuxiliaryTraffic = 11,
    Rail = 12,
    Furniture = 13,
    Construction = 14, ///< bridges, tunnels and other structures without thematic surfaces
    LandUse = 15,
    Interior = 16
};
inline constexpr int faceClassCount = 17;

/// One vertex as uploaded to the GPU: 24 bytes, interleaved.
struct TileVertex {
    float x, y, z;          ///< metres, relative to TileContent::origin, axes of the scene frame
    std::int8_t nx, ny, nz; ///< unit normal × 127, scene axes
    std::uint8_t faceClass; ///< FaceClass
    std::uint32_t feature;  ///< index into TileContent::featureIds, or noFeature
    std::uint32_t colour;   ///< RGBA8 (sRGB), R in the lowest byte; base colour × vertex colour (Generic), else white
};
static_assert(sizeof(TileVertex) == 24);

/// What a tile's vertices make. Points: no indices, one mark a vertex, drawn `pointSizeMetres` wide.
enum class PrimitiveKind : std::uint8_t { Triangles, Lines, Points };

/// A run of indices (or of vertices, for Points) that is drawn in one go. Parts with an image carry texture
/// coordinates.
struct TilePart {
    PrimitiveKind primitive = PrimitiveKind::Triangles;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::int32_t image = -1; ///< into TileContent::images
    bool doubleSided = false;
    bool blended = false; ///< alpha below 1 is see-through; drawn after the rest, far to near
};

/// Places at which the whole tile content is drawn (EXT_mesh_gpu_instancing). Column-major, scene frame, relative to
/// TileContent::origin.
struct TileInstances {
    std::vector<std::array<float, 16>> matrices;
    std::vector<std::uint32_t> features; ///< of each instance; overrides the vertices' feature unless noFeature
};

/// Decoded geometry of one tile, ready for upload. Made on a worker thread, then immutable.
struct TileContent {
    static constexpr std::uint32_t noFeature = 0xFFFFFFFFu;

    LocalPosition origin; ///< scene frame; vertices are relative to it so that float keeps millimetres
    std::vector<TileVertex> vertices;
    std::vector<std::uint32_t> indices;   ///< triangles, counter-clockwise seen from outside
    std::vector<QString> featureIds;      ///< gml:id (or "<uri>#n" where the tile has none)
    std::vector<BuildingUse> featureUses; ///< of the first features; those beyond are Unknown
    Box bounds;                           ///< of all that is drawn, scene frame

    std::vector<std::array<float, 2>> textureCoordinates; ///< u, v (v down, as glTF) of each vertex; empty: no textures
    std::vector<std::shared_ptr<const Image>> images;
    std::vector<TilePart> parts; ///< empty: all indices as opaque triangles
    TileInstances instances;     ///< empty: drawn once, as it stands
    float pointSizeMetres = 0;

    [[nodiscard]] std::size_t byteSize() const
    {
        std::size_t bytes = vertices.size() * sizeof(TileVertex) + indices.size() * sizeof(std::uint32_t) +
                            textureCoordinates.size() * sizeof(textureCoordinates[0]) +
                            instances.matrices.size() * (sizeof(instances.matrices[0]) + sizeof(std::uint32_t));
        for (const auto& image : images)
            bytes += image->pixels.size();
        return bytes;
    }
};

} // namespace twin
