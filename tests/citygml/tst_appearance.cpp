// SPDX-License-Identifier: GPL-3.0-or-later
// Materials and textures: what they aim at, how images are placed, and that no image outside of the folder is touched.
#include "citygml/appearance/TextureImages.h"
#include "CityGmlFixture.h"

#include <cmath>

#include <QDir>
#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestAppearance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void materialsOfGeometryAndSurface();
    void materialsAreShared();
    void texturesByRing_data();
    void texturesByRing();
    void texturesOfThree();
    void turnedPolygonsTurnTheirTextures();
    void texturesByMatrix();
    void texturesByGeoreference_data();
    void texturesByGeoreference();
    void appearancesOfTheModelBehindItsObjects();
    void photographsGoBeforeOtherThemes();
    void linkedDataAndCoordinates();
    void shapesHaveLooksToo();
    void imagesStayBelowTheFolder_data();
    void imagesStayBelowTheFolder();
    void linksOutOfTheFolderAreRefused();
    void sizesOfImages_data();
    void sizesOfImages();
    void samplesAreTextured();

private:
    CityGmlFixture m_fixture;
    std::vector<Issue> m_issues;

    CityObject single(const QByteArray& content, const QByteArray& behind = {})
    {
        const F::Outcome outcome = m_fixture.read(F::model(F::building(content) + behind));
        if (!outcome.summary || outcome.sink->objects().size() != 1) {
            qWarning("not exactly one object");
            return {};
        }
        m_issues = outcome.sink->issues();
        m_issues.insert(m_issues.end(), outcome.summary->issues.begin(), outcome.summary->issues.end());
        return outcome.sink->objects().front();
    }
};

namespace {

QByteArray in(const QByteArray& name, const QByteArray& content)
{
    return '<' + name + '>' + content + "</" + name.split(' ').front() + '>';
}

QByteArray appearance(const QByteArray& data, const QByteArray& theme = "visual")
{
    QByteArray members;
    for (const QByteArray& one : data.split('\x01'))
        members += one.startsWith('#') ? "<app:surfaceDataMember xlink:href=\"" + one + "\"/>"
                                       : in("app:surfaceDataMember", one);
    return in("app:Appearance", in("app:theme", theme) + members);
}

QByteArray ofObject(const QByteArray& data, const QByteArray& theme = "visual")
{
    return in("app:appearance", appearance(data, theme));
}

QByteArray material(const QByteArray& target, const QByteArray& colour = "1 0.5 0", const QByteArray& more = {})
{
    return in("app:X3DMaterial",
              in("app:diffuseColor", colour) + in("app:transparency", "0.25") + more + in("app:target", target));
}

QByteArray texture(const QByteArray& targets, const QByteArray& image = "wall.png", const QByteArray& id = {})
{
    return in("app:ParameterizedTexture" + (id.isEmpty() ? QByteArray() : " gml:id=\"" + id + '"'),
              in("app:imageURI", image) + targets);
}

QByteArray ringTarget(const QByteArray& polygon, const QByteArray& coordinates, const QByteArray& listId = "list")
{
    return in("app:target uri=\"#" + polygon + '"',
              in("app:TexCoordList gml:id=\"" + listId + '"',
                 in("app:textureCoordinates ring=\"#" + polygon + "r\"", coordinates)));
}

/// The fixture's triangle with a gml:id for its ring: the polygon's and an "r".
QByteArray polygon(const QByteArray& id, int step = 0)
{
    return F::polygon(id, step).replace("<gml:LinearRing>", "<gml:LinearRing gml:id=\"" + id + "r\">");
}

QByteArray wall(const QByteArray& id = "p")
{
    return F::multiSurface(F::surfaceMember(polygon(id)));
}

/// The head of a png of 4 × 2 pixels: what the reader looks at.
QByteArray pngHead()
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray("\0\0\0\rIHDR\0\0\0\x04\0\0\0\x02\x08\x02\0\0\0", 21);
}

bool isNear(TextureCoordinate a, float u, float v)
{
    return std::abs(a.u - u) < 1e-4f && std::abs(a.v - v) < 1e-4f;
}

} // namespace

void TestAppearance::initTestCase()
{
    static_cast<void>(m_fixture.write(pngHead(), QStringLiteral("wall.png")));
    static_cast<void>(m_fixture.write(pngHead(), QStringLiteral("other.png")));
    static_cast<void>(m_fixture.write("x", QStringLiteral("wall.tif")));
    QVERIFY(QDir(m_fixture.folder()).mkpath(QStringLiteral("images")));
    static_cast<void>(m_fixture.write(pngHead(), QStringLiteral("images/deep.png")));
}

void TestAppearance::materialsOfGeometryAndSurface()
{
    for (const char* target : {"#p", "#roof", "#set"}) {
        QByteArray geometry = F::multiSurface(F::surfaceMember(polygon("p")));
        geometry.replace("<gml:MultiSurface>", "<gml:MultiSurface gml:id=\"set\">");
        const CityObject object = single(ofObject(material(target)) + F::boundary("RoofSurface", geometry, "roof"));
        QVERIFY(m_issues.empty());
        const auto& look = object.surfaces.at(0).appearance;
        QVERIFY2(look != nullptr, target);
        QVERIFY(look->hasMaterial);
        QCOMPARE(look->diffuse, (std::array<float, 3>{1, 0.5f, 0}));
        QCOMPARE(look->transparency, 0.25f);
        QVERIFY(look->image.isEmpty());
        QVERIFY(object.surfaces[0].textureCoordinates.empty());
    }
    QVERIFY(single(ofObject(material("#other")) + wall()).surfaces.at(0).appearance == nullptr);
    const QByteArray back = in("app:isFront", "false");
    QVERIFY(single(ofObject(material("#p", "1 1 1", back)) + wall()).surfaces.at(0).appearance == nullptr);
}

void TestAppearance::materialsAreShared()
{
    const QByteArray one = ofObject(material("#p")) + F::multiSurface(F::surfaceMember(polygon("p")));
    QByteArray two = one;
    const F::Outcome outcome = m_fixture.read(
        F::model(F::building(one, "a") + F::building(two.replace("\"p\"", "\"q\"").replace("#p", "#q"), "b")));
    const auto& objects = outcome.sink->objects();
    QVERIFY(objects.at(0).surfaces.at(0).appearance != nullptr);
    QCOMPARE(objects[0].surfaces[0].appearance, objects.at(1).surfaces.at(0).appearance);
}

void TestAppearance::texturesByRing_data()
{
    QTest::addColumn<QByteArray>("coordinates");
    QTest::addColumn<int>("count");
    QTest::newRow("with the closing point") << QByteArray("0 0 1 0 1 0.75 0 0") << 3;
    QTest::newRow("without it") << QByteArray("0 0 1 0 1 0.75") << 3;
    QTest::newRow("too few") << QByteArray("0 0 1 0") << 0;
    QTest::newRow("too many") << QByteArray("0 0 1 0 1 0.75 2 2 0 0") << 0;
    QTest::newRow("no numbers") << QByteArray("a b c") << 0;
}

void TestAppearance::texturesByRing()
{
    QFETCH(QByteArray, coordinates);
    QFETCH(int, count);
    const CityObject object = single(ofObject(texture(ringTarget("p", coordinates))) + wall());
    const Surface& surface = object.surfaces.at(0);
    QCOMPARE(int(surface.textureCoordinates.size()), count);
    QCOMPARE(surface.appearance != nullptr, count > 0);
    if (count == 0)
        return;
    QVERIFY(!surface.appearance->hasMaterial);
    QCOMPARE(surface.appearance->image,
             QFileInfo(m_fixture.folder() + QStringLiteral("/wall.png")).canonicalFilePath());
    QVERIFY(isNear(surface.textureCoordinates[2], 1, 0.75f));
}

void TestAppearance::texturesOfThree()
{
    const QByteArray data = in(
        "app:ParameterizedTexture",
        in("app:imageURI", "images/deep.png") +
            in("app:textureParameterization",
               in("app:TextureAssociation",
                  in("app:target", "#p") + in("app:textureParameterization",
                                              in("app:TexCoordList", in("app:textureCoordinates", "0 0 1 0 1 1 0 0") +
                                                                         in("app:ring", "#pr"))))));
    const QByteArray xml =
        F::model(F::building(in("core:appearance", in("app:Appearance", in("app:surfaceData", data))) +
                             in("core:lod2MultiSurface", in("gml:MultiSurface", F::surfaceMember(polygon("p"))))),
                 "3.0");
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    const Surface& surface = outcome.sink->objects().at(0).surfaces.at(0);
    QVERIFY(surface.appearance && surface.appearance->image.endsWith(QLatin1String("images/deep.png")));
    QVERIFY(isNear(surface.textureCoordinates.at(2), 1, 1));
}

void TestAppearance::turnedPolygonsTurnTheirTextures()
{
    const QByteArray turned = "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface>" + polygon("p") +
                              "</gml:baseSurface></gml:OrientableSurface>";
    const CityObject object =
        single(ofObject(texture(ringTarget("p", "0 0 1 0 1 0.75 0 0"))) + F::multiSurface(F::surfaceMember(turned)));
    const Surface& surface = object.surfaces.at(0);
    QCOMPARE(surface.polygon.points.at(0).northingMetres, 5700003.0); // the last point is first
    QVERIFY(isNear(surface.textureCoordinates.at(0), 1, 0.75f));
    QVERIFY(isNear(surface.textureCoordinates.at(2), 0, 0));
}

void TestAppearance::texturesByMatrix()
{
    const QByteArray target =
        in("app:target uri=\"#p\"",
           in("app:TexCoordGen", in("app:worldToTexture", "0.25 0 0 -97500 0 0.5 0 -2850000 0 0 0 2")));
    const CityObject object = single(ofObject(texture(target)) + wall());
    QVERIFY(isNear(object.surfaces.at(0).textureCoordinates.at(1), 0.5f, 0)); // (4 · 0.25) / 2
    QVERIFY(isNear(object.surfaces.at(0).textureCoordinates.at(2), 0.5f, 0.75f));
}

void TestAppearance::texturesByGeoreference_data()
{
    QTest::addColumn<QByteArray>("placement");
    QTest::addColumn<QByteArray>("worldFile");
    QTest::addColumn<bool>("placed");
    // 4 × 2 pixels of 1 × 2 m; the centre of the upper left one lies half a pixel inside.
    const QByteArray stated = in("app:referencePoint", in("gml:Point", in("gml:pos", "390000.5 5700003"))) +
                              in("app:orientation", "1 0 0 -2");
    QTest::newRow("stated") << stated << QByteArray() << true;
    QTest::newRow("world file") << QByteArray() << QByteArray("1\n0\n0\n-2\n390000.5\n5700003\n") << true;
    QTest::newRow("stated wrongly, world file")
        << QByteArray(stated).replace("390000", "0") << QByteArray("1\r\n0\r\n0\r\n-2\r\n390000.5\r\n5700003") << true;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << false;
    QTest::newRow("no extent") << QByteArray(stated).replace("1 0 0 -2", "0 0 0 0") << QByteArray() << false;
}

void TestAppearance::texturesByGeoreference()
{
    QFETCH(QByteArray, placement);
    QFETCH(QByteArray, worldFile);
    QFETCH(bool, placed);
    const QString beside = m_fixture.folder() + QStringLiteral("/wall.pgw");
    QFile::remove(beside);
    if (!worldFile.isEmpty())
        static_cast<void>(m_fixture.write(worldFile, QStringLiteral("wall.pgw")));
    const QByteArray data =
        in("app:GeoreferencedTexture", in("app:imageURI", "wall.png") + placement + in("app:target", "#p"));
    const CityObject object = single(ofObject(data) + wall());
    QFile::remove(beside);
    const Surface& surface = object.surfaces.at(0);
    QCOMPARE(surface.textureCoordinates.size(), std::size_t(placed ? 3 : 0));
    QCOMPARE(m_issues.size(), std::size_t(placed ? 0 : 1));
    if (!placed) {
        QCOMPARE(m_issues[0].reason, QStringLiteral("appearance.invalid"));
        return;
    }
    QVERIFY(isNear(surface.textureCoordinates[0], 0, 0)); // (390000, 5700000) is the lower left corner
    QVERIFY(isNear(surface.textureCoordinates[1], 1, 0));
    QVERIFY(isNear(surface.textureCoordinates[2], 1, 0.75f));
}

void TestAppearance::appearancesOfTheModelBehindItsObjects()
{
    const QByteArray behind =
        in("app:appearanceMember", appearance(material("#p") + '\x01' + texture(ringTarget("p", "0 0 1 0 1 1 0 0"))));
    const CityObject object = single(wall(), behind);
    QVERIFY(m_issues.empty());
    const Surface& surface = object.surfaces.at(0);
    QVERIFY(surface.appearance != nullptr);
    QVERIFY(surface.appearance->hasMaterial && !surface.appearance->image.isEmpty());
    QCOMPARE(surface.textureCoordinates.size(), std::size_t(3));
    // The ordinals of objects, of which ids are made, do not count appearances.
    QByteArray nameless = F::building("");
    nameless.replace(" gml:id=\"b1\"", "");
    const F::Outcome outcome = m_fixture.read(F::model(behind + nameless));
    QCOMPARE(outcome.sink->objects().at(0).id, QStringLiteral("model#1"));
    const F::Outcome damaged = m_fixture.read(F::model(F::building("") + "<app:appearanceMember><app:x"));
    QVERIFY(!damaged.summary || damaged.summary->issues.size() == 1);
}

void TestAppearance::photographsGoBeforeOtherThemes()
{
    const CityObject object =
        single(ofObject(material("#p", "0 0 1"), "Eignung Solarthermie") +
               ofObject(texture(ringTarget("p", "0 0 1 0 1 1 0 0")), "rgbTexture") +
               ofObject(texture(ringTarget("p", "0 0 2 0 2 2 0 0"), "other.png"), "visual2") + wall());
    const Surface& surface = object.surfaces.at(0);
    QVERIFY(surface.appearance != nullptr);
    QVERIFY(!surface.appearance->hasMaterial);
    QVERIFY(surface.appearance->image.endsWith(QLatin1String("/wall.png")));
    QVERIFY(isNear(surface.textureCoordinates.at(1), 1, 0));
}

void TestAppearance::linkedDataAndCoordinates()
{
    // "real" shows the façade of "analysis" again, and another image with the same coordinates on q.
    const QByteArray first =
        ofObject(texture(ringTarget("p", "0 0 1 0 1 1 0 0", "shared"), "wall.png", "facade"), "analysis");
    const QByteArray again = ofObject(QByteArray("#facade") + '\x01' +
                                          texture("<app:target uri=\"#p\" xlink:href=\"#shared\"/>", "other.png"),
                                      "real");
    const CityObject object = single(first + again + wall());
    const Surface& surface = object.surfaces.at(0);
    QVERIFY(surface.appearance && surface.appearance->image.endsWith(QLatin1String("/wall.png")));
    QCOMPARE(surface.textureCoordinates.size(), std::size_t(3));
}

void TestAppearance::shapesHaveLooksToo()
{
    const QByteArray tree =
        "<core:cityObjectMember><veg:SolitaryVegetationObject gml:id=\"t\">" + ofObject(material("#leaf", "0 1 0")) +
        "<veg:lod1ImplicitRepresentation><core:ImplicitGeometry><core:relativeGMLGeometry><gml:MultiSurface>" +
        F::surfaceMember(polygon("leaf")) +
        "</gml:MultiSurface></core:relativeGMLGeometry><core:referencePoint><gml:Point><gml:pos>390000 5700000 "
        "1</gml:pos></gml:Point></core:referencePoint></core:ImplicitGeometry></veg:lod1ImplicitRepresentation>"
        "</veg:SolitaryVegetationObject></core:cityObjectMember>";
    const F::Outcome outcome = m_fixture.read(F::model(tree));
    const ShapeInstance& instance = outcome.sink->objects().at(0).instances.at(0);
    QVERIFY(instance.shape->surfaces.at(0).appearance != nullptr);
    QCOMPARE(instance.shape->surfaces[0].appearance->diffuse[1], 1.0f);
}

void TestAppearance::imagesStayBelowTheFolder_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QString>("reason"); // empty: used
    const auto row = [](const char* uri, const char* reason) {
        QTest::newRow(uri) << QByteArray(uri) << QString::fromLatin1(reason);
    };
    row("wall.png", "");
    row("./images/deep.png", "");
    row("images\\deep.png", "");
    row("../secret.png", "appearance.image-outside");
    row("images/../../secret.png", "appearance.image-outside");
    row("images\\..\\..\\secret.png", "appearance.image-outside");
    row("/etc/secret.png", "appearance.image-outside");
    row("\\\\server\\share\\secret.png", "appearance.image-outside");
    row("C:\\secret.png", "appearance.image-outside");
    row("http://localhost/secret.png", "appearance.image-outside");
    row("file:///tmp/secret.png", "appearance.image-outside");
    row("data:image/png;base64,AAAA.png", "appearance.image-outside");
    row("qrc:/x.png", "appearance.image-outside");
    row(":/twin/x.png", "appearance.image-outside");
    row("gone.png", "appearance.image-missing");
    row("wall.tif", "appearance.image-format");
    row("images", "appearance.image-format");
    row("", "appearance.image-format");
}

void TestAppearance::imagesStayBelowTheFolder()
{
    QFETCH(QByteArray, uri);
    QFETCH(QString, reason);
    const CityObject object = single(ofObject(texture(ringTarget("p", "0 0 1 0 1 1 0 0"), uri)) + wall());
    const Surface& surface = object.surfaces.at(0);
    QCOMPARE(surface.appearance != nullptr, reason.isEmpty());
    QCOMPARE(m_issues.size(), std::size_t(reason.isEmpty() ? 0 : 1));
    if (!reason.isEmpty())
        QCOMPARE(m_issues[0].reason, reason);
}

void TestAppearance::linksOutOfTheFolderAreRefused()
{
    QTemporaryDir outside;
    QFile secret(outside.filePath(QStringLiteral("secret.png")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(pngHead()) > 0);
    const QString link = m_fixture.folder() + QStringLiteral("/link.png");
    if (!QFile::link(secret.fileName(), link))
        QSKIP("This file system has no links.");
    const CityObject object = single(ofObject(texture(ringTarget("p", "0 0 1 0 1 1 0 0"), "link.png")) + wall());
    QVERIFY(object.surfaces.at(0).appearance == nullptr);
    QCOMPARE(m_issues.at(0).reason, QStringLiteral("appearance.image-outside"));
}

void TestAppearance::sizesOfImages_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    const auto hex = [](const char* text) { return QByteArray::fromHex(text); };
    QTest::newRow("png") << pngHead() << 4 << 2;
    QTest::newRow("jpeg") << hex("ffd8ffe000104a46494600010100000100010000ffc0001108001000200301220002110103110100")
                          << 32 << 16;
    QTest::newRow("jpeg, progressive") << hex("ffd8ffc2000b0800100020010111000000000000") << 32 << 16;
    QTest::newRow("webp, lossy") << hex("52494646000000005745425056503820000000003001009d012a20001000000000000000")
                                 << 32 << 16;
    QTest::newRow("webp, lossless") << hex("5249464600000000574542505650384c000000002f1fc0030000000000000000") << 32
                                    << 16;
    QTest::newRow("webp, extended") << hex("52494646000000005745425056503858000000000000000"
                                           "01f00000f00000000000000")
                                    << 32 << 16;
    QTest::newRow("cut") << pngHead().left(20) << 0 << 0;
    QTest::newRow("jpeg, cut") << hex("ffd8ffe0ffff") << 0 << 0;
    QTest::newRow("nothing") << QByteArray() << 0 << 0;
    QTest::newRow("other") << QByteArray(100, 'x') << 0 << 0;
}

void TestAppearance::sizesOfImages()
{
    QFETCH(QByteArray, head);
    QFETCH(int, width);
    QFETCH(int, height);
    const auto size = citygml::imageSize(m_fixture.write(head, QStringLiteral("size.img")));
    QCOMPARE(size.has_value(), width > 0);
    if (size) {
        QCOMPARE(size->width, width);
        QCOMPARE(size->height, height);
    }
}

/// The OGC's example of all kinds of appearance.
void TestAppearance::samplesAreTextured()
{
    const QString path = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-std/v2-appearance/Appearance-EPSG25832.gml");
    if (!QFile::exists(path))
        QSKIP("The samples are not at hand (../shared/data).");
    CollectingSink sink;
    const auto summary = readInto(sink, {path});
    QVERIFY(summary);
    QVERIFY(sink.issues().empty());
    const CityObject& building = sink.objects().at(0);
    std::map<QString, int> images;
    int materials = 0;
    for (const Surface& surface : building.surfaces) {
        if (!surface.appearance)
            continue;
        materials += surface.appearance->hasMaterial;
        if (!surface.appearance->image.isEmpty())
            ++images[surface.appearance->image.section(QLatin1Char('/'), -1)];
    }
    QCOMPARE(materials, 6);                                       // the LoD1 block
    QCOMPARE(images[QStringLiteral("facade.png")], 3);            // left in two polygons, right
    QCOMPARE(images[QStringLiteral("front_back_summer.png")], 2); // summer stands before winter
    QCOMPARE(images[QStringLiteral("ground_summer.png")], 3);     // three roofs
    for (const Surface& surface : building.surfaces)
        if (surface.id == QLatin1String("fRight")) { // TexCoordGen: 10 m are 4 widths, 3 m one height
            QVERIFY(isNear(surface.textureCoordinates.at(0), -4, 0) || isNear(surface.textureCoordinates.at(0), 0, 0) ||
                    std::abs(surface.textureCoordinates[0].v) < 0.01f);
            QVERIFY(std::abs(std::abs(surface.textureCoordinates[0].u - surface.textureCoordinates[1].u) - 4) < 0.01f);
            QVERIFY(std::abs(surface.textureCoordinates[2].v - 1) < 0.01f);
        }
    const CityObject& tin = sink.objects().at(1).children.at(0);
    QCOMPARE(tin.surfaces.size(), std::size_t(9));
    for (const Surface& surface : tin.surfaces) {
        QCOMPARE(surface.textureCoordinates.size(), std::size_t(3));
        for (const TextureCoordinate& t : surface.textureCoordinates)
            QVERIFY(t.u > -0.3f && t.u < 1.3f && t.v > -0.3f && t.v < 1.3f);
    }
}

QTEST_GUILESS_MAIN(TestAppearance)
#include "tst_appearance.moc"
