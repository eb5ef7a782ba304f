// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace twin {

/// @brief The path of a file that was chosen in a dialogue. Qt's own dialogue (where the desktop brings none) gives a
///        name that was typed as a path without a scheme, for which QUrl::toLocalFile() knows nothing.
/// @returns empty for what is not a local file. Pure; any thread.
[[nodiscard]] inline QString chosenFile(const QUrl& url)
{
    return url.scheme().isEmpty() ? url.path() : url.toLocalFile();
}

} // namespace twin
