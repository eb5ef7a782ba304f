// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ControlPoints.h"

#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::geo;

/// Old maps laid on the ground by points known in both.
class ControlPointsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    /// 0.5 m a pixel, turned by 10°, the first pixel's corner at (392000, 5709000).
    static ControlPoint turned(double column, double row)
    {
        const double c = std::cos(0.17453292519943295) / 2;
        const double s = std::sin(0.17453292519943295) / 2;
        return {QString(), column, row, 392000 + column * c - row * s, 5709000 - column * s - row * c};
    }

private Q_SLOTS:
    void affineIsFoundExactly()
    {
        const std::vector<ControlPoint> points{turned(0, 0), turned(4000, 100), turned(300, 3000), turned(3900, 2900)};
        const auto fit = ControlPointFit::make(points, 1);
        QVERIFY(fit);
        QVERIFY2(fit->rmsMetres() < 1e-6, qPrintable(QString::number(fit->rmsMetres())));
        const ControlPoint known = turned(1234.5, 567.25);
        const auto ground = fit->toGround(known.column, known.row);
        QVERIFY(std::hypot(ground[0] - known.easting, ground[1] - known.northing) < 1e-6);
        const auto picture = fit->toPicture(known.easting, known.northing);
        QVERIFY(picture && std::hypot((*picture)[0] - known.column, (*picture)[1] - known.row) < 1e-5);
    }

    void residualsNameTheBadPoint()
    {
        std::vector<ControlPoint> points;
        for (int i = 0; i < 9; ++i)
            points.push_back(turned(i % 3 * 1500, i / 3 * 1500)); // NOLINT: whole steps
        points[4].easting += 9;
        const auto fit = ControlPointFit::make(points, 1);
        QVERIFY(fit);
        // The middle point has weight 1/9 in an affine fit of a 3 × 3 grid: 8 of its 9 metres stay as residual.
        QVERIFY(std::abs(fit->residuals()[4].eastMetres + 8) < 1e-6);
        QVERIFY(std::abs(fit->residuals()[0].eastMetres - 1) < 1e-6);
        QVERIFY(std::abs(fit->rmsMetres() - std::sqrt((64 + 8) / 9.0)) < 1e-6);
    }

    void secondDegreeIsFoundAndInverted()
    {
        std::vector<ControlPoint> points;
        for (int i = 0; i < 25; ++i) {
            ControlPoint point = turned(i % 5 * 1000, i / 5 * 750); // NOLINT: whole steps
            const double u = point.column / 4000;
            const double v = point.row / 3000;
            point.easting += 12 * u * u - 7 * u * v;
            point.northing += 5 * v * v + 3 * u * v;
            points.push_back(point);
        }
        const auto fit = ControlPointFit::make(points); // free choice: ten points and a far smaller error
        QVERIFY(fit);
        QCOMPARE(fit->order(), 2);
        QVERIFY(fit->rmsMetres() < 1e-6);
        for (const ControlPoint& point : points) {
            const auto place = fit->toPicture(point.easting, point.northing);
            QVERIFY(place && std::hypot((*place)[0] - point.column, (*place)[1] - point.row) < 1e-4);
        }
    }

    void tooFewOrInOneLineIsRefused()
    {
        QVERIFY(!ControlPointFit::make({turned(0, 0), turned(1, 1)}));
        QVERIFY(!ControlPointFit::make({turned(0, 0), turned(100, 100), turned(200, 200), turned(300, 300)}));
        QVERIFY(!ControlPointFit::make({turned(0, 0), turned(9, 0), turned(0, 9), turned(9, 9)}, 2));
        QVERIFY(!ControlPointFit::make({turned(5, 5), turned(5, 5), turned(5, 5)}));
    }

    void qgisPointsAreRead()
    {
        const QString path = write("karte.points", "#CRS: EPSG:25832\n"
                                                   "mapX,mapY,sourceX,sourceY,enable,dX,dY,residual\n"
                                                   "392000,5709000,10.5,-20.25,1,0,0,0\n"
                                                   "392100,5709000,110.5,-20.25,0,0,0,0\n"
                                                   "392000,5708900,10.5,-120.25,1,0,0,0\n");
        const auto points = readControlPoints(path, {});
        QVERIFY2(points, points ? "" : qPrintable(points.error().detail));
        QCOMPARE(points->size(), 2U);
        QCOMPARE(points->at(0).row, 20.25);
        QCOMPARE(points->at(1).northing, 5708900.0);
        QCOMPARE(points->at(1).name, QStringLiteral("2"));
    }

    void tableIsReadAndTransformed()
    {
        // 7.4653° E, 51.5136° N: the Reinoldikirche in Dortmund, by cs2cs 393536.8, 5708176.3.
        const QString path = write("karte.csv", "name;column;row;easting;northing\nTurm;100,5;200;7,4653;51,5136\n");
        QCOMPARE(readControlPoints(path, {}).error().code, ErrorCode::MissingCrs);
        const auto points = readControlPoints(path, QStringLiteral("EPSG:4326"));
        QVERIFY(points);
        QCOMPARE(points->front().name, QStringLiteral("Turm"));
        QCOMPARE(points->front().column, 100.5);
        QVERIFY2(std::abs(points->front().easting - 393536) < 300 && std::abs(points->front().northing - 5708176) < 600,
                 qPrintable(QStringLiteral("%1 %2").arg(points->front().easting).arg(points->front().northing)));
    }

    void rubbishIsRefused()
    {
        QCOMPARE(readControlPoints(write("a.csv", "a,b\n1,2\n"), {}).error().code, ErrorCode::MalformedData);
        QCOMPARE(readControlPoints(write("b.csv", "column,row,easting,northing\n1,2,x,4\n"), {}).error().code,
                 ErrorCode::MalformedData);
        QCOMPARE(readControlPoints(m_folder.filePath(QStringLiteral("fehlt")), {}).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(ControlPointsTest)
#include "tst_controlpoints.moc"
