// SPDX-License-Identifier: GPL-3.0-or-later
#include "StationField.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::services {
namespace {

constexpr double samePlace = 1;    ///< metres: nearer stations count as one place
constexpr double leastReach = 300; ///< metres
constexpr double mostReach = 6000; ///< metres: beyond, weather of two valleys is no neighbour
constexpr std::size_t neighbours = 8;
constexpr double cellMetres = 60;
constexpr int mostCells = 600; ///< in each direction
constexpr double edge = 0.15;  ///< of the reach over which the picture fades out

double square(double x)
{
    return x * x;
}

double distance2(const StationValue& a, double x, double y)
{
    return square(a.x - x) + square(a.y - y);
}

/// Twice the median of the distances to the nearest neighbour.
double reachOf(const std::vector<StationValue>& stations)
{
    std::vector<double> nearest;
    for (const StationValue& a : stations) {
        double best = std::numeric_limits<double>::max();
        for (const StationValue& b : stations)
            if (&a != &b)
                best = std::min(best, distance2(a, b.x, b.y));
        nearest.push_back(std::sqrt(best));
    }
    const auto middle = nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2);
    std::nth_element(nearest.begin(), middle, nearest.end());
    return std::clamp(2 * *middle, leastReach, mostReach);
}

/// Values on a grid; NaN where there is no estimate. Opacity falls to 0 at the reach.
class FieldDrape final : public DrapeSource {
public:
    FieldDrape(const StationField& field, const FieldColours& colours, QString layer)
        : m_layer(std::move(layer)), m_extent(field.extent()), m_colours(colours)
    {
        const double width = m_extent.east - m_extent.west;
        const double height = m_extent.north - m_extent.south;
        m_columns = std::clamp(static_cast<int>(width / cellMetres) + 2, 2, mostCells);
        m_rows = std::clamp(static_cast<int>(height / cellMetres) + 2, 2, mostCells);
        m_cells.reserve(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column) {
                const double x = m_extent.west + width * column / (m_columns - 1);
                const double y = m_extent.south + height * row / (m_rows - 1);
                m_cells.push_back(cellAt(field, x, y));
            }
    }

    [[nodiscard]] QString layer() const override { return m_layer; }
    [[nodiscard]] GroundRectangle extent() const override { return m_extent; }

    [[nodiscard]] Result<Image> paint(const GroundRectangle& place, int width, int height,
                                      const CancellationToken& cancel) const override
    {
        Image image{width, height, {}};
        image.pixels.resize(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        auto* pixel = image.pixels.data();
        for (int row = 0; row < height; ++row) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            const double y = place.north - (place.north - place.south) * (row + 0.5) / height;
            for (int column = 0; column < width; ++column, pixel += 4)
                colour(place.west + (place.east - place.west) * (column + 0.5) / width, y, pixel);
        }
        return image;
    }

private:
    struct Sample {
        float value = 0;
        float strength = 0; ///< 0 … 1; 0: no estimate
    };

    static Sample cellAt(const StationField& field, double x, double y)
    {
        const auto value = field.at(x, y);
        if (!value)
            return {};
        double nearest = std::numeric_limits<double>::max();
        for (const StationValue& station : field.stations())
            nearest = std::min(nearest, distance2(station, x, y));
        const double left = 1 - std::sqrt(nearest) / field.reachMetres();
        return {static_cast<float>(*value), static_cast<float>(std::clamp(left / edge, 0.0, 1.0))};
    }

    [[nodiscard]] const Sample& sample(int column, int row) const
    {
        return m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column)];
    }

    void colour(double x, double y, std::uint8_t* pixel) const
    {
        const double u = (x - m_extent.west) / (m_extent.east - m_extent.west) * (m_columns - 1);
        const double v = (y - m_extent.south) / (m_extent.north - m_extent.south) * (m_rows - 1);
        if (!(u >= 0) || !(v >= 0) || u > m_columns - 1 || v > m_rows - 1)
            return;
        const int column = std::min(static_cast<int>(u), m_columns - 2);
        const int row = std::min(static_cast<int>(v), m_rows - 2);
        double value = 0;
        double strength = 0;
        for (const int dy : {0, 1})
            for (const int dx : {0, 1}) {
                const Sample& corner = sample(column + dx, row + dy);
                const double weight = (dx == 1 ? u - column : 1 - u + column) * (dy == 1 ? v - row : 1 - v + row) *
                                      static_cast<double>(corner.strength);
                value += weight * static_cast<double>(corner.value);
                strength += weight;
            }
        if (strength <= 0)
            return;
        const double share = (value / strength - m_colours.from) / (m_colours.to - m_colours.from);
        const auto& step = m_colours.steps[static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255))];
        std::copy(step.begin(), step.end(), pixel);
        pixel[3] = static_cast<std::uint8_t>(std::lround(std::clamp(strength, 0.0, 1.0) * 255));
    }

    QString m_layer;
    GroundRectangle m_extent;
    FieldColours m_colours;
    int m_columns = 2;
    int m_rows = 2;
    std::vector<Sample> m_cells; ///< row-major from the south-west
};

} // namespace

std::optional<StationField> StationField::make(std::vector<StationValue> stations)
{
    StationField field;
    for (const StationValue& station : stations)
        if (std::isfinite(station.value) &&
            std::none_of(field.m_stations.begin(), field.m_stations.end(), [&](const StationValue& other) {
                return distance2(other, station.x, station.y) < square(samePlace);
            }))
            field.m_stations.push_back(station);
    if (field.m_stations.size() < leastStations)
        return std::nullopt;
    field.m_reach = reachOf(field.m_stations);
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < field.m_stations.size(); ++i) {
        const StationValue& station = field.m_stations[i];
        if (const auto guess = field.estimate(station.x, station.y, i)) {
            sum += std::abs(*guess - station.value);
            ++count;
        }
    }
    field.m_meanError = count > 0 ? sum / static_cast<double>(count) : 0;
    return field;
}

std::optional<double> StationField::estimate(double x, double y, std::size_t without) const
{
    std::array<std::pair<double, double>, neighbours> near; // squared distance, value; ascending
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_stations.size(); ++i) {
        if (i == without)
            continue;
        const double d2 = distance2(m_stations[i], x, y);
        if (count == neighbours && d2 >= near[count - 1].first)
            continue;
        std::size_t at = count < neighbours ? count++ : neighbours - 1;
        for (; at > 0 && near[at - 1].first > d2; --at)
            near[at] = near[at - 1];
        near[at] = {d2, m_stations[i].value};
    }
    if (count == 0 || (without == nobody && near[0].first > square(m_reach)))
        return std::nullopt;
    double sum = 0;
    double weights = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double weight = 1 / std::max(near[i].first, square(samePlace));
        sum += weight * near[i].second;
        weights += weight;
    }
    return sum / weights;
}

std::optional<double> StationField::at(double x, double y) const
{
    return estimate(x, y, nobody);
}

GroundRectangle StationField::extent() const
{
    GroundRectangle extent{m_stations[0].x, m_stations[0].y, m_stations[0].x, m_stations[0].y};
    for (const StationValue& station : m_stations) {
        extent.west = std::min(extent.west, station.x - m_reach);
        extent.south = std::min(extent.south, station.y - m_reach);
        extent.east = std::max(extent.east, station.x + m_reach);
        extent.north = std::max(extent.north, station.y + m_reach);
    }
    return extent;
}

std::shared_ptr<const DrapeSource> fieldDrape(const StationField& field, const FieldColours& colours,
                                              const QString& layer)
{
    return std::make_shared<FieldDrape>(field, colours, layer);
}

} // namespace twin::services
