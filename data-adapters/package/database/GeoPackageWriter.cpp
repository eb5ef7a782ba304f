// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/GeoPackageWriter.h"

#include "package/database/GeoPackageSchema.h"
#include "package/digest/GpkgGeometry.h"
#include "package/digest/Json.h"

#include <utility>

namespace twin::package {
namespace {

// The file is thrown away when anything fails, so neither journal nor syncing is needed while it grows; it is pushed to
// the disk once, before it takes its place.
constexpr const char* pragmas = "PRAGMA page_size=8192; PRAGMA application_id=1196444487; PRAGMA user_version=10300;"
                                "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
                                "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
constexpr std::size_t pollEvery = 256;

} // namespace

GeoPackageWriter::GeoPackageWriter(const ImportIndex& index, const std::vector<SourceInfo>& sources,
                                   QDateTime changedAt)
    : m_index(index), m_sources(sources), m_changedAt(std::move(changedAt))
{
}

Result<void> GeoPackageWriter::write(const QString& path, const CancellationToken& cancel)
{
    TWIN_TRY(m_database, SqliteDatabase::create(path));
    TWIN_CHECK(m_database.execute(pragmas));
    TWIN_CHECK(m_database.execute("BEGIN"));
    TWIN_CHECK(m_database.execute(geoPackageSchema()));
    TWIN_CHECK(m_database.execute(searchSchema()));
    TWIN_CHECK(writeObjects(cancel));
    TWIN_CHECK(writeSearch(cancel));
    TWIN_CHECK(writeIssues());
    TWIN_CHECK(writeLineage());
    TWIN_CHECK(writeContents());
    TWIN_CHECK(m_database.execute(geoPackageIndexes()));
    TWIN_CHECK(m_database.execute("COMMIT"));
    TWIN_CHECK(m_database.execute("PRAGMA optimize"));
    m_insertObject = {};
    m_insertObjectBox = {};
    m_insertAddress = {};
    m_insertAddressBox = {};
    m_database = {};
    return {};
}

Result<void> GeoPackageWriter::writeObjects(const CancellationToken& cancel)
{
    TWIN_TRY(m_insertObject,
             m_database.prepare("INSERT INTO city_object VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,"
                                "?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29,?30,?31)"));
    TWIN_TRY(m_insertObjectBox, m_database.prepare("INSERT INTO rtree_city_object_geom VALUES (?1,?2,?3,?4,?5)"));
    TWIN_TRY(m_insertAddress, m_database.prepare("INSERT INTO address VALUES (?1,?2,?3,?4,?5,?6,?7)"));
    TWIN_TRY(m_insertAddressBox, m_database.prepare("INSERT INTO rtree_address_geom VALUES (?1,?2,?2,?3,?3)"));
    SpillFile::Reader reader(m_index.rows());
    std::vector<ObjectRow> rows;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < m_index.entries().size(); ++i) {
        if (i % pollEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const ObjectEntry& entry = m_index.entries()[i];
        TWIN_TRY(const std::string_view bytes, reader.read(entry.rows));
        if (!read(bytes, rows))
            return failure(ErrorCode::Internal, {}, QStringLiteral("broken row record"));
        ids.clear();
        for (std::size_t n = 0; n < rows.size(); ++n)
            ids.push_back(rows[n].id + m_index.idSuffix(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(n)));
        for (std::size_t n = 0; n < rows.size(); ++n) {
            rows[n].id = ids[n];
            TWIN_CHECK(writeObject(rows[n], entry, ids));
            TWIN_CHECK(writeAddresses(rows[n], entry.module, ids[n]));
        }
    }
    return {};
}

Result<void> GeoPackageWriter::writeObject(const ObjectRow& row, const ObjectEntry& entry,
                                           const std::vector<std::string>& ids)
{
    SqliteStatement& insert = m_insertObject;
    const std::string type = toUtf8(typeName(row.type));
    const std::int64_t fid = ++m_objectCount;
    insert.bind(1, fid);
    insert.bindBlob(2, row.footprint);
    insert.bind(3, row.id);
    insert.bind(4, type);
    insert.bind(5, row.name);
    insert.bind(6, row.parent < 0 ? std::string_view() : std::string_view(ids[static_cast<std::size_t>(row.parent)]));
    insert.bind(7, ids.front());
    insert.bind(8, row.functionCode);
    insert.bind(9, row.function);
    insert.bind(10, row.roofType);
    insert.bind(11, row.measuredHeight);
    if (row.storeysAboveGround < 0)
        insert.bindNull(12);
    else
        insert.bind(12, std::int64_t{row.storeysAboveGround});
    insert.bind(13, row.creationDate);
    insert.bind(14, row.terminationDate);
    insert.bind(15, row.extent.box.min.z); // an empty box is infinite: NULL
    insert.bind(16, row.extent.box.max.z);
    insert.bind(17, row.extent.box.min.x);
    insert.bind(18, row.extent.box.min.y);
    insert.bind(19, row.extent.box.max.x);
    insert.bind(20, row.extent.box.max.y);
    insert.bind(21, std::int64_t{entry.source});
    insert.bind(22, row.line);
    insert.bind(23, row.attributes);
    insert.bind(24, row.addresses);
    insert.bind(25, row.externalReferences);
    insert.bind(26, row.surfaces);
    const std::string module = toUtf8(layerName(entry.module));
    insert.bind(27, module);
    insert.bind(28, row.className);
    insert.bind(29, row.lods);
    insert.bind(30, row.footprintArea);
    insert.bind(31, row.volume);
    TWIN_CHECK(insert.run());
    m_extent.include(row.extent);
    if (const auto envelope = gpkgEnvelope(row.footprint)) {
        m_insertObjectBox.bind(1, fid);
        for (int i = 0; i < 4; ++i)
            m_insertObjectBox.bind(2 + i, (*envelope)[static_cast<std::size_t>(i)]);
        TWIN_CHECK(m_insertObjectBox.run());
    }
    return {};
}

Result<void> GeoPackageWriter::writeAddresses(const ObjectRow& row, CityModule module, const std::string& id)
{
    const LocalPosition centre = row.extent.isEmpty() ? LocalPosition{} : row.extent.box.centre();
    for (const auto& parts : row.postalAddresses) {
        const std::int64_t fid = ++m_addressCount;
        const std::string point = row.extent.isEmpty() ? std::string() : gpkgPoint(centre.x, centre.y);
        m_insertAddress.bind(1, fid);
        m_insertAddress.bindBlob(2, point);
        for (int i = 0; i < 4; ++i)
            m_insertAddress.bind(3 + i, parts[static_cast<std::size_t>(i)]);
        m_insertAddress.bind(7, id);
        TWIN_CHECK(m_insertAddress.run());
        if (point.empty())
            continue;
        m_addressExtent.include(ProjectedPosition{centre.x, centre.y, 0});
        m_insertAddressBox.bind(1, fid);
        m_insertAddressBox.bind(2, centre.x);
        m_insertAddressBox.bind(3, centre.y);
        TWIN_CHECK(m_insertAddressBox.run());
    }
    addToSearch(row, module, id);
    return {};
}

void GeoPackageWriter::addToSearch(const ObjectRow& row, CityModule module, const std::string& id)
{
    const LocalPosition centre = row.extent.isEmpty() ? LocalPosition{} : row.extent.box.centre();
    const double height = row.extent.isEmpty() ? 0 : row.extent.box.min.z;
    for (const SearchEntry& entry : row.searchEntries) {
        SearchRow found;
        found.group = entry.isAddress ? 2 : 0;
        found.sortKey = entry.sortKey;
        found.title = entry.title;
        found.kind = entry.isAddress ? "address" : "name";
        found.detail = entry.isAddress ? std::string() : row.function;
        found.words = entry.words;
        found.objectId = id;
        found.module = toUtf8(layerName(module));
        found.easting = centre.x;
        found.northing = centre.y;
        found.height = height;
        m_found.push_back(std::move(found));
    }
    if (!row.extent.isEmpty())
        for (const auto& [street, number, postalCode, locality] : row.postalAddresses)
            m_streets.add(street, number, locality, centre.x, centre.y, height);
}

Result<void> GeoPackageWriter::writeSearch(const CancellationToken& cancel)
{
    std::vector<SearchRow> streets = m_streets.rows();
    m_found.insert(m_found.end(), std::make_move_iterator(streets.begin()), std::make_move_iterator(streets.end()));
    m_streets = {};
    return writeSearchIndex(m_database, std::exchange(m_found, {}), cancel);
}

Result<void> GeoPackageWriter::writeIssues()
{
    TWIN_TRY(SqliteStatement insert, m_database.prepare("INSERT INTO issue VALUES (NULL,?1,?2,?3,?4,?5)"));
    for (const OrderedIssue& ordered : m_index.issues()) {
        const Issue& issue = ordered.issue;
        const bool known = ordered.source >= 0 && static_cast<std::size_t>(ordered.source) < m_sources.size();
        const std::string reason = toUtf8(issue.reason);
        const std::string detail = toUtf8(issue.detail);
        const std::string path =
            toUtf8(issue.where.source.isEmpty() && known ? m_sources[static_cast<std::size_t>(ordered.source)].path
                                                         : issue.where.source);
        const std::string id = toUtf8(issue.where.id);
        insert.bind(1, reason);
        insert.bind(2, detail);
        insert.bind(3, path);
        insert.bind(4, static_cast<std::int64_t>(issue.where.line));
        insert.bind(5, id);
        TWIN_CHECK(insert.run());
    }
    return {};
}

Result<void> GeoPackageWriter::writeLineage()
{
    TWIN_TRY(SqliteStatement insert, m_database.prepare("INSERT INTO lineage VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)"));
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const SourceInfo& source = m_sources[i];
        std::vector<std::string> texts;
        for (const QString& text : {source.path, source.format, source.crs, source.crsOrigin, source.title,
                                    source.licence, source.fileDate.toString(Qt::ISODate)})
            texts.push_back(toUtf8(text));
        insert.bind(1, static_cast<std::int64_t>(i));
        insert.bind(2, texts[0]);
        insert.bind(3, static_cast<std::int64_t>(source.bytes));
        for (int k = 1; k < 7; ++k)
            insert.bind(3 + k, texts[static_cast<std::size_t>(k)]);
        TWIN_CHECK(insert.run());
    }
    return {};
}

Result<void> GeoPackageWriter::writeContents()
{
    TWIN_TRY(SqliteStatement insert,
             m_database.prepare("INSERT INTO gpkg_contents VALUES (?1,?2,?1,?3,?4,?5,?6,?7,?8,?9)"));
    TWIN_TRY(SqliteStatement insertColumn,
             m_database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?1,'geom',?2,25832,0,0)"));
    const std::string changed = toUtf8(m_changedAt.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")));
    struct Table {
        const char* name;
        const char* description;
        const char* geometry;
        const Extent* extent;
    };
    for (const Table& table :
         {Table{"city_object", "City objects and their parts (CityGML)", "MULTIPOLYGON", &m_extent},
          Table{"address", "Postal addresses of city objects", "POINT", &m_addressExtent},
          Table{"issue", "What was mended, skipped or doubtful in the import", nullptr, nullptr},
          Table{"lineage", "Files the package was made of", nullptr, nullptr},
          Table{"search_entry", "Names and addresses as the search shows them", nullptr, nullptr}}) {
        insert.bind(1, std::string_view(table.name));
        insert.bind(2, std::string_view(table.geometry != nullptr ? "features" : "attributes"));
        insert.bind(3, std::string_view(table.description));
        insert.bind(4, changed);
        for (int i = 5; i <= 9; ++i)
            insert.bindNull(i);
        if (table.geometry != nullptr) {
            insert.bind(5, table.extent->box.min.x);
            insert.bind(6, table.extent->box.min.y);
            insert.bind(7, table.extent->box.max.x);
            insert.bind(8, table.extent->box.max.y);
            insert.bind(9, std::int64_t{25832});
        }
        TWIN_CHECK(insert.run());
        if (table.geometry == nullptr)
            continue;
        insertColumn.bind(1, std::string_view(table.name));
        insertColumn.bind(2, std::string_view(table.geometry));
        TWIN_CHECK(insertColumn.run());
    }
    return {};
}

} // namespace twin::package
