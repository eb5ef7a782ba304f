// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a building that fill the same space: val3dity's 601.
#include "app/services/ImportService.h"
#include "app/services/quality/QualityInspection.h"
#include "package/quality/PartOverlap.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestPartOverlap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxes_data();
    void boxes();
    void otherLevelsAndOpenSolidsAreNoMatter();
    void sampleOfVal3dity();
};

namespace {

struct Extent {
    double west, south, low, east, north, high;
};

/// A closed box whose faces look outwards.
CityObject part(const char* id, const Extent& e, Lod lod = 20)
{
    CityObject object;
    object.id = QLatin1String(id);
    object.type = CityObjectType::BuildingPart;
    const auto corner = [&e](int i) {
        return ProjectedPosition{393000 + (i & 1 ? e.east : e.west), 5707000 + (i & 2 ? e.north : e.south),
                                 100 + (i & 4 ? e.high : e.low)};
    };
    constexpr int faces[6][4] = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {1, 3, 7, 5}, {3, 2, 6, 7}, {2, 0, 4, 6}};
    for (const auto& face : faces) {
        Surface& surface = object.surfaces.emplace_back();
        surface.lod = lod;
        surface.solid = 0;
        for (const int i : face)
            surface.polygon.points.push_back(corner(i));
        surface.polygon.ringStarts = {0};
    }
    return object;
}

CityObject building(CityObject first, CityObject second)
{
    CityObject object;
    object.type = CityObjectType::Building;
    object.children = {std::move(first), std::move(second)};
    return object;
}

} // namespace

void TestPartOverlap::boxes_data()
{
    QTest::addColumn<Extent>("other");
    QTest::addColumn<bool>("overlaps");
    QTest::newRow("apart") << Extent{20, 0, 0, 30, 10, 10} << false;
    QTest::newRow("wall to wall") << Extent{10, 0, 0, 20, 10, 10} << false;
    QTest::newRow("wall to half a wall") << Extent{10, 3, 0, 20, 7, 5} << false;
    QTest::newRow("on top") << Extent{2, 2, 10, 8, 8, 15} << false;
    QTest::newRow("half a centimetre") << Extent{9.995, 0, 0, 20, 10, 10} << false;
    QTest::newRow("ten centimetres, sides in one plane") << Extent{9.9, 0, 0, 20, 10, 10} << true;
    QTest::newRow("half, sides in one plane") << Extent{5, 0, 0, 25, 10, 10} << true;
    QTest::newRow("inside") << Extent{2, 2, 2, 8, 8, 8} << true;
    QTest::newRow("inside, on the same ground") << Extent{2, 2, 0, 8, 8, 8} << true;
    QTest::newRow("the same") << Extent{0, 0, 0, 10, 10, 10} << true;
    QTest::newRow("through the middle") << Extent{-5, 4, 4, 15, 6, 6} << true;
    QTest::newRow("a tower through it") << Extent{4, 4, -5, 6, 6, 15} << true;
    QTest::newRow("a corner") << Extent{9, 9, 9, 20, 20, 20} << true;
    QTest::newRow("corner to corner") << Extent{10, 10, 10, 20, 20, 20} << false;
}

void TestPartOverlap::boxes()
{
    QFETCH(Extent, other);
    QFETCH(bool, overlaps);
    const CityObject both = building(part("a", {0, 0, 0, 10, 10, 10}), part("b", other));
    const CityObject turned = building(part("a", other), part("b", {0, 0, 0, 10, 10, 10}));
    package::PartOverlap check;
    for (const CityObject* each : {&both, &turned}) {
        const auto& faults = check.check(*each);
        QCOMPARE(faults.size(), std::size_t(overlaps ? 1 : 0));
        if (overlaps) {
            QCOMPARE(faults.front().fault.code, 601);
            QCOMPARE(faults.front().part->id, QStringLiteral("b"));
        }
    }
}

void TestPartOverlap::otherLevelsAndOpenSolidsAreNoMatter()
{
    const Extent same{0, 0, 0, 10, 10, 10};
    package::PartOverlap check;
    QVERIFY(check.check(building(part("a", same, 10), part("b", same, 20))).empty());
    CityObject open = part("b", same);
    open.surfaces.pop_back();
    QVERIFY(check.check(building(part("a", same), open)).empty());
    // Windows and installations are in their building as a matter of course.
    CityObject window = part("b", {2, 2, 2, 8, 8, 8});
    window.type = CityObjectType::BuildingInstallation;
    QVERIFY(check.check(building(part("a", same), window)).empty());
    CityObject whole = part("whole", same);
    whole.type = CityObjectType::Building;
    whole.children = {part("annexe", {5, 0, 0, 15, 10, 10})};
    QCOMPARE(check.check(whole).size(), std::size_t(1));
}

void TestPartOverlap::sampleOfVal3dity()
{
    const QString sample =
        QStringLiteral(TWIN_SHARED_DIR "/data/cityjson-edge/val3dity/test_geometry_specific/601.json");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    QTemporaryDir folder;
    services::QualityInspection inspection;
    services::ImportRequest request;
    request.sources = {sample};
    request.out = folder.filePath(QStringLiteral("region"));
    request.crs = QStringLiteral("EPSG:25832");
    request.inspection = &inspection;
    const auto made = services::importSources(request, {}, {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().toText()));
    QCOMPARE(inspection.counts().size(), std::size_t(1));
    QCOMPARE(inspection.counts().at({601, false}), 1);
    QVERIFY(inspection.findings({601, false}).front().object.startsWith(QLatin1String("elvisisstillalive-")));
}

QTEST_GUILESS_MAIN(TestPartOverlap)
#include "tst_partoverlap.moc"
