// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/PushWatch.h"

#include <algorithm>

namespace twin::observe {
namespace {

constexpr Milliseconds leastSilence = std::chrono::minutes(1);
constexpr int silentIntervals = 3;

} // namespace

void PushWatch::connected(Instant now)
{
    m_isUp = true;
    m_hasGap = true;
    m_lastSign = now;
}

void PushWatch::pushed(Instant now)
{
    m_lastSign = now;
    m_isSilent = false;
}

void PushWatch::polled(Instant now, bool foundNew)
{
    // What REST found right after a connect was missed while the connection was down: that is no fault of push.
    m_isSilent = m_isSilent || (foundNew && m_isUp && !m_hasGap);
    m_hasGap = false;
    m_lastSign = now;
}

bool PushWatch::wantsPoll(Instant now, std::optional<Milliseconds> usualInterval) const
{
    if (m_hasGap)
        return true;
    if (!isSound())
        return now - m_lastSign >= m_pollInterval;
    return now - m_lastSign >= std::max(leastSilence, silentIntervals * usualInterval.value_or(Milliseconds(0)));
}

} // namespace twin::observe
