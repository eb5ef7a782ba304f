// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <cstddef>
#include <functional>

namespace twin {

/// @brief Runs task(0) … task(count − 1) on `threads` threads, each as soon as one is free, in that order.
///        A task that runs out of memory fails with ResourceExhausted.
/// @returns the first error that came; no further tasks are begun then. Blocking.
Result<void> runTasks(std::size_t count, int threads, const std::function<Result<void>(std::size_t)>& task);

} // namespace twin
