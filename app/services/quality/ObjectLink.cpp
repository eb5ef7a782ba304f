// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/ObjectLink.h"

#include <algorithm>
#include <optional>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::ObjectLink)
};

const QString scheme = QStringLiteral("stadtzwilling:");
const QString question = QStringLiteral("?select=");
constexpr qsizetype longestLink = 8192; // characters: a path and an id, all of them encoded

auto notALink(const QString& why)
{
    return failure(ErrorCode::InvalidParameter, Text::tr("Dieser Verweis führt zu keinem Objekt einer Region."), why,
                   Text::tr("Öffnen Sie ihn unverändert aus einem Qualitätsbericht, oder nennen Sie Region und "
                            "Kennung: stadtzwilling REGION --select KENNUNG."));
}

/// @returns the text; empty when bytes are wrongly encoded, no UTF-8 or control characters.
std::optional<QString> decoded(QStringView text)
{
    static const QRegularExpression wrong(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    if (wrong.match(text).hasMatch())
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString result = utf8(QByteArray::fromPercentEncoding(text.toLatin1()));
    const bool isText = !utf8.hasError() && std::none_of(result.begin(), result.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    });
    return isText ? std::optional(result) : std::nullopt;
}

/// A local path has one way to be written: no other computer, nothing that leads back up.
bool isPlainPath(const QString& path)
{
    const QStringList steps = path.split(QLatin1Char('/'));
    const bool leadsOn = std::all_of(steps.begin() + 1, steps.end(), [](const QString& step) {
        return !step.isEmpty() && step != QLatin1String(".") && step != QLatin1String("..");
    });
    return leadsOn && steps.size() > 1 && steps.constFirst().isEmpty();
}

} // namespace

bool isObjectLink(const QString& word)
{
    return word.startsWith(scheme, Qt::CaseInsensitive);
}

QString uriOf(const ObjectLink& link)
{
    // QUrl knows how a drive letter becomes a path.
    const QString path = QUrl::fromLocalFile(QDir::cleanPath(link.region)).path(QUrl::FullyDecoded);
    return scheme + QStringLiteral("//") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + question +
           QString::fromLatin1(QUrl::toPercentEncoding(link.object));
}

Result<ObjectLink> parseObjectLink(const QString& uri)
{
    const bool isAscii = std::all_of(uri.begin(), uri.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!isObjectLink(uri) || uri.size() > longestLink || !isAscii)
        return notALink(QStringLiteral("no URI of ours, too long or with characters that no URI has"));
    QStringView rest = QStringView(uri).mid(scheme.size());
    if (rest.startsWith(QLatin1String("//")))
        rest = rest.mid(2); // an empty authority may be left out (RFC 3986, 3)
    const qsizetype at = rest.indexOf(question);
    if (at < 0 || rest.contains(QLatin1Char('#')) || rest.contains(QLatin1Char('&')))
        return notALink(QStringLiteral("expected stadtzwilling:///PATH?select=ID"));
    const auto path = decoded(rest.left(at));
    const auto object = decoded(rest.mid(at + question.size()));
    if (!path || !object || object->isEmpty())
        return notALink(QStringLiteral("path or id is empty, wrongly percent-encoded or not UTF-8"));
    if (!isPlainPath(*path))
        return notALink(QStringLiteral("not an absolute path on this computer"));
    QUrl file;
    file.setScheme(QStringLiteral("file"));
    file.setPath(*path, QUrl::DecodedMode);
    return ObjectLink{file.toLocalFile(), *object};
}

Result<QString> linkedRegion(const ObjectLink& link)
{
    const QFileInfo folder(link.region);
    if (!folder.isDir() || !QFileInfo(link.region + QStringLiteral("/region.json")).isFile())
        return failure(ErrorCode::NotFound, Text::tr("Wohin der Verweis führt, liegt keine Region mehr."), {},
                       Text::tr("Öffnen Sie die Region an ihrem neuen Ort und suchen Sie die Kennung des Objekts."),
                       {link.region, -1, link.object});
    return folder.canonicalFilePath();
}

} // namespace twin::services
