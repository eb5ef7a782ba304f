// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a tile holds beside plain triangles: lines, points, images, see-through surfaces, meshes that repeat.
#include "tiles3d/GlbBuilder.h"

#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QLoggingCategory>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

QByteArray png(int width, int height, QColor colour)
{
    QImage image(width, height, QImage::Format_RGBA8888);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

/// A square with texture coordinates 0…1 and one image; `texture` is the material's baseColorTexture.
GlbBuilder texturedGlb(const QByteArray& image, QJsonObject texture = {}, QJsonObject material = {})
{
    GlbBuilder glb;
    const int position = glb.positions(square);
    const int coordinates = glb.array(std::vector<float>{0, 0, 0, 1, 1, 1, 1, 0}, 5126, "VEC2", 2);
    const int index = glb.indices(squareIndices);
    const int view = glb.view(image);
    glb.primitives({object(
        {{"attributes", object({{"POSITION", position}, {"TEXCOORD_0", coordinates}, {"TEXCOORD_1", coordinates}})},
         {"indices", index},
         {"material", 0}})});
    texture.insert(text("index"), 0);
    material.insert(text("pbrMetallicRoughness"), object({{"baseColorTexture", texture}}));
    glb.json.insert(text("materials"), QJsonArray{material});
    glb.json.insert(text("textures"), QJsonArray{object({{"source", 0}})});
    glb.json.insert(text("images"), QJsonArray{object({{"bufferView", view}, {"mimeType", text("image/png")}})});
    return glb;
}

/// The square three times: at x = 10, turned by 90° and twice as large at x = 20, mirrored at x = 30.
GlbBuilder repeatedGlb()
{
    GlbBuilder glb;
    const int position = glb.positions(square);
    const int index = glb.indices(squareIndices);
    glb.primitives({object({{"attributes", object({{"POSITION", position}})}, {"indices", index}})});
    const auto half = float(std::sqrt(0.5));
    const int translations = glb.array(std::vector<float>{10, 0, 0, 20, 0, 0, 30, 0, 0}, 5126, "VEC3", 3);
    const int rotations = glb.array(std::vector<float>{0, 0, 0, 1, 0, half, 0, half, 0, 0, 0, 1}, 5126, "VEC4", 4);
    const int scales = glb.array(std::vector<float>{1, 1, 1, 2, 2, 2, -1, 1, 1}, 5126, "VEC3", 3);
    const int ids = glb.array(std::vector<float>{4, 7, 4}, 5126, "SCALAR");
    const QJsonObject extensions =
        object({{"EXT_mesh_gpu_instancing", object({{"attributes", object({{"TRANSLATION", translations},
                                                                           {"ROTATION", rotations},
                                                                           {"SCALE", scales},
                                                                           {"_FEATURE_ID_0", ids}})}})},
                {"EXT_instance_features",
                 object({{"featureIds", QJsonArray{object({{"featureCount", 2}, {"attribute", 0}})}}})}});
    glb.json.insert(
        text("nodes"),
        QJsonArray{object({{"mesh", 0}, {"translation", QJsonArray{0, 5, 0}}, {"extensions", extensions}})});
    return glb;
}

LocalPosition placed(const TileContent& content, std::size_t instance, std::size_t vertex)
{
    const auto& m = content.instances.matrices[instance];
    const TileVertex& v = content.vertices[vertex];
    return content.origin + LocalPosition{double(m[0] * v.x + m[4] * v.y + m[8] * v.z + m[12]),
                                          double(m[1] * v.x + m[5] * v.y + m[9] * v.z + m[13]),
                                          double(m[2] * v.x + m[6] * v.y + m[10] * v.z + m[14])};
}

} // namespace

class TilePartsTest : public QObject {
    Q_OBJECT

    OneTile m_tile;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(text("twin.tiles=false")); }

    void linesAndPointsAreParts()
    {
        GlbBuilder glb;
        const int position = glb.positions({0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 1});
        const int some = glb.indices({3, 0});
        const QJsonObject attributes = object({{"POSITION", position}});
        glb.primitives({object({{"attributes", attributes}, {"mode", 1}}),
                        object({{"attributes", attributes}, {"mode", 2}}),
                        object({{"attributes", attributes}, {"mode", 3}}),
                        object({{"attributes", attributes}, {"mode", 0}, {"indices", some}}),
                        object({{"attributes", attributes}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(isSound(**content));
        const std::vector<TilePart>& parts = (*content)->parts;
        QCOMPARE(parts.size(), std::size_t(3)); // neighbouring lines are one
        QCOMPARE(int(parts[0].primitive), int(PrimitiveKind::Lines));
        QCOMPARE(parts[0].count, 2U * (2 + 4 + 3));
        QCOMPARE(int(parts[1].primitive), int(PrimitiveKind::Points));
        QCOMPARE(parts[1].count, 2U);
        QVERIFY(length(placeOf(**content, parts[1].first) - LocalPosition{3, -1, 0}) < 1e-6);
        QVERIFY((*content)->pointSizeMetres > 0);
        QCOMPARE(int(parts[2].primitive), int(PrimitiveKind::Triangles));
        QCOMPARE(parts[2].count, 3U);
        QVERIFY((*content)->textureCoordinates.empty());
    }

    void imagesComeWithTheirCoordinates()
    {
        const auto content =
            m_tile.load(texturedGlb(png(3, 2, QColor(10, 200, 30)), {}, object({{"doubleSided", true}})).glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(isSound(**content));
        QCOMPARE((*content)->parts.size(), std::size_t(1));
        QCOMPARE((*content)->parts[0].image, 0);
        QVERIFY((*content)->parts[0].doubleSided);
        QVERIFY(!(*content)->parts[0].blended);
        const Image& image = *(*content)->images.at(0);
        QCOMPARE(image.width, 3);
        QCOMPARE(image.height, 2);
        QCOMPARE(image.pixels.size(), std::size_t(24));
        QCOMPARE(int(image.pixels[20]), 10);
        QCOMPARE(int(image.pixels[21]), 200);
        QCOMPARE(int(image.pixels[23]), 255);
        QCOMPARE((*content)->textureCoordinates.size(), (*content)->vertices.size());
        for (std::size_t i = 0; i < (*content)->vertices.size(); ++i) {
            const LocalPosition p = placeOf(**content, i);
            QCOMPARE((*content)->textureCoordinates[i][0], float(p.x / 2));
            QCOMPARE((*content)->textureCoordinates[i][1], float(-p.y / 2));
        }
    }

    void textureTransformsAreApplied()
    {
        const QJsonObject transform =
            object({{"offset", QJsonArray{0.5, 0.25}}, {"rotation", M_PI / 2}, {"scale", QJsonArray{2, 3}}});
        const QJsonObject texture =
            object({{"texCoord", 1}, {"extensions", object({{"KHR_texture_transform", transform}})}});
        const auto content = m_tile.load(texturedGlb(png(2, 2, Qt::red), texture).glb());
        QVERIFY(content.has_value());
        // Scaled to (2u, 3v), turned by 90° against the clock where v runs down: (3v, −2u), moved.
        for (std::size_t i = 0; i < (*content)->vertices.size(); ++i) {
            const LocalPosition p = placeOf(**content, i);
            QVERIFY(std::abs((*content)->textureCoordinates[i][0] - float(0.5 + 3 * -p.y / 2)) < 1e-5F);
            QVERIFY(std::abs((*content)->textureCoordinates[i][1] - float(0.25 - 2 * p.x / 2)) < 1e-5F);
        }
    }

    void onlyWhatIsSeeThroughIsBlended()
    {
        const QJsonObject blend = object({{"alphaMode", text("BLEND")}});
        QVERIFY((*m_tile.load(texturedGlb(png(2, 2, QColor(1, 2, 3, 90)), {}, blend).glb()))->parts.at(0).blended);
        QVERIFY(!(*m_tile.load(texturedGlb(png(2, 2, QColor(1, 2, 3)), {}, blend).glb()))->parts.at(0).blended);
        QVERIFY(!(*m_tile.load(texturedGlb(png(2, 2, QColor(1, 2, 3, 90))).glb()))->parts.at(0).blended);
        GlbBuilder glass;
        const int position = glass.positions(square);
        glass.primitives({object({{"attributes", object({{"POSITION", position}})}, {"material", 0}})});
        glass.json.insert(
            text("materials"),
            QJsonArray{object({{"alphaMode", text("BLEND")},
                               {"pbrMetallicRoughness", object({{"baseColorFactor", QJsonArray{1, 1, 1, 0.5}}})}})});
        const auto content = m_tile.load(glass.glb());
        QVERIFY(content.has_value());
        QVERIFY((*content)->parts.at(0).blended);
        QCOMPARE(int((*content)->vertices[0].colour >> 24), 128);
    }

    void geometryOutlivesBadImages_data()
    {
        QTest::addColumn<QByteArray>("image");
        QByteArray truncated = png(64, 64, Qt::red);
        QTest::newRow("garbage") << QByteArray("no image at all");
        QTest::newRow("cut off") << truncated.left(40);
        QByteArray huge = png(1, 1, Qt::red);
        huge[18] = '\x7F'; // width in the header: 32 513
        QTest::newRow("too large") << huge;
        QTest::newRow("other format") << QByteArray("GIF89a\1\0\1\0\0\0\0;");
    }

    void geometryOutlivesBadImages()
    {
        QFETCH(QByteArray, image);
        const auto content = m_tile.load(texturedGlb(image).glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QCOMPARE((*content)->indices.size(), std::size_t(6));
        QVERIFY((*content)->images.empty() && (*content)->parts.empty());
    }

    void aMeshAloneIsKeptAsInstances()
    {
        const auto content = m_tile.load(repeatedGlb().glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QCOMPARE((*content)->vertices.size(), std::size_t(6));
        QCOMPARE((*content)->instances.matrices.size(), std::size_t(3));
        const auto& features = (*content)->instances.features;
        QCOMPARE(features.size(), std::size_t(3));
        QVERIFY(features[0] == features[2] && features[0] != features[1]);
        QVERIFY((*content)->featureIds[features[1]].endsWith(text("#7")));
        checkPlaces([&](std::size_t instance, std::size_t vertex) { return placed(**content, instance, vertex); });
        QVERIFY(length((*content)->bounds.min - LocalPosition{10, -2, 5}) < 1e-4);
        QVERIFY(length((*content)->bounds.max - LocalPosition{30, 4, 5}) < 1e-4);
    }

    void besideOthersInstancesBecomeVertices()
    {
        GlbBuilder glb = repeatedGlb();
        QJsonArray nodes = glb.json[text("nodes")].toArray();
        nodes.append(object({{"mesh", 0}}));
        glb.json.insert(text("nodes"), nodes);
        glb.json.insert(text("scenes"), QJsonArray{object({{"nodes", QJsonArray{0, 1}}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY((*content)->instances.matrices.empty());
        QCOMPARE((*content)->vertices.size(), std::size_t(4 * 6));
        checkPlaces(
            [&](std::size_t instance, std::size_t vertex) { return placeOf(**content, instance * 6 + vertex); });
        QCOMPARE((*content)->vertices[0].feature, (*content)->vertices[12].feature);
        QVERIFY((*content)->vertices[0].feature != (*content)->vertices[6].feature);
        for (const TileVertex& v : (*content)->vertices)
            QCOMPARE(int(v.nz), 127); // the mirrored one too
    }

    void brokenInstancesAreRefused()
    {
        GlbBuilder glb = repeatedGlb();
        QJsonObject node = glb.json[text("nodes")].toArray().at(0).toObject();
        QJsonObject extensions = node[text("extensions")].toObject();
        QJsonObject attributes = extensions[text("EXT_mesh_gpu_instancing")][text("attributes")].toObject();
        attributes.insert(text("SCALE"), 0); // the square's positions: four, not three
        extensions.insert(text("EXT_mesh_gpu_instancing"), object({{"attributes", attributes}}));
        node.insert(text("extensions"), extensions);
        glb.json.insert(text("nodes"), QJsonArray{node});
        const auto content = m_tile.load(glb.glb());
        QVERIFY(!content);
        QCOMPARE(int(content.error().code), int(ErrorCode::MalformedData));
    }

private:
    /// The first vertex is the square's zero, the second lies 2 m towards glTF's z (scene: south).
    template <class Place> static void checkPlaces(Place place)
    {
        const std::array<LocalPosition, 3> zero{LocalPosition{10, 0, 5}, {20, 0, 5}, {30, 0, 5}};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(length(place(i, 0) - zero[i]) < 1e-4);
        Box turned;
        for (std::size_t v = 0; v < 6; ++v)
            turned.include(place(1, v));
        // x → −z, z → x in glTF: the square lies east of its zero and, in the scene, north of it, twice as large.
        QVERIFY(length(turned.min - LocalPosition{20, 0, 5}) < 1e-4);
        QVERIFY(length(turned.max - LocalPosition{24, 4, 5}) < 1e-4);
        Box mirrored;
        for (std::size_t v = 0; v < 6; ++v)
            mirrored.include(place(2, v));
        QVERIFY(length(mirrored.min - LocalPosition{28, -2, 5}) < 1e-4);
        QVERIFY(length(mirrored.max - LocalPosition{30, 0, 5}) < 1e-4);
    }
};

QTEST_GUILESS_MAIN(TilePartsTest)
#include "tst_parts.moc"
