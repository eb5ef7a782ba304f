// SPDX-License-Identifier: GPL-3.0-or-later
// Sources as they should not be but are: what comes of them, and that it is said.
#include "app/services/ImportService.h"
#include "package/RegionPackage.h"
#include "services/Houses.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

class EdgesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static QByteArray house(const QByteArray& id, double east = 0)
    {
        test::House house;
        house.id = id;
        house.east = east;
        return test::model({house});
    }

    Result<ImportSummary> import(const QStringList& sources, const QString& crs = {}) const
    {
        ImportRequest request;
        request.sources = sources;
        request.out = m_folder.filePath(QStringLiteral("region"));
        request.crs = crs;
        request.threads = 2;
        return importSources(request, {}, {});
    }

    static QStringList remarks(const ImportSummary& summary)
    {
        QStringList found;
        for (const Issue& issue : summary.skipped)
            if (issue.reason == QLatin1String("source.remark"))
                found.append(QFileInfo(issue.where.source).fileName() + QStringLiteral(": ") + issue.detail);
        return found;
    }

private Q_SLOTS:
    /// region.json is opened first and stays small, however many files a region is made of.
    void moreFilesThanRegionJsonNames()
    {
        constexpr int count = 1100;
        for (int i = 0; i < count; ++i)
            write(QStringLiteral("many/%1/h%2.gml").arg(i / 100).arg(i, 4, 10, QLatin1Char('0')),
                  house("h" + QByteArray::number(i), 20 * i));
        const auto summary = import({m_folder.filePath(QStringLiteral("many"))});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QCOMPARE(summary->objects.at(QStringLiteral("Building")), qint64(count));
        const auto region = package::RegionPackage::open(m_folder.filePath(QStringLiteral("region")));
        QVERIFY(region.has_value());
        const std::vector<SourceInfo>& sources = (*region)->info().sources;
        QCOMPARE(sources.size(), std::size_t(count));
        for (const SourceInfo& source : sources)
            QVERIFY2(source.format == QLatin1String("CityGML 2.0") && QFile::exists(source.path),
                     qPrintable(source.path));
        QVERIFY(QFileInfo(m_folder.filePath(QStringLiteral("region/region.json"))).size() < 600'000);
        const auto last = (*region)->object(QStringLiteral("h1099"));
        QVERIFY(last.has_value());
        QVERIFY(sources.at(std::size_t(last->source)).path.endsWith(QLatin1String("/h1099.gml")));
        // Without the database their names are gone, the region is not.
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("region/twin.gpkg"))));
        const auto bare = package::RegionPackage::open(m_folder.filePath(QStringLiteral("region")));
        QVERIFY(bare.has_value());
        QCOMPARE((*bare)->info().sources.size(), std::size_t(count));
    }

    /// A tower's upper storeys hover over the terrain, and nobody wants to hear of them; a house that does is told.
    void partsMayStandOnParts()
    {
        const auto part = [](const QByteArray& id, double foot) {
            test::House house;
            house.id = id;
            house.foot = foot;
            return test::gmlOf(house)
                .replace("core:cityObjectMember>", "bldg:consistsOfBuildingPart>")
                .replace("bldg:Building>", "bldg:BuildingPart>")
                .replace("bldg:Building ", "bldg:BuildingPart ");
        };
        test::House hovering;
        hovering.id = "hovering";
        hovering.east = 20;
        hovering.foot = 84;
        const QByteArray tower = "<core:cityObjectMember><bldg:Building gml:id=\"tower\">" + part("lower", 80) +
                                 part("upper", 88) + part("loose", 99) + "</bldg:Building></core:cityObjectMember>";
        const QByteArray city = test::model({hovering}).replace("</core:CityModel>", tower + "</core:CityModel>");
        QByteArray ground;
        for (int north = -20; north <= 40; north += 2)
            for (int east = -20; east <= 60; east += 2)
                ground += QByteArray::number(393000 + east) + ' ' + QByteArray::number(5707000 + north) + " 80.00\n";
        const auto summary =
            import({write(QStringLiteral("tower.gml"), city), write(QStringLiteral("dgm.xyz"), ground)},
                   QStringLiteral("EPSG:25832+7837"));
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QStringList above;
        for (const Issue& issue : summary->skipped)
            if (issue.reason == QLatin1String("building.above-terrain"))
                above.append(issue.where.id);
        above.sort();
        QCOMPARE(above, QStringList({QStringLiteral("hovering"), QStringLiteral("loose")}));
    }

    void oneIdInTwoFiles()
    {
        const QString first = write(QStringLiteral("a.gml"), house("same"));
        const QString second = write(QStringLiteral("b.gml"), house("same", 30));
        const auto summary = import({second, first});
        QVERIFY(summary.has_value());
        QCOMPARE(summary->issueCounts.at(QStringLiteral("id.duplicate")), qint64(1));
        QCOMPARE(summary->skipped.at(0).where.source, second);
        const auto region = package::RegionPackage::open(m_folder.filePath(QStringLiteral("region")));
        QVERIFY((*region)->object(QStringLiteral("same")).has_value());
        QVERIFY((*region)->object(QStringLiteral("same~2")).has_value());
    }

    /// Feet are no metres; and a wrong CRS that puts a town into the sea is told.
    void feetAndOtherWorlds()
    {
        const auto withCrs = [](const QByteArray& crs) {
            return house("h").replace("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016", crs);
        };
        // Ghana, Gold Coast feet: 393 000 ft from its origin.
        const auto feet = import({write(QStringLiteral("feet.gml"), withCrs("EPSG:2136"))});
        QVERIFY2(feet.has_value(), feet ? "" : qPrintable(feet.error().toText()));
        QCOMPARE(feet->issueCounts.at(QStringLiteral("object.out-of-region")), qint64(1));
        const auto region = package::RegionPackage::open(m_folder.filePath(QStringLiteral("region")));
        const LocalPosition size = (*region)->info().extent.size();
        QVERIFY2(size.x < 5 && size.y < 5, qPrintable(QString::number(size.x))); // ten feet, not ten metres
        // Long Island is where the region's CRS ends.
        const auto beyond = import({write(QStringLiteral("feet.gml"), withCrs("EPSG:2263"))});
        QVERIFY(!beyond);
        QCOMPARE(int(beyond.error().code), int(ErrorCode::OutOfRegion));
        QVERIFY(!beyond.error().effectiveRemedy().isEmpty());
        const auto heights =
            import({write(QStringLiteral("feet.gml"), withCrs("urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::8228"))});
        QVERIFY(!heights);
        QVERIFY(!heights.error().effectiveRemedy().isEmpty());
        const auto here = import({write(QStringLiteral("metres.gml"), house("h"))});
        QVERIFY(!here->issueCounts.contains(QStringLiteral("object.out-of-region")));
    }

    /// The content tells what a file is.
    void wrongEndings()
    {
        const auto asJson = import({write(QStringLiteral("model.json"), house("h"))});
        QVERIFY2(asJson.has_value(), asJson ? "" : qPrintable(asJson.error().toText()));
        QCOMPARE(asJson->objects.at(QStringLiteral("Building")), qint64(1));
        for (const char* name : {"model.tif", "model.xyz", "model.png", "model.las", "model.csv", "model.txt"}) {
            const auto asOther = import({write(QString::fromLatin1(name), house("h"))});
            QVERIFY2(asOther.has_value(), asOther ? "" : qPrintable(asOther.error().toText()));
            QCOMPARE(asOther->objects.at(QStringLiteral("Building")), qint64(1));
        }
        const auto asGml = import({write(
            QStringLiteral("model.gml"),
            R"({"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[0,0,0]},)"
            R"("metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/25832"},"CityObjects":{"b":)"
            R"({"type":"Building","geometry":[{"type":"MultiSurface","lod":"1","boundaries":[[[0,1,2]]]}]}},)"
            R"("vertices":[[393000,5707000,80],[393010,5707000,80],[393010,5707010,80]]})")});
        QVERIFY2(asGml.has_value(), asGml ? "" : qPrintable(asGml.error().toText()));
        QCOMPARE(asGml->objects.at(QStringLiteral("Building")), qint64(1));
    }

    /// Windows marks its texts, or writes them in UTF-16.
    void marksOfUnicode()
    {
        const QByteArray point = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"Öl"},)"
                                 R"("geometry":{"type":"Point","coordinates":[7.46,51.51]}}]})";
        const QString wide = QStringLiteral("\uFEFF") + QString::fromUtf8(point);
        const QByteArray utf16(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
        for (const QByteArray& bytes : {QByteArray("\xEF\xBB\xBF") + point, utf16}) {
            const auto summary = import({write(QStringLiteral("punkt.geojson"), bytes)});
            QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
            QCOMPARE(summary->layers.front().count, qint64(1));
        }
        // Heights are read as bytes: they say what to do.
        const QString heights = QStringLiteral("\uFEFF393000 5707000 80\n393001 5707000 80\n");
        const QByteArray wideHeights(reinterpret_cast<const char*>(heights.utf16()), heights.size() * 2);
        const QByteArray grid =
            "\xEF\xBB\xBFncols 2\nnrows 1\nxllcorner 393000\nyllcorner 5707000\ncellsize 1\n80 81\n";
        for (const auto& [name, bytes] : {std::pair("dgm.xyz", wideHeights), std::pair("dgm.asc", grid)}) {
            const auto summary = import({write(QString::fromLatin1(name), bytes)}, QStringLiteral("EPSG:25832"));
            QVERIFY(!summary);
            QVERIFY2(summary.error().toText().contains(QLatin1String("ohne BOM")),
                     qPrintable(summary.error().toText()));
        }
    }

    void emptyFiles_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"a.gml", "a.xml", "a.json", "a.city.json", "a.jsonl", "a.geojson", "a.csv",     "a.txt", "a.xyz",
              "a.asc", "a.tif", "a.png",  "a.xyz.gz",    "a.jp2",   "a.gpkg",    "a.shp",     "a.osm", "a.osm.pbf",
              "a.kml", "a.las", "a.laz",  "a.glb",       "a.gltf",  "a.zip",     "a.mbtiles", "a"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void emptyFiles()
    {
        QFETCH(QString, name);
        const QString path = write(name, {});
        const auto alone = import({path}, QStringLiteral("EPSG:25832"));
        QVERIFY(!alone);
        QVERIFY2(alone.error().toText().contains(name), qPrintable(alone.error().toText()));
        QVERIFY2(alone.error().toText().contains(QLatin1String("Die Datei ist leer.")),
                 qPrintable(alone.error().toText()));
        QVERIFY(alone.error().toText().contains(QLatin1String("erneut")));
        // It does not stop the others.
        const auto together =
            import({path, write(QStringLiteral("good.gml"), house("h"))}, QStringLiteral("EPSG:25832"));
        QVERIFY2(together.has_value(), together ? "" : qPrintable(together.error().toText()));
        QVERIFY2(std::any_of(together->skipped.begin(), together->skipped.end(),
                             [&](const Issue& issue) { return issue.where.source == path; }),
                 "nothing is said of it");
        QFile::remove(path);
    }

    /// Lists of numbers: heights or a table, and it is said which.
    void listsAndTables()
    {
        QByteArray grid = "x;y;z\r\n";
        for (int row = 20; row > 0; --row)
            for (int column = 0; column < 20; ++column)
                grid += QByteArray::number(393000 + 10 * column) + ';' + QByteArray::number(5707000 + 10 * row) + ";8" +
                        QByteArray::number(column % 10) + ",5\r\n";
        write(QStringLiteral("lists/dgm.csv"), grid);
        const QString table =
            write(QStringLiteral("baum.csv"), "x;y;z\n393000.53;5707000.25;90\n393100.75;5707111.1;91\n"
                                              "393012.1;5707054.87;92\n");
        write(QStringLiteral("lists/liesmich.txt"), "Nur Text, keine Zahlen.\n");
        const auto summary = import({m_folder.filePath(QStringLiteral("lists")), table}, QStringLiteral("EPSG:25832"));
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        std::vector<LayerKind> kinds;
        for (const LayerInfo& layer : summary->layers)
            kinds.push_back(layer.kind);
        std::sort(kinds.begin(), kinds.end());
        QCOMPARE(kinds.size(), std::size_t(2));
        QVERIFY(kinds[0] != kinds[1]);
        const QStringList said = remarks(*summary);
        QVERIFY2(said.contains(QStringLiteral("dgm.csv: als Höhengitter gelesen, nicht als Tabelle")),
                 qPrintable(said.join(QLatin1Char('\n'))));
        QVERIFY2(said.contains(QStringLiteral("baum.csv: als Tabelle gelesen, nicht als Höhengitter")),
                 qPrintable(said.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(EdgesTest)
#include "tst_edges.moc"
