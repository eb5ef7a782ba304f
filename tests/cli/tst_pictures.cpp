// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/CameraText.h"
#include "cli/Program.h"
#include "render/Projection.h"

#include <cmath>

#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

/// render and pick, through the real program and EGL.
class PicturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;

    Run render(const QStringList& more) const
    {
        return program(QStringList{QStringLiteral("render"), m_region, QStringLiteral("--size"),
                                   QStringLiteral("320x200"), QStringLiteral("--json")} +
                       more);
    }

    static int coloursOf(const QImage& image)
    {
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        return static_cast<int>(colours.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_region = m_folder.filePath(QStringLiteral("region"));
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }

    void renderDrawsThePlace()
    {
        const QString picture = m_folder.filePath(QStringLiteral("a.png"));
        const Run run = render({QStringLiteral("--out"), picture});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject report = run.object();
        for (const char* key : {"tiles", "triangles", "frameMs", "cpuBytes", "gpuBytes", "loadSeconds", "renderer"})
            QVERIFY2(report.contains(QLatin1String(key)), key);
        for (const char* key : {"p50", "p95", "p99"})
            QVERIFY2(report[QLatin1String("frameMs")][QLatin1String(key)].toDouble() > 0, key);
        QVERIFY(report[QLatin1String("triangles")].toInt() >= 52);
        QVERIFY(report[QLatin1String("gpuBytes")].toInt() > 0);
        const QImage image(picture);
        QCOMPARE(image.size(), QSize(320, 200));
        QVERIFY2(coloursOf(image) > 60, qPrintable(QString::number(coloursOf(image))));
    }

    void samePlaceSamePicture()
    {
        const QString one = m_folder.filePath(QStringLiteral("one.png"));
        const QString two = m_folder.filePath(QStringLiteral("two.png"));
        QCOMPARE(render({QStringLiteral("--out"), one}).exitCode, 0);
        QCOMPARE(render({QStringLiteral("--out"), two}).exitCode, 0);
        QCOMPARE(QImage(one), QImage(two));
    }

    void orbitIsMeasuredFrameByFrame()
    {
        const Run run = render({QStringLiteral("--orbit"), QStringLiteral("90"), QStringLiteral("--frames"),
                                QStringLiteral("7"), QStringLiteral("--picks"), QStringLiteral("5")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object()[QLatin1String("frames")].toInt(), 7);
        QVERIFY(run.object()[QLatin1String("pickMs")][QLatin1String("p99")].toDouble() > 0);
    }

    void renderTakesABareTileset()
    {
        const QString picture = m_folder.filePath(QStringLiteral("bare.png"));
        const Run run = program({QStringLiteral("render"), m_region + QStringLiteral("/buildings/tileset.json"),
                                 QStringLiteral("--out"), picture, QStringLiteral("--json"), QStringLiteral("--size"),
                                 QStringLiteral("320x200")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.object()[QLatin1String("triangles")].toInt() >= 52);
        QVERIFY(coloursOf(QImage(picture)) > 40);
    }

    /// search → query → camera → pixel → pick must come back to the same object.
    void pickAgreesWithQuery_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"TEST_NORD", "TEST_TURM_TEIL", "TEST_GARAGE"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void pickAgreesWithQuery()
    {
        QFETCH(QString, id);
        const QJsonObject object =
            program({QStringLiteral("query"), m_region, QStringLiteral("--id"), id, QStringLiteral("--json")}).object();
        const QJsonArray low = object[QLatin1String("extent")][QLatin1String("min")].toArray();
        const QJsonArray high = object[QLatin1String("extent")][QLatin1String("max")].toArray();
        QCOMPARE(low.size(), 3);
        const double top = high[2].toDouble();
        // Off the ridge by a quarter, so that a roof and not its edge lies under the pixel.
        const ProjectedPosition onRoof{0.5 * (low[0].toDouble() + high[0].toDouble()),
                                       0.75 * low[1].toDouble() + 0.25 * high[1].toDouble(), top};

        const SceneFrame frame({392'500, 5'708'100, 90});
        const QString text = QStringLiteral("%1,%2,%3,15,-50")
                                 .arg(onRoof.eastingMetres - 25, 0, 'f', 3)
                                 .arg(onRoof.northingMetres - 75, 0, 'f', 3)
                                 .arg(top + 90, 0, 'f', 3);
        const auto camera = services::parseCamera(text, frame);
        QVERIFY(camera.has_value());
        const QSize size(640, 400);
        const auto pixel = render::toPixel(*camera, size, frame.toLocal(onRoof));
        QVERIFY(pixel.has_value());
        const QString at = QStringLiteral("%1,%2").arg(std::lround(pixel->first)).arg(std::lround(pixel->second));

        const Run run =
            program({QStringLiteral("pick"), m_region, QStringLiteral("--camera"), text, QStringLiteral("--size"),
                     QStringLiteral("640x400"), QStringLiteral("--pixel"), at, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object()[QLatin1String("id")].toString(), id);
        const QJsonArray position = run.object()[QLatin1String("position")].toArray();
        QCOMPARE(position.size(), 3);
        for (int i = 0; i < 2; ++i)
            QVERIFY2(position[i].toDouble() > low[i].toDouble() - 0.5 &&
                         position[i].toDouble() < high[i].toDouble() + 0.5,
                     run.out.constData());
        QVERIFY2(position[2].toDouble() > low[2].toDouble() - 0.5 && position[2].toDouble() < top + 0.5,
                 run.out.constData());
    }

    void pickOfTheSkyIsNull()
    {
        const Run run = program({QStringLiteral("pick"), m_region, QStringLiteral("--camera"),
                                 QStringLiteral("392550,5708050,120,0,60"), QStringLiteral("--pixel"),
                                 QStringLiteral("10,10"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.object().keys(), QStringList{QStringLiteral("id")});
        QVERIFY(run.object()[QLatin1String("id")].isNull());
    }

    void wrongUseIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
        };
        row("pick --pixel 5000,1");
        row("pick --pixel 1");
        row("pick");
        row("render --out a.png --camera 1,2,3");
        row("render --out a.png --size 0x0");
        row("render --out a.png --time gestern");
        row("render --out a.png --quality best");
        row("render --out a.png --sse -1");
        row("render");
    }

    void wrongUseIsTwo()
    {
        QFETCH(QStringList, words);
        words.insert(1, m_region);
        const Run run = program(words);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
    }

    void pictureInAMissingFolderFails()
    {
        const Run run = render({QStringLiteral("--out"), m_folder.filePath(QStringLiteral("fehlt/a.png"))});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
