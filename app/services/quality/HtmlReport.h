// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/quality/QualityReport.h"

namespace twin::services {

/// @returns the report as one HTML document that needs nothing else: no network, no other file; light and dark as the
///          reader's system is; printable. The lists can be filtered and sorted where scripts run, and read where not.
///          In the language of the installed translation.
[[nodiscard]] QString htmlOf(const QualityReport& report);

/// @brief Writes htmlOf() so that an older file stays whole when that fails. @returns AccessDenied, ResourceExhausted.
Result<void> writeHtmlReport(const QualityReport& report, const QString& path);

/// @brief Whether a report could be written there, asked before the long part of the work. @returns AccessDenied,
///        NotFound (no such folder), InvalidParameter (a folder).
Result<void> checkReportPath(const QString& path);

} // namespace twin::services
