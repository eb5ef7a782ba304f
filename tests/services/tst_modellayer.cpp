// SPDX-License-Identifier: GPL-3.0-or-later
// A single glTF model as a layer: where it stands, what comes with it, what is refused.
#include "app/services/layers/ModelLayer.h"
#include "geo/Crs.h"
#include "tiles3d/Tileset.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestModelLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("source/parts")));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("layer")));
    }
    void standsWhereItIsPut_data();
    void standsWhereItIsPut();
    void bringsItsPlace();
    void refuses_data();
    void refuses();

private:
    /// A triangle: zero, 2 m to the model's east, 3 m to its north and 1 m up.
    QString write(const QByteArray& node, const QByteArray& bufferUri, const QByteArray& more = {})
    {
        const std::array<float, 9> corners{0, 0, 0, 2, 0, 0, 0, 1, -3};
        QFile buffer(m_folder->filePath(QStringLiteral("source/parts/triangle.bin")));
        if (!buffer.open(QIODevice::WriteOnly) ||
            buffer.write(reinterpret_cast<const char*>(corners.data()), sizeof corners) != sizeof corners)
            qFatal("cannot write");
        QFile file(m_folder->filePath(QStringLiteral("source/model.gltf")));
        const QByteArray json =
            "{\"asset\":{\"version\":\"2.0\"}," + more +
            "\"scene\":0,\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0" + node +
            "}],\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0}}]}],\"accessors\":[{\"bufferView\":0,"
            "\"componentType\":5126,\"count\":3,\"type\":\"VEC3\",\"min\":[0,0,-3],\"max\":[2,1,0]}],\"bufferViews\":[{"
            "\"buffer\":0,\"byteLength\":36}],\"buffers\":[{\"byteLength\":36,\"uri\":\"" +
            bufferUri + "\"}]}";
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("cannot write");
        return file.fileName();
    }
    package::LayerRequest request(const QString& file, const QString& at)
    {
        package::LayerRequest request;
        request.folder = m_folder->filePath(QStringLiteral("layer"));
        request.id = request.title = QStringLiteral("model");
        request.files = {file};
        request.at = at;
        request.frame = SceneFrame({393000, 5707000, 100});
        return request;
    }
    /// @returns the corners in the scene.
    std::vector<LocalPosition> corners(const package::LayerRequest& request)
    {
        const auto source = tiles3d::openTileset(request.path("tileset.json"), QStringLiteral("model"), request.frame);
        if (!source)
            return {};
        const auto content = (*source)->load(0, {});
        std::vector<LocalPosition> found;
        if (content)
            for (const TileVertex& v : (*content)->vertices)
                found.push_back((*content)->origin + LocalPosition{double(v.x), double(v.y), double(v.z)});
        return found;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestModelLayer::standsWhereItIsPut_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("eastX");
    QTest::addColumn<double>("eastY");
    QTest::newRow("no heading") << QStringLiteral("393010,5707020,105") << QString() << 2.0 << 0.0;
    QTest::newRow("its north looks east") << QStringLiteral("393010,5707020,105,90") << QString() << 0.0 << -2.0;
    QTest::newRow("next zone") << QStringLiteral("-23088.44107,5732906.28817,105") << QStringLiteral("EPSG:25833")
                               << 2.0 << 0.0;
    QTest::newRow("degrees, longitude first")
        << QStringLiteral("7.45845778531,51.50417443438,105") << QStringLiteral("EPSG:4258") << 2.0 << 0.0;
    QTest::newRow("zone prefix") << QStringLiteral("32393010,5707020,105") << QStringLiteral("EPSG:25832+7837") << 2.0
                                 << 0.0;
}

void TestModelLayer::standsWhereItIsPut()
{
    QFETCH(const QString, at);
    QFETCH(const QString, crs);
    QFETCH(const double, eastX);
    QFETCH(const double, eastY);
    package::LayerRequest wanted = request(write({}, "parts/triangle.bin"), at);
    wanted.crs = crs;
    const auto layer = services::writeModelLayer(wanted, {}, {});
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
    QCOMPARE(layer->info.kind, LayerKind::Model);
    QVERIFY(QFile::exists(wanted.path("model/parts/triangle.bin")));
    const std::vector<LocalPosition> found = corners(wanted);
    QCOMPARE(found.size(), std::size_t(3));
    QVERIFY(length(found[0] - LocalPosition{10, 20, 5}) < 0.001);
    // Grid metres of the region are shorter than those on the ground by some ten-thousandths.
    QVERIFY(length(found[1] - LocalPosition{10 + eastX, 20 + eastY, 5}) < 0.002);
    QVERIFY(length(found[2] - LocalPosition{10 - 1.5 * eastY, 20 + 1.5 * eastX, 6}) < 0.002);
    QVERIFY(layer->extent.min.x > 393000 && layer->extent.max.x < 393020);
}

void TestModelLayer::bringsItsPlace()
{
    const auto geocentric = geo::Geocentric::create();
    QVERIFY(geocentric);
    const Matrix4 m = geocentric->ecefFromLocal({393010, 5707020, 105});
    // A root transform in the y-up axes of glTF: turned back from what 3D Tiles do to it.
    QByteArray matrix;
    for (std::size_t c = 0; c < 4; ++c) {
        static constexpr std::array<std::size_t, 4> source{0, 2, 1, 3};
        const double sign = c == 2 ? -1 : 1;
        const std::array<double, 4> column{sign * m[source[c] * 4], sign * m[source[c] * 4 + 2],
                                           -sign * m[source[c] * 4 + 1], c == 3 ? 1.0 : 0.0};
        for (const double value : column)
            matrix += (matrix.isEmpty() ? "" : ",") + QByteArray::number(value, 'g', 17);
    }
    const package::LayerRequest wanted = request(write(",\"matrix\":[" + matrix + "]", "parts/triangle.bin"), {});
    const auto layer = services::writeModelLayer(wanted, {}, {});
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
    const std::vector<LocalPosition> found = corners(wanted);
    QCOMPARE(found.size(), std::size_t(3));
    QVERIFY(length(found[0] - LocalPosition{10, 20, 5}) < 0.01);
    QVERIFY(length(found[1] - LocalPosition{12, 20, 5}) < 0.01);
    QVERIFY(length(found[2] - LocalPosition{10, 23, 6}) < 0.01);
}

void TestModelLayer::refuses_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("at");
    QTest::addColumn<ErrorCode>("code");
    const QString at = QStringLiteral("393010,5707020,105");
    const QByteArray uri = "parts/triangle.bin";
    QTest::newRow("no place") << uri << QByteArray() << QString() << ErrorCode::MissingCrs;
    QTest::newRow("half a place") << uri << QByteArray() << QStringLiteral("393010,5707020")
                                  << ErrorCode::InvalidParameter;
    QTest::newRow("words") << uri << QByteArray() << QStringLiteral("here,there,up") << ErrorCode::InvalidParameter;
    QTest::newRow("a file outside") << QByteArray("../../etc/passwd") << QByteArray() << at << ErrorCode::AccessDenied;
    QTest::newRow("another computer") << QByteArray("https://example.org/a.bin") << QByteArray() << at
                                      << ErrorCode::AccessDenied;
    QTest::newRow("Draco") << uri << QByteArray("\"extensionsRequired\":[\"KHR_draco_mesh_compression\"],") << at
                           << ErrorCode::UnsupportedFormat;
    QTest::newRow("a missing part") << QByteArray("parts/other.bin") << QByteArray() << at << ErrorCode::NotFound;
}

void TestModelLayer::refuses()
{
    QFETCH(const QByteArray, uri);
    QFETCH(const QByteArray, more);
    QFETCH(const QString, at);
    QFETCH(const ErrorCode, code);
    const auto layer = services::writeModelLayer(request(write({}, uri, more), at), {}, {});
    QVERIFY(!layer);
    QCOMPARE(layer.error().code, code);
    QVERIFY(!layer.error().effectiveRemedy().isEmpty());
}

QTEST_GUILESS_MAIN(TestModelLayer)
#include "tst_modellayer.moc"
