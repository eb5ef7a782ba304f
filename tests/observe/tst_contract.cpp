// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "observe/AdapterFixtures.h"
#include "observe/CollectingSink.h"
#include "sources/ObservationSources.h"

#include <atomic>
#include <cmath>
#include <set>

#include <QRandomGenerator>
#include <QTest>

using namespace twin;
using namespace std::chrono_literals;

/// What every adapter of the list must do, whatever its server does. A new adapter needs a fixture, nothing here.
class ContractTest : public QObject {
    Q_OBJECT

    net::HttpClient m_http;

    std::unique_ptr<ObservationSource> sourceAt(const QString& id, const FakeServer& server)
    {
        const AdapterFixture fixture = fixtureOf(id);
        SourceSettings settings;
        settings.id = QStringLiteral("q");
        settings.url = server.url(fixture.path);
        settings.scope = fixture.scope;
        settings.licence = QStringLiteral("dl-de/zero-2-0");
        settings.options.insert(QStringLiteral("interval"), 1);
        auto source = sources::openSource(*sources::adapterOf(id), settings, m_http);
        return source ? *std::move(source) : nullptr;
    }

    static void checkValues(const SourceSnapshot& snapshot)
    {
        std::set<QString> ids;
        for (const Datastream& stream : snapshot.datastreams) {
            QVERIFY(stream.id.startsWith(QLatin1String("q/")));
            QCOMPARE(stream.source, QStringLiteral("q"));
            QVERIFY(!stream.thing.isEmpty() && !stream.thingTitle.isEmpty() && !stream.title.isEmpty());
            QVERIFY(!stream.licence.isEmpty());
            QVERIFY(ids.insert(stream.id).second);
        }
        for (const Observation& observation : snapshot.observations) {
            QVERIFY(ids.contains(observation.datastream));
            QVERIFY(!observation.number() || std::isfinite(*observation.number()));
            QVERIFY(observation.observedAt > Instant{} && observation.receivedAt > Instant{});
        }
    }

    void eachHttpAdapter() const
    {
        QTest::addColumn<QString>("id");
        for (const sources::ObservationAdapter& adapter : sources::observationAdapters())
            if (fixtureOf(adapter.describe().id).good)
                QTest::newRow(qPrintable(adapter.describe().id)) << adapter.describe().id;
    }

private Q_SLOTS:
    void describesItself()
    {
        QVERIFY(sources::observationAdapters().size() >= 6);
        std::set<QString> ids;
        for (const sources::ObservationAdapter& adapter : sources::observationAdapters()) {
            const SourceDescription& description = adapter.describe();
            QVERIFY(ids.insert(description.id).second);
            QVERIFY(!description.title.isEmpty() && !description.standards.isEmpty());
            std::set<QString> keys;
            for (const SourceOption& option : description.options) {
                QVERIFY2(keys.insert(QLatin1String(option.key)).second, option.key);
                QVERIFY2(*option.title != '\0', option.key);
                QCOMPARE(option.type == SourceOption::Type::Choice, !option.choices.isEmpty());
            }
            QVERIFY2(keys.contains(QStringLiteral("interval")), qPrintable(description.id));
            QVERIFY(sources::adapterOf(description.id) == &adapter ||
                    sources::adapterOf(description.id)->describe == adapter.describe);
        }
    }

    void readsAddresses()
    {
        const auto address =
            sources::addressFromText(QStringLiteral("opendatasoft:https://open-data.dortmund.de#parkhauser"));
        QVERIFY(address);
        QCOMPARE(address->scope, QStringLiteral("parkhauser"));
        QCOMPARE(address->url.host(), QStringLiteral("open-data.dortmund.de"));
        const auto broker = sources::addressFromText(QStringLiteral("mqtts://broker.example:8883#stadt/+/klima/#"));
        QVERIFY(broker);
        QCOMPARE(broker->scope, QStringLiteral("stadt/+/klima/#"));
        QCOMPARE(broker->url.scheme(), QStringLiteral("mqtts"));
        QCOMPARE(sources::addressFromText(QStringLiteral("mqtt:mqtt://localhost#a"))->url.scheme(),
                 QStringLiteral("mqtt"));
        for (const char* wrong : {"", "ngsi", "ngsi:", "ngsi:kein", "foo:https://x.example", "https://x.example"})
            QCOMPARE(sources::addressFromText(QString::fromUtf8(wrong)).error().code, ErrorCode::InvalidParameter);
    }

    void good_data() { eachHttpAdapter(); }
    void good()
    {
        QFETCH(QString, id);
        const AdapterFixture fixture = fixtureOf(id);
        FakeServer server(fixture.good);
        const auto source = sourceAt(id, server);
        const Result<SourceSnapshot> snapshot = source->snapshot({}, {});
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toText()));
        QCOMPARE(snapshot->datastreams.size(), fixture.datastreams);
        QVERIFY(snapshot->issues.empty());
        checkValues(*snapshot);
        QVERIFY(source->health().requests > 0);
    }

    void subscribes_data() { eachHttpAdapter(); }
    void subscribes()
    {
        QFETCH(QString, id);
        FakeServer server(fixtureOf(id).good);
        const auto source = sourceAt(id, server);
        CollectingSink sink;
        RunningSubscription subscription(*source, sink);
        QTRY_COMPARE(sink.count(), fixtureOf(id).datastreams);
        QTRY_VERIFY(server.requests().size() > 3);         // polls go on
        QCOMPARE(sink.count(), fixtureOf(id).datastreams); // and the same values come once
        QCOMPARE(subscription.end().error().code, ErrorCode::Cancelled);
        QVERIFY(!sink.hasOrphans());
        QVERIFY(sink.hasBeen(SourceState::Live));
        QCOMPARE(source->health().state, SourceState::Closed);
    }

    void refusesBadAnswers_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("kind");
        for (const sources::ObservationAdapter& adapter : sources::observationAdapters())
            if (fixtureOf(adapter.describe().id).good)
                for (int kind = 0; kind < 6; ++kind)
                    QTest::addRow("%s %d", qPrintable(adapter.describe().id), kind) << adapter.describe().id << kind;
    }
    /// Truncated, garbage, hostile, empty, a login page, an error: an Error with a sentence, or nothing; never a value.
    void refusesBadAnswers()
    {
        QFETCH(QString, id);
        QFETCH(int, kind);
        const AdapterFixture fixture = fixtureOf(id);
        FakeServer server([&, random = QRandomGenerator(1)](const FakeRequest& request) mutable {
            FakeReply reply = fixture.good(request);
            QByteArray garbage(5000, '\0');
            for (char& byte : garbage)
                byte = static_cast<char>(random.bounded(256));
            switch (kind) {
            case 0:
                reply.body.truncate(reply.body.size() / 2); // complete by its length, cut in its meaning
                break;
            case 1:
                reply.body = garbage;
                break;
            case 2:
                reply.body = fixture.hostile;
                break;
            case 3:
                reply.body.clear();
                break;
            case 4:
                reply = {
                    200, "<!DOCTYPE html><html><body>Bitte anmelden</body></html>", {{"Content-Type", "text/html"}}};
                break;
            default:
                reply = {401, "<html>", {{"Content-Type", "text/html"}}};
            }
            return reply;
        });
        const auto source = sourceAt(id, server);
        const Result<SourceSnapshot> snapshot = source->snapshot({}, {});
        if (snapshot)
            QVERIFY(snapshot->observations.empty());
        else
            QVERIFY(!snapshot.error().summary.isEmpty() && !snapshot.error().effectiveRemedy().isEmpty());
    }

    /// R18: a source that fails later says so with a sentence, keeps trying, and comes back.
    void r18_failureIsToldAndMended_data() { eachHttpAdapter(); }
    void r18_failureIsToldAndMended()
    {
        QFETCH(QString, id);
        const AdapterFixture fixture = fixtureOf(id);
        std::atomic<bool> down = false;
        FakeServer server([&](const FakeRequest& request) {
            return down ? FakeReply{404, "fort"} : fixture.good(request);
        });
        const auto source = sourceAt(id, server);
        CollectingSink sink;
        RunningSubscription subscription(*source, sink);
        QTRY_VERIFY(sink.count() > 0);
        down = true;
        QTRY_COMPARE_WITH_TIMEOUT(source->health().state, SourceState::Failed, 15000);
        QVERIFY(!source->health().text.isEmpty());
        down = false;
        QTRY_COMPARE_WITH_TIMEOUT(source->health().state, SourceState::Live, 15000);
    }

    void cancels_data() { eachHttpAdapter(); }
    void cancels()
    {
        QFETCH(QString, id);
        FakeServer server([](const FakeRequest&) {
            FakeReply reply;
            reply.silent = true;
            return reply;
        });
        const auto source = sourceAt(id, server);
        const CancellationToken cancel;
        std::thread canceller([cancel] {
            std::this_thread::sleep_for(50ms);
            cancel.cancel();
        });
        const Result<SourceSnapshot> snapshot = source->snapshot(cancel, {});
        canceller.join();
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().code, ErrorCode::Cancelled);
    }

    /// S6: no adapter can be pointed at a file, an inner host by a bad scheme, or carry credentials in its address.
    void s6_refusesAddresses()
    {
        for (const sources::ObservationAdapter& adapter : sources::observationAdapters())
            for (const char* url : {"file:///etc/passwd", "ftp://x.example", "http://stadt.example",
                                    "https://u:p@stadt.example", "data:,x", ""}) {
                SourceSettings settings;
                settings.url = QUrl(QString::fromUtf8(url));
                QVERIFY2(!sources::openSource(adapter, settings, m_http), url);
            }
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
