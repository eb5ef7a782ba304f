// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ByteFile.h"

#include <cerrno>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace twin::geo {
namespace {

std::FILE* openBinary(const QString& path)
{
#ifdef Q_OS_WIN
    return ::_wfopen(reinterpret_cast<const wchar_t*>(path.utf16()), L"rb");
#else
    return std::fopen(QFile::encodeName(path).constData(), "rbe");
#endif
}

} // namespace

Result<ByteFile> ByteFile::open(const QString& path)
{
    ByteFile file;
    file.m_path = path;
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, QCoreApplication::translate("twin::geo", "Die Datei wurde nicht gefunden."),
                       {}, {}, {path, -1, {}});
    const auto denied = [&path](const QString& detail) {
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::geo", "Die Datei lässt sich nicht öffnen."), detail, {},
                       {path, -1, {}});
    };
    if (info.isDir())
        return denied(QStringLiteral("is a folder"));
    file.m_file.reset(openBinary(path));
    if (file.m_file == nullptr)
        return denied(qt_error_string(errno));
    std::setvbuf(file.m_file.get(), nullptr, _IONBF, 0);
    return file;
}

std::size_t ByteFile::read(char* bytes, std::size_t size)
{
    errno = 0;
    const std::size_t got = std::fread(bytes, 1, size, m_file.get());
    if (got < size && std::ferror(m_file.get()) != 0)
        m_errorText = qt_error_string(errno);
    return got;
}

} // namespace twin::geo
