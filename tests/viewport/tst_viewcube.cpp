// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewport/ViewCube.h"

#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace twin::viewport;

namespace {

/// A cube as the window has it, without one.
std::unique_ptr<ViewCube> cubeSeen(double heading, double pitch)
{
    auto cube = std::make_unique<ViewCube>();
    cube->setSize({84, 84});
    cube->setProperty("labels", QStringList{QStringLiteral("N"), QStringLiteral("O"), QStringLiteral("S"),
                                            QStringLiteral("W"), QStringLiteral("T")});
    cube->setProperty("sideColor", QColor(Qt::white));
    cube->setProperty("topColor", QColor(Qt::white));
    cube->setProperty("lineColor", QColor(Qt::black));
    cube->setProperty("textColor", QColor(Qt::black));
    cube->setProperty("accentColor", QColor(Qt::red));
    cube->setHeadingDegrees(heading);
    cube->setPitchDegrees(pitch);
    return cube;
}

} // namespace

class ViewCubeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Who looks north sees the south side of things.
    void sidesLieWhereOneLooks_data()
    {
        QTest::addColumn<double>("heading");
        QTest::addColumn<int>("front");
        QTest::addColumn<int>("hidden");
        QTest::newRow("north") << 0.0 << int(ViewCube::South) << int(ViewCube::North);
        QTest::newRow("east") << 90.0 << int(ViewCube::West) << int(ViewCube::East);
        QTest::newRow("south") << 180.0 << int(ViewCube::North) << int(ViewCube::South);
        QTest::newRow("west") << 270.0 << int(ViewCube::East) << int(ViewCube::West);
    }
    void sidesLieWhereOneLooks()
    {
        QFETCH(double, heading);
        QFETCH(int, front);
        QFETCH(int, hidden);
        const auto cube = cubeSeen(heading, -20);
        QCOMPARE(cube->sideAt({42, 48}), front);
        QCOMPARE(cube->sideAt({42, 16}), int(ViewCube::Top));
        QCOMPARE(cube->sideAt({2, 2}), -1);
        QVERIFY(cube->outlineOf(hidden).isEmpty());
        // Two sides at a corner view, the eastern one on the right when one looks north-west.
        const auto corner = cubeSeen(315, -30);
        QCOMPARE(corner->sideAt({28, 50}), int(ViewCube::South));
        QCOMPARE(corner->sideAt({56, 50}), int(ViewCube::East));
    }

    void aClickAsksForTheView()
    {
        const auto cube = cubeSeen(315, -30);
        QSignalSpy chosen(cube.get(), &ViewCube::chosen);
        cube->choose(ViewCube::East);
        QCOMPARE(chosen.takeFirst(), (QVariantList{270.0, -30.0})); // from the east: looking west
        cube->choose(ViewCube::North);
        QCOMPARE(chosen.takeFirst(), (QVariantList{180.0, -30.0}));
        cube->choose(ViewCube::Top);
        QCOMPARE(chosen.takeFirst(), (QVariantList{315.0, -90.0}));
        cube->setPitchDegrees(-90);
        cube->choose(ViewCube::Top); // once more: north up
        QCOMPARE(chosen.takeFirst(), (QVariantList{0.0, -90.0}));
        cube->choose(ViewCube::South); // not straight down on a side
        QCOMPARE(chosen.first().first().toDouble(), 0.0);
        QVERIFY(chosen.takeFirst().last().toDouble() > -50);
        cube->choose(-1);
        QVERIFY(chosen.isEmpty());
    }

    void arrowsGoFromSideToSide()
    {
        const auto cube = cubeSeen(0, -30);
        QSignalSpy chosen(cube.get(), &ViewCube::chosen);
        const auto press = [&](int key) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(cube.get(), &event);
            return event.isAccepted();
        };
        QVERIFY(press(Qt::Key_Left));
        QCOMPARE(chosen.takeFirst().first().toDouble(), 90.0); // the west side, which was on the left
        QVERIFY(press(Qt::Key_Right));
        QCOMPARE(chosen.takeFirst().first().toDouble(), 270.0);
        QVERIFY(press(Qt::Key_Up));
        QCOMPARE(chosen.takeFirst().last().toDouble(), -90.0);
        QVERIFY(!press(Qt::Key_A));
    }

    void itPaintsWhatOneCanClick()
    {
        const auto cube = cubeSeen(30, -30);
        QImage image(84, 84, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        cube->paint(&painter);
        painter.end();
        for (int y = 4; y < 84; y += 4)
            for (int x = 4; x < 84; x += 4)
                if (cube->sideAt(QPointF(x, y)) >= 0)
                    QVERIFY(qAlpha(image.pixel(x, y)) > 100);
    }
};

QTEST_MAIN(ViewCubeTest)
#include "tst_viewcube.moc"
