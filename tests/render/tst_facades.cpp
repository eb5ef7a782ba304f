// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/Facades.h"

#include <QTest>

#include <cmath>

using namespace twin;
using namespace twin::render;

namespace {

/// Walls of a house: each with its own corners, as tiles have them.
class House {
public:
    House() { content.featureIds = {QStringLiteral("HOUSE")}; }

    /// From (x0, y0) to (x1, y1), seen from its right side; `peak` above the middle of the eaves: a gable.
    void wall(float x0, float y0, float x1, float y1, float low, float eaves, float peak = 0)
    {
        const float length = std::hypot(x1 - x0, y1 - y0);
        const auto nx = std::int8_t(std::lround((y1 - y0) / length * 127));
        const auto ny = std::int8_t(std::lround(-(x1 - x0) / length * 127));
        const auto first = std::uint32_t(content.vertices.size());
        const auto add = [&](float x, float y, float z) {
            content.vertices.push_back({x, y, z, nx, ny, 0, std::uint8_t(FaceClass::Wall), 0, 0xFFFFFFFFu});
        };
        add(x0, y0, low);
        add(x1, y1, low);
        add(x1, y1, eaves);
        add(x0, y0, eaves);
        for (const std::uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U})
            content.indices.push_back(first + i);
        if (peak <= 0)
            return;
        add((x0 + x1) / 2, (y0 + y1) / 2, peak);
        for (const std::uint32_t i : {3U, 2U, 4U})
            content.indices.push_back(first + i);
    }

    TileContent content;
};

int storeysOf(const std::array<float, 2>& place)
{
    return int(place[0] / FacadePlace::bayLimit);
}

float baysAlong(const std::array<float, 2>& place)
{
    return std::fmod(place[0], FacadePlace::bayLimit);
}

float storeysUp(const std::array<float, 2>& place)
{
    return std::fmod(place[1], FacadePlace::storeyLimit);
}

int kindOf(const std::array<float, 2>& place)
{
    return int(place[1] / FacadePlace::storeyLimit);
}

bool isWhole(float v)
{
    return std::abs(v - std::round(v)) < 0.01f;
}

} // namespace

class FacadesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noWindowIsCut()
    {
        House house;
        house.wall(0, 0, 11, 0, 90, 99.4f);       // front
        house.wall(11, 0, 11, 9, 90, 99.4f, 104); // gable
        house.wall(11, 9, 0, 9, 90, 99.4f);       // back
        const auto places = facadesOf(house.content);
        QCOMPARE(places.size(), house.content.vertices.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool peak = i == 8;
            QCOMPARE(storeysOf(places[i]), 3);
            QVERIFY(kindOf(places[i]) > 0);
            QCOMPARE(kindOf(places[i]), kindOf(places[0]));
            QVERIFY(peak || isWhole(baysAlong(places[i])));
            QVERIFY(peak || isWhole(storeysUp(places[i])));
        }
        QCOMPARE(std::round(baysAlong(places[0])), 0.0f);
        QVERIFY(baysAlong(places[1]) >= 3 && baysAlong(places[1]) <= 5);
        QCOMPARE(std::round(storeysUp(places[2])), 3.0f);
        QVERIFY(storeysUp(places[8]) > 4); // the peak lies above the storeys: no windows there
    }

    void storeysCountFromTheFootOfTheHouse()
    {
        House house;
        house.wall(0, 0, 12, 0, 50, 56.2f);
        house.wall(12, 0, 12, 12, 53.1f, 56.2f); // above a lower neighbour
        house.wall(12, 12, 0, 12, 50, 56.2f);
        const auto places = facadesOf(house.content);
        QVERIFY(std::abs(storeysUp(places[4]) - 1) < 0.02f);
        QCOMPARE(storeysOf(places[4]), 2);
    }

    void shedsAndSliversHaveNone()
    {
        House shed;
        shed.wall(0, 0, 3, 0, 0, 2.4f);
        shed.wall(3, 0, 3, 6, 0, 2.4f);
        QVERIFY(facadesOf(shed.content).empty());
        House house;
        house.wall(0, 0, 20, 0, 0, 6.2f);
        house.wall(20, 0, 20, 1.2f, 0, 6.2f);
        const auto places = facadesOf(house.content);
        QCOMPARE(storeysOf(places[0]), 2);
        QCOMPARE(storeysOf(places[4]), 0);
    }

    void highAndLongHousesHaveWideWindows()
    {
        House tower;
        tower.wall(0, 0, 20, 0, 0, 62);
        QVERIFY(kindOf(facadesOf(tower.content)[0]) >= FacadePlace::wideWindows);
        QCOMPARE(storeysOf(facadesOf(tower.content)[0]), 20);
        House house;
        house.wall(0, 0, 20, 0, 0, 9.3f);
        QVERIFY(kindOf(facadesOf(house.content)[0]) < FacadePlace::wideWindows);
    }

    void theUseGoesWithTheHouse()
    {
        House house;
        house.wall(0, 0, 20, 0, 0, 9.3f);
        const int unknown = kindOf(facadesOf(house.content)[0]);
        house.content.featureUses = {BuildingUse::Office};
        QCOMPARE(kindOf(facadesOf(house.content)[0]),
                 unknown + FacadePlace::useStep * static_cast<int>(BuildingUse::Office));
        House slab; // long, but lived in: no shop windows
        slab.wall(0, 0, 200, 0, 0, 9.3f);
        QVERIFY(kindOf(facadesOf(slab.content)[0]) & FacadePlace::wideWindows);
        slab.content.featureUses = {BuildingUse::Dwelling};
        QVERIFY(!(kindOf(facadesOf(slab.content)[0]) & FacadePlace::wideWindows));
    }

    void picturesAndOtherFacesAreLeftAlone()
    {
        House house;
        house.wall(0, 0, 20, 0, 0, 9.3f);
        TileContent textured = house.content;
        textured.textureCoordinates.resize(textured.vertices.size());
        QVERIFY(facadesOf(textured).empty());
        TileContent roofs = house.content;
        for (TileVertex& v : roofs.vertices)
            v.faceClass = std::uint8_t(FaceClass::Roof);
        QVERIFY(facadesOf(roofs).empty());
        TileContent damaged = house.content;
        damaged.indices.push_back(70000);
        damaged.indices.push_back(1);
        damaged.indices.push_back(2);
        damaged.vertices.push_back(damaged.vertices[0]);
        damaged.vertices.back().feature = 77;
        const auto places = facadesOf(damaged);
        QCOMPARE(places.size(), damaged.vertices.size());
        QCOMPARE(storeysOf(places[0]), 3);
        QCOMPARE(storeysOf(places.back()), 0);
    }
};

QTEST_GUILESS_MAIN(FacadesTest)
#include "tst_facades.moc"
