// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

/// What tools may rely on: add, layers, remove, and import of terrain and imagery.
class LayerCommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// Ground around the three test houses, whose feet are at 90 m and above.
    QString writeTerrain(const char* name, double height)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (int y = 300; y >= 0; y -= 2)
            for (int x = 0; x <= 300; x += 2)
                file.write(QByteArray::number(392400 + x) + ' ' + QByteArray::number(5708000 + y) + ' ' +
                           QByteArray::number(height) + '\n');
        return file.fileName();
    }

    static QJsonObject layerCalled(const QJsonArray& layers, const QString& id)
    {
        for (const QJsonValue& layer : layers)
            if (layer[QLatin1String("id")].toString() == id)
                return layer.toObject();
        return {};
    }

    QJsonArray layers() const
    {
        return program({QStringLiteral("layers"), m_region, QStringLiteral("--json")}).array();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_region = path("region");
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }

    void terrainIsAddedAndCompared()
    {
        const QString terrain = writeTerrain("dgm.xyz", 88.0);
        const Run refused = program({QStringLiteral("add"), terrain, QStringLiteral("--to"), m_region});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.complainsInOneLine() && refused.err.contains("--crs"), refused.err.constData());
        QCOMPARE(layers().size(), 0);
        const Run run =
            program({QStringLiteral("add"), terrain, QStringLiteral("--to"), m_region, QStringLiteral("--crs"),
                     QStringLiteral("EPSG:25832+7837"), QStringLiteral("--title"), QStringLiteral("Gelände 2024"),
                     QStringLiteral("--licence"), QStringLiteral("dl-de/zero-2-0"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject added = run.object()[QLatin1String("layers")].toArray().at(0).toObject();
        QCOMPARE(added[QLatin1String("id")].toString(), QStringLiteral("gelaende-2024"));
        QCOMPARE(added[QLatin1String("kind")].toString(), QStringLiteral("terrain"));
        QCOMPARE(added[QLatin1String("count")].toInt(), 151 * 151);
        QCOMPARE(added[QLatin1String("licence")].toString(), QStringLiteral("dl-de/zero-2-0"));
        for (const char* key : {"id", "title", "kind", "count", "validFrom", "validTo", "licence", "dataClass", "demo",
                                "folder", "sources"})
            QVERIFY2(added.contains(QLatin1String(key)), key);
        // The houses stand two metres and more above this ground.
        QVERIFY(run.object()[QLatin1String("issues")][QLatin1String("building.above-terrain")].toInt() >= 3);
        bool named = false;
        for (const QJsonValue& issue : run.object()[QLatin1String("skipped")].toArray())
            named = named || (issue[QLatin1String("id")].toString() == QLatin1String("TEST_NORD") &&
                              issue[QLatin1String("detail")].toString().endsWith(QLatin1String(" m")));
        QVERIFY(named);
        QFile table(m_region + QStringLiteral("/layers/gelaende-2024/buildings.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readLine().trimmed(),
                 QByteArray("id,easting,northing,ground_height,terrain_lowest,terrain_highest,metres,top_height,WKT"));
        QVERIFY(table.readAll().contains("\"TEST_NORD\","));
        QCOMPARE(layerCalled(layers(), QStringLiteral("gelaende-2024"))[QLatin1String("title")].toString(),
                 QStringLiteral("Gelände 2024"));
        // They wear lids, which are a layer of their own.
        QCOMPARE(layers().size(), 2);
        const QJsonObject shown = layerCalled(layers(), QStringLiteral("gebaeude-neben-dem-gelaende-gelaende-2024"));
        QCOMPARE(shown[QLatin1String("kind")].toString(), QStringLiteral("cityModel"));
        QCOMPARE(shown[QLatin1String("count")].toInt(),
                 run.object()[QLatin1String("issues")][QLatin1String("building.above-terrain")].toInt());
    }

    void oldMapIsAddedByControlPoints()
    {
        QImage map(120, 80, QImage::Format_RGB32);
        map.fill(qRgb(230, 220, 190));
        QVERIFY(map.save(path("karte.png")));
        QFile points(path("karte.csv"));
        QVERIFY(points.open(QIODevice::WriteOnly));
        points.write("name,column,row,easting,northing\nA,0,0,392500,5708200\nB,120,0,392620,5708200\n"
                     "C,0,80,392500,5708120\nD,120,80,392621,5708120\n");
        points.close();
        const Run run = program({QStringLiteral("add"), path("karte.png"), QStringLiteral("--to"), m_region,
                                 QStringLiteral("--points"), points.fileName(), QStringLiteral("--crs"),
                                 QStringLiteral("EPSG:25832"), QStringLiteral("--date"), QStringLiteral("1909-05-01"),
                                 QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject fit = run.object()[QLatin1String("controlPoints")].toObject();
        QCOMPARE(fit[QLatin1String("order")].toInt(), 1);
        QCOMPARE(fit[QLatin1String("residuals")].toArray().size(), 4);
        QVERIFY(std::abs(fit[QLatin1String("rmsMetres")].toDouble() - 0.25) < 1e-6); // ±0.25 m at each of the four
        const QJsonObject layer = layerCalled(layers(), QStringLiteral("karte"));
        QCOMPARE(layer[QLatin1String("validFrom")].toString(), QStringLiteral("1909-05-01"));
        QCOMPARE(layer[QLatin1String("kind")].toString(), QStringLiteral("imagery"));
    }

    void layersAreRemoved()
    {
        const int before = int(layers().size());
        QVERIFY(before > 0);
        QCOMPARE(program({QStringLiteral("remove"), m_region, QStringLiteral("gibt-es-nicht")}).exitCode, 1);
        QCOMPARE(program({QStringLiteral("remove"), m_region, QStringLiteral("../region")}).exitCode, 1);
        QCOMPARE(int(layers().size()), before);
        const QString id = layers().at(0)[QLatin1String("id")].toString();
        QCOMPARE(program({QStringLiteral("remove"), m_region, id}).exitCode, 0);
        QCOMPARE(int(layers().size()), before - 1);
        QCOMPARE(QDir(m_region + QStringLiteral("/layers"))
                     .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)
                     .size(),
                 before - 1);
    }

    void importTakesTerrainAlone()
    {
        const QString out = path("gelaende");
        const Run run = program({QStringLiteral("import"), writeTerrain("allein.xyz", 77), QStringLiteral("--out"), out,
                                 QStringLiteral("--crs"), QStringLiteral("EPSG:25832"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object()[QLatin1String("layers")].toArray().size(), 1);
        QCOMPARE(run.object()[QLatin1String("issues")][QLatin1String("height.reference-unknown")].toInt(), 1);
        const QJsonObject info = program({QStringLiteral("info"), out, QStringLiteral("--json")}).object();
        QVERIFY(std::abs(info[QLatin1String("extent")][QLatin1String("min")][0].toDouble() - 392400) < 2);
        QCOMPARE(info[QLatin1String("layers")].toArray().size(), 1);
    }

    void importTakesBoth()
    {
        const QString out = path("beides");
        const Run run =
            program({QStringLiteral("import"), threeHouses(), writeTerrain("beide.xyz", 95.0), QStringLiteral("--out"),
                     out, QStringLiteral("--crs"), QStringLiteral("EPSG:25832"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object()[QLatin1String("objects")][QLatin1String("Building")].toInt(), 3);
        QVERIFY(run.object()[QLatin1String("issues")][QLatin1String("building.below-terrain")].toInt() >= 1);
        QVERIFY(QFile::exists(out + QStringLiteral("/layers/beide/heights.tif")));
        QVERIFY(QFile::exists(out + QStringLiteral("/layers/beide/buildings.csv")));
    }

    void wrongUseIsTwo()
    {
        QCOMPARE(program({QStringLiteral("add"), QStringLiteral("a.tif")}).exitCode, 2);
        QCOMPARE(program({QStringLiteral("add"), QStringLiteral("a.tif"), QStringLiteral("--to"), m_region,
                          QStringLiteral("--date"), QStringLiteral("gestern")})
                     .exitCode,
                 2);
        QCOMPARE(program({QStringLiteral("remove"), m_region}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(LayerCommandsTest)
#include "tst_layercommands.moc"
