// SPDX-License-Identifier: GPL-3.0-or-later
// What tiles may hold beside plain triangles: pictures, panes, instances, points, lines, water.
#include "render/scene/TileBatches.h"
#include "render/support/Canvas.h"
#include "render/support/HeldTiles.h"

#include <cmath>

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

const QSize size(320, 200);
constexpr std::uint32_t white = 0xFFFFFFFFu;
constexpr std::uint32_t red = 0xFF0000E0u;
constexpr std::uint32_t blue = 0xFFE00000u;

FrameRequest request(const CameraState& camera, Quality quality = Quality::Moving)
{
    FrameRequest r;
    r.camera = camera;
    r.size = size;
    r.quality = quality;
    r.maximumScreenSpaceError = 0;
    return r;
}

/// Looks north at the plane y = 0 from 100 m; one pixel is about 0.414 m.
CameraState northwards()
{
    return {{0, -100, 50}, 0, 0, 45};
}

std::array<LocalPosition, 4> wall(double x, double y, double width, double height)
{
    return {LocalPosition{x - width / 2, y, 50 - height / 2}, LocalPosition{x + width / 2, y, 50 - height / 2},
            LocalPosition{x + width / 2, y, 50 + height / 2}, LocalPosition{x - width / 2, y, 50 + height / 2}};
}

/// A wall with a picture of its own as one part.
void addPicture(TileContent& content, const std::array<LocalPosition, 4>& corners, std::int32_t image,
                std::uint32_t feature, std::uint32_t colour = white, bool doubleSided = false, bool blended = false)
{
    const auto first = static_cast<std::uint32_t>(content.indices.size());
    addQuad(content, corners, FaceClass::Generic, feature, colour);
    if (image >= 0) {
        for (const auto& uv : {std::array{0.0f, 1.0f}, {1.0f, 1.0f}, {1.0f, 0.0f}, {0.0f, 0.0f}})
            content.textureCoordinates.push_back(uv);
    }
    content.parts.push_back({PrimitiveKind::Triangles, first, 6, image, doubleSided, blended});
}

/// Four squares: red, green above blue, white (or a hole).
std::shared_ptr<const Image> fourSquares(bool hole = false)
{
    auto image = std::make_shared<Image>();
    image->width = image->height = 64;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            const bool right = x >= 32;
            const bool below = y >= 32;
            image->pixels.push_back(!below && right ? 0 : below && !right ? 0 : 255);
            image->pixels.push_back(right ? 255 : 0);
            image->pixels.push_back(below ? 255 : 0);
            image->pixels.push_back(hole && right && below ? 0 : 255);
        }
    }
    return image;
}

TileContent withFeatures(std::initializer_list<const char*> ids)
{
    TileContent content;
    for (const char* id : ids)
        content.featureIds.push_back(QString::fromLatin1(id));
    return content;
}

std::shared_ptr<HeldTiles> tilesOf(TileContent content)
{
    return std::make_shared<HeldTiles>(QStringLiteral("things"), std::vector{std::move(content)});
}

bool isMostly(QRgb pixel, int channel)
{
    const std::array c{qRed(pixel), qGreen(pixel), qBlue(pixel)};
    return c[std::size_t(channel)] > c[std::size_t(channel + 1) % 3] + 60 &&
           c[std::size_t(channel)] > c[std::size_t(channel + 2) % 3] + 60;
}

int brightest(QRgb pixel)
{
    return std::max({qRed(pixel), qGreen(pixel), qBlue(pixel)});
}

} // namespace

class PartsTest : public QObject {
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
    void init() { m_renderer = *CityRenderer::create({}); }
    void cleanup() { m_renderer.reset(); }

    void layoutTakesOnlyWhatIsThere()
    {
        TileContent content = withFeatures({"a"});
        addQuad(content, wall(0, 0, 10, 10), FaceClass::Wall, 0);
        addQuad(content, wall(0, 0, 10, 10), FaceClass::Water, 0);
        QCOMPARE(layOut(content).standing.size(), std::size_t(6));
        QCOMPARE(layOut(content).batches.size(), std::size_t(1));
        content.parts = {{PrimitiveKind::Triangles, 3, 4000000000u, 7, false, false},
                         {PrimitiveKind::Points, 6, 4000000000u, -1, false, false},
                         {PrimitiveKind::Lines, 4000000000u, 3, -1, false, false}};
        content.indices.back() = 99;
        const TileLayout layout = layOut(content);
        QCOMPARE(layout.standing.size(), std::size_t(0));
        QCOMPARE(layout.batches.size(), std::size_t(2));
        QCOMPARE(layout.batches[0].count, 6u);
        QCOMPARE(layout.batches[0].image, -1);
        QCOMPARE(layout.batches[1].count, 2u);
    }

    void picturesLieOnTheirFaces_data()
    {
        QTest::addColumn<bool>("still");
        QTest::newRow("moving") << false;
        QTest::newRow("still") << true;
    }
    void picturesLieOnTheirFaces()
    {
        QFETCH(bool, still);
        TileContent content = withFeatures({"a"});
        content.images = {fourSquares()};
        addPicture(content, wall(0, 0, 60, 60), 0, 0);
        show(std::move(content));
        draw(request(northwards(), still ? Quality::Still : Quality::Moving));
        QVERIFY(isMostly(m_image.pixel(130, 70), 0));
        QVERIFY(isMostly(m_image.pixel(190, 70), 1));
        QVERIFY(isMostly(m_image.pixel(130, 130), 2));
        const QRgb pale = m_image.pixel(190, 130);
        QVERIFY(qBlue(pale) > 150 && qGreen(pale) > 150);
        QCOMPARE(m_renderer->pick(190, 130).feature.id, QStringLiteral("a"));
        // From behind there is nothing.
        draw(request({{0, 100, 50}, 180, 0, 45}));
        QVERIFY(m_renderer->pick(190, 130).feature.isNull());
    }

    void bothSidesShowWhereAsked()
    {
        TileContent content = withFeatures({"a"});
        addPicture(content, wall(0, 0, 60, 60), -1, 0, red, true);
        show(std::move(content));
        draw(request(northwards()));
        QVERIFY(isMostly(m_image.pixel(150, 100), 0));
        draw(request({{0, 100, 50}, 180, 0, 45}));
        QVERIFY(isMostly(m_image.pixel(150, 100), 0));
        QCOMPARE(m_renderer->pick(150, 100).feature.id, QStringLiteral("a"));
    }

    void holesInPicturesShowWhatIsBehind()
    {
        TileContent content = withFeatures({"front", "back"});
        content.images = {fourSquares(true)};
        addPicture(content, wall(0, 0, 60, 60), 0, 0);
        TileContent back = withFeatures({"back"});
        addQuad(back, wall(0, 10, 60, 60), FaceClass::Generic, 0, red);
        m_renderer->setSources({tilesOf(std::move(content)), tilesOf(std::move(back))});
        draw(request(northwards()));
        QVERIFY(isMostly(m_image.pixel(185, 125), 0));
        QCOMPARE(m_renderer->pick(185, 125).feature.id, QStringLiteral("back"));
        QCOMPARE(m_renderer->pick(130, 70).feature.id, QStringLiteral("front"));
    }

    void panesMixFarToNear()
    {
        TileContent far = withFeatures({"wall", "blue pane"});
        addPicture(far, wall(0, 20, 200, 200), -1, 0, white);
        addPicture(far, wall(0, 10, 60, 60), -1, 1, (blue & 0xFFFFFFu) | (128u << 24), false, true);
        TileContent near = withFeatures({"red pane"});
        addPicture(near, wall(10, 0, 60, 60), -1, 0, (red & 0xFFFFFFu) | (128u << 24), false, true);
        // The order of the sources says nothing.
        m_renderer->setSources({tilesOf(std::move(near)), tilesOf(std::move(far))});
        draw(request(northwards()));
        const QRgb pale = m_image.pixel(20, 100);
        const QRgb bluish = m_image.pixel(105, 100);
        const QRgb both = m_image.pixel(160, 100);
        const QRgb reddish = m_image.pixel(240, 100);
        QVERIFY(qBlue(bluish) > qRed(bluish) + 30 && qRed(bluish) > 60 && qRed(bluish) < qRed(pale) - 30);
        QVERIFY(qRed(reddish) > qBlue(reddish) + 30);
        QVERIFY(qRed(both) > qBlue(both)); // the red pane is nearer
        QVERIFY(qBlue(both) > qGreen(both) + 15);
        QCOMPARE(m_renderer->pick(160, 100).feature.id, QStringLiteral("red pane"));
    }

    void instancesAreFeaturesOfTheirOwn()
    {
        TileContent content = withFeatures({"left", "middle", "right"});
        addQuad(content, wall(0, 0, 10, 10), FaceClass::Generic, TileContent::noFeature, red);
        for (int i = -1; i <= 1; ++i) {
            const auto shift = static_cast<float>(i * 30);
            // Moved and, the right one, twice as large around (0, 0, 50).
            const float s = i == 1 ? 2.0f : 1.0f;
            content.instances.matrices.push_back({s, 0, 0, 0, 0, s, 0, 0, 0, 0, s, 0, shift, 0, 50 - 50 * s, 1});
            content.instances.features.push_back(static_cast<std::uint32_t>(i + 1));
        }
        content.instances.matrices.push_back({1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 30, 1});
        content.instances.features.push_back(4711); // bad
        content.bounds.include(LocalPosition{-40, 0, 30});
        content.bounds.include(LocalPosition{45, 0, 90});
        show(std::move(content));
        for (const Quality quality : {Quality::Moving, Quality::Still}) {
            draw(request(northwards(), quality));
            const auto at = [](double metres) { return 160 + qRound(metres / 0.4142); };
            QCOMPARE(m_renderer->pick(at(-30), 100).feature.id, QStringLiteral("left"));
            QCOMPARE(m_renderer->pick(at(0), 100).feature.id, QStringLiteral("middle"));
            QCOMPARE(m_renderer->pick(at(30), 100).feature.id, QStringLiteral("right"));
            QCOMPARE(m_renderer->pick(at(38), 100).feature.id, QStringLiteral("right"));
            QVERIFY(m_renderer->pick(at(8), 100).feature.isNull());
            QVERIFY(m_renderer->pick(at(0), 100 - 72).feature.isNull());
            QVERIFY(isMostly(m_image.pixel(at(30), 100), 0));
        }
        const QImage before = m_image;
        FeatureStyle tint;
        tint.tint = 0xFFFF0000u;
        FeatureStyle hidden;
        hidden.hidden = true;
        FeatureStyle marked;
        marked.selected = true;
        const auto ref = [](const char* id) { return FeatureRef{QStringLiteral("things"), QString::fromLatin1(id)}; };
        m_renderer->setStyles({{ref("left"), tint}, {ref("middle"), hidden}, {ref("right"), marked}});
        draw(request(northwards(), Quality::Still));
        QVERIFY(isMostly(m_image.pixel(160 - 72, 100), 2));
        QVERIFY(!isMostly(m_image.pixel(160, 100), 0));
        QVERIFY(m_renderer->pick(160, 100).feature.isNull());
        QVERIFY(m_image.pixel(160 + 72, 100) != before.pixel(160 + 72, 100));
        // The outline runs around the larger one.
        int outline = 0;
        for (int y = 0; y < size.height(); ++y)
            outline += m_image.pixel(160 + 72, y) != before.pixel(160 + 72, y) && std::abs(y - 100) > 24;
        QVERIFY(outline >= 2);
    }

    void instancesThrowShadows()
    {
        TileContent roof = withFeatures({"roof"});
        addPlate(roof, {0, 0, 10}, 20, 20, FaceClass::Roof, 0);
        // The sun sees the far side of things: the underside.
        const auto corners = std::array{LocalPosition{-10, -10, 9.9}, LocalPosition{-10, 10, 9.9},
                                        LocalPosition{10, 10, 9.9}, LocalPosition{10, -10, 9.9}};
        addQuad(roof, corners, FaceClass::Roof, 0);
        roof.instances.matrices = {{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 40, 0, 0, 1}};
        roof.instances.features = {0};
        roof.bounds.include(LocalPosition{50, 10, 0}); // the ground is down there
        show(std::move(roof));
        FrameRequest r = request(lookAt({40, -60, 60}, {40, 0, 0}), Quality::Still);
        r.time = QDateTime({2026, 6, 21}, {11, 30}, Qt::UTC);
        r.place = {51.5, 7.5, 100};
        draw(r);
        const QImage with = m_image;
        m_renderer->setLayerViews({{QStringLiteral("things"), false, 1}});
        draw(r);
        int darker = 0;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                darker += m_renderer->pick(x, y).feature.isNull() &&
                          qGray(with.pixel(x, y)) < qGray(m_image.pixel(x, y)) - 25;
        }
        QVERIFY2(darker > 300, qPrintable(QString::number(darker)));
    }

    void pointsGrowAndCanBePicked()
    {
        TileContent content = withFeatures({"a", "b"});
        const auto add = [&content](const LocalPosition& p, std::uint32_t feature, std::uint32_t colour) {
            TileVertex v{};
            v.x = static_cast<float>(p.x);
            v.y = static_cast<float>(p.y);
            v.z = static_cast<float>(p.z);
            v.faceClass = static_cast<std::uint8_t>(FaceClass::Generic);
            v.feature = feature;
            v.colour = colour;
            content.vertices.push_back(v);
            content.bounds.include(p);
        };
        add({0, 0, 50}, 0, red);
        add({20, 0, 50}, 1, blue);
        content.parts = {{PrimitiveKind::Points, 0, 2, -1, false, false}};
        content.pointSizeMetres = 4;
        content.bounds.include(LocalPosition{0, 0, 0}); // the ground is down there
        show(std::move(content));
        const auto reds = [this] {
            int count = 0;
            for (int y = 0; y < size.height(); ++y) {
                for (int x = 0; x < size.width(); ++x)
                    count += isMostly(m_image.pixel(x, y), 0);
            }
            return count;
        };
        draw(request(northwards()));
        const int far = reds();
        QVERIFY2(far > 60 && far < 110, qPrintable(QString::number(far))); // a disc of 9.7 pixels
        QCOMPARE(m_renderer->pick(160, 100).feature.id, QStringLiteral("a"));
        QCOMPARE(m_renderer->pick(163, 101).feature.id, QStringLiteral("a"));
        QCOMPARE(m_renderer->pick(208, 100).feature.id, QStringLiteral("b"));
        QVERIFY(m_renderer->pick(180, 100).feature.isNull());
        CameraState near = northwards();
        near.eye.y = -50;
        draw(request(near));
        QVERIFY2(reds() > 3 * far, qPrintable(QString::number(reds())));
        FeatureStyle marked;
        marked.selected = true;
        m_renderer->setStyles({{{QStringLiteral("things"), QStringLiteral("a")}, marked}});
        draw(request(near, Quality::Still));
    }

    void eyeDomeLightingShowsSteps()
    {
        // A cloud: a wall, and a smaller one before it; the seam between them gets dark.
        TileContent content = withFeatures({"cloud"});
        for (int row = -60; row <= 60; ++row) {
            for (int column = -60; column <= 60; ++column) {
                TileVertex v{};
                const bool before = std::abs(row) < 20 && std::abs(column) < 20;
                v.x = static_cast<float>(column) * 0.4f;
                v.y = before ? -8.0f : 0.0f;
                v.z = 50 + static_cast<float>(row) * 0.4f;
                v.faceClass = static_cast<std::uint8_t>(FaceClass::Generic);
                v.colour = white;
                content.vertices.push_back(v);
                content.bounds.include(LocalPosition{double(v.x), double(v.y), double(v.z)});
            }
        }
        content.parts = {
            {PrimitiveKind::Points, 0, static_cast<std::uint32_t>(content.vertices.size()), -1, false, false}};
        content.pointSizeMetres = 1;
        show(std::move(content));
        draw(request(northwards()));
        const int inside = brightest(m_image.pixel(160, 100));
        int darkest = 255;
        for (int x = 176; x < 190; ++x)
            darkest = std::min(darkest, brightest(m_image.pixel(x, 100)));
        QVERIFY2(darkest < inside * 3 / 4, qPrintable(QStringLiteral("%1 %2").arg(darkest).arg(inside)));
        QVERIFY(std::abs(brightest(m_image.pixel(200, 100)) - inside) < 20);
    }

    void linesShow()
    {
        TileContent content = withFeatures({"line"});
        addQuad(content, wall(0, 0, 60, 60), FaceClass::Generic, 0, red);
        content.indices = {2, 3};
        content.parts = {{PrimitiveKind::Lines, 0, 2, -1, false, false}};
        show(std::move(content));
        draw(request(northwards()));
        int y = 10;
        while (y < 50 && !isMostly(m_image.pixel(160, y), 0))
            ++y;
        QVERIFY(y < 50);
        QCOMPARE(m_renderer->pick(160, y).feature.id, QStringLiteral("line"));
    }

    void waterMirrorsTheSky()
    {
        TileContent content = withFeatures({"lake"});
        addPlate(content, {0, 0, 1}, 4000, 4000, FaceClass::Water, 0);
        show(std::move(content));
        draw(request({{0, 0, 100}, 0, -90, 45}));
        const QRgb fromAbove = m_image.pixel(160, 100);
        draw(request({{0, 0, 6}, 0, -2, 45}));
        const QRgb flat = m_image.pixel(160, 110);
        QVERIFY(qGray(flat) > qGray(fromAbove) + 30);
    }

private:
    void show(TileContent content) { m_renderer->setSources({tilesOf(std::move(content))}); }
    void draw(const FrameRequest& r)
    {
        const FrameReport report = drawUntilComplete(*m_renderer, r);
        QVERIFY(report.complete);
        QCOMPARE(report.glErrors, 0);
        m_image = imageOf(*m_renderer, r.size);
    }

    std::unique_ptr<OffscreenContext> m_context;
    std::unique_ptr<CityRenderer> m_renderer;
    QImage m_image;
};

QTEST_GUILESS_MAIN(PartsTest)
#include "tst_parts.moc"
