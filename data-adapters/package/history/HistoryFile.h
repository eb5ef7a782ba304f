// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/database/Sqlite.h"
#include "package/history/HistoryKey.h"
#include "package/history/Page.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QHash>

namespace twin::package {

/// A summary of the numbers of a span.
struct Summary {
    std::int64_t count = 0;
    std::int64_t firstAt = 0, lastAt = 0;
    double least = 0, most = 0, first = 0, last = 0;

    void add(std::int64_t time, double value);
    void add(const Summary& other);
    /// @returns of what may be shown: numbers that are not Bad.
    static Summary of(const std::vector<Sample>& samples);
};

/// A series as the file knows it.
struct Series {
    std::int64_t id = 0;
    std::int64_t span = 0; ///< of a page, milliseconds; 0: not settled, nothing stored
    QString name;          ///< Datastream::id
};

/// The tables of history.sqlite: an open connection with its statements. One thread.
class HistoryFile {
public:
    /// @returns MalformedData for a damaged file, UnsupportedVersion for a later one.
    static Result<std::unique_ptr<HistoryFile>> open(const QString& path);
    ~HistoryFile();

    Result<void> begin() { return m_database.execute("BEGIN IMMEDIATE"); }
    Result<void> commit() { return m_database.execute("COMMIT"); }
    void rollBack() { (void)m_database.execute("ROLLBACK"); }

    /// @returns null for a name that is not known.
    [[nodiscard]] Series* find(const QString& name);
    /// Adds it where it is not known; inside a transaction. @returns ResourceExhausted beyond a million series.
    Result<Series*> series(const QString& name);
    [[nodiscard]] const std::map<std::int64_t, Series>& all() const { return m_series; }
    /// Reads the list of series again where another connection has changed the file.
    Result<void> refresh();
    /// Reads the list of series again: what a transaction that was rolled back had added is gone.
    Result<void> readSeries();

    /// Adds ascending samples to a series; inside a transaction.
    Result<void> append(Series& series, std::vector<Sample>&& samples);
    /// Deletes what lies wholly before an instant; inside a transaction.
    Result<void> forgetBefore(const Series& series, std::int64_t time);

    /// Calls `take` for each page that may hold something of [from, to], ascending, until it returns false.
    Result<void> eachPage(const Series& series, std::int64_t from, std::int64_t to,
                          const std::function<bool(std::vector<Sample>&&)>& take);
    /// @returns the last sample in [oldest, time].
    Result<std::optional<Sample>> lastBefore(const Series& series, std::int64_t time, std::int64_t oldest);
    /// Adds up summaries of [from, to) in the given level, ragged ends in finer ones. `take` may get single values.
    Result<void> eachSummary(const Series& series, int level, std::int64_t from, std::int64_t to,
                             const std::function<void(const Summary&)>& take);

    SqliteDatabase& database() { return m_database; }

private:
    Result<void> prepare(const QString& path);
    [[nodiscard]] Result<std::int64_t> readVersion(const QString& path);
    Result<void> makeTables(const QString& path);
    Result<void> appendPage(Series& series, std::int64_t number, std::vector<Sample>&& samples);
    Result<void> writeSummary(std::int64_t row, const Summary& summary);
    Result<void> summariseAbove(const Series& series, std::vector<std::int64_t> numbers);
    /// Pages that turned out far too full are cut anew.
    Result<void> respan(Series& series, std::int64_t span);

    SqliteDatabase m_database;
    SqliteStatement m_readPage, m_writePage, m_pages, m_lastPages;
    SqliteStatement m_writeSummary, m_summaries, m_dropPages, m_dropSummaries;
    SqliteStatement m_addSeries, m_setSpan, m_dataVersion;
    std::int64_t m_seenVersion = -1;
    std::map<std::int64_t, Series> m_series;
    QHash<QString, std::int64_t> m_ids;
};

} // namespace twin::package
