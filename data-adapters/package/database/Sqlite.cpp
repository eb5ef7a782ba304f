// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/Sqlite.h"

#include <cmath>

#include <QCoreApplication>
#include <QString>

#include <sqlite3.h>

namespace twin::package {
namespace {

tl::unexpected<Error> sqliteFailure(sqlite3* database, int code)
{
    ErrorCode cause = ErrorCode::Internal;
    QString summary =
        QCoreApplication::translate("twin::package", "Die Datenbank des Regionspakets meldet einen Fehler.");
    switch (code & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
        cause = ErrorCode::ResourceExhausted;
        summary =
            QCoreApplication::translate("twin::package", "Die Datenbank des Regionspakets ließ sich nicht schreiben.");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // a missing table: not our schema
        cause = ErrorCode::MalformedData;
        summary = QCoreApplication::translate("twin::package", "Die Datenbank des Regionspakets ist beschädigt.");
        break;
    case SQLITE_CANTOPEN:
        cause = ErrorCode::NotFound;
        summary = QCoreApplication::translate("twin::package",
                                              "Die Datenbank des Regionspakets fehlt oder ist nicht lesbar.");
        break;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        cause = ErrorCode::AccessDenied;
        break;
    case SQLITE_NOMEM:
        cause = ErrorCode::ResourceExhausted;
        break;
    default:
        break;
    }
    return failure(cause, summary,
                   QString::fromUtf8(database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code)));
}

} // namespace

void SqliteStatement::Finalise::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatement::bind(int index, std::string_view text)
{
    if (text.empty())
        sqlite3_bind_null(m_statement.get(), index);
    else
        sqlite3_bind_text64(m_statement.get(), index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void SqliteStatement::bindBlob(int index, std::string_view bytes)
{
    if (bytes.empty())
        sqlite3_bind_null(m_statement.get(), index);
    else
        sqlite3_bind_blob64(m_statement.get(), index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void SqliteStatement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

void SqliteStatement::bind(int index, double value)
{
    if (std::isfinite(value))
        sqlite3_bind_double(m_statement.get(), index, value);
    else
        sqlite3_bind_null(m_statement.get(), index);
}

void SqliteStatement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
}

tl::unexpected<Error> SqliteStatement::failed(int code)
{
    auto error = sqliteFailure(sqlite3_db_handle(m_statement.get()), code);
    sqlite3_reset(
        m_statement.get()); // else the next values could not be bound, and the old ones would be written again
    return error;
}

Result<void> SqliteStatement::run()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        return failed(code);
    sqlite3_reset(m_statement.get());
    return {};
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        return failed(code);
    return code == SQLITE_ROW;
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::string_view SqliteStatement::text(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement.get(), column); // text comes as its UTF-8 bytes
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void SqliteDatabase::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Result<SqliteDatabase> SqliteDatabase::create(const QString& path)
{
    return open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
}

Result<SqliteDatabase> SqliteDatabase::openReadOnly(const QString& path)
{
    TWIN_TRY(SqliteDatabase database, open(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX));
    // A package comes from anywhere: views and triggers of a foreign schema may call nothing.
    sqlite3_db_config(database.m_database.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.m_database.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return database;
}

Result<SqliteDatabase> SqliteDatabase::open(const QString& path, int flags)
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &raw, flags, nullptr);
    SqliteDatabase database;
    database.m_database.reset(raw);
    if (code != SQLITE_OK)
        return sqliteFailure(raw, code);
    return database;
}

Result<void> SqliteDatabase::execute(const char* sql)
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(m_database.get(), code);
    return {};
}

Result<SqliteStatement> SqliteDatabase::prepare(const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(m_database.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(m_database.get(), code);
    return SqliteStatement(statement);
}

Result<bool> SqliteDatabase::hasColumn(std::string_view table, std::string_view column)
{
    TWIN_TRY(SqliteStatement statement, prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2"));
    statement.bind(1, table);
    statement.bind(2, column);
    return statement.step();
}

} // namespace twin::package
