// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeServer.h"

#include <mutex>

#include <QDateTime>
#include <QJsonObject>

/// A SensorThings service for tests: one Thing, some Datastreams, observations that can be added at any time, and the
/// misbehaviour that real ones show.
class FakeSensorThings {
public:
    struct Behaviour {
        int pageSize = 100;        ///< pages end there whatever $top says
        bool shortPages = false;   ///< and some earlier, with a nextLink all the same
        bool wrongCount = false;   ///< @iot.count is nonsense on later pages
        bool selfLoop = false;     ///< nextLink points to its own page
        bool innerHost = false;    ///< nextLink names a host behind the proxy
        bool foreignNext = false;  ///< nextLink leads elsewhere
        bool errorTail = false;    ///< status 200, then an error in the middle of the JSON
        bool plainResults = false; ///< knows no DataArray
        bool textIds = false;
        bool insertWhilePaging = false; ///< a row before the cursor appears with each page
        bool noIdFilter = false;        ///< "id gt" is refused
        int failEvery = 0;              ///< each n-th request answers 503
    };

    FakeSensorThings();
    explicit FakeSensorThings(Behaviour behaviour);

    /// Adds an observation to a datastream (0 …). @param at  milliseconds since 1970
    void add(int stream, qint64 at, double value);
    void setDown(bool down);
    [[nodiscard]] QUrl root() const;
    [[nodiscard]] FakeServer& server() { return m_server; }
    [[nodiscard]] std::vector<std::pair<qint64, double>> values(int stream) const;

private:
    struct Row {
        qint64 id;
        int stream;
        qint64 at;
        double value;
    };
    FakeReply answer(const FakeRequest& request);
    FakeReply observations(const FakeRequest& request, int stream);
    QJsonObject streamEntity(int stream) const;
    QJsonValue idOf(qint64 number) const;
    FakeReply page(std::vector<Row> rows, const FakeRequest& request, int stream);

    Behaviour m_behaviour;
    mutable std::mutex m_mutex;
    std::vector<Row> m_rows;
    qint64 m_nextId = 1;
    int m_count = 0;
    bool m_down = false;
    FakeServer m_server;
};
