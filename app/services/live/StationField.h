// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace twin::services {

/// A value at a place, scene frame.
struct StationValue {
    double x = 0;
    double y = 0;
    double value = 0;
    friend bool operator==(const StationValue&, const StationValue&) = default;
};

/// How values become colours: red, green, blue of 256 even steps between two values.
struct FieldColours {
    double from = 0;
    double to = 1;
    std::array<std::array<std::uint8_t, 3>, 256> steps{};
};

/// An estimate of a quantity between stations, by inverse square distance to the nearest ones, and how good it is.
/// Where no station is near there is none. Immutable; any thread.
class StationField {
public:
    static constexpr std::size_t leastStations = 3;

    /// Blocking, some ten milliseconds.
    /// @returns empty with fewer than three stations at different places.
    static std::optional<StationField> make(std::vector<StationValue> stations);

    /// @returns the estimate; empty where the nearest station is farther than reachMetres().
    [[nodiscard]] std::optional<double> at(double x, double y) const;
    /// @returns metres: twice the usual distance between neighbours.
    [[nodiscard]] double reachMetres() const { return m_reach; }
    /// @returns what the estimate is wrong by on average where a station is left out and estimated from the others.
    [[nodiscard]] double meanError() const { return m_meanError; }
    [[nodiscard]] const std::vector<StationValue>& stations() const { return m_stations; }
    [[nodiscard]] GroundRectangle extent() const;

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    [[nodiscard]] std::optional<double> estimate(double x, double y, std::size_t without) const;

    std::vector<StationValue> m_stations;
    double m_reach = 0;
    double m_meanError = 0;
};

/// @returns the field as a picture on the ground, with soft edges at its reach; estimated once on a grid. Blocking.
/// @param layer  id of the drape
[[nodiscard]] std::shared_ptr<const DrapeSource> fieldDrape(const StationField& field, const FieldColours& colours,
                                                            const QString& layer);

} // namespace twin::services
