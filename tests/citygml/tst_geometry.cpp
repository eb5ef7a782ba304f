// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader makes of geometry: solids, links to polygons, levels of detail, rings.
#include "CityGmlFixture.h"
#include "model/geometry/ShellNumber.h"

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestGeometry : public QObject {
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

private:
    CityGmlFixture m_fixture;
};

namespace {

std::vector<int> lodsOf(const CityObject& object)
{
    std::vector<int> lods;
    for (const Surface& surface : object.surfaces)
        lods.push_back(surface.lod);
    std::sort(lods.begin(), lods.end());
    return lods;
}

} // namespace

void TestGeometry::solidLinksAddNothing()
{
    const CityObject object = m_fixture.single(
        F::solid(F::link("#p1") + F::link("#p2")) +
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
    QVERIFY(m_fixture.issues().empty());
}

void TestGeometry::solidsAreNumbered()
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
    const QByteArray composite =
        "<gml:CompositeSolid><gml:solidMember><gml:Solid>" + shell("exterior", F::surfaceMember(F::polygon("d", 4))) +
        shell("interior", F::surfaceMember(F::polygon("e", 5))) +
        shell("interior", F::surfaceMember(F::polygon("f", 6))) + "</gml:Solid></gml:solidMember></gml:CompositeSolid>";
    const CityObject object = m_fixture.single(
        "<bldg:lod2Solid>" + solids + composite + "</bldg:lod2Solid>" +
        F::boundary("RoofSurface", F::multiSurface(F::link("#b") + F::surfaceMember(F::polygon("c", 3))), "roof"));
    std::map<double, int> bySide; // each polygon lies 10 m to the east of the one before
    for (const Surface& surface : object.surfaces)
        bySide[surface.polygon.points.at(0).eastingMetres] = surface.solid;
    const auto number = [](int solid, int cavity, int in) { return int(ShellNumber{solid, cavity, in}.packed()); };
    QCOMPARE(bySide, (std::map<double, int>{{390000, 0},
                                            {390010, number(0, 1, 0)},
                                            {390020, 1},
                                            {390030, 1},
                                            {390040, number(2, 0, 1)},
                                            {390050, number(2, 1, 1)},
                                            {390060, number(2, 2, 1)}}));
}

void TestGeometry::boundaryLinksClaimPolygonsOfTheSolid()
{
    const CityObject object =
        m_fixture.single(F::solid(F::surfaceMember(F::polygon("p1")) + F::surfaceMember(F::polygon("p2", 1))) +
                         F::boundary("RoofSurface", F::multiSurface(F::link("#p1")), "roof"));
    QCOMPARE(object.surfaces.size(), std::size_t(2));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[0].id, QStringLiteral("roof"));
    QCOMPARE(object.surfaces[1].type, SurfaceType::None);
    QCOMPARE(object.surfaces[1].id, QStringLiteral("p2"));
}

void TestGeometry::sameGeometryStatedTwiceCountsOnce()
{
    const CityObject object =
        m_fixture.single(F::solid(F::surfaceMember(F::polygon("p1")) + F::surfaceMember(F::polygon("p2", 1))) +
                         F::boundary("RoofSurface", F::multiSurface(F::surfaceMember(F::polygon("q1"))), "roof"));
    QCOMPARE(object.surfaces.size(), std::size_t(2));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[1].id, QStringLiteral("p2"));
    // The roof that stands for a side of the solid is one of its sides.
    QCOMPARE(object.surfaces[0].solid, 0);
    QCOMPARE(object.surfaces[1].solid, 0);
}

void TestGeometry::orientableSurfaceTurnsRings()
{
    const QByteArray flipped = "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface>" + F::polygon("p") +
                               "</gml:baseSurface></gml:OrientableSurface>";
    QVERIFY(signedArea(m_fixture.single(F::multiSurface(F::surfaceMember(F::polygon("p")))).surfaces.at(0).polygon) >
            0);
    QVERIFY(signedArea(m_fixture.single(F::multiSurface(F::surfaceMember(flipped))).surfaces.at(0).polygon) < 0);
    const QByteArray linked =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#p\"/></gml:OrientableSurface>";
    const CityObject object =
        m_fixture.single(F::solid(F::surfaceMember(F::polygon("p"))) +
                         F::boundary("WallSurface", F::multiSurface(F::surfaceMember(linked)), "w"));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Wall);
    QVERIFY(signedArea(object.surfaces[0].polygon) < 0);
}

void TestGeometry::allLevelsOfDetailAreKept()
{
    const CityObject object = m_fixture.single(
        F::solid(F::surfaceMember(F::polygon("one")), 1) + F::solid(F::surfaceMember(F::polygon("two", 1)), 2) +
        F::boundary("WallSurface", F::multiSurface(F::surfaceMember(F::polygon("three", 2)), 3), "w"));
    QCOMPARE(lodsOf(object), std::vector<int>({10, 20, 30}));
}

void TestGeometry::onePolygonMayServeSeveralLevels()
{
    // LoD3 takes the ground and the wall of LoD2 over, the wall turned round and, as it is one in LoD2, still a wall.
    const QByteArray flipped =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#wall\"/></gml:OrientableSurface>";
    const CityObject object =
        m_fixture.single(F::solid(F::link("#group") + F::link("#roof"), 2) +
                         F::boundary("WallSurface",
                                     F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"group\">" +
                                                     F::surfaceMember(F::polygon("wall")) +
                                                     "</gml:CompositeSurface></gml:surfaceMember>"),
                                     "w") +
                         F::boundary("RoofSurface", F::multiSurface(F::surfaceMember(F::polygon("roof", 1))), "r") +
                         F::solid(F::surfaceMember(flipped) + F::link("#roof") + F::link("#roof") +
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

void TestGeometry::footprintsAndRoofEdges()
{
    const auto plane = [](const QByteArray& name, const QByteArray& id) {
        return "<bldg:" + name + "><gml:MultiSurface>" + F::surfaceMember(F::polygon(id)) +
               "</gml:MultiSurface></bldg:" + name + ">";
    };
    const CityObject object = m_fixture.single(plane("lod0FootPrint", "f") + plane("lod0RoofEdge", "r") +
                                               F::solid(F::surfaceMember(F::polygon("p")), 1));
    QCOMPARE(lodsOf(object), std::vector<int>({0, 0, 10}));
    QCOMPARE(object.surfaces[0].type, SurfaceType::Ground);
    QCOMPARE(object.surfaces[1].type, SurfaceType::Roof);
    QCOMPARE(object.surfaces[2].type, SurfaceType::None);
}

void TestGeometry::openingsAreObjects()
{
    const QByteArray window = "<bldg:opening><bldg:Window gml:id=\"window\"><gml:name>Fenster</gml:name>" +
                              F::multiSurface(F::surfaceMember(F::polygon("g", 1, 102.5)), 3) +
                              "</bldg:Window></bldg:opening>";
    const CityObject object = m_fixture.single(
        F::boundary("WallSurface", F::multiSurface(F::surfaceMember(F::polygon("w", 0, 108)), 3) + window, "wall") +
        F::boundary("GroundSurface", F::multiSurface(F::surfaceMember(F::polygon("ground", 2, 101)), 3), "base") +
        F::solid(F::link("#w") + F::link("#g") + F::link("#ground"), 3));
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
    QVERIFY(m_fixture.issues().empty());
}

void TestGeometry::readsTriangulatedSurfaces()
{
    QByteArray triangle = F::polygon("t").replace("Polygon", "Triangle").replace(" gml:id=\"t\"", "");
    const CityObject object = m_fixture.single(F::multiSurface(
        F::surfaceMember("<gml:TriangulatedSurface gml:id=\"tin\"><gml:trianglePatches>" + triangle + triangle +
                         "</gml:trianglePatches></gml:TriangulatedSurface>") +
        F::surfaceMember("<gml:Surface><gml:patches>" + QByteArray(triangle).replace("Triangle", "PolygonPatch") +
                         "</gml:patches></gml:Surface>")));
    QCOMPARE(object.surfaces.size(), std::size_t(3));
}

void TestGeometry::readsAllSpellingsOfCoordinates_data()
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

void TestGeometry::readsAllSpellingsOfCoordinates()
{
    QFETCH(QByteArray, ring);
    const CityObject object = m_fixture.single(F::multiSurface(F::surfaceMember(
        "<gml:Polygon><gml:exterior><gml:LinearRing>" + ring + "</gml:LinearRing></gml:exterior></gml:Polygon>")));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    const std::vector<ProjectedPosition> expected{{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};
    QVERIFY(object.surfaces[0].polygon.points == expected);
    QVERIFY(m_fixture.issues().empty());
}

void TestGeometry::reportsBadRings_data()
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

void TestGeometry::reportsBadRings()
{
    QFETCH(QByteArray, posList);
    QFETCH(QString, reason);
    QFETCH(int, surfaces);
    const CityObject object = m_fixture.single(
        "\n\n" + F::multiSurface(F::surfaceMember(F::polygon("good")) + "\n" +
                                 F::surfaceMember("<gml:Polygon gml:id=\"bad\"><gml:exterior><gml:LinearRing>" +
                                                  posList + "</gml:LinearRing></gml:exterior></gml:Polygon>")));
    QCOMPARE(int(object.surfaces.size()), surfaces + 1);
    QCOMPARE(m_fixture.issues().size(), std::size_t(1));
    QCOMPARE(m_fixture.issues()[0].reason, reason);
    QCOMPARE(m_fixture.issues()[0].where.id, QStringLiteral("bad"));
    QCOMPARE(m_fixture.issues()[0].where.line, 8);
    if (reason == QLatin1String("geometry.two-dimensional"))
        QCOMPARE(object.surfaces[1].polygon.points[1], (ProjectedPosition{4, 5, 0}));
}

QTEST_GUILESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
