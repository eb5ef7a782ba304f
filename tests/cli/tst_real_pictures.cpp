// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "cli/ReferencePicture.h"

#include <vector>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

/// How much of the picture must show a colour, at least and at most.
struct Share {
    const char* what;
    bool (*fits)(const QColor& colour);
    double least;
    double most;
};
using Shares = std::vector<Share>;

bool isRoofRed(const QColor& colour)
{
    return colour.hsvSaturation() > 60 && (colour.hsvHue() < 28 || colour.hsvHue() > 345) && colour.value() > 90;
}
bool isGreen(const QColor& colour)
{
    return colour.hsvSaturation() > 60 && colour.hsvHue() > 75 && colour.hsvHue() < 150;
}
bool isOchre(const QColor& colour)
{
    return colour.hsvSaturation() > 180 && colour.hsvHue() > 28 && colour.hsvHue() < 45;
}
bool isWater(const QColor& colour)
{
    return colour.hsvSaturation() > 60 && colour.hsvHue() > 180 && colour.hsvHue() < 225;
}
bool isGround(const QColor& colour)
{
    return colour.hsvSaturation() < 45 && colour.hsvHue() > 20 && colour.hsvHue() < 75 && colour.value() > 170;
}
bool isDark(const QColor& colour)
{
    return colour.value() < 110;
}

} // namespace
Q_DECLARE_METATYPE(Shares)

/// Real files of other people, where they are there: what share of the picture shows roofs, water, photographs, ground.
/// Their pictures are not kept.
class RealPicturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("crs");
        QTest::addColumn<QString>("camera");
        QTest::addColumn<Shares>("shares");
        const auto row = [](const char* file, const char* crs, const char* camera, const Shares& shares) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(crs) << QString::fromLatin1(camera)
                                << shares;
        };
        row("citygml-std/v2-appearance/Appearance-EPSG25832.gml", "", "458873.93,5438337.47,123.86,22,-30",
            {{"lawn of the photograph", isGreen, 0.3, 0.5},
             {"roof of the photograph", isRoofRed, 0.07, 0.13},
             {"walls of the photograph", isOchre, 0.02, 0.08},
             {"ground", isGround, 0.3, 0.5}});
        row("citygml-nrw/LoD2_32_280_5657_1_NW.gml", "", "280839.65,5657209.90,176.73,22,-30",
            {{"roofs", isRoofRed, 0.003, 0.03}, {"ground", isGround, 0.9, 0.99}, {"shade", isDark, 0.002, 0.03}});
        row("citygml-nrw/Yue_CityGML_test_AachenerDom.gml", "", "",
            {{"the one tiled roof", isRoofRed, 0.0008, 0.005}, {"ground", isGround, 0.75, 0.9}});
        row("cityjson/delft.json", "", "",
            {{"canals", isWater, 0.008, 0.05}, {"trees", isGreen, 0.0015, 0.02}, {"ground", isGround, 0.85, 0.97}});
        row("pointcloud-nrw/47078_575411_0011.laz", "EPSG:25832+7837", "470844.08,5754167.19,140.49,22,-30",
            {{"roof and tree", isDark, 0.01, 0.06}, {"ground", isGround, 0.9, 0.98}});
        row("alkis/ALKIS_NeuwScharh_0003.xml.gz", "", "", {{"ground around the parcels", isGround, 0.8, 0.92}});
        row("xplan/BPlan001_5-1.gml", "", "",
            {{"waters of the plan", isWater, 0.004, 0.02}, {"around the plan", isGround, 0.75, 0.92}});
        row("osm/cologne-central.osm", "", "", {{"stops", isWater, 0.001, 0.008}, {"ground", isGround, 0.9, 0.99}});
    }

    void files()
    {
        QFETCH(QString, file);
        QFETCH(QString, crs);
        QFETCH(QString, camera);
        QFETCH(Shares, shares);
        const QString path = QStringLiteral(TWIN_SHARED_DIR "/data/") + file;
        if (!QFileInfo::exists(path))
            QSKIP("needs ../shared");
        const QString region = m_folder.filePath(QFileInfo(file).fileName());
        QStringList words{QStringLiteral("import"), path, QStringLiteral("--out"), region};
        if (!crs.isEmpty())
            words << QStringLiteral("--crs") << crs;
        const Run run = program(words);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const auto picture = ReferencePicture::draw(region, camera);
        QVERIFY2(picture.trouble().isEmpty(), qPrintable(picture.trouble()));
        for (const Share& share : shares) {
            const double found = picture.share(share.fits);
            QVERIFY2(found >= share.least && found <= share.most,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(share.what)).arg(found)));
        }
    }
};

QTEST_GUILESS_MAIN(RealPicturesTest)
#include "tst_real_pictures.moc"
