// SPDX-License-Identifier: GPL-3.0-or-later
// The one clock: held, written, stepped, played; its bar of time; live values and dated layers that obey it.
#include "app/viewmodels/LayerModel.h"
#include "app/viewmodels/live/LiveModel.h"
#include "app/viewmodels/live/LiveText.h"
#include "app/viewmodels/TimelineModel.h"
#include "support/FakeLive.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const QDateTime then(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC); // 14:32 in Dortmund

/// @returns what a platform showed at an instant: Luft with its hour as value.
services::LiveSnapshotPointer asItWas(Instant instant, bool hasTram)
{
    services::LiveBoard board;
    board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
    const Datastream heat = liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Mobility);
    board.take(std::vector{heat});
    if (hasTram)
        board.take(std::vector{liveStream(QStringLiteral("t"), QStringLiteral("Ort"), ActionField::Mobility)});
    board.take(std::vector{liveValue(heat, 7.25, instant - minutes(5))});
    auto snapshot = std::make_shared<services::LiveSnapshot>(*board.takeSnapshot());
    snapshot->replayed = instant;
    return snapshot;
}

} // namespace

class ClockTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void takesWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // UTC; empty: refused
        QTest::newRow("date and time") << QStringLiteral("14.3.2026 14:32") << QStringLiteral("2026-03-14T13:32:00Z");
        QTest::newRow("summer") << QStringLiteral(" 14.07.2026  14:32 ") << QStringLiteral("2026-07-14T12:32:00Z");
        QTest::newRow("date") << QStringLiteral("14.03.2026") << QStringLiteral("2026-03-13T23:00:00Z");
        QTest::newRow("iso") << QStringLiteral("2026-03-14T13:32:00Z") << QStringLiteral("2026-03-14T13:32:00Z");
        QTest::newRow("too early") << QStringLiteral("31.12.1799") << QString();
        QTest::newRow("too late") << QStringLiteral("1.1.2101 12:00") << QString();
        QTest::newRow("no date") << QStringLiteral("gestern") << QString();
        QTest::newRow("impossible") << QStringLiteral("31.02.2026") << QString();
    }
    void takesWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        ClockModel clock;
        QCOMPARE(clock.setText(text), !expected.isEmpty());
        QCOMPARE(clock.problem().isEmpty(), !expected.isEmpty());
        QCOMPARE(clock.isLive(), expected.isEmpty());
        if (!expected.isEmpty())
            QCOMPARE(clock.utc().toString(Qt::ISODate), expected);
    }

    void aYearAloneIsEnough()
    {
        ClockModel clock;
        QVERIFY(clock.setText(QStringLiteral("1826")));
        QCOMPARE(clock.dateText(), QStringLiteral("So 01.01.1826"));
        QCOMPARE(clock.timeText(), QStringLiteral("00:00"));
        clock.now();
        QVERIFY(clock.isLive());
    }

    void playsAtItsSpeedAndEndsInThePresent()
    {
        ClockModel clock;
        clock.setInstant(then);
        clock.setSpeed(3); // an hour a second
        clock.setPlaying(true);
        QVERIFY(clock.isPlaying() && !clock.isLive());
        clock.advance(500);
        QCOMPARE(clock.utc(), then.addSecs(1800));
        clock.setPlaying(false);
        QVERIFY(!clock.isPlaying() && !clock.isLive());
        clock.setInstant(QDateTime::currentDateTimeUtc().addSecs(-60));
        clock.setPlaying(true);
        clock.advance(1000);
        QVERIFY(clock.isLive() && !clock.isPlaying());
        clock.setInstant(QDateTime(QDate(2100, 12, 30), QTime(0, 0), Qt::UTC));
        clock.setSpeed(6);
        clock.setPlaying(true);
        clock.advance(1000);
        QVERIFY(!clock.isPlaying());
        QCOMPARE(clock.utc().date().year(), 2100);
    }

    void theBarFollowsTheCalendarOfThePlace()
    {
        ClockModel clock;
        clock.setInstant(QDateTime(QDate(2026, 3, 29), QTime(10, 0), Qt::UTC)); // clocks change: 23 hours
        TimelineModel timeline(clock);
        QCOMPARE(timeline.fromText(), QStringLiteral("29.03.2026"));
        QCOMPARE(timeline.position(), 11.0 / 23); // 12:00 there
        timeline.setRange(TimelineModel::Week);
        QCOMPARE(timeline.fromText(), QStringLiteral("23.03.2026"));
        QCOMPARE(timeline.toText(), QStringLiteral("29.03.2026"));
        timeline.setRange(TimelineModel::All);
        QCOMPARE(timeline.fromText(), QStringLiteral("1800"));
        timeline.step(-200);
        QCOMPARE(clock.dateText().right(4), QStringLiteral("1826"));
        timeline.setRange(TimelineModel::Month);
        timeline.setPosition(1); // its end is still in it
        QCOMPARE(clock.dateText().mid(3), QStringLiteral("31.03.1826"));
    }

    void marksAreSteppedTo()
    {
        ClockModel clock;
        clock.setInstant(then);
        TimelineModel timeline(clock);
        timeline.setEvents({{toInstant(then.addSecs(3600)), QStringLiteral("später")},
                            {toInstant(then.addYears(-200)), QStringLiteral("Urkataster")}});
        QCOMPARE(timeline.events().size(), 1); // of this day
        QVERIFY(timeline.stepEvent(1));
        QCOMPARE(clock.utc(), then.addSecs(3600));
        QVERIFY(!timeline.stepEvent(1));
        QVERIFY(timeline.stepEvent(-1));
        QCOMPARE(clock.utc(), then.addYears(-200));
        QVERIFY(!timeline.stepEvent(-1));
    }

    void keptTimesShowOnTheBar()
    {
        FakeLive fake;
        const auto feed = std::make_shared<FakeFeed>(fake);
        ClockModel clock;
        clock.setInstant(then);
        const Instant midnight = toInstant(QDateTime(QDate(2026, 3, 13), QTime(23, 0), Qt::UTC));
        fake.kept = {{midnight + hours(6), midnight + hours(12)}};
        TimelineModel timeline(clock);
        timeline.setFeed(feed);
        QVERIFY(timeline.kept().isEmpty()); // nobody has opened the bar
        timeline.look();
        QTRY_COMPARE(timeline.kept().size(), 1);
        QCOMPARE(timeline.kept()[0].toMap()[QStringLiteral("from")].toDouble(), 0.25);
        QCOMPARE(timeline.kept()[0].toMap()[QStringLiteral("to")].toDouble(), 0.5);
    }

    void aHeldClockNeverShowsThePresent()
    {
        FakeLive fake;
        fake.asItWas = [](Instant instant) { return asItWas(instant, true); };
        QSettings settings(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        LiveModel model(settings, fake.maker());
        auto region = std::make_shared<services::OpenedRegion>();
        region->demo = true;
        model.setRegion(region);
        model.begin();
        QTRY_VERIFY(!model.feed().expired());
        services::LiveBoard board;
        const Datastream heat = liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Mobility);
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        board.take(std::vector{heat});
        board.take(std::vector{liveValue(heat, 21.0)});
        model.show(board.takeSnapshot());
        model.details()->openThing(QStringLiteral("demo/a"));
        const auto value = [&] {
            return model.details()->readings().value(0).toMap()[QStringLiteral("value")].toString();
        };
        const auto age = [&] { return model.details()->readings().value(0).toMap()[QStringLiteral("age")].toString(); };
        QCOMPARE(value(), QStringLiteral("21"));
        QVERIFY(model.replayText().isEmpty());

        model.setInstant(toInstant(then));
        QCOMPARE(value(), QStringLiteral("kein Wert")); // at once: not the present any more
        QCOMPARE(model.replayText(), QStringLiteral("Sa 14.03.2026 14:32"));
        QVERIFY(!model.isSettled());
        QTRY_COMPARE(value(), QStringLiteral("7,25"));
        QCOMPARE(age(), QStringLiteral("vor 5 min")); // by the clock, not by the present
        QCOMPARE(model.instant(), toInstant(then));
        QVERIFY(model.isSettled());

        board.take(std::vector{liveValue(heat, 22.0, systemNow() + Milliseconds(5))});
        model.show(board.takeSnapshot()); // the present goes on unseen
        QCOMPARE(value(), QStringLiteral("7,25"));
        model.setInstant({});
        QCOMPARE(value(), QStringLiteral("22"));
        QVERIFY(model.replayText().isEmpty());
    }

    /// What was kept from the last time is known before any source is there to be asked.
    void whoAnswersLaterIsAskedForTheInstantToo()
    {
        FakeLive fake;
        fake.asItWas = [](Instant instant) { return asItWas(instant, false); };
        QSettings settings(m_folder.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
        LiveModel model(settings, fake.maker());
        auto region = std::make_shared<services::OpenedRegion>();
        region->demo = true;
        model.setRegion(region);
        model.setInstant(toInstant(then));
        model.begin();
        QTRY_VERIFY(!model.feed().expired());
        services::LiveBoard board;
        const Datastream heat = liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Mobility);
        board.take(std::vector{heat});
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo"), {SourceState::Connecting, {}, {}}, true});
        model.show(board.takeSnapshot());
        QTRY_VERIFY(model.snapshot() && model.snapshot()->replayed == toInstant(then));
        const auto rounds = [&] {
            const std::scoped_lock lock(fake.mutex);
            return fake.replayed.size();
        };
        QTRY_VERIFY(rounds() >= 1);
        QVERIFY(!model.isSettled()); // nobody could be asked yet
        std::size_t before = 0;
        do { // until what began with the first snapshot has ended
            before = rounds();
            QTest::qWait(50);
        } while (rounds() != before);
        board.setHealth(QStringLiteral("demo"), {SourceState::Live, {}, {}});
        model.show(board.takeSnapshot());
        QTRY_COMPARE(rounds(), before + 1);
        QTRY_VERIFY(model.isSettled());
        model.details()->openThing(QStringLiteral("demo/a"));
        model.history()->setShown(true);
        const auto curves = [&] {
            const std::scoped_lock lock(fake.mutex);
            return fake.asked.size();
        };
        QTRY_COMPARE(curves(), 1U);
        QTRY_VERIFY(!model.history()->isLoading());
        board.setHealth(QStringLiteral("demo"), {SourceState::Failed, {}, {}});
        model.show(board.takeSnapshot());
        board.setHealth(QStringLiteral("demo"), {SourceState::Live, {}, {}});
        model.show(board.takeSnapshot());
        QTRY_COMPARE(curves(), 2U); // what it could not tell then
        QTRY_VERIFY(model.isSettled());
        before = rounds() - 1;
        board.take(std::vector{liveValue(heat, 22.0)}); // a value of the present asks nobody
        model.show(board.takeSnapshot());
        QTest::qWait(50);
        QCOMPARE(rounds(), before + 1);
    }

    void aFieldWithoutValuesSaysSo()
    {
        const auto snapshot = [&](int withValues, bool isComplete) {
            services::LiveBoard board;
            std::vector<Datastream> streams;
            for (int i = 0; i < 4; ++i) {
                Datastream stream = liveStream(QString::number(i), QStringLiteral("temperature"), ActionField::Research,
                                               GeoPoint{51.5 + 0.01 * i, 7.46});
                stream.thingType = QStringLiteral("WeatherObserved");
                stream.title = QStringLiteral("Lufttemperatur");
                streams.push_back(stream);
            }
            board.take(streams);
            for (int i = 0; i < withValues; ++i)
                board.take(std::vector{liveValue(streams[std::size_t(i)], 20.0 + i, toInstant(then) - minutes(1))});
            auto all = std::make_shared<services::LiveSnapshot>(*board.takeSnapshot());
            all->replayed = toInstant(then);
            all->isComplete = isComplete;
            return all;
        };
        const auto isFinal = [](const services::LiveSnapshot& one) { return one.isComplete; };
        LiveFields fields;
        fields.choose(QStringLiteral("WeatherObserved.temperature"));
        QVERIFY(!fields.isSettled(isFinal));
        fields.show(snapshot(0, false), toInstant(then));
        QVERIFY(!fields.isSettled(isFinal));
        QVERIFY(fields.note().isEmpty()); // they may still come
        QCOMPARE(fields.choices().size(), 2);
        QCOMPARE(fields.chosen(), 1);
        fields.show(nullptr, toInstant(then));
        fields.show(snapshot(0, true), toInstant(then));
        QVERIFY(fields.isSettled(isFinal));
        QVERIFY2(fields.note().contains(QStringLiteral("von keiner Station")), qPrintable(fields.note()));
        QVERIFY(!fields.drape() && fields.colours().isEmpty());
        fields.show(nullptr, toInstant(then));
        fields.show(snapshot(2, true), toInstant(then));
        QVERIFY(fields.isSettled(isFinal));
        QVERIFY2(fields.note().contains(QStringLiteral("von nur 2 Stationen")), qPrintable(fields.note()));
        fields.show(nullptr, toInstant(then));
        fields.show(snapshot(4, true), toInstant(then));
        QVERIFY(!fields.isSettled(isFinal)); // being estimated
        QTRY_VERIFY(fields.isSettled(isFinal));
        QVERIFY(fields.drape());
        QVERIFY2(fields.note().contains(QStringLiteral("14.03.2026, 14:31")),
                 qPrintable(fields.note())); // of the place
    }

    void theNewestInstantWins()
    {
        FakeLive fake;
        fake.asItWas = [](Instant instant) { return asItWas(instant, false); };
        QSettings settings(m_folder.filePath(QStringLiteral("b.ini")), QSettings::IniFormat);
        LiveModel model(settings, fake.maker());
        auto region = std::make_shared<services::OpenedRegion>();
        region->demo = true;
        model.setRegion(region);
        model.begin();
        QTRY_VERIFY(!model.feed().expired());
        for (int hour = 0; hour < 50; ++hour)
            model.setInstant(toInstant(then) + hours(hour));
        const Instant last = toInstant(then) + hours(49);
        QTRY_VERIFY(model.snapshot() && model.snapshot()->replayed == last);
        QCOMPARE(fake.replayed.back(), last);
        QVERIFY(fake.replayed.size() < 50);
    }

    void datedLayersComeAndGo()
    {
        auto region = std::make_shared<services::OpenedRegion>();
        for (const char* id : {"heute", "kataster", "luftbild"}) {
            services::OpenedLayer layer;
            layer.info.id = QLatin1String(id);
            layer.info.kind = LayerKind::Vector;
            region->layers.push_back(layer);
        }
        region->layers[1].info.validFrom = QDate(1826, 5, 1);
        region->layers[1].info.validTo = QDate(1860, 12, 31);
        region->layers[2].info.validFrom = QDate(2021, 6, 1);
        LayerModel layers;
        layers.setRegion(region);
        layers.setDay(QDate(2026, 3, 14));
        const auto shows = [&](int i) { return layers.holdsNow(region->layers[std::size_t(i)]); };
        QVERIFY(shows(0) && !shows(1) && shows(2));
        QSignalSpy changed(&layers, &LayerModel::dayChanged);
        layers.setDay(QDate(2026, 3, 15));
        QCOMPARE(changed.count(), 0);
        layers.setDay(QDate(1826, 5, 1));
        QCOMPARE(changed.count(), 1);
        QVERIFY(shows(0) && shows(1) && !shows(2));
        layers.setDay(QDate(1860, 12, 31));
        QVERIFY(shows(1));
        layers.setDay(QDate(1861, 1, 1));
        QVERIFY(!shows(1));
        const int row = layers.rowOf(QStringLiteral("kataster"));
        QCOMPARE(layers.index(row).data(LayerModel::DatedRole).toString(), QStringLiteral("galt bis 31.12.1860"));
        layers.setAlways(row, true);
        QVERIFY(shows(1));
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
