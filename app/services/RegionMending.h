// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

namespace twin::services {

/// @brief Puts what an import made in the place of the same parts of a region that somebody added to: its tiles,
///        database and layers. What was added stays untouched, what a person removed stays away, the themes of layers
///        stay as they were chosen. Each part changes at once; after a crash in between, calling it again with the
///        parts made anew ends it. Blocking.
/// @param made    a region package made of the same sources; what is left of it is of no use afterwards
/// @param region  the package to mend, however damaged
/// @returns AccessDenied.
[[nodiscard]] Result<void> replaceMadeParts(const QString& made, const QString& region);

} // namespace twin::services
