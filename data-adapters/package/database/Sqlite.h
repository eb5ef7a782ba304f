// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace twin::package {

/// A prepared statement. Binding is by position from 1. Bound texts must live until the next reset.
class SqliteStatement {
public:
    SqliteStatement() = default;
    explicit SqliteStatement(sqlite3_stmt* statement) : m_statement(statement) {}

    void bind(int index, std::string_view text);      ///< an empty text is bound as NULL
    void bindBlob(int index, std::string_view bytes); ///< empty: NULL
    void bind(int index, std::int64_t value);
    void bind(int index, double value); ///< not finite: NULL
    void bindNull(int index);

    /// @brief Runs a statement that returns no rows and makes it ready for the next.
    Result<void> run();
    /// @returns true when there is a row to read, false at the end.
    Result<bool> step();
    void reset();

    [[nodiscard]] std::string_view text(int column) const; ///< lives until the next step
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    tl::unexpected<Error> failed(int code);

    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalise> m_statement;
};

/// A connection to an SQLite file. One thread at a time.
class SqliteDatabase {
public:
    static Result<SqliteDatabase> create(const QString& path);
    static Result<SqliteDatabase> openReadOnly(const QString& path);

    Result<void> execute(const char* sql);
    Result<SqliteStatement> prepare(const std::string& sql);
    /// @returns whether a table has a column; false also when there is no such table.
    Result<bool> hasColumn(std::string_view table, std::string_view column);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    static Result<SqliteDatabase> open(const QString& path, int flags);
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace twin::package
