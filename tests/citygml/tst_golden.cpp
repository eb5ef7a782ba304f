// SPDX-License-Identifier: GPL-3.0-or-later
// Every tile of the official North Rhine-Westphalian model that is at hand: the reader against an independent count.
#include "CollectingSink.h"
#include "IndependentCount.h"

#include <set>

#include <QDir>
#include <QTest>

using namespace twin;

class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesIndependentCount_data();
    void matchesIndependentCount();
};

namespace {

QString sharedData(const char* folder)
{
    return QStringLiteral(TWIN_SHARED_DIR "/data/") + QLatin1String(folder);
}

/// Adds up a tree of objects in the terms of the independent count.
void addUp(const CityObject& object, IndependentCount& sum)
{
    ++sum.elements[typeName(object.type)];
    sum.lines[object.id] = object.where.line;
    sum.addresses += int(object.addresses.size());
    sum.attributes += int(object.attributes.size());
    sum.externalReferences += int(object.externalReferences.size());
    for (const Surface& surface : object.surfaces) {
        ++sum.surfaces[typeName(surface.type)];
        sum.rings += int(surface.polygon.ringStarts.size());
        sum.points += qint64(surface.polygon.points.size());
        for (const ProjectedPosition& p : surface.polygon.points) {
            sum.sumEast += p.eastingMetres;
            sum.sumNorth += p.northingMetres;
            sum.sumHeight += p.heightMetres;
        }
    }
    for (const CityObject& child : object.children)
        addUp(child, sum);
}

} // namespace

void TestGolden::matchesIndependentCount_data()
{
    QTest::addColumn<QString>("path");
    for (const char* folder : {"citygml-nrw", "citygml-nrw/lod1"})
        for (const QFileInfo& file :
             QDir(sharedData(folder)).entryInfoList({QStringLiteral("*.gml"), QStringLiteral("*.xml")}, QDir::Files))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    if (!QDir(sharedData("citygml-nrw")).exists())
        QSKIP("The official tiles are not at hand (../shared/data).");
}

void TestGolden::matchesIndependentCount()
{
    QFETCH(QString, path);
    const IndependentCount expected = countIndependently(path);
    QVERIFY(expected.wellFormed);
    QVERIFY(expected.elements.at(QStringLiteral("Building")) > 0);

    CollectingSink sink;
    const auto summary = readInto(sink, {path});
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
    IndependentCount actual;
    for (const CityObject& object : sink.objects())
        addUp(object, actual);
    QCOMPARE(actual.elements, expected.elements);
    QCOMPARE(actual.surfaces, expected.surfaces);
    QCOMPARE(actual.rings, expected.rings);
    QCOMPARE(actual.points, expected.points);
    QCOMPARE(actual.addresses, expected.addresses);
    QCOMPARE(actual.attributes, expected.attributes);
    QCOMPARE(actual.externalReferences, expected.externalReferences);
    QCOMPARE(actual.lines, expected.lines);
    QCOMPARE(sink.count("xlink.unresolved"), expected.dangling);
    QCOMPARE(actual.sumEast, expected.sumEast);
    QCOMPARE(actual.sumNorth, expected.sumNorth);
    QCOMPARE(actual.sumHeight, expected.sumHeight);
    QCOMPARE(int(sink.issues().size()), expected.dangling);
    QCOMPARE(summary->bytesRead, QFileInfo(path).size());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
