// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Timetable.h"

#include "demoplatform/content/LocalTime.h"
#include "demoplatform/content/Noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QHash>

namespace twin::demoplatform {
namespace {

constexpr double cruise = 8.2;  ///< m/s between stops, with starting and braking
constexpr double dwell = 25;    ///< seconds
constexpr int rest = 240;       ///< seconds at each end
constexpr double nightEnds = 3; ///< o'clock: from then on it is the next service day

double distance(const TramLine::Stop& a, const TramLine::Stop& b)
{
    return std::hypot(b.easting - a.easting, b.northing - a.northing);
}

} // namespace

Timetable::Timetable(const TramLine& line) : m_line(line)
{
    const int count = int(line.points.size());
    for (const int direction : {0, 1}) {
        double clock = 0;
        for (int i = 0; i < count; ++i) {
            const int point = direction == 0 ? i : count - 1 - i;
            if (i > 0)
                clock += distance(line.points[std::size_t(point)],
                                  line.points[std::size_t(direction == 0 ? point - 1 : point + 1)]) /
                         cruise;
            if (line.points[std::size_t(point)].name.isEmpty())
                continue;
            const double arrival = std::round(clock);
            if (i > 0 && i + 1 < count)
                clock = arrival + dwell;
            m_stops[direction].push_back({point, arrival, std::round(clock)});
        }
        m_duration = std::max(m_duration, clock);
    }
    m_cycle = int(std::ceil((2 * (m_duration + rest)) / headway)) * headway;
}

TramState Timetable::at(std::int64_t ms, int vehicle, std::uint64_t seed) const
{
    const LocalTime local = LocalTime::at(ms);
    TramState state;
    state.serviceDay = local.dayNumber - (local.hour < nightEnds ? 1 : 0);
    const auto stream = 9000 + std::uint64_t(qHash(m_line.name, 0)) % 97 * 64 + std::uint64_t(vehicle);
    state.delay = std::max(-20.0, 60 + 75 * smoothNoise(seed, stream, double(ms) / 1'800'000));
    const double seconds = (double(ms - localMidnight(state.serviceDay)) / 1000) - state.delay;
    const int turn = int(std::floor((seconds / headway - vehicle) / vehicles()));
    state.slot = vehicle + turn * vehicles();
    const double phase = seconds - state.slot * headway;
    state.isInService = state.slot >= firstSlot && state.slot <= lastSlot;
    state.direction = state.isInService && phase >= m_cycle / 2.0 ? 1 : 0;
    place(state, state.isInService ? phase - state.direction * m_cycle / 2.0 : -1);
    if (!state.isInService)
        state.delay = 0;
    return state;
}

void Timetable::place(TramState& state, double seconds) const
{
    const std::vector<StopTime>& stops = m_stops[std::size_t(state.direction)];
    const auto next =
        std::find_if(stops.begin(), stops.end(), [seconds](const StopTime& s) { return s.departure >= seconds; });
    state.nextStop = next == stops.end() ? int(stops.size()) - 1 : int(next - stops.begin());
    const StopTime& to = stops[std::size_t(state.nextStop)];
    const StopTime& from = stops[std::size_t(std::max(0, state.nextStop - 1))];
    state.isAtStop = seconds >= to.arrival || state.nextStop == 0 || !state.isInService;
    // Along the bends between two stops.
    const int step = state.direction == 0 ? 1 : -1;
    double length = 0;
    for (int p = from.point; p != to.point; p += step)
        length += distance(m_line.points[std::size_t(p)], m_line.points[std::size_t(p + step)]);
    const double span = to.arrival - from.departure;
    const double share = span <= 0 ? 1 : std::clamp((seconds - from.departure) / span, 0.0, 1.0);
    double left = state.isAtStop ? length : length * (share * share * (3 - 2 * share)); // starts and brakes
    state.speed = state.isAtStop || span <= 0 ? 0 : length / span * 6 * share * (1 - share);
    int p = from.point;
    for (; p != to.point; p += step) {
        const double piece = distance(m_line.points[std::size_t(p)], m_line.points[std::size_t(p + step)]);
        if (left <= piece || p + step == to.point)
            break;
        left -= piece;
    }
    const auto& a = m_line.points[std::size_t(p)];
    const auto& b = m_line.points[std::size_t(p == to.point ? p : p + step)];
    const double piece = distance(a, b);
    const double t = piece <= 0 ? 0 : std::clamp(left / piece, 0.0, 1.0);
    state.easting = a.easting + (b.easting - a.easting) * t;
    state.northing = a.northing + (b.northing - a.northing) * t;
    state.elevation = a.elevation + (b.elevation - a.elevation) * t;
    const auto& ahead =
        piece > 0 ? b : m_line.points[std::size_t(std::clamp(p + step, 0, int(m_line.points.size()) - 1))];
    state.heading = std::fmod(
        std::atan2(ahead.easting - a.easting, ahead.northing - a.northing) * 180 / std::numbers::pi + 360, 360);
}

} // namespace twin::demoplatform
