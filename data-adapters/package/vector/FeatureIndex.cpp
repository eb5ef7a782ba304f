// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/FeatureIndex.h"

#include "package/database/SearchIndex.h"
#include "package/digest/Json.h"
#include "package/digest/SearchText.h"
#include "package/vector/FeatureNames.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QFile>
#include <QFileInfo>

namespace twin::package {
namespace {

constexpr double partsApart = 400;      ///< metres that two parts of one thing may be apart
constexpr std::size_t mostPlaces = 500; ///< of one name ("Spielplatz"), beyond which parts stay alone

/// A place of a name: parts that lie close to each other.
struct Cluster {
    std::string id;
    Box box; ///< region CRS
    LocalPosition sum;
    double count = 0;
    std::vector<LocalPosition> middles;

    [[nodiscard]] bool isNear(const Box& other) const
    {
        return other.min.x < box.max.x + partsApart && other.max.x > box.min.x - partsApart &&
               other.min.y < box.max.y + partsApart && other.max.y > box.min.y - partsApart;
    }
    void take(const Cluster& other)
    {
        box.include(other.box);
        sum = sum + other.sum;
        count += other.count;
        middles.insert(middles.end(), other.middles.begin(), other.middles.end());
    }
    /// @returns the middle of the part nearest to the middle of all.
    [[nodiscard]] LocalPosition place() const
    {
        const LocalPosition middle = sum * (1 / count);
        return *std::min_element(middles.begin(), middles.end(), [&](const LocalPosition& a, const LocalPosition& b) {
            return length(a - middle) < length(b - middle);
        });
    }
};

using Names = std::map<std::pair<std::string, std::string>, std::vector<Cluster>>; ///< by name and kind

/// A part joins what it is near to; what it ties together becomes one.
void add(std::vector<Cluster>& clusters, Cluster part)
{
    for (auto at = clusters.begin(); at != clusters.end() && clusters.size() < mostPlaces;) {
        if (at->isNear(part.box)) {
            at->take(part);
            part = std::move(*at);
            at = clusters.erase(at);
        } else {
            ++at;
        }
    }
    clusters.push_back(std::move(part));
}

Result<void> readTable(SqliteDatabase& database, const std::string& table, Names& names,
                       const CancellationToken& cancel)
{
    TWIN_TRY(const auto columns, nameColumns(database, table));
    TWIN_TRY(const bool hasPlaces, database.hasColumn("rtree_" + table + "_geom", "minx"));
    if (!columns || !hasPlaces)
        return {};
    const std::string boxes = sqlName("rtree_" + table + "_geom");
    const std::string name = "t." + sqlName(columns->name);
    TWIN_TRY(SqliteStatement rows,
             database.prepare("SELECT t.fid, " + name + ", " +
                              (columns->kind.empty() ? "NULL" : "t." + sqlName(columns->kind)) +
                              ", r.minx, r.miny, r.maxx, r.maxy FROM " + sqlName(table) + " t JOIN " + boxes +
                              " r ON r.id = t.fid WHERE " + name + " IS NOT NULL ORDER BY t.fid"));
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        Cluster part;
        part.box.include(LocalPosition{rows.real(3), rows.real(4), 0});
        part.box.include(LocalPosition{rows.real(5), rows.real(6), 0});
        part.sum = part.box.centre();
        part.count = 1;
        part.middles = {part.sum};
        part.id = table + '/' + std::to_string(rows.integer(0));
        add(names[{std::string(rows.text(1)), std::string(rows.text(2))}], std::move(part));
    }
}

std::vector<SearchRow> rowsOf(const Names& names)
{
    std::vector<SearchRow> rows;
    for (const auto& [name, clusters] : names) {
        const QString title = QString::fromStdString(name.first).simplified();
        const QString words = title + QLatin1Char(' ') + QString::fromStdString(name.second);
        for (const Cluster& cluster : clusters) {
            SearchRow row;
            row.sortKey = sortKey(title);
            row.title = toUtf8(title);
            row.kind = "feature";
            row.detail = name.second;
            row.words = joinedWords(indexWords(words));
            row.objectId = cluster.id;
            const LocalPosition place = cluster.place();
            row.easting = place.x;
            row.northing = place.y;
            row.extent[0] = cluster.box.min.x;
            row.extent[1] = cluster.box.min.y;
            row.extent[2] = cluster.box.max.x;
            row.extent[3] = cluster.box.max.y;
            if (!row.words.empty())
                rows.push_back(std::move(row));
        }
    }
    return rows;
}

Result<void> fill(SqliteDatabase& target, const QString& featuresPath, const CancellationToken& cancel)
{
    TWIN_TRY(SqliteDatabase features, SqliteDatabase::openReadOnly(featuresPath));
    TWIN_TRY(const std::vector<std::string> tables, featureTables(features));
    Names names;
    for (const std::string& table : tables)
        TWIN_CHECK(readTable(features, table, names, cancel));
    TWIN_CHECK(target.execute("BEGIN"));
    TWIN_CHECK(target.execute(searchSchema()));
    TWIN_CHECK(writeSearchIndex(target, rowsOf(names), cancel));
    return target.execute("COMMIT");
}

} // namespace

Result<void> FeatureIndex::write(const QString& folder, const QString& featuresPath, const CancellationToken& cancel)
{
    const QString path = folder + QLatin1Char('/') + QLatin1String(fileName);
    QFile::remove(path);
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::create(path));
    // Thrown away with its folder when anything fails.
    TWIN_CHECK(database.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"));
    return fill(database, featuresPath, cancel);
}

Result<std::unique_ptr<FeatureIndex>> FeatureIndex::open(const LayerInfo& layer)
{
    if (layer.features.isEmpty())
        return std::unique_ptr<FeatureIndex>();
    auto index = std::make_unique<FeatureIndex>();
    index->m_layer = layer.id;
    const QString path = layer.folder + QLatin1Char('/') + QLatin1String(fileName);
    if (QFileInfo::exists(path)) {
        TWIN_TRY(index->m_database, SqliteDatabase::openReadOnly(path));
    } else {
        TWIN_TRY(index->m_database, SqliteDatabase::create(QStringLiteral(":memory:")));
        TWIN_CHECK(fill(index->m_database, layer.folder + QLatin1Char('/') + layer.features, {}));
    }
    TWIN_TRY(index->m_search, Search::create(index->m_database));
    return index;
}

Result<std::vector<RankedHit>> FeatureIndex::find(const QString& text, int limit)
{
    TWIN_TRY(std::vector<RankedHit> hits, m_search->find(text, limit));
    for (RankedHit& hit : hits)
        hit.hit.layer = m_layer;
    return hits;
}

} // namespace twin::package
