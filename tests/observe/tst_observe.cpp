// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"
#include "observe/PushQueue.h"
#include "observe/PushWatch.h"
#include "observe/SeriesBook.h"
#include "observe/SourceHttp.h"

#include <QJsonArray>
#include <QTest>

using namespace twin;
using namespace twin::observe;
using namespace std::chrono_literals;

/// What the adapters share.
class ObserveTest : public QObject {
    Q_OBJECT

    static Observation at(qint64 seconds, double value, Quality quality = Quality::Unstated)
    {
        return {QStringLiteral("s/a"), value, Instant(std::chrono::seconds(seconds)), {}, quality};
    }

private Q_SLOTS:
    /// R3: connected is not receiving. Silence for three intervals, a minute at least, makes REST look.
    void r3_silentPushIsCaught()
    {
        const Instant start{};
        PushWatch watch(10s, start);
        QVERIFY(!watch.wantsPoll(start, 20s));
        watch.connected(start);
        QVERIFY(watch.wantsPoll(start, 20s)); // something may have been missed
        watch.polled(start, true);
        QVERIFY(watch.isSound()); // and that is no fault of push
        QVERIFY(!watch.wantsPoll(start + 59s, 10s));
        QVERIFY(watch.wantsPoll(start + 60s, 10s));
        QVERIFY(!watch.wantsPoll(start + 89s, 30s));
        QVERIFY(watch.wantsPoll(start + 90s, 30s));
        watch.polled(start + 90s, false);
        QVERIFY(watch.isSound()); // nothing new anywhere: a quiet source
        watch.polled(start + 180s, true);
        QVERIFY(watch.isSilent());
        QVERIFY(!watch.wantsPoll(start + 189s, 30s));
        QVERIFY(watch.wantsPoll(start + 190s, 30s)); // polled at the poll interval now
        watch.pushed(start + 195s);
        QVERIFY(watch.isSound());
        watch.lost();
        QVERIFY(watch.wantsPoll(start + 205s, 30s));
    }

    void deliversEachValueOnce()
    {
        SeriesBook book;
        QCOMPARE(book.fresh({at(1, 1), at(2, 2), at(2, 2)}).size(), std::size_t(2));
        QCOMPARE(book.fresh({at(1, 1), at(3, 3)}).size(), std::size_t(1));
        QCOMPARE(book.fresh({at(0, 9)}).size(), std::size_t(1)); // late, but never seen
        QCOMPARE(book.fresh({at(0, 9)}).size(), std::size_t(0));
        std::vector<Observation> many;
        for (int i = 10; i < 200; ++i)
            many.push_back(at(i, i));
        QCOMPARE(book.fresh(std::move(many)).size(), std::size_t(190));
        QCOMPARE(book.fresh({at(5, 5)}).size(), std::size_t(0)); // beyond memory: the store would know it
        QCOMPARE(*book.usualInterval(), Milliseconds(1s));
    }

    void valuesWithoutTimeCountWhenTheyChange()
    {
        SeriesBook book;
        QCOMPARE(book.fresh({at(1, 7, Quality::AssumedTime)}).size(), std::size_t(1));
        QCOMPARE(book.fresh({at(2, 7, Quality::AssumedTime)}).size(), std::size_t(0));
        QCOMPARE(book.fresh({at(3, 8, Quality::AssumedTime)}).size(), std::size_t(1));
    }

    void whatIsDeliveredNoMoreEnds()
    {
        SeriesBook book;
        Datastream gone;
        gone.id = QStringLiteral("s/gone");
        Datastream there;
        there.id = QStringLiteral("s/there");
        QCOMPARE(book.changed({gone, there}).size(), std::size_t(2));
        SourceSnapshot delivered;
        delivered.datastreams = {there};
        book.endMissing(delivered, Instant(7s));
        QCOMPARE(delivered.observations.size(), std::size_t(1));
        const Observation& end = delivered.observations.front();
        QCOMPARE(end.datastream, gone.id);
        QVERIFY(end.isMissing());
        QCOMPARE(end.observedAt, Instant(7s));
        QCOMPARE(end.quality, Quality::AssumedTime);
    }

    /// R6: the queue is bounded, the oldest go first, and what was dropped is counted.
    void r6_theQueueIsBoundedAndCounts()
    {
        PushQueue queue;
        for (int i = 0; i < 25; ++i) {
            SourceSnapshot values;
            for (int k = 0; k < 1000; ++k)
                values.observations.push_back(at(i * 1000 + k, 0));
            queue.add(std::move(values));
        }
        const PushQueue::Batch batch = queue.take(0ms);
        QCOMPARE(batch.observations.size(), PushQueue::capacity);
        QCOMPARE(queue.dropped(), qint64(15000));
        QCOMPARE(batch.observations.back().observedAt, Instant(24999s));
        QVERIFY(queue.take(0ms).observations.empty());
    }

    void readsValues()
    {
        const auto number = [](const QJsonValue& json) { return std::get<double>(valueFromJson(json)->value); };
        QCOMPARE(number(12.5), 12.5);
        QCOMPARE(number(QStringLiteral("12.5")), 12.5);
        QCOMPARE(number(true), 1.0);
        QVERIFY(std::holds_alternative<std::monostate>(valueFromJson(QJsonValue::Null)->value));
        QVERIFY(!valueFromJson(QJsonArray{1}));
        QVERIFY(!valueFromJson(QJsonObject{{QStringLiteral("a"), 1}}));
        QVERIFY(!valueFromJson(QString(5000, QLatin1Char('x'))));
        QCOMPARE(valueFromJson(QStringLiteral("nan"))->kind, ValueKind::Category); // no number that is none
        QCOMPARE(isoText(*instantFromJson(1773500000)), isoText(*instantFromJson(1773500000000.0)));
        QVERIFY(!instantFromJson(12));
    }

    void readsPlaces()
    {
        const auto place = [](const char* json) { return pointFromGeoJson(QJsonDocument::fromJson(json).object()); };
        QCOMPARE(*place(R"({"type":"Point","coordinates":[7.5,51.5,80]})"), (GeoPoint{51.5, 7.5}));
        QCOMPARE(*place(R"({"type":"Feature","geometry":{"type":"Point","coordinates":[7.5,51.5]}})"),
                 (GeoPoint{51.5, 7.5}));
        QCOMPARE(*place(R"({"type":"Polygon","coordinates":[[[7,51],[8,51],[8,52],[7,52],[7,51]]]})"),
                 (GeoPoint{51.5, 7.5}));
        QCOMPARE(*place(R"({"lat":51.5,"lon":7.5})"), (GeoPoint{51.5, 7.5}));
        QVERIFY(!place(R"({"type":"Point","coordinates":[7.5,151.5]})"));
        QVERIFY(!place(R"({"type":"Point","coordinates":["a","b"]})"));
        QVERIFY(!place(R"({"type":"Feature","geometry":{"geometry":{"geometry":{}}}})"));
        QVERIFY(!place("{}"));
        QCOMPARE(ringsFromGeoJson(
                     QJsonDocument::fromJson(R"({"type":"Polygon","coordinates":[[[7,51],[8,51],[8,52],[7,51]]]})")
                         .object())[0]
                     .size(),
                 std::size_t(3));
    }

    void knowsProperties()
    {
        QCOMPARE(observedProperty(u"AirQualityObserved", u"no2")->unit.ucum, QStringLiteral("ug/m3"));
        QVERIFY(observedProperty(u"AirQualityObserved", u"no2")->alarm.isReached(201));
        QVERIFY(!observedProperty(u"AirQualityObserved", u"no2")->alarm.isReached(200));
        QVERIFY(observedProperty({}, u"temperature"));
        QVERIFY(!observedProperty(u"WeatherObserved", u"unsinn"));
        QVERIFY(Threshold::fromText(u"<=10%").ofTotal);
        QCOMPARE(Threshold::fromText(u"<=10%").value, 0.1);
        QVERIFY(Threshold::fromText(u"=true").isReached(1));
        QCOMPARE(Threshold::fromText(u"viel").relation, Threshold::Relation::None);
    }

    void followsPointers()
    {
        const QJsonObject root = QJsonDocument::fromJson(R"({"a":[{"b/c":1},2],"~x":3})").object();
        QCOMPARE(atPointer(root, QStringLiteral("/a/0/b~1c")).toInt(), 1);
        QCOMPARE(atPointer(root, QStringLiteral("/a/1")).toInt(), 2);
        QCOMPARE(atPointer(root, QStringLiteral("/~0x")).toInt(), 3);
        QVERIFY(atPointer(root, QStringLiteral("/a/9")).isUndefined());
        QVERIFY(atPointer(root, QStringLiteral("/a/-1")).isUndefined());
        QVERIFY(atPointer(root, QStringLiteral("/nichts/da")).isUndefined());
    }

    void checksSettingsByTheirDescription()
    {
        SourceDescription description;
        description.options = httpOptions(60);
        SourceSettings settings;
        settings.url = QUrl(QStringLiteral("https://daten.stadt.example"));
        QVERIFY(checkSettings(description, settings));
        settings.options = {{QStringLiteral("interval"), 0}};
        QVERIFY(!checkSettings(description, settings));
        settings.options = {{QStringLiteral("intervall"), 10}};
        QVERIFY(!checkSettings(description, settings));
        settings.options = {};
        settings.url = QUrl(QStringLiteral("http://daten.stadt.example"));
        QVERIFY(!checkSettings(description, settings));
        settings.options = {{QStringLiteral("plainHttp"), true}};
        QVERIFY(checkSettings(description, settings));
        settings.url = QUrl(QStringLiteral("file:///etc/passwd"));
        QVERIFY(!checkSettings(description, settings));
    }
};

QTEST_GUILESS_MAIN(ObserveTest)
#include "tst_observe.moc"
