// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/JsonParts.h"

#include <cmath>

namespace twin::package {

QJsonArray toJson(double a, double b, double c)
{
    return {a, b, c};
}

bool readVector(const QJsonValue& value, double& a, double& b, double& c)
{
    const QJsonArray array = value.toArray();
    if (array.size() != 3)
        return false;
    for (const QJsonValue v : array)
        if (!v.isDouble() || !(std::abs(v.toDouble()) < 1e9))
            return false;
    a = array[0].toDouble();
    b = array[1].toDouble();
    c = array[2].toDouble();
    return true;
}

QJsonObject toJson(const SourceInfo& source)
{
    QJsonObject object{
        {QStringLiteral("path"), source.path},           {QStringLiteral("bytes"), source.bytes},
        {QStringLiteral("format"), source.format},       {QStringLiteral("crs"), source.crs},
        {QStringLiteral("crsOrigin"), source.crsOrigin}, {QStringLiteral("dataClass"), QStringLiteral("public")}};
    const auto addText = [&object](const char* key, const QString& text) {
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    };
    addText("title", source.title);
    addText("licence", source.licence);
    addText("fileDate", source.fileDate.toString(Qt::ISODate));
    return object;
}

SourceInfo toSource(const QJsonObject& object)
{
    const auto text = [&object](const char* key) { return object.value(QLatin1String(key)).toString(); };
    SourceInfo source;
    source.path = text("path");
    source.bytes = object.value(QStringLiteral("bytes")).toInteger();
    source.format = text("format");
    source.crs = text("crs");
    source.crsOrigin = text("crsOrigin");
    source.title = text("title");
    source.licence = text("licence");
    source.fileDate = QDate::fromString(text("fileDate"), Qt::ISODate);
    return source;
}

QJsonObject toJson(const Box& box, const SceneFrame& frame)
{
    const ProjectedPosition low = frame.toProjected(box.min);
    const ProjectedPosition high = frame.toProjected(box.max);
    return {{QStringLiteral("min"), toJson(low.eastingMetres, low.northingMetres, low.heightMetres)},
            {QStringLiteral("max"), toJson(high.eastingMetres, high.northingMetres, high.heightMetres)}};
}

bool readBox(const QJsonValue& value, const SceneFrame& frame, Box& box)
{
    const QJsonObject corners = value.toObject();
    ProjectedPosition low;
    ProjectedPosition high;
    if (!readVector(corners.value(QStringLiteral("min")), low.eastingMetres, low.northingMetres, low.heightMetres) ||
        !readVector(corners.value(QStringLiteral("max")), high.eastingMetres, high.northingMetres, high.heightMetres))
        return false;
    box.include(frame.toLocal(low));
    box.include(frame.toLocal(high));
    return true;
}

} // namespace twin::package
