// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader makes of objects: parts, attributes, addresses, ids.
#include "CityGmlFixture.h"

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestObjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAndInstallationsNest();
    void tooDeepPartsAreReported();
    void attributesOfEveryKind();
    void addressesInEverySpelling_data();
    void addressesInEverySpelling();
    void missingIdsAreGenerated();
    void unknownObjectsAreKept();

private:
    CityGmlFixture m_fixture;
};

void TestObjects::partsAndInstallationsNest()
{
    const CityObject object = m_fixture.single(
        F::multiSurface(F::surfaceMember(F::polygon("a"))) +
        "<bldg:outerBuildingInstallation><bldg:BuildingInstallation "
        "gml:id=\"balcony\"><bldg:function>1000</bldg:function>"
        "<bldg:lod2Geometry><gml:MultiSurface>" +
        F::surfaceMember(F::polygon("i", 3)) +
        "</gml:MultiSurface></bldg:lod2Geometry>"
        "</bldg:BuildingInstallation></bldg:outerBuildingInstallation>"
        "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"part1\">" +
        F::multiSurface(F::surfaceMember(F::polygon("b", 1))) +
        "<bldg:consistsOfBuildingPart><bldg:BuildingPart "
        "gml:id=\"part1a\"/></bldg:consistsOfBuildingPart></bldg:BuildingPart></bldg:consistsOfBuildingPart>"
        "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"part2\"/></bldg:consistsOfBuildingPart>");
    QCOMPARE(object.children.size(), std::size_t(3));
    QCOMPARE(object.children[0].type, CityObjectType::BuildingInstallation);
    QCOMPARE(object.children[0].surfaces.size(), std::size_t(1));
    QCOMPARE(attributeOf(object.children[0], "function").value, QStringLiteral("Balkon"));
    QCOMPARE(object.children[1].id, QStringLiteral("part1"));
    QCOMPARE(object.children[1].surfaces.size(), std::size_t(1));
    QCOMPARE(object.children[1].children.at(0).id, QStringLiteral("part1a"));
    QCOMPARE(object.children[2].id, QStringLiteral("part2"));
}

void TestObjects::tooDeepPartsAreReported()
{
    QByteArray nested;
    for (int i = 0; i < 40; ++i)
        nested = "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"p" + QByteArray::number(i) + "\">" + nested +
                 "</bldg:BuildingPart></bldg:consistsOfBuildingPart>";
    int depth = 0;
    const CityObject root = m_fixture.single(nested);
    for (const CityObject* object = &root; !object->children.empty(); object = &object->children[0])
        ++depth;
    QCOMPARE(depth, 32);
    QCOMPARE(m_fixture.issues().size(), std::size_t(1));
    QCOMPARE(m_fixture.issues()[0].reason, QStringLiteral("member.too-deep"));
}

void TestObjects::attributesOfEveryKind()
{
    const CityObject object = m_fixture.single(
        "<gml:description>ein\n   Haus</gml:description><gml:name>Alte &amp; Neue M\xC3\xBChle</gml:name>"
        "<core:creationDate>2020-12-18Z</core:creationDate><core:terminationDate>soon</core:terminationDate>"
        "<core:externalReference><core:informationSystem>http://alkis</"
        "core:informationSystem><core:externalObject><core:uri>urn:1</core:uri></core:externalObject></"
        "core:externalReference>"
        "<core:relativeToTerrain>entirelyAboveTerrain</core:relativeToTerrain>"
        "<gen:stringAttribute name=\"DatenquelleLage\"><gen:value>1000</gen:value></gen:stringAttribute>"
        "<gen:measureAttribute name=\"Breite\"><gen:value uom=\"#m2\">20.75</gen:value></gen:measureAttribute>"
        "<gen:genericAttributeSet name=\"Mengen\"><gen:intAttribute "
        "name=\"Tueren\"><gen:value>3</gen:value></gen:intAttribute>"
        "<gen:genericAttributeSet name=\"Tief\"><gen:dateAttribute "
        "name=\"Tag\"><gen:value>2012-03-09</gen:value></gen:dateAttribute></gen:genericAttributeSet></"
        "gen:genericAttributeSet>"
        "<bldg:class "
        "codeSpace=\"x\">1000</bldg:class><bldg:function>31001_1010</bldg:function><bldg:function>Reihenhaus</"
        "bldg:function>"
        "<bldg:roofType>3100</bldg:roofType><bldg:measuredHeight uom=\"urn:adv:uom:m\">6.943</bldg:measuredHeight>"
        "<bldg:storeysAboveGround>2</bldg:storeysAboveGround><bldg:storeyHeightsAboveGround uom=\"ft\">8 "
        "8</bldg:storeyHeightsAboveGround>"
        "<ade:energyClass>A+</ade:energyClass><ade:complex><ade:part>1</ade:part></ade:complex><unknown>x</unknown>");
    QCOMPARE(object.name, QStringLiteral("Alte & Neue Mühle"));
    QCOMPARE(object.creationDate, QDate(2020, 12, 18));
    QVERIFY(!object.terminationDate.isValid());
    QCOMPARE(attributeOf(object, "terminationDate").value, QStringLiteral("soon"));
    QCOMPARE(m_fixture.issues().size(), std::size_t(1));
    QCOMPARE(m_fixture.issues()[0].reason, QStringLiteral("attribute.invalid-date"));
    QCOMPARE(object.externalReferences.at(0).informationSystem, QStringLiteral("http://alkis"));
    QCOMPARE(object.externalReferences.at(0).name, QStringLiteral("urn:1"));
    QCOMPARE(attributeOf(object, "relativeToTerrain").source, QStringLiteral("core:relativeToTerrain"));
    QCOMPARE(attributeOf(object, "DatenquelleLage").value, QStringLiteral("Liegenschaftskataster"));
    QCOMPARE(attributeOf(object, "DatenquelleLage").code, QStringLiteral("1000"));
    QCOMPARE(attributeOf(object, "DatenquelleLage").source, QStringLiteral("gen:stringAttribute"));
    QCOMPARE(attributeOf(object, "Breite").unit, QStringLiteral("m2"));
    QCOMPARE(attributeOf(object, "Breite").value, QStringLiteral("20.75"));
    QCOMPARE(attributeOf(object, "description").value, QStringLiteral("ein Haus"));
    QCOMPARE(attributeOf(object, "Mengen/Tueren").value, QStringLiteral("3"));
    QCOMPARE(object.attributes.size(), std::size_t(17));
    QCOMPARE(attributeOf(object, "complex/part").value, QStringLiteral("1"));
    QCOMPARE(attributeOf(object, "Mengen/Tief/Tag").value, QStringLiteral("2012-03-09"));
    QCOMPARE(attributeOf(object, "class").value, QStringLiteral("Wohnen"));
    QCOMPARE(attributeOf(object, "function").value, QStringLiteral("Wohnhaus"));
    QCOMPARE(attributeOf(object, "function").code, QStringLiteral("31001_1010"));
    QCOMPARE(std::count_if(object.attributes.begin(), object.attributes.end(),
                           [](const Attribute& a) { return a.name == QLatin1String("function"); }),
             2);
    QCOMPARE(attributeOf(object, "roofType").value, QStringLiteral("Satteldach"));
    QCOMPARE(attributeOf(object, "measuredHeight").unit, QStringLiteral("m"));
    QCOMPARE(attributeOf(object, "storeyHeightsAboveGround").unit, QStringLiteral("[ft_i]"));
    QCOMPARE(attributeOf(object, "energyClass").source, QStringLiteral("ade:energyClass"));
    QCOMPARE(attributeOf(object, "unknown").value, QStringLiteral("x"));
}

void TestObjects::addressesInEverySpelling_data()
{
    QTest::addColumn<QByteArray>("details");
    QTest::newRow("AdV") << QByteArray(
        "<xAL:Country><xAL:CountryName>Germany</xAL:CountryName><xAL:Locality "
        "Type=\"Town\"><xAL:LocalityName>Schwerte</xAL:LocalityName>"
        "<xAL:Thoroughfare "
        "Type=\"Street\"><xAL:ThoroughfareNumber>12a</xAL:ThoroughfareNumber><xAL:ThoroughfareName>Am "
        "Markt</xAL:ThoroughfareName></xAL:Thoroughfare>"
        "<xAL:PostalCode><xAL:PostalCodeNumber>58239</xAL:PostalCodeNumber></xAL:PostalCode></xAL:Locality></"
        "xAL:Country>");
    QTest::newRow("suffix, code outside") << QByteArray(
        "<xAL:Country><xAL:CountryName>Germany</xAL:CountryName><xAL:PostalCode><xAL:PostalCodeNumber>58239</"
        "xAL:PostalCodeNumber></xAL:PostalCode>"
        "<xAL:Locality><xAL:LocalityName>Schwerte</"
        "xAL:LocalityName><xAL:DependentLocality><xAL:DependentLocalityName>Mitte</xAL:DependentLocalityName></"
        "xAL:DependentLocality>"
        "<xAL:Thoroughfare><xAL:ThoroughfareName>Am "
        "Markt</xAL:ThoroughfareName><xAL:ThoroughfareNumber>12</"
        "xAL:ThoroughfareNumber><xAL:ThoroughfareNumberSuffix>a</xAL:ThoroughfareNumberSuffix></xAL:Thoroughfare></"
        "xAL:Locality></xAL:Country>");
    QTest::newRow("premise") << QByteArray(
        "<xAL:Country><xAL:CountryNameCode>Germany</xAL:CountryNameCode><xAL:Locality><xAL:LocalityName>Schwerte</"
        "xAL:LocalityName>"
        "<xAL:Thoroughfare><xAL:ThoroughfareName> Am  Markt "
        "</xAL:ThoroughfareName><xAL:Premise><xAL:PremiseNumber>12a</xAL:PremiseNumber></xAL:Premise></"
        "xAL:Thoroughfare>"
        "<xAL:PostalCode><xAL:PostalCodeNumber>58239</xAL:PostalCodeNumber></xAL:PostalCode></xAL:Locality></"
        "xAL:Country>");
    QTest::newRow("xAL 3") << QByteArray(
        "<xAL:Country><xAL:NameElement>Germany</xAL:NameElement></xAL:Country><xAL:Locality><xAL:NameElement>Schwerte</"
        "xAL:NameElement></xAL:Locality>"
        "<xAL:Thoroughfare><xAL:NameElement>Am "
        "Markt</xAL:NameElement><xAL:Number>12a</xAL:Number></xAL:Thoroughfare><xAL:PostCode><xAL:Identifier>58239</"
        "xAL:Identifier></xAL:PostCode>");
}

void TestObjects::addressesInEverySpelling()
{
    QFETCH(QByteArray, details);
    const CityObject object =
        m_fixture.single("<bldg:address><core:Address><core:xalAddress><xAL:AddressDetails>" + details +
                         "</xAL:AddressDetails></core:xalAddress></core:Address></"
                         "bldg:address><bldg:address><core:Address/></bldg:address>");
    QCOMPARE(object.addresses.size(), std::size_t(1));
    const Address& address = object.addresses[0];
    QCOMPARE(address.street, QStringLiteral("Am Markt"));
    QCOMPARE(address.houseNumber, QStringLiteral("12a"));
    QCOMPARE(address.postalCode, QStringLiteral("58239"));
    QCOMPARE(address.locality, QStringLiteral("Schwerte"));
    QCOMPARE(address.country, QStringLiteral("Germany"));
}

void TestObjects::missingIdsAreGenerated()
{
    QByteArray members = F::building("", "known") +
                         F::building("<bldg:consistsOfBuildingPart><bldg:BuildingPart/></bldg:consistsOfBuildingPart>")
                             .replace(" gml:id=\"b1\"", "");
    const F::Outcome outcome = m_fixture.read(F::model(members));
    QCOMPARE(outcome.sink->objects().size(), std::size_t(2));
    QCOMPARE(outcome.sink->objects()[1].id, QStringLiteral("model#2"));
    QCOMPARE(outcome.sink->objects()[1].children.at(0).id, QStringLiteral("model#2.1"));
    QCOMPARE(outcome.sink->count("id.missing"), 2);
}

void TestObjects::unknownObjectsAreKept()
{
    const F::Outcome outcome = m_fixture.read(F::model(
        F::building("") + "<core:cityObjectMember><ade:Mast gml:id=\"m\"><ade:height>12</ade:height>" +
        F::multiSurface(F::surfaceMember(F::polygon("p"))) + "<ade:foot><ade:Foot gml:id=\"f\">" +
        F::multiSurface(F::surfaceMember(F::polygon("q"))) +
        "</ade:Foot></ade:foot><ade:owner><ade:Owner><ade:name>Stadtwerke</ade:name></ade:Owner></ade:owner></ade:Mast>"
        "</core:cityObjectMember><core:cityObjectMember xlink:href=\"#x\"/>"));
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(2));
    const CityObject& mast = outcome.sink->objects()[1];
    QCOMPARE(mast.type, CityObjectType::Unknown);
    QCOMPARE(mast.className, QStringLiteral("ade:Mast"));
    QCOMPARE(mast.surfaces.size(), std::size_t(1));
    QCOMPARE(attributeOf(mast, "height").value, QStringLiteral("12"));
    QCOMPARE(attributeOf(mast, "owner/Owner/name").value, QStringLiteral("Stadtwerke"));
    QCOMPARE(mast.children.size(), std::size_t(1));
    QCOMPARE(mast.children[0].className, QStringLiteral("ade:Foot"));
    QCOMPARE(mast.children[0].surfaces.size(), std::size_t(1));
    QVERIFY(outcome.summary->issues.empty() && outcome.sink->issues().empty());
}

QTEST_GUILESS_MAIN(TestObjects)
#include "tst_objects.moc"
