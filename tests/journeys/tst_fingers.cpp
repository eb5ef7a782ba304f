// SPDX-License-Identifier: GPL-3.0-or-later
// With fingers alone. Only letters come from elsewhere: from the keyboard that the system puts on the screen.
#include "app/viewport/CityViewport.h"
#include "journeys/Journey.h"
#include "journeys/LayoutFlaws.h"
#include "support/GuiTestMain.h"

#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStyleHints>

using namespace twin;
using namespace twin::test;

namespace {

constexpr double fingerPixels = 44;

} // namespace

class FingersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QPointingDevice> m_device;
    std::unique_ptr<Journey> m_person;

    AppModel& app() { return m_person->app(); }
    viewport::CityViewport& view() { return m_person->view(); }
    QTest::QTouchEventSequence touch() { return QTest::touchEvent(&m_person->window(), m_device.get(), false); }

    void tap(QPoint place)
    {
        touch().press(0, place).commit();
        touch().release(0, place).commit();
    }
    void tap(QAccessible::Role role, const QString& name)
    {
        const QPoint place = resting([&] { return findControl(m_person->window(), role, name); });
        QVERIFY2(!place.isNull(), qPrintable(name));
        tap(place);
    }
    void twoFingers(QPoint a, QPoint b, QPoint stepA, QPoint stepB)
    {
        touch().press(0, a).press(1, b).commit();
        for (int i = 1; i <= 6; ++i) {
            touch().move(0, a + i * stepA).move(1, b + i * stepB).commit();
            QTest::qWait(5);
        }
        touch().release(0, a + 6 * stepA).release(1, b + 6 * stepB).commit();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_device.reset(QTest::createTouchDevice());
        QGuiApplication::styleHints()->setMouseDoubleClickInterval(5000); // a slow machine taps slowly
    }
    void cleanup()
    {
        QVERIFY2(m_person->warnings().isEmpty(), qPrintable(m_person->warnings()));
        m_person.reset();
    }

    void fromFirstWordsToAMeasuredDistance()
    {
        m_person = std::make_unique<Journey>();
        QVERIFY(m_person->begin());
        app().settings()->setIntroRead(false);
        QVERIFY(!app().settings()->isTouch());
        tap(QAccessible::Button, QStringLiteral("Los geht’s"));
        QTRY_VERIFY(app().settings()->isIntroRead());
        QTRY_VERIFY(app().settings()->isTouch()); // from now on everything is large enough
        QStringList small;
        QTRY_VERIFY2((small = smallTargets(m_person->window(), fingerPixels)).isEmpty(),
                     qPrintable(small.join(QLatin1Char('\n'))));

        tap(QAccessible::EditableText, QStringLiteral("Suchen"));
        QTRY_COMPARE(m_person->focusName(), QStringLiteral("Suchen"));
        m_person->type(QStringLiteral("Reinoldikirche"));
        QTRY_VERIFY(app().search()->count() > 0);
        QTRY_VERIFY2((small = smallTargets(m_person->window(), fingerPixels)).isEmpty(),
                     qPrintable(small.join(QLatin1Char('\n'))));
        const QPoint hit = resting([&] {
            return visibleItems(m_person->window(), [](const QQuickItem& item) { return isA(item, "SearchHit"); })
                .value(0);
        });
        tap(hit);
        QTRY_VERIFY(!app().inspector()->bounds().isEmpty());
        QVERIFY(m_person->settle());
        const LocalPosition tower = m_person->inspected(0.1);
        tap(QAccessible::Button, QStringLiteral("Auswahl aufheben"));
        QTRY_VERIFY(!app().inspector()->isActive());
        QVERIFY(m_person->settle());
        const auto pixel = m_person->pixelOf(tower);
        QVERIFY(pixel);
        tap(*pixel); // the nave
        QTRY_VERIFY(m_person->says(QStringLiteral("Gebäudeteil")));
        QTRY_VERIFY(m_person->says(QStringLiteral("Höhe (gemessen)")));
        QTRY_VERIFY2((small = smallTargets(m_person->window(), fingerPixels)).isEmpty(),
                     qPrintable(small.join(QLatin1Char('\n'))));
        tap(QAccessible::Button, QStringLiteral("Auswahl aufheben"));
        QTRY_VERIFY(!app().inspector()->isActive());

        tap(QAccessible::Button, QStringLiteral("Senkrecht von oben"));
        QVERIFY(m_person->settle());
        tap(QAccessible::Button, QStringLiteral("Messen"));
        QTRY_VERIFY(app().measure()->isActive());
        tap({450, 560});
        QTRY_COMPARE(app().measure()->pointCount(), 1);
        tap({700, 600});
        tap({700, 600}); // twice: the last point
        QTRY_VERIFY(app().measure()->isFinished());
        QCOMPARE(app().measure()->pointCount(), 2);
        tap(QAccessible::Button, QStringLiteral("Messen beenden"));
        QTRY_VERIFY(!app().measure()->isActive());
    }

    void fingersMoveTheCity()
    {
        m_person = std::make_unique<Journey>();
        QVERIFY(m_person->begin());
        const CameraState start = view().camera();
        touch().press(0, {600, 500}).commit();
        for (int i = 1; i <= 6; ++i)
            touch().move(0, {600 - 20 * i, 500}).commit();
        touch().release(0, {480, 500}).commit();
        QTRY_VERIFY(length(view().camera().eye - start.eye) > 1);
        QCOMPARE(view().camera().headingDegrees, start.headingDegrees);

        QVERIFY(m_person->settle());
        const double far = view().navigator().heightAboveGround();
        twoFingers({560, 450}, {680, 450}, {-10, 0}, {10, 0});
        QTRY_VERIFY(view().navigator().heightAboveGround() < far);

        QVERIFY(m_person->settle());
        const double pitch = view().camera().pitchDegrees;
        twoFingers({560, 500}, {680, 500}, {0, -10}, {0, -10});
        QTRY_VERIFY2(view().camera().pitchDegrees > pitch + 1,
                     qPrintable(QString::number(view().camera().pitchDegrees)));
    }

    void aFingerThatRestsTakesMoreIntoTheSelection()
    {
        m_person = std::make_unique<Journey>();
        QVERIFY(m_person->begin());
        m_person->press(Qt::Key_K, Qt::ControlModifier);
        m_person->type(QStringLiteral("Reinoldikirche"));
        QTRY_VERIFY(app().search()->count() > 0);
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(!app().inspector()->bounds().isEmpty());
        QVERIFY(m_person->settle());
        const QString church = app().selection().current().id;
        // Another house: somewhere round the church.
        for (int i = 0; i < 24 && app().selection().selected().size() < 2; ++i) {
            const QPoint place(420 + 60 * (i % 6), 330 + 90 * (i / 6));
            touch().press(0, place).commit();
            QTest::qWait(QGuiApplication::styleHints()->mousePressAndHoldInterval() + 100);
            touch().release(0, place).commit();
            QTest::qWait(50);
            QVERIFY(m_person->settle());
        }
        QCOMPARE(app().selection().selected().size(), 2);
        QCOMPARE(app().selection().selected().constFirst().id, church);

        // Tapped twice: one flies there.
        const CameraState before = view().camera();
        tap({520, 420});
        tap({520, 420});
        QTRY_VERIFY(length(view().camera().eye - before.eye) > 1);
    }
};

TWIN_GUI_TEST_MAIN(FingersTest)
#include "tst_fingers.moc"
