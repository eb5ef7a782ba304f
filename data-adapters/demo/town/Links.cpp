// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/town/Links.h"

#include "demo/town/TownPlan.h"

#include <algorithm>
#include <optional>

namespace twin::demo {
namespace {

constexpr double step = 25;          ///< metres between points of a way
constexpr double shortest = 40;      ///< piece of open country, metres
constexpr double longestBlock = 400; ///< metres from corner to corner

/// How far the middle of a road lies beside the straight line, a share of its length; the first that keeps dry.
constexpr std::array bends{0.10, -0.10, 0.22, -0.22, 0.36, -0.36};

bool areNeighbours(const std::vector<Settlement>& places, std::size_t a, std::size_t b)
{
    const double between = length(places[a].centre - places[b].centre);
    return std::none_of(places.begin(), places.end(), [&](const Settlement& third) {
        return std::max(length(third.centre - places[a].centre), length(third.centre - places[b].centre)) < between;
    });
}

bool isInLake(const Assets& assets, Vec2 p)
{
    return std::any_of(assets.courses.begin(), assets.courses.end(),
                       [&](const Course& course) { return course.kind == "lake" && contains(course.points, p); });
}

/// A quadratic Bézier curve.
std::vector<Vec2> bent(Vec2 from, Vec2 to, double bend)
{
    const Vec2 control = mix(from, to, 0.5) + left(to - from) * bend;
    const int pieces = std::max(2, int(length(to - from) / step));
    std::vector<Vec2> way;
    for (int i = 0; i <= pieces; ++i) {
        const double t = double(i) / pieces;
        way.push_back(mix(mix(from, control, t), mix(control, to, t), t));
    }
    return way;
}

bool isBuiltOn(const std::vector<Block>& blocks, Vec2 p)
{
    return std::any_of(blocks.begin(), blocks.end(), [p](const Block& block) {
        return std::abs(block.corners[0].x - p.x) < longestBlock && std::abs(block.corners[0].y - p.y) < longestBlock &&
               contains(block.corners, p);
    });
}

/// The place between a free and a built one where the building begins.
Vec2 rimBetween(const std::vector<Block>& blocks, Vec2 free, Vec2 built)
{
    for (int i = 0; i < 6; ++i) {
        const Vec2 middle = mix(free, built, 0.5);
        (isBuiltOn(blocks, middle) ? built : free) = middle;
    }
    return built;
}

} // namespace

std::vector<Link> linksOf(const Assets& assets)
{
    const auto& places = assets.settlements;
    std::vector<Link> links;
    for (std::size_t to = 1; to < places.size(); ++to)
        for (std::size_t from = 0; from < to; ++from) {
            if (!areNeighbours(places, from, to))
                continue;
            const double side = (from + to) % 2 == 0 ? 1 : -1;
            for (const double bend : bends) {
                std::vector<Vec2> way = bent(places[from].centre, places[to].centre, side * bend);
                if (std::none_of(way.begin(), way.end(), [&](Vec2 p) { return isInLake(assets, p); })) {
                    links.push_back({from, to, std::move(way)});
                    break;
                }
            }
        }
    return links;
}

std::vector<Course> openPieces(const Course& course, const std::vector<Block>& blocks)
{
    std::vector<Course> pieces;
    std::vector<Vec2> piece;
    const auto finish = [&] {
        if (piece.size() > 1 && length(piece.back() - piece.front()) > shortest)
            pieces.push_back({course.kind, course.name, piece, std::vector<double>(piece.size(), 0)});
        piece.clear();
    };
    std::optional<Vec2> before; // as far as it is built on
    for (std::size_t i = 0; i < course.points.size(); ++i) {
        const Vec2 from = i == 0 ? course.points[0] : course.points[i - 1];
        const int steps = std::max(1, int(length(course.points[i] - from) / step));
        for (int k = i == 0 ? steps : 1; k <= steps; ++k) {
            const Vec2 p = mix(from, course.points[i], double(k) / steps);
            if (!isBuiltOn(blocks, p)) {
                if (before)
                    piece.push_back(rimBetween(blocks, p, *before));
                piece.push_back(p);
                before.reset();
                continue;
            }
            if (!piece.empty())
                piece.push_back(rimBetween(blocks, piece.back(), p));
            finish();
            before = p;
        }
    }
    finish();
    return pieces;
}

std::vector<Course> countryRoads(const Assets& assets, const std::vector<Link>& links, const std::vector<Block>& blocks)
{
    std::vector<Course> roads;
    for (const Link& link : links) {
        const Course whole{
            "country_road", assets.settlements[link.from].name + "–" + assets.settlements[link.to].name, link.way, {}};
        for (Course& piece : openPieces(whole, blocks))
            roads.push_back(std::move(piece));
    }
    return roads;
}

} // namespace twin::demo
