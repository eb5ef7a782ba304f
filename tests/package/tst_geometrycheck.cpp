// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geometry/ShellNumber.h"
#include "package/quality/GeometryCheck.h"
#include "package/quality/Val3dity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTextStream>

using namespace twin;

namespace {

constexpr ProjectedPosition place{393000, 5707000, 80};

using Ring = std::vector<std::array<double, 3>>; ///< metres from `place`
using Face = std::vector<Ring>;                  ///< the exterior ring, then holes
using Faces = std::vector<Face>;

CityObject solidOf(const Faces& faces)
{
    CityObject object;
    for (const Face& face : faces) {
        Surface& surface = object.surfaces.emplace_back();
        surface.solid = 0;
        for (const Ring& ring : face) {
            surface.polygon.ringStarts.push_back(std::uint32_t(surface.polygon.points.size()));
            for (const auto& p : ring)
                surface.polygon.points.push_back(
                    {place.eastingMetres + p[0], place.northingMetres + p[1], place.heightMetres + p[2]});
        }
    }
    return object;
}

/// The six sides of a box, facing outwards: floor, lid, south, east, north, west.
Faces box(double x = 10, double y = 10, double z = 10, std::array<double, 3> at = {0, 0, 0})
{
    Faces faces{{{{0, 0, 0}, {0, y, 0}, {x, y, 0}, {x, 0, 0}}}, {{{0, 0, z}, {x, 0, z}, {x, y, z}, {0, y, z}}},
                {{{0, 0, 0}, {x, 0, 0}, {x, 0, z}, {0, 0, z}}}, {{{x, 0, 0}, {x, y, 0}, {x, y, z}, {x, 0, z}}},
                {{{x, y, 0}, {0, y, 0}, {0, y, z}, {x, y, z}}}, {{{0, y, 0}, {0, 0, 0}, {0, 0, z}, {0, y, z}}}};
    for (Face& face : faces)
        for (Ring& ring : face)
            for (auto& p : ring)
                p = {p[0] + at[0], p[1] + at[1], p[2] + at[2]};
    return faces;
}

constexpr std::size_t lid = 1;
const Ring lidRing{{0, 0, 10}, {10, 0, 10}, {10, 10, 10}, {0, 10, 10}};

Faces boxWithLid(const Face& face)
{
    Faces faces = box();
    faces[lid] = face;
    return faces;
}

Faces together(Faces faces, const Faces& more)
{
    faces.insert(faces.end(), more.begin(), more.end());
    return faces;
}

Faces turned(Faces faces)
{
    for (Face& face : faces)
        for (Ring& ring : face)
            std::reverse(ring.begin(), ring.end());
    return faces;
}

/// A box that is left out of a solid.
Faces cavity(double x, double y, double z, std::array<double, 3> at)
{
    return turned(box(x, y, z, at));
}

using Shells = std::vector<Faces>;

/// The first shell is the exterior one. @param composite  of ShellNumber
CityObject solidOf(const Shells& shells, std::int32_t solid, std::int32_t composite)
{
    CityObject object;
    for (std::size_t i = 0; i < shells.size(); ++i)
        for (Surface& surface : solidOf(shells[i]).surfaces) {
            surface.solid = ShellNumber{solid, std::int32_t(i), composite}.packed();
            object.surfaces.push_back(std::move(surface));
        }
    return object;
}

CityObject compositeOf(const std::vector<Shells>& solids, std::int32_t composite = 1)
{
    CityObject object;
    for (std::size_t i = 0; i < solids.size(); ++i)
        for (Surface& surface : solidOf(solids[i], std::int32_t(i), composite).surfaces)
            object.surfaces.push_back(std::move(surface));
    return object;
}

/// A clockwise rectangle in the lid: a hole.
Ring hole(double x0, double y0, double x1, double y1)
{
    return {{x0, y0, 10}, {x0, y1, 10}, {x1, y1, 10}, {x1, y0, 10}};
}

std::set<int> codesOf(const CityObject& object, bool isComplete = true)
{
    package::GeometryCheck check;
    std::set<int> codes;
    for (const package::GeometryFault& fault : check.check(object, isComplete))
        codes.insert(fault.code);
    return codes;
}

QString text(const std::set<int>& codes)
{
    QStringList words;
    for (const int code : codes)
        words.append(QString::number(code));
    return words.join(QLatin1Char(' '));
}

/// val3dity's samples: corners, then facets of one or more rings by numbers of corners.
CityObject readPoly(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(path));
    QTextStream in(&file);
    int corners = 0;
    int ignored = 0;
    in >> corners >> ignored >> ignored >> ignored;
    Ring points{std::size_t(corners)};
    for (auto& p : points)
        in >> ignored >> p[0] >> p[1] >> p[2];
    int facets = 0;
    in >> facets >> ignored;
    Faces faces{std::size_t(facets)};
    for (Face& face : faces) {
        QStringList head;
        while (head.isEmpty() && !in.atEnd())
            head = in.readLine().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const int holes = head.value(1).toInt();
        face.resize(std::size_t(head.value(0).toInt()));
        for (Ring& ring : face) {
            int count = 0;
            in >> count;
            for (int i = 0; i < count; ++i) {
                int corner = 0;
                in >> corner;
                ring.push_back(points.at(std::size_t(corner)));
            }
        }
        for (int i = 0; i < holes * 4; ++i) {
            double skipped = 0;
            in >> skipped;
        }
    }
    return solidOf(faces);
}

} // namespace

class GeometryCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneFaultEach_data()
    {
        QTest::addColumn<Faces>("faces");
        QTest::addColumn<QString>("expected");

        QTest::newRow("a box") << box() << QString();
        QTest::newRow("a box with a hole through it")
            << together(
                   {{{{0, 0, 0}, {0, 10, 0}, {10, 10, 0}, {10, 0, 0}}, {{3, 3, 0}, {6, 3, 0}, {6, 6, 0}, {3, 6, 0}}},
                    {lidRing, hole(3, 3, 6, 6)},
                    {{{3, 3, 0}, {3, 3, 10}, {6, 3, 10}, {6, 3, 0}}},
                    {{{6, 3, 0}, {6, 3, 10}, {6, 6, 10}, {6, 6, 0}}},
                    {{{6, 6, 0}, {6, 6, 10}, {3, 6, 10}, {3, 6, 0}}},
                    {{{3, 6, 0}, {3, 6, 10}, {3, 3, 10}, {3, 3, 0}}}},
                   {box()[2], box()[3], box()[4], box()[5]})
            << QString();
        QTest::newRow("two points") << boxWithLid({{{0, 0, 10}, {10, 0, 10}}}) << "101";
        QTest::newRow("a point twice") << boxWithLid(
                                              {{{0, 0, 10}, {10, 0, 10}, {10, 0, 10.0005}, {10, 10, 10}, {0, 10, 10}}})
                                       << "102";
        QTest::newRow("first point at the end")
            << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {10, 10, 10}, {0, 10, 10}, {0, 0, 10}}}) << "102";
        QTest::newRow("crossed ring") << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {0, 10, 10}, {10, 10, 10}}}) << "104";
        QTest::newRow("spike")
            << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {10, 10, 10}, {10, 14, 10}, {10, 10, 10}, {0, 10, 10}}}) << "104";
        QTest::newRow("touches itself")
            << boxWithLid({{{0, 0, 10}, {5, 5, 10}, {10, 0, 10}, {10, 10, 10}, {5, 5, 10}, {0, 10, 10}}}) << "104";
        QTest::newRow("no area") << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {5, 0, 10}}}) << "104";
        QTest::newRow("hole across the rim") << boxWithLid({lidRing, hole(8, 3, 12, 6)}) << "201";
        QTest::newRow("hole along the rim") << boxWithLid({lidRing, hole(5, 3, 10, 6)}) << "201";
        QTest::newRow("holes across") << boxWithLid({lidRing, hole(2, 2, 5, 5), hole(4, 4, 7, 7)}) << "201";
        QTest::newRow("a hole twice") << boxWithLid({lidRing, hole(2, 2, 5, 5), hole(2, 2, 5, 5)}) << "202";
        QTest::newRow("a corner 5 cm up")
            << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {10, 10, 10.05}, {0, 10, 10}}}) << "203";
        QTest::newRow("a fold") << boxWithLid({{{0, 0, 10},
                                                {10, 0, 10},
                                                {10, 4.999, 10.001},
                                                {10, 5.001, 9.999},
                                                {10, 10, 10},
                                                {0, 10, 10},
                                                {0, 5.001, 9.999},
                                                {0, 4.999, 10.001}}})
                                << "204";
        QTest::newRow("hole from rim to rim")
            << boxWithLid({lidRing, {{0, 0, 10}, {3, 6, 10}, {10, 10, 10}, {6, 3, 10}}}) << "205";
        QTest::newRow("hole that touches once")
            << boxWithLid({{{0, 0, 10}, {10, 0, 10}, {10, 10, 10}, {0, 10, 10}}, {{0, 5, 10}, {4, 7, 10}, {4, 3, 10}}})
            << "302"; // it would need a floor
        QTest::newRow("hole outside") << boxWithLid({lidRing, hole(12, 3, 15, 6)}) << "206";
        QTest::newRow("hole in a hole") << boxWithLid({lidRing, hole(2, 2, 8, 8), hole(4, 4, 6, 6)}) << "207";
        QTest::newRow("hole the same way round")
            << boxWithLid({lidRing, {{3, 3, 10}, {6, 3, 10}, {6, 6, 10}, {3, 6, 10}}}) << "208";
        QTest::newRow("three sides") << Faces{box()[0], box()[1], box()[2]} << "301";
        QTest::newRow("without a lid") << Faces{box()[0], box()[2], box()[3], box()[4], box()[5]} << "302";
        QTest::newRow("two boxes on one edge") << together(box(), box(10, 10, 10, {10, 10, 0})) << "303";
        QTest::newRow("two boxes on one corner") << together(box(), box(10, 10, 10, {10, 10, 10})) << "303 305";
        QTest::newRow("two boxes apart") << together(box(), box(10, 10, 10, {20, 0, 0})) << "305";
        QTest::newRow("a dent through the floor")
            << together({box()[0], box()[2], box()[3], box()[4], box()[5]}, {{{{0, 0, 10}, {10, 0, 10}, {5, 5, -3}}},
                                                                             {{{10, 0, 10}, {10, 10, 10}, {5, 5, -3}}},
                                                                             {{{10, 10, 10}, {0, 10, 10}, {5, 5, -3}}},
                                                                             {{{0, 10, 10}, {0, 0, 10}, {5, 5, -3}}}})
            << "306";
        QTest::newRow("lid upside down") << boxWithLid({{{0, 10, 10}, {10, 10, 10}, {10, 0, 10}, {0, 0, 10}}}) << "307";
        Faces inside = box();
        for (Face& face : inside)
            std::reverse(face[0].begin(), face[0].end());
        QTest::newRow("inside out") << inside << "405";
    }

    void oneFaultEach()
    {
        QFETCH(Faces, faces);
        QFETCH(QString, expected);
        QCOMPARE(text(codesOf(solidOf(faces))), expected);
    }

    void shellsOfASolid_data()
    {
        QTest::addColumn<Shells>("shells");
        QTest::addColumn<QString>("expected");
        const Faces inner = cavity(4, 4, 4, {3, 3, 3});
        QTest::newRow("a cavity") << Shells{box(), inner} << QString();
        QTest::newRow("two cavities") << Shells{box(), cavity(2, 2, 2, {1, 1, 1}), cavity(2, 2, 2, {6, 6, 6})}
                                      << QString();
        QTest::newRow("two cavities that share an edge")
            << Shells{box(), cavity(2, 2, 2, {3, 3, 3}), cavity(2, 2, 2, {5, 5, 3})} << QString();
        // A wedge that touches the wall along one edge cuts nothing off.
        const Faces wedge{{{{0, 3, 3}, {4, 3, 3}, {4, 7, 3}}},
                          {{{0, 3, 6}, {4, 7, 6}, {4, 3, 6}}},
                          {{{0, 3, 3}, {0, 3, 6}, {4, 3, 6}, {4, 3, 3}}},
                          {{{4, 3, 3}, {4, 3, 6}, {4, 7, 6}, {4, 7, 3}}},
                          {{{4, 7, 3}, {4, 7, 6}, {0, 3, 6}, {0, 3, 3}}}};
        QTest::newRow("a cavity that touches the wall along an edge") << Shells{box(), wedge} << QString();
        QTest::newRow("a cavity through the wall") << Shells{box(), cavity(4, 4, 4, {8, 3, 3})} << "401";
        QTest::newRow("a cavity to the floor") << Shells{box(), cavity(4, 4, 4, {3, 3, 0})} << "401";
        QTest::newRow("a cavity under a part of the lid, outside")
            << Shells{box(), cavity(4, 4, 4, {3, 3, 10})} << "401";
        QTest::newRow("cavities across") << Shells{box(), inner, cavity(4, 4, 4, {5, 5, 5})} << "401";
        QTest::newRow("cavities side by side") << Shells{box(), inner, cavity(2, 4, 4, {7, 3, 3})} << "401";
        QTest::newRow("a cavity in a cavity") << Shells{box(), inner, cavity(2, 2, 2, {4, 4, 4})} << "401";
        QTest::newRow("a cavity around a cavity") << Shells{box(), cavity(2, 2, 2, {4, 4, 4}), inner} << "401";
        QTest::newRow("a cavity twice") << Shells{box(), inner, inner} << "402";
        QTest::newRow("the solid is its cavity") << Shells{box(), turned(box())} << "402";
        QTest::newRow("a cavity outside") << Shells{box(), cavity(4, 4, 4, {13, 3, 3})} << "403";
        QTest::newRow("a cavity around the solid") << Shells{box(), cavity(30, 30, 30, {-10, -10, -10})} << "403";
        // A roof from wall to wall, on a floor that touches all four: what is below is cut off from what is above.
        const Faces pyramid{{{{0, 0, 4}, {10, 0, 4}, {10, 10, 4}, {0, 10, 4}}},
                            {{{0, 0, 4}, {5, 5, 8}, {10, 0, 4}}},
                            {{{10, 0, 4}, {5, 5, 8}, {10, 10, 4}}},
                            {{{10, 10, 4}, {5, 5, 8}, {0, 10, 4}}},
                            {{{0, 10, 4}, {5, 5, 8}, {0, 0, 4}}}};
        QTest::newRow("a cavity from wall to wall") << Shells{box(), pyramid} << "404";
        QTest::newRow("a cavity that faces outwards") << Shells{box(), box(4, 4, 4, {3, 3, 3})} << "405";
        Faces open = inner;
        open.pop_back();
        QTest::newRow("an open cavity") << Shells{box(), open} << "302";
    }

    void shellsOfASolid()
    {
        QFETCH(Shells, shells);
        QFETCH(QString, expected);
        const CityObject object = solidOf(shells, 3, 0);
        QCOMPARE(text(codesOf(object)), expected);
        package::GeometryCheck check;
        check.check(object, true);
        QCOMPARE(check.tally().solids, qint64(1));
        QCOMPARE(check.tally().goodSolids, qint64(expected.isEmpty() ? 1 : 0));
    }

    void solidsOfAComposite_data()
    {
        using Solids = std::vector<Shells>;
        QTest::addColumn<Solids>("solids");
        QTest::addColumn<QString>("expected");
        const auto at = [](double x, double y = 0) { return Shells{box(10, 10, 10, {x, y, 0})}; };
        QTest::newRow("wall to wall") << Solids{at(0), at(10), at(20)} << QString();
        QTest::newRow("the middle comes last") << Solids{at(0), at(20), at(10)} << QString();
        QTest::newRow("half a wall") << Solids{at(0), at(10, 5)} << QString();
        QTest::newRow("a core in its cavity")
            << Solids{{box(), cavity(4, 4, 4, {3, 3, 3})}, {box(4, 4, 4, {3, 3, 3})}} << QString();
        QTest::newRow("half in each other") << Solids{at(0), at(5)} << "501";
        QTest::newRow("one in the other") << Solids{at(0), {box(2, 2, 2, {4, 4, 4})}} << "501";
        QTest::newRow("one through the other") << Solids{at(0), {box(20, 2, 2, {-5, 4, 4})}} << "501";
        QTest::newRow("a core larger than its cavity")
            << Solids{{box(), cavity(4, 4, 4, {3, 3, 3})}, {box(5, 5, 5, {2.5, 2.5, 2.5})}} << "501";
        QTest::newRow("one twice") << Solids{at(0), at(10), at(10)} << "502";
        QTest::newRow("apart") << Solids{at(0), at(11)} << "503";
        QTest::newRow("on one edge") << Solids{at(0), at(10, 10)} << "503";
        QTest::newRow("two and two") << Solids{at(0), at(10), at(30), at(40)} << "503";
    }

    void solidsOfAComposite()
    {
        QFETCH(std::vector<Shells>, solids);
        QFETCH(QString, expected);
        QCOMPARE(text(codesOf(compositeOf(solids))), expected);
        // Solids that are merely several (MultiSolid) may lie as they like.
        QCOMPARE(text(codesOf(compositeOf(solids, 0))), QString());
        // One that is wrong by itself is not compared with the others.
        solids.back().front().pop_back();
        QCOMPARE(text(codesOf(compositeOf(solids))), QStringLiteral("302"));
    }

    /// val3dity's inner shells in the unit cube that they were made for, here ten kilometres wide: what they get into
    /// each other, a hundredth of a millimetre there, is more than a touch then.
    void shellSamplesOfVal3dity_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        for (const char* file : {"401", "401_1", "401_4", "401_5", "401_6"})
            QTest::newRow(file) << QString::fromLatin1(file) << "401";
        for (const char* file : {"403", "404"})
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(file);
        QTest::newRow("inner_shell") << QStringLiteral("inner_shell") << QString();
    }

    void shellSamplesOfVal3dity()
    {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        const QString path = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-edge/val3dity-geometry/%1.poly").arg(file);
        if (!QFile::exists(path))
            QSKIP("the sample files are not here");
        constexpr double scale = 10000;
        CityObject object = solidOf(box(scale, scale, scale));
        for (Surface surface : readPoly(path).surfaces) {
            surface.solid = ShellNumber{0, 1, 0}.packed();
            for (ProjectedPosition& p : surface.polygon.points)
                p = {place.eastingMetres + (p.eastingMetres - place.eastingMetres) * scale,
                     place.northingMetres + (p.northingMetres - place.northingMetres) * scale,
                     place.heightMetres + (p.heightMetres - place.heightMetres) * scale};
            object.surfaces.push_back(std::move(surface));
        }
        QCOMPARE(text(codesOf(object)), expected);
    }

    /// Walls of official models often end at a roof's corner in the middle of another wall's edge.
    void cornersOnEdgesAreTold()
    {
        Faces faces = box();
        faces[lid] = {{{0, 0, 10}, {5, 0, 10}, {10, 0, 10}, {10, 10, 10}, {0, 10, 10}}};
        package::GeometryCheck check;
        const CityObject object = solidOf(faces);
        const auto faults = check.check(object, true);
        QCOMPARE(faults.size(), std::size_t(1));
        QCOMPARE(faults.front().code, 302);
        QVERIFY(faults.front().cornersOnly);
        QCOMPARE(faults.front().count, qint64(3));
        // An open box is another matter.
        const CityObject open = solidOf({faces[0], faces[2], faces[3], faces[4], faces[5]});
        QVERIFY(!check.check(open, true).front().cornersOnly);
    }

    void saysWhere()
    {
        package::GeometryCheck check;
        CityObject object = solidOf(boxWithLid({{{0, 0, 10}, {10, 0, 10}, {10, 10, 10.05}, {0, 10, 10}}}));
        const auto faults = check.check(object, true);
        QCOMPARE(faults.size(), std::size_t(1));
        QCOMPARE(faults.front().surface, &object.surfaces[lid]);
        QVERIFY(faults.front().metres > 0.01 && faults.front().metres < 0.05);
        QVERIFY(std::abs(faults.front().place.eastingMetres - place.eastingMetres) <= 10);
        QVERIFY(std::abs(faults.front().place.heightMetres - place.heightMetres - 10) <= 0.05);
        // A shell with a bad polygon is not judged, nor one that misses some.
        QCOMPARE(check.tally().skippedSolids, qint64(1));
        QCOMPARE(check.tally().solids, qint64(0));
        QCOMPARE(text(codesOf(solidOf({box()[0], box()[1], box()[2], box()[3], box()[4]}), false)), QString());
    }

    /// Surfaces that bound no solid, of other levels of detail or other solids do not count.
    void shellsAreToldApart()
    {
        CityObject object = solidOf(together(box(), box(10, 10, 10, {20, 0, 0})));
        for (std::size_t i = 6; i < 12; ++i)
            object.surfaces[i].solid = 1;
        QCOMPARE(text(codesOf(object)), QString());
        for (std::size_t i = 6; i < 12; ++i) {
            object.surfaces[i].solid = 0;
            object.surfaces[i].lod = 10;
        }
        QCOMPARE(text(codesOf(object)), QString());
        object.surfaces.resize(11);
        QCOMPARE(text(codesOf(object)), QStringLiteral("302"));
        object.surfaces.back().solid = -1;
        QCOMPARE(text(codesOf(object)), QStringLiteral("302"));
        for (Surface& surface : object.surfaces)
            surface.solid = -1;
        QCOMPARE(text(codesOf(object)), QString());
    }

    void openingsCloseTheShell()
    {
        const Ring window{{2, 0, 2}, {4, 0, 2}, {4, 0, 4}, {2, 0, 4}};
        Faces faces = box();
        Ring gap = window;
        std::reverse(gap.begin(), gap.end());
        faces[2].push_back(gap);
        CityObject object = solidOf(faces);
        QCOMPARE(text(codesOf(object)), QStringLiteral("302"));
        CityObject child = solidOf({{window}});
        child.type = CityObjectType::Window;
        child.surfaces[0].solid = -1;
        object.children.push_back(child);
        QCOMPARE(text(codesOf(object)), QString());
    }

    /// 50 000 points are looked at as well, and in no time.
    void longRings()
    {
        Ring ring;
        constexpr int count = 50000;
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * 3.14159265358979 * i / count;
            ring.push_back({500 * std::cos(angle), 500 * std::sin(angle), 0});
        }
        CityObject object = solidOf({{ring}});
        object.surfaces[0].solid = -1;
        QCOMPARE(text(codesOf(object)), QString());
        std::swap(ring[100], ring[200]);
        object = solidOf({{ring}});
        object.surfaces[0].solid = -1;
        QCOMPARE(text(codesOf(object)), QStringLiteral("104"));
    }

    void numbersThatAreNone()
    {
        CityObject object = solidOf(box());
        object.surfaces[0].polygon.points[0].heightMetres = std::numeric_limits<double>::quiet_NaN();
        object.surfaces[3].polygon.points[1].eastingMetres = 1e300;
        object.surfaces[4].polygon.ringStarts = {7};
        object.surfaces[5].polygon = {};
        QCOMPARE(text(codesOf(object)), QStringLiteral("0 101"));
        object.surfaces.pop_back();
        QCOMPARE(text(codesOf(object)), QStringLiteral("0"));
    }

    void everyCodeHasItsSentence()
    {
        int last = 0;
        for (const package::Val3dityCode& code : package::val3dityCodes()) {
            QVERIFY(code.number > last);
            last = code.number;
            QVERIFY(package::titleOf(code).endsWith(QLatin1Char('.')));
            QCOMPARE(package::findVal3dityCode(code.number), &code);
        }
        QCOMPARE(package::val3dityCodeOf(QStringLiteral("ring.not-closed")), 103);
        QCOMPARE(package::val3dityCodeOf(QStringLiteral("file.truncated")), 0);
    }

    void samplesOfVal3dity_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const QDir folder(QStringLiteral(TWIN_SHARED_DIR "/data/citygml-edge/val3dity-geometry"));
        const QStringList files = folder.entryList({QStringLiteral("*.poly")}, QDir::Files, QDir::Name);
        for (const QString& file : files) {
            const int number = file.left(3).toInt();
            // The shells of solids are inner ones there: they face inwards.
            // In 207_2 the inner facet's hole runs the same way round as its rim.
            const int code = file.contains(QLatin1String("valid")) ? 0
                             : number > 400 || number == 0         ? 405
                             : file == QLatin1String("207_2.poly") ? 208
                                                                   : number;
            QTest::newRow(qPrintable(file)) << folder.filePath(file) << code;
        }
        if (files.isEmpty())
            QTest::newRow("absent") << QString() << 0;
    }

    void samplesOfVal3dity()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        if (path.isEmpty())
            QSKIP("the sample files are not here");
        const std::set<int> found = codesOf(readPoly(path));
        QCOMPARE(text(found), code == 0 ? QString() : QString::number(code));
    }
};

QTEST_GUILESS_MAIN(GeometryCheckTest)
#include "tst_geometrycheck.moc"
