// SPDX-License-Identifier: GPL-3.0-or-later
// A package is placed as it was made, wherever it is opened: heights come back although one machine has the geoid grid
// and the other has not. The grid here is invented (a tilted plane, 47 to 49 m), so that confusing it with the constant
// 46.1 m would move everything by more than a metre.
#include "cli/Program.h"

#include <cmath>
#include <memory>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <proj.h>

class GeoidTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data; ///< PROJ's search path with the grid in it

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// 6 … 9° E, 50 … 53° N every 0.1°, as PROJ reads vertical grids from GeoTIFF.
    static bool writeGrid(const QString& path)
    {
        constexpr int size = 31;
        GDALAllRegister();
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const std::unique_ptr<GDALDataset> grid(
            driver->Create(path.toUtf8().constData(), size, size, 1, GDT_Float32, nullptr));
        if (!grid)
            return false;
        double corner[6] = {5.95, 0.1, 0, 53.05, 0, -0.1};
        OGRSpatialReference crs;
        crs.importFromEPSG(4937); // ETRS89, three-dimensional
        grid->SetGeoTransform(corner);
        grid->SetSpatialRef(&crs);
        grid->SetMetadataItem("AREA_OR_POINT", "Point");
        grid->SetMetadataItem("TYPE", "VERTICAL_OFFSET_GEOGRAPHIC_TO_VERTICAL");
        std::vector<float> line(size);
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < size; ++column)
                line[std::size_t(column)] = float(undulationAt(6 + 0.1 * column, 53 - 0.1 * row));
            if (grid->GetRasterBand(1)->RasterIO(GF_Write, 0, row, size, 1, line.data(), size, 1, GDT_Float32, 0, 0,
                                                 nullptr) != CE_None)
                return false;
        }
        return true;
    }

    static double undulationAt(double longitude, double latitude)
    {
        return 48 + (longitude - 7.5) / 3 - (latitude - 51.5) / 3;
    }

    [[nodiscard]] Run run(const QStringList& words, bool withGrid) const
    {
        return program(words, withGrid ? QStringList{QStringLiteral("PROJ_DATA=") + m_data} : QStringList());
    }

    /// @returns the height of the tower's roof, seen from straight above.
    double roofHeight(const QString& region, bool withGrid) const
    {
        const Run picked = run({QStringLiteral("pick"), region, QStringLiteral("--camera"),
                                QStringLiteral("392585,5708160,300,0,-89.9"), QStringLiteral("--size"),
                                QStringLiteral("200x200"), QStringLiteral("--pixel"), QStringLiteral("100,100"),
                                QStringLiteral("--sse"), QStringLiteral("0"), QStringLiteral("--json")},
                               withGrid);
        const QJsonArray position = picked.object()[QLatin1String("position")].toArray();
        if (position.isEmpty())
            qWarning() << picked.out << picked.err;
        return position[2].toDouble(-1000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(path("grid"));
        QVERIFY(writeGrid(path("grid/de_bkg_gcg2016.tif")));
        const QString standard = QString::fromUtf8(proj_info().searchpath).section(QLatin1Char(':'), -1);
        m_data = path("grid") + QLatin1Char(':') + standard;
        for (const bool withGrid : {false, true}) {
            const Run import = run(
                {QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), path(withGrid ? "with" : "without")},
                withGrid);
            QVERIFY2(import.exitCode == 0, import.err.constData());
        }
    }

    void infoTellsWhatWasUsed()
    {
        const auto geoid = [&](const char* region, bool withGrid) {
            return run({QStringLiteral("info"), path(region), QStringLiteral("--json")}, withGrid)
                .object()[QLatin1String("geoid")]
                .toObject();
        };
        for (const bool here : {false, true}) {
            QCOMPARE(geoid("without", here)[QLatin1String("grid")].toBool(true), false);
            QCOMPARE(geoid("without", here)[QLatin1String("undulationMetres")].toDouble(), 46.1);
            QCOMPARE(geoid("with", here)[QLatin1String("grid")].toBool(false), true);
            // 392 550 E, 5 708 140 N is 7.4515° E, 51.5147° N.
            QVERIFY(std::abs(geoid("with", here)[QLatin1String("undulationMetres")].toDouble() -
                             undulationAt(7.4515, 51.5147)) < 0.002);
        }
        const Run text = run({QStringLiteral("info"), path("with")}, false);
        QVERIFY2(text.out.contains("GCG2016") && text.out.contains("47,98 m"), text.out.constData());
    }

    void heightsComeBack_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("withGrid");
        for (const char* region : {"with", "without"})
            for (const bool withGrid : {true, false})
                QTest::addRow("made %s, opened %s", region, withGrid ? "with" : "without") << path(region) << withGrid;
    }

    void heightsComeBack()
    {
        QFETCH(QString, region);
        QFETCH(bool, withGrid);
        const double height = roofHeight(region, withGrid);
        QVERIFY2(std::abs(height - 115) < 0.02, qPrintable(QString::number(height, 'f', 3)));
    }

    /// Older packages do not say: they are taken as before, with what this machine has.
    void anOlderPackageOpens()
    {
        QFile file(path("without/region.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        json.remove(QStringLiteral("geoid"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(json).toJson());
        file.close();
        QVERIFY(std::abs(roofHeight(path("without"), false) - 115) < 0.02);
        const QJsonObject info =
            run({QStringLiteral("info"), path("without"), QStringLiteral("--json")}, false).object();
        QVERIFY(info.contains(QStringLiteral("geoid")) && info[QLatin1String("geoid")].isNull());
    }
};

QTEST_GUILESS_MAIN(GeoidTest)
#include "tst_geoid.moc"
