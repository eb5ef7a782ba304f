// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "cli/ReferencePicture.h"

#include <vector>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

const QString camera = QStringLiteral("392527,5708052,158,12,-38");

ProjectedPosition place(double east, double north, double height = 90)
{
    return {392'500 + east, 5'708'100 + north, height};
}

/// A place in the picture and how it must look there.
struct Sign {
    ProjectedPosition place;
    Paint paint;
};
using Signs = std::vector<Sign>;

} // namespace
Q_DECLARE_METATYPE(Signs)

/// A layer of each kind, added to a region and drawn by the real program: the picture and what must be where in it.
class LayerPicturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void layers_data()
    {
        QTest::addColumn<QStringList>("additions"); ///< the words of one `add` each
        QTest::addColumn<Signs>("signs");
        const auto row = [](const char* name, const QStringList& additions, const Signs& signs) {
            QTest::newRow(name) << additions << signs;
        };
        row("terrain-orthophoto",
            {QStringLiteral("dgm.asc --crs EPSG:25832+7837"), QStringLiteral("ortho.png --crs EPSG:25832")},
            {{place(25, 25, 88), Paint::Blue},
             {place(75, 25, 88), Paint::Yellow},
             {place(84, 74, 108.6), Paint::Green}, // on the hill
             {place(50, 25, 88), Paint::White}});
        row("draped", {QStringLiteral("flaechen.geojson")}, {});
        row("extruded", {QStringLiteral("flaechen.geojson --extrude hoehe")}, {{place(12, 25, 94), Paint::Yellow}});
        row("points", {QStringLiteral("punkte.laz --crs EPSG:25832+7837")},
            {{place(25, 18, 97), Paint::Blue}, {place(75, 17.4, 96), Paint::Yellow}});
        row("gltf", {QStringLiteral("wuerfel.glb --at 392550,5708125,90")},
            {{place(50, 25, 102), Paint::White}, {place(50, 19, 96), Paint::Red}});
        row("alkis", {QStringLiteral("alkis.xml")}, {});
        row("xplan", {QStringLiteral("bplan.gml")}, {});
        row("old-map", {QStringLiteral("karte_1840.png --points karte_1840.points --crs EPSG:25832")},
            {{place(50, 40), Paint::Red}});
    }

    void layers()
    {
        QFETCH(QStringList, additions);
        QFETCH(Signs, signs);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString region = m_folder.filePath(name);
        const QString data = QStringLiteral(TWIN_TEST_DATA "/pictures/");
        Run run = program(
            {QStringLiteral("import"), data + QStringLiteral("houses-2.0.gml"), QStringLiteral("--out"), region});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        for (const QString& addition : additions) {
            QStringList words = addition.split(QLatin1Char(' '));
            for (QString& word : words)
                if (QFileInfo::exists(data + word))
                    word.prepend(data);
            run = program(QStringList{QStringLiteral("add"), QStringLiteral("--to"), region} + words);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        const auto picture = ReferencePicture::draw(region, camera);
        QVERIFY2(picture.trouble().isEmpty(), qPrintable(picture.trouble()));
        for (const Sign& sign : signs) {
            const QColor colour = picture.at(sign.place);
            QVERIFY2(looksLike(colour, sign.paint),
                     qPrintable(QStringLiteral("%1 is %2").arg(sign.place.eastingMetres).arg(colour.name())));
        }
        if (!picture.isSoftware())
            QSKIP("The references were made by Mesa's software renderer.");
        const QString difference = picture.differenceFrom(name);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(LayerPicturesTest)
#include "tst_layer_pictures.moc"
