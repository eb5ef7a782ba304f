// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace twin::demoplatform {

/// A complete HTTP/1.1 request within the server's limits.
struct Request {
    QByteArray method;                        ///< "GET", …; HEAD is answered as GET without its body
    QString path;                             ///< decoded, begins with "/"
    QByteArray target;                        ///< as sent: path and query
    std::map<QString, QString> query;         ///< decoded; of a name that comes twice the last
    std::map<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
    QByteArray origin; ///< "http://127.0.0.1:8080", for links

    [[nodiscard]] QString value(const char* name) const;
    [[nodiscard]] bool has(const char* name) const { return query.contains(QString::fromLatin1(name)); }
    /// @returns `fallback` where it is missing; -1 where it is no number from 0 to `most`.
    [[nodiscard]] qint64 number(const char* name, qint64 fallback, qint64 most) const;
    [[nodiscard]] QByteArray header(const char* name) const;
};

/// An answer, and how it is to go wrong.
struct Response {
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    int delayMilliseconds = 0; ///< before the first byte
    int drip = 0;              ///< bytes each 50 ms; 0: at once
    qsizetype cutAfter = -1;   ///< bytes of the body before the connection ends; negative: never

    static Response json(const QJsonObject& object, int status = 200);
    static Response text(int status, const QByteArray& type, QByteArray body);
};

/// @brief Splits what stands behind "GET ". @returns empty for what is no path with a well-formed query.
[[nodiscard]] std::optional<Request> parseTarget(const QByteArray& target);

} // namespace twin::demoplatform
