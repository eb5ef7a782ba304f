// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CodeList.h"
#include "model/Issues.h"

#include <thread>

#include <QTest>

using namespace twin;

class TestCodeList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explainsCodesOfCityModels_data();
    void explainsCodesOfCityModels();
    void everyListIsFilled();
    void isReadFromSeveralThreads();
    void issueTitlesAreComplete();
};

void TestCodeList::explainsCodesOfCityModels_data()
{
    QTest::addColumn<CityObjectType>("type");
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("codeSpace");
    QTest::addColumn<QString>("german");
    const auto row = [](const char* name, CityObjectType type, const char* attribute, const char* code,
                        const char* space, const char* german) {
        QTest::newRow(name) << type << QString::fromLatin1(attribute) << QString::fromLatin1(code)
                            << QString::fromLatin1(space) << QString::fromUtf8(german);
    };
    using enum CityObjectType;
    row("ALKIS building function", Building, "function", "31001_1010", "", "Wohnhaus");
    row("ALKIS structure function", Building, "function", "51001_1002", "", "Kirchturm, Glockenturm");
    row("ALK before 2015", Building, "function", "11_1001", "", "Gebäude (allgemein)");
    row("bare, SIG3D", Building, "function", "1010", "http://www.sig3d.org/codelists/standard/building/2.0/x.xml",
        "Mietshaus");
    row("bare, ALKIS", Building, "function", "1010", "urn:adv:codelist", "Wohnhaus");
    row("bare, undecided", Building, "function", "1010", "", "Mietshaus / Wohnhaus");
    row("bare, both agree", Building, "usage", "1000", "", "Wohngebäude");
    row("free text", Building, "function", "Reihenhaus", "", "");
    row("unknown code", Building, "function", "31001_0000", "", "");
    row("roof AdV", BuildingPart, "roofType", "3100", "", "Satteldach");
    row("roof SIG3D", BuildingPart, "roofType", "1030", "", "Satteldach");
    row("roof both", BuildingPart, "roofType", "1000", "", "Flachdach");
    row("installation", BuildingInstallation, "function", "1000", "", "Balkon");
    row("class", Building, "class", "1000", "", "Wohnen");
    row("town", Building, "Gemeindeschluessel", "05913000", "", "Dortmund");
    row("town", Building, "Gemeindeschluessel", "05978028", "", "Schwerte");
    row("height source", Building, "DatenquelleDachhoehe", "1000", "", "Laserscan (aus Laserscanmessung)");
    row("bridge", BridgePart, "class", "1000", "", "Bogenbrücke");
    row("bridge of the survey", Bridge, "function", "53001_1800", "", "Brücke");
    row("tunnel", Tunnel, "function", "1000", "", "Eisenbahntunnel");
    row("road", Road, "function", "1000", "", "Straße");
    row("lane", TrafficSpace, "function", "1", "", "Fahrstreifen");
    row("tree", SolitaryVegetationObject, "species", "1030", "", "Quercus");
    row("plants by their class", PlantCover, "usage", "1010", "", "Lemnetea");
    row("water", WaterBody, "class", "1000", "", "Meer");
    row("furniture", CityFurniture, "usage", "1010", "", "Telefonzelle");
    row("land", LandUse, "function", "41001_2000", "", "Geschlossen");
    row("no list", GenericCityObject, "function", "1000", "", "");
    row("no house", Bridge, "roofType", "9", "", "");
    row("not coded", Building, "measuredHeight", "1000", "", "");
}

void TestCodeList::explainsCodesOfCityModels()
{
    QFETCH(CityObjectType, type);
    QFETCH(QString, attribute);
    QFETCH(QString, code);
    QFETCH(QString, codeSpace);
    QFETCH(QString, german);
    QCOMPARE(CodeList::meaning(type, attribute, code, codeSpace).german, german);
}

void TestCodeList::everyListIsFilled()
{
    QVERIFY(CodeList::names().contains(QStringLiteral("adv_gebaeudefunktion")));
    QVERIFY(CodeList::find(u"citygml2_building_function", u"1000"));
    QCOMPARE(CodeList::find(u"adv_dachform", u"3100")->english, QStringLiteral("Gabled roof"));
    QVERIFY(!CodeList::find(u"adv_dachform", u"1"));
    QVERIFY(!CodeList::find(u"no such list", u"1000"));
}

void TestCodeList::isReadFromSeveralThreads()
{
    std::vector<std::thread> threads;
    std::atomic<int> found = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 1000; ++n)
                found += CodeList::find(u"adv_gebaeudefunktion", u"31001_1000") != nullptr;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(found.load(), 4000);
}

void TestCodeList::issueTitlesAreComplete()
{
    const QStringList reasons = issueReasons();
    QVERIFY(reasons.size() > 20);
    QCOMPARE(QSet<QString>(reasons.begin(), reasons.end()).size(), reasons.size());
    for (const QString& reason : reasons)
        QVERIFY2(issueTitle(reason) != reason && !issueTitle(reason).isEmpty(), qPrintable(reason));
    QCOMPARE(issueTitle(QStringLiteral("something.else")), QStringLiteral("something.else"));
}

QTEST_GUILESS_MAIN(TestCodeList)
#include "tst_codelist.moc"
