// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

/// A plain HTTP client for tests of the server side.
struct Answer {
    int status = 0; ///< 0: no HTTP answer
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        for (const auto& [key, value] : headers)
            if (key.toLower() == name.toLower())
                return value;
        return {};
    }
};

class Client {
public:
    Answer get(const QString& url, const QList<QNetworkReply::RawHeaderPair>& headers = {})
    {
        return wait(m_network.get(request(url, headers)));
    }
    Answer post(const QString& url, const QByteArray& body)
    {
        QNetworkRequest r = request(url, {});
        r.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return wait(m_network.post(r, body));
    }
    Answer remove(const QString& url) { return wait(m_network.deleteResource(request(url, {}))); }

private:
    static QNetworkRequest request(const QString& url, const QList<QNetworkReply::RawHeaderPair>& headers)
    {
        QNetworkRequest r{QUrl(url)};
        r.setTransferTimeout(15'000);
        r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        for (const auto& [name, value] : headers)
            r.setRawHeader(name, value);
        return r;
    }
    static Answer wait(QNetworkReply* reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                      reply->error(), reply->rawHeaderPairs()};
        reply->deleteLater();
        return answer;
    }

    QNetworkAccessManager m_network;
};
