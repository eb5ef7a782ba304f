// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Gdal.h"

#include <cmath>
#include <limits>
#include <thread>

#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::geo;

namespace {

const SceneFrame frame({393000, 5707000, 80});

GroundModel slope()
{
    GroundModel ground{{-500, -250, 0}, 25, 41, 21, {}};
    for (int row = 0; row < ground.rows; ++row)
        for (int column = 0; column < ground.columns; ++column)
            ground.heights.push_back(float(column) * 0.5f - float(row) * 0.25f);
    ground.heights[5] = std::numeric_limits<float>::quiet_NaN();
    return ground;
}

} // namespace

class GroundFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void roundTrip()
    {
        const QString path = m_dir.filePath(QStringLiteral("gelände.tif"));
        const GroundModel ground = slope();
        const auto written = writeGroundModel(path, ground, frame);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().toText() + written.error().detail));
        const auto read = readGroundModel(path, frame);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().toText() + read.error().detail));
        QCOMPARE(read->columns, ground.columns);
        QCOMPARE(read->rows, ground.rows);
        QCOMPARE(read->spacingMetres, ground.spacingMetres);
        QVERIFY(length(read->southWest - ground.southWest) < 1e-6);
        for (std::size_t i = 0; i < ground.heights.size(); ++i) {
            QCOMPARE(std::isnan(read->heights[i]), std::isnan(ground.heights[i]));
            QVERIFY(std::isnan(ground.heights[i]) || std::abs(read->heights[i] - ground.heights[i]) < 1e-4);
        }
        // In another frame the same place has the same height above DHHN2016.
        const SceneFrame other({393100, 5707100, 0});
        const auto shifted = readGroundModel(path, other);
        QVERIFY(std::abs(*shifted->heightAt(-50, -60) - 80 - *ground.heightAt(50, 40)) < 1e-4);
    }

    void gdalinfoAgrees()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("gdallocationinfo"));
        if (program.isEmpty())
            QSKIP("gdallocationinfo (gdal-bin) is not installed");
        const QString path = m_dir.filePath(QStringLiteral("ground.tif"));
        QVERIFY(writeGroundModel(path, slope(), frame).has_value());
        QProcess process;
        process.start(program, {QStringLiteral("-valonly"), QStringLiteral("-geoloc"), path, QStringLiteral("392525"),
                                QStringLiteral("5706800")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed().toDouble(), 80 + 1 * 0.5 - 2 * 0.25); // column 1, row 2
        process.start(QStringLiteral("gdalinfo"), {path});
        QVERIFY(process.waitForFinished());
        const QByteArray info = process.readAllStandardOutput();
        QVERIFY(info.contains("\"EPSG\",25832"));
        QVERIFY(info.contains("NoData Value=nan"));
        QVERIFY(info.contains("COMPRESSION=DEFLATE"));
        QVERIFY(info.contains("AREA_OR_POINT=Point"));
    }

    void hostileNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", "/vsicurl/http://127.0.0.1/a.tif", "/vsizip//tmp/a.zip/a.tif", "/VSIMEM/a.tif",
                                 "GTIFF_DIR:1:/etc/passwd", "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"/>",
                                 "WMS:http://127.0.0.1/", "/etc/passwd", "/dev/null", "/"})
            QTest::newRow(qPrintable(QStringLiteral("<%1>").arg(QLatin1String(name)))) << QString::fromLatin1(name);
    }

    void hostileNamesAreRefused()
    {
        QFETCH(QString, name);
        QVERIFY(!readGroundModel(name, frame));
        if (name.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
            QVERIFY(!writeGroundModel(name, slope(), frame));
    }

    void vrtInDisguiseIsRefused()
    {
        const QString path = m_dir.filePath(QStringLiteral("vrt.tif"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<VRTDataset rasterXSize=\"2\" rasterYSize=\"2\"><VRTRasterBand dataType=\"Float32\" "
                   "band=\"1\"/></VRTDataset>");
        file.close();
        QVERIFY(!readGroundModel(path, frame));
    }

    void damagedFilesAreErrors()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("twin.thirdparty.gdal=false")); // it has a lot to say here
        const QString path = m_dir.filePath(QStringLiteral("whole.tif"));
        QVERIFY(writeGroundModel(path, slope(), frame).has_value());
        QFile whole(path);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const QString damaged = m_dir.filePath(QStringLiteral("damaged.tif"));
        for (qsizetype size = 0; size < bytes.size(); size += 37) {
            QFile file(damaged);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bytes.left(size));
            file.close();
            const auto ground = readGroundModel(damaged, frame);
            QVERIFY(!ground || qint64(ground->heights.size()) == qint64(ground->columns) * ground->rows);
        }
    }

    void nonsenseIsNotWritten()
    {
        GroundModel ground = slope();
        ground.rows += 1;
        QCOMPARE(int(writeGroundModel(m_dir.filePath(QStringLiteral("x.tif")), ground, frame).error().code),
                 int(ErrorCode::InvalidParameter));
        QCOMPARE(int(writeGroundModel(m_dir.filePath(QStringLiteral("missing/x.tif")), slope(), frame).error().code),
                 int(ErrorCode::AccessDenied));
        QCOMPARE(int(readGroundModel(m_dir.filePath(QStringLiteral("none.tif")), frame).error().code),
                 int(ErrorCode::NotFound));
    }

    void eightThreadsInitialiseOnce()
    {
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([] { initialiseGdal(); });
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(gdalVersionText().startsWith(QLatin1String("GDAL 3.")));
        QVERIFY(gdalVersionText().contains(QLatin1String("PROJ ")));
    }
};

QTEST_GUILESS_MAIN(GroundFileTest)
#include "tst_groundfile.moc"
