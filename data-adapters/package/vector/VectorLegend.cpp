// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/VectorLegend.h"

#include "package/database/Sqlite.h"

#include <array>

#include <QtEndian>

namespace twin::package {
namespace {

/// @param blob  the beginning of a GeoPackage geometry: its header, then WKB (OGC 12-128r17 §2.1.3)
ShapeKind shapeOf(const QByteArray& blob)
{
    constexpr std::array<qsizetype, 8> envelopeBytes{0, 32, 48, 48, 64, 0, 0, 0};
    if (!blob.startsWith("GP") || blob.size() < 8)
        return ShapeKind::None;
    const qsizetype wkb = 8 + envelopeBytes[std::size_t(blob[3]) >> 1 & 7];
    if (blob.size() < wkb + 5)
        return ShapeKind::None;
    const void* const type = blob.constData() + wkb + 1;
    const quint32 code = blob[wkb] == 0 ? qFromBigEndian<quint32>(type) : qFromLittleEndian<quint32>(type);
    constexpr std::array kinds{ShapeKind::None,   ShapeKind::Points, ShapeKind::Lines, ShapeKind::Areas,
                               ShapeKind::Points, ShapeKind::Lines,  ShapeKind::Areas};
    const quint32 flat = code % 1000; // the thousands say whether there are heights
    return flat < kinds.size() ? kinds[flat] : ShapeKind::None;
}

QString textOf(const SqliteStatement& row, int column)
{
    return QString::fromUtf8(row.text(column).data(), qsizetype(row.text(column).size()));
}

QString quoted(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// @returns the kind of the first geometry: tables of the importer hold one kind.
Result<ShapeKind> firstShape(SqliteDatabase& database, const QString& table, const QString& column)
{
    const QString sql = QStringLiteral("SELECT hex(substr(%2, 1, 100)) FROM %1 WHERE %2 IS NOT NULL LIMIT 1")
                            .arg(quoted(table), quoted(column));
    TWIN_TRY(SqliteStatement first, database.prepare(sql.toStdString()));
    TWIN_TRY(const bool any, first.step());
    return any ? shapeOf(QByteArray::fromHex(QByteArray(first.text(0).data(), qsizetype(first.text(0).size()))))
               : ShapeKind::None;
}

Result<std::vector<VectorLegendRow>> read(const QString& path)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(path));
    TWIN_TRY(SqliteStatement tables,
             database.prepare("SELECT table_name, column_name FROM gpkg_geometry_columns ORDER BY table_name"));
    std::vector<VectorLegendRow> rows;
    while (true) {
        TWIN_TRY(const bool more, tables.step());
        if (!more)
            return rows;
        VectorLegendRow row;
        row.table = textOf(tables, 0);
        row.style = defaultStyle(row.table);
        TWIN_TRY(row.shape, firstShape(database, row.table, textOf(tables, 1)));
        rows.push_back(std::move(row));
    }
}

} // namespace

std::vector<VectorLegendRow> vectorLegend(const LayerInfo& layer)
{
    if (layer.kind != LayerKind::Vector || layer.features.isEmpty())
        return {};
    return read(layer.folder + QLatin1Char('/') + layer.features).value_or(std::vector<VectorLegendRow>());
}

} // namespace twin::package
