// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/DemoPlatform.h"

#include "demoplatform/content/Noise.h"
#include "demoplatform/http/HttpServer.h"
#include "demoplatform/protocols/Gtfs.h"
#include "demoplatform/protocols/NgsiLd.h"
#include "demoplatform/protocols/NgsiV2.h"
#include "demoplatform/protocols/Opendatasoft.h"
#include "demoplatform/protocols/SensorThings.h"
#include "demoplatform/protocols/Subscriptions.h"
#include "demoplatform/protocols/Warnings.h"
#include "demoplatform/push/Broker.h"
#include "demoplatform/push/Publisher.h"

#include <optional>

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

namespace twin::demoplatform {
namespace {

/// Leads to the part of a path behind its beginning; empty where it begins otherwise.
std::optional<QString> behind(const QString& path, const char* beginning)
{
    const QLatin1String begin(beginning);
    if (!path.startsWith(begin) || (path.size() > begin.size() && path[begin.size()] != u'/'))
        return std::nullopt;
    return path.mid(begin.size());
}

/// What a broken server sends.
void spoil(Response& response, AnswerFault fault, std::uint64_t seed, std::uint64_t request)
{
    switch (fault) {
    case AnswerFault::None:
        return;
    case AnswerFault::TooMany:
        response = Response::text(429, "text/plain", "Too many requests (demo fault)\n");
        response.headers.emplace_back("Retry-After", "2");
        return;
    case AnswerFault::CutOff:
        response.cutAfter = response.body.size() / 2;
        return;
    case AnswerFault::Html:
        response = Response::text(
            200, "text/html", "<html><head><title>Wartung</title></head><body><h1>503</h1>demo fault</body></html>\n");
        return;
    case AnswerFault::Noise:
        for (qsizetype i = 0; i < response.body.size(); ++i)
            if (mixed(seed, 510 + request, std::uint64_t(i)) % 7 == 0)
                response.body[i] = char(mixed(seed, 511 + request, std::uint64_t(i)));
        return;
    case AnswerFault::ErrorTail: // an export that fails on the way, behind a 200
        response.body.truncate(response.body.size() * 7 / 10);
        response.body += "{\"error_code\":\"InternalError\",\"message\":\"demo fault, streaming interrupted\"}";
        return;
    case AnswerFault::Slow:
        response.delayMilliseconds = 1500;
        response.drip = int(std::max<qsizetype>(64, response.body.size() / 40));
        return;
    }
}

} // namespace

QJsonObject PlatformUrls::toJson() const
{
    return {{QStringLiteral("http"), http},
            {QStringLiteral("ngsi"), ngsi},
            {QStringLiteral("sensorthings"), sensorThings},
            {QStringLiteral("opendatasoft"), opendatasoft},
            {QStringLiteral("cap"), cap},
            {QStringLiteral("gtfs"), gtfs},
            {QStringLiteral("mqtt"), mqtt.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(mqtt)},
            {QStringLiteral("mqttWebSocket"),
             mqttWebSocket.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(mqttWebSocket)}};
}

struct DemoPlatform::Private {
    explicit Private(const PlatformOptions& o) : options(o) {}

    [[nodiscard]] std::int64_t now() const
    {
        return options.clock ? options.clock() : QDateTime::currentMSecsSinceEpoch();
    }
    Response handle(const Request& request);
    Response route(const Request& request);
    [[nodiscard]] Response index(const Request& request) const;
    void notify(const Notification& notification);

    PlatformOptions options;
    Tables tables;
    std::optional<Catalogue> catalogue;
    std::optional<Readings> readings;
    std::optional<NgsiLd> ngsi;
    std::optional<NgsiV2> ngsiV2;
    std::optional<Subscriptions> subscriptions;
    std::optional<SensorThings> sensorThings;
    std::optional<Opendatasoft> opendatasoft;
    std::optional<Warnings> warnings;
    std::optional<Gtfs> gtfs;
    std::unique_ptr<HttpServer> server;
    std::unique_ptr<Broker> broker;
    std::unique_ptr<Publisher> publisher;
    QString mqttMissing;
    QNetworkAccessManager network;
    QTimer timer;
    std::int64_t lastTick = 0;
    std::uint64_t requests = 0;
};

DemoPlatform::DemoPlatform(const PlatformOptions& options) : d(std::make_unique<Private>(options)) {}
DemoPlatform::~DemoPlatform() = default;

Result<std::unique_ptr<DemoPlatform>> DemoPlatform::start(const PlatformOptions& options)
{
    std::unique_ptr<DemoPlatform> platform(new DemoPlatform(options));
    TWIN_CHECK(platform->begin());
    return platform;
}

Result<void> DemoPlatform::begin()
{
    TWIN_TRY(d->tables, Tables::load());
    TWIN_TRY(d->catalogue, Catalogue::make(d->tables, d->options.seed));
    TWIN_TRY(d->readings, Readings::make(d->tables, *d->catalogue, d->options.seed, d->options.faults));
    d->ngsi.emplace(*d->readings);
    d->ngsiV2.emplace(*d->readings);
    d->subscriptions.emplace(*d->readings);
    d->sensorThings.emplace(*d->readings);
    d->opendatasoft.emplace(*d->readings);
    d->warnings.emplace(*d->readings);
    d->gtfs.emplace(*d->readings);
    d->server = std::make_unique<HttpServer>([this](const Request& request) { return d->handle(request); });
    TWIN_TRY([[maybe_unused]] const quint16 port, d->server->listen(d->options.port));
    if (d->options.hasMqtt) {
        auto broker = Broker::start();
        if (broker) {
            auto publisher = Publisher::connect(*d->readings, *d->sensorThings,
                                                d->server->origin() + "/sensorthings/v1.1", (*broker)->port());
            if (publisher) {
                d->sensorThings->offerMqtt(QStringLiteral("mqtt://127.0.0.1:%1").arg((*broker)->port()));
                d->broker = std::move(*broker);
                d->publisher = std::move(*publisher);
            } else {
                d->mqttMissing = publisher.error().toText();
            }
        } else {
            d->mqttMissing = broker.error().toText();
        }
    }
    d->lastTick = d->now();
    connect(&d->timer, &QTimer::timeout, this, &DemoPlatform::tick);
    d->timer.start(1000);
    return {};
}

PlatformUrls DemoPlatform::urls() const
{
    const QString http = QString::fromLatin1(d->server->origin());
    PlatformUrls urls{http,
                      http,
                      http + QStringLiteral("/sensorthings/v1.1"),
                      http,
                      http + QStringLiteral("/cap/feed.atom"),
                      http + QStringLiteral("/gtfs"),
                      {},
                      {},
                      d->mqttMissing};
    if (d->broker) {
        urls.mqtt = QStringLiteral("mqtt://127.0.0.1:%1").arg(d->broker->port());
        urls.mqttWebSocket = QStringLiteral("ws://127.0.0.1:%1").arg(d->broker->webSocketPort());
    }
    return urls;
}

void DemoPlatform::tick()
{
    const std::int64_t now = d->now();
    const std::int64_t since = std::exchange(d->lastTick, now);
    if (now <= since || d->readings->isSilent(now))
        return;
    if (d->publisher)
        d->publisher->publish(std::max(since, now - 60'000), now); // after a sleep: no flood of what is old
    for (const Notification& notification : d->subscriptions->due(since, now))
        d->notify(notification);
}

void DemoPlatform::Private::notify(const Notification& notification)
{
    const QUrl url(notification.endpoint);
    if (url.scheme() == QLatin1String("mqtt")) {
        if (publisher && broker && url.port() == broker->port())
            publisher->send(url.path().mid(1).toUtf8(), notification.body);
        return;
    }
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(5000);
    QNetworkReply* reply = network.post(request, notification.body);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

Response DemoPlatform::Private::handle(const Request& request)
{
    if (request.path == QLatin1String("/"))
        return index(request); // the way in never fails
    Response response = route(request);
    const std::uint64_t number = requests++;
    spoil(response, answerFault(options.faults, options.seed, number), options.seed, number);
    return response;
}

Response DemoPlatform::Private::route(const Request& request)
{
    const std::int64_t now = this->now();
    if (const auto path = behind(request.path, "/ngsi-ld/v1/subscriptions"))
        return subscriptions->answer(request, *path, now);
    if (const auto path = behind(request.path, "/ngsi-ld/v1"))
        return ngsi->answer(request, *path, now);
    if (const auto path = behind(request.path, "/v2"))
        return ngsiV2->answer(request, *path, now);
    if (const auto path = behind(request.path, "/sensorthings/v1.1"))
        return sensorThings->answer(request, request.origin + "/sensorthings/v1.1", *path, now);
    if (const auto path = behind(request.path, "/api/explore/v2.1/catalog"))
        return opendatasoft->answer(request, *path, now);
    if (const auto path = behind(request.path, "/cap"))
        return warnings->answer(request, request.origin + "/cap", *path, now);
    if (const auto path = behind(request.path, "/gtfs"))
        return gtfs->answer(request, *path, now);
    return Response::text(404, "text/plain", "Nothing is here\n");
}

Response DemoPlatform::Private::index(const Request& request) const
{
    QJsonArray sets;
    for (const DataSet& set : catalogue->dataSets())
        sets.append(QJsonObject{{QStringLiteral("id"), set.id},
                                {QStringLiteral("title"), set.title},
                                {QStringLiteral("type"), set.type},
                                {QStringLiteral("actionField"), set.actionField},
                                {QStringLiteral("realSource"), set.realSource}});
    return Response::json({{QStringLiteral("title"), QStringLiteral("Demo-Plattform")},
                           {QStringLiteral("notice"), demoLabel()},
                           {QStringLiteral("origin"), QString::fromLatin1(request.origin)},
                           {QStringLiteral("seed"), qint64(options.seed)},
                           {QStringLiteral("faults"), QJsonArray::fromStringList(options.faults.toText())},
                           {QStringLiteral("things"), qint64(catalogue->things().size())},
                           {QStringLiteral("datastreams"), qint64(catalogue->streams().size())},
                           {QStringLiteral("dataSets"), sets}});
}

} // namespace twin::demoplatform
