// SPDX-License-Identifier: GPL-3.0-or-later
#include "cap/CapAlert.h"
#include "gtfs/Feeds.h"
#include "mqtt/MappingRule.h"
#include "observe/AdapterFixtures.h"
#include "observe/ZipEntries.h"
#include "opendatasoft/DataSet.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace twin;
using namespace std::chrono_literals;

namespace {

Datastream named(const QString& id)
{
    Datastream stream;
    stream.id = QStringLiteral("q/") + id;
    stream.source = QStringLiteral("q");
    return stream;
}

QByteArray shared(const QString& path)
{
    QFile file(QStringLiteral(TWIN_SHARED_DIR "/data/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Reads one message; @returns "thing property=value unit" of each value.
QStringList readings(const char* topic, const QByteArray& payload, const char* rules = "")
{
    const auto own = mqtt::rulesFromJson(json(rules));
    SourceSnapshot into;
    if (!own || !mqtt::readMessage({QString::fromUtf8(topic), payload, Instant(1h), false}, *own, named, into))
        return {};
    QStringList found;
    for (std::size_t i = 0; i < into.observations.size(); ++i) {
        const Datastream& stream = into.datastreams[i];
        const Observation& value = into.observations[i];
        found.append(QStringLiteral("%1 %2=%3 %4")
                         .arg(stream.thing, stream.property,
                              value.number() ? QString::number(*value.number()) : *value.text(), stream.unit.ucum)
                         .trimmed());
    }
    return found;
}

} // namespace

/// What the adapters read, without a server: messages, alerts, feeds, records.
class ReadersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMessagesWithoutRules()
    {
        QCOMPARE(readings("stadt/klima/12/temperatur", "12.5"),
                 (QStringList{QStringLiteral("stadt/klima/12 temperatur=12.5")}));
        QCOMPARE(readings("lampen/7", json("{'powerState':'on','dimmer':0.5,'time':'2026-03-14T14:32:00Z'}")),
                 (QStringList{QStringLiteral("lampen/7 dimmer=0.5"), QStringLiteral("lampen/7 powerState=on")}));
        QCOMPARE(
            readings("x",
                     json("{'id':'s1','type':'WeatherObserved','temperature':3,'location':{'lat':51.5,'lon':7.4}}")),
            (QStringList{QStringLiteral("s1 temperature=3 Cel")}));
        QCOMPARE(readings("x", json("{'id':'s1','luft':{'feuchte':{'value':40,'unit':'%'}}}")),
                 (QStringList{QStringLiteral("s1 luft.feuchte=40")}));
        QCOMPARE(
            readings("v1.1/Datastreams(5)/Observations", json("{'phenomenonTime':'2026-03-14T14:32:00Z','result':4}"))
                .size(),
            1);
        for (const char* bad : {"", "{", "<html>", "[1,2", "\xff\xfe", "ein langer Satz ohne Wert"})
            QVERIFY2(readings("t", bad).isEmpty(), bad);
    }

    void readsLoRaWan()
    {
        QCOMPARE(readings("v3/app/devices/d1/up",
                          json("{'end_device_ids':{'device_id':'d1'},'uplink_message':{'received_at':'2026-03-14T14:32:"
                               "00Z','decoded_payload':{'level':0.4,'battery':3.3}}}")),
                 (QStringList{QStringLiteral("d1 battery=3.3"), QStringLiteral("d1 level=0.4")}));
        QCOMPARE(readings("application/1/device/x/event/up",
                          json("{'deviceInfo':{'devEui':'e1','deviceName':'Bank "
                               "3'},'time':'2026-03-14T14:32:00Z','object':{'occupied':true}}")),
                 (QStringList{QStringLiteral("e1 occupied=1")}));
    }

    /// Real envelopes of three makers: the device, and its bytes by a declarative rule.
    void readsRealEnvelopes()
    {
        const QByteArray ttn =
            shared(QStringLiteral("sensors/mqtt-lorawan/Decentlab_DL-CWS_ThingsStackCommunity_payload.json"));
        if (ttn.isEmpty())
            QSKIP("needs ../shared");
        // Decentlab's data sheet: big-endian words, surface temperature (raw - 32768) / 100.
        const char* rule = "[{'topic':'v3/#','when':'/uplink_message','thing':'/end_device_ids/device_id','time':'/"
                           "uplink_message/received_at',"
                           "'values':'/uplink_message/decoded_payload','bytes':'/uplink_message/"
                           "frm_payload','portAt':'/uplink_message/f_port','port':1,"
                           "'units':{'temperature':'Cel'},'fields':[{'property':'temperature','at':5,'format':'u16be','"
                           "factor':0.01,'offset':-327.68}]}]";
        const QStringList values = readings("v3/app/devices/x/up", ttn, rule);
        QCOMPARE(values.size(), 1);
        QVERIFY2(values[0].startsWith(QLatin1String("03022 temperature=")) && values[0].endsWith(QLatin1String("Cel")),
                 qPrintable(values[0]));
        QDirIterator files(QStringLiteral(TWIN_SHARED_DIR "/data/sensors/mqtt-lorawan"),
                           {QStringLiteral("*ThingsStack*")}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(readings("v3/a/devices/d/up", file.readAll()).size(),
                     1); // undecoded: the signal strength at least
        }
    }

    void refusesWrongRules()
    {
        for (const char* wrong :
             {"{", "[{'thing':'ohne Schrägstrich'}]", "[{'topic':'a/#/b'}]", "[{'fields':[{'property':'x'}]}]",
              "[{'fields':[{'property':'x','at':0,'format':'float'}]}]"})
            QVERIFY2(!mqtt::rulesFromJson(json(wrong)), wrong);
        QVERIFY(mqtt::rulesFromJson({}));
    }

    void readsWarnings()
    {
        const QByteArray alert =
            fixtureOf(QStringLiteral("cap")).good({"GET", QUrl(QStringLiteral("/a.xml")), {}, {}}).body;
        const Instant now = *instantFromIso(u"2026-03-14T14:00:00Z");
        const auto document = cap::documentFromXml(alert, {});
        QVERIFY(document);
        SourceSnapshot into;
        cap::readAlerts(document->alerts, named, now, into);
        QCOMPARE(into.datastreams.size(), std::size_t(3));
        QCOMPARE(into.datastreams[2].property, QStringLiteral("expires"));
        QCOMPARE(into.datastreams[0].area.front().size(), std::size_t(3));
        QCOMPARE(*into.observations[0].text(), QStringLiteral("Sturm"));
        QCOMPARE(*into.observations[1].text(), QStringLiteral("Severe"));
        QCOMPARE(into.datastreams[0].field, ActionField::SafetyAndTrust);
        // An end takes away what it refers to; nothing outlives its own end; an exercise says so.
        cap::CapAlert end = document->alerts.front();
        end.identifier = QStringLiteral("a2");
        end.type = QStringLiteral("Cancel");
        end.references = {QStringLiteral("a1")};
        SourceSnapshot ended;
        cap::readAlerts({document->alerts.front(), end}, named, now, ended);
        QVERIFY(ended.datastreams.empty());
        SourceSnapshot later;
        cap::readAlerts(document->alerts, named, *instantFromIso(u"2199-12-31"), later);
        QVERIFY(later.datastreams.empty());
        cap::CapAlert exercise = document->alerts.front();
        exercise.status = QStringLiteral("Exercise");
        SourceSnapshot exercised;
        cap::readAlerts({exercise}, named, now, exercised);
        QCOMPARE(*exercised.observations[0].text(), QStringLiteral("Übung: Sturm"));
    }

    void readsWarningsOfTheWeatherService()
    {
        const QByteArray archive =
            shared(QStringLiteral("weather-dwd/Z_CAP_C_EDZW_LATEST_PVW_STATUS_PREMIUMDWD_COMMUNEUNION_MUL.zip"));
        if (archive.isEmpty())
            QSKIP("needs ../shared");
        int read = 0;
        QVERIFY(observe::readZip(
            archive, [](const QString&) { return true; },
            [&](const QString&, QByteArray&& xml) {
                const auto document = cap::documentFromXml(xml, {});
                QVERIFY(document && document->alerts.size() == 1);
                const cap::CapAlert& alert = document->alerts.front();
                QVERIFY(!alert.identifier.isEmpty() && alert.sent && alert.expires && !alert.area.empty());
                QCOMPARE(alert.sender, QStringLiteral("Deutscher Wetterdienst"));
                QVERIFY(alert.headline.startsWith(QLatin1String("Amtliche"))); // the German <info>, not the last one
                ++read;
            }));
        QCOMPARE(read, 3);
    }

    /// S1: whatever the encoding, a DOCTYPE ends it; nothing is expanded, nothing outside is opened.
    void s1_refusesHostileXml_data()
    {
        QTest::addColumn<QByteArray>("xml");
        int number = 0;
        for (const char* doctype : {"<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                                    "<!DOCTYPE a PUBLIC \"x\" \"file:///etc/passwd\">",
                                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                                    "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]>",
                                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;]>"})
            for (const char* encoding : {"UTF-8", "ISO-8859-1", "ISO-8859-2", "UTF-7", "UTF-16"}) {
                const QString text =
                    QStringLiteral(
                        "<?xml version=\"1.0\" encoding=\"%1\"?>%2<alert><identifier>&x;</identifier></alert>")
                        .arg(QLatin1String(encoding), QLatin1String(doctype));
                const QByteArray bytes = qstrcmp(encoding, "UTF-16") == 0
                                             ? QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2)
                                                   .prepend("\xff\xfe", 2)
                                             : text.toLatin1();
                QTest::addRow("%d %s", ++number, encoding) << bytes;
            }
        QTest::newRow("deep") << QByteArray("<alert>").repeated(100000);
        QTest::newRow("deep elements") << "<feed>" + QByteArray("<a>").repeated(100000);
        QTest::newRow("xinclude") << QByteArray(
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>");
        QTest::newRow("other") << QByteArray("<svg/>");
        QTest::newRow("unknown entity") << QByteArray("<alert><identifier>&x;</identifier></alert>");
    }
    void s1_refusesHostileXml()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(!cap::documentFromXml(xml, {}));
    }

    void readsVehicles()
    {
        gtfs::Vehicles vehicles;
        QVERIFY(gtfs::readFeed(vehicleFeed(), vehicles));
        QCOMPARE(vehicles.size(), 1);
        const gtfs::Vehicle& tram = vehicles[QStringLiteral("tram-7")];
        QVERIFY(std::abs(tram.position->latitude - 51.514) < 1e-5);
        QCOMPARE(*tram.speedMetresPerSecond, 8.5);
        QCOMPARE(tram.at->time_since_epoch().count(), qint64(1773500010000));
        gtfs::Timetable timetable;
        timetable.routes.insert(QStringLiteral("U41"), QStringLiteral("U41"));
        timetable.trips.insert(QStringLiteral("trip-1"), {QStringLiteral("U41"), QStringLiteral("Hörde")});
        SourceSnapshot into;
        gtfs::readVehicles(vehicles, timetable, named, Instant(1h), into);
        QCOMPARE(into.datastreams.size(), std::size_t(3));
        QCOMPARE(into.datastreams[0].thingTitle, QStringLiteral("U41 → Hörde"));
        QCOMPARE(into.datastreams[0].staleness.least, Milliseconds(90s));
        const QByteArray whole = vehicleFeed();
        for (qsizetype cut = 1; cut < whole.size(); ++cut) {
            gtfs::Vehicles some;
            (void)gtfs::readFeed(whole.left(cut), some);
        }
        gtfs::Vehicles none;
        QVERIFY(!gtfs::readFeed("<html>", none));
        QVERIFY(!gtfs::readFeed({}, none));
    }

    void readsRealFeeds()
    {
        const QByteArray feed = shared(QStringLiteral("transit/gtfs-rt/vehicle_position.pb"));
        const QByteArray archive = shared(QStringLiteral("transit/gtfs/bullrunner-gtfs.zip"));
        if (feed.isEmpty() || archive.isEmpty())
            QSKIP("needs ../shared");
        gtfs::Vehicles vehicles;
        QVERIFY(gtfs::readFeed(feed, vehicles));
        QVERIFY(!vehicles.isEmpty());
        const auto timetable = gtfs::timetableFromZip(archive);
        QVERIFY(timetable);
        QVERIFY(!timetable->routes.isEmpty() && !timetable->trips.isEmpty());
    }

    void readsRecords()
    {
        const QJsonObject about =
            QJsonDocument::fromJson(
                fixtureOf(QStringLiteral("opendatasoft")).good({"GET", QUrl(QStringLiteral("/x")), {}, {}}).body)
                .object();
        const auto set = opendatasoft::dataSetFromJson(about, {}, {});
        QVERIFY(set);
        QCOMPARE(set->idField, QStringLiteral("id"));
        QCOMPARE(set->timeField, QStringLiteral("zeitstempel"));
        QCOMPARE(set->geoField, QStringLiteral("geo"));
        const QJsonArray records =
            QJsonDocument::fromJson(
                json("[{'id':1,'name':'A','frei':200,'capacity':100,'zeitstempel':'2026-03-14T14:00:00Z'},"
                     "{'id':1,'name':'A','frei':null,'capacity':100,'zeitstempel':'2026-03-14T15:00:00Z'},"
                     "{'id':2,'name':'B','frei':300,'capacity':100,'zeitstempel':null},{'x':1},3]"))
                .array();
        SourceSnapshot into;
        opendatasoft::readRecords(*set, records, named, Instant(1h), into);
        QCOMPARE(into.datastreams.size(), std::size_t(4));
        QCOMPARE(into.datastreams[0].property, QStringLiteral("availableSpotNumber"));
        QCOMPARE(into.datastreams[0].thingType, QStringLiteral("OffStreetParking"));
        QVERIFY(into.observations[0].isMissing());                    // the later record of A: no value is not zero
        QCOMPARE(into.observations[2].quality, Quality::AssumedTime); // B states no time
        QVERIFY(into.issues.size() == 2);
        SourceSnapshot full;
        opendatasoft::readRecords(*set, QJsonArray{records[0]}, named, Instant(1h), full);
        QCOMPARE(full.observations[0].quality, Quality::Doubtful); // more free than there are
        QVERIFY(!opendatasoft::dataSetFromJson(about, QStringLiteral("fort"), {}));
        QVERIFY(!opendatasoft::dataSetFromJson({}, {}, {}));
        QCOMPARE(opendatasoft::odsqlText(QStringLiteral("a\" OR 1=1 --\\")), QStringLiteral("\"a\\\" OR 1=1 --\\\\\""));
    }

    /// S3: an archive is read within limits and never written.
    void s3_archivesStayWithinLimits()
    {
        QVERIFY(!observe::readZip(
            "PK\x03\x04 kaputt", [](const QString&) { return true; }, [](const QString&, QByteArray&&) {}));
        QVERIFY(!observe::readZip(
            {}, [](const QString&) { return true; }, [](const QString&, QByteArray&&) {}));
        const QByteArray archive = shared(QStringLiteral("transit/gtfs/bullrunner-gtfs.zip"));
        if (archive.isEmpty())
            QSKIP("needs ../shared");
        observe::ZipLimits small;
        small.mostBytes = 1000;
        const auto all = [](const QString&) { return true; };
        const auto nothing = [](const QString&, QByteArray&&) {};
        QCOMPARE(observe::readZip(archive, all, nothing, small).error().code, ErrorCode::ResourceExhausted);
        observe::ZipLimits few;
        few.mostEntries = 1;
        QCOMPARE(observe::readZip(archive, all, nothing, few).error().code, ErrorCode::ResourceExhausted);
        QByteArray damaged = archive;
        for (qsizetype i = 30; i < damaged.size(); i += 40)
            damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
        (void)observe::readZip(damaged, all, nothing);
        QVERIFY(observe::readZip(archive, all, nothing));
    }
};

QTEST_GUILESS_MAIN(ReadersTest)
#include "tst_readers.moc"
