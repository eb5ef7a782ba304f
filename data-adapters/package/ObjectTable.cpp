// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/ObjectTable.h"

#include "package/database/Sqlite.h"

#include <QSet>

namespace twin::package {
namespace {

constexpr std::size_t pollEvery = 4096;

/// The few words that thousands of objects share are kept once.
class Words {
public:
    QString operator()(const SqliteStatement& row, int column)
    {
        if (row.isNull(column))
            return {};
        const std::string_view text = row.text(column);
        return *m_words.insert(QString::fromUtf8(text.data(), qsizetype(text.size())));
    }

private:
    QSet<QString> m_words;
};

QString textOf(const SqliteStatement& row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<double> realOf(const SqliteStatement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

} // namespace

Result<std::vector<TableRow>> readObjectTable(const QString& regionFolder, std::size_t most,
                                              const CancellationToken& cancel)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(regionFolder + QStringLiteral("/twin.gpkg")));
    TWIN_TRY(SqliteStatement objects,
             database.prepare("SELECT gml_id, root, module, type, name, function, roof_type, creation_date,"
                              " COALESCE(measured_height, top_height - ground_height), storeys_above_ground,"
                              " footprint_area, volume FROM city_object ORDER BY fid"));
    std::vector<TableRow> rows;
    Words words;
    while (rows.size() < most) {
        TWIN_TRY(const bool more, objects.step());
        if (!more)
            break;
        if (rows.size() % pollEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        TableRow& row = rows.emplace_back();
        row.id = textOf(objects, 0);
        row.root = textOf(objects, 1);
        row.layer = words(objects, 2);
        row.type = words(objects, 3);
        row.name = words(objects, 4);
        row.function = words(objects, 5);
        row.roof = words(objects, 6);
        row.created = words(objects, 7);
        row.heightMetres = realOf(objects, 8);
        row.storeys = realOf(objects, 9);
        row.squareMetres = realOf(objects, 10);
        row.cubicMetres = realOf(objects, 11);
    }
    return rows;
}

} // namespace twin::package
