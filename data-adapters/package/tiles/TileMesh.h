// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/TileContent.h"
#include "package/digest/GeometryRecord.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace twin::package {

/// The look of a primitive. Readers take the face class from the material's name.
enum class TileMaterial : std::uint8_t {
    Roof,
    Wall,
    Ground,
    Closure,
    OuterCeiling,
    OuterFloor,
    Terrain,
    Window,
    Door,
    Water,
    Vegetation,
    Traffic,
    AuxiliaryTraffic,
    Rail,
    Furniture,
    Construction,
    LandUse,
    Interior,
    Generic,
    Own ///< in the colours of its vertices
};
constexpr std::size_t tileMaterialCount = static_cast<std::size_t>(TileMaterial::Own) + 1;

/// @returns the material's name in the tile, e.g. "RoofSurface", "Terrain".
[[nodiscard]] const char* materialName(TileMaterial material);
/// @param owner  type of the object that the surface belongs to
[[nodiscard]] TileMaterial materialOf(SurfaceType drawAs, CityObjectType owner);

/// Triangles of one material. Coordinates x East, y North, z Up, metres from the tile's centre.
struct TilePrimitive {
    std::vector<Point3> positions;
    std::vector<std::array<std::int8_t, 3>> normals; ///< unit × 127; empty for lines and points
    std::vector<std::uint32_t> features;             ///< into TileMesh::features; unused where the mesh has none
    std::vector<std::uint32_t> indices;              ///< empty for points
    std::vector<std::uint32_t> colours; ///< RGBA8 (sRGB), R lowest, of each vertex; empty: the material's colour
    std::vector<TextureCoordinate> textureCoordinates; ///< v down, as glTF; empty: no image
};

/// An encoded picture of a tile.
struct TileImage {
    std::string bytes;
    const char* mimeType = "image/png";
    bool repeats = false; ///< beyond its edges; else the edges go on
};

/// What a tile draws beside its plain triangles.
struct MeshPart {
    PrimitiveKind kind = PrimitiveKind::Triangles;
    TileMaterial material = TileMaterial::Generic;
    std::int32_t image = -1; ///< into TileMesh::images
    bool blended = false;    ///< some of it is see-through
    TilePrimitive primitive;
};

/// One place at which an instanced mesh is drawn: scaled, turned, then moved. Axes as the mesh.
struct MeshInstance {
    Point3 position;
    std::array<float, 4> rotation{0, 0, 0, 1}; ///< unit quaternion x, y, z, w
    std::array<float, 3> scale{1, 1, 1};
    std::uint32_t feature = 0; ///< into TileMesh::features
};

/// A tile's content before it becomes a GLB.
struct TileMesh {
    std::array<TilePrimitive, tileMaterialCount> primitives; ///< plain triangles by material
    std::vector<MeshPart> parts;
    std::vector<TileImage> images;
    std::vector<MeshInstance> instances; ///< empty: drawn once; else the vertices have no features of their own
    std::vector<FeatureProperties> features;
    double precisionMetres = 0.005; ///< how far quantisation may move a vertex

    [[nodiscard]] TilePrimitive& of(TileMaterial material) { return primitives[static_cast<std::size_t>(material)]; }
    /// @returns the part with these properties, made when there is none.
    [[nodiscard]] TilePrimitive& part(PrimitiveKind kind, TileMaterial material, std::int32_t image, bool blended);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::size_t triangleCount() const;
    /// @returns the box of all vertices (of all instances), relative to the tile's centre.
    [[nodiscard]] Box bounds() const;
};

/// @brief Encodes a mesh as glTF 2.0 binary: KHR_mesh_quantization where the precision allows 16 bits,
/// EXT_mesh_features,
///        EXT_structural_metadata, EXT_meshopt_compression, for instances EXT_mesh_gpu_instancing with
///        EXT_instance_features. The glTF is y-up: (East, Up, −North). Any thread.
[[nodiscard]] std::string encodeGlb(const TileMesh& mesh);

} // namespace twin::package
