// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/Opendatasoft.h"

#include "demoplatform/content/DataSets.h"
#include "demoplatform/http/Condition.h"
#include "model/Csv.h"

#include <algorithm>

#include <QJsonDocument>

namespace twin::demoplatform {
namespace {

Response wrong(int status, const char* code, const QString& message)
{
    return Response::json({{QStringLiteral("error_code"), QLatin1String(code)}, {QStringLiteral("message"), message}},
                          status);
}

/// The names that the portal gives to what the data models call otherwise.
QString fieldName(int dataSet, const Property& property)
{
    if (dataSet != Parking)
        return property.name.toLower();
    switch (property.quantity) {
    case Quantity::FreeSpaces:
        return QStringLiteral("frei");
    case Quantity::TotalSpaces:
        return QStringLiteral("capacity");
    default:
        return property.name.toLower();
    }
}

QString timeField(int dataSet)
{
    return dataSet == Parking ? QStringLiteral("zeitstempel") : QStringLiteral("stand");
}

QByteArray csvCell(const QJsonValue& value)
{
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 12);
    if (value.isObject())
        return QByteArray::number(value.toObject().value(QStringLiteral("lat")).toDouble(), 'f', 7) + ", " +
               QByteArray::number(value.toObject().value(QStringLiteral("lon")).toDouble(), 'f', 7);
    return csvField(value.toString(), u';').toUtf8();
}

} // namespace

Response Opendatasoft::answer(const Request& request, const QString& path, std::int64_t now)
{
    if (request.method != "GET" && request.method != "HEAD")
        return wrong(405, "MethodNotAllowed", QStringLiteral("Only GET is allowed"));
    const std::int64_t day = now / 86'400'000;
    if (std::exchange(m_day, day) != day)
        m_calls = 0;
    ++m_calls;
    const QString reset = QString::fromLatin1(isoOf((day + 1) * 86'400'000));
    Response response = wrong(404, "InvalidRESTParameterError", QStringLiteral("Unknown resource"));
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const auto& sets = m_readings.catalogue().dataSets();
    if (m_calls > dailyQuota) {
        response = wrong(429, "TooManyRequestsError", QStringLiteral("The quota of this day is used up"));
    } else if (parts.size() == 1 && parts[0] == QLatin1String("datasets")) {
        response = datasets(request, now);
    } else if (parts.size() >= 2 && parts[0] == QLatin1String("datasets")) {
        const auto set =
            std::find_if(sets.begin(), sets.end(), [&parts](const DataSet& s) { return s.id == parts[1]; });
        const int number = int(set - sets.begin());
        if (set == sets.end())
            response = wrong(404, "InvalidResourceError", QStringLiteral("The dataset does not exist"));
        else if (parts.size() == 2)
            response = Response::json(described(number, now));
        else if (parts.size() == 3 && parts[2] == QLatin1String("records"))
            response = records(request, number, now);
        else if (parts.size() == 4 && parts[2] == QLatin1String("exports"))
            response = exported(request, number, parts[3], now);
    }
    response.headers.emplace_back("X-RateLimit-Limit", QByteArray::number(dailyQuota));
    response.headers.emplace_back("X-RateLimit-Remaining", QByteArray::number(std::max(0, dailyQuota - m_calls)));
    response.headers.emplace_back("X-RateLimit-Reset", reset.toLatin1());
    return response;
}

QJsonObject Opendatasoft::described(int number, std::int64_t now) const
{
    const DataSet& set = m_readings.catalogue().dataSets()[std::size_t(number)];
    const auto& things = m_readings.catalogue().things();
    const auto count =
        std::count_if(things.begin(), things.end(), [number](const Thing& t) { return t.dataSet == number; });
    const auto field = [](const QString& name, const QString& label, const char* type) {
        return QJsonObject{{QStringLiteral("name"), name},
                           {QStringLiteral("label"), label},
                           {QStringLiteral("type"), QLatin1String(type)},
                           {QStringLiteral("description"), QJsonValue::Null},
                           {QStringLiteral("annotations"), QJsonObject()}};
    };
    QJsonArray fields{field(QStringLiteral("id"), QStringLiteral("Kennung"), "text"),
                      field(QStringLiteral("name"), QStringLiteral("Name"), "text"),
                      field(QStringLiteral("geo_point_2d"), QStringLiteral("Lage"), "geo_point_2d")};
    int period = 86400;
    for (const Property& property : set.properties) {
        fields.append(field(fieldName(number, property), property.title, property.isText() ? "text" : "double"));
        period = std::min(period, property.period);
    }
    fields.append(field(timeField(number), QStringLiteral("Stand"), "datetime"));
    const QString processed = QString::fromLatin1(isoOf(now / (period * 1000) * (period * 1000)));
    const QJsonObject metas{
        {QStringLiteral("title"), set.title},
        {QStringLiteral("description"), demoLabel() + QStringLiteral(". In Wirklichkeit von: ") + set.realSource},
        {QStringLiteral("license"), demoLabel()},
        {QStringLiteral("publisher"), QStringLiteral("Demo-Plattform")},
        {QStringLiteral("theme"), QJsonArray{QStringLiteral("Handlungsfeld %1").arg(set.actionField)}},
        {QStringLiteral("modified"), processed},
        {QStringLiteral("data_processed"), processed},
        {QStringLiteral("update_frequency"), QStringLiteral("%1 s").arg(period)},
        {QStringLiteral("records_count"), qint64(count)}};
    return {{QStringLiteral("dataset_id"), set.id},
            {QStringLiteral("dataset_uid"), QStringLiteral("da_demo%1").arg(number)},
            {QStringLiteral("has_records"), true},
            {QStringLiteral("features"), QJsonArray{QStringLiteral("geo"), QStringLiteral("timeserie")}},
            {QStringLiteral("attachments"), QJsonArray()},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("metas"), QJsonObject{{QStringLiteral("default"), metas}}}};
}

Response Opendatasoft::datasets(const Request& request, std::int64_t now) const
{
    const auto condition = Condition::parse(request.value("where"));
    const qint64 limit = request.number("limit", 10, mostRecords);
    const qint64 offset = request.number("offset", 0, mostOffset);
    if (!condition || limit < 0 || offset < 0)
        return wrong(400, "ODSQLError", QStringLiteral("The query is not valid"));
    std::vector<QJsonObject> all;
    for (int s = 0; s < int(m_readings.catalogue().dataSets().size()); ++s)
        if (QJsonObject set = described(s, now); condition->matches(set))
            all.push_back(set);
    QJsonArray results;
    for (qint64 i = offset; i < std::min<qint64>(offset + limit, qint64(all.size())); ++i)
        results.append(all[std::size_t(i)]);
    return Response::json({{QStringLiteral("total_count"), qint64(all.size())}, {QStringLiteral("results"), results}});
}

QJsonObject Opendatasoft::record(const Thing& thing, std::int64_t now) const
{
    const DataSet& set = m_readings.catalogue().dataSetOf(thing);
    const Whereabouts where = m_readings.whereabouts(thing, now);
    QJsonObject json{
        {QStringLiteral("id"), thing.id},
        {QStringLiteral("name"), thing.name},
        {QStringLiteral("ort"), thing.isInSchwerte ? QStringLiteral("Schwerte") : QStringLiteral("Dortmund")},
        {QStringLiteral("hinweis"), demoLabel()},
        {QStringLiteral("geo_point_2d"),
         QJsonObject{{QStringLiteral("lon"), where.longitude}, {QStringLiteral("lat"), where.latitude}}}};
    if (thing.dataSet == Parking)
        json[QStringLiteral("type")] = QStringLiteral("Parkhaus");
    std::int64_t newest = 0;
    for (std::size_t p = 0; p < set.properties.size(); ++p) {
        const auto reading = m_readings.latest(thing.firstStream + int(p), now);
        QJsonValue value = QJsonValue::Null; // a portal shows what it has: an empty cell where a sensor is silent
        if (reading) {
            value = reading->text != nullptr ? QJsonValue(QLatin1String(reading->text)) : QJsonValue(reading->value);
            newest = std::max(newest, reading->observedAt);
        }
        json[fieldName(thing.dataSet, set.properties[p])] = value;
    }
    json[timeField(thing.dataSet)] =
        newest > 0
            ? QJsonValue(QString::fromLatin1(isoOf(newest)).replace(QStringLiteral(".000Z"), QStringLiteral("+00:00")))
            : QJsonValue(QJsonValue::Null);
    return json;
}

Result<std::vector<QJsonObject>> Opendatasoft::found(const Request& request, int dataSet, std::int64_t now) const
{
    TWIN_TRY(const Condition condition, Condition::parse(request.value("where")));
    std::vector<QJsonObject> records;
    for (const Thing& thing : m_readings.catalogue().things())
        if (thing.dataSet == dataSet)
            if (QJsonObject json = record(thing, now); condition.matches(json))
                records.push_back(json);
    const QString order = request.value("order_by").section(u',', 0, 0).trimmed();
    const QString key = order.section(u' ', 0, 0);
    const bool isDown = order.section(u' ', 1).compare(QLatin1String("desc"), Qt::CaseInsensitive) == 0;
    if (!key.isEmpty())
        std::stable_sort(records.begin(), records.end(), [&](const QJsonObject& a, const QJsonObject& b) {
            const QJsonValue x = (isDown ? b : a).value(key);
            const QJsonValue y = (isDown ? a : b).value(key);
            return x.isDouble() && y.isDouble() ? x.toDouble() < y.toDouble() : x.toString() < y.toString();
        });
    const QStringList select = request.value("select").remove(u' ').split(u',', Qt::SkipEmptyParts);
    if (!select.isEmpty() && !select.contains(QStringLiteral("*")))
        for (QJsonObject& json : records)
            for (const QString& name : json.keys())
                if (!select.contains(name))
                    json.remove(name);
    return records;
}

Response Opendatasoft::records(const Request& request, int dataSet, std::int64_t now) const
{
    const qint64 limit = request.number("limit", 10, mostRecords);
    const qint64 offset = request.number("offset", 0, mostOffset);
    if (limit < 0 || offset < 0 || limit + offset > mostOffset)
        return wrong(
            400, "InvalidRESTParameterError",
            QStringLiteral("Invalid value for sum of offset + limit API parameter: 10000 at most, limit 100 at most"));
    const auto all = found(request, dataSet, now);
    if (!all)
        return wrong(400, "ODSQLError", QStringLiteral("The where clause is not valid"));
    QJsonArray results;
    for (qint64 i = offset; i < std::min<qint64>(offset + limit, qint64(all->size())); ++i)
        results.append((*all)[std::size_t(i)]);
    return Response::json({{QStringLiteral("total_count"), qint64(all->size())}, {QStringLiteral("results"), results}});
}

Response Opendatasoft::exported(const Request& request, int dataSet, const QString& format, std::int64_t now) const
{
    const auto all = found(request, dataSet, now);
    if (!all)
        return wrong(400, "ODSQLError", QStringLiteral("The where clause is not valid"));
    if (format == QLatin1String("json")) {
        QJsonArray list;
        for (const QJsonObject& json : *all)
            list.append(json);
        return Response::text(200, "application/json", QJsonDocument(list).toJson(QJsonDocument::Compact));
    }
    if (format == QLatin1String("geojson")) {
        QJsonArray features;
        for (QJsonObject json : *all) {
            const QJsonObject place = json.take(QStringLiteral("geo_point_2d")).toObject();
            features.append(QJsonObject{
                {QStringLiteral("type"), QStringLiteral("Feature")},
                {QStringLiteral("geometry"),
                 QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                             {QStringLiteral("coordinates"),
                              QJsonArray{place.value(QStringLiteral("lon")), place.value(QStringLiteral("lat"))}}}},
                {QStringLiteral("properties"), json}});
        }
        return Response::text(200, "application/geo+json",
                              QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                                        {QStringLiteral("features"), features}})
                                  .toJson(QJsonDocument::Compact));
    }
    if (format != QLatin1String("csv"))
        return wrong(400, "InvalidRESTParameterError", QStringLiteral("Known formats: json, geojson, csv"));
    QByteArray csv = "\xEF\xBB\xBF";
    const QStringList names = all->empty() ? QStringList() : all->front().keys();
    csv += names.join(u';').toUtf8() + "\r\n";
    for (const QJsonObject& json : *all) {
        QByteArrayList cells;
        for (const QString& name : names)
            cells.append(csvCell(json.value(name)));
        csv += cells.join(';') + "\r\n";
    }
    return Response::text(200, "text/csv; charset=utf-8", csv);
}

} // namespace twin::demoplatform
