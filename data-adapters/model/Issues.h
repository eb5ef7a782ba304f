// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

namespace twin {

/// @brief Title of an Issue's reason in words, for summaries and lists ("Ring mit weniger als drei Punkten").
///        All reasons of the project stand in the one table of Issues.cpp; a lane that invents a key adds its row
///        there.
/// @returns the translated title; the reason itself when the table does not know it. Any thread.
[[nodiscard]] QString issueTitle(const QString& reason);

/// @returns every reason of the table, sorted; for documentation and tests.
[[nodiscard]] QStringList issueReasons();

/// @returns the Issue's reason of a file that a reader refuses with this error: that of its code, or `detail` where it
///          begins with "file." and names a row of the table itself.
[[nodiscard]] QString refusalReason(const Error& error);

} // namespace twin
