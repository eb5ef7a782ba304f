// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"
#include "app/services/PlaceFinder.h"
#include "package/RegionPackage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

/// The search over everything that a region has: objects, layers, coordinates.
class PlaceFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile file(m_folder.filePath(QStringLiteral("bezirke.geojson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"type":"FeatureCollection","name":"Bezirke","crs":{"type":"name","properties":
{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
{"type":"Feature","properties":{"name":"Probebezirk","art":"Stadtbezirk"},"geometry":{"type":"Polygon",
"coordinates":[[[392400,5708000],[392700,5708000],[392700,5708300],[392400,5708300],[392400,5708000]]]}},
{"type":"Feature","properties":{"name":"Prüfsee","art":"See"},"geometry":{"type":"Polygon",
"coordinates":[[[392500,5708100],[392520,5708100],[392520,5708120],[392500,5708120],[392500,5708100]]]}}]})");
        file.close();
        ImportRequest request;
        request.sources = {QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml"), file.fileName()};
        request.out = m_folder.filePath(QStringLiteral("region"));
        const auto summary = importSources(request, {}, {});
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
        const auto package = package::RegionPackage::open(request.out);
        QVERIFY(package);
        m_finder = std::make_unique<PlaceFinder>(*package);
    }

    void everyKindIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* typed, const char* kind, const char* title) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(kind) << QString::fromUtf8(title);
        };
        row("Testhaus", "name", "Testhaus Nord");
        row("Prüfstr 7", "address", "Prüfstraße 7, 44135 Dortmund");
        row("TEST_GARAGE", "id", "TEST_GARAGE");
        row("Stadtbezirk Probe", "district", "Probebezirk");
        row("Pruefsee", "place", "Prüfsee");
        row("392514 5708120", "coordinate", "392514 5708120");
        row("32U LC 925 081", "coordinate", "32U LC 925 081");
        row("Bezirke", "layer", "Bezirke");
    }
    void everyKindIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        QFETCH(QString, title);
        const auto places = m_finder->find(typed, 10);
        QVERIFY(places);
        QVERIFY(!places->empty());
        const Place& first = places->front();
        QCOMPARE(first.kind, kind);
        QVERIFY2(first.title.startsWith(title.section(QLatin1Char(' '), 0, 0)), qPrintable(first.title));
        QVERIFY(std::abs(first.position.eastingMetres - 392'550) < 150);
        QVERIFY(std::abs(first.position.northingMetres - 5'708'150) < 150);
        QVERIFY(!first.outside);
    }

    void areasSayHowLargeTheyAre()
    {
        const auto places = m_finder->find(QStringLiteral("Probebezirk"), 1);
        QVERIFY(places && places->size() == 1);
        QCOMPARE(places->front().extent.size().x, 300.0);
        QCOMPARE(m_finder->find(QStringLiteral("LC 92 08"), 1)->front().extent.size().x, 1000.0);
    }

    void aCoordinateFarAwayLeadsNowhere()
    {
        QVERIFY(m_finder->find(QStringLiteral("48.1372, 11.5755"), 1)->front().outside); // Munich
        QVERIFY(m_finder->find(QStringLiteral(""), 5)->empty());
        QCOMPARE(m_finder->find(QStringLiteral("e"), 1)->size() <= 1, true);
    }

    void withoutAPackageThereAreCoordinates()
    {
        SearchedRegion region;
        region.frame = SceneFrame({392000, 5708000, 60});
        region.extent.include(LocalPosition{0, 0, 0});
        region.extent.include(LocalPosition{1000, 1000, 0});
        const PlaceFinder finder(region);
        QCOMPARE(finder.find(QStringLiteral("392514 5708120"), 5)->size(), 1U);
        QVERIFY(finder.find(QStringLiteral("Testhaus"), 5)->empty());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlaceFinder> m_finder;
};

QTEST_GUILESS_MAIN(PlaceFinderTest)
#include "tst_placefinder.moc"
