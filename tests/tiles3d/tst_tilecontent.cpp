// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/GlbBuilder.h"

#include <cmath>
#include <random>

#include <meshoptimizer.h>

#include <QLoggingCategory>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

GlbBuilder squareGlb()
{
    GlbBuilder glb;
    const int position = glb.positions(square);
    const int index = glb.indices(squareIndices);
    glb.primitives({object({{"attributes", object({{"POSITION", position}})}, {"indices", index}})});
    return glb;
}

QByteArray bytesOf(const std::vector<unsigned char>& data)
{
    return {reinterpret_cast<const char*>(data.data()), qsizetype(data.size())};
}

template <class T> QByteArray rawBytes(const std::vector<T>& data)
{
    return {reinterpret_cast<const char*>(data.data()), qsizetype(data.size() * sizeof(T))};
}

} // namespace

class TileContentTest : public QObject {
    Q_OBJECT

    OneTile m_tile;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(text("twin.tiles=false")); }

    void squareLiesFlatAndFacesUp()
    {
        const auto content = m_tile.load(squareGlb().glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QCOMPARE((*content)->indices.size(), std::size_t(6));
        QVERIFY(isSound(**content));
        // y-up (x, y, z) → z-up (x, −z, y)
        QVERIFY(length((*content)->bounds.min - LocalPosition{0, -2, 0}) < 1e-6);
        QVERIFY(length((*content)->bounds.max - LocalPosition{2, 0, 0}) < 1e-6);
        for (const TileVertex& v : (*content)->vertices) {
            QCOMPARE(int(v.nz), 127); // computed: the file has no normals
            QCOMPARE(v.feature, TileContent::noFeature);
            QCOMPARE(int(v.faceClass), int(FaceClass::Generic));
            QCOMPARE(v.colour, 0xFFFFFFFFu);
        }
    }

    void nodesAreChainedAndMirrorsTurned()
    {
        GlbBuilder glb = squareGlb();
        const double half = std::sqrt(0.5);
        glb.json.insert(text("nodes"),
                        QJsonArray{object({{"children", QJsonArray{1}}, {"translation", QJsonArray{10, 0, 0}}}),
                                   object({{"children", QJsonArray{2}},
                                           {"rotation", QJsonArray{0, half, 0, half}}}),     // 90° about up
                                   object({{"mesh", 0}, {"scale", QJsonArray{1, 1, -1}}})}); // a mirror
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        // mirrored: z → −z; turned by 90° about y: (x, y, z) → (z, y, −x); moved by 10 in x; then z-up
        QVERIFY(length((*content)->bounds.min - LocalPosition{8, 0, 0}) < 1e-6);
        QVERIFY(length((*content)->bounds.max - LocalPosition{10, 2, 0}) < 1e-6);
        QCOMPARE(int((*content)->vertices[0].nz), 127); // still seen from above
    }

    void stripsAndFans()
    {
        GlbBuilder glb;
        const int position = glb.positions({0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 2, 0, 0});
        const int fan = glb.positions({0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0});
        const int points = glb.indices({0, 1});
        glb.primitives({object({{"attributes", object({{"POSITION", position}})}, {"mode", 5}}),
                        object({{"attributes", object({{"POSITION", fan}})}, {"mode", 6}}),
                        object({{"attributes", object({{"POSITION", fan}})}, {"mode", 1}, {"indices", points}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY(content.has_value());
        QCOMPARE((*content)->indices.size(), std::size_t(3 * (3 + 2) + 2));
        for (const TileVertex& v : (*content)->vertices)
            QCOMPARE(int(v.nz), 127);
    }

    void materialsGiveClassAndColour()
    {
        GlbBuilder glb;
        const int position = glb.positions(square);
        const int index = glb.indices(squareIndices);
        const int colour =
            glb.array<std::uint8_t>({255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255}, 5121, "VEC4", 4);
        QJsonArray accessors = glb.document().value(text("accessors")).toArray();
        QJsonObject normalized = accessors[colour].toObject();
        normalized.insert(text("normalized"), true);
        accessors[colour] = normalized;
        glb.json.insert(text("accessors"), accessors);
        QJsonArray primitives;
        QJsonArray materials;
        for (const char* name : {"RoofSurface", "WallSurface", "GroundSurface", "ClosureSurface", "Terrain", "Beton"}) {
            materials.append(
                object({{"name", text(name)},
                        {"pbrMetallicRoughness", object({{"baseColorFactor", QJsonArray{0.5, 0, 1, 0.5}}})}}));
            primitives.append(object({{"attributes", object({{"POSITION", position}})},
                                      {"indices", index},
                                      {"material", int(materials.size()) - 1}}));
        }
        primitives.append(
            object({{"attributes", object({{"POSITION", position}, {"COLOR_0", colour}})}, {"indices", index}}));
        glb.json.insert(text("materials"), materials);
        glb.primitives(primitives);
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QCOMPARE((*content)->vertices.size(), std::size_t(7 * 6));
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(int((*content)->vertices[i * 6].faceClass), int(i));
        QCOMPARE((*content)->vertices[0].colour, 0xFFFFFFFFu);     // classes are painted by style
        QCOMPARE((*content)->vertices[5 * 6].colour, 0xFFFF00BCu); // linear 0.5 is sRGB 188
        QCOMPARE((*content)->vertices[6 * 6].colour, 0xFF0000FFu);
    }

    void featureIdsByAttributeVertexAndNull()
    {
        GlbBuilder glb;
        const int position = glb.positions(square);
        const int index = glb.indices(squareIndices);
        const int ids = glb.array<float>({7, 7, 3, 9}, 5126, "SCALAR");
        const QJsonObject attribute = object({{"attribute", 0}, {"featureCount", 10}, {"nullFeatureId", 9}});
        const auto features = [](const QJsonObject& id) {
            return object({{"EXT_mesh_features", object({{"featureIds", QJsonArray{id}}})}});
        };
        glb.primitives({object({{"attributes", object({{"POSITION", position}, {"_FEATURE_ID_0", ids}})},
                                {"indices", index},
                                {"extensions", features(attribute)}}),
                        object({{"attributes", object({{"POSITION", position}})},
                                {"indices", index},
                                {"extensions", features(object({{"featureCount", 4}}))}}),
                        object({{"attributes", object({{"POSITION", position}})},
                                {"indices", index},
                                {"extensions", features(object({{"texture", object({{"index", 0}})}}))}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        const auto idOf = [&](std::size_t vertex) {
            const std::uint32_t f = (*content)->vertices[vertex].feature;
            return f == TileContent::noFeature ? QString() : (*content)->featureIds[f];
        };
        QCOMPARE(idOf(0), text("a.glb#7"));
        QCOMPARE(idOf(2), text("a.glb#3"));
        QCOMPARE(idOf(5), QString()); // the fourth corner is null
        QCOMPARE(idOf(6 + 1), text("a.glb#1"));
        QCOMPARE(idOf(12), QString());
    }

    void propertyTablesNameFeatures_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("semantic");
        QTest::addColumn<QStringList>("expected");
        const QStringList names{text("DENW1"), QStringLiteral("Öl")};
        QTest::newRow("string id") << text("id") << text("STRING") << QString() << names;
        QTest::newRow("GML_ID") << text("GML_ID") << text("STRING") << QString() << names;
        QTest::newRow("semantic") << text("Kennung") << text("STRING") << text("ID") << names;
        QTest::newRow("no id") << text("farbe") << text("STRING") << QString()
                               << QStringList{text("a.glb#0"), text("a.glb#1")};
        QTest::newRow("gid UINT64") << text("gid") << text("UINT64") << QString()
                                    << QStringList{text("18446744073709551615"), text("7")};
        QTest::newRow("gid INT16") << text("gid") << text("INT16") << QString() << QStringList{text("-5"), text("7")};
        QTest::newRow("gid FLOAT32") << text("gid") << text("FLOAT32") << QString()
                                     << QStringList{text("12"), text("0.5")};
    }

    void propertyTablesNameFeatures()
    {
        QFETCH(QString, property);
        QFETCH(QString, type);
        QFETCH(QString, semantic);
        QFETCH(QStringList, expected);
        GlbBuilder glb;
        const int position = glb.positions(square);
        const int index = glb.indices(squareIndices);
        const int ids = glb.array<std::uint8_t>({0, 0, 1, 1}, 5121, "SCALAR");
        QJsonObject description;
        QJsonObject values;
        if (type == text("STRING")) {
            description = object({{"type", text("STRING")}});
            values = object({{"values", glb.view(QByteArray("DENW1Öl"))},
                             {"stringOffsets", glb.view(QByteArray("\0\5\10", 3))},
                             {"stringOffsetType", text("UINT8")}});
        } else {
            const QByteArray bytes = type == text("UINT64")  ? rawBytes<quint64>({~quint64(0), 7})
                                     : type == text("INT16") ? rawBytes<qint16>({-5, 7})
                                                             : rawBytes<float>({12, 0.5F});
            description = object({{"type", text("SCALAR")}, {"componentType", type}});
            values = object({{"values", glb.view(bytes)}});
        }
        if (!semantic.isEmpty())
            description.insert(text("semantic"), semantic);
        const QJsonObject classes =
            object({{"building", object({{"properties", QJsonObject{{property, description}}}})}});
        const QJsonObject table =
            object({{"class", text("building")}, {"count", 2}, {"properties", QJsonObject{{property, values}}}});
        glb.json.insert(text("extensions"),
                        object({{"EXT_structural_metadata", object({{"schema", object({{"classes", classes}})},
                                                                    {"propertyTables", QJsonArray{table}}})}}));
        const QJsonObject featureId = object({{"attribute", 0}, {"featureCount", 2}, {"propertyTable", 0}});
        glb.primitives({object(
            {{"attributes", object({{"POSITION", position}, {"_FEATURE_ID_0", ids}})},
             {"indices", index},
             {"extensions", object({{"EXT_mesh_features", object({{"featureIds", QJsonArray{featureId}}})}})}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(isSound(**content));
        QCOMPARE((*content)->featureIds[(*content)->vertices[0].feature], expected[0]);
        QCOMPARE((*content)->featureIds[(*content)->vertices[2].feature], expected[1]);
    }

    void meshoptAndQuantization()
    {
        // A bumpy grid of 33 × 33 vertices, quantized to 14 bits over 64 m, with octahedral normals.
        constexpr int n = 33;
        std::vector<std::uint16_t> positions;
        std::vector<float> normals;
        std::vector<std::uint32_t> indices;
        for (int i = 0; i < n * n; ++i) {
            positions.insert(positions.end(),
                             {std::uint16_t(i % n * 512), std::uint16_t(i * 37 % 200), std::uint16_t(i / n * 512), 0});
            normals.insert(normals.end(), {0.6F, 0.8F, 0, 0});
        }
        for (unsigned i = 0; i + 1 < n; ++i)
            for (unsigned j = 0; j + 1 < n; ++j) {
                const unsigned a = i * n + j;
                indices.insert(indices.end(), {a, a + n, a + n + 1, a, a + n + 1, a + 1});
            }
        std::vector<unsigned char> octahedral(std::size_t(n * n) * 4);
        meshopt_encodeFilterOct(octahedral.data(), n * n, 4, 8, normals.data());
        const auto packVertices = [](const void* data, int stride) {
            std::vector<unsigned char> packed(meshopt_encodeVertexBufferBound(n * n, std::size_t(stride)));
            packed.resize(meshopt_encodeVertexBuffer(packed.data(), packed.size(), data, n * n, std::size_t(stride)));
            return bytesOf(packed);
        };
        std::vector<unsigned char> packedIndices(meshopt_encodeIndexBufferBound(indices.size(), n * n));
        packedIndices.resize(
            meshopt_encodeIndexBuffer(packedIndices.data(), packedIndices.size(), indices.data(), indices.size()));

        GlbBuilder glb;
        const int p = glb.accessor(glb.compressedView(packVertices(positions.data(), 8), n * n, 8, text("ATTRIBUTES")),
                                   5123, n * n, "VEC3", true);
        const int o = glb.accessor(
            glb.compressedView(packVertices(octahedral.data(), 4), n * n, 4, text("ATTRIBUTES"), text("OCTAHEDRAL")),
            5120, n * n, "VEC3", true);
        const int i =
            glb.accessor(glb.compressedView(bytesOf(packedIndices), int(indices.size()), 2, text("TRIANGLES")), 5123,
                         int(indices.size()), "SCALAR");
        glb.json.insert(text("extensionsRequired"),
                        QJsonArray{text("KHR_mesh_quantization"), text("EXT_meshopt_compression")});
        const double scale = 65535.0 / 256; // 512 steps of 1/65535 are 2 m
        glb.json.insert(text("nodes"), QJsonArray{object({{"mesh", 0}, {"scale", QJsonArray{scale, scale, scale}}})});
        glb.primitives({object({{"attributes", object({{"POSITION", p}, {"NORMAL", o}})}, {"indices", i}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(isSound(**content));
        QCOMPARE((*content)->vertices.size(), std::size_t(n * n));
        QCOMPARE((*content)->indices.size(), indices.size());
        for (int k = 0; k < n * n; ++k) {
            const LocalPosition expected{k % n * 2.0, -(k / n * 2.0), k * 37 % 200 / 256.0};
            QVERIFY(length(placeOf(**content, std::size_t(k)) - expected) < 1e-4);
        }
        QVERIFY(std::abs((*content)->vertices[5].nx - 0.6 * 127) < 2 &&
                std::abs((*content)->vertices[5].nz - 0.8 * 127) < 2);
    }

    void sparseAccessors()
    {
        GlbBuilder glb;
        const int base = glb.positions(square);
        const int where = glb.view(rawBytes<std::uint16_t>({2}));
        const int what = glb.view(rawBytes<float>({5, 1, 2}));
        const int index = glb.indices(squareIndices);
        QJsonArray accessors = glb.document().value(text("accessors")).toArray();
        QJsonObject patched = accessors[base].toObject();
        patched.insert(text("sparse"), object({{"count", 1},
                                               {"indices", object({{"bufferView", where}, {"componentType", 5123}})},
                                               {"values", object({{"bufferView", what}})}}));
        accessors[base] = patched;
        glb.json.insert(text("accessors"), accessors);
        glb.primitives({object({{"attributes", object({{"POSITION", base}})}, {"indices", index}})});
        const auto content = m_tile.load(glb.glb());
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().detail));
        QVERIFY(length((*content)->bounds.max - LocalPosition{5, 0, 1}) < 1e-6);
    }

    void buffersMayLieBesideOrInside()
    {
        GlbBuilder glb = squareGlb();
        const auto withBuffer = [&glb](const QString& uri) {
            GlbBuilder copy = glb;
            copy.json.insert(text("buffers"),
                             QJsonArray{object({{"byteLength", int(glb.binary().size())}, {"uri", uri}})});
            return GlbBuilder::container(QJsonDocument(copy.document()).toJson(), {});
        };
        m_tile.write(text("data.bin"), glb.binary());
        QVERIFY(m_tile.load(withBuffer(text("data.bin"))).has_value());
        QVERIFY(m_tile
                    .load(withBuffer(text("data:application/octet-stream;base64,") +
                                     QString::fromLatin1(glb.binary().toBase64())))
                    .has_value());
        for (const char* uri :
             {"../data.bin", "/etc/passwd", "http://127.0.0.1/data.bin", "file:///etc/passwd", "%2e%2e/data.bin",
              "..\\data.bin", "data:,abc", "data:;base64,%%%", "missing.bin", "c:/data.bin", "//host/data.bin"}) {
            const auto content = m_tile.load(withBuffer(QString::fromLatin1(uri)));
            QVERIFY2(!content, uri);
        }
    }

    void brokenAccessorsAreErrors_data()
    {
        QTest::addColumn<QString>("array");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* array, const char* key, const QJsonValue& value) {
            QTest::addRow("%s.%s=%s", array, key, value.toVariant().toByteArray().constData())
                << text(array) << text(key) << value;
        };
        for (const QJsonValue& value : {QJsonValue(-1), QJsonValue(1e18), QJsonValue(4294967296.0), QJsonValue(1000000),
                                        QJsonValue(9007199254740991.0), QJsonValue(0.5), QJsonValue(text("x"))}) {
            row("accessors", "count", value);
            row("accessors", "byteOffset", value);
            row("accessors", "bufferView", value);
            row("accessors", "componentType", value);
            row("bufferViews", "byteLength", value);
            row("bufferViews", "byteOffset", value);
            row("bufferViews", "buffer", value);
            row("bufferViews", "byteStride", value);
            row("nodes", "mesh", value);
        }
        row("accessors", "type", text("MAT4"));
        row("accessors", "type", text("VEC2"));
        row("nodes", "matrix", QJsonArray{1, 2});
        row("nodes", "rotation", text("north"));
        row("nodes", "scale", QJsonArray{1e300, 1e300, 1e300});
        row("nodes", "children", QJsonArray{0});
        row("nodes", "children", QJsonArray{99});
    }

    void brokenAccessorsAreErrors()
    {
        QFETCH(QString, array);
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        GlbBuilder glb = squareGlb();
        QJsonArray items = glb.document().value(array).toArray();
        QJsonObject first = items[0].toObject();
        first.insert(key, value);
        items[0] = first;
        glb.json.insert(array, items);
        const auto content = m_tile.load(glb.glb());
        QVERIFY(!content);
        QVERIFY(content.error().code == ErrorCode::MalformedData ||
                content.error().code == ErrorCode::ResourceExhausted);
        QVERIFY(!content.error().detail.isEmpty() || content.error().code == ErrorCode::ResourceExhausted);
    }

    void unknownRequirementsAreRefused()
    {
        for (const char* name : {"KHR_draco_mesh_compression", "VENDOR_unknown"}) {
            GlbBuilder glb = squareGlb();
            glb.json.insert(text("extensionsRequired"), QJsonArray{text(name)});
            const auto content = m_tile.load(glb.glb());
            QVERIFY(!content);
            QCOMPARE(int(content.error().code), int(ErrorCode::UnsupportedFormat));
            QVERIFY(content.error().summary.contains(text(name)));
        }
        GlbBuilder glb = squareGlb();
        glb.json.insert(text("asset"), object({{"version", text("3.0")}}));
        QCOMPARE(int(m_tile.load(glb.glb()).error().code), int(ErrorCode::UnsupportedVersion));
        for (const QByteArray& other : {QByteArray("pnts") + QByteArray(40, '\1'),
                                        QByteArray("i3dm") + QByteArray(40, '\1'), QByteArray("<xml/>")})
            QCOMPARE(int(m_tile.load(other).error().code), int(ErrorCode::UnsupportedFormat));
    }

    void smallFilesCannotAskForMuchWork()
    {
        // 400 000 nodes that each draw the same 100 primitives: refused by the work limit, not worked off.
        GlbBuilder glb = squareGlb();
        QJsonArray primitives;
        const QJsonObject primitive =
            glb.document().value(text("meshes"))[0].toObject().value(text("primitives")).toArray()[0].toObject();
        for (int i = 0; i < 100; ++i)
            primitives.append(primitive);
        glb.primitives(primitives);
        QJsonArray nodes;
        QJsonArray roots;
        for (int i = 0; i < 20000; ++i) {
            nodes.append(object({{"mesh", 0}}));
            roots.append(i);
        }
        glb.json.insert(text("nodes"), nodes);
        glb.json.insert(text("scenes"), QJsonArray{object({{"nodes", roots}})});
        QCOMPARE(int(m_tile.load(glb.glb()).error().code), int(ErrorCode::ResourceExhausted));
    }

    void cancelledLoadsStop()
    {
        m_tile.write(text("a.glb"), squareGlb().glb());
        const auto source = m_tile.open();
        const CancellationToken token;
        token.cancel();
        QCOMPARE(int((*source)->load(0, token).error().code), int(ErrorCode::Cancelled));
        QCOMPARE(int((*source)->load(7, {}).error().code), int(ErrorCode::InvalidParameter));
        QCOMPARE(int((*source)->load(-1, {}).error().code), int(ErrorCode::InvalidParameter));
    }

    void damagedFilesAreErrorsOrSound()
    {
        const QByteArray whole = squareGlb().glb();
        m_tile.write(text("a.glb"), whole);
        const auto source = m_tile.open();
        std::mt19937 random(42);
        int errors = 0;
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            m_tile.write(text("a.glb"), whole.left(size));
            QVERIFY(!(*source)->load(0, {}));
        }
        for (int round = 0; round < 600; ++round) {
            QByteArray damaged = whole;
            for (int flips = 1 + int(random() % 3); flips > 0; --flips) {
                const auto at = qsizetype(random() % quint32(damaged.size()));
                damaged[at] = char(damaged[at] ^ char(1 << random() % 8));
            }
            m_tile.write(text("a.glb"), damaged);
            const auto content = (*source)->load(0, {});
            errors += !content;
            QVERIFY(!content || isSound(**content));
        }
        QVERIFY(errors > 100); // the flips do hit something
    }
};

QTEST_GUILESS_MAIN(TileContentTest)
#include "tst_tilecontent.moc"
