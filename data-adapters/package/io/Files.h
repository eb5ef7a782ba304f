// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <string_view>

#include <QString>

class QFileDevice;

namespace twin::package {

/// @brief The Error of a file operation that failed, by cause: full disk, missing rights, or anything else.
/// @param doing  translated sentence, e.g. "Die Kacheln konnten nicht geschrieben werden."
[[nodiscard]] Error fileError(const QFileDevice& file, const QString& doing);

/// @brief Writes a whole file. @param durable  fsync before closing.
Result<void> writeFile(const QString& path, std::string_view bytes, bool durable);

/// @brief Pushes a file's or a folder's bytes to the disk. Folders: no effect where the system knows no such thing.
Result<void> syncToDisk(const QString& path);

/// @brief Swaps a finished folder into place: `staged` becomes `target`; what stood there is removed.
/// Atomic where the file system can exchange two names, else two renames with `<target>.old` in between.
Result<void> replaceFolder(const QString& staged, const QString& target);

/// @returns the hidden sibling that keeps the old package for the instant between two renames.
[[nodiscard]] QString oldSibling(const QString& target);

} // namespace twin::package
