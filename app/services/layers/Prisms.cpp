// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/Prisms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace twin::services {
namespace {

constexpr Lod prismLod = 10;
constexpr double columnRadiusMetres = 0.5;
constexpr std::size_t columnCorners = 8;

using Ring = std::vector<ProjectedPosition>;

/// Twice the area; positive: counter-clockwise seen from above.
double signedArea(const Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const ProjectedPosition& a = ring[i];
        const ProjectedPosition& b = ring[(i + 1) % ring.size()];
        // From the first corner: the products of whole coordinates have too few digits left.
        sum += (a.eastingMetres - ring[0].eastingMetres) * (b.northingMetres - ring[0].northingMetres) -
               (b.eastingMetres - ring[0].eastingMetres) * (a.northingMetres - ring[0].northingMetres);
    }
    return sum;
}

/// Adds surfaces between two heights.
class PrismMaker {
public:
    PrismMaker(double bottom, double top, std::shared_ptr<const SurfaceAppearance> look)
        : m_bottom(bottom), m_top(top), m_look(std::move(look))
    {
    }

    /// @param rings  the first is the exterior
    void addArea(std::vector<Ring> rings)
    {
        std::erase_if(rings, [](const Ring& ring) { return ring.size() < 3 || signedArea(ring) == 0; });
        if (rings.empty())
            return;
        for (std::size_t i = 0; i < rings.size(); ++i)
            if ((signedArea(rings[i]) > 0) != (i == 0)) // holes the other way round
                std::reverse(rings[i].begin(), rings[i].end());
        const std::int32_t solid = m_solids++;
        add(solid, level(rings, m_top));
        for (const Ring& ring : rings)
            for (std::size_t i = 0; i < ring.size(); ++i)
                addWall(solid, ring[i], ring[(i + 1) % ring.size()]);
        for (Ring& ring : rings)
            std::reverse(ring.begin(), ring.end());
        add(solid, level(rings, m_bottom));
    }

    void addWall(std::int32_t solid, const ProjectedPosition& from, const ProjectedPosition& to)
    {
        if (from.eastingMetres == to.eastingMetres && from.northingMetres == to.northingMetres)
            return;
        Polygon polygon;
        polygon.points = {at(from, m_bottom), at(to, m_bottom), at(to, m_top), at(from, m_top)};
        polygon.ringStarts = {0};
        add(solid, std::move(polygon));
    }

    std::vector<Surface> surfaces;

private:
    static ProjectedPosition at(const ProjectedPosition& p, double height)
    {
        return {p.eastingMetres, p.northingMetres, height};
    }
    static Polygon level(const std::vector<Ring>& rings, double height)
    {
        Polygon polygon;
        for (const Ring& ring : rings) {
            polygon.ringStarts.push_back(static_cast<std::uint32_t>(polygon.points.size()));
            for (const ProjectedPosition& p : ring)
                polygon.points.push_back(at(p, height));
        }
        return polygon;
    }
    void add(std::int32_t solid, Polygon polygon)
    {
        Surface& surface = surfaces.emplace_back();
        surface.lod = prismLod;
        surface.solid = solid;
        surface.polygon = std::move(polygon);
        surface.appearance = m_look;
    }

    double m_bottom;
    double m_top;
    std::shared_ptr<const SurfaceAppearance> m_look;
    std::int32_t m_solids = 0;
};

/// Points first … last of a list of starts.
std::span<const ProjectedPosition> part(const FeatureShape& shape, std::size_t index)
{
    const std::size_t first = shape.partStarts[index];
    const std::size_t last = index + 1 < shape.partStarts.size() ? shape.partStarts[index + 1] : shape.points.size();
    return std::span(shape.points).subspan(first, last - first);
}

Ring columnAround(const ProjectedPosition& p)
{
    Ring ring;
    for (std::size_t i = 0; i < columnCorners; ++i) {
        const double angle = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / columnCorners;
        ring.push_back({p.eastingMetres + columnRadiusMetres * std::cos(angle),
                        p.northingMetres + columnRadiusMetres * std::sin(angle), 0});
    }
    return ring;
}

} // namespace

std::vector<Surface> prismsOf(const FeatureShape& shape, double bottom, double top,
                              const std::shared_ptr<const SurfaceAppearance>& look)
{
    PrismMaker maker(bottom, top, look);
    if (shape.kind == ShapeKind::Points)
        for (const ProjectedPosition& p : shape.points)
            maker.addArea({columnAround(p)});
    if (shape.kind == ShapeKind::Lines)
        for (std::size_t i = 0; i < shape.partStarts.size(); ++i) {
            const auto line = part(shape, i);
            for (std::size_t k = 1; k < line.size(); ++k)
                maker.addWall(-1, line[k - 1], line[k]);
        }
    if (shape.kind == ShapeKind::Areas)
        for (std::size_t area = 0; area < shape.areaStarts.size(); ++area) {
            const std::size_t end =
                area + 1 < shape.areaStarts.size() ? shape.areaStarts[area + 1] : shape.partStarts.size();
            std::vector<Ring> rings;
            for (std::size_t i = shape.areaStarts[area]; i < end; ++i) {
                const auto ring = part(shape, i);
                rings.emplace_back(ring.begin(), ring.end());
            }
            maker.addArea(std::move(rings));
        }
    return std::move(maker.surfaces);
}

} // namespace twin::services
