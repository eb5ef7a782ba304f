// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the writer makes of odd input, that its output depends on nothing but the input, and what the reader makes of
// damaged packages.
#include "package/PackageFixture.h"
#include "package/RegionPackage.h"
#include "package/SyntheticCity.h"

#include <algorithm>
#include <limits>
#include <random>

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return files;
}

std::vector<CityObjectBatch> one(CityObject object)
{
    std::vector<CityObjectBatch> batches(1);
    batches[0].objects.push_back(std::move(object));
    return batches;
}

CityObject house(const char* id, double east = 0, qint64 line = 1)
{
    CityObject object = test::makeHouse(QLatin1String(id), 393000 + east, 5707000, 80, 12, 9, 86, 90);
    object.where.line = line;
    return object;
}

} // namespace

class PackageWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SOURCE_DATE_EPOCH", "1700000000"); }

    void outputDependsOnTheInputAlone()
    {
        test::SyntheticCityOptions city;
        city.buildings = 3000;
        std::vector<CityObjectBatch> inOrder = test::makeCity(city, 500);
        std::vector<CityObjectBatch> shuffled = test::makeCity(city, 7);
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(42));
        // Dirty and double objects too: their issues and suffixes must not depend on who came first.
        for (auto* batches : {&inOrder, &shuffled}) {
            CityObject twice = house("DENW00000001", 40, 999999);
            twice.surfaces[0].polygon.points.push_back(twice.surfaces[0].polygon.points.front());
            batches->insert(batches->begin(), CityObjectBatch{});
            batches->front().objects.push_back(std::move(twice));
        }
        QVERIFY(test::writePackage(path("eins"), std::move(inOrder), 1).has_value());
        QVERIFY(test::writePackage(path("vier"), std::move(shuffled), 4).has_value());
        const auto first = filesOf(path("eins"));
        const auto second = filesOf(path("vier"));
        QCOMPARE(first.keys(), second.keys());
        QVERIFY(first.size() > 8);
        for (auto file = first.begin(); file != first.end(); ++file)
            QVERIFY2(file.value() == second[file.key()], qPrintable(file.key()));
    }

    void doubleIdsAreKeptApart()
    {
        std::vector<CityObjectBatch> batches(1);
        batches[0].objects = {house("A", 60, 30), house("A", 0, 10), house("A", 30, 20), house("B", 90, 40)};
        const auto summary = test::writePackage(path("doppelt"), std::move(batches), 1);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->objects.at(QStringLiteral("Building")), 4);
        QCOMPARE(summary->issueCounts.at(QStringLiteral("id.duplicate")), 2);
        QCOMPARE(summary->skipped.front().where.line, 20);
        QCOMPARE(summary->skipped.front().where.source, QStringLiteral("stadt.gml"));
        const auto region = *package::RegionPackage::open(path("doppelt"));
        QCOMPARE(region->object(QStringLiteral("A"))->line, 10);
        QCOMPARE(region->object(QStringLiteral("A~2"))->line, 20);
        QCOMPARE(region->object(QStringLiteral("A~3"))->line, 30);
        QVERIFY(std::any_of(filesOf(path("doppelt/buildings")).cbegin(), filesOf(path("doppelt/buildings")).cend(),
                            [](const QByteArray& tile) { return tile.contains("AA~2A~3B"); }));
    }

    void mendsAreCountedAndPlaced()
    {
        CityObject object = house("H", 0, 5);
        Surface& wall = object.surfaces[1];
        wall.line = 77;
        wall.polygon.points.push_back(wall.polygon.points.back());
        object.surfaces[2].polygon.points.resize(2);
        object.surfaces[3].polygon.points[0].heightMetres = std::numeric_limits<double>::quiet_NaN();
        const auto summary = test::writePackage(path("dreckig"), one(object), 1);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->surfaces, 7);
        QCOMPARE(summary->triangles, 16 - 2 - 3);
        QCOMPARE(summary->issueCounts.at(QStringLiteral("polygon.duplicate-points")), 1);
        QCOMPARE(summary->issueCounts.at(QStringLiteral("polygon.degenerate")), 1);
        QCOMPARE(summary->issueCounts.at(QStringLiteral("polygon.coordinates")), 1);
        const auto duplicate = std::find_if(summary->skipped.begin(), summary->skipped.end(), [](const Issue& issue) {
            return issue.reason == QLatin1String("polygon.duplicate-points");
        });
        QCOMPARE(duplicate->where.line, 77);
        QCOMPARE(duplicate->where.id, QStringLiteral("H_south"));
        QCOMPARE((*package::RegionPackage::open(path("dreckig")))->object(QStringLiteral("H"))->surfaces.size(), 7U);
    }

    void closureBetweenPartsIsNotDrawn()
    {
        CityObject building;
        building.id = QStringLiteral("B");
        building.type = CityObjectType::Building;
        building.children = {house("P1", 0), house("P2", 12)};
        building.children[0].surfaces[4].type = SurfaceType::Closure; // east side of P1 faces P2
        building.children[1].surfaces[4].type = SurfaceType::Closure; // east side of P2 is open to the air
        const auto summary = test::writePackage(path("fuge"), one(building), 1);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->issueCounts.at(QStringLiteral("surface.inner-closure")), 1);
        QCOMPARE(summary->triangles, 2 * 16 - 3);
        QCOMPARE((*package::RegionPackage::open(path("fuge")))->object(QStringLiteral("P1"))->surfaces.size(), 7U);
    }

    void oddTextsSurvive()
    {
        CityObject object = house("\"<id>\\");
        object.name =
            QStringLiteral("Zeile\nzwei \"und\" \\ \u0001 ") + QString(QChar(0xD800)) + QStringLiteral("\U0001F3E0");
        object.attributes.push_back({QStringLiteral("a\"b"), QString(100000, QLatin1Char('x')), {}, {}, {}});
        QVERIFY(test::writePackage(path("texte"), one(object), 1).has_value());
        const auto record = (*package::RegionPackage::open(path("texte")))->object(object.id);
        QVERIFY(record.has_value());
        QCOMPARE(record->name, QStringLiteral("Zeile\nzwei \"und\" \\ \u0001 ") + QString(QChar(0xFFFD)) +
                                   QStringLiteral("\U0001F3E0"));
        QCOMPARE(record->attributes[0].name, QStringLiteral("a\"b"));
        QCOMPARE(record->attributes[0].value.size(), 100000);
    }

    void farApartObjectsStayBounded()
    {
        // A building at a false place must not make a terrain of the whole country.
        std::vector<CityObjectBatch> batches(1);
        batches[0].objects = {house("hier", 0, 1), house("fern", 300000, 2)};
        QVERIFY(test::writePackage(path("fern"), std::move(batches), 2).has_value());
        const auto ground = (*package::RegionPackage::open(path("fern")))->ground();
        QVERIFY(ground.has_value());
        QVERIFY(std::int64_t{ground->columns} * ground->rows <= 1500000);
    }

    /// What the region's CRS cannot map neither moves the region's middle nor makes a region of its own.
    void otherContinentsMoveNothing()
    {
        std::vector<CityObjectBatch> batches(1);
        batches[0].objects = {house("hier", 0, 1), house("fern", 6e6, 2)};
        const auto mixed = test::writePackage(path("erdteil"), std::move(batches), 2);
        QVERIFY(mixed.has_value());
        QCOMPARE(mixed->issueCounts.at(QStringLiteral("object.out-of-region")), qint64(1));
        const auto info = (*package::RegionPackage::open(path("erdteil")))->info();
        QVERIFY(info.extent.size().x < 20);
        QVERIFY(std::abs(info.origin.eastingMetres - 393006) < 20);
        const auto alone = test::writePackage(path("allein"), one(house("fern", 6e6)), 1);
        QVERIFY(!alone);
        QCOMPARE(int(alone.error().code), int(ErrorCode::OutOfRegion));
        QVERIFY(!alone.error().effectiveRemedy().isEmpty());
        // Local coordinates in the name of the region's CRS lie on the equator, and can be looked at.
        const auto local =
            test::writePackage(path("ort"), one(test::makeHouse(QStringLiteral("ort"), 0, 0, 0, 12, 9, 6, 10)), 1);
        QVERIFY(local.has_value());
    }

    void damagedPackagesAreErrorsNotCrashes()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("twin.thirdparty.*=false")); // GDAL says a lot of damaged files
        QVERIFY(test::writePackage(path("heil"), test::makeCity({60}), 1).has_value());
        const auto whole = filesOf(path("heil"));
        std::mt19937 random(1);
        for (const char* name : {"region.json", "twin.gpkg", "terrain/ground.tif"})
            for (int n = 0; n < 60; ++n) {
                QByteArray bytes = whole[QLatin1String(name)];
                if (n % 3 == 0)
                    bytes.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
                else
                    for (int flips = 0; flips < 40; ++flips)
                        bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                            static_cast<char>(random());
                QFile file(path("heil/") + QLatin1String(name));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(bytes);
                file.close();
                if (const auto region = package::RegionPackage::open(path("heil"))) {
                    for (const char* text : {"m", "mühlen0str 7", "schulle", "DENW00000007"})
                        (void)(*region)->search(QString::fromUtf8(text));
                    for (const int id : {0, 3, 59})
                        (void)(*region)->object(test::makeBuilding(id, {60}).id);
                    (void)(*region)->ground();
                }
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(whole[QLatin1String(name)]);
            }
    }

    void foreignAndNewerDescriptionsAreRefused()
    {
        QVERIFY(test::writePackage(path("alt"), test::makeCity({5}), 1).has_value());
        const QString file = path("alt/region.json");
        const QByteArray whole = filesOf(path("alt"))[QStringLiteral("region.json")];
        const auto openWith = [&](const char* key, const QJsonValue& value) {
            QJsonObject region = QJsonDocument::fromJson(whole).object();
            region[QLatin1String(key)] = value;
            QFile out(file);
            if (out.open(QIODevice::WriteOnly))
                out.write(QJsonDocument(region).toJson());
            out.close();
            const auto opened = package::RegionPackage::open(path("alt"));
            return opened ? ErrorCode::Internal : opened.error().code;
        };
        QCOMPARE(openWith("formatVersion", 2), ErrorCode::UnsupportedVersion);
        QCOMPARE(openWith("formatVersion", QStringLiteral("1")), ErrorCode::MalformedData);
        QCOMPARE(openWith("format", QStringLiteral("other")), ErrorCode::MalformedData);
        QCOMPARE(openWith("origin", QJsonValue()), ErrorCode::MalformedData);
        const auto geoid = [](const QJsonValue& metres, const QJsonValue& slope) {
            return QJsonObject{{QStringLiteral("undulationMetres"), metres},
                               {QStringLiteral("undulationPerMetre"), QJsonArray{0, slope}}};
        };
        QCOMPARE(openWith("geoid", geoid(47, 1e-5)), ErrorCode::Internal); // opens
        for (const QJsonValue& bad :
             {QJsonValue(), QJsonValue(46.1), QJsonValue(QJsonObject()), QJsonValue(geoid(4600, 0)),
              QJsonValue(geoid(QStringLiteral("46"), 0)), QJsonValue(geoid(46, 0.5))})
            QCOMPARE(openWith("geoid", bad), ErrorCode::MalformedData);
        QVERIFY(QFile::remove(file));
        QCOMPARE(package::RegionPackage::open(path("alt")).error().code, ErrorCode::NotFound);
        QCOMPARE(package::RegionPackage::open(path("nirgends")).error().code, ErrorCode::NotFound);
    }

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(PackageWriterTest)
#include "tst_writer.moc"
