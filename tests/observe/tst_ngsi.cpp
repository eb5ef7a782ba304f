// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "ngsi/NgsiEntities.h"
#include "ngsi/NgsiSource.h"
#include "observe/CollectingSink.h"
#include "support/FakeServer.h"

#include <atomic>
#include <thread>

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace twin;
using namespace std::chrono_literals;

using namespace Qt::StringLiterals;

namespace {

/// JSON with single quotes, which need no escapes in C++.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

SourceSettings settingsFor(const QUrl& url, const QVariantMap& options = {}, const QString& scope = {})
{
    SourceSettings settings;
    settings.id = QStringLiteral("n");
    settings.url = url;
    settings.scope = scope;
    settings.options = options;
    settings.options.insert(QStringLiteral("interval"), 1);
    return settings;
}

QByteArray weather(int number, double temperature, bool ld = true)
{
    const QString text =
        ld ? QString::fromUtf8(json(
                 "{'id':'urn:ngsi-ld:WeatherObserved:%1','type':'WeatherObserved',"
                 "'name':{'type':'Property','value':'Klima %1'},"
                 "'temperature':{'type':'Property','value':%2,'unitCode':'CEL','observedAt':'2026-03-14T14:32:00Z'},"
                 "'location':{'type':'GeoProperty','value':{'type':'Point','coordinates':[7.465,51.514]}}}"))
           : QString::fromUtf8(
                 json("{'id':'W%1','type':'WeatherObserved','name':{'type':'Text','value':'Klima %1','metadata':{}},"
                      "'temperature':{'type':'Number','value':%2,'metadata':{'TimeInstant':{'type':'DateTime','value':'"
                      "2026-03-14T14:32:00.00Z'}}},"
                      "'location':{'type':'geo:json','value':{'type':'Point','coordinates':[7.465,51.514]},'metadata':{"
                      "}}}"));
    return text.arg(number).arg(temperature).toUtf8();
}

SourceSnapshot readOne(const QByteArray& text)
{
    SourceSnapshot snapshot;
    ngsi::readEntity(
        QJsonDocument::fromJson(text).object(),
        [](const QString& id) {
            Datastream stream;
            stream.id = QStringLiteral("n/") + id;
            return stream;
        },
        Instant(1h), snapshot);
    return snapshot;
}

/// A broker with `total` entities that pages as the real ones do.
class FakeBroker {
public:
    explicit FakeBroker(bool ld, int total)
        : m_ld(ld), m_total(total), m_server([this](const FakeRequest& request) { return answer(request); })
    {
    }
    [[nodiscard]] FakeServer& server() { return m_server; }
    std::atomic<double> changed = -1; ///< temperature of entity 0 once it changed

private:
    FakeReply answer(const FakeRequest& request)
    {
        const QString path = request.url.path();
        if (path.startsWith(QLatin1String("/ngsi-ld")) != m_ld)
            return {404, "<html>", {{"Content-Type", "text/html"}}};
        if (path.endsWith(QLatin1String("/types")))
            return {200, m_ld ? json("{'id':'urn:x','type':'EntityTypeList','typeList':['WeatherObserved']}")
                              : QByteArray("[]")};
        if (path.contains(QLatin1String("/temporal/")) || path.contains(QLatin1String("/attrs/")))
            return history(request);
        const int offset = request.query(QStringLiteral("offset")).toInt();
        const int limit = std::min(100, request.query(QStringLiteral("limit")).toInt());
        if (!request.query(QStringLiteral("q")).isEmpty())
            return changed < 0 ? FakeReply{200, "[]", count(0)}
                               : FakeReply{200, '[' + weather(0, changed, m_ld) + ']', count(1)};
        QByteArrayList entities;
        for (int i = offset; i < std::min(m_total, offset + limit); ++i)
            entities.append(weather(i, 10 + i, m_ld));
        return {200, '[' + entities.join(',') + ']', count(m_total)};
    }
    [[nodiscard]] std::map<QByteArray, QByteArray> count(int number) const
    {
        return {{m_ld ? "NGSILD-Results-Count" : "Fiware-Total-Count", QByteArray::number(number)}};
    }
    /// One value a second; NGSI-LD returns the newest of a range, QuantumLeap the oldest, both at most 1000.
    [[nodiscard]] FakeReply history(const FakeRequest& request) const
    {
        const auto instant = [&](const char* a, const char* b) {
            return *instantFromIso(request.query(QLatin1String(m_ld ? a : b)));
        };
        const Instant from = instant("timeAt", "fromDate");
        const Instant to = instant("endTimeAt", "toDate");
        std::vector<Instant> times;
        for (Instant t = std::chrono::ceil<std::chrono::seconds>(from); t <= to; t += 1s)
            times.push_back(t);
        if (times.empty())
            return {404, json("{'error':'Not Found'}")};
        if (times.size() > 1000 && m_ld)
            times.erase(times.begin(), times.end() - 1000);
        times.resize(std::min<std::size_t>(times.size(), 1000));
        QJsonArray index;
        QJsonArray values;
        QJsonArray pairs;
        for (const Instant time : times) {
            const double value = static_cast<double>(time.time_since_epoch().count() / 1000 % 1000);
            index.append(isoText(time));
            values.append(value);
            pairs.append(QJsonArray{value, isoText(time)});
        }
        const QJsonObject ld{{"id"_L1, "x"_L1},
                             {"type"_L1, "WeatherObserved"_L1},
                             {"temperature"_L1, QJsonObject{{"type"_L1, "Property"_L1}, {"values"_L1, pairs}}}};
        const QJsonObject v2{{"entityId"_L1, "x"_L1}, {"index"_L1, index}, {"values"_L1, values}};
        return {200, QJsonDocument(m_ld ? ld : v2).toJson()};
    }

    const bool m_ld;
    const int m_total;
    FakeServer m_server;
};

} // namespace

/// The NGSI adapter: every form an entity comes in, paging, tenants, changes, history.
class NgsiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("normalized") << weather(1, 12.5);
        QTest::newRow("v2") << weather(1, 12.5, false);
        QTest::newRow("concise") << (json("{'id':'W1','type':'WeatherObserved','name':'Klima 1',"
                                          "'temperature':{'value':12.5,'unitCode':'CEL','observedAt':'2026-03-14T14:32:"
                                          "00Z'},'location':{'type':'Point','coordinates':[7.465,51.514]}}"));
        QTest::newRow("keyValues") << QByteArray(
            json("{'id':'W1','type':'WeatherObserved','name':'Klima 1','temperature':12.5,"
                 "'dateObserved':'2026-03-14T13:32:00Z/"
                 "2026-03-14T14:32:00Z','location':{'type':'Point','coordinates':[7.465,51.514]}}"));
        QTest::newRow("long names") << QByteArray(
            json("{'id':'W1','type':'https://smartdatamodels.org/dataModel.Weather/WeatherObserved',"
                 "'https://smartdatamodels.org/name':{'type':'Property','value':'Klima 1'},"
                 "'https://smartdatamodels.org/dataModel.Weather/"
                 "temperature':{'type':'Property','value':12.5,'observedAt':'2026-03-14T14:32:00Z'},"
                 "'location':{'type':'GeoProperty','value':{'type':'Point','coordinates':[7.465,51.514]}}}"));
        QTest::newRow("dated value") << QByteArray(
            json("{'id':'W1','type':'WeatherObserved','name':{'type':'LanguageProperty','languageMap':{'en':'C','de':'"
                 "Klima 1'}},"
                 "'dateObserved':{'type':'Property','value':{'@type':'DateTime','@value':'2026-03-14T14:32:00Z'}},"
                 "'temperature':{'type':'Property','value':12.5},'location':{'type':'GeoProperty','value':{'type':'"
                 "Point','coordinates':[7.465,51.514]}}}"));
    }
    void readsEveryForm()
    {
        QFETCH(QByteArray, json);
        const SourceSnapshot snapshot = readOne(json);
        QCOMPARE(snapshot.datastreams.size(), std::size_t(1));
        const Datastream& stream = snapshot.datastreams.front();
        QCOMPARE(stream.property, QStringLiteral("temperature"));
        QCOMPARE(stream.thingTitle, QStringLiteral("Klima 1"));
        QCOMPARE(stream.thingType, QStringLiteral("WeatherObserved"));
        QCOMPARE(stream.unit.ucum, QStringLiteral("Cel"));
        QCOMPARE(*stream.position, (GeoPoint{51.514, 7.465}));
        QCOMPARE(*snapshot.observations.front().number(), 12.5);
        QCOMPARE(isoText(snapshot.observations.front().observedAt), QStringLiteral("2026-03-14T14:32:00Z"));
        QCOMPARE(snapshot.observations.front().quality, Quality::Unstated);
    }

    void saysWhenNoTimeIsStated()
    {
        const SourceSnapshot snapshot = readOne(json("{'id':'x','type':'Sensor','wert':3}"));
        QCOMPARE(snapshot.observations.front().quality, Quality::AssumedTime);
        QCOMPARE(snapshot.observations.front().observedAt, Instant(1h));
    }

    void doubtsTheImplausible()
    {
        const SourceSnapshot snapshot = readOne(json("{'id':'x','type':'WeatherObserved','temperature':{'type':'"
                                                     "Property','value':999,'observedAt':'2026-03-14T14:32:00Z'}}"));
        QCOMPARE(snapshot.observations.front().quality, Quality::Doubtful);
    }

    void followsVehicles()
    {
        const SourceSnapshot snapshot = readOne(json(
            "{'id':'v','type':'Vehicle','speed':{'type':'Property','value':30,'observedAt':'2026-03-14T14:32:00Z'},"
            "'location':{'type':'GeoProperty','value':{'type':'Point','coordinates':[7.465,51.514]},'observedAt':'2026-"
            "03-14T14:32:00Z'}}"));
        QCOMPARE(snapshot.datastreams.size(), std::size_t(2));
        QCOMPARE(snapshot.datastreams[0].kind, ValueKind::Position);
        QCOMPARE(*snapshot.observations[0].text(), QStringLiteral("+51.514000+007.465000/"));
        QCOMPARE(snapshot.datastreams[0].staleness.least, Milliseconds(90s));
    }

    /// Every example of the Smart Data Models that lies in ../shared yields values with unit or kind.
    void readsSmartDataModels()
    {
        QDirIterator files(QStringLiteral(TWIN_SHARED_DIR "/data/sensors/ngsi-ld"), {QStringLiteral("example*.json*")},
                           QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString type = file.fileName().section(QLatin1Char('/'), -2, -2);
            if (file.fileName().contains(QLatin1String("geojson")) || type.endsWith(QLatin1String("Group")) ||
                type == QLatin1String("RoadSegment"))
                continue;
            const SourceSnapshot snapshot = readOne(file.readAll());
            QVERIFY2(!snapshot.observations.empty(), qPrintable(file.fileName()));
            ++read;
        }
        if (read == 0)
            QSKIP("needs ../shared");
    }

    void survivesNonsense()
    {
        for (const char* text :
             {"{}", "{'id':1,'type':2}",
              "{'id':'x','type':'T','a':[[[[]]]],'b':{'value':{'value':{}}},'c':{'type':'Property'}}",
              "{'id':'x','type':'T','location':{'value':{'coordinates':[[[['a']]]]}},'n':{'value':1e999}}"})
            QVERIFY(readOne(json(text)).observations.size() <= 1);
    }

    void pagesAndFindsOutTheVersion_data()
    {
        QTest::addColumn<bool>("ld");
        QTest::newRow("NGSI-LD") << true;
        QTest::newRow("NGSIv2") << false;
    }
    void pagesAndFindsOutTheVersion()
    {
        QFETCH(bool, ld);
        FakeBroker broker(ld, 430);
        net::HttpClient http;
        const auto source =
            ngsi::open(settingsFor(broker.server().url(), {{QStringLiteral("tenant"), QStringLiteral("schwerte")},
                                                           {QStringLiteral("servicePath"), QStringLiteral("/klima")}}),
                       http);
        const Result<SourceSnapshot> snapshot = source->snapshot({}, {});
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toText()));
        QCOMPARE(snapshot->datastreams.size(), std::size_t(430));
        const FakeRequest last = broker.server().requests().back();
        QCOMPARE(last.header("fiware-service"), QByteArray("schwerte"));
        QCOMPARE(last.header("fiware-servicepath"), QByteArray("/klima"));
        QCOMPARE(last.header("ngsild-tenant"), QByteArray("schwerte"));
    }

    void hearsOfChanges()
    {
        FakeBroker broker(true, 3);
        net::HttpClient http;
        const auto source = ngsi::open(settingsFor(broker.server().url()), http);
        CollectingSink sink;
        RunningSubscription subscription(*source, sink);
        QTRY_COMPARE(sink.count(), std::size_t(3));
        (void)subscription.end();
        QVERIFY(sink.hasBeen(SourceState::Live));
        QVERIFY(!sink.hasOrphans());
    }

    /// History in full although brokers cut it silently, some at the front, some at the end.
    void readsHistoryWhole_data() { pagesAndFindsOutTheVersion_data(); }
    void readsHistoryWhole()
    {
        QFETCH(bool, ld);
        FakeBroker broker(ld, 1);
        net::HttpClient http;
        const auto source = ngsi::open(settingsFor(broker.server().url()), http);
        Datastream stream;
        stream.id = QStringLiteral("n/x/temperature");
        stream.thing = QStringLiteral("x");
        stream.property = QStringLiteral("temperature");
        const Instant from = *instantFromIso(u"2026-03-14T00:00:00Z");
        std::vector<Observation> all;
        const Result<void> read = source->history(stream, {from, from + 3h},
                                                  [&](std::vector<Observation>&& page) {
                                                      all.insert(all.end(), page.begin(), page.end());
                                                      return true;
                                                  },
                                                  {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().toText()));
        QCOMPARE(all.size(), std::size_t(3 * 3600 + 1));
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].observedAt, from + std::chrono::seconds(i));
    }

    void namesAnEmptyAnswerAndAWebPage()
    {
        FakeServer page([](const FakeRequest&) {
            return FakeReply{200, "<!DOCTYPE html><title>Anmeldung</title>", {{"Content-Type", "text/html"}}};
        });
        net::HttpClient http;
        const Result<SourceSnapshot> login =
            ngsi::open(settingsFor(page.url(QStringLiteral("/ngsi-ld/v1")), {}, QStringLiteral("X")), http)
                ->snapshot({}, {});
        QVERIFY(!login);
        QVERIFY(login.error().summary.contains(QLatin1String("Webseite")));
        FakeServer empty([](const FakeRequest&) { return FakeReply{200, "[]"}; });
        const Result<SourceSnapshot> nothing =
            ngsi::open(settingsFor(empty.url(QStringLiteral("/v2")), {}, QStringLiteral("X")), http)->snapshot({}, {});
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::NoData);
    }

    void readsNotifications()
    {
        const auto count = [](const QByteArray& text) {
            return ngsi::entitiesOfNotification(QJsonDocument::fromJson(text).object()).size();
        };
        QCOMPARE(count(json("{'subscriptionId':'s','data':[{'id':'a','type':'T'},{'id':'b','type':'T'}]}")),
                 std::size_t(2));
        QCOMPARE(count(json("{'metadata':{},'body':{'type':'Notification','id':'n','data':[{'id':'a','type':'T'}]}}")),
                 std::size_t(1));
        QCOMPARE(count(json("{'id':'a','type':'T','x':1}")), std::size_t(1));
        QCOMPARE(count("{}"), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(NgsiTest)
#include "tst_ngsi.moc"
