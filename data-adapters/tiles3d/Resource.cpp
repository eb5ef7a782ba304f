// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Resource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace twin::tiles3d {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

tl::unexpected<Error> refused(const QString& reference)
{
    return failure(ErrorCode::AccessDenied,
                   tr("Der Verweis „%1“ führt aus dem Ordner des Datensatzes hinaus.").arg(reference.left(200)), {},
                   tr("Legen Sie alle Dateien des Datensatzes in einen Ordner."));
}

} // namespace

ResourceRoot::ResourceRoot(const QString& folder) : m_folder(QFileInfo(folder).canonicalFilePath()) {}

Result<QString> ResourceRoot::resolve(const QString& base, const QString& reference)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    QString path = reference;
    path.truncate(path.indexOf(QLatin1Char('#')) < 0 ? path.size() : path.indexOf(QLatin1Char('#')));
    path.truncate(path.indexOf(QLatin1Char('?')) < 0 ? path.size() : path.indexOf(QLatin1Char('?')));
    if (path.isEmpty() || path.size() > 4096 || scheme.match(path).hasMatch())
        return refused(reference);
    path = QUrl::fromPercentEncoding(path.toUtf8());
    if (path.startsWith(QLatin1Char('/')) || path.contains(QLatin1Char('\\')) || path.contains(QLatin1Char(':')) ||
        path.contains(QChar(0)))
        return refused(reference);
    path = QDir::cleanPath(QFileInfo(base).path() + QLatin1Char('/') + path);
    if (path == QLatin1String("..") || path.startsWith(QLatin1String("../")) || path.startsWith(QLatin1Char('/')))
        return refused(reference);
    return path;
}

Error ResourceRoot::located(Error error) const
{
    if (!error.where.source.isEmpty() && QDir::isRelativePath(error.where.source))
        error.where.source.prepend(m_folder + QLatin1Char('/'));
    return error;
}

Result<QByteArray> ResourceRoot::read(const QString& path, qint64 maxBytes) const
{
    const QFileInfo info(m_folder + QLatin1Char('/') + path);
    const QString canonical = info.canonicalFilePath();
    const SourceLocation where{info.filePath(), -1, {}};
    if (canonical.isEmpty() || !info.isFile())
        return failure(ErrorCode::NotFound, tr("Die Datei fehlt."), {}, {}, where);
    if (!canonical.startsWith(m_folder.endsWith(QLatin1Char('/')) ? m_folder : m_folder + QLatin1Char('/')))
        return refused(path);
    QFile file(canonical);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied, tr("Die Datei lässt sich nicht öffnen."), file.errorString(), {},
                       where);
    if (file.size() > maxBytes)
        return failure(ErrorCode::ResourceExhausted, tr("Die Datei ist zu groß."),
                       QStringLiteral("%1 bytes").arg(file.size()), {}, where);
    const qint64 size = file.size();
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const qint64 got = file.read(bytes.data(), size);
    if (got != size)
        return failure(ErrorCode::MalformedData, tr("Die Datei lässt sich nicht lesen."), file.errorString(), {},
                       where);
    return bytes;
}

} // namespace twin::tiles3d
