// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding one's way in the real window, by keyboard: commands, kept views, back and forward, compass, map, help,
// notations.
#include "app/viewport/CityViewport.h"
#include "app/viewport/MiniMap.h"
#include "app/viewport/navigation/CameraMath.h"
#include "qml/WindowStage.h"
#include "support/GuiTestMain.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

using namespace twin;
using namespace twin::test;

class FindingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_stage->app().settings()->setReducedMotion(true);
        QVERIFY(m_stage->openRegion());
        m_stage->view().forceActiveFocus();
    }
    void cleanup()
    {
        QVERIFY2(m_stage->warnings().isEmpty(), qPrintable(m_stage->warnings()));
        m_stage.reset();
    }

    void commandsAreCarriedOut()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type("dunkle farb");
        QTRY_COMPARE(m_stage->app().search()->count(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_stage->app().settings()->theme(), SettingsModel::Theme::Dark);
        QTRY_VERIFY(m_stage->focusName().contains(QLatin1String("CityViewport")));
    }

    void everyCommandIsKnownToTheWindow()
    {
        // What a command does is visible in something: nothing may be a name alone.
        m_stage->view().setCamera(camera(100, 140));
        Q_EMIT m_stage->app().commandRequested(QStringLiteral("north"));
        QTRY_VERIFY(std::abs(viewport::turnDegrees(0, m_stage->view().headingDegrees())) < 0.1);
        Q_EMIT m_stage->app().commandRequested(QStringLiteral("top"));
        QTRY_COMPARE(m_stage->view().pitchDegrees(), -90.0);
        Q_EMIT m_stage->app().commandRequested(QStringLiteral("cad"));
        QCOMPARE(m_stage->app().settings()->navigation(), SettingsModel::Navigation::Cad);
        Q_EMIT m_stage->app().commandRequested(QStringLiteral("views"));
        QTRY_VERIFY(m_stage->says(QStringLiteral("Diese Ansicht merken")));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->says(QStringLiteral("Diese Ansicht merken")));
    }

    void viewsAreKeptAndComeBackByTheirKey()
    {
        const CameraState there = camera(120, 40);
        m_stage->view().setCamera(there);
        press(Qt::Key_B);
        QTRY_COMPARE(m_stage->app().bookmarks()->count(), 1);
        QTRY_VERIFY(m_stage->says(QStringLiteral("Ansicht gemerkt (Taste 1)")));
        m_stage->view().setCamera(camera(400, 200));
        press(Qt::Key_1);
        QTRY_VERIFY(length(m_stage->view().camera().eye - there.eye) < 0.01);
        press(Qt::Key_9); // none
        QVERIFY(length(m_stage->view().camera().eye - there.eye) < 0.01);

        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(m_stage->says(QStringLiteral("Ansicht 1")));
        QQuickItem* list = m_stage->control(QAccessible::List, QStringLiteral("Gemerkte Ansichten"));
        QVERIFY(list);
        list->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_F2);
        QTRY_VERIFY2(m_stage->focusName().contains(QLatin1String("TextField")), qPrintable(m_stage->focusName()));
        press(Qt::Key_Escape);
    }

    void backAndForward()
    {
        const CameraState a = camera(50, 10);
        const CameraState b = camera(450, 100);
        QSignalSpy visits(&m_stage->view(), &viewport::CityViewport::historyChanged);
        m_stage->view().setCamera(a);
        QTRY_VERIFY(visits.count() > 0); // it came to rest there
        visits.clear();
        m_stage->view().setCamera(b);
        QTRY_VERIFY(visits.count() > 0 && m_stage->view().canGoBack());
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(length(m_stage->view().camera().eye - a.eye) < 0.01);
        QVERIFY(m_stage->view().canGoForward());
        press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(length(m_stage->view().camera().eye - b.eye) < 0.01);
    }

    void compassTurnsByKeysAndByDragging()
    {
        m_stage->view().setCamera(camera(250, 0));
        QQuickItem* compass = m_stage->control(QAccessible::Button, QStringLiteral("Nach Norden ausrichten"));
        QVERIFY(compass);
        compass->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Right);
        QTRY_VERIFY(std::abs(m_stage->view().headingDegrees() - 15) < 0.01);
        const QPoint middle = compass->mapToScene({compass->width() / 2, compass->height() / 2}).toPoint();
        QTest::mousePress(&m_stage->window(), Qt::LeftButton, {}, middle + QPoint(0, -12));
        QTest::mouseMove(&m_stage->window(), middle + QPoint(9, -9));
        QTest::mouseMove(&m_stage->window(), middle + QPoint(12, 0));
        QTest::mouseRelease(&m_stage->window(), Qt::LeftButton, {}, middle + QPoint(12, 0));
        QTRY_VERIFY2(std::abs(viewport::turnDegrees(-75, m_stage->view().headingDegrees())) < 2,
                     qPrintable(QString::number(m_stage->view().headingDegrees())));
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, middle);
        QTRY_VERIFY(std::abs(viewport::turnDegrees(0, m_stage->view().headingDegrees())) < 0.1);
    }

    void mapShowsAndLeads()
    {
        press(Qt::Key_M);
        QTRY_VERIFY(m_stage->app().settings()->isMapShown());
        QQuickItem* item =
            m_stage->control(QAccessible::Graphic, QStringLiteral("Region von oben mit dem Ausschnitt des Bildes"));
        QVERIFY(item);
        const auto* map = qobject_cast<viewport::MiniMap*>(item);
        QVERIFY(map);
        m_stage->view().setCamera(camera(250, 0));
        QTRY_VERIFY(length(map->placeAt(map->pointOf({100, 400, 0})) - LocalPosition{100, 400, 0}) < 0.01);
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {},
                          item->mapToScene(map->pointOf({100, 400, 0})).toPoint());
        const auto middle = [&] {
            const auto& view = m_stage->view();
            return view.navigator().groundUnder({view.width() / 2, view.height() / 2}).value_or(LocalPosition{});
        };
        QTRY_VERIFY2(std::hypot(middle().x - 100, middle().y - 400) < 12,
                     qPrintable(QStringLiteral("%1 %2").arg(middle().x).arg(middle().y)));
        press(Qt::Key_M);
        QTRY_VERIFY(!m_stage->app().settings()->isMapShown());
    }

    void onFootAndUpAgain()
    {
        m_stage->view().setCamera(camera(250, 0));
        press(Qt::Key_G);
        QTRY_VERIFY(m_stage->view().isWalking());
        QTRY_VERIFY(m_stage->says(QStringLiteral("Nach oben")));
        QVERIFY(std::abs(m_stage->view().navigator().heightAboveGround() - 1.7) < 0.01);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->view().isWalking());
        QTRY_VERIFY(m_stage->view().navigator().heightAboveGround() > 50);
    }

    void whoIsLostIsLedBack()
    {
        m_stage->view().setCamera({{1500, 250, 60}, 90, -10, 45});
        QTRY_VERIFY(m_stage->says(QStringLiteral("Die Region ist nicht im Bild")));
        press(Qt::Key_Home);
        QTRY_VERIFY(!m_stage->says(QStringLiteral("Die Region ist nicht im Bild")));
    }

    void helpShowsTheBindingsOfNow()
    {
        press(Qt::Key_F1);
        QTRY_VERIFY(m_stage->says(QStringLiteral("linke Taste ziehen")));
        QVERIFY(m_stage->click(QStringLiteral("CAD")));
        QTRY_VERIFY(m_stage->says(QStringLiteral("mittlere Taste ziehen")));
        press(Qt::Key_Escape);
    }

    void positionIsWrittenInTheNextNotationByAClick()
    {
        m_stage->app().status()->setPointer(ProjectedPosition{393508, 5708125, 87});
        const QString utm = m_stage->app().status()->positionText();
        QVERIFY(m_stage->click(utm));
        QTRY_COMPARE(m_stage->app().settings()->notation(), SettingsModel::Notation::Geographic);
        m_stage->app().status()->setPointer(ProjectedPosition{393508, 5708125, 87});
        QTRY_VERIFY(m_stage->says(m_stage->app().status()->positionText()));
        QVERIFY(m_stage->app().status()->positionText().contains(QChar(0xB0)));
    }

private:
    static CameraState camera(double x, double heading) { return {{x, 100, 150}, heading, -40, 45}; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_stage->window(), key, modifiers);
    }
    void type(const char* text)
    {
        for (const char* c = text; *c != '\0'; ++c)
            QTest::keyClick(&m_stage->window(), *c);
    }

    std::unique_ptr<WindowStage> m_stage;
};

TWIN_GUI_TEST_MAIN(FindingTest)
#include "tst_finding.moc"
