// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceDesk.h"

#include "net/HttpClient.h"
#include "observe/SourceHttp.h"
#include "sources/SourceProbe.h"

#include <algorithm>

#include <QCoreApplication>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::Sources)
};

tl::unexpected<Error> unknownKind()
{
    return failure(ErrorCode::InvalidParameter, Text::tr("Diese Art von Schnittstelle kennt das Programm nicht."), {},
                   Text::tr("Wählen Sie eine der angebotenen."));
}

auto named(std::vector<ConfiguredSource>& list, const QString& name)
{
    return std::find_if(list.begin(), list.end(), [&](const auto& source) { return source.settings.id == name; });
}

} // namespace

QUrl addressFromPerson(const QString& text)
{
    return sources::urlFromPerson(text);
}

std::optional<ConfiguredSource> sourceFromAddress(const QString& text)
{
    const auto address = sources::addressFromText(text);
    if (!address)
        return std::nullopt;
    ConfiguredSource source;
    source.kind = address->adapter->describe().id;
    source.settings.url = address->url;
    source.settings.scope = address->scope;
    source.settings.title = address->url.host();
    return source;
}

SourceDesk::SourceDesk(QString file, std::shared_ptr<Secrets> secrets)
    : m_file(std::move(file)), m_secrets(std::move(secrets))
{
}

SourceDesk::~SourceDesk() = default;

std::vector<const SourceDescription*> SourceDesk::kinds()
{
    std::vector<const SourceDescription*> all;
    for (const sources::ObservationAdapter& adapter : sources::observationAdapters())
        all.push_back(&adapter.describe());
    return all;
}

const SourceDescription* SourceDesk::kind(const QString& id)
{
    const sources::ObservationAdapter* adapter = sources::adapterOf(id);
    return adapter ? &adapter->describe() : nullptr;
}

net::HttpClient& SourceDesk::http()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_http)
        m_http = std::make_unique<net::HttpClient>();
    return *m_http;
}

Result<std::vector<ConfiguredSource>> SourceDesk::load()
{
    auto read = readSources(m_file);
    const std::scoped_lock lock(m_mutex);
    m_sources = read.value_or(std::vector<ConfiguredSource>());
    return read;
}

std::vector<ConfiguredSource> SourceDesk::sources() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sources;
}

Result<FoundSource> SourceDesk::find(const QString& text, const QVariantMap& options, const CancellationToken& cancel,
                                     const ProgressSink& progress)
{
    SourceSettings settings;
    settings.url = sources::urlFromPerson(text);
    settings.options = options;
    if (settings.url.isEmpty())
        return failure(ErrorCode::InvalidParameter, Text::tr("Das ist keine vollständige Adresse."), {},
                       Text::tr("Geben Sie sie an wie im Browser, zum Beispiel https://daten.stadt.example/ngsi."));
    TWIN_TRY(const sources::ProbeResult found, sources::probe(settings, http(), cancel, progress));
    return FoundSource{found.adapter->describe().id, found.url, found.scopes};
}

Result<SourceSettings> SourceDesk::settingsOf(const ConfiguredSource& source, const QVariantMap& secrets) const
{
    ConfiguredSource known = source;
    for (auto typed = secrets.constBegin(); typed != secrets.constEnd(); ++typed)
        known.secrets.removeAll(typed.key());
    TWIN_TRY(SourceSettings settings, m_secrets->complete(known));
    for (auto typed = secrets.constBegin(); typed != secrets.constEnd(); ++typed)
        if (!typed->toString().isEmpty())
            settings.options.insert(typed.key(), *typed);
    return settings;
}

SourceTestAnswer SourceDesk::test(const ConfiguredSource& source, const QVariantMap& secrets,
                                  const CancellationToken& cancel, const ProgressSink& progress)
{
    auto settings = settingsOf(source, secrets);
    if (!settings)
        return {false, settings.error().summary, settings.error().effectiveRemedy()};
    if (settings->id.isEmpty())
        settings->id = QStringLiteral("probe");
    return tryOut(source.kind, *settings, http(), cancel, progress);
}

Result<SourceDesk::Saved> SourceDesk::save(ConfiguredSource source, const QVariantMap& secrets)
{
    const SourceDescription* description = kind(source.kind);
    if (description == nullptr)
        return unknownKind();
    if (source.settings.title.trimmed().isEmpty())
        source.settings.title = source.settings.url.host();
    TWIN_CHECK(observe::checkSettings(*description, source.settings));
    std::vector<ConfiguredSource> list = sources();
    if (source.settings.id.isEmpty())
        source.settings.id = sourceName(source.settings.title, list);
    for (auto typed = secrets.constBegin(); typed != secrets.constEnd(); ++typed) {
        source.secrets.removeAll(typed.key());
        if (!typed->toString().isEmpty())
            source.secrets.append(typed.key());
    }
    if (const auto known = named(list, source.settings.id); known != list.end())
        *known = source;
    else
        list.push_back(source);
    TWIN_CHECK(replace(std::move(list)));
    Saved saved{source.settings.id, true};
    for (auto typed = secrets.constBegin(); typed != secrets.constEnd(); ++typed)
        saved.lasts = m_secrets->keep(source, typed.key(), typed->toString()) && saved.lasts;
    return saved;
}

Result<void> SourceDesk::remove(const QString& name)
{
    std::vector<ConfiguredSource> list = sources();
    const auto known = named(list, name);
    if (known == list.end())
        return {};
    const ConfiguredSource gone = std::move(*known);
    list.erase(known);
    TWIN_CHECK(replace(std::move(list)));
    m_secrets->forget(gone);
    return {};
}

Result<void> SourceDesk::setEnabled(const QString& name, bool enabled)
{
    std::vector<ConfiguredSource> list = sources();
    if (const auto known = named(list, name); known != list.end())
        known->enabled = enabled;
    return replace(std::move(list));
}

Result<void> SourceDesk::replace(std::vector<ConfiguredSource> list)
{
    TWIN_CHECK(writeSources(m_file, list));
    const std::scoped_lock lock(m_mutex);
    m_sources = std::move(list);
    return {};
}

} // namespace twin::services
