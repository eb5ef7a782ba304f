// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/PackageFixture.h"
#include "package/RegionPackage.h"
#include "package/SyntheticCity.h"
#include "tiles3d/Tileset.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class PackageRoundtripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("region"));
        const auto summary = test::writePackage(m_path, test::makeCity({400}), 2);
        if (!summary)
            QFAIL(qPrintable(summary.error().toText()));
        m_summary = *summary;
        const auto region = package::RegionPackage::open(m_path);
        QVERIFY(region.has_value());
        m_region = *region;
    }

    void countsAreThoseOfTheInput()
    {
        QCOMPARE(m_summary.objects.at(QStringLiteral("Building")), 400);
        QCOMPARE(m_summary.objects.at(QStringLiteral("BuildingPart")), 80);
        QCOMPARE(m_summary.surfaces, 440 * 7);
        // quads 5 × 2, gable walls 2 × 3
        QCOMPARE(m_summary.triangles, 440 * 16);
        QVERIFY(m_summary.issueCounts.empty());
        QCOMPARE(m_region->info().objectCounts, m_summary.objects);
        QCOMPARE(m_region->info().surfaces, m_summary.surfaces);
        QCOMPARE(m_region->info().sources.size(), 1U);
        QCOMPARE(m_region->info().sources[0].licence, QStringLiteral("dl-de/zero-2-0"));
    }

    void objectComesBackWhole()
    {
        const CityObject expected = test::makeBuilding(12, {400});
        const auto record = m_region->object(expected.id);
        QVERIFY(record.has_value());
        QCOMPARE(record->type, CityObjectType::Building);
        QCOMPARE(record->attributes.size(), expected.attributes.size());
        for (std::size_t i = 0; i < expected.attributes.size(); ++i) {
            QCOMPARE(record->attributes[i].name, expected.attributes[i].name);
            QCOMPARE(record->attributes[i].value, expected.attributes[i].value);
            QCOMPARE(record->attributes[i].unit, expected.attributes[i].unit);
            QCOMPARE(record->attributes[i].code, expected.attributes[i].code);
            QCOMPARE(record->attributes[i].source, expected.attributes[i].source);
        }
        QCOMPARE(record->addresses.size(), 1U);
        QCOMPARE(record->addresses[0].street, expected.addresses[0].street);
        QCOMPARE(record->externalReferences[0].name, expected.id);
        QCOMPARE(record->creationDate, expected.creationDate);
        QCOMPARE(record->line, expected.where.line);
        QCOMPARE(record->source, 0);
        QCOMPARE(record->surfaces.size(), 7U);
        const ProjectedPosition corner = expected.surfaces[0].polygon.points[0];
        const LocalPosition local = m_region->frame().toLocal(corner);
        QVERIFY(length(record->bounds.min - local) < 1e-6);
    }

    void surfacesAreMeasured()
    {
        const CityObject expected = test::makeBuilding(12, {400});
        const auto record = m_region->object(expected.id);
        QVERIFY(record.has_value());
        const auto& floor = expected.surfaces[0].polygon.points;
        const double length = floor[2].eastingMetres - floor[0].eastingMetres;
        const double width = floor[1].northingMetres - floor[0].northingMetres;
        QVERIFY(std::abs(record->surfaces[0].areaSquareMetres - length * width) < 1e-3);
        QCOMPARE(record->surfaces[0].inclinationDegrees, 0.0);
        QCOMPARE(record->surfaces[0].azimuthDegrees, -1.0);
        const SurfaceRecord& southRoof = record->surfaces[5];
        QCOMPARE(southRoof.type, SurfaceType::Roof);
        QVERIFY(std::abs(southRoof.areaSquareMetres - length * std::hypot(width / 2, 3)) < 1e-3);
        QVERIFY(std::abs(southRoof.inclinationDegrees - std::atan2(3, width / 2) * 180 / M_PI) < 0.01);
        // Grid south is 180° less the convergence, which here, west of 9° E, is about −1.2°.
        QVERIFY2(std::abs(southRoof.azimuthDegrees - 180 - m_region->info().meridianConvergenceDegrees) < 0.05,
                 qPrintable(QString::number(southRoof.azimuthDegrees)));
        QVERIFY(m_region->info().meridianConvergenceDegrees < -1 && m_region->info().meridianConvergenceDegrees > -1.5);
    }

    void partsKnowTheirBuilding()
    {
        const auto building = m_region->object(QStringLiteral("DENW00000003"));
        QVERIFY(building.has_value());
        QCOMPARE(building->children,
                 (std::vector<QString>{QStringLiteral("DENW00000003_P1"), QStringLiteral("DENW00000003_P2")}));
        QVERIFY(building->surfaces.empty());
        const auto part = m_region->object(QStringLiteral("DENW00000003_P2"));
        QVERIFY(part.has_value());
        QCOMPARE(part->parent, QStringLiteral("DENW00000003"));
        QCOMPARE(part->type, CityObjectType::BuildingPart);
        QVERIFY(building->bounds.max.x >= part->bounds.max.x);
    }

    void searchFindsHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        const QString house = QStringLiteral("Mühlen1straße 1, 44135 Dortmund");
        QTest::newRow("as written") << QStringLiteral("Mühlen1straße 1") << house;
        QTest::newRow("abbreviated") << QStringLiteral("mühlen1str. 1") << house;
        QTest::newRow("ascii") << QStringLiteral("Muehlen1strasse 1 Dortmund") << house;
        QTest::newRow("without dots") << QStringLiteral("muhlen1str 1") << house;
        QTest::newRow("while typing") << QStringLiteral("Mühlen1straß") << QStringLiteral("Mühlen1straße, Dortmund");
        QTest::newRow("postal code first") << QStringLiteral("44135 mühlen1str 1") << house;
        QTest::newRow("one letter wrong") << QStringLiteral("Mühlem1straße 1") << house;
        QTest::newRow("two letters swapped") << QStringLiteral("Mülhen1straße 1") << house;
        QTest::newRow("name") << QStringLiteral("schule 57") << QStringLiteral("Schule 57");
        QTest::newRow("name, error") << QStringLiteral("shule 57") << QStringLiteral("Schule 57");
    }

    void searchFindsHoweverItIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        const auto hits = m_region->search(text);
        QVERIFY(hits.has_value());
        QVERIFY(!hits->empty());
        QCOMPARE(hits->front().title, first);
        if (hits->front().kind == QLatin1String("street")) // where its houses are, but none of them
            return;
        const auto record = m_region->object(hits->front().id);
        QVERIFY(record.has_value());
        const LocalPosition there = m_region->frame().toLocal(hits->front().position);
        QVERIFY(record->bounds.distanceTo(there) < 1e-3);
    }

    void searchKeepsItsLimitAndItsManners()
    {
        QCOMPARE(m_region->search(QStringLiteral("m"), 5)->size(), 5U);
        for (const char* text : {"", "   ", "\"", "*", "'; DROP TABLE city_object; --", "AND OR NOT", "straße NEAR(",
                                 "\xF0\x9F\x8F\xA0", "zzzzzzzz"}) {
            const auto hits = m_region->search(QString::fromUtf8(text));
            QVERIFY2(hits.has_value(), text);
            QVERIFY2(hits->empty(), text);
        }
        const auto byId = m_region->search(QStringLiteral("DENW00000012"));
        QCOMPARE(byId->front().kind, QStringLiteral("id"));
    }

    void unknownObjectIsNotFound()
    {
        const auto record = m_region->object(QStringLiteral("nobody"));
        QVERIFY(!record.has_value());
        QCOMPARE(record.error().code, ErrorCode::NotFound);
    }

    void groundLiesBelowEveryFoot()
    {
        const auto ground = m_region->ground();
        if (!ground)
            QFAIL(qPrintable(ground.error().toText()));
        for (int n = 0; n < 400; ++n) {
            const auto record = m_region->object(test::makeBuilding(n, {400}).id);
            const LocalPosition centre = record->bounds.centre();
            for (const auto& [x, y] :
                 {std::pair(centre.x, centre.y), std::pair(record->bounds.min.x, record->bounds.min.y),
                  std::pair(record->bounds.max.x, record->bounds.max.y)}) {
                const auto height = ground->heightAt(x, y);
                QVERIFY(height.has_value());
                QVERIFY(*height < record->bounds.min.z - 0.1);
                QVERIFY(*height > record->bounds.min.z - 8);
            }
        }
        const double margin = m_region->info().extent.min.x - ground->southWest.x;
        QVERIFY(margin >= 500);
    }

    void tilesKnowWhatBuildingsAreFor()
    {
        const auto tiles = tiles3d::openTileset(m_region->buildingsTileset(), QStringLiteral("buildings"),
                                                m_region->frame(), m_region->info().undulation);
        QVERIFY(tiles);
        int dwellings = 0;
        const std::vector<TileNode>& nodes = (*tiles)->tree().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].uri.isEmpty() || !nodes[i].children.empty())
                continue;
            const auto content = (*tiles)->load(std::int32_t(i), {});
            QVERIFY(content);
            QVERIFY((*content)->featureUses.size() <= (*content)->featureIds.size());
            dwellings +=
                int(std::count((*content)->featureUses.begin(), (*content)->featureUses.end(), BuildingUse::Dwelling));
        }
        QVERIFY2(dwellings > 100, qPrintable(QString::number(dwellings)));
    }

    void groundTilesLieWhereTheGroundIs()
    {
        const auto ground = m_region->ground();
        const auto tiles = tiles3d::openTileset(m_region->terrainTileset(), QStringLiteral("terrain"),
                                                m_region->frame(), m_region->info().undulation);
        QVERIFY(ground && tiles);
        const std::vector<TileNode>& nodes = (*tiles)->tree().nodes;
        int onTop = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].uri.isEmpty() || !nodes[i].children.empty())
                continue;
            const auto content = (*tiles)->load(std::int32_t(i), {});
            QVERIFY(content);
            for (const TileVertex& v : (*content)->vertices) {
                const LocalPosition p = LocalPosition{double(v.x), double(v.y), double(v.z)} + (*content)->origin;
                const double above = p.z - ground->heightAt(p.x, p.y).value_or(p.z);
                QVERIFY2(std::abs(above) < 0.03 || above < -0.4, qPrintable(QString::number(above))); // or skirt
                onTop += std::abs(above) < 0.03 ? 1 : 0;
            }
        }
        QVERIFY(onTop > 20);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    ImportSummary m_summary;
    std::shared_ptr<const package::RegionPackage> m_region;
};

QTEST_GUILESS_MAIN(PackageRoundtripTest)
#include "tst_roundtrip.moc"
