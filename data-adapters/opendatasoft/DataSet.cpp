// SPDX-License-Identifier: GPL-3.0-or-later
#include "opendatasoft/DataSet.h"

#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"
#include "observe/Text.h"

#include <algorithm>
#include <array>
#include <map>

namespace twin::opendatasoft {
namespace {

using observe::Text;

constexpr std::array idNames{"id",     "recordid", "objectid", "object_id",  "kennung",
                             "nummer", "nr",       "code",     "station_id", "stationsnummer"};
constexpr std::array titleNames{"name", "bezeichnung", "titel", "title", "strasse", "standort", "beschreibung"};
constexpr std::array timeNames{"zeitstempel", "zeitpunkt",  "timestamp", "time",  "messzeit", "datum_uhrzeit",
                               "observed_at", "updated_at", "stand",     "datum", "date"};

/// Columns of car parks as German portals call them, in the words of the Smart Data Models.
struct Alias {
    const char* slug;
    const char* property;
};
constexpr std::array parkingAliases{
    Alias{"frei", "availableSpotNumber"},        Alias{"freie_plaetze", "availableSpotNumber"},
    Alias{"free", "availableSpotNumber"},        Alias{"availablespotnumber", "availableSpotNumber"},
    Alias{"capacity", "totalSpotNumber"},        Alias{"kapazitaet", "totalSpotNumber"},
    Alias{"kapazitat", "totalSpotNumber"},       Alias{"gesamt", "totalSpotNumber"},
    Alias{"totalspotnumber", "totalSpotNumber"},
};

template <std::size_t Count>
QString firstNamed(const DataSet& set, const std::array<const char*, Count>& names,
                   std::initializer_list<const char*> types)
{
    for (const char* name : names)
        for (const DataSet::Field& field : set.fields)
            if (field.name == QLatin1String(name) &&
                (types.size() == 0 || std::any_of(types.begin(), types.end(),
                                                  [&](const char* type) { return field.type == QLatin1String(type); })))
                return field.name;
    return {};
}

QString firstOfType(const DataSet& set, std::initializer_list<const char*> types)
{
    for (const char* type : types)
        for (const DataSet::Field& field : set.fields)
            if (field.type == QLatin1String(type))
                return field.name;
    return {};
}

std::optional<Milliseconds> cadenceFrom(const QString& text)
{
    // "60 s", "PT15M" and the words of the EU's frequency list occur.
    bool ok = false;
    const qint64 number = text.section(QLatin1Char(' '), 0, 0).toLongLong(&ok);
    if (ok && number > 0 && text.endsWith(QLatin1String(" s")))
        return std::chrono::seconds(number);
    if (text.contains(QLatin1String("HOURLY"), Qt::CaseInsensitive))
        return std::chrono::hours(1);
    if (text.contains(QLatin1String("DAILY"), Qt::CaseInsensitive))
        return std::chrono::hours(24);
    return std::nullopt;
}

Unit unitOf(const QJsonObject& field)
{
    const QJsonValue annotations = field[QLatin1String("annotations")];
    const QJsonValue unit = annotations.isObject() ? annotations[QLatin1String("unit")] : QJsonValue();
    if (unit.isString())
        return Unit::fromText(unit.toString());
    if (unit.isArray())
        return Unit::fromText(unit[0].toString());
    // "Temperatur [°C]", "PM10 (µg/m³)"
    const QString label = field[QLatin1String("label")].toString();
    for (const auto& [open, close] : {std::pair{u'[', u']'}, {u'(', u')'}}) {
        const qsizetype from = label.lastIndexOf(open);
        const qsizetype to = label.lastIndexOf(close);
        if (from >= 0 && to > from)
            if (const Unit known = Unit::fromText(QStringView(label).mid(from + 1, to - from - 1)); known.isKnown())
                return known;
    }
    return {};
}

bool isNumeric(const DataSet::Field& field)
{
    return field.type == QLatin1String("int") || field.type == QLatin1String("double") ||
           field.type == QLatin1String("decimal") || field.type == QLatin1String("boolean");
}

bool looksLikeParking(const DataSet& set)
{
    int found = 0;
    for (const Alias& alias : parkingAliases)
        found += set.field(QLatin1String(alias.slug)) != nullptr;
    return found >= 2 || set.id.startsWith(QLatin1String("park"));
}

QString propertyOf(const DataSet& set, const QString& field)
{
    if (looksLikeParking(set))
        for (const Alias& alias : parkingAliases)
            if (field == QLatin1String(alias.slug))
                return QLatin1String(alias.property);
    return field;
}

std::optional<Instant> timeOf(const DataSet& set, const QJsonObject& record)
{
    if (!set.timeField.isEmpty())
        if (const auto time = observe::instantFromJson(record[set.timeField]))
            return time;
    return set.timeField.isEmpty() ? set.processed : std::nullopt;
}

QString thingOf(const DataSet& set, const QJsonObject& record)
{
    const QJsonValue id = record[set.idField];
    if (!set.idField.isEmpty() && !id.isNull() && !id.isUndefined())
        return id.isDouble() ? QString::number(id.toDouble(), 'g', 15) : id.toString();
    if (const auto point = observe::pointFromGeoJson(record[set.geoField]))
        return positionText(*point);
    return record[set.titleField].toString();
}

Datastream streamOf(const DataSet& set, const QJsonObject& record, const QString& thing, const QString& property,
                    const NewStream& newStream)
{
    Datastream stream = newStream(set.id + QLatin1Char('/') + thing + QLatin1Char('/') + property);
    stream.thing = thing;
    stream.thingTitle = record[set.titleField].toString();
    stream.thingType = looksLikeParking(set) ? QStringLiteral("OffStreetParking") : QString();
    stream.property = property;
    stream.position = observe::pointFromGeoJson(record[set.geoField]);
    if (!set.licence.isEmpty())
        stream.licence = set.licence;
    stream.provider = set.publisher;
    stream.staleness.interval = set.cadence.value_or(Milliseconds(0));
    return stream;
}

Quality qualityOf(const Datastream& stream, const QJsonObject& record, double number)
{
    if ((stream.least && number < *stream.least) || (stream.most && number > *stream.most))
        return Quality::Doubtful;
    // More free spaces than spaces occurs in published data.
    if (stream.property == QLatin1String("availableSpotNumber"))
        for (const Alias& alias : parkingAliases)
            if (QLatin1String(alias.property) == QLatin1String("totalSpotNumber") &&
                record[QLatin1String(alias.slug)].isDouble() && number > record[QLatin1String(alias.slug)].toDouble())
                return Quality::Doubtful;
    return Quality::Unstated;
}

void readRecord(const DataSet& set, const QJsonObject& record, const QString& thing, const NewStream& newStream,
                Instant now, SourceSnapshot& into)
{
    const auto time = timeOf(set, record);
    const auto add = [&](Datastream&& stream, const observe::ReadValue& value) {
        const double* number = std::get_if<double>(&value.value);
        const Quality quality = !time    ? Quality::AssumedTime
                                : number ? qualityOf(stream, record, *number)
                                         : Quality::Unstated;
        into.observations.push_back({stream.id, value.value, time.value_or(now), now, quality});
        into.datastreams.push_back(std::move(stream));
    };
    bool hasNumber = false;
    for (const DataSet::Field& field : set.fields) {
        const auto value = observe::valueFromJson(record[field.name]);
        if (!isNumeric(field) || field.name == set.idField || !value || !record.contains(field.name))
            continue;
        Datastream stream = streamOf(set, record, thing, propertyOf(set, field.name), newStream);
        stream.kind = field.type == QLatin1String("boolean") ? ValueKind::Boolean : ValueKind::Number;
        stream.unit = field.unit;
        const ObservedProperty* known = observedProperty(stream.thingType, stream.property);
        if (!known || stream.thingType.isEmpty())
            stream.title = field.label;
        const Unit stated = stream.unit;
        describe(stream);
        if (stream.thingType.isEmpty())
            stream.unit = stated; // a column's name alone does not tell its unit
        add(std::move(stream), *value);
        hasNumber = true;
    }
    if (hasNumber)
        return;
    Datastream stream =
        streamOf(set, record, thing, set.titleField.isEmpty() ? QStringLiteral("record") : set.titleField, newStream);
    stream.kind = ValueKind::Text;
    stream.title = set.title;
    describe(stream);
    const QString text = stream.thingTitle.isEmpty() ? thing : stream.thingTitle;
    add(std::move(stream), {text.left(observe::mostText), ValueKind::Text});
}

} // namespace

const DataSet::Field* DataSet::field(const QString& name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

Result<DataSet> dataSetFromJson(const QJsonObject& json, const QString& idField, const QString& timeField)
{
    DataSet set;
    set.id = json[QLatin1String("dataset_id")].toString();
    if (set.id.isEmpty() || !json[QLatin1String("fields")].isArray())
        return failure(ErrorCode::UnsupportedFormat, Text::tr("Die Antwort ist keine von Opendatasoft Explore 2.1."));
    const QJsonObject metas = json[QLatin1String("metas")][QLatin1String("default")].toObject();
    set.title = metas[QLatin1String("title")].toString();
    set.licence = metas[QLatin1String("license")].toString();
    set.publisher = metas[QLatin1String("publisher")].toString();
    set.processed = observe::instantFromJson(metas[QLatin1String("data_processed")]);
    if (!set.processed)
        set.processed = observe::instantFromJson(metas[QLatin1String("modified")]);
    set.cadence = cadenceFrom(metas[QLatin1String("update_frequency")].toString());
    for (const QJsonValue& value : json[QLatin1String("fields")].toArray()) {
        const QJsonObject field = value.toObject();
        const QString name = field[QLatin1String("name")].toString();
        const QString label = field[QLatin1String("label")].toString();
        set.fields.push_back(
            {name, label.isEmpty() ? name : label, field[QLatin1String("type")].toString(), unitOf(field)});
    }
    for (const auto& [wanted, target] : {std::pair{&idField, &set.idField}, {&timeField, &set.timeField}}) {
        if (!wanted->isEmpty() && !set.field(*wanted))
            return failure(ErrorCode::InvalidParameter,
                           Text::tr("Der Datensatz hat kein Feld „%1“ (mehr).").arg(*wanted));
        *target = *wanted;
    }
    if (set.idField.isEmpty())
        set.idField = firstNamed(set, idNames, {});
    if (set.timeField.isEmpty())
        set.timeField = firstNamed(set, timeNames, {"datetime", "date"});
    if (set.timeField.isEmpty())
        set.timeField = firstOfType(set, {"datetime"});
    set.titleField = firstNamed(set, titleNames, {"text"});
    set.geoField = firstOfType(set, {"geo_point_2d", "geo_shape"});
    if (set.idField.isEmpty())
        set.idField = set.titleField;
    return set;
}

void readRecords(const DataSet& set, const QJsonArray& records, const NewStream& newStream, Instant now,
                 SourceSnapshot& into)
{
    std::map<QString, std::pair<std::optional<Instant>, QJsonObject>> last;
    for (const QJsonValue& value : records) {
        const QJsonObject record = value.toObject();
        const QString thing = thingOf(set, record);
        if (thing.isEmpty()) {
            into.issues.push_back(
                {QStringLiteral("record.unreadable"), QStringLiteral("record without id and place"), {}});
            continue;
        }
        const auto time = timeOf(set, record);
        auto& known = last[thing];
        if (known.second.isEmpty() || time >= known.first)
            known = {time, record};
    }
    for (const auto& [thing, record] : last)
        readRecord(set, record.second, thing, newStream, now, into);
}

void readSeries(const DataSet& set, const QJsonArray& records, const Datastream& stream, Instant now,
                std::vector<Observation>& into)
{
    for (const QJsonValue& value : records) {
        SourceSnapshot one;
        readRecord(
            set, value.toObject(), stream.thing,
            [&](const QString& id) {
                Datastream made;
                made.id = stream.source + QLatin1Char('/') + id;
                return made;
            },
            now, one);
        for (Observation& observation : one.observations)
            if (observation.datastream == stream.id && observation.quality != Quality::AssumedTime)
                into.push_back(std::move(observation));
    }
}

QString odsqlText(QString text)
{
    return QLatin1Char('"') +
           text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\"")) +
           QLatin1Char('"');
}

} // namespace twin::opendatasoft
