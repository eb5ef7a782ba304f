// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ParallelTasks.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <vector>

namespace twin {
namespace {

Result<void> guarded(const std::function<Result<void>(std::size_t)>& task, std::size_t i)
{
    try {
        return task(i);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::ResourceExhausted, {});
    }
}

} // namespace

Result<void> runTasks(std::size_t count, int threads, const std::function<Result<void>(std::size_t)>& task)
{
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::mutex mutex;
    std::optional<Error> firstError;
    const auto work = [&] {
        for (std::size_t i = next++; i < count && !failed; i = next++)
            if (Result<void> result = guarded(task, i); !result) {
                const std::lock_guard lock(mutex);
                if (!failed.exchange(true))
                    firstError = std::move(result).error();
            }
    };
    std::vector<std::thread> helpers;
    const std::size_t wanted = std::min(count, static_cast<std::size_t>(std::max(threads, 1)));
    for (std::size_t i = 1; i < wanted; ++i)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    if (firstError)
        return failure(std::move(*firstError));
    return {};
}

} // namespace twin
