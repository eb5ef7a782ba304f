// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/GroundEstimate.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

/// A foot this far below its surroundings is a wrong height, not a hollow: the ground does not follow it.
constexpr double deepestHollowMetres = 15;
constexpr int smoothingPasses = 3;

/// Heights with weights; weight 0: unknown.
struct Layer {
    int columns = 0;
    int rows = 0;
    std::vector<float> heights;
    std::vector<float> weights;

    Layer(int c, int r)
        : columns(c),
          rows(r),
          heights(static_cast<std::size_t>(c) * static_cast<std::size_t>(r), 0.0F),
          weights(heights.size(), 0.0F)
    {
    }
    [[nodiscard]] std::size_t at(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    [[nodiscard]] bool isComplete() const
    {
        return std::all_of(weights.begin(), weights.end(), [](float w) { return w > 0; });
    }
};

Layer halved(const Layer& fine)
{
    Layer coarse((fine.columns + 1) / 2, (fine.rows + 1) / 2);
    for (int row = 0; row < fine.rows; ++row)
        for (int column = 0; column < fine.columns; ++column) {
            const std::size_t from = fine.at(column, row);
            const std::size_t to = coarse.at(column / 2, row / 2);
            coarse.heights[to] += fine.heights[from] * fine.weights[from];
            coarse.weights[to] += fine.weights[from];
        }
    for (std::size_t i = 0; i < coarse.heights.size(); ++i)
        if (coarse.weights[i] > 0) {
            coarse.heights[i] /= coarse.weights[i];
            coarse.weights[i] = std::min(coarse.weights[i], 1.0F);
        }
    return coarse;
}

void fillFrom(Layer& fine, const Layer& coarse)
{
    for (int row = 0; row < fine.rows; ++row)
        for (int column = 0; column < fine.columns; ++column) {
            const std::size_t i = fine.at(column, row);
            if (fine.weights[i] > 0)
                continue;
            // Coarse nodes stand between pairs of fine ones.
            const double u = std::clamp((column - 0.5) / 2, 0.0, coarse.columns - 1.0);
            const double v = std::clamp((row - 0.5) / 2, 0.0, coarse.rows - 1.0);
            const int c0 = static_cast<int>(u);
            const int r0 = static_cast<int>(v);
            const int c1 = std::min(c0 + 1, coarse.columns - 1);
            const int r1 = std::min(r0 + 1, coarse.rows - 1);
            const double s = u - c0;
            const double t = v - r0;
            const auto height = [&](int c, int r) { return static_cast<double>(coarse.heights[coarse.at(c, r)]); };
            fine.heights[i] = static_cast<float>((height(c0, r0) * (1 - s) + height(c1, r0) * s) * (1 - t) +
                                                 (height(c0, r1) * (1 - s) + height(c1, r1) * s) * t);
            fine.weights[i] = 1;
        }
}

void fillGaps(Layer& layer)
{
    std::vector<Layer> pyramid{layer};
    while (!pyramid.back().isComplete())
        pyramid.push_back(halved(pyramid.back()));
    for (std::size_t i = pyramid.size() - 1; i-- > 0;)
        fillFrom(pyramid[i], pyramid[i + 1]);
    layer = std::move(pyramid.front());
}

void smooth(Layer& layer)
{
    const auto pass = [&layer](int count, int lines, auto at) {
        std::vector<float> line(static_cast<std::size_t>(count));
        for (int l = 0; l < lines; ++l) {
            for (int i = 0; i < count; ++i)
                line[static_cast<std::size_t>(i)] =
                    (layer.heights[at(std::max(i - 1, 0), l)] + 2 * layer.heights[at(i, l)] +
                     layer.heights[at(std::min(i + 1, count - 1), l)]) /
                    4;
            for (int i = 0; i < count; ++i)
                layer.heights[at(i, l)] = line[static_cast<std::size_t>(i)];
        }
    };
    pass(layer.columns, layer.rows, [&layer](int i, int l) { return layer.at(i, l); });
    pass(layer.rows, layer.columns, [&layer](int i, int l) { return layer.at(l, i); });
}

void takeMedians(Layer& layer, std::vector<std::pair<std::size_t, float>>& samples)
{
    std::sort(samples.begin(), samples.end());
    for (std::size_t first = 0; first < samples.size();) {
        std::size_t end = first;
        while (end < samples.size() && samples[end].first == samples[first].first)
            ++end;
        layer.heights[samples[first].first] = samples[first + (end - first) / 2].second;
        layer.weights[samples[first].first] = 1;
        first = end;
    }
}

} // namespace

GroundModel estimateGround(const std::vector<Block>& blocks, const Extent& extent, const SceneFrame& frame,
                           const GroundOptions& options)
{
    GroundModel ground;
    if (blocks.empty() || extent.isEmpty())
        return ground;
    const LocalPosition size = extent.box.size();
    double spacing = options.spacingMetres;
    const auto nodes = [&](double along) { return std::ceil((along + 2 * options.marginMetres) / spacing) + 2; };
    while (nodes(size.x) * nodes(size.y) > static_cast<double>(options.mostNodes))
        spacing *= 1.25;
    const double west = std::floor((extent.box.min.x - options.marginMetres) / spacing) * spacing;
    const double south = std::floor((extent.box.min.y - options.marginMetres) / spacing) * spacing;
    Layer layer(static_cast<int>(nodes(size.x)), static_cast<int>(nodes(size.y)));
    const auto column = [&](double easting) {
        return std::clamp((easting - west) / spacing, 0.0, layer.columns - 1.0);
    };
    const auto row = [&](double northing) { return std::clamp((northing - south) / spacing, 0.0, layer.rows - 1.0); };

    std::vector<std::pair<std::size_t, float>> samples;
    samples.reserve(blocks.size());
    for (const Block& block : blocks)
        samples.emplace_back(layer.at(static_cast<int>(std::lround(column(block.easting))),
                                      static_cast<int>(std::lround(row(block.northing)))),
                             block.base);
    takeMedians(layer, samples);
    fillGaps(layer);
    for (int i = 0; i < smoothingPasses; ++i)
        smooth(layer);

    for (const Block& block : blocks) {
        const double reach = static_cast<double>(std::hypot(block.halfLength, block.halfWidth));
        const auto low = static_cast<float>(static_cast<double>(block.base) - options.clearanceMetres);
        const int lastRow = static_cast<int>(std::ceil(row(block.northing + reach)));
        const int lastColumn = static_cast<int>(std::ceil(column(block.easting + reach)));
        for (int r = static_cast<int>(row(block.northing - reach)); r <= lastRow; ++r)
            for (int c = static_cast<int>(column(block.easting - reach)); c <= lastColumn; ++c) {
                float& height = layer.heights[layer.at(c, r)];
                if (height > low && static_cast<double>(height - low) < deepestHollowMetres)
                    height = low;
            }
    }

    ground.southWest = {west - frame.origin().eastingMetres, south - frame.origin().northingMetres, 0};
    ground.spacingMetres = spacing;
    ground.columns = layer.columns;
    ground.rows = layer.rows;
    ground.heights = std::move(layer.heights);
    for (float& height : ground.heights)
        height = static_cast<float>(static_cast<double>(height) - frame.origin().heightMetres);
    return ground;
}

} // namespace twin::package
