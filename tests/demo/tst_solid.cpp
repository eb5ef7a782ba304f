// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Solid.h"

#include "demo/SolidChecks.h"

#include <QTest>

using namespace twin;
using namespace twin::demo;
using namespace twin::test;

namespace {

std::vector<PolygonRings> metresOf(const Solid& solid)
{
    std::vector<PolygonRings> faces;
    for (const Face& face : solid.faces) {
        PolygonRings rings;
        for (const auto& ring : face.rings) {
            rings.emplace_back();
            for (const Corner& c : ring)
                rings.back().push_back({double(c.x) / 1000, double(c.y) / 1000, double(c.z) / 1000});
        }
        faces.push_back(std::move(rings));
    }
    return faces;
}

int countOf(const Solid& solid, SurfaceType type)
{
    return int(std::count_if(solid.faces.begin(), solid.faces.end(), [type](const Face& f) { return f.type == type; }));
}

} // namespace

class SolidTest : public QObject {
    Q_OBJECT

    // A corner house: front and back parallel, ends slanted.
    const Quad m_lot{Vec2{393000.25, 5708000.5}, {393016, 5708004}, {393011.123, 5708014.92}, {393001.4, 5708012.76}};

private Q_SLOTS:
    void houses_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("roofs");
        QTest::newRow("flat") << int(RoofForm::Flat) << 1;
        QTest::newRow("pent") << int(RoofForm::Pent) << 1;
        QTest::newRow("gabled") << int(RoofForm::Gabled) << 2;
        QTest::newRow("hipped") << int(RoofForm::Hipped) << 4;
        QTest::newRow("tented") << int(RoofForm::Tented) << 4;
    }

    void houses()
    {
        QFETCH(int, form);
        QFETCH(int, roofs);
        const Solid solid = house(m_lot, 80, 89, form == int(RoofForm::Flat) ? 89 : 94, RoofForm(form));
        QCOMPARE(defectOf(metresOf(solid)), QString());
        QCOMPARE(countOf(solid, SurfaceType::Roof), roofs);
        QCOMPARE(countOf(solid, SurfaceType::Ground), 1);
        QCOMPARE(countOf(solid, SurfaceType::Wall), 4);
        QCOMPARE(solid.bottom(), 80.0);
        QCOMPARE(solid.top(), form == int(RoofForm::Flat) ? 89.0 : 94.0);
    }

    void otherShapes()
    {
        const Ring outer = ellipse({393000, 5708000}, 40, 30, 15, 24);
        const Ring inner = ellipse({393000, 5708000}, 20, 15, 15, 24);
        QCOMPARE(defectOf(metresOf(prism(outer, 80, 90))), QString());
        const Solid ring = prism(outer, 80, 90, {inner});
        QCOMPARE(defectOf(metresOf(ring)), QString());
        QCOMPARE(countOf(ring, SurfaceType::Wall), 48);
        QCOMPARE(defectOf(metresOf(frustum(outer, 80, inner, 85))), QString());
        QCOMPARE(defectOf(metresOf(frustum(inner, 80, outer, 85))), QString());
        QCOMPARE(defectOf(metresOf(pyramid(outer, 80, {393000, 5708000}, 120))), QString());
        const Ring letter{{-4, 60}, {4, 60}, {4, 69}, {2, 69}, {2, 62}, {-2, 62}, {-2, 69}, {-4, 69}};
        QCOMPARE(defectOf(metresOf(upright(letter, {393000, 5708000}, unit({3, 1}), 2))), QString());
        // Above the overhang of its front the letter's undersides look down, its tops up.
        QCOMPARE(countOf(upright(letter, {0, 0}, {1, 0}, 2), SurfaceType::Ground), 1);
        QCOMPARE(countOf(upright(letter, {0, 0}, {1, 0}, 2), SurfaceType::Roof), 3);
    }

    void checksFindDefects()
    {
        Solid open = prism(ellipse({0, 0}, 4, 4, 0, 6), 0, 3);
        open.faces.pop_back();
        QVERIFY(!defectOf(metresOf(open)).isEmpty());
        Solid inside = prism(ellipse({0, 0}, 4, 4, 0, 6), 0, 3);
        for (Face& face : inside.faces)
            std::reverse(face.rings[0].begin(), face.rings[0].end());
        QVERIFY(defectOf(metresOf(inside)).startsWith(QLatin1String("inside out")));
        Solid bent = prism(ellipse({0, 0}, 4, 4, 0, 6), 0, 3);
        for (Face& face : bent.faces)
            for (Corner& corner : face.rings[0])
                if (corner.x == 4000 && corner.z == 3000)
                    corner.z += 500;
        QVERIFY(defectOf(metresOf(bent)).contains(QLatin1String("plane")));
    }

    void insetKeepsDistancesOrGivesUp()
    {
        const Quad quad{Vec2{0, 0}, {40, 0}, {44, 30}, {-2, 28}};
        const auto inner = inset(quad, {5, 6, 7, 8});
        QVERIFY(inner.has_value());
        QVERIFY(std::abs((*inner)[0].y - 5) < 1e-9 && std::abs((*inner)[1].y - 5) < 1e-9);
        QVERIFY(contains(quad, (*inner)[2]) && contains(quad, (*inner)[3]));
        QVERIFY(!inset(quad, 16));
        QVERIFY(!inset(Quad{Vec2{0, 0}, {10, 0}, {20, 0.1}, {0, 10}}, 1)); // a corner as flat as a line
    }
};

QTEST_GUILESS_MAIN(SolidTest)
#include "tst_solid.moc"
