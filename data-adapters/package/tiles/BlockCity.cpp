// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/BlockCity.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace twin::package {
namespace {

constexpr double smallestErrorMetres = 1.5;
constexpr double firstCellMetres = 8;
constexpr float mostSpread = 3;
/// Buildings this tall are landmarks whatever their shape, with all their parts.
constexpr float tallMetres = 40;
constexpr std::uint32_t largestLandmarkTriangles = 2500;
/// Share of the budget that landmarks may use.
constexpr std::uint32_t landmarkShare = 4;
/// A cell's buildings are off their places by about this part of the cell.
constexpr double errorPerCell = 0.4;

float volume(const Block& block)
{
    return std::max(block.footArea, 1.0F) * std::max(block.ridge - block.base, 1.0F);
}

bool isGabled(const ChosenBlock& chosen)
{
    return !chosen.plain &&
           (chosen.block->roof == Block::Roof::GableAlong || chosen.block->roof == Block::Roof::GableAcross);
}

/// The normal of a block's lid. One over a pitched roof leans by 15°, to the south: renderers tell pitched roofs from
/// flat ones by the normal, and a town must not turn from clay to grey where its blocks begin.
std::array<std::int8_t, 3> lidNormal(const Block& block)
{
    if (block.roof == Block::Roof::Flat)
        return {0, 0, 127};
    constexpr float sine = 0.2588F * 127;
    const float side = block.alongX > 0 ? -1.0F : 1.0F;
    return {static_cast<std::int8_t>(std::lround(-block.alongY * side * sine)),
            static_cast<std::int8_t>(std::lround(block.alongX * side * sine)), 123};
}

std::uint32_t triangleCount(const ChosenBlock& chosen)
{
    if (!chosen.plain && chosen.block->outlineCount > 0)
        return 3U * chosen.block->outlineCount - 2;
    return isGabled(chosen) ? 14 : 10;
}

/// The error that nine of ten blocks keep: single odd shapes must not make the whole tile refine.
double usualError(const std::vector<const Block*>& blocks)
{
    std::vector<float> errors;
    errors.reserve(blocks.size());
    for (const Block* block : blocks)
        errors.push_back(block->error);
    if (errors.empty())
        return smallestErrorMetres;
    const std::size_t rank = errors.size() * 9 / 10;
    std::nth_element(errors.begin(), errors.begin() + static_cast<std::ptrdiff_t>(rank), errors.end());
    return std::max(static_cast<double>(errors[rank]), smallestErrorMetres);
}

std::vector<ChosenBlock> biggestOfEachCell(const std::vector<const Block*>& blocks, double cellMetres)
{
    struct Cell {
        std::size_t biggest;
        float area;
    };
    std::unordered_map<std::uint64_t, Cell> cells;
    cells.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto column = static_cast<std::int64_t>(std::floor(blocks[i]->easting / cellMetres));
        const auto row = static_cast<std::int64_t>(std::floor(blocks[i]->northing / cellMetres));
        const std::uint64_t key =
            static_cast<std::uint64_t>(column) << 32 ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU);
        const auto [cell, isNew] = cells.try_emplace(key, Cell{i, 0});
        cell->second.area += blocks[i]->footArea;
        if (!isNew && volume(*blocks[i]) > volume(*blocks[cell->second.biggest]))
            cell->second.biggest = i;
    }
    std::vector<std::pair<std::size_t, float>> kept;
    kept.reserve(cells.size());
    for (const auto& [key, cell] : cells)
        kept.emplace_back(cell.biggest, cell.area);
    std::sort(kept.begin(), kept.end()); // the order of the input, whatever the hash table's
    std::vector<ChosenBlock> chosen;
    chosen.reserve(kept.size());
    for (const auto& [index, area] : kept) {
        const Block& block = *blocks[index];
        const float wanted = std::sqrt(area / std::max(block.footArea, 1.0F));
        const float fits = static_cast<float>(cellMetres / 2) / std::max(block.halfLength, 0.5F);
        chosen.push_back({&block, true, std::clamp(wanted, 1.0F, std::clamp(fits, 1.0F, mostSpread))});
    }
    return chosen;
}

std::uint32_t triangleCount(const std::vector<ChosenBlock>& blocks)
{
    std::uint32_t sum = 0;
    for (const ChosenBlock& chosen : blocks)
        sum += triangleCount(chosen);
    return sum;
}

/// Walls around and a flat lid on a counter-clockwise ring in tile coordinates.
class BlockBuilder {
public:
    BlockBuilder(TileMesh& mesh, std::uint32_t feature) : m_mesh(mesh), m_feature(feature) {}

    void quad(TileMaterial material, const std::array<Point3, 4>& corners)
    {
        const std::uint32_t first = begin(material, corners);
        for (const std::uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U})
            m_mesh.of(material).indices.push_back(first + i);
    }
    void triangle(TileMaterial material, const std::array<Point3, 3>& corners)
    {
        const std::uint32_t first = begin(material, corners);
        for (std::uint32_t i = 0; i < 3; ++i)
            m_mesh.of(material).indices.push_back(first + i);
    }
    void lid(const std::vector<Point2>& ring, float height, const std::array<std::int8_t, 3>& normal)
    {
        std::vector<std::uint32_t> indices;
        if (!m_clipper.clip(ring, indices))
            return;
        std::vector<Point3> corners;
        for (const Point2& p : ring)
            corners.push_back({static_cast<float>(p.x), static_cast<float>(p.y), height});
        TilePrimitive& roof = m_mesh.of(TileMaterial::Roof);
        const auto first = static_cast<std::uint32_t>(roof.positions.size());
        for (const Point3& p : corners) {
            roof.positions.push_back(p);
            roof.normals.push_back(normal);
            roof.features.push_back(m_feature);
        }
        for (const std::uint32_t index : indices)
            roof.indices.push_back(first + index);
    }

private:
    template <std::size_t Count> std::uint32_t begin(TileMaterial material, const std::array<Point3, Count>& corners)
    {
        const auto vector = [](const Point3& p) { return LocalPosition{p.x, p.y, p.z}; };
        const LocalPosition n = cross(vector(corners[1]) - vector(corners[0]), vector(corners[2]) - vector(corners[0]));
        const double size = std::max(length(n), 1e-12);
        const auto eighth = [size](double v) { return static_cast<std::int8_t>(std::lround(v / size * 127)); };
        TilePrimitive& primitive = m_mesh.of(material);
        const auto first = static_cast<std::uint32_t>(primitive.positions.size());
        for (const Point3& p : corners) {
            primitive.positions.push_back(p);
            primitive.normals.push_back({eighth(n.x), eighth(n.y), eighth(n.z)});
            primitive.features.push_back(m_feature);
        }
        return first;
    }

    TileMesh& m_mesh;
    std::uint32_t m_feature;
    EarClipper m_clipper;
};

/// Of whole buildings: a tower's pod and mast belong to it however small they are.
std::map<std::uint32_t, float> heightsOf(const std::vector<const Block*>& blocks)
{
    std::map<std::uint32_t, std::pair<float, float>> spans;
    for (const Block* block : blocks) {
        auto& [base, top] = spans.try_emplace(block->drawable, block->base, block->top).first->second;
        base = std::min(base, block->base);
        top = std::max(top, block->top);
    }
    std::map<std::uint32_t, float> heights;
    for (const auto& [drawable, span] : spans)
        heights.emplace(drawable, span.second - span.first);
    return heights;
}

} // namespace

BlockCity chooseBlocks(const std::vector<const Block*>& blocks, std::uint32_t triangleBudget)
{
    BlockCity city;
    const double usual = usualError(blocks);
    std::vector<const Block*> candidates;
    const std::map<std::uint32_t, float> heights = heightsOf(blocks);
    for (const Block* block : blocks)
        if (block->triangles <= largestLandmarkTriangles &&
            (heights.at(block->drawable) >= tallMetres || static_cast<double>(block->error) > 3 * usual))
            candidates.push_back(block);
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Block* a, const Block* b) {
        const auto key = [&](const Block* block) {
            return std::pair(heights.at(block->drawable), block->top - block->base);
        };
        return key(a) > key(b);
    });
    std::uint32_t landmarkTriangles = 0;
    for (const Block* block : candidates)
        if (landmarkTriangles + block->triangles <= triangleBudget / landmarkShare) {
            landmarkTriangles += block->triangles;
            city.landmarks.push_back(block);
        }
    std::vector<const Block*> sortedLandmarks = city.landmarks;
    std::sort(sortedLandmarks.begin(), sortedLandmarks.end());
    std::vector<const Block*> rest;
    rest.reserve(blocks.size());
    for (const Block* block : blocks)
        if (!std::binary_search(sortedLandmarks.begin(), sortedLandmarks.end(), block))
            rest.push_back(block);

    city.errorMetres = usual;
    for (const Block* block : rest)
        city.blocks.push_back({block, false, 1});
    const std::uint32_t budget = triangleBudget - landmarkTriangles;
    for (double cell = firstCellMetres; triangleCount(city.blocks) > budget && city.blocks.size() > 1; cell *= 1.25) {
        city.blocks = biggestOfEachCell(rest, cell);
        city.errorMetres = std::max(usual, errorPerCell * cell);
    }
    return city;
}

void appendBlock(TileMesh& mesh, const ChosenBlock& chosen, const std::vector<OutlinePoint>& outlines,
                 std::uint32_t feature, double centreEasting, double centreNorthing, double centreHeight)
{
    const Block& block = *chosen.block;
    BlockBuilder builder(mesh, feature);
    const double x = block.easting - centreEasting;
    const double y = block.northing - centreNorthing;
    const auto base = static_cast<float>(static_cast<double>(block.base) - centreHeight);
    const float wallTop = chosen.plain ? (block.eaves + block.ridge) / 2 : block.eaves;
    const auto eaves = static_cast<float>(static_cast<double>(std::max(wallTop, block.base + 0.5F)) - centreHeight);
    const auto ridge = static_cast<float>(static_cast<double>(std::max(block.ridge, block.base + 0.5F)) - centreHeight);
    std::vector<Point2> ring;
    const bool outlined = block.outlineCount > 0 && !chosen.plain;
    if (outlined) {
        for (std::uint16_t i = 0; i < block.outlineCount; ++i) {
            const OutlinePoint& p = outlines[block.outlineFirst + i];
            ring.push_back(
                {x + static_cast<double>(p.x * chosen.spread), y + static_cast<double>(p.y * chosen.spread)});
        }
    } else {
        const double l = static_cast<double>(block.halfLength * chosen.spread);
        const double w = static_cast<double>(block.halfWidth * chosen.spread);
        const double ux = static_cast<double>(block.alongX);
        const double uy = static_cast<double>(block.alongY);
        for (const auto& [a, b] : {std::pair(-l, -w), std::pair(l, -w), std::pair(l, w), std::pair(-l, w)})
            ring.push_back({x + a * ux - b * uy, y + a * uy + b * ux});
        if (block.roof == Block::Roof::GableAcross) // the ridge below runs along the side from corner 0 to 1
            std::rotate(ring.begin(), ring.begin() + 1, ring.end());
    }
    const auto at = [&ring](std::size_t i, float height) {
        const Point2& p = ring[i % ring.size()];
        return Point3{static_cast<float>(p.x), static_cast<float>(p.y), height};
    };
    for (std::size_t i = 0; i < ring.size(); ++i)
        builder.quad(TileMaterial::Wall, {at(i, base), at(i + 1, base), at(i + 1, eaves), at(i, eaves)});
    if (!isGabled(chosen)) {
        builder.lid(ring, eaves, lidNormal(block));
        return;
    }
    const auto middle = [&](std::size_t i, std::size_t j) {
        return Point3{static_cast<float>((ring[i].x + ring[j].x) / 2), static_cast<float>((ring[i].y + ring[j].y) / 2),
                      ridge};
    };
    const Point3 start = middle(3, 0); // ridge parallel to the sides 0–1 and 2–3
    const Point3 end = middle(1, 2);
    builder.quad(TileMaterial::Roof, {at(0, eaves), at(1, eaves), end, start});
    builder.quad(TileMaterial::Roof, {at(2, eaves), at(3, eaves), start, end});
    builder.triangle(TileMaterial::Wall, {at(1, eaves), at(2, eaves), end});
    builder.triangle(TileMaterial::Wall, {at(3, eaves), at(0, eaves), start});
}

} // namespace twin::package
