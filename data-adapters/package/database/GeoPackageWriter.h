// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "model/Task.h"
#include "package/database/Sqlite.h"
#include "package/database/StreetRows.h"
#include "package/digest/ImportIndex.h"
#include "package/digest/ObjectRows.h"

#include <vector>

#include <QDateTime>

namespace twin::package {

/// Writes twin.gpkg from the spilled rows, in the order of the input, in one transaction. One thread.
class GeoPackageWriter {
public:
    GeoPackageWriter(const ImportIndex& index, const std::vector<SourceInfo>& sources, QDateTime changedAt);

    /// @returns Cancelled; ResourceExhausted when the disk is full.
    Result<void> write(const QString& path, const CancellationToken& cancel);

private:
    Result<void> writeObjects(const CancellationToken& cancel);
    Result<void> writeObject(const ObjectRow& row, const ObjectEntry& entry, const std::vector<std::string>& ids);
    Result<void> writeAddresses(const ObjectRow& row, CityModule module, const std::string& id);
    void addToSearch(const ObjectRow& row, CityModule module, const std::string& id);
    Result<void> writeSearch(const CancellationToken& cancel);
    Result<void> writeIssues();
    Result<void> writeLineage();
    Result<void> writeContents();

    const ImportIndex& m_index;
    const std::vector<SourceInfo>& m_sources;
    QDateTime m_changedAt;
    SqliteDatabase m_database;
    SqliteStatement m_insertObject;
    SqliteStatement m_insertObjectBox;
    SqliteStatement m_insertAddress;
    SqliteStatement m_insertAddressBox;
    std::int64_t m_objectCount = 0;
    std::int64_t m_addressCount = 0;
    Extent m_extent;
    Extent m_addressExtent;
    std::vector<SearchRow> m_found; ///< until all are known and can be sorted
    StreetRows m_streets;
};

} // namespace twin::package
