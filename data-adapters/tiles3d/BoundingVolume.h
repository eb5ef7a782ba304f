// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/Json.h"
#include "tiles3d/MatrixMath.h"
#include "tiles3d/Placement.h"

#include <variant>

namespace twin::tiles3d {

/// Centre and three half axes, tile coordinates.
struct OrientedBox {
    LocalPosition centre;
    std::array<LocalPosition, 3> halfAxes;
};
struct Sphere {
    LocalPosition centre;
    double radius = 0;
};
/// Always EPSG:4979 radians and metres, whatever the tile's transform.
struct GeodeticRegion {
    double west = 0, south = 0, east = 0, north = 0, minHeight = 0, maxHeight = 0;
};

/// OGC 22-025r4, "Bounding volumes".
using BoundingVolume = std::variant<OrientedBox, Sphere, GeodeticRegion>;

/// @returns empty for a volume that is none of the three or has numbers that make none.
[[nodiscard]] std::optional<BoundingVolume> readBoundingVolume(JsonValue tile);

/// @returns the volume's middle in tileset coordinates.
[[nodiscard]] LocalPosition centreOf(const BoundingVolume& volume, const Matrix4& tilesetFromTile);

/// @returns the axis-aligned box in the scene; empty when the place cannot be mapped.
[[nodiscard]] Box sceneBounds(const BoundingVolume& volume, const Matrix4& sceneFromTile, const Placement& placement);

/// @returns a child cell of an implicit tileset: halves in x and y and, for octrees (cells = 8), in z.
[[nodiscard]] BoundingVolume childCell(const BoundingVolume& volume, unsigned child, bool octree);

} // namespace twin::tiles3d
