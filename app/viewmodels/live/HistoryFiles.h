// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartScene.h"

#include <QImage>

namespace twin {

/// @brief Writes all values of series in a stretch of time as CSV (RFC 4180, UTF-8, times in UTC): one a line, with
/// unit,
///        quality, source, provider and licence. Blocking, worker threads only.
/// @returns how many; AccessDenied, ResourceExhausted; Cancelled. A file that fails is not left behind.
[[nodiscard]] Result<qint64> writeCsv(services::LiveFeed& feed, const std::vector<Datastream>& streams,
                                      const TimeRange& range, const QString& path, const CancellationToken& cancel);

/// @brief Draws a chart on paper white with what is needed to quote it: titles, stretch, source, licence, "Demo".
/// @returns the picture, 1600 × 900 pixels. Any thread.
[[nodiscard]] QImage chartPicture(ChartScene scene, const std::vector<Datastream>& streams, const QString& range);
/// @returns AccessDenied when it cannot be written.
[[nodiscard]] Result<void> writePicture(const ChartScene& scene, const std::vector<Datastream>& streams,
                                        const QString& range, const QString& path);

} // namespace twin
