// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

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

    void drawsWithoutGlErrors()
    {
        auto renderer = CityRenderer::create({});
        QVERIFY(renderer);
        (*renderer)->setSources({std::make_shared<BlockCity>()});
        const FrameReport report = drawUntilComplete(**renderer, request());
        QVERIFY(report.complete);
        QCOMPARE(report.glErrors, 0);
        QVERIFY(report.trianglesDrawn > 0);
        if (qEnvironmentVariableIsSet("TWIN_SAVE"))
            imageOf(**renderer, m_size).save(qEnvironmentVariable("TWIN_SAVE"));
    }

    void picksTheBlockUnderThePixel()
    {
        auto renderer = CityRenderer::create({});
        QVERIFY(renderer);
        const auto city = std::make_shared<BlockCity>();
        (*renderer)->setSources({city});
        drawUntilComplete(**renderer, request());
        const PickResult pick = (*renderer)->pick(m_size.width() / 2, m_size.height() / 2);
        QVERIFY(pick.position);
        QVERIFY(!pick.feature.isNull());
        QCOMPARE(pick.feature.layer, QStringLiteral("buildings"));
        const QStringList parts = pick.feature.id.mid(1).split(QLatin1Char('_'));
        const Box box = city->block(parts[0].toInt(), parts[1].toInt());
        QVERIFY(box.distanceTo(*pick.position) < 0.01);
    }

private:
    FrameRequest request() const
    {
        FrameRequest r;
        r.camera = peerCamera();
        r.size = m_size;
        r.maximumScreenSpaceError = 0;
        return r;
    }
    QSize m_size{1280, 800};
    std::unique_ptr<OffscreenContext> m_context;
};

QTEST_GUILESS_MAIN(CityRendererTest)
#include "tst_cityrenderer.moc"
