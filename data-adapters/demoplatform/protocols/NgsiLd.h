// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Condition.h"
#include "demoplatform/http/Message.h"

#include <QJsonArray>

namespace twin::demoplatform {

/// How an entity is written.
enum class EntityForm : std::uint8_t { Normalized, Concise, KeyValues };

/// ETSI GS CIM 009 (NGSI-LD) 1.6: entities, types and the temporal API, as the cities' context brokers speak it.
/// Tenants: "dortmund" and "schwerte"; without one everything.
class NgsiLd {
public:
    static constexpr int usualLimit = 20;
    static constexpr int mostEntities = 1000;
    static constexpr int mostTemporal = 10'000; ///< values an attribute; more is answered 206 with Content-Range

    explicit NgsiLd(const Readings& readings) : m_readings(readings) {}

    /// @param path  behind "/ngsi-ld/v1"
    [[nodiscard]] Response answer(const Request& request, const QString& path, std::int64_t now) const;
    /// @param attributes  wanted; empty: all
    /// @param withSystemTimes  adds createdAt and modifiedAt, as options=sysAttrs asks
    [[nodiscard]] QJsonObject entity(const Thing& thing, EntityForm form, const QStringList& attributes,
                                     std::int64_t now, bool withSystemTimes = false) const;

    static Response problem(int status, const char* type, const QString& title);

private:
    [[nodiscard]] Response entities(const Request& request, std::int64_t now) const;
    [[nodiscard]] Response oneEntity(const Request& request, const QString& id, std::int64_t now) const;
    [[nodiscard]] Response types(const Request& request) const;
    [[nodiscard]] Response temporal(const Request& request, const QString& id, std::int64_t now) const;
    [[nodiscard]] Result<std::vector<const Thing*>> selected(const Request& request, std::int64_t now) const;
    [[nodiscard]] QJsonObject history(const Thing& thing, const Request& request, std::int64_t now,
                                      std::int64_t& cutAt) const;
    [[nodiscard]] QJsonValue places(const Thing& thing, std::int64_t from, std::int64_t to, qint64 last, bool isCompact,
                                    std::int64_t now) const;

    const Readings& m_readings;
};

/// @returns the last part of "https://…/WeatherObserved" or "…#WeatherObserved": what a name means in any context.
[[nodiscard]] QString shortName(const QString& name);

} // namespace twin::demoplatform
