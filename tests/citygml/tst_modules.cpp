// SPDX-License-Identifier: GPL-3.0-or-later
// Objects of every thematic module and of CityGML 3.0: types, nesting, lines, shapes, attributes.
#include "CityGmlFixture.h"

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestModules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModuleHasItsTypes_data();
    void everyModuleHasItsTypes();
    void interiorsNest();
    void roadsHaveAreasAndAxes();
    void trafficSpacesHaveAreas();
    void reliefsAreTrianglesPointsAndLines();
    void linksLeadToLines();
    void waterBodiesHaveSurfaces();
    void groupsNameTheirMembers();
    void shapesAreSharedByTheirUses();
    void shapesOfOtherMembers();
    void shapesTurnWithTheGrid();
    void badShapesAreReported_data();
    void badShapesAreReported();
    void spacesOfThree();
    void storeysLinkToRooms();
    void heightsOfThree();
    void genericAttributesOfThree();
    void dynamizersAreAttributes();
    void attributesOfSurfaces();

private:
    CityGmlFixture m_fixture;
    std::vector<Issue> m_issues;

    std::vector<CityObject> read(const QByteArray& members, const char* version = "2.0",
                                 const QByteArray& srsName = "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016")
    {
        const F::Outcome outcome = m_fixture.read(F::model(members, version, srsName));
        if (!outcome.summary)
            qWarning("%s", qPrintable(outcome.summary.error().toText()));
        m_issues = outcome.sink->issues();
        return outcome.sink->objects();
    }
    static QByteArray member(const QByteArray& object)
    {
        return "<core:cityObjectMember>" + object + "</core:cityObjectMember>\n";
    }
};

namespace {

QByteArray in(const QByteArray& name, const QByteArray& content, const QByteArray& id = {})
{
    const QByteArray attribute = id.isEmpty() ? QByteArray() : " gml:id=\"" + id + '"';
    return '<' + name + attribute + '>' + content + "</" + name.split(' ').front() + '>';
}

QByteArray surfaces(const QByteArray& property, const QByteArray& polygons)
{
    return in(property, in("gml:MultiSurface", F::surfaceMember(polygons)));
}

QByteArray line(const QByteArray& positions, const QByteArray& id = {})
{
    return in("gml:LineString", "<gml:posList srsDimension=\"3\">" + positions + "</gml:posList>", id);
}

QByteArray shape(const QByteArray& geometry, const QByteArray& position = "390000 5700000 100",
                 const QByteArray& matrix = "2 0 0 0 0 2 0 0 0 0 3 1 0 0 0 1")
{
    return in("core:ImplicitGeometry", in("core:transformationMatrix", matrix) + geometry +
                                           in("core:referencePoint", in("gml:Point", in("gml:pos", position))));
}

const QByteArray triangle = "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 0 1 0 0 0 1 2 0 0 "
                            "0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";

} // namespace

void TestModules::everyModuleHasItsTypes_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QString>("type");
    const auto row = [](const char* element, const char* property, const char* type) {
        QTest::newRow(element) << QByteArray(element) << QByteArray(property) << QString::fromLatin1(type);
    };
    row("brid:Bridge", "brid:lod2MultiSurface", "Bridge");
    row("brid:BridgeConstructionElement", "brid:lod3Geometry", "BridgeConstructiveElement");
    row("tun:Tunnel", "tun:lod1MultiSurface", "Tunnel");
    row("tun:HollowSpace", "tun:lod4MultiSurface", "HollowSpace");
    row("tran:Road", "tran:lod2MultiSurface", "Road");
    row("tran:Railway", "tran:lod1MultiSurface", "Railway");
    row("tran:Track", "tran:lod1MultiSurface", "Track");
    row("tran:Square", "tran:lod1MultiSurface", "Square");
    row("tran:TransportationComplex", "tran:lod1MultiSurface", "TransportationComplex");
    row("veg:PlantCover", "veg:lod1MultiSurface", "PlantCover");
    row("veg:SolitaryVegetationObject", "veg:lod3Geometry", "SolitaryVegetationObject");
    row("wtr:WaterBody", "wtr:lod0MultiSurface", "WaterBody");
    row("frn:CityFurniture", "frn:lod1Geometry", "CityFurniture");
    row("luse:LandUse", "luse:lod0MultiSurface", "LandUse");
    row("gen:GenericCityObject", "gen:lod2Geometry", "GenericCityObject");
    row("bldg:IntBuildingInstallation", "bldg:lod4Geometry", "BuildingInstallation");
}

void TestModules::everyModuleHasItsTypes()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, property);
    QFETCH(QString, type);
    const QByteArray prefix = element.split(':').front();
    const auto objects = read(member(
        in(element, in("gml:name", "Name") + in(prefix + ":function", "7777") + surfaces(property, F::polygon("p")),
           "o")));
    QVERIFY(m_issues.empty());
    QCOMPARE(objects.size(), std::size_t(1));
    QCOMPARE(typeName(objects[0].type), type);
    QCOMPARE(objects[0].name, QStringLiteral("Name"));
    QCOMPARE(attributeOf(objects[0], "function").value, QStringLiteral("7777"));
    QCOMPARE(attributeOf(objects[0], "function").source, QString::fromLatin1(prefix + ":function"));
    QCOMPARE(objects[0].surfaces.size(), std::size_t(1));
    QCOMPARE(int(objects[0].surfaces[0].lod), 10 * (property[property.indexOf(":lod") + 4] - '0'));
}

void TestModules::interiorsNest()
{
    const QByteArray door =
        in("bldg:opening", in("bldg:Door", surfaces("bldg:lod4MultiSurface", F::polygon("d", 2)), "door"));
    const QByteArray room =
        in("bldg:Room",
           F::boundary("InteriorWallSurface", surfaces("bldg:lod4MultiSurface", F::polygon("w")) + door, "wall") +
               F::boundary("FloorSurface", surfaces("bldg:lod4MultiSurface", F::polygon("f", 1)), "floor") +
               F::boundary("CeilingSurface", surfaces("bldg:lod4MultiSurface", F::polygon("c", 3)), "ceiling") +
               in("bldg:interiorFurniture",
                  in("bldg:BuildingFurniture", surfaces("bldg:lod4Geometry", F::polygon("t", 4)), "table")),
           "room");
    const auto objects = read(F::building(in("bldg:interiorRoom", room)));
    QVERIFY(m_issues.empty());
    const CityObject& inside = objects.at(0).children.at(0);
    QCOMPARE(inside.type, CityObjectType::BuildingRoom);
    QCOMPARE(inside.surfaces.size(), std::size_t(3));
    QCOMPARE(inside.surfaces[0].type, SurfaceType::InteriorWall);
    QCOMPARE(inside.surfaces[1].type, SurfaceType::Floor);
    QCOMPARE(inside.surfaces[2].type, SurfaceType::Ceiling);
    QCOMPARE(inside.children.size(), std::size_t(2));
    QCOMPARE(inside.children[0].type, CityObjectType::Door);
    QCOMPARE(attributeOf(inside.children[0], "sillHeight").value, QStringLiteral("0.00"));
    QCOMPARE(inside.children[1].type, CityObjectType::BuildingFurniture);
}

void TestModules::roadsHaveAreasAndAxes()
{
    const QByteArray axis =
        in("tran:lod0Network",
           in("gml:CompositeCurve", in("gml:curveMember", line("390000 5700000 100 390010 5700000 100")) +
                                        in("gml:curveMember", line("390010 5700000 100 390020 5700005 101"))));
    const QByteArray area =
        in("tran:trafficArea",
           in("tran:TrafficArea", in("tran:function", "1") + surfaces("tran:lod2MultiSurface", F::polygon("a", 1)),
              "area"));
    const QByteArray side =
        in("tran:auxiliaryTrafficArea",
           in("tran:AuxiliaryTrafficArea", surfaces("tran:lod2MultiSurface", F::polygon("b", 2)), "side"));
    const auto objects =
        read(member(in("tran:Road", axis + area + side + surfaces("tran:lod1MultiSurface", F::polygon("p")), "road")));
    QVERIFY(m_issues.empty());
    const CityObject& road = objects.at(0);
    QCOMPARE(road.curves.size(), std::size_t(2));
    QCOMPARE(road.curves[1].points.size(), std::size_t(2));
    QCOMPARE(road.curves[1].points[1].heightMetres, 101.0);
    QCOMPARE(int(road.curves[1].lod), 0);
    QCOMPARE(road.surfaces.size(), std::size_t(1));
    QCOMPARE(road.children.size(), std::size_t(2));
    QCOMPARE(road.children[0].type, CityObjectType::TrafficSpace);
    QCOMPARE(road.children[0].surfaces.at(0).type, SurfaceType::Traffic);
    QVERIFY(!attributeOf(road.children[0], "function").value.isEmpty());
    QCOMPARE(road.children[1].type, CityObjectType::AuxiliaryTrafficSpace);
    QCOMPARE(road.children[1].surfaces.at(0).type, SurfaceType::AuxiliaryTraffic);
}

void TestModules::trafficSpacesHaveAreas()
{
    const QByteArray area =
        in("core:boundary",
           in("tran:TrafficArea", surfaces("core:lod2MultiSurface", F::polygon("a", 1)) + in("tran:function", "7777"),
              "area"));
    const QByteArray section =
        in("tran:section",
           in("tran:Section",
              in("tran:trafficSpace", in("tran:TrafficSpace", area + in("tran:granularity", "lane"), "space")),
              "section"));
    const auto objects = read(member(in("tran:Road", section, "road")), "3.0");
    QVERIFY(m_issues.empty());
    const CityObject& inner = objects.at(0).children.at(0);
    QCOMPARE(inner.type, CityObjectType::Unknown);
    QCOMPARE(inner.className, QStringLiteral("tran:Section"));
    const CityObject& space = inner.children.at(0);
    QCOMPARE(space.type, CityObjectType::TrafficSpace);
    QCOMPARE(space.surfaces.at(0).type, SurfaceType::Traffic);
    QCOMPARE(space.surfaces.at(0).id, QStringLiteral("area"));
    QCOMPARE(attributeOf(space, "granularity").value, QStringLiteral("lane"));
    QCOMPARE(attributeOf(space, "TrafficArea/function").value, QStringLiteral("7777"));
}

void TestModules::reliefsAreTrianglesPointsAndLines()
{
    const QByteArray lod = in("dem:lod", "2");
    const QByteArray patch = F::polygon("t").replace("Polygon", "Triangle").replace(" gml:id=\"t\"", "");
    const QByteArray points = "<gml:posList>390000 5700000 99 390001 5700000 98 390001 5700002 97</gml:posList>";
    const QByteArray tin = in(
        "dem:TINRelief",
        lod + in("dem:tin", in("gml:Tin", in("gml:trianglePatches", patch + patch) + in("gml:controlPoint", points))),
        "tin");
    const QByteArray bare =
        in("dem:TINRelief", lod + in("dem:tin", in("gml:Tin", in("gml:controlPoint", points))), "bare");
    const QByteArray mass =
        in("dem:MassPointRelief",
           lod + in("dem:reliefPoints",
                    in("gml:MultiPoint", in("gml:pointMember", in("gml:Point", in("gml:pos", "390000 5700000 99"))))),
           "mass");
    const QByteArray breaks =
        in("dem:BreaklineRelief",
           lod + in("dem:breaklines",
                    in("gml:MultiCurve",
                       in("gml:curveMember",
                          in("gml:Curve",
                             in("gml:segments",
                                in("gml:LineStringSegment", in("gml:posList", "390000 5700000 99 390005 5700000 98")) +
                                    in("gml:LineStringSegment",
                                       in("gml:posList", "390005 5700000 98 390009 5700004 97"))))))),
           "breaks");
    QByteArray components;
    for (const QByteArray& component : {tin, bare, mass, breaks})
        components += in("dem:reliefComponent", component);
    const auto objects = read(member(in("dem:ReliefFeature", in("dem:lod", "1") + components, "relief")));
    QVERIFY(m_issues.empty());
    const auto& parts = objects.at(0).children;
    QCOMPARE(parts.size(), std::size_t(4));
    for (const CityObject& part : parts)
        QCOMPARE(part.type, CityObjectType::Relief);
    QCOMPARE(parts[0].surfaces.size(), std::size_t(2));
    QCOMPARE(int(parts[0].surfaces[0].lod), 20);
    QVERIFY(parts[0].curves.empty()); // the points are those of the triangles
    QCOMPARE(parts[1].curves.size(), std::size_t(3));
    QCOMPARE(parts[2].curves.size(), std::size_t(1));
    QCOMPARE(parts[2].curves[0].points.size(), std::size_t(1));
    QCOMPARE(int(parts[2].curves[0].lod), 20);
    QCOMPARE(parts[3].curves.size(), std::size_t(1));
    QCOMPARE(parts[3].curves[0].points.size(), std::size_t(3));
}

void TestModules::linksLeadToLines()
{
    const QByteArray own =
        in("tran:lod0Network",
           in("gml:MultiCurve", in("gml:curveMember", line("390000 5700000 100 390010 5700000 100", "c"))));
    const QByteArray linked =
        "<tran:lod2MultiCurve><gml:MultiCurve><gml:curveMember xlink:href=\"#c\"/><gml:curveMember "
        "xlink:href=\"#c\"/></gml:MultiCurve></tran:lod2MultiCurve>";
    const auto objects = read(member(in("tran:Road", own + linked, "road")));
    QVERIFY(m_issues.empty());
    QCOMPARE(objects.at(0).curves.size(), std::size_t(2));
    QCOMPARE(int(objects[0].curves[0].lod), 0);
    QCOMPARE(int(objects[0].curves[1].lod), 20);
    const auto broken = read(member(in("tran:Road", in("tran:lod0Network", line("390000 5700000 100")), "road")));
    QVERIFY(broken.at(0).curves.empty());
    QCOMPARE(m_issues.at(0).reason, QStringLiteral("line.too-few-points"));
}

void TestModules::waterBodiesHaveSurfaces()
{
    const auto boundary = [](const QByteArray& type, const QByteArray& id) {
        return in("wtr:boundedBy", in("wtr:" + type, in("wtr:lod2Surface", F::polygon(id)), id + "s"));
    };
    const auto objects =
        read(member(in("wtr:WaterBody", boundary("WaterSurface", "a") + boundary("WaterGroundSurface", "b") +
                                            boundary("WaterClosureSurface", "c"))));
    QCOMPARE(objects.at(0).surfaces.size(), std::size_t(3));
    QCOMPARE(objects[0].surfaces[0].type, SurfaceType::Water);
    QCOMPARE(objects[0].surfaces[1].type, SurfaceType::WaterGround);
    QCOMPARE(objects[0].surfaces[2].type, SurfaceType::WaterClosure);
}

void TestModules::groupsNameTheirMembers()
{
    const auto objects = read(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")))) +
                              member(in("grp:CityObjectGroup",
                                        in("grp:function", "7777") + "<grp:groupMember xlink:href=\"#b1\"/>" +
                                            in("grp:groupMember", in("frn:CityFurniture", "", "bench")),
                                        "group")));
    QVERIFY(m_issues.empty());
    const CityObject& group = objects.at(1);
    QCOMPARE(group.type, CityObjectType::CityObjectGroup);
    QCOMPARE(attributeOf(group, "groupMember").value, QStringLiteral("#b1"));
    QVERIFY(group.surfaces.empty());
    QCOMPARE(group.children.at(0).type, CityObjectType::CityFurniture);
}

void TestModules::shapesAreSharedByTheirUses()
{
    const auto tree = [](const QByteArray& id, const QByteArray& geometry, const QByteArray& position) {
        return member(
            in("veg:SolitaryVegetationObject", in("veg:lod2ImplicitRepresentation", shape(geometry, position)), id));
    };
    const QByteArray inlined =
        in("core:relativeGMLGeometry", in("gml:MultiSurface", F::surfaceMember(triangle), "crown"));
    const QByteArray linked = "<core:relativeGMLGeometry xlink:href=\"#crown\"/>";
    const auto objects =
        read(tree("first", linked, "390050 5700000 90") + tree("second", inlined, "390000 5700000 100") +
             tree("third", linked, "390020 5700000 110"));
    QVERIFY(m_issues.empty());
    QCOMPARE(objects.size(), std::size_t(3));
    const ShapeInstance& second = objects[1].instances.at(0);
    QCOMPARE(objects[0].instances.at(0).shape, second.shape);
    QCOMPARE(objects[2].instances.at(0).shape, second.shape);
    QVERIFY(second.shape->id.endsWith(QLatin1String("model.gml#crown")));
    QCOMPARE(second.shape->surfaces.size(), std::size_t(1));
    QCOMPARE(second.shape->surfaces[0].polygon.points.at(2), (ProjectedPosition{0, 1, 2}));
    QCOMPARE(int(second.lod), 20);
    QCOMPARE(second.position, (ProjectedPosition{390000, 5700000, 101})); // the matrix lifts it by a metre
    QCOMPARE(second.matrix, (std::array<double, 9>{2, 0, 0, 0, 2, 0, 0, 0, 3}));
    QCOMPARE(objects[0].instances[0].position, (ProjectedPosition{390050, 5700000, 91}));
}

/// Uses in other chunks, before and behind the shape, on several threads.
void TestModules::shapesOfOtherMembers()
{
    QByteArray members;
    for (int i = 0; i < 200; ++i)
        members += member(in("frn:CityFurniture",
                             in("frn:lod1ImplicitRepresentation",
                                shape(i == 100 ? in("core:relativeGMLGeometry",
                                                    in("gml:MultiSurface", F::surfaceMember(triangle), "lamp"))
                                               : QByteArray("<core:relativeGMLGeometry xlink:href=\"#lamp\"/>"))),
                             "f" + QByteArray::number(i)));
    members += member(
        in("frn:CityFurniture",
           in("frn:lod1ImplicitRepresentation", shape("<core:relativeGMLGeometry xlink:href=\"#none\"/>")), "lost"));
    citygml::ReadOptions options;
    options.threads = 3;
    options.limits.chunkBytes = 2000;
    const F::Outcome outcome = m_fixture.read(F::model(members), options);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(201));
    std::size_t uses = 0;
    for (const CityObject& object : outcome.sink->objects())
        for (const ShapeInstance& instance : object.instances) {
            ++uses;
            QCOMPARE(instance.shape, outcome.sink->objects()[0].instances.at(0).shape);
        }
    QCOMPARE(uses, std::size_t(200));
    QCOMPARE(outcome.sink->issues().size(), std::size_t(1));
    QCOMPARE(outcome.sink->issues()[0].reason, QStringLiteral("xlink.unresolved"));
    QCOMPARE(outcome.sink->issues()[0].where.id, QStringLiteral("lost"));
}

void TestModules::shapesTurnWithTheGrid()
{
    // 12° east lies on the axis of GK zone 4 and 3° east of that of UTM 32: grid north differs by 2.35° there.
    const auto objects =
        read(member(in("veg:SolitaryVegetationObject",
                       in("veg:lod1ImplicitRepresentation",
                          shape(in("core:relativeGMLGeometry", in("gml:MultiSurface", F::surfaceMember(triangle))),
                                "4500000 5700000 100", "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1")),
                       "tree")),
             "2.0", "urn:adv:crs:DE_DHDN_3GK4*DE_DHHN92_NH");
    const ShapeInstance& instance = objects.at(0).instances.at(0);
    const double angle = std::atan2(instance.matrix[3], instance.matrix[0]) * 180 / 3.14159265358979;
    QVERIFY2(std::abs(angle - 2.35) < 0.05 || std::abs(angle + 2.35) < 0.05, qPrintable(QString::number(angle)));
    QVERIFY(std::abs(std::hypot(instance.matrix[0], instance.matrix[3]) - 1) < 0.002);
    QVERIFY(std::abs(instance.matrix[0] * instance.matrix[1] + instance.matrix[3] * instance.matrix[4]) < 0.001);
    QCOMPARE(instance.matrix[8], 1.0);
}

void TestModules::badShapesAreReported_data()
{
    QTest::addColumn<QByteArray>("geometry");
    QTest::addColumn<QString>("reason");
    const QByteArray good = in("core:relativeGMLGeometry", in("gml:MultiSurface", F::surfaceMember(triangle)));
    QTest::newRow("library") << shape(in("core:libraryObject", "../trees/oak.3ds"))
                             << QStringLiteral("geometry.library-object");
    QTest::newRow("empty") << shape(in("core:relativeGMLGeometry", "<gml:MultiSurface/>"))
                           << QStringLiteral("geometry.shape-empty");
    QTest::newRow("none") << shape("") << QStringLiteral("geometry.shape-empty");
    QTest::newRow("no place") << in("core:ImplicitGeometry", good) << QStringLiteral("geometry.shape-unplaced");
    QTest::newRow("matrix") << shape(good, "390000 5700000 100", "1 0 0") << QStringLiteral("geometry.shape-unplaced");
    QTest::newRow("elsewhere") << shape("<core:relativeGMLGeometry xlink:href=\"http://localhost/x#y\"/>")
                               << QStringLiteral("xlink.external");
}

void TestModules::badShapesAreReported()
{
    QFETCH(QByteArray, geometry);
    QFETCH(QString, reason);
    const auto objects =
        read(member(in("veg:SolitaryVegetationObject", in("veg:lod1ImplicitRepresentation", geometry), "tree")));
    QVERIFY(objects.at(0).instances.empty());
    QCOMPARE(m_issues.size(), std::size_t(1));
    QCOMPARE(m_issues[0].reason, reason);
    QCOMPARE(m_issues[0].where.id, QStringLiteral("tree"));
}

void TestModules::spacesOfThree()
{
    const QByteArray window =
        in("con:fillingSurface",
           in("con:WindowSurface", surfaces("core:lod3MultiSurface", F::polygon("g", 1, 103)), "pane"));
    const QByteArray wall =
        in("core:boundary",
           in("con:WallSurface", surfaces("core:lod3MultiSurface", F::polygon("w", 0, 104)) + window, "wall"));
    const QByteArray ground =
        in("core:boundary", in("con:GroundSurface", surfaces("core:lod2MultiSurface", F::polygon("u", 2)), "base"));
    const QByteArray element =
        in("bldg:buildingConstructiveElement",
           in("bldg:BuildingConstructiveElement",
              in("con:filling",
                 in("con:Door",
                    in("core:boundary", in("con:DoorSurface", surfaces("core:lod3MultiSurface", F::polygon("d", 4)))),
                    "door")),
              "element"));
    const QByteArray solid = "<core:lod2Solid><gml:Solid><gml:exterior><gml:Shell>" + F::link("#u") +
                             "</gml:Shell></gml:exterior></gml:Solid></core:lod2Solid>";
    const auto objects =
        read(F::building(in("core:creationDate", "2019-03-01T00:00:00Z") + in("core:validFrom", "2019-03-02T00:00:00") +
                         ground + wall + solid + surfaces("core:lod0MultiSurface", F::polygon("z", 5)) + element),
             "3.0");
    QVERIFY(m_issues.empty());
    const CityObject& building = objects.at(0);
    QCOMPARE(building.creationDate, QDate(2019, 3, 1));
    QCOMPARE(attributeOf(building, "validFrom").value, QStringLiteral("2019-03-02T00:00:00"));
    QCOMPARE(building.surfaces.size(), std::size_t(3));
    QCOMPARE(building.surfaces[0].type, SurfaceType::Ground);
    QCOMPARE(building.surfaces[1].type, SurfaceType::Wall);
    QCOMPARE(int(building.surfaces[2].lod), 0);
    QCOMPARE(building.surfaces[2].type, SurfaceType::Ground);
    QCOMPARE(building.children.size(), std::size_t(2));
    QCOMPARE(building.children[0].type, CityObjectType::Window);
    QCOMPARE(building.children[0].surfaces.at(0).type, SurfaceType::Window);
    QCOMPARE(attributeOf(building.children[0], "sillHeight").value, QStringLiteral("3.00"));
    QCOMPARE(building.children[1].type, CityObjectType::BuildingConstructiveElement);
    const CityObject& door = building.children[1].children.at(0);
    QCOMPARE(door.type, CityObjectType::Door);
    QCOMPARE(door.surfaces.size(), std::size_t(1));
    QCOMPARE(door.surfaces[0].type, SurfaceType::Door);
}

void TestModules::storeysLinkToRooms()
{
    const QByteArray storey =
        in("bldg:buildingSubdivision", in("bldg:Storey",
                                          in("core:lod2MultiSurface", in("gml:MultiSurface", F::link("#f"))) +
                                              "<bldg:buildingRoom xlink:href=\"#room\"/>",
                                          "storey"));
    const QByteArray room =
        in("bldg:buildingRoom",
           in("bldg:BuildingRoom",
              in("core:boundary", in("con:FloorSurface", surfaces("core:lod2MultiSurface", F::polygon("f")), "floor")),
              "room"));
    const auto objects = read(F::building(storey + room), "3.0");
    QVERIFY(m_issues.empty());
    const auto& children = objects.at(0).children;
    QCOMPARE(children.size(), std::size_t(2));
    QCOMPARE(children[0].type, CityObjectType::Storey);
    QVERIFY(children[0].surfaces.empty()); // the room has the floor
    QCOMPARE(attributeOf(children[0], "buildingRoom").value, QStringLiteral("#room"));
    QCOMPARE(children[1].surfaces.size(), std::size_t(1));
}

void TestModules::heightsOfThree()
{
    const auto height = [](const QByteArray& status, const QByteArray& value) {
        return in("con:height",
                  in("con:Height", in("con:highReference", "highestRoofEdge") +
                                       in("con:lowReference", "lowestGroundPoint") + in("con:status", status) +
                                       "<con:value uom=\"m\">" + value + "</con:value>"));
    };
    const auto objects = read(F::building(height("measured", "9.5") + height("estimated", "10")), "3.0");
    QCOMPARE(attributeOf(objects.at(0), "measuredHeight").value, QStringLiteral("9.5"));
    QCOMPARE(attributeOf(objects[0], "measuredHeight").unit, QStringLiteral("m"));
    QCOMPARE(attributeOf(objects[0], "estimatedHeight").value, QStringLiteral("10"));
    QCOMPARE(attributeOf(objects[0], "height/lowReference").value, QStringLiteral("lowestGroundPoint"));
}

void TestModules::genericAttributesOfThree()
{
    const auto generic = [](const QByteArray& attribute) { return in("core:genericAttribute", attribute); };
    const QByteArray single = in("gen:StringAttribute", in("gen:name", "Dach") + in("gen:value", "rot"));
    const QByteArray set =
        in("gen:GenericAttributeSet",
           in("gen:name", "Mengen") +
               in("gen:genericAttribute",
                  in("gen:MeasureAttribute", in("gen:name", "Breite") + "<gen:value uom=\"m\">7</gen:value>")));
    const auto objects = read(F::building(generic(single) + generic(set)), "3.0");
    QCOMPARE(attributeOf(objects.at(0), "Dach").value, QStringLiteral("rot"));
    QCOMPARE(attributeOf(objects[0], "Dach").source, QStringLiteral("gen:StringAttribute"));
    QCOMPARE(attributeOf(objects[0], "Mengen/Breite").value, QStringLiteral("7"));
    QCOMPARE(attributeOf(objects[0], "Mengen/Breite").unit, QStringLiteral("m"));
    QCOMPARE(objects[0].attributes.size(), std::size_t(2));
}

void TestModules::dynamizersAreAttributes()
{
    const QByteArray pair =
        in("dyn:timeValuePair",
           in("dyn:TimeValuePair", in("dyn:timestamp", "2020-01-01T00:00:00Z") + in("dyn:doubleValue", "4.5")));
    const auto objects =
        read(F::building(in("core:dynamizer", in("dyn:Dynamizer",
                                                 in("dyn:attributeRef", "//x") +
                                                     in("dyn:dynamicData", in("dyn:GenericTimeseries", pair + pair)),
                                                 "dynamizer"))),
             "3.0");
    QVERIFY(m_issues.empty());
    QVERIFY(objects.at(0).children.empty());
    QCOMPARE(attributeOf(objects[0], "dynamizer/Dynamizer/attributeRef").value, QStringLiteral("//x"));
    const QString path =
        QStringLiteral("dynamizer/Dynamizer/dynamicData/GenericTimeseries/timeValuePair/TimeValuePair/");
    QCOMPARE(std::count_if(objects[0].attributes.begin(), objects[0].attributes.end(),
                           [&](const Attribute& a) { return a.name == path + QLatin1String("doubleValue"); }),
             2);
}

void TestModules::attributesOfSurfaces()
{
    const auto objects = read(F::building(F::boundary(
        "RoofSurface",
        in("gml:name", "Dach 1") + "<gen:stringAttribute name=\"PV\"><gen:value>gut</gen:value></gen:stringAttribute>" +
            in("ade:area", "12") + F::multiSurface(F::surfaceMember(F::polygon("p"))),
        "roof")));
    QCOMPARE(attributeOf(objects.at(0), "RoofSurface/PV").value, QStringLiteral("gut"));
    QCOMPARE(attributeOf(objects[0], "RoofSurface/area").value, QStringLiteral("12"));
    QCOMPARE(objects[0].attributes.size(), std::size_t(2));
    QCOMPARE(objects[0].surfaces.at(0).type, SurfaceType::Roof);
}

QTEST_GUILESS_MAIN(TestModules)
#include "tst_modules.moc"
