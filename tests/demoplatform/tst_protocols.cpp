// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/Client.h"
#include "demoplatform/DemoPlatform.h"

#include <set>

#include <QDateTime>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QXmlStreamReader>

using namespace twin;
using namespace twin::demoplatform;

/// What the platform answers is what the standards say, limits included. The instant is held.
class ProtocolsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DemoPlatform> m_platform;
    QString m_http;
    Client m_client;
    qint64 m_now = QDateTime(QDate(2026, 3, 14), QTime(14, 32), Qt::UTC).toMSecsSinceEpoch();

    Answer get(const QString& path, const QList<QNetworkReply::RawHeaderPair>& headers = {})
    {
        return m_client.get(m_http + path, headers);
    }

private Q_SLOTS:
    void initTestCase()
    {
        PlatformOptions options;
        options.hasMqtt = false;
        options.clock = [this] { return m_now; };
        auto platform = DemoPlatform::start(options);
        QVERIFY2(platform.has_value(), platform ? "" : qPrintable(platform.error().toText()));
        m_platform = std::move(*platform);
        m_http = m_platform->urls().http;
    }

    void indexSaysWhatItIs()
    {
        const QJsonObject index = get(QStringLiteral("/")).object();
        QCOMPARE(index[QLatin1String("notice")].toString(), QStringLiteral("Demo-Daten (erzeugt)"));
        QVERIFY(index[QLatin1String("dataSets")].toArray().size() > 15);
        QCOMPARE(get(QStringLiteral("/nothing")).status, 404);
    }

    void ngsiEntitiesArePaged()
    {
        const Answer first = get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=40&count=true"));
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("NGSILD-Results-Count"), QByteArray("99")); // 91 climate stations, 8 of the trial
        std::set<QString> ids;
        for (int offset = 0; offset < 120; offset += 40)
            for (const QJsonValue& entity :
                 get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=40&offset=%1").arg(offset))
                     .array())
                ids.insert(entity[QLatin1String("id")].toString());
        QCOMPARE(ids.size(), std::size_t(99));
        QCOMPARE(get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=0&count=true")).array().size(), 0);
        QCOMPARE(get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=1001")).status, 400);
        QCOMPARE(get(QStringLiteral("/ngsi-ld/v1/entities")).status, 400);
    }

    void ngsiEntityIsNormalizedWithUnitAndTime()
    {
        const QJsonObject entity =
            get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=1")).array()[0].toObject();
        const QJsonObject temperature = entity[QLatin1String("temperature")].toObject();
        QCOMPARE(temperature[QLatin1String("type")].toString(), QStringLiteral("Property"));
        QCOMPARE(temperature[QLatin1String("unitCode")].toString(), QStringLiteral("CEL"));
        QVERIFY(temperature[QLatin1String("value")].isDouble());
        const auto observed =
            QDateTime::fromString(temperature[QLatin1String("observedAt")].toString(), Qt::ISODateWithMs);
        QVERIFY(observed.isValid() && observed.toMSecsSinceEpoch() <= m_now &&
                observed.toMSecsSinceEpoch() > m_now - 300'000);
        const QJsonObject location = entity[QLatin1String("location")].toObject();
        QCOMPARE(location[QLatin1String("type")].toString(), QStringLiteral("GeoProperty"));
        QCOMPARE(location[QLatin1String("value")].toObject()[QLatin1String("type")].toString(),
                 QStringLiteral("Point"));
        const QString path = QStringLiteral("/ngsi-ld/v1/entities/") + entity[QLatin1String("id")].toString();
        const QJsonObject simple = get(path + QStringLiteral("?options=keyValues&attrs=temperature")).object();
        QVERIFY(simple[QLatin1String("temperature")].isDouble());
        QVERIFY(!simple.contains(QLatin1String("windSpeed")));
        QVERIFY(!get(path + QStringLiteral("?options=concise"))
                     .object()[QLatin1String("temperature")]
                     .toObject()
                     .contains(QLatin1String("type")));
    }

    void ngsiFiltersByTenantAreaAndValue()
    {
        const auto count = [this](const QString& query, const QByteArray& tenant = {}) {
            QList<QNetworkReply::RawHeaderPair> headers;
            if (!tenant.isEmpty())
                headers.append({"NGSILD-Tenant", tenant});
            return get(QStringLiteral("/ngsi-ld/v1/entities?limit=0&count=true&") + query, headers)
                .header("NGSILD-Results-Count")
                .toInt();
        };
        const int dortmund = count(QStringLiteral("type=WeatherObserved"), "dortmund");
        const int schwerte = count(QStringLiteral("type=WeatherObserved"), "schwerte");
        QCOMPARE(dortmund + schwerte, 99);
        QVERIFY(schwerte >= 15 && schwerte <= 16);
        QCOMPARE(get(QStringLiteral("/ngsi-ld/v1/entities?type=X"), {{"NGSILD-Tenant", "hagen"}}).status, 404);
        const QString box = QStringLiteral(
            "&georel=within&geometry=Polygon&coordinates=[[[7.2,51.3],[7.8,51.3],[7.8,51.7],[7.2,51.7],[7.2,51.3]]]");
        QCOMPARE(count(QStringLiteral("type=WeatherObserved") + box), 99);
        const int near = count(QStringLiteral(
            "type=WeatherObserved&georel=near;maxDistance==5000&geometry=Point&coordinates=[7.4653,51.5136]"));
        QVERIFY(near > 3 && near < 60);
        const int warm = count(QStringLiteral("type=WeatherObserved&q=temperature>0"));
        const int cold = count(QStringLiteral("type=WeatherObserved&q=temperature<=0"));
        QCOMPARE(warm + cold, 99);
        QCOMPARE(get(QStringLiteral("/ngsi-ld/v1/entities?type=X&q=temperature>>")).status, 400);
        QCOMPARE(count(QStringLiteral("type=https://smartdatamodels.org/dataModel.Weather/WeatherObserved")), 99);
    }

    void ngsiHistoryIsCutAsTheStandardSays()
    {
        const QString id =
            get(QStringLiteral("/ngsi-ld/v1/entities?type=Vehicle&limit=1")).array()[0][QLatin1String("id")].toString();
        const QString base =
            QStringLiteral("/ngsi-ld/v1/temporal/entities/%1?attrs=speed&options=temporalValues&timerel=between")
                .arg(id);
        const Answer day = get(base + QStringLiteral("&timeAt=2026-03-13T00:00:00Z&endTimeAt=2026-03-14T00:00:00Z"));
        QCOMPARE(day.status, 200);
        QCOMPARE(day.object()[QLatin1String("speed")][QLatin1String("values")].toArray().size(), 8640);
        const Answer week = get(base + QStringLiteral("&timeAt=2026-03-07T00:00:00Z&endTimeAt=2026-03-14T00:00:00Z"));
        QCOMPARE(week.status, 206);
        QVERIFY(week.header("Content-Range").startsWith("date-time 2026-03-07"));
        QCOMPARE(week.object()[QLatin1String("speed")][QLatin1String("values")].toArray().size(), 10'000);
        QCOMPARE(get(base + QStringLiteral("&timeAt=yesterday")).status, 400);
        const QJsonArray last =
            get(base + QStringLiteral("&timeAt=2026-03-13T00:00:00Z&endTimeAt=2026-03-14T00:00:00Z&lastN=3"))
                .object()[QLatin1String("speed")][QLatin1String("values")]
                .toArray();
        QCOMPARE(last.size(), 3);
        QCOMPARE(last[2][1].toString().left(13), QStringLiteral("2026-03-13T23"));
    }

    void ngsiSaysWhatChanged()
    {
        const QString since = QStringLiteral("&limit=0&count=true&q=modifiedAt>=");
        const auto count = [&](const QString& time) {
            return get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved") + since + time)
                .header("NGSILD-Results-Count")
                .toInt();
        };
        QCOMPARE(count(QStringLiteral("2026-03-14T14:27:00Z")), 99);
        const int some = count(QStringLiteral("2026-03-14T14:30:00Z"));
        QVERIFY2(some > 10 && some < 90, qPrintable(QString::number(some)));
        QCOMPARE(count(QStringLiteral("2026-03-14T14:32:01Z")), 0);
        const QJsonObject entity =
            get(QStringLiteral("/ngsi-ld/v1/entities?type=WeatherObserved&limit=1&options=sysAttrs"))
                .array()[0]
                .toObject();
        QVERIFY(entity[QLatin1String("modifiedAt")].isString());
    }

    void ngsiV2KeepsItsHabits()
    {
        QCOMPARE(get(QStringLiteral("/v2/entities?type=WeatherObserved")).array().size(), 20);
        const Answer all =
            get(QStringLiteral("/v2/entities?type=WeatherObserved&limit=1000&options=count&attrs=dateModified,*"));
        QCOMPARE(all.header("Fiware-Total-Count"), QByteArray("99"));
        const QJsonObject entity = all.array()[0].toObject();
        const QJsonObject temperature = entity[QLatin1String("temperature")].toObject();
        QCOMPARE(temperature[QLatin1String("metadata")][QLatin1String("unitCode")][QLatin1String("value")].toString(),
                 QStringLiteral("CEL"));
        QVERIFY(entity.contains(QLatin1String("dateModified")));
        const QString id = entity[QLatin1String("id")].toString();
        const QJsonObject ld = get(QStringLiteral("/ngsi-ld/v1/entities/") + id).object();
        QCOMPARE(temperature[QLatin1String("value")].toDouble(),
                 ld[QLatin1String("temperature")][QLatin1String("value")].toDouble());
        const QJsonObject history =
            get(QStringLiteral(
                    "/v2/entities/%1/attrs/temperature?fromDate=2026-03-13T00:00:00Z&toDate=2026-03-13T23:59:59Z")
                    .arg(id))
                .object();
        QCOMPARE(history[QLatin1String("index")].toArray().size(), 288);
        QCOMPARE(history[QLatin1String("values")].toArray().size(), 288);
        QCOMPARE(get(QStringLiteral("/v2/entities/%1/attrs/temperature?fromDate=2027-01-01T00:00:00Z").arg(id)).status,
                 404); // "no data"
        const QByteArray schwerte =
            get(QStringLiteral("/v2/entities?type=WeatherObserved&options=count"), {{"Fiware-Service", "schwerte"}})
                .header("Fiware-Total-Count");
        QVERIFY(schwerte.toInt() >= 15 && schwerte.toInt() <= 16);
    }

    void ngsiTellsSubscribers()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QByteArray body = "{\"type\":\"Subscription\",\"entities\":[{\"type\":\"Vehicle\"}],\"notification\":{"
                                "\"attributes\":[\"speed\",\"location\"],\"endpoint\":{\"uri\":\"http://127.0.0.1:" +
                                QByteArray::number(listener.serverPort()) + "/notify\"}}}";
        const QString path = m_http + QStringLiteral("/ngsi-ld/v1/subscriptions");
        const Answer made = m_client.post(path, body);
        QCOMPARE(made.status, 201);
        QCOMPARE(m_client.post(path, QByteArray(body).replace("127.0.0.1", "example.org")).status,
                 400); // no tool against others
        QCOMPARE(m_client.post(path, "{").status, 400);
        m_now += 11'000;
        QVERIFY(QTest::qWaitFor([&] { return listener.hasPendingConnections(); }, 5000));
        QTcpSocket* socket = listener.nextPendingConnection();
        QByteArray request;
        QJsonObject notification;
        QVERIFY(QTest::qWaitFor(
            [&] {
                request += socket->readAll();
                notification = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
                return !notification.isEmpty();
            },
            5000));
        QCOMPARE(notification[QLatin1String("type")].toString(), QStringLiteral("Notification"));
        QVERIFY(notification[QLatin1String("data")].toArray().size() > 20);
        QVERIFY(!notification[QLatin1String("data")][0].toObject().contains(QLatin1String("delay")));
        QCOMPARE(m_client.get(path).array().size(), 1);
        QCOMPARE(m_client.remove(m_http + QString::fromLatin1(made.header("Location"))).status, 204);
        QCOMPARE(m_client.get(path).array().size(), 0);
    }

    void sensorThingsLeadsFromThingsToValues()
    {
        const QString root = QStringLiteral("/sensorthings/v1.1");
        const QJsonArray sets = get(root).object()[QLatin1String("value")].toArray();
        QCOMPARE(sets.size(), 8);
        const QJsonObject page =
            get(root + QStringLiteral("/Things?$top=5&$count=true&$expand=Locations,Datastreams($select=id,name,"
                                      "unitOfMeasurement;$expand=ObservedProperty)"))
                .object();
        QVERIFY(page[QLatin1String("@iot.count")].toInt() > 1000);
        QCOMPARE(page[QLatin1String("value")].toArray().size(), 5);
        QVERIFY(page[QLatin1String("@iot.nextLink")].toString().startsWith(m_http + root));
        const QJsonObject thing = page[QLatin1String("value")][0].toObject();
        QCOMPARE(thing[QLatin1String("Locations")].toArray().size(), 1);
        const QJsonObject stream = thing[QLatin1String("Datastreams")][0].toObject();
        QCOMPARE(stream[QLatin1String("ObservedProperty")][QLatin1String("name")].toString(),
                 QStringLiteral("temperature"));
        QCOMPARE(stream[QLatin1String("unitOfMeasurement")][QLatin1String("definition")].toString(),
                 QStringLiteral("ucum:Cel"));
        QVERIFY(!stream.contains(QLatin1String("description")));
        QCOMPARE(get(root + QStringLiteral("/Datastreams(1)/Thing")).object()[QLatin1String("@iot.id")].toInt(), 1);
        QCOMPARE(get(root + QStringLiteral("/Things(1)/Datastreams/$count")).body, QByteArray("8"));
        QCOMPARE(get(root + QStringLiteral("/Things(1)/name")).object().keys(), QStringList{QStringLiteral("name")});
        for (const char* wrong : {"/Things(999999)", "/Rubbish", "/Things(1)/Sensors", "/Things(1)/Datastreams(9)",
                                  "/Things('a')", "/Things(1)/Datastreams(1)/Thing/Locations/x/y/z/a/b"})
            QCOMPARE(get(root + QLatin1String(wrong)).status, 404);
        QCOMPARE(get(root + QStringLiteral("/Things?$top=many")).status, 400);
        QCOMPARE(get(root + QStringLiteral("/Things?$filter=name eq")).status, 400);
        const QJsonObject found =
            get(root + QStringLiteral("/Datastreams?$count=true&$top=0&$filter=ObservedProperty/name eq 'no2'"))
                .object();
        QCOMPARE(found[QLatin1String("@iot.count")].toInt(), 12);
        const QJsonObject inBox =
            get(root + QStringLiteral("/Locations?$count=true&$top=0&$filter=st_within(location, "
                                      "geography'POLYGON((7.44 51.50,7.49 51.50,7.49 51.53,7.44 51.53,7.44 51.50))')"))
                .object();
        QVERIFY(inBox[QLatin1String("@iot.count")].toInt() > 30 && inBox[QLatin1String("@iot.count")].toInt() < 700);
    }

    void sensorThingsWalksThroughHistory()
    {
        const QString filter = QStringLiteral(
            "&$filter=phenomenonTime ge 2026-03-13T00:00:00Z and phenomenonTime lt 2026-03-14T00:00:00Z");
        QString url = m_http +
                      QStringLiteral("/sensorthings/v1.1/Datastreams(1)/"
                                     "Observations?$resultFormat=dataArray&$count=true&$top=100&$orderby="
                                     "phenomenonTime asc&$select=phenomenonTime,result") +
                      filter;
        QStringList times;
        int pages = 0;
        for (; !url.isEmpty() && pages < 10; ++pages) {
            const QJsonObject page = m_client.get(url).object();
            QCOMPARE(page[QLatin1String("@iot.count")].toInt(), 288);
            const QJsonObject block = page[QLatin1String("value")][0].toObject();
            QCOMPARE(block[QLatin1String("components")].toArray(),
                     (QJsonArray{QStringLiteral("phenomenonTime"), QStringLiteral("result")}));
            for (const QJsonValue& row : block[QLatin1String("dataArray")].toArray())
                times.append(row[0].toString());
            url = page[QLatin1String("@iot.nextLink")].toString();
        }
        QCOMPARE(pages, 3);
        QCOMPARE(times.size(), 288);
        QVERIFY(std::is_sorted(times.begin(), times.end()));
        QCOMPARE(std::set<QString>(times.begin(), times.end()).size(), std::size_t(288));
        const QJsonObject latest =
            get(QStringLiteral("/sensorthings/v1.1/Things(1)/"
                               "Datastreams?$expand=Observations($top=1;$orderby=phenomenonTime desc)"))
                .object();
        const QJsonObject value = latest[QLatin1String("value")][0][QLatin1String("Observations")][0].toObject();
        QVERIFY(value[QLatin1String("result")].isDouble());
        const QJsonObject one =
            get(QStringLiteral("/sensorthings/v1.1/Observations(%1)").arg(value[QLatin1String("@iot.id")].toInteger()))
                .object();
        QCOMPARE(one[QLatin1String("result")].toDouble(), value[QLatin1String("result")].toDouble());
    }

    void sensorThingsPagesStandStillWhileValuesCome()
    {
        QString url =
            m_http + QStringLiteral("/sensorthings/v1.1/Datastreams(1)/Observations?$top=50&$orderby=phenomenonTime "
                                    "desc&$filter=phenomenonTime ge 2026-03-14T00:00:00Z");
        std::set<qint64> ids;
        int rows = 0;
        while (!url.isEmpty()) {
            const QJsonObject page = m_client.get(url).object();
            for (const QJsonValue& row : page[QLatin1String("value")].toArray()) {
                ids.insert(row[QLatin1String("@iot.id")].toInteger());
                ++rows;
            }
            url = page[QLatin1String("@iot.nextLink")].toString();
            m_now += 600'000; // two more values between any two pages
        }
        QCOMPARE(std::size_t(rows), ids.size());
        QVERIFY(rows >= 174);
    }

    void opendatasoftKeepsItsLimits()
    {
        const QString base = QStringLiteral("/api/explore/v2.1/catalog/datasets");
        const QJsonObject catalogue = get(base + QStringLiteral("?limit=100")).object();
        QVERIFY(catalogue[QLatin1String("total_count")].toInt() > 15);
        const Answer cars = get(base + QStringLiteral("/parkhauser/records?limit=100&order_by=frei desc"));
        QVERIFY(!cars.header("X-RateLimit-Remaining").isEmpty());
        const QJsonArray results = cars.object()[QLatin1String("results")].toArray();
        QCOMPARE(results.size(), 19);
        for (int i = 1; i < results.size(); ++i)
            QVERIFY(results[i - 1][QLatin1String("frei")].toDouble() >= results[i][QLatin1String("frei")].toDouble());
        QVERIFY(results[0].toObject().contains(QLatin1String("zeitstempel")));
        QCOMPARE(get(base + QStringLiteral("/parkhauser/records?limit=101")).status, 400);
        QCOMPARE(get(base + QStringLiteral("/parkhauser/records?limit=100&offset=9950")).status, 400);
        QCOMPARE(get(base + QStringLiteral("/nothing/records")).status, 404);
        const QJsonObject few =
            get(base + QStringLiteral("/parkhauser/records?where=capacity > 500&select=name,capacity")).object();
        QVERIFY(few[QLatin1String("total_count")].toInt() > 2 && few[QLatin1String("total_count")].toInt() < 10);
        QCOMPARE(few[QLatin1String("results")][0].toObject().keys(),
                 (QStringList{QStringLiteral("capacity"), QStringLiteral("name")}));
        const QJsonObject lamps = get(base + QStringLiteral("/strassenleuchten/exports/geojson")).object();
        QCOMPARE(lamps[QLatin1String("features")].toArray().size(), 400);
        QCOMPARE(get(base + QStringLiteral("/strassenleuchten/exports/csv")).body.count("\r\n"), 401);
    }

    void warningsAreExercises()
    {
        const Answer feed = get(QStringLiteral("/cap/feed.atom"));
        QCOMPARE(feed.status, 200);
        QXmlStreamReader xml(feed.body);
        QStringList links;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("link"))
                links.append(xml.attributes().value(QLatin1String("href")).toString());
        QVERIFY(!xml.hasError());
        QVERIFY(!links.isEmpty());
        for (const QString& link : links) {
            const Answer alert = m_client.get(link);
            QCOMPARE(alert.status, 200);
            QVERIFY(alert.body.contains("<status>Exercise</status>"));
            QVERIFY(alert.body.contains("<polygon>"));
        }
        QCOMPARE(get(QStringLiteral("/cap/alerts/../../etc/passwd")).status, 404);
    }

    void gtfsIsServedWithTags()
    {
        const Answer feed = get(QStringLiteral("/gtfs/vehicle-positions.pb"));
        QVERIFY(feed.body.size() > 2000);
        QCOMPARE(get(QStringLiteral("/gtfs/vehicle-positions.pb"), {{"If-None-Match", feed.header("ETag")}}).status,
                 304);
        const QByteArray zip = get(QStringLiteral("/gtfs/static.zip")).body;
        QVERIFY(zip.startsWith("PK\x03\x04"));
        QVERIFY(zip.contains("stop_times.txt"));
    }
};

QTEST_GUILESS_MAIN(ProtocolsTest)
#include "tst_protocols.moc"
