// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/http/Message.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace twin::demoplatform {
namespace {

/// @returns empty for a broken escape, a zero byte or bytes that are no UTF-8.
std::optional<QString> decoded(QByteArray part, bool plusIsBlank)
{
    if (plusIsBlank)
        part.replace('+', ' ');
    QByteArray bytes;
    bytes.reserve(part.size());
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != '%') {
            bytes += part[i];
            continue;
        }
        bool isHex = false;
        const int code = i + 2 < part.size() ? part.mid(i + 1, 2).toInt(&isHex, 16) : 0;
        if (!isHex || code == 0)
            return std::nullopt;
        bytes += char(code);
        i += 2;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(0)))
        return std::nullopt;
    return text;
}

} // namespace

QString Request::value(const char* name) const
{
    const auto found = query.find(QString::fromLatin1(name));
    return found == query.end() ? QString() : found->second;
}

qint64 Request::number(const char* name, qint64 fallback, qint64 most) const
{
    if (!has(name))
        return fallback;
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= most ? number : -1;
}

QByteArray Request::header(const char* name) const
{
    const auto found = headers.find(QByteArray(name));
    return found == headers.end() ? QByteArray() : found->second;
}

Response Response::json(const QJsonObject& object, int status)
{
    return text(status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response Response::text(int status, const QByteArray& type, QByteArray body)
{
    Response response;
    response.status = status;
    response.type = type;
    response.body = std::move(body);
    return response;
}

std::optional<Request> parseTarget(const QByteArray& target)
{
    if (!target.startsWith('/'))
        return std::nullopt;
    Request request;
    request.target = target;
    const qsizetype mark = target.indexOf('?');
    const auto path = decoded(target.left(mark < 0 ? target.size() : mark), false);
    if (!path)
        return std::nullopt;
    request.path = *path;
    if (mark < 0)
        return request;
    for (const QByteArray& pair : target.mid(mark + 1).split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(pair.left(equals < 0 ? pair.size() : equals), true);
        const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        request.query[*name] = *value;
    }
    return request;
}

} // namespace twin::demoplatform
