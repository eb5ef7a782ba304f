// SPDX-License-Identifier: GPL-3.0-or-later
// City models that come to a region which is open: their objects, gml:ids that it has already, several modules, and
// what is left when they go or never arrive.
#include "app/services/ImportService.h"
#include "app/services/LayerService.h"
#include "app/services/OpenRegion.h"
#include "app/services/PlaceFinder.h"
#include "app/services/Skyline.h"
#include "model/TileContent.h"
#include "package/RegionPackage.h"
#include "services/Houses.h"

#include <cmath>
#include <set>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestCityModelLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void objectsAreFound();
    void bothOfAKnownIdAreKept();
    void knownOnesStayOutByWish();
    void modulesAreOneLayer();
    void goesAway();
    void leavesNothingWhenCancelled();
    void leavesNothingWhenCancelledHalfway();
    void namesWhatCannotBeRead();

private:
    QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder->filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    Result<services::AddSummary> add(const QString& source, bool skipKnown = false,
                                     const CancellationToken& cancel = {}) const
    {
        services::AddRequest request;
        request.sources = {source};
        request.region = m_region;
        request.skipKnown = skipKnown;
        request.threads = 1;
        return services::addLayers(request, cancel, {});
    }
    [[nodiscard]] std::shared_ptr<const package::RegionPackage> region() const
    {
        auto opened = package::RegionPackage::open(m_region);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toText()));
        return *opened;
    }
    [[nodiscard]] QStringList layerFolders() const
    {
        return QDir(m_region + QStringLiteral("/layers"))
            .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_region;
};

namespace {

test::House house(const char* id, double east)
{
    test::House house;
    house.id = id;
    house.east = east;
    return house;
}

/// The ids of all features that a layer draws.
std::set<QString> drawn(const services::OpenedLayer& layer, std::size_t level = 0)
{
    std::set<QString> ids;
    const TileSource& source = *layer.levels.at(level).source;
    for (std::size_t node = 0; node < source.tree().nodes.size(); ++node) {
        if (source.tree().nodes[node].uri.isEmpty())
            continue;
        const auto content = source.load(static_cast<std::int32_t>(node), {});
        if (!content)
            qFatal("%s", qPrintable(content.error().toText()));
        for (const QString& id : (*content)->featureIds)
            ids.insert(id);
    }
    return ids;
}

const services::OpenedLayer* find(const services::OpenedRegion& region, const QString& id)
{
    const auto layer = std::find_if(region.layers.begin(), region.layers.end(),
                                    [&id](const services::OpenedLayer& each) { return each.info.id == id; });
    return layer == region.layers.end() ? nullptr : &*layer;
}

} // namespace

void TestCityModelLayer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_region = m_folder->filePath(QStringLiteral("region"));
    services::ImportRequest request;
    request.sources = {write("bestand.gml", test::model({house("HAUS_A", 0), house("HAUS_B", 30)}))};
    request.out = m_region;
    const auto made = services::importSources(request, {}, {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().toText()));
}

void TestCityModelLayer::objectsAreFound()
{
    const QString file = write("planung.gml", test::model({house("NEU_1", 60), house("NEU_2", 90)}));
    const auto added = add(file);
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    QCOMPARE(added->import.layers.size(), std::size_t(1));
    const LayerInfo& layer = added->import.layers.front();
    QCOMPARE(layer.id, QStringLiteral("planung"));
    QCOMPARE(layer.kind, LayerKind::CityModel);
    QCOMPARE(layer.count, 2);
    QCOMPARE(layer.sources.front().path, file);

    const auto package = region();
    for (const char* id : {"planung:NEU_1", "NEU_1"}) { // as the region calls it, and as its source does
        const auto record = package->object(QLatin1String(id));
        QVERIFY2(record, id);
        QCOMPARE(record->layer, QStringLiteral("planung"));
        QCOMPARE(record->id, QStringLiteral("planung:NEU_1"));
        const ProjectedPosition corner = package->frame().toProjected(record->bounds.min);
        QVERIFY(std::abs(corner.eastingMetres - 393060) < 0.01 && std::abs(corner.northingMetres - 5707000) < 0.01);
        QVERIFY(std::abs(corner.heightMetres - 80) < 0.01);
        QCOMPARE(package->sourceOf(*record)->path, file);
    }
    QVERIFY(package->sourceOf(*package->object(QStringLiteral("HAUS_A")))->path.endsWith(QLatin1String("bestand.gml")));
    QVERIFY(!package->object(QStringLiteral("planung:HAUS_A")));

    const services::PlaceFinder finder(package);
    for (const char* text : {"NEU_2", "planung:NEU_2"}) {
        const auto places = finder.find(QLatin1String(text), 5);
        QVERIFY(places && !places->empty());
        QCOMPARE(places->front().layer, QStringLiteral("planung"));
        QCOMPARE(places->front().id, QStringLiteral("planung:NEU_2"));
        QCOMPARE(places->front().title, QStringLiteral("NEU_2"));
    }
    const auto opened = services::openRegion(m_region);
    QVERIFY(opened && opened->problems.empty());
    const services::OpenedLayer* shown = find(*opened, QStringLiteral("planung"));
    QVERIFY(shown != nullptr);
    QCOMPARE(drawn(*shown), (std::set<QString>{QStringLiteral("planung:NEU_1"), QStringLiteral("planung:NEU_2")}));
    const auto skyline = services::readSkyline(*package);
    QVERIFY(skyline && skyline->topAt(layer.extent.max.x - 1, layer.extent.max.y - 1) > 0);
}

void TestCityModelLayer::bothOfAKnownIdAreKept()
{
    const auto added = add(write("nachbar.gml", test::model({house("HAUS_B", 31), house("HAUS_C", 60)})));
    QVERIFY(added);
    QCOMPARE(added->import.issueCounts.at(QStringLiteral("object.known-kept")), 1);
    const auto told = std::find_if(added->import.skipped.begin(), added->import.skipped.end(), [](const Issue& issue) {
        return issue.reason == QLatin1String("object.known-kept");
    });
    QVERIFY(told != added->import.skipped.end());
    QCOMPARE(told->where.id, QStringLiteral("nachbar:HAUS_B"));
    const auto package = region();
    const auto old = package->object(QStringLiteral("HAUS_B"));
    const auto fresh = package->object(told->where.id);
    QVERIFY(old && fresh);
    QCOMPARE(old->layer, QStringLiteral("buildings"));
    QVERIFY(std::abs(fresh->bounds.min.x - old->bounds.min.x - 1) < 0.01);
    // A second addition sees what came before it.
    const auto again = add(write("noch_einer.gml", test::model({house("HAUS_C", 60)})));
    QVERIFY(again);
    QCOMPARE(again->import.issueCounts.at(QStringLiteral("object.known-kept")), 1);
}

void TestCityModelLayer::knownOnesStayOutByWish()
{
    const auto added = add(write("nachbar.gml", test::model({house("HAUS_B", 31), house("HAUS_C", 60)})), true);
    QVERIFY(added);
    QCOMPARE(added->import.layers.front().count, 1);
    QCOMPARE(added->import.issueCounts.at(QStringLiteral("object.known-skipped")), 1);
    QVERIFY(!region()->object(QStringLiteral("nachbar:HAUS_B")));
    const auto nothing = add(write("doppelt.gml", test::model({house("HAUS_A", 0)})), true);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::NoData);
    QCOMPARE(layerFolders(), QStringList{QStringLiteral("nachbar")});
}

void TestCityModelLayer::modulesAreOneLayer()
{
    QByteArray model = test::model({house("HALLE", 60)});
    model.replace("</core:CityModel>",
                  "<core:cityObjectMember><brid:Bridge xmlns:brid=\"http://www.opengis.net/citygml/bridge/2.0\" "
                  "gml:id=\"STEG\"><brid:lod1MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon>"
                  "<gml:exterior>" +
                      test::posList({{0, 0, 0}, {20, 0, 0}, {20, 3, 0}, {0, 3, 0}}, 393080, 5707000, 90) +
                      "</gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></brid:lod1MultiSurface>"
                      "</brid:Bridge></core:cityObjectMember></core:CityModel>");
    const auto added = add(write("quartier.gml", model));
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    const auto opened = services::openRegion(m_region);
    QVERIFY(opened && opened->problems.empty());
    const services::OpenedLayer* layer = find(*opened, QStringLiteral("quartier"));
    QVERIFY(layer != nullptr);
    QCOMPARE(layer->levels.size(), std::size_t(1)); // neither has a coarser picture of itself
    QCOMPARE(layer->levels.front().lod, Lod(20));
    QCOMPARE(drawn(*layer), (std::set<QString>{QStringLiteral("quartier:HALLE"), QStringLiteral("quartier:STEG")}));
    // Where the tiles are is where the objects are.
    const Box bounds = layer->levels.front().source->tree().nodes.front().bounds;
    QVERIFY(bounds.min.x <= layer->info.extent.min.x + 0.1 && bounds.max.x >= layer->info.extent.max.x - 0.1);
    QVERIFY(bounds.size().x < layer->info.extent.size().x + 10);
}

void TestCityModelLayer::goesAway()
{
    QVERIFY(add(write("planung.gml", test::model({house("NEU_1", 60)}))));
    QVERIFY(services::removeLayer(m_region, QStringLiteral("planung")));
    const auto package = region();
    QVERIFY(!package->object(QStringLiteral("planung:NEU_1")) && !package->object(QStringLiteral("NEU_1")));
    QVERIFY(services::PlaceFinder(package).find(QStringLiteral("NEU_1"), 5)->empty());
    QVERIFY(package->object(QStringLiteral("HAUS_A")));
    QVERIFY(layerFolders().isEmpty());
}

void TestCityModelLayer::leavesNothingWhenCancelled()
{
    const CancellationToken cancel;
    cancel.cancel();
    const auto added = add(write("planung.gml", test::model({house("NEU_1", 60)})), false, cancel);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Cancelled);
    QVERIFY(layerFolders().isEmpty());
}

/// The first layer is complete when the second is given up: it goes with it.
void TestCityModelLayer::leavesNothingWhenCancelledHalfway()
{
    services::AddRequest request;
    request.region = m_region;
    request.sources = {write("baeume.csv", "x;y\n393010;5707010\n"),
                       write("planung.gml", test::model({house("NEU_1", 60)}))};
    const CancellationToken cancel;
    bool sawFirst = false;
    const auto added = services::addLayers(request, cancel, [&](double, const QString&) {
        const QStringList folders = layerFolders();
        sawFirst = sawFirst || std::any_of(folders.begin(), folders.end(),
                                           [](const QString& folder) { return !folder.startsWith(QLatin1Char('.')); });
        if (sawFirst)
            cancel.cancel();
    });
    QVERIFY(sawFirst);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Cancelled);
    QVERIFY2(layerFolders().isEmpty(), qPrintable(layerFolders().join(QLatin1Char(' '))));
    const auto again = services::addLayers(request, {}, {});
    QVERIFY2(again, again ? "" : qPrintable(again.error().toText()));
    QCOMPARE(layerFolders().size(), 2);
}

void TestCityModelLayer::namesWhatCannotBeRead()
{
    services::AddRequest request;
    request.region = m_region;
    request.sources = {write("gut.gml", test::model({house("NEU_1", 60)})), write("schlecht.gml", "<kein/>")};
    const auto added = services::addLayers(request, {}, {});
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    QCOMPARE(added->import.layers.front().count, 1);
    QVERIFY(std::any_of(added->import.skipped.begin(), added->import.skipped.end(),
                        [](const Issue& issue) { return issue.where.source.endsWith(QLatin1String("schlecht.gml")); }));
    request.sources = {request.sources.back()};
    const auto refused = services::addLayers(request, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().where.source, request.sources.front());
    QCOMPARE(layerFolders(), QStringList{QStringLiteral("stadtmodell")}); // of two files
}

QTEST_GUILESS_MAIN(TestCityModelLayer)
#include "tst_citymodellayer.moc"
