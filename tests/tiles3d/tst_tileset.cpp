// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/GlbBuilder.h"

#include "geo/Crs.h"

#include <cmath>
#include <numbers>
#include <random>
#include <set>
#include <thread>

#include <QDirIterator>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QProcess>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

QJsonObject parsed(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray tileset(const char* root)
{
    return QByteArray(R"({"asset":{"version":"1.1"},"geometricError":10,"root":)") + root + "}";
}

QByteArray leaf(const char* uri)
{
    return QByteArray(
               R"({"boundingVolume":{"box":[0,0,0,50,0,0,0,50,0,0,0,50]},"geometricError":0,"content":{"uri":")") +
           uri + "\"}}";
}

/// A GLB of single triangles at given places, glTF axes (x east, y up, z south).
QByteArray trianglesAt(const std::vector<LocalPosition>& places)
{
    std::vector<float> xyz;
    for (const LocalPosition& p : places)
        xyz.insert(xyz.end(), {float(p.x), float(p.z), float(-p.y), float(p.x), float(p.z), float(-p.y - 1),
                               float(p.x + 1), float(p.z), float(-p.y)});
    GlbBuilder glb;
    const int position = glb.positions(xyz);
    glb.primitives({QJsonObject{{text("attributes"), QJsonObject{{text("POSITION"), position}}}}});
    return glb.glb();
}

QString idOf(const TileContent& content, std::size_t vertex)
{
    const std::uint32_t feature = content.vertices[vertex].feature;
    return feature == TileContent::noFeature ? QString() : content.featureIds[feature];
}

} // namespace

class TilesetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(text("twin.tiles=false")); }

    void gridCoordinatesInTangentFramesComeBackExactly()
    {
        // What the package writes: grid offsets in the tangent frame of the tile. UTM must come back to 5 mm.
        const auto geocentric = geo::Geocentric::create();
        const ProjectedPosition centre{401000, 5699000, 120};
        const Matrix4 m = geocentric->ecefFromLocal(centre);
        OneTile tile;
        QJsonArray transform;
        for (const double value : m)
            transform.append(value);
        tile.root.insert(text("transform"), transform);
        tile.root.insert(text("boundingVolume"), parsed(R"({"box":[10,-20,15,510,0,0,0,490,0,0,0,25]})"));
        const std::vector<LocalPosition> places{{0, 0, 0}, {500, 470, 40}, {-500, -510, -10}, {499.5, -480.25, 12.5}};
        const SceneFrame frame({393000, 5707000, 80});
        const auto content = tile.load(trianglesAt(places), frame);
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const ProjectedPosition p = frame.toProjected(placeOf(**content, i * 3));
            QVERIFY(length({p.eastingMetres - centre.eastingMetres - places[i].x,
                            p.northingMetres - centre.northingMetres - places[i].y,
                            p.heightMetres - centre.heightMetres - places[i].z}) < 0.005);
        }
    }

    void ecefContentLiesWhereTheEllipsoidSays()
    {
        // Foreign content: straight east-north-up metres. Its UTM truth is computed point by point through ECEF.
        const auto geocentric = geo::Geocentric::create();
        const double lon = 7.466 * M_PI / 180;
        const double lat = 51.514 * M_PI / 180;
        const LocalPosition east{-std::sin(lon), std::cos(lon), 0};
        const LocalPosition up{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
        const LocalPosition north = cross(up, east);
        const EcefPosition o = geocentric->toEcef(geocentric->fromGeodetic({51.514, 7.466, 0}));
        OneTile tile;
        tile.root.insert(text("transform"), QJsonArray{east.x, east.y, east.z, 0, north.x, north.y, north.z, 0, up.x,
                                                       up.y, up.z, 0, o.x, o.y, o.z, 1});
        tile.root.insert(text("boundingVolume"), parsed(R"({"box":[1500,-900,20,320,0,0,0,320,0,0,0,20]})"));
        const std::vector<LocalPosition> places{{1500, -900, 0}, {1190, -1210, 10}, {1810, -600, 38}};
        const SceneFrame frame({393000, 5707000, 80});
        const auto content = tile.load(trianglesAt(places), frame);
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const LocalPosition e = east * places[i].x + north * places[i].y + up * places[i].z;
            const LocalPosition truth = frame.toLocal(geocentric->toProjected({o.x + e.x, o.y + e.y, o.z + e.z}));
            QVERIFY(length(placeOf(**content, i * 3) - truth) < 0.02); // curvature over half a tile: 1.6 cm
        }
    }

    void withoutFrameTheCentreIsTheOrigin()
    {
        OneTile tile;
        tile.root.insert(text("boundingVolume"), parsed(R"({"region":[0.1301,0.8990,0.1305,0.8992,120,160]})"));
        const auto source = tile.open(std::nullopt);
        QVERIFY(source.has_value());
        const TileNode& root = (*source)->tree().nodes[0];
        QVERIFY(std::abs(root.bounds.centre().x) < 0.5 && std::abs(root.bounds.centre().y) < 0.5);
        QVERIFY(std::abs(root.bounds.min.z) < 1e-3 && std::abs(root.bounds.max.z - 40) < 1e-3);
        const ProjectedPosition origin = (*source)->frame().origin();
        QVERIFY(std::abs(origin.heightMetres - (120 - geo::Geocentric::create()->undulationMetres(origin))) < 1e-3);
        QVERIFY(origin.eastingMetres > 380000 && origin.eastingMetres < 400000);
    }

    void farAwayTilesets()
    {
        OneTile tile; // Philadelphia
        tile.root.insert(text("boundingVolume"), parsed(R"({"region":[-1.31972,0.69884,-1.31964,0.69890,0,88]})"));
        const auto alone = tile.open(std::nullopt);
        QVERIFY(alone.has_value()); // on its own plane, true to size: 6378 km × 6e-5 rad north-south
        QVERIFY(std::abs((*alone)->tree().nodes[0].bounds.size().y - 381) < 4);
        const auto inRegion = tile.open(SceneFrame({393000, 5707000, 80}));
        QCOMPARE(int(inRegion.error().code), int(ErrorCode::OutOfRegion));
    }

    /// A region of data without a place of its own lies on the equator; one abroad is not true to size, but drawn.
    void regionsOutsideTheZone()
    {
        for (const ProjectedPosition& origin : {ProjectedPosition{0, 0, 0}, ProjectedPosition{-2'363'198, 437, 0}}) {
            const GeodeticPosition at = geo::Geocentric::create()->toGeodetic(origin);
            constexpr double rad = std::numbers::pi / 180;
            OneTile tile;
            tile.root.insert(
                text("boundingVolume"),
                QJsonObject{{text("region"),
                             QJsonArray{at.longitudeDegrees * rad - 1e-6, at.latitudeDegrees * rad - 1e-6,
                                        at.longitudeDegrees * rad + 1e-6, at.latitudeDegrees * rad + 1e-6, 46.1, 50}}});
            const auto source = tile.open(SceneFrame(origin));
            QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().toText()));
            const Box& bounds = (*source)->tree().nodes[0].bounds;
            QVERIFY(std::abs(bounds.centre().x) < 0.5 && std::abs(bounds.centre().y) < 0.5);
            QVERIFY(bounds.size().x > 12 && bounds.size().x < 16);
        }
    }

    void treeKeepsWhatTheFileSays()
    {
        OneTile tile;
        tile.root = parsed(R"({"boundingVolume":{"sphere":[0,0,0,10]},"geometricError":8,"refine":"ADD","children":[
            {"boundingVolume":{"box":[0,0,0,1,0,0,0,2,0,0,0,3]},"geometricError":4,"transform":[2,0,0,0,0,2,0,0,0,0,2,0,30,0,0,1],
             "children":[{"boundingVolume":{"box":[0,0,0,1,0,0,0,1,0,0,0,1]},"geometricError":0,"refine":"REPLACE"}]}]})");
        const auto source = tile.open();
        QVERIFY(source.has_value());
        const auto& nodes = (*source)->tree().nodes;
        QCOMPARE(nodes.size(), std::size_t(3));
        QCOMPARE(int(nodes[1].refine), int(Refine::Add)); // inherited
        QCOMPARE(int(nodes[2].refine), int(Refine::Replace));
        QCOMPARE(nodes[1].geometricError, 8.0); // scaled with the transform
        QCOMPARE(nodes[2].parent, 1);
        QVERIFY(length(nodes[1].bounds.max - LocalPosition{32, 4, 6}) < 1e-9);
        QVERIFY(length(nodes[0].bounds.max - LocalPosition{32, 10, 10}) < 1e-9); // grown over its child
        QCOMPARE((*source)->layer(), text("buildings"));
    }

    void externalTilesetsAreInlined()
    {
        OneTile tile;
        QVERIFY(QDir(tile.path(QString())).mkdir(text("sub")));
        tile.root.insert(text("content"), parsed(R"({"uri":"sub/inner.json?v=1"})"));
        tile.root.insert(text("transform"), QJsonArray{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 100, 0, 0, 1});
        tile.write(text("sub/inner.json"), tileset(leaf("../b.glb").constData()));
        tile.write(text("b.glb"), trianglesAt({{0, 0, 0}}));
        const auto source = tile.open();
        QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().detail));
        QCOMPARE((*source)->tree().nodes.size(), std::size_t(2));
        QCOMPARE((*source)->tree().nodes[1].uri, text("b.glb"));
        const auto content = (*source)->load(1, {});
        QVERIFY(content.has_value());
        QVERIFY(length(placeOf(**content, 0) - LocalPosition{100, 0, 0}) < 1e-5);
        tile.root.insert(text("content"), parsed(R"({"uri":"sub/gone.json"})"));
        QVERIFY(tile.open().has_value()); // a missing part does not take the rest away
    }

    void severalContentsBecomeOne()
    {
        OneTile tile;
        tile.root.remove(text("content"));
        tile.root.insert(text("contents"), QJsonArray{parsed(R"({"uri":"a.glb"})"), parsed(R"({"uri":"b.glb"})")});
        tile.write(text("b.glb"), trianglesAt({{5, 5, 5}}));
        const auto content = tile.load(trianglesAt({{0, 0, 0}}));
        QVERIFY(content.has_value());
        QCOMPARE((*content)->indices.size(), std::size_t(6));
        QVERIFY(isSound(**content));
    }

    void badTilesetsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* name, const QByteArray& json) { QTest::newRow(name) << json; };
        row("empty", "");
        row("not JSON", "<tileset/>");
        row("array", "[]");
        row("no root", R"({"asset":{"version":"1.1"}})");
        row("no asset", R"({"root":{}})");
        row("version 2", R"({"asset":{"version":"2.0"},"root":{}})");
        row("no volume", tileset(R"({"geometricError":1})"));
        row("short box", tileset(R"({"boundingVolume":{"box":[0,0,0]},"geometricError":1})"));
        row("long box", tileset(R"({"boundingVolume":{"box":[0,0,0,1,0,0,0,1,0,0,0,1,9]},"geometricError":1})"));
        row("words for numbers",
            tileset(R"({"boundingVolume":{"box":["0",0,0,1,0,0,0,1,0,0,0,1]},"geometricError":1})"));
        row("huge box",
            tileset(R"({"boundingVolume":{"box":[1e308,1e308,0,1e308,0,0,0,1e308,0,0,0,1e308]},"geometricError":1})"));
        row("negative sphere", tileset(R"({"boundingVolume":{"sphere":[0,0,0,-1]},"geometricError":1})"));
        row("region of nowhere", tileset(R"({"boundingVolume":{"region":[1e9,2,3,4,5,6]},"geometricError":1})"));
        row("negative error", tileset(R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":-1})"));
        row("projective transform",
            tileset(
                R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"transform":[1,0,0,1,0,1,0,0,0,0,1,0,0,0,0,1]})"));
        row("short transform",
            tileset(R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"transform":[1]})"));
        row("content without uri",
            tileset(R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"content":{}})"));
        for (const char* uri :
             {"../a.glb", "/etc/passwd", "http://127.0.0.1/a.glb", "file:///etc/passwd", "%2e%2e%2fa.glb",
              "a/../../b.glb", "..\\\\a.glb", "tileset.json", "./tileset.json", "other.json"})
            row(uri, tileset(leaf(uri).constData()));
        row("5000 levels",
            tileset((QByteArray(R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"children":[)")
                         .repeated(5000) +
                     QByteArray("]}").repeated(5000))
                        .constData()));
        row("300 levels",
            tileset(
                (QByteArray(R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"children":[)").repeated(300) +
                 R"({"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1})" + QByteArray("]}").repeated(300))
                    .constData()));
        row("implicit without subtrees",
            tileset(
                R"({"boundingVolume":{"box":[0,0,0,1,0,0,0,1,0,0,0,1]},"geometricError":1,"implicitTiling":{"subdivisionScheme":"QUADTREE"}})"));
        row("implicit, endless",
            tileset(
                R"({"boundingVolume":{"box":[0,0,0,1,0,0,0,1,0,0,0,1]},"geometricError":1,"implicitTiling":{"subdivisionScheme":"OCTREE","availableLevels":30,"subtreeLevels":9,"subtrees":{"uri":"all.subtree"}}})"));
    }

    void badTilesetsAreErrors()
    {
        QFETCH(QByteArray, json);
        OneTile tile;
        tile.write(text("t.json"), json);
        tile.write(text("tileset.json"), json);
        tile.write(text("other.json"), tileset(leaf("tileset.json").constData())); // refers back: a circle
        tile.write(
            text("all.subtree"),
            R"({"tileAvailability":{"constant":1},"contentAvailability":[{"constant":1}],"childSubtreeAvailability":{"constant":1}})");
        const auto source = tiles3d::openTileset(tile.path(text("tileset.json")), text("x"), std::nullopt);
        QVERIFY(!source);
        QVERIFY(!source.error().summary.isEmpty());
    }

    void missingFilesAreErrors()
    {
        OneTile tile;
        QCOMPARE(int(tiles3d::openTileset(tile.path(text("none.json")), text("x"), {}).error().code),
                 int(ErrorCode::NotFound));
        QCOMPARE(int(tiles3d::openTileset(tile.path(QString()), text("x"), {}).error().code), int(ErrorCode::NotFound));
        const auto source = tile.open();
        QCOMPARE(int((*source)->load(0, {}).error().code), int(ErrorCode::NotFound));
    }

    void damagedTilesAreNamedInFull()
    {
        OneTile tile;
        tile.write(text("a.glb"), trianglesAt({{0, 0, 0}}).left(40));
        const auto source = tile.open();
        const auto content = (*source)->load(0, {});
        QVERIFY(!content);
        QCOMPARE(content.error().where.source, QFileInfo(tile.path(text("a.glb"))).canonicalFilePath());
    }

    void linksOutOfTheFolderAreRefused()
    {
        OneTile tile;
        OneTile other;
        other.write(text("secret.glb"), trianglesAt({{0, 0, 0}}));
        QVERIFY(QFile::link(other.path(text("secret.glb")), tile.path(text("a.glb"))));
        const auto source = tile.open();
        QCOMPARE(int((*source)->load(0, {}).error().code), int(ErrorCode::AccessDenied));
    }

    void damagedTilesetsAreErrorsOrTrees()
    {
        OneTile tile;
        tile.write(text("a.glb"), trianglesAt({{0, 0, 0}}));
        const QByteArray whole = tileset(
            R"({"boundingVolume":{"region":[0.1301,0.8990,0.1305,0.8992,120,160]},"geometricError":8,"refine":"ADD","children":[
            {"boundingVolume":{"box":[0,0,0,1,0,0,0,2,0,0,0,3]},"geometricError":4,"content":{"uri":"a.glb"}}]})");
        std::mt19937 random(5);
        for (int round = 0; round < 500; ++round) {
            QByteArray damaged = whole;
            for (int flips = 1 + int(random() % 3); flips > 0; --flips) {
                const auto at = qsizetype(random() % quint32(damaged.size()));
                damaged[at] = char(damaged[at] ^ char(1 << random() % 7));
            }
            tile.write(text("t.json"), damaged);
            const auto source = tiles3d::openTileset(tile.path(text("t.json")), text("x"), {});
            if (!source)
                continue;
            for (const TileNode& node : (*source)->tree().nodes)
                QVERIFY(std::isfinite(length(node.bounds.size())) && !node.bounds.isEmpty());
        }
    }

    void implicitTilesetsBecomeTrees()
    {
        // Two levels; level 1 has only cells (0,0) and (1,1); Morton order x first.
        OneTile tile;
        tile.root = parsed(
            R"({"boundingVolume":{"box":[0,0,5,8,0,0,0,8,0,0,0,5]},"geometricError":16,"refine":"REPLACE","content":{"uri":"c/{level}_{x}_{y}.glb"},
            "implicitTiling":{"subdivisionScheme":"QUADTREE","availableLevels":2,"subtreeLevels":2,"subtrees":{"uri":"s/{level}.{x}.{y}.subtree"}}})");
        QVERIFY(QDir(tile.path(QString())).mkdir(text("s")));
        QByteArray json = R"({"buffers":[{"byteLength":8}],"bufferViews":[{"buffer":0,"byteOffset":0,"byteLength":1}],
            "tileAvailability":{"bitstream":0,"availableCount":3},"contentAvailability":[{"constant":1}],"childSubtreeAvailability":{"constant":0}})";
        json += QByteArray((8 - json.size() % 8) % 8, ' ');
        const quint64 lengths[2] = {quint64(json.size()), 8};
        tile.write(text("s/0.0.0.subtree"), QByteArray("subt\1\0\0\0", 8) +
                                                QByteArray(reinterpret_cast<const char*>(lengths), 16) + json +
                                                QByteArray("\x13\0\0\0\0\0\0\0", 8));
        const auto source = tile.open();
        QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().detail));
        const auto& nodes = (*source)->tree().nodes;
        QCOMPARE(nodes.size(), std::size_t(3));
        std::set<QString> uris;
        for (const TileNode& node : nodes)
            uris.insert(node.uri);
        QCOMPARE(uris, (std::set<QString>{text("c/0_0_0.glb"), text("c/1_0_0.glb"), text("c/1_1_1.glb")}));
        for (const TileNode& node : nodes)
            if (node.uri == text("c/1_1_1.glb")) {
                QVERIFY(length(node.bounds.min - LocalPosition{0, 0, 0}) < 1e-9 &&
                        length(node.bounds.max - LocalPosition{8, 8, 10}) < 1e-9);
                QCOMPARE(node.geometricError, 8.0);
            }
    }

    void eightThreadsLoadTogether()
    {
        OneTile tile;
        tile.write(text("a.glb"), trianglesAt(std::vector<LocalPosition>(500, {1, 2, 3})));
        const auto source = tile.open();
        std::array<int, 8> good{};
        std::vector<std::thread> threads;
        for (int& count : good)
            threads.emplace_back([&] {
                for (int i = 0; i < 20; ++i)
                    if (const auto content = (*source)->load(0, {}); content && (*content)->indices.size() == 1500)
                        ++count;
            });
        for (std::thread& thread : threads)
            thread.join();
        for (const int count : good)
            QCOMPARE(count, 20);
    }

    void blockCity()
    {
        const QString script = text(TWIN_SHARED_DIR "/peers/make_tileset.py");
        if (!QFile::exists(script))
            QSKIP("the block city's generator (../shared/peers) is absent");
        QTemporaryDir dir;
        QProcess python;
        python.start(text("/usr/bin/python3"), {script, dir.path(), text("--buildings"), text("4096")});
        if (!python.waitForFinished(60000) || python.exitCode() != 0)
            QSKIP("python3-numpy is not installed");
        const auto source = tiles3d::openTileset(dir.filePath(text("tileset.json")), text("buildings"), {});
        QVERIFY(source.has_value());
        std::set<QString> ids;
        std::size_t triangles = 0;
        for (std::size_t i = 0; i < (*source)->tree().nodes.size(); ++i) {
            const TileNode& node = (*source)->tree().nodes[i];
            if (!node.children.empty())
                continue;
            const auto content = (*source)->load(std::int32_t(i), {});
            QVERIFY(content.has_value());
            QVERIFY(isSound(**content));
            triangles += (*content)->indices.size() / 3;
            ids.insert((*content)->featureIds.begin(), (*content)->featureIds.end());
            // Content stays in its volume, and its first block is 12 m wide and 8 + … m high.
            QVERIFY(node.bounds.distanceTo((*content)->bounds.min) < 0.01 &&
                    node.bounds.distanceTo((*content)->bounds.max) < 0.01);
            Box block;
            for (std::size_t v = 0; v < 20; ++v)
                block.include(placeOf(**content, v));
            const double height = block.size().z;
            QVERIFY(height > 7.99 && std::abs(height - std::round(height)) < 0.01);
            QCOMPARE(idOf(**content, 0), idOf(**content, 19));
        }
        QCOMPARE(triangles, std::size_t(40960));
        QCOMPARE(ids.size(), std::size_t(4096));
        QVERIFY(ids.count(text("0")) == 1 && ids.count(text("4095")) == 1);
    }

    void realTilesets()
    {
        const QString folder = text(TWIN_SHARED_DIR "/data/3dtiles");
        if (!QFile::exists(folder))
            QSKIP("../shared/data is absent");
        QDirIterator it(folder, {text("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        int opened = 0;
        int loaded = 0;
        while (it.hasNext()) {
            const auto source = tiles3d::openTileset(it.next(), text("x"), {});
            if (!source) {
                QVERIFY(!source.error().summary.isEmpty() && !source.error().effectiveRemedy().isEmpty());
                continue;
            }
            ++opened;
            for (std::size_t i = 0; i < (*source)->tree().nodes.size(); ++i) {
                if ((*source)->tree().nodes[i].uri.isEmpty())
                    continue;
                const auto content = (*source)->load(std::int32_t(i), {});
                QVERIFY(content ? isSound(**content) : !content.error().summary.isEmpty());
                loaded += content.has_value();
            }
        }
        QVERIFY2(opened >= 30 && loaded >= 170,
                 qPrintable(QStringLiteral("%1 opened, %2 loaded").arg(opened).arg(loaded)));
    }

    void batchTablesNameFeatures()
    {
        const QString path = text(TWIN_SHARED_DIR "/data/3dtiles/cesium-native/BatchTables/batchedWithJson.b3dm");
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("../shared/data is absent");
        OneTile tile;
        tile.root.insert(text("content"), parsed(R"({"uri":"a.glb"})"));
        const auto content = tile.load(file.readAll());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(isSound(**content));
        QCOMPARE((*content)->featureIds.size(), std::size_t(10));
        QCOMPARE(std::set<QString>((*content)->featureIds.begin(), (*content)->featureIds.end()).size(),
                 std::size_t(10));
        QCOMPARE(idOf(**content, 0), text("0"));
    }
};

QTEST_GUILESS_MAIN(TilesetTest)
#include "tst_tileset.moc"
