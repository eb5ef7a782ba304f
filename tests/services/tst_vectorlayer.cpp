// SPDX-License-Identifier: GPL-3.0-or-later
// Vector files become a layer that can be opened and painted.
#include "app/services/layers/VectorLayer.h"
#include "package/LayerJson.h"
#include "package/vector/VectorDrape.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestVectorLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesBecomeALayer();
    void nothingReadable();
    void otherContinentsAreRefused();

private:
    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    [[nodiscard]] package::LayerRequest request(const QStringList& files) const
    {
        package::LayerRequest request;
        request.folder = m_folder.filePath(QStringLiteral("layers/trees"));
        QDir(request.folder).removeRecursively();
        QDir().mkpath(request.folder);
        request.id = QStringLiteral("trees");
        request.title = QStringLiteral("Bäume");
        request.licence = QStringLiteral("dl-de/zero-2-0");
        request.files = files;
        request.frame = SceneFrame({393000, 5708000, 100});
        return request;
    }
    QTemporaryDir m_folder;
};

void TestVectorLayer::filesBecomeALayer()
{
    const QStringList files{write("trees.csv", "x;y;Art\n393010;5708010;Linde\n393090;5708090;Eiche\n"),
                            write("broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{"),
                            write("more.csv", "x;y\n393050;5708050\n")};
    const auto layer = services::writeVectorLayer(request(files), {}, {});
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
    QCOMPARE(layer->info.count, 3);
    QCOMPARE(layer->info.sources.size(), std::size_t(2));
    QCOMPARE(layer->extent.min.x, 393010.0);
    QStringList reasons;
    for (const Issue& issue : layer->issues)
        reasons.append(issue.reason);
    QCOMPARE(reasons.count(QStringLiteral("source.remark")), 2);
    QCOMPARE(reasons.size(), 3);

    const SceneFrame frame({393000, 5708000, 100});
    const auto read = package::readLayer(layer->info.folder, frame);
    QVERIFY2(read, read ? "" : qPrintable(read.error().toText()));
    QCOMPARE(read->title, QStringLiteral("Bäume"));
    QVERIFY(read->kind == LayerKind::Vector);
    QCOMPARE(read->count, 3);
    QCOMPARE(read->extent.max.y, 90.0);
    const auto drape = package::openVectorDrape(*read, frame);
    QVERIFY(drape);
    const auto image = (*drape)->paint({0, 0, 100, 100}, 50, 50, {});
    QVERIFY(image);
    QVERIFY(std::any_of(image->pixels.begin(), image->pixels.end(), [](std::uint8_t byte) { return byte != 0; }));
}

void TestVectorLayer::nothingReadable()
{
    const auto layer = services::writeVectorLayer(request({write("a.csv", "a;b\n1;2\n")}), {}, {});
    QVERIFY(!layer);
    QCOMPARE(int(layer.error().code), int(ErrorCode::NoData));
}

void TestVectorLayer::otherContinentsAreRefused()
{
    package::LayerRequest canberra = request({write("far.csv", "lon;lat\n149.1;-35.3\n")});
    const auto far = services::writeVectorLayer(canberra, {}, {});
    QVERIFY(!far);
    QCOMPARE(int(far.error().code), int(ErrorCode::OutOfRegion));
    QVERIFY(!far.error().effectiveRemedy().isEmpty());
    package::LayerRequest lisbon = request({write("near.csv", "lon;lat\n-9.1;38.7\n")});
    QVERIFY(services::writeVectorLayer(lisbon, {}, {}));
}

QTEST_GUILESS_MAIN(TestVectorLayer)
#include "tst_vectorlayer.moc"
