// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/RegionCache.h"

#include "package/RegionPackage.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace twin::services {
namespace {

constexpr int daysKept = 30;
constexpr double generateShare = 0.25;
const QString usedSuffix = QStringLiteral(".used");

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

bool isWhole(const QString& folder)
{
    return package::RegionPackage::open(folder).has_value();
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

void RegionCache::removeUnused(const QString& kept) const
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
    const QFileInfoList marks = QDir(m_folder).entryInfoList({QLatin1Char('*') + usedSuffix}, QDir::Files);
    for (const QFileInfo& mark : marks) {
        QString folder = mark.filePath();
        folder.chop(usedSuffix.size());
        if (folder == kept || mark.lastModified() > oldest)
            continue;
        QDir(folder).removeRecursively();
        QFile::remove(mark.filePath());
    }
}

Result<QString> RegionCache::imported(const QStringList& sources, const QString& crs, const CancellationToken& cancel,
                                      const ProgressSink& progress) const
{
    TWIN_TRY(const QStringList files, findSources(sources));
    TWIN_TRY(const QByteArray key, keyOf(files, crs));
    const QString folder = entry(key);
    if (!isWhole(folder)) {
        if (!QDir().mkpath(m_folder))
            return failure(ErrorCode::AccessDenied, Text::tr("Der Zwischenspeicher lässt sich nicht anlegen."), {}, {},
                           {m_folder, -1, {}});
        ImportRequest request;
        request.sources = files;
        request.out = folder;
        request.crs = crs;
        request.title = QFileInfo(QDir::cleanPath(sources.constFirst())).completeBaseName();
        TWIN_TRY([[maybe_unused]] const ImportSummary summary, importSources(request, cancel, progress));
        removeUnused(folder);
    }
    markUsed(folder);
    return folder;
}

Result<QString> RegionCache::demo(const demo::DemoOptions& options, const CancellationToken& cancel,
                                  const ProgressSink& progress) const
{
    const QByteArray key =
        keyStart() + "demo " + QByteArray::number(options.buildings) + ' ' + QByteArray::number(options.seed);
    const QString folder = entry(key);
    if (!isWhole(folder)) {
        if (!QDir().mkpath(m_folder))
            return failure(ErrorCode::AccessDenied, Text::tr("Der Zwischenspeicher lässt sich nicht anlegen."), {}, {},
                           {m_folder, -1, {}});
        TWIN_TRY([[maybe_unused]] const ImportSummary summary, makeDemoRegion(folder, options, {}, cancel, progress));
        removeUnused(folder);
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
    request.sources = files.cityModels + QStringList{files.terrain} + files.layers;
    request.out = out;
    request.title = Text::tr("Demo-Region Dortmund und Schwerte (erzeugt)");
    request.demo = true;
    return importSources(request, cancel, partOf(progress, generateShare, 1));
}

} // namespace twin::services
