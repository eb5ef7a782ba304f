// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Politeness.h"

#include "net/Text.h"

#include <algorithm>

namespace twin::net {
namespace {

constexpr Milliseconds firstDistance(250);
constexpr Milliseconds mostDistance = std::chrono::minutes(1);
constexpr Milliseconds pollForCancel(25);

} // namespace

Politeness::Turn::~Turn()
{
    if (m_owner)
        m_owner->giveBack(m_origin);
}

Result<Politeness::Turn> Politeness::turn(const QString& origin, Milliseconds patience, const CancellationToken& cancel)
{
    const Instant deadline = systemNow() + patience;
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
        State& state = m_states[origin];
        const Instant now = systemNow();
        if (state.notBefore > deadline)
            return failure(
                ErrorCode::RateLimited,
                Text::tr("Der Server bittet um eine Pause bis %1.")
                    .arg(toDateTime(state.notBefore).toLocalTime().time().toString(QStringLiteral("HH:mm:ss"))),
                {}, {}, {origin, -1, {}});
        if (state.running < mostAtOnce && now >= state.notBefore) {
            ++state.running;
            state.notBefore = now + state.distance;
            return Turn(this, origin);
        }
        if (now >= deadline)
            return failure(ErrorCode::Timeout, Text::tr("Der Server ist mit früheren Anfragen noch beschäftigt."), {},
                           {}, {origin, -1, {}});
        m_changed.wait_for(lock, pollForCancel);
    }
}

void Politeness::giveBack(const QString& origin)
{
    const std::lock_guard lock(m_mutex);
    --m_states[origin].running;
    m_changed.notify_all();
}

void Politeness::leaveAlone(const QString& origin, Milliseconds duration)
{
    const std::lock_guard lock(m_mutex);
    State& state = m_states[origin];
    state.notBefore = std::max(state.notBefore, systemNow() + duration);
}

void Politeness::slowDown(const QString& origin)
{
    const std::lock_guard lock(m_mutex);
    State& state = m_states[origin];
    state.distance = std::clamp(state.distance * 2, firstDistance, mostDistance);
    state.notBefore = std::max(state.notBefore, systemNow() + state.distance);
}

void Politeness::wentWell(const QString& origin)
{
    const std::lock_guard lock(m_mutex);
    State& state = m_states[origin];
    state.distance = state.distance < firstDistance / 2 ? Milliseconds(0) : state.distance * 9 / 10;
}

} // namespace twin::net
