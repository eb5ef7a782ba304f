// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"

#include "net/Backoff.h"
#include "net/HttpExchange.h"
#include "net/Politeness.h"
#include "net/ResponseCache.h"
#include "net/Text.h"

#include <atomic>
#include <thread>

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>
#include <QRandomGenerator>
#include <QThread>

namespace twin::net {
namespace {

constexpr int mostRedirects = 3;
constexpr qint64 cacheBytes = qint64(32) << 20;
constexpr Milliseconds cancelPoll(20);

/// The system's proxy, as city networks prescribe it; never for this machine.
class ProxyOutside final : public QNetworkProxyFactory {
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isLoopback(query.url().host()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Everything that lives on the I/O thread. A manager for each set of authorities, since a manager shares its
/// connections between requests whatever their certificates.
class Wire : public QObject {
public:
    QNetworkAccessManager& manager(const QString& caFile)
    {
        QNetworkAccessManager*& manager = m_managers[caFile];
        if (!manager) {
            manager = new QNetworkAccessManager(this);
            manager->setProxyFactory(new ProxyOutside);
            manager->setAutoDeleteReplies(false);
        }
        return *manager;
    }

private:
    std::map<QString, QNetworkAccessManager*> m_managers;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Waiting mends these; repeating the others only annoys.
bool isWorthRepeating(const Error& error)
{
    return error.code == ErrorCode::NetworkUnavailable || error.code == ErrorCode::Timeout ||
           error.code == ErrorCode::ServerError;
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return ErrorCode::AccessDenied;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 408:
    case 504:
        return ErrorCode::Timeout;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 500 ? ErrorCode::ServerError : ErrorCode::InvalidParameter;
    }
}

tl::unexpected<Error> statusFailure(const HttpResponse& response)
{
    QString summary;
    if (response.status == 401 || response.status == 403)
        summary = Text::tr("Der Server verlangt eine (andere) Anmeldung.");
    else if (response.status == 404 || response.status == 410)
        summary = Text::tr("Der Server kennt diese Adresse nicht.");
    else if (response.status == 429)
        summary = Text::tr("Der Server verlangt weniger Anfragen.");
    else
        summary = Text::tr("Der Server meldet Fehler %1.").arg(response.status);
    const bool isMarkup = response.header("content-type").contains("html");
    const QString words = isMarkup ? QString() : QString::fromUtf8(response.body.left(200)).simplified();
    return failure(codeOf(response.status), summary,
                   QStringLiteral("HTTP %1 %2").arg(response.status).arg(words).trimmed(), {}, placeOf(response.url));
}

Result<QList<QSslCertificate>> authoritiesOf(const QString& caFile)
{
    if (caFile.isEmpty())
        return QList<QSslCertificate>();
    const QList<QSslCertificate> found = QSslCertificate::fromPath(caFile, QSsl::Pem);
    if (found.isEmpty())
        return failure(ErrorCode::NotFound, Text::tr("Die Datei mit den Zertifikaten ist leer oder fehlt."), {}, {},
                       {caFile, -1, {}});
    return found;
}

} // namespace

struct HttpClient::Private {
    QThread thread;
    Wire* wire = nullptr;
    Politeness politeness;
    ResponseCache cache{cacheBytes};
    std::atomic<qint64> requests = 0;

    Result<HttpResponse> onWire(const HttpRequest& request, const CancellationToken& cancel);
    Result<HttpResponse> once(const HttpRequest& request, const CancellationToken& cancel);
    Result<HttpResponse> followed(HttpRequest request, const CancellationToken& cancel);
    void heed(const HttpRequest& request, const HttpResponse& response);
};

bool waitFor(Milliseconds duration, const CancellationToken& cancel)
{
    const Instant end = systemNow() + duration;
    while (!cancel.isCancelled()) {
        const Instant now = systemNow();
        if (now >= end)
            return true;
        std::this_thread::sleep_for(std::min(cancelPoll, end - now));
    }
    return false;
}

std::optional<Milliseconds> retryAfter(const QByteArray& value, Instant now)
{
    constexpr Milliseconds most = std::chrono::hours(24);
    bool isNumber = false;
    const qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::min<Milliseconds>(most, std::chrono::seconds(std::min<qint64>(seconds, 86400)));
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value.trimmed().chopped(value.endsWith("GMT") ? 4 : 0)),
                                QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    if (!date.isValid())
        return std::nullopt;
    return std::clamp<Milliseconds>(toInstant(QDateTime(date.date(), date.time(), Qt::UTC)) - now, Milliseconds(0),
                                    most);
}

/// One exchange on the wire, watched for cancellation.
Result<HttpResponse> HttpClient::Private::onWire(const HttpRequest& request, const CancellationToken& cancel)
{
    TWIN_TRY(const QList<QSslCertificate> authorities, authoritiesOf(request.caFile));
    HttpHeaders headers = request.headers;
    if (originOf(request.url) == originOf(request.rules.root))
        headers.insert(headers.end(), request.credentials.begin(), request.credentials.end());
    headers.emplace_back("User-Agent", "Stadtzwilling");
    if (request.cache && request.method == "GET")
        cache.addConditions(request, headers);
    auto pending = std::make_shared<PendingResponse>();
    auto exchange = std::make_shared<QPointer<HttpExchange>>();
    ++requests;
    QMetaObject::invokeMethod(wire, [this, request, headers, authorities, pending, exchange] {
        *exchange = new HttpExchange(wire->manager(request.caFile), request, headers, authorities, pending, wire);
    });
    bool asked = false;
    for (;;) {
        if (auto outcome = pending->waitFor(cancelPoll))
            return *std::move(outcome);
        if (!asked && cancel.isCancelled()) {
            asked = true;
            QMetaObject::invokeMethod(wire, [exchange] {
                if (*exchange)
                    (*exchange)->cancel();
            });
        }
    }
}

/// What the server asks of its clients.
void HttpClient::Private::heed(const HttpRequest& request, const HttpResponse& response)
{
    const QString origin = originOf(request.url);
    if (response.status == 429)
        politeness.slowDown(origin);
    else if (response.status < 400)
        politeness.wentWell(origin);
    if (response.status == 429 || response.status == 503)
        if (const auto pause = retryAfter(response.header("retry-after"), systemNow()))
            politeness.leaveAlone(origin, *pause);
}

Result<HttpResponse> HttpClient::Private::once(const HttpRequest& request, const CancellationToken& cancel)
{
    TWIN_CHECK(checkRequest(request.url, request.rules));
    TWIN_TRY(const Politeness::Turn turn, politeness.turn(originOf(request.url), request.deadlines.total, cancel));
    TWIN_TRY(HttpResponse response, onWire(request, cancel));
    heed(request, response);
    if (request.cache && request.method == "GET" && !cache.exchange(request, response))
        return failure(ErrorCode::ServerError, Text::tr("Der Server verweist auf eine Antwort, die er nie gab."), {},
                       {}, placeOf(request.url));
    return response;
}

Result<HttpResponse> HttpClient::Private::followed(HttpRequest request, const CancellationToken& cancel)
{
    for (int hops = 0;; ++hops) {
        TWIN_TRY(HttpResponse response, once(request, cancel));
        if (response.status >= 200 && response.status < 300)
            return response;
        if (!isRedirect(response.status))
            return statusFailure(response);
        if (hops == mostRedirects || request.method != "GET")
            return failure(ErrorCode::ServerError, Text::tr("Der Server leitet zu oft weiter."), {}, {},
                           placeOf(request.url));
        request.url = request.url.resolved(QUrl(QString::fromUtf8(response.header("location"))));
        request.url.setFragment({});
    }
}

HttpClient::HttpClient() : d(std::make_unique<Private>())
{
    d->wire = new Wire;
    d->wire->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, d->wire, &QObject::deleteLater);
    d->thread.setObjectName(QStringLiteral("net"));
    d->thread.start();
}

HttpClient::~HttpClient()
{
    d->thread.quit();
    d->thread.wait();
}

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const CancellationToken& cancel)
{
    Backoff backoff;
    const int tries = request.method == "GET" ? std::max(1, request.tries) : 1;
    for (int attempt = 1;; ++attempt) {
        Result<HttpResponse> response = d->followed(request, cancel);
        if (response || attempt == tries || !isWorthRepeating(response.error()))
            return response;
        const Milliseconds wait = backoff.failed(systemNow(), QRandomGenerator::global()->generateDouble());
        if (!waitFor(wait, cancel))
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
    }
}

qint64 HttpClient::requestCount() const
{
    return d->requests;
}

} // namespace twin::net
