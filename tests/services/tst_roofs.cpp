// SPDX-License-Identifier: GPL-3.0-or-later
// Area, inclination and orientation of roofs against a list that somebody else computed from the same official tile
// (kdmayer/CityGML-Preprocessing-Demo). That tool works only where a polygon's corners lie exactly in one plane: it
// gives an area of 0 for all others, and takes their direction from the first corners alone. The tests below hold both:
// where it worked every roof agrees; where it did not the roofs that differ are counted, listed and explained.
#include "app/services/ImportService.h"
#include "package/RegionPackage.h"

#include <array>
#include <cmath>
#include <map>
#include <vector>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace twin;

namespace {

const QString tile = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-nrw/LoD2_32_280_5657_1_NW.gml");
const QString list = QStringLiteral(TWIN_SHARED_DIR "/data/nrw-geobasis/kdmayer_rooftops_Test_Run.geojson");

constexpr double tolerableArea = 0.01; // of it
constexpr double tolerableTilt = 0.5;  // degrees
constexpr double tolerableAzimuth = 1; // degrees
constexpr double levelDegrees = 1;     // below this a direction means nothing

/// One roof polygon in both views. Azimuths clockwise from grid north.
struct Roof {
    QString polygon;
    double area = 0, tilt = 0, azimuth = 0; ///< ours
    double listedArea = 0, listedTilt = 0, listedAzimuth = 0;
    double firstCornersAzimuth = 0; ///< of the plane through the first three corners

    [[nodiscard]] bool areaAgrees() const { return std::abs(area - listedArea) <= tolerableArea * area; }
    [[nodiscard]] bool directionAgrees() const
    {
        return std::abs(tilt - listedTilt) <= tolerableTilt &&
               (tilt < levelDegrees || difference(azimuth, listedAzimuth) <= tolerableAzimuth);
    }
    [[nodiscard]] static double difference(double a, double b) { return std::abs(std::remainder(a - b, 360)); }
};

/// Where a roof polygon stands in the file: its boundary surface, the how-manieth polygon of it, its first corners.
struct Place {
    QString building;
    QString surface;
    int number = 0;
    std::vector<double> corners; ///< nine numbers
};

/// Read with Qt's parser, not with the reader under test.
std::map<QString, Place> roofPlaces(const QString& path)
{
    std::map<QString, Place> places;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return places;
    QXmlStreamReader xml(&file);
    const QString gml = QStringLiteral("http://www.opengis.net/gml");
    QStringList objects; ///< the open ones
    Place place;
    bool inRoof = false;
    QString polygon;
    while (!xml.atEnd()) {
        xml.readNext();
        const QStringView name = xml.name();
        const QString id = xml.attributes().value(gml, QStringLiteral("id")).toString();
        const bool isObject = name == QLatin1String("Building") || name == QLatin1String("BuildingPart");
        if (xml.isEndElement() && name == QLatin1String("RoofSurface"))
            inRoof = false;
        if (xml.isEndElement() && isObject)
            objects.removeLast();
        if (!xml.isStartElement())
            continue;
        if (isObject)
            objects.append(id);
        else if (name == QLatin1String("RoofSurface")) {
            inRoof = true;
            place = {objects.constLast(), id, -1, {}};
        } else if (name == QLatin1String("Polygon") && inRoof) {
            polygon = id;
            if (place.surface.isEmpty())
                place.surface = polygon; // one roof surface has no id of its own: the package takes its polygon's
            ++place.number;
        } else if (name == QLatin1String("posList") && inRoof && !places.contains(polygon)) {
            const QStringList numbers = xml.readElementText().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            place.corners.clear();
            for (int i = 0; i < 9; ++i)
                place.corners.push_back(numbers.value(i).toDouble());
            places[polygon] = place;
        }
    }
    return places;
}

double azimuthOfFirstCorners(const std::vector<double>& c)
{
    const std::array<double, 3> u{c[3] - c[0], c[4] - c[1], c[5] - c[2]};
    const std::array<double, 3> v{c[6] - c[0], c[7] - c[1], c[8] - c[2]};
    const double east = u[1] * v[2] - u[2] * v[1];
    const double north = u[2] * v[0] - u[0] * v[2];
    return std::atan2(east, north) * 180 / M_PI;
}

} // namespace

class RoofsTest : public QObject {
    Q_OBJECT

    std::vector<Roof> m_roofs;

    void read()
    {
        QTemporaryDir folder;
        services::ImportRequest request;
        request.sources = {tile};
        request.out = folder.filePath(QStringLiteral("region"));
        const auto summary = services::importSources(request, {}, {});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        const auto region = package::RegionPackage::open(request.out);
        QVERIFY(region.has_value());
        const double convergence = (*region)->info().meridianConvergenceDegrees;
        const std::map<QString, Place> places = roofPlaces(tile);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray features =
            QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("features")].toArray();
        for (const QJsonValue& feature : features) {
            const QJsonValue listed = feature[QLatin1String("properties")];
            const auto number = [&](const char* key) { return listed[QLatin1String(key)].toString().toDouble(); };
            const auto place = places.find(listed[QLatin1String("RoofTopID")].toString());
            if (place == places.end())
                continue; // of the neighbouring tile
            const auto object = (*region)->object(place->second.building);
            QVERIFY2(object.has_value(), qPrintable(place->second.building));
            const std::size_t before = m_roofs.size();
            int seen = 0;
            for (const SurfaceRecord& surface : object->surfaces)
                if (surface.id == place->second.surface && seen++ == place->second.number) {
                    QCOMPARE(surface.type, SurfaceType::Roof);
                    m_roofs.push_back({place->first, surface.areaSquareMetres, surface.inclinationDegrees,
                                       surface.azimuthDegrees - convergence, number("Area"), number("Tilt"),
                                       number("Azimuth"), azimuthOfFirstCorners(place->second.corners)});
                }
            QVERIFY2(m_roofs.size() == before + 1,
                     qPrintable(place->first + QStringLiteral(" is missing in ") + place->second.building));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(tile) || !QFile::exists(list))
            QSKIP("the shared test data are not here");
        read();
        QCOMPARE(int(m_roofs.size()), 181); // all roofs of the tile
    }

    void roofsThatTheListCouldMeasureAgree()
    {
        int measured = 0;
        int tilted = 0;
        for (const Roof& roof : m_roofs) {
            if (roof.listedArea == 0)
                continue;
            ++measured;
            tilted += roof.tilt >= levelDegrees ? 1 : 0;
            QVERIFY2(roof.areaAgrees() && roof.directionAgrees(),
                     qPrintable(QStringLiteral("%1: %2 m², %3°, %4° listed as %5 m², %6°, %7°")
                                    .arg(roof.polygon)
                                    .arg(roof.area)
                                    .arg(roof.tilt)
                                    .arg(roof.azimuth)
                                    .arg(roof.listedArea)
                                    .arg(roof.listedTilt)
                                    .arg(roof.listedAzimuth)));
        }
        QCOMPARE(measured, 108);
        QCOMPARE(tilted, 44);
    }

    void theOthersAreExplained()
    {
        int agreeing = 0;
        int differing = 0;
        for (const Roof& roof : m_roofs) {
            if (roof.listedArea != 0)
                continue;
            QVERIFY(roof.area > 1 && roof.tilt > levelDegrees);
            // What the list calls the azimuth is the direction of the first corners, up to which side is the outer one.
            QVERIFY2(std::abs(std::remainder(roof.listedAzimuth - roof.firstCornersAzimuth, 180)) < 0.05,
                     qPrintable(roof.polygon));
            if (roof.directionAgrees()) {
                ++agreeing;
                continue;
            }
            ++differing;
            qInfo("%s: %.1f° to %.1f°, the first corners alone say %.1f° to %.1f°", qPrintable(roof.polygon), roof.tilt,
                  roof.azimuth, roof.listedTilt, roof.listedAzimuth);
        }
        QCOMPARE(agreeing, 44);
        QCOMPARE(differing, 29);
    }
};

QTEST_GUILESS_MAIN(RoofsTest)
#include "tst_roofs.moc"
