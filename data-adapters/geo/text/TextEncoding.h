// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

namespace twin::geo {

/// @returns how a text file says that it is Unicode: "UTF-16", "UTF-8 + BOM"; empty: it does not, or cannot be read.
[[nodiscard]] QString unicodeMark(const QString& path);

/// @returns why a list of heights in that encoding is not read, and what to do. @param encoding  of unicodeMark()
[[nodiscard]] Error wronglyEncoded(const QString& path, const QString& encoding);

} // namespace twin::geo
