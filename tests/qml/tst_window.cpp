// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/WindowStage.h"
#include "support/GuiTestMain.h"

#include <QDropEvent>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

using namespace twin;
using namespace twin::test;

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsWithoutWarningsInEveryTheme_data()
    {
        QTest::addColumn<QString>("theme");
        for (const char* theme : {"light", "dark", "contrast"})
            QTest::newRow(theme) << QString::fromLatin1(theme);
    }
    void loadsWithoutWarningsInEveryTheme()
    {
        QFETCH(QString, theme);
        WindowStage stage;
        QVERIFY(stage.app().settings()->overrideTheme(theme));
        QVERIFY(stage.openRegion());
        stage.app().issues()->add({ErrorCode::NotFound, QStringLiteral("Probe"), {}, {}, {}});
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        stage.app().search()->setQuery(QStringLiteral("392514 5708120"));
        stage.app().settings()->setScale(1.5);
        QTest::qWait(200);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void droppedRegionIsOpened()
    {
        WindowStage stage;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/region"))});
        const QPoint middle(400, 300);
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&stage.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&stage.window(), &drop);
        QTRY_COMPARE(stage.app().region()->state(), RegionModel::State::Open);
    }

    void importShowsProgressAndStops()
    {
        WindowStage stage({emptyRegion(), {}, {}, /*slowImport*/ true});
        stage.app().importer()->openPaths({QStringLiteral("/tmp/stadt.gml")});
        QTRY_VERIFY(stage.says(QStringLiteral("Gebäude lesen · 50 %")));
        QVERIFY(stage.click(QStringLiteral("Abbrechen")));
        QTRY_VERIFY(!stage.app().importer()->isRunning());
        QCOMPARE(stage.app().issues()->count(), 0); // a person's own wish is no trouble
        QVERIFY(stage.find(QStringLiteral("Datei öffnen …"))->isVisible());
    }

    void brokenFileSaysWhatToDoAndKeepsTheRegion()
    {
        WindowStage stage;
        QVERIFY(stage.openRegion());
        stage.app().importer()->openPaths({QStringLiteral("/tmp/kaputt.gml")});
        QTRY_VERIFY(stage.says(QStringLiteral("Die Datei ist beschädigt.")));
        QVERIFY(stage.says(QStringLiteral("Laden Sie die Datei neu.")));
        QCOMPARE(stage.app().region()->state(), RegionModel::State::Open);
    }

    void severalObjectsAreCounted()
    {
        WindowStage stage;
        QVERIFY(stage.openRegion());
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        stage.app().selection().toggle({QStringLiteral("buildings"), QStringLiteral("b")});
        QTRY_VERIFY(stage.says(QStringLiteral("2 Objekte ausgewählt")));
        stage.app().selection().toggle({QStringLiteral("buildings"), QStringLiteral("b")});
        QTRY_VERIFY(!stage.says(QStringLiteral("2 Objekte ausgewählt")));
    }

    void keyboardReachesEverything()
    {
        WindowStage stage;
        QQuickWindow* window = &stage.window();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QVERIFY(stage.openRegion());
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY2(stage.focusName().contains(QLatin1String("TextField")), qPrintable(stage.focusName()));
        for (const char key : QByteArrayLiteral("392514 5708120"))
            QTest::keyClick(window, key);
        QTRY_COMPARE(stage.app().search()->count(), 1);
        QTRY_VERIFY(stage.says(QStringLiteral("Koordinate"))); // the hit's group
        QSignalSpy flown(&stage.app(), &AppModel::flyRequested);
        QTest::keyClick(window, Qt::Key_Return);
        QTRY_COMPARE(flown.count(), 1);
        QTRY_VERIFY(stage.focusName().contains(QLatin1String("CityViewport")));
        QVERIFY(!stage.says(QStringLiteral("Koordinate"))); // the list of hits is closed
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_COMPARE(stage.app().search()->query(), QString());
        QTRY_VERIFY(stage.focusName().contains(QLatin1String("CityViewport")));

        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        QSet<const QQuickItem*> seen;
        QString last;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(window, Qt::Key_F6);
            QTest::qWait(20);
            seen += window->activeFocusItem();
            last = stage.focusName();
        }
        QCOMPARE(seen.size(), 4); // four panels, four places
        QVERIFY(last.contains(QLatin1String("CityViewport")));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!stage.app().inspector()->isActive());
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }
};

TWIN_GUI_TEST_MAIN(WindowTest)
#include "tst_window.moc"
