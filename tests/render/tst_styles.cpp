// SPDX-License-Identifier: GPL-3.0-or-later
// Styles of picture: what they promise of colours, and that they reach the pixels.
#include "render/frame/PictureLook.h"
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"

#include <algorithm>
#include <cmath>

#include <QTest>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

double luminance(const LightColour& linear)
{
    return 0.2126 * linear.r + 0.7152 * linear.g + 0.0722 * linear.b;
}

LightColour linearOf(const LightColour& encoded)
{
    const auto one = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {one(encoded.r), one(encoded.g), one(encoded.b)};
}

/// WCAG 2.1.
double contrast(const LightColour& a, const LightColour& b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

const LightColour& faceOf(const PictureLook& look, FaceClass face)
{
    return look.faces[static_cast<std::size_t>(face)].colour;
}

int countOf(const QImage& image, bool (*wanted)(QRgb))
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += wanted(image.pixel(x, y));
    return count;
}

} // namespace

class StylesTest : public QObject {
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

    void highContrastIsHigh()
    {
        const PictureLook look = pictureLook(PictureStyle::Contrast, true);
        const LightColour edge = linearOf(look.edge);
        const LightColour selection = linearOf(look.selection);
        for (const FaceClass face : {FaceClass::Wall, FaceClass::Terrain, FaceClass::Water, FaceClass::Vegetation})
            QVERIFY(contrast(edge, faceOf(look, face)) >= 7);
        QVERIFY(contrast(edge, faceOf(look, FaceClass::Roof)) >= 4.5);
        QVERIFY(contrast(faceOf(look, FaceClass::Roof), faceOf(look, FaceClass::Terrain)) >= 3);
        QVERIFY(contrast(faceOf(look, FaceClass::Traffic), faceOf(look, FaceClass::Terrain)) >= 4.5);
        QVERIFY(contrast(selection, faceOf(look, FaceClass::Roof)) >= 4.5);
        QVERIFY(contrast(selection, faceOf(look, FaceClass::Wall)) >= 7);
    }

    void mapsTellHousesFromPaperAndStreets()
    {
        for (const bool dark : {false, true}) {
            const PictureLook look = pictureLook(PictureStyle::Map, dark);
            for (const FaceClass other : {FaceClass::Terrain, FaceClass::Traffic})
                QVERIFY(contrast(faceOf(look, FaceClass::Wall), faceOf(look, other)) >= 1.25);
            QVERIFY(contrast(linearOf(look.edge), faceOf(look, FaceClass::Wall)) >= 3);
        }
    }

    void evenLightKnowsNoHour()
    {
        auto renderer = makeRenderer();
        for (const PictureStyle style :
             {PictureStyle::Standard, PictureStyle::Map, PictureStyle::Photo, PictureStyle::Contrast}) {
            const bool even = pictureLook(style, false).evenLight;
            QCOMPARE(draw(*renderer, style, QTime(11, 0)) == draw(*renderer, style, QTime(21, 0)), even);
        }
    }

    void stylesDiffer()
    {
        auto renderer = makeRenderer();
        std::vector<QImage> images;
        for (const PictureStyle style :
             {PictureStyle::Standard, PictureStyle::Map, PictureStyle::Photo, PictureStyle::Contrast})
            images.push_back(draw(*renderer, style, QTime(11, 0)));
        for (std::size_t a = 0; a < images.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                QVERIFY(images[a] != images[b]);
    }

    void contrastDrawsWhiteLinesAlsoWhileMoving()
    {
        auto renderer = makeRenderer();
        const auto white = [](QRgb p) { return qRed(p) > 230 && qGreen(p) > 230 && qBlue(p) > 230; };
        const auto black = [](QRgb p) { return qRed(p) < 12 && qGreen(p) < 12 && qBlue(p) < 12; };
        for (const Quality quality : {Quality::Moving, Quality::Still}) {
            const QImage image = draw(*renderer, PictureStyle::Contrast, QTime(11, 0), quality);
            QVERIFY2(countOf(image, white) > 1500, qPrintable(QString::number(countOf(image, white))));
            QVERIFY(countOf(image, black) > 3000); // the ground
        }
    }

    void selectionIsYellowInHighContrast()
    {
        auto renderer = makeRenderer();
        FeatureStyle selected;
        selected.selected = true;
        renderer->setStyles({{{QStringLiteral("buildings"), QStringLiteral("b9_8")}, selected}});
        const auto yellow = [](QRgb p) { return qRed(p) > 200 && qGreen(p) > 170 && qBlue(p) < 60; };
        const int count = countOf(draw(*renderer, PictureStyle::Contrast, QTime(11, 0)), yellow);
        QVERIFY2(count > 60, qPrintable(QString::number(count)));
    }

private:
    static std::unique_ptr<CityRenderer> makeRenderer()
    {
        auto renderer = CityRenderer::create({});
        if (!renderer)
            qFatal("%s", qPrintable(renderer.error().toText()));
        (*renderer)->setSources({std::make_shared<BlockCity>()});
        return std::move(*renderer);
    }
    static QImage draw(CityRenderer& renderer, PictureStyle style, QTime utc, Quality quality = Quality::Still)
    {
        FrameRequest request;
        request.size = {320, 200};
        request.camera = lookAt({-260, -330, 150}, {10, 30, 10});
        request.time = QDateTime({2026, 5, 12}, utc, Qt::UTC);
        request.place = {51.514, 7.466, 100};
        request.maximumScreenSpaceError = 0;
        request.quality = quality;
        request.style = style;
        if (drawUntilComplete(renderer, request).glErrors != 0)
            qFatal("GL errors");
        return imageOf(renderer, request.size);
    }

    std::unique_ptr<OffscreenContext> m_context;
};

QTEST_GUILESS_MAIN(StylesTest)
#include "tst_styles.moc"
