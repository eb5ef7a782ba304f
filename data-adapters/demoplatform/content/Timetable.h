// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Tables.h"

#include <cstdint>
#include <vector>

namespace twin::demoplatform {

/// Where a tram is and which trip it makes.
struct TramState {
    bool isInService = false;
    int direction = 0;           ///< 0 along the line, 1 back
    int slot = 0;                ///< number of the trip's departure, every 10 minutes from midnight; names the trip
    std::int64_t serviceDay = 0; ///< days since 1970-01-01, local
    int nextStop = 0;            ///< index into stops(), in running order of the direction
    bool isAtStop = false;
    double easting = 0, northing = 0, elevation = 0;
    double heading = 0; ///< degrees clockwise from grid north
    double speed = 0;   ///< m/s
    double delay = 0;   ///< seconds
};

/// One tram line's day: a departure every ten minutes from 4:30 to 1:00 in both directions, by vehicles that go to and
/// fro. Pure; any thread.
class Timetable {
public:
    static constexpr int headway = 600;  ///< seconds
    static constexpr int firstSlot = 27; ///< 4:30
    static constexpr int lastSlot = 150; ///< 25:00

    explicit Timetable(const TramLine& line);

    /// A stop with its seconds behind the trip's start, in running order.
    struct StopTime {
        int point = 0; ///< index into the line's points
        double arrival = 0, departure = 0;
    };
    [[nodiscard]] const std::vector<StopTime>& stops(int direction) const { return m_stops[std::size_t(direction)]; }
    [[nodiscard]] int vehicles() const { return m_cycle / headway; }
    /// @returns seconds between midnight and the departure of a slot.
    [[nodiscard]] int departure(int direction, int slot) const { return slot * headway + direction * m_cycle / 2; }
    /// @param vehicle  0 … vehicles() - 1
    [[nodiscard]] TramState at(std::int64_t milliseconds, int vehicle, std::uint64_t seed) const;

private:
    void place(TramState& state, double seconds) const;

    const TramLine& m_line;
    std::vector<StopTime> m_stops[2];
    double m_duration = 0;
    int m_cycle = headway; ///< there and back with rests, seconds
};

} // namespace twin::demoplatform
