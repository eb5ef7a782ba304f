// SPDX-License-Identifier: GPL-3.0-or-later
// Layers in the picture: shown, hidden, seen through; the looks of all kinds of faces.
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "render/support/HeldTiles.h"

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

const QSize size(320, 200);

FrameRequest fromAbove(double height = 100)
{
    FrameRequest request;
    request.camera = {{0, 0, height}, 0, -90, 45};
    request.size = size;
    request.quality = Quality::Moving;
    request.maximumScreenSpaceError = 0;
    return request;
}

TileContent plate(double height, std::uint32_t colour, const char* id)
{
    TileContent content;
    content.featureIds = {QString::fromLatin1(id)};
    addPlate(content, {0, 0, height}, 200, 200, FaceClass::Generic, 0, colour);
    return content;
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

constexpr std::uint32_t red = 0xFF0000C0u;
constexpr std::uint32_t blue = 0xFFC00000u;

} // namespace

class LayersTest : public QObject {
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

    void hiddenLayersAreNotEvenRead()
    {
        const auto city = std::make_shared<BlockCity>();
        auto renderer = makeRenderer();
        renderer->setSources({city});
        renderer->setLayerViews({{QStringLiteral("buildings"), false, 1}});
        FrameReport report = drawUntilComplete(*renderer, fromAbove());
        QVERIFY(report.complete);
        QCOMPARE(report.tilesDrawn, 0);
        QCOMPARE(city->loads(), 0);
        QVERIFY(renderer->pick(160, 100).feature.isNull());

        renderer->setLayerViews({});
        report = drawUntilComplete(*renderer, fromAbove());
        QVERIFY(report.tilesDrawn > 0);
        renderer->setLayerViews({{QStringLiteral("buildings"), true, 0}});
        QCOMPARE(renderer->draw(fromAbove()).tilesDrawn, 0);
    }

    void whatStaysIsNotReadAgain()
    {
        const auto lower = std::make_shared<HeldTiles>(QStringLiteral("lower"), std::vector{plate(1, blue, "l")});
        const auto upper = std::make_shared<HeldTiles>(QStringLiteral("upper"), std::vector{plate(5, red, "u")});
        auto renderer = makeRenderer();
        renderer->setSources({upper, lower});
        FrameReport report = drawUntilComplete(*renderer, fromAbove());
        const std::size_t both = report.gpuBytes;
        QCOMPARE(renderer->pick(160, 100).feature, (FeatureRef{QStringLiteral("upper"), QStringLiteral("u")}));
        renderer->setSources({lower});
        report = drawUntilComplete(*renderer, fromAbove());
        QCOMPARE(report.glErrors, 0);
        QVERIFY(report.gpuBytes < both);
        QCOMPARE(renderer->pick(160, 100).feature, (FeatureRef{QStringLiteral("lower"), QStringLiteral("l")}));
        renderer->setSources({lower, upper});
        report = drawUntilComplete(*renderer, fromAbove());
        QCOMPARE(report.gpuBytes, both);
        QCOMPARE(renderer->pick(160, 100).feature, (FeatureRef{QStringLiteral("upper"), QStringLiteral("u")}));
        QCOMPARE(lower->loads(), 1);
        QCOMPARE(upper->loads(), 2);
    }

    void opacityMixesWithWhatLiesBehind_data()
    {
        QTest::addColumn<bool>("still");
        QTest::newRow("moving") << false;
        QTest::newRow("still") << true;
    }
    void opacityMixesWithWhatLiesBehind()
    {
        QFETCH(bool, still);
        FrameRequest request = fromAbove();
        request.quality = still ? Quality::Still : Quality::Moving;
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<HeldTiles>(QStringLiteral("lower"), std::vector{plate(1, blue, "l")}),
                              std::make_shared<HeldTiles>(QStringLiteral("upper"),
                                                          std::vector{plate(5, red, "u"), plate(3, red, "v")})});
        const auto middle = [&](double opacity) {
            renderer->setLayerViews({{QStringLiteral("upper"), true, opacity}});
            if (drawUntilComplete(*renderer, request).glErrors != 0)
                qFatal("GL errors");
            return imageOf(*renderer, size).pixel(160, 100);
        };
        const QRgb opaque = middle(1);
        const QRgb gone = middle(0);
        QVERIFY(distance(opaque, gone) > 60);
        const QRgb quarter = middle(0.25);
        // Two surfaces of one layer count once.
        const auto mixed = [](int a, int b) { return (a + 3 * b + 2) / 4; };
        QVERIFY(distance(quarter, qRgb(mixed(qRed(opaque), qRed(gone)), mixed(qGreen(opaque), qGreen(gone)),
                                       mixed(qBlue(opaque), qBlue(gone)))) <= (still ? 12 : 2));
        QCOMPARE(renderer->pick(160, 100).feature.id, QStringLiteral("l"));
        middle(0.75);
        QCOMPARE(renderer->pick(160, 100).feature.id, QStringLiteral("u"));
    }

    void xraySeesThroughTheRest()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<HeldTiles>(QStringLiteral("lower"), std::vector{plate(1, blue, "l")}),
                              std::make_shared<HeldTiles>(QStringLiteral("upper"),
                                                          std::vector{plate(5, red, "u"), plate(3, red, "v")})});
        FrameRequest request = fromAbove();
        const auto middle = [&](const std::shared_ptr<const BaseLook>& look) {
            renderer->setBaseLook(look);
            if (drawUntilComplete(*renderer, request).glErrors != 0)
                qFatal("GL errors");
            return imageOf(*renderer, size).pixel(160, 100);
        };
        const auto only = [](const FeatureRef& feature, bool ghosts) {
            auto look = std::make_shared<BaseLook>();
            look->only = {feature};
            look->ghostsRest = ghosts;
            return look;
        };
        const FeatureRef lower{QStringLiteral("lower"), QStringLiteral("l")};
        for (const Quality quality : {Quality::Moving, Quality::Still}) {
            request.quality = quality;
            const QRgb whole = middle(nullptr);
            QCOMPARE(renderer->pick(160, 100).feature.id, QStringLiteral("u"));
            const QRgb alone = middle(only(lower, false));
            const QRgb seenThrough = middle(only(lower, true));
            QCOMPARE(renderer->pick(160, 100).feature.id, QStringLiteral("l"));
            QVERIFY(distance(seenThrough, alone) > 8);                            // the rest is still there
            QVERIFY(distance(seenThrough, alone) < distance(seenThrough, whole)); // but only faintly
            auto layer = std::make_shared<BaseLook>();
            layer->onlyLayers = {QStringLiteral("lower")};
            layer->ghostsRest = true;
            QCOMPARE(middle(layer), seenThrough);
        }
    }

    void everyKindOfFaceHasALookOfItsOwn()
    {
        TileContent content;
        for (int kind = 0; kind < faceClassCount; ++kind)
            addPlate(content, {kind * 4.0 - 32, 0, 1}, 4, 60, static_cast<FaceClass>(kind), TileContent::noFeature,
                     0xFF0050F0u);
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<HeldTiles>(QStringLiteral("faces"), std::vector{std::move(content)})});
        FrameRequest request = fromAbove();
        drawUntilComplete(*renderer, request);
        const QImage light = imageOf(*renderer, size);
        request.darkTheme = true;
        drawUntilComplete(*renderer, request);
        const QImage dark = imageOf(*renderer, size);
        const auto pixelOf = [](int kind) { return 160 + qRound((kind * 4 - 32) * 200 / (2 * 99 * 0.41421356)); };
        for (int a = 0; a < faceClassCount; ++a) {
            for (int b = 0; b < a; ++b) {
                if (FaceClass(b) == FaceClass::Wall && FaceClass(a) == FaceClass::Closure)
                    continue; // the closing surface of a wall is meant to look like it
                QVERIFY2(distance(light.pixel(pixelOf(a), 100), light.pixel(pixelOf(b), 100)) >= 3,
                         qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
            }
        }
        for (const FaceClass ground : {FaceClass::Terrain, FaceClass::Traffic, FaceClass::Water, FaceClass::LandUse})
            QVERIFY(qGray(dark.pixel(pixelOf(int(ground)), 100)) < qGray(light.pixel(pixelOf(int(ground)), 100)) - 40);
    }

    void whatLiesOnTheGroundShowsAboveIt()
    {
        TileContent terrain;
        addPlate(terrain, {0, 0, 1}, 400, 400, FaceClass::Terrain);
        TileContent land;
        addPlate(land, {0, 0, 1}, 100, 100, FaceClass::LandUse, 0);
        land.featureIds = {QStringLiteral("meadow")};
        TileContent road;
        addPlate(road, {0, 0, 1}, 20, 400, FaceClass::Traffic, 0);
        road.featureIds = {QStringLiteral("road")};
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<HeldTiles>(QStringLiteral("terrain"), std::vector{terrain}),
                              std::make_shared<HeldTiles>(QStringLiteral("transportation"), std::vector{road}),
                              std::make_shared<HeldTiles>(QStringLiteral("landuse"), std::vector{land})});
        FrameRequest request = fromAbove();
        request.camera = lookAt({0, -600, 60}, {0, 0, 0});
        drawUntilComplete(*renderer, request);
        QCOMPARE(renderer->pick(160, 100).feature.id, QStringLiteral("road"));
        QCOMPARE(renderer->pick(172, 100).feature.id, QStringLiteral("meadow"));
    }

private:
    static std::unique_ptr<CityRenderer> makeRenderer()
    {
        auto renderer = CityRenderer::create({});
        return renderer ? *std::move(renderer) : nullptr;
    }
    std::unique_ptr<OffscreenContext> m_context;
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
