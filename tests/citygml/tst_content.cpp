// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader takes from a building: geometry, links, attributes, addresses.
#include "CityGmlFixture.h"

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void solidLinksAddNothing();
    void solidsAreNumbered();
    void boundaryLinksClaimPolygonsOfTheSolid();
    void sameGeometryStatedTwiceCountsOnce();
    void orientableSurfaceTurnsRings();
    void allLevelsOfDetailAreKept();
    void onePolygonMayServeSeveralLevels();
    void footprintsAndRoofEdges();
    void openingsAreObjects();
    void readsTriangulatedSurfaces();
    void readsAllSpellingsOfCoordinates_data();
    void readsAllSpellingsOfCoordinates();
    void reportsBadRings_data();
    void reportsBadRings();
    void partsAndInstallationsNest();
    void tooDeepPartsAreReported();
    void attributesOfEveryKind();
    void addressesInEverySpelling_data();
    void addressesInEverySpelling();
    void missingIdsAreGenerated();
    void linksAcrossMembers();
    void danglingAndExternalLinks();
    void linksInCirclesEnd();
    void prefixesAndLocalDeclarations();
    void featureCollections();
    void linesAreThoseOfTheFile();
    void unknownObjectsAreKept();

private:
    CityGmlFixture m_fixture;

    CityObject single(const QByteArray& content, const char* version = "2.0")
    {
        const F::Outcome outcome = m_fixture.read(F::model(F::building(content), version));
        if (!outcome.summary || outcome.sink->objects().size() != 1) {
            qWarning("not exactly one object");
            return {};
        }
        m_issues = outcome.sink->issues();
        return outcome.sink->objects().front();
    }
    std::vector<Issue> m_issues;
};

namespace {

QByteArray solid(const QByteArray& members, int lod = 2)
{
    const QByteArray name = "bldg:lod" + QByteArray::number(lod) + "Solid";
    return "<" + name + "><gml:Solid><gml:exterior><gml:CompositeSurface>" + members +
           "</gml:CompositeSurface></gml:exterior></gml:Solid></" + name + ">";
}

std::vector<int> lodsOf(const CityObject& object)
{
    std::vector<int> lods;
    for (const Surface& surface : object.surfaces)
        lods.push_back(surface.lod);
    std::sort(lods.begin(), lods.end());
    return lods;
}

double signedArea(const Polygon& polygon)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.points.size(); ++i) {
        const ProjectedPosition& a = polygon.points[i];
        const ProjectedPosition& b = polygon.points[(i + 1) % polygon.points.size()];
        area += (a.eastingMetres * b.northingMetres - b.eastingMetres * a.northingMetres) / 2;
    }
    return area;
}

} // namespace

void TestContent::solidLinksAddNothing()
{
    const CityObject object =
        single(solid(F::link("#p1") + F::link("#p2")) +
               F::boundary("RoofSurface",
                           F::multiSurface(F::surfaceMember(F::polygon("p1")) + F::surfaceMember(F::polygon("p3", 2))),
                           "roof") +
               F::boundary("WallSurface", F::multiSurface(F::surfaceMember(F::polygon("p2", 1))), "wall"));
    QCOMPARE(object.surfaces.size(), std::size_t(3));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[0].id, QStringLiteral("roof"));
    QCOMPARE(object.surfaces[2].type, SurfaceType::Wall);
    QCOMPARE(object.surfaces[0].solid, 0);
    QCOMPARE(object.surfaces[1].solid, -1); // p3 is no part of it
    QCOMPARE(object.surfaces[2].solid, 0);
    QVERIFY(m_issues.empty());
}

void TestContent::solidsAreNumbered()
{
    const auto shell = [](const QByteArray& side, const QByteArray& members) {
        return "<gml:" + side + "><gml:CompositeSurface>" + members + "</gml:CompositeSurface></gml:" + side + ">";
    };
    const QByteArray solids = "<gml:MultiSolid><gml:solidMember><gml:Solid>" +
                              shell("exterior", F::surfaceMember(F::polygon("a"))) +
                              shell("interior", F::surfaceMember(F::polygon("hollow", 1))) +
                              "</gml:Solid></gml:solidMember><gml:solidMember><gml:Solid>" +
                              shell("exterior", F::surfaceMember(F::polygon("b", 2)) + F::link("#c")) +
                              "</gml:Solid></gml:solidMember></gml:MultiSolid>";
    const CityObject object = single(
        "<bldg:lod2Solid>" + solids + "</bldg:lod2Solid>" +
        F::boundary("RoofSurface", F::multiSurface(F::link("#b") + F::surfaceMember(F::polygon("c", 3))), "roof"));
    std::map<double, int> bySide; // each polygon lies 10 m to the east of the one before
    for (const Surface& surface : object.surfaces)
        bySide[surface.polygon.points.at(0).eastingMetres] = surface.solid;
    QCOMPARE(bySide, (std::map<double, int>{{390000, 0}, {390010, -1}, {390020, 1}, {390030, 1}}));
}

void TestContent::boundaryLinksClaimPolygonsOfTheSolid()
{
    const CityObject object = single(solid(F::surfaceMember(F::polygon("p1")) + F::surfaceMember(F::polygon("p2", 1))) +
                                     F::boundary("RoofSurface", F::multiSurface(F::link("#p1")), "roof"));
    QCOMPARE(object.surfaces.size(), std::size_t(2));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[0].id, QStringLiteral("roof"));
    QCOMPARE(object.surfaces[1].type, SurfaceType::None);
    QCOMPARE(object.surfaces[1].id, QStringLiteral("p2"));
}

void TestContent::sameGeometryStatedTwiceCountsOnce()
{
    const CityObject object =
        single(solid(F::surfaceMember(F::polygon("p1")) + F::surfaceMember(F::polygon("p2", 1))) +
               F::boundary("RoofSurface", F::multiSurface(F::surfaceMember(F::polygon("q1"))), "roof"));
    QCOMPARE(object.surfaces.size(), std::size_t(2));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[1].id, QStringLiteral("p2"));
}

void TestContent::orientableSurfaceTurnsRings()
{
    const QByteArray flipped = "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface>" + F::polygon("p") +
                               "</gml:baseSurface></gml:OrientableSurface>";
    QVERIFY(signedArea(single(F::multiSurface(F::surfaceMember(F::polygon("p")))).surfaces.at(0).polygon) > 0);
    QVERIFY(signedArea(single(F::multiSurface(F::surfaceMember(flipped))).surfaces.at(0).polygon) < 0);
    const QByteArray linked =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#p\"/></gml:OrientableSurface>";
    const CityObject object = single(solid(F::surfaceMember(F::polygon("p"))) +
                                     F::boundary("WallSurface", F::multiSurface(F::surfaceMember(linked)), "w"));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Wall);
    QVERIFY(signedArea(object.surfaces[0].polygon) < 0);
}

void TestContent::allLevelsOfDetailAreKept()
{
    const CityObject object =
        single(solid(F::surfaceMember(F::polygon("one")), 1) + solid(F::surfaceMember(F::polygon("two", 1)), 2) +
               F::boundary("WallSurface", F::multiSurface(F::surfaceMember(F::polygon("three", 2)), 3), "w"));
    QCOMPARE(lodsOf(object), std::vector<int>({10, 20, 30}));
}

void TestContent::onePolygonMayServeSeveralLevels()
{
    // LoD3 takes the ground and the wall of LoD2 over, the wall turned round and, as it is one in LoD2, still a wall.
    const QByteArray flipped =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#wall\"/></gml:OrientableSurface>";
    const CityObject object =
        single(solid(F::link("#group") + F::link("#roof"), 2) +
               F::boundary("WallSurface",
                           F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"group\">" +
                                           F::surfaceMember(F::polygon("wall")) +
                                           "</gml:CompositeSurface></gml:surfaceMember>"),
                           "w") +
               F::boundary("RoofSurface", F::multiSurface(F::surfaceMember(F::polygon("roof", 1))), "r") +
               solid(F::surfaceMember(flipped) + F::link("#roof") + F::link("#roof") +
                         F::surfaceMember(F::polygon("dormer", 2)),
                     3));
    QCOMPARE(lodsOf(object), std::vector<int>({20, 20, 30, 30, 30}));
    int walls = 0;
    for (const Surface& surface : object.surfaces)
        if (surface.type == SurfaceType::Wall && surface.lod == 30) {
            ++walls;
            QCOMPARE(surface.id, QStringLiteral("w"));
            QVERIFY(signedArea(surface.polygon) < 0);
        }
    QCOMPARE(walls, 1);
}

void TestContent::footprintsAndRoofEdges()
{
    const auto plane = [](const QByteArray& name, const QByteArray& id) {
        return "<bldg:" + name + "><gml:MultiSurface>" + F::surfaceMember(F::polygon(id)) +
               "</gml:MultiSurface></bldg:" + name + ">";
    };
    const CityObject object =
        single(plane("lod0FootPrint", "f") + plane("lod0RoofEdge", "r") + solid(F::surfaceMember(F::polygon("p")), 1));
    QCOMPARE(lodsOf(object), std::vector<int>({0, 0, 10}));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Ground);
    QCOMPARE(object.surfaces[1].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[2].type, SurfaceType::None);
}

void TestContent::openingsAreObjects()
{
    const QByteArray window = "<bldg:opening><bldg:Window gml:id=\"window\"><gml:name>Fenster</gml:name>" +
                              F::multiSurface(F::surfaceMember(F::polygon("g", 1, 102.5)), 3) +
                              "</bldg:Window></bldg:opening>";
    const CityObject object = single(
        F::boundary("WallSurface", F::multiSurface(F::surfaceMember(F::polygon("w", 0, 108)), 3) + window, "wall") +
        F::boundary("GroundSurface", F::multiSurface(F::surfaceMember(F::polygon("ground", 2, 101)), 3), "base") +
        solid(F::link("#w") + F::link("#g") + F::link("#ground"), 3));
    QCOMPARE(object.surfaces.size(), std::size_t(2));
    QCOMPARE(object.children.size(), std::size_t(1));
    const CityObject& child = object.children[0];
    QCOMPARE(child.type, CityObjectType::Window);
    QCOMPARE(child.id, QStringLiteral("window"));
    QCOMPARE(child.name, QStringLiteral("Fenster"));
    QCOMPARE(child.surfaces.size(), std::size_t(1));
    QCOMPARE(child.surfaces[0].type, SurfaceType::Window);
    QCOMPARE(attributeOf(child, "sillHeight").value, QStringLiteral("1.50"));
    QCOMPARE(attributeOf(child, "lintelHeight").value, QStringLiteral("1.50")); // the polygon is flat
    QCOMPARE(attributeOf(child, "lintelHeight").unit, QStringLiteral("m"));
    QVERIFY(m_issues.empty());
}

void TestContent::readsTriangulatedSurfaces()
{
    QByteArray triangle = F::polygon("t").replace("Polygon", "Triangle").replace(" gml:id=\"t\"", "");
    const CityObject object = single(F::multiSurface(
        F::surfaceMember("<gml:TriangulatedSurface gml:id=\"tin\"><gml:trianglePatches>" + triangle + triangle +
                         "</gml:trianglePatches></gml:TriangulatedSurface>") +
        F::surfaceMember("<gml:Surface><gml:patches>" + QByteArray(triangle).replace("Triangle", "PolygonPatch") +
                         "</gml:patches></gml:Surface>")));
    QCOMPARE(object.surfaces.size(), std::size_t(3));
}

void TestContent::readsAllSpellingsOfCoordinates_data()
{
    QTest::addColumn<QByteArray>("ring");
    QTest::newRow("posList") << QByteArray("<gml:posList>1 2 3 4 5 6 7 8 10 1 2 3</gml:posList>");
    QTest::newRow("white space") << QByteArray("<gml:posList>\n\t1 2 3\r\n4 5 6 7\t8 10\n1 2 3 \n</gml:posList>");
    QTest::newRow("exponents") << QByteArray("<gml:posList>1e0 +2.0 3E+0 4 .5e1 6. 7 8 1.0e1 1 2 3</gml:posList>");
    QTest::newRow("many digits") << QByteArray(
        "<gml:posList>1.00000000000000000000 2 3 4 5 6 7 8 10 1 2 3</gml:posList>");
    QTest::newRow("pos") << QByteArray(
        "<gml:pos>1 2 3</gml:pos><gml:pos>4 5 6</gml:pos><gml:pos>7 8 10</gml:pos><gml:pos>1 2 3</gml:pos>");
    QTest::newRow("points") << QByteArray(
        "<gml:pointProperty><gml:Point><gml:pos>1 2 3</gml:pos></gml:Point></gml:pointProperty>"
        "<gml:pos>4 5 6</gml:pos><gml:pos>7 8 10</gml:pos><gml:pos>1 2 3</gml:pos>");
    QTest::newRow("coordinates") << QByteArray("<gml:coordinates>1,2,3 4,5,6 7,8,10 1,2,3</gml:coordinates>");
    QTest::newRow("coordinates, own signs")
        << QByteArray("<gml:coordinates decimal=\",\" cs=\";\" ts=\"|\">1,0;2;3|4;5;6|7;8;10|1;2;3</gml:coordinates>");
    QTest::newRow("coord") << QByteArray(
        "<gml:coord><gml:X>1</gml:X><gml:Y>2</gml:Y><gml:Z>3</gml:Z></gml:coord><gml:pos>4 5 6</gml:pos>"
        "<gml:pos>7 8 10</gml:pos><gml:pos>1 2 3</gml:pos>");
    QTest::newRow("comment inside") << QByteArray("<gml:posList>1 2 3 4 <!-- x --> 5 6 7 8 10 1 2 3</gml:posList>");
    QTest::newRow("cdata") << QByteArray("<gml:posList><![CDATA[1 2 3 4 5 6 7 8 10 1 2 3]]></gml:posList>");
    QTest::newRow("character reference") << QByteArray("<gml:posList>1 2 3&#32;4 5 6 7 8 1&#x30; 1 2 3</gml:posList>");
}

void TestContent::readsAllSpellingsOfCoordinates()
{
    QFETCH(QByteArray, ring);
    const CityObject object = single(F::multiSurface(F::surfaceMember(
        "<gml:Polygon><gml:exterior><gml:LinearRing>" + ring + "</gml:LinearRing></gml:exterior></gml:Polygon>")));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    const std::vector<ProjectedPosition> expected{{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};
    QVERIFY(object.surfaces[0].polygon.points == expected);
    QVERIFY(m_issues.empty());
}

void TestContent::reportsBadRings_data()
{
    QTest::addColumn<QByteArray>("posList");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("surfaces");
    const auto row = [](const char* name, const char* posList, const char* reason, int surfaces) {
        QTest::newRow(name) << QByteArray(posList) << QString::fromLatin1(reason) << surfaces;
    };
    row("word", "<gml:posList>1 2 3 4 x 6 7 8 9 1 2 3</gml:posList>", "number.invalid", 0);
    row("nan", "<gml:posList>1 2 nan 4 5 6 7 8 9 1 2 nan</gml:posList>", "number.invalid", 0);
    row("infinity", "<gml:posList>1 2 3 inf 5 6 7 8 9 1 2 3</gml:posList>", "number.invalid", 0);
    row("overflow", "<gml:posList>1 2 3 1e999 5 6 7 8 9 1 2 3</gml:posList>", "number.invalid", 0);
    row("too large", "<gml:posList>1 2 3 1e10 5 6 7 8 9 1 2 3</gml:posList>", "number.invalid", 0);
    row("hexadecimal", "<gml:posList>0x10 2 3 1 5 6 7 8 9 1 2 3</gml:posList>", "number.invalid", 0);
    row("german decimals", "<gml:posList>1,5 2 3 1 5 6 7 8 9 1,5 2 3</gml:posList>", "number.invalid", 0);
    row("odd", "<gml:posList>1 2 3 4 5 6 7 8 9 1 2</gml:posList>", "ring.odd-coordinates", 0);
    row("odd by dimension", "<gml:posList srsDimension=\"3\">1 2 3 4 5 6 7 8</gml:posList>", "ring.odd-coordinates", 0);
    row("strange dimension", "<gml:posList srsDimension=\"7\">1 2 3 4 5 6 7</gml:posList>", "ring.odd-coordinates", 0);
    row("two points", "<gml:posList>1 2 3 4 5 6 1 2 3</gml:posList>", "ring.too-few-points", 0);
    row("empty", "<gml:posList/>", "ring.too-few-points", 0);
    row("not closed", "<gml:posList>1 2 3 4 5 6 7 8 10</gml:posList>", "ring.not-closed", 1);
    row("flat", "<gml:posList srsDimension=\"2\">1 2 4 5 7 9 1 2</gml:posList>", "geometry.two-dimensional", 1);
}

void TestContent::reportsBadRings()
{
    QFETCH(QByteArray, posList);
    QFETCH(QString, reason);
    QFETCH(int, surfaces);
    const CityObject object =
        single("\n\n" + F::multiSurface(F::surfaceMember(F::polygon("good")) + "\n" +
                                        F::surfaceMember("<gml:Polygon gml:id=\"bad\"><gml:exterior><gml:LinearRing>" +
                                                         posList + "</gml:LinearRing></gml:exterior></gml:Polygon>")));
    QCOMPARE(int(object.surfaces.size()), surfaces + 1);
    QCOMPARE(m_issues.size(), std::size_t(1));
    QCOMPARE(m_issues[0].reason, reason);
    QCOMPARE(m_issues[0].where.id, QStringLiteral("bad"));
    QCOMPARE(m_issues[0].where.line, 8);
    if (reason == QLatin1String("geometry.two-dimensional"))
        QCOMPARE(object.surfaces[1].polygon.points[1], (ProjectedPosition{4, 5, 0}));
}

void TestContent::partsAndInstallationsNest()
{
    const CityObject object =
        single(F::multiSurface(F::surfaceMember(F::polygon("a"))) +
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

void TestContent::tooDeepPartsAreReported()
{
    QByteArray nested;
    for (int i = 0; i < 40; ++i)
        nested = "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"p" + QByteArray::number(i) + "\">" + nested +
                 "</bldg:BuildingPart></bldg:consistsOfBuildingPart>";
    int depth = 0;
    const CityObject root = single(nested);
    for (const CityObject* object = &root; !object->children.empty(); object = &object->children[0])
        ++depth;
    QCOMPARE(depth, 32);
    QCOMPARE(m_issues.size(), std::size_t(1));
    QCOMPARE(m_issues[0].reason, QStringLiteral("member.too-deep"));
}

void TestContent::attributesOfEveryKind()
{
    const CityObject object = single(
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
    QCOMPARE(m_issues.size(), std::size_t(1));
    QCOMPARE(m_issues[0].reason, QStringLiteral("attribute.invalid-date"));
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

void TestContent::addressesInEverySpelling_data()
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

void TestContent::addressesInEverySpelling()
{
    QFETCH(QByteArray, details);
    const CityObject object = single("<bldg:address><core:Address><core:xalAddress><xAL:AddressDetails>" + details +
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

void TestContent::missingIdsAreGenerated()
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

void TestContent::linksAcrossMembers()
{
    const QByteArray flipped =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#shared\"/></gml:OrientableSurface>";
    const QByteArray members =
        F::building(F::boundary("WallSurface",
                                F::multiSurface(F::surfaceMember(flipped) + F::surfaceMember(F::polygon("own"))), "w"),
                    "first") +
        F::building(F::multiSurface(F::surfaceMember(F::polygon("shared", 5))), "second") +
        F::building(F::multiSurface(F::link("#group")), "third") +
        F::building(F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"group\">" +
                                    F::surfaceMember(F::polygon("g1", 7)) + F::surfaceMember(F::polygon("g2", 8)) +
                                    "</gml:CompositeSurface></gml:surfaceMember>"),
                    "fourth");
    const F::Outcome outcome = m_fixture.read(F::model(members));
    QVERIFY(outcome.summary);
    const auto& objects = outcome.sink->objects();
    QCOMPARE(objects.size(), std::size_t(4));
    QCOMPARE(objects[0].surfaces.size(), std::size_t(2));
    QCOMPARE(objects[0].surfaces[1].type, SurfaceType::Wall);
    QCOMPARE(objects[0].surfaces[1].polygon.points[0].eastingMetres, 390054.0); // turned round: the last point is first
    QVERIFY(signedArea(objects[0].surfaces[1].polygon) < 0);
    QCOMPARE(objects[1].surfaces.size(), std::size_t(1));
    QCOMPARE(objects[2].surfaces.size(), std::size_t(2));
    QVERIFY(outcome.sink->issues().empty());
}

void TestContent::danglingAndExternalLinks()
{
    const CityObject object =
        single(F::multiSurface(F::link("#nowhere") + F::link("other.gml#p") + F::link("http://localhost/x#p") +
                               F::surfaceMember(F::polygon("p"))));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    QCOMPARE(m_issues.size(), std::size_t(3));
    QCOMPARE(m_issues[0].reason, QStringLiteral("xlink.external"));
    QCOMPARE(m_issues[2].reason, QStringLiteral("xlink.unresolved"));
    QCOMPARE(m_issues[2].where.id, QStringLiteral("b1"));
}

void TestContent::linksInCirclesEnd()
{
    const CityObject object =
        single(F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"a\">" + F::link("#b") +
                               F::surfaceMember(F::polygon("p")) +
                               "</gml:CompositeSurface></gml:surfaceMember>"
                               "<gml:surfaceMember><gml:CompositeSurface gml:id=\"b\">" +
                               F::link("#a") + F::link("#b") + "</gml:CompositeSurface></gml:surfaceMember>") +
               "<bldg:interiorRoom><x gml:id=\"r\">" + F::link("#r") + F::link("#s") + "</x><y gml:id=\"s\">" +
               F::link("#r") + "</y></bldg:interiorRoom>" + solid(F::link("#r")));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
}

void TestContent::prefixesAndLocalDeclarations()
{
    const QByteArray xml =
        "<CityModel xmlns=\"http://www.opengis.net/citygml/1.0\" xmlns:g='http://www.opengis.net/gml'>"
        "<g:boundedBy><g:Envelope srsName='EPSG:25832'/></g:boundedBy>"
        "<cityObjectMember><Building xmlns=\"http://www.opengis.net/citygml/building/1.0\" "
        "g:id=\"x\"><function>31001_1000</function>"
        "<lod1Solid><Solid "
        "xmlns=\"http://www.opengis.net/"
        "gml\"><exterior><CompositeSurface><surfaceMember><Polygon><exterior><LinearRing>"
        "<posList>1 2 3 4 5 6 7 8 10 1 2 "
        "3</posList></LinearRing></exterior></Polygon></surfaceMember></CompositeSurface></exterior></Solid></"
        "lod1Solid>"
        "</Building></cityObjectMember></CityModel>";
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(1));
    QCOMPARE(outcome.sink->objects()[0].id, QStringLiteral("x"));
    QCOMPARE(attributeOf(outcome.sink->objects()[0], "function").value, QStringLiteral("Wohngebäude"));
    QCOMPARE(outcome.sink->objects()[0].surfaces.size(), std::size_t(1));
    QCOMPARE(outcome.summary->sources.at(0).format, QStringLiteral("CityGML 1.0"));
    QCOMPARE(outcome.summary->issues.at(0).reason, QStringLiteral("height.reference-unknown"));
}

void TestContent::featureCollections()
{
    QByteArray xml = F::model("<gml:featureMembers>\n<bldg:Building gml:id=\"a\"/><bldg:Building "
                              "gml:id=\"b\"><bldg:function>1</bldg:function></bldg:Building></gml:featureMembers>"
                              "<gml:featureMember><bldg:Building gml:id=\"c\"/></gml:featureMember>");
    xml.replace("core:CityModel", "wfs:FeatureCollection")
        .replace("xmlns:gen", "xmlns:wfs=\"http://www.opengis.net/wfs\" xmlns:gen");
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    QStringList ids;
    for (const CityObject& object : outcome.sink->objects())
        ids << object.id;
    ids.sort();
    QCOMPARE(ids, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestContent::linesAreThoseOfTheFile()
{
    QByteArray members = "<!-- a > comment\n with <core:cityObjectMember> in it -->\n";
    for (int i = 0; i < 500; ++i)
        members += "<core:cityObjectMember\n>\n<bldg:Building\n gml:id=\"b" + QByteArray::number(i) +
                   "\"\n note='a > b'>" +
                   F::multiSurface("\n" + F::surfaceMember(F::polygon("p" + QByteArray::number(i)))) +
                   "<![CDATA[</core:cityObjectMember>\n]]></bldg:Building></core:cityObjectMember>\n";
    const QByteArray xml = F::model(members);
    citygml::ReadOptions options;
    options.limits.chunkBytes = 1000;
    const F::Outcome outcome = m_fixture.read(xml, options);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(500));
    for (const CityObject& object : outcome.sink->objects()) {
        const qint64 at = xml.indexOf("gml:id=\"" + object.id.toUtf8() + '"');
        QCOMPARE(object.where.line, xml.left(at).count('\n')); // the element begins a line before its id
        const qint64 polygon = xml.indexOf("gml:id=\"p" + object.id.mid(1).toUtf8() + '"');
        QCOMPARE(object.surfaces.at(0).line, xml.left(polygon).count('\n') + 1);
    }
}

void TestContent::unknownObjectsAreKept()
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

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
