// SPDX-License-Identifier: GPL-3.0-or-later
//
// What others make of a written package: the Khronos glTF validator, 3d-tiles-tools, GDAL's ogrinfo, SQLite itself.
#include "citygml/CityGmlReader.h"
#include "package/ModuleCity.h"
#include "package/PackageFixture.h"
#include "package/SyntheticCity.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

struct Outcome {
    int code = -1;
    QString output;
};

Outcome runProgram(const QString& program, const QStringList& arguments, const QString& nodeModules = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TWIN_NODE_MODULES"), nodeModules);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(240000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

} // namespace

class PackageStandardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = test::writePackage(path("stadt"), test::makeCity({1500}), 2);
        if (!made)
            QFAIL(qPrintable(made.error().toText()));
        m_regions << path("stadt");
        test::SyntheticCityOptions sparse;
        sparse.buildings = 60;
        sparse.pitchMetres = 400; // leaves wider than 16 bits allow: float positions
        QVERIFY(test::writePackage(path("weit"), test::makeCity(sparse), 1).has_value());
        m_regions << path("weit");
        QImage facade(1200, 900, QImage::Format_RGBA8888);
        facade.fill(QColor(120, 90, 60, 128));
        QVERIFY(facade.save(path("fassade.png")));
        std::vector<CityObjectBatch> everything;
        everything.push_back(test::makeModuleCity(path("fassade.png")));
        QVERIFY(test::writePackage(path("module"), std::move(everything), 1).has_value());
        m_regions << path("module");
        const QString real = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-nrw/LoD2_32_280_5657_1_NW.gml");
        if (QFile::exists(real)) {
            importFile(real, path("selfkant"));
            m_regions << path("selfkant");
        }
    }

    void tilesAreValidGltf()
    {
        const QString modules = validators();
        if (modules.isEmpty())
            QSKIP(qPrintable(m_noValidators));
        for (const QString& region : m_regions) {
            const Outcome outcome =
                runProgram(QStringLiteral("node"),
                           {QStringLiteral(TWIN_SOURCE_DIR "/tests/package/validators/validate.mjs"), region}, modules);
            QVERIFY2(outcome.code == 0, qPrintable(outcome.output));
        }
    }

    void damagedTileIsNoticedByTheValidator()
    {
        const QString modules = validators();
        if (modules.isEmpty())
            QSKIP(qPrintable(m_noValidators));
        QDirIterator tiles(m_regions[0] + QStringLiteral("/buildings"), {QStringLiteral("*.glb")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(tiles.hasNext());
        QFile tile(tiles.next());
        QVERIFY(tile.open(QIODevice::ReadOnly));
        QByteArray bytes = tile.readAll();
        const qsizetype at = bytes.indexOf("\"max\":[");
        bytes[at + 7] = '0';
        QVERIFY(QDir().mkpath(path("damaged")));
        QFile damaged(path("damaged/tile.glb"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        QVERIFY(runProgram(QStringLiteral("node"),
                           {QStringLiteral(TWIN_SOURCE_DIR "/tests/package/validators/validate.mjs"), path("damaged")},
                           modules)
                    .code != 0);
    }

    void tilesetsAreReadByTheTools()
    {
        const QString modules = validators();
        if (modules.isEmpty())
            QSKIP(qPrintable(m_noValidators));
        for (const QString& region : m_regions)
            for (const QString& part : tilesetsOf(region)) {
                const QString packed = m_folder.filePath(QStringLiteral("packed.3tz"));
                const Outcome outcome = runProgram(
                    modules + QStringLiteral("/.bin/3d-tiles-tools"),
                    {QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("-i"),
                     region + QLatin1Char('/') + part + QStringLiteral("/tileset.json"), QStringLiteral("-o"), packed});
                QVERIFY2(outcome.code == 0 && QFileInfo(packed).size() > 1000, qPrintable(outcome.output));
            }
    }

    void tilesNestAsTheStandardDemands()
    {
        for (const QString& region : m_regions)
            for (const QString& part : tilesetsOf(region)) {
                const QString folder = region + QLatin1Char('/') + part + QLatin1Char('/');
                QFile file(folder + QStringLiteral("tileset.json"));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QJsonObject tileset = QJsonDocument::fromJson(file.readAll()).object();
                QCOMPARE(tileset[QStringLiteral("asset")][QStringLiteral("version")].toString(), QStringLiteral("1.1"));
                int tiles = 0;
                checkTile(tileset[QStringLiteral("root")].toObject(),
                          tileset[QStringLiteral("geometricError")].toDouble(), folder, tiles);
                QVERIFY(tiles > 0);
            }
    }

    void geoPackageIsReadByGdal()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("ogrinfo")).isEmpty())
            QSKIP("ogrinfo is not installed");
        const QString file = m_regions[0] + QStringLiteral("/twin.gpkg");
        const Outcome summary = runProgram(QStringLiteral("ogrinfo"),
                                           {QStringLiteral("-so"), QStringLiteral("-al"), QStringLiteral("-ro"), file});
        QVERIFY2(summary.code == 0, qPrintable(summary.output));
        QVERIFY2(!summary.output.contains(QStringLiteral("Warning")) &&
                     !summary.output.contains(QStringLiteral("ERROR")),
                 qPrintable(summary.output));
        QVERIFY(summary.output.contains(QStringLiteral("Layer name: city_object")));
        QVERIFY(summary.output.contains(QStringLiteral("Geometry: Multi Polygon")));
        QVERIFY(summary.output.contains(QStringLiteral("Feature Count: 1800")));
        QVERIFY(summary.output.contains(QStringLiteral("ID[\"EPSG\",25832]")));
        for (const QString& region : m_regions) {
            const Outcome invalid = runProgram(
                QStringLiteral("ogrinfo"),
                {QStringLiteral("-ro"), QStringLiteral("-q"), QStringLiteral("-dialect"), QStringLiteral("SQLite"),
                 QStringLiteral("-sql"),
                 QStringLiteral(
                     "SELECT COUNT(*) AS invalid FROM city_object WHERE geom IS NOT NULL AND NOT ST_IsValid(geom)"),
                 region + QStringLiteral("/twin.gpkg")});
            QVERIFY2(invalid.output.contains(QStringLiteral("invalid (Integer) = 0")),
                     qPrintable(region + invalid.output));
            // The R-tree answers for a window what a look at every geometry answers.
            const Outcome all =
                runProgram(QStringLiteral("ogrinfo"),
                           {QStringLiteral("-ro"), QStringLiteral("-q"), QStringLiteral("-sql"),
                            QStringLiteral("SELECT (SELECT COUNT(*) FROM city_object WHERE geom IS NOT NULL) - (SELECT "
                                           "COUNT(*) FROM rtree_city_object_geom) AS missing, "
                                           "(SELECT COUNT(*) FROM city_object c JOIN rtree_city_object_geom r ON r.id "
                                           "= c.fid WHERE r.minx > ST_MinX(c.geom) OR r.maxx < ST_MaxX(c.geom) "
                                           "OR r.miny > ST_MinY(c.geom) OR r.maxy < ST_MaxY(c.geom)) AS wrong"),
                            region + QStringLiteral("/twin.gpkg")});
            QVERIFY2(all.output.contains(QRegularExpression(QStringLiteral("missing \\(Integer\\) = 0"))) &&
                         all.output.contains(QRegularExpression(QStringLiteral("wrong \\(Integer\\) = 0"))),
                     qPrintable(all.output));
        }
    }

    void databaseIsSound()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty())
            QSKIP("sqlite3 is not installed");
        for (const QString& region : m_regions) {
            const Outcome outcome = runProgram(
                QStringLiteral("sqlite3"),
                {QStringLiteral("-readonly"), region + QStringLiteral("/twin.gpkg"),
                 QStringLiteral(
                     "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT rtreecheck('rtree_city_object_geom'); "
                     "PRAGMA application_id; PRAGMA user_version;")});
            QCOMPARE(outcome.output.trimmed(), QStringLiteral("ok\nok\n1196444487\n10300"));
        }
    }

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// @returns the folders of all tilesets, relative to the region.
    static QStringList tilesetsOf(const QString& region)
    {
        QStringList folders;
        QDirIterator files(region, {QStringLiteral("tileset.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            folders << QFileInfo(QDir(region).relativeFilePath(files.next())).path();
        return folders;
    }

    static void importFile(const QString& file, const QString& out)
    {
        const auto writer = package::PackageWriter::create(out, {});
        QVERIFY(writer.has_value());
        const auto read = citygml::read({file}, {}, **writer, {}, {});
        if (!read)
            QFAIL(qPrintable(read.error().toText()));
        const auto summary = (*writer)->finish(read->sources, read->issues, {}, {});
        if (!summary)
            QFAIL(qPrintable(summary.error().toText()));
    }

    QString validators()
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                               QStringLiteral("/stadtzwilling-test-validators");
        const Outcome outcome =
            runProgram(QStringLiteral(TWIN_SOURCE_DIR "/tests/package/validators/install"), {folder});
        m_noValidators = QStringLiteral("no validators: ") + outcome.output;
        return outcome.code == 0 ? folder + QStringLiteral("/node_modules") : QString();
    }

    void checkTile(const QJsonObject& tile, double parentError, const QString& folder, int& tiles)
    {
        ++tiles;
        const double error = tile[QStringLiteral("geometricError")].toDouble(-1);
        QVERIFY(error >= 0 && error <= parentError);
        QCOMPARE(tile[QStringLiteral("boundingVolume")][QStringLiteral("box")].toArray().size(), 12);
        QCOMPARE(tile[QStringLiteral("transform")].toArray().size(), 16);
        const QString uri = tile[QStringLiteral("content")][QStringLiteral("uri")].toString();
        const QJsonArray children = tile[QStringLiteral("children")].toArray();
        QVERIFY(uri.isEmpty() ? !children.isEmpty() && error > 0 : QFile::exists(folder + uri));
        QVERIFY2(!children.isEmpty() || error < 0.1, qPrintable(QString::number(error))); // ground says its own
        // The child's box lies in the parent's: its eight corners through the child's transform.
        const QJsonArray outer = tile[QStringLiteral("boundingVolume")][QStringLiteral("box")].toArray();
        for (const QJsonValue& child : children) {
            const QJsonArray inner = child[QStringLiteral("boundingVolume")][QStringLiteral("box")].toArray();
            const QJsonArray m = child[QStringLiteral("transform")].toArray();
            for (int corner = 0; corner < 8; ++corner) {
                double p[3];
                for (int axis = 0; axis < 3; ++axis)
                    p[axis] = inner[axis].toDouble() + (corner >> axis & 1 ? 1 : -1) * inner[3 + axis * 4].toDouble();
                for (int axis = 0; axis < 3; ++axis) {
                    const double q = m[axis].toDouble() * p[0] + m[4 + axis].toDouble() * p[1] +
                                     m[8 + axis].toDouble() * p[2] + m[12 + axis].toDouble();
                    const double excess = std::abs(q - outer[axis].toDouble()) - outer[3 + axis * 4].toDouble();
                    QVERIFY2(excess < 0.01,
                             qPrintable(QStringLiteral("%1 %2: %3 m outside").arg(folder, uri).arg(excess)));
                }
            }
            checkTile(child.toObject(), error, folder, tiles);
        }
    }

    QTemporaryDir m_folder;
    QStringList m_regions;
    QString m_noValidators;
};

QTEST_GUILESS_MAIN(PackageStandardsTest)
#include "tst_standards.moc"
