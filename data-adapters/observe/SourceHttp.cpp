// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/SourceHttp.h"
#include "observe/Option.h"

#include "observe/JsonValues.h"
#include "observe/Text.h"

#include <algorithm>

namespace twin::observe {
namespace {

using Type = SourceOption::Type;

const SourceOption* find(const SourceDescription& description, const QString& key)
{
    const auto found = std::find_if(description.options.begin(), description.options.end(),
                                    [&](const SourceOption& option) { return key == QLatin1String(option.key); });
    return found == description.options.end() ? nullptr : &*found;
}

tl::unexpected<Error> wrongOption(const QString& key, const QString& why)
{
    return failure(ErrorCode::InvalidParameter, Text::tr("Die Einstellung „%1“ %2.").arg(key, why));
}

Result<void> checkOption(const SourceOption& option, const QVariant& value)
{
    const QString key = QLatin1String(option.key);
    if (option.type == Type::Integer || option.type == Type::Seconds) {
        bool ok = false;
        const double number = value.toDouble(&ok);
        if (!ok || (option.most > option.least && (number < option.least || number > option.most)))
            return wrongOption(key, Text::tr("muss eine Zahl von %1 bis %2 sein").arg(option.least).arg(option.most));
    }
    if (option.type == Type::Choice && !option.choices.contains(value.toString()))
        return wrongOption(key, Text::tr("muss eines von %1 sein").arg(option.choices.join(QLatin1String(", "))));
    if (option.type == Type::Url && !value.toString().isEmpty() && QUrl(value.toString()).host().isEmpty())
        return wrongOption(key, Text::tr("muss eine vollständige Adresse sein"));
    return {};
}

net::HttpHeaders credentialsFrom(const SourceDescription& description, const SourceSettings& settings)
{
    const auto text = [&](const char* key) { return optionOf(description, settings, key).toString().toUtf8(); };
    net::HttpHeaders headers;
    if (const QByteArray token = text("token"); !token.isEmpty())
        headers.emplace_back("Authorization", "Bearer " + token);
    else if (const QByteArray user = text("user"); !user.isEmpty())
        headers.emplace_back("Authorization", "Basic " + (user + ':' + text("password")).toBase64());
    if (const QByteArray key = text("apiKey"); !key.isEmpty())
        headers.emplace_back(text("apiKeyHeader"), key);
    return headers;
}

} // namespace

SourceOption caFileOption()
{
    return Option("caFile", QT_TRANSLATE_NOOP("twin::SourceOption", "Zertifizierungsstellen"),
                  QT_TRANSLATE_NOOP("twin::SourceOption", "PEM-Datei; nur diesen Stellen wird dann vertraut"))
        .expert();
}

std::vector<SourceOption> httpOptions(int intervalSeconds)
{
    return {
        Option("interval", QT_TRANSLATE_NOOP("twin::SourceOption", "Abfrage alle"),
               QT_TRANSLATE_NOOP("twin::SourceOption",
                                 "Sekunden zwischen zwei Abfragen; was der Server verlangt, geht vor"))
            .seconds(intervalSeconds, 1, 86400),
        Option("user", QT_TRANSLATE_NOOP("twin::SourceOption", "Anmeldename"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "für HTTP Basic")),
        Option("password", QT_TRANSLATE_NOOP("twin::SourceOption", "Kennwort"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "für HTTP Basic"))
            .secret(),
        Option("token", QT_TRANSLATE_NOOP("twin::SourceOption", "Zugriffstoken"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "für OAuth 2 (Bearer)"))
            .secret(),
        Option("apiKey", QT_TRANSLATE_NOOP("twin::SourceOption", "API-Schlüssel"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "wird als eigene Kopfzeile gesendet"))
            .secret()
            .expert(),
        Option("apiKeyHeader", QT_TRANSLATE_NOOP("twin::SourceOption", "Kopfzeile des API-Schlüssels"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "Name der Kopfzeile"))
            .fallback(QStringLiteral("X-Api-Key"))
            .expert(),
        caFileOption(),
        Option("hosts", QT_TRANSLATE_NOOP("twin::SourceOption", "Weitere Rechner"),
               QT_TRANSLATE_NOOP("twin::SourceOption",
                                 "Rechner, auf die der Server verweisen darf, mit Leerzeichen getrennt"))
            .expert(),
        Option(
            "plainHttp", QT_TRANSLATE_NOOP("twin::SourceOption", "Unverschlüsselt erlauben"),
            QT_TRANSLATE_NOOP("twin::SourceOption", "http auch zu anderen Rechnern: Daten und Zugang sind mitlesbar"))
            .yesOrNo()
            .expert(),
    };
}

std::vector<SourceOption> mqttOptions()
{
    return {
        Option("mqtt", QT_TRANSLATE_NOOP("twin::SourceOption", "MQTT-Server"),
               QT_TRANSLATE_NOOP("twin::SourceOption",
                                 "mqtts://Rechner:Port oder wss://Rechner/Pfad, über den Änderungen sofort eintreffen"))
            .url(),
        Option("mqttUser", QT_TRANSLATE_NOOP("twin::SourceOption", "MQTT-Anmeldename")).expert(),
        Option("mqttPassword", QT_TRANSLATE_NOOP("twin::SourceOption", "MQTT-Kennwort")).secret().expert(),
    };
}

QVariant optionOf(const SourceDescription& description, const SourceSettings& settings, const char* key)
{
    if (const auto set = settings.options.constFind(QLatin1String(key)); set != settings.options.constEnd())
        return *set;
    const SourceOption* option = find(description, QLatin1String(key));
    return option ? option->fallback : QVariant();
}

Result<void> checkSettings(const SourceDescription& description, const SourceSettings& settings)
{
    net::UrlRules rules;
    rules.root = settings.url;
    rules.plainHttp = optionOf(description, settings, "plainHttp").toBool();
    TWIN_CHECK(net::checkRoot(rules));
    for (const SourceOption& option : description.options)
        if (option.required && optionOf(description, settings, option.key).toString().isEmpty())
            return wrongOption(QLatin1String(option.key), Text::tr("fehlt"));
    for (auto set = settings.options.constBegin(); set != settings.options.constEnd(); ++set) {
        const SourceOption* option = find(description, set.key());
        if (!option)
            return wrongOption(set.key(), Text::tr("gibt es bei dieser Quelle nicht"));
        TWIN_CHECK(checkOption(*option, set.value()));
    }
    return {};
}

SourceHttp::SourceHttp(net::HttpClient& client, const SourceDescription& description, const SourceSettings& settings)
    : m_client(client)
{
    m_prototype.rules.root = settings.url;
    m_prototype.rules.plainHttp = optionOf(description, settings, "plainHttp").toBool();
    m_prototype.rules.furtherHosts =
        optionOf(description, settings, "hosts").toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_prototype.caFile = optionOf(description, settings, "caFile").toString();
    m_prototype.headers = {{"Accept", "application/json"}};
    m_prototype.credentials = credentialsFrom(description, settings);
}

net::HttpRequest SourceHttp::request(const QUrl& url) const
{
    net::HttpRequest request = m_prototype;
    request.url = url;
    return request;
}

Result<net::HttpResponse> SourceHttp::get(const QUrl& url, const CancellationToken& cancel) const
{
    return m_client.send(request(url), cancel);
}

Result<net::HttpResponse> SourceHttp::get(const QUrl& url, const net::HttpHeaders& headers,
                                          const CancellationToken& cancel) const
{
    net::HttpRequest request = this->request(url);
    for (const auto& header : headers) {
        std::erase_if(request.headers, [&](const auto& own) { return own.first == header.first; });
        request.headers.push_back(header);
    }
    return m_client.send(request, cancel);
}

Result<QJsonDocument> SourceHttp::getJson(const QUrl& url, const CancellationToken& cancel) const
{
    TWIN_TRY(const net::HttpResponse response, get(url, cancel));
    return parseJson(response.body, net::placeOf(url));
}

QUrl SourceHttp::url(const QString& morePath, const QString& query) const
{
    QUrl url = m_prototype.rules.root;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + morePath, QUrl::StrictMode);
    url.setQuery(query.isEmpty() ? QString() : query, QUrl::StrictMode);
    url.setFragment({});
    return url;
}

net::MqttSettings mqttSettings(const SourceDescription& description, const SourceSettings& settings, const QUrl& broker)
{
    net::MqttSettings mqtt;
    mqtt.rules.root = broker;
    mqtt.rules.plainHttp = optionOf(description, settings, "plainHttp").toBool();
    mqtt.user = optionOf(description, settings, "mqttUser").toString();
    mqtt.password = optionOf(description, settings, "mqttPassword").toString().toUtf8();
    mqtt.caFile = optionOf(description, settings, "caFile").toString();
    return mqtt;
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace twin::observe
