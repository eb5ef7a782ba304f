// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kept views, the help's rows, what settings keep of navigation, the status line's notations.
#include "app/viewmodels/finding/Bindings.h"
#include "app/viewmodels/finding/BookmarkModel.h"
#include "app/viewmodels/finding/HelpModel.h"
#include "app/viewmodels/StatusModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class ViewsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QLocale::setDefault(QLocale(QLocale::German));
    }

    void viewsAreKeptWithTheirRegion()
    {
        QSettings store(m_folder.filePath(QStringLiteral("views.ini")), QSettings::IniFormat);
        const ProjectedPosition origin{392000, 5708000, 60};
        const SceneFrame frame(origin);
        BookmarkModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRegion(RegionMemory(store, QStringLiteral("Dortmund"), origin), frame);
        CameraState camera{{100, 200, 50}, 33, -20, 45};
        QCOMPARE(model.add(camera), 0);
        camera.eye.x = 900;
        QCOMPARE(model.add(camera), 1);
        QCOMPARE(model.data(model.index(0), BookmarkModel::NameRole).toString(), QStringLiteral("Ansicht 1"));
        QCOMPARE(model.data(model.index(1), BookmarkModel::KeyRole).toString(), QStringLiteral("2"));
        model.rename(0, QStringLiteral("  Blick   zum Turm "));
        model.rename(0, QStringLiteral("  "));
        model.rename(7, QStringLiteral("x"));
        model.remove(1);
        QCOMPARE(model.add(camera), 1);
        QCOMPARE(model.data(model.index(1), BookmarkModel::NameRole).toString(), QStringLiteral("Ansicht 2"));

        // The same region written with another origin lies elsewhere in the scene; its views do not.
        BookmarkModel again;
        again.setRegion(RegionMemory(store, QStringLiteral("Dortmund"), origin), SceneFrame({391000, 5708000, 60}));
        QCOMPARE(again.count(), 2);
        QCOMPARE(again.data(again.index(0), BookmarkModel::NameRole).toString(), QStringLiteral("Blick zum Turm"));
        QSignalSpy wanted(&again, &BookmarkModel::viewRequested);
        again.go(0);
        again.go(5);
        QCOMPARE(wanted.count(), 1);
        const CameraState back = wanted.takeFirst().at(0).value<CameraState>();
        QCOMPARE(back.eye, (LocalPosition{1100, 200, 50}));
        QCOMPARE(back.headingDegrees, 33.0);
        QCOMPARE(back.pitchDegrees, -20.0);

        BookmarkModel elsewhere;
        elsewhere.setRegion(RegionMemory(store, QStringLiteral("Schwerte"), origin), frame);
        QCOMPARE(elsewhere.count(), 0);
        BookmarkModel nowhere; // no region
        QCOMPARE(nowhere.add(camera), 0);
        nowhere.remove(0);
        QCOMPARE(nowhere.count(), 0);
    }

    void damagedSettingsAreNoViews()
    {
        QSettings store(m_folder.filePath(QStringLiteral("bad.ini")), QSettings::IniFormat);
        const RegionMemory memory(store, QStringLiteral("x"), {});
        RegionMemory(memory).keep(QStringLiteral("views"), QJsonArray{1, QStringLiteral("a"), QJsonArray{}});
        BookmarkModel model;
        model.setRegion(memory, {});
        QCOMPARE(model.count(), 0);
        for (const QString& key : store.allKeys())
            store.setValue(key, QStringLiteral("{broken"));
        model.setRegion(memory, {});
        QCOMPARE(model.count(), 0);
    }

    void presetsBindEveryGesture_data()
    {
        QTest::addColumn<int>("preset");
        QTest::newRow("standard") << 0;
        QTest::newRow("cesium") << 1;
        QTest::newRow("cad") << 2;
    }
    void presetsBindEveryGesture()
    {
        QFETCH(int, preset);
        const auto kind = static_cast<NavigationPreset>(preset);
        QVERIFY(!dragWords(kind, DragGesture::Pan).isEmpty());
        QVERIFY(!dragWords(kind, DragGesture::Orbit).isEmpty());
        const auto all = dragBindings(kind);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(int(dragGesture(kind, all[i].button, all[i].modifier)), int(all[i].gesture));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(all[i].button != all[k].button || all[i].modifier != all[k].modifier, "bound twice");
        }
        QCOMPARE(int(dragGesture(kind, Qt::BackButton, {})), int(DragGesture::None));
    }

    void presetsDiffer()
    {
        QCOMPARE(int(dragGesture(NavigationPreset::Standard, Qt::RightButton, {})), int(DragGesture::Orbit));
        QCOMPARE(int(dragGesture(NavigationPreset::Cesium, Qt::RightButton, {})), int(DragGesture::Zoom));
        QCOMPARE(int(dragGesture(NavigationPreset::Cad, Qt::LeftButton, {})), int(DragGesture::None));
        QCOMPARE(int(dragGesture(NavigationPreset::Cad, Qt::MiddleButton, Qt::ShiftModifier)), int(DragGesture::Orbit));
    }

    void helpSaysWhatIsBound()
    {
        SettingsModel settings(
            std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat));
        HelpModel help(settings);
        const QAbstractItemModelTester tester(&help, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto orbit = [&] { return help.data(help.index(1), HelpModel::MouseRole).toString(); };
        QVERIFY(orbit().startsWith(QStringLiteral("rechte Taste ziehen")));
        QSignalSpy changed(&help, &HelpModel::dataChanged);
        settings.setNavigation(SettingsModel::Navigation::Cad);
        QCOMPARE(changed.count(), 1);
        QVERIFY(orbit().contains(QStringLiteral("Umschalt + mittlere Taste ziehen")));
    }

    void settingsComeBack()
    {
        const QString file = m_folder.filePath(QStringLiteral("again.ini"));
        {
            SettingsModel settings(std::make_unique<QSettings>(file, QSettings::IniFormat));
            QCOMPARE(settings.navigation(), SettingsModel::Navigation::Standard);
            settings.setNavigation(SettingsModel::Navigation::Cesium);
            settings.setNotation(SettingsModel::Notation::Mgrs);
            settings.setNotation(static_cast<SettingsModel::Notation>(9));
            settings.setIntroRead(true);
            settings.setMapShown(true);
        }
        const SettingsModel again(std::make_unique<QSettings>(file, QSettings::IniFormat));
        QCOMPARE(again.navigation(), SettingsModel::Navigation::Cesium);
        QCOMPARE(again.notation(), SettingsModel::Notation::Mgrs);
        QVERIFY(again.isIntroRead() && again.isMapShown());
    }

    void positionsInEveryNotation_data()
    {
        QTest::addColumn<int>("notation");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTM") << 0 << QStringLiteral("393 508 O  5 708 125 N");
        QTest::newRow("WGS84") << 1 << QStringLiteral("51,51420° N  7,46530° O");
        QTest::newRow("MGRS") << 2 << QStringLiteral("32U LC 93508 08124");
        QTest::newRow("GK") << 3 << QStringLiteral("R 2 601 760  H 5 709 871");
    }
    void positionsInEveryNotation()
    {
        QFETCH(int, notation);
        QFETCH(QString, text);
        StatusModel status;
        status.setPointer(ProjectedPosition{393508.235, 5708124.909, 87.3});
        QSignalSpy changed(&status, &StatusModel::pointerChanged);
        status.setNotation(static_cast<services::PositionNotation>(notation));
        QCOMPARE(changed.count(), notation == 0 ? 0 : 1);
        QCOMPARE(status.positionText().replace(QChar(0x202F), QLatin1Char(' ')), text);
        QVERIFY(!status.notationTitle().isEmpty());
        status.setPointer({});
        QVERIFY(status.positionText().isEmpty());
    }

    void tradedQualityIsSaid()
    {
        StatusModel status;
        StatusModel::Picture picture;
        status.setPicture(picture);
        QVERIFY(status.tradedText().isEmpty());
        picture.moving = true;
        status.setPicture(picture);
        QVERIFY(status.tradedText().contains(QStringLiteral("Vereinfacht")));
        picture.coarserThanAsked = 2;
        status.setPicture(picture);
        QVERIFY(status.tradedText().contains(QStringLiteral("Grafikspeicher")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ViewsModelTest)
#include "tst_views_model.moc"
