// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "model/Region.h"

namespace twin::cli {

/// Prints the outcome of an import: JSON, or a few lines with the most frequent problems and where they are.
void reportImport(const ImportSummary& summary, const QString& out, bool asJson, Console& console);

} // namespace twin::cli
