// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader makes of each part of CityJSON: geometry, semantics, looks, attributes, families, templates, CRS.
#include "CityJsonFixture.h"
#include "model/geometry/ShellNumber.h"

#include <cmath>

#include <QTest>

using namespace twin;
using F = CityJsonFixture;

class TestCityJsonContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coordinatesAndLines();
    void geometryTypes_data();
    void geometryTypes();
    void solidsAreNumbered();
    void semantics();
    void levelsOfDetail();
    void attributes();
    void addresses();
    void families();
    void groups();
    void extensions();
    void looks();
    void imagesOutsideAreNotUsed();
    void templates();
    void templatesTurnWithTheCrs();
    void referenceSystems_data();
    void referenceSystems();
    void sequence();
    void sequenceInManyChunks();
    void sourcesKeepTheirPlace();
    void scores();

private:
    F m_fixture;
};

void TestCityJsonContent::coordinatesAndLines()
{
    const auto [summary, sink] =
        m_fixture.read(F::document(F::building(F::solid()) + ",\n" + F::building(F::solid(), {}, "b2")));
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText() + summary.error().detail));
    QCOMPARE(sink->objects().size(), std::size_t(2));
    const CityObject& object = sink->objects()[1];
    QCOMPARE(object.id, QStringLiteral("b2"));
    QCOMPARE(object.type, CityObjectType::Building);
    QCOMPARE(object.where.line, 5);
    QCOMPARE(object.surfaces.size(), std::size_t(6));
    const ProjectedPosition& p = object.surfaces[1].polygon.points[2];
    QCOMPARE(p.eastingMetres, 390001.0);
    QCOMPARE(p.northingMetres, 5700001.0);
    QCOMPARE(p.heightMetres, 101.0);
    QCOMPARE(summary->sources.at(0).crsOrigin, QStringLiteral("referenceSystem"));
    QCOMPARE(summary->issues.size(), std::size_t(1)); // EPSG:25832 says nothing of heights
    QCOMPARE(summary->issues[0].reason, QStringLiteral("height.reference-unknown"));
}

void TestCityJsonContent::geometryTypes_data()
{
    QTest::addColumn<QByteArray>("geometry");
    QTest::addColumn<int>("surfaces");
    QTest::addColumn<int>("rings");
    QTest::addColumn<int>("curves");
    const QByteArray shell = F::shell();
    const auto row = [](const char* type, const QByteArray& boundaries, int surfaces, int rings, int curves) {
        QTest::newRow(type) << R"({"type":")" + QByteArray(type) + R"(","lod":"1","boundaries":)" + boundaries + "}"
                            << surfaces << rings << curves;
    };
    row("MultiPoint", "[0,3,5]", 0, 0, 3);
    row("MultiLineString", "[[0,1,2],[4,5]]", 0, 0, 2);
    row("MultiSurface", "[[[0,1,2,3]],[[4,5,6,7],[4,7,6]]]", 2, 3, 0);
    row("CompositeSurface", shell, 6, 6, 0);
    row("Solid", "[" + shell + "," + shell + "]", 12, 12, 0);
    row("MultiSolid", "[[" + shell + "],[" + shell + "]]", 12, 12, 0);
    row("CompositeSolid", "[[" + shell + "]]", 6, 6, 0);
}

void TestCityJsonContent::geometryTypes()
{
    QFETCH(QByteArray, geometry);
    QFETCH(int, surfaces);
    QFETCH(int, rings);
    QFETCH(int, curves);
    const auto [summary, sink] = m_fixture.read(F::document(F::building(geometry)));
    QVERIFY(summary);
    const CityObject& object = sink->objects().at(0);
    QCOMPARE(int(object.surfaces.size()), surfaces);
    int actualRings = 0;
    for (const Surface& surface : object.surfaces)
        actualRings += int(surface.polygon.ringStarts.size());
    QCOMPARE(actualRings, rings);
    QCOMPARE(int(object.curves.size()), curves);
    QVERIFY(sink->issues().empty());
}

void TestCityJsonContent::solidsAreNumbered()
{
    const auto solids = [this](const QByteArray& geometry) {
        const auto outcome = m_fixture.read(F::document(F::building(geometry)));
        std::vector<int> numbers;
        for (const Surface& surface : outcome.sink->objects().at(0).surfaces)
            if (numbers.empty() || numbers.back() != surface.solid)
                numbers.push_back(surface.solid);
        return numbers;
    };
    const QByteArray shell = F::shell();
    QCOMPARE(solids(F::solid()), std::vector<int>{0});
    const auto number = [](int solid, int cavity, int in) { return int(ShellNumber{solid, cavity, in}.packed()); };
    // A cavity is no part of the exterior shell.
    QCOMPARE(solids(R"({"type":"Solid","lod":"2","boundaries":[)" + shell + "," + shell + "]}"),
             (std::vector<int>{0, number(0, 1, 0)}));
    QCOMPARE(solids(R"({"type":"MultiSolid","lod":"2","boundaries":[[)" + shell + "],[" + shell + "]]}"),
             (std::vector<int>{0, 1}));
    const QByteArray composite =
        R"({"type":"CompositeSolid","lod":"2","boundaries":[[)" + shell + "," + shell + "],[" + shell + "]]}";
    QCOMPARE(solids(composite + "," + F::solid() + "," + composite),
             (std::vector<int>{number(0, 0, 1), number(0, 1, 1), number(1, 0, 1), 2, number(3, 0, 2), number(3, 1, 2),
                               number(4, 0, 2)}));
    QCOMPARE(solids(F::solid() + R"(,{"type":"MultiSurface","lod":"2","boundaries":)" + shell + "}," + F::solid()),
             (std::vector<int>{0, -1, 1}));
}

void TestCityJsonContent::semantics()
{
    const auto [summary, sink] = m_fixture.read(F::document(F::building(F::solid(
        R"("semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"Window"},{"type":"+Solar"}],
"values":[[0,1,null,2,3,99]]},)"))));
    QVERIFY(summary);
    std::vector<SurfaceType> types;
    for (const Surface& surface : sink->objects().at(0).surfaces)
        types.push_back(surface.type);
    using T = SurfaceType;
    QCOMPARE(types, (std::vector{T::Ground, T::Roof, T::None, T::Window, T::None, T::None}));
}

void TestCityJsonContent::levelsOfDetail()
{
    const auto [summary, sink] = m_fixture.read(F::document(
        F::building(F::solid({}, "\"2.2\"") + "," + F::solid({}, "1.3") + "," + F::solid({}, "1") + "," +
                    R"({"type":"MultiSurface","lod":"0","boundaries":[[[0,1,2,3]]]},)" + F::solid({}, "\"best\""))));
    QVERIFY(summary);
    std::vector<int> lods;
    for (const Surface& surface : sink->objects().at(0).surfaces)
        if (lods.empty() || lods.back() != surface.lod)
            lods.push_back(surface.lod);
    QCOMPARE(lods, (std::vector{22, 13, 10, 0, 20}));
    QCOMPARE(sink->count("geometry.lod-unknown"), 1);
    QCOMPARE(sink->objects().at(0).surfaces[18].type, SurfaceType::Ground); // a footprint
}

void TestCityJsonContent::attributes()
{
    const auto [summary, sink] = m_fixture.read(F::document(F::building(
        F::solid(),
        R"("attributes":{"name":"Rathaus","storeys":3,"measuredHeight":12.25,"listed":true,"empty":null,"big":1e300,
"roofType":"1000","owner":{"name":"Stadt","since":{"year":1899}},"tags":["a","b",3],"floors":[{"h":3},{"h":2.5}],
"height":{"value":7.5,"uom":"urn:adv:uom:m"},"creationDate":"2020-12-18T00:00:00Z","terminationDate":"bald"},
"+energy":{"demand":5},)")));
    QVERIFY(summary);
    const CityObject& object = sink->objects().at(0);
    const auto value = [&](const char* name) { return attributeOf(object, name).value; };
    QCOMPARE(object.name, QStringLiteral("Rathaus"));
    QCOMPARE(value("storeys"), QStringLiteral("3"));
    QCOMPARE(value("measuredHeight"), QStringLiteral("12.25"));
    QCOMPARE(value("listed"), QStringLiteral("true"));
    QCOMPARE(value("empty"), QString());
    QCOMPARE(value("big"), QStringLiteral("1e+300"));
    QCOMPARE(attributeOf(object, "roofType").code, QStringLiteral("1000"));
    QVERIFY(value("roofType") != QStringLiteral("1000"));
    QCOMPARE(value("owner.name"), QStringLiteral("Stadt"));
    QCOMPARE(value("owner.since.year"), QStringLiteral("1899"));
    QCOMPARE(value("tags"), QStringLiteral("a; b; 3"));
    QCOMPARE(value("floors.2.h"), QStringLiteral("2.5"));
    QCOMPARE(value("height"), QStringLiteral("7.5"));
    QCOMPARE(attributeOf(object, "height").unit, QStringLiteral("m"));
    QCOMPARE(value("+energy.demand"), QStringLiteral("5"));
    QCOMPARE(object.creationDate, QDate(2020, 12, 18));
    QVERIFY(!object.terminationDate.isValid());
    QCOMPARE(value("terminationDate"), QStringLiteral("bald"));
    QCOMPARE(sink->count("attribute.invalid-date"), 1);
}

void TestCityJsonContent::addresses()
{
    const auto [summary, sink] = m_fixture.read(F::document(
        F::building(F::solid(),
                    R"("address":[{"CountryName":"Deutschland","LocalityName":"Dortmund","PostalCode":"44135",
"ThoroughfareName":"Friedensplatz","ThoroughfareNumber":1,"location":{"type":"MultiPoint","lod":"1","boundaries":[0]}}],)") +
        "," + F::building({}, R"("address":{"LocalityName":"Schwerte","street":"Rathausstraße"},)", "b2")));
    QVERIFY(summary);
    const Address& first = sink->objects().at(0).addresses.at(0);
    QCOMPARE(first.street, QStringLiteral("Friedensplatz"));
    QCOMPARE(first.houseNumber, QStringLiteral("1"));
    QCOMPARE(first.postalCode, QStringLiteral("44135"));
    QCOMPARE(first.locality, QStringLiteral("Dortmund"));
    QCOMPARE(first.country, QStringLiteral("Deutschland"));
    QCOMPARE(sink->objects().at(1).addresses.at(0).locality, QStringLiteral("Schwerte"));
    QCOMPARE(sink->objects().at(1).addresses.at(0).street, QStringLiteral("Rathausstraße"));
}

void TestCityJsonContent::families()
{
    const auto [summary, sink] = m_fixture.read(F::document(
        R"("part":{"type":"BuildingPart","parents":["house"]},
"house":{"type":"Building","children":["part","balcony","ghost"]},
"balcony":{"type":"BuildingInstallation"},
"orphan":{"type":"BuildingPart","parents":["nobody"]},
"a":{"type":"BuildingPart","parents":["b"]},"b":{"type":"BuildingPart","parents":["a"]},
"self":{"type":"Building","parents":["self"],"children":["self"]})"));
    QVERIFY(summary);
    std::map<QString, QStringList> families;
    for (const CityObject& object : sink->objects())
        for (families[object.id]; const CityObject& child : object.children)
            families[object.id].append(child.id);
    QCOMPARE(families[QStringLiteral("house")], (QStringList{QStringLiteral("part"), QStringLiteral("balcony")}));
    QVERIFY(families.count(QStringLiteral("orphan")) == 1);
    QVERIFY(families.count(QStringLiteral("self")) == 1);
    QCOMPARE(families.count(QStringLiteral("a")) + families.count(QStringLiteral("b")), std::size_t(1));
    QCOMPARE(families.size(), std::size_t(4));
    const auto counted = [&, &issues = summary->issues](const char* reason) {
        return std::count_if(issues.begin(), issues.end(),
                             [&](const Issue& i) { return i.reason == QLatin1String(reason); });
    };
    QCOMPARE(counted("object.parent-missing"), 1);
    QCOMPARE(counted("object.parent-cycle"), 1);
}

void TestCityJsonContent::groups()
{
    const auto [summary, sink] =
        m_fixture.read(F::document(R"("district":{"type":"CityObjectGroup","children":["b1","b2"]},)" +
                                   F::building(F::solid(), R"("parents":["district"],)") + "," +
                                   F::building(F::solid(), R"("parents":["district"],)", "b2")));
    QVERIFY(summary);
    QCOMPARE(sink->objects().size(), std::size_t(3));
    for (const CityObject& object : sink->objects()) {
        QVERIFY(object.children.empty());
        if (object.type == CityObjectType::CityObjectGroup)
            QCOMPARE(attributeOf(object, "members").value, QStringLiteral("b1; b2"));
    }
}

void TestCityJsonContent::extensions()
{
    const auto [summary, sink] = m_fixture.read(
        F::document(R"("n":{"type":"+NoiseBarrier","attributes":{"dB":70},"geometry":[)" + F::solid() + R"(]},
"g":{"type":"+GenericCityObject"},"s":{"type":"TransportSquare"},"t":{"type":"TINRelief"},"h":{"type":"TunnelHollowSpace"})"));
    QVERIFY(summary);
    std::map<QString, const CityObject*> objects;
    for (const CityObject& object : sink->objects())
        objects[object.id] = &object;
    const CityObject& barrier = *objects[QStringLiteral("n")];
    QCOMPARE(barrier.type, CityObjectType::Unknown);
    QCOMPARE(barrier.className, QStringLiteral("+NoiseBarrier"));
    QCOMPARE(barrier.surfaces.size(), std::size_t(6));
    QCOMPARE(attributeOf(barrier, "dB").value, QStringLiteral("70"));
    QCOMPARE(objects[QStringLiteral("g")]->type, CityObjectType::GenericCityObject);
    QCOMPARE(objects[QStringLiteral("s")]->type, CityObjectType::Square);
    QCOMPARE(objects[QStringLiteral("t")]->type, CityObjectType::Relief);
    QCOMPARE(objects[QStringLiteral("h")]->type, CityObjectType::HollowSpace);
}

namespace {

const QByteArray appearance =
    R"("appearance":{"materials":[{"name":"red","diffuseColor":[1,0,0],"transparency":0.25},{"name":"plain"}],
"textures":[{"type":"PNG","image":"images/wall.png"},{"type":"PNG","image":"../secret.png"},{"type":"PNG","image":"http://x/y.png"},{"type":"TIF","image":"images/wall.tif"}],
"vertices-texture":[[0,0],[1,0],[1,1],[0,1]],"default-theme-texture":"summer"},)";

QByteArray textured(int texture)
{
    return R"({"type":"MultiSurface","lod":"2","boundaries":[[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]]],
"material":{"visual":{"values":[0,null,1]}},
"texture":{"winter":{"values":[[[null]],[[null]],[[null]]]},"summer":{"values":[[[)" +
           QByteArray::number(texture) + ",0,1,2,3]],[[null]],[[" + QByteArray::number(texture) + ",0,1]]]}}}";
}

} // namespace

void TestCityJsonContent::looks()
{
    QVERIFY(QDir(m_fixture.folder()).mkpath(QStringLiteral("images")));
    static_cast<void>(m_fixture.write("png", QStringLiteral("images/wall.png")));
    const auto [summary, sink] = m_fixture.read(F::document(F::building(textured(0)), appearance));
    QVERIFY(summary);
    const std::vector<Surface>& surfaces = sink->objects().at(0).surfaces;
    QCOMPARE(surfaces.size(), std::size_t(3));
    QVERIFY(surfaces[0].appearance != nullptr);
    QVERIFY(surfaces[0].appearance->image.endsWith(QLatin1String("/images/wall.png")));
    QCOMPARE(surfaces[0].appearance->diffuse, (std::array{1.0f, 0.0f, 0.0f}));
    QCOMPARE(surfaces[0].appearance->transparency, 0.25f);
    QCOMPARE(surfaces[0].textureCoordinates.size(), std::size_t(4));
    QCOMPARE(surfaces[0].textureCoordinates[2].u, 1.0f);
    QVERIFY(surfaces[1].appearance == nullptr);
    QVERIFY(surfaces[1].textureCoordinates.empty());
    QVERIFY(surfaces[2].appearance->hasMaterial); // its coordinates do not fit: without the image
    QVERIFY(surfaces[2].appearance->image.isEmpty());
    QCOMPARE(sink->count("appearance.texture-coordinates"), 1);
}

void TestCityJsonContent::imagesOutsideAreNotUsed()
{
    QVERIFY(QDir(m_fixture.folder()).mkpath(QStringLiteral("below/images")));
    static_cast<void>(m_fixture.write("png", QStringLiteral("secret.png")));
    QFile::link(m_fixture.folder() + QStringLiteral("/secret.png"),
                m_fixture.folder() + QStringLiteral("/below/images/wall.png"));
    for (const int texture : {0, 1, 2, 3}) {
        const QString path = m_fixture.write(F::document(F::building(textured(texture)), appearance),
                                             QStringLiteral("below/model.city.json"));
        const auto [summary, sink] = F::readFiles({path});
        QVERIFY(summary);
        QVERIFY(sink->objects().at(0).surfaces.at(0).appearance->image.isEmpty());
        QVERIFY(sink->objects().at(0).surfaces.at(0).textureCoordinates.empty());
        std::map<QString, int> faults;
        for (const Issue& issue : summary->issues)
            ++faults[issue.reason];
        QCOMPARE(faults[QStringLiteral("appearance.image-outside")], 3); // a link, a path and an address
        QCOMPARE(faults[QStringLiteral("appearance.image-format")], 1);
    }
}

namespace {

const QByteArray trees =
    R"("geometry-templates":{"templates":[{"type":"MultiSurface","lod":"3","boundaries":[[[0,1,2]]]},{"type":"Nonsense"}],
"vertices-templates":[[0,0,0],[1,0,0],[0,0,2]]},)";

QByteArray tree(const QByteArray& matrix, int number = 0)
{
    return R"("tree":{"type":"SolitaryVegetationObject","geometry":[{"type":"GeometryInstance","template":)" +
           QByteArray::number(number) + R"(,"boundaries":[6],"transformationMatrix":[)" + matrix + "]}]}";
}

} // namespace

void TestCityJsonContent::templates()
{
    const auto [summary, sink] = m_fixture.read(F::document(tree("2,0,0,10, 0,2,0,20, 0,0,3,0.5, 0,0,0,1"), trees));
    QVERIFY(summary);
    const ShapeInstance& instance = sink->objects().at(0).instances.at(0);
    QCOMPARE(instance.lod, Lod(30));
    QCOMPARE(instance.position, (ProjectedPosition{390011, 5700021, 101.5}));
    QCOMPARE(instance.matrix, (std::array<double, 9>{2, 0, 0, 0, 2, 0, 0, 0, 3}));
    QCOMPARE(instance.shape->id, QStringLiteral("model.city#template-0"));
    QCOMPARE(instance.shape->surfaces.at(0).polygon.points.at(2).heightMetres, 2.0);
    for (const int number : {1, 7}) {
        const auto missing = m_fixture.read(F::document(tree("1", number), trees));
        QVERIFY(missing.summary);
        QCOMPARE(missing.sink->count("geometry.template-missing"), 1);
    }
}

/// Grid north of the Gauß-Krüger zone 3 and of UTM 32 coincide at 9° East only; at Dortmund's longitude UTM 31 is
/// turned by some degrees against UTM 32, and so must what stands on its axes.
void TestCityJsonContent::templatesTurnWithTheCrs()
{
    QByteArray document = F::document(tree("1,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0,1"), trees, "urn:ogc:def:crs:EPSG::25831");
    document.replace("390000,5700000", "810000,5715000");
    const auto [summary, sink] = m_fixture.read(document);
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
    const ShapeInstance& instance = sink->objects().at(0).instances.at(0);
    const double turn = std::atan2(instance.matrix[3], instance.matrix[0]) * 180 / 3.14159265358979;
    // Meridian convergence: (λ − λ0) sin φ is +3.51° in zone 31 (λ0 = 3°) and −1.19° in zone 32 here (λ = 7.48°).
    QVERIFY2(std::abs(turn + 4.7) < 0.1, qPrintable(QString::number(turn)));
    QVERIFY(std::abs(std::hypot(instance.matrix[0], instance.matrix[3]) - 1) < 0.002);
    QCOMPARE(instance.matrix[8], 1.0);
    QVERIFY(instance.position.eastingMetres > 380000 && instance.position.eastingMetres < 405000);
}

void TestCityJsonContent::referenceSystems_data()
{
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("readable");
    const auto row = [](const char* name, const char* stated, const char* option, bool readable) {
        QTest::newRow(name) << QByteArray(stated) << QString::fromLatin1(option) << readable;
    };
    row("1.0 urn", "urn:ogc:def:crs:EPSG::25832", "", true);
    row("1.1 url", "https://www.opengis.net/def/crs/EPSG/0/5555", "", true);
    row("http url with version", "http://www.opengis.net/def/crs/EPSG/6.12/25832", "", true);
    row("short", "EPSG:25832", "", true);
    row("none", "", "", false);
    row("none, option", "", "EPSG:25832", true);
    row("unknown", "urn:ogc:def:crs:EPSG::999999", "", false);
    row("unknown, option", "urn:ogc:def:crs:EPSG::999999", "EPSG:25832", true);
    row("nonsense", "somewhere", "", false);
}

void TestCityJsonContent::referenceSystems()
{
    QFETCH(QByteArray, stated);
    QFETCH(QString, option);
    QFETCH(bool, readable);
    cityjson::ReadOptions options;
    options.crs = option;
    const auto [summary, sink] = m_fixture.read(F::document(F::building(F::solid()), {}, stated), options);
    QCOMPARE(summary.has_value(), readable);
    if (!readable)
        QVERIFY(summary.error().effectiveRemedy().contains(QLatin1String("--crs")));
    else
        QCOMPARE(sink->objects().at(0).surfaces.at(0).polygon.points.at(3).eastingMetres, 390000.0);
}

namespace {

QByteArray sequence(int features, const QByteArray& between = "\n")
{
    QByteArray json =
        R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[390000,5700000,100]},"metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/25832"},"CityObjects":{},"vertices":[]})";
    for (int i = 0; i < features; ++i) {
        const QByteArray id = QByteArray::number(i);
        json += between + R"({"type":"CityJSONFeature","id":"b)" + id + R"(","CityObjects":{)" +
                F::building({}, R"("children":["p"],)", "b" + id) + R"(,"p":{"type":"BuildingPart","parents":["b)" +
                id + R"("],"geometry":[)" + F::solid() + R"(]}},"vertices":)" + F::cube() + "}";
    }
    return json;
}

} // namespace

void TestCityJsonContent::sequence()
{
    for (const auto& [between, line] : {std::pair("\n", 4), std::pair("\r\n", 4), std::pair("\n\n \n", 10)}) {
        const auto [summary, sink] =
            m_fixture.read("\xEF\xBB\xBF" + ::sequence(3, between) + "\n{\"type\":\"CityJSONFeature\",\n");
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
        QCOMPARE(summary->sources.at(0).format, QStringLiteral("CityJSONSeq 2.0"));
        QCOMPARE(sink->objects().size(), std::size_t(3));
        const CityObject& last = sink->objects()[2];
        QCOMPARE(last.id, QStringLiteral("b2"));
        QCOMPARE(last.where.line, line);
        QCOMPARE(last.children.size(), std::size_t(1));
        QCOMPARE(last.children[0].surfaces.size(), std::size_t(6));
        QCOMPARE(sink->count("member.malformed"), 1); // the last line is cut off
    }
}

void TestCityJsonContent::sequenceInManyChunks()
{
    cityjson::ReadOptions options;
    options.threads = 3;
    options.limits.smallFile = 0;
    for (const std::size_t size : {100, 777, 5000}) {
        options.limits.chunkBytes = size;
        const auto [summary, sink] = m_fixture.read(::sequence(200), options);
        QVERIFY(summary);
        QCOMPARE(sink->objects().size(), std::size_t(200));
        for (int i = 0; i < 200; ++i)
            QCOMPARE(sink->objects()[std::size_t(i)].where.line, i + 2);
    }
    options.limits.chunkBytes = 64;
    options.limits.featureBytes = 900; // the header is read apart
    QByteArray bytes = ::sequence(20);
    bytes.insert(bytes.lastIndexOf('\n') + 1, QByteArray(3 << 20, ' ') + "\n");
    const auto [summary, sink] = m_fixture.read(bytes, options);
    QVERIFY(summary);
    QCOMPARE(sink->objects().size(), std::size_t(20));
    QCOMPARE(summary->issues.back().reason, QStringLiteral("member.too-large"));
    QCOMPARE(summary->issues.back().where.line, 21);
}

void TestCityJsonContent::sourcesKeepTheirPlace()
{
    const QString good = m_fixture.write(F::document(F::building(F::solid())), QStringLiteral("good.json"));
    const QString bad = m_fixture.write("{\"type\":\"FeatureCollection\"}", QStringLiteral("bad.json"));
    cityjson::ReadOptions options;
    options.firstSource = 7;
    const auto [summary, sink] = F::readFiles({bad, good}, options);
    QVERIFY(summary);
    QCOMPARE(summary->sources.size(), std::size_t(2));
    QVERIFY(summary->sources[0].format.isEmpty());
    QCOMPARE(summary->sources[1].format, QStringLiteral("CityJSON 2.0"));
    QCOMPARE(sink->sources(), std::vector<int>{8});
    QCOMPARE(summary->issues.front().reason, QStringLiteral("file.not-a-city-model"));
    QCOMPARE(summary->bytesRead, QFileInfo(good).size());
}

void TestCityJsonContent::scores()
{
    const auto score = [](const char* path, const QByteArray& head) {
        return cityjson::score(QLatin1String(path), head);
    };
    QCOMPARE(score("a.json", R"( {"version":"1.1", "type" : "CityJSON")"), 100);
    QCOMPARE(score("a.json", R"({"CityObjects": {"a":)"), 90);
    QVERIFY(score("a.city.json", R"({"appearance": {)") > 50);
    QVERIFY(score("a.json", R"({"type":"FeatureCollection")") < 50);
    QCOMPARE(score("a.json", "<xml>"), 0);
    QCOMPARE(score("a.city.json", ""), 0);
}

QTEST_GUILESS_MAIN(TestCityJsonContent)
#include "tst_content.moc"
