// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of docs/bilder as tests: the same views, small, of a small demo region. TWIN_WRITE_REFERENCES=1 makes
// the references anew; look at each before committing it.
#include "app/cli/HeadlessView.h"
#include "app/services/RegionCache.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

const QString folder = QStringLiteral(TWIN_SOURCE_DIR "/tests/data/views/");
constexpr int buildings = 6000;
constexpr int differs = 20;         // of 255, in one channel
constexpr double mostDiffer = 0.01; // of all pixels

double differing(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            count += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                               std::abs(qBlue(p) - qBlue(q))}) > differs;
        }
    return double(count) / (a.width() * a.height());
}

} // namespace

class FixedViewsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_region;

private Q_SLOTS:
    void initTestCase()
    {
        const auto context = render::OffscreenContext::create();
        if (!context)
            QSKIP(qPrintable(context.error().toText()));
        if (!(*context)->isSoftware())
            QSKIP("The references were made by Mesa's software renderer.");
        m_region = m_dir.filePath(QStringLiteral("region"));
        const auto made = services::makeDemoRegion(m_region, {buildings, 2030}, {}, {}, {});
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toText()));
    }

    void looksAsItDid_data()
    {
        QTest::addColumn<QStringList>("words");
        QFile file(folder + QStringLiteral("views.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray views = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(views.size() >= 12);
        for (const QJsonValue& value : views) {
            const QJsonObject view = value.toObject();
            QStringList words{QStringLiteral("--time"), view[QLatin1String("time")].toString()};
            if (const QString camera = view[QLatin1String("camera")].toString(); !camera.isEmpty())
                words << QStringLiteral("--camera") << camera;
            for (const QJsonValue& option : view[QLatin1String("options")].toArray())
                words << option.toString();
            QTest::newRow(qPrintable(view[QLatin1String("name")].toString())) << words;
        }
    }

    void looksAsItDid()
    {
        QFETCH(QStringList, words);
        const cli::Syntax syntax{"", "", 0, 0, "", cli::HeadlessView::options()};
        const auto arguments =
            cli::Arguments::parse(syntax, words + QStringList{QStringLiteral("--size"), QStringLiteral("400x250")});
        QVERIFY2(arguments.has_value(), arguments ? "" : qPrintable(arguments.error().toText()));
        const auto view = cli::HeadlessView::open(m_region, *arguments);
        QVERIFY2(view.has_value(), view ? "" : qPrintable(view.error().toText()));
        const auto drawn = (*view)->drawUntilComplete({}, {});
        QVERIFY2(drawn.has_value(), drawn ? "" : qPrintable(drawn.error().toText()));
        QCOMPARE(drawn->glErrors, 0);
        const std::vector<std::uint8_t> pixels = (*view)->renderer().readColour();
        const QSize size = (*view)->request().size;
        const QImage image = QImage(pixels.data(), size.width(), size.height(), QImage::Format_RGBA8888)
                                 .convertToFormat(QImage::Format_RGB888);
        const QString name = folder + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png");
        if (qEnvironmentVariableIsSet("TWIN_WRITE_REFERENCES"))
            QVERIFY(image.save(name));
        const QImage reference(name);
        QCOMPARE(reference.size(), image.size());
        const double share = differing(reference, image);
        if (share > mostDiffer)
            image.save(QLatin1String(QTest::currentDataTag()) + QStringLiteral(".fail.png"));
        QVERIFY2(share <= mostDiffer,
                 qPrintable(QStringLiteral("%1 % of the pixels differ; see *.fail.png").arg(share * 100, 0, 'f', 2)));
    }
};

QTEST_GUILESS_MAIN(FixedViewsTest)
#include "tst_fixed_views.moc"
