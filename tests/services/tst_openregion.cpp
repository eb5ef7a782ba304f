// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/HomeView.h"
#include "app/services/ImportService.h"
#include "app/services/OpenRegion.h"
#include "services/Houses.h"

#include <array>
#include <cmath>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

/// A package with a damaged part opens as far as it goes, and who meets the damage is told to import again.
class OpenRegionTest : public QObject {
    Q_OBJECT

    const QString m_source = QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml");
    QTemporaryDir m_folder;
    int m_count = 0;

    QString import(bool demo = false, const std::optional<HomeCamera>& home = {})
    {
        ImportRequest request;
        request.sources = {m_source};
        request.out = m_folder.filePath(QStringLiteral("region%1").arg(++m_count));
        request.demo = demo;
        request.home = home;
        return importSources(request, {}, {}) ? request.out : QString();
    }

    static void overwrite(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(bytes.size()) && file.write(bytes) == bytes.size());
    }

    static const TileSource* layer(const OpenedRegion& region, const QString& name)
    {
        for (const auto& source : region.sources)
            if (source->layer() == name)
                return source.get();
        return nullptr;
    }

    static std::int32_t firstWithContent(const TileTree& tree)
    {
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            if (!tree.nodes[i].uri.isEmpty())
                return static_cast<std::int32_t>(i);
        return -1;
    }

private Q_SLOTS:
    void aWholePackageHasNoProblems()
    {
        const auto region = openRegion(import());
        QVERIFY(region.has_value());
        QVERIFY(region->problems.empty());
        QVERIFY(layer(*region, buildingsLayer) && layer(*region, terrainLayer) && region->ground && region->focus);
    }

    void aChosenViewOpensTheRegion()
    {
        const HomeCamera home{{392420, 5708760, 262}, 131, -14.5};
        const QString folder = import(false, home);
        const auto region = openRegion(folder);
        QVERIFY(region.has_value());
        const ProjectedPosition eye = region->frame.toProjected(region->home.eye);
        QVERIFY(std::abs(eye.eastingMetres - 392420) < 1e-6 && std::abs(eye.northingMetres - 5708760) < 1e-6 &&
                std::abs(eye.heightMetres - 262) < 1e-6);
        QCOMPARE(region->home.headingDegrees, 131.0);
        QCOMPARE(region->home.pitchDegrees, -14.5);
        // Nobody chose one, or what stands there is nonsense: the town is found.
        const auto plain = openRegion(import());
        QVERIFY(plain && plain->home == homeView(plain->extent, plain->ground.get(), plain->focus));
        QFile file(folder + QStringLiteral("/region.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        file.close();
        QVERIFY(json.contains("\"pitchDegrees\": -14.5"));
        overwrite(file.fileName(), json.replace("\"pitchDegrees\": -14.5", "\"pitchDegrees\": 1e9"));
        const auto bad = openRegion(folder);
        QVERIFY(bad && bad->home == homeView(bad->extent, bad->ground.get(), bad->focus));
    }

    /// Three houses at the corners of 16 km and a pair elsewhere: what one sees first is a house, not the land between.
    void scatteredHousesAreSeen()
    {
        std::vector<test::House> houses(5);
        const std::array<std::pair<double, double>, 5> places{
            {{0, 0}, {16'000, 0}, {16'000, 14'000}, {4000, 11'000}, {4100, 11'060}}};
        for (std::size_t i = 0; i < houses.size(); ++i) {
            houses[i].id = "h" + QByteArray::number(int(i));
            houses[i].east = places[i].first;
            houses[i].north = places[i].second;
        }
        QFile file(m_folder.filePath(QStringLiteral("scattered.gml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::model(houses));
        file.close();
        ImportRequest request;
        request.sources = {file.fileName()};
        request.out = m_folder.filePath(QStringLiteral("scattered"));
        QVERIFY(importSources(request, {}, {}));
        const auto region = openRegion(request.out);
        QVERIFY(region && region->focus && region->extent.size().x > 15'000);
        const auto object = region->package->object(QStringLiteral("h3"));
        QVERIFY(object.has_value());
        const LocalPosition away = object->bounds.centre() - *region->focus;
        QVERIFY2(std::hypot(away.x, away.y) < 100, qPrintable(QString::number(std::hypot(away.x, away.y))));
        const double distance = length(region->home.eye - object->bounds.centre());
        QVERIFY2(distance < 500, qPrintable(QString::number(distance)));
    }

    void damagedTiles_data()
    {
        QTest::addColumn<bool>("missing");
        QTest::addColumn<bool>("demo");
        QTest::newRow("damaged") << false << false;
        QTest::newRow("missing") << true << false;
        QTest::newRow("of the demo") << false << true;
    }

    void damagedTiles()
    {
        QFETCH(bool, missing);
        QFETCH(bool, demo);
        const QString folder = import(demo);
        QDirIterator tiles(folder + QStringLiteral("/buildings"), {QStringLiteral("*.glb")}, QDir::Files,
                           QDirIterator::Subdirectories);
        int damaged = 0;
        for (; tiles.hasNext(); ++damaged) {
            const QString path = tiles.next();
            QVERIFY(missing ? QFile::remove(path) : QFile::resize(path, QFileInfo(path).size() / 2));
        }
        QVERIFY(damaged > 0);
        const auto region = openRegion(folder);
        QVERIFY(region.has_value());
        QVERIFY(region->problems.empty()); // tiles are read when they are drawn
        const TileSource* buildings = layer(*region, buildingsLayer);
        const auto content = buildings->load(firstWithContent(buildings->tree()), {});
        QVERIFY(!content.has_value());
        QCOMPARE(content.error().code, missing ? ErrorCode::NotFound : ErrorCode::MalformedData);
        const QString remedy = content.error().effectiveRemedy();
        QVERIFY2(remedy.contains(demo ? folder : m_source), qPrintable(remedy));
        QVERIFY2(remedy.contains(demo ? QStringLiteral("demo-region") : QStringLiteral("erneut")), qPrintable(remedy));
    }

    void aDamagedLayerLeavesTheOthers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("damaged");
        QTest::addColumn<QString>("whole");
        QTest::newRow("buildings") << QStringLiteral("/buildings/tileset.json") << buildingsLayer << terrainLayer;
        QTest::newRow("terrain") << QStringLiteral("/terrain/tileset.json") << terrainLayer << buildingsLayer;
        QTest::newRow("ground") << QStringLiteral("/terrain/ground.tif") << terrainLayer << buildingsLayer;
    }

    void aDamagedLayerLeavesTheOthers()
    {
        QFETCH(QString, file);
        QFETCH(QString, damaged);
        QFETCH(QString, whole);
        const QString folder = import();
        overwrite(folder + file, "{\"asset\":");
        const auto region = openRegion(folder);
        QVERIFY2(region.has_value(), region ? "" : qPrintable(region.error().toText()));
        QCOMPARE(int(region->problems.size()), 1);
        QVERIFY(region->problems.contains(damaged));
        const Error& problem = region->problems.at(damaged);
        QVERIFY2(problem.effectiveRemedy().contains(m_source), qPrintable(problem.toText()));
        QVERIFY2(problem.where.source.endsWith(file), qPrintable(problem.where.source));
        QVERIFY(layer(*region, whole) != nullptr);
        QCOMPARE(int(region->package->search(QStringLiteral("Testhaus"))->size()), 1);
    }

    void bothLayersDamaged()
    {
        const QString folder = import();
        QVERIFY(QFile::remove(folder + QStringLiteral("/buildings/tileset.json")));
        overwrite(folder + QStringLiteral("/terrain/tileset.json"), "[]");
        const auto region = openRegion(folder);
        QVERIFY(region.has_value());
        QCOMPARE(int(region->problems.size()), 2);
        QVERIFY(region->sources.empty());
        QVERIFY(!region->focus);
        QVERIFY(region->package->object(QStringLiteral("TEST_NORD")).has_value());
    }

    void aDamagedDatabaseNamesTheSources()
    {
        const QString folder = import();
        overwrite(folder + QStringLiteral("/twin.gpkg"), QByteArray(4096, 'x'));
        const auto region = openRegion(folder);
        QVERIFY(region.has_value());
        const auto hits = region->package->search(QStringLiteral("Testhaus"));
        QVERIFY(!hits.has_value());
        QVERIFY2(hits.error().effectiveRemedy().contains(m_source), qPrintable(hits.error().toText()));
        QVERIFY(hits.error().where.source.endsWith(QLatin1String("twin.gpkg")));
        const auto object = region->package->object(QStringLiteral("TEST_NORD"));
        QVERIFY(!object && object.error().effectiveRemedy().contains(m_source));
    }

    void anUnknownIdIsNoDamage()
    {
        const auto region = openRegion(import());
        QVERIFY(region.has_value());
        const auto object = region->package->object(QStringLiteral("nobody"));
        QVERIFY(!object.has_value());
        QCOMPARE(object.error().code, ErrorCode::NotFound);
        QVERIFY(!object.error().effectiveRemedy().contains(m_source));
    }
};

QTEST_GUILESS_MAIN(OpenRegionTest)
#include "tst_openregion.moc"
