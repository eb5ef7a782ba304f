// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/RegionCache.h"

#include "app/services/LayerService.h"
#include "app/services/RegionMending.h"
#include "model/observe/Datastream.h"
#include "package/LayerTheme.h"
#include "package/RegionPackage.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

namespace twin::services {
namespace {

constexpr int daysKept = 30;
constexpr double generateShare = 0.25;
const QString usedSuffix = QStringLiteral(".used");
const QString filesSuffix = QStringLiteral(".files");
const QString mendingSuffix = QStringLiteral(".mending");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::RegionCache)
};

/// The program's version is part of each key: a newer importer may write better packages.
QByteArray keyStart()
{
    return "stadtzwilling " TWIN_VERSION "\n";
}

Result<QByteArray> keyOf(const QStringList& files, const QString& crs)
{
    QByteArray key = keyStart() + crs.toUtf8() + '\n';
    for (const QString& file : files) {
        const QFileInfo info(file);
        if (!info.isReadable())
            return failure(ErrorCode::AccessDenied, Text::tr("Diese Datei lässt sich nicht lesen."), {}, {},
                           {file, -1, {}});
        key += info.canonicalFilePath().toUtf8() + '\n' + QByteArray::number(info.size()) + ' ' +
               QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '\n';
    }
    return key;
}

/// A file of a package as it was written.
QByteArray lineOf(const QFileInfo& file, const QString& path)
{
    return QByteArray::number(file.size()) + ' ' + QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + ' ' +
           path.toUtf8() + '\n';
}

/// @returns which files a new package has: whoever opens it next can tell whether they are still these.
QByteArray filesOf(const QString& folder)
{
    QByteArray list;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next().mid(folder.size() + 1);
        if (!path.endsWith(QLatin1String("/layer.json"))) // says how a layer shows: people change it
            list += lineOf(it.fileInfo(), path);
    }
    return list;
}

void noteFiles(const QString& folder, const QByteArray& list)
{
    QFile file(folder + filesSuffix);
    if (file.open(QIODevice::WriteOnly))
        file.write(list);
}

/// @returns whether a noted file is still as it was written. A layer that somebody removed is no damage.
bool isWhole(const QString& folder, const QByteArray& line)
{
    const QString path = QString::fromUtf8(line.split(' ').mid(2).join(' '));
    const QFileInfo file(folder + QLatin1Char('/') + path);
    if (file.exists())
        return lineOf(file, path) == line + '\n';
    const QString layer = path.section(QLatin1Char('/'), 0, 1);
    return path.startsWith(QLatin1String("layers/")) && !QFileInfo::exists(folder + QLatin1Char('/') + layer);
}

/// @returns whether an entry can be opened as it is. What somebody added was not noted: its damage is the layer's own.
bool isWhole(const QString& folder)
{
    QFile file(folder + filesSuffix);
    if (!file.open(QIODevice::ReadOnly) || !package::RegionPackage::open(folder))
        return false;
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return std::all_of(lines.begin(), lines.end(), [&](const QByteArray& line) { return isWhole(folder, line); });
}

/// The generator's layers by the action field that they belong to.
void assignDemoThemes(const ImportSummary& summary)
{
    constexpr std::array<std::pair<const char*, ActionField>, 4> fields{
        {{"verkehr_", ActionField::Mobility},
         {"gewaesser_", ActionField::EnergyAndEnvironment},
         {"flaechen_", ActionField::EnergyAndEnvironment},
         {"grenzen_", ActionField::Administration}}};
    for (const LayerInfo& layer : summary.layers)
        for (const auto& [start, field] : fields)
            if (layer.id.startsWith(QLatin1String(start)))
                static_cast<void>(package::setLayerTheme(layer.folder, actionFieldName(field))); // else under "Basis"
}

void markUsed(const QString& folder)
{
    QFile mark(folder + usedSuffix);
    if (mark.open(QIODevice::WriteOnly))
        mark.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

} // namespace

RegionCache::RegionCache(QString folder) : m_folder(std::move(folder)) {}

QString RegionCache::entry(const QByteArray& key) const
{
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(24);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash);
}

/// Prepares an import into an entry. What is no region any more would not be replaced.
Result<void> RegionCache::makeRoom(const QString& folder) const
{
    if (!QFileInfo::exists(folder + QStringLiteral("/region.json")) && !hasAdditions(folder))
        QDir(folder).removeRecursively();
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::AccessDenied, Text::tr("Der Zwischenspeicher lässt sich nicht anlegen."), {}, {},
                       {m_folder, -1, {}});
    return {};
}

/// Makes an entry. One that somebody added to is made beside it first, then gets the parts that were made: what was
/// added stays.
Result<ImportSummary> RegionCache::fill(const QString& folder,
                                        const std::function<Result<ImportSummary>(const QString& out)>& make) const
{
    TWIN_CHECK(makeRoom(folder));
    const bool mends = hasAdditions(folder);
    const QString out = mends ? folder + mendingSuffix : folder;
    if (mends)
        QDir(out).removeRecursively(); // of a run that was killed
    TWIN_TRY(ImportSummary summary, make(out));
    const QByteArray files = filesOf(out);
    if (mends) {
        TWIN_CHECK(replaceMadeParts(out, folder));
        QDir(out).removeRecursively();
    }
    noteFiles(folder, files);
    removeUnused(folder);
    return summary;
}

void RegionCache::removeUnused(const QString& kept) const
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
    const QFileInfoList marks = QDir(m_folder).entryInfoList({QLatin1Char('*') + usedSuffix}, QDir::Files);
    for (const QFileInfo& mark : marks) {
        QString folder = mark.filePath();
        folder.chop(usedSuffix.size());
        if (folder == kept || mark.lastModified() > oldest || hasAdditions(folder))
            continue;
        QDir(folder).removeRecursively();
        QFile::remove(folder + filesSuffix);
        QFile::remove(mark.filePath());
    }
}

Result<QString> RegionCache::imported(const QStringList& sources, const QString& crs, const CancellationToken& cancel,
                                      const ProgressSink& progress, ImportSummary* summary) const
{
    TWIN_TRY(FoundSources found, findSources(sources));
    TWIN_TRY(const QByteArray key, keyOf(found.files, crs));
    const QString folder = entry(key);
    if (!isWhole(folder)) {
        ImportRequest request;
        request.sources = found.files;
        request.sorted = std::move(found.sorted);
        request.crs = crs;
        request.title = QFileInfo(QDir::cleanPath(sources.constFirst())).completeBaseName();
        TWIN_TRY(ImportSummary imported, fill(folder, [&](const QString& out) {
                     request.out = out;
                     return importSources(request, cancel, progress);
                 }));
        if (summary != nullptr)
            *summary = std::move(imported);
    }
    markUsed(folder);
    return folder;
}

Result<QString> RegionCache::demo(const demo::DemoOptions& options, const CancellationToken& cancel,
                                  const ProgressSink& progress) const
{
    const QByteArray key = keyStart() + "demo " + QByteArray::number(demo::demoGeneration) + ' ' +
                           QByteArray::number(options.buildings) + ' ' + QByteArray::number(options.seed);
    const QString folder = entry(key);
    if (!isWhole(folder)) {
        TWIN_TRY([[maybe_unused]] const ImportSummary summary,
                 fill(folder, [&](const QString& out) { return makeDemoRegion(out, options, {}, cancel, progress); }));
    }
    markUsed(folder);
    return folder;
}

Result<ImportSummary> makeDemoRegion(const QString& out, const demo::DemoOptions& options, const QString& sourceFolder,
                                     const CancellationToken& cancel, const ProgressSink& progress)
{
    QTemporaryDir temporary;
    QString folder = sourceFolder;
    if (folder.isEmpty()) {
        if (!temporary.isValid())
            return failure(ErrorCode::ResourceExhausted, Text::tr("Es lässt sich kein temporärer Ordner anlegen."),
                           temporary.errorString());
        folder = temporary.path();
    } else if (!QDir().mkpath(folder)) {
        return failure(ErrorCode::AccessDenied,
                       Text::tr("Der Ordner für die erzeugten Dateien lässt sich nicht anlegen."), {}, {},
                       {folder, -1, {}});
    }
    ImportRequest request;
    TWIN_TRY(const demo::DemoFiles files,
             demo::writeDemoRegion(folder, options, cancel, partOf(progress, 0, generateShare)));
    request.sources =
        files.cityModels + QStringList{files.vegetation, files.waters, files.waterside, files.terrain} + files.layers;
    request.out = out;
    request.title = Text::tr("Demo-Region Dortmund und Schwerte (erzeugt)");
    request.demo = true;
    request.home = files.home;
    TWIN_TRY(ImportSummary summary, importSources(request, cancel, partOf(progress, generateShare, 1)));
    assignDemoThemes(summary);
    return summary;
}

} // namespace twin::services
