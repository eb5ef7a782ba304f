// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of live things: where they stand, that crowds share one, what is hidden, what the pointer finds.
#include "app/viewport/live/LiveMarks.h"
#include "support/FakeLive.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using viewport::LiveMarks;

class LiveMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crowdsShareAMarkAndHousesHide()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        LiveModel model(settings, {});
        services::LiveBoard board;
        for (int i = 0; i < 3; ++i) {
            const Datastream heat = liveStream(QString::number(i), QStringLiteral("Luft"), ActionField::Mobility,
                                               GeoPoint{51.5136 + 0.0001 * i, 7.4653});
            board.take(std::vector{heat});
            board.take(std::vector{liveValue(heat, 21.0)});
        }
        const auto snapshot = board.takeSnapshot();
        const auto place = *snapshot->things[0]->place;
        const SceneFrame scene({place.eastingMetres, place.northingMetres, 0});

        viewport::OverlayFrame frame;
        LiveMarks marks(frame);
        marks.setLive(&model);
        marks.setGround({}, scene);
        CameraState camera;
        camera.eye = {0, -40, 10};
        camera.headingDegrees = 0;
        camera.pitchDegrees = 0;
        marks.setCamera(camera, {1000, 800});
        QCOMPARE(marks.count(), 0);
        model.show(snapshot);
        QCOMPARE(marks.count(), 3);
        camera.eye = {0, -5000, 10};
        marks.setCamera(camera, {1000, 800});
        QVERIFY(marks.count() < 3);
        camera.eye = {0, -40, 10};
        marks.setCamera(camera, {1000, 800});

        const auto& first = marks.marks().front();
        const auto pixel = render::toPixel(camera, {1000, 800}, {0, 0, first.mast});
        QVERIFY(pixel);
        const QPointF there(pixel->first, pixel->second);
        QVERIFY(marks.hover(there, {}));
        QCOMPARE(marks.hoverTitle(), QStringLiteral("Station 0"));
        QVERIFY(marks.hoverText().contains(QStringLiteral("Demo")));
        QVERIFY(!marks.hover(there, LocalPosition{0, -30, 10})); // a wall ten metres before the eye
        QVERIFY(marks.hoverTitle().isEmpty());
        QVERIFY(marks.click(there, {}).hit);
        QCOMPARE(model.details()->title(), QStringLiteral("Station 0"));
        model.setShown(0, false);
        QCOMPARE(marks.count(), 0);
    }
};

QTEST_MAIN(LiveMarksTest)
#include "tst_livemarks.moc"
