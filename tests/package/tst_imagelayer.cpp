// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/RasterInfo.h"
#include "package/imagery/ImageDrape.h"
#include "package/imagery/ImageLayer.h"
#include "package/LayerJson.h"

#include <atomic>
#include <cmath>
#include <thread>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;

/// Pictures of all kinds on the ground.
class ImageLayerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    static constexpr double west = 392000;
    static constexpr double north = 5708200;

    QString path(const QString& name) { return m_folder.filePath(name); }

    /// Red grows eastwards, green southwards, one pixel a metre; blue tells pictures apart.
    static QImage gradient(int width, int height, int blue)
    {
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, qRgb(x, y, blue));
        return image;
    }

    QString save(const QString& name, const QImage& image, double left, double top, double metres = 1)
    {
        const QString file = path(name);
        if (!image.save(file))
            return {};
        const QString suffix = QFileInfo(file).suffix();
        QFile world(path(QFileInfo(file).completeBaseName() + QLatin1Char('.') + suffix.left(1) + suffix.right(1) +
                         QLatin1Char('w')));
        if (!world.open(QIODevice::WriteOnly))
            return {};
        const auto number = [](double v) { return QByteArray::number(v, 'f', 6) + '\n'; };
        world.write(number(metres) + "0\n0\n" + number(-metres) + number(left + metres / 2) + number(top - metres / 2));
        return file;
    }

    Result<WrittenLayer> write(const QStringList& files, const std::optional<geo::ControlPointFit>& fit = {},
                               const QString& crs = QStringLiteral("EPSG:25832"))
    {
        LayerRequest request;
        request.id = QStringLiteral("bild%1").arg(++m_count);
        request.folder = path(request.id);
        QDir().mkpath(request.folder);
        request.title = QStringLiteral("Bild");
        request.files = files;
        request.crs = crs;
        request.frame = frame();
        return writeImageLayer(request, fit, {}, {});
    }

    static SceneFrame frame() { return SceneFrame({west, north - 200, 50}); }

    static std::array<int, 4> pixel(const Image& image, int x, int y)
    {
        const std::uint8_t* p = &image.pixels[(std::size_t(y) * std::size_t(image.width) + std::size_t(x)) * 4];
        return {p[0], p[1], p[2], p[3]};
    }

private Q_SLOTS:
    void worldFilePlacesAPicture()
    {
        const auto layer = write({save(QStringLiteral("a.png"), gradient(200, 200, 40), west, north)});
        QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
        QCOMPARE(layer->info.kind, LayerKind::Imagery);
        QVERIFY(std::abs(layer->extent.min.x - west) < 1e-6 && std::abs(layer->extent.max.y - north) < 1e-6);
        const auto drape = openImageDrape(layer->info, frame());
        QVERIFY(drape);
        const GroundRectangle extent = (*drape)->extent();
        QVERIFY(std::abs(extent.west) < 1e-6 && std::abs(extent.south) < 1e-6 && std::abs(extent.east - 200) < 1e-6);
        // Its own pixels come back as they were; beyond its edge it is transparent.
        const auto image = (*drape)->paint({150, 100, 250, 200}, 100, 100, {});
        QVERIFY(image);
        QCOMPARE(pixel(*image, 10, 20), (std::array<int, 4>{160, 20, 40, 255}));
        QCOMPARE(pixel(*image, 70, 20)[3], 0);
        // From afar: the mean of what lies below.
        const auto small = (*drape)->paint({0, 0, 200, 200}, 4, 4, {});
        QVERIFY(small);
        QVERIFY(std::abs(pixel(*small, 1, 2)[0] - 74) <= 6 && std::abs(pixel(*small, 1, 2)[1] - 124) <= 6);
    }

    void crsMustBeStated()
    {
        const auto layer = write({save(QStringLiteral("b.png"), gradient(20, 20, 0), west, north)}, {}, {});
        QVERIFY(!layer);
        QCOMPARE(layer.error().code, ErrorCode::MissingCrs);
        QVERIFY(layer.error().effectiveRemedy().contains(QLatin1String("--crs")));
        QImage lonely = gradient(20, 20, 0);
        QVERIFY(lonely.save(path(QStringLiteral("ohne.png"))));
        const auto unplaced = write({path(QStringLiteral("ohne.png"))});
        QVERIFY(!unplaced);
        QVERIFY(unplaced.error().effectiveRemedy().contains(QLatin1String("--points")));
    }

    void pixelsOfNoSizeAreRefused()
    {
        const auto layer = write({save(QStringLiteral("punkt.png"), gradient(20, 20, 0), west, north, 1e-5)});
        QVERIFY(!layer);
        QCOMPARE(layer.error().code, ErrorCode::MalformedData);
        QVERIFY(layer.error().effectiveRemedy().contains(QLatin1String("Weltdatei")));
    }

    void mosaicPutsFinerOverCoarser()
    {
        const auto layer = write({save(QStringLiteral("c_fein.png"), gradient(50, 50, 200), west + 50, north - 50),
                                  save(QStringLiteral("c_grob.png"), gradient(100, 100, 10), west, north, 2)});
        QVERIFY(layer);
        QCOMPARE(layer->info.sources.size(), 2U);
        const auto drape = openImageDrape(layer->info, frame());
        QVERIFY(drape);
        const auto image = (*drape)->paint({0, 0, 200, 200}, 200, 200, {});
        QVERIFY(image);
        QCOMPARE(pixel(*image, 75, 75), (std::array<int, 4>{25, 25, 200, 255}));
        QCOMPARE(pixel(*image, 150, 75)[2], 10);
    }

    void paletteAndGreyBecomeColours()
    {
        QImage map(100, 100, QImage::Format_Indexed8);
        map.setColorTable({qRgb(250, 240, 220), qRgb(120, 40, 20)});
        map.fill(0);
        for (int x = 0; x < 100; ++x)
            map.setPixel(x, 50, 1);
        const auto layer = write({save(QStringLiteral("karte_1909.png"), map, west, north)});
        QVERIFY(layer);
        QCOMPARE(layer->info.validFrom, QDate(1909, 1, 1)); // as its name says
        const auto drape = openImageDrape(layer->info, frame());
        const auto image = (*drape)->paint({0, 100, 100, 200}, 100, 100, {});
        QVERIFY(image);
        QCOMPARE(pixel(*image, 30, 50), (std::array<int, 4>{120, 40, 20, 255}));
        QCOMPARE(pixel(*image, 30, 40), (std::array<int, 4>{250, 240, 220, 255}));
    }

    void controlPointsLayAnOldMapDown()
    {
        QVERIFY(gradient(200, 200, 90).save(path(QStringLiteral("alt.png"))));
        // Turned by 90°: the picture's columns run southwards, its rows westwards.
        std::vector<geo::ControlPoint> points;
        for (const auto& [c, r] : {std::pair{0.0, 0.0}, {200.0, 0.0}, {0.0, 200.0}, {200.0, 200.0}})
            points.push_back({QStringLiteral("P"), c, r, west + 200 - r, north - c});
        const auto fit = geo::ControlPointFit::make(points, 1);
        QVERIFY(fit);
        const auto layer = write({path(QStringLiteral("alt.png"))}, *fit);
        QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
        QCOMPARE(layer->info.sources.front().crsOrigin, QStringLiteral("control points"));
        QVERIFY(QFileInfo::exists(layer->info.folder + QStringLiteral("/residuals.csv")));
        const auto drape = openImageDrape(layer->info, frame());
        const auto image = (*drape)->paint({0, 0, 200, 200}, 200, 200, {});
        QVERIFY(image);
        const auto found = pixel(*image, 60, 30); // column 30.5, row 139.5 of the picture
        QVERIFY2(std::abs(found[0] - 30) <= 1 && std::abs(found[1] - 139) <= 1 && found[2] == 90,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(found[0]).arg(found[1]).arg(found[2])));
    }

    void threadsPaintAtOnce()
    {
        const auto layer = write({save(QStringLiteral("d.png"), gradient(200, 200, 40), west, north)});
        QVERIFY(layer);
        const auto drape = openImageDrape(layer->info, frame());
        QVERIFY(drape);
        std::atomic<int> wrong{0};
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&, t] {
                    for (int n = 0; n < 20; ++n) {
                        const int x = (n * 7 + t * 31) % 150;
                        const auto image = (*drape)->paint({double(x), 100, double(x) + 40, 140}, 40, 40, {});
                        if (!image || pixel(*image, 5, 5)[0] != x + 5)
                            ++wrong;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
        const CancellationToken cancel;
        cancel.cancel();
        QCOMPARE((*drape)->paint({0, 0, 9, 9}, 9, 9, cancel).error().code, ErrorCode::Cancelled);
    }

    void formatsOfGdalAreRead_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("GeoTIFF") << QStringLiteral("tif") << QStringList{};
        QTest::newRow("COG") << QStringLiteral("tif") << QStringList{QStringLiteral("-of"), QStringLiteral("COG")};
        QTest::newRow("JPEG 2000") << QStringLiteral("jp2")
                                   << QStringList{QStringLiteral("-of"), QStringLiteral("JP2OpenJPEG"),
                                                  QStringLiteral("-co"), QStringLiteral("QUALITY=100"),
                                                  QStringLiteral("-co"), QStringLiteral("REVERSIBLE=YES")};
        QTest::newRow("GeoPackage") << QStringLiteral("gpkg")
                                    << QStringList{QStringLiteral("-of"), QStringLiteral("GPKG"), QStringLiteral("-co"),
                                                   QStringLiteral("TILE_FORMAT=PNG")};
        QTest::newRow("MBTiles") << QStringLiteral("mbtiles")
                                 << QStringList{QStringLiteral("-of"), QStringLiteral("MBTiles"), QStringLiteral("-co"),
                                                QStringLiteral("TILE_FORMAT=PNG")};
    }

    void formatsOfGdalAreRead()
    {
        QFETCH(QString, ending);
        QFETCH(QStringList, options);
        const QString source = save(QStringLiteral("quelle.png"), gradient(200, 200, 40), west, north);
        const QString file = path(QStringLiteral("bild%1.%2").arg(++m_count).arg(ending));
        QProcess gdal;
        gdal.start(QStringLiteral("gdal_translate"),
                   QStringList{QStringLiteral("-q"), QStringLiteral("-a_srs"), QStringLiteral("EPSG:25832")} + options +
                       QStringList{source, file});
        if (!gdal.waitForStarted())
            QSKIP("no gdal_translate");
        QVERIFY(gdal.waitForFinished(60000));
        QVERIFY2(QFileInfo(file).size() > 0, gdal.readAllStandardError().constData());
        QVERIFY(geo::isRasterFile(file));
        const auto layer = write({file}, {}, {}); // they all state their CRS
        QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText() + layer.error().detail));
        const auto drape = openImageDrape(layer->info, frame());
        QVERIFY(drape);
        const auto image = (*drape)->paint({0, 0, 200, 200}, 200, 200, {});
        QVERIFY(image);
        const auto found = pixel(*image, 120, 60);
        QVERIFY2(std::abs(found[0] - 120) <= 2 && std::abs(found[1] - 60) <= 2 && std::abs(found[2] - 40) <= 2,
                 qPrintable(QStringLiteral("%1 %2 %3 %4").arg(found[0]).arg(found[1]).arg(found[2]).arg(found[3])));
    }

    void everySharedRasterIsReadOrRefusedWithARemedy()
    {
        const QDir folder(QStringLiteral(TWIN_SHARED_DIR "/data/geotiff"));
        if (!folder.exists())
            QSKIP("no shared data");
        for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.tif")})) {
            geo::RasterOptions options;
            options.crs = QStringLiteral("EPSG:25832");
            const auto info = geo::describeRaster(file.filePath(), options);
            QProcess gdal;
            gdal.start(QStringLiteral("gdalinfo"), {file.filePath()});
            if (!gdal.waitForFinished(60000))
                QSKIP("no gdalinfo");
            const QString said = QString::fromUtf8(gdal.readAllStandardOutput());
            if (info)
                QVERIFY2(said.contains(QStringLiteral("Size is %1, %2").arg(info->columns).arg(info->rows)),
                         qPrintable(file.fileName()));
            else
                QVERIFY2(info.error().code == ErrorCode::OutOfRegion && !info.error().effectiveRemedy().isEmpty(),
                         qPrintable(file.fileName() + info.error().toText()));
        }
    }
};

QTEST_GUILESS_MAIN(ImageLayerTest)
#include "tst_imagelayer.moc"
