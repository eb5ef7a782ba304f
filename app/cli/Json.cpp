// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Json.h"

#include <cmath>

namespace twin::cli {
namespace {

/// Millimetres are what city models mean; more digits would only be noise of the arithmetic.
double millimetres(double metres)
{
    return std::round(metres * 1000) / 1000;
}

double hundredths(double value)
{
    return std::round(value * 100) / 100;
}

QJsonValue hundredthsOrNull(const std::optional<double>& value)
{
    return value ? QJsonValue(hundredths(*value)) : QJsonValue();
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString oneLine(const Address& address)
{
    const QString street = (address.street + QLatin1Char(' ') + address.houseNumber).trimmed();
    const QString town = (address.postalCode + QLatin1Char(' ') + address.locality).trimmed();
    QStringList parts{street, town, address.country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QJsonArray toJson(const ProjectedPosition& position)
{
    return {millimetres(position.eastingMetres), millimetres(position.northingMetres),
            millimetres(position.heightMetres)};
}

QJsonObject toJson(const std::map<QString, qint64>& counts)
{
    QJsonObject object;
    for (const auto& [name, count] : counts)
        object.insert(name, count);
    return object;
}

QJsonObject toJson(const ImportSummary& summary)
{
    QJsonArray skipped;
    for (const Issue& issue : summary.skipped)
        skipped.append(QJsonObject{{QStringLiteral("reason"), issue.reason},
                                   {QStringLiteral("file"), issue.where.source},
                                   {QStringLiteral("line"), issue.where.line},
                                   {QStringLiteral("id"), textOrNull(issue.where.id)},
                                   {QStringLiteral("detail"), issue.detail}});
    QJsonArray layers;
    for (const LayerInfo& layer : summary.layers)
        layers.append(toJson(layer));
    return {{QStringLiteral("objects"), toJson(summary.objects)},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("surfaces"), summary.surfaces},
            {QStringLiteral("triangles"), summary.triangles},
            {QStringLiteral("bytesRead"), summary.bytesRead},
            {QStringLiteral("seconds"), millimetres(summary.seconds)},
            {QStringLiteral("issues"), toJson(summary.issueCounts)},
            {QStringLiteral("skipped"), skipped}};
}

QJsonObject toJson(const services::Place& place)
{
    return {{QStringLiteral("title"), place.title},
            {QStringLiteral("kind"), place.kind},
            {QStringLiteral("id"), place.id},
            {QStringLiteral("position"), toJson(place.position)},
            {QStringLiteral("detail"), textOrNull(place.detail)},
            {QStringLiteral("layer"), textOrNull(place.layer)},
            {QStringLiteral("typingErrors"), place.errors}};
}

QJsonObject toJson(const SourceInfo& source)
{
    return {{QStringLiteral("path"), source.path},
            {QStringLiteral("bytes"), source.bytes},
            {QStringLiteral("format"), source.format},
            {QStringLiteral("crs"), source.crs},
            {QStringLiteral("crsOrigin"), source.crsOrigin},
            {QStringLiteral("title"), source.title},
            {QStringLiteral("licence"), textOrNull(source.licence)},
            {QStringLiteral("fileDate"), textOrNull(source.fileDate.toString(Qt::ISODate))}};
}

QJsonObject toJson(const Error& error)
{
    return {{QStringLiteral("summary"), error.summary},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("remedy"), error.effectiveRemedy()},
            {QStringLiteral("file"), error.where.source},
            {QStringLiteral("line"), error.where.line}};
}

QJsonObject toJson(const LayerInfo& layer)
{
    QJsonArray sources;
    for (const SourceInfo& source : layer.sources)
        sources.append(toJson(source));
    return {{QStringLiteral("id"), layer.id},
            {QStringLiteral("title"), layer.title},
            {QStringLiteral("kind"), layerKindName(layer.kind)},
            {QStringLiteral("count"), layer.count},
            {QStringLiteral("validFrom"), textOrNull(layer.validFrom.toString(Qt::ISODate))},
            {QStringLiteral("validTo"), textOrNull(layer.validTo.toString(Qt::ISODate))},
            {QStringLiteral("licence"), textOrNull(layer.licence)},
            {QStringLiteral("dataClass"), layer.dataClass},
            {QStringLiteral("demo"), layer.demo},
            {QStringLiteral("folder"), layer.folder},
            {QStringLiteral("sources"), sources}};
}

QJsonObject toJson(const Box& extent, const SceneFrame& frame)
{
    if (extent.isEmpty())
        return {};
    return {{QStringLiteral("min"), toJson(frame.toProjected(extent.min))},
            {QStringLiteral("max"), toJson(frame.toProjected(extent.max))}};
}

std::vector<Attribute> allAttributes(const ObjectRecord& record)
{
    std::vector<Attribute> all = record.attributes;
    const auto add = [&all](const char* name, const QString& value, const char* source) {
        if (!value.isEmpty())
            all.push_back({QLatin1String(name), value, {}, {}, QLatin1String(source)});
    };
    add("name", record.name, "gml:name");
    add("creationDate", record.creationDate.toString(Qt::ISODate), "core:creationDate");
    add("terminationDate", record.terminationDate.toString(Qt::ISODate), "core:terminationDate");
    for (const Address& address : record.addresses)
        add("address", oneLine(address), "bldg:address");
    for (const ExternalReference& reference : record.externalReferences)
        all.push_back({QStringLiteral("externalReference"),
                       reference.name,
                       {},
                       reference.informationSystem,
                       QStringLiteral("core:externalReference")});
    return all;
}

QJsonObject toJson(const ObjectRecord& record, const SceneFrame& frame)
{
    QJsonArray children;
    for (const QString& child : record.children)
        children.append(child);
    QJsonArray attributes;
    for (const Attribute& attribute : allAttributes(record))
        attributes.append(QJsonObject{{QStringLiteral("name"), attribute.name},
                                      {QStringLiteral("value"), attribute.value},
                                      {QStringLiteral("unit"), textOrNull(attribute.unit)},
                                      {QStringLiteral("code"), textOrNull(attribute.code)},
                                      {QStringLiteral("source"), attribute.source}});
    QJsonArray surfaces;
    for (const SurfaceRecord& surface : record.surfaces)
        surfaces.append(
            QJsonObject{{QStringLiteral("id"), textOrNull(surface.id)},
                        {QStringLiteral("type"), typeName(surface.type)},
                        {QStringLiteral("areaSquareMetres"), hundredths(surface.areaSquareMetres)},
                        {QStringLiteral("inclinationDegrees"), hundredths(surface.inclinationDegrees)},
                        {QStringLiteral("azimuthDegrees"),
                         surface.azimuthDegrees < 0 ? QJsonValue() : QJsonValue(hundredths(surface.azimuthDegrees))}});
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("type"), typeName(record.type)},
            {QStringLiteral("parent"), textOrNull(record.parent)},
            {QStringLiteral("children"), children},
            {QStringLiteral("attributes"), attributes},
            {QStringLiteral("surfaces"), surfaces},
            {QStringLiteral("footprintSquareMetres"), hundredthsOrNull(record.footprintSquareMetres)},
            {QStringLiteral("volumeCubicMetres"), hundredthsOrNull(record.volumeCubicMetres)},
            {QStringLiteral("extent"), toJson(record.bounds, frame)},
            {QStringLiteral("line"), record.line < 0 ? QJsonValue() : QJsonValue(record.line)}};
}

} // namespace twin::cli
