// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/UrlPolicy.h"

#include "net/Text.h"

#include <array>
#include <utility>

#include <QHostAddress>

namespace twin::net {
namespace {

int portOf(const QUrl& url)
{
    const bool secure = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("mqtts") ||
                        url.scheme() == QLatin1String("wss");
    return url.port(url.scheme().startsWith(QLatin1String("mqtt")) ? (secure ? 8883 : 1883) : (secure ? 443 : 80));
}

/// Numbers as inet_aton reads them ("0x7f.1", "017700000001"): QHostAddress does not know all of these notations, the
/// resolver does.
std::optional<quint32> classicIpv4(const QString& host)
{
    const QStringList parts = host.split(QLatin1Char('.'));
    if (parts.isEmpty() || parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        const quint64 part = parts[i].toULongLong(&ok, 0); // 0x… hexadecimal, 0… octal, else decimal
        const bool last = i == parts.size() - 1;
        const quint64 most = last ? (quint64(1) << (8 * (5 - parts.size()))) - 1 : 255;
        if (!ok || part > most)
            return std::nullopt;
        address = last ? address + part : address | part << (8 * (3 - i));
    }
    return static_cast<quint32>(address);
}

std::optional<QHostAddress> literalAddress(const QString& host)
{
    QString text = host;
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        text = text.mid(1, text.size() - 2);
    if (text.contains(QLatin1Char(':'))) {
        const QHostAddress address(text);
        if (address.isNull())
            return std::nullopt;
        bool mapped = false;
        const quint32 v4 = address.toIPv4Address(&mapped);
        return mapped ? QHostAddress(v4) : address;
    }
    if (const std::optional<quint32> v4 = classicIpv4(text))
        return QHostAddress(*v4);
    return std::nullopt;
}

bool isBelow(const QString& path, QString root)
{
    if (!root.endsWith(QLatin1Char('/')))
        root += QLatin1Char('/');
    return path == root.chopped(1) || path.startsWith(root);
}

tl::unexpected<Error> refused(const QUrl& url, const QString& why)
{
    return failure(
        ErrorCode::AccessDenied, Text::tr("Die Adresse %1 wird nicht aufgerufen: %2").arg(shownUrl(url).left(200), why),
        {}, Text::tr("Prüfen Sie die Adresse der Quelle; weitere erlaubte Rechner stehen in ihren Einstellungen."),
        placeOf(url));
}

bool hasUserInfo(const QUrl& url)
{
    return !url.userInfo().isEmpty();
}

} // namespace

QString originOf(const QUrl& url)
{
    if (url.host().isEmpty())
        return {};
    return url.scheme().toLower() + QStringLiteral("://") + url.host(QUrl::FullyEncoded).toLower() + QLatin1Char(':') +
           QString::number(portOf(url));
}

bool isLoopback(const QString& host)
{
    const QString name = host.toLower();
    if (name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")))
        return true;
    const auto address = literalAddress(name);
    return address && address->isLoopback();
}

bool isPrivateAddress(const QString& host)
{
    static const std::array<std::pair<QHostAddress, int>, 19> ranges{{
        {QHostAddress(QStringLiteral("0.0.0.0")), 8},       {QHostAddress(QStringLiteral("10.0.0.0")), 8},
        {QHostAddress(QStringLiteral("100.64.0.0")), 10},   {QHostAddress(QStringLiteral("127.0.0.0")), 8},
        {QHostAddress(QStringLiteral("169.254.0.0")), 16},  {QHostAddress(QStringLiteral("172.16.0.0")), 12},
        {QHostAddress(QStringLiteral("192.0.0.0")), 24},    {QHostAddress(QStringLiteral("192.0.2.0")), 24},
        {QHostAddress(QStringLiteral("192.168.0.0")), 16},  {QHostAddress(QStringLiteral("198.18.0.0")), 15},
        {QHostAddress(QStringLiteral("198.51.100.0")), 24}, {QHostAddress(QStringLiteral("203.0.113.0")), 24},
        {QHostAddress(QStringLiteral("224.0.0.0")), 3},     {QHostAddress(QStringLiteral("::")), 127},
        {QHostAddress(QStringLiteral("fc00::")), 7},        {QHostAddress(QStringLiteral("fe80::")), 10},
        {QHostAddress(QStringLiteral("ff00::")), 8},        {QHostAddress(QStringLiteral("2001:db8::")), 32},
        {QHostAddress(QStringLiteral("64:ff9b::")), 96},
    }};
    if (isLoopback(host))
        return true;
    const auto address = literalAddress(host.toLower());
    if (!address)
        return false;
    for (const auto& [network, bits] : ranges)
        if (network.protocol() == address->protocol() && address->isInSubnet(network, bits))
            return true;
    return false;
}

Result<void> checkRoot(const UrlRules& rules)
{
    const QUrl& url = rules.root;
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorCode::InvalidParameter, Text::tr("Das ist keine vollständige Adresse."), {},
                       Text::tr("Geben Sie sie mit https:// und dem Namen des Servers an."), placeOf(url));
    if (hasUserInfo(url))
        return failure(ErrorCode::InvalidParameter, Text::tr("Zugangsdaten gehören nicht in die Adresse."), {},
                       Text::tr("Geben Sie Anmeldename und Kennwort in den Einstellungen der Quelle an."),
                       placeOf(url));
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("https") || scheme == QLatin1String("mqtts") || scheme == QLatin1String("wss"))
        return {};
    if (scheme != QLatin1String("http") && scheme != QLatin1String("mqtt") && scheme != QLatin1String("ws"))
        return refused(url, Text::tr("nur https, mqtts und wss sind erlaubt"));
    if (!rules.plainHttp && !isLoopback(url.host()))
        return refused(url, Text::tr("die Verbindung wäre unverschlüsselt"));
    return {};
}

Result<void> checkRequest(const QUrl& url, const UrlRules& rules)
{
    TWIN_CHECK(checkRoot(rules));
    if (!url.isValid() || url.host().isEmpty() || hasUserInfo(url))
        return refused(url, Text::tr("die Adresse ist unvollständig oder enthält Zugangsdaten"));
    if (originOf(url) == originOf(rules.root))
        return {};
    if (url.scheme().toLower() != QLatin1String("https"))
        return refused(url, Text::tr("nur https ist erlaubt"));
    const bool sameHost = url.host().compare(rules.root.host(), Qt::CaseInsensitive) == 0 && portOf(url) == 443;
    if (!sameHost && !rules.furtherHosts.contains(url.host(), Qt::CaseInsensitive))
        return refused(url, Text::tr("der Rechner gehört nicht zur Quelle"));
    if (!sameHost && isPrivateAddress(url.host()))
        return refused(url, Text::tr("der Rechner liegt in einem inneren Netz"));
    return {};
}

Result<QUrl> resolveLink(const QUrl& base, const QString& link, const UrlRules& rules)
{
    if (link.isEmpty() || link.size() > 8192)
        return refused(base, Text::tr("der Verweis auf die nächste Seite ist leer oder zu lang"));
    QUrl target = base.resolved(QUrl(link, QUrl::TolerantMode));
    target.setFragment({});
    if (originOf(target) != originOf(rules.root)) {
        const QString scheme = target.scheme().toLower();
        const bool isHttp = scheme == QLatin1String("http") || scheme == QLatin1String("https");
        if (!isHttp || hasUserInfo(target) || !isBelow(target.path(), rules.root.path()) ||
            rules.root.path().size() < 2)
            return refused(target, Text::tr("der Verweis führt zu einem fremden Rechner"));
        target.setScheme(rules.root.scheme());
        target.setHost(rules.root.host());
        target.setPort(rules.root.port());
    }
    TWIN_CHECK(checkRequest(target, rules));
    return target;
}

QString shownUrl(const QUrl& url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

SourceLocation placeOf(const QUrl& url)
{
    return {shownUrl(url), -1, {}};
}

} // namespace twin::net
