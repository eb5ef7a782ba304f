// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/CityGmlReader.h"
#include "citygml/ReadJob.h"

#include <new>
#include <thread>

#include <QCoreApplication>

namespace twin::citygml {
namespace {

Error outOfMemory()
{
    return Error{ErrorCode::ResourceExhausted,
                 QCoreApplication::translate("twin::citygml", "Der Arbeitsspeicher reicht für diese Datei nicht aus."),
                 {},
                 {},
                 {}};
}

void work(ReadJob& job)
{
    try {
        job.work();
    } catch (const std::bad_alloc&) {
        job.stop(outOfMemory());
    }
}

} // namespace

Result<ReadSummary> read(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                         const CancellationToken& cancel, const ProgressSink& progress)
{
    ReadJob job(files, options, sink, cancel, progress);
    const int wanted = options.threads > 0 ? options.threads : int(std::thread::hardware_concurrency());
    std::vector<std::thread> helpers;
    for (int i = 1; i < wanted; ++i)
        helpers.emplace_back([&job] { work(job); });
    work(job);
    for (std::thread& helper : helpers)
        helper.join();
    return job.result();
}

int score(const QString& path, QByteArrayView firstBytes)
{
    QByteArray head = firstBytes.toByteArray();
    head.replace('\0', ""); // UTF-16: good enough to look at
    const bool model = head.contains("CityModel");
    bool cityGml = false;
    for (const char* version : {"1.0", "2.0", "3.0"})
        for (const char* module : {"opengis.net/citygml/", "opengis.net/citygml/building/"})
            cityGml |= head.contains(QByteArray(module) + version);
    if (cityGml)
        return model ? 100 : 70;
    const bool extension = path.endsWith(QLatin1String(".gml"), Qt::CaseInsensitive) ||
                           path.endsWith(QLatin1String(".citygml"), Qt::CaseInsensitive) ||
                           path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive);
    if (!head.contains('<'))
        return 0;
    return model ? 60 : extension ? 20 : 0;
}

} // namespace twin::citygml
