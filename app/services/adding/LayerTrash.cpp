// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/LayerTrash.h"

#include "package/LayerJson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString takenSuffix = QStringLiteral(".taken-");
const QString takenMark = QStringLiteral("/.taken"); ///< its time says since when
constexpr int daysKept = 1;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::LayerTrash)
};

/// The hidden folder of a taken layer: the process in its name keeps two programs apart.
QString waitingFolder(const QString& region, const QString& id)
{
    return package::layerFolder(region, QLatin1Char('.') + id + takenSuffix +
                                            QString::number(QCoreApplication::applicationPid()));
}

void removeForgotten(const QString& layersFolder)
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
    const QFileInfoList waiting = QDir(layersFolder)
                                      .entryInfoList({QStringLiteral(".*") + takenSuffix + QLatin1Char('*')},
                                                     QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : waiting)
        if (QFileInfo(folder.filePath() + takenMark).lastModified() < oldest)
            QDir(folder.filePath()).removeRecursively();
}

tl::unexpected<Error> refused(const QString& folder)
{
    return failure(ErrorCode::AccessDenied, Text::tr("Der Ordner der Ebene lässt sich nicht verschieben."), {},
                   Text::tr("Prüfen Sie, ob die Region beschreibbar ist."), {folder, -1, {}});
}

} // namespace

LayerTrash::~LayerTrash()
{
    for (const auto& [region, id] : m_taken)
        QDir(waitingFolder(region, id)).removeRecursively();
}

Result<void> LayerTrash::take(const QString& region, const QString& id)
{
    const QString folder = package::layerFolder(region, id);
    if (!package::isLayerId(id) || !QFileInfo(folder).isDir())
        return failure(ErrorCode::NotFound, Text::tr("Die Region hat keine hinzugefügte Ebene „%1“.").arg(id.left(80)),
                       {}, {}, {region, -1, {}});
    removeForgotten(QFileInfo(folder).path());
    const QString waiting = waitingFolder(region, id);
    QDir(waiting).removeRecursively(); // an earlier layer of the same name, which nobody wants back any more
    QFile mark(folder + takenMark);
    if (!mark.open(QIODevice::WriteOnly))
        return refused(folder);
    mark.close();
    if (!QDir().rename(folder, waiting)) {
        mark.remove();
        return refused(folder);
    }
    m_taken.emplace(region, id);
    return {};
}

Result<void> LayerTrash::putBack(const QString& region, const QString& id)
{
    const auto taken = m_taken.find({region, id});
    if (taken == m_taken.end())
        return failure(ErrorCode::NotFound, Text::tr("Die Ebene „%1“ wurde nicht entfernt.").arg(id.left(80)));
    const QString folder = package::layerFolder(region, id);
    if (QFileInfo::exists(folder))
        return failure(ErrorCode::InvalidParameter,
                       Text::tr("Eine andere Ebene heißt inzwischen „%1“.").arg(id.left(80)), {},
                       Text::tr("Entfernen Sie zuerst die andere Ebene."), {folder, -1, {}});
    if (!QDir().rename(waitingFolder(region, id), folder))
        return refused(folder);
    QFile::remove(folder + takenMark);
    m_taken.erase(taken);
    return {};
}

} // namespace twin::services
