// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"

#include <array>

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;

namespace twin {

/// One curve of a chart.
struct ChartSeries {
    QString title;
    QString unit;                       ///< symbol; empty: a pure number
    bool isRight = false;               ///< its scale stands on the right
    std::vector<HistoryBucket> columns; ///< ascending
    Milliseconds gap{0};                ///< values further apart are not joined
};

/// A line across a chart that values should stay on one side of.
struct ChartLimit {
    double value = 0;
    bool isRight = false;
    QString text;
};

/// What a chart shows: at most three series on at most two scales. A value.
struct ChartScene {
    TimeRange range;
    std::vector<ChartSeries> series;
    std::vector<ChartLimit> limits;
    std::optional<Instant> clock;  ///< held there
    std::optional<Instant> cursor; ///< where somebody reads
    Instant end{};                 ///< beyond it nothing can be known yet: no gap
    bool isComplete = true;        ///< nothing is being fetched: what is missing is a gap
};

/// How a chart looks.
struct ChartStyle {
    QFont font;
    QColor text, muted, line, accent, limit, gap;
    QColor background; ///< invalid: none
    std::array<QColor, 3> series;
};

/// A scale of values with steps that are easy to read.
struct ChartScale {
    double least = 0;
    double most = 1;
    double step = 1;

    /// @returns the scale around these values and zero where that is near; of nothing, 0 … 1.
    [[nodiscard]] static ChartScale around(double least, double most, int steps);
};

/// Where a chart draws within its rectangle.
struct ChartLayout {
    QRectF plot;
    ChartScale left;
    ChartScale right;
    bool hasRight = false;

    [[nodiscard]] static ChartLayout of(const ChartScene& scene, const QFont& font, const QRectF& area);
    [[nodiscard]] double x(Instant instant, const TimeRange& range) const;
    [[nodiscard]] double y(double value, bool isRight) const;
};

/// A mark on the axis of time.
struct TimeTick {
    Instant at{};
    QString text;
    bool isDay = false; ///< a day, month or year begins
};
/// @returns ticks at round times of the place (Europe/Berlin), at most `most`, ascending.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeRange& range, int most);

/// @returns the stretches of [range.from, end] in which no series has values.
[[nodiscard]] std::vector<TimeRange> gapsOf(const ChartScene& scene);

/// Draws a chart. Any thread.
void paintChart(QPainter& painter, const ChartScene& scene, const ChartStyle& style, const QRectF& area);

} // namespace twin
