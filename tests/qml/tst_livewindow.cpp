// SPDX-License-Identifier: GPL-3.0-or-later
// Live values in the real window: rows in the layer panel, a list, one thing with its values.
#include "qml/WindowStage.h"
#include "support/FakeLive.h"
#include "support/GuiTestMain.h"

#include <cmath>

#include <QQuickItem>
#include <QQuickWindow>

using namespace twin;
using namespace twin::test;

class LiveWindowTest : public QObject {
    Q_OBJECT

    /// For people to look at, where TWIN_KEEP_PICTURES names a folder.
    static void keepPicture(WindowStage& stage, const char* name)
    {
        const QString folder = qEnvironmentVariable("TWIN_KEEP_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(stage.window().grabWindow().save(folder + QLatin1Char('/') + QLatin1String(name)));
    }

private Q_SLOTS:
    void aFieldOpensItsThingsAndAThingItsValues()
    {
        FakeLive fake;
        StageOptions options{emptyRegion(), {}, {}, false, {}};
        options.live = fake.maker();
        services::OpenedLayer layer;
        layer.info.id = QStringLiteral("terrain");
        options.region.layers.push_back(layer);
        WindowStage stage(std::move(options));
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QVERIFY(stage.openRegion());
        stage.app().live()->begin();
        QTRY_VERIFY(fake.listener);
        services::LiveBoard board;
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        const Datastream heat =
            liveStream(QStringLiteral("a"), QStringLiteral("Lufttemperatur"), ActionField::EnergyAndEnvironment);
        board.take(std::vector{heat});
        board.take(std::vector{liveValue(heat, 21.4)});
        fake.listener(board.takeSnapshot());

        const QString row = QStringLiteral("Live: ") + actionFieldTitle(ActionField::EnergyAndEnvironment);
        QTRY_VERIFY(stage.says(row));
        QVERIFY(stage.says(QStringLiteral("Demo-Daten (erzeugt)")));
        QVERIFY(stage.click(row));
        QTRY_VERIFY(stage.says(QStringLiteral("Station a")));
        QVERIFY(stage.click(QStringLiteral("Station a")));
        QTRY_VERIFY(stage.says(QStringLiteral("21,4\u00A0°C")));
        QVERIFY(stage.says(QStringLiteral("Lufttemperatur")));
        board.take(std::vector{liveValue(heat, 22.5)});
        fake.listener(board.takeSnapshot());
        QTRY_VERIFY(stage.says(QStringLiteral("22,5\u00A0°C")));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.app().live()->details()->isOpen());
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void aThingShowsHowItRanAndTheClockHoldsIt()
    {
        const Instant then = toInstant(QDateTime(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC));
        const Datastream heat =
            liveStream(QStringLiteral("a"), QStringLiteral("Lufttemperatur"), ActionField::EnergyAndEnvironment);
        FakeLive fake;
        for (int minute = -1440; minute <= 0; minute += 10)
            if (minute < -700 || minute > -500)
                fake.past.push_back(
                    liveValue(heat, 9 + 5 * std::sin(minute / 230.0), then + std::chrono::minutes(minute)));
        fake.asItWas = [&](Instant instant) {
            services::LiveBoard past;
            past.setSource(
                {QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
            past.take(std::vector{heat});
            past.take(std::vector{liveValue(heat, 7.5, instant - std::chrono::minutes(4))});
            auto snapshot = std::make_shared<services::LiveSnapshot>(*past.takeSnapshot());
            snapshot->replayed = instant;
            return snapshot;
        };
        StageOptions options{emptyRegion(), {}, {}, false, {}};
        options.live = fake.maker();
        services::OpenedLayer layer;
        layer.info.id = QStringLiteral("terrain");
        options.region.layers.push_back(layer);
        WindowStage stage(std::move(options));
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QVERIFY(stage.openRegion());
        stage.app().live()->begin();
        QTRY_VERIFY(!stage.app().live()->feed().expired());
        services::LiveBoard board;
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        board.take(std::vector{heat});
        board.take(std::vector{liveValue(heat, 21.4)});
        fake.listener(board.takeSnapshot());
        QTRY_VERIFY(stage.app().live()->snapshot());
        stage.app().live()->details()->openThing(QStringLiteral("demo/a"));
        QTRY_VERIFY(stage.says(QStringLiteral("21,4\u00A0°C")));

        stage.app().clock()->setInstant(toDateTime(then));
        QTRY_VERIFY(stage.says(QStringLiteral("7,5\u00A0°C")));
        QVERIFY(!stage.says(QStringLiteral("21,4\u00A0°C")));
        QVERIFY(stage.says(QStringLiteral("Wiedergabe: Sa 14.03.2026 14:32")));
        QVERIFY(stage.says(QStringLiteral("vor 4 min")));
        QVERIFY(stage.click(QStringLiteral("Verlauf")));
        QTRY_VERIFY(stage.says(QStringLiteral("24 Stunden")));
        HistoryModel& history = *stage.app().live()->history();
        QTRY_VERIFY(!history.series().isEmpty() && !history.isLoading());
        QCOMPARE(history.range().to, then);
        QVERIFY(stage.control(QAccessible::Chart, QStringLiteral("Verlauf ") + history.rangeText()));
        keepPicture(stage, "chart.png");
        QVERIFY(stage.click(QStringLiteral("7 Tage")));
        QTRY_COMPARE(history.preset(), 1);
        QVERIFY(stage.click(QStringLiteral("Jetzt")));
        QTRY_VERIFY(!stage.says(QStringLiteral("Wiedergabe: Sa 14.03.2026 14:32")));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void theClockOpensAndPlays()
    {
        WindowStage stage;
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QVERIFY(stage.openRegion());
        ClockModel& clock = *stage.app().clock();
        clock.setInstant(QDateTime(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC));
        QVERIFY(stage.click(clock.dateText() + QStringLiteral("  ") + clock.timeText()));
        QTRY_VERIFY(stage.says(QStringLiteral("angehalten")));
        keepPicture(stage, "clock.png");
        QQuickItem* play = stage.control(QAccessible::Button, QStringLiteral("Abspielen"));
        QVERIFY(play);
        const QPoint middle = play->mapToScene(QPointF(play->width() / 2, play->height() / 2)).toPoint();
        QTest::mouseClick(&stage.window(), Qt::LeftButton, {}, middle);
        QTRY_VERIFY(clock.isPlaying());
        QTRY_VERIFY(clock.utc() > QDateTime(QDate(2026, 3, 14), QTime(13, 33), Qt::UTC));
        clock.now();
        QTRY_VERIFY(stage.says(QStringLiteral("LIVE")));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }
};

TWIN_GUI_TEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
