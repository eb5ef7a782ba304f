// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Instant.h"
#include "model/Result.h"
#include "model/Task.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

#include <QString>

namespace twin::net {

/// How many requests go to an origin and when: at most four at once, none before a Retry-After has passed, and slower
/// after each 429. Thread-safe.
class Politeness {
public:
    static constexpr int mostAtOnce = 4;

    /// A permission to have one request under way; given back when it dies.
    class Turn {
    public:
        Turn(Politeness* owner, QString origin) : m_owner(owner), m_origin(std::move(origin)) {}
        Turn(Turn&& other) noexcept
            : m_owner(std::exchange(other.m_owner, nullptr)), m_origin(std::move(other.m_origin))
        {
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        Turn& operator=(Turn&&) = delete;
        ~Turn();

    private:
        Politeness* m_owner;
        QString m_origin;
    };

    /// Waits for a turn. @returns RateLimited where the server wants to be left alone for longer than `patience`;
    /// Cancelled.
    [[nodiscard]] Result<Turn> turn(const QString& origin, Milliseconds patience, const CancellationToken& cancel);
    /// No request to the origin for that long.
    void leaveAlone(const QString& origin, Milliseconds duration);
    /// The server said 429: the distance between requests doubles, from 250 ms to a minute.
    void slowDown(const QString& origin);
    /// An answer without complaint: the distance shrinks again, by a tenth each.
    void wentWell(const QString& origin);

private:
    struct State {
        int running = 0;
        Milliseconds distance{0};
        Instant notBefore{};
    };
    void giveBack(const QString& origin);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<QString, State> m_states;
};

} // namespace twin::net
