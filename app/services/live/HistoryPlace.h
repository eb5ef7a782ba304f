// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/HistoryStore.h"

#include <functional>
#include <memory>

namespace twin::services {

/// A store of observations, and the way to ask what it has found damaged since it was opened.
struct OpenedHistory {
    std::unique_ptr<HistoryStore> store;
    std::function<std::vector<Issue>()> issues;
};

/// @brief Opens the place where observations are kept: a file (SQLite, made when missing) or "postgresql://…".
///        Blocking; any thread.
[[nodiscard]] Result<OpenedHistory> openHistory(const QString& place);

/// @returns whether observations are kept there already, so that the place can be read: a file that exists, or a
///          database.
[[nodiscard]] bool isHistory(const QString& place);

} // namespace twin::services
