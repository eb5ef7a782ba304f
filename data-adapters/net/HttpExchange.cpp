// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpExchange.h"

#include "net/Text.h"

#include <algorithm>

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace twin::net {
namespace {

constexpr qint64 readBuffer = qint64(1) << 20;

QNetworkRequest wireRequest(const HttpRequest& request, const HttpHeaders& headers,
                            const QList<QSslCertificate>& authorities)
{
    QNetworkRequest wire(request.url);
    for (const auto& [name, value] : headers)
        wire.setRawHeader(name, value);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // open defects in this Qt's HTTP/2
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setDecompressedSafetyCheckThreshold(request.mostBytes);
    // For each request, never by the default configuration: with that one, this Qt trusts the system's store as well.
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    ssl.setProtocol(QSsl::TlsV1_2OrLater);
    ssl.setPeerVerifyMode(QSslSocket::VerifyPeer);
    ssl.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (!authorities.isEmpty())
        ssl.setCaCertificates(authorities);
    wire.setSslConfiguration(ssl);
    return wire;
}

void start(QTimer& timer, Milliseconds duration)
{
    timer.setSingleShot(true);
    timer.start(static_cast<int>(duration.count()));
}

QString networkSentence(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Text::tr("Der Server ist unter diesem Namen nicht zu finden.");
    case QNetworkReply::ConnectionRefusedError:
        return Text::tr("Der Server nimmt keine Verbindung an.");
    case QNetworkReply::RemoteHostClosedError:
        return Text::tr("Die Verbindung brach ab.");
    case QNetworkReply::SslHandshakeFailedError:
        return Text::tr(
            "Die verschlüsselte Verbindung kam nicht zustande: Das Zertifikat des Servers ist nicht gültig.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Text::tr("Der Proxy verlangt eine Anmeldung.");
    default:
        return Text::tr("Die Verbindung zum Server ist gestört.");
    }
}

} // namespace

void PendingResponse::finish(Result<HttpResponse>&& outcome)
{
    const std::lock_guard lock(m_mutex);
    if (!m_outcome)
        m_outcome.emplace(std::move(outcome));
    m_finished.notify_all();
}

std::optional<Result<HttpResponse>> PendingResponse::waitFor(Milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_finished.wait_for(lock, patience, [this] { return m_outcome.has_value(); });
    return m_outcome;
}

HttpExchange::HttpExchange(QNetworkAccessManager& manager, const HttpRequest& request, const HttpHeaders& headers,
                           const QList<QSslCertificate>& authorities, std::shared_ptr<PendingResponse> pending,
                           QObject* parent)
    : QObject(parent), m_request(request), m_authorities(authorities), m_pending(std::move(pending))
{
    const auto late = [this](const QString& summary) { return [this, summary] { fail(ErrorCode::Timeout, summary); }; };
    connect(&m_connect, &QTimer::timeout, this,
            late(Text::tr("Der Server antwortet nicht auf den Verbindungsaufbau.")));
    connect(&m_idle, &QTimer::timeout, this, late(Text::tr("Der Server schweigt seit längerem.")));
    connect(&m_total, &QTimer::timeout, this, late(Text::tr("Die Antwort dauert länger als erlaubt.")));
    start(m_connect, request.deadlines.connect);
    start(m_total, request.deadlines.total);
    m_reply = manager.sendCustomRequest(wireRequest(request, headers, authorities), request.method, request.body);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_connect.stop();
        start(m_idle, m_request.deadlines.idle);
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::checkAuthority);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finished);
}

HttpExchange::~HttpExchange()
{
    m_pending->finish(failure(ErrorCode::Cancelled, Text::tr("Abgebrochen")));
}

void HttpExchange::checkAuthority()
{
    if (m_authorities.isEmpty())
        return;
    // The handshake has verified the chain against these authorities; that its end names one of them guards against a
    // library that trusts the system's store as well.
    const QList<QSslCertificate> chain = m_reply->sslConfiguration().peerCertificateChain();
    const auto issued = [&](const QSslCertificate& authority) {
        return authority == chain.last() || authority.subjectDisplayName() == chain.last().issuerDisplayName();
    };
    if (chain.isEmpty() || std::none_of(m_authorities.begin(), m_authorities.end(), issued))
        fail(ErrorCode::AccessDenied, Text::tr("Das Zertifikat des Servers stammt nicht von der verlangten Stelle."));
}

void HttpExchange::readSome()
{
    m_connect.stop();
    start(m_idle, m_request.deadlines.idle);
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_request.mostBytes || m_body.size() + m_reply->bytesAvailable() > m_request.mostBytes) {
        fail(ErrorCode::ResourceExhausted,
             Text::tr("Die Antwort ist größer als erlaubt (%1 MB).").arg(m_request.mostBytes >> 20));
        return;
    }
    m_body += m_reply->readAll();
}

HttpResponse HttpExchange::response() const
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.url = m_request.url;
    response.body = m_body;
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        response.headers[name.toLower()] = value;
    return response;
}

bool HttpExchange::isTruncated() const
{
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return announced.isValid() && !m_reply->hasRawHeader("Content-Encoding") && m_request.method != "HEAD" &&
           m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 304 &&
           m_body.size() < announced.toLongLong();
}

void HttpExchange::finished()
{
    readSome();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool onlyStatus = status >= 300 && error >= QNetworkReply::ContentAccessDenied;
    if (error != QNetworkReply::NoError && !onlyStatus)
        fail(error == QNetworkReply::SslHandshakeFailedError ? ErrorCode::AccessDenied : ErrorCode::NetworkUnavailable,
             networkSentence(error), QStringLiteral("QNetworkReply error %1").arg(error));
    else if (status == 0)
        fail(ErrorCode::MalformedData, Text::tr("Die Antwort ist kein HTTP."));
    else if (isTruncated())
        fail(ErrorCode::NetworkUnavailable, Text::tr("Die Antwort ist unvollständig."));
    else
        m_pending->finish(response());
    deleteLater();
}

void HttpExchange::cancel()
{
    fail(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
}

void HttpExchange::fail(ErrorCode code, const QString& summary, const QString& detail)
{
    m_pending->finish(failure(code, summary, detail, {}, placeOf(m_request.url)));
    if (!m_reply->isFinished()) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
}

} // namespace twin::net
