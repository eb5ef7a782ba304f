// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/SensorThings.h"

#include "model/observe/Unit.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace twin::demoplatform {
namespace {

struct SetName {
    const char* many;
    const char* one;
};

constexpr std::array<SetName, 8> setNames = {{{"Things", "Thing"},
                                              {"Locations", "Location"},
                                              {"HistoricalLocations", "HistoricalLocation"},
                                              {"Datastreams", "Datastream"},
                                              {"Sensors", "Sensor"},
                                              {"ObservedProperties", "ObservedProperty"},
                                              {"FeaturesOfInterest", "FeatureOfInterest"},
                                              {"Observations", "Observation"}}};

/// What leads from one set to others.
constexpr std::array<const char*, 8> relations = {"Locations HistoricalLocations Datastreams",
                                                  "Things HistoricalLocations",
                                                  "Thing Locations",
                                                  "Thing Sensor ObservedProperty Observations",
                                                  "Datastreams",
                                                  "Datastreams",
                                                  "Observations",
                                                  "Datastream FeatureOfInterest"};

Response wrong(int status, const QString& message)
{
    return Response::json({{QStringLiteral("code"), status},
                           {QStringLiteral("type"), QStringLiteral("error")},
                           {QStringLiteral("message"), message}},
                          status);
}

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

SensorThings::SensorThings(const Readings& readings) : m_readings(readings)
{
    const auto& sets = readings.catalogue().dataSets();
    for (std::size_t s = 0; s < sets.size(); ++s)
        for (std::size_t p = 0; p < sets[s].properties.size(); ++p)
            m_properties.emplace_back(int(s), int(p));
}

std::optional<SensorThings::Set> SensorThings::setOf(const QString& name, bool& isOne)
{
    for (std::size_t i = 0; i < setNames.size(); ++i) {
        isOne = name == QLatin1String(setNames[i].one);
        if (isOne || name == QLatin1String(setNames[i].many))
            return Set(i);
    }
    return std::nullopt;
}

const char* SensorThings::nameOf(Set set)
{
    return setNames[std::size_t(set)].many;
}

int SensorThings::sizeOf(Set set) const
{
    const Catalogue& catalogue = m_readings.catalogue();
    switch (set) {
    case Set::Datastreams:
    case Set::Observations:
        return int(catalogue.streams().size());
    case Set::Sensors:
        return int(catalogue.dataSets().size());
    case Set::ObservedProperties:
        return int(m_properties.size());
    default:
        return int(catalogue.things().size());
    }
}

std::optional<SensorThings::Selection> SensorThings::related(Set from, int number, const QString& name) const
{
    Selection to;
    const auto set = setOf(name, to.isOne);
    if (!set || !QString::fromLatin1(relations[std::size_t(from)]).split(u' ').contains(name))
        return std::nullopt;
    to.set = *set;
    const Catalogue& catalogue = m_readings.catalogue();
    if (from == Set::Datastreams || from == Set::Observations) {
        const Stream& stream = catalogue.streams()[std::size_t(number)];
        const int dataSet = catalogue.thingOf(stream).dataSet;
        if (to.set == Set::Things || to.set == Set::FeaturesOfInterest)
            to.members = {stream.thing};
        else if (to.set == Set::Sensors)
            to.members = {dataSet};
        else if (to.set == Set::ObservedProperties)
            to.members = {int(std::find(m_properties.begin(), m_properties.end(), std::pair(dataSet, stream.property)) -
                              m_properties.begin())};
        else
            to.members = {number};
    } else if (from == Set::Sensors || from == Set::ObservedProperties) {
        for (std::size_t s = 0; s < catalogue.streams().size(); ++s) {
            const Stream& stream = catalogue.streams()[s];
            const int dataSet = catalogue.thingOf(stream).dataSet;
            if (from == Set::Sensors ? dataSet == number
                                     : std::pair(dataSet, stream.property) == m_properties[std::size_t(number)])
                to.members.push_back(int(s));
        }
    } else if (to.set == Set::Datastreams || to.set == Set::Observations) {
        const Thing& thing = catalogue.things()[std::size_t(number)];
        to.members.resize(catalogue.dataSetOf(thing).properties.size());
        std::iota(to.members.begin(), to.members.end(), thing.firstStream);
    } else {
        to.members = {number};
    }
    return to;
}

/// Narrows a selection by one segment of a path: "Datastreams", "Datastreams(5)", "name".
bool SensorThings::enter(Selection& selection, const QString& segment) const
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(\$?\w+)(?:\((\d{1,16})\))?$)"));
    const auto match = pattern.match(segment);
    if (!match.hasMatch() || !selection.property.isEmpty() || selection.isCount)
        return false;
    const QString name = match.captured(1);
    const bool hasId = match.hasCaptured(2);
    if (name == QLatin1String("$count"))
        return selection.isCount = !selection.isOne && !hasId;
    bool isOne = false;
    if (!setOf(name, isOne)) {
        selection.property = name;
        return selection.isOne && !hasId;
    }
    if (!selection.isOne)
        return false;
    const auto next = related(selection.set, selection.members[0], name);
    if (!next || (hasId && next->isOne))
        return false;
    const std::int64_t id = match.captured(2).toLongLong();
    selection = *next;
    if (!hasId)
        return true;
    selection.isOne = true;
    const int wanted = selection.set == Set::Observations ? int(id >> 31) - 1 : int(id) - 1;
    selection.observation = selection.set == Set::Observations ? id & 0x7FFFFFFF : -1;
    const bool isThere =
        std::find(selection.members.begin(), selection.members.end(), wanted) != selection.members.end();
    selection.members = {wanted};
    return isThere;
}

std::optional<SensorThings::Selection> SensorThings::selectionOf(const QString& path) const
{
    const QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    if (segments.isEmpty() || segments.size() > 8)
        return std::nullopt;
    static const QRegularExpression first(QStringLiteral(R"(^(\w+)(?:\((\d{1,16})\))?$)"));
    const auto match = first.match(segments[0]);
    Selection selection;
    bool isOne = false;
    const auto set = setOf(match.captured(1), isOne);
    if (!match.hasMatch() || !set || isOne)
        return std::nullopt;
    selection.set = *set;
    if (match.hasCaptured(2)) {
        const std::int64_t id = match.captured(2).toLongLong();
        const std::int64_t number = *set == Set::Observations ? (id >> 31) - 1 : id - 1;
        if (number < 0 || number >= sizeOf(*set))
            return std::nullopt;
        selection.members = {int(number)};
        selection.isOne = true;
        selection.observation = *set == Set::Observations ? id & 0x7FFFFFFF : -1;
    } else {
        selection.members.resize(std::size_t(sizeOf(*set)));
        std::iota(selection.members.begin(), selection.members.end(), 0);
    }
    for (qsizetype i = 1; i < segments.size(); ++i)
        if (!enter(selection, segments[i]))
            return std::nullopt;
    return selection;
}

QJsonObject SensorThings::location(int number, std::int64_t now) const
{
    const Thing& thing = m_readings.catalogue().things()[std::size_t(number)];
    const Whereabouts where = m_readings.whereabouts(thing, now);
    return {{key("type"), key("Point")},
            {key("coordinates"), QJsonArray{where.longitude, where.latitude, where.height}}};
}

QJsonObject SensorThings::datastream(int number) const
{
    const Catalogue& catalogue = m_readings.catalogue();
    const Stream& stream = catalogue.streams()[std::size_t(number)];
    const Thing& thing = catalogue.thingOf(stream);
    const Property& property = catalogue.propertyOf(stream);
    const Unit unit{property.ucum};
    const QString om = key("http://www.opengis.net/def/observationType/OGC-OM/2.0/");
    const QJsonValue none = QJsonValue::Null;
    return {{key("name"), thing.name + key(": ") + property.title},
            {key("description"), demoLabel()},
            {key("observationType"), om + key(property.isText() ? "OM_CategoryObservation" : "OM_Measurement")},
            {key("unitOfMeasurement"),
             QJsonObject{{key("name"), property.isText() ? none : QJsonValue(unit.label())},
                         {key("symbol"), property.isText() ? none : QJsonValue(unit.symbol())},
                         {key("definition"), property.isText() ? none : QJsonValue(key("ucum:") + property.ucum)}}},
            {key("properties"), QJsonObject{{key("demo"), true}, {key("intervalSeconds"), property.period}}}};
}

QJsonObject SensorThings::member(Set set, int number, const Scope& scope) const
{
    const Catalogue& catalogue = m_readings.catalogue();
    QJsonObject json;
    switch (set) {
    case Set::Things: {
        const Thing& thing = catalogue.things()[std::size_t(number)];
        const DataSet& kind = catalogue.dataSetOf(thing);
        json = {
            {key("name"), thing.name},
            {key("description"), kind.title + key(" – ") + demoLabel()},
            {key("properties"), QJsonObject{{key("id"), thing.id},
                                            {key("type"), kind.type},
                                            {key("demo"), true},
                                            {key("actionField"), kind.actionField},
                                            {key("realSource"), kind.realSource},
                                            {key("municipality"), key(thing.isInSchwerte ? "Schwerte" : "Dortmund")}}}};
        break;
    }
    case Set::Locations:
    case Set::FeaturesOfInterest:
        json = {{key("name"), catalogue.things()[std::size_t(number)].name},
                {key("description"), demoLabel()},
                {key("encodingType"), key("application/geo+json")},
                {key(set == Set::Locations ? "location" : "feature"), location(number, scope.now)}};
        break;
    case Set::HistoricalLocations:
        json = {{key("time"), QString::fromLatin1(isoOf(Readings::begin))}};
        break;
    case Set::Datastreams: {
        json = datastream(number);
        json[key("phenomenonTime")] = QString::fromLatin1(isoOf(Readings::begin) + '/' + isoOf(scope.now));
        json[key("observedArea")] = location(catalogue.streams()[std::size_t(number)].thing, scope.now);
        break;
    }
    case Set::Sensors: {
        const DataSet& kind = catalogue.dataSets()[std::size_t(number)];
        json = {{key("name"), kind.title},
                {key("description"), demoLabel()},
                {key("encodingType"), key("text/html")},
                {key("metadata"), kind.realSource}};
        break;
    }
    case Set::ObservedProperties: {
        const auto [kind, p] = m_properties[std::size_t(number)];
        const DataSet& dataSet = catalogue.dataSets()[std::size_t(kind)];
        const Property& property = dataSet.properties[std::size_t(p)];
        json = {{key("name"), property.name},
                {key("description"), property.title},
                {key("definition"), key("https://smartdatamodels.org/") + dataSet.type + u'/' + property.name}};
        break;
    }
    case Set::Observations:
        break;
    }
    const QString self =
        QString::fromLatin1(scope.root) + u'/' + key(nameOf(set)) + QStringLiteral("(%1)").arg(number + 1);
    json[key("@iot.id")] = number + 1;
    json[key("@iot.selfLink")] = self;
    for (const QString& name : QString::fromLatin1(relations[std::size_t(set)]).split(u' '))
        json[name + key("@iot.navigationLink")] = self + u'/' + name;
    return json;
}

QJsonObject SensorThings::shaped(Set set, int number, const StaQuery& query, const Scope& scope) const
{
    QJsonObject json = member(set, number, scope);
    if (!query.select.isEmpty()) {
        QJsonObject chosen;
        for (const QString& name : query.select) {
            const QString own = name == QLatin1String("id") ? key("@iot.id") : name;
            if (json.contains(own))
                chosen[own] = json.value(own);
        }
        json = chosen;
    }
    for (const auto& [name, inner] : query.expand) {
        const auto target = related(set, number, name);
        if (!target)
            continue;
        json.remove(name + key("@iot.navigationLink"));
        if (target->isOne) {
            json[name] = shaped(target->set, target->members[0], inner, scope);
            continue;
        }
        const QByteArray base =
            scope.root + '/' + nameOf(set) + '(' + QByteArray::number(number + 1) + ")/" + name.toUtf8();
        const QJsonObject part = target->set == Set::Observations
                                     ? QJsonDocument::fromJson(observationPage(*target, inner, base, scope)).object()
                                     : page(*target, inner, base, scope);
        json[name] = part.value(key("value"));
        for (const char* note : {"@iot.count", "@iot.nextLink"})
            if (part.contains(key(note)))
                json[name + key(note)] = part.value(key(note));
    }
    return json;
}

QJsonObject SensorThings::page(const Selection& selection, const StaQuery& query, const QByteArray& nextBase,
                               const Scope& scope) const
{
    std::vector<int> members = selection.members;
    if (!query.filterText.isEmpty())
        std::erase_if(members, [&](int number) {
            QJsonObject json = member(selection.set, number, scope);
            json[key("id")] = number + 1;
            for (const QString& name : QString::fromLatin1(relations[std::size_t(selection.set)]).split(u' '))
                if (const auto to =
                        query.filterText.contains(name) ? related(selection.set, number, name) : std::nullopt;
                    to && !to->members.empty() && to->set != Set::Observations)
                    json[name] = member(to->set, to->members[0], scope);
            return !query.filter.matches(json);
        });
    if (query.orderBy == QLatin1String("name"))
        std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
            return member(selection.set, a, scope).value(key("name")).toString() <
                   member(selection.set, b, scope).value(key("name")).toString();
        });
    if (query.isDescending)
        std::reverse(members.begin(), members.end());
    const std::int64_t top = query.top < 0 ? usualTop : std::min(query.top, mostTop);
    const auto first = std::min<std::int64_t>(query.skip, std::int64_t(members.size()));
    const auto last = std::min<std::int64_t>(first + top, std::int64_t(members.size()));
    QJsonObject json;
    if (query.counts)
        json[key("@iot.count")] = qint64(members.size());
    if (last < std::int64_t(members.size()) && top > 0)
        json[key("@iot.nextLink")] =
            QString::fromLatin1(nextBase + (nextBase.contains('?') ? '&' : '?') + "$top=" + QByteArray::number(top) +
                                "&$skip=" + QByteArray::number(last));
    QJsonArray value;
    for (auto i = first; i < last; ++i)
        value.append(shaped(selection.set, members[std::size_t(i)], query, scope));
    json[key("value")] = value;
    return json;
}

Response SensorThings::answer(const Request& request, const QByteArray& root, const QString& path,
                              std::int64_t now) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return wrong(405, QStringLiteral("Only reading is supported"));
    if (path.isEmpty() || path == QLatin1String("/")) {
        QJsonArray list;
        for (const SetName& name : setNames)
            list.append(QJsonObject{{key("name"), key(name.many)},
                                    {key("url"), QString::fromLatin1(root) + u'/' + key(name.many)}});
        QJsonObject settings{
            {key("conformance"), QJsonArray{key("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel"),
                                            key("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data")}}};
        if (!m_mqtt.isEmpty())
            settings[key("http://www.opengis.net/spec/iot_sensing/1.1/req/receive-updates-via-mqtt/receive-updates")] =
                QJsonObject{{key("endpoints"), QJsonArray{m_mqtt}}};
        return Response::json({{key("value"), list}, {key("serverSettings"), settings}});
    }
    const auto selection = selectionOf(path);
    if (!selection)
        return wrong(404, QStringLiteral("Nothing found."));
    const auto query = StaQuery::parse(request.query);
    if (!query)
        return wrong(400, query.error().summary);
    const Scope scope{root, query->at > 0 ? std::min(query->at, now) : now};
    // The next page's link repeats everything but where the page begins.
    QByteArray base = root + QUrl::toPercentEncoding(path, "/()");
    char separator = '?';
    for (const auto& [name, value] : request.query)
        if (name != QLatin1String("$skip") && name != QLatin1String("$top") && name != QLatin1String("$skipToken")) {
            base += separator + QUrl::toPercentEncoding(name, "$") + '=' + QUrl::toPercentEncoding(value, "(),;'/:");
            separator = '&';
        }
    if (selection->set == Set::Observations)
        return Response::text(200, "application/json", observationPage(*selection, *query, base, scope));
    if (selection->isCount)
        return Response::text(200, "text/plain", QByteArray::number(qint64(selection->members.size())));
    if (!selection->isOne)
        return Response::json(page(*selection, *query, base, scope));
    const QJsonObject one = shaped(selection->set, selection->members[0], *query, scope);
    if (selection->property.isEmpty())
        return Response::json(one);
    if (!one.contains(selection->property))
        return wrong(404, QStringLiteral("Nothing found."));
    return Response::json({{selection->property, one.value(selection->property)}});
}

} // namespace twin::demoplatform
