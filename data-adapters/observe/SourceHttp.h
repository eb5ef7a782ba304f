// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "net/HttpClient.h"
#include "net/MqttClient.h"

#include <QJsonDocument>

namespace twin::observe {

/// The options of every source that is asked by HTTP: interval, user, password, token, apiKey, apiKeyHeader, caFile,
/// hosts, plainHttp.
[[nodiscard]] std::vector<SourceOption> httpOptions(int intervalSeconds);
/// The option "caFile" of every source that speaks TLS.
[[nodiscard]] SourceOption caFileOption();
/// The options of a source that listens to a broker beside: mqtt, mqttUser, mqttPassword.
[[nodiscard]] std::vector<SourceOption> mqttOptions();

/// @returns the option's value, or its fallback in the description.
[[nodiscard]] QVariant optionOf(const SourceDescription& description, const SourceSettings& settings, const char* key);

/// @brief Checks settings against the description: required ones, numbers in range, choices, unknown keys; and the URL
///        against the transport's rules.
[[nodiscard]] Result<void> checkSettings(const SourceDescription& description, const SourceSettings& settings);

/// A source's way to its server: makes requests with its rules and credentials.
class SourceHttp {
public:
    SourceHttp(net::HttpClient& client, const SourceDescription& description, const SourceSettings& settings);

    [[nodiscard]] net::HttpRequest request(const QUrl& url) const;
    [[nodiscard]] Result<net::HttpResponse> get(const QUrl& url, const CancellationToken& cancel) const;
    [[nodiscard]] Result<net::HttpResponse> get(const QUrl& url, const net::HttpHeaders& headers,
                                                const CancellationToken& cancel) const;
    [[nodiscard]] Result<QJsonDocument> getJson(const QUrl& url, const CancellationToken& cancel) const;

    [[nodiscard]] const net::UrlRules& rules() const { return m_prototype.rules; }
    /// @returns the root with more path and an encoded query.
    [[nodiscard]] QUrl url(const QString& morePath, const QString& query = {}) const;

private:
    net::HttpClient& m_client;
    net::HttpRequest m_prototype;
};

/// @returns a broker's settings from the options mqtt, mqttUser, mqttPassword, caFile and plainHttp.
[[nodiscard]] net::MqttSettings mqttSettings(const SourceDescription& description, const SourceSettings& settings,
                                             const QUrl& broker);

/// @returns `text` percent-encoded for use as one value of a query or one part of a path.
[[nodiscard]] QString encoded(const QString& text);

} // namespace twin::observe
