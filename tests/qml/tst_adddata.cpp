// SPDX-License-Identifier: GPL-3.0-or-later
// From files dropped on the window over their preview to layers, and back again.
#include "app/services/ImportService.h"
#include "app/services/quality/ObjectLink.h"
#include "qml/WindowStage.h"
#include "support/GuiTestMain.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QThread>

using namespace twin;
using namespace twin::test;

class AddDataTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;

    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    static void drop(QQuickWindow& window, const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls += QUrl::fromLocalFile(path);
        data.setUrls(urls);
        const QPoint middle(400, 300);
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
    }
    [[nodiscard]] StageOptions realRegion() const
    {
        auto region = services::openRegion(m_region);
        if (!region)
            qFatal("%s", qPrintable(region.error().toText()));
        return {*std::move(region), {}, {}, false, {}};
    }
    static int rowOf(WindowStage& stage, const QString& title)
    {
        for (int row = 0; row < stage.app().layers()->count(); ++row)
            if (stage.app().layers()->index(row).data(LayerModel::TitleRole).toString() == title)
                return row;
        return -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_region = m_folder.filePath(QStringLiteral("region"));
        services::ImportRequest request;
        request.sources = {QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml")};
        request.out = m_region;
        request.title = QStringLiteral("Testhausen");
        QVERIFY(services::importSources(request, {}, {}));
    }

    void droppedFilesBecomeLayersAndGoAgain()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        const QString trees = write("baeume.csv", "x;y;Art\n393010;5708010;Linde\n393090;5708095;Eiche\n");
        const QString broken = write("kaputt.geojson", R"({"type":"FeatureCollection","features":[{)");
        drop(stage.window(), {trees, broken});
        QTRY_VERIFY(stage.says(QStringLiteral("baeume.csv")));
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Ready);
        QTRY_VERIFY(stage.says(stage.app().addData()->summary()) && stage.says(stage.app().addData()->intent()));
        QTRY_VERIFY(stage.says(QStringLiteral("lesbar")) && stage.says(QStringLiteral("nicht lesbar")));
        stage.app().addData()->setOption(QStringLiteral("title"), QStringLiteral("Stadtbäume"));
        QVERIFY(stage.click(QStringLiteral("Hinzufügen")));
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Done);
        QVERIFY(stage.says(stage.app().addData()->outcome()));
        QVERIFY(stage.click(QStringLiteral("Fertig")));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.says(QStringLiteral("Fertig")), 30000); // it fades away over the notice
        QTRY_VERIFY(rowOf(stage, QStringLiteral("Stadtbäume")) >= 0);
        QTRY_VERIFY(stage.says(QStringLiteral("▾  Meine Daten")));

        QVERIFY(stage.click(QStringLiteral("Rückgängig")));
        QTRY_COMPARE(rowOf(stage, QStringLiteral("Stadtbäume")), -1);
        QTest::keyClick(&stage.window(), Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(rowOf(stage, QStringLiteral("Stadtbäume")) >= 0);
        stage.app().layers()->remove(rowOf(stage, QStringLiteral("Stadtbäume")));
        QTRY_COMPARE(rowOf(stage, QStringLiteral("Stadtbäume")), -1);
        QTRY_VERIFY(stage.says(QStringLiteral("„Stadtbäume“ wurde entfernt.")));
        QTest::keyClick(&stage.window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(rowOf(stage, QStringLiteral("Stadtbäume")) >= 0);
        QCOMPARE(stage.app().issues()->count(), 0);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void cityModelComesToTheOpenRegion()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        QFile houses(QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml"));
        QVERIFY(houses.open(QIODevice::ReadOnly));
        QByteArray planned = houses.readAll();
        planned.replace("\"TEST_NORD\"", "\"NEUBAU\""); // the others are there already
        drop(stage.window(), {write("planung.gml", planned)});
        QTRY_VERIFY(stage.app().addData()->canImport());
        QVERIFY(stage.app().addData()->goesToRegion());
        QTRY_VERIFY(stage.says(QStringLiteral("Objekte, die die Region schon hat")));
        stage.app().addData()->setOption(QStringLiteral("existing"), QStringLiteral("skip"));
        stage.app().table()->setOpen(true);
        QTRY_COMPARE(stage.app().table()->total(), 3);
        stage.app().addData()->start();
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Done);
        QTRY_VERIFY(rowOf(stage, QStringLiteral("planung")) >= 0);
        QTRY_COMPARE(stage.app().table()->total(), 4);
        stage.app().addData()->close();
        stage.app().selection().select({QStringLiteral("planung"), QStringLiteral("planung:NEUBAU")});
        const auto fact = [&stage](const QString& label) {
            for (const Fact& each : stage.app().inspector()->provenance()->facts())
                if (each.label == label)
                    return each.value;
            return QString();
        };
        QTRY_COMPARE(fact(QStringLiteral("Ebene")), QStringLiteral("planung"));
        QCOMPARE(fact(QStringLiteral("Datei")), QStringLiteral("planung.gml"));
        QCOMPARE(fact(QStringLiteral("Kennung (gml:id)")), QStringLiteral("NEUBAU"));
        stage.app().selection().clear();
        stage.app().table()->setOpen(false);
        stage.app().layers()->remove(rowOf(stage, QStringLiteral("planung")));
        QTRY_COMPARE(rowOf(stage, QStringLiteral("planung")), -1);
        stage.app().table()->setOpen(true);
        QTRY_COMPARE(stage.app().table()->total(), 3);
        QCOMPARE(stage.app().issues()->count(), 0);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void modelIsPlacedInThePicture()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        drop(stage.window(),
             {write("haus.gltf",
                    R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],)"
                    R"("meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"accessors":[{"bufferView":0,)"
                    R"("componentType":5126,"count":3,"type":"VEC3"}],"bufferViews":[{"buffer":0,"byteLength":36}],)"
                    R"("buffers":[{"byteLength":36,"uri":"data:application/octet-stream;base64,)"
                    R"(AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAA"}]})")});
        AddDataModel& model = *stage.app().addData();
        QTRY_COMPARE(model.state(), AddDataModel::State::Ready);
        QVERIFY(!model.canImport());
        QTRY_VERIFY(stage.says(QStringLiteral("Ort des 3D-Modells")));
        QVERIFY(stage.click(QStringLiteral("Im Bild zeigen …")));
        QVERIFY(model.isPlacing());
        QTRY_VERIFY(stage.control(QAccessible::Grouping, QStringLiteral("Ort im Bild zeigen")) != nullptr);
        QTRY_VERIFY(!stage.says(QStringLiteral("Ort des 3D-Modells")));
        QTest::keyClick(&stage.window(), Qt::Key_Escape); // thinks better of it
        QTRY_VERIFY(!model.isPlacing() && stage.says(QStringLiteral("Ort des 3D-Modells")));
        model.setOption(QStringLiteral("at"), QStringLiteral("393000, 5708000, 90, 45"));
        QTRY_VERIFY(model.canImport());
        model.setPlacing(true);
        model.placeAt({393020.5, 5708010.25, 95});
        QTRY_VERIFY(model.canImport());
        QCOMPARE(model.option(QStringLiteral("at")), QStringLiteral("393020.50, 5708010.25, 95.00, 45"));
        QTRY_VERIFY(stage.says(QStringLiteral("393020.50, 5708010.25, 95.00, 45")));
        model.start();
        QTRY_COMPARE(model.state(), AddDataModel::State::Done);
        QTRY_VERIFY(rowOf(stage, QStringLiteral("haus")) >= 0);
        model.close();
        stage.app().layers()->remove(rowOf(stage, QStringLiteral("haus")));
        QTRY_COMPARE(rowOf(stage, QStringLiteral("haus")), -1);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void heightsAreChosen()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        drop(stage.window(),
             {write("hallen.geojson",
                    R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},)"
                    R"("features":[{"type":"Feature","properties":{"Hoehe":12,"Fuss":100},)"
                    R"("geometry":{"type":"Polygon","coordinates":[[[393010,5708010],[393030,5708010],)"
                    R"([393030,5708030],[393010,5708010]]]}}]})")});
        AddDataModel& model = *stage.app().addData();
        QTRY_COMPARE(model.state(), AddDataModel::State::Ready);
        QVERIFY(!stage.says(QStringLiteral("Fuß der Körper")));
        QString height;
        for (const QVariant& option : model.options())
            for (const QVariant& choice : option.toMap()[QStringLiteral("choices")].toList())
                if (choice.toMap()[QStringLiteral("id")] == QStringLiteral("Hoehe"))
                    height = choice.toMap()[QStringLiteral("title")].toString();
        QVERIFY(stage.click(height));
        QTRY_COMPARE(model.option(QStringLiteral("extrude")), QStringLiteral("Hoehe"));
        QTRY_COMPARE(model.state(), AddDataModel::State::Ready);
        QTRY_VERIFY(stage.says(QStringLiteral("Fuß der Körper")));
        model.setOption(QStringLiteral("base"), QStringLiteral("Fuss"));
        QTRY_COMPARE(model.state(), AddDataModel::State::Ready);
        QCOMPARE(model.files()->files().front().extent.min.z, 100.0);
        QCOMPARE(model.files()->files().front().extent.max.z, 112.0);
        model.setOption(QStringLiteral("extrude"), QStringLiteral("Geschosse"));
        QTRY_VERIFY(model.state() == AddDataModel::State::Ready && !model.canImport());
        QTRY_VERIFY(stage.says(QStringLiteral("Die Daten haben kein Attribut „Geschosse“.")));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void themeIsChangedAndComesBack()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        const int row = rowOf(stage, QStringLiteral("Stadtbäume"));
        QVERIFY(row >= 0);
        stage.app().layers()->setTheme(row, QStringLiteral("energy-environment"));
        QTRY_VERIFY(stage.says(QStringLiteral("▾  Energie und Umwelt")));
        stage.app().undo()->undo();
        QTRY_VERIFY(!stage.says(QStringLiteral("▾  Energie und Umwelt")));
    }

    void missingSystemIsAskedFor()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        drop(stage.window(), {write("orte.csv", "x;y\n12;8000000\n13;8000001\n")});
        QTRY_VERIFY(stage.says(QStringLiteral("Web-Mercator")));
        QVERIFY(stage.says(QStringLiteral("Angabe fehlt")) && stage.says(QStringLiteral("Nennen Sie es unten.")));
        QVERIFY(!stage.app().addData()->canImport());
        QVERIFY(stage.click(QStringLiteral("Web-Mercator")));
        QTRY_VERIFY(stage.app().addData()->canImport());
        QTRY_VERIFY(stage.says(QStringLiteral("EPSG:3857, von Ihnen genannt")));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Closed);
    }

    void wrongDateIsSaidAndChangesNothing()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        drop(stage.window(), {write("neu.csv", "x;y\n393010;5708010\n")});
        QTRY_VERIFY(stage.app().addData()->canImport());
        stage.app().addData()->setOption(QStringLiteral("date"), QStringLiteral("gestern"));
        stage.app().addData()->start();
        QTRY_VERIFY(stage.app().addData()->problem().contains(QStringLiteral("01.05.1952")));
        QCOMPARE(stage.app().addData()->state(), AddDataModel::State::Ready);
        QCOMPARE(rowOf(stage, QStringLiteral("neu")), -1);
    }

    void issueLeadsToItsObject()
    {
        StageOptions options = realRegion();
        options.addData.preview = [](const services::PreviewRequest& request, const services::PreviewFound& found,
                                     const CancellationToken&,
                                     const ProgressSink&) -> Result<services::PreviewSummary> {
            services::SourcePreview file;
            file.info.path = request.sources.front();
            file.kind = LayerKind::Terrain;
            found(file, 0, 1);
            return services::PreviewSummary{{file}, 0};
        };
        options.addData.add = [](const services::AddRequest&, const CancellationToken&,
                                 const ProgressSink&) -> Result<services::AddSummary> {
            services::AddSummary summary;
            summary.import.issueCounts[QStringLiteral("building.above-terrain")] = 1;
            summary.import.skipped = {
                {QStringLiteral("building.above-terrain"), {}, {{}, -1, QStringLiteral("TEST_NORD")}}};
            return summary;
        };
        WindowStage stage(std::move(options));
        QVERIFY(stage.openRegion());
        drop(stage.window(), {m_folder.filePath(QStringLiteral("dgm.tif"))});
        QTRY_VERIFY(stage.app().addData()->canImport());
        stage.app().addData()->start();
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Done);
        QTRY_VERIFY(stage.says(QStringLiteral("TEST_NORD")));
        QSignalSpy flown(stage.app().layers(), &LayerModel::zoomRequested);
        stage.app().addData()->showObject(1);
        QTRY_COMPARE(flown.count(), 1);
        QCOMPARE(stage.app().selection().current().id, QStringLiteral("TEST_NORD"));
        QCOMPARE(stage.app().issues()->count(), 0);
    }

    /// A polygon that could not be read has no object of its name: its file and line lead to the building, which is one
    /// of an added layer here.
    void polygonLeadsToItsBuilding()
    {
        WindowStage stage(realRegion());
        QVERIFY(stage.openRegion());
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QFile houses(QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml"));
        QVERIFY(houses.open(QIODevice::ReadOnly));
        QByteArray flawed = houses.readAll();
        flawed.replace("\"TEST_", "\"PLAN_");
        const qsizetype from = flawed.indexOf('>', flawed.indexOf("posList", flawed.indexOf("\"PLAN_P2\""))) + 1;
        flawed.replace(from, flawed.indexOf('<', from) - from, "392510 5708150 90 392535 5708150 90 392510 5708150 90");
        drop(stage.window(), {write("flawed.gml", flawed)});
        QTRY_VERIFY(stage.app().addData()->canImport());
        stage.app().addData()->start();
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Done);
        const ImportIssueModel& issues = *stage.app().addData()->issues();
        const QString object = QStringLiteral("flawed:PLAN_NORD");
        int row = 0;
        while (row < issues.count() && issues.index(row).data(ImportIssueModel::ObjectRole).toString() != object)
            ++row;
        QVERIFY(row < issues.count());
        QVERIFY(issues.index(row).data(ImportIssueModel::TitleRole).toString() != object);
        const auto isShown = [&] { return stage.app().selection().current().id == object; };

        QVERIFY(stage.click(QStringLiteral("Zeigen"))); // the button
        QTRY_VERIFY(isShown());
        // The list makes way for what it leads to.
        const auto* dialog = stage.window().findChild<QObject*>(QStringLiteral("addData"));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->property("x").toReal() + dialog->property("width").toReal() < stage.window().width() / 2.0);
        stage.app().selection().clear();
        QVERIFY(stage.click(issues.index(row).data(ImportIssueModel::TitleRole).toString())); // the row
        QTRY_VERIFY(isShown());
        stage.app().selection().clear();
        QQuickItem* list = stage.control(QAccessible::List, QStringLiteral("Stellen"));
        QVERIFY(list != nullptr);
        list->forceActiveFocus(Qt::TabFocusReason);
        list->setProperty("currentIndex", 0);
        for (int step = 0; step < row; ++step)
            QTest::keyClick(&stage.window(), Qt::Key_Down);
        QTest::keyClick(&stage.window(), Qt::Key_Return);
        QTRY_VERIFY(isShown());
        QCOMPARE(stage.app().issues()->count(), 0);

        AddDataModel& model = *stage.app().addData();
        QVERIFY(model.isReportable() && stage.says(QStringLiteral("Qualitätsbericht speichern …")));
        model.saveReport(QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("nirgends/bericht.html"))));
        QTRY_VERIFY(model.problem().contains(QStringLiteral("Qualitätsbericht")));
        const QString report = m_folder.filePath(QStringLiteral("bericht.html"));
        model.saveReport(QUrl::fromLocalFile(report));
        QTRY_COMPARE(model.report(), report);
        QCOMPARE(model.problem(), QString());
        QTRY_VERIFY(stage.says(QStringLiteral("Gespeichert: %1").arg(report)));
        QFile html(report);
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QString link = services::uriOf({QFileInfo(m_region).canonicalFilePath(), object});
        QVERIFY2(html.readAll().contains("<a href=\"" + link.toUtf8() + '"'), qPrintable(link));
        model.close();
        stage.app().layers()->remove(rowOf(stage, QStringLiteral("flawed")));
        QTRY_COMPARE(rowOf(stage, QStringLiteral("flawed")), -1);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void emptyWindowOffersARegionOfItsOwn()
    {
        StageOptions options;
        options.region = emptyRegion();
        options.addData.import = [](const QStringList&, const QString&, const CancellationToken& cancel,
                                    const ProgressSink& progress) -> Result<AddDataModel::Imported> {
            progress(0.25, QStringLiteral("Gebäude lesen"));
            while (!cancel.isCancelled())
                QThread::msleep(5);
            return failure(ErrorCode::Cancelled, {});
        };
        WindowStage stage(std::move(options));
        drop(stage.window(), {QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml")});
        QTRY_VERIFY(stage.app().addData()->canImport());
        QVERIFY(!stage.says(QStringLiteral("Zur Region hinzufügen")));
        QVERIFY(stage.click(QStringLiteral("Importieren und öffnen")));
        QTRY_VERIFY(stage.says(QStringLiteral("Gebäude lesen · 25 %")));
        QVERIFY(stage.click(QStringLiteral("Import abbrechen")));
        QTRY_COMPARE(stage.app().addData()->state(), AddDataModel::State::Ready);
        QCOMPARE(stage.app().addData()->problem(), QString());
        QVERIFY(stage.says(QStringLiteral("Abgebrochen: nichts ist hinzugekommen.")));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void keyboardOpensAndLeaves()
    {
        WindowStage stage;
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QVERIFY(stage.openRegion());
        QTest::keyClick(&stage.window(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(stage.says(QStringLiteral("Ziehen Sie Dateien oder Ordner hierher")));
        QTRY_VERIFY(stage.control(QAccessible::Button, QStringLiteral("Dateien wählen …")) != nullptr);
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.says(QStringLiteral("Ziehen Sie Dateien oder Ordner hierher")));
    }
};

TWIN_GUI_TEST_MAIN(AddDataTest)
#include "tst_adddata.moc"
