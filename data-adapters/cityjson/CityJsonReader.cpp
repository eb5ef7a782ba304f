// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/CityJsonReader.h"
#include "cityjson/ReadJob.h"

#include <new>

#include <QCoreApplication>

namespace twin::cityjson {

Result<ReadSummary> read(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                         const CancellationToken& cancel, const ProgressSink& progress)
{
    return ReadJob(files, options, sink, cancel, progress).run();
}

int score(const QString& path, QByteArrayView firstBytes)
{
    QByteArray head = firstBytes.toByteArray();
    head.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    if (!head.startsWith('{'))
        return 0;
    if (head.contains("\"type\":\"CityJSON\"") || head.contains("\"type\":\"CityJSONFeature\""))
        return 100;
    if (head.contains("\"CityObjects\":{"))
        return 90;
    // The type of a document may stand at its end, after all objects.
    const auto ends = [&path](const char* suffix) { return path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive); };
    return ends(".city.json") || ends(".city.jsonl") || ends(".cityjson") ? 60 : ends(".jsonl") ? 20 : 5;
}

} // namespace twin::cityjson
