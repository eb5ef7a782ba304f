// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Instant.h"

namespace twin::net {

/// Waiting times between tries: full jitter (uniform between 0 and a bound that doubles up to a cap), so that many
/// clients do not come back together. Never gives up. A connection that held for a while starts over at the base.
/// Pure: chance and time are arguments. One thread.
class Backoff {
public:
    struct Limits {
        Milliseconds base = std::chrono::seconds(1);
        Milliseconds cap = std::chrono::seconds(30);
        Milliseconds stable = std::chrono::minutes(1); ///< a connection of that length counts as sound
    };

    Backoff() = default;
    explicit Backoff(Limits limits) : m_limits(limits) {}

    /// Call when a connection stands.
    void connected(Instant now) { m_connectedAt = now; }
    /// Call when it failed or broke. @param random  uniform in [0, 1). @returns how long to wait before the next try.
    [[nodiscard]] Milliseconds failed(Instant now, double random);
    /// @returns the bound from which the next wait is drawn.
    [[nodiscard]] Milliseconds bound() const;

private:
    Limits m_limits;
    int m_failures = 0;
    std::optional<Instant> m_connectedAt;
};

} // namespace twin::net
