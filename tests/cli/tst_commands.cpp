// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

/// What tools may rely on: exit codes, JSON keys and values of import, info, search, query and check.
class CommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;
    QJsonObject m_summary;

    static bool hasKeys(const QJsonObject& object, std::initializer_list<const char*> keys)
    {
        for (const char* key : keys)
            if (!object.contains(QLatin1String(key))) {
                qWarning() << "missing key" << key << "in" << object.keys();
                return false;
            }
        return true;
    }

    static QJsonObject attributeOf(const QJsonObject& object, const QString& name)
    {
        for (const QJsonValue& value : object[QLatin1String("attributes")].toArray())
            if (value[QLatin1String("name")].toString() == name)
                return value.toObject();
        return {};
    }

    QString copyOfHousesWithoutCrs() const
    {
        QFile from(threeHouses());
        QFile to(m_folder.filePath(QStringLiteral("ohne_crs.gml")));
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            return {};
        to.write(from.readAll().replace(" srsName=\"urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016\"", ""));
        return to.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_region = m_folder.filePath(QStringLiteral("region"));
        const Run run = program(
            {QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.isEmpty(), run.err.constData());
        m_summary = run.object();
    }

    void importSaysWhatItDid()
    {
        QVERIFY(hasKeys(m_summary, {"objects", "surfaces", "triangles", "bytesRead", "seconds", "skipped"}));
        const QJsonObject objects = m_summary[QLatin1String("objects")].toObject();
        QCOMPARE(objects[QLatin1String("Building")].toInt(), 3);
        QCOMPARE(objects[QLatin1String("BuildingPart")].toInt(), 1);
        QCOMPARE(m_summary[QLatin1String("surfaces")].toInt(), 25);
        // 22 quadrangles, one gable house with two five-cornered walls: 23 * 2 + 2 * 3.
        QCOMPARE(m_summary[QLatin1String("triangles")].toInt(), 52);
        QCOMPARE(m_summary[QLatin1String("bytesRead")].toInteger(), QFile(threeHouses()).size());
        QVERIFY(m_summary[QLatin1String("seconds")].toDouble() > 0);
        QCOMPARE(m_summary[QLatin1String("skipped")].toArray(), QJsonArray());
    }

    void infoKnowsTheRegion()
    {
        const QJsonObject info = program({QStringLiteral("info"), m_region, QStringLiteral("--json")}).object();
        QVERIFY(hasKeys(info, {"title", "demo", "crs", "origin", "extent", "centre", "layers", "objects", "surfaces",
                               "triangles", "importedAt", "sources"}));
        const QJsonArray low = info[QLatin1String("extent")][QLatin1String("min")].toArray();
        const QJsonArray high = info[QLatin1String("extent")][QLatin1String("max")].toArray();
        const double expectedLow[] = {392'510, 5'708'110, 90};
        const double expectedHigh[] = {392'590, 5'708'170, 115};
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(std::abs(low[i].toDouble() - expectedLow[i]) < 0.01,
                     qPrintable(QString::number(low[i].toDouble(), 'f', 3)));
            QVERIFY2(std::abs(high[i].toDouble() - expectedHigh[i]) < 0.01,
                     qPrintable(QString::number(high[i].toDouble(), 'f', 3)));
        }
        QVERIFY(!info[QLatin1String("demo")].toBool());
        const QJsonObject source = info[QLatin1String("sources")].toArray().at(0).toObject();
        QCOMPARE(source[QLatin1String("format")].toString(), QStringLiteral("CityGML 1.0"));
        QVERIFY(source[QLatin1String("path")].toString().endsWith(QLatin1String("drei_testhaeuser.gml")));
    }

    void searchFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("name") << QStringLiteral("Testhaus") << QStringLiteral("TEST_NORD");
        QTest::newRow("address") << QStringLiteral("Prüfstraße 7") << QStringLiteral("TEST_NORD");
        QTest::newRow("abbreviated") << QStringLiteral("prüfstr. 7") << QStringLiteral("TEST_NORD");
        QTest::newRow("without umlaut") << QStringLiteral("pruefstrasse") << QStringLiteral("TEST_NORD");
        QTest::newRow("town") << QStringLiteral("Am Prüfstand 12a Schwerte") << QStringLiteral("TEST_TURM");
        QTest::newRow("id") << QStringLiteral("TEST_GARAGE") << QStringLiteral("TEST_GARAGE");
    }

    void searchFinds()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        const Run run = program({QStringLiteral("search"), m_region, text, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray hits = run.array();
        QVERIFY2(!hits.isEmpty(), run.out.constData());
        const QJsonObject hit = hits[0].toObject();
        QVERIFY(hasKeys(hit, {"title", "kind", "id", "position"}));
        QCOMPARE(hit[QLatin1String("id")].toString(), id);
        const QJsonArray position = hit[QLatin1String("position")].toArray();
        QVERIFY(position[0].toDouble() > 392'500 && position[0].toDouble() < 392'600);
        QVERIFY(position[1].toDouble() > 5'708'100 && position[1].toDouble() < 5'708'200);
    }

    void searchOfNothingIsEmpty()
    {
        const Run run = program(
            {QStringLiteral("search"), m_region, QStringLiteral("Wolkenkuckucksheim"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.array().size(), 0);
        QVERIFY(run.out.trimmed().startsWith('['));
    }

    void queryTellsEverything()
    {
        const Run run = program({QStringLiteral("query"), m_region, QStringLiteral("--id"), QStringLiteral("TEST_NORD"),
                                 QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject object = run.object();
        QVERIFY(hasKeys(object, {"id", "type", "parent", "children", "attributes"}));
        QCOMPARE(object[QLatin1String("type")].toString(), QStringLiteral("Building"));
        QVERIFY(object[QLatin1String("parent")].isNull());
        for (const QJsonValue& attribute : object[QLatin1String("attributes")].toArray())
            QVERIFY(hasKeys(attribute.toObject(), {"name", "value", "unit", "code", "source"}));
        // 25 × 14 m, eaves at 7.5 m, ridge 4 m higher.
        QCOMPARE(object[QLatin1String("footprintSquareMetres")].toDouble(), 350.0);
        QCOMPARE(object[QLatin1String("volumeCubicMetres")].toDouble(), 25 * 14 * 7.5 + 25 * 14 * 4 / 2.0);
        const QJsonObject height = attributeOf(object, QStringLiteral("measuredHeight"));
        QCOMPARE(height[QLatin1String("value")].toString().toDouble(), 11.5);
        QCOMPARE(height[QLatin1String("unit")].toString(), QStringLiteral("m"));
        QCOMPARE(attributeOf(object, QStringLiteral("function"))[QLatin1String("code")].toString(),
                 QStringLiteral("31001_1000"));
        QCOMPARE(attributeOf(object, QStringLiteral("Grundrissaktualitaet"))[QLatin1String("value")].toString(),
                 QStringLiteral("2024-01-02"));
        QVERIFY(attributeOf(object, QStringLiteral("address"))[QLatin1String("value")].toString().contains(
            QStringLiteral("Prüfstraße 7")));
        QCOMPARE(attributeOf(object, QStringLiteral("creationDate"))[QLatin1String("value")].toString(),
                 QStringLiteral("2024-05-17"));
    }

    void partsKnowTheirBuilding()
    {
        const auto query = [&](const QString& id) {
            return program({QStringLiteral("query"), m_region, QStringLiteral("--id"), id, QStringLiteral("--json")})
                .object();
        };
        QCOMPARE(query(QStringLiteral("TEST_TURM"))[QLatin1String("children")].toArray(),
                 QJsonArray{QStringLiteral("TEST_TURM_TEIL")});
        const QJsonObject part = query(QStringLiteral("TEST_TURM_TEIL"));
        QCOMPARE(part[QLatin1String("type")].toString(), QStringLiteral("BuildingPart"));
        QCOMPARE(part[QLatin1String("parent")].toString(), QStringLiteral("TEST_TURM"));
    }

    void failuresAreOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString nowhere = m_folder.filePath(QStringLiteral("gibt_es_nicht"));
        QTest::newRow("unknown id") << QStringList{QStringLiteral("query"), m_region, QStringLiteral("--id"),
                                                   QStringLiteral("X")};
        QTest::newRow("no region") << QStringList{QStringLiteral("info"), nowhere};
        QTest::newRow("no region to search") << QStringList{QStringLiteral("search"), nowhere, QStringLiteral("a")};
        QTest::newRow("no source") << QStringList{QStringLiteral("import"), nowhere, QStringLiteral("--out"),
                                                  m_folder.filePath(QStringLiteral("r"))};
        QTest::newRow("no city model") << QStringList{QStringLiteral("import"),
                                                      QStringLiteral(TWIN_TEST_DATA "/../cli/CMakeLists.txt"),
                                                      QStringLiteral("--out"), m_folder.filePath(QStringLiteral("r"))};
    }

    void failuresAreOneSentence()
    {
        QFETCH(QStringList, words);
        const Run run = program(words);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }

    void missingCrsNamesItsRemedy()
    {
        const QString file = copyOfHousesWithoutCrs();
        const QString out = m_folder.filePath(QStringLiteral("ohne_crs"));
        const Run refused = program({QStringLiteral("import"), file, QStringLiteral("--out"), out});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.complainsInOneLine() && refused.err.contains("--crs"), refused.err.constData());
        QVERIFY(!QDir(out).exists());
        const Run taken = program({QStringLiteral("import"), file, QStringLiteral("--out"), out,
                                   QStringLiteral("--crs"), QStringLiteral("EPSG:25832"), QStringLiteral("--json")});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QCOMPARE(taken.object()[QLatin1String("objects")][QLatin1String("Building")].toInt(), 3);
    }

    void oneBadFileDoesNotStopTheOthers()
    {
        QFile bad(m_folder.filePath(QStringLiteral("kaputt.gml")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        bad.close();
        const Run run = program({QStringLiteral("import"), bad.fileName(), threeHouses(), QStringLiteral("--out"),
                                 m_folder.filePath(QStringLiteral("zwei")), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object()[QLatin1String("objects")][QLatin1String("Building")].toInt(), 3);
        const QJsonArray skipped = run.object()[QLatin1String("skipped")].toArray();
        QCOMPARE(skipped.size(), 1);
        QVERIFY(hasKeys(skipped[0].toObject(), {"reason", "file", "line", "id"}));
        QVERIFY(skipped[0][QLatin1String("file")].toString().endsWith(QLatin1String("kaputt.gml")));
    }

    void allRefusedFilesAreNamed()
    {
        QStringList words{QStringLiteral("import"), copyOfHousesWithoutCrs()};
        const std::pair<const char*, const char*> files[] = {
            {"kaputt_offen.gml", "<?xml version=\"1.0\"?><CityModel <a>"}, {"leer.gml", ""}, {"brief.gml", "Moin!"}};
        for (const auto& [name, text] : files) {
            QFile file(m_folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) >= 0);
            words << file.fileName();
        }
        const QStringList sources = words.mid(1);
        words << QStringLiteral("--out") << m_folder.filePath(QStringLiteral("keine"));
        const Run run = program(words);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.err.trimmed().count('\n'), 4); // the count, then one line a file
        QVERIFY2(run.err.contains("4 Dateien"), run.err.constData());
        for (const QString& source : sources)
            QVERIFY2(run.err.contains(source.toUtf8()), run.err.constData());
        QVERIFY(!QDir(m_folder.filePath(QStringLiteral("keine"))).exists());
    }

    void damagedObjectsAreNotCalledAbsent()
    {
        QFile file(m_folder.filePath(QStringLiteral("verschachtelt.gml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<?xml version=\"1.0\"?>\n<CityModel xmlns=\"http://www.opengis.net/citygml/2.0\">\n"
                   "<cityObjectMember><a></b></cityObjectMember></CityModel>");
        file.close();
        const Run run =
            program({QStringLiteral("import"), file.fileName(), QStringLiteral("--out"),
                     m_folder.filePath(QStringLiteral("r")), QStringLiteral("--crs"), QStringLiteral("EPSG:25832")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.complainsInOneLine() && run.err.contains("verschachtelt.gml:3"), run.err.constData());
    }

    void infoOutlivesADamagedTileset()
    {
        const QString region = m_folder.filePath(QStringLiteral("beschaedigt"));
        QCOMPARE(program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), region}).exitCode, 0);
        QFile tileset(region + QStringLiteral("/buildings/tileset.json"));
        QVERIFY(tileset.open(QIODevice::WriteOnly) && tileset.write("{") == 1);
        tileset.close();
        const Run info = program({QStringLiteral("info"), region, QStringLiteral("--json")});
        QCOMPARE(info.exitCode, 0);
        QVERIFY2(info.err.contains("tileset.json") && info.err.contains("erneut aus " + threeHouses().toUtf8()),
                 info.err.constData());
        QCOMPARE(info.object()[QLatin1String("objects")][QLatin1String("Building")].toInt(), 3);
        const QJsonArray problems = info.object()[QLatin1String("problems")].toArray();
        QCOMPARE(problems.size(), 1);
        QVERIFY(hasKeys(problems[0].toObject(), {"layer", "summary", "detail", "remedy", "file", "line"}));
        QCOMPARE(problems[0][QLatin1String("layer")].toString(), QStringLiteral("buildings"));
        // What would show or pick nothing says so instead.
        for (const QStringList& words :
             {QStringList{QStringLiteral("render"), region, QStringLiteral("--out"),
                          m_folder.filePath(QStringLiteral("leer.png"))},
              QStringList{QStringLiteral("pick"), region, QStringLiteral("--pixel"), QStringLiteral("640,400")}}) {
            const Run run = program(words);
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.complainsInOneLine() && run.err.contains("erneut aus"), run.err.constData());
        }
    }

    void anUnusedCrsOptionIsListed()
    {
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"),
                                 m_folder.filePath(QStringLiteral("anderes_crs")), QStringLiteral("--crs"),
                                 QStringLiteral("EPSG:31466"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonArray skipped = run.object()[QLatin1String("skipped")].toArray();
        QCOMPARE(skipped.size(), 1);
        QCOMPARE(skipped[0][QLatin1String("reason")].toString(), QStringLiteral("crs.option-unused"));
        QCOMPARE(skipped[0][QLatin1String("file")].toString(), threeHouses());
        QVERIFY(skipped[0][QLatin1String("detail")].toString().contains(QLatin1String("EPSG:31466")));
        QVERIFY(skipped[0][QLatin1String("detail")].toString().contains(QLatin1String("ETRS89_UTM32")));
    }

    void wrongUseIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
        };
        row("import");
        row("import a.gml");
        row("import a.gml --out r --threads many");
        row("info");
        row("info a b");
        row("search r");
        row("query r");
        row("render r --nonsense");
        row("check much");
        row("demo-region");
        row("demo-region --out r --buildings 0");
        row("demo-platform --faults feuer");
        row("demo-platform --port 70000");
        row("--nonsense");
    }

    void wrongUseIsTwo()
    {
        QFETCH(QStringList, words);
        const Run run = program(words);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }

    void everyCommandHasHelp()
    {
        const Run overview = program({QStringLiteral("--help")});
        QCOMPARE(overview.exitCode, 0);
        for (const char* command :
             {"import", "demo-region", "demo-platform", "info", "search", "query", "pick", "render", "check"}) {
            QVERIFY2(overview.out.contains(command), command);
            const Run help = program({QString::fromLatin1(command), QStringLiteral("--help")});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.out.contains("Aufruf: stadtzwilling ") && help.out.contains("--json") && help.err.isEmpty(),
                     help.out.constData());
        }
    }

    void foreignFoldersAreNotReplaced()
    {
        const QString folder = m_folder.filePath(QStringLiteral("meins"));
        QVERIFY(QDir().mkpath(folder));
        QFile note(folder + QStringLiteral("/notiz.txt"));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.close();
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), folder});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
        QVERIFY(note.exists());
    }

    void officialTileHasItsGoldenCounts()
    {
        const QString tile = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-nrw/LoD2_32_280_5657_1_NW.gml");
        if (!QFile::exists(tile))
            QSKIP("the shared test data are not here");
        const Run run = program({QStringLiteral("import"), tile, QStringLiteral("--out"),
                                 m_folder.filePath(QStringLiteral("nrw")), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject objects = run.object()[QLatin1String("objects")].toObject();
        QCOMPARE(objects[QLatin1String("Building")].toInt(), 83);
        QCOMPARE(objects[QLatin1String("BuildingPart")].toInt(), 50);
        QCOMPARE(run.object()[QLatin1String("bytesRead")].toInteger(), QFile(tile).size());
    }

    void checkReports()
    {
        const Run run = program({QStringLiteral("check"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.out.constData());
        const QJsonObject report = run.object();
        QVERIFY(report[QLatin1String("ok")].toBool());
        QSet<QString> names;
        for (const QJsonValue& value : report[QLatin1String("checks")].toArray()) {
            QVERIFY(hasKeys(value.toObject(), {"name", "ok", "essential", "text"}));
            names.insert(value[QLatin1String("name")].toString());
        }
        for (const char* name : {"qt", "opengl", "frame", "projections", "geoid", "cache", "temporary", "fonts"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
