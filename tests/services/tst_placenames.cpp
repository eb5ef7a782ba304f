// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"
#include "app/services/NameShapes.h"
#include "app/services/PlaceNames.h"
#include "package/RegionPackage.h"

#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

namespace {

const PlaceName* named(const std::vector<PlaceName>& names, const char* text)
{
    for (const PlaceName& name : names)
        if (name.text == QString::fromUtf8(text))
            return &name;
    return nullptr;
}

} // namespace

/// What names a region has for its picture, and where they stand.
class PlaceNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsOfSourcesSayWhatAThingIs_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("kind"); // -1: none for the picture
        const auto row = [](const char* word, int kind) { QTest::newRow(word) << QString::fromUtf8(word) << kind; };
        row("Gemeinde", int(NameKind::Town));
        row("Stadtbezirk", int(NameKind::District));
        row("Ortsteil", int(NameKind::District));
        row("See", int(NameKind::Water));
        row("Stausee", int(NameKind::Water));
        row("Kanal", int(NameKind::Water));
        row("river", int(NameKind::Water));
        row("Wald", int(NameKind::Green));
        row("Park", int(NameKind::Green));
        row("Bundesstraße", int(NameKind::Street));
        row("Autobahn", int(NameKind::Street));
        row("Parkplatz", -1);
        row("Spielplatz", -1);
        row("Eisenbahn", -1);
        row("", -1);
    }
    void wordsOfSourcesSayWhatAThingIs()
    {
        QFETCH(QString, word);
        QFETCH(int, kind);
        const auto found = nameKindOf(word);
        QCOMPARE(found ? static_cast<int>(*found) : -1, kind);
    }

    void aPointInsideIsInsideAlsoOfAHook()
    {
        const Outline hook{{0, 0}, {100, 0}, {100, 100}, {90, 100}, {90, 10}, {0, 10}};
        const auto inside = pointInside({hook});
        QVERIFY(inside && isInside(*inside, {hook}));
        const Outline lake{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
        const Outline island{{30, 30}, {70, 30}, {70, 70}, {30, 70}};
        const auto ashore = pointInside({lake, island});
        QVERIFY(ashore && isInside(*ashore, {lake, island}) && !isInside(*ashore, {island}));
        QCOMPARE(largestArea({island, lake}), 10'000.0);
        QVERIFY(!pointInside({}) && !pointInside({{{0, 0}, {1, 1}}}));
    }

    void aRiverOfTwoBanksHasAMiddle()
    {
        Outline banks; // a bend of 90 degrees, radius 1000, 40 wide
        for (int i = 0; i <= 30; ++i)
            banks.push_back({1020 * std::cos(i * M_PI / 60), 1020 * std::sin(i * M_PI / 60)});
        for (int i = 30; i >= 0; --i)
            banks.push_back({980 * std::cos(i * M_PI / 60), 980 * std::sin(i * M_PI / 60)});
        const Outline middle = middleLine({banks}, 0.05);
        QVERIFY(middle.size() > 20);
        for (std::size_t i = 1; i + 1 < middle.size(); ++i)
            QVERIFY(std::abs(std::hypot(middle[i].x, middle[i].y) - 1000) < 12);
        const Outline pond{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
        QVERIFY2(middleLine({pond}, 0.05).empty(), "a square has none");
    }

    void spotsFollowTheLine()
    {
        const std::vector<NameSpot> spots = spotsAlong({{0, 0}, {0, 1000}, {1000, 1000}}, 200);
        QCOMPARE(spots.size(), 10U);
        QVERIFY(std::abs(spots.front().along.y) > 0.99 && spots.front().run > 150);
        QVERIFY(std::abs(spots.back().along.x) > 0.99);
        for (const NameSpot& spot : spots)
            QVERIFY(spot.place.x == 0 || spot.place.y == 1000);
        QVERIFY(spotsAlong({{0, 0}, {0, 10}}, 200).empty());
        QVERIFY(spotsAlong({{0, 0}, {0, 0}, {0, 0}}, 200).empty());
        QVERIFY(spotsAlong({}, 200).empty());
    }

    void aRegionNamesWhatItHas()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("karte.geojson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"JSON({"type":"FeatureCollection","name":"Karte","crs":{"type":"name","properties":
{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
{"type":"Feature","properties":{"name":"Probestadt","art":"Gemeinde"},"geometry":{"type":"Polygon",
"coordinates":[[[392000,5708000],[393000,5708000],[393000,5709000],[392000,5709000],[392000,5708000]]]}},
{"type":"Feature","properties":{"name":"A1 (Probeschnellweg)","art":"Autobahn"},"geometry":{"type":"LineString",
"coordinates":[[392100,5708100],[392900,5708100]]}},
{"type":"Feature","properties":{"name":"Probebach","art":"Bach"},"geometry":{"type":"Polygon",
"coordinates":[[[392100,5708200],[392900,5708200],[392900,5708205],[392100,5708205],[392100,5708200]]]}},
{"type":"Feature","properties":{"name":"Prüfsee","art":"See"},"geometry":{"type":"Polygon",
"coordinates":[[[392500,5708100],[392560,5708100],[392560,5708160],[392500,5708160],[392500,5708100]]]}},
{"type":"Feature","properties":{"name":"Bank 7","art":"Sitzbank"},"geometry":{"type":"Point",
"coordinates":[392510,5708110]}}]})JSON");
        file.close();
        ImportRequest request;
        request.sources = {QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml"), file.fileName()};
        request.out = folder.filePath(QStringLiteral("region"));
        const auto summary = importSources(request, {}, {});
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
        const auto package = package::RegionPackage::open(request.out);
        QVERIFY(package);
        SearchedRegion region;
        region.package = *package;
        region.frame = (*package)->frame();
        std::vector<Issue> unreadable;
        region.layers = (*package)->layers(unreadable);
        const auto names = readPlaceNames(region);
        QVERIFY2(names, names ? "" : qPrintable(names.error().toText()));

        const PlaceName* town = named(*names, "Probestadt");
        QVERIFY(town && town->kind == NameKind::Town && town->place.extent.size().x == 1000);
        const PlaceName* motorway = named(*names, "A1"); // without what explains it
        QVERIFY(motorway && motorway->place.title.contains(QStringLiteral("Probeschnellweg")));
        QCOMPARE(motorway->size, 3.0);
        QVERIFY(motorway->spots.size() > 2 && std::abs(motorway->spots.front().along.x) > 0.99);
        const PlaceName* brook = named(*names, "Probebach"); // an area, yet a line
        QVERIFY(brook && brook->spots.front().run > 200 && brook->kind == NameKind::Water);
        const PlaceName* lake = named(*names, "Prüfsee");
        QVERIFY(lake && lake->spots.front().run == 0 && lake->size == 60);
        QVERIFY2(named(*names, "Bank 7") == nullptr, "not everything with a name belongs into the picture");
        const PlaceName* house = named(*names, "Testhaus Nord");
        QVERIFY(house && house->kind == NameKind::Landmark);
        QCOMPARE(house->place.layer, QStringLiteral("buildings"));
        QVERIFY(!house->place.id.isEmpty());
        QVERIFY2(house->spots.front().place.z > region.frame.toLocal(house->place.position).z + 1,
                 "the word stands on the roof, the flight leads to the door");
        QVERIFY2(named(*names, "Prüfstraße") == nullptr, "where a layer has streets, those of addresses are theirs");
    }

    void withoutAPackageThereAreNone()
    {
        const auto names = readPlaceNames({});
        QVERIFY(names && names->empty());
    }
};

QTEST_GUILESS_MAIN(PlaceNamesTest)
#include "tst_placenames.moc"
