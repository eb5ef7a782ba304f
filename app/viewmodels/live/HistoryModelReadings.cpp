// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart, its table and its readings say.
#include "HistoryModel.h"
#include "LiveText.h"
#include "model/observe/Limits.h"

#include <algorithm>

#include <QSet>

namespace twin {
namespace {

using std::chrono::hours;

constexpr int mostRows = 48;

/// @param value  as it is shown
QString withUnit(double value, const Datastream& stream)
{
    return live::quantityText(value, {1, live::numberStyleOf(stream).unit});
}

QString columnText(const HistoryBucket& column, const Datastream& stream)
{
    return column.count == 1 ? withUnit(column.first, stream)
                             : live::numberText(column.least) + QStringLiteral(" – ") + withUnit(column.most, stream);
}

} // namespace

/// Series with the same word share a scale: shares and percent do.
QString HistoryModel::axisOf(const Datastream& stream)
{
    const QString unit = live::numberStyleOf(stream).unit;
    return unit.isEmpty() ? stream.unit.ucum : unit;
}

QVariantList HistoryModel::series() const
{
    QVariantList list;
    for (const Shown& shown : m_series)
        list += QVariantMap{{QStringLiteral("id"), shown.stream.id},
                            {QStringLiteral("title"), shown.stream.title},
                            {QStringLiteral("thing"), shown.stream.thingTitle},
                            {QStringLiteral("unit"), live::numberStyleOf(shown.stream).unit},
                            {QStringLiteral("reading"), readingOf(shown)}};
    return list;
}

QVariantList HistoryModel::choices() const
{
    QVariantList list;
    if (!m_thing)
        return list;
    for (const services::LiveReading& reading : m_thing->readings) {
        if (reading.stream.kind != ValueKind::Number && reading.stream.kind != ValueKind::Boolean)
            continue;
        const bool chosen = std::any_of(m_series.begin(), m_series.end(),
                                        [&](const Shown& shown) { return shown.stream.id == reading.stream.id; });
        list += QVariantMap{{QStringLiteral("id"), reading.stream.id},
                            {QStringLiteral("title"), reading.stream.title},
                            {QStringLiteral("unit"), live::numberStyleOf(reading.stream).unit},
                            {QStringLiteral("chosen"), chosen}};
    }
    return list;
}

bool HistoryModel::isRight(const Shown& shown) const
{
    return axisOf(shown.stream) != axisOf(m_series.front().stream);
}

bool HistoryModel::hasLimits() const
{
    return std::any_of(m_series.begin(), m_series.end(), [this](const Shown& shown) {
        return !LimitTable::builtIn().of(shown.stream, toDateTime(m_range.to).date()).empty();
    });
}

/// A limit of a mean says nothing about a stretch shorter than what the mean is of.
std::vector<ChartLimit> HistoryModel::limits() const
{
    std::vector<ChartLimit> limits;
    if (!m_limitsShown)
        return limits;
    QSet<QString> seen;
    for (const Shown& shown : m_series) {
        for (const Limit& limit : LimitTable::builtIn().of(shown.stream, toDateTime(m_range.to).date())) {
            if (limit.threshold.ofTotal || limit.period > m_range.to - m_range.from + hours(1))
                continue;
            QStringList words{QLocale().language() == QLocale::German ? limit.german : limit.english,
                              limit.periodText()};
            if (limit.basis.startsWith(QLatin1String("WHO")))
                words.prepend(QStringLiteral("WHO"));
            else if (!limit.basis.isEmpty())
                words.prepend(QStringLiteral("EU"));
            words.removeAll(QString());
            const QString key = words.join(QLatin1Char(' ')) + QString::number(limit.threshold.value);
            if (seen.contains(key))
                continue;
            seen.insert(key);
            limits.push_back({limit.threshold.value * live::numberStyleOf(shown.stream).factor, isRight(shown),
                              words.join(QLatin1Char(' '))});
        }
    }
    return limits;
}

ChartScene HistoryModel::scene() const
{
    ChartScene scene;
    scene.range = m_range;
    for (const Shown& shown : m_series)
        scene.series.push_back({shown.stream.title, live::numberStyleOf(shown.stream).unit, isRight(shown),
                                shown.curve.columns, shown.curve.gap});
    scene.limits = limits();
    scene.clock = m_instant;
    scene.cursor = m_cursor;
    scene.end = systemNow();
    scene.isComplete = !m_loading;
    return scene;
}

QString HistoryModel::readingOf(const Shown& shown) const
{
    const auto& columns = shown.curve.columns;
    if (columns.empty())
        return m_loading ? QString() : tr("keine Werte");
    if (!m_cursor)
        return withUnit(columns.back().last, shown.stream);
    const auto next = std::upper_bound(columns.begin(), columns.end(), *m_cursor,
                                       [](Instant at, const HistoryBucket& b) { return at < b.firstAt; });
    if (next == columns.begin() || *m_cursor - std::prev(next)->lastAt > shown.curve.gap)
        return tr("Lücke");
    return columnText(*std::prev(next), shown.stream);
}

QString HistoryModel::cursorText() const
{
    return m_cursor ? live::timeText(*m_cursor, m_range.to - m_range.from < hours(6)) : QString();
}

QString HistoryModel::rangeText() const
{
    return live::timeText(m_range.from) + QStringLiteral(" – ") + live::timeText(m_range.to);
}

QString HistoryModel::note() const
{
    if (!m_refused.isEmpty())
        return m_refused;
    if (m_series.empty())
        return tr("Hier misst nichts Zahlen. Wählen Sie eine Messreihe.");
    for (const Shown& shown : m_series)
        if (shown.curve.trouble)
            return tr("Nur was aufbewahrt ist: %1").arg(shown.curve.trouble->summary);
    const bool isEmpty =
        std::all_of(m_series.begin(), m_series.end(), [](const Shown& shown) { return shown.curve.columns.empty(); });
    return isEmpty && !m_loading ? tr("Aus dieser Zeit sind keine Werte bekannt.") : QString();
}

QVariantList HistoryModel::rows() const
{
    QVariantList list;
    const Milliseconds length = (m_range.to - m_range.from) / mostRows;
    for (int row = 0; row < mostRows; ++row) {
        const TimeRange span{m_range.from + row * length, m_range.from + (row + 1) * length - Milliseconds(1)};
        QStringList values;
        bool hasAny = false;
        for (const Shown& shown : m_series) {
            HistoryBucket sum;
            for (const HistoryBucket& column : shown.curve.columns) {
                if (!span.contains(column.firstAt))
                    continue;
                sum.least = sum.count == 0 ? column.least : std::min(sum.least, column.least);
                sum.most = sum.count == 0 ? column.most : std::max(sum.most, column.most);
                sum.first = sum.count == 0 ? column.first : sum.first;
                sum.count += column.count;
            }
            hasAny = hasAny || sum.count > 0;
            values += sum.count > 0 ? columnText(sum, shown.stream) : QStringLiteral("–");
        }
        if (hasAny)
            list +=
                QVariantMap{{QStringLiteral("time"), live::timeText(span.from)}, {QStringLiteral("values"), values}};
    }
    return list;
}

QStringList HistoryModel::presets() const
{
    return {tr("24 Stunden"), tr("7 Tage"), tr("30 Tage"), tr("1 Jahr")};
}

} // namespace twin
