// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/BuildingCheck.h"

#include "geo/Heights.h"
#include "package/database/Sqlite.h"
#include "package/io/Files.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include <QByteArrayList>

namespace twin::package {
namespace {

constexpr int largestWindow = 4096; ///< nodes a side: no building is 4 km long
constexpr int checkEvery = 1024;

struct Corner {
    double easting = 0;
    double northing = 0;
};

/// Reads the points of a MULTIPOLYGON as this package writes it (little-endian, two dimensions).
class CornerReader {
public:
    explicit CornerReader(std::string_view blob) : m_rest(blob) {}

    std::vector<Corner> read()
    {
        std::vector<Corner> corners;
        static_cast<void>(visit([&corners](const Corner& corner) { corners.push_back(corner); }));
        return corners;
    }
    /// @returns the outline as well-known text (OGC 06-103r4 §7), centimetres.
    QByteArray text()
    {
        QByteArray points;
        QByteArray text = visit(
            [&points](const Corner& corner) {
                points += QByteArray::number(corner.easting, 'f', 2) + ' ' +
                          QByteArray::number(corner.northing, 'f', 2) + ',';
            },
            &points);
        return text.isEmpty() ? text : "MULTIPOLYGON" + text;
    }

private:
    /// Calls `take` for each point. @param written  what it writes, taken into the text of its ring
    /// @returns nested lists of what was written; empty for damaged geometry.
    template <class Take> QByteArray visit(const Take& take, QByteArray* written = nullptr)
    {
        if (m_rest.size() < 8 || m_rest.substr(0, 2) != "GP")
            return {};
        const unsigned envelope = (static_cast<unsigned char>(m_rest[3]) >> 1) & 7U;
        const std::size_t header = 8 + (envelope == 1 ? 32 : envelope == 0 ? 0 : m_rest.size());
        if (header >= m_rest.size())
            return {};
        m_rest.remove_prefix(header);
        skip(5);
        QByteArrayList polygonTexts;
        for (std::uint32_t polygons = count(); polygons > 0 && !m_failed; --polygons) {
            skip(5);
            QByteArrayList ringTexts;
            for (std::uint32_t rings = count(); rings > 0 && !m_failed; --rings) {
                for (std::uint32_t points = count(); points > 0 && !m_failed; --points) {
                    const double easting = number();
                    const double northing = number();
                    if (!m_failed)
                        take(Corner{easting, northing});
                }
                if (written != nullptr && !written->isEmpty())
                    ringTexts.append('(' + std::exchange(*written, {}).chopped(1) + ')');
            }
            if (!ringTexts.isEmpty())
                polygonTexts.append('(' + ringTexts.join(',') + ')');
        }
        return m_failed || polygonTexts.isEmpty() ? QByteArray() : '(' + polygonTexts.join(',') + ')';
    }
    void skip(std::size_t bytes)
    {
        m_failed = m_failed || m_rest.size() < bytes;
        if (!m_failed)
            m_rest.remove_prefix(bytes);
    }
    template <class T> T take()
    {
        T value{};
        if (m_failed || m_rest.size() < sizeof value) {
            m_failed = true;
            return value;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return value;
    }
    std::uint32_t count() { return take<std::uint32_t>(); }
    double number() { return take<double>(); }

    std::string_view m_rest;
    bool m_failed = false;
};

struct Range {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
};

/// @returns the terrain's heights at the corners; empty where one of them lies outside or over a gap.
Result<std::optional<Range>> terrainBelow(const std::vector<Corner>& corners, const geo::HeightRaster& raster)
{
    const double spacing = raster.spacingMetres();
    const auto column = [&](const Corner& c) { return (c.easting - raster.west()) / spacing; };
    const auto row = [&](const Corner& c) { return (raster.north() - c.northing) / spacing; };
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;
    for (const Corner& corner : corners) {
        left = std::min(left, column(corner));
        right = std::max(right, column(corner));
        top = std::min(top, row(corner));
        bottom = std::max(bottom, row(corner));
    }
    if (!(left >= 0 && top >= 0 && right <= raster.columns() - 1 && bottom <= raster.rows() - 1))
        return std::optional<Range>();
    const int firstColumn = static_cast<int>(left);
    const int firstRow = static_cast<int>(top);
    const int columns = static_cast<int>(right) - firstColumn + 2;
    const int rows = static_cast<int>(bottom) - firstRow + 2;
    if (columns > largestWindow || rows > largestWindow)
        return std::optional<Range>();
    TWIN_TRY(const std::vector<float> h, raster.read(firstColumn, firstRow, columns, rows));
    Range range;
    for (const Corner& corner : corners) {
        const double u = column(corner) - firstColumn;
        const double v = row(corner) - firstRow;
        const int c = std::min(static_cast<int>(u), columns - 2);
        const int r = std::min(static_cast<int>(v), rows - 2);
        const auto at = [&](int i, int j) {
            return static_cast<double>(
                h[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i)]);
        };
        const double s = u - c;
        const double t = v - r;
        // On the last row or column the node beyond does not count, and may not exist.
        const double upper = s > 0 ? at(c, r) * (1 - s) + at(c + 1, r) * s : at(c, r);
        const double lower = s > 0 ? at(c, r + 1) * (1 - s) + at(c + 1, r + 1) * s : at(c, r + 1);
        const double height = t > 0 ? upper * (1 - t) + lower * t : upper;
        if (std::isnan(height))
            return std::optional<Range>();
        range.lowest = std::min(range.lowest, height);
        range.highest = std::max(range.highest, height);
    }
    return std::optional<Range>(range);
}

/// Whether a part that hovers stands on another part of its building, as a tower's upper storeys do.
class Neighbours {
public:
    static Result<Neighbours> open(SqliteDatabase& database)
    {
        TWIN_TRY(SqliteStatement below,
                 database.prepare("SELECT 1 FROM city_object AS part JOIN city_object AS other ON other.parent = "
                                  "part.parent WHERE part.fid = ?1 AND other.fid <> part.fid AND other.ground_height < "
                                  "part.ground_height AND other.top_height >= part.ground_height - ?2 AND "
                                  "other.min_easting < part.max_easting AND other.max_easting > part.min_easting AND "
                                  "other.min_northing < part.max_northing AND other.max_northing > part.min_northing "
                                  "LIMIT 1"));
        return Neighbours(std::move(below));
    }
    Result<bool> standsOnAnother(std::int64_t part)
    {
        m_below.reset();
        m_below.bind(1, part);
        m_below.bind(2, groundDisagreementMetres);
        return m_below.step();
    }

private:
    explicit Neighbours(SqliteStatement below) : m_below(std::move(below)) {}
    SqliteStatement m_below;
};

QByteArray centimetres(double value)
{
    return QByteArray::number(value, 'f', 2);
}

} // namespace

Result<BuildingCheck> compareWithTerrain(const QString& geoPackage, const QString& heights, const QString& table,
                                         const CancellationToken& cancel)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(geoPackage));
    TWIN_TRY(const geo::HeightRaster raster, geo::HeightRaster::open(heights));
    TWIN_TRY(SqliteStatement rows,
             database.prepare("SELECT gml_id, geom, ground_height, fid, top_height FROM city_object WHERE type IN "
                              "('Building', 'BuildingPart') AND geom IS NOT NULL AND "
                              "ground_height IS NOT NULL ORDER BY fid"));
    TWIN_TRY(Neighbours neighbours, Neighbours::open(database));
    BuildingCheck check;
    QByteArray lines = "id,easting,northing,ground_height,terrain_lowest,terrain_highest,metres,top_height,WKT\n";
    for (qint64 number = 1;; ++number) {
        TWIN_TRY(const bool hasRow, rows.step());
        if (!hasRow)
            break;
        if (number % checkEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const std::vector<Corner> corners = CornerReader(rows.text(1)).read();
        if (corners.empty())
            continue;
        TWIN_TRY(const std::optional<Range> terrain, terrainBelow(corners, raster));
        if (!terrain)
            continue;
        ++check.compared;
        const double ground = rows.real(2);
        const double metres = ground - terrain->lowest;
        if (std::abs(metres) <= groundDisagreementMetres)
            continue;
        if (metres > 0) {
            TWIN_TRY(const bool stands, neighbours.standsOnAnother(rows.integer(3)));
            if (stands)
                continue;
        }
        ++(metres > 0 ? check.above : check.below);
        const QByteArray id(rows.text(0).data(), static_cast<qsizetype>(rows.text(0).size()));
        check.issues.push_back(
            {metres > 0 ? QStringLiteral("building.above-terrain") : QStringLiteral("building.below-terrain"),
             QStringLiteral("%1 m").arg(metres, 0, 'f', 2),
             {{}, -1, QString::fromUtf8(id)}});
        lines += '"' + QByteArray(id).replace('"', "\"\"") + "\"," + centimetres(corners.front().easting) + ',' +
                 centimetres(corners.front().northing) + ',' + centimetres(ground) + ',' +
                 centimetres(terrain->lowest) + ',' + centimetres(terrain->highest) + ',' + centimetres(metres) + ',' +
                 centimetres(rows.real(4)) + ",\"" + CornerReader(rows.text(1)).text() + "\"\n";
    }
    TWIN_CHECK(writeFile(table, {lines.constData(), static_cast<std::size_t>(lines.size())}, false));
    return check;
}

} // namespace twin::package
