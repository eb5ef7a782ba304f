// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader makes of a document: links between its members, prefixes, collections, lines.
#include "CityGmlFixture.h"

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksAcrossMembers();
    void danglingAndExternalLinks();
    void linksInCirclesEnd();
    void prefixesAndLocalDeclarations();
    void featureCollections();
    void linesAreThoseOfTheFile();

private:
    CityGmlFixture m_fixture;
};

void TestDocuments::linksAcrossMembers()
{
    const QByteArray flipped =
        "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface xlink:href=\"#shared\"/></gml:OrientableSurface>";
    const QByteArray members =
        F::building(F::boundary("WallSurface",
                                F::multiSurface(F::surfaceMember(flipped) + F::surfaceMember(F::polygon("own"))), "w"),
                    "first") +
        F::building(F::multiSurface(F::surfaceMember(F::polygon("shared", 5))), "second") +
        F::building(F::multiSurface(F::link("#group")), "third") +
        F::building(F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"group\">" +
                                    F::surfaceMember(F::polygon("g1", 7)) + F::surfaceMember(F::polygon("g2", 8)) +
                                    "</gml:CompositeSurface></gml:surfaceMember>"),
                    "fourth");
    const F::Outcome outcome = m_fixture.read(F::model(members));
    QVERIFY(outcome.summary);
    const auto& objects = outcome.sink->objects();
    QCOMPARE(objects.size(), std::size_t(4));
    QCOMPARE(objects[0].surfaces.size(), std::size_t(2));
    QCOMPARE(objects[0].surfaces[1].type, SurfaceType::Wall);
    QCOMPARE(objects[0].surfaces[1].polygon.points[0].eastingMetres, 390054.0); // turned round: the last point is first
    QVERIFY(signedArea(objects[0].surfaces[1].polygon) < 0);
    QCOMPARE(objects[1].surfaces.size(), std::size_t(1));
    QCOMPARE(objects[2].surfaces.size(), std::size_t(2));
    QVERIFY(outcome.sink->issues().empty());
}

void TestDocuments::danglingAndExternalLinks()
{
    const CityObject object =
        m_fixture.single(F::multiSurface(F::link("#nowhere") + F::link("other.gml#p") +
                                         F::link("http://localhost/x#p") + F::surfaceMember(F::polygon("p"))));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
    QCOMPARE(m_fixture.issues().size(), std::size_t(3));
    QCOMPARE(m_fixture.issues()[0].reason, QStringLiteral("xlink.external"));
    QCOMPARE(m_fixture.issues()[2].reason, QStringLiteral("xlink.unresolved"));
    QCOMPARE(m_fixture.issues()[2].where.id, QStringLiteral("b1"));
}

void TestDocuments::linksInCirclesEnd()
{
    const CityObject object = m_fixture.single(
        F::multiSurface("<gml:surfaceMember><gml:CompositeSurface gml:id=\"a\">" + F::link("#b") +
                        F::surfaceMember(F::polygon("p")) +
                        "</gml:CompositeSurface></gml:surfaceMember>"
                        "<gml:surfaceMember><gml:CompositeSurface gml:id=\"b\">" +
                        F::link("#a") + F::link("#b") + "</gml:CompositeSurface></gml:surfaceMember>") +
        "<bldg:interiorRoom><x gml:id=\"r\">" + F::link("#r") + F::link("#s") + "</x><y gml:id=\"s\">" + F::link("#r") +
        "</y></bldg:interiorRoom>" + F::solid(F::link("#r")));
    QCOMPARE(object.surfaces.size(), std::size_t(1));
}

void TestDocuments::prefixesAndLocalDeclarations()
{
    const QByteArray xml =
        "<CityModel xmlns=\"http://www.opengis.net/citygml/1.0\" xmlns:g='http://www.opengis.net/gml'>"
        "<g:boundedBy><g:Envelope srsName='EPSG:25832'/></g:boundedBy>"
        "<cityObjectMember><Building xmlns=\"http://www.opengis.net/citygml/building/1.0\" "
        "g:id=\"x\"><function>31001_1000</function>"
        "<lod1Solid><Solid "
        "xmlns=\"http://www.opengis.net/"
        "gml\"><exterior><CompositeSurface><surfaceMember><Polygon><exterior><LinearRing>"
        "<posList>1 2 3 4 5 6 7 8 10 1 2 "
        "3</posList></LinearRing></exterior></Polygon></surfaceMember></CompositeSurface></exterior></Solid></"
        "lod1Solid>"
        "</Building></cityObjectMember></CityModel>";
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(1));
    QCOMPARE(outcome.sink->objects()[0].id, QStringLiteral("x"));
    QCOMPARE(attributeOf(outcome.sink->objects()[0], "function").value, QStringLiteral("Wohngebäude"));
    QCOMPARE(outcome.sink->objects()[0].surfaces.size(), std::size_t(1));
    QCOMPARE(outcome.summary->sources.at(0).format, QStringLiteral("CityGML 1.0"));
    QCOMPARE(outcome.summary->issues.at(0).reason, QStringLiteral("height.reference-unknown"));
}

void TestDocuments::featureCollections()
{
    QByteArray xml = F::model("<gml:featureMembers>\n<bldg:Building gml:id=\"a\"/><bldg:Building "
                              "gml:id=\"b\"><bldg:function>1</bldg:function></bldg:Building></gml:featureMembers>"
                              "<gml:featureMember><bldg:Building gml:id=\"c\"/></gml:featureMember>");
    xml.replace("core:CityModel", "wfs:FeatureCollection")
        .replace("xmlns:gen", "xmlns:wfs=\"http://www.opengis.net/wfs\" xmlns:gen");
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    QStringList ids;
    for (const CityObject& object : outcome.sink->objects())
        ids << object.id;
    ids.sort();
    QCOMPARE(ids, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestDocuments::linesAreThoseOfTheFile()
{
    QByteArray members = "<!-- a > comment\n with <core:cityObjectMember> in it -->\n";
    for (int i = 0; i < 500; ++i)
        members += "<core:cityObjectMember\n>\n<bldg:Building\n gml:id=\"b" + QByteArray::number(i) +
                   "\"\n note='a > b'>" +
                   F::multiSurface("\n" + F::surfaceMember(F::polygon("p" + QByteArray::number(i)))) +
                   "<![CDATA[</core:cityObjectMember>\n]]></bldg:Building></core:cityObjectMember>\n";
    const QByteArray xml = F::model(members);
    citygml::ReadOptions options;
    options.limits.chunkBytes = 1000;
    const F::Outcome outcome = m_fixture.read(xml, options);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(500));
    for (const CityObject& object : outcome.sink->objects()) {
        const qint64 at = xml.indexOf("gml:id=\"" + object.id.toUtf8() + '"');
        QCOMPARE(object.where.line, xml.left(at).count('\n')); // the element begins a line before its id
        const qint64 polygon = xml.indexOf("gml:id=\"p" + object.id.mid(1).toUtf8() + '"');
        QCOMPARE(object.surfaces.at(0).line, xml.left(polygon).count('\n') + 1);
    }
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
