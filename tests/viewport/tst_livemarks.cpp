// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of live things: where they stand, what of them crowds together, what their shapes say of the value, what the
// pointer finds.
#include "app/viewmodels/live/LiveText.h"
#include "app/viewmodels/live/ValueScale.h"
#include "app/viewport/live/ColourTriangles.h"
#include "app/viewport/live/LiveAreas.h"
#include "app/viewport/live/LiveMarks.h"
#include "app/viewport/live/MarkSymbols.h"
#include "support/FakeLive.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using std::chrono::minutes;
using std::chrono::seconds;
using viewport::LiveMarks;
using viewport::VehicleTracks;

namespace {

constexpr QSize picture(1000, 800);

Datastream streamOf(const QString& thing, const QString& type, const QString& property, const QString& unit,
                    GeoPoint place = {51.5136, 7.4653})
{
    Datastream stream = liveStream(thing, property, ActionField::Mobility, place);
    stream.thingType = type;
    stream.unit.ucum = unit;
    return stream;
}

CameraState cameraAt(double y)
{
    CameraState camera;
    camera.eye = {0, y, 10};
    camera.headingDegrees = 0;
    camera.pitchDegrees = 0;
    return camera;
}

/// Marks over flat ground, the scene's origin at the first thing, seen from 60 m south of it.
class Stage {
public:
    Stage() : m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat), model(m_settings, {}) {}

    void show(const std::vector<Datastream>& streams, const std::vector<Observation>& values)
    {
        m_board.take(streams);
        m_board.take(values);
        const auto snapshot = m_board.takeSnapshot();
        const auto place = *snapshot->things[0]->place;
        marks.setLive(&model);
        if (!m_placed)
            marks.setGround({}, SceneFrame({place.eastingMetres, place.northingMetres, 0}));
        m_placed = true;
        marks.setCamera(cameraAt(-60), picture);
        model.show(snapshot);
    }
    [[nodiscard]] const std::vector<viewport::MarkHead>& heads() const { return marks.shapes().heads; }
    [[nodiscard]] const std::vector<viewport::MarkBlock>& blocks() const { return marks.shapes().blocks; }
    /// The pixel of a head seen from a camera.
    [[nodiscard]] static QPointF pixelOf(const viewport::MarkHead& head, const CameraState& camera)
    {
        const QVector3D& p = head.middle; // the overlays' frame lies at the scene's origin
        const auto pixel = render::toPixel(camera, picture, {p.x(), -p.z(), p.y()});
        return pixel ? QPointF(pixel->first, pixel->second) : QPointF(-1, -1);
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    services::LiveBoard m_board;
    bool m_placed = false;

public:
    LiveModel model;
    viewport::OverlayFrame frame;
    LiveMarks marks{frame};
};

} // namespace

class LiveMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crowdsShareAMarkAndHousesHide()
    {
        Stage stage;
        std::vector<Datastream> streams;
        std::vector<Observation> values;
        for (int i = 0; i < 3; ++i) {
            streams.push_back(liveStream(QString::number(i), QStringLiteral("Luft"), ActionField::Mobility,
                                         GeoPoint{51.5136 + 0.0002 * i, 7.4653}));
            values.push_back(liveValue(streams.back(), 21.0));
        }
        stage.show(streams, values);
        stage.marks.setCamera(cameraAt(-40), picture);
        QCOMPARE(stage.marks.count(), 3);
        stage.marks.setCamera(cameraAt(-5000), picture);
        QCOMPARE(stage.marks.count(), 1);
        QCOMPARE(stage.heads()[0].cell, viewport::MarkSymbols::cellOfCount(3));
        const auto click = stage.marks.click(Stage::pixelOf(stage.heads()[0], cameraAt(-5000)), {});
        QVERIFY(click.hit && click.nearer); // go nearer; nothing opens
        QVERIFY(!stage.model.details()->isOpen());

        stage.marks.setCamera(cameraAt(-40), picture);
        const QPointF there = Stage::pixelOf(stage.heads().back(), cameraAt(-40)); // the nearest one comes last
        QVERIFY(stage.marks.hover(there, {}));
        QCOMPARE(stage.marks.hoverTitle(), QStringLiteral("Station 0"));
        QVERIFY(stage.marks.hoverText().contains(QStringLiteral("Demo")));
        QVERIFY(!stage.marks.hover(there, LocalPosition{0, -30, 10})); // a wall ten metres before the eye
        QVERIFY(stage.marks.hoverTitle().isEmpty());
        const float before = stage.heads().back().pixels;
        QVERIFY(stage.marks.click(there, {}).hit);
        QCOMPARE(stage.model.details()->title(), QStringLiteral("Station 0"));
        QVERIFY(stage.heads().back().pixels > before); // the open one stands out
        stage.model.setShown(0, false);
        QCOMPARE(stage.marks.count(), 0);
    }

    void cellsDoNotFollowASidewaysCamera()
    {
        Stage stage;
        std::vector<Datastream> streams;
        for (int i = 0; i < 200; ++i)
            streams.push_back(liveStream(QString::number(i), QStringLiteral("Luft"), ActionField::Mobility,
                                         GeoPoint{51.5136 + 0.0003 * (i % 14), 7.4653 + 0.0004 * (i / 14)}));
        stage.show(streams, {});
        const auto cellsFrom = [&](double x) {
            CameraState camera = cameraAt(-2000);
            camera.eye.x = x;
            camera.eye.z = 400;
            stage.marks.setCamera(camera, picture);
            std::vector<int> cells;
            for (const auto& head : stage.heads())
                cells.push_back(head.cell);
            return cells;
        };
        const auto first = cellsFrom(200);
        QVERIFY(first.size() > 3 && first.size() < 100);
        QCOMPARE(cellsFrom(230), first);
        QCOMPARE(cellsFrom(170), first);
    }

    void columnsRiseWithTheValue()
    {
        const auto heat = [](const QString& id, double dx) {
            return streamOf(id, QStringLiteral("WeatherObserved"), QStringLiteral("temperature"), QStringLiteral("Cel"),
                            {51.5136, 7.4653 + dx});
        };
        Stage stage;
        const std::vector streams{heat(QStringLiteral("a"), 0), heat(QStringLiteral("b"), 0.0001)};
        stage.show(streams, {liveValue(streams[0], -5.0), liveValue(streams[1], 35.0)});
        QCOMPARE(stage.blocks().size(), 2U);
        auto low = stage.blocks()[0];
        auto high = stage.blocks()[1];
        if (low.foot.x() > high.foot.x())
            std::swap(low, high);
        QVERIFY(high.size.y() > 1.5F * low.size.y());
        const live::ValueScale* scale = live::valueScale(streams[0]);
        QVERIFY(scale != nullptr);
        QCOMPARE(high.colour, scale->colour(scale->share(35)));
        QVERIFY(high.colour.red() > high.colour.blue() && low.colour.blue() > low.colour.red());
        QCOMPARE(stage.marks.shapes().labels.size(), 2U);
    }

    void staleGreysAndNothingIsHatched()
    {
        Stage stage;
        const Datastream old = streamOf(QStringLiteral("a"), QStringLiteral("WeatherObserved"),
                                        QStringLiteral("temperature"), QStringLiteral("Cel"));
        Datastream never = old;
        never.thing = QStringLiteral("b");
        never.id += QLatin1Char('b');
        never.position->longitude += 0.0002;
        stage.show({old, never}, {liveValue(old, 20.0, systemNow() - minutes(9))});
        QCOMPARE(stage.heads().size(), 2U);
        for (const auto& head : stage.heads()) {
            QCOMPARE(head.colour, live::staleColour());
            QCOMPARE(head.hatched, head.middle.x() > 5); // the second one never had a value
        }
    }

    void parkingStacksItsLevels()
    {
        Stage stage;
        const Datastream free = streamOf(QStringLiteral("p"), QStringLiteral("OffStreetParking"),
                                         QStringLiteral("availableSpotNumber"), QStringLiteral("{count}"));
        Datastream total = free;
        total.property = QStringLiteral("totalSpotNumber");
        total.id += QLatin1Char('t');
        stage.show({free, total}, {liveValue(free, 120.0), liveValue(total, 400.0)});
        QCOMPARE(stage.blocks().size(), 10U);
        const auto& blocks = stage.blocks();
        const QColor empty = blocks.back().colour;
        QCOMPARE(std::count_if(blocks.begin(), blocks.end(), [&](const auto& b) { return b.colour != empty; }), 7);
        QVERIFY(blocks[0].colour != empty); // filled from below
        for (std::size_t i = 1; i < blocks.size(); ++i)
            QVERIFY(blocks[i].foot.y() >= blocks[i - 1].foot.y() + blocks[i - 1].size.y());
    }

    void whatMovesIsEstimatedHonestly()
    {
        services::LiveBoard board;
        Datastream way = streamOf(QStringLiteral("t"), QStringLiteral("Vehicle"), QStringLiteral("location"), {});
        way.kind = ValueKind::Position;
        way.staleness.least = seconds(90);
        const Instant start = systemNow();
        const auto report = [&](double latitude, Instant at) {
            board.take(std::vector{way});
            board.take(std::vector{liveValue(way, positionText({latitude, 7.4653}), at)});
            return board.takeSnapshot();
        };
        VehicleTracks tracks;
        const SceneFrame scene;
        tracks.take(*report(51.5136, start), scene);
        QVERIFY(!tracks.at(start + seconds(5))[0].estimated);      // one report bears no speed
        tracks.take(*report(51.5145, start + seconds(10)), scene); // 100 m to the north
        const auto reported = tracks.at(start + seconds(10))[0];
        QVERIFY(!reported.estimated);
        QCOMPARE(reported.trail.size(), 2U);
        const double step = length(reported.trail[1] - reported.trail[0]);
        QVERIFY(step > 90 && step < 110);
        const auto later = tracks.at(start + seconds(15))[0];
        QVERIFY(later.estimated);
        QVERIFY(std::abs(length(later.place - reported.place) - step / 2) < 1);
        const auto muchLater = tracks.at(start + seconds(60))[0]; // never beyond the next report
        QVERIFY(std::abs(length(muchLater.place - reported.place) - step) < 1);
        QVERIFY(tracks.at(start + seconds(101)).empty()); // stale: gone
        // A leap is no way.
        tracks.take(*report(51.60, start + seconds(20)), scene);
        QVERIFY(!tracks.at(start + seconds(25))[0].estimated);
        // The clock is set back: what was later has not happened yet.
        services::LiveBoard before;
        before.take(std::vector{way});
        before.take(std::vector{liveValue(way, positionText({51.5136, 7.4653}), start)});
        tracks.take(*before.takeSnapshot(), scene);
        QCOMPARE(tracks.at(start + seconds(5))[0].trail.size(), 1U);
    }

    void eyeFrameIsTheCamera()
    {
        const CameraState camera{{120, -340, 95}, 37, -22, 45};
        const viewport::EyeFrame eye(camera, picture);
        for (const LocalPosition& p : {LocalPosition{300, 200, 10}, {500, -10, 80}, {180, -200, 0}}) {
            const auto expected = render::toPixel(camera, picture, p);
            QVERIFY(expected);
            const QPointF pixel = eye.pixelOf(p, eye.depthOf(p));
            QVERIFY(std::abs(pixel.x() - expected->first) < 1e-6 && std::abs(pixel.y() - expected->second) < 1e-6);
        }
    }

    void warningsAreWalls()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        LiveModel model(settings, {});
        services::LiveBoard board;
        Datastream severity = streamOf(QStringLiteral("w"), QStringLiteral("Warning"), QStringLiteral("severity"), {});
        severity.kind = ValueKind::Category;
        severity.area = {{{51.50, 7.45}, {51.52, 7.45}, {51.52, 7.48}}};
        viewport::OverlayFrame frame;
        viewport::LiveAreas areas(frame);
        areas.setLive(&model);
        areas.setGround({}, SceneFrame({393'000, 5'707'000, 0}));
        const auto show = [&](const QString& word) {
            board.take(std::vector{severity});
            board.take(std::vector{liveValue(severity, word)});
            model.show(board.takeSnapshot());
        };
        show(QStringLiteral("Moderate"));
        const QByteArray orange = areas.walls();
        QVERIFY(orange.size() > 0);
        QCOMPARE(orange.size() % qsizetype(3 * sizeof(viewport::ColourVertex)), 0);
        QSignalSpy changed(&areas, &viewport::LiveAreas::changed);
        model.show(model.snapshot()); // the same again: nothing to build
        QCOMPARE(changed.count(), 0);
        show(QStringLiteral("Extreme"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(areas.walls() != orange);
        Datastream expires = severity;
        expires.property = QStringLiteral("expires");
        expires.kind = ValueKind::Text;
        expires.id += QLatin1Char('e');
        const auto end = [&](Instant at) {
            board.take(std::vector{expires});
            board.take(std::vector{liveValue(expires, isoText(at), systemNow())});
            model.show(board.takeSnapshot());
        };
        end(systemNow() + minutes(1));
        QVERIFY(!areas.walls().isEmpty());
        end(systemNow() - minutes(1)); // over
        QVERIFY(areas.walls().isEmpty());
        end(systemNow() + minutes(1));
        model.setShown(0, false);
        QVERIFY(areas.walls().isEmpty());
    }

    void labelsGiveWay()
    {
        viewport::LabelSheet sheet;
        sheet.beginRound();
        constexpr int all = viewport::LabelSheet::columns * viewport::LabelSheet::rows;
        for (int i = 0; i < all; ++i)
            QCOMPARE(sheet.cellOf(QString::number(i), false).number, i);
        QCOMPARE(sheet.cellOf(QStringLiteral("zu viel"), false).number, -1); // all are in use
        const quint64 painted = sheet.version();
        sheet.beginRound();
        QCOMPARE(sheet.cellOf(QStringLiteral("5"), false).number, 5);
        QCOMPARE(sheet.version(), painted); // it was there
        const auto fresh = sheet.cellOf(QStringLiteral("neu"), false);
        QVERIFY(fresh.number >= 0 && fresh.number != 5);
        QVERIFY(sheet.version() > painted);
        QVERIFY(fresh.width > 10);
    }
};

QTEST_MAIN(LiveMarksTest)
#include "tst_livemarks.moc"
