// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/io/Files.h"

#include <cerrno>
#include <filesystem>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#endif

namespace twin::package {
namespace {

std::filesystem::path nativePath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

bool syncHandle(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

bool isDiskFull(const QString& path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < 1024 * 1024;
}

bool exchange(const QString& a, const QString& b)
{
#if defined(Q_OS_LINUX) && defined(RENAME_EXCHANGE)
    return ::renameat2(AT_FDCWD, QFile::encodeName(a).constData(), AT_FDCWD, QFile::encodeName(b).constData(),
                       RENAME_EXCHANGE) == 0;
#else
    Q_UNUSED(a);
    Q_UNUSED(b);
    return false;
#endif
}

} // namespace

Error fileError(const QFileDevice& file, const QString& doing)
{
    SourceLocation where;
    where.source = file.fileName();
    const QFileDevice::FileError cause = file.error();
    ErrorCode code = ErrorCode::Internal;
    if (cause == QFileDevice::ResourceError || isDiskFull(file.fileName()))
        code = ErrorCode::ResourceExhausted;
    else if (cause == QFileDevice::PermissionsError || cause == QFileDevice::OpenError)
        code = ErrorCode::AccessDenied;
    else if (cause == QFileDevice::WriteError)
        code = ErrorCode::ResourceExhausted; // quota and file size limits report so
    return Error{code, doing, file.errorString(), {}, where};
}

Result<void> writeFile(const QString& path, std::string_view bytes, bool durable)
{
    QFile file(path);
    const QString doing =
        QCoreApplication::translate("twin::package", "Eine Datei des Regionspakets ließ sich nicht schreiben.");
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return failure(fileError(file, doing));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const qint64 written = file.write(bytes.data() + done, static_cast<qint64>(bytes.size() - done));
        if (written <= 0)
            return failure(fileError(file, doing));
        done += static_cast<std::size_t>(written);
    }
    if (durable && !syncHandle(file.handle()))
        return failure(ErrorCode::ResourceExhausted, doing, QStringLiteral("fsync failed"), {}, {path, -1, {}});
    return {};
}

Result<void> syncToDisk(const QString& path)
{
#ifdef Q_OS_WIN
    if (QFileInfo(path).isDir())
        return {};
    QFile file(path);
    const bool synced = file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && syncHandle(file.handle());
#else
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = handle >= 0 && (syncHandle(handle) || errno == EINVAL); // EINVAL: nothing to sync there
    if (handle >= 0)
        ::close(handle);
#endif
    if (!synced)
        return failure(ErrorCode::ResourceExhausted,
                       QCoreApplication::translate("twin::package",
                                                   "Das Regionspaket ließ sich nicht auf den Datenträger sichern."),
                       QStringLiteral("fsync failed"), {}, {path, -1, {}});
    return {};
}

QString oldSibling(const QString& target)
{
    const QFileInfo info(target);
    return info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".old");
}

Result<void> replaceFolder(const QString& staged, const QString& target)
{
    const auto failed = [&](const std::error_code& error) {
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate(
                           "twin::package", "Das fertige Regionspaket ließ sich nicht an seinen Platz verschieben."),
                       QString::fromStdString(error.message()), {}, {target, -1, {}});
    };
    std::error_code error;
    if (!QFileInfo::exists(target)) {
        std::filesystem::rename(nativePath(staged), nativePath(target), error);
        if (error)
            return failed(error);
        return syncToDisk(QFileInfo(target).absolutePath());
    }
    const QString old = oldSibling(target);
    QDir(old).removeRecursively();
    if (exchange(staged, target)) {
        TWIN_CHECK(syncToDisk(QFileInfo(target).absolutePath()));
        QDir(staged).removeRecursively();
        return {};
    }
    std::filesystem::rename(nativePath(target), nativePath(old), error);
    if (error)
        return failed(error);
    std::filesystem::rename(nativePath(staged), nativePath(target), error);
    if (error) {
        std::error_code ignored;
        std::filesystem::rename(nativePath(old), nativePath(target), ignored);
        return failed(error);
    }
    TWIN_CHECK(syncToDisk(QFileInfo(target).absolutePath()));
    QDir(old).removeRecursively();
    return {};
}

} // namespace twin::package
