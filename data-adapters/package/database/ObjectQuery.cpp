// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/ObjectQuery.h"

#include "package/digest/Json.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::package {
namespace {

enum Column {
    Type,
    Name,
    Parent,
    Created,
    Terminated,
    GroundHeight,
    TopHeight,
    MinE,
    MinN,
    MaxE,
    MaxN,
    Source,
    Line,
    Attributes,
    Addresses,
    References,
    Surfaces,
    Module,
    ClassName,
    Lods,
    FootprintArea,
    Volume
};

QJsonArray jsonArray(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))).array();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QString text(const SqliteStatement& row, Column column)
{
    return QString::fromUtf8(row.text(column));
}

/// "0, 2.2" → {0, 22}
std::vector<Lod> toLods(const QString& text)
{
    std::vector<Lod> lods;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        lods.push_back(static_cast<Lod>(std::clamp(std::lround(part.trimmed().toDouble() * 10), 0L, 255L)));
    return lods;
}

void readLists(const SqliteStatement& row, ObjectRecord& record)
{
    const QJsonArray attributes = jsonArray(row.text(Attributes));
    for (const QJsonValue value : attributes) {
        const QJsonObject o = value.toObject();
        record.attributes.push_back(
            {text(o, "name"), text(o, "value"), text(o, "unit"), text(o, "code"), text(o, "source")});
    }
    const QJsonArray addresses = jsonArray(row.text(Addresses));
    for (const QJsonValue value : addresses) {
        const QJsonObject o = value.toObject();
        record.addresses.push_back({text(o, "street"), text(o, "houseNumber"), text(o, "postalCode"),
                                    text(o, "locality"), text(o, "country")});
    }
    const QJsonArray references = jsonArray(row.text(References));
    for (const QJsonValue value : references) {
        const QJsonObject o = value.toObject();
        record.externalReferences.push_back({text(o, "informationSystem"), text(o, "name")});
    }
    const QJsonArray surfaces = jsonArray(row.text(Surfaces));
    for (const QJsonValue value : surfaces) {
        const QJsonArray a = value.toArray();
        record.surfaces.push_back({a.at(0).toString(), surfaceTypeFromName(a.at(1).toString()), a.at(2).toDouble(),
                                   a.at(3).toDouble(), a.at(4).toDouble(-1)});
    }
}

} // namespace

Result<std::unique_ptr<ObjectQuery>> ObjectQuery::create(SqliteDatabase& database)
{
    auto query = std::make_unique<ObjectQuery>();
    // Packages of earlier versions held buildings alone and did not say so; nor did they keep these figures.
    TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
    TWIN_TRY(const bool saysVolume, database.hasColumn("city_object", "volume"));
    const std::string columns =
        "SELECT type, name, parent, creation_date, termination_date, ground_height, top_height, min_easting, "
        "min_northing, max_easting, max_northing, source, line, attributes, addresses, external_references, surfaces, ";
    const std::string text = columns + (saysModule ? "module, class_name, lods, " : "'buildings', NULL, NULL, ") +
                             (saysVolume ? "footprint_area, volume" : "NULL, NULL") +
                             " FROM city_object WHERE gml_id = ?1";
    TWIN_TRY(query->m_object, database.prepare(text));
    TWIN_TRY(query->m_children, database.prepare("SELECT gml_id FROM city_object WHERE parent = ?1 ORDER BY fid"));
    return query;
}

Result<ObjectRecord> ObjectQuery::read(const QString& id, const SceneFrame& frame)
{
    const std::string key = toUtf8(id);
    m_object.bind(1, key);
    TWIN_TRY(const bool found, m_object.step());
    if (!found) {
        m_object.reset();
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("twin::package", "Die Region enthält kein Objekt mit dieser Kennung."), {}, {},
            {{}, -1, id});
    }
    const SqliteStatement& row = m_object;
    ObjectRecord record;
    record.id = id;
    record.type = cityObjectTypeFromName(text(row, Type));
    record.className = text(row, ClassName);
    record.layer = text(row, Module);
    record.lods = toLods(text(row, Lods));
    record.name = text(row, Name);
    record.parent = text(row, Parent);
    record.creationDate = QDate::fromString(text(row, Created), Qt::ISODate);
    record.terminationDate = QDate::fromString(text(row, Terminated), Qt::ISODate);
    if (!row.isNull(MinE)) {
        record.bounds.include(frame.toLocal({row.real(MinE), row.real(MinN), row.real(GroundHeight)}));
        record.bounds.include(frame.toLocal({row.real(MaxE), row.real(MaxN), row.real(TopHeight)}));
    }
    if (!row.isNull(FootprintArea))
        record.footprintSquareMetres = row.real(FootprintArea);
    if (!row.isNull(Volume))
        record.volumeCubicMetres = row.real(Volume);
    record.source = row.isNull(Source) ? -1 : static_cast<int>(row.integer(Source));
    record.line = row.isNull(Line) ? -1 : row.integer(Line);
    readLists(row, record);
    m_object.reset();
    m_children.bind(1, key);
    for (;;) {
        TWIN_TRY(const bool more, m_children.step());
        if (!more)
            break;
        record.children.push_back(QString::fromUtf8(m_children.text(0)));
    }
    m_children.reset();
    return record;
}

} // namespace twin::package
