// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "package/terrain/RightTriangles.h"

#include <array>
#include <memory>

#include <QString>

namespace twin::package {

constexpr int heightTileQuads = 256;
constexpr int heightTileSide = heightTileQuads + 1;

/// A square of 257 × 257 nodes with the ground's slope at each: what a tile hands to the one above it.
struct HeightGridTile {
    std::vector<float> heights; ///< NaN: none
    std::vector<float> slopesX; ///< metres a metre, eastwards up
    std::vector<float> slopesY; ///< northwards up
    double errorMetres = 0;     ///< how far the grid lies off the raster's nodes
};

/// The mesh of a tile before it gets its skirt, as kept in a working file meanwhile.
struct HeightTileMesh {
    struct Vertex {
        std::uint16_t column = 0;
        std::uint16_t row = 0;
        float height = 0;
        std::array<std::int8_t, 3> normal{};
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices; ///< triangles, counter-clockwise seen from above

    Result<void> save(const QString& path) const;
    static Result<HeightTileMesh> load(const QString& path);
};

/// @returns the grid of a leaf from its window of the raster with one node more on every side; null where none has a
///          height.
[[nodiscard]] std::unique_ptr<HeightGridTile> leafGrid(const std::vector<float>& window, double spacingMetres);

/// The four grids below a tile: north-west, north-east, south-west, south-east; null where there is none.
using HeightGridQuarters = std::array<std::unique_ptr<HeightGridTile>, 4>;

/// @returns their nodes as one square of 513 × 513.
[[nodiscard]] std::vector<float> joined(const HeightGridQuarters& quarters);

/// @returns every second node; slopes smoothed, along the rim only along the rim, so that neighbours agree.
[[nodiscard]] HeightGridTile halved(const HeightGridQuarters& quarters, const std::vector<float>& fine);

/// @returns whether the coarse grid has ground wherever the finer one has: at gaps and edges it draws back by a node.
[[nodiscard]] bool reachesAsFar(const HeightGridTile& grid, const std::vector<float>& fine);

[[nodiscard]] HeightTileMesh meshOf(const HeightGridTile& grid, const std::vector<RightTriangles::Triangle>& triangles);

} // namespace twin::package
