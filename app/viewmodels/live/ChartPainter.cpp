// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart is drawn; what it shows is computed in ChartScene.cpp.
#include "ChartScene.h"
#include "LiveText.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

namespace twin {
namespace {

constexpr double curveWidth = 1.6;
constexpr double hatchDistance = 6;
constexpr double leastGapWidth = 3;
/// Curves are told apart without their colours, too.
const std::array<Qt::PenStyle, 3> styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

class Chart {
public:
    Chart(QPainter& painter, const ChartScene& scene, const ChartStyle& style, const QRectF& area)
        : m_painter(painter),
          m_scene(scene),
          m_style(style),
          m_area(area),
          m_metrics(style.font),
          m_layout(ChartLayout::of(scene, style.font, area))
    {
    }

    void paint()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setFont(m_style.font);
        if (m_style.background.isValid())
            m_painter.fillRect(m_area, m_style.background);
        if (m_layout.plot.width() > 20 && m_layout.plot.height() > 20) {
            values();
            times();
            gaps();
            limits();
            m_painter.setClipRect(m_layout.plot.adjusted(-1, -2, 1, 2));
            for (std::size_t i = 0; i < m_scene.series.size(); ++i)
                curve(i);
            m_painter.setClipping(false);
            instants();
        }
        m_painter.restore();
    }

private:
    void scale(const ChartScale& scale, bool isRight)
    {
        const QRectF& plot = m_layout.plot;
        for (double value = scale.least; value <= scale.most + scale.step / 2; value += scale.step) {
            const double y = std::round(m_layout.y(value, isRight)) + 0.5;
            if (!isRight) {
                m_painter.setPen(QPen(m_style.line, 1));
                m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
            }
            m_painter.setPen(m_style.muted);
            const QRectF box = isRight ? QRectF(plot.right() + 4, y - 10, m_area.right() - plot.right() - 4, 20)
                                       : QRectF(m_area.left(), y - 10, plot.left() - m_area.left() - 4, 20);
            const double shown = std::abs(value) < scale.step / 1000 ? 0 : value;
            m_painter.drawText(box, (isRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                               live::numberText(shown));
        }
        for (const ChartSeries& series : m_scene.series) {
            if (series.isRight != isRight || series.unit.isEmpty())
                continue;
            m_painter.drawText(QRectF(m_area.left(), m_area.top(), m_area.width(), m_metrics.height()),
                               isRight ? Qt::AlignRight : Qt::AlignLeft, series.unit);
            break;
        }
    }

    void values()
    {
        scale(m_layout.left, false);
        if (m_layout.hasRight)
            scale(m_layout.right, true);
    }

    void times()
    {
        const QRectF& plot = m_layout.plot;
        const int most = std::max(2, int(plot.width() / (4.4 * m_metrics.averageCharWidth() + 26)));
        double free = m_area.left();
        for (const TimeTick& tick : timeTicks(m_scene.range, most)) {
            const double x = std::round(m_layout.x(tick.at, m_scene.range)) + 0.5;
            m_painter.setPen(QPen(m_style.line, tick.isDay ? 2 : 1));
            m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 3));
            const double width = m_metrics.horizontalAdvance(tick.text);
            const double left = std::clamp(x - width / 2, m_area.left(), m_area.right() - width);
            if (left < free)
                continue;
            m_painter.setPen(tick.isDay ? m_style.text : m_style.muted);
            m_painter.drawText(QPointF(left, plot.bottom() + 4 + m_metrics.ascent()), tick.text);
            free = left + width + 6;
        }
    }

    void gaps()
    {
        if (!m_scene.isComplete || m_scene.series.empty())
            return;
        const QRectF& plot = m_layout.plot;
        m_painter.setPen(QPen(m_style.gap, 1));
        for (const TimeRange& gap : gapsOf(m_scene)) {
            const double left = m_layout.x(gap.from, m_scene.range);
            const double right = m_layout.x(gap.to, m_scene.range);
            if (right - left < leastGapWidth)
                continue;
            m_painter.setClipRect(QRectF(left, plot.top(), right - left, plot.height()));
            for (double x = left - plot.height(); x < right; x += hatchDistance)
                m_painter.drawLine(QPointF(x, plot.bottom()), QPointF(x + plot.height(), plot.top()));
            m_painter.setClipping(false);
        }
    }

    void limits()
    {
        const QRectF& plot = m_layout.plot;
        std::vector<QRectF> labels;
        for (const bool isAbove : {false, true}) // words at lines have less of a choice
            for (const ChartLimit& limit : m_scene.limits) {
                const double y = m_layout.y(limit.value, limit.isRight);
                if (y <= plot.bottom() && (y < plot.top() - 1) == isAbove)
                    this->limit(limit, y, isAbove, labels);
            }
    }

    /// @param isAbove  beyond the scale: only its words can stand at its upper end
    void limit(const ChartLimit& limit, double y, bool isAbove, std::vector<QRectF>& labels)
    {
        const QRectF& plot = m_layout.plot;
        m_painter.setPen(QPen(m_style.limit, 1.2, Qt::DashDotLine));
        if (!isAbove)
            m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QString text = (isAbove ? QStringLiteral("↑ ") : QString()) + live::numberText(limit.value) +
                             QLatin1Char(' ') + limit.text;
        const QString shown = m_metrics.elidedText(text, Qt::ElideRight, plot.width() - 8);
        const auto place =
            labelPlace(y, isAbove, QSizeF(m_metrics.horizontalAdvance(shown), m_metrics.height()), labels);
        if (!place)
            return;
        labels.push_back(*place);
        m_painter.setPen(m_style.limit);
        m_painter.drawText(QPointF(place->left(), place->top() + m_metrics.ascent()), shown);
    }

    /// @returns where the fewest values lie below words at a limit; empty: other words are everywhere.
    std::optional<QRectF> labelPlace(double y, bool isAbove, QSizeF size, const std::vector<QRectF>& taken) const
    {
        const QRectF& plot = m_layout.plot;
        std::vector<double> tops{y - size.height() - 1, y + 1};
        if (isAbove) {
            tops.clear();
            for (double top = plot.top() + 1; top < plot.bottom() - size.height(); top += size.height())
                tops.push_back(top);
        }
        const std::array<double, 3> lefts{plot.left() + 4, plot.right() - 4 - size.width(),
                                          plot.center().x() - size.width() / 2};
        std::optional<QRectF> best;
        int fewest = 0;
        for (const double at : tops) {
            for (const double left : lefts) {
                const QRectF place(QPointF(left, at), size);
                const bool isTaken = std::any_of(taken.begin(), taken.end(),
                                                 [&place](const QRectF& other) { return other.intersects(place); });
                if (isTaken || place.top() < plot.top() || place.bottom() > plot.bottom())
                    continue;
                const int values = valuesBelow(place);
                if (!best || values < fewest) {
                    best = place;
                    fewest = values;
                }
            }
        }
        return best;
    }

    /// @returns how many columns of the curves run through a place.
    int valuesBelow(const QRectF& place) const
    {
        int columns = 0;
        for (const ChartSeries& series : m_scene.series) {
            const HistoryBucket* before = nullptr;
            for (const HistoryBucket& column : series.columns) {
                const bool isJoined = before != nullptr && column.firstAt - before->lastAt <= series.gap;
                const double from = m_layout.x(isJoined ? before->lastAt : column.firstAt, m_scene.range);
                const double to = m_layout.x(column.lastAt, m_scene.range);
                const double least = isJoined ? std::min(column.least, before->last) : column.least;
                const double most = isJoined ? std::max(column.most, before->last) : column.most;
                const bool isUnder = to >= place.left() && from <= place.right() &&
                                     m_layout.y(least, series.isRight) >= place.top() &&
                                     m_layout.y(most, series.isRight) <= place.bottom();
                columns += isUnder;
                before = &column;
            }
        }
        return columns;
    }

    void stroke(QPolygonF& line, const QPen& pen)
    {
        m_painter.setPen(pen);
        if (line.size() == 1) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(pen.color());
            m_painter.drawEllipse(line.front(), 2, 2);
            m_painter.setBrush(Qt::NoBrush);
        } else if (!line.isEmpty()) {
            m_painter.drawPolyline(line);
        }
        line.clear();
    }

    void curve(std::size_t index)
    {
        const ChartSeries& series = m_scene.series[index];
        const QPen pen(m_style.series[index % m_style.series.size()], curveWidth, styles[index % styles.size()],
                       Qt::FlatCap, Qt::BevelJoin);
        QPolygonF line;
        const HistoryBucket* before = nullptr;
        const auto add = [&](Instant at, double value) {
            line.append({m_layout.x(at, m_scene.range), m_layout.y(value, series.isRight)});
        };
        for (const HistoryBucket& column : series.columns) {
            if (before != nullptr && column.firstAt - before->lastAt > series.gap)
                stroke(line, pen);
            add(column.firstAt, column.first);
            if (column.count > 2) { // everything in one pixel column: its extremes must show
                const Instant middle = column.firstAt + (column.lastAt - column.firstAt) / 2;
                const bool rises = column.last >= column.first;
                add(middle, rises ? column.least : column.most);
                add(middle, rises ? column.most : column.least);
            }
            if (column.count > 1)
                add(column.lastAt, column.last);
            before = &column;
        }
        stroke(line, pen);
    }

    void upright(Instant at, const QColor& colour, Qt::PenStyle pen)
    {
        if (!m_scene.range.contains(at))
            return;
        const double x = std::round(m_layout.x(at, m_scene.range)) + 0.5;
        m_painter.setPen(QPen(colour, 1.4, pen));
        m_painter.drawLine(QPointF(x, m_layout.plot.top()), QPointF(x, m_layout.plot.bottom()));
    }

    void instants()
    {
        if (m_scene.clock)
            upright(*m_scene.clock, m_style.accent, Qt::DashLine);
        if (!m_scene.cursor)
            return;
        upright(*m_scene.cursor, m_style.text, Qt::SolidLine);
        for (std::size_t i = 0; i < m_scene.series.size(); ++i) {
            const ChartSeries& series = m_scene.series[i];
            const auto next = std::upper_bound(series.columns.begin(), series.columns.end(), *m_scene.cursor,
                                               [](Instant at, const HistoryBucket& b) { return at < b.firstAt; });
            if (next == series.columns.begin() || *m_scene.cursor - std::prev(next)->lastAt > series.gap)
                continue;
            m_painter.setPen(QPen(m_style.text, 1));
            m_painter.setBrush(m_style.series[i % m_style.series.size()]);
            m_painter.drawEllipse(
                QPointF(m_layout.x(*m_scene.cursor, m_scene.range), m_layout.y(std::prev(next)->last, series.isRight)),
                3.5, 3.5);
            m_painter.setBrush(Qt::NoBrush);
        }
    }

    QPainter& m_painter;
    const ChartScene& m_scene;
    const ChartStyle& m_style;
    const QRectF m_area;
    const QFontMetricsF m_metrics;
    const ChartLayout m_layout;
};

} // namespace

void paintChart(QPainter& painter, const ChartScene& scene, const ChartStyle& style, const QRectF& area)
{
    Chart(painter, scene, style, area).paint();
}

} // namespace twin
