// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/text/TextEncoding.h"

#include <QCoreApplication>
#include <QFile>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

} // namespace

QString unicodeMark(const QString& path)
{
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(3) : QByteArray();
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16");
    return start.startsWith("\xEF\xBB\xBF") ? QStringLiteral("UTF-8 + BOM") : QString();
}

Error wronglyEncoded(const QString& path, const QString& encoding)
{
    return {ErrorCode::UnsupportedFormat,
            tr("Höhen in dieser Zeichenkodierung (%1) werden nicht gelesen.").arg(encoding),
            {},
            tr("Speichern Sie die Datei als ASCII oder als UTF-8 ohne BOM."),
            {path, -1, {}}};
}

} // namespace twin::geo
