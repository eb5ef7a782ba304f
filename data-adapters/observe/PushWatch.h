// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Instant.h"

#include <optional>

namespace twin::observe {

/// Decides when a pushed source is asked by REST: at once after each connect, because something may have been missed;
/// and when push is silent for three usual intervals (a minute at least), because "connected" is not "receiving".
/// Knows REST more than push delivered, push counts as degraded and REST is asked at the poll interval until push
/// delivers again. Pure; one thread.
class PushWatch {
public:
    PushWatch(Milliseconds pollInterval, Instant now) : m_pollInterval(pollInterval), m_lastSign(now) {}

    void connected(Instant now);
    void lost() { m_isUp = false; }
    /// A value arrived by push.
    void pushed(Instant now);
    /// REST was asked. @param foundNew  it knew values that push had not delivered
    void polled(Instant now, bool foundNew);

    [[nodiscard]] bool wantsPoll(Instant now, std::optional<Milliseconds> usualInterval) const;
    /// @returns true while push is up and not caught silent.
    [[nodiscard]] bool isSound() const { return m_isUp && !m_isSilent; }
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    Milliseconds m_pollInterval;
    Instant m_lastSign; ///< of life: connect, push or poll
    bool m_isUp = false;
    bool m_isSilent = false;
    bool m_hasGap = false; ///< since a connect, until the next poll
};

} // namespace twin::observe
