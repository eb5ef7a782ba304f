// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/StagingFolder.h"

#include "package/io/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

namespace twin::package {
namespace {

QString cleanTarget(const QString& target)
{
    return QDir::cleanPath(QFileInfo(target).absoluteFilePath());
}

bool isFinished(const QString& folder, const QString& marker)
{
    return QFileInfo::exists(folder + QLatin1Char('/') + marker);
}

QString siblingPrefix(const QString& target)
{
    return QLatin1Char('.') + QFileInfo(target).fileName() + QStringLiteral(".importing-");
}

QString lockPath(const QString& folder)
{
    return folder + QStringLiteral(".lock");
}

/// The lock names its process: it counts as stale only when that process is gone.
std::unique_ptr<QLockFile> makeLock(const QString& folder)
{
    auto lock = std::make_unique<QLockFile>(lockPath(folder));
    lock->setStaleLockTime(0);
    return lock;
}

Result<void> removeLeftovers(const QString& target, const QString& marker)
{
    const QDir parent(QFileInfo(target).absolutePath());
    QStringList siblings = parent.entryList({siblingPrefix(target) + QLatin1Char('*')},
                                            QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    // A lock may have outlived its folder.
    siblings.replaceInStrings(QRegularExpression(QStringLiteral("\\.lock$")), QString());
    siblings.removeDuplicates();
    for (const QString& sibling : siblings) {
        const QString folder = parent.filePath(sibling);
        const auto lock = makeLock(folder);
        if (!lock->tryLock(0))
            return failure(
                ErrorCode::AccessDenied,
                QCoreApplication::translate("twin::package", "Ein anderer Import schreibt diese Region gerade."), {},
                QCoreApplication::translate("twin::package",
                                            "Warten Sie, bis er fertig ist, oder wählen Sie einen anderen Zielordner."),
                {target, -1, {}});
        QDir(folder).removeRecursively();
    }
    const QString old = oldSibling(target);
    if (isFinished(old, marker) && !QFileInfo::exists(target))
        QDir().rename(old, target);
    return {};
}

} // namespace

Result<std::unique_ptr<StagingFolder>> StagingFolder::create(const QString& givenTarget, const QString& marker)
{
    const QString target = cleanTarget(givenTarget);
    const QFileInfo info(target);
    if (info.fileName().isEmpty() || (info.exists() && !info.isDir()))
        return failure(ErrorCode::InvalidParameter,
                       QCoreApplication::translate("twin::package", "Der Zielort ist kein Ordner."), {}, {},
                       {target, -1, {}});
    const QString parent = info.absolutePath();
    if (!QDir().mkpath(parent))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::package", "Der Zielordner ließ sich nicht anlegen."), {}, {},
                       {parent, -1, {}});
    TWIN_CHECK(removeLeftovers(target, marker));
    if (info.isDir() && !isFinished(target, marker) &&
        !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return failure(ErrorCode::InvalidParameter,
                       QCoreApplication::translate("twin::package", "Der Zielordner enthält andere Dateien."), {},
                       QCoreApplication::translate("twin::package", "Wählen Sie einen neuen oder leeren Ordner."),
                       {target, -1, {}});

    const QString path =
        parent + QLatin1Char('/') + siblingPrefix(target) + QString::number(QCoreApplication::applicationPid());
    std::unique_ptr<StagingFolder> staging(new StagingFolder(target, path));
    if (!staging->m_lock->tryLock(0) || !QDir().mkpath(staging->scratchPath()))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::package", "Neben dem Zielordner lässt sich nicht schreiben."),
                       {}, {}, {parent, -1, {}});
    return staging;
}

StagingFolder::StagingFolder(QString target, QString path)
    : m_target(std::move(target)), m_path(std::move(path)), m_lock(makeLock(m_path))
{
}

StagingFolder::~StagingFolder()
{
    if (m_lock->isLocked())
        QDir(m_path).removeRecursively();
}

QString StagingFolder::scratchPath() const
{
    return m_path + QStringLiteral("/scratch");
}

Result<void> StagingFolder::commit()
{
    QDir(scratchPath()).removeRecursively();
    TWIN_CHECK(syncToDisk(m_path));
    return replaceFolder(m_path, m_target);
}

} // namespace twin::package
