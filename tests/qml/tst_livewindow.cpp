// SPDX-License-Identifier: GPL-3.0-or-later
// Live values in the real window: rows in the layer panel, a list, one thing with its values.
#include "qml/WindowStage.h"
#include "support/FakeLive.h"
#include "support/GuiTestMain.h"

#include <QQuickItem>
#include <QQuickWindow>

using namespace twin;
using namespace twin::test;

class LiveWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFieldOpensItsThingsAndAThingItsValues()
    {
        FakeLive fake;
        StageOptions options{emptyRegion(), {}, {}, false, {}};
        options.live = fake.maker();
        services::OpenedLayer layer;
        layer.info.id = QStringLiteral("terrain");
        options.region.layers.push_back(layer);
        WindowStage stage(std::move(options));
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QVERIFY(stage.openRegion());
        stage.app().live()->begin();
        QTRY_VERIFY(fake.listener);
        services::LiveBoard board;
        board.setSource({QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {SourceState::Live, {}, {}}, true});
        const Datastream heat =
            liveStream(QStringLiteral("a"), QStringLiteral("Lufttemperatur"), ActionField::EnergyAndEnvironment);
        board.take(std::vector{heat});
        board.take(std::vector{liveValue(heat, 21.4)});
        fake.listener(board.takeSnapshot());

        const QString row = QStringLiteral("Live: ") + actionFieldTitle(ActionField::EnergyAndEnvironment);
        QTRY_VERIFY(stage.says(row));
        QVERIFY(stage.says(QStringLiteral("Demo-Daten (erzeugt)")));
        QVERIFY(stage.click(row));
        QTRY_VERIFY(stage.says(QStringLiteral("Station a")));
        QVERIFY(stage.click(QStringLiteral("Station a")));
        QTRY_VERIFY(stage.says(QStringLiteral("21,4\u00A0°C")));
        QVERIFY(stage.says(QStringLiteral("Lufttemperatur")));
        board.take(std::vector{liveValue(heat, 22.5)});
        fake.listener(board.takeSnapshot());
        QTRY_VERIFY(stage.says(QStringLiteral("22,5\u00A0°C")));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.app().live()->details()->isOpen());
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }
};

TWIN_GUI_TEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
