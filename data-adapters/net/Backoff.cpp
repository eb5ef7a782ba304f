// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Backoff.h"

#include <algorithm>

namespace twin::net {

Milliseconds Backoff::bound() const
{
    constexpr int most = 20; // doubling further would overflow long after the cap
    return std::min(m_limits.cap, m_limits.base * (1 << std::min(m_failures, most)));
}

Milliseconds Backoff::failed(Instant now, double random)
{
    if (m_connectedAt && now - *m_connectedAt >= m_limits.stable)
        m_failures = 0;
    m_connectedAt.reset();
    const Milliseconds wait(static_cast<qint64>(static_cast<double>(bound().count()) * std::clamp(random, 0.0, 1.0)));
    ++m_failures;
    return wait;
}

} // namespace twin::net
