// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "cli/ReferencePicture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

const QString camera = QStringLiteral("392525.5,5708103,138,12,-38");

QString fixture(const char* name)
{
    return QStringLiteral(TWIN_TEST_DATA "/pictures/") + QLatin1String(name);
}

ProjectedPosition place(double east, double north, double height)
{
    return {392'500 + east, 5'708'100 + north, height};
}

} // namespace

/// A city model of each kind, imported and drawn by the real program: the picture and what must be where in it.
class ModelPicturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// @returns the region made of a fixture; empty when that failed.
    QString import(const char* file)
    {
        const QString region = m_folder.filePath(QLatin1String(file) + QStringLiteral("-region"));
        const Run run = program({QStringLiteral("import"), fixture(file), QStringLiteral("--out"), region});
        return run.exitCode == 0 ? region : QString();
    }

private Q_SLOTS:
    /// The same two houses, whatever file they come in, give the same picture.
    void houses_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"houses-1.0.gml", "houses-2.0.gml", "houses-3.0.gml", "houses.city.json"})
            QTest::newRow(file) << QByteArray(file);
    }
    void houses()
    {
        QFETCH(QByteArray, file);
        const QString region = import(file.constData());
        QVERIFY(!region.isEmpty());
        const auto picture = ReferencePicture::draw(region, camera);
        QVERIFY2(picture.trouble().isEmpty(), qPrintable(picture.trouble()));
        QVERIFY(looksLike(picture.at(place(22, 53, 99.6)), Paint::Red)); // the pitched roof
        const QColor flat = picture.at(place(57, 57, 110));              // and the flat one
        QVERIFY2(flat.hsvSaturation() < 40 && flat.value() > 150, qPrintable(flat.name()));
        if (!picture.isSoftware())
            QSKIP("The references were made by Mesa's software renderer.");
        const QString difference = picture.differenceFrom(QStringLiteral("houses"));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    /// Photographs with coordinates of their own and with places on the ground, and a plain colour.
    void textures()
    {
        const QString region = import("textured.gml");
        QVERIFY(!region.isEmpty());
        const auto picture = ReferencePicture::draw(region, camera);
        QVERIFY2(picture.trouble().isEmpty(), qPrintable(picture.trouble()));
        QVERIFY(looksLike(picture.at(place(53, 50, 106)), Paint::Red)); // the tower's front, four quarters
        QVERIFY(looksLike(picture.at(place(61, 50, 106)), Paint::Green));
        QVERIFY(looksLike(picture.at(place(53, 50, 94)), Paint::Blue));
        QVERIFY(looksLike(picture.at(place(61, 50, 94)), Paint::Yellow));
        QVERIFY(looksLike(picture.at(place(16, 53.5, 100)), Paint::Blue)); // the roof seen from above, its south side
        QVERIFY(looksLike(picture.at(place(28, 53.5, 100)), Paint::Yellow));
        QVERIFY(looksLike(picture.at(place(57, 57, 110)), Paint::Teal));
        if (!picture.isSoftware())
            QSKIP("The references were made by Mesa's software renderer.");
        const QString difference = picture.differenceFrom(QStringLiteral("textured"));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(ModelPicturesTest)
#include "tst_model_pictures.moc"
