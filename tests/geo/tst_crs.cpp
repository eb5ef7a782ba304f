// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Crs.h"

#include <array>
#include <cmath>
#include <random>
#include <thread>

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace twin;
using namespace twin::geo;

namespace {

const ProjectedPosition dortmund{393400, 5707900, 85};

double distance(const ProjectedPosition& a, const ProjectedPosition& b)
{
    return std::hypot(a.eastingMetres - b.eastingMetres, a.northingMetres - b.northingMetres,
                      a.heightMetres - b.heightMetres);
}

double distance(const EcefPosition& a, const EcefPosition& b)
{
    return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

std::vector<ProjectedPosition> randomPoints(const ProjectedPosition& min, const ProjectedPosition& max, int count)
{
    std::mt19937 random(7); // the engine, not the distributions, is the same everywhere
    const auto between = [&random](double a, double b) { return a + (b - a) * (random() / 4294967296.0); };
    std::vector<ProjectedPosition> points;
    for (int i = 0; i < count; ++i)
        points.push_back({between(min.eastingMetres, max.eastingMetres),
                          between(min.northingMetres, max.northingMetres), between(20, 300)});
    return points;
}

/// Positions through PROJ's own program, in the axis order its database prescribes.
std::vector<ProjectedPosition> throughCs2cs(const QString& from, bool northingFirst,
                                            const std::vector<ProjectedPosition>& points)
{
    QByteArray input;
    for (const ProjectedPosition& p : points) {
        const double first = northingFirst ? p.northingMetres : p.eastingMetres;
        const double second = northingFirst ? p.eastingMetres : p.northingMetres;
        input += QByteArray::number(first, 'f', 10) + ' ' + QByteArray::number(second, 'f', 10) + " 0\n";
    }
    QProcess process;
    process.start(QStringLiteral("cs2cs"),
                  {QStringLiteral("-f"), QStringLiteral("%.6f"), from, QStringLiteral("EPSG:25832")});
    process.write(input);
    process.closeWriteChannel();
    std::vector<ProjectedPosition> result;
    if (!process.waitForFinished(30000))
        return result;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() >= 2)
            result.push_back({fields[0].toDouble(), fields[1].toDouble(), points[result.size()].heightMetres});
    }
    return result;
}

} // namespace

class CrsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellings_data()
    {
        QTest::addColumn<QString>("horizontal");
        QTest::addColumn<QString>("vertical");
        QTest::addColumn<bool>("zonePrefix");
        const auto row = [](const char* text, const char* horizontal, const char* vertical, bool prefix = false) {
            QTest::newRow(text) << QString::fromLatin1(horizontal) << QString::fromLatin1(vertical) << prefix;
        };
        row("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016", "EPSG:25832", "EPSG:7837");
        row("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH", "EPSG:25832", "EPSG:7837");
        row("urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH", "EPSG:25832", "EPSG:5783");
        row("urn:adv:crs:ETRS89_UTM33*DE_DHHN92_NH*GCG2011", "EPSG:25833", "EPSG:5783");
        row("urn:adv:crs:ETRS89_UTM31*DE_DHHN85_NOH", "EPSG:25831", "EPSG:5784");
        row("urn:adv:crs:ETRS89_UTM32*DE_DHHN12_NOH", "EPSG:25832", "EPSG:7699");
        row("urn:adv:crs:ETRS89_UTM32", "EPSG:25832", "");
        row("urn:adv:crs:DE_DHDN_3GK4*DE_DHHN92_NH", "EPSG:31468", "EPSG:5783");
        row("urn:adv:crs:DE_DHDN_3GK2_NW177", "EPSG:31466", "");
        row("urn:adv:crs:ETRS89_Lat-Lon-h", "EPSG:4258", "ellipsoidal");
        row("EPSG:25832", "EPSG:25832", "");
        row(" epsg:31467 ", "EPSG:31467", "");
        row("EPSG:25832+7837", "EPSG:25832", "EPSG:7837");
        row("EPSG:25832+EPSG:7837", "EPSG:25832", "EPSG:7837");
        row("urn:ogc:def:crs:EPSG::25832", "EPSG:25832", "");
        row("urn:ogc:def:crs:EPSG:6.12:25833", "EPSG:25833", "");
        row("urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783", "EPSG:25832", "EPSG:5783");
        row("urn:ogc:def:crs,crs:EPSG:6.12:31466,crs:EPSG:6.12:5783", "EPSG:31466", "EPSG:5783");
        row("urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783", "EPSG:3068", "EPSG:5783");
        row("urn:ogc:def:crs:EPSG:25832, crs:EPSG:5783", "EPSG:25832", "EPSG:5783");
        row("urn:ogc:def,crs::EPSG:31467", "EPSG:31467", "");
        row("http://www.opengis.net/def/crs/EPSG/0/5555", "EPSG:25832", "EPSG:5783");
        row("https://www.opengis.net/def/crs/EPSG/0/7415", "EPSG:28992", "EPSG:5709");
        row("http://www.opengis.net/def/crs/EPSG/6.12/3068", "EPSG:3068", "");
        row("http://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25832&2=http://"
            "www.opengis.net/def/crs/EPSG/0/7837",
            "EPSG:25832", "EPSG:7837");
        row("http://www.opengis.net/gml/srs/epsg.xml#25832", "EPSG:25832", "");
        row("EPSG:5556", "EPSG:25833", "EPSG:5783");
        row("EPSG:7423", "EPSG:4258", "EPSG:5621");
        row("EPSG:4979", "EPSG:4326", "ellipsoidal");
        row("EPSG:4647", "EPSG:25832", "", true);
        row("EPSG:5652", "EPSG:25832", "", true);
        row("EPSG:32755", "EPSG:32755", "");
        row("OGC:CRS84", "EPSG:4326", "");
        row("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "");
        row("http://www.opengis.net/def/crs/OGC/0/CRS84h", "EPSG:4326", "ellipsoidal");
    }

    void spellings()
    {
        QFETCH(QString, horizontal);
        QFETCH(QString, vertical);
        QFETCH(bool, zonePrefix);
        const auto crs = parseCrs(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(crs.has_value(), crs ? "" : qPrintable(crs.error().toText() + crs.error().detail));
        QCOMPARE(crs->horizontal, horizontal);
        QCOMPARE(crs->vertical, vertical);
        QCOMPARE(crs->hasZonePrefix, zonePrefix);
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* text, ErrorCode code) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(code);
        };
        row("", ErrorCode::MissingCrs);
        row("   ", ErrorCode::MissingCrs);
        row("#local-CRS-1", ErrorCode::UnsupportedFormat);
        row("CH1903", ErrorCode::UnsupportedFormat);
        row("EPSG:23632", ErrorCode::UnsupportedFormat);
        row("EPSG:5783", ErrorCode::UnsupportedFormat);
        row("EPSG:4978", ErrorCode::UnsupportedFormat);
        row("EPSG:25832+25833", ErrorCode::UnsupportedFormat);
        row("EPSG:5555+7837", ErrorCode::UnsupportedFormat);
        row("EPSG:25832+8228", ErrorCode::UnknownHeightReference);
        row("EPSG:999999999999", ErrorCode::UnsupportedFormat);
        row("urn:adv:crs:ETRS89_UTM32*DE_UNBEKANNT", ErrorCode::UnsupportedFormat);
        row("+proj=pipeline +step +proj=hgridshift +grids=/etc/passwd", ErrorCode::UnsupportedFormat);
        QTest::newRow("a megabyte") << QString(1 << 20, QLatin1Char('E')) << int(ErrorCode::UnsupportedFormat);
    }

    void nothingIsGuessed()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        const auto crs = parseCrs(text);
        QVERIFY(!crs);
        QCOMPARE(int(crs.error().code), code);
        QVERIFY(!crs.error().effectiveRemedy().isEmpty());
        QVERIFY(crs.error().summary.size() < 400);
    }

    void transformsAsCs2cs_data()
    {
        QTest::addColumn<QString>("srs");
        QTest::addColumn<bool>("northingFirst");
        QTest::addColumn<ProjectedPosition>("min");
        QTest::addColumn<ProjectedPosition>("max");
        const auto row = [](const char* srs, bool northingFirst, ProjectedPosition min, ProjectedPosition max) {
            QTest::newRow(srs) << QString::fromLatin1(srs) << northingFirst << min << max;
        };
        row("EPSG:25831", false, {800000, 5690000, 0}, {830000, 5730000, 0});
        row("EPSG:25833", false, {-30000, 5700000, 0}, {0, 5730000, 0});
        row("EPSG:31466", true, {2590000, 5690000, 0}, {2620000, 5720000, 0});
        row("EPSG:31467", true, {3385000, 5690000, 0}, {3415000, 5720000, 0});
        row("EPSG:31468", true, {4460000, 5300000, 0}, {4480000, 5350000, 0});
        row("EPSG:3068", true, {10000, 10000, 0}, {40000, 40000, 0});
        row("EPSG:4258", true, {7.3, 51.4, 0}, {7.7, 51.6, 0});
        row("EPSG:4326", true, {7.3, 51.4, 0}, {7.7, 51.6, 0});
        row("EPSG:28992", false, {180000, 320000, 0}, {210000, 360000, 0});
    }

    void transformsAsCs2cs()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("cs2cs")).isEmpty())
            QSKIP("cs2cs (proj-bin) is not installed");
        QFETCH(QString, srs);
        QFETCH(bool, northingFirst);
        QFETCH(ProjectedPosition, min);
        QFETCH(ProjectedPosition, max);
        std::vector<ProjectedPosition> points = randomPoints(min, max, 200);
        const std::vector<ProjectedPosition> expected = throughCs2cs(srs, northingFirst, points);
        QCOMPARE(expected.size(), points.size());
        const auto transformer = Transformer::toRegion(*parseCrs(srs));
        QVERIFY(transformer.has_value());
        QVERIFY(!transformer->isIdentity());
        QVERIFY(transformer->transform(points).has_value());
        for (std::size_t i = 0; i < points.size(); ++i)
            QVERIFY2(distance(points[i], expected[i]) < 0.001,
                     qPrintable(QString::number(distance(points[i], expected[i]), 'g', 6)));
    }

    void regionCrsIsTheIdentity()
    {
        for (const char* name : {"EPSG:25832", "EPSG:5555", "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016"}) {
            const auto transformer = Transformer::toRegion(*parseCrs(QString::fromLatin1(name)));
            QVERIFY(transformer && transformer->isIdentity());
            std::vector<ProjectedPosition> points{dortmund};
            QVERIFY(transformer->transform(points).has_value());
            QCOMPARE(points[0], dortmund);
            QVERIFY(transformer->transform({}).has_value());
        }
    }

    void zonePrefixIsRemoved()
    {
        for (const char* name : {"EPSG:4647", "EPSG:25832"}) {
            const auto transformer = Transformer::toRegion(*parseCrs(QString::fromLatin1(name)));
            std::vector<ProjectedPosition> points{{32392514, 5708000, 80}, {392514, 5708000, 80}};
            QVERIFY(transformer->transform(points).has_value());
            QCOMPARE(points[0], (ProjectedPosition{392514, 5708000, 80}));
            QCOMPARE(points[1], points[0]);
            std::vector<ProjectedPosition> foreign{{33392514, 5708000, 80}};
            QCOMPARE(int(transformer->transform(foreign).error().code), int(ErrorCode::TransformFailed));
        }
        // A prefixed neighbour zone: the same as without the prefix.
        const auto east = Transformer::toRegion(*parseCrs(QStringLiteral("EPSG:25833")));
        std::vector<ProjectedPosition> points{{33250000, 5700000, 50}, {250000, 5700000, 50}};
        QVERIFY(east->transform(points).has_value());
        QVERIFY(distance(points[0], points[1]) < 1e-9);
    }

    void ellipsoidalHeightsLoseTheUndulation()
    {
        const auto geocentric = Geocentric::create();
        const GeodeticPosition place = geocentric->toGeodetic(dortmund);
        const auto transformer = Transformer::toRegion(*parseCrs(QStringLiteral("EPSG:4979")));
        std::vector<ProjectedPosition> points{
            {place.longitudeDegrees, place.latitudeDegrees, place.ellipsoidalHeightMetres}};
        QVERIFY(transformer->transform(points).has_value());
        QVERIFY(distance(points[0], dortmund) < 1e-4);
        QCOMPARE(
            int(Transformer::toRegion({QStringLiteral("EPSG:31467"), QString(ellipsoidalHeights), false}).error().code),
            int(ErrorCode::UnknownHeightReference));
    }

    void impossibleCoordinatesAreErrors()
    {
        const double inf = std::numeric_limits<double>::infinity();
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const char* name : {"EPSG:25832", "EPSG:31467", "EPSG:4326"}) {
            const auto transformer = Transformer::toRegion(*parseCrs(QString::fromLatin1(name)));
            for (const ProjectedPosition& bad : {ProjectedPosition{nan, 5, 1}, {5, inf, 1}, {7, 51, nan}}) {
                std::vector<ProjectedPosition> points{bad};
                QVERIFY(!transformer->transform(points));
            }
        }
        const auto geographic = Transformer::toRegion(*parseCrs(QStringLiteral("EPSG:4326")));
        std::vector<ProjectedPosition> swapped{{7.4, 351.5, 0}};
        QCOMPARE(int(geographic->transform(swapped).error().code), int(ErrorCode::TransformFailed));
        QCOMPARE(int(Transformer::toRegion({QStringLiteral("EPSG:123456"), {}, false}).error().code),
                 int(ErrorCode::TransformFailed));
        QCOMPARE(int(Transformer::toRegion({}).error().code), int(ErrorCode::MissingCrs));
    }

    void ecefRoundTrip()
    {
        const auto geocentric = Geocentric::create();
        QVERIFY(geocentric.has_value());
        for (const ProjectedPosition& p : randomPoints({280000, 5650000, 0}, {480000, 5760000, 0}, 500)) {
            QVERIFY(distance(geocentric->toProjected(geocentric->toEcef(p)), p) < 1e-4);
            QVERIFY(distance(geocentric->fromGeodetic(geocentric->toGeodetic(p)), p) < 1e-4);
        }
        QVERIFY(geocentric->undulationMetres(dortmund) > 45.5 && geocentric->undulationMetres(dortmund) < 46.7);
    }

    void theRecordedUndulationIsUsed()
    {
        const Undulation plane{true, 47, 1e-5, -2e-5, dortmund};
        const Undulation constant{false, 45.5, 0, 0, dortmund};
        const ProjectedPosition away{dortmund.eastingMetres + 10000, dortmund.northingMetres + 5000, 120};
        const auto own = Geocentric::create();
        const auto recorded = Geocentric::create(constant);
        QVERIFY(recorded.has_value());
        QVERIFY(!recorded->usesGeoidGrid()); // even where there is a grid: the writer had none
        QCOMPARE(recorded->undulationMetres(away), 45.5);
        if (!own->usesGeoidGrid()) // else the grid itself is better than the plane
            QVERIFY(std::abs(Geocentric::create(plane)->undulationMetres(away) - (47 + 0.1 - 0.1)) < 1e-9);
        // The same ECEF coordinates lie higher by what the writer took off less.
        const ProjectedPosition mine = own->toProjected(own->toEcef(away));
        const ProjectedPosition theirs = recorded->toProjected(own->toEcef(away));
        QVERIFY(std::abs(theirs.heightMetres - mine.heightMetres - (own->undulationMetres(away) - 45.5)) < 1e-4);
        QVERIFY(distance(recorded->toProjected(recorded->toEcef(away)), away) < 1e-4);
        QVERIFY(distance(recorded->fromGeodetic(recorded->toGeodetic(away)), away) < 1e-4);
        // What is recorded of a plane is the plane.
        const Undulation again = recorded->undulationAround(away, 20000);
        QVERIFY(!again.fromGrid && std::abs(again.metres - 45.5) < 1e-9 && std::abs(again.perMetreEast) < 1e-12);
    }

    void ecefIsWhatTheEllipsoidSays()
    {
        // Closed form for GRS80 (Heiskanen & Moritz): independent of PROJ's code.
        const auto geocentric = Geocentric::create();
        const GeodeticPosition g = geocentric->toGeodetic(dortmund);
        const double phi = g.latitudeDegrees * M_PI / 180;
        const double lambda = g.longitudeDegrees * M_PI / 180;
        const double f = 1 / 298.257222101;
        const double e2 = f * (2 - f);
        const double n = 6378137 / std::sqrt(1 - e2 * std::sin(phi) * std::sin(phi));
        const double h = g.ellipsoidalHeightMetres;
        const EcefPosition expected{(n + h) * std::cos(phi) * std::cos(lambda),
                                    (n + h) * std::cos(phi) * std::sin(lambda), (n * (1 - e2) + h) * std::sin(phi)};
        QVERIFY(distance(geocentric->toEcef(dortmund), expected) < 1e-6);
    }

    void tangentKeepsItsPromise()
    {
        const auto geocentric = Geocentric::create();
        const Matrix4 m = geocentric->ecefFromLocal(dortmund);
        const auto apply = [&m](double e, double n, double h) {
            return EcefPosition{m[0] * e + m[4] * n + m[8] * h + m[12], m[1] * e + m[5] * n + m[9] * h + m[13],
                                m[2] * e + m[6] * n + m[10] * h + m[14]};
        };
        QVERIFY(distance(apply(0, 0, 0), geocentric->toEcef(dortmund)) < 1e-6);
        for (int degrees = 0; degrees < 360; degrees += 30) {
            const double e = 1000 * std::sin(degrees * M_PI / 180);
            const double n = 1000 * std::cos(degrees * M_PI / 180);
            const ProjectedPosition back = geocentric->toProjected(apply(e, n, 50));
            QVERIFY(std::hypot(back.eastingMetres - dortmund.eastingMetres - e,
                               back.northingMetres - dortmund.northingMetres - n) < 0.01);
            QVERIFY(std::abs(back.heightMetres - dortmund.heightMetres - 50) < 0.1);
        }
        // Right-handed, up is up: the third column is the ellipsoid's normal.
        QVERIFY(std::abs(std::hypot(m[8], m[9], m[10]) - 1) < 1e-9);
    }

    void convergenceAndScale()
    {
        const auto geocentric = Geocentric::create();
        const double convergence = geocentric->meridianConvergenceDegrees(dortmund);
        QVERIFY2(convergence > -1.25 && convergence < -1.15, qPrintable(QString::number(convergence)));
        // By construction: the azimuth of a short step to grid north, from its geodetic end points.
        const GeodeticPosition a = geocentric->toGeodetic(dortmund);
        const GeodeticPosition b = geocentric->toGeodetic({dortmund.eastingMetres, dortmund.northingMetres + 100, 85});
        const double north = (b.latitudeDegrees - a.latitudeDegrees) * 111269;
        const double east =
            (b.longitudeDegrees - a.longitudeDegrees) * 111320 * std::cos(a.latitudeDegrees * M_PI / 180);
        QVERIFY(std::abs(std::atan2(east, north) * 180 / M_PI - convergence) < 0.01);
        // k = 0.9996 (1 + x²/2R²) with x = distance from the central meridian.
        const double x = dortmund.eastingMetres - 500000;
        QVERIFY(std::abs(geocentric->gridScale(dortmund) - 0.9996 * (1 + x * x / (2 * 6383000.0 * 6383000.0))) < 1e-6);
        QVERIFY(geocentric->meridianConvergenceDegrees({600000, 5700000, 0}) > 0);
    }

    void eightThreads()
    {
        std::array<double, 8> worst{};
        std::vector<std::thread> threads;
        std::vector<ProjectedPosition> reference = randomPoints({3385000, 5690000, 0}, {3415000, 5720000, 0}, 500);
        const std::vector<ProjectedPosition> source = reference;
        QVERIFY(Transformer::toRegion(*parseCrs(QStringLiteral("EPSG:31467")))->transform(reference).has_value());
        for (std::size_t t = 0; t < worst.size(); ++t) {
            threads.emplace_back([&, t] {
                const auto transformer =
                    Transformer::toRegion(*parseCrs(QStringLiteral("urn:ogc:def:crs:EPSG::31467")));
                const auto geocentric = Geocentric::create();
                for (int round = 0; round < 5; ++round) {
                    std::vector<ProjectedPosition> points = source;
                    if (!transformer->transform(points))
                        worst[t] = 1e9;
                    for (std::size_t i = 0; i < points.size(); ++i)
                        worst[t] =
                            std::max({worst[t], distance(points[i], reference[i]),
                                      distance(geocentric->toProjected(geocentric->toEcef(points[i])), reference[i])});
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        for (const double error : worst)
            QVERIFY(error < 1e-4);
    }
};

QTEST_GUILESS_MAIN(CrsTest)
#include "tst_crs.moc"
