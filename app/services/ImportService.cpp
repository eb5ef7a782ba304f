// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"

#include "citygml/CityGmlReader.h"
#include "package/PackageWriter.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace twin::services {
namespace {

/// Reading and triangulating take most of the time; the tiler's last step writes what is already sorted.
constexpr double readShare = 0.6;
constexpr qint64 sniffBytes = 4096;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Import)
};

/// Folders hold other XML too (metadata, styles): that must look like a city model, a .gml file need not, so that a
/// broken one is reported and not passed over.
bool looksLikeCityModel(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // the reader says why
    const int least = path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) ? 50 : 0;
    return citygml::score(path, file.read(sniffBytes)) >= least;
}

QStringList modelsBelow(const QString& folder)
{
    const QStringList names{QStringLiteral("*.gml"), QStringLiteral("*.xml"), QStringLiteral("*.citygml")};
    QStringList found;
    QDirIterator it(folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (looksLikeCityModel(path))
            found.append(path);
    }
    return found;
}

} // namespace

Result<QStringList> findSources(const QStringList& sources)
{
    QStringList files;
    for (const QString& source : sources) {
        const QFileInfo info(source);
        if (!info.exists())
            return failure(ErrorCode::NotFound, Text::tr("Diese Quelle gibt es nicht."), {},
                           Text::tr("Prüfen Sie den Pfad."), {source, -1, {}});
        if (info.isDir())
            files.append(modelsBelow(source));
        else
            files.append(source);
    }
    std::sort(files.begin(), files.end());
    files.removeDuplicates();
    if (files.isEmpty())
        return failure(ErrorCode::NoData, Text::tr("In den Quellen ist kein CityGML-Stadtmodell."), {},
                       Text::tr("Geben Sie CityGML-Dateien (.gml, .xml) oder einen Ordner mit solchen Dateien an."),
                       {sources.value(0), -1, {}});
    return files;
}

Result<ImportSummary> importSources(const ImportRequest& request, const CancellationToken& cancel,
                                    const ProgressSink& progress)
{
    QElapsedTimer timer;
    timer.start();
    TWIN_TRY(const QStringList files, findSources(request.sources));

    package::WriterOptions options;
    options.title = request.title;
    options.threads = request.threads;
    options.demo = request.demo;
    TWIN_TRY(const auto writer, package::PackageWriter::create(request.out, options));

    citygml::ReadOptions reading;
    reading.threads = request.threads;
    reading.crs = request.crs;
    TWIN_TRY(const citygml::ReadSummary read,
             citygml::read(files, reading, *writer, cancel, partOf(progress, 0, readShare)));
    TWIN_TRY(ImportSummary summary, writer->finish(read.sources, read.issues, cancel, partOf(progress, readShare, 1)));
    summary.bytesRead = read.bytesRead;
    summary.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return summary;
}

} // namespace twin::services
