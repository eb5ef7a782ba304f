// SPDX-License-Identifier: GPL-3.0-or-later
// What a narrow frustum leaves of a tile: never less than what shows in it, and far less than everything.
#include "render/Projection.h"
#include "render/scene/IndexRuns.h"

#include <random>

#include <QTest>

using namespace twin;
using namespace twin::render;

namespace {

const QSize size(1280, 800);
const LocalPosition origin{5000, -3000, 50};
const CameraState camera{{5000, -3600, 350}, 0, -25, 45};

/// Small triangles in rows, each row along x.
TileContent field(int rows, int columns)
{
    TileContent content;
    content.origin = origin;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto x = static_cast<float>(column * 6 - columns * 3);
            const auto y = static_cast<float>(row * 6 - rows * 3);
            for (const auto& [dx, dy, dz] :
                 {std::array{0.f, 0.f, 0.f}, std::array{4.f, 0.f, 0.f}, std::array{0.f, 4.f, 3.f}}) {
                content.indices.push_back(static_cast<std::uint32_t>(content.vertices.size()));
                content.vertices.push_back({x + dx, y + dy, dz, 0, 0, 127, 0, 0, 0});
            }
        }
    return content;
}

LocalPosition sceneOf(const TileVertex& v)
{
    return origin + LocalPosition{static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)};
}

bool contains(const std::vector<DrawRange>& ranges, std::uint32_t at)
{
    for (const DrawRange& range : ranges)
        if (at >= range.first && at < range.first + range.count)
            return true;
    return false;
}

std::uint32_t countOf(const std::vector<DrawRange>& ranges)
{
    std::uint32_t count = 0;
    for (const DrawRange& range : ranges)
        count += range.count;
    return count;
}

} // namespace

class IndexRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatLiesBehindAPixelIsThere()
    {
        const TileContent content = field(80, 80);
        const auto all = static_cast<std::uint32_t>(content.indices.size());
        const std::vector<IndexRun> runs = runsOf(content.vertices, content.indices, {0, all}, 3, 0);
        QCOMPARE(countOf(within(Frustum(camera, size), origin, runs)), all); // of the whole picture
        std::mt19937 random(1);
        int hits = 0;
        for (int i = 0; i < 500; ++i) {
            const std::uint32_t index = random() % all;
            const auto pixel = toPixel(camera, size, sceneOf(content.vertices[content.indices[index]]));
            QVERIFY(pixel);
            const double x = std::floor(pixel->first);
            const double y = std::floor(pixel->second);
            const auto ranges = within(Frustum(camera, size, x, y, x + 1, y + 1), origin, runs);
            QVERIFY2(contains(ranges, index), qPrintable(QString::number(index)));
            QVERIFY(countOf(ranges) < all / 10);
            ++hits;
        }
        QCOMPARE(hits, 500);
    }

    void aPartKeepsItsPlaceAmongTheIndices()
    {
        const TileContent content = field(10, 40);
        const std::vector<IndexRun> runs = runsOf(content.vertices, content.indices, {300, 600}, 3, 0);
        const auto ranges = within(Frustum(camera, size), origin, runs);
        QCOMPARE(ranges.size(), std::size_t(1));
        QCOMPARE(ranges[0].first, 300u);
        QCOMPARE(ranges[0].count, 600u);
    }

    void instancesBehindAPixelAreThere()
    {
        TileContent content = field(1, 1);
        for (int i = 0; i < 1000; ++i) { // turned, stretched and moved
            const float turn = 0.1f * static_cast<float>(i);
            const float c = 2 * std::cos(turn);
            const float s = 2 * std::sin(turn);
            content.instances.matrices.push_back({c, s, 0, 0, -s, c, 0, 0, 0, 0, 3, 0,
                                                  static_cast<float>(i % 40 * 20 - 400),
                                                  static_cast<float>(i / 40 * 20 - 250), 0, 1});
        }
        const std::vector<InstanceBall> balls = ballsOf(content);
        QCOMPARE(balls.size(), content.instances.matrices.size());
        for (std::uint32_t i = 0; i < balls.size(); ++i) {
            const auto& m = content.instances.matrices[i];
            for (const TileVertex& v : content.vertices) {
                const TileVertex placed{m[0] * v.x + m[4] * v.y + m[8] * v.z + m[12],
                                        m[1] * v.x + m[5] * v.y + m[9] * v.z + m[13],
                                        m[2] * v.x + m[6] * v.y + m[10] * v.z + m[14],
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0};
                const auto pixel = toPixel(camera, size, sceneOf(placed));
                QVERIFY(pixel);
                const double x = std::floor(pixel->first);
                const double y = std::floor(pixel->second);
                const auto ranges = within(Frustum(camera, size, x, y, x + 1, y + 1), origin, balls);
                QVERIFY2(contains(ranges, i), qPrintable(QString::number(i)));
                QVERIFY(countOf(ranges) < 60);
            }
        }
    }
};

QTEST_GUILESS_MAIN(IndexRunsTest)
#include "tst_indexruns.moc"
