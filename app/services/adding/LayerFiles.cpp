// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/LayerFiles.h"

#include "app/services/SourceAdapters.h"
#include "geo/RasterInfo.h"
#include "geo/XyzReader.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

namespace twin::services {
namespace {

bool hasWorldFile(const QFileInfo& picture)
{
    const QString suffix = picture.suffix();
    const QString base = picture.path() + QLatin1Char('/') + picture.completeBaseName() + QLatin1Char('.');
    const QStringList endings{suffix.left(1) + suffix.right(1) + QLatin1Char('w'), suffix + QLatin1Char('w'),
                              QStringLiteral("wld")};
    return std::any_of(endings.begin(), endings.end(),
                       [&base](const QString& ending) { return QFileInfo::exists(base + ending); });
}

/// Names that a list of heights and a table of points share.
bool isPointList(const QString& path)
{
    return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
}

QStringList rastersBelow(const QString& folder)
{
    const QStringList rasters{QStringLiteral("*.xyz"),     QStringLiteral("*.xyz.gz"), QStringLiteral("*.asc"),
                              QStringLiteral("*.tif"),     QStringLiteral("*.tiff"),   QStringLiteral("*.jp2"),
                              QStringLiteral("*.mbtiles"), QStringLiteral("*.csv"),    QStringLiteral("*.txt")};
    const QStringList pictures{QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg")};
    QStringList found;
    QDirIterator it(folder, rasters + pictures, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo file(it.next());
        const bool isPicture = QDir::match(pictures, file.fileName());
        const bool isList = isPointList(file.filePath());
        if (isPicture ? hasWorldFile(file) : !isList || geo::isRasterFile(file.filePath()))
            found.append(file.filePath());
    }
    return found;
}

QStringList cloudsBelow(const QString& folder)
{
    QStringList found;
    QDirIterator it(folder, {QStringLiteral("*.las"), QStringLiteral("*.laz")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(it.next());
    return found;
}

/// Says what such a file was taken for.
void remark(const QString& path, bool asHeights, LayerFiles& files)
{
    if (!isPointList(path) || geo::pointListOf(path) == geo::PointList::None)
        return;
    files.remarks.push_back(
        {QStringLiteral("source.remark"),
         asHeights
             ? QCoreApplication::translate("twin::services::Import", "als Höhengitter gelesen, nicht als Tabelle")
             : QCoreApplication::translate("twin::services::Import", "als Tabelle gelesen, nicht als Höhengitter"),
         {path, -1, {}}});
}

void take(const QString& path, LayerFiles& files)
{
    remark(path, true, files);
    // A file that cannot even be opened is named by the reader of pictures.
    const auto peek = geo::peekRaster(path);
    if (peek && peek->use == geo::RasterUse::Heights)
        files.heights.append(path);
    else
        files.pictures[peek ? peek->date : QDate()].append(path);
}

} // namespace

Result<LayerFiles> sortSources(const QStringList& sources)
{
    LayerFiles files;
    QStringList rasters;
    for (const QString& source : sources) {
        const QFileInfo info(source);
        if (!info.exists())
            return failure(ErrorCode::NotFound,
                           QCoreApplication::translate("twin::services::Import", "Diese Quelle gibt es nicht."), {},
                           QCoreApplication::translate("twin::services::Import", "Prüfen Sie den Pfad."),
                           {source, -1, {}});
        if (info.isDir()) {
            rasters.append(rastersBelow(source));
            files.points.append(cloudsBelow(source));
            files.others.append(source);
        } else if (isRaster(source)) {
            rasters.append(source);
        } else if (const SourceAdapter* adapter = adapterFor(source);
                   adapter != nullptr && adapter->kind == LayerKind::Vector) {
            files.vectors.append(source);
            remark(source, false, files);
        } else if (adapter != nullptr && adapter->kind == LayerKind::Points) {
            files.points.append(source);
        } else if (adapter != nullptr && adapter->kind == LayerKind::Model) {
            files.models.append(source);
        } else {
            files.others.append(source);
        }
    }
    for (QStringList* list : {&rasters, &files.points}) {
        std::sort(list->begin(), list->end());
        list->removeDuplicates();
    }
    for (const QString& raster : rasters)
        take(raster, files);
    return files;
}

} // namespace twin::services
