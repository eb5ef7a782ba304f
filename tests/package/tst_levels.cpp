// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which level of detail of which object is shown together with which of the others.
#include "package/digest/LevelChoice.h"

#include <QTest>

using namespace twin;
using package::LevelChoice;

namespace {

CityObject object(CityObjectType type, std::initializer_list<int> lods)
{
    CityObject made;
    made.type = type;
    for (const int lod : lods)
        made.surfaces.emplace_back().lod = static_cast<Lod>(lod);
    return made;
}

std::vector<std::int16_t> last(const std::vector<LevelChoice>& choices)
{
    return choices.back().lods;
}

} // namespace

class LevelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void objectsWithoutGeometryHaveNoLevels()
    {
        const CityObject empty = object(CityObjectType::Building, {});
        const std::vector<package::FamilyMember> family{{&empty, -1}};
        QVERIFY(package::chooseLevels(family).empty());
    }

    void everyLevelIsAChoiceCoarsestFirst()
    {
        const CityObject building = object(CityObjectType::Building, {22, 0, 13, 22, 12});
        const std::vector<package::FamilyMember> family{{&building, -1}};
        const auto choices = package::chooseLevels(family);
        QCOMPARE(choices.size(), 4U);
        const std::vector<int> limits{0, 12, 13, 22};
        for (std::size_t i = 0; i < limits.size(); ++i) {
            QCOMPARE(int(choices[i].limit), limits[i]);
            QCOMPARE(int(choices[i].lods[0]), limits[i]);
        }
    }

    void eachMemberIsAsFineAsTheLimitAllows()
    {
        const CityObject building = object(CityObjectType::Building, {10, 20, 30});
        const CityObject window = object(CityObjectType::Window, {30});
        const CityObject chimney = object(CityObjectType::BuildingInstallation, {20});
        const std::vector<package::FamilyMember> family{{&building, -1}, {&window, 0}, {&chimney, 0}};
        const auto choices = package::chooseLevels(family);
        QCOMPARE(choices.size(), 3U);
        QCOMPARE(choices[0].lods, (std::vector<std::int16_t>{10, -1, -1}));
        QCOMPARE(choices[1].lods, (std::vector<std::int16_t>{20, -1, 20}));
        QCOMPARE(choices[2].lods, (std::vector<std::int16_t>{30, 30, 20}));
    }

    void finerPartsStandForTheirWhole()
    {
        const CityObject building = object(CityObjectType::Building, {0, 10});
        const CityObject coarse = object(CityObjectType::BuildingPart, {10});
        const CityObject fine = object(CityObjectType::BuildingPart, {20});
        const std::vector<package::FamilyMember> family{{&building, -1}, {&coarse, 0}, {&fine, 0}};
        const auto choices = package::chooseLevels(family);
        QCOMPARE(choices[0].lods, (std::vector<std::int16_t>{0, -1, -1}));
        QCOMPARE(choices[1].lods, (std::vector<std::int16_t>{10, 10, -1}));
        QCOMPARE(last(choices), (std::vector<std::int16_t>{-1, 10, 20}));
    }

    void installationsNeverHideTheirBuilding()
    {
        const CityObject building = object(CityObjectType::Building, {20});
        const CityObject chimney = object(CityObjectType::BuildingInstallation, {30});
        const std::vector<package::FamilyMember> family{{&building, -1}, {&chimney, 0}};
        QCOMPARE(last(package::chooseLevels(family)), (std::vector<std::int16_t>{20, 30}));
    }

    void curvesAndInstancesCountAsGeometry()
    {
        CityObject road = object(CityObjectType::Road, {20});
        road.curves.emplace_back().lod = 0;
        CityObject tree = object(CityObjectType::SolitaryVegetationObject, {});
        tree.instances.emplace_back().lod = 30;
        const std::vector<package::FamilyMember> roads{{&road, -1}};
        const std::vector<package::FamilyMember> trees{{&tree, -1}};
        QCOMPARE(package::chooseLevels(roads).size(), 2U);
        QCOMPARE(int(last(package::chooseLevels(trees))[0]), 30);
    }
};

QTEST_GUILESS_MAIN(LevelsTest)
#include "tst_levels.moc"
