// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Secrets.h"
#include "SourceTest.h"

namespace twin::services {

/// What an address turned out to be.
struct FoundSource {
    QString kind;
    QUrl url;
    QStringList scopes; ///< what one may choose from behind #; empty: not known
};

/// @returns the address that a person means, see sources::urlFromPerson(); empty: it is none.
[[nodiscard]] QUrl addressFromPerson(const QString& text);
/// @returns a source as the command line writes it ("ngsi:https://…#Type"), without name; empty: it names none.
[[nodiscard]] std::optional<ConfiguredSource> sourceFromAddress(const QString& text);

/// The list of sources that a person set up, and what can be done with it. Its calls block and belong on worker threads
/// unless they say otherwise; one after the other or at the same time.
class SourceDesk {
public:
    /// @param file  of the list; read by load()
    SourceDesk(QString file, std::shared_ptr<Secrets> secrets);
    ~SourceDesk();

    /// @returns the descriptions of all kinds of sources, in the order of the documentation; any thread, at once.
    [[nodiscard]] static std::vector<const SourceDescription*> kinds();
    /// @returns null: none of that id. Any thread, at once.
    [[nodiscard]] static const SourceDescription* kind(const QString& id);

    /// @returns the list, or why it could not be read; it is empty then.
    [[nodiscard]] Result<std::vector<ConfiguredSource>> load();
    [[nodiscard]] std::vector<ConfiguredSource> sources() const; ///< as last read or changed; any thread, at once

    /// @param text     what a person typed
    /// @param options  of the transport: plainHttp, caFile, hosts
    /// @returns what answers there; see sources::probe().
    [[nodiscard]] Result<FoundSource> find(const QString& text, const QVariantMap& options,
                                           const CancellationToken& cancel, const ProgressSink& progress);
    /// @param secrets  typed now; those it has already are taken from where they are kept
    [[nodiscard]] SourceTestAnswer test(const ConfiguredSource& source, const QVariantMap& secrets,
                                        const CancellationToken& cancel, const ProgressSink& progress);

    struct Saved {
        QString name;      ///< its SOURCE name
        bool lasts = true; ///< false: its secrets are gone with the session, there is no keyring
    };
    /// @brief Adds a source (`settings.id` empty) or replaces the one of that name.
    /// @param secrets  typed now, by option; an empty text forgets one, options that are left out keep theirs
    /// @returns InvalidParameter where its own description or the transport's rules refuse it; AccessDenied where the
    ///          list cannot be written: nothing is changed then.
    [[nodiscard]] Result<Saved> save(ConfiguredSource source, const QVariantMap& secrets);
    [[nodiscard]] Result<void> remove(const QString& name); ///< with its secrets
    [[nodiscard]] Result<void> setEnabled(const QString& name, bool enabled);

private:
    [[nodiscard]] Result<void> replace(std::vector<ConfiguredSource> list);
    [[nodiscard]] Result<SourceSettings> settingsOf(const ConfiguredSource& source, const QVariantMap& secrets) const;
    [[nodiscard]] net::HttpClient& http();

    const QString m_file;
    const std::shared_ptr<Secrets> m_secrets;
    mutable std::mutex m_mutex;
    std::vector<ConfiguredSource> m_sources;
    std::unique_ptr<net::HttpClient> m_http; ///< made when it is wanted first: its thread costs
};

} // namespace twin::services
