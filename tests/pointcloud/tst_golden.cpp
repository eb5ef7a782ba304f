// SPDX-License-Identifier: GPL-3.0-or-later
// Every point of many clouds against sums that laspy and lazrs made (make_clouds.py): all point formats, LAS and LAZ,
// and the files that are at hand.
#include "pointcloud/LasFile.h"
#include "pointcloud/laz/Predictors.h"
#include "pointcloud/PointCloudReader.h"

#include <cmath>
#include <mutex>

#include <QFileInfo>
#include <QTest>

using namespace twin;
using namespace twin::pointcloud;

class TestPointCloudGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesLikeTheOther_data();
    void decodesLikeTheOther();
    void readsLikeTheOther_data();
    void readsLikeTheOther();
};

namespace {

/// The columns of expected.csv.
struct Sums {
    std::int64_t points = 0;
    std::int64_t withheld = 0;
    std::array<double, 9> values{};

    void add(double x, double y, double z, const PointAttributes& a)
    {
        values[0] += x;
        values[1] += y;
        values[2] += z;
        values[3] += a.intensity;
        values[4] += a.classification;
        values[5] += a.flightLine;
        values[6] += a.gpsTimeSeconds;
        values[7] += a.red + 3.0 * a.green + 7.0 * a.blue;
        values[8] += x * (1 + a.classification) + z * a.intensity + double(a.red) * a.classification;
    }
};

void rowsOf(const QString& table, const QString& folder)
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("expected");
    QFile file(QStringLiteral(TWIN_TEST_DATA "/pointcloud/") + table);
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
        QCOMPARE(cells.size(), 12);
        const QString path = folder + cells[0];
        if (QFileInfo::exists(path))
            QTest::newRow(qPrintable(cells[0])) << path << cells.mid(1);
    }
}

void compare(const Sums& sums, const QStringList& expected)
{
    QCOMPARE(sums.points, expected[0].toLongLong());
    QCOMPARE(sums.withheld, expected[1].toLongLong());
    for (std::size_t i = 0; i < sums.values.size(); ++i) {
        const double other = expected[qsizetype(i) + 2].toDouble();
        const double most = std::max(1e-3, std::abs(other) * 1e-9);
        QVERIFY2(std::abs(sums.values[i] - other) <= most, qPrintable(QStringLiteral("column %1: %2, expected %3")
                                                                          .arg(i + 3)
                                                                          .arg(sums.values[i], 0, 'f', 6)
                                                                          .arg(other, 0, 'f', 6)));
    }
}

class Summing : public PointSink {
public:
    explicit Summing(const std::array<double, 3>& least) : m_least(least) {}
    Result<void> accept(PointBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < batch.positions.size(); ++i) {
            const ProjectedPosition& p = batch.positions[i];
            sums.add(p.eastingMetres - m_least[0], p.northingMetres - m_least[1], p.heightMetres - m_least[2],
                     batch.attributes[i]);
            ++sums.points;
        }
        return {};
    }
    Sums sums;

private:
    std::array<double, 3> m_least;
    std::mutex m_mutex;
};

} // namespace

void TestPointCloudGolden::decodesLikeTheOther_data()
{
    rowsOf(QStringLiteral("expected.csv"), QStringLiteral(TWIN_TEST_DATA "/pointcloud/"));
#ifdef TWIN_SHARED_DIR
    rowsOf(QStringLiteral("shared.csv"), QStringLiteral(TWIN_SHARED_DIR "/data/"));
#endif
}

void TestPointCloudGolden::decodesLikeTheOther()
{
    QFETCH(const QString, path);
    QFETCH(const QStringList, expected);
    const auto header = readHeader(path);
    QVERIFY2(header, header ? "" : qPrintable(header.error().detail));
    const auto chunks = findChunks(path, *header);
    QVERIFY2(chunks, chunks ? "" : qPrintable(chunks.error().detail));
    const RecordLayout& layout = layoutOf(header->format);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    Sums sums;
    const auto take = [&](std::span<const std::uint8_t> records) {
        for (std::size_t at = 0; at < records.size(); at += header->recordBytes) {
            const std::uint8_t* const r = records.data() + at;
            ++sums.points;
            if ((layout.isExtended ? r[15] : r[15] >> 5) & 4) {
                ++sums.withheld;
                continue;
            }
            PointAttributes a;
            a.intensity = laz::load<std::uint16_t>(r + 12);
            a.classification = layout.isExtended ? r[16] : r[15] & 31;
            a.flightLine = laz::load<std::uint16_t>(r + (layout.isExtended ? 20 : 18));
            a.gpsTimeSeconds = layout.timeAt > 0 ? laz::load<double>(r + layout.timeAt) : 0;
            if (layout.colourAt > 0) {
                a.red = laz::load<std::uint16_t>(r + layout.colourAt);
                a.green = laz::load<std::uint16_t>(r + layout.colourAt + 2);
                a.blue = laz::load<std::uint16_t>(r + layout.colourAt + 4);
            }
            const auto metres = [&](std::size_t axis) {
                return laz::load<std::int32_t>(r + 4 * axis) * header->scale[axis] + header->offset[axis] -
                       header->least[axis];
            };
            sums.add(metres(0), metres(1), metres(2), a);
        }
        return true;
    };
    for (const laz::Chunk& chunk : *chunks) {
        QVERIFY(file.seek(chunk.offset));
        const QByteArray bytes = file.read(chunk.bytes);
        const std::span data(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size()));
        if (header->compression)
            QCOMPARE(laz::readChunk(data, chunk.points, header->recordBytes, *header->compression, 1000, take),
                     chunk.points);
        else
            take(data);
    }
    compare(sums, expected);
}

void TestPointCloudGolden::readsLikeTheOther_data()
{
    rowsOf(QStringLiteral("expected.csv"), QStringLiteral(TWIN_TEST_DATA "/pointcloud/"));
}

void TestPointCloudGolden::readsLikeTheOther()
{
    QFETCH(const QString, path);
    QFETCH(const QStringList, expected);
    const auto header = readHeader(path);
    QVERIFY(header);
    Summing sink(header->least);
    std::vector<Issue> issues;
    const auto source = pointcloud::read(path, {QStringLiteral("EPSG:25832+7837"), 2}, sink, issues, {}, {});
    QVERIFY2(source, source ? "" : qPrintable(source.error().toText()));
    QCOMPARE(source->points, expected[0].toLongLong());
    QCOMPARE(source->info.crsOrigin, QStringLiteral("--crs"));
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(issues[0].reason, QStringLiteral("points.withheld"));
    sink.sums.withheld = expected[1].toLongLong();
    sink.sums.points += sink.sums.withheld;
    compare(sink.sums, expected);
}

QTEST_GUILESS_MAIN(TestPointCloudGolden)
#include "tst_golden.moc"
