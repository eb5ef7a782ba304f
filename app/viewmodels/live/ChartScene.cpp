// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartScene.h"

#include "app/services/live/TimeCoverage.h"
#include "LiveText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <QFontMetricsF>
#include <QLocale>
#include <QRectF>
#include <QTimeZone>

namespace twin {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array<qint64, 12> shortSteps{second, 10 * second, minute,   5 * minute, 15 * minute, 30 * minute,
                                            hour,   3 * hour,    6 * hour, 12 * hour,  day,         2 * day};
constexpr std::array<int, 5> daySteps{1, 2, 7, 14, 1000}; ///< the last: months
constexpr std::array<int, 10> monthSteps{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
constexpr double averageMonth = 30.44;

QTimeZone berlin()
{
    const QTimeZone zone(QByteArrayLiteral("Europe/Berlin"));
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString dayText(const QDate& date)
{
    return date.toString(QStringLiteral("dd.MM."));
}

std::vector<TimeTick> hourTicks(const QDateTime& from, qint64 to, qint64 step)
{
    std::vector<TimeTick> ticks;
    const QTimeZone zone = from.timeZone();
    // Counted from midnight of each day: the day on which clocks change has its ticks at the same hours.
    for (QDate date = from.date(); QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch() <= to; date = date.addDays(1))
        for (qint64 since = 0; since < day; since += step) {
            const QDateTime time(date, QTime::fromMSecsSinceStartOfDay(int(since)), zone);
            const qint64 at = time.toMSecsSinceEpoch();
            if (at < from.toMSecsSinceEpoch() || at > to)
                continue;
            const QString text =
                since == 0 ? dayText(date)
                           : time.time().toString(step < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
            ticks.push_back({toInstant(time), text, since == 0});
        }
    return ticks;
}

std::vector<TimeTick> dayTicks(const QDateTime& from, qint64 to, int step)
{
    std::vector<TimeTick> ticks;
    QDate date = from.date();
    while (date.toJulianDay() % step != 0 || QDateTime(date, QTime(0, 0), from.timeZone()) < from)
        date = date.addDays(1);
    for (;; date = date.addDays(step)) {
        const QDateTime time(date, QTime(0, 0), from.timeZone());
        if (time.toMSecsSinceEpoch() > to)
            return ticks;
        ticks.push_back({toInstant(time), dayText(date), true});
    }
}

std::vector<TimeTick> monthTicks(const QDateTime& from, qint64 to, int step)
{
    std::vector<TimeTick> ticks;
    QDate date(from.date().year(), 1, 1);
    if (step > 12)
        date = QDate(date.year() - date.year() % (step / 12), 1, 1);
    for (;; date = date.addMonths(step)) {
        const QDateTime time(date, QTime(0, 0), from.timeZone());
        if (time.toMSecsSinceEpoch() > to)
            return ticks;
        if (time < from)
            continue;
        const bool isYear = date.month() == 1;
        ticks.push_back({toInstant(time),
                         isYear || step >= 12 ? QString::number(date.year())
                                              : QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat),
                         isYear});
    }
}

} // namespace

ChartScale ChartScale::around(double least, double most, int steps)
{
    if (!(least <= most))
        return {};
    if (least > 0 && least < 0.35 * most)
        least = 0;
    if (most < 0 && most > 0.35 * least)
        most = 0;
    if (most - least < 1e-9 * std::max(1.0, std::abs(most))) {
        const double half = std::max(0.5, 0.1 * std::abs(most));
        least -= half;
        most += half;
    }
    const double raw = (most - least) / std::max(1, steps);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= raw) {
            step = factor * power;
            break;
        }
    return {std::floor(least / step + 1e-9) * step, std::ceil(most / step - 1e-9) * step, step};
}

ChartLayout ChartLayout::of(const ChartScene& scene, const QFont& font, const QRectF& area)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::array<std::pair<double, double>, 2> spans{std::pair{infinite, -infinite}, std::pair{infinite, -infinite}};
    ChartLayout layout;
    for (const ChartSeries& series : scene.series) {
        layout.hasRight = layout.hasRight || series.isRight;
        auto& [least, most] = spans[series.isRight];
        for (const HistoryBucket& column : series.columns) {
            least = std::min(least, column.least);
            most = std::max(most, column.most);
        }
    }
    // A limit far above everything would press the curves flat: it then stands at the edge, as words.
    for (const ChartLimit& limit : scene.limits) {
        auto& [least, most] = spans[limit.isRight];
        if (least <= most && limit.value <= most + 0.6 * std::max(most - least, 0.5 * std::abs(most)))
            most = std::max(most, limit.value);
    }
    const QFontMetricsF metrics(font);
    const int steps = std::max(2, int(area.height() / (3.2 * metrics.height())));
    layout.left = ChartScale::around(spans[0].first, spans[0].second, steps);
    layout.right = ChartScale::around(spans[1].first, spans[1].second, steps);
    const auto width = [&](const ChartScale& scale) {
        double most = 0;
        for (double value = scale.least; value <= scale.most + scale.step / 2; value += scale.step)
            most = std::max(most, metrics.horizontalAdvance(live::numberText(value)));
        return most + 8;
    };
    const double head = metrics.height() + 6; // the units
    layout.plot =
        area.adjusted(width(layout.left), head, layout.hasRight ? -width(layout.right) : -4, -(metrics.height() + 6));
    return layout;
}

double ChartLayout::x(Instant instant, const TimeRange& range) const
{
    const double length = double((range.to - range.from).count());
    return plot.left() + (length > 0 ? double((instant - range.from).count()) / length : 0) * plot.width();
}

double ChartLayout::y(double value, bool isRight) const
{
    const ChartScale& scale = isRight ? right : left;
    return plot.bottom() - (value - scale.least) / (scale.most - scale.least) * plot.height();
}

std::vector<TimeTick> timeTicks(const TimeRange& range, int most)
{
    const qint64 length = (range.to - range.from).count();
    if (length <= 0 || most < 1)
        return {};
    const QDateTime from = toDateTime(range.from).toTimeZone(berlin());
    const qint64 to = range.to.time_since_epoch().count();
    const double wanted = double(length) / most;
    for (const qint64 step : shortSteps)
        if (double(step) >= wanted && step <= 12 * hour)
            return hourTicks(from, to, step);
    for (const int step : daySteps)
        if (double(step) * day >= wanted && step <= 14)
            return dayTicks(from, to, step);
    for (const int step : monthSteps)
        if (step * averageMonth * double(day) >= wanted)
            return monthTicks(from, to, step);
    return monthTicks(from, to, monthSteps.back());
}

std::vector<TimeRange> gapsOf(const ChartScene& scene)
{
    services::TimeCoverage covered;
    for (const ChartSeries& series : scene.series) {
        const HistoryBucket* before = nullptr;
        for (const HistoryBucket& column : series.columns) {
            const bool joined = before != nullptr && column.firstAt - before->lastAt <= series.gap;
            covered.add({joined ? before->lastAt : column.firstAt, column.lastAt});
            before = &column;
        }
    }
    std::vector<TimeRange> gaps;
    Milliseconds usual{0};
    for (const ChartSeries& series : scene.series)
        usual = std::max(usual, series.gap);
    for (const TimeRange& gap : covered.missing({scene.range.from, std::min(scene.range.to, scene.end)}))
        if (gap.to - gap.from > usual) // the edges lie between two values
            gaps.push_back(gap);
    return gaps;
}

} // namespace twin
