// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_xyz FILE…: reads lists of heights with our parser and with gdal_translate, one after the other in the same run,
// and prints points a second of user CPU time. gdal_translate also writes an uncompressed GeoTIFF, as it must.
#include "geo/XyzReader.h"

#include <cstdio>

#include <sys/resource.h>

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

using namespace twin;

namespace {

double cpuSeconds(int who)
{
    rusage use{};
    getrusage(who, &use);
    return static_cast<double>(use.ru_utime.tv_sec) + static_cast<double>(use.ru_utime.tv_usec) * 1e-6;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    qint64 points = 0;
    double own = 0;
    double peer = 0;
    const QStringList files = QCoreApplication::arguments().mid(1);
    for (const QString& file : files) {
        double before = cpuSeconds(RUSAGE_SELF);
        const auto grid = geo::readXyz(file, {});
        own += cpuSeconds(RUSAGE_SELF) - before;
        if (!grid) {
            std::fprintf(stderr, "%s\n", qPrintable(grid.error().toText()));
            return 1;
        }
        points += grid->points;
        before = cpuSeconds(RUSAGE_CHILDREN);
        const QString source = file.endsWith(QLatin1String(".gz")) ? QStringLiteral("/vsigzip/") + file : file;
        if (QProcess::execute(QStringLiteral("gdal_translate"),
                              {QStringLiteral("-q"), source, folder.filePath(QStringLiteral("peer.tif"))}) != 0)
            std::fprintf(stderr, "gdal_translate failed\n");
        peer += cpuSeconds(RUSAGE_CHILDREN) - before;
    }
    std::printf("%lld points: %.2f million/s (own), %.2f million/s (gdal_translate), ratio %.1f\n",
                static_cast<long long>(points), static_cast<double>(points) * 1e-6 / own,
                static_cast<double>(points) * 1e-6 / peer, peer / own);
    return 0;
}
