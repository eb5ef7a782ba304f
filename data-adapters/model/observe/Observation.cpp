// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Observation.h"

#include <algorithm>
#include <array>

namespace twin {
namespace {

constexpr std::array qualityNames{"unstated", "good", "estimated", "doubtful", "bad", "assumed-time"};
constexpr Milliseconds toleratedClockError = std::chrono::minutes(2);
constexpr int oldFactor = 10;

} // namespace

QString qualityName(Quality quality)
{
    return QLatin1String(qualityNames[static_cast<std::size_t>(quality)]);
}

Quality qualityFromName(QStringView name)
{
    for (std::size_t i = 0; i < qualityNames.size(); ++i)
        if (name == QLatin1String(qualityNames[i]))
            return static_cast<Quality>(i);
    return Quality::Unstated;
}

Milliseconds StalenessRule::staleAfter() const
{
    return std::max({least, 2 * interval, ttl});
}

Freshness StalenessRule::freshness(Instant observedAt, Instant now) const
{
    const Milliseconds age = now - observedAt;
    if (age < -toleratedClockError)
        return Freshness::Future;
    if (age < staleAfter())
        return Freshness::Fresh;
    return age < oldFactor * staleAfter() ? Freshness::Stale : Freshness::Old;
}

} // namespace twin
