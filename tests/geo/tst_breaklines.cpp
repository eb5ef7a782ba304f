// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on which the ground bends: which nodes of a grid they pass, and what becomes of its heights.
#include "geo/Heights.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestBreaklines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesLeaveChainsOfNodes_data();
    void linesLeaveChainsOfNodes();
    void theNearestLineCounts();
    void oddLinesDoNoHarm();
    void heightsFollowTheLine();
};

void TestBreaklines::linesLeaveChainsOfNodes_data()
{
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::newRow("east") << 40.0 << 0.3;
    QTest::newRow("north") << 0.3 << 40.0;
    QTest::newRow("diagonal") << 40.0 << 40.0;
    QTest::newRow("slanting") << 40.0 << 17.0;
    QTest::newRow("backwards") << -7.0 << -40.0;
}

/// Every place of a line is within a step of a node that it passes, and no node is further off than half a step.
void TestBreaklines::linesLeaveChainsOfNodes()
{
    QFETCH(double, east);
    QFETCH(double, north);
    const geo::BreaklineGrid grid{1000, 2000, 2, 100, 100};
    const geo::Breakline line{{1080.7, 1900.4, 10}, {1080.7 + east, 1900.4 + north, 30}};
    const auto nodes = geo::nodesOn(std::vector<geo::Breakline>{line}, grid);
    const double length = std::hypot(east, north);
    for (const geo::BreaklineNode& node : nodes) {
        const double x = grid.west + node.column * grid.spacing - line[0].eastingMetres;
        const double y = grid.north - node.row * grid.spacing - line[0].northingMetres;
        const double t = std::clamp((x * east + y * north) / (length * length), 0.0, 1.0);
        QVERIFY(std::hypot(x - t * east, y - t * north) <= 1 + 1e-6);
        QVERIFY(std::abs(node.height - (10 + 20 * t)) < 1e-4);
    }
    for (int i = 0; i <= 100; ++i) {
        const double x = line[0].eastingMetres + east * i / 100;
        const double y = line[0].northingMetres + north * i / 100;
        double nearest = 1e9;
        for (const geo::BreaklineNode& node : nodes)
            nearest = std::min(nearest, std::hypot(x - grid.west - node.column * grid.spacing,
                                                   y - grid.north + node.row * grid.spacing));
        QVERIFY2(nearest <= 2, qPrintable(QString::number(i)));
    }
}

void TestBreaklines::theNearestLineCounts()
{
    const geo::BreaklineGrid grid{0, 10, 1, 11, 11};
    const geo::Breakline near{{0, 5.1, 1}, {10, 5.1, 1}};
    const geo::Breakline further{{0, 5.4, 9}, {10, 5.4, 9}};
    for (const auto& lines : {std::vector{near, further}, std::vector{further, near}}) {
        const auto nodes = geo::nodesOn(lines, grid);
        QCOMPARE(nodes.size(), std::size_t(11));
        QVERIFY(std::all_of(nodes.begin(), nodes.end(),
                            [](const geo::BreaklineNode& node) { return node.row == 5 && node.height == 1.0F; }));
    }
}

void TestBreaklines::oddLinesDoNoHarm()
{
    const geo::BreaklineGrid grid{0, 10, 1, 11, 11};
    const double none = std::nan("");
    const std::vector<geo::Breakline> lines{{},
                                            {{5, 5, 1}},
                                            {{5, 5, 1}, {5, 5, 1}},
                                            {{none, 5, 1}, {5, 5, 1}},
                                            {{-1e9, 5, 1}, {-1e8, 5, 1}},
                                            {{3, 1e9, 1}, {3, 1e8, 1}}};
    const auto nodes = geo::nodesOn(lines, grid);
    QCOMPARE(nodes.size(), std::size_t(1)); // of the line that is a point
    QCOMPARE(nodes.front().column, 5);
    QCOMPARE(nodes.front().row, 5);
    QVERIFY(geo::nodesOn(lines, {0, 10, 1, 0, 0}).empty());
}

void TestBreaklines::heightsFollowTheLine()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("dgm.asc")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ncols 21\nnrows 21\nxllcenter 393000\nyllcenter 5707000\ncellsize 1\nNODATA_value -9999\n");
    for (int row = 0; row < 21; ++row)
        file.write(QByteArray(row == 10 ? "-9999 " : "100 ") + QByteArray("100 ").repeated(20) + "\n");
    file.close();
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("scratch")));
    geo::HeightMosaicOptions options;
    options.raster.crs = QStringLiteral("EPSG:25832+7837");
    options.raster.use = geo::RasterUse::Heights;
    options.breaklines = {{{393000, 5707010, 102}, {393020, 5707010, 104}}, // a dam, beginning in a gap
                          {{393005, 5707002, 0}, {393015, 5707002, 0}}};    // heights that are none
    const QString target = folder.filePath(QStringLiteral("heights.tif"));
    const auto mosaic =
        geo::mosaicHeights({file.fileName()}, target, folder.filePath(QStringLiteral("scratch")), options, {}, {});
    QVERIFY2(mosaic, mosaic ? "" : qPrintable(mosaic.error().toText()));
    QVERIFY(std::abs(mosaic->extent.max.z - 104) < 1e-3);
    QCOMPARE(mosaic->issues.back().reason, QStringLiteral("breakline.far-off"));
    QCOMPARE(mosaic->issues.back().detail, QStringLiteral("11"));
    const auto raster = geo::HeightRaster::open(target);
    QVERIFY(raster);
    const auto heightAt = [&raster](double east, double north) {
        const auto height = raster->heightAt(393000 + east, 5707000 + north);
        return height && *height ? **height : -1;
    };
    QVERIFY(std::abs(heightAt(10, 10) - 103) < 1e-3);
    QVERIFY(std::abs(heightAt(15, 10.5) - (103.5 + 100) / 2) < 1e-3); // half a step beside the edge
    QVERIFY(std::abs(heightAt(10, 12) - 100) < 1e-3);
    QVERIFY(std::abs(heightAt(10, 2) - 100) < 1e-3);
    QCOMPARE(heightAt(0, 10), -1.0); // a gap stays one
}

QTEST_GUILESS_MAIN(TestBreaklines)
#include "tst_breaklines.moc"
