// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/XyzReader.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <zlib.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::geo;

/// Lists of points as the surveys deliver them, and as people make them.
class XyzTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray& text)
    {
        static constexpr const char* name = "punkte.xyz";
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    static QByteArrayList sortedLines(int columns, int rows)
    {
        QByteArrayList lines;
        for (int row = rows - 1; row >= 0; --row)
            for (int column = 0; column < columns; ++column)
                lines.append(QByteArray::number(392000.5 + column, 'f', 2) + ' ' +
                             QByteArray::number(5708000.5 + row, 'f', 2) + ' ' +
                             QByteArray::number(100 + column + row / 10.0, 'f', 2));
        return lines;
    }

    static bool isTheGrid(const HeightGrid& grid, int columns, int rows)
    {
        if (grid.columns != columns || grid.rows != rows || grid.west != 392000.5 ||
            grid.north != 5708000.5 + rows - 1 || grid.spacingX != 1 || grid.spacingY != 1)
            return false;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const double expected = 100 + column + (rows - 1 - row) / 10.0;
                const float found = grid.heights[std::size_t(row * columns + column)];
                if (std::abs(double(found) - expected) > 1e-4)
                    return false;
            }
        return true;
    }

private Q_SLOTS:
    void orderDoesNotMatter()
    {
        QByteArrayList lines = sortedLines(37, 21);
        const auto sorted = readXyz(write(lines.join('\n') + '\n'), {});
        QVERIFY(sorted && isTheGrid(*sorted, 37, 21));
        QCOMPARE(sorted->points, 37 * 21);
        std::reverse(lines.begin(), lines.end());
        const auto reversed = readXyz(write(lines.join("\r\n")), {});
        QVERIFY(reversed && isTheGrid(*reversed, 37, 21));
        std::mt19937 random(7); // NOLINT: the same order every time
        std::shuffle(lines.begin(), lines.end(), random);
        const auto shuffled = readXyz(write(lines.join('\n')), {});
        QVERIFY(shuffled && isTheGrid(*shuffled, 37, 21));
    }

    void notationsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tabs") << QByteArray("1\t2\t3\n2\t2\t4\n1\t1\t5\n2\t1\t6\n");
        QTest::newRow("comma separated") << QByteArray("1,2,3.0\n2,2,4.0\n1,1,5.0\n2,1,6.0\n");
        QTest::newRow("decimal comma") << QByteArray("1,0;2,0;3,0\n2,0;2,0;4,0\n1,0;1,0;5,0\n2,0;1,0;6,0\n");
        QTest::newRow("heading, BOM") << QByteArray("\xEF\xBB\xBFX Y Z\n1 2 3\n2 2 4\n1 1 5\n2 1 6\n");
        QTest::newRow("blank lines, more columns") << QByteArray("1 2 3 255 0\n\n2 2 4 1 1\n  1 1 5\n2 1 6\n\n");
        QTest::newRow("exponents") << QByteArray("1e0 2E0 3\n2 2 4\n1 1 5\n2 1 +6.0\n");
        QTest::newRow("zone prefix stays") << QByteArray("1 2 3\n2 2 4\n1 1 5\n2 1 6");
    }

    void notationsAreUnderstood()
    {
        QFETCH(QByteArray, text);
        const auto grid = readXyz(write(text), {});
        QVERIFY2(grid, grid ? "" : qPrintable(grid.error().toText() + grid.error().detail));
        QCOMPARE(grid->columns, 2);
        QCOMPARE(grid->rows, 2);
        QCOMPARE(grid->heights, (std::vector<float>{3, 4, 5, 6}));
    }

    void gapsAndImpossibleHeightsAreNoData()
    {
        const auto grid = readXyz(write("0 20 1\n10 20 2\n20 20 -9999\n0 10 4\n20 10 nan\n0 0 7\n10 0 99999\n"), {});
        QVERIFY(grid);
        QCOMPARE(grid->columns, 3);
        QCOMPARE(grid->spacingX, 10.0);
        QCOMPARE(grid->outliers, 2);
        const std::vector<int> present{0, 1, 3, 6};
        for (int i = 0; i < 9; ++i)
            QCOMPARE(!std::isnan(grid->heights[std::size_t(i)]),
                     std::find(present.begin(), present.end(), i) != present.end());
    }

    void gzipIsReadAndCutGzipRefused()
    {
        const QByteArray text = sortedLines(200, 50).join('\n');
        const QString path = m_folder.filePath(QStringLiteral("a.xyz.gz"));
        const gzFile out = gzopen(QFile::encodeName(path).constData(), "wb");
        QCOMPARE(gzwrite(out, text.constData(), unsigned(text.size())), int(text.size()));
        gzclose(out);
        QVERIFY(looksLikeXyz(path));
        const auto grid = readXyz(path, {});
        QVERIFY(grid && isTheGrid(*grid, 200, 50));
        QFile file(path);
        QVERIFY(file.resize(file.size() / 2));
        const auto cut = readXyz(path, {});
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::MalformedData);
    }

    void whatIsNoGridIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("dies ist kein Gitter\n").repeated(100);
        QTest::newRow("one point") << QByteArray("1 2 3\n");
        QTest::newRow("one line") << QByteArray("1 2 3\n2 2 3\n3 2 3\n");
        QTest::newRow("scattered") << QByteArray("0.001 0.003 1\n53712.123 9123.777 2\n1234.567 40000.123 3\n");
        QTest::newRow("rubbish in between") << QByteArray("1 2 3\n2 2 4\nx y z\n2 1 6\n");
        QTest::newRow("two numbers") << QByteArray("1 2\n").repeated(50);
        QTest::newRow("huge") << QByteArray("1e300 2 3\n2 2 3\n");
        QTest::newRow("binary") << QByteArray(20000, '\x01');
    }

    void whatIsNoGridIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto grid = readXyz(write(text), {});
        QVERIFY(!grid);
        QCOMPARE(grid.error().code, ErrorCode::MalformedData);
        QVERIFY(!grid.error().effectiveRemedy().isEmpty());
    }

    /// .txt and .csv may hold either: the heading and the points decide.
    void listsAndTables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const QByteArray grid = sortedLines(30, 20).join('\n');
        QTest::newRow("grid") << grid << int(PointList::Grid);
        QTest::newRow("grid with heading")
            << QByteArray("x;y;z\r\n") + QByteArray(grid).replace(' ', ';').replace('\n', "\r\n")
            << int(PointList::Grid);
        QTest::newRow("grid with remarks") << QByteArray("# DGM1\n") + grid << int(PointList::Grid);
        QTest::newRow("grid of a survey")
            << QByteArray("\xEF\xBB\xBF\"Rechtswert\",\"Hochwert\",\"Hoehe\"\n") + QByteArray(grid).replace(' ', ',')
            << int(PointList::Grid);
        QTest::newRow("shuffled") << QByteArray("10 0 1\n0 10 2\n10 10 3\n0 0 4\n20 0 5\n20 10 6\n")
                                  << int(PointList::Grid);
        QTest::newRow("other columns") << QByteArray("x;y;anzahl\n1;2;3\n2;2;4\n1;1;5\n") << int(PointList::Table);
        QTest::newRow("numbers of trees")
            << QByteArray("nr;ost;nord\n1;392000.5;5708000.25\n2;392100.75;5708111\n") << int(PointList::Table);
        QTest::newRow("scattered places") << QByteArray("x;y;z\n392000.53;5708000.25;90\n392100.75;5708111.1;91\n"
                                                        "392012.1;5708054.87;92\n392077.77;5708003.3;90\n")
                                          << int(PointList::Table);
        QTest::newRow("whole metres, few")
            << QByteArray("x,y,h\n392000,5708000,90\n392100,5708117,91\n392013,5708054,92\n") << int(PointList::Table);
        QTest::newRow("scattered without heading") << QByteArray("392000.53 5708000.25 90\n392100.75 5708111.1 91\n")
                                                   << int(PointList::Grid); // no table could name its columns
        QTest::newRow("words") << QByteArray("name;strasse\nA;B\n") << int(PointList::None);
        QTest::newRow("empty") << QByteArray() << int(PointList::None);
    }

    void listsAndTables()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QCOMPARE(int(pointListOf(write(text))), kind);
    }

    void missingFileAndCancel()
    {
        QCOMPARE(readXyz(m_folder.filePath(QStringLiteral("nichts.xyz")), {}).error().code, ErrorCode::NotFound);
        const CancellationToken cancel;
        cancel.cancel();
        const auto grid = readXyz(write(sortedLines(400, 400).join('\n')), cancel);
        QVERIFY(!grid);
        QCOMPARE(grid.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(XyzTest)
#include "tst_xyz.moc"
