// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Condition.h"
#include "demoplatform/http/Message.h"
#include "demoplatform/protocols/StaQuery.h"

#include <QJsonArray>

namespace twin::demoplatform {

/// OGC SensorThings API 1.1 (18-088), sensing profile, reading; pages as FROST-Server has them.
class SensorThings {
public:
    static constexpr int usualTop = 100;
    static constexpr int mostTop = 10'000;

    explicit SensorThings(const Readings& readings);

    /// @param root  of all links, e.g. "http://127.0.0.1:8080/sensorthings/v1.1"
    /// @param path  behind it
    [[nodiscard]] Response answer(const Request& request, const QByteArray& root, const QString& path,
                                  std::int64_t now) const;

    /// Says in the root document where new Observations are published ("mqtt://…").
    void offerMqtt(const QString& endpoint) { m_mqtt = endpoint; }
    /// @returns an Observation as FROST publishes it on MQTT.
    [[nodiscard]] QByteArray observationJson(int stream, const Reading& reading, const QByteArray& root) const;

private:
    enum class Set : std::uint8_t {
        Things,
        Locations,
        HistoricalLocations,
        Datastreams,
        Sensors,
        ObservedProperties,
        FeaturesOfInterest,
        Observations
    };

    /// Some members of a set; `isOne` when the path names a single one.
    struct Selection {
        Set set = Set::Things;
        std::vector<int> members; ///< of Observations: the Datastreams they belong to
        bool isOne = false;
        std::int64_t observation = -1; ///< index of the one reading where a path names one
        QString property;              ///< behind the last "/", e.g. "name"
        bool isCount = false;
    };
    struct Scope {
        const QByteArray& root;
        std::int64_t now;
    };

    static std::optional<Set> setOf(const QString& name, bool& isOne);
    static const char* nameOf(Set set);
    [[nodiscard]] int sizeOf(Set set) const;
    [[nodiscard]] std::optional<Selection> selectionOf(const QString& path) const;
    [[nodiscard]] bool enter(Selection& selection, const QString& segment) const;
    [[nodiscard]] std::optional<Selection> related(Set from, int member, const QString& name) const;
    [[nodiscard]] QJsonObject member(Set set, int number, const Scope& scope) const;
    [[nodiscard]] QJsonObject datastream(int number) const;
    [[nodiscard]] QJsonObject location(int thing, std::int64_t now) const;
    [[nodiscard]] QJsonObject shaped(Set set, int number, const StaQuery& query, const Scope& scope) const;
    [[nodiscard]] QJsonObject page(const Selection& selection, const StaQuery& query, const QByteArray& nextBase,
                                   const Scope& scope) const;

    struct Row {
        int stream = 0;
        Reading reading;
    };
    struct Rows {
        std::vector<Row> rows;
        std::int64_t count = 0;
        bool hasMore = false;
        std::int64_t seen = 0; ///< rows passed over or taken, for the next page
    };
    [[nodiscard]] Rows observations(const std::vector<int>& streams, const StaQuery& query, std::int64_t now) const;
    [[nodiscard]] QJsonObject observation(const Row& row, const QByteArray& root) const;
    [[nodiscard]] QByteArray observationPage(const Selection& selection, const StaQuery& query,
                                             const QByteArray& nextBase, const Scope& scope) const;

    const Readings& m_readings;
    QString m_mqtt;                                ///< empty: nowhere
    std::vector<std::pair<int, int>> m_properties; ///< data set and property of each ObservedProperty
};

} // namespace twin::demoplatform
