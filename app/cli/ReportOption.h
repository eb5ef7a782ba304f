// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"
#include "app/services/quality/QualityReport.h"

namespace twin::cli {

// --report FILE, as `import` and `add` have it: the quality report. Without the option all of these do nothing.

[[nodiscard]] Option reportOption();
/// @returns why the file could not be written, before any work is done for it.
[[nodiscard]] Result<void> checkReport(const Arguments& arguments);
/// @brief Makes and writes the report of what was done. @returns it as JSON; empty without the option.
[[nodiscard]] Result<QJsonObject> writeReport(const Arguments& arguments, const ImportSummary& summary,
                                              const QString& region, const services::QualityInspection* inspection,
                                              const CancellationToken& cancel);
/// @brief Writes the report of what was refused altogether. @returns the error it came from.
[[nodiscard]] Error reportRefusal(const Arguments& arguments, const Error& error);
/// Says where the report is.
void sayReport(const Arguments& arguments, Console& console);

} // namespace twin::cli
