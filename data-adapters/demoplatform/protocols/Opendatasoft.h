// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Message.h"

#include <QJsonArray>

namespace twin::demoplatform {

/// Opendatasoft's Explore API 2.1, as open-data.dortmund.de runs it, with its limits: 100 records a call,
/// offset + limit ≤ 10 000, a daily quota in the headers.
class Opendatasoft {
public:
    static constexpr int mostRecords = 100;
    static constexpr int mostOffset = 10'000;
    static constexpr int dailyQuota = 50'000;

    explicit Opendatasoft(const Readings& readings) : m_readings(readings) {}

    /// @param path  behind "/api/explore/v2.1/catalog"
    Response answer(const Request& request, const QString& path, std::int64_t now);

private:
    [[nodiscard]] Response datasets(const Request& request, std::int64_t now) const;
    [[nodiscard]] Response records(const Request& request, int dataSet, std::int64_t now) const;
    [[nodiscard]] Response exported(const Request& request, int dataSet, const QString& format, std::int64_t now) const;
    [[nodiscard]] QJsonObject described(int dataSet, std::int64_t now) const;
    [[nodiscard]] QJsonObject record(const Thing& thing, std::int64_t now) const;
    [[nodiscard]] Result<std::vector<QJsonObject>> found(const Request& request, int dataSet, std::int64_t now) const;

    const Readings& m_readings;
    std::int64_t m_day = 0;
    int m_calls = 0;
};

} // namespace twin::demoplatform
