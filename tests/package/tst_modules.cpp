// SPDX-License-Identifier: GPL-3.0-or-later
//
// A region of every module's objects in several levels of detail, from the writer through the package to drawn tiles.
#include "package/ModuleCity.h"
#include "package/PackageFixture.h"
#include "package/RegionPackage.h"
#include "tiles3d/Tileset.h"

#include <map>
#include <set>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

/// Everything that a tileset's leaves show.
struct Drawn {
    std::map<FaceClass, int> triangles;
    std::set<QString> ids;
    std::size_t instances = 0;
    std::size_t tiles = 0;
    Box bounds;
};

std::vector<std::shared_ptr<const TileContent>> leaves(const QString& tileset, const SceneFrame& frame)
{
    std::vector<std::shared_ptr<const TileContent>> contents;
    const auto source = tiles3d::openTileset(tileset, QStringLiteral("layer"), frame);
    if (!source)
        qFatal("%s", qPrintable(source.error().toText()));
    const TileTree& tree = (*source)->tree();
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (!tree.nodes[i].children.empty())
            continue;
        const auto content = (*source)->load(static_cast<std::int32_t>(i), {});
        if (!content)
            qFatal("%s", qPrintable(content.error().toText()));
        contents.push_back(*content);
    }
    return contents;
}

Drawn drawn(const QString& tileset, const SceneFrame& frame)
{
    Drawn sum;
    for (const auto& content : leaves(tileset, frame)) {
        ++sum.tiles;
        for (std::size_t i = 0; i + 2 < content->indices.size(); i += 3)
            ++sum.triangles[static_cast<FaceClass>(content->vertices[content->indices[i]].faceClass)];
        sum.ids.insert(content->featureIds.begin(), content->featureIds.end());
        sum.instances += content->instances.matrices.size();
        sum.bounds.include(content->bounds.min);
        sum.bounds.include(content->bounds.max);
    }
    return sum;
}

} // namespace

class PackageModulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("region"));
        std::vector<CityObjectBatch> batches;
        QImage facade(64, 48, QImage::Format_RGB888);
        for (int y = 0; y < facade.height(); ++y)
            for (int x = 0; x < facade.width(); ++x)
                facade.setPixelColor(x, y, QColor(x * 4, 200 - y * 4, 100));
        const QString image = m_folder.filePath(QStringLiteral("fassade.png"));
        QVERIFY(facade.save(image));
        batches.push_back(test::makeModuleCity(image));
        const auto summary = test::writePackage(path, std::move(batches), 2);
        if (!summary)
            QFAIL(qPrintable(summary.error().toText()));
        QVERIFY2(summary->issueCounts.empty(), qPrintable(summary->issueCounts.begin()->first));
        const auto region = package::RegionPackage::open(path);
        QVERIFY(region.has_value());
        m_region = *region;
    }

    void unreadableImagesAreListed()
    {
        const QString image = m_folder.filePath(QStringLiteral("kaputt.png"));
        QFile file(image);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x89PNG\r\n\x1a\nthis is no picture");
        file.close();
        std::vector<CityObjectBatch> batches;
        batches.push_back(test::makeModuleCity(image));
        const auto summary = test::writePackage(m_folder.filePath(QStringLiteral("kaputt")), std::move(batches), 2);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->issueCounts.at(QStringLiteral("appearance.image-unreadable")), 1); // however often it is used
        QCOMPARE(summary->skipped.at(0).where.source, image);
        QVERIFY(!summary->skipped.at(0).detail.isEmpty());
    }

    void everyModuleIsALayerOfItsOwn()
    {
        std::map<QString, qint64> objects;
        for (const CityLayer& layer : m_region->cityLayers())
            objects[layerName(layer.module)] = layer.objects;
        const std::map<QString, qint64> expected{
            {QStringLiteral("buildings"), 1},      {QStringLiteral("bridges"), 1},
            {QStringLiteral("tunnels"), 1},        {QStringLiteral("constructions"), 1},
            {QStringLiteral("transportation"), 2}, {QStringLiteral("vegetation"), 2},
            {QStringLiteral("water"), 1},          {QStringLiteral("furniture"), 1},
            {QStringLiteral("landuse"), 1},        {QStringLiteral("relief"), 1},
            {QStringLiteral("generics"), 1}};
        QCOMPARE(objects, expected);
    }

    void objectsLookLikeWhatTheyAre()
    {
        const std::map<QString, std::map<FaceClass, int>> expected{
            {QStringLiteral("bridges"), {{FaceClass::Construction, 2}}},
            {QStringLiteral("tunnels"), {{FaceClass::Construction, 2}}},
            {QStringLiteral("constructions"), {{FaceClass::Construction, 2}}},
            {QStringLiteral("transportation"), {{FaceClass::Traffic, 2}, {FaceClass::Rail, 2}}},
            {QStringLiteral("water"), {{FaceClass::Water, 2}}},
            {QStringLiteral("landuse"), {{FaceClass::LandUse, 2}}},
            {QStringLiteral("relief"), {{FaceClass::Terrain, 120 * 120 * 2}}},
            {QStringLiteral("generics"), {{FaceClass::Generic, 2}}}};
        for (const auto& [layer, triangles] : expected)
            QCOMPARE(drawn(tileset(layer, 0), m_region->frame()).triangles, triangles);
    }

    void everyLevelIsKeptAndTheFinestShown()
    {
        const CityLayer buildings = m_region->cityLayers().front();
        QCOMPARE(buildings.tilesets.size(), 3U);
        const std::vector<int> lods{40, 30, 10};
        for (std::size_t i = 0; i < lods.size(); ++i)
            QCOMPARE(int(buildings.tilesets[i].lod), lods[i]);
        const Drawn finest = drawn(buildings.tilesets[0].tileset, m_region->frame());
        // The house's 16 triangles: 2 of its roof in a colour of their own, 4 + 2 + 2 · 3 … of the others.
        const std::map<FaceClass, int> expected{{FaceClass::Roof, 2},   {FaceClass::Wall, 10},
                                                {FaceClass::Ground, 2}, {FaceClass::Generic, 2},
                                                {FaceClass::Window, 2}, {FaceClass::Interior, 2}};
        QCOMPARE(finest.triangles, expected);
        QCOMPARE(finest.ids,
                 (std::set<QString>{QStringLiteral("haus"), QStringLiteral("fenster"), QStringLiteral("raum")}));
        const Drawn withoutRoom = drawn(buildings.tilesets[1].tileset, m_region->frame());
        QCOMPARE(withoutRoom.ids, (std::set<QString>{QStringLiteral("haus"), QStringLiteral("fenster")}));
        const Drawn block = drawn(buildings.tilesets[2].tileset, m_region->frame());
        QCOMPARE(block.ids, std::set<QString>{QStringLiteral("haus")});
        QVERIFY(block.bounds.max.z < finest.bounds.max.z - 1);
        QVERIFY(QFileInfo::exists(m_region->folder() + QStringLiteral("/buildings/lod10/tileset.json")));
    }

    void ownColoursAreKept()
    {
        bool found = false;
        for (const auto& content : leaves(tileset(QStringLiteral("buildings"), 0), m_region->frame()))
            for (const TileVertex& v : content->vertices)
                if (v.faceClass == static_cast<std::uint8_t>(FaceClass::Generic)) {
                    found = true;
                    QVERIFY(std::abs(int(v.colour & 255) - 128) <= 1);
                    QVERIFY(std::abs(int(v.colour >> 8 & 255) - 64) <= 1);
                    QCOMPARE(int(v.colour >> 16 & 255), 0);
                    QCOMPARE(int(v.colour >> 24), 255);
                }
        QVERIFY(found);
    }

    void imagesLieWhereTheSourceSays()
    {
        int corners = 0;
        for (const auto& content : leaves(tileset(QStringLiteral("buildings"), 0), m_region->frame()))
            for (const TilePart& part : content->parts) {
                if (part.image < 0)
                    continue;
                const Image& page = *content->images[static_cast<std::size_t>(part.image)];
                for (std::uint32_t i = part.first; i < part.first + part.count; ++i) {
                    const std::uint32_t vertex = content->indices[i];
                    const TileVertex& v = content->vertices[vertex];
                    QCOMPARE(int(v.faceClass), int(FaceClass::Wall));
                    // The facades' corners: the image's lower left at one foot, its upper right at the eaves beyond.
                    const bool top =
                        content->origin.z + static_cast<double>(v.z) > m_region->frame().toLocal({0, 0, 83}).z;
                    const auto [u, down] = content->textureCoordinates[vertex];
                    QVERIFY(u >= 0 && u <= 1 && down >= 0 && down <= 1);
                    const auto column = std::min(static_cast<int>(u * static_cast<float>(page.width)), page.width - 1);
                    const auto row =
                        std::min(static_cast<int>(down * static_cast<float>(page.height)), page.height - 1);
                    const std::uint8_t* pixel =
                        page.pixels.data() + static_cast<std::size_t>(row * page.width + column) * 4;
                    QVERIFY2(std::abs(pixel[1] - (top ? 200 : 12)) < 24, qPrintable(QString::number(pixel[1])));
                    QVERIFY(pixel[0] < 30 || pixel[0] > 220);
                    ++corners;
                }
            }
        QCOMPARE(corners, 2 * 6); // the two long walls
    }

    void treesAreInstances()
    {
        const Drawn trees = drawn(tileset(QStringLiteral("vegetation"), 0), m_region->frame());
        QCOMPARE(trees.instances, std::size_t(test::moduleCityTrees));
        for (int i = 0; i < test::moduleCityTrees; ++i)
            QVERIFY(trees.ids.contains(QStringLiteral("baum%1").arg(i)));
        const std::map<FaceClass, int> expected{{FaceClass::Vegetation, 60 + 2}}; // one tree and the meadow
        QCOMPARE(trees.triangles, expected);
        const CityObjectBatch city = test::makeModuleCity();
        for (const auto& content : leaves(tileset(QStringLiteral("vegetation"), 0), m_region->frame()))
            for (std::size_t i = 0; i < content->instances.matrices.size(); ++i) {
                const auto& m = content->instances.matrices[i];
                const QString id = content->featureIds[content->instances.features[i]];
                const ShapeInstance& tree =
                    city.objects[6].children[static_cast<std::size_t>(id.mid(4).toInt())].instances[0];
                const LocalPosition foot = content->origin + LocalPosition{m[12], m[13], m[14]};
                QVERIFY(length(foot - m_region->frame().toLocal(tree.position)) < 0.02);
                for (std::size_t r = 0; r < 3; ++r)
                    for (std::size_t c = 0; c < 3; ++c)
                        QVERIFY(std::abs(static_cast<double>(m[c * 4 + r]) - tree.matrix[r * 3 + c]) < 0.001);
            }
    }

    void axesAndMarksAreLinesAndPoints()
    {
        const CityLayer* roads = nullptr;
        const std::vector<CityLayer> layers = m_region->cityLayers();
        for (const CityLayer& layer : layers)
            roads = layer.module == CityModule::Transportation ? &layer : roads;
        QVERIFY(roads != nullptr);
        QCOMPARE(roads->tilesets.size(), 2U);
        const auto axis = leaves(roads->tilesets[1].tileset, m_region->frame());
        QCOMPARE(axis.size(), 1U);
        QCOMPARE(axis[0]->parts.size(), 1U);
        QCOMPARE(int(axis[0]->parts[0].primitive), int(PrimitiveKind::Lines));
        QCOMPARE(axis[0]->parts[0].count, 4U);
        QCOMPARE(axis[0]->featureIds, std::vector<QString>{QStringLiteral("strasse")});
        const auto mark = leaves(tileset(QStringLiteral("furniture"), 0), m_region->frame());
        QCOMPARE(int(mark.at(0)->parts.at(0).primitive), int(PrimitiveKind::Points));
        QCOMPARE(mark[0]->vertices[0].feature, 0U);
    }

    void aLargeObjectIsCutIntoTiles()
    {
        const Drawn relief = drawn(tileset(QStringLiteral("relief"), 0), m_region->frame());
        QVERIFY(relief.tiles >= 2);
        QCOMPARE(relief.ids, std::set<QString>{QStringLiteral("gelaende")});
    }

    void anyObjectIsFoundAndDescribed()
    {
        const auto bridge = m_region->object(QStringLiteral("bruecke"));
        QVERIFY(bridge.has_value());
        QCOMPARE(bridge->type, CityObjectType::Bridge);
        QCOMPARE(bridge->layer, QStringLiteral("bridges"));
        QCOMPARE(bridge->lods, std::vector<Lod>{20});
        const auto room = m_region->object(QStringLiteral("raum"));
        QVERIFY(room.has_value());
        QCOMPARE(room->parent, QStringLiteral("haus"));
        QCOMPARE(room->layer, QStringLiteral("buildings"));
        QCOMPARE(m_region->object(QStringLiteral("haus"))->lods, (std::vector<Lod>{10, 30}));
        QCOMPARE(m_region->object(QStringLiteral("haus"))->surfaces.size(), 7U);
        QCOMPARE(m_region->object(QStringLiteral("anlage"))->className, QStringLiteral("energy:SolarThermal"));
        QCOMPARE(m_region->object(QStringLiteral("baum7"))->layer, QStringLiteral("vegetation"));
        const auto hits = m_region->search(QStringLiteral("objekt teich"));
        QVERIFY(hits.has_value() && !hits->empty());
        QCOMPARE(hits->front().layer, QStringLiteral("water"));
        QCOMPARE(m_region->search(QStringLiteral("tunnel"))->front().layer, QStringLiteral("tunnels"));
    }

private:
    QString tileset(const QString& layer, std::size_t level) const
    {
        for (const CityLayer& candidate : m_region->cityLayers())
            if (layerName(candidate.module) == layer)
                return candidate.tilesets[level].tileset;
        return {};
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const package::RegionPackage> m_region;
};

QTEST_GUILESS_MAIN(PackageModulesTest)
#include "tst_modules.moc"
