// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses with the mouse and the keyboard: the look, the language, the time.
#include "qml/WindowStage.h"
#include "support/GuiTestMain.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>

using namespace twin;
using namespace twin::test;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void themeStaysAfterARestart()
    {
        const QColor light("#F5F6F4");
        const QColor dark("#12181C");
        {
            WindowStage stage(options());
            QCOMPARE(background(stage), light);
            QVERIFY(stage.click(QStringLiteral("Ansicht und Sprache")));
            QVERIFY(stage.click(QStringLiteral("Dunkel")));
            QTRY_COMPARE(background(stage), dark);
            QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
        }
        WindowStage again(options());
        QCOMPARE(background(again), dark);
        QVERIFY(again.click(QStringLiteral("Ansicht und Sprache")));
        QVERIFY(again.click(QStringLiteral("Hell")));
        QTRY_COMPARE(background(again), light);
    }

    void languageStaysAfterARestart()
    {
        {
            WindowStage stage(options());
            QVERIFY(stage.openRegion());
            QVERIFY(stage.says(QStringLiteral("Erkunden")));
            QVERIFY(stage.click(QStringLiteral("Ansicht und Sprache")));
            QVERIFY(stage.click(QStringLiteral("English")));
            QTRY_VERIFY(stage.says(QStringLiteral("Explore")));
            QVERIFY(stage.says(QStringLiteral("Now")));
            QVERIFY(stage.says(QStringLiteral("High contrast")));
            QVERIFY(!stage.says(QStringLiteral("Erkunden")));
            QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
        }
        WindowStage again(options());
        QVERIFY(again.openRegion());
        QVERIFY(again.says(QStringLiteral("Explore")));
        QVERIFY(again.says(QStringLiteral("Demo data (generated)")));
        QVERIFY(again.click(QStringLiteral("Display and language")));
        QVERIFY(again.click(QStringLiteral("Deutsch")));
        QTRY_VERIFY(again.says(QStringLiteral("Erkunden")));
        QVERIFY(!again.says(QStringLiteral("Explore")));
    }

    void sizeAndMotionStayAfterARestart()
    {
        {
            WindowStage stage(options());
            QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
            QVERIFY(stage.click(QStringLiteral("Ansicht und Sprache")));
            QVERIFY(stage.click(QStringLiteral("Bewegung reduzieren")));
            QTRY_VERIFY(stage.app().settings()->reducedMotion());
            QQuickItem* slider =
                stage.control(QAccessible::Slider, QStringLiteral("Größe von Schrift und Bedienelementen"));
            QVERIFY(slider);
            slider->forceActiveFocus(Qt::TabFocusReason);
            for (int i = 0; i < 3; ++i)
                QTest::keyClick(&stage.window(), Qt::Key_Right);
            QTRY_VERIFY(qFuzzyCompare(stage.app().settings()->scale(), 1.3));
            QVERIFY(stage.says(QStringLiteral("Größe von Schrift und Bedienelementen: 130 %")));
        }
        WindowStage again(options());
        QCOMPARE(again.app().settings()->scale(), 1.3);
        QVERIFY(again.app().settings()->reducedMotion());
    }

    void timeIsChosenAndComesBackToNow()
    {
        WindowStage stage;
        QVERIFY(stage.openRegion());
        ClockModel& clock = *stage.app().clock();
        clock.setInstant(QDateTime({2026, 3, 10}, {11, 0}, Qt::UTC)); // noon at the place
        QCOMPARE(clock.timeText(), QStringLiteral("12:00"));
        QVERIFY(stage.click(QStringLiteral("Di 10.03.2026  12:00")));

        QQuickItem* hours = slider(stage, QStringLiteral("Uhrzeit"));
        QVERIFY(hours);
        drag(stage, *hours, 0.75);
        QTRY_VERIFY2(std::abs(clock.minuteOfDay() - 1080) < 60, qPrintable(clock.timeText()));
        QCOMPARE(clock.minuteOfDay() % 5, 0);
        QCOMPARE(clock.dayOfYear(), 69); // the day stays
        QVERIFY(!clock.isLive());
        QVERIFY(stage.says(clock.timeText()));

        hours->forceActiveFocus(Qt::TabFocusReason);
        const int before = clock.minuteOfDay();
        QTest::keyClick(&stage.window(), Qt::Key_Left);
        QTRY_COMPARE(clock.minuteOfDay(), before - 5);

        QQuickItem* days = slider(stage, QStringLiteral("Tag im Jahr"));
        QVERIFY(days);
        drag(stage, *days, 0.5);
        QTRY_VERIFY2(std::abs(clock.dayOfYear() - 183) < 15, qPrintable(clock.dateText()));
        QCOMPARE(clock.minuteOfDay(), before - 5); // the hour stays, daylight saving or not

        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_VERIFY(!slider(stage, QStringLiteral("Uhrzeit")));
        QVERIFY(stage.click(QStringLiteral("Jetzt")));
        QTRY_VERIFY(clock.isLive());
        QVERIFY(clock.utc().secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

private:
    [[nodiscard]] StageOptions options() const
    {
        return {emptyRegion(), {}, m_folder->filePath(QStringLiteral("settings.ini")), false};
    }
    [[nodiscard]] static QColor background(WindowStage& stage) { return stage.window().color(); }
    [[nodiscard]] static QQuickItem* slider(WindowStage& stage, const QString& name)
    {
        return stage.control(QAccessible::Slider, name);
    }
    /// Drags the handle to a part of the slider's length.
    static void drag(WindowStage& stage, const QQuickItem& slider, double part)
    {
        const auto at = [&](double place) {
            return slider.mapToScene({9 + (slider.width() - 18) * place, slider.height() / 2}).toPoint();
        };
        const double from = slider.property("visualPosition").toDouble();
        QTest::mousePress(&stage.window(), Qt::LeftButton, {}, at(from));
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(&stage.window(), at(from + (part - from) * i / 10));
        QTest::mouseRelease(&stage.window(), Qt::LeftButton, {}, at(part));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TWIN_GUI_TEST_MAIN(SettingsTest)
#include "tst_settings.moc"
