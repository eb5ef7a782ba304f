// SPDX-License-Identifier: GPL-3.0-or-later
#include "cap/CapSource.h"

#include "cap/CapAlert.h"
#include "observe/JsonValues.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"
#include "observe/ZipEntries.h"

#include <array>

#include <QJsonArray>

namespace twin::cap {
namespace {

using observe::SourceHttp;
using observe::Text;

constexpr qsizetype mostLinked = 500;

class CapSource final : public observe::WatchedSource {
public:
    CapSource(const SourceSettings& settings, net::HttpClient& http)
        : WatchedSource(cap::description(), settings), m_http(http, cap::description(), settings)
    {
    }

private:
    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel) override;

    Result<net::HttpResponse> get(const QUrl& url, const CancellationToken& cancel);
    Result<std::vector<CapAlert>> alerts(const CancellationToken& cancel, std::vector<Issue>& issues);
    Result<std::vector<CapAlert>> fromJson(const QByteArray& body, const CancellationToken& cancel,
                                           std::vector<Issue>& issues);
    Result<std::vector<CapAlert>> fromZip(const QByteArray& body, std::vector<Issue>& issues);
    void follow(const QUrl& url, std::vector<CapAlert>& into, std::vector<Issue>& issues,
                const CancellationToken& cancel);

    SourceHttp m_http;
};

Result<net::HttpResponse> CapSource::get(const QUrl& url, const CancellationToken& cancel)
{
    countRequest();
    return m_http.get(
        url, {{"Accept", "application/cap+xml, application/atom+xml, application/xml, application/json, */*"}}, cancel);
}

/// One alert of a list; one that fails is skipped and counted.
void CapSource::follow(const QUrl& url, std::vector<CapAlert>& into, std::vector<Issue>& issues,
                       const CancellationToken& cancel)
{
    const auto skip = [&](const Error& error) {
        issues.push_back({QStringLiteral("record.unreadable"), error.summary, net::placeOf(url)});
    };
    const Result<net::HttpResponse> response = get(url, cancel);
    if (!response)
        return skip(response.error());
    if (response->body.trimmed().startsWith('{')) {
        const auto json = observe::parseJson(response->body, net::placeOf(url));
        if (!json)
            return skip(json.error());
        if (const auto alert = alertFromJson(json->object()))
            into.push_back(*alert);
        return;
    }
    const Result<CapDocument> document = documentFromXml(response->body, net::placeOf(url));
    if (!document)
        return skip(document.error());
    into.insert(into.end(), document->alerts.begin(), document->alerts.end());
}

/// NINA: a list of {"id": …}; each alert lies at warnings/ID.json below the API's root.
Result<std::vector<CapAlert>> CapSource::fromJson(const QByteArray& body, const CancellationToken& cancel,
                                                  std::vector<Issue>& issues)
{
    TWIN_TRY(const QJsonDocument json, observe::parseJson(body, net::placeOf(settings().url)));
    std::vector<CapAlert> found;
    if (json.isObject()) {
        if (const auto alert = alertFromJson(json.object()))
            found.push_back(*alert);
        return found;
    }
    QUrl root = settings().url;
    root.setPath(root.path().section(QLatin1Char('/'), 0, -3) + QStringLiteral("/warnings/"));
    for (const QJsonValue& entry : json.array()) {
        const QString id = entry[QLatin1String("id")].toString();
        if (id.isEmpty() || static_cast<qsizetype>(found.size()) >= mostLinked)
            continue;
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
        follow(root.resolved(QUrl(observe::encoded(id) + QStringLiteral(".json"))), found, issues, cancel);
    }
    return found;
}

Result<std::vector<CapAlert>> CapSource::fromZip(const QByteArray& body, std::vector<Issue>& issues)
{
    std::vector<CapAlert> found;
    TWIN_CHECK(observe::readZip(
        body, [](const QString& name) { return name.endsWith(QLatin1String(".xml")); },
        [&](const QString& name, QByteArray&& content) {
            const Result<CapDocument> document = documentFromXml(content, {name, -1, {}});
            if (document)
                found.insert(found.end(), document->alerts.begin(), document->alerts.end());
            else
                issues.push_back({QStringLiteral("record.unreadable"), document.error().summary, {name, -1, {}}});
        }));
    return found;
}

Result<std::vector<CapAlert>> CapSource::alerts(const CancellationToken& cancel, std::vector<Issue>& issues)
{
    TWIN_TRY(const net::HttpResponse response, get(settings().url, cancel));
    const QByteArray start = response.body.left(64).trimmed();
    if (response.body.startsWith("PK"))
        return fromZip(response.body, issues);
    if (start.startsWith('[') || start.startsWith('{'))
        return fromJson(response.body, cancel, issues);
    TWIN_TRY(CapDocument document, documentFromXml(response.body, net::placeOf(settings().url)));
    for (const QString& link : document.links.mid(0, mostLinked)) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
        const Result<QUrl> url = net::resolveLink(settings().url, link, m_http.rules());
        if (url)
            follow(*url, document.alerts, issues, cancel);
        else
            issues.push_back({QStringLiteral("record.unreadable"), url.error().summary, {}});
    }
    return document.alerts;
}

Result<SourceSnapshot> CapSource::fetchAll(const CancellationToken& cancel, const ProgressSink&)
{
    SourceSnapshot snapshot;
    TWIN_TRY(const std::vector<CapAlert> found, alerts(cancel, snapshot.issues));
    readAlerts(
        found, [this](const QString& id) { return newStream(id); }, systemNow(), snapshot);
    return snapshot;
}

/// What is no longer in force gets the value "nothing": a warning must not stay because nobody took it away.
Result<SourceSnapshot> CapSource::fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel)
{
    TWIN_TRY(SourceSnapshot now, fetchAll(cancel, {}));
    book.endMissing(now, systemNow());
    return now;
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("cap");
        made.title = Text::tr("Warnungen (CAP)");
        made.standards = QStringLiteral("OASIS CAP 1.2 (XML, Atom, RSS, ZIP), NINA API 3.1");
        made.options = observe::httpOptions(300);
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http)
{
    return std::make_unique<CapSource>(settings, http);
}

namespace {

/// A list without a warning today is one as well: an Atom or RSS feed, or NINA's list, may be empty.
bool isWarning(const net::HttpResponse& answer)
{
    const QByteArray head = answer.body.left(4096);
    if (head.trimmed().startsWith('<'))
        return head.contains("urn:oasis:names:tc:emergency:cap:") || head.contains("cap+xml");
    const auto json = observe::parseJson(answer.body, {});
    if (!json || !json->isArray() || json->array().isEmpty())
        return false;
    const QJsonValue first = json->array().first();
    return first[QLatin1String("id")].isString() &&
           (first[QLatin1String("payload")].isObject() || first[QLatin1String("severity")].isString());
}

} // namespace

std::span<const observe::ProbeQuestion> probe()
{
    static constexpr std::array questions{observe::ProbeQuestion{"", false, isWarning}};
    return questions;
}

} // namespace twin::cap
