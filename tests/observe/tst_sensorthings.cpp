// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "observe/CollectingSink.h"
#include "observe/FakeSensorThings.h"
#include "sensorthings/SensorThingsSource.h"
#include "sensorthings/StaEntities.h"

#include <set>
#include <thread>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace twin;
using namespace std::chrono_literals;

namespace {

constexpr qint64 start = 1773500000000; // 2026-03-14

using Values = std::vector<std::pair<qint64, double>>;

std::unique_ptr<ObservationSource> sourceAt(const QUrl& root, net::HttpClient& http, int interval = 1)
{
    SourceSettings settings;
    settings.id = QStringLiteral("s");
    settings.url = root;
    settings.options.insert(QStringLiteral("interval"), interval);
    return sensorthings::open(settings, http);
}

Values valuesOf(const std::vector<Observation>& observations, const QString& stream)
{
    Values values;
    for (const Observation& observation : observations)
        if (observation.datastream == stream && observation.number())
            values.emplace_back(observation.observedAt.time_since_epoch().count(), *observation.number());
    std::sort(values.begin(), values.end());
    return values;
}

Result<Values> historyOf(ObservationSource& source, const QString& id, qint64 from, qint64 to)
{
    Datastream wanted;
    wanted.id = id;

    std::vector<Observation> all;
    const Result<void> read = source.history(wanted, {Instant(Milliseconds(from)), Instant(Milliseconds(to))},
                                             [&](std::vector<Observation>&& page) {
                                                 all.insert(all.end(), page.begin(), page.end());
                                                 return true;
                                             },
                                             {});
    if (!read)
        return failure(read.error());
    return valuesOf(all, id);
}

} // namespace

/// The SensorThings adapter against a fake with the habits of real servers.
class SensorThingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreWholeNumbersOrNames()
    {
        const auto path = [](const QJsonValue& id) { return sensorthings::entityPath(QStringLiteral("Things"), id); };
        QCOMPARE(path(7), QStringLiteral("Things(7)"));
        QCOMPARE(path(QStringLiteral("o'b")), QStringLiteral("Things('o''b')"));
        for (const QJsonValue& none : {QJsonValue(3e69), QJsonValue(1.5), QJsonValue(QString()), QJsonValue()})
            QCOMPARE(path(none), QString());
    }

    void readsTheCatalogue()
    {
        FakeSensorThings fake;
        fake.add(0, start, 12.5);
        fake.add(0, start + 60000, 13.5);
        fake.add(2, start, 41);
        net::HttpClient http;
        const auto source = sourceAt(fake.root(), http);
        const Result<SourceSnapshot> snapshot = source->snapshot({}, {});
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toText()));
        QCOMPARE(snapshot->datastreams.size(), std::size_t(3));
        const Datastream& first = snapshot->datastreams.front();
        QCOMPARE(first.id, QStringLiteral("s/Datastreams(0)"));
        QCOMPARE(first.thingTitle, QStringLiteral("Klima 12"));
        QCOMPARE(first.title, QStringLiteral("Lufttemperatur"));
        QCOMPARE(first.unit.ucum, QStringLiteral("Cel"));
        QCOMPARE(first.field, ActionField::EnergyAndEnvironment);
        QCOMPARE(*first.position, (GeoPoint{51.514, 7.465}));
        QCOMPARE(valuesOf(snapshot->observations, first.id), (Values{{start + 60000, 13.5}}));
        QCOMPARE(snapshot->observations.size(), std::size_t(2));
    }

    /// R5: 12 ways to page, each yields the whole series once, or an error where the server is wrong beyond repair.
    void r5_pagesToTheEnd_data()
    {
        QTest::addColumn<FakeSensorThings::Behaviour>("behaviour");
        QTest::addColumn<int>("code"); // negative: must succeed
        const auto row = [](const char* name, auto set, int code = -1) {
            FakeSensorThings::Behaviour behaviour;
            set(behaviour);
            QTest::newRow(name) << behaviour << code;
        };
        row("plain sailing", [](auto&) {});
        row("tiny pages", [](auto& b) { b.pageSize = 7; });
        row("pages end early", [](auto& b) { b.shortPages = true; });
        row("wrong counts", [](auto& b) { b.wrongCount = true; });
        row("no data array", [](auto& b) { b.plainResults = true; });
        row("text ids", [](auto& b) { b.textIds = true; });
        row("inner host", [](auto& b) { b.innerHost = true; });
        row("inserts while paging", [](auto& b) { b.insertWhilePaging = true; });
        row("sometimes 503", [](auto& b) { b.failEvery = 5; });
        row(
            "self loop", [](auto& b) { b.selfLoop = true; }, static_cast<int>(ErrorCode::MalformedData));
        row(
            "foreign next", [](auto& b) { b.foreignNext = true; }, static_cast<int>(ErrorCode::AccessDenied));
        row(
            "error in the tail", [](auto& b) { b.errorTail = true; }, static_cast<int>(ErrorCode::MalformedData));
    }
    void r5_pagesToTheEnd()
    {
        QFETCH(FakeSensorThings::Behaviour, behaviour);
        QFETCH(int, code);
        FakeSensorThings fake(behaviour);
        for (int i = 0; i < 1000; ++i)
            fake.add(1, start + i * 1000, i);
        const Values expected = fake.values(1);
        net::HttpClient http;
        const auto source = sourceAt(fake.root(), http);
        const QString id =
            behaviour.textIds ? QStringLiteral("s/Datastreams('o''1')") : QStringLiteral("s/Datastreams(1)");
        const Result<Values> values = historyOf(*source, id, start, start + 999000);
        QCOMPARE(values ? -1 : static_cast<int>(values.error().code), code);
        if (values)
            QVERIFY2(*values == expected,
                     qPrintable(QStringLiteral("%1 of %2").arg(values->size()).arg(expected.size())));
    }

    void r5_aLongSeries()
    {
        FakeSensorThings::Behaviour behaviour;
        behaviour.pageSize = 1000;
        FakeSensorThings fake(behaviour);
        for (int i = 0; i < 20000; ++i)
            fake.add(1, start + i * 1000, i);
        net::HttpClient http;
        const auto source = sourceAt(fake.root(), http);
        const Result<Values> values = historyOf(*source, QStringLiteral("s/Datastreams(1)"), start, start + 100000000);
        QVERIFY(values);
        QVERIFY(*values == fake.values(1));
    }

    /// R2: while the server comes and goes, the received series equals the server's: nothing missing, nothing twice.
    void r2_noGapAfterOutages_data()
    {
        QTest::addColumn<bool>("byTime");
        QTest::newRow("by id") << false;
        QTest::newRow("by time") << true;
    }
    void r2_noGapAfterOutages()
    {
        QFETCH(bool, byTime);
        FakeSensorThings::Behaviour behaviour;
        behaviour.noIdFilter = byTime;
        FakeSensorThings fake(behaviour);
        for (int stream = 0; stream < 3; ++stream)
            fake.add(stream, start, -1);
        net::HttpClient http;
        const auto source = sourceAt(fake.root(), http);
        CollectingSink sink;
        RunningSubscription subscription(*source, sink);
        QTRY_COMPARE(sink.count(), std::size_t(3));
        QRandomGenerator random(2);
        int added = 3;
        for (int i = 1; i <= 60; ++i) {
            fake.setDown(random.bounded(3) == 0);
            for (int k = 0; k < 5; ++k, ++added)
                fake.add(static_cast<int>(random.bounded(3)), start + added * 1000, i);
            std::this_thread::sleep_for(50ms);
        }
        fake.setDown(false);
        QTRY_COMPARE_WITH_TIMEOUT(sink.count(), std::size_t(added), 40000);
        (void)subscription.end();
        for (int stream = 0; stream < 3; ++stream)
            QVERIFY(valuesOf(sink.all(), QStringLiteral("s/Datastreams(%1)").arg(stream)) == fake.values(stream));
        QVERIFY(!sink.hasOrphans());
        QVERIFY(sink.hasBeen(SourceState::Live));
    }

    /// Entities as the FROST project tests them: nothing measured is lost.
    void readsRealEntities()
    {
        QFile file(QStringLiteral(TWIN_SHARED_DIR "/data/sensors/FROST_entitiesDefault.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("needs ../shared");
        const QJsonObject thing = QJsonDocument::fromJson(file.readAll()).object();
        SourceSnapshot snapshot;
        int id = 0;
        for (const QJsonValue& value : thing[QLatin1String("Datastreams")].toArray()) {
            QJsonObject entity = value.toObject();
            entity[QStringLiteral("@iot.id")] = ++id;
            sensorthings::readStream(
                entity, false,
                [](const QString& name) {
                    Datastream s;
                    s.id = QStringLiteral("x/") + name;
                    return s;
                },
                Instant{}, snapshot);
        }
        QVERIFY(id > 0);
        QCOMPARE(snapshot.datastreams.size(), static_cast<std::size_t>(id));
        for (const Datastream& stream : snapshot.datastreams)
            QVERIFY(!stream.property.isEmpty());
    }

    void readsMultiDatastreamsAndOddResults()
    {
        const auto newStream = [](const QString& name) {
            Datastream s;
            s.id = QStringLiteral("x/") + name;
            return s;
        };
        const QJsonObject entity =
            QJsonDocument::fromJson(
                R"({"@iot.id":7,"name":"Wind","unitOfMeasurements":[{"symbol":"m/s"},{"symbol":"deg"}],
            "ObservedProperties":[{"name":"windSpeed"},{"name":"windDirection"}],"multiObservationDataTypes":["a","b"],
            "Observations":[{"phenomenonTime":"2026-03-14T14:00:00Z/2026-03-14T15:00:00Z","result":[3.5,null]}]})")
                .object();
        SourceSnapshot snapshot;
        sensorthings::readStream(entity, true, newStream, Instant{}, snapshot);
        QCOMPARE(snapshot.datastreams.size(), std::size_t(2));
        QCOMPARE(snapshot.datastreams[1].id, QStringLiteral("x/MultiDatastreams(7)#1"));
        QCOMPARE(snapshot.datastreams[1].unit.ucum, QStringLiteral("deg"));
        QCOMPARE(snapshot.observations.size(), std::size_t(2));
        QCOMPARE(*snapshot.observations[0].number(), 3.5);
        QVERIFY(snapshot.observations[1].isMissing()); // "no value" is a gap, not zero
        QCOMPARE(isoText(snapshot.observations[0].observedAt), QStringLiteral("2026-03-14T15:00:00Z"));
        std::vector<Observation> into;
        for (const char* bad : {R"({"result":1})", R"({"phenomenonTime":"gestern","result":1})",
                                R"({"phenomenonTime":"2026-03-14T15:00:00Z"})",
                                R"({"phenomenonTime":"2026-03-14T15:00:00Z","result":[1]})",
                                R"({"phenomenonTime":"2026-03-14T15:00:00Z","result":{"a":1}})"})
            QVERIFY2(!sensorthings::readObservation(QJsonDocument::fromJson(bad).object(), QStringLiteral("x/"),
                                                    QStringLiteral("Datastreams(1)"), Instant{}, into),
                     bad);
        QVERIFY(into.empty());
        for (const auto& [value, kind] : {std::pair{"true", 1.0}, {"\"12.5\"", 12.5}, {"-3", -3.0}}) {
            into.clear();
            const QByteArray text = QByteArray(R"({"phenomenonTime":"2026-03-14T15:00:00Z","result":)") + value + '}';
            QVERIFY(sensorthings::readObservation(QJsonDocument::fromJson(text).object(), QStringLiteral("x/"),
                                                  QStringLiteral("Datastreams(1)"), Instant{}, into));
            QCOMPARE(*into.front().number(), kind);
        }
    }
};

QTEST_GUILESS_MAIN(SensorThingsTest)
#include "tst_sensorthings.moc"
