// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Scene.h"

#include <algorithm>
#include <cmath>

namespace twin::cityjson {
namespace {

constexpr double largestCoordinate = 1e9;

bool isPlausible(const ProjectedPosition& p)
{
    return std::abs(p.eastingMetres) <= largestCoordinate && std::abs(p.northingMetres) <= largestCoordinate &&
           std::abs(p.heightMetres) <= largestCoordinate; // false for NaN
}

} // namespace

std::size_t placeVertices(std::span<ProjectedPosition> vertices, const Quantisation& quantisation,
                          const geo::SourceCrs& crs, ProjectedPosition* stated)
{
    const auto& [scale, translate] = quantisation;
    bool allPlausible = true;
    for (ProjectedPosition& p : vertices) {
        p = {p.eastingMetres * scale[0] + translate[0], p.northingMetres * scale[1] + translate[1],
             p.heightMetres * scale[2] + translate[2]};
        allPlausible &= isPlausible(p);
    }
    if (stated != nullptr)
        std::copy(vertices.begin(), vertices.end(), stated);
    if (allPlausible) {
        const std::vector<ProjectedPosition> before(vertices.begin(), vertices.end());
        if (crs.toRegion(vertices))
            return 0;
        std::copy(before.begin(), before.end(), vertices.begin());
    }
    std::size_t lost = 0;
    for (ProjectedPosition& p : vertices) // one by one: find those that are at fault
        if (!isPlausible(p) || !crs.toRegion(std::span(&p, 1))) {
            p = nowhere;
            ++lost;
        }
    return lost;
}

ProjectedPosition readVertex(const Json& value)
{
    const auto array = asArray(value);
    if (!array || array->size() != 3)
        return nowhere;
    Companion numbers(value);
    const auto x = asNumber(numbers.next());
    const auto y = asNumber(numbers.next());
    const auto z = asNumber(numbers.next());
    return x && y && z ? ProjectedPosition{*x, *y, *z} : nowhere;
}

} // namespace twin::cityjson
