// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Digest.h"
#include "package/digest/ShapeLibrary.h"

namespace twin::package {

/// @brief Cuts the geometry of one very large object (a terrain model, the forest of a town) into pieces that tiles can
///        hold, side by side on the ground. Every piece repeats the properties of the features it has something of.
/// @param pieceTriangles  a piece is cut while it has more
/// @returns the record itself when it is small enough.
[[nodiscard]] std::vector<GeometryRecord> cutIntoPieces(GeometryRecord&& record, const ShapeLibrary& shapes,
                                                        std::uint32_t pieceTriangles);

/// @returns what drawing this costs, in triangles. Repeated shapes cost less than their own: the graphics card draws
///          them, but memory holds them once.
[[nodiscard]] std::uint32_t triangleCount(const FeatureGeometry& feature, const ShapeLibrary& shapes);

/// @returns the extent of a feature, repeated shapes and lines included.
[[nodiscard]] Extent extentOf(const FeatureGeometry& feature, const ProjectedPosition& origin,
                              const ShapeLibrary& shapes);

/// @returns the corners of a placed shape's box.
[[nodiscard]] std::array<Point3, 8> cornersOf(const PlacedShape& place, const ShapeLibrary& shapes);

} // namespace twin::package
