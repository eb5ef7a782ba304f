// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "package/digest/ShapeLibrary.h"
#include "package/tiles/TextureAtlas.h"
#include "package/tiles/TileMesh.h"

namespace twin::package {

/// Moves features into the mesh of a tile.
class MeshFiller {
public:
    /// @param centre  of the tile
    /// @param atlas   gets the images; null: surfaces with one are drawn in their material's colour
    MeshFiller(TileMesh& mesh, const ProjectedPosition& centre, const ShapeLibrary& shapes,
               TextureAtlas* atlas = nullptr)
        : m_mesh(mesh), m_centre(centre), m_shapes(shapes), m_atlas(atlas)
    {
    }

    /// @brief Appends the patches and lines of a feature. @param origin  of its record
    void append(const FeatureGeometry& feature, std::uint32_t id, const ProjectedPosition& origin);
    /// @brief Appends a repeated shape as if it were made for this place.
    void append(const PlacedShape& place, CityObjectType type, std::uint32_t id, const ProjectedPosition& origin);
    /// @brief Appends a shape in its own coordinates, for instances.
    void append(const LibraryShape& shape, CityObjectType type);
    /// @brief Fills the atlas and appends the surfaces that show it. Call once, after all others.
    /// @returns the side of a texel in metres, on average; 0 when nothing is textured.
    double finishTextures();
    /// @returns where glTF's instancing puts the shape. @pre the matrix has right angles
    [[nodiscard]] MeshInstance instanceOf(const PlacedShape& place, std::uint32_t id,
                                          const ProjectedPosition& origin) const;

private:
    /// A surface that waits for the pages of the atlas.
    struct Textured {
        Patch patch;
        TileMaterial material;
        std::uint32_t id;
        LocalPosition shift;
        std::size_t use; ///< of the atlas
    };

    void append(const Patch& patch, TilePrimitive& primitive, std::uint32_t id, const LocalPosition& shift);
    void append(const Patch& patch, CityObjectType type, std::uint32_t id, const LocalPosition& shift);
    void append(const LineString& line, CityObjectType type, std::uint32_t id, const LocalPosition& shift);
    [[nodiscard]] LocalPosition shiftOf(const ProjectedPosition& origin) const;

    TileMesh& m_mesh;
    ProjectedPosition m_centre;
    const ShapeLibrary& m_shapes;
    TextureAtlas* m_atlas;
    std::vector<Textured> m_textured;
};

} // namespace twin::package
