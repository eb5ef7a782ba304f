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
    void keepPicture(const char* name)
    {
        const QString folder = qEnvironmentVariable("TWIN_KEEP_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_stage->window().grabWindow().save(folder + QLatin1Char('/') + QLatin1String(name)));
    }
    [[nodiscard]] std::unique_ptr<services::LiveBoard> board() const
    {
        auto made = std::make_unique<services::LiveBoard>();
        made->setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        made->take(std::vector{m_heat});
        return made;
    }
    /// The source reports a value.
    void arrives(double value)
    {
        m_board->take(std::vector{liveValue(m_heat, value)});
        m_fake->listener(m_board->takeSnapshot());
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeLive>();
        StageOptions options{emptyRegion(), {}, {}, false, {}};
        options.live = m_fake->maker();
        services::OpenedLayer layer;
        layer.info.id = QStringLiteral("terrain");
        options.region.layers.push_back(layer);
        m_stage = std::make_unique<WindowStage>(std::move(options));
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QVERIFY(m_stage->openRegion());
        m_stage->app().live()->begin();
        QTRY_VERIFY(m_fake->listener && !m_stage->app().live()->feed().expired());
        m_board = board();
    }
    void cleanup()
    {
        QVERIFY2(m_stage->warnings().isEmpty(), qPrintable(m_stage->warnings()));
        m_stage.reset();
    }

    void aFieldOpensItsThingsAndAThingItsValues()
    {
        arrives(21.4);
        const QString row = QStringLiteral("Live: ") + actionFieldTitle(ActionField::EnergyAndEnvironment);
        QTRY_VERIFY(m_stage->says(row));
        QVERIFY(m_stage->says(QStringLiteral("Demo-Daten (erzeugt)")));
        QVERIFY(m_stage->click(row));
        QTRY_VERIFY(m_stage->says(QStringLiteral("Station a")));
        QVERIFY(m_stage->click(QStringLiteral("Station a")));
        QTRY_VERIFY(m_stage->says(QStringLiteral("21,4\u00A0°C")));
        QVERIFY(m_stage->says(QStringLiteral("Lufttemperatur")));
        arrives(22.5);
        QTRY_VERIFY(m_stage->says(QStringLiteral("22,5\u00A0°C")));
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->app().live()->details()->isOpen());
    }

    void aThingShowsHowItRanAndTheClockHoldsIt()
    {
        const Instant then = toInstant(QDateTime(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC));
        for (int minute = -1440; minute <= 0; minute += 10)
            if (minute < -700 || minute > -500)
                m_fake->past.push_back(
                    liveValue(m_heat, 9 + 5 * std::sin(minute / 230.0), then + std::chrono::minutes(minute)));
        m_fake->asItWas = [this](Instant instant) {
            const auto past = board();
            past->take(std::vector{liveValue(m_heat, 7.5, instant - std::chrono::minutes(4))});
            auto snapshot = std::make_shared<services::LiveSnapshot>(*past->takeSnapshot());
            snapshot->replayed = instant;
            return snapshot;
        };
        arrives(21.4);
        QTRY_VERIFY(m_stage->app().live()->snapshot());
        m_stage->app().live()->details()->openThing(QStringLiteral("demo/a"));
        QTRY_VERIFY(m_stage->says(QStringLiteral("21,4\u00A0°C")));

        m_stage->app().clock()->setInstant(toDateTime(then));
        QTRY_VERIFY(m_stage->says(QStringLiteral("7,5\u00A0°C")));
        QVERIFY(!m_stage->says(QStringLiteral("21,4\u00A0°C")));
        QVERIFY(m_stage->says(QStringLiteral("Wiedergabe: Sa 14.03.2026 14:32")));
        QVERIFY(m_stage->says(QStringLiteral("vor 4 min")));
        QVERIFY(m_stage->click(QStringLiteral("Verlauf")));
        QTRY_VERIFY(m_stage->says(QStringLiteral("24 Stunden")));
        HistoryModel& history = *m_stage->app().live()->history();
        QTRY_VERIFY(!history.series().isEmpty() && !history.isLoading());
        QCOMPARE(history.range().to, then);
        QVERIFY(m_stage->control(QAccessible::Chart, QStringLiteral("Verlauf ") + history.rangeText()));
        keepPicture("chart.png");
        // The same as a table, by the keyboard, which brings the button into sight.
        QQuickItem* asTable = m_stage->control(QAccessible::Button, QStringLiteral("Als Tabelle"));
        QVERIFY(asTable);
        asTable->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&m_stage->window(), Qt::Key_Return);
        QTRY_VERIFY(m_stage->says(QStringLiteral("Zeit ab")));
        QVERIFY(m_stage->control(QAccessible::Table, QStringLiteral("Verlauf ") + history.rangeText()));
        QTRY_VERIFY(m_stage->says(history.rows().constFirst().toMap()[QStringLiteral("time")].toString()));
        keepPicture("table.png");
        QVERIFY(m_stage->click(QStringLiteral("7 Tage")));
        QTRY_COMPARE(history.preset(), 1);
        QVERIFY(m_stage->click(QStringLiteral("Jetzt")));
        QTRY_VERIFY(!m_stage->says(QStringLiteral("Wiedergabe: Sa 14.03.2026 14:32")));
    }

    void theClockOpensAndPlays()
    {
        ClockModel& clock = *m_stage->app().clock();
        clock.setInstant(QDateTime(QDate(2026, 3, 14), QTime(13, 32), Qt::UTC));
        QVERIFY(m_stage->click(clock.dateText() + QStringLiteral("  ") + clock.timeText()));
        QTRY_VERIFY(m_stage->says(QStringLiteral("angehalten")));
        keepPicture("clock.png");
        QQuickItem* play = m_stage->control(QAccessible::Button, QStringLiteral("Abspielen"));
        QVERIFY(play);
        const QPoint middle = play->mapToScene(QPointF(play->width() / 2, play->height() / 2)).toPoint();
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, middle);
        QTRY_VERIFY(clock.isPlaying());
        QTRY_VERIFY(clock.utc() > QDateTime(QDate(2026, 3, 14), QTime(13, 33), Qt::UTC));
        clock.now();
        QTRY_VERIFY(m_stage->says(QStringLiteral("LIVE")));
    }

private:
    const Datastream m_heat =
        liveStream(QStringLiteral("a"), QStringLiteral("Lufttemperatur"), ActionField::EnergyAndEnvironment);
    std::unique_ptr<services::LiveBoard> m_board;
    std::unique_ptr<FakeLive> m_fake;
    std::unique_ptr<WindowStage> m_stage; ///< ends before what feeds it
};

TWIN_GUI_TEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
