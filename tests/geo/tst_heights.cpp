// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Gdal.h"
#include "geo/Heights.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::geo;

/// Height files of all kinds into one grid.
class HeightsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    static QString shared() { return QStringLiteral(TWIN_SHARED_DIR "/data/terrain/dgm1-nrw"); }
    QString path(const char* name) { return m_folder.filePath(QLatin1String(name)); }

    /// A grid of points, height = plane(x, y) rounded to the millimetre.
    QString writeXyz(const char* name, double west, double south, double spacing, int count,
                     double (*plane)(double, double))
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (int row = count - 1; row >= 0; --row)
            for (int column = 0; column < count; ++column) {
                const double x = west + column * spacing;
                const double y = south + row * spacing;
                file.write(QByteArray::number(x, 'f', 3) + ' ' + QByteArray::number(y, 'f', 3) + ' ' +
                           QByteArray::number(plane(x, y), 'f', 3) + '\n');
            }
        return file.fileName();
    }

    static double slope(double x, double y) { return 100 + (x - 392000) * 0.01 + (y - 5708000) * 0.02; }
    static double raised(double x, double y) { return slope(x, y) + 10; }

    Result<HeightMosaic> mosaic(const QStringList& files, const QString& crs = QStringLiteral("EPSG:25832+7837"))
    {
        HeightMosaicOptions options;
        options.raster.crs = crs;
        const QString scratch = m_folder.filePath(QStringLiteral("scratch%1").arg(++m_count));
        QDir().mkpath(scratch);
        return mosaicHeights(files, target(), scratch, options, {}, {});
    }
    QString target() { return m_folder.filePath(QStringLiteral("heights%1.tif").arg(m_count)); }

    static Result<std::optional<double>> heightAt(const QString& file, double x, double y)
    {
        auto raster = HeightRaster::open(file);
        if (!raster)
            return failure(raster.error());
        return raster->heightAt(x, y);
    }

    static QByteArray run(const QString& program, const QStringList& words)
    {
        QProcess process;
        process.start(program, words);
        process.waitForFinished(60000);
        return process.readAllStandardOutput();
    }

private Q_SLOTS:
    void crsMustBeStated()
    {
        const QString file = writeXyz("ohne.xyz", 392000, 5708000, 10, 20, slope);
        const auto refused = mosaic({file}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::MissingCrs);
        QVERIFY(refused.error().effectiveRemedy().contains(QLatin1String("--crs")));
        // The surveys' names say it, but only where the points lie where the name says.
        const auto named = mosaic({writeXyz("dgm1_32_392_5708_1_nw.xyz", 392000, 5708000, 10, 20, slope)}, {});
        QVERIFY2(named, named ? "" : qPrintable(named.error().toText()));
        QCOMPARE(named->sources.front().crsOrigin, QStringLiteral("file name"));
        QVERIFY(named->sources.front().heightsStated);
        const auto elsewhere = mosaic({writeXyz("dgm1_32_100_5708_1_nw.xyz", 392000, 5708000, 10, 20, slope)}, {});
        QVERIFY(!elsewhere);
    }

    void unstatedHeightsAreMarked()
    {
        const auto read = mosaic({writeXyz("a.xyz", 392000, 5708000, 10, 20, slope)}, QStringLiteral("EPSG:25832"));
        QVERIFY(read);
        QCOMPARE(read->issues.size(), 1U);
        QCOMPARE(read->issues.front().reason, QStringLiteral("height.reference-unknown"));
    }

    void neighboursMeetAndFinerLiesOverCoarser()
    {
        const QStringList files{writeXyz("fein.xyz", 392050, 5708050, 1, 50, raised),
                                writeXyz("west.xyz", 392000, 5708000, 5, 40, slope),
                                writeXyz("ost.xyz", 392200, 5708000, 5, 40, slope)};
        const auto read = mosaic(files);
        QVERIFY2(read, read ? "" : qPrintable(read.error().toText()));
        QCOMPARE(read->spacingMetres, 1.0);
        QCOMPARE(read->sources.size(), 3U);
        for (const auto& [x, y] : {std::pair{392010.0, 5708020.0}, {392197.0, 5708100.0}, {392333.0, 5708007.0}}) {
            const auto height = heightAt(target(), x, y);
            QVERIFY(height && *height);
            QVERIFY2(std::abs(**height - slope(x, y)) < 0.06,
                     qPrintable(QStringLiteral("%1 %2: %3").arg(x).arg(y).arg(**height - slope(x, y))));
        }
        const auto fine = heightAt(target(), 392070.5, 5708080.25);
        QVERIFY(fine && *fine && std::abs(**fine - raised(392070.5, 5708080.25)) < 0.002);
    }

    void otherCrsAndZonePrefix()
    {
        const QString prefixed =
            writeXyz("zone.xyz", 32392000, 5708000, 10, 20, [](double x, double y) { return slope(x - 32000000, y); });
        const auto read = mosaic({prefixed});
        QVERIFY2(read, read ? "" : qPrintable(read.error().toText()));
        const auto height = heightAt(target(), 392100, 5708100);
        QVERIFY(height && *height && std::abs(**height - slope(392100, 5708100)) < 0.002);
        // Gauß-Krüger zone 2 of the same place: 392514, 5708120 is 2600920.4, 5709861 or so by PROJ.
        const auto gk = mosaic({writeXyz("gk.xyz", 2600000, 5709000, 10, 200, [](double, double) { return 77.0; })},
                               QStringLiteral("EPSG:31466+5783"));
        QVERIFY2(gk, gk ? "" : qPrintable(gk.error().toText()));
        QVERIFY(gk->extent.min.x > 385000 && gk->extent.max.x < 400000);
        const LocalPosition middle = gk->extent.centre();
        const auto flat = heightAt(target(), middle.x, middle.y);
        QVERIFY(flat && *flat && std::abs(**flat - 77) < 1e-3);
    }

    void placesFarAwayAreRefused()
    {
        const auto refused = mosaic({writeXyz("weit.xyz", 5000000, 100000, 10, 20, slope)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutOfRegion);
    }

    void oneBadFileDoesNotStopTheOthers()
    {
        QFile bad(path("kaputt.xyz"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("1 2 3\nmüll\n");
        bad.close();
        const auto read = mosaic({bad.fileName(), writeXyz("gut.xyz", 392000, 5708000, 10, 20, slope)});
        QVERIFY(read);
        QCOMPARE(read->sources.size(), 1U);
        QCOMPARE(read->issues.front().reason, QStringLiteral("raster.unreadable"));
    }

    void esriGridWithNoData()
    {
        QFile file(path("gitter.asc"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("ncols 3\nnrows 2\nxllcorner 392000\nyllcorner 5708000\ncellsize 10\nNODATA_value -9999\n"
                   "1 2 3\n4 -9999 6\n");
        file.close();
        const auto read = mosaic({file.fileName()});
        QVERIFY2(read, read ? "" : qPrintable(read.error().toText() + read.error().detail));
        QCOMPARE(read->nodes, 5);
        const auto raster = HeightRaster::open(target());
        QVERIFY(raster);
        QCOMPARE(raster->west(), 392005.0); // the middle of the first cell
        QCOMPARE(raster->north(), 5708015.0);
        const auto heights = raster->read(0, 0, 3, 2);
        QVERIFY(heights && heights->at(3) == 4 && std::isnan(heights->at(4)) && heights->at(5) == 6);
    }

    void surveyTilesAreExact()
    {
        if (!QFileInfo::exists(shared()))
            QSKIP("no shared data");
        QStringList files;
        for (const QFileInfo& file : QDir(shared()).entryInfoList({QStringLiteral("*.xyz.gz")}))
            files.append(file.filePath());
        QCOMPARE(files.size(), 3);
        const auto read = mosaic(files, {}); // the names state the CRS
        QVERIFY2(read, read ? "" : qPrintable(read.error().toText()));
        QCOMPARE(read->nodes, 3'000'000);
        QVERIFY(read->issues.empty());
        QCOMPARE(read->extent.min.z, double(30.95F));
        QCOMPARE(read->extent.max.z, double(52.39F));
        const QString info = QString::fromUtf8(run(QStringLiteral("gdalinfo"), {target()}));
        if (info.isEmpty())
            QSKIP("no gdalinfo");
        QVERIFY2(info.contains(QLatin1String("Size is 2000, 2000")), qPrintable(info));
        QVERIFY(info.contains(QLatin1String("LAYOUT=COG")) && info.contains(QLatin1String("Type=Float32")));
        QVERIFY(info.contains(QLatin1String("ID[\"EPSG\",25832]")) && info.contains(QLatin1String("7837")));
        // A second opinion on places across the seam of two tiles, from the lists themselves.
        const QByteArray value =
            run(QStringLiteral("gdallocationinfo"), {QStringLiteral("-valonly"), QStringLiteral("-geoloc"), target(),
                                                     QStringLiteral("345999"), QStringLiteral("5673000")});
        QCOMPARE(value.trimmed().toDouble(), 38.75); // last line of dgm1_32_345_5673
        const auto next = heightAt(target(), 346000, 5673999);
        QVERIFY(next && *next && std::abs(**next - 38.95) < 1e-5); // first line of dgm1_32_346_5673
    }

    void groundForTheCameraIsTheMean()
    {
        const auto read = mosaic({writeXyz("boden.xyz", 392000, 5708000, 1, 200, slope)});
        QVERIFY(read);
        const auto raster = HeightRaster::open(target());
        const SceneFrame frame({392000, 5708000, 90});
        const auto ground = raster->ground(frame, 1000);
        QVERIFY(ground);
        QVERIFY(ground->columns * ground->rows <= 1000);
        const auto height = ground->heightAt(100, 60);
        QVERIFY(height);
        QVERIFY2(std::abs(*height + 90 - slope(392100, 5708060)) < 0.01, qPrintable(QString::number(*height)));
    }
};

QTEST_GUILESS_MAIN(HeightsTest)
#include "tst_heights.moc"
