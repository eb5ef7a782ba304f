// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged and lying point clouds: what can be read is read, the rest is named, nothing else happens.
#include "pointcloud/LasFile.h"
#include "pointcloud/PointCloudReader.h"

#include <mutex>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestPointCloudHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadHeaders_data();
    void refusesBadHeaders();
    void keepsWhatIsThere();
    void countsDamagedChunks();
    void refusesWhatLiesElsewhere();
    void takesTheCrsOfTheFile();
    void stopsWithTheSink();

private:
    [[nodiscard]] static QByteArray sample(const char* name)
    {
        QFile file(QStringLiteral(TWIN_TEST_DATA "/pointcloud/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString written(const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("cloud.laz"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    QTemporaryDir m_folder;
};

namespace {

const QString crs = QStringLiteral("EPSG:25832+7837");

class Counting : public PointSink {
public:
    Result<void> accept(PointBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        points += std::int64_t(batch.positions.size());
        return refuses ? failure(ErrorCode::ResourceExhausted, QStringLiteral("full")) : Result<void>();
    }
    std::int64_t points = 0;
    bool refuses = false;

private:
    std::mutex m_mutex;
};

template <class T> QByteArray with(QByteArray bytes, qsizetype at, T value)
{
    return bytes.replace(at, sizeof value, reinterpret_cast<const char*>(&value), sizeof value);
}

/// A record of the LASF_Projection user put before the points of an uncompressed file.
QByteArray withRecord(const QByteArray& file, quint16 id, const QByteArray& data)
{
    QByteArray record(54, '\0');
    record.replace(2, 15, "LASF_Projection");
    record = with(with(record, 18, id), 20, quint16(data.size())) + data;
    const quint16 header = *reinterpret_cast<const quint16*>(file.constData() + 94);
    QByteArray result = file.left(header) + record + file.mid(header);
    result = with(result, 96, quint32(*reinterpret_cast<const quint32*>(file.constData() + 96) + record.size()));
    return with(result, 100, quint32(*reinterpret_cast<const quint32*>(file.constData() + 100) + 1));
}

QStringList reasonsOf(const std::vector<Issue>& issues)
{
    QStringList reasons;
    for (const Issue& issue : issues)
        reasons << issue.reason;
    return reasons;
}

} // namespace

void TestPointCloudHostile::refusesBadHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray las = sample("format1.las");
    const QByteArray laz = sample("format7.laz");
    QTest::newRow("empty") << QByteArray() << ErrorCode::UnsupportedFormat;
    QTest::newRow("text") << QByteArray("east;north;height\n1;2;3\n") << ErrorCode::UnsupportedFormat;
    QTest::newRow("cut header") << las.left(200) << ErrorCode::MalformedData;
    QTest::newRow("version 2.0") << with(las, 24, quint8(2)) << ErrorCode::UnsupportedVersion;
    QTest::newRow("point format 11") << with(las, 104, quint8(11)) << ErrorCode::UnsupportedFormat;
    QTest::newRow("short records") << with(las, 105, quint16(20)) << ErrorCode::MalformedData;
    QTest::newRow("points beyond the file") << with(las, 96, quint32(0x7FFFFFFF)) << ErrorCode::MalformedData;
    QTest::newRow("scale 0") << with(las, 131, 0.0) << ErrorCode::MalformedData;
    QTest::newRow("offset NaN") << with(las, 155, std::numeric_limits<double>::quiet_NaN()) << ErrorCode::MalformedData;
    QTest::newRow("no points") << with(las, 107, quint32(0)) << ErrorCode::NoData;
    QTest::newRow("extent NaN") << with(las, 179, std::numeric_limits<double>::infinity()) << ErrorCode::OutOfRegion;
    QTest::newRow("compressed without a record on how") << with(las, 104, quint8(0x81)) << ErrorCode::MalformedData;
    const qsizetype record = laz.indexOf("laszip encoded") - 2 + 54;
    QTest::newRow("compressor 1") << with(laz, record, quint16(1)) << ErrorCode::UnsupportedVersion;
    QTest::newRow("item version 9") << with(laz, record + 38, quint16(9)) << ErrorCode::UnsupportedVersion;
    QTest::newRow("item size") << with(laz, record + 36, quint16(31)) << ErrorCode::UnsupportedVersion;
    QTest::newRow("many items") << with(laz, record + 32, quint16(60000)) << ErrorCode::MalformedData;
    QTest::newRow("no chunk table") << laz.left(laz.size() - 40) << ErrorCode::MalformedData;
    QTest::newRow("table beyond the file")
        << with(laz, qsizetype(*reinterpret_cast<const quint32*>(laz.constData() + 96)), qint64(1) << 60)
        << ErrorCode::MalformedData;
    QTest::newRow("more points than chunks hold") << with(laz, 247, quint64(1) << 50) << ErrorCode::MalformedData;
}

void TestPointCloudHostile::refusesBadHeaders()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    Counting sink;
    std::vector<Issue> issues;
    const auto source = pointcloud::read(written(bytes), {crs, 1}, sink, issues, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code, code);
    QVERIFY(!source.error().summary.isEmpty());
    QCOMPARE(sink.points, std::int64_t(0));
}

void TestPointCloudHostile::keepsWhatIsThere()
{
    const QByteArray las = sample("format1.las");
    Counting sink;
    std::vector<Issue> issues;
    const auto source = pointcloud::read(written(las.left(las.size() / 2)), {crs, 2}, sink, issues, {}, {});
    QVERIFY(source);
    QVERIFY(sink.points > 500 && sink.points < 600);
    QVERIFY(reasonsOf(issues).contains(QStringLiteral("file.truncated")));
}

void TestPointCloudHostile::countsDamagedChunks()
{
    // Layers that claim to be empty: the first point is there, the others are not.
    const QByteArray laz = sample("format7.laz");
    const auto at = qsizetype(*reinterpret_cast<const quint32*>(laz.constData() + 96)) + 8 + 36 + 4;
    Counting sink;
    std::vector<Issue> issues;
    const auto source = pointcloud::read(written(with(laz, at, quint32(0))), {crs, 1}, sink, issues, {}, {});
    QVERIFY(reasonsOf(issues).contains(QStringLiteral("points.damaged")));
    QVERIFY(sink.points < 1200);
}

void TestPointCloudHostile::refusesWhatLiesElsewhere()
{
    Counting sink;
    std::vector<Issue> issues;
    const auto source =
        pointcloud::read(written(sample("format1.las")), {QStringLiteral("EPSG:4326"), 1}, sink, issues, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code, ErrorCode::OutOfRegion);
    const auto without = pointcloud::read(written(sample("format1.las")), {{}, 1}, sink, issues, {}, {});
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::MissingCrs);
    QVERIFY(without.error().remedy.contains(QLatin1String("--crs")));
}

void TestPointCloudHostile::takesTheCrsOfTheFile()
{
    const auto crsOf = [this](const QByteArray& bytes) {
        const auto source = pointcloud::inspect(written(bytes), {{}, 1});
        return source ? source->info.crs : source.error().summary;
    };
    const QByteArray las = sample("format1.las");
    // GeoTIFF keys: version, then ProjectedCSTypeGeoKey and VerticalCSTypeGeoKey.
    const std::array<quint16, 12> keys{1, 1, 0, 2, 3072, 0, 1, 25832, 4096, 0, 1, 7837};
    QCOMPARE(crsOf(withRecord(las, 34735, QByteArray(reinterpret_cast<const char*>(keys.data()), sizeof keys))),
             QStringLiteral("EPSG:25832+7837"));
    const QByteArray wkt =
        "PROJCS[\"ETRS89 / UTM zone 32N\",GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\","
        "SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
        "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",9],"
        "PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],"
        "UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"25832\"]]";
    QCOMPARE(crsOf(withRecord(las, 2112, wkt)), QStringLiteral("EPSG:25832"));
    QVERIFY(!pointcloud::inspect(written(withRecord(las, 2112, "PROJCS[[[")), {{}, 1}));
}

void TestPointCloudHostile::stopsWithTheSink()
{
    Counting sink;
    sink.refuses = true;
    std::vector<Issue> issues;
    const auto source = pointcloud::read(written(sample("format3.laz")), {crs, 2}, sink, issues, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code, ErrorCode::ResourceExhausted);
}

QTEST_GUILESS_MAIN(TestPointCloudHostile)
#include "tst_hostile.moc"
