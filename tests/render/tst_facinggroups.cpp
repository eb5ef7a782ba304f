// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/FacingGroups.h"

#include <algorithm>
#include <random>
#include <set>

#include <QTest>

using namespace twin;
using namespace twin::render;

namespace {

TileContent randomTriangles(int count, std::mt19937& random)
{
    std::uniform_real_distribution<float> place(-150, 150);
    std::uniform_real_distribution<float> size(-8, 8);
    TileContent content;
    for (int t = 0; t < count; ++t) {
        const float x = place(random);
        const float y = place(random);
        for (int i = 0; i < 3; ++i) {
            TileVertex v{};
            v.x = x + size(random);
            v.y = y + size(random);
            v.z = 10 + size(random);
            content.indices.push_back(static_cast<std::uint32_t>(content.vertices.size()));
            content.vertices.push_back(v);
        }
    }
    return content;
}

bool facesEye(const TileContent& content, std::uint32_t a, std::uint32_t b, std::uint32_t c, const LocalPosition& eye)
{
    const auto at = [&content](std::uint32_t i) {
        const TileVertex& v = content.vertices[i];
        return LocalPosition{double(v.x), double(v.y), double(v.z)};
    };
    return dot(cross(at(b) - at(a), at(c) - at(a)), eye - at(a)) > 0;
}

} // namespace

class FacingGroupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryTriangleWithItsTurn()
    {
        std::mt19937 random(7);
        const TileContent content = randomTriangles(500, random);
        const FacingOrder order = orderByFacing(content, content.indices);
        const auto triangles = [](const std::vector<std::uint32_t>& indices) {
            std::multiset<std::array<std::uint32_t, 3>> set;
            for (std::size_t i = 0; i + 2 < indices.size(); i += 3)
                set.insert({indices[i], indices[i + 1], indices[i + 2]});
            return set;
        };
        QCOMPARE(order.indices.size(), content.indices.size());
        QVERIFY(triangles(order.indices) == triangles(content.indices));
        std::uint32_t next = 0;
        for (const FacingGroup& group : order.groups) {
            QVERIFY(group.count > 0);
            QCOMPARE(group.first, next);
            next += group.count;
        }
        QCOMPARE(std::size_t(next), order.indices.size());
    }

    void neverLeavesOutWhatTheEyeSees()
    {
        std::mt19937 random(11);
        const TileContent content = randomTriangles(400, random);
        const FacingOrder order = orderByFacing(content, content.indices);
        std::uniform_real_distribution<double> place(-900, 900);
        std::uniform_real_distribution<double> height(-20, 500);
        std::size_t left = 0;
        for (int view = 0; view < 200; ++view) {
            const LocalPosition eye{place(random), place(random), height(random)};
            for (const FacingGroup& group : order.groups) {
                if (!group.isAverted({eye.x, eye.y, eye.z}))
                    continue;
                left += group.count / 3;
                for (std::uint32_t i = group.first; i < group.first + group.count; i += 3)
                    QVERIFY(!facesEye(content, order.indices[i], order.indices[i + 1], order.indices[i + 2], eye));
            }
        }
        QVERIFY(left > 200 * 400 / 10); // and it is worth while
    }

    void survivesTrianglesWithoutArea()
    {
        TileContent content;
        content.vertices.resize(1);
        content.indices = {0, 0, 0};
        const FacingOrder order = orderByFacing(content, content.indices);
        QCOMPARE(order.groups.size(), std::size_t(1));
        QCOMPARE(order.indices.size(), std::size_t(3));
        QVERIFY(orderByFacing({}, {}).groups.empty());
    }
};

QTEST_GUILESS_MAIN(FacingGroupsTest)
#include "tst_facinggroups.moc"
