// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on the ground: where they lie, how sharp they are, what they cost.
#include "render/drape/DrapeGrid.h"
#include "render/Projection.h"
#include "render/support/Canvas.h"
#include "render/support/HeldTiles.h"

#include <atomic>
#include <cmath>
#include <semaphore>

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

const QSize size(320, 200);
constexpr GroundRectangle everywhere{-20000, -20000, 20000, 20000};

/// Squares of two colours in scene coordinates, each pixel the mean of what it covers as a resampler would make it.
class Checkerboard final : public DrapeSource {
public:
    explicit Checkerboard(double cellMetres, GroundRectangle extent = everywhere, bool swapped = false)
        : m_cell(cellMetres), m_extent(extent), m_swapped(swapped)
    {
    }
    QString layer() const override { return QStringLiteral("checkerboard"); }
    GroundRectangle extent() const override { return m_extent; }
    /// @returns whether the place is red, not blue.
    [[nodiscard]] bool isRed(double x, double y) const
    {
        const auto odd = (std::int64_t(std::floor(x / m_cell)) + std::int64_t(std::floor(y / m_cell))) & 1;
        return (odd != 0) != m_swapped;
    }
    Result<Image> paint(const GroundRectangle& place, int width, int height, const CancellationToken&) const override
    {
        ++paints;
        if (gate)
            gate->acquire();
        if (failing)
            return failure(ErrorCode::MalformedData, QStringLiteral("Das Bild ist beschädigt."));
        Image image{width, height, {}};
        image.pixels.resize(std::size_t(width) * std::size_t(height) * 4);
        const double dx = (place.east - place.west) / width;
        const double dy = (place.north - place.south) / height;
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                int red = 0;
                for (int i = 0; i < 4; ++i)
                    red += isRed(place.west + (column + 0.25 + (i & 1) * 0.5) * dx,
                                 place.north - (row + 0.25 + (i >> 1) * 0.5) * dy);
                std::uint8_t* p =
                    image.pixels.data() + (std::size_t(row) * std::size_t(width) + std::size_t(column)) * 4;
                const double x = place.west + (column + 0.5) * dx;
                const double y = place.north - (row + 0.5) * dy;
                const bool inside =
                    x >= m_extent.west && x < m_extent.east && y >= m_extent.south && y < m_extent.north;
                p[0] = static_cast<std::uint8_t>(40 + red * 40);
                p[1] = 40;
                p[2] = static_cast<std::uint8_t>(200 - red * 40);
                p[3] = inside ? 255 : 0;
            }
        }
        return image;
    }

    mutable std::atomic<int> paints = 0;
    std::atomic<bool> failing = false;
    std::shared_ptr<std::counting_semaphore<>> gate; ///< set: every paint takes one

private:
    double m_cell;
    GroundRectangle m_extent;
    bool m_swapped;
};

FrameRequest request(const CameraState& camera, Quality quality = Quality::Moving)
{
    FrameRequest r;
    r.camera = camera;
    r.size = size;
    r.quality = quality;
    r.maximumScreenSpaceError = 0;
    return r;
}

bool looksRed(QRgb pixel)
{
    return qRed(pixel) > qBlue(pixel);
}

/// A sloping plane z = x / 10 as terrain tiles, so that height plays its part.
LocalPosition onSlope(double x, double y)
{
    return {x, y, x / 10};
}

std::shared_ptr<HeldTiles> slope()
{
    std::vector<TileContent> tiles;
    for (int i = -2; i < 2; ++i) {
        TileContent tile;
        tile.origin = {i * 500.0, 0, 0};
        const double west = i * 500.0;
        addQuad(tile,
                {onSlope(west, -1000), onSlope(west + 500, -1000), onSlope(west + 500, 1000), onSlope(west, 1000)},
                FaceClass::Terrain);
        tiles.push_back(std::move(tile));
    }
    return std::make_shared<HeldTiles>(QStringLiteral("terrain"), std::move(tiles));
}

std::shared_ptr<const GroundModel> slopeModel()
{
    auto ground = std::make_shared<GroundModel>();
    ground->southWest = {-1000, -1000, 0};
    ground->spacingMetres = 500;
    ground->columns = ground->rows = 5;
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 5; ++column)
            ground->heights.push_back(static_cast<float>(-100 + column * 50 - 5));
    }
    return ground;
}

} // namespace

class DrapesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto context = OffscreenContext::create();
        if (!context)
            QSKIP(qPrintable(context.error().toText()));
        m_context = *std::move(context);
    }
    void cleanupTestCase() { m_context.reset(); }

    void patchesTileTheGround()
    {
        const GroundRectangle child = groundOf({3, -5, 7});
        const GroundRectangle parent = groundOf({4, -3, 3});
        QVERIFY(child.west >= parent.west && child.east <= parent.east && child.south >= parent.south &&
                child.north <= parent.north);
        QCOMPARE(groundOf({0, 1, 0}).west, groundOf({0, 0, 0}).east);
        const GroundRectangle picture = pictureOf({0, 0, 0});
        // The rim is whole pixels wide.
        QVERIFY(std::abs(picture.west + patchRim * finestPatchMetres / (patchPixels - 2 * patchRim)) < 1e-9);
    }

    void selectionIsSharpInFrontAndBounded()
    {
        DrapeRequest wish;
        wish.camera = lookAt({0, -100, 40}, {0, 0, 0});
        wish.size = {1920, 1080};
        const std::array extents{everywhere};
        wish.extents = extents;
        wish.heightAt = [](double, double) { return 0.0; };
        wish.mostPatches = 5000;
        const DrapeSelection all = selectPatches(wish);
        QCOMPARE(all.pixelsATexel, 1.0);
        int finest = drapeLevels;
        for (const DrapePatch& patch : all.wanted)
            finest = std::min(finest, patch.level);
        QVERIFY(finest <= 1);
        QVERIFY(all.wanted.front().level > 8);
        QVERIFY2(all.wanted.size() < 500, qPrintable(QString::number(all.wanted.size())));
        wish.mostPatches = 100;
        const DrapeSelection fewer = selectPatches(wish);
        QVERIFY(fewer.wanted.size() <= 100 && fewer.wanted.size() > 30);
        QVERIFY(fewer.pixelsATexel > 1);
        wish.extents = {};
        QVERIFY(selectPatches(wish).wanted.empty());
    }

    void liesWhereItBelongs_data()
    {
        QTest::addColumn<LocalPosition>("eye");
        QTest::addColumn<LocalPosition>("target");
        QTest::addColumn<double>("cell");
        QTest::addColumn<bool>("still");
        QTest::addColumn<double>("slack"); // pixels; at flat angles filtering blurs across them
        QTest::newRow("above") << LocalPosition{10, 20, 300} << LocalPosition{10.1, 20, 0} << 16.0 << false << 1.0;
        QTest::newRow("oblique") << LocalPosition{-300, -500, 200} << LocalPosition{50, 0, 0} << 120.0 << false << 2.0;
        QTest::newRow("still") << LocalPosition{-300, -500, 200} << LocalPosition{50, 0, 0} << 120.0 << true << 2.0;
        QTest::newRow("close") << LocalPosition{100, 20, 13} << LocalPosition{101, 22, 10} << 0.25 << false << 2.0;
        QTest::newRow("far from the origin of the tiles")
            << LocalPosition{880, 900, 120} << LocalPosition{850, 930, 85} << 4.0 << false << 1.0;
    }
    void liesWhereItBelongs()
    {
        QFETCH(LocalPosition, eye);
        QFETCH(LocalPosition, target);
        QFETCH(double, cell);
        QFETCH(bool, still);
        QFETCH(double, slack);
        const auto board = std::make_shared<Checkerboard>(cell);
        auto renderer = makeRenderer();
        renderer->setSources({slope()});
        renderer->setGround(slopeModel());
        renderer->setDrapes({{board, 1, true}});
        const FrameRequest r = request(lookAt(eye, target), still ? Quality::Still : Quality::Moving);
        const FrameReport report = drawUntilComplete(*renderer, r);
        QVERIFY(report.complete);
        QCOMPARE(report.glErrors, 0);
        const QImage image = imageOf(*renderer, size);
        const auto placeAt = [&](double x, double y) -> std::optional<LocalPosition> {
            const LocalPosition ray = pixelRay(r.camera, size, x, y);
            // eye + t ray on z = x / 10
            const double t = (r.camera.eye.x / 10 - r.camera.eye.z) / (ray.z - ray.x / 10);
            const LocalPosition p = r.camera.eye + ray * t;
            return t > 0 && std::abs(p.x) < 995 && std::abs(p.y) < 995 ? std::optional(p) : std::nullopt;
        };
        int checked = 0;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                // One colour within some pixels around it, else it is an edge.
                int red = 0;
                int blue = 0;
                for (int i = 0; i < 9; ++i) {
                    const auto place = placeAt(x + 0.5 + (i % 3 - 1) * slack, y + 0.5 + (i / 3 - 1) * slack);
                    if (place)
                        ++(board->isRed(place->x, place->y) ? red : blue);
                }
                if (red + blue < 9 || (red > 0 && blue > 0))
                    continue;
                ++checked;
                QVERIFY2(looksRed(image.pixel(x, y)) == (red > 0), qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            }
        }
        QVERIFY2(checked > 15000, qPrintable(QString::number(checked)));
    }

    void liesOnThePlainGroundWithoutTerrain()
    {
        const auto board = std::make_shared<Checkerboard>(50);
        auto renderer = makeRenderer();
        renderer->setDrapes({{board, 1, true}});
        drawUntilComplete(*renderer, request({{25, 25, 100}, 0, -90, 45}));
        QCOMPARE(looksRed(imageOf(*renderer, size).pixel(160, 100)), board->isRed(25, 25));
        drawUntilComplete(*renderer, request({{75, 25, 100}, 0, -90, 45}));
        QCOMPARE(looksRed(imageOf(*renderer, size).pixel(160, 100)), board->isRed(75, 25));
    }

    void picksAndOtherThingsStayAsTheyAre()
    {
        auto renderer = makeRenderer();
        renderer->setSources({slope()});
        const FrameRequest r = request(lookAt({-300, -500, 200}, {50, 0, 0}));
        drawUntilComplete(*renderer, r);
        const QImage bare = imageOf(*renderer, size);
        const PickResult before = renderer->pick(160, 150);
        renderer->setDrapes({{std::make_shared<Checkerboard>(40), 1, true}});
        drawUntilComplete(*renderer, r);
        const PickResult draped = renderer->pick(160, 150);
        QCOMPARE(draped.feature, before.feature);
        QVERIFY(before.position && draped.position && length(*draped.position - *before.position) < 1e-6);
        QVERIFY(imageOf(*renderer, size) != bare);
        renderer->setDrapes({});
        const FrameReport report = drawUntilComplete(*renderer, r);
        QCOMPARE(imageOf(*renderer, size), bare);
        QVERIFY(report.gpuBytes < 100000);
    }

    void layersLieOnEachOther()
    {
        const auto lower = std::make_shared<Checkerboard>(1000);
        const auto upper = std::make_shared<Checkerboard>(1000, everywhere, true);
        auto renderer = makeRenderer();
        const FrameRequest r = request({{500, 500, 100}, 0, -90, 45});
        const auto middle = [&](double opacity, bool visible) {
            renderer->setDrapes({{lower, 1, true}, {upper, opacity, visible}});
            drawUntilComplete(*renderer, r);
            return imageOf(*renderer, size).pixel(160, 100);
        };
        QVERIFY(looksRed(middle(1, true)) != looksRed(middle(1, false)));
        const QRgb half = middle(0.5, true);
        const QRgb below = middle(0, true);
        const QRgb above = middle(1, true);
        QVERIFY(std::min(qRed(below), qRed(above)) < qRed(half) && qRed(half) < std::max(qRed(below), qRed(above)));
    }

    void sidesOfTheDividerShowTheirOwn_data()
    {
        QTest::addColumn<bool>("still");
        QTest::addColumn<double>("opacity"); // of the terrain
        QTest::newRow("moving") << false << 1.0;
        QTest::newRow("still") << true << 1.0;
        QTest::newRow("terrain seen through") << true << 0.6;
    }
    void sidesOfTheDividerShowTheirOwn()
    {
        QFETCH(bool, still);
        QFETCH(double, opacity);
        const auto past = std::make_shared<Checkerboard>(5000);
        const auto today = std::make_shared<Checkerboard>(5000, everywhere, true);
        auto renderer = makeRenderer();
        renderer->setSources({slope()});
        renderer->setGround(slopeModel());
        renderer->setLayerViews({{QStringLiteral("terrain"), true, opacity}});
        FrameRequest r =
            request(lookAt({100, 100, 400}, {101, 200, 20}), still ? Quality::Still : Quality::Moving); // one square
        const auto shown = [&](const std::vector<DrapeLayer>& drapes) {
            renderer->setDrapes(drapes);
            const FrameReport report = drawUntilComplete(*renderer, r);
            return report.complete && report.glErrors == 0 ? imageOf(*renderer, size) : QImage();
        };
        const QImage bare = shown({});
        const QImage before = shown({{past, 1, true}});
        const std::size_t bytes = drawUntilComplete(*renderer, r).gpuBytes;
        const QImage after = shown({{today, 1, true}});
        QVERIFY(!before.isNull() && !after.isNull());
        QVERIFY(looksRed(before.pixel(160, 100)) != looksRed(after.pixel(160, 100)));
        const std::vector<DrapeLayer> divided{{today, 1, true, DrapeSide::Right}, {past, 1, true, DrapeSide::Left}};
        for (const double divider : {0.25, 0.8, 0.0, 1.0}) { // the pools stay, the divider moves
            r.divider = divider;
            const QImage both = shown(divided);
            const int edge = int(std::lround(divider * size.width()));
            QVERIFY(!both.isNull());
            QCOMPARE(both.copy(0, 0, edge, size.height()), before.copy(0, 0, edge, size.height()));
            QCOMPARE(both.copy(edge, 0, size.width() - edge, size.height()),
                     after.copy(edge, 0, size.width() - edge, size.height()));
        }
        QCOMPARE(shown({{past, 1, true}}), before);
        QVERIFY(drawUntilComplete(*renderer, r).gpuBytes <= bytes);
        const QImage left = shown({{past, 1, true, DrapeSide::Left}}); // nothing at all lies on the right
        QCOMPARE(left, before);
        QCOMPARE(shown({}), bare);
    }

    void whatIsThereIsNotPaintedAgainForASide()
    {
        const auto past = std::make_shared<Checkerboard>(50);
        const auto today = std::make_shared<Checkerboard>(50, everywhere, true);
        auto renderer = makeRenderer();
        const FrameRequest r = request({{25, 25, 100}, 0, -90, 45});
        const auto show = [&](const std::vector<DrapeLayer>& drapes) {
            renderer->setDrapes(drapes);
            return drawUntilComplete(*renderer, r).complete;
        };
        QVERIFY(show({{today, 1, true}}));
        const int paints = today->paints;
        QVERIFY(show({{today, 1, true, DrapeSide::Right}, {past, 1, true, DrapeSide::Left}}));
        QVERIFY(past->paints > 0);
        QVERIFY(show({{today, 1, true}}));
        QCOMPARE(today->paints, paints);
    }

    void theOldPictureStaysUntilTheNewOneIsThere()
    {
        auto renderer = makeRenderer();
        const FrameRequest r = request({{500, 500, 100}, 0, -90, 45});
        renderer->setDrapes({{std::make_shared<Checkerboard>(1000), 1, true}});
        drawUntilComplete(*renderer, r);
        const QImage old = imageOf(*renderer, size);
        const auto slow = std::make_shared<Checkerboard>(1000, everywhere, true);
        slow->gate = std::make_shared<std::counting_semaphore<>>(0);
        renderer->setDrapes({{slow, 1, true}});
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!renderer->draw(r).complete);
            QTest::qSleep(2);
        }
        QCOMPARE(imageOf(*renderer, size), old);
        slow->gate->release(100000);
        QVERIFY(drawUntilComplete(*renderer, r).complete);
        QVERIFY(looksRed(imageOf(*renderer, size).pixel(160, 100)) != looksRed(old.pixel(160, 100)));
    }

    void nothingIsPaintedWhereNothingIsNorWithoutNeed()
    {
        const auto small = std::make_shared<Checkerboard>(50, GroundRectangle{0, 0, 100, 100});
        auto renderer = makeRenderer();
        renderer->setDrapes({{small, 1, true}});
        drawUntilComplete(*renderer, request({{5000, 5000, 40}, 0, -90, 45}));
        QVERIFY(small->paints <= 2);
        drawUntilComplete(*renderer, request({{50, 50, 40}, 0, -90, 45}));
        const int paints = small->paints;
        QVERIFY(paints > 2);
        drawUntilComplete(*renderer, request({{51, 50, 40}, 0, -90, 45}));
        drawUntilComplete(*renderer, request({{50, 50, 40}, 0, -90, 45}));
        QCOMPARE(small->paints, paints);
    }

    void staysWithinTheBudgetOverAFlight()
    {
        Budgets budgets;
        budgets.gpuBytes = 48u << 20;
        auto made = CityRenderer::create(budgets);
        QVERIFY(made);
        (*made)->setSources({slope()});
        (*made)->setDrapes({{std::make_shared<Checkerboard>(5), 1, true}});
        FrameRequest r = request({});
        r.size = {640, 400};
        for (int i = 0; i < 60; ++i) {
            r.camera = lookAt({-800.0 + i * 25, -200, 160}, {-700.0 + i * 25, 200, 0});
            const FrameReport report = (*made)->draw(r);
            QCOMPARE(report.glErrors, 0);
            QVERIFY(report.gpuBytes <= budgets.gpuBytes);
        }
        QVERIFY(drawUntilComplete(**made, r).complete);
    }

    void aBadDrapeIsReportedOnceAndTheOthersGoOn()
    {
        const auto good = std::make_shared<Checkerboard>(1000);
        const auto bad = std::make_shared<Checkerboard>(1000, everywhere, true);
        bad->failing = true;
        auto renderer = makeRenderer();
        renderer->setDrapes({{good, 1, true}, {bad, 1, true}});
        const FrameRequest r = request({{500, 500, 100}, 0, -90, 45});
        std::size_t failures = 0;
        FrameReport report;
        for (int i = 0; i < 1000 && !report.complete; ++i) {
            report = renderer->draw(r);
            failures += report.failedTiles.size();
            QTest::qSleep(1);
        }
        QVERIFY(report.complete);
        QCOMPARE(failures, std::size_t(1));
        QCOMPARE(looksRed(imageOf(*renderer, size).pixel(160, 100)), good->isRed(500, 500));
    }

private:
    static std::unique_ptr<CityRenderer> makeRenderer()
    {
        auto renderer = CityRenderer::create({});
        return renderer ? *std::move(renderer) : nullptr;
    }
    std::unique_ptr<OffscreenContext> m_context;
};

QTEST_GUILESS_MAIN(DrapesTest)
#include "tst_drapes.moc"
