// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/digest/GeometryRecord.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace twin::package {

/// The look of a primitive. Readers take the face class from the material's name.
enum class TileMaterial : std::uint8_t { Roof, Wall, Ground, Closure, OuterCeiling, OuterFloor, Terrain };
constexpr std::size_t tileMaterialCount = 7;

/// @returns the material's name in the tile, e.g. "RoofSurface", "Terrain".
[[nodiscard]] const char* materialName(TileMaterial material);
[[nodiscard]] TileMaterial materialOf(SurfaceType drawAs);

/// Triangles of one material. Coordinates x East, y North, z Up, metres from the tile's centre.
struct TilePrimitive {
    std::vector<Point3> positions;
    std::vector<std::array<std::int8_t, 3>> normals; ///< unit × 127
    std::vector<std::uint32_t> features;             ///< into TileMesh::features; unused where the mesh has none
    std::vector<std::uint32_t> indices;
};

/// A tile's content before it becomes a GLB.
struct TileMesh {
    std::array<TilePrimitive, tileMaterialCount> primitives;
    std::vector<FeatureProperties> features;
    double precisionMetres = 0.005; ///< how far quantisation may move a vertex

    [[nodiscard]] TilePrimitive& of(TileMaterial material) { return primitives[static_cast<std::size_t>(material)]; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::size_t triangleCount() const;
    /// @returns the box of all vertices, relative to the tile's centre.
    [[nodiscard]] Box bounds() const;
};

/// @brief Encodes a mesh as glTF 2.0 binary: KHR_mesh_quantization where the precision allows 16 bits,
/// EXT_mesh_features,
///        EXT_structural_metadata, EXT_meshopt_compression. The glTF is y-up: (East, Up, −North). Any thread.
[[nodiscard]] std::string encodeGlb(const TileMesh& mesh);

} // namespace twin::package
