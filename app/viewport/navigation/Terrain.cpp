// SPDX-License-Identifier: GPL-3.0-or-later
#include "Terrain.h"

#include <algorithm>
#include <cmath>

namespace twin::viewport {

Terrain::Terrain(std::shared_ptr<const GroundModel> ground, const Box& extent) : m_ground(std::move(ground))
{
    m_base = extent.isEmpty() ? 0 : extent.min.z;
    if (m_ground) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const float height : m_ground->heights)
            if (!std::isnan(height))
                lowest = std::min(lowest, static_cast<double>(height));
        if (std::isfinite(lowest))
            m_base = lowest;
    }
}

double Terrain::heightAt(double x, double y) const
{
    return m_ground ? m_ground->heightAt(x, y).value_or(m_base) : m_base;
}

std::optional<LocalPosition> Terrain::hit(const LocalPosition& from, const LocalPosition& direction, double reach) const
{
    const auto above = [&](double t) {
        const LocalPosition p = from + direction * t;
        return p.z - heightAt(p.x, p.y);
    };
    double height = above(0);
    if (height <= 0)
        return std::nullopt;
    // Steps shrink near the ground; a slope of one in one cannot be jumped over.
    double t = 0;
    while (t < reach) {
        const double next = std::min(reach, t + std::max(0.5, height * 0.7));
        const double nextHeight = above(next);
        if (nextHeight <= 0) {
            double low = t;
            double high = next;
            for (int i = 0; i < 40; ++i) {
                const double middle = (low + high) / 2;
                (above(middle) > 0 ? low : high) = middle;
            }
            return from + direction * high;
        }
        t = next;
        height = nextHeight;
        if (direction.z >= 0 && from.z + direction.z * t > m_base + 3000)
            break;
    }
    return std::nullopt;
}

} // namespace twin::viewport
