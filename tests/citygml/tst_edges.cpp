// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they should not be but are: prefixes of zones, feet, line ends, ids that occur twice, huge rings.
#include "CityGmlFixture.h"

#include <cmath>

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestEdges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void polygonsOfManyPoints();
    void zonePrefixesAreRemoved();
    void feetAreRefused();
    void lineEndsOfWindows();
    void ofDoubleIdsTheFirstCounts();

private:
    CityGmlFixture m_fixture;
};

/// More characters in one list than any other text may have.
void TestEdges::polygonsOfManyPoints()
{
    constexpr int count = 50'000;
    QByteArray positions;
    for (int i = 0; i <= count; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % count) / count;
        positions += QByteArray::number(390000 + 1000 * std::cos(angle), 'f', 4) + ' ' +
                     QByteArray::number(5700000 + 1000 * std::sin(angle), 'f', 4) + " 100.000 ";
    }
    QVERIFY(positions.size() > (1 << 20));
    const QByteArray polygon = "<gml:Polygon gml:id=\"p\"><gml:exterior><gml:LinearRing><gml:posList>" + positions +
                               "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
    const F::Outcome outcome = m_fixture.read(F::model(F::building(F::multiSurface(F::surfaceMember(polygon)))));
    QVERIFY2(outcome.summary, outcome.summary ? "" : qPrintable(outcome.summary.error().toText()));
    QCOMPARE(outcome.sink->objects().at(0).surfaces.at(0).polygon.points.size(), std::size_t(count));
    QVERIFY(outcome.sink->issues().empty());
}

void TestEdges::zonePrefixesAreRemoved()
{
    QByteArray polygon = F::polygon("p");
    polygon.replace("39000", "3239000");
    for (const char* crs : {"EPSG:25832", "EPSG:4647"}) {
        const F::Outcome outcome =
            m_fixture.read(F::model(F::building(F::multiSurface(F::surfaceMember(polygon))), "2.0", crs));
        QVERIFY(outcome.summary);
        const ProjectedPosition& point = outcome.sink->objects().at(0).surfaces.at(0).polygon.points.at(1);
        QVERIFY2(std::abs(point.eastingMetres - 390004) < 0.01,
                 qPrintable(QString::number(point.eastingMetres, 'f', 3)));
        QVERIFY(std::abs(point.northingMetres - 5700000) < 0.01);
    }
}

void TestEdges::feetAreRefused()
{
    const F::Outcome outcome =
        m_fixture.read(F::model(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")))), "2.0",
                                "urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::6360")); // NAVD88 in US survey feet
    QVERIFY(!outcome.summary);
    QCOMPARE(outcome.summary.error().code, ErrorCode::UnknownHeightReference);
    QVERIFY(!outcome.summary.error().effectiveRemedy().isEmpty());
}

void TestEdges::lineEndsOfWindows()
{
    const QByteArray xml = F::model(
        F::building("<gml:name>ein\nHaus</gml:name>\n" + F::multiSurface("\n" + F::surfaceMember(F::polygon("p")))));
    const F::Outcome unix = m_fixture.read(xml);
    const F::Outcome windows = m_fixture.read(QByteArray(xml).replace('\n', "\r\n"));
    QVERIFY(unix.summary && windows.summary);
    const CityObject& a = unix.sink->objects().at(0);
    const CityObject& b = windows.sink->objects().at(0);
    QCOMPARE(b.name, a.name);
    QCOMPARE(b.where.line, a.where.line);
    QCOMPARE(b.surfaces.at(0).line, a.surfaces.at(0).line);
    QCOMPARE(b.surfaces[0].polygon.points, a.surfaces[0].polygon.points);
}

void TestEdges::ofDoubleIdsTheFirstCounts()
{
    const F::Outcome outcome = m_fixture.read(
        F::model(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")) + F::surfaceMember(F::polygon("p", 1))) +
                                 F::boundary("RoofSurface", F::multiSurface(F::link("#p")), "roof"),
                             "twice") +
                 F::building("", "twice")));
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(2)); // whoever keeps them tells them apart
    const auto& surfaces = outcome.sink->objects()[0].surfaces;
    QCOMPARE(surfaces.size(), std::size_t(2));
    QCOMPARE(surfaces[0].type, SurfaceType::Roof);
    QCOMPARE(surfaces[0].polygon.points.at(0).eastingMetres, 390000.0);
}

QTEST_GUILESS_MAIN(TestEdges)
#include "tst_edges.moc"
