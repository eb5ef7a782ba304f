// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/SensorThings.h"

#include <algorithm>
#include <queue>

#include <QJsonDocument>

namespace twin::demoplatform {
namespace {

/// Readings looked at for one page; a page that would need more ends early and says where to go on, as servers do.
constexpr std::int64_t mostLooked = 100'000;

std::int64_t idOf(int stream, std::int64_t index)
{
    return (std::int64_t(stream + 1) << 31) | index;
}

QByteArray resultOf(const Reading& reading)
{
    return reading.text != nullptr ? '"' + QByteArray(reading.text) + '"' : QByteArray::number(reading.value, 'g', 12);
}

/// Walks through the readings of several streams in one order.
class Walk {
public:
    Walk(const Readings& readings, const std::vector<int>& streams, std::vector<ReadingRange> ranges, bool byTime,
         bool down)
        : m_readings(readings),
          m_streams(streams),
          m_ranges(std::move(ranges)),
          m_byTime(byTime && streams.size() > 1),
          m_down(down)
    {
        if (m_byTime)
            for (std::size_t i = 0; i < m_streams.size(); ++i)
                push(i);
        else
            m_current = m_down ? m_streams.size() : 0;
    }

    /// Passes over without computing, where the order allows it.
    void skip(std::int64_t count)
    {
        if (m_byTime) {
            for (; count > 0 && !m_queue.empty(); --count)
                (void)next();
            return;
        }
        while (count > 0) {
            ReadingRange* range = currentRange();
            if (range == nullptr)
                return;
            const std::int64_t step = std::min(count, range->count());
            (m_down ? range->last : range->first) += m_down ? -step : step;
            count -= step;
        }
    }

    /// @returns stream and index of the next; empty at the end.
    std::optional<std::pair<int, std::int64_t>> next()
    {
        if (!m_byTime) {
            ReadingRange* range = currentRange();
            if (range == nullptr)
                return std::nullopt;
            return std::pair(m_streams[place()], m_down ? range->last-- : range->first++);
        }
        if (m_queue.empty())
            return std::nullopt;
        const std::size_t slot = m_queue.top().second;
        m_queue.pop();
        ReadingRange& range = m_ranges[slot];
        const std::pair found(m_streams[slot], m_down ? range.last-- : range.first++);
        push(slot);
        return found;
    }

private:
    [[nodiscard]] std::size_t place() const { return m_down ? m_current - 1 : m_current; }

    ReadingRange* currentRange()
    {
        while (m_down ? m_current > 0 : m_current < m_streams.size()) {
            if (m_ranges[place()].count() > 0)
                return &m_ranges[place()];
            m_current += m_down ? std::size_t(-1) : 1;
        }
        return nullptr;
    }

    void push(std::size_t slot)
    {
        const ReadingRange& range = m_ranges[slot];
        if (range.count() <= 0)
            return;
        const Stream& stream = m_readings.catalogue().streams()[std::size_t(m_streams[slot])];
        const std::int64_t time =
            (m_down ? range.last : range.first) * m_readings.catalogue().propertyOf(stream).period;
        m_queue.emplace(m_down ? time : -time, slot);
    }

    const Readings& m_readings;
    const std::vector<int>& m_streams;
    std::vector<ReadingRange> m_ranges;
    bool m_byTime;
    bool m_down;
    std::size_t m_current = 0;
    std::priority_queue<std::pair<std::int64_t, std::size_t>> m_queue;
};

QByteArray cell(const QString& name, const QByteArray& id, const QByteArray& time, const QByteArray& result)
{
    if (name == QLatin1String("@iot.id") || name == QLatin1String("id"))
        return id;
    return name == QLatin1String("result") ? result : '"' + time + '"';
}

} // namespace

SensorThings::Rows SensorThings::observations(const std::vector<int>& streams, const StaQuery& query,
                                              std::int64_t now) const
{
    const QString time = QStringLiteral("phenomenonTime");
    const Condition::Times times = query.filter.times(time);
    const bool asksMore = query.filter.asksMoreThan(time);
    Rows rows;
    std::vector<ReadingRange> ranges;
    for (const int stream : streams) {
        ranges.push_back(m_readings.range(stream, times.from, times.to, now));
        rows.count += ranges.back().count();
    }
    const std::int64_t total = rows.count;
    if (asksMore)
        rows.count = 0;
    Walk walk(m_readings, streams, std::move(ranges), query.orderBy == time, query.isDescending);
    walk.skip(query.skip);
    rows.seen = std::min(query.skip, total);
    const std::int64_t top = query.top < 0 ? usualTop : std::min(query.top, mostTop);
    for (std::int64_t looked = 0; std::int64_t(rows.rows.size()) < top && looked < mostLooked; ++looked) {
        const auto found = walk.next();
        if (!found)
            break;
        ++rows.seen;
        const auto reading = m_readings.reading(found->first, found->second);
        if (!reading)
            continue;
        if (asksMore) {
            const QJsonValue result =
                reading->text != nullptr ? QJsonValue(QLatin1String(reading->text)) : QJsonValue(reading->value);
            const QString at = QString::fromLatin1(isoOf(reading->observedAt));
            if (!query.filter.matches({{QStringLiteral("result"), result},
                                       {time, at},
                                       {QStringLiteral("resultTime"), at},
                                       {QStringLiteral("id"), qint64(idOf(found->first, found->second))}}))
                continue;
            ++rows.count;
        }
        rows.rows.push_back({found->first, *reading});
    }
    rows.hasMore = rows.seen < total;
    return rows;
}

QJsonObject SensorThings::observation(const Row& row, const QByteArray& root) const
{
    const std::int64_t id = idOf(row.stream, row.reading.index);
    const QString self = QString::fromLatin1(root) + QStringLiteral("/Observations(%1)").arg(id);
    const QString time = QString::fromLatin1(isoOf(row.reading.observedAt));
    return {{QStringLiteral("@iot.id"), qint64(id)},
            {QStringLiteral("@iot.selfLink"), self},
            {QStringLiteral("phenomenonTime"), time},
            {QStringLiteral("resultTime"), time},
            {QStringLiteral("result"),
             row.reading.text != nullptr ? QJsonValue(QLatin1String(row.reading.text)) : QJsonValue(row.reading.value)},
            {QStringLiteral("Datastream@iot.navigationLink"), self + QStringLiteral("/Datastream")},
            {QStringLiteral("FeatureOfInterest@iot.navigationLink"), self + QStringLiteral("/FeatureOfInterest")}};
}

QByteArray SensorThings::observationJson(int stream, const Reading& reading, const QByteArray& root) const
{
    return QJsonDocument(observation({stream, reading}, root)).toJson(QJsonDocument::Compact);
}

QByteArray SensorThings::observationPage(const Selection& selection, const StaQuery& query, const QByteArray& nextBase,
                                         const Scope& scope) const
{
    if (selection.isOne) {
        const auto reading = m_readings.reading(selection.members[0], selection.observation);
        return reading ? observationJson(selection.members[0], *reading, scope.root) : QByteArray("{}");
    }
    const Rows rows = observations(selection.members, query, scope.now);
    if (selection.isCount)
        return QByteArray::number(qint64(rows.count));
    QByteArray out = "{";
    if (query.counts)
        out += "\"@iot.count\":" + QByteArray::number(qint64(rows.count)) + ',';
    const int top = query.top < 0 ? usualTop : std::min(query.top, mostTop);
    if (rows.hasMore && top > 0)
        // The token holds the instant fast at which the walk began: what comes meanwhile moves no page.
        out += "\"@iot.nextLink\":\"" + nextBase + (nextBase.contains('?') ? '&' : '?') +
               "$top=" + QByteArray::number(top) + "&$skip=" + QByteArray::number(qint64(rows.seen)) +
               "&$skipToken=" + QByteArray::number(qint64(scope.now)) + "\",";
    out += "\"value\":[";
    const QStringList known{QStringLiteral("@iot.id"), QStringLiteral("phenomenonTime"), QStringLiteral("result"),
                            QStringLiteral("resultTime")};
    QStringList columns;
    for (const QString& name : query.select)
        if (known.contains(name) || name == QLatin1String("id"))
            columns.append(name);
    if (columns.isEmpty())
        columns = known;
    std::size_t i = 0;
    bool isFirst = true;
    while (i < rows.rows.size()) {
        if (!query.isDataArray) {
            if (!std::exchange(isFirst, false))
                out += ',';
            QJsonObject json = observation(rows.rows[i], scope.root);
            for (const QString& name : query.select.isEmpty() ? QStringList() : json.keys())
                if (!query.select.contains(name) &&
                    !(name == QLatin1String("@iot.id") && query.select.contains(QStringLiteral("id"))))
                    json.remove(name);
            for (const auto& [name, inner] : query.expand)
                if (const auto to = related(Set::Observations, rows.rows[i].stream, name))
                    json[name] = shaped(to->set, to->members[0], inner, scope);
            out += QJsonDocument(json).toJson(QJsonDocument::Compact);
            ++i;
            continue;
        }
        // One block a Datastream, as the specification's data array has it.
        const int stream = rows.rows[i].stream;
        QByteArray block;
        qint64 count = 0;
        for (; i < rows.rows.size() && rows.rows[i].stream == stream; ++i, ++count) {
            const Reading& reading = rows.rows[i].reading;
            block += count == 0 ? "[" : ",[";
            for (qsizetype c = 0; c < columns.size(); ++c)
                block += (c == 0 ? QByteArray() : QByteArray(",")) +
                         cell(columns[c], QByteArray::number(qint64(idOf(stream, reading.index))),
                              isoOf(reading.observedAt), resultOf(reading));
            block += ']';
        }
        if (!std::exchange(isFirst, false))
            out += ',';
        out += "{\"Datastream@iot.navigationLink\":\"" + scope.root + "/Datastreams(" + QByteArray::number(stream + 1) +
               ")\",\"components\":[\"" + columns.join(QStringLiteral("\",\"")).toUtf8() +
               "\"],\"dataArray@iot.count\":" + QByteArray::number(count) + ",\"dataArray\":[" + block + "]}";
    }
    return out + "]}";
}

} // namespace twin::demoplatform
