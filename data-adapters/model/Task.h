// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QString>

namespace twin {

/// Asks a long call to stop. Copies share one flag; any thread may cancel or poll.
class CancellationToken {
public:
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

/// Progress of a long call: fraction 0…1 (negative: unknown) and a translated step name. Called from worker threads, at
/// most some 20 times a second by convention. An empty function is allowed everywhere.
using ProgressSink = std::function<void(double fraction, const QString& step)>;

/// @returns a sink for one part of a longer call, whose 0…1 becomes from…to of the whole; empty for an empty one.
[[nodiscard]] inline ProgressSink partOf(ProgressSink whole, double from, double to)
{
    if (!whole)
        return {};
    return [whole = std::move(whole), from, to](double fraction, const QString& step) {
        whole(fraction < 0 ? fraction : from + (to - from) * fraction, step);
    };
}

} // namespace twin
