// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/HistoryStore.h"

#include <memory>

namespace twin::postgres {

/// @returns whether a place of observations is a database: "postgresql://…".
[[nodiscard]] bool isPostgresUrl(const QString& place);

/// Observations in a PostgreSQL database that several programs may share: plain rows in the tables twin_series and
/// twin_observation, to be read by anything that speaks SQL. Where the server has TimescaleDB, the rows are a
/// hypertable. A connection that was lost is made again by the next call. One thread at a time; further objects, and
/// other programs, may write to the same database meanwhile.
class PostgresStore final : public HistoryStore {
public:
    /// @brief Connects and makes the tables where there are none.
    /// @param url  "postgresql://user@host:port/database" without password: libpq takes it from ~/.pgpass or
    /// PGPASSWORD.
    ///             To other machines the connection is encrypted and the server's certificate checked, unless the URL
    ///             says sslmode itself.
    /// @returns InvalidParameter for a URL with a password in it, NetworkUnavailable, AccessDenied,
    ///          UnsupportedVersion where a later version made the tables.
    static Result<std::unique_ptr<PostgresStore>> open(const QString& url);
    ~PostgresStore() override;

    Result<void> remember(std::span<const Datastream> streams) override;
    Result<std::vector<Datastream>> remembered() override;
    Result<void> append(std::span<const Observation> observations) override;
    Result<std::vector<Observation>> range(const QString& datastream, const TimeRange& range,
                                           std::size_t limit) override;
    /// The server reads every value in the range; cost depends on them, not only on the columns.
    Result<std::vector<HistoryBucket>> columns(const QString& datastream, const TimeRange& range, int columns) override;
    Result<std::vector<Observation>> valuesAt(Instant instant, Instant oldest) override;
    Result<void> forgetBefore(Instant instant, const CancellationToken& cancel) override;
    Result<HistoryExtent> extent() override;

    /// @returns whether the rows are a hypertable of TimescaleDB.
    [[nodiscard]] bool usesTimescale() const;

private:
    struct Private;
    explicit PostgresStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::postgres
