// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/Lineage.h"

#include "package/database/Sqlite.h"

namespace twin::package {

Result<void> readLineage(const QString& geoPackage, std::vector<SourceInfo>& sources)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(geoPackage));
    TWIN_TRY(SqliteStatement rows, database.prepare("SELECT fid, path, bytes, format, crs, crs_origin, title, licence, "
                                                    "file_date FROM lineage"));
    const auto text = [&rows](int column) {
        const std::string_view utf8 = rows.text(column);
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    for (;;) {
        TWIN_TRY(const bool hasRow, rows.step());
        if (!hasRow)
            return {};
        const std::int64_t number = rows.integer(0);
        if (number < 0 || static_cast<std::size_t>(number) >= sources.size())
            continue;
        SourceInfo& source = sources[static_cast<std::size_t>(number)];
        source.path = text(1);
        source.bytes = rows.integer(2);
        source.format = text(3);
        source.crs = text(4);
        source.crsOrigin = text(5);
        source.title = text(6);
        source.licence = text(7);
        source.fileDate = QDate::fromString(text(8), Qt::ISODate);
    }
}

} // namespace twin::package
