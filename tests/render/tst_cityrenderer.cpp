// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/Projection.h"
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "support/MemoryGrowth.h"

#include <cmath>
#include <optional>
#include <random>

#include <QTest>

#include <GL/gl.h>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

std::vector<float> readDepth(const CityRenderer& renderer, QSize size)
{
    std::vector<float> depth(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    glBindTexture(GL_TEXTURE_2D, renderer.depthTexture());
    glGetTexImage(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT, GL_FLOAT, depth.data());
    glBindTexture(GL_TEXTURE_2D, 0);
    return depth;
}

/// Distance along the view direction from window depth.
double distanceOf(double depth, ClipRange clip)
{
    return clip.nearMetres * clip.farMetres / (clip.farMetres - depth * (clip.farMetres - clip.nearMetres));
}

struct RayHit {
    QString id; ///< empty: ground
    double distance = 1e30;
};

/// Ray against all blocks and the plane z = 0, in double.
RayHit castRay(const BlockCity& city, const LocalPosition& eye, const LocalPosition& ray)
{
    RayHit hit;
    if (ray.z < 0)
        hit.distance = -eye.z / ray.z;
    const auto slab = [](double low, double high, double origin, double direction, double& enter, double& leave) {
        if (direction == 0)
            return origin >= low && origin <= high;
        const double a = (low - origin) / direction;
        const double b = (high - origin) / direction;
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
        return true;
    };
    for (int row = 0; row < city.blocksPerSide(); ++row) {
        for (int column = 0; column < city.blocksPerSide(); ++column) {
            const Box box = city.block(column, row);
            double enter = 0;
            double leave = 1e30;
            if (slab(box.min.x, box.max.x, eye.x, ray.x, enter, leave) &&
                slab(box.min.y, box.max.y, eye.y, ray.y, enter, leave) &&
                slab(box.min.z, box.max.z, eye.z, ray.z, enter, leave) && enter < leave && enter < hit.distance)
                hit = {QStringLiteral("b%1_%2").arg(column).arg(row), enter};
        }
    }
    return hit;
}

int differingPixels(const QImage& a, const QImage& b, int threshold)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int d =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            count += d > threshold;
        }
    }
    return count;
}

} // namespace

class CityRendererTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto context = OffscreenContext::create();
        if (!context)
            QSKIP(qPrintable(context.error().toText()));
        m_context = *std::move(context);
        qInfo().noquote() << m_context->renderer() << m_context->version();
    }

    void cleanupTestCase() { m_context.reset(); }

    void drawsWithoutGlErrors_data()
    {
        QTest::addColumn<bool>("still");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("multisamples");
        QTest::newRow("moving") << false << false << 0;
        QTest::newRow("still") << true << false << 0;
        QTest::newRow("dark") << true << true << 0;
        QTest::newRow("multisampled") << true << false << 4;
    }
    void drawsWithoutGlErrors()
    {
        QFETCH(bool, still);
        QFETCH(bool, dark);
        Budgets budgets;
        QFETCH(int, multisamples);
        budgets.multisamples = multisamples;
        auto renderer = CityRenderer::create(budgets);
        QVERIFY(renderer);
        (*renderer)->setSources({std::make_shared<BlockCity>()});
        (*renderer)->setStyles({{ref(10, 20), selected()}});
        FrameRequest r = request(still ? Quality::Still : Quality::Moving);
        r.darkTheme = dark;
        for (int frame = 0; frame < 40; ++frame) {
            const FrameReport report = (*renderer)->draw(r);
            QCOMPARE(report.glErrors, 0);
            if (report.complete)
                break;
            QTest::qSleep(2);
        }
        QVERIFY((*renderer)->draw(r).complete);
        QVERIFY((*renderer)->pick(320, 200).position);
        QCOMPARE(glGetError(), GLenum(GL_NO_ERROR));
        // Nothing stays bound for the next user of the context.
        GLint bound = -1;
        glGetIntegerv(0x8CA6 /* GL_DRAW_FRAMEBUFFER_BINDING */, &bound);
        QCOMPARE(bound, 0);
        glGetIntegerv(0x8B8D /* GL_CURRENT_PROGRAM */, &bound);
        QCOMPARE(bound, 0);
        glGetIntegerv(0x85B5 /* GL_VERTEX_ARRAY_BINDING */, &bound);
        QCOMPARE(bound, 0);
    }

    void picksEqualARayCast()
    {
        auto renderer = makeRenderer();
        const auto city = std::make_shared<BlockCity>();
        renderer->setSources({city});
        std::mt19937 random(12345);
        int onBuildings = 0;
        for (int view = 0; view < 10; ++view) {
            FrameRequest r = request(Quality::Moving);
            r.camera = peerCamera({}, view * 0.61);
            r.camera.eye = r.camera.eye * (0.4 + 0.4 * view);
            drawUntilComplete(*renderer, r);
            for (int i = 0; i < 100; ++i) {
                const int x = static_cast<int>(random() % static_cast<unsigned>(m_size.width()));
                const int y = static_cast<int>(random() % static_cast<unsigned>(m_size.height()));
                const PickResult pick = renderer->pick(x, y);
                const LocalPosition ray = pixelRay(r.camera, m_size, x + 0.5, y + 0.5);
                const RayHit hit = castRay(*city, r.camera.eye, ray);
                QCOMPARE(pick.feature.id, hit.id);
                if (hit.distance > 1e29) {
                    QVERIFY(!pick.position || hit.distance > 1e5);
                    continue;
                }
                onBuildings += !hit.id.isEmpty();
                if (!pick.position || hit.distance > 20000)
                    continue; // the ground ends at the far plane
                const double error = length(*pick.position - (r.camera.eye + ray * hit.distance));
                QVERIFY2(error < std::max(0.02, hit.distance * 2e-5), qPrintable(QString::number(error)));
            }
        }
        QVERIFY(onBuildings > 200);
    }

    void picksAreExactFarFromTheOrigin()
    {
        BlockCityOptions options;
        options.origin = {38000, -27000, 60};
        const auto city = std::make_shared<BlockCity>(options);
        auto renderer = makeRenderer();
        renderer->setSources({city});
        FrameRequest r = request(Quality::Moving);
        r.camera = peerCamera(options.origin);
        drawUntilComplete(*renderer, r);
        const PickResult pick = renderer->pick(m_size.width() / 2, m_size.height() / 2);
        QVERIFY(pick.position && !pick.feature.isNull());
        const QStringList parts = pick.feature.id.mid(1).split(QLatin1Char('_'));
        QVERIFY(city->block(parts[0].toInt(), parts[1].toInt()).distanceTo(*pick.position) < 0.02);
    }

    void depthTextureAgreesWithThePicks()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        const FrameRequest r = request(Quality::Moving);
        const FrameReport report = drawUntilComplete(*renderer, r);
        const std::vector<float> depth = readDepth(*renderer, m_size);
        int compared = 0;
        for (int y = 20; y < m_size.height(); y += 37) {
            for (int x = 15; x < m_size.width(); x += 61) {
                const PickResult pick = renderer->pick(x, y);
                const float d =
                    depth[static_cast<std::size_t>(m_size.height() - 1 - y) * static_cast<std::size_t>(m_size.width()) +
                          static_cast<std::size_t>(x)];
                if (!pick.position) {
                    QCOMPARE(d, 1.0f);
                    continue;
                }
                const double along = dot(*pick.position - r.camera.eye, viewDirection(r.camera));
                const double drawn = distanceOf(d, report.clip);
                QVERIFY2(std::abs(drawn - along) < std::max(0.05, along * along * 4e-7),
                         qPrintable(QStringLiteral("%1 %2").arg(drawn).arg(along)));
                ++compared;
            }
        }
        QVERIFY(compared > 50);
    }

    void stylesChangeOnlyTheirFeature()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        const FrameRequest r = request(Quality::Moving);
        drawUntilComplete(*renderer, r);
        const QImage before = imageOf(*renderer, m_size);
        const PickResult pick = renderer->pick(320, 200);
        QVERIFY(!pick.feature.isNull());

        FeatureStyle red;
        red.tint = 0xFF0000FFu; // R lowest byte, full strength
        renderer->setStyles({{pick.feature, red}});
        renderer->draw(r);
        const QImage tinted = imageOf(*renderer, m_size);
        int changed = 0;
        for (int y = 0; y < m_size.height(); y += 3) {
            for (int x = 0; x < m_size.width(); x += 3) {
                const bool differs = tinted.pixel(x, y) != before.pixel(x, y);
                changed += differs;
                if (differs)
                    QCOMPARE(renderer->pick(x, y).feature, pick.feature);
            }
        }
        QVERIFY(changed > 5);
        const QRgb shown = tinted.pixel(320, 200);
        QVERIFY(qRed(shown) > qGreen(shown) + 40 && qRed(shown) > qBlue(shown) + 40);

        FeatureStyle hidden;
        hidden.hidden = true;
        renderer->setStyles({{pick.feature, hidden}});
        renderer->draw(r);
        QVERIFY(renderer->pick(320, 200).feature != pick.feature);

        renderer->setStyles({});
        renderer->draw(r);
        QCOMPARE(imageOf(*renderer, m_size), before);
    }

    void selectionShowsFromFarAway()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        FrameRequest r = request(Quality::Moving);
        r.camera = lookAt({0, -19000, 4000}, {});
        drawUntilComplete(*renderer, r);
        const QImage before = imageOf(*renderer, m_size);
        renderer->setStyles({{ref(16, 16), selected()}});
        renderer->draw(r);
        QVERIFY(differingPixels(before, imageOf(*renderer, m_size), 24) >= 8);
    }

    void hoverOutlinesWithoutTinting()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        const FrameRequest r = request(Quality::Moving);
        drawUntilComplete(*renderer, r);
        const QImage before = imageOf(*renderer, m_size);
        const PickResult pick = renderer->pick(320, 200);
        FeatureStyle hovered;
        hovered.hovered = true;
        renderer->setStyles({{pick.feature, hovered}});
        renderer->draw(r);
        const QImage after = imageOf(*renderer, m_size);
        QCOMPARE(after.pixel(320, 200), before.pixel(320, 200));
        QVERIFY(differingPixels(before, after, 24) > 20);
    }

    void resizesWithoutGrowing()
    {
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        FrameRequest r = request(Quality::Still);
        drawUntilComplete(*renderer, r);
        std::optional<MemoryGrowth> growth;
        std::size_t gpuBytes = 0;
        for (int i = 0; i < 120; ++i) {
            r.size = QSize(200 + (i % 10) * 40, 150 + (i % 7) * 30);
            FrameReport report;
            for (int step = 0; step < 3; ++step) {
                report = renderer->draw(r);
                QCOMPARE(report.glErrors, 0);
            }
            (void)renderer->readColour(); // what is in flight has memory of its own
            if (i == 20) {
                growth.emplace();
                gpuBytes = report.gpuBytes;
            }
            if (i > 20)
                QCOMPARE(report.gpuBytes, gpuBytes);
        }
        QVERIFY2(growth->mebibytes() < 16, qPrintable(QString::number(growth->mebibytes())));
    }

    void severalRenderersComeAndGo()
    {
        for (int i = 0; i < 5; ++i) {
            auto a = makeRenderer();
            auto b = makeRenderer();
            a->setSources({std::make_shared<BlockCity>()});
            b->setSources({std::make_shared<BlockCity>()});
            QVERIFY(drawUntilComplete(*a, request(Quality::Moving)).complete);
            QVERIFY(drawUntilComplete(*b, request(Quality::Moving)).complete);
            QCOMPARE(imageOf(*a, m_size), imageOf(*b, m_size));
            a.reset();
            QCOMPARE(b->draw(request(Quality::Moving)).glErrors, 0);
        }
    }

    void staysWithinTheBudgetsOverAFlight()
    {
        BlockCityOptions options;
        options.tilesPerSide = 32;
        options.blocksPerTileSide = 8;
        const auto city = std::make_shared<BlockCity>(options);
        Budgets budgets;
        budgets.gpuBytes = 2u << 20;
        budgets.cpuBytes = 1u << 20;
        auto made = CityRenderer::create(budgets);
        QVERIFY(made);
        (*made)->setSources({city});
        FrameRequest r = request(Quality::Moving);
        r.maximumScreenSpaceError = 1;
        bool raised = false;
        for (int i = 0; i < 300; ++i) {
            r.camera = lookAt({-2400.0 + i * 16, -400, 150}, {-2000.0 + i * 16, 600, 0});
            const FrameReport report = (*made)->draw(r);
            QVERIFY(report.gpuBytes <= budgets.gpuBytes);
            QVERIFY(report.cpuBytes <= budgets.cpuBytes);
            raised |= report.screenSpaceError > 1;
        }
        QVERIFY(raised);
        QVERIFY(drawUntilComplete(**made, r).complete);
    }

    void aBadTileIsReportedOnceAndTheOthersGoOn()
    {
        const auto city = std::make_shared<BlockCity>();
        for (std::size_t i = 0; i < city->tree().nodes.size(); ++i) {
            if (city->tree().nodes[i].children.empty())
                city->failingNode = static_cast<int>(i);
        }
        auto renderer = makeRenderer();
        renderer->setSources({city});
        FrameRequest r = request(Quality::Moving);
        r.camera = lookAt({0, -900, 700}, {});
        int failures = 0;
        FrameReport report;
        for (int i = 0; i < 300 && !report.complete; ++i) {
            report = renderer->draw(r);
            failures += static_cast<int>(report.failedTiles.size());
            QTest::qSleep(1);
        }
        QVERIFY(report.complete);
        QVERIFY(report.tilesDrawn > 4);
        QCOMPARE(failures, 1);
    }

    void pictures_data()
    {
        QTest::addColumn<QTime>("utc");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("still");
        QTest::newRow("morning") << QTime(8, 30) << false << true;
        QTest::newRow("moving") << QTime(8, 30) << false << false;
        QTest::newRow("evening") << QTime(18, 40) << false << true;
        QTest::newRow("night") << QTime(23, 0) << false << true;
        QTest::newRow("dark") << QTime(8, 30) << true << true;
    }
    void pictures()
    {
        QFETCH(QTime, utc);
        QFETCH(bool, dark);
        QFETCH(bool, still);
        if (!m_context->isSoftware())
            QSKIP("The references were made by Mesa's software renderer.");
        auto renderer = makeRenderer();
        renderer->setSources({std::make_shared<BlockCity>()});
        renderer->setStyles({{ref(18, 20), selected()}});
        FrameRequest r = request(still ? Quality::Still : Quality::Moving);
        r.size = {320, 200};
        r.camera = lookAt({-260, -330, 150}, {10, 30, 10});
        r.time = QDateTime({2026, 5, 12}, utc, Qt::UTC);
        r.place = {51.514, 7.466, 100};
        r.darkTheme = dark;
        drawUntilComplete(*renderer, r);
        const QImage image = imageOf(*renderer, r.size);
        const QString name = QStringLiteral(TWIN_SOURCE_DIR "/tests/render/references/%1.png")
                                 .arg(QLatin1String(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("TWIN_WRITE_REFERENCES"))
            QVERIFY(image.save(name));
        const QImage reference = QImage(name).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(reference.size(), image.size());
        const int differing = differingPixels(reference, image, 16);
        if (differing > 320)
            image.save(QStringLiteral("%1.fail.png").arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY2(differing <= 320,
                 qPrintable(QStringLiteral("%1 of 64000 pixels differ; see *.fail.png").arg(differing)));
    }

private:
    FrameRequest request(Quality quality) const
    {
        FrameRequest r;
        r.camera = peerCamera();
        r.size = m_size;
        r.quality = quality;
        r.maximumScreenSpaceError = 0;
        return r;
    }
    static FeatureRef ref(int column, int row)
    {
        return {QStringLiteral("buildings"), QStringLiteral("b%1_%2").arg(column).arg(row)};
    }
    static FeatureStyle selected()
    {
        FeatureStyle style;
        style.selected = true;
        return style;
    }
    static std::unique_ptr<CityRenderer> makeRenderer()
    {
        auto renderer = CityRenderer::create({});
        return renderer ? *std::move(renderer) : nullptr;
    }
    QSize m_size{640, 400};
    std::unique_ptr<OffscreenContext> m_context;
};

QTEST_GUILESS_MAIN(CityRendererTest)
#include "tst_cityrenderer.moc"
