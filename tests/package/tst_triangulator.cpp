// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/Footprint.h"
#include "package/geometry/PlanarUnion.h"
#include "package/geometry/Triangulator.h"

#include <cmath>
#include <limits>
#include <random>

#include <QDirIterator>
#include <QTest>

using namespace twin;
using namespace twin::package;

namespace {

constexpr ProjectedPosition origin{393000, 5707000, 80};
using Ring = std::vector<Point2>;

/// A plane by two unit vectors at right angles.
struct Plane {
    LocalPosition u{1, 0, 0};
    LocalPosition v{0, 1, 0};

    [[nodiscard]] ProjectedPosition place(const Point2& p) const
    {
        return {origin.eastingMetres + p.x * u.x + p.y * v.x, origin.northingMetres + p.x * u.y + p.y * v.y,
                origin.heightMetres + p.x * u.z + p.y * v.z};
    }
};

Plane randomPlane(std::mt19937& random)
{
    std::uniform_real_distribution<double> angle(-3.14, 3.14);
    const double a = angle(random);
    const double b = angle(random) / 2;
    const LocalPosition n{std::cos(a) * std::cos(b), std::sin(a) * std::cos(b), std::sin(b)};
    LocalPosition u = cross(n, std::abs(n.z) < 0.9 ? LocalPosition{0, 0, 1} : LocalPosition{1, 0, 0});
    u = u * (1 / length(u));
    return {u, cross(n, u)};
}

Polygon makePolygon(const std::vector<Ring>& rings, const Plane& plane = {})
{
    Polygon polygon;
    for (const Ring& ring : rings) {
        polygon.ringStarts.push_back(static_cast<std::uint32_t>(polygon.points.size()));
        for (const Point2& p : ring)
            polygon.points.push_back(plane.place(p));
    }
    return polygon;
}

/// A ring around a centre with uneven radii: simple, not convex.
Ring star(std::mt19937& random, Point2 centre, double least, double most, int points, bool clockwise)
{
    std::uniform_real_distribution<double> radius(least, most);
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * M_PI * i / points * (clockwise ? -1 : 1);
        const double r = radius(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return ring;
}

double triangleArea(const TriangulatedPolygon& result)
{
    double area = 0;
    for (std::size_t i = 0; i < result.indices.size(); i += 3) {
        const LocalPosition& a = result.points[result.indices[i]];
        area += length(cross(result.points[result.indices[i + 1]] - a, result.points[result.indices[i + 2]] - a)) / 2;
    }
    return area;
}

bool allFaceAlong(const TriangulatedPolygon& result, const LocalPosition& normal)
{
    for (std::size_t i = 0; i < result.indices.size(); i += 3) {
        const LocalPosition& a = result.points[result.indices[i]];
        const LocalPosition n =
            cross(result.points[result.indices[i + 1]] - a, result.points[result.indices[i + 2]] - a);
        if (dot(n, normal) < -1e-9)
            return false;
    }
    return true;
}

Ring square(double low, double high)
{
    return {{low, low}, {high, low}, {high, high}, {low, high}};
}
Ring reversed(Ring ring)
{
    std::reverse(ring.begin(), ring.end());
    return ring;
}
Ring shifted(Ring ring, double dx, double dy)
{
    for (Point2& p : ring)
        p = {p.x + dx, p.y + dy};
    return ring;
}

constexpr std::uint16_t bit(Mend mend)
{
    return static_cast<std::uint16_t>(mend);
}

/// The facets of a POLY file (tetgen's format, as val3dity uses it for its tests).
std::vector<Polygon> readPoly(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList words;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines)
        words += line.section(QLatin1Char('#'), 0, 0).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    qsizetype at = 0;
    const auto next = [&] { return at < words.size() ? words[at++].toDouble() : 0.0; };
    const int pointCount = static_cast<int>(next());
    at = 4;
    std::map<int, ProjectedPosition> points;
    for (int i = 0; i < pointCount; ++i) {
        const int index = static_cast<int>(next());
        const double x = next();
        const double y = next();
        points[index] = {origin.eastingMetres + x, origin.northingMetres + y, origin.heightMetres + next()};
    }
    const int facets = static_cast<int>(next());
    next();
    std::vector<Polygon> polygons;
    for (int f = 0; f < facets && at < words.size(); ++f) {
        const int rings = static_cast<int>(next());
        const int holes = static_cast<int>(next());
        Polygon polygon;
        for (int r = 0; r < rings; ++r) {
            polygon.ringStarts.push_back(static_cast<std::uint32_t>(polygon.points.size()));
            const int count = static_cast<int>(next());
            for (int i = 0; i < count; ++i)
                polygon.points.push_back(points[static_cast<int>(next())]);
        }
        for (int h = 0; h < holes * 4; ++h)
            next();
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

} // namespace

class TriangulatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areaEqualsShoelaceForRandomPolygonsWithHoles()
    {
        std::mt19937 random(2030);
        Triangulator triangulator;
        for (int n = 0; n < 2000; ++n) {
            const Plane plane = randomPlane(random);
            std::vector<Ring> rings{star(random, {}, 20, 30, 3 + n % 60, false)};
            for (int hole = 0; hole < n % 5; ++hole) {
                const double angle = 2 * M_PI * hole / 4;
                rings.push_back(
                    star(random, {10 * std::cos(angle), 10 * std::sin(angle)}, 1, 5, 3 + n % 7, n % 3 != 0));
            }
            double expected = std::abs(signedArea(rings[0]));
            // A triangle as exterior is smaller than its circle: holes may then lie outside, which is another test.
            if (rings[0].size() < 8)
                rings.resize(1);
            for (std::size_t i = 1; i < rings.size(); ++i)
                expected -= std::abs(signedArea(rings[i]));
            const TriangulatedPolygon& result = triangulator.triangulate(makePolygon(rings, plane), origin);
            QVERIFY2(result.mends == 0, qPrintable(QStringLiteral("polygon %1: %2").arg(n).arg(result.mends)));
            QVERIFY2(std::abs(triangleArea(result) - expected) < 1e-6 * expected,
                     qPrintable(QStringLiteral("polygon %1").arg(n)));
            QVERIFY(std::abs(result.areaSquareMetres - expected) < 1e-6 * expected);
            const LocalPosition normal = cross(plane.u, plane.v);
            QVERIFY(length(result.normal - normal) < 1e-6);
            QVERIFY(allFaceAlong(result, normal));
        }
    }

    void dirtyPolygons_data()
    {
        QTest::addColumn<std::vector<std::vector<Point2>>>("rings");
        QTest::addColumn<double>("area");
        QTest::addColumn<int>("mends");
        const auto row = [](const char* name, std::vector<Ring> rings, double area, int mends) {
            QTest::newRow(name) << rings << area << mends;
        };
        const int duplicate = bit(Mend::DuplicatePoints);
        const int spike = bit(Mend::Spike);
        const int crossing = bit(Mend::SelfIntersecting);
        const int touches = bit(Mend::HoleTouches);
        const int degenerate = bit(Mend::Degenerate);
        row("square", {square(0, 10)}, 100, 0);
        row("clockwise square faces down", {reversed(square(0, 10))}, 100, 0);
        row("collinear points stay", {{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {5, 10}, {0, 10}}}, 100, 0);
        row("closing point repeated", {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}}, 100, duplicate);
        row("points repeated", {{{0, 0}, {0, 0}, {10, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}}}, 100, duplicate);
        row("spike outwards", {{{0, 0}, {10, 0}, {10, 5}, {20, 5}, {10, 5}, {10, 10}, {0, 10}}}, 100, spike);
        row("spike at the start", {{{-5, 0}, {0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}}, 100, spike | duplicate);
        row("arrow", {{{0, 0}, {10, 0}, {3, 3}, {0, 10}}}, 30, 0);
        row("bow tie", {{{0, 0}, {10, 10}, {10, 0}, {0, 10}}}, 50, crossing);
        row("uneven bow tie", {{{0, 0}, {10, 10}, {10, 0}, {0, 5}}}, 100.0 / 3 + 25.0 / 3, crossing);
        row("hole", {square(0, 10), reversed(square(2, 8))}, 64, 0);
        row("hole turns the same way", {square(0, 10), square(2, 8)}, 64, 0);
        row("hole touches in a corner", {square(0, 10), {{0, 0}, {4, 2}, {2, 4}}}, 100 - 6, touches);
        row("hole shares an edge", {square(0, 10), {{0, 2}, {0, 8}, {5, 8}, {5, 2}}}, 70, touches);
        row("hole lies outside", {square(0, 10), shifted(square(0, 2), 20, 0)}, 100, crossing);
        row("hole crosses the rim", {square(0, 10), shifted(square(0, 4), 8, 3)}, 92, crossing);
        row("holes overlap", {square(0, 10), square(2, 6), square(4, 8)}, 100 - 28, crossing);
        row("hole without area", {square(0, 10), {{2, 2}, {4, 4}}}, 100, bit(Mend::HoleDropped));
        row("hole takes everything", {square(0, 10), reversed(square(0, 10))}, 0, degenerate | touches);
        row("line", {{{0, 0}, {5, 5}, {10, 10}}}, 0, degenerate | spike);
        row("point", {{{1, 1}, {1, 1}, {1, 1}}}, 0, degenerate | duplicate);
        row("two points", {{{0, 0}, {1, 1}}}, 0, degenerate);
        row("sliver", {{{0, 0}, {10, 0}, {10, 0.0001}}}, 0, degenerate | duplicate);
        row("nothing", {{}}, 0, degenerate);
    }

    void dirtyPolygons()
    {
        QFETCH(std::vector<std::vector<Point2>>, rings);
        QFETCH(double, area);
        QFETCH(int, mends);
        std::mt19937 random(7);
        Triangulator triangulator;
        for (int n = 0; n < 20; ++n) {
            const Plane plane = n == 0 ? Plane{} : randomPlane(random);
            const TriangulatedPolygon& result = triangulator.triangulate(makePolygon(rings, plane), origin);
            QVERIFY2(std::abs(triangleArea(result) - area) < 1e-3, qPrintable(QString::number(triangleArea(result))));
            QCOMPARE(int(result.mends), mends);
            QVERIFY(allFaceAlong(result, result.normal));
            QCOMPARE(result.indices.empty(), area == 0);
        }
    }

    void impossibleCoordinatesAreDropped()
    {
        Triangulator triangulator;
        for (const double bad :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e300, -1e7}) {
            Polygon polygon = makePolygon({square(0, 10)});
            polygon.points[2].heightMetres = bad;
            const TriangulatedPolygon& result = triangulator.triangulate(polygon, origin);
            QVERIFY(result.indices.empty());
            QVERIFY(result.has(Mend::NotFinite));
        }
        Polygon broken = makePolygon({square(0, 10)});
        broken.ringStarts = {0, 900, 2};
        QVERIFY(triangulator.triangulate(broken, origin).indices.empty());
        broken.ringStarts = {};
        QVERIFY(triangulator.triangulate(broken, origin).indices.empty());
    }

    void nearlyPlanarIsKeptAndReportedFromAThreshold()
    {
        Triangulator triangulator;
        Polygon polygon = makePolygon({square(0, 10)});
        polygon.points[2].heightMetres += 0.1;
        QCOMPARE(int(triangulator.triangulate(polygon, origin).mends), 0);
        polygon.points[2].heightMetres += 1;
        const TriangulatedPolygon& result = triangulator.triangulate(polygon, origin);
        QVERIFY(result.has(Mend::NonPlanar));
        QCOMPARE(result.indices.size(), 6U);
    }

    void millimetresSurviveFarFromTheOrigin()
    {
        Triangulator triangulator;
        const ProjectedPosition far{393000.001, 5707000.002, 80.003};
        Polygon polygon;
        polygon.ringStarts = {0};
        polygon.points = {far,
                          {393000.011, 5707000.002, 80.003},
                          {393000.011, 5707000.012, 80.003},
                          {393000.001, 5707000.012, 80.003}};
        QVERIFY(std::abs(triangulator.triangulate(polygon, origin).areaSquareMetres - 1e-4) < 1e-9);
    }

    void sharedOddPolygonsNeverCrashAndStayWithinTheirHull()
    {
        const QString folder = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-edge/val3dity-geometry");
        if (!QDir(folder).exists())
            QSKIP("../shared is not here");
        Triangulator triangulator;
        int files = 0;
        QDirIterator all(folder, {QStringLiteral("*.poly")}, QDir::Files);
        while (all.hasNext()) {
            const std::vector<Polygon> polygons = readPoly(all.next());
            QVERIFY2(!polygons.empty(), qPrintable(all.fileName()));
            ++files;
            for (const Polygon& polygon : polygons) {
                const TriangulatedPolygon& result = triangulator.triangulate(polygon, origin);
                QVERIFY(result.indices.size() % 3 == 0);
                for (const std::uint32_t index : result.indices)
                    QVERIFY(index < result.points.size());
                // Nothing may be covered twice: the area is at most that of the box around it.
                LocalPosition low{1e9, 1e9, 1e9};
                LocalPosition high{-1e9, -1e9, -1e9};
                for (const LocalPosition& p : result.points) {
                    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
                    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
                }
                const LocalPosition size = high - low;
                QVERIFY(result.areaSquareMetres <= size.x * size.y + size.y * size.z + size.z * size.x + 1e-6);
            }
        }
        QVERIFY(files > 20);
    }

    void unionJoinsWhatSharesEdgesOrOverlaps()
    {
        PlanarUnion planarUnion;
        const auto areaOf = [](const std::vector<PlanarPolygon>& polygons) {
            double area = 0;
            for (const PlanarPolygon& polygon : polygons)
                for (const auto& ring : polygon.rings)
                    area += signedArea(ring);
            return area;
        };
        auto joined = planarUnion.join({{{square(0, 10)}}, {{shifted(square(0, 10), 10, 0)}}});
        QCOMPARE(joined.size(), 1U);
        QVERIFY(std::abs(areaOf(joined) - 200) < 1e-9);
        joined = planarUnion.join({{{square(0, 10)}}, {{reversed(square(5, 15))}}});
        QCOMPARE(joined.size(), 1U);
        QVERIFY(std::abs(areaOf(joined) - 175) < 1e-9);
        joined = planarUnion.join({{{square(0, 10), square(3, 7)}}, {{square(4, 6)}}});
        QCOMPARE(joined.size(), 2U);
        QVERIFY(std::abs(areaOf(joined) - 88) < 1e-9);
        joined = planarUnion.join({{{square(0, 10)}}, {{shifted(square(0, 10), 10, 10)}}}); // touch in a corner
        QCOMPARE(joined.size(), 2U);
        QVERIFY(planarUnion.join({}).empty());
    }
};

QTEST_GUILESS_MAIN(TriangulatorTest)
#include "tst_triangulator.moc"
