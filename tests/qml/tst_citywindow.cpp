// SPDX-License-Identifier: GPL-3.0-or-later
// The program's window over a city of blocks, drawn as the program draws it: what the mouse does shows in the pixels.
#include "app/viewmodels/session/MeasureModel.h"
#include "app/viewport/CityViewport.h"
#include "qml/WindowStage.h"
#include "render/Projection.h"
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "support/GuiTestMain.h"

#include <QQuickItem>
#include <QQuickWindow>

using namespace twin;
using namespace twin::test;

namespace {

/// The middle of the window, which no panel covers.
constexpr QRect uncovered(120, 150, 700, 500);

/// A photo of one colour, of a day long ago.
class OldPhoto final : public DrapeSource {
public:
    QString layer() const override { return QStringLiteral("photo"); }
    GroundRectangle extent() const override { return {-5000, -5000, 5000, 5000}; }
    Result<Image> paint(const GroundRectangle&, int width, int height, const CancellationToken&) const override
    {
        Image image{width, height, {}};
        for (int i = 0; i < width * height; ++i)
            image.pixels.insert(image.pixels.end(), {230, 60, 200, 255});
        return image;
    }
};

StageOptions blocks(const std::shared_ptr<const BlockCity>& city)
{
    StageOptions options;
    services::OpenedLayer layer;
    layer.info.id = city->layer();
    layer.info.kind = LayerKind::CityModel;
    layer.levels = {{0, city}};
    services::OpenedLayer photo;
    photo.info.id = QStringLiteral("photo");
    photo.info.title = QStringLiteral("Luftbild 1998");
    photo.info.kind = LayerKind::Imagery;
    photo.info.validFrom = photo.info.validTo = QDate(1998, 5, 1);
    photo.drape = std::make_shared<OldPhoto>();
    options.region.layers = {layer, photo};
    options.region.sources = {city};
    options.region.extent = city->tree().nodes.front().bounds;
    options.region.frame = SceneFrame({392000, 5708000, 60});
    options.region.centre = {51.514, 7.466, 100};
    options.region.title = QStringLiteral("Blockstadt");
    options.factory = viewport::rendererPassFactory({});
    return options;
}

QRect differing(const QImage& a, const QImage& b)
{
    QRect changed;
    for (int y = uncovered.top(); y <= uncovered.bottom(); ++y)
        for (int x = uncovered.left(); x <= uncovered.right(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y))
                changed |= QRect(x, y, 1, 1);
    return changed;
}

double brightness(const QImage& image)
{
    double sum = 0;
    for (int y = uncovered.top(); y <= uncovered.bottom(); ++y)
        for (int x = uncovered.left(); x <= uncovered.right(); ++x)
            sum += qGray(image.pixel(x, y));
    return sum / uncovered.width() / uncovered.height();
}

} // namespace

class CityWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_city = std::make_shared<BlockCity>();
        m_stage = std::make_unique<WindowStage>(blocks(m_city));
        m_stage->app().settings()->setReducedMotion(true);
        m_stage->app().clock()->setInstant(QDateTime({2026, 6, 21}, {9, 0}, Qt::UTC));
        QVERIFY(m_stage->openRegion());
        m_stage->app().inspector()->setRegion(
            [](const QString& id) -> Result<ObjectRecord> {
                ObjectRecord record;
                record.id = id;
                record.name = id == QLatin1String("b15_17") ? QStringLiteral("Das alte Rathaus") : id;
                return record;
            },
            RegionInfo());
        m_stage->view().setCamera(lookAt({-40, -60, 300}, {0, 0, 0}));
    }
    void cleanup()
    {
        QVERIFY2(m_stage->warnings().isEmpty(), qPrintable(m_stage->warnings()));
        m_stage.reset();
    }

    void hoverOutlinesTheBlockUnderThePointer()
    {
        const QPoint gap = placeOf({0, 0, 0}); // the crossing of two streets
        const QPoint roof = roofOf(16, 16);
        QVERIFY(uncovered.contains(roof));
        QTest::mouseMove(&m_stage->window(), gap);
        const QImage before = picture();
        QVERIFY(m_stage->app().selection().hovered().isNull());

        QTest::mouseMove(&m_stage->window(), roof);
        QTRY_COMPARE(m_stage->app().selection().hovered().id, QStringLiteral("b16_16"));
        const QImage outlined = picture();
        const QRect changed = differing(before, outlined);
        const QRect block = outlineOf(16, 16);
        QVERIFY2(changed.width() > block.width() / 2 && changed.height() > block.height() / 2, "an outline shows");
        QVERIFY2(block.adjusted(-6, -6, 6, 6).contains(changed), "around this block and nowhere else");
        QCOMPARE(outlined.pixel(roof), before.pixel(roof)); // the roof keeps its colour

        QTest::mouseMove(&m_stage->window(), gap);
        QTRY_VERIFY(m_stage->app().selection().hovered().isNull());
        QCOMPARE(differing(before, picture()), QRect());
    }

    void clickSelectsTheBlockAndTheInspectorNamesIt()
    {
        const QPoint roof = roofOf(15, 17);
        QVERIFY(uncovered.contains(roof));
        QTest::mouseMove(&m_stage->window(), roof);
        const QImage before = picture();
        const QPoint beside = roof + QPoint(0, 12); // below the pin
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, roof);
        QTRY_COMPARE(m_stage->app().selection().current().id, QStringLiteral("b15_17"));
        QTRY_VERIFY(m_stage->says(QStringLiteral("Das alte Rathaus")));
        const QRgb lit = picture().pixel(beside);
        QVERIFY(qRed(lit) - qBlue(lit) > qRed(before.pixel(beside)) - qBlue(before.pixel(beside)) + 30); // orange
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(m_stage->app().selection().selected().isEmpty());
        QTRY_VERIFY(!m_stage->says(QStringLiteral("Das alte Rathaus")));
    }

    void measuringCountsTheBlocksBetweenTwoClicks()
    {
        QTest::keyClick(&m_stage->window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(m_stage->says(QStringLiteral("Klicken Sie auf den Anfang der Strecke.")));
        m_stage->app().measure()->setTool(MeasureModel::Tool::Height);
        const QPoint ground = placeOf({0, 0, 0});
        const QPoint roof = roofOf(16, 16);
        const QImage before = picture();
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, ground);
        QTRY_COMPARE(m_stage->app().measure()->pointCount(), 1);
        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, roof);
        QTRY_VERIFY(m_stage->app().measure()->isFinished());
        const std::vector<LocalPosition>& points = m_stage->app().measure()->points();
        QVERIFY2(points[1].z - points[0].z > 1, "a roof lies above the street");
        QTRY_COMPARE(m_stage->view().measureMarks()->knobs().size(), 2);
        QVERIFY(!m_stage->view().measureMarks()->lines().isEmpty());
        QVERIFY2(!differing(before, picture()).isEmpty(), "it shows");
        QVERIFY(m_stage->app().selection().selected().isEmpty()); // the clicks were points
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->app().measure()->isActive());
        QTRY_VERIFY(m_stage->view().measureMarks()->knobs().isEmpty());
    }

    void hiddenBlocksAreGoneAndComeBack()
    {
        const QPoint roof = roofOf(15, 17);
        QTest::mouseMove(&m_stage->window(), placeOf({0, 0, 0}));
        const QImage before = picture();
        m_stage->app().selection().select({m_city->layer(), QStringLiteral("b15_17")});
        m_stage->app().look()->hideSelected();
        const QImage without = picture();
        QVERIFY(without.pixel(roof) != before.pixel(roof));
        m_stage->app().look()->showAll();
        QCOMPARE(picture().pixel(roof), before.pixel(roof));

        m_stage->app().selection().select({m_city->layer(), QStringLiteral("b15_17")});
        m_stage->app().look()->isolateSelected();
        m_stage->app().selection().clear();
        const QImage alone = picture();
        QCOMPARE(alone.pixel(roof), before.pixel(roof));
        QVERIFY(alone.pixel(roofOf(16, 16)) != before.pixel(roofOf(16, 16)));
        m_stage->app().undo()->undo();
    }

    void aNameStandsAboveItsPlaceAndLeadsThere()
    {
        services::PlaceName name;
        name.kind = services::NameKind::Landmark;
        name.text = QStringLiteral("Das alte Rathaus");
        name.size = 60;
        name.spots = {{roof(16, 16)}};
        name.place.title = name.text;
        name.place.kind = QStringLiteral("name");
        name.place.id = QStringLiteral("b16_16");
        name.place.layer = m_city->layer();
        name.place.position = SceneFrame({392000, 5708000, 60}).toProjected(roof(16, 16));
        const QImage before = picture();
        m_stage->view().names()->setNames({name});
        const QImage named = picture();
        const QRect changed = differing(before, named);
        const QPoint foot = roofOf(16, 16);
        QVERIFY2(changed.bottom() <= foot.y() + 2 && changed.bottom() > foot.y() - 4,
                 "its line reaches down to the roof");
        QVERIFY(changed.left() < foot.x() && changed.right() > foot.x() && changed.width() > 60);

        const QPoint word(foot.x(), changed.top() + 6);
        QVERIFY(m_stage->view().names()->at(word) != nullptr);
        QTest::keyClick(&m_stage->window(), Qt::Key_L); // away and back again
        QVERIFY(!m_stage->app().settings()->areNamesShown());
        QCOMPARE(differing(before, picture()), QRect());
        QTest::keyClick(&m_stage->window(), Qt::Key_L);
        QCOMPARE(differing(named, picture()), QRect());

        QTest::mouseClick(&m_stage->window(), Qt::LeftButton, {}, word);
        QTRY_COMPARE(m_stage->app().selection().current().id, QStringLiteral("b16_16"));
        QTRY_VERIFY(m_stage->says(QStringLiteral("b16_16"))); // the inspector
        const CameraState there = m_stage->view().navigator().camera();
        QVERIFY2(length(there.eye - LocalPosition{-40, -60, 300}) > 50, "one flies there, as after a search");
    }

    void anOldPhotoIsSweptOverToday()
    {
        const QImage today = picture();
        QVERIFY(m_stage->click(QStringLiteral("Luftbild 1998")));
        static_cast<void>(picture()); // the row has opened
        QVERIFY(m_stage->click(QStringLiteral("Mit heute vergleichen")));
        QQuickItem* divider = nullptr;
        QTRY_VERIFY((divider = m_stage->control(
                         QAccessible::Slider, QStringLiteral("Schieber zwischen „Luftbild 1998“ und So 21.06.2026"))));
        QTRY_VERIFY(divider->hasActiveFocus());
        LayerModel& layers = *m_stage->app().layers();
        QVERIFY2(isDividedAt(640, today, picture()), "in the middle at first");
        QTest::mousePress(&m_stage->window(), Qt::LeftButton, {}, QPoint(640, 200));
        QTest::mouseMove(&m_stage->window(), QPoint(600, 210));
        QTest::mouseMove(&m_stage->window(), QPoint(500, 210));
        QTest::mouseRelease(&m_stage->window(), Qt::LeftButton, {}, QPoint(500, 210));
        QTest::mouseMove(&m_stage->window(), QPoint(60, 36)); // away: blocks under it are outlined
        QVERIFY2(isDividedAt(500, today, picture()), "where it was dragged");
        QTest::keyClick(&m_stage->window(), Qt::Key_Right);
        QTest::keyClick(&m_stage->window(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(std::abs(layers.divider() * m_stage->window().width() - 500 - 0.12 * 1280) < 2);
        QVERIFY2(isDividedAt(654, today, picture()), "where the keys put it");
        QVERIFY(divider->setProperty("value", 0.6)); // as a screen reader does
        QCOMPARE(layers.divider(), 0.6);
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(layers.swipedTitle().isEmpty());
        QVERIFY(!divider->isVisible());
        QCOMPARE(picture().copy(beside()), today.copy(beside()));
        m_stage->app().undo()->undo();
        QCOMPARE(layers.swipedTitle(), QStringLiteral("Luftbild 1998"));
    }

    void nightFallsWithTheTimeBar()
    {
        const QImage morning = picture();
        m_stage->app().clock()->setMinuteOfDay(23 * 60 + 30);
        const QImage night = picture();
        QVERIFY2(brightness(night) < brightness(morning) * 0.8, // metered: darker, yet to be read
                 qPrintable(QStringLiteral("%1 %2").arg(brightness(morning)).arg(brightness(night))));
    }

private:
    /// @returns the window once its picture is final.
    [[nodiscard]] QImage picture()
    {
        int looks = 0; // a change of time or style reaches the viewport with the next event
        if (!QTest::qWaitFor(
                [&] {
                    looks = m_stage->view().isSettled() ? looks + 1 : 0;
                    return looks > 5;
                },
                60'000))
            qWarning("The picture does not settle.");
        return m_stage->window().grabWindow().convertToFormat(QImage::Format_RGB32);
    }
    /// @returns a part of the picture that panels and the divider's handle leave free.
    [[nodiscard]] static QRect beside() { return {320, 150, 500, 100}; }
    /// @returns whether the picture is another left of the column, and the same right of it.
    [[nodiscard]] static bool isDividedAt(int column, const QImage& before, const QImage& now)
    {
        constexpr int line = 4; // as broad as it is drawn, and rounding
        int changed = 0;
        for (int y = beside().top(); y <= beside().bottom(); ++y) {
            for (int x = beside().left(); x <= beside().right(); ++x) {
                const bool differs = before.pixel(x, y) != now.pixel(x, y);
                changed += differs && x < column - line;
                if (differs && x > column + line)
                    return false;
            }
        }
        return changed > (column - beside().left()) * beside().height() / 20; // the streets, where they are seen
    }
    [[nodiscard]] QPoint placeOf(const LocalPosition& p) const
    {
        const auto pixel = render::toPixel(m_stage->view().camera(), m_stage->window().size(), p);
        return pixel ? QPointF(pixel->first, pixel->second).toPoint() : QPoint(-1, -1);
    }
    [[nodiscard]] LocalPosition roof(int column, int row) const
    {
        const Box box = m_city->block(column, row);
        LocalPosition middle = box.centre();
        middle.z = box.max.z;
        return middle;
    }
    [[nodiscard]] QPoint roofOf(int column, int row) const { return placeOf(roof(column, row)); }
    /// @returns the box around a block's eight corners in the window.
    [[nodiscard]] QRect outlineOf(int column, int row) const
    {
        const Box box = m_city->block(column, row);
        QRect outline;
        for (int corner = 0; corner < 8; ++corner)
            outline |= QRect(placeOf({corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                      corner & 4 ? box.max.z : box.min.z}),
                             QSize(1, 1));
        return outline;
    }

    std::shared_ptr<BlockCity> m_city;
    std::unique_ptr<WindowStage> m_stage;
};

TWIN_GUI_TEST_MAIN(CityWindowTest)
#include "tst_citywindow.moc"
