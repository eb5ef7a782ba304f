// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/HeightGridTile.h"

#include "package/io/Files.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <QCoreApplication>
#include <QFile>

namespace twin::package {
namespace {

constexpr int fineSide = 2 * heightTileQuads + 1;
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t nodeCount = std::size_t{heightTileSide} * heightTileSide;

std::size_t nodeAt(int column, int row)
{
    return static_cast<std::size_t>(row) * heightTileSide + static_cast<std::size_t>(column);
}

std::size_t fineAt(int column, int row)
{
    return static_cast<std::size_t>(row) * fineSide + static_cast<std::size_t>(column);
}

/// The slope between two neighbours, of which one may be missing.
float slope(float before, float here, float after, double spacing)
{
    const bool hasBefore = !std::isnan(before);
    const bool hasAfter = !std::isnan(after);
    const double rise = static_cast<double>(hasAfter ? after : here) - static_cast<double>(hasBefore ? before : here);
    const int steps = int(hasBefore) + int(hasAfter);
    return steps == 0 ? 0.0F : static_cast<float>(rise / (steps * spacing));
}

/// @returns all quarters' slopes as one square; 0 where there are none.
std::vector<float> joinedSlopes(const HeightGridQuarters& quarters, std::vector<float> HeightGridTile::*slopes)
{
    std::vector<float> fine(std::size_t{fineSide} * fineSide, 0.0F);
    for (int q = 0; q < 4; ++q)
        if (const auto& quarter = quarters[static_cast<std::size_t>(q)])
            for (int row = 0; row < heightTileSide; ++row)
                std::copy_n(((*quarter).*slopes).begin() + static_cast<std::ptrdiff_t>(nodeAt(0, row)), heightTileSide,
                            fine.begin() + static_cast<std::ptrdiff_t>(
                                               fineAt((q & 1) * heightTileQuads, (q >> 1) * heightTileQuads + row)));
    return fine;
}

/// Weights 1-2-1; a neighbour beyond the rim does not count, nor does anything across it: both tiles at a rim see the
/// same nodes then.
std::vector<float> smoothed(const std::vector<float>& fine)
{
    std::vector<float> coarse(nodeCount);
    const int last = fineSide - 1;
    for (int row = 0; row < heightTileSide; ++row)
        for (int column = 0; column < heightTileSide; ++column) {
            const int c = 2 * column;
            const int r = 2 * row;
            const int reachX = c > 0 && c < last ? 1 : 0;
            const int reachY = r > 0 && r < last ? 1 : 0;
            const bool isRim = reachX == 0 || reachY == 0;
            const int alongX = isRim && reachY == 1 ? 0 : reachX; // on a rim: along it only
            const int alongY = isRim && reachX == 1 ? 0 : reachY;
            float sum = 0;
            float weights = 0;
            for (int dy = -alongY; dy <= alongY; ++dy)
                for (int dx = -alongX; dx <= alongX; ++dx) {
                    const auto weight = static_cast<float>((2 - std::abs(dx)) * (2 - std::abs(dy)));
                    sum += weight * fine[fineAt(c + dx, r + dy)];
                    weights += weight;
                }
            coarse[nodeAt(column, row)] = sum / weights;
        }
    return coarse;
}

/// How far the plain grid of triangles lies off the finer nodes: those between two coarse nodes, and in the middle of
/// four, where the triangles' long side runs.
double gridDeviation(const std::vector<float>& fine)
{
    float largest = 0;
    const auto take = [&](int c0, int r0, int c1, int r1) {
        const float off =
            std::abs(fine[fineAt((c0 + c1) / 2, (r0 + r1) / 2)] - (fine[fineAt(c0, r0)] + fine[fineAt(c1, r1)]) / 2);
        if (off > largest) // not for NaN
            largest = off;
    };
    for (int row = 0; row < fineSide; row += 2)
        for (int column = 0; column < fineSide; column += 2) {
            if (column + 2 < fineSide)
                take(column, row, column + 2, row);
            if (row + 2 < fineSide)
                take(column, row, column, row + 2);
            if (column + 2 < fineSide && row + 2 < fineSide) {
                if ((column / 2 + row / 2) % 2 == 0)
                    take(column, row, column + 2, row + 2);
                else
                    take(column + 2, row, column, row + 2);
            }
        }
    return static_cast<double>(largest);
}

auto unreadable(const QString& path)
{
    return failure(ErrorCode::Internal, QCoreApplication::translate("twin::package", "Eine Arbeitsdatei ist unlesbar."),
                   {}, {}, {path, -1, {}});
}

} // namespace

std::unique_ptr<HeightGridTile> leafGrid(const std::vector<float>& window, double spacingMetres)
{
    constexpr int windowSide = heightTileSide + 2;
    const auto at = [&window](int column, int row) {
        return window[static_cast<std::size_t>(row + 1) * windowSide + static_cast<std::size_t>(column + 1)];
    };
    auto grid = std::make_unique<HeightGridTile>();
    grid->heights.resize(nodeCount);
    grid->slopesX.resize(nodeCount);
    grid->slopesY.resize(nodeCount);
    bool any = false;
    for (int row = 0; row < heightTileSide; ++row)
        for (int column = 0; column < heightTileSide; ++column) {
            const std::size_t node = nodeAt(column, row);
            const float here = at(column, row);
            grid->heights[node] = here;
            if (std::isnan(here))
                continue;
            any = true;
            grid->slopesX[node] = slope(at(column - 1, row), here, at(column + 1, row), spacingMetres);
            grid->slopesY[node] = slope(at(column, row + 1), here, at(column, row - 1), spacingMetres);
        }
    return any ? std::move(grid) : nullptr;
}

std::vector<float> joined(const HeightGridQuarters& quarters)
{
    std::vector<float> fine(std::size_t{fineSide} * fineSide, nan);
    for (int q = 0; q < 4; ++q) {
        const auto& quarter = quarters[static_cast<std::size_t>(q)];
        if (!quarter)
            continue;
        for (int row = 0; row < heightTileSide; ++row)
            for (int column = 0; column < heightTileSide; ++column)
                if (const float height = quarter->heights[nodeAt(column, row)]; !std::isnan(height))
                    fine[fineAt((q & 1) * heightTileQuads + column, (q >> 1) * heightTileQuads + row)] = height;
    }
    return fine;
}

HeightGridTile halved(const HeightGridQuarters& quarters, const std::vector<float>& fine)
{
    HeightGridTile grid;
    grid.heights.resize(nodeCount);
    for (int row = 0; row < heightTileSide; ++row)
        for (int column = 0; column < heightTileSide; ++column)
            grid.heights[nodeAt(column, row)] = fine[fineAt(2 * column, 2 * row)];
    grid.slopesX = smoothed(joinedSlopes(quarters, &HeightGridTile::slopesX));
    grid.slopesY = smoothed(joinedSlopes(quarters, &HeightGridTile::slopesY));
    double below = 0;
    for (const auto& quarter : quarters)
        below = std::max(below, quarter ? quarter->errorMetres : 0);
    grid.errorMetres = below + gridDeviation(fine);
    return grid;
}

bool reachesAsFar(const HeightGridTile& grid, const std::vector<float>& fine)
{
    for (int row = 0; row < heightTileQuads; ++row)
        for (int column = 0; column < heightTileQuads; ++column) {
            const float sum = grid.heights[nodeAt(column, row)] + grid.heights[nodeAt(column + 1, row)] +
                              grid.heights[nodeAt(column, row + 1)] + grid.heights[nodeAt(column + 1, row + 1)];
            if (!std::isnan(sum))
                continue;
            for (int node = 0; node < 9; ++node) // NOLINT(readability-magic-numbers): 3 × 3 finer nodes
                if (!std::isnan(fine[fineAt(2 * column + node % 3, 2 * row + node / 3)]))
                    return false;
        }
    return true;
}

HeightTileMesh meshOf(const HeightGridTile& grid, const std::vector<RightTriangles::Triangle>& triangles)
{
    constexpr std::uint32_t unused = 0xFFFFFFFF;
    HeightTileMesh mesh;
    std::vector<std::uint32_t> vertexOf(nodeCount, unused);
    mesh.indices.reserve(triangles.size() * 3);
    for (const RightTriangles::Triangle& triangle : triangles)
        for (const std::uint32_t node : triangle) {
            if (vertexOf[node] == unused) {
                vertexOf[node] = static_cast<std::uint32_t>(mesh.vertices.size());
                const auto sx = static_cast<double>(grid.slopesX[node]);
                const auto sy = static_cast<double>(grid.slopesY[node]);
                const double size = std::sqrt(sx * sx + sy * sy + 1);
                const auto part = [size](double v) { return static_cast<std::int8_t>(std::lround(v / size * 127)); };
                mesh.vertices.push_back({static_cast<std::uint16_t>(node % heightTileSide),
                                         static_cast<std::uint16_t>(node / heightTileSide),
                                         grid.heights[node],
                                         {part(-sx), part(-sy), part(1)}});
            }
            mesh.indices.push_back(vertexOf[node]);
        }
    return mesh;
}

Result<void> HeightTileMesh::save(const QString& path) const
{
    const std::array<std::uint64_t, 2> counts{vertices.size(), indices.size()};
    std::string bytes;
    bytes.reserve(sizeof counts + vertices.size() * sizeof(Vertex) + indices.size() * sizeof(std::uint32_t));
    const auto append = [&bytes](const auto& list) { // an empty one has no address to copy from
        if (!list.empty())
            bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(list[0]));
    };
    append(counts);
    append(vertices);
    append(indices);
    return writeFile(path, bytes, false);
}

Result<HeightTileMesh> HeightTileMesh::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path);
    const QByteArray bytes = file.readAll();
    std::array<std::uint64_t, 2> counts{};
    if (bytes.size() < qsizetype(sizeof counts))
        return unreadable(path);
    std::memcpy(counts.data(), bytes.constData(), sizeof counts);
    HeightTileMesh mesh;
    if (static_cast<std::uint64_t>(bytes.size()) !=
        sizeof counts + counts[0] * sizeof(Vertex) + counts[1] * sizeof(std::uint32_t))
        return unreadable(path);
    mesh.vertices.resize(counts[0]);
    mesh.indices.resize(counts[1]);
    const char* from = bytes.constData() + sizeof counts;
    if (counts[0] > 0)
        std::memcpy(mesh.vertices.data(), from, counts[0] * sizeof(Vertex));
    if (counts[1] > 0)
        std::memcpy(mesh.indices.data(), from + counts[0] * sizeof(Vertex), counts[1] * sizeof(std::uint32_t));
    return mesh;
}

} // namespace twin::package
