// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/TerrainTiler.h"

#include "package/io/Files.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <meshoptimizer.h>

namespace twin::package {
namespace {

constexpr int patchQuads = 64;
/// How far thinning may lift the finest mesh off the grid: less than the clearance below the buildings.
constexpr double finestToleranceMetres = 0.05;
constexpr double tolerancePerError = 0.25;
constexpr double smallestSkirtMetres = 1;

std::vector<std::uint32_t> gridIndices(std::uint32_t columns, std::uint32_t rows)
{
    std::vector<std::uint32_t> indices;
    indices.reserve(std::size_t{6} * (columns - 1) * (rows - 1));
    for (std::uint32_t r = 0; r + 1 < rows; ++r)
        for (std::uint32_t c = 0; c + 1 < columns; ++c) {
            const std::uint32_t a = r * columns + c;
            const std::uint32_t b = a + columns;
            indices.insert(indices.end(), {a, a + 1, b + 1, a, b + 1, b});
        }
    return indices;
}

std::vector<std::uint32_t> thinned(const TilePrimitive& primitive, double tolerance)
{
    const float* positions = &primitive.positions.front().x;
    const std::size_t count = primitive.positions.size();
    const double scale = static_cast<double>(meshopt_simplifyScale(positions, count, sizeof(Point3)));
    std::vector<std::uint32_t> indices(primitive.indices.size());
    indices.resize(meshopt_simplify(indices.data(), primitive.indices.data(), primitive.indices.size(), positions,
                                    count, sizeof(Point3), 0, static_cast<float>(tolerance / std::max(scale, 1e-6)),
                                    meshopt_SimplifyLockBorder, nullptr));
    return indices;
}

/// Hangs a wall below the rim, a ring of vertices counter-clockwise seen from above.
void appendSkirt(TilePrimitive& primitive, const std::vector<std::uint32_t>& rim, double depth)
{
    const auto first = static_cast<std::uint32_t>(primitive.positions.size());
    for (const std::uint32_t vertex : rim) {
        Point3 low = primitive.positions[vertex];
        low.z -= static_cast<float>(depth);
        primitive.positions.push_back(low);
        primitive.normals.push_back(primitive.normals[vertex]); // lit as the ground above: the seam stays unseen
    }
    const auto count = static_cast<std::uint32_t>(rim.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t next = (i + 1) % count;
        primitive.indices.insert(primitive.indices.end(),
                                 {rim[i], first + i, first + next, rim[i], first + next, rim[next]});
    }
}

} // namespace

TerrainTiler::TerrainTiler(const GroundModel& ground, const SceneFrame& frame, QString folder)
    : m_ground(ground), m_frame(frame), m_folder(std::move(folder))
{
    if (m_ground.columns < 2 || m_ground.rows < 2)
        return;
    int stride = 1;
    while (patchQuads * stride < std::max(m_ground.columns, m_ground.rows) - 1)
        stride *= 2;
    plan({0, 0, stride}, -1);
}

void TerrainTiler::plan(const Patch& patch, std::int32_t parent)
{
    const auto self = static_cast<std::int32_t>(m_patches.size());
    m_patches.push_back(patch);
    TilesetNode node;
    node.parent = parent;
    node.uri = QStringLiteral("%1/%2_%3.glb")
                   .arg(patch.stride)
                   .arg(patch.column / patchQuads / patch.stride)
                   .arg(patch.row / patchQuads / patch.stride);
    node.geometricError = patch.stride == 1 ? 0 : deviation(linesOf(patch)) * (1 + tolerancePerError);
    m_nodes.push_back(node);
    if (parent >= 0)
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    const int half = patch.stride / 2;
    for (int q = 0; half > 0 && q < 4; ++q) {
        const Patch child{patch.column + (q & 1) * patchQuads * half, patch.row + (q >> 1) * patchQuads * half, half};
        if (child.column < m_ground.columns - 1 && child.row < m_ground.rows - 1)
            plan(child, self);
    }
}

TerrainTiler::Lines TerrainTiler::linesOf(const Patch& patch) const
{
    const auto line = [&patch](int first, int last) {
        std::vector<int> nodes;
        for (int node = first; node < last; node += patch.stride)
            nodes.push_back(node);
        nodes.push_back(last);
        return nodes;
    };
    const int reach = patchQuads * patch.stride;
    return {line(patch.column, std::min(patch.column + reach, m_ground.columns - 1)),
            line(patch.row, std::min(patch.row + reach, m_ground.rows - 1))};
}

double TerrainTiler::heightOf(int column, int row) const
{
    return static_cast<double>(
        m_ground.heights[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_ground.columns) +
                         static_cast<std::size_t>(column)]);
}

double TerrainTiler::deviation(const Lines& lines) const
{
    double largest = 0;
    for (std::size_t r = 0; r + 1 < lines.rows.size(); ++r)
        for (std::size_t c = 0; c + 1 < lines.columns.size(); ++c) {
            const int c0 = lines.columns[c];
            const int c1 = lines.columns[c + 1];
            const int r0 = lines.rows[r];
            const int r1 = lines.rows[r + 1];
            for (int row = r0; row <= r1; ++row)
                for (int column = c0; column <= c1; ++column) {
                    const double s = double(column - c0) / (c1 - c0);
                    const double t = double(row - r0) / (r1 - r0);
                    const double coarse = (heightOf(c0, r0) * (1 - s) + heightOf(c1, r0) * s) * (1 - t) +
                                          (heightOf(c0, r1) * (1 - s) + heightOf(c1, r1) * s) * t;
                    largest = std::max(largest, std::abs(heightOf(column, row) - coarse));
                }
        }
    return largest;
}

std::array<std::int8_t, 3> TerrainTiler::normalOf(int column, int row, int stride) const
{
    const int west = std::max(column - stride, 0);
    const int east = std::min(column + stride, m_ground.columns - 1);
    const int south = std::max(row - stride, 0);
    const int north = std::min(row + stride, m_ground.rows - 1);
    const double slopeX = (heightOf(east, row) - heightOf(west, row)) / ((east - west) * m_ground.spacingMetres);
    const double slopeY =
        (heightOf(column, north) - heightOf(column, south)) / ((north - south) * m_ground.spacingMetres);
    const double size = std::sqrt(slopeX * slopeX + slopeY * slopeY + 1);
    const auto eighth = [size](double v) { return static_cast<std::int8_t>(std::lround(v / size * 127)); };
    return {eighth(-slopeX), eighth(-slopeY), eighth(1)};
}

TileMesh TerrainTiler::mesh(const Patch& patch, const ProjectedPosition& centre, double tolerance, double skirt) const
{
    const Lines lines = linesOf(patch);
    const LocalPosition offset = m_frame.toLocal(centre);
    TileMesh mesh;
    mesh.precisionMetres = std::max(0.005, tolerance / 2);
    TilePrimitive& ground = mesh.of(TileMaterial::Terrain);
    for (const int row : lines.rows)
        for (const int column : lines.columns) {
            ground.positions.push_back(
                {static_cast<float>(m_ground.southWest.x + column * m_ground.spacingMetres - offset.x),
                 static_cast<float>(m_ground.southWest.y + row * m_ground.spacingMetres - offset.y),
                 static_cast<float>(heightOf(column, row) - offset.z)});
            ground.normals.push_back(normalOf(column, row, patch.stride));
        }
    const auto columns = static_cast<std::uint32_t>(lines.columns.size());
    const auto rows = static_cast<std::uint32_t>(lines.rows.size());
    ground.indices = gridIndices(columns, rows);
    ground.indices = thinned(ground, tolerance);
    std::vector<std::uint32_t> rim;
    for (std::uint32_t c = 0; c + 1 < columns; ++c)
        rim.push_back(c);
    for (std::uint32_t r = 0; r + 1 < rows; ++r)
        rim.push_back(r * columns + columns - 1);
    for (std::uint32_t c = columns - 1; c > 0; --c)
        rim.push_back((rows - 1) * columns + c);
    for (std::uint32_t r = rows - 1; r > 0; --r)
        rim.push_back(r * columns);
    appendSkirt(ground, rim, skirt);
    return mesh;
}

Result<void> TerrainTiler::prepare() const
{
    for (const TilesetNode& node : m_nodes)
        if (!QDir().mkpath(QFileInfo(m_folder + QLatin1Char('/') + node.uri).path()))
            return failure(
                ErrorCode::AccessDenied,
                QCoreApplication::translate("twin::package", "Der Ordner der Kacheln ließ sich nicht anlegen."), {}, {},
                {m_folder, -1, {}});
    return {};
}

Result<void> TerrainTiler::buildTile(std::size_t tile)
{
    const Patch& patch = m_patches[tile];
    TilesetNode& node = m_nodes[tile];
    const Lines lines = linesOf(patch);
    const double spacing = m_ground.spacingMetres;
    const ProjectedPosition middle =
        m_frame.toProjected({m_ground.southWest.x + (lines.columns.front() + lines.columns.back()) / 2.0 * spacing,
                             m_ground.southWest.y + (lines.rows.front() + lines.rows.back()) / 2.0 * spacing,
                             heightOf(lines.columns.front(), lines.rows.front())});
    node.centre = {std::round(middle.eastingMetres), std::round(middle.northingMetres),
                   std::round(middle.heightMetres)};
    const double tolerance = std::max(finestToleranceMetres, node.geometricError * tolerancePerError);
    const double parentError =
        node.parent < 0 ? node.geometricError : m_nodes[static_cast<std::size_t>(node.parent)].geometricError;
    const TileMesh content = mesh(patch, node.centre, tolerance, std::max(smallestSkirtMetres, 2 * parentError));
    node.box = content.bounds();
    const double slack = 2 * content.precisionMetres;
    node.box.include(node.box.min - LocalPosition{slack, slack, slack});
    node.box.include(node.box.max + LocalPosition{slack, slack, slack});
    return writeFile(m_folder + QLatin1Char('/') + node.uri, encodeGlb(content), false);
}

Result<void> TerrainTiler::finish()
{
    encloseChildren(m_nodes);
    return writeTileset(m_folder + QStringLiteral("/tileset.json"), m_nodes);
}

} // namespace twin::package
