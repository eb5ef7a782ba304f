// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/NameShapes.h"

#include <algorithm>
#include <cmath>

namespace twin::services {
namespace {

constexpr double shortest = 30;   ///< metres: no name stands along shorter lines
constexpr double straight = 0.97; ///< of the way: what the chord of a straight piece has at least

constexpr double midStep = 20; ///< metres between points of a middle line
constexpr int mostPieces = 2000;

double areaOf(const Outline& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const package::Point2& a = ring[i];
        const package::Point2& b = ring[(i + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return std::abs(twice) / 2;
}

const Outline* largest(const std::vector<Outline>& rings)
{
    const auto found = std::max_element(rings.begin(), rings.end(),
                                        [](const Outline& a, const Outline& b) { return areaOf(a) < areaOf(b); });
    return found == rings.end() ? nullptr : &*found;
}

/// The ways from a line's beginning to its points, and back to points from ways.
class Way {
public:
    explicit Way(const Outline& line) : m_line(line)
    {
        for (std::size_t i = 0; i < line.size(); ++i)
            m_at.push_back(i == 0 ? 0 : m_at.back() + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    }
    [[nodiscard]] double length() const { return m_at.empty() ? 0 : m_at.back(); }
    [[nodiscard]] package::Point2 at(double metres) const
    {
        const auto after = std::upper_bound(m_at.begin(), m_at.end(), metres);
        const auto i = std::clamp<std::size_t>(static_cast<std::size_t>(after - m_at.begin()), 1, m_at.size() - 1);
        const double piece = m_at[i] - m_at[i - 1];
        const double share = piece > 0 ? std::clamp((metres - m_at[i - 1]) / piece, 0.0, 1.0) : 0;
        return {m_line[i - 1].x + share * (m_line[i].x - m_line[i - 1].x),
                m_line[i - 1].y + share * (m_line[i].y - m_line[i - 1].y)};
    }

private:
    const Outline& m_line;
    std::vector<double> m_at;
};

} // namespace

std::optional<package::Point2> pointInside(const std::vector<Outline>& rings)
{
    const Outline* outer = largest(rings);
    if (outer == nullptr || outer->size() < 3)
        return std::nullopt;
    const auto [low, high] =
        std::minmax_element(outer->begin(), outer->end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    const double y = (low->y + high->y) / 2 + 1e-6 * (high->y - low->y); // hardly ever through a corner
    std::vector<double> crossings;
    for (const Outline& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const package::Point2& a = ring[i];
            const package::Point2& b = ring[(i + 1) % ring.size()];
            if ((a.y < y) != (b.y < y))
                crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    std::sort(crossings.begin(), crossings.end());
    std::optional<package::Point2> best;
    double widest = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        if (crossings[i + 1] - crossings[i] > widest) {
            widest = crossings[i + 1] - crossings[i];
            best = package::Point2{(crossings[i] + crossings[i + 1]) / 2, y};
        }
    return best;
}

bool isInside(const package::Point2& p, const std::vector<Outline>& rings)
{
    bool inside = false;
    for (const Outline& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const package::Point2& a = ring[i];
            const package::Point2& b = ring[(i + 1) % ring.size()];
            if ((a.y < p.y) != (b.y < p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
                inside = !inside;
        }
    return inside;
}

double largestArea(const std::vector<Outline>& rings)
{
    const Outline* outer = largest(rings);
    return outer == nullptr ? 0 : areaOf(*outer);
}

/// The two points farthest apart are the ends; between them the middle runs half way between the two banks.
Outline middleLine(const std::vector<Outline>& rings, double slimness)
{
    const Outline* ring = largest(rings);
    if (ring == nullptr || ring->size() < 4)
        return {};
    const auto farthestFrom = [ring](std::size_t from) {
        std::size_t best = from;
        const auto away = [&](std::size_t i) {
            return std::hypot((*ring)[i].x - (*ring)[from].x, (*ring)[i].y - (*ring)[from].y);
        };
        for (std::size_t i = 0; i < ring->size(); ++i)
            if (away(i) > away(best))
                best = i;
        return std::pair(best, away(best));
    };
    const std::size_t head = farthestFrom(0).first;
    const auto [tail, length] = farthestFrom(head);
    if (!(length >= shortest) || areaOf(*ring) > slimness * length * length)
        return {};
    Outline left;
    for (std::size_t i = head; i != tail; i = (i + 1) % ring->size())
        left.push_back((*ring)[i]);
    Outline right;
    for (std::size_t i = head; i != tail; i = (i + ring->size() - 1) % ring->size())
        right.push_back((*ring)[i]);
    left.push_back((*ring)[tail]);
    right.push_back((*ring)[tail]);
    const Way there(left);
    const Way along(right);
    const int pieces = std::clamp(static_cast<int>(there.length() / midStep), 4, mostPieces);
    Outline line;
    for (int i = 0; i <= pieces; ++i) {
        const double share = static_cast<double>(i) / pieces;
        const package::Point2 a = there.at(share * there.length());
        const package::Point2 b = along.at(share * along.length());
        line.push_back({(a.x + b.x) / 2, (a.y + b.y) / 2});
    }
    return line;
}

std::vector<NameSpot> spotsAlong(const Outline& line, double stepMetres)
{
    std::vector<NameSpot> spots;
    const Way way(line);
    const double length = way.length();
    if (line.size() < 2 || !(length >= shortest))
        return spots;
    const int count = std::max(1, static_cast<int>(length / stepMetres));
    for (int i = 0; i < count; ++i) {
        const double middle = (i + 0.5) * length / count;
        NameSpot spot;
        for (const double share : {2.0, 1.0, 0.5, 0.25, 0.1}) {
            const double reach = std::min({share * stepMetres, middle, length - middle});
            const package::Point2 a = way.at(middle - reach);
            const package::Point2 b = way.at(middle + reach);
            spot.run = std::hypot(b.x - a.x, b.y - a.y);
            if (spot.run > 0)
                spot.along = {(b.x - a.x) / spot.run, (b.y - a.y) / spot.run, 0};
            if (spot.run >= straight * 2 * reach)
                break;
        }
        const package::Point2 place = way.at(middle);
        spot.place = {place.x, place.y, 0};
        spots.push_back(spot);
    }
    return spots;
}

} // namespace twin::services
