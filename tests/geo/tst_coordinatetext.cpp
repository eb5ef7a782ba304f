// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expected values: cs2cs (PROJ 9.1.1, with BETA2007) and GeographicLib's GeoConvert, both called by hand.
#include "geo/text/CoordinateText.h"

#include <cmath>

#include <QTest>

using namespace twin;
using namespace twin::geo;

Q_DECLARE_METATYPE(twin::geo::CoordinateNotation)

class CoordinateTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("easting");
        QTest::addColumn<double>("northing");
        QTest::addColumn<CoordinateNotation>("notation");
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char* text, double easting, double northing, CoordinateNotation notation,
                            double tolerance) {
            QTest::newRow(text) << QString::fromUtf8(text) << easting << northing << notation << tolerance;
        };
        const auto utm = CoordinateNotation::Utm;
        for (const char* text : {"392514 5708120", "392514,5708120", "392514;5708120", " 392514 / 5708120 ",
                                 "32392514 5708120", "32 392514 5708120", "32U 392514 5708120", "32 U 392514 5708120",
                                 "392 514 5 708 120", "392.514 5.708.120", "392514 E 5708120 N", "392514O 5708120N",
                                 "E 392514 N 5708120", "O=392514 N=5708120", "392 514 O  5 708 120 N",
                                 "392514 mE 5708120 mN", "5708120 392514", "N 5708120 E 392514", "32N 392514 5708120"})
            row(text, 392514, 5708120, utm, 0.001);
        row("392514,25 5708120,5", 392514.25, 5708120.5, utm, 0.001);
        row("392514.25, 5708120.5", 392514.25, 5708120.5, utm, 0.001);
        row("392 514,25 5 708 120,50", 392514.25, 5708120.5, utm, 0.001);
        // echo "390000 5710000" | cs2cs EPSG:25832 EPSG:25831
        row("31U 806127.880 5718048.824", 390000, 5710000, utm, 0.05);

        const auto wgs84 = CoordinateNotation::Geographic;
        for (const char* text : {"51.5142, 7.4653",
                                 "51.5142 7.4653",
                                 "51,5142 7,4653",
                                 "51,5142; 7,4653",
                                 "51,5142, 7,4653",
                                 "51.5142,7.4653",
                                 "51.5142° N, 7.4653° E",
                                 "51.5142N 7.4653O",
                                 "N51.5142 E7.4653",
                                 "7.4653 E 51.5142 N",
                                 "E 7.4653 N 51.5142",
                                 "lat 51.5142 lon 7.4653",
                                 "Breite: 51,5142 Länge: 7,4653",
                                 "7.4653, 51.5142",
                                 "+51.5142 +7.4653",
                                 "51°30'51.12\"N 7°27'55.08\"E",
                                 "51°30′51.12″N 7°27′55.08″O",
                                 "51° 30' 51,12'' N, 7° 27' 55,08'' E",
                                 "51 30 51.12 N 7 27 55.08 E",
                                 "N 51° 30' 51.12\" E 7° 27' 55.08\"",
                                 "51 30 51.12, 7 27 55.08",
                                 "51° 30.852' N 7° 27.918' E",
                                 "51 30.852 7 27.918"})
            row(text, 393508.235, 5708124.909, wgs84, 0.02);

        const auto mgrs = CoordinateNotation::Mgrs;
        for (const char* text : {"32U LC 93 08", "32ULC9308", "32u lc 93 08", "LC 93 08", "LC9308", "32 U LC 9308"})
            row(text, 393500, 5708500, mgrs, 0.001);
        row("32U LC 92514 08120", 392514.5, 5708120.5, mgrs, 0.001);
        row("32ULC9251408120", 392514.5, 5708120.5, mgrs, 0.001);
        row("32U LC 925 081", 392550, 5708150, mgrs, 0.001);
        row("32U LC", 350000, 5750000, mgrs, 0.001);
        row("MB 0070 9980", 400705, 5699805, mgrs, 0.001);

        const auto gk = CoordinateNotation::GaussKrueger;
        for (const char* text : {"2601759.895 5709871.3", "2 601 759,895 5 709 871,3", "R 2601759.895 H 5709871.3",
                                 "5709871.3 2601759.895", "R: 2601759.895 H: 5709871.3"})
            row(text, 393508.235, 5708124.909, gk, 0.02);
        row("3393539.889 5709967.644", 393508.235, 5708124.909, gk, 0.02);
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(double, easting);
        QFETCH(double, northing);
        QFETCH(CoordinateNotation, notation);
        QFETCH(double, tolerance);
        const auto reading = m_text.read(text);
        QVERIFY(reading);
        QCOMPARE(int(reading->notation), int(notation));
        const double away =
            std::hypot(reading->position.eastingMetres - easting, reading->position.northingMetres - northing);
        QVERIFY2(away <= tolerance, qPrintable(QStringLiteral("%1 %2")
                                                   .arg(reading->position.eastingMetres, 0, 'f', 3)
                                                   .arg(reading->position.northingMetres, 0, 'f', 3)));
    }

    void sizesOfMgrsSquares()
    {
        QCOMPARE(m_text.read(QStringLiteral("32U LC 93 08"))->squareMetres, 1000.0);
        QCOMPARE(m_text.read(QStringLiteral("32U LC 92514 08120"))->squareMetres, 1.0);
        QCOMPARE(m_text.read(QStringLiteral("51.5 7.5"))->squareMetres, 0.0);
    }

    void leavesOtherTextsAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 " ",
                                 "Hauptstraße 12",
                                 "44135 Dortmund",
                                 "12 34",
                                 "392514",
                                 "5708120",
                                 "392514 570812",
                                 "392514 9708120",
                                 "7708120 5708120",
                                 "A45",
                                 "B 1",
                                 "RB43",
                                 "U 43",
                                 "S 4 12",
                                 "DENW00000012",
                                 "LC",
                                 "LC 93",
                                 "LC 93 0",
                                 "LC 933 08",
                                 "32U OI 93 08",
                                 "99X LC 93 08",
                                 "51.5142",
                                 "91.5 7.4 N",
                                 "51.5 N 7.4 N",
                                 "51 70 7 80",
                                 "95.1 N 200.3 E",
                                 "Am Ring 51, 7",
                                 "1.5, 2",
                                 "32U LC 93081231231"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("very long") << QString(100'000, QLatin1Char('5'));
        QTest::newRow("many spaces") << QStringLiteral("5 ").repeated(20'000);
    }
    void leavesOtherTextsAlone()
    {
        QFETCH(QString, text);
        QVERIFY(!m_text.read(text));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<double>("easting");
        QTest::addColumn<double>("northing");
        QTest::newRow("Dortmund") << 393508.235 << 5708124.909;
        QTest::newRow("Schwerte") << 400387.679 << 5700353.695;
        QTest::newRow("north-west") << 384093.159 << 5711390.777;
    }
    void writesWhatItReads()
    {
        QFETCH(double, easting);
        QFETCH(double, northing);
        const ProjectedPosition place{easting, northing, 0};
        const auto degrees = m_text.degrees(place);
        QVERIFY(degrees);
        const auto gk = m_text.gaussKrueger(place);
        QVERIFY(gk);
        QCOMPARE(int(gk->first / 1e6), 2);
        for (const QString& text :
             {QStringLiteral("%1 %2").arg(degrees->latitude, 0, 'f', 7).arg(degrees->longitude, 0, 'f', 7),
              QStringLiteral("%1 %2").arg(gk->first, 0, 'f', 2).arg(gk->second, 0, 'f', 2), m_text.mgrs(place)}) {
            const auto back = m_text.read(text);
            QVERIFY2(back, qPrintable(text));
            const double away =
                std::hypot(back->position.eastingMetres - easting, back->position.northingMetres - northing);
            QVERIFY2(away < (back->notation == CoordinateNotation::Mgrs ? 0.8 : 0.03), qPrintable(text));
        }
    }

    void knownValues()
    {
        const ProjectedPosition reinoldi{393508.235, 5708124.909, 0};
        QVERIFY(std::abs(m_text.degrees(reinoldi)->latitude - 51.5142) < 1e-7);
        QVERIFY(std::abs(m_text.degrees(reinoldi)->longitude - 7.4653) < 1e-7);
        QVERIFY(std::abs(m_text.gaussKrueger(reinoldi)->first - 2601759.895) < 0.02);
        QVERIFY(std::abs(m_text.gaussKrueger(reinoldi)->second - 5709871.300) < 0.02);
        QCOMPARE(m_text.mgrs({392514, 5708120, 0}), QStringLiteral("32U LC 92514 08120"));
        QCOMPARE(m_text.mgrs({400700, 5699800, 0}, 2), QStringLiteral("32U MB 00 99"));
        QCOMPARE(m_text.mgrs({1e9, 5699800, 0}), QString());
        QCOMPARE(int(m_text.gaussKrueger({452000, 5700000, 0})->first / 1e6), 3); // 8.3° East
    }

private:
    CoordinateText m_text;
};

QTEST_APPLESS_MAIN(CoordinateTextTest)
#include "tst_coordinatetext.moc"
