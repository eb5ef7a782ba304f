// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>
#include <vector>

#include <QByteArray>

struct pg_conn;
struct pg_result;

namespace twin::postgres {

/// The answer to a query; texts as the server writes them.
class Rows {
public:
    Rows() = default;
    explicit Rows(pg_result* result);
    [[nodiscard]] int count() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QByteArray text(int row, int column) const;
    [[nodiscard]] qint64 integer(int row, int column) const { return text(row, column).toLongLong(); }
    [[nodiscard]] double number(int row, int column) const { return text(row, column).toDouble(); }

private:
    std::shared_ptr<pg_result> m_result;
};

/// A connection of libpq. One thread at a time. What libpq says of a failure is technical and goes into Error::detail;
/// it never holds a password.
class Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const QByteArray& conninfo, const QString& shown);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Makes a lost connection again. @returns NetworkUnavailable where that fails.
    [[nodiscard]] Result<void> ensure();
    [[nodiscard]] bool isAlive() const;
    /// @param values  a null QByteArray is NULL
    [[nodiscard]] Result<Rows> query(const char* sql, const std::vector<QByteArray>& values = {});
    /// @brief COPY … FROM STDIN in text form.
    [[nodiscard]] Result<void> copy(const char* sql, const QByteArray& lines);

private:
    explicit Connection(pg_conn* connection, QString shown);
    [[nodiscard]] Error wrong(const char* state) const;

    pg_conn* m_connection;
    const QString m_shown; ///< the place, for people
};

} // namespace twin::postgres
