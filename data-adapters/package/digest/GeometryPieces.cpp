// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/GeometryPieces.h"

#include "model/SceneFrame.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace twin::package {
namespace {

constexpr std::uint32_t trianglesPerInstance = 16;
constexpr std::uint32_t instanceShare = 16;

enum class Kind : std::uint8_t { Patch, Shape, Line };

/// Something that is not cut itself.
struct Item {
    Kind kind = Kind::Patch;
    std::uint32_t feature = 0;
    std::uint32_t index = 0;
    std::uint32_t triangles = 0;
    float x = 0;
    float y = 0;
};

std::uint32_t triangleCount(const PlacedShape& place, const ShapeLibrary& shapes)
{
    return trianglesPerInstance + shapes.shape(place.shape).triangles / instanceShare;
}

std::vector<Item> itemsOf(const GeometryRecord& record, const ShapeLibrary& shapes)
{
    std::vector<Item> items;
    const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
    for (std::uint32_t f = 0; f < count(record.features); ++f) {
        const FeatureGeometry& feature = record.features[f];
        for (std::uint32_t i = 0; i < count(feature.patches); ++i) {
            const Patch& patch = feature.patches[i];
            items.push_back({Kind::Patch, f, i, count(patch.indices) / 3, patch.points[0].x, patch.points[0].y});
        }
        for (std::uint32_t i = 0; i < count(feature.shapes); ++i) {
            const PlacedShape& place = feature.shapes[i];
            items.push_back({Kind::Shape, f, i, triangleCount(place, shapes), place.position.x, place.position.y});
        }
        for (std::uint32_t i = 0; i < count(feature.lines); ++i) {
            const Point3& p = feature.lines[i].points[0];
            items.push_back({Kind::Line, f, i, count(feature.lines[i].points), p.x, p.y});
        }
    }
    return items;
}

std::uint64_t triangleCount(std::span<const Item> items)
{
    std::uint64_t sum = 0;
    for (const Item& item : items)
        sum += item.triangles;
    return sum;
}

GeometryRecord pieceOf(GeometryRecord& record, std::span<Item> items)
{
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.feature, a.kind, a.index) < std::tie(b.feature, b.kind, b.index);
    });
    GeometryRecord piece;
    piece.origin = record.origin;
    std::uint32_t feature = ~0U;
    for (const Item& item : items) {
        FeatureGeometry& whole = record.features[item.feature];
        if (item.feature != feature) {
            feature = item.feature;
            piece.features.emplace_back().properties = whole.properties;
        }
        FeatureGeometry& part = piece.features.back();
        if (item.kind == Kind::Patch)
            part.patches.push_back(std::move(whole.patches[item.index]));
        else if (item.kind == Kind::Shape)
            part.shapes.push_back(whole.shapes[item.index]);
        else
            part.lines.push_back(std::move(whole.lines[item.index]));
    }
    return piece;
}

} // namespace

std::uint32_t triangleCount(const FeatureGeometry& feature, const ShapeLibrary& shapes)
{
    std::uint32_t sum = 0;
    for (const Patch& patch : feature.patches)
        sum += static_cast<std::uint32_t>(patch.indices.size() / 3);
    for (const PlacedShape& place : feature.shapes)
        sum += triangleCount(place, shapes);
    for (const LineString& line : feature.lines)
        sum += static_cast<std::uint32_t>(line.points.size());
    return sum;
}

std::array<Point3, 8> cornersOf(const PlacedShape& place, const ShapeLibrary& shapes)
{
    const Box& box = shapes.shape(place.shape).bounds;
    std::array<Point3, 8> corners;
    for (std::size_t i = 0; i < corners.size(); ++i)
        corners[i] = placed({static_cast<float>(i & 1 ? box.max.x : box.min.x),
                             static_cast<float>(i & 2 ? box.max.y : box.min.y),
                             static_cast<float>(i & 4 ? box.max.z : box.min.z)},
                            place);
    return corners;
}

Extent extentOf(const FeatureGeometry& feature, const ProjectedPosition& origin, const ShapeLibrary& shapes)
{
    Extent extent;
    const SceneFrame frame(origin);
    const auto include = [&](const Point3& p) { extent.include(frame.toProjected(LocalPosition{p.x, p.y, p.z})); };
    for (const Patch& patch : feature.patches)
        std::for_each(patch.points.begin(), patch.points.end(), include);
    for (const PlacedShape& place : feature.shapes)
        for (const Point3& corner : cornersOf(place, shapes))
            include(corner);
    for (const LineString& line : feature.lines)
        std::for_each(line.points.begin(), line.points.end(), include);
    return extent;
}

std::vector<GeometryRecord> cutIntoPieces(GeometryRecord&& record, const ShapeLibrary& shapes,
                                          std::uint32_t pieceTriangles)
{
    std::vector<GeometryRecord> pieces;
    std::uint64_t triangles = 0;
    for (const FeatureGeometry& feature : record.features)
        triangles += triangleCount(feature, shapes);
    if (triangles <= pieceTriangles) {
        pieces.push_back(std::move(record));
        return pieces;
    }
    std::vector<Item> items = itemsOf(record, shapes);
    std::vector<std::span<Item>> open{items};
    while (!open.empty()) {
        const std::span<Item> part = open.back();
        open.pop_back();
        if (part.size() < 2 || triangleCount(std::span<const Item>(part)) <= pieceTriangles) {
            pieces.push_back(pieceOf(record, part));
            continue;
        }
        const auto [west, east] =
            std::minmax_element(part.begin(), part.end(), [](const Item& a, const Item& b) { return a.x < b.x; });
        const auto [south, north] =
            std::minmax_element(part.begin(), part.end(), [](const Item& a, const Item& b) { return a.y < b.y; });
        const bool alongX = east->x - west->x > north->y - south->y;
        const auto middle = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
        std::nth_element(part.begin(), middle, part.end(), [alongX](const Item& a, const Item& b) {
            const float first = alongX ? a.x : a.y;
            const float second = alongX ? b.x : b.y;
            return std::tie(first, a.feature, a.kind, a.index) < std::tie(second, b.feature, b.kind, b.index);
        });
        open.push_back(part.subspan(part.size() / 2));
        open.push_back(part.first(part.size() / 2));
    }
    return pieces;
}

} // namespace twin::package
