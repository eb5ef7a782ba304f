// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever happens to an import, the package that was there before stays whole.
#include "package/PackageFixture.h"
#include "package/RegionPackage.h"
#include "package/SyntheticCity.h"

#include <csignal>
#include <cstdio>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace twin;

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitDiskFull = 42;

QStringList siblings(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// The child process: writes a package of argv[3] buildings to argv[2]; argv[4]: largest file in bytes, 0: no limit.
int writeAsChild(char** argv)
{
#ifdef Q_OS_UNIX
    if (const auto limit = static_cast<rlim_t>(std::atoll(argv[4])); limit > 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit sizes{limit, limit};
        setrlimit(RLIMIT_FSIZE, &sizes);
    }
#endif
    test::SyntheticCityOptions city;
    city.buildings = std::atoi(argv[3]);
    std::puts("started");
    std::fflush(stdout);
    const auto summary = test::writePackage(QString::fromLocal8Bit(argv[2]), test::makeCity(city), 2);
    if (summary)
        return exitDone;
    return summary.error().code == ErrorCode::ResourceExhausted && !summary.error().effectiveRemedy().isEmpty()
               ? exitDiskFull
               : exitFailed;
}

} // namespace

class PackageAtomicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_region = m_folder->filePath(QStringLiteral("region"));
        QVERIFY(test::writePackage(m_region, test::makeCity({30}), 1).has_value());
    }

    void killedImportLeavesTheOldPackage_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<bool>("early"); ///< so long before the end that the kill cannot come too late
        QTest::newRow("staging folder") << QString() << true;
        QTest::newRow("spilling") << QStringLiteral("scratch/rows.spill") << true;
        QTest::newRow("tiles") << QStringLiteral("buildings") << true;
        QTest::newRow("database") << QStringLiteral("twin.gpkg") << true;
        QTest::newRow("ground") << QStringLiteral("terrain/ground.tif") << false;
        QTest::newRow("description") << QStringLiteral("region.json") << false;
        QTest::newRow("swap") << QStringLiteral("buildings/tileset.json") << false;
    }

    void killedImportLeavesTheOldPackage()
    {
        QFETCH(QString, stage);
        QFETCH(bool, early);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--write"), m_region, QStringLiteral("3000"), QStringLiteral("0")});
        QVERIFY(child.waitForStarted());
        const QString staging = QStringLiteral(".region.importing-%1/").arg(child.processId());
        const QString reached = m_folder->filePath(staging) + stage;
        while (child.state() == QProcess::Running && !QFileInfo::exists(reached))
            child.waitForFinished(1);
        child.kill();
        QVERIFY(child.waitForFinished(20000) || child.state() == QProcess::NotRunning);
        if (early)
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const auto region = package::RegionPackage::open(m_region);
        QVERIFY2(region.has_value(), qPrintable(siblings(m_folder->path()).join(QLatin1Char(' '))));
        const qint64 buildings = (*region)->info().objectCounts.at(QStringLiteral("Building"));
        QVERIFY(buildings == 30 || (!early && buildings == 3000));
        for (const int n : {0, static_cast<int>(buildings) - 1})
            QVERIFY((*region)->object(test::makeBuilding(n, {static_cast<int>(buildings)}).id).has_value());
        QVERIFY(QFile::exists((*region)->buildingsTileset()));
        QVERIFY((*region)->ground().has_value());
        // The next import removes what the killed ones left behind.
        QVERIFY(test::writePackage(m_region, test::makeCity({30}), 1).has_value());
        QCOMPARE(siblings(m_folder->path()).join(QLatin1Char(' ')), QStringLiteral("region"));
    }

    void packageSetAsideByAKilledImportComesBack()
    {
        QVERIFY(QDir().rename(m_region, m_folder->filePath(QStringLiteral(".region.old"))));
        QVERIFY(package::PackageWriter::create(m_region, {}).has_value());
        QVERIFY(package::RegionPackage::open(m_region).has_value());
    }

    void fullDiskIsAnErrorWithRemedy_data()
    {
        QTest::addColumn<QString>("largestFile");
        QTest::newRow("spill") << QStringLiteral("100000");
        QTest::newRow("database") << QStringLiteral("1500000");
    }

    void fullDiskIsAnErrorWithRemedy()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs setrlimit");
#endif
        QFETCH(QString, largestFile);
        const int code = QProcess::execute(QCoreApplication::applicationFilePath(),
                                           {QStringLiteral("--write"), m_region, QStringLiteral("1000"), largestFile});
        QCOMPARE(code, exitDiskFull);
        QCOMPARE(siblings(m_folder->path()), QStringList{QStringLiteral("region")});
        QCOMPARE((*package::RegionPackage::open(m_region))->info().objectCounts.at(QStringLiteral("Building")), 30);
    }

    void cancelledAndAbandonedImportsLeaveNothing()
    {
        const CancellationToken cancel;
        cancel.cancel();
        const auto cancelled = test::writePackage(m_region, test::makeCity({100}), 2, cancel);
        QVERIFY(!cancelled.has_value());
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        {
            const auto writer = package::PackageWriter::create(m_region, {});
            QVERIFY(writer.has_value());
            QVERIFY((*writer)->accept(std::move(test::makeCity({10})[0])).has_value());
            QCOMPARE(siblings(m_folder->path()).size(), 3); // package, staging folder, lock
        }
        QCOMPARE(siblings(m_folder->path()), QStringList{QStringLiteral("region")});
        QCOMPARE((*package::RegionPackage::open(m_region))->info().objectCounts.at(QStringLiteral("Building")), 30);
    }

    void nothingToDrawIsNoData()
    {
        CityObjectBatch batch;
        batch.objects.emplace_back();
        batch.objects.back().id = QStringLiteral("empty");
        std::vector<CityObjectBatch> batches;
        batches.push_back(std::move(batch));
        const auto summary = test::writePackage(m_region, std::move(batches), 1);
        QVERIFY(!summary.has_value());
        QCOMPARE(summary.error().code, ErrorCode::NoData);
        QVERIFY(package::RegionPackage::open(m_region).has_value());
    }

    void foreignFoldersAreNotReplaced()
    {
        const QString foreign = m_folder->filePath(QStringLiteral("Fotos"));
        QVERIFY(QDir().mkpath(foreign));
        QVERIFY(package::PackageWriter::create(foreign, {}).has_value()); // empty: fine
        QFile photo(foreign + QStringLiteral("/hochzeit.jpg"));
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.close();
        for (const QString& target : {foreign, photo.fileName()}) {
            const auto writer = package::PackageWriter::create(target, {});
            QVERIFY(!writer.has_value());
            QCOMPARE(writer.error().code, ErrorCode::InvalidParameter);
        }
        QVERIFY(photo.exists());
    }

    void secondImportIntoTheSamePlaceIsRefused()
    {
        const auto first = package::PackageWriter::create(m_region, {});
        QVERIFY(first.has_value());
        const auto second = package::PackageWriter::create(m_region, {});
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, ErrorCode::AccessDenied);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_region;
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 5 && qstrcmp(argv[1], "--write") == 0)
        return writeAsChild(argv);
    PackageAtomicTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_atomic.moc"
