// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "package/digest/ShapeLibrary.h"
#include "package/tiles/TileMesh.h"

namespace twin::package {

/// Moves features into the mesh of a tile.
class MeshFiller {
public:
    /// @param centre  of the tile
    MeshFiller(TileMesh& mesh, const ProjectedPosition& centre, const ShapeLibrary& shapes)
        : m_mesh(mesh), m_centre(centre), m_shapes(shapes)
    {
    }

    /// @brief Appends the patches and lines of a feature. @param origin  of its record
    void append(const FeatureGeometry& feature, std::uint32_t id, const ProjectedPosition& origin);
    /// @brief Appends a repeated shape as if it were made for this place.
    void append(const PlacedShape& place, CityObjectType type, std::uint32_t id, const ProjectedPosition& origin);
    /// @brief Appends a shape in its own coordinates, for instances.
    void append(const LibraryShape& shape, CityObjectType type);
    /// @returns where glTF's instancing puts the shape. @pre the matrix has right angles
    [[nodiscard]] MeshInstance instanceOf(const PlacedShape& place, std::uint32_t id,
                                          const ProjectedPosition& origin) const;

private:
    void append(const Patch& patch, CityObjectType type, std::uint32_t id, const LocalPosition& shift);
    void append(const LineString& line, CityObjectType type, std::uint32_t id, const LocalPosition& shift);
    [[nodiscard]] LocalPosition shiftOf(const ProjectedPosition& origin) const;

    TileMesh& m_mesh;
    ProjectedPosition m_centre;
    const ShapeLibrary& m_shapes;
};

} // namespace twin::package
