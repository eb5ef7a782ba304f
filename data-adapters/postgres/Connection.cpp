// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/Connection.h"

#include <cstring>

#include <QCoreApplication>

#include <libpq-fe.h>

namespace twin::postgres {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::postgres)
};

} // namespace

Rows::Rows(pg_result* result) : m_result(result, PQclear) {}

int Rows::count() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray Rows::text(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

Connection::Connection(pg_conn* connection, QString shown) : m_connection(connection), m_shown(std::move(shown)) {}

Connection::~Connection()
{
    PQfinish(m_connection);
}

/// @param state  SQLSTATE of the failure; null: the connection itself
Error Connection::wrong(const char* state) const
{
    const QString detail = QString::fromUtf8(PQerrorMessage(m_connection)).simplified().left(300);
    const SourceLocation place{m_shown, -1, {}};
    const bool isLogin = detail.contains(QLatin1String("authentication")) ||
                         detail.contains(QLatin1String("no password supplied")) ||
                         (state != nullptr && (std::strncmp(state, "28", 2) == 0 || std::strcmp(state, "42501") == 0));
    if (isLogin)
        return {ErrorCode::AccessDenied, Text::tr("Die Datenbank der Messwerte lässt das Programm nicht hinein."),
                detail, Text::tr("Prüfen Sie Benutzer und Rechte; das Kennwort steht in der Datei ~/.pgpass."), place};
    if (state == nullptr || !isAlive())
        return {
            ErrorCode::NetworkUnavailable, Text::tr("Die Datenbank der Messwerte antwortet nicht."), detail, {}, place};
    if (std::strncmp(state, "53", 2) == 0)
        return {
            ErrorCode::ResourceExhausted, Text::tr("Der Datenbank der Messwerte fehlt der Platz."), detail, {}, place};
    return {ErrorCode::ServerError, Text::tr("Die Datenbank der Messwerte meldet einen Fehler."), detail, {}, place};
}

Result<std::unique_ptr<Connection>> Connection::open(const QByteArray& conninfo, const QString& shown)
{
    std::unique_ptr<Connection> made(new Connection(PQconnectdb(conninfo.constData()), shown));
    if (!made->isAlive())
        return failure(made->wrong(nullptr));
    PQsetNoticeProcessor(
        made->m_connection, [](void*, const char*) {}, nullptr);
    return made;
}

bool Connection::isAlive() const
{
    return PQstatus(m_connection) == CONNECTION_OK;
}

Result<void> Connection::ensure()
{
    if (!isAlive())
        PQreset(m_connection);
    return isAlive() ? Result<void>() : failure(wrong(nullptr));
}

Result<Rows> Connection::query(const char* sql, const std::vector<QByteArray>& values)
{
    std::vector<const char*> texts;
    for (const QByteArray& value : values)
        texts.push_back(value.isNull() ? nullptr : value.constData());
    pg_result* result = PQexecParams(m_connection, sql, int(texts.size()), nullptr, texts.data(), nullptr, nullptr, 0);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN)
        return Rows(result);
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    Error error = wrong(state ? state : "");
    PQclear(result);
    return failure(std::move(error));
}

Result<void> Connection::copy(const char* sql, const QByteArray& lines)
{
    TWIN_CHECK(query(sql));
    const bool sent = PQputCopyData(m_connection, lines.constData(), int(lines.size())) == 1 &&
                      PQputCopyEnd(m_connection, nullptr) == 1;
    Result<void> outcome;
    if (!sent)
        outcome = failure(wrong(""));
    while (pg_result* result = PQgetResult(m_connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK && outcome) {
            const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            outcome = failure(wrong(state ? state : ""));
        }
        PQclear(result);
        if (!isAlive())
            break;
    }
    return outcome;
}

} // namespace twin::postgres
