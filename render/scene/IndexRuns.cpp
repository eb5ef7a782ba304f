// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/IndexRuns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::render {

namespace {

constexpr std::uint32_t primitivesInARun = 64;

LocalPosition toScene(const std::array<float, 3>& p, const LocalPosition& origin)
{
    return origin + LocalPosition{static_cast<double>(p[0]), static_cast<double>(p[1]), static_cast<double>(p[2])};
}

void join(std::vector<DrawRange>& ranges, DrawRange next)
{
    if (!ranges.empty() && ranges.back().first + ranges.back().count == next.first)
        ranges.back().count += next.count;
    else
        ranges.push_back(next);
}

} // namespace

std::vector<IndexRun> runsOf(const std::vector<TileVertex>& vertices, std::span<const std::uint32_t> indices,
                             DrawRange part, std::uint32_t corners, float lift)
{
    const std::uint32_t longest = primitivesInARun * corners;
    constexpr float most = std::numeric_limits<float>::max();
    std::vector<IndexRun> runs;
    runs.reserve(part.count / longest + 1);
    for (std::uint32_t at = 0; at < part.count; at += longest) {
        IndexRun run{{part.first + at, std::min(longest, part.count - at)}, {most, most, most}, {-most, -most, -most}};
        for (const std::uint32_t index : indices.subspan(run.range.first, run.range.count)) {
            const TileVertex& v = vertices[index];
            run.low = {std::min(run.low[0], v.x), std::min(run.low[1], v.y), std::min(run.low[2], v.z)};
            run.high = {std::max(run.high[0], v.x), std::max(run.high[1], v.y), std::max(run.high[2], v.z)};
        }
        run.high[2] += lift;
        runs.push_back(run);
    }
    return runs;
}

std::vector<InstanceBall> ballsOf(const TileContent& content)
{
    Box box;
    for (const TileVertex& v : content.vertices)
        box.include(LocalPosition{static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)});
    if (box.isEmpty())
        return std::vector<InstanceBall>(content.instances.matrices.size());
    const LocalPosition c = box.centre();
    const auto radius = static_cast<float>(length(box.size()) / 2);
    const std::array<float, 3> centre{static_cast<float>(c.x), static_cast<float>(c.y), static_cast<float>(c.z)};
    std::vector<InstanceBall> balls;
    balls.reserve(content.instances.matrices.size());
    for (const std::array<float, 16>& m : content.instances.matrices) {
        InstanceBall ball;
        float squares = 0; // of the whole matrix: no direction is stretched by more than its root
        for (std::size_t row = 0; row < 3; ++row) {
            ball.centre[row] = m[12 + row];
            for (std::size_t column = 0; column < 3; ++column) {
                ball.centre[row] += m[column * 4 + row] * centre[column];
                squares += m[column * 4 + row] * m[column * 4 + row];
            }
        }
        ball.radius = radius * std::sqrt(squares);
        balls.push_back(ball);
    }
    return balls;
}

std::vector<DrawRange> within(const Frustum& frustum, const LocalPosition& origin, std::span<const IndexRun> runs)
{
    std::vector<DrawRange> ranges;
    for (const IndexRun& run : runs) {
        Box box;
        box.include(toScene(run.low, origin));
        box.include(toScene(run.high, origin));
        if (frustum.intersects(box))
            join(ranges, run.range);
    }
    return ranges;
}

std::vector<DrawRange> within(const Frustum& frustum, const LocalPosition& origin, std::span<const InstanceBall> balls)
{
    std::vector<DrawRange> ranges;
    for (std::uint32_t i = 0; i < balls.size(); ++i)
        if (frustum.intersects(toScene(balls[i].centre, origin), static_cast<double>(balls[i].radius)))
            join(ranges, {i, 1});
    return ranges;
}

} // namespace twin::render
