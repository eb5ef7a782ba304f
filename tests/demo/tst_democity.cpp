// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/CityGmlReader.h"
#include "demo/DemoCity.h"
#include "demo/Landmarks.h"
#include "demo/SolidChecks.h"
#include "demo/town/Links.h"
#include "demo/town/TownPlan.h"
#include "geo/Gdal.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace twin;
using namespace twin::test;

namespace {

/// What an independent reader (Qt's, not ours) finds in the files.
struct Found {
    int buildings = 0;
    int parts = 0;
    int addresses = 0;
    int solids = 0;
    std::set<QString> ids;
    std::vector<QString> links;
    std::map<QString, PolygonRings> polygons;
    std::vector<std::vector<QString>> solidsByLink;
    std::map<QString, std::pair<double, double>> topAndEasting; ///< by name of the building
    QString defect;
};

void readFile(const QString& path, Found& found)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        found.defect = QStringLiteral("cannot open ") + path;
        return;
    }
    QXmlStreamReader xml(&file);
    QString polygon;
    QString buildingName;
    bool inBuilding = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        const QString id =
            xml.attributes().value(QLatin1String("http://www.opengis.net/gml"), QLatin1String("id")).toString();
        if (!id.isEmpty() && !found.ids.insert(id).second)
            found.defect = QStringLiteral("id used twice: ") + id;
        if (name == QLatin1String("Building")) {
            ++found.buildings;
            inBuilding = true;
            buildingName.clear();
        } else if (name == QLatin1String("BuildingPart")) {
            ++found.parts;
        } else if (name == QLatin1String("Address")) {
            ++found.addresses;
        } else if (name == QLatin1String("name") && inBuilding &&
                   xml.namespaceUri() == QLatin1String("http://www.opengis.net/gml")) {
            buildingName = xml.readElementText();
        } else if (name == QLatin1String("Solid")) {
            ++found.solids;
            found.solidsByLink.emplace_back();
        } else if (name == QLatin1String("surfaceMember") &&
                   xml.attributes().hasAttribute(QLatin1String("http://www.w3.org/1999/xlink"),
                                                 QLatin1String("href"))) {
            found.solidsByLink.back().push_back(
                xml.attributes()
                    .value(QLatin1String("http://www.w3.org/1999/xlink"), QLatin1String("href"))
                    .mid(1)
                    .toString());
        } else if (name == QLatin1String("Polygon")) {
            polygon = id;
        } else if (name == QLatin1String("posList")) {
            const QStringList numbers = xml.readElementText().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            std::vector<Point> ring;
            for (qsizetype i = 0; i + 2 < numbers.size(); i += 3)
                ring.push_back({numbers[i].toDouble(), numbers[i + 1].toDouble(), numbers[i + 2].toDouble()});
            if (ring.size() < 4 || ring.front() != ring.back())
                found.defect = QStringLiteral("ring not closed in ") + polygon;
            ring.pop_back();
            if (!buildingName.isEmpty())
                for (const Point& p : ring) {
                    auto& [top, easting] = found.topAndEasting[buildingName];
                    top = std::max(top, p[2]);
                    easting = p[0];
                }
            found.polygons[polygon].push_back(std::move(ring));
        }
    }
    if (xml.hasError())
        found.defect = xml.errorString();
}

Found readAll(const QStringList& files)
{
    Found found;
    for (const QString& file : files)
        readFile(file, found);
    return found;
}

QByteArray hashOf(const QStringList& files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(QFileInfo(path).fileName().toUtf8() + file.readAll());
    }
    return hash.result();
}

class CountingSink final : public CityObjectSink {
public:
    Result<void> accept(CityObjectBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (const CityObject& object : batch.objects) {
            ++buildings;
            named += !object.name.isEmpty();
            const QString code = object.addresses.empty() ? QString() : object.addresses[0].postalCode;
            addressed += code.startsWith(QLatin1String("44")) || code == QLatin1String("58239");
            parts += int(object.children.size());
            dated += object.creationDate.isValid();
        }
        issues += int(batch.issues.size());
        return {};
    }
    int buildings = 0, parts = 0, named = 0, addressed = 0, dated = 0, issues = 0;

private:
    std::mutex m_mutex;
};

} // namespace

class DemoCityTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QStringList m_files;
    QStringList m_layers;
    QString m_terrain, m_vegetation, m_waters, m_waterside;
    Found m_found;

private Q_SLOTS:
    void initTestCase()
    {
        const auto files = demo::writeDemoRegion(m_dir.filePath(QStringLiteral("town")), {4000, 2030}, {}, {});
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().toText()));
        m_files = files->cityModels;
        m_layers = files->layers;
        m_terrain = files->terrain;
        m_vegetation = files->vegetation;
        m_waters = files->waters;
        m_waterside = files->waterside;
        m_found = readAll(m_files);
        QCOMPARE(m_found.defect, QString());
    }

    void asManyBuildingsAsAsked()
    {
        QVERIFY2(std::abs(m_found.buildings - 4000) < 80, qPrintable(QString::number(m_found.buildings)));
        QVERIFY(m_found.parts > 200);
        QVERIFY(m_found.addresses > 2500);
        const auto few = demo::writeDemoRegion(m_dir.filePath(QStringLiteral("few")), {100, 1}, {}, {});
        QVERIFY(few && readAll(few->cityModels).buildings >= 100 && readAll(few->cityModels).buildings < 160);
    }

    void sameSeedSameBytes()
    {
        const auto again = demo::writeDemoRegion(m_dir.filePath(QStringLiteral("again")), {4000, 2030}, {}, {});
        QCOMPARE(again->cityModels.size(), m_files.size());
        QCOMPARE(
            hashOf(again->cityModels + again->layers + QStringList{again->terrain, again->vegetation, again->waters}),
            hashOf(m_files + m_layers + QStringList{m_terrain, m_vegetation, m_waters}));
        const auto other = demo::writeDemoRegion(m_dir.filePath(QStringLiteral("other")), {4000, 7}, {}, {});
        QVERIFY(hashOf(other->cityModels) != hashOf(m_files));
    }

    void solidsAreClosedPlanarAndRightWayOut()
    {
        QVERIFY(m_found.solids >= m_found.buildings);
        for (const auto& links : m_found.solidsByLink) {
            std::vector<PolygonRings> faces;
            for (const QString& link : links) {
                QVERIFY2(m_found.polygons.count(link) == 1, qPrintable(link));
                faces.push_back(m_found.polygons[link]);
            }
            const QString defect = defectOf(faces);
            QVERIFY2(defect.isEmpty(), qPrintable(links[0] + QLatin1Char(' ') + defect));
        }
    }

    void everyPolygonBelongsToOneSolid()
    {
        std::size_t links = 0;
        for (const auto& solid : m_found.solidsByLink)
            links += solid.size();
        QCOMPARE(links, m_found.polygons.size());
    }

    void landmarksStandWhereTheyStand()
    {
        const auto expect = [this](const char* name, double easting, double top) {
            const auto found = m_found.topAndEasting.find(QString::fromUtf8(name));
            QVERIFY2(found != m_found.topAndEasting.end(), name);
            QVERIFY2(std::abs(found->second.first - top) < 0.01, qPrintable(QString::number(found->second.first)));
            QVERIFY(std::abs(found->second.second - easting) < 150);
        };
        expect("Reinoldikirche", 393671, 85 + 104);
        expect("Dortmunder U", 392690, 80 + 70);
        expect("Florianturm", 394270, 113 + 208.6);
        expect("Signal Iduna Park", 392514, 104 + 62);
        expect("Deutsches Fußballmuseum", 393070, 79 + 20);
        QVERIFY(m_found.topAndEasting.size() >= 20);
    }

    void tilesHoldWhatTheirNamesSay()
    {
        QVERIFY(m_files.size() >= 6);
        for (const QString& path : m_files) {
            const QStringList parts = QFileInfo(path).completeBaseName().split(QLatin1Char('_'));
            QCOMPARE(parts.size(), 6);
            Found tile;
            readFile(path, tile);
            const double east = parts[2].toDouble() * 1000;
            const double north = parts[3].toDouble() * 1000;
            for (const auto& [id, rings] : tile.polygons) // buildings may stick out, not lie outside
                QVERIFY(rings[0][0][0] > east - 400 && rings[0][0][0] < east + 1400 && rings[0][0][1] > north - 400 &&
                        rings[0][0][1] < north + 1400);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.read(3000).contains("<gml:name>Demo-Daten (erzeugt)</gml:name>"));
        }
    }

    void ourReaderReadsIt()
    {
        CountingSink sink;
        const auto summary = citygml::read(m_files, {}, sink, {}, {});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QCOMPARE(sink.buildings, m_found.buildings);
        QCOMPARE(sink.parts, m_found.parts);
        QCOMPARE(sink.issues, 0);
        QCOMPARE(sink.dated, m_found.buildings);
        QCOMPARE(sink.addressed, m_found.addresses);
        QVERIFY(sink.named >= 20);
    }

    void ogrinfoReadsIt()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("ogrinfo"));
        if (program.isEmpty())
            QSKIP("ogrinfo (gdal-bin) is not installed");
        Found tile;
        readFile(m_files[0], tile);
        QProcess process;
        process.start(program, {QStringLiteral("-so"), QStringLiteral("-al"), m_files[0], QStringLiteral("Building")});
        QVERIFY(process.waitForFinished());
        const QByteArray output = process.readAllStandardOutput();
        QVERIFY2(output.contains("Feature Count: " + QByteArray::number(tile.buildings)), output.constData());
    }

    void layersAreReadByOgr()
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("ogrinfo"));
        if (tool.isEmpty())
            QSKIP("ogrinfo is not installed");
        QCOMPARE(m_layers.size(), 11);
        for (const QString& layer : m_layers) {
            QProcess process;
            process.start(tool, {QStringLiteral("-so"), QStringLiteral("-al"), layer});
            QVERIFY(process.waitForFinished());
            const QByteArray output = process.readAllStandardOutput();
            QVERIFY2(output.contains("Feature Count: ") && !output.contains("Feature Count: 0"), output.constData());
            QVERIFY2(output.contains("ETRS89 / UTM zone 32N"), output.constData());
        }
    }

    void treesAndWatersAreReadAsWhatTheyAre()
    {
        class Sink final : public CityObjectSink {
        public:
            Result<void> accept(CityObjectBatch&& batch) override
            {
                const std::lock_guard lock(mutex);
                for (const CityObject& object : batch.objects) {
                    plants += object.type == CityObjectType::SolitaryVegetationObject && object.instances.size() == 1;
                    waters += object.type == CityObjectType::WaterBody && !object.surfaces.empty();
                    if (!object.instances.empty())
                        shapes.insert(object.instances[0].shape->id);
                    named += !object.name.isEmpty();
                    ids.insert(object.id);
                }
                issues += int(batch.issues.size());
                return {};
            }
            std::mutex mutex;
            int plants = 0, waters = 0, named = 0, issues = 0;
            std::set<QString> shapes, ids;
        };
        Sink sink;
        const auto summary = citygml::read({m_vegetation, m_waters}, {}, sink, {}, {});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QVERIFY(sink.plants > 3000);
        QCOMPARE(sink.waters, 15);
        QCOMPARE(sink.named, sink.waters);
        QCOMPARE(int(sink.shapes.size()), 4);
        QCOMPARE(int(sink.ids.size()), sink.plants + sink.waters);
        QCOMPARE(sink.issues, 0);
    }

    void shoresHaveQuaysAndBoats()
    {
        class Sink final : public CityObjectSink {
        public:
            Result<void> accept(CityObjectBatch&& batch) override
            {
                const std::lock_guard lock(mutex);
                for (const CityObject& object : batch.objects) {
                    ++count[object.name.section(QLatin1Char(' '), 0, 0)];
                    generic += object.type == CityObjectType::GenericCityObject && !object.surfaces.empty();
                }
                issues += int(batch.issues.size());
                return {};
            }
            std::mutex mutex;
            std::map<QString, int> count;
            int generic = 0, issues = 0;
        };
        Sink sink;
        const auto summary = citygml::read({m_waterside}, {}, sink, {}, {});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QCOMPARE(sink.issues, 0);
        QVERIFY(sink.count[QStringLiteral("Kaimauer")] >= 9);
        QVERIFY(sink.count[QStringLiteral("Güterschiff")] >= 6);
        QVERIFY(sink.count[QStringLiteral("Segelboot")] >= 10);
        QVERIFY(sink.count[QStringLiteral("Steg")] >= 1);
        int all = 0;
        for (const auto& [name, number] : sink.count)
            all += number;
        QCOMPARE(sink.generic, all);
    }

    void roadsLeadToEveryPlaceAndIntoNoLake()
    {
        const auto assets = demo::Assets::load();
        QVERIFY(assets);
        const std::vector<demo::Link> links = demo::linksOf(*assets);
        std::set<std::size_t> reached{0};
        for (std::size_t before = 0; before < reached.size();) {
            before = reached.size();
            for (const demo::Link& link : links)
                if (reached.count(link.from) + reached.count(link.to) == 1)
                    reached.insert({link.from, link.to});
        }
        QCOMPARE(reached.size(), assets->settlements.size());
        for (const demo::Link& link : links)
            for (const demo::Course& course : assets->courses)
                QVERIFY(course.kind != "lake" || std::none_of(link.way.begin(), link.way.end(), [&](demo::Vec2 p) {
                            return demo::contains(course.points, p);
                        }));
    }

    void aRoadEndsWhereABlockBegins()
    {
        demo::Block block;
        block.corners = {demo::Vec2{450, -50}, {550, -50}, {550, 50}, {450, 50}};
        const demo::Course road{"country_road", "Ost-West", {{0, 0}, {1000, 0}}, {0, 0}};
        const std::vector<demo::Course> pieces = demo::openPieces(road, {block});
        QCOMPARE(pieces.size(), std::size_t(2));
        QCOMPARE(pieces[0].points.front().x, 0.0);
        QVERIFY(std::abs(pieces[0].points.back().x - 450) < 1);
        QVERIFY(std::abs(pieces[1].points.front().x - 550) < 1);
        QCOMPARE(pieces[1].points.back().x, 1000.0);
        QVERIFY(demo::openPieces({"country_road", "kurz", {{460, 0}, {540, 0}}, {0, 0}}, {block}).empty());
    }

    void postsOfTheSuspendedRailwayStandOnTheSlope()
    {
        const auto assets = demo::Assets::load();
        QVERIFY(assets);
        const auto slope = [](demo::Vec2 p) { return 100 + (p.x - 389850) * 0.02; };
        int posts = 0;
        for (demo::Landmark landmark : assets->landmarks) {
            if (landmark.shape != "hbahn")
                continue;
            landmark.ground = 96;
            const demo::DemoBuilding railway = demo::buildLandmark(landmark, 1, slope);
            for (const demo::Part& part : railway.parts) {
                if (part.solid.top() - part.solid.bottom() < 4.5)
                    continue; // beam, car, station
                const demo::Corner& corner = part.solid.faces.front().rings.front().front();
                const double ground = slope({double(corner.x) / 1000, double(corner.y) / 1000});
                QVERIFY2(std::abs(part.solid.bottom() - ground) < 0.5,
                         qPrintable(QString::number(part.solid.bottom() - ground)));
                ++posts;
            }
        }
        QVERIFY2(posts > 8, qPrintable(QString::number(posts)));
    }

    void terrainShowsValleyAndRidge()
    {
        const SceneFrame world{ProjectedPosition{}};
        const auto ground = geo::readGroundModel(m_terrain, world);
        QVERIFY2(ground.has_value(), ground ? "" : qPrintable(ground.error().toText()));
        QCOMPARE(ground->spacingMetres, 20.0);
        const auto near = [&](double easting, double northing, double height, double tolerance) {
            const auto found = ground->heightAt(easting, northing);
            QVERIFY(found);
            QVERIFY2(std::abs(*found - height) < tolerance, qPrintable(QString::number(*found)));
        };
        near(393678, 5697888, 254.3, 25); // Klusenberg, the highest point
        near(400510, 5699670, 106, 8);    // Rohrmeisterei Schwerte, near the Ruhr
        near(396555, 5705370, 107, 0.01); // Phoenix-See: a level surface
        near(387400, 5714600, 63, 8);     // Mengede, low in the north-west
    }

    void badRequestsAreErrors()
    {
        QCOMPARE(int(demo::writeDemoRegion(m_dir.path(), {0, 1}, {}, {}).error().code),
                 int(ErrorCode::InvalidParameter));
        QCOMPARE(int(demo::writeDemoRegion(m_dir.path(), {50'000'000, 1}, {}, {}).error().code),
                 int(ErrorCode::InvalidParameter));
        QFile file(m_dir.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(
            int(demo::writeDemoRegion(m_dir.filePath(QStringLiteral("file/town")), {4000, 2030}, {}, {}).error().code),
            int(ErrorCode::AccessDenied));
    }

    void cancelledRunsLeaveNothing()
    {
        const CancellationToken token;
        const QString folder = m_dir.filePath(QStringLiteral("cancelled"));
        std::atomic<int> calls = 0;
        const auto files =
            demo::writeDemoRegion(folder, {4000, 2030}, token, [&](double fraction, const QString& step) {
                ++calls;
                if (fraction > 0.2 && !step.isEmpty())
                    token.cancel();
            });
        QVERIFY(!files);
        QCOMPARE(int(files.error().code), int(ErrorCode::Cancelled));
        QVERIFY(calls > 0);
        QVERIFY(QDir(folder).entryList(QDir::Files).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DemoCityTest)
#include "tst_democity.moc"
