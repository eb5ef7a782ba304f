// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/selection/Frustum.h"
#include "render/selection/TileSelection.h"
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"

#include <algorithm>
#include <set>

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

/// A tree whose tiles can be made resident by hand.
struct Fixture {
    explicit Fixture(int tilesPerSide, int blocksPerSide = 4)
    {
        BlockCityOptions options;
        options.tilesPerSide = tilesPerSide;
        options.blocksPerTileSide = blocksPerSide;
        city = std::make_shared<BlockCity>(options);
        const std::size_t nodes = city->tree().nodes.size();
        load.assign(nodes, TileLoad::Absent);
        bytes.assign(nodes, 1000);
        refined.assign(nodes, 0);
        request.camera = peerCamera();
        request.size = {1280, 800};
        request.gpuBudget = 1u << 30;
    }
    Selection select()
    {
        const TreeState tree{&city->tree(), load, bytes, refined};
        Selection s = selectTiles(request, {&tree, 1});
        std::fill(refined.begin(), refined.end(), 0);
        for (const TileRef& r : s.refined)
            refined[std::size_t(r.node)] = 1;
        return s;
    }
    /// @returns whether every visible leaf is drawn or has exactly one drawn ancestor.
    bool coversOnce(const Selection& s) const
    {
        const Frustum frustum(request.camera, request.size);
        std::set<std::int32_t> drawn;
        for (const TileRef& r : s.draw)
            drawn.insert(r.node);
        for (std::size_t i = 0; i < city->tree().nodes.size(); ++i) {
            const TileNode& node = city->tree().nodes[i];
            if (!node.children.empty() || !frustum.intersects(node.bounds))
                continue;
            int covers = 0;
            for (auto at = static_cast<std::int32_t>(i); at >= 0; at = city->tree().nodes[std::size_t(at)].parent)
                covers += static_cast<int>(drawn.count(at));
            if (covers != 1)
                return false;
        }
        return true;
    }
    std::shared_ptr<BlockCity> city;
    std::vector<TileLoad> load;
    std::vector<std::uint32_t> bytes;
    std::vector<std::uint8_t> refined;
    SelectionRequest request;
};

} // namespace

class TileSelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForCoarseTilesFirst()
    {
        Fixture f(8);
        const Selection s = f.select();
        QVERIFY(s.draw.empty());
        QVERIFY(s.missing > 0);
        QCOMPARE(s.load.front().tile.node, 0);
        for (std::size_t i = 1; i < s.load.size(); ++i)
            QVERIFY(s.load[i - 1].priority >= s.load[i].priority);
    }

    void loadsInOrderWithoutEverOpeningAHole()
    {
        Fixture f(8);
        f.request.maximumScreenSpaceError = 0;
        bool rootSeen = false;
        for (int step = 0; step < 400; ++step) {
            const Selection s = f.select();
            if (rootSeen)
                QVERIFY2(f.coversOnce(s), qPrintable(QStringLiteral("step %1").arg(step)));
            if (s.load.empty()) {
                QCOMPARE(s.missing, 0);
                QCOMPARE(static_cast<int>(s.draw.size()), s.targets);
                return;
            }
            f.load[std::size_t(s.load.front().tile.node)] = TileLoad::Resident;
            rootSeen = true;
        }
        QFAIL("never complete");
    }

    void turningTheCameraOpensNoHole()
    {
        Fixture f(8);
        f.request.maximumScreenSpaceError = 4;
        for (Selection s = f.select(); !s.load.empty(); s = f.select())
            f.load[std::size_t(s.load.front().tile.node)] = TileLoad::Resident;
        for (int turn = 0; turn < 36; ++turn) {
            f.request.camera = peerCamera({}, turn * 0.1745);
            QVERIFY(f.coversOnce(f.select()));
        }
    }

    void failedTilesDoNotHoldUpTheOthers()
    {
        Fixture f(4);
        f.request.maximumScreenSpaceError = 0;
        const auto& nodes = f.city->tree().nodes;
        std::int32_t failed = -1;
        for (Selection s = f.select(); !s.load.empty(); s = f.select()) {
            const std::int32_t node = s.load.front().tile.node;
            const bool fail = failed < 0 && nodes[std::size_t(node)].children.empty();
            failed = fail ? node : failed;
            f.load[std::size_t(node)] = fail ? TileLoad::Failed : TileLoad::Resident;
        }
        const Selection s = f.select();
        QCOMPARE(s.missing, 0);
        // Its parent stays in its place and in that of its siblings: coarse, but without a gap.
        const auto parent = std::find_if(nodes.begin(), nodes.end(), [&](const TileNode& node) {
            return std::find(node.children.begin(), node.children.end(), failed) != node.children.end();
        });
        QVERIFY(parent != nodes.end());
        const TileRef expected{0, static_cast<std::int32_t>(parent - nodes.begin())};
        QVERIFY(std::find(s.draw.begin(), s.draw.end(), expected) != s.draw.end());
        QCOMPARE(s.draw.size(), static_cast<std::size_t>(s.targets) - parent->children.size() + 1);
        QVERIFY(f.coversOnce(s));
        QCOMPARE(s.covered, std::vector<std::uint8_t>{1});
    }

    void whatThrowsShadowsIntoTheViewIsThere()
    {
        Fixture f(8, 8);
        f.request.maximumScreenSpaceError = 0;
        f.request.camera.eye = f.city->tree().nodes.front().bounds.centre();
        f.request.camera.eye.z += 120;
        f.request.camera.pitchDegrees = -89; // little in view
        const auto settle = [&f] {
            Selection s = f.select();
            for (; !s.load.empty(); s = f.select())
                f.load[std::size_t(s.load.front().tile.node)] = TileLoad::Resident;
            return s;
        };
        const Selection without = settle();
        QVERIFY(without.casters.empty());
        QVERIFY(without.draw.size() < 16U);
        f.request.shadows = ShadowWish{{0.98, 0, 0.199}, 3000};
        QVERIFY(f.select().missing > 0);
        const Selection with = settle();
        QCOMPARE(with.draw, without.draw);
        QVERIFY(!with.casters.empty());
        // They stand towards the sun, and none is drawn.
        for (const TileRef& caster : with.casters) {
            QVERIFY(std::find(with.draw.begin(), with.draw.end(), caster) == with.draw.end());
            QVERIFY(f.city->tree().nodes[std::size_t(caster.node)].bounds.max.x > f.request.camera.eye.x);
        }
    }

    void budgetRaisesTheErrorAndNeverWantsMore_data()
    {
        QTest::addColumn<int>("tilesInBudget");
        for (const int tiles : {1, 2, 5, 9, 20, 60})
            QTest::addRow("%d tiles", tiles) << tiles;
    }
    void budgetRaisesTheErrorAndNeverWantsMore()
    {
        QFETCH(int, tilesInBudget);
        Fixture f(8);
        f.request.maximumScreenSpaceError = 0;
        f.request.gpuBudget = static_cast<std::size_t>(tilesInBudget) * 1000;
        const Selection s = f.select();
        QVERIFY(static_cast<int>(s.used.size()) <= tilesInBudget);
        QVERIFY(!s.used.empty());
        QVERIFY(s.screenSpaceError > 0);
    }

    void raisedErrorComesDownAgainWithoutFlicker()
    {
        Fixture f(8);
        f.request.maximumScreenSpaceError = 2;
        f.request.gpuBudget = 20 * 1000;
        double last = 0;
        for (int i = 0; i < 30; ++i) {
            f.request.lastScreenSpaceError = last;
            const Selection s = f.select();
            if (i > 20)
                QCOMPARE(s.screenSpaceError, last); // settled
            last = s.screenSpaceError;
        }
        QVERIFY(last > 2);
        f.request.gpuBudget = 1u << 30;
        for (int i = 0; i < 30; ++i) {
            f.request.lastScreenSpaceError = last;
            last = f.select().screenSpaceError;
        }
        QCOMPARE(last, 2.0);
    }

    void dropsTheOldestUnusedOnesOnly()
    {
        Fixture f(8);
        f.request.maximumScreenSpaceError = 0;
        f.request.camera = lookAt({-300, -300, 60}, {-300, 300, 0});
        for (Selection s = f.select(); !s.load.empty(); s = f.select())
            f.load[std::size_t(s.load.front().tile.node)] = TileLoad::Resident;
        const Selection there = f.select();
        std::vector<TileRef> resident;
        for (std::size_t i = 0; i < f.load.size(); ++i) {
            if (f.load[i] == TileLoad::Resident)
                resident.push_back({0, static_cast<std::int32_t>(i)});
        }
        f.request.camera = lookAt({300, 300, 60}, {300, -300, 0});
        f.request.residentOldestFirst = resident;
        f.request.residentBytes = resident.size() * 1000;
        f.request.gpuBudget = resident.size() * 1000;
        const Selection s = f.select();
        QVERIFY(!s.load.empty());
        QVERIFY(!s.drop.empty());
        QVERIFY(f.request.residentBytes - s.drop.size() * 1000 + s.load.size() * 1000 <= f.request.gpuBudget);
        for (const TileRef& dropped : s.drop) {
            QVERIFY(std::find(s.used.begin(), s.used.end(), dropped) == s.used.end());
            QVERIFY(std::find(s.draw.begin(), s.draw.end(), dropped) == s.draw.end());
        }
    }

    void hysteresisHoldsTheLevelAtTheBorder()
    {
        Fixture f(8);
        f.request.maximumScreenSpaceError = 16;
        std::fill(f.load.begin(), f.load.end(), TileLoad::Resident);
        // Forth and back by a few metres around every distance: at most one change of level each.
        int changes = 0;
        std::size_t last = 0;
        for (int i = 0; i < 40; ++i) {
            const double distance = 900 + (i % 2) * 15.0;
            f.request.camera = lookAt({0, -distance, distance * 0.4}, {});
            const std::size_t now = f.select().draw.size();
            changes += last != 0 && now != last;
            last = now;
        }
        QVERIFY2(changes <= 1, qPrintable(QString::number(changes)));
    }

    void additiveTilesKeepTheirOwnContent()
    {
        Fixture f(2);
        TileTree tree = f.city->tree();
        for (TileNode& node : tree.nodes)
            node.refine = Refine::Add;
        std::fill(f.load.begin(), f.load.end(), TileLoad::Resident);
        f.request.maximumScreenSpaceError = 0;
        const TreeState state{&tree, f.load, f.bytes, f.refined};
        const Selection s = selectTiles(f.request, {&state, 1});
        QVERIFY(std::find(s.draw.begin(), s.draw.end(), TileRef{0, 0}) != s.draw.end());
        QCOMPARE(static_cast<int>(s.draw.size()), s.targets);
        QVERIFY(s.draw.size() > 1);
    }

    void costDoesNotGrowWithTheRegion()
    {
        // The same view of 16 times the city: a few coarse tiles towards the horizon more, not 16 times as many.
        Fixture small(16);
        Fixture large(64);
        for (Fixture* f : {&small, &large}) {
            f->request.camera = lookAt({0, -200, 60}, {});
            f->request.maximumScreenSpaceError = 16;
        }
        const std::size_t a = small.select().used.size();
        const std::size_t b = large.select().used.size();
        QVERIFY2(b < a * 3, qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
    }

    void drawsFrontToBack()
    {
        Fixture f(8);
        std::fill(f.load.begin(), f.load.end(), TileLoad::Resident);
        const Selection s = f.select();
        double last = 0;
        for (const TileRef& tile : s.draw) {
            const double distance =
                f.city->tree().nodes[std::size_t(tile.node)].bounds.distanceTo(f.request.camera.eye);
            QVERIFY(distance >= last);
            last = distance;
        }
    }
};

QTEST_GUILESS_MAIN(TileSelectionTest)
#include "tst_tileselection.moc"
