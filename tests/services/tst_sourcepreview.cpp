// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of files before anything is imported, and layers that go and come back.
#include "app/services/adding/LayerThemes.h"
#include "app/services/adding/LayerTrash.h"
#include "app/services/adding/SourcePreview.h"
#include "app/services/ImportService.h"
#include "app/services/LayerService.h"
#include "app/services/OpenRegion.h"
#include "package/LayerTheme.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

class SourcePreviewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    static QString houses() { return QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml"); }
    static SourcePreview one(const QString& path, const QString& crs = {})
    {
        const auto summary = previewSources({{path}, crs}, {}, {}, {});
        if (!summary || summary->files.size() != 1)
            qFatal("no preview of %s", qPrintable(path));
        return summary->files.front();
    }

private Q_SLOTS:
    void cityModelIsCounted()
    {
        const SourcePreview preview = one(houses());
        QVERIFY2(!preview.refusal, preview.refusal ? qPrintable(preview.refusal->toText()) : "");
        QCOMPARE(preview.count, 3);
        QCOMPARE(preview.parts.at(QStringLiteral("Building")), 3);
        QVERIFY(preview.info.format.startsWith(QLatin1String("CityGML")));
        QCOMPARE(preview.info.crsOrigin, QStringLiteral("srsName"));
        QVERIFY(preview.extent.size().x > 5 && preview.extent.size().z > 2);
        QVERIFY(preview.canBeAdded());
    }

    void objectsThatTheRegionHasAreTold()
    {
        ImportRequest import;
        import.sources = {houses()};
        import.out = m_folder.filePath(QStringLiteral("bekannt"));
        QVERIFY(importSources(import, {}, {}));
        PreviewRequest request;
        request.sources = import.sources;
        request.region = import.out;
        const auto summary = previewSources(request, {}, {}, {});
        QVERIFY(summary && summary->files.size() == 1);
        QCOMPARE(summary->files.front().remarks.size(), 1);
        QVERIFY(summary->files.front().remarks.front().startsWith(QLatin1Char('3')));
        QVERIFY(one(houses()).remarks.isEmpty());
    }

    void pointCloudIsDescribedByItsHeader()
    {
        const QString cloud = QStringLiteral(TWIN_SOURCE_DIR "/tests/data/pointcloud/format7.laz");
        const SourcePreview preview = one(cloud, QStringLiteral("EPSG:25832+7837"));
        QVERIFY2(!preview.refusal, preview.refusal ? qPrintable(preview.refusal->toText()) : "");
        QCOMPARE(preview.count, 1200);
        QCOMPARE(preview.info.format, QStringLiteral("LAZ 1.4"));
        QVERIFY(preview.canBeAdded());
        QCOMPARE(one(cloud).refusal->code, ErrorCode::MissingCrs);
    }

    void modelWithoutAPlaceIsRefused()
    {
        const SourcePreview preview =
            one(write("haus.gltf",
                      R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],)"
                      R"("meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"accessors":[{"bufferView":0,)"
                      R"("componentType":5126,"count":3,"type":"VEC3"}],"bufferViews":[{"buffer":0,"byteLength":36}],)"
                      R"("buffers":[{"byteLength":36,"uri":"data:application/octet-stream;base64,)"
                      R"(AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAA"}]})"));
        QVERIFY(preview.refusal);
        QCOMPARE(preview.refusal->code, ErrorCode::InvalidParameter);
        QVERIFY(preview.refusal->remedy.contains(QLatin1String("--at")));
        QVERIFY(preview.needsPlace);

        // A triangle of 1 m towards the model's east and 1 m up, turned so that its east is south.
        PreviewRequest request;
        request.sources = {preview.info.path};
        request.at = QStringLiteral("393000, 5707000, 110.5, 90");
        const auto placed = previewSources(request, {}, {}, {});
        QVERIFY(placed && !placed->files.front().refusal);
        const Box& box = placed->files.front().extent;
        QVERIFY(std::abs(box.min.x - 393000) < 1e-6 && std::abs(box.max.x - 393000) < 1e-6);
        QVERIFY(std::abs(box.min.y - 5706999) < 1e-6 && std::abs(box.max.y - 5707000) < 1e-6);
        QVERIFY(std::abs(box.min.z - 110.5) < 1e-6 && std::abs(box.max.z - 111.5) < 1e-6);
        request.at = QStringLiteral("irgendwo");
        const auto wrong = previewSources(request, {}, {}, {});
        QVERIFY(wrong && wrong->files.front().refusal && wrong->files.front().needsPlace);
    }

    void bodiesShowTheirHeights()
    {
        PreviewRequest request;
        request.sources = {write(
            "hallen.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},)"
                              R"("features":[{"type":"Feature","properties":{"Name":"A","Hoehe":12.5,"Fuss":100},)"
                              R"("geometry":{"type":"Polygon","coordinates":[[[393000,5707000],[393010,5707000],)"
                              R"([393010,5707010],[393000,5707000]]]}},{"type":"Feature","properties":)"
                              R"({"Name":"B","Hoehe":"7,5","Fuss":90},"geometry":{"type":"Point","coordinates":)"
                              R"([393020,5707020]}},{"type":"Feature","properties":{"Name":"C","Hoehe":0,"Fuss":80},)"
                              R"("geometry":{"type":"Point","coordinates":[393030,5707030]}}]})")};
        const auto flat = previewSources(request, {}, {}, {});
        QVERIFY(flat && flat->files.size() == 1);
        const std::vector<NumberField>& numbers = flat->files.front().numbers;
        const auto height = std::find_if(numbers.begin(), numbers.end(),
                                         [](const NumberField& field) { return field.name == QLatin1String("Hoehe"); });
        QVERIFY(height != numbers.end());
        QCOMPARE(height->count, 3);
        QCOMPARE(height->most, 12.5);

        request.extrude = QStringLiteral("hoehe");
        request.base = QStringLiteral("Fuss");
        const auto bodies = previewSources(request, {}, {}, {});
        QVERIFY(bodies && !bodies->files.front().refusal);
        QCOMPARE(bodies->files.front().extent.min.z, 90.0);
        QCOMPARE(bodies->files.front().extent.max.z, 112.5);
        QCOMPARE(bodies->files.front().issueCounts.at(QStringLiteral("extrude.no-height")), 1);

        request.base.clear(); // no region, no ground, no heights of their own
        const auto nowhere = previewSources(request, {}, {}, {});
        QVERIFY(nowhere && nowhere->files.front().refusal);
        QCOMPARE(nowhere->files.front().refusal->code, ErrorCode::NoData);
        request.extrude = QStringLiteral("Geschosse");
        const auto unknown = previewSources(request, {}, {}, {});
        QVERIFY(unknown && unknown->files.front().refusal->remedy.contains(QLatin1String("Hoehe")));
    }

    void picturesAreLaidByControlPoints()
    {
        QImage picture(100, 100, QImage::Format_RGB32);
        picture.fill(Qt::white);
        PreviewRequest request;
        request.sources = {m_folder.filePath(QStringLiteral("karte.png"))};
        QVERIFY(picture.save(request.sources.front()));
        const auto nowhere = previewSources(request, {}, {}, {});
        QVERIFY(nowhere && nowhere->files.front().refusal && nowhere->files.front().needsPoints);
        request.crs = QStringLiteral("EPSG:25832");
        request.points = write("karte.csv", "column,row,easting,northing\n0,0,393000,5707100\n100,0,393100,5707100\n"
                                            "0,100,393000,5707000\n100,100,393101,5707000\n");
        const auto laid = previewSources(request, {}, {}, {});
        QVERIFY2(laid && !laid->files.front().refusal, "");
        QVERIFY(std::abs(laid->files.front().extent.min.x - 393000) < 2);
        QCOMPARE(laid->files.front().remarks.size(), 1); // how well the points agree
        QVERIFY(laid->files.front().needsPoints);
    }

    void tableOfPointsSaysWhatItGuessed()
    {
        const SourcePreview preview = one(write("baeume.csv", "x;y;Art\n393010;5708010;Linde\n393090;5708095;Eiche\n"));
        QVERIFY(preview.canBeAdded());
        QCOMPARE(preview.count, 2);
        QCOMPARE(preview.extent.min.x, 393010.0);
        QCOMPARE(preview.extent.max.y, 5708095.0);
        QCOMPARE(preview.info.crsOrigin, QStringLiteral("guess"));
        QCOMPARE(preview.remarks.size(), 1);
    }

    void missingCrsIsAskedFor()
    {
        const QString path = write("orte.csv", "x;y\n12;8000000\n13;8000001\n");
        const SourcePreview refused = one(path);
        QVERIFY(refused.refusal && refused.refusal->code == ErrorCode::MissingCrs);
        QVERIFY(!refused.canBeAdded());
        const SourcePreview named = one(write("utm.csv", "x;y\n393010;5708010\n"), QStringLiteral("EPSG:25832"));
        QVERIFY(named.canBeAdded());
        QCOMPARE(named.info.crsOrigin, QStringLiteral("--crs"));
    }

    void badFilesAreAnswersToo()
    {
        const SourcePreview broken = one(write("kaputt.geojson", R"({"type":"FeatureCollection","features":[{)"));
        QVERIFY(broken.refusal);
        QVERIFY(!broken.refusal->effectiveRemedy().isEmpty());
        const SourcePreview foreign = one(write("brief.docx", "PK\x03\x04"));
        QVERIFY(foreign.refusal && foreign.refusal->code == ErrorCode::UnsupportedFormat);
        const auto nowhere = previewSources({{m_folder.filePath(QStringLiteral("nirgends.gml"))}, {}}, {}, {}, {});
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::NotFound);
    }

    /// Formats that people have: each is named, with the way to one that is read.
    void foreignFormatsNameTheWay_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* name, const QByteArray& bytes, const char* remedy) {
            QTest::newRow(name) << QByteArray(name) << bytes << QString::fromUtf8(remedy);
        };
        row("haus.ifc", "ISO-10303-21;\nHEADER;", "CityGML");
        row("haus.fbx", "Kaydara FBX Binary  ", "glTF");
        row("haus.obj", "v 0 0 0\n", "glTF");
        row("plan.DWG", "AC1032", "GeoPackage");
        row("scan.e57", "ASTM-E57", "LAZ");
        row("karte.qgz", "PK\x03\x04", "Wählen Sie die Dateien");
        row("liste.xlsx", "PK\x03\x04", "CSV");
        row("karte.pdf", "%PDF-1.7", "GeoTIFF");
        row("luftbild.ecw", "\x01\x02", "GeoTIFF");
        row("tileset.json", R"( {"asset":{"version":"1.1"},"geometricError":70,"root":{}})",
            "stadtzwilling tileset.json");
        row("kachel.b3dm", "b3dm\x01", "tileset.json");
        row("misnamed.gml", "%PDF-1.4", "CityGML"); // by its name a city model: its reader says what it is not
        row("misnamed.dat", "Kaydara FBX Binary  ", "glTF");
    }
    void foreignFormatsNameTheWay()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, remedy);
        const SourcePreview preview = one(write(name.constData(), bytes));
        QVERIFY(preview.refusal && preview.refusal->code == ErrorCode::UnsupportedFormat);
        QVERIFY2(preview.refusal->effectiveRemedy().contains(remedy), qPrintable(preview.refusal->toText()));
        QCOMPARE(QFileInfo(preview.refusal->where.source).fileName(), QString::fromUtf8(name));
    }

    void filesComeOneByOneAndCanBeStopped()
    {
        const QByteArray point = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},)"
                                 R"("geometry":{"type":"Point","coordinates":[7.46,51.51]}}]})";
        write("ordner/a.geojson", point);
        write("ordner/b.geojson", point);
        write("ordner/c.geojson", point);
        const QString folder = m_folder.filePath(QStringLiteral("ordner"));
        QStringList seen;
        const auto found = [&seen](const SourcePreview& file, int index, int all) {
            seen += QStringLiteral("%1 %2/%3").arg(QFileInfo(file.info.path).fileName()).arg(index).arg(all);
        };
        const auto all = previewSources({{folder}, {}}, found, {}, {});
        QVERIFY(all);
        QCOMPARE(seen.join(QLatin1Char(',')), QStringLiteral("a.geojson 0/3,b.geojson 1/3,c.geojson 2/3"));
        const auto few = previewSources({{folder}, {}, 2}, {}, {}, {});
        QVERIFY(few);
        QCOMPARE(few->files.size(), std::size_t(2));
        QCOMPARE(few->filesBeyond, 1);
        const CancellationToken cancel;
        const auto stopped =
            previewSources({{folder}, {}}, [&cancel](const SourcePreview&, int, int) { cancel.cancel(); }, cancel, {});
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    void layersGoAndComeBack()
    {
        const QString region = m_folder.filePath(QStringLiteral("region"));
        ImportRequest import;
        import.sources = {houses()};
        import.out = region;
        QVERIFY(importSources(import, {}, {}));
        QVERIFY(!hasAdditions(region));
        AddRequest add;
        add.region = region;
        add.sources = {write("baeume.csv", "x;y;Art\n393010;5708010;Linde\n393090;5708095;Eiche\n")};
        const auto added = addLayers(add, {}, {});
        QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
        QCOMPARE(added->import.layers.size(), std::size_t(1));
        const QString id = added->import.layers.front().id;
        QVERIFY(hasAdditions(region));

        const auto opened = openRegion(region);
        QVERIFY(opened);
        const auto find = [&id](const OpenedRegion& of) {
            return std::find_if(of.layers.begin(), of.layers.end(),
                                [&](const OpenedLayer& l) { return l.info.id == id; });
        };
        const auto layer = find(*opened);
        QVERIFY(layer != opened->layers.end());
        QCOMPARE(layer->theme, ownTheme);
        QCOMPARE(layer->legend.size(), std::size_t(1));
        QVERIFY(layer->legend.front().shape == ShapeKind::Points);

        LayerTrash trash;
        QVERIFY(trash.take(region, id));
        const auto without = refreshRegion(*opened);
        QVERIFY(without && find(*without) == without->layers.end());
        QCOMPARE(without->layers.front().levels.front().source, opened->layers.front().levels.front().source);
        QVERIFY(trash.putBack(region, id));
        QVERIFY(!trash.putBack(region, id));
        const auto again = refreshRegion(*without);
        QVERIFY(again && find(*again) != again->layers.end());
        QVERIFY(!trash.take(region, buildingsLayer));
        QVERIFY(!trash.take(region, QStringLiteral("../region")));

        QVERIFY(package::setLayerTheme(region + QStringLiteral("/layers/") + id, QStringLiteral("mobility")));
        QCOMPARE(find(*refreshRegion(*again))->theme, QStringLiteral("mobility"));
    }

    void takenLayersGoWithTheTrash()
    {
        const QString region = m_folder.filePath(QStringLiteral("region"));
        const QString layers = region + QStringLiteral("/layers");
        const QStringList ids = QDir(layers).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(ids.size(), 1);
        {
            LayerTrash trash;
            QVERIFY(trash.take(region, ids.front()));
            QCOMPARE(QDir(layers).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        }
        QVERIFY(QDir(layers).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void themesHaveWords()
    {
        QCOMPARE(layerThemes().size(), actionFieldCount + 2);
        QSet<QString> titles;
        for (const LayerTheme& theme : layerThemes()) {
            QVERIFY(findTheme(idOf(theme)) == &theme);
            titles.insert(titleOf(theme));
            QVERIFY(!titleOf(theme).isEmpty() && !feedsOf(theme).isEmpty());
        }
        QCOMPARE(titles.size(), qsizetype(actionFieldCount + 2));
        QCOMPARE(rankOf(u"unbekannt"), rankOf(basisTheme));
        QVERIFY(rankOf(ownTheme) < rankOf(u"mobility"));
    }
};

QTEST_GUILESS_MAIN(SourcePreviewTest)
#include "tst_sourcepreview.moc"
