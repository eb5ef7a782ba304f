// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/SourceProbe.h"

#include "net/HttpClient.h"
#include "net/MqttClient.h"
#include "observe/Text.h"

#include <map>
#include <optional>

namespace twin::sources {
namespace {

using observe::ProbeQuestion;
using observe::Text;

constexpr qint64 mostBytes = qint64(16) << 20;

QUrl below(const QUrl& root, const char* path)
{
    if (*path == '\0')
        return root;
    const QString more = QLatin1String(path);
    QString base = root.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    QUrl url = root;
    url.setPath(base + more.section(QLatin1Char('?'), 0, 0), QUrl::StrictMode);
    const QString query = more.section(QLatin1Char('?'), 1);
    url.setQuery(query.isEmpty() ? QString() : query, QUrl::StrictMode);
    return url;
}

/// Asks each URL once, whichever adapters want to know.
class Asker {
public:
    Asker(const SourceSettings& settings, net::HttpClient& http, const CancellationToken& cancel)
        : m_http(http), m_cancel(cancel)
    {
        m_prototype.rules.root = settings.url;
        m_prototype.rules.plainHttp = settings.options.value(QStringLiteral("plainHttp")).toBool();
        m_prototype.rules.furtherHosts =
            settings.options.value(QStringLiteral("hosts")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_prototype.caFile = settings.options.value(QStringLiteral("caFile")).toString();
        m_prototype.headers = {{"Accept", "application/json, application/xml, */*"}};
        m_prototype.deadlines.idle = std::chrono::seconds(8);
        m_prototype.deadlines.total = std::chrono::seconds(15);
        m_prototype.mostBytes = mostBytes;
        m_prototype.tries = 1;
        m_prototype.cache = false;
    }

    [[nodiscard]] const Result<net::HttpResponse>& ask(const QUrl& url)
    {
        const QString key = url.toString(QUrl::FullyEncoded);
        auto known = m_answers.find(key);
        if (known == m_answers.end()) {
            net::HttpRequest request = m_prototype;
            request.url = url;
            known = m_answers.emplace(key, m_http.send(request, m_cancel)).first;
        }
        return known->second;
    }

private:
    net::HttpClient& m_http;
    const CancellationToken& m_cancel;
    net::HttpRequest m_prototype;
    std::map<QString, Result<net::HttpResponse>> m_answers;
};

/// Going on would be pointless or impolite.
bool isEnd(const Error& error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::NetworkUnavailable ||
           error.code == ErrorCode::Timeout || error.code == ErrorCode::RateLimited;
}

tl::unexpected<Error> nothingKnown(const QUrl& url, const std::optional<Error>& refused)
{
    if (refused)
        return failure(ErrorCode::AccessDenied, Text::tr("Der Server verlangt eine Anmeldung."), refused->detail,
                       Text::tr("Wählen Sie die Art der Schnittstelle selbst und tragen Sie die Zugangsdaten ein."),
                       net::placeOf(url));
    return failure(ErrorCode::UnsupportedFormat,
                   Text::tr("Unter dieser Adresse antwortet keine Schnittstelle, die das Programm kennt."), {},
                   Text::tr("Prüfen Sie die Adresse, oder wählen Sie die Art der Schnittstelle selbst."),
                   net::placeOf(url));
}

} // namespace

QUrl urlFromPerson(const QString& text)
{
    QString address = text.trimmed();
    if (address.isEmpty() || address.contains(QLatin1Char(' ')))
        return {};
    if (!address.contains(QLatin1String("://"))) {
        const QUrl guess(QStringLiteral("https://") + address, QUrl::StrictMode);
        address.prepend(net::isLoopback(guess.host()) ? QStringLiteral("http://") : QStringLiteral("https://"));
    }
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    url.setUserInfo({});
    url.setFragment({});
    return url;
}

Result<ProbeResult> probe(const SourceSettings& settings, net::HttpClient& http, const CancellationToken& cancel,
                          const ProgressSink& progress)
{
    net::UrlRules rules;
    rules.root = settings.url;
    rules.plainHttp = settings.options.value(QStringLiteral("plainHttp")).toBool();
    TWIN_CHECK(net::checkRoot(rules));
    if (net::isBrokerScheme(settings.url.scheme()))
        return ProbeResult{adapterOf(u"mqtt"), settings.url, {}};

    Asker asker(settings, http, cancel);
    std::optional<Error> refused;
    double asked = 0;
    for (const ObservationAdapter& adapter : observationAdapters()) {
        if (progress)
            progress(asked++ / static_cast<double>(observationAdapters().size()), adapter.describe().title);
        for (const ProbeQuestion& question : adapter.probe()) {
            const QUrl url = below(settings.url, question.path);
            const Result<net::HttpResponse>& answer = asker.ask(url);
            if (!answer && isEnd(answer.error()))
                return failure(answer.error());
            if (!answer && answer.error().code == ErrorCode::AccessDenied)
                refused = answer.error();
            if (answer && question.recognises(*answer))
                return ProbeResult{&adapter, question.isRoot ? url : settings.url,
                                   question.scopes ? question.scopes(*answer) : QStringList()};
        }
    }
    return nothingKnown(settings.url, refused);
}

} // namespace twin::sources
