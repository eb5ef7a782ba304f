// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"
#include "app/services/LayerService.h"
#include "app/services/OpenRegion.h"
#include "app/services/RegionCache.h"

#include <mutex>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

/// Raw files and the demo are imported once, and again when they changed.
class RegionCacheTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    RegionCache cache() const { return RegionCache(m_folder.filePath(QStringLiteral("cache"))); }

    Result<QString> imported(const QStringList& sources) const { return cache().imported(sources, {}, {}, {}); }

private Q_SLOTS:
    void initTestCase()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("gml/below"));
        m_file = m_folder.filePath(QStringLiteral("gml/below/houses.gml"));
        QVERIFY(QFile::copy(QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml"), m_file));
        QFile other(m_folder.filePath(QStringLiteral("gml/other.xml")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("<?xml version=\"1.0\"?><metadata/>");
        QFile settings(m_folder.filePath(QStringLiteral("gml/settings.json")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("{\"theme\":\"dark\"}");
    }

    void modelsOfSeveralFormatsBecomeOneRegion()
    {
        const QString json = m_folder.filePath(QStringLiteral("house.city.json"));
        QFile house(json);
        QVERIFY(house.open(QIODevice::WriteOnly));
        house.write(R"({"type":"CityJSON","version":"2.0","metadata":{"referenceSystem":"EPSG:25832"},
"transform":{"scale":[1,1,1],"translate":[393000,5707000,100]},"CityObjects":{"json-house":{"type":"Building","geometry":[
{"type":"Solid","lod":"2","boundaries":[[[[3,2,1,0]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]]}]}},
"vertices":[[0,0,0],[9,0,0],[9,9,0],[0,9,0],[0,0,9],[9,0,9],[9,9,9],[0,9,9]]})");
        house.close();
        const QString unknown = m_folder.filePath(QStringLiteral("picture.gif"));
        QFile gif(unknown);
        QVERIFY(gif.open(QIODevice::WriteOnly));
        gif.write("GIF89a");
        gif.close();
        ImportRequest request;
        request.sources = {m_file, unknown, json};
        request.out = m_folder.filePath(QStringLiteral("mixed"));
        const auto summary = importSources(request, {}, {});
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QCOMPARE(summary->objects.at(QStringLiteral("Building")), 4); // three test houses and this one
        QCOMPARE(summary->issueCounts.at(QStringLiteral("file.not-a-city-model")), 1);
        QCOMPARE(summary->bytesRead, QFileInfo(m_file).size() + QFileInfo(json).size());
        request.sources = {unknown};
        request.out = m_folder.filePath(QStringLiteral("none"));
        const auto nothing = importSources(request, {}, {});
        QVERIFY(!nothing.has_value());
        QCOMPARE(nothing.error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(nothing.error().where.source, unknown);
    }

    void foldersAreSearchedForCityModels()
    {
        const auto files = findSources({m_folder.filePath(QStringLiteral("gml"))});
        QVERIFY(files.has_value());
        QCOMPARE(files->files, QStringList{m_file});
        QCOMPARE(findSources({m_file, m_folder.filePath(QStringLiteral("gml"))})->files.size(), 1);
        QCOMPARE(findSources({m_folder.filePath(QStringLiteral("nowhere"))}).error().code, ErrorCode::NotFound);
        QDir(m_folder.path()).mkpath(QStringLiteral("empty"));
        QCOMPARE(findSources({m_folder.filePath(QStringLiteral("empty"))}).error().code, ErrorCode::NoData);
    }

    void secondOpeningImportsNothing()
    {
        const auto first = imported({m_file});
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().toText()));
        QFile marker(*first + QStringLiteral("/region.json"));
        const QDateTime written = QFileInfo(marker).lastModified();
        QTest::qWait(20);
        const auto second = imported({m_file});
        QVERIFY(second.has_value());
        QCOMPARE(*second, *first);
        QCOMPARE(QFileInfo(*second + QStringLiteral("/region.json")).lastModified(), written);
    }

    void changedFilesAreImportedAgain()
    {
        const auto before = imported({m_file});
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n");
        file.close();
        const auto after = imported({m_file});
        QVERIFY(before && after);
        QVERIFY(*before != *after);
    }

    void aBrokenEntryIsMadeAgain_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("bytes"); // that are left of it; -1: all, one of them another; -2: the file is gone
        QTest::newRow("description gone") << QStringLiteral("region.json") << -2;
        QTest::newRow("database gone") << QStringLiteral("twin.gpkg") << -2;
        QTest::newRow("database cut off") << QStringLiteral("twin.gpkg") << 5000;
        QTest::newRow("database scribbled over") << QStringLiteral("twin.gpkg") << -1;
        QTest::newRow("tiles gone") << QStringLiteral("buildings/tileset.json") << -2;
        QTest::newRow("tiles empty") << QStringLiteral("buildings/tileset.json") << 0;
        QTest::newRow("ground cut off") << QStringLiteral("terrain/ground.tif") << 100;
    }

    void aBrokenEntryIsMadeAgain()
    {
        QFETCH(QString, file);
        QFETCH(int, bytes);
        const auto region = imported({m_file});
        QVERIFY(region.has_value());
        QFile part(*region + QLatin1Char('/') + file);
        QVERIFY(part.open(QIODevice::ReadOnly));
        const QByteArray whole = part.readAll();
        part.close();
        if (bytes == -2) {
            QVERIFY(part.remove());
        } else {
            QTest::qWait(5); // the next millisecond
            QVERIFY(part.open(QIODevice::ReadWrite));
            if (bytes >= 0)
                QVERIFY(part.resize(bytes));
            else
                part.write("x");
            part.close();
        }
        const auto again = imported({m_file});
        QVERIFY(again.has_value());
        QCOMPARE(*again, *region);
        QCOMPARE(QFileInfo(part).size(), whole.size());
        const auto opened = openRegion(*again);
        QVERIFY(opened && opened->problems.empty());
        QVERIFY(opened->package->search(QStringLiteral("Testhaus")).has_value());
    }

    void aRemovedLayerIsNoDamage()
    {
        // As a package with layers has them; what is noted there counts as long as the layer is there.
        const auto region = imported({m_file});
        QVERIFY(region.has_value());
        QDir layers(*region);
        QVERIFY(layers.mkpath(QStringLiteral("layers/karte")));
        QFile data(*region + QStringLiteral("/layers/karte/features.gpkg"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write("x");
        data.close();
        QFile list(*region + QStringLiteral(".files"));
        QVERIFY(list.open(QIODevice::Append));
        list.write("1 " + QByteArray::number(QFileInfo(data).lastModified().toMSecsSinceEpoch()) +
                   " layers/karte/features.gpkg\n");
        list.close();
        const QString description = *region + QStringLiteral("/region.json");
        const QDateTime written = QFileInfo(description).lastModified();
        QTest::qWait(20);
        QVERIFY(imported({m_file}).has_value());
        QCOMPARE(QFileInfo(description).lastModified(), written);
        QVERIFY(QDir(*region + QStringLiteral("/layers/karte")).removeRecursively());
        QVERIFY(imported({m_file}).has_value());
        QCOMPARE(QFileInfo(description).lastModified(), written);
        QVERIFY(layers.mkpath(QStringLiteral("layers/karte"))); // there, but its data is not
        QVERIFY(imported({m_file}).has_value());
        QVERIFY(QFileInfo(description).lastModified() > written);
    }

    /// Whoever added a layer does not lose it because something else is damaged, and the damage is mended.
    void whatSomebodyAddedOutlivesDamage()
    {
        const auto region = imported({m_file});
        QVERIFY(region.has_value());
        services::AddRequest request;
        request.region = *region;
        request.sources = {m_folder.filePath(QStringLiteral("baeume.csv"))};
        QFile trees(request.sources.front());
        QVERIFY(trees.open(QIODevice::WriteOnly) && trees.write("x;y;Art\n393010;5708010;Linde\n") > 0);
        trees.close();
        const auto added = services::addLayers(request, {}, {});
        QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
        const QString history = *region + QStringLiteral("/history.sqlite");
        QFile values(history);
        QVERIFY(values.open(QIODevice::WriteOnly) && values.write("values") > 0);
        values.close();

        for (const char* name : {"/buildings/tileset.json", "/region.json", "/twin.gpkg"}) {
            QVERIFY(QFile::remove(*region + QLatin1String(name)));
            const auto again = imported({m_file});
            QVERIFY2(again, again ? "" : qPrintable(again.error().toText()));
            QCOMPARE(*again, *region);
            QVERIFY2(QFile::exists(*region + QLatin1String(name)), name);
            const auto opened = services::openRegion(*region);
            QVERIFY(opened && opened->problems.empty());
            QCOMPARE(opened->layers.back().info.id, QStringLiteral("baeume"));
            QVERIFY(QFile::exists(history));
            QVERIFY(!QFileInfo::exists(*region + QStringLiteral(".mending")));
        }
        // What is whole is not made again.
        const QDateTime made = QFileInfo(*region + QStringLiteral("/twin.gpkg")).lastModified();
        QVERIFY(imported({m_file}).has_value());
        QCOMPARE(QFileInfo(*region + QStringLiteral("/twin.gpkg")).lastModified(), made);
        QVERIFY(QDir(*region).removeRecursively()); // the next test begins with a whole one
    }

    void unusedEntriesGo()
    {
        const auto region = imported({m_file});
        QVERIFY(region.has_value());
        QFile mark(*region + QStringLiteral(".used"));
        QVERIFY(mark.open(QIODevice::ReadWrite));
        QVERIFY(mark.setFileTime(QDateTime::currentDateTimeUtc().addDays(-31), QFileDevice::FileModificationTime));
        mark.close();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n");
        file.close();
        QVERIFY(imported({m_file}).has_value());
        QVERIFY(!QDir(*region).exists());
    }

    void regionIsOpenedWhole()
    {
        const auto folder = imported({m_file});
        QVERIFY(folder && isRegion(*folder) && !isRegion(m_file));
        const auto region = openRegion(*folder);
        QVERIFY2(region.has_value(), region ? "" : qPrintable(region.error().toText()));
        QVERIFY(region->package && !region->sources.empty() && !region->extent.isEmpty());
        QCOMPARE(region->sources.back()->layer(), QStringLiteral("buildings"));
        QVERIFY(std::abs(region->centre.latitudeDegrees - 51.515) < 0.01 &&
                std::abs(region->centre.longitudeDegrees - 7.451) < 0.02);
        QVERIFY(std::abs(region->meridianConvergenceDegrees + 1.2) < 0.05);
        // The bare tileset of the same region is the same place.
        const auto bare = openRegion(*folder + QStringLiteral("/buildings/tileset.json"));
        QVERIFY2(bare.has_value(), bare ? "" : qPrintable(bare.error().toText()));
        QVERIFY(!bare->package);
        const ProjectedPosition a = region->frame.toProjected(region->extent.centre());
        const ProjectedPosition b = bare->frame.toProjected(bare->extent.centre());
        QVERIFY(std::hypot(a.eastingMetres - b.eastingMetres, a.northingMetres - b.northingMetres) < 5);
    }

    void whatIsNoRegionIsRefused()
    {
        QCOMPARE(openRegion(m_folder.filePath(QStringLiteral("nowhere"))).error().code, ErrorCode::NotFound);
        QCOMPARE(openRegion(m_folder.filePath(QStringLiteral("gml"))).error().code, ErrorCode::NotFound);
        QFile file(m_folder.filePath(QStringLiteral("bad.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"asset\":");
        file.close();
        QCOMPARE(openRegion(file.fileName()).error().code, ErrorCode::MalformedData);
    }

    void cancelledImportLeavesNothing()
    {
        const CancellationToken cancel;
        cancel.cancel();
        ImportRequest request;
        request.sources = {m_file};
        request.out = m_folder.filePath(QStringLiteral("cancelled"));
        const auto summary = importSources(request, cancel, {});
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        QCOMPARE(
            QDir(m_folder.path())
                .entryList({QStringLiteral("*cancelled*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList());
    }

    void progressRisesToTheEnd()
    {
        ImportRequest request;
        request.sources = {m_file};
        request.out = m_folder.filePath(QStringLiteral("watched"));
        std::mutex mutex;
        double most = 0;
        bool isInRange = true;
        const auto summary = importSources(request, {}, [&](double fraction, const QString&) {
            const std::lock_guard lock(mutex);
            isInRange = isInRange && fraction <= 1.0001;
            most = std::max(most, fraction);
        });
        QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().toText()));
        QVERIFY(isInRange);
        QVERIFY2(most > 0.5, qPrintable(QString::number(most)));
    }
};

QTEST_GUILESS_MAIN(RegionCacheTest)
#include "tst_regioncache.moc"
