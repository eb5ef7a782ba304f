// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "observe/AdapterFixtures.h"
#include "sources/SourceProbe.h"

#include <thread>

#include <QSet>
#include <QTest>

using namespace twin;

/// A person knows an address; the program finds out what is there, and bothers nobody more than it must.
class ProbeTest : public QObject {
    Q_OBJECT

    net::HttpClient m_http;

    Result<sources::ProbeResult> probeOf(const QUrl& url)
    {
        SourceSettings settings;
        settings.url = url;
        return sources::probe(settings, m_http, {}, {});
    }
    static FakeReply notFound() { return {404, "{}"}; }

private Q_SLOTS:
    void recognises_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("adapter");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("scope");
        const auto row = [](const char* name, const char* given, const char* path, const QByteArray& answer,
                            const char* adapter, const char* root, const char* scope) {
            QTest::newRow(name) << QString::fromUtf8(given) << QString::fromUtf8(path) << answer
                                << QString::fromUtf8(adapter) << QString::fromUtf8(root) << QString::fromUtf8(scope);
        };
        const QByteArray sta = json("{'value':[{'name':'Things','url':'x'},{'name':'Datastreams','url':'y'}]}");
        row("STA with version", "/v1.1", "/v1.1", sta, "sensorthings", "/v1.1", "");
        row("STA without version", "", "/v1.1", sta, "sensorthings", "/v1.1", "");
        row("FROST", "", "/FROST-Server/v1.1", sta, "sensorthings", "/FROST-Server/v1.1", "");
        const QByteArray ld = json("{'type':'EntityTypeList','typeList':['WeatherObserved','https://x/Vehicle']}");
        row("NGSI-LD", "", "/ngsi-ld/v1/types", ld, "ngsi", "", "Vehicle");
        row("NGSI-LD with version", "/ngsi-ld/v1", "/ngsi-ld/v1/types", ld, "ngsi", "/ngsi-ld/v1", "Vehicle");
        row("NGSI-LD details", "/broker/", "/broker/ngsi-ld/v1/types",
            json("[{'type':'EntityType','typeName':'Streetlight'}]"), "ngsi", "/broker/", "Streetlight");
        row("NGSIv2", "", "/v2/types", json("[{'type':'Room','attrs':{},'count':3}]"), "ngsi", "", "Room");
        row("Opendatasoft", "", "/api/explore/v2.1/catalog/datasets", json("{'results':[{'dataset_id':'parkhauser'}]}"),
            "opendatasoft", "", "parkhauser");
        row("CAP", "/warnung.xml", "/warnung.xml",
            "<?xml version='1.0'?><alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'></alert>", "cap", "/warnung.xml",
            "");
        row("NINA", "/api31/mowas/mapData.json", "/api31/mowas/mapData.json",
            json("[{'id':'mow.1','version':2,'severity':'Minor'}]"), "cap", "/api31/mowas/mapData.json", "");
        row("GTFS-RT", "", "/vehicle-positions.pb", vehicleFeed(), "gtfs", "", "");
    }
    void recognises()
    {
        QFETCH(QString, given);
        QFETCH(QString, path);
        QFETCH(QByteArray, answer);
        QFETCH(QString, adapter);
        QFETCH(QString, root);
        QFETCH(QString, scope);
        FakeServer server([&](const FakeRequest& request) {
            return request.url.path() == path ? FakeReply{200, answer} : notFound();
        });
        const auto found = probeOf(server.url(given));
        QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
        QCOMPARE(found->adapter->describe().id, adapter);
        QCOMPARE(found->url, server.url(root));
        QCOMPARE(found->scopes.value(found->scopes.size() - 1), scope);
    }

    /// R14: one at a time, nothing twice, no credentials, no second question to somebody who wants to be left alone.
    void r14_isPolite()
    {
        FakeServer server([](const FakeRequest&) { return notFound(); });
        const auto found = probeOf(server.url());
        QCOMPARE(found.error().code, ErrorCode::UnsupportedFormat);
        QVERIFY(!found.error().remedy.isEmpty());
        QCOMPARE(server.mostAtOnce(), 1);
        QSet<QByteArray> asked;
        for (const FakeRequest& request : server.requests()) {
            QVERIFY(!asked.contains(request.url.toEncoded()));
            asked.insert(request.url.toEncoded());
            QCOMPARE(request.method, QByteArray("GET"));
            QVERIFY(request.header("authorization").isEmpty());
        }
        QVERIFY(asked.size() <= 12);
        FakeServer busy([](const FakeRequest&) { return FakeReply{429, "", {{"Retry-After", "3600"}}}; });
        QCOMPARE(probeOf(busy.url()).error().code, ErrorCode::RateLimited);
        QCOMPARE(busy.requests().size(), std::size_t(1));
    }

    void saysWhatIsWrong()
    {
        FakeServer guarded([](const FakeRequest&) {
            return FakeReply{401, "<html>", {{"Content-Type", "text/html"}}};
        });
        QCOMPARE(probeOf(guarded.url()).error().code, ErrorCode::AccessDenied);
        QCOMPARE(probeOf(QUrl(QStringLiteral("http://127.0.0.1:1/"))).error().code, ErrorCode::NetworkUnavailable);
        QVERIFY(!probeOf(QUrl(QStringLiteral("file:///etc/passwd"))));
        FakeServer garbage([](const FakeRequest&) { return FakeReply{200, QByteArray(5000, '\n')}; });
        QCOMPARE(probeOf(garbage.url()).error().code, ErrorCode::UnsupportedFormat);
    }

    void knowsBrokersByTheirScheme()
    {
        const auto found = probeOf(QUrl(QStringLiteral("mqtts://broker.example")));
        QVERIFY(found);
        QCOMPARE(found->adapter->describe().id, QStringLiteral("mqtt"));
    }

    void canBeCancelled()
    {
        FakeServer server([](const FakeRequest&) {
            FakeReply reply;
            reply.silent = true;
            return reply;
        });
        const CancellationToken cancel;
        std::thread canceller([&] {
            while (server.requests().empty())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            cancel.cancel();
        });
        SourceSettings settings;
        settings.url = server.url();
        const auto found = sources::probe(settings, m_http, cancel, {});
        canceller.join();
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    void readsWhatPeopleType()
    {
        const auto url = [](const char* text) { return sources::urlFromPerson(QString::fromUtf8(text)).toString(); };
        QCOMPARE(url(" broker.dortmund.example/ngsi "), QStringLiteral("https://broker.dortmund.example/ngsi"));
        QCOMPARE(url("localhost:1026"), QStringLiteral("http://localhost:1026"));
        QCOMPARE(url("https://anna:geheim@x.example/a#b"), QStringLiteral("https://x.example/a"));
        QCOMPARE(url("mqtts://x.example"), QStringLiteral("mqtts://x.example"));
        for (const char* nothing : {"", "  ", "zwei worte", "https://"})
            QVERIFY2(url(nothing).isEmpty(), nothing);
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "tst_probe.moc"
