// SPDX-License-Identifier: GPL-3.0-or-later
// Live values on their way from a source to the window: the newest counts, old is called old, demo is called demo.
#include "app/viewmodels/live/LiveModel.h"
#include "app/viewmodels/live/LiveText.h"
#include "support/FakeLive.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using services::LiveBoard;
using services::LiveReading;
using std::chrono::minutes;

class LiveTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<QSettings> settings(const QString& name) const
    {
        return std::make_unique<QSettings>(m_folder.filePath(name), QSettings::IniFormat);
    }
    static std::shared_ptr<const services::OpenedRegion> region(bool demo)
    {
        auto region = std::make_shared<services::OpenedRegion>();
        region->demo = demo;
        return region;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void boardKeepsTheNewest()
    {
        LiveBoard board;
        QVERIFY(!board.takeSnapshot());
        const Datastream heat = liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Research);
        const Instant now = systemNow();
        board.take(std::vector{heat});
        board.take(std::vector{liveValue(heat, 21.0, now),
                               liveValue(heat, 5.0, now - minutes(1)),
                               {QStringLiteral("unbekannt"), 1.0, now, now, {}}});
        const auto first = board.takeSnapshot();
        QVERIFY(first);
        QVERIFY(!board.takeSnapshot());
        QCOMPARE(first->things.size(), 1U);
        QCOMPARE(*first->things[0]->readings.at(0).last->number(), 21.0);
        board.take(std::vector{heat}); // announced again: its value stays
        board.take(std::vector{liveValue(heat, 22.0, now + minutes(1))});
        const auto second = board.takeSnapshot();
        QCOMPARE(second->things[0]->readings.size(), 1U);
        QCOMPARE(*second->things[0]->readings[0].last->number(), 22.0);
        QCOMPARE(*first->things[0]->readings[0].last->number(), 21.0); // who holds it sees no change
    }

    void boardPlacesThingsInTheRegion()
    {
        LiveBoard board;
        board.take(std::vector{liveStream(QStringLiteral("a"), QStringLiteral("x"), ActionField::Mobility),
                               liveStream(QStringLiteral("b"), QStringLiteral("x"), ActionField::Mobility, {})});
        const auto snapshot = board.takeSnapshot();
        const auto place = snapshot->things[0]->place;
        QVERIFY(place); // Dortmund's market
        QVERIFY(std::abs(place->eastingMetres - 393'540) < 100);
        QVERIFY(std::abs(place->northingMetres - 5'708'000) < 400);
        QVERIFY(!snapshot->things[1]->place);
    }

    void sharesAreWrittenAsPercent()
    {
        const Instant now = systemNow();
        LiveReading reading{liveStream(QStringLiteral("a"), QStringLiteral("fillingLevel"), ActionField::Research), {}};
        reading.stream.thingType = QStringLiteral("WasteContainer");
        reading.stream.unit.ucum = QStringLiteral("1");
        reading.last = liveValue(reading.stream, 0.56, now);
        QCOMPARE(live::valueText(reading, now), QStringLiteral("56"));
        QCOMPARE(live::unitText(reading, now), QStringLiteral("%"));
        LiveReading count = reading; // a pure number that nobody knows to be a share
        count.stream.thingType = QStringLiteral("Irgendwas");
        count.stream.property = QStringLiteral("irgendwas");
        QCOMPARE(live::valueText(count, now), QStringLiteral("0,56"));
        QCOMPARE(live::unitText(count, now), QString());
        count.stream.least = 0; // unless its source says so
        count.stream.most = 1;
        QCOMPARE(live::valueText(count, now), QStringLiteral("56"));
        reading.stream.unit.ucum = QStringLiteral("%"); // is percent already
        reading.last = liveValue(reading.stream, 56.0, now);
        QCOMPARE(live::valueText(reading, now), QStringLiteral("56"));
    }

    void wordsAreHonest()
    {
        const Instant now = systemNow();
        LiveReading reading{liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Research), {}};
        QCOMPARE(live::valueText(reading, now), QStringLiteral("kein Wert"));
        reading.last = liveValue(reading.stream, 21.43, now - minutes(3));
        QCOMPARE(live::valueText(reading, now), QStringLiteral("21,4"));
        QCOMPARE(live::unitText(reading, now), QStringLiteral("°C"));
        QCOMPARE(live::ageText(reading, now), QStringLiteral("vor 3 min"));
        QVERIFY(live::isFresh(reading, now));
        QVERIFY(!live::isFresh(reading, now + minutes(3)));
        QCOMPARE(live::valueText(reading, now + minutes(120)), QStringLiteral("alt"));
        QCOMPARE(live::unitText(reading, now + minutes(120)), QString());
        reading.last->quality = Quality::Bad;
        QCOMPARE(live::valueText(reading, now), QStringLiteral("ungültig"));
        reading.last = liveValue(reading.stream, std::monostate(), now);
        QCOMPARE(live::valueText(reading, now), QStringLiteral("kein Wert"));
        reading.last = liveValue(reading.stream, 1.0, now + minutes(10));
        QCOMPARE(live::ageText(reading, now), QStringLiteral("Zeit liegt in der Zukunft"));
    }

    void listensOnlyWhenBegunAndOneFeedAtATime()
    {
        FakeLive fake;
        const auto store = settings(QStringLiteral("a.ini"));
        LiveModel model(*store, fake.maker());
        model.setRegion(region(true));
        QTest::qWait(20);
        QVERIFY(fake.requests.empty());
        model.begin();
        QVERIFY(model.isActive());
        QTRY_COMPARE(fake.requests.size(), 1U);
        QCOMPARE(fake.requests[0].sources, QStringList{QStringLiteral("demo")});
        services::ConfiguredSource city;
        city.kind = QStringLiteral("ngsi");
        city.settings.id = QStringLiteral("dortmund");
        services::ConfiguredSource off = city;
        off.settings.id = QStringLiteral("schwerte");
        off.enabled = false;
        model.setSources({city, off});
        QTRY_COMPARE(fake.requests.size(), 2U);
        QVERIFY(fake.requests[1].sources.isEmpty());
        QCOMPARE(fake.requests[1].configured, std::vector{city});
        model.setSources({city, off}); // nothing new
        model.setSources({});
        model.setRegion(region(false)); // nobody's demo values in a real region
        QVERIFY(!model.isActive());
        QTRY_COMPARE(fake.open, 0);
        QCOMPARE(fake.mostOpen, 1);
    }

    void whatCannotBeKeptIsSaidWithARemedy()
    {
        FakeLive fake;
        const auto store = settings(QStringLiteral("full.ini"));
        LiveModel model(*store, fake.maker());
        model.setRegion(region(true));
        model.begin();
        QTRY_VERIFY(fake.listener);
        LiveBoard board;
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo"), {SourceState::Live, {}, {}}, true});
        model.show(board.takeSnapshot());
        QVERIFY(!model.isTroubled());
        board.setNotKept(
            Error{ErrorCode::ResourceExhausted, QStringLiteral("Der Speicherplatz ist voll."), {}, {}, {}});
        model.show(board.takeSnapshot());
        QVERIFY(model.isTroubled());
        QVERIFY2(model.stateText().contains(QStringLiteral("Der Speicherplatz ist voll.")),
                 qPrintable(model.stateText()));
        const QString remedy = Error{ErrorCode::ResourceExhausted, {}, {}, {}, {}}.effectiveRemedy();
        QVERIFY(!remedy.isEmpty() && model.stateText().contains(remedy));
        board.setNotKept(std::nullopt);
        model.show(board.takeSnapshot());
        QVERIFY(!model.isTroubled());
    }

    void addressesOfEarlierVersionsAreHandedOverOnce()
    {
        const auto store = settings(QStringLiteral("older.ini"));
        store->setValue(QStringLiteral("live/sources"),
                        QStringLiteral(" ngsi:https://a.example\n cap:https://b.example "));
        LiveModel model(*store, {});
        QCOMPARE(model.takeOlderSources(),
                 (QStringList{QStringLiteral("ngsi:https://a.example"), QStringLiteral("cap:https://b.example")}));
        QVERIFY(model.takeOlderSources().isEmpty());
    }

    void switchedOffStaysOff()
    {
        FakeLive fake;
        const auto store = settings(QStringLiteral("b.ini"));
        LiveModel model(*store, fake.maker());
        model.overrideSources(QStringLiteral("off"));
        model.setRegion(region(true));
        model.begin();
        QVERIFY(!model.isActive());
        QVERIFY(model.isSettled());
        LiveModel without(*store, {});
        without.setRegion(region(true));
        without.begin();
        QVERIFY(!without.isActive());
    }

    void rowsFollowTheSnapshotsOfThisListeningOnly()
    {
        FakeLive fake;
        const auto store = settings(QStringLiteral("c.ini"));
        LiveModel model(*store, fake.maker());
        QAbstractItemModelTester tester(&model);
        model.setRegion(region(true));
        model.begin();
        QTRY_VERIFY(fake.listener);
        LiveBoard board;
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        board.take(
            std::vector{liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::EnergyAndEnvironment),
                        liveStream(QStringLiteral("b"), QStringLiteral("Luft"), ActionField::EnergyAndEnvironment),
                        liveStream(QStringLiteral("p"), QStringLiteral("frei"), ActionField::Mobility)});
        const auto snapshot = board.takeSnapshot();
        const services::LiveListener first = fake.listener;
        first(snapshot);
        QTRY_COMPARE(model.count(), 2);
        QVERIFY(model.isSettled());
        QVERIFY(model.isDemo());
        QVERIFY(model.stateText().contains(QStringLiteral("Demo-Plattform")));
        QCOMPARE(model.index(0).data(LiveModel::TitleRole).toString(), actionFieldTitle(ActionField::Mobility));
        model.setShown(0, false);
        QVERIFY(!model.isFieldShown(ActionField::Mobility));
        model.setRegion(region(true));
        QCOMPARE(model.count(), 0);
        QVERIFY(model.isFieldShown(ActionField::Mobility));
        first(snapshot); // late words of the feed before
        QTest::qWait(20);
        QCOMPARE(model.count(), 0);
    }

    void aThingThatIsAskedForOpensWhenItIsNamed()
    {
        LiveDetails details;
        details.openWhenKnown(QStringLiteral("demo/a"));
        QVERIFY(details.isOpen() && details.isWaiting() && !details.isThingOpen());
        QVERIFY(details.subtitle().contains(QStringLiteral("demo/a")));
        details.show(nullptr); // nobody listens yet
        QVERIFY(details.isWaiting());
        LiveBoard board;
        board.take(std::vector{liveStream(QStringLiteral("b"), QStringLiteral("Luft"), ActionField::Research)});
        details.show(board.takeSnapshot());
        QVERIFY(details.isWaiting());
        board.take(std::vector{liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Research)});
        QSignalSpy opened(&details, &LiveDetails::opened);
        details.show(board.takeSnapshot());
        QVERIFY(!details.isWaiting() && details.isThingOpen());
        QCOMPARE(opened.count(), 1);
        details.openWhenKnown(QStringLiteral("demo/x"));
        details.close();
        QVERIFY(!details.isOpen());
        QCOMPARE(LiveDetails::tabFromName(QStringLiteral("history")), std::optional(LiveDetails::History));
        QVERIFY(!LiveDetails::tabFromName(QStringLiteral("Verlauf")));
        details.setTab(7);
        QCOMPARE(details.tab(), int(LiveDetails::Now));
    }

    void detailsFollowTheirThing()
    {
        LiveDetails details;
        LiveBoard board;
        const Datastream heat = liveStream(QStringLiteral("a"), QStringLiteral("Luft"), ActionField::Research);
        const Datastream wind = liveStream(QStringLiteral("a"), QStringLiteral("Wind"), ActionField::Research);
        board.take(std::vector{heat, wind});
        board.take(std::vector{liveValue(heat, 21.0)});
        details.show(board.takeSnapshot());
        QSignalSpy opened(&details, &LiveDetails::opened);
        details.openField(ActionField::Research);
        QCOMPARE(details.things().size(), 1);
        QVERIFY(details.isDemo());
        details.openThing(details.things()[0].toMap()[QStringLiteral("id")].toString());
        QCOMPARE(opened.count(), 2);
        QCOMPARE(details.title(), QStringLiteral("Station a"));
        QCOMPARE(details.readings().size(), 2);
        QCOMPARE(details.readings()[1].toMap()[QStringLiteral("value")].toString(), QStringLiteral("kein Wert"));
        board.take(std::vector{liveValue(wind, 3.25)});
        details.show(board.takeSnapshot());
        QCOMPARE(details.readings()[1].toMap()[QStringLiteral("value")].toString(), QStringLiteral("3,25"));
        QVERIFY(details.origin().contains(QStringLiteral("Lizenz nicht angegeben")));
        QSignalSpy flown(&details, &LiveDetails::flyRequested);
        details.flyToThing();
        QCOMPARE(flown.count(), 1);
        details.back();
        QVERIFY(details.isOpen() && !details.isThingOpen());
        details.show(nullptr);
        QVERIFY(!details.isOpen());
    }
};

QTEST_GUILESS_MAIN(LiveTest)
#include "tst_live.moc"
