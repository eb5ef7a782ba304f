// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/PostgresStore.h"

#include "package/history/DatastreamJson.h"
#include "postgres/Connection.h"

#include <map>

#include <QCoreApplication>
#include <QHash>
#include <QUrl>
#include <QUrlQuery>

namespace twin::postgres {
namespace {

constexpr int schemaVersion = 1;
constexpr std::size_t mostAtOnce = 100'000; ///< values of one COPY
constexpr std::size_t page = 50'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::postgres)
};

/// Times as numbers both ways, exact to the millisecond.
constexpr const char* schema = R"(
CREATE TABLE IF NOT EXISTS twin_schema (version integer NOT NULL);
CREATE TABLE IF NOT EXISTS twin_series (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, about text);
CREATE TABLE IF NOT EXISTS twin_observation (
  series bigint NOT NULL, observed_at timestamptz NOT NULL, received_at timestamptz NOT NULL,
  number double precision, words text, quality smallint NOT NULL, PRIMARY KEY (series, observed_at));
)";

QByteArray numberText(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray millis(Instant instant)
{
    return numberText(instant.time_since_epoch().count());
}

/// One field of COPY's text form.
QByteArray copyText(const QString& text)
{
    QByteArray out = text.toUtf8();
    out.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    out.replace('\0', ""); // PostgreSQL knows no NUL
    return out;
}

Observation observationOf(const QString& series, const Rows& rows, int row, int firstColumn)
{
    Observation found;
    found.datastream = series;
    found.observedAt = Instant(Milliseconds(rows.integer(row, firstColumn)));
    found.receivedAt = Instant(Milliseconds(rows.integer(row, firstColumn + 1)));
    if (!rows.isNull(row, firstColumn + 2))
        found.value = rows.number(row, firstColumn + 2);
    else if (!rows.isNull(row, firstColumn + 3))
        found.value = QString::fromUtf8(rows.text(row, firstColumn + 3));
    found.quality = Quality(rows.integer(row, firstColumn + 4));
    return found;
}

#define TWIN_FIELDS                                                                                                    \
    "(extract(epoch FROM o.observed_at) * 1000)::bigint, (extract(epoch FROM o.received_at) * 1000)::bigint, "         \
    "o.number, o.words, o.quality"
#define TWIN_TIME(parameter) "(timestamptz 'epoch' + " parameter "::bigint * interval '1 millisecond')"

/// What is common to all connections: nobody waits for ever, nobody writes in the clear to another machine.
QByteArray conninfoOf(QUrl url)
{
    const QString host = url.host();
    const bool isHere = host.isEmpty() || host == QLatin1String("localhost") ||
                        host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
    QUrlQuery query(url);
    const auto add = [&](const QString& key, const QString& value) {
        if (!query.hasQueryItem(key))
            query.addQueryItem(key, value);
    };
    add(QStringLiteral("connect_timeout"), QStringLiteral("5"));
    add(QStringLiteral("application_name"), QStringLiteral("stadtzwilling"));
    add(QStringLiteral("tcp_user_timeout"), QStringLiteral("15000"));
    add(QStringLiteral("client_encoding"), QStringLiteral("UTF8"));
    add(QStringLiteral("options"), QStringLiteral("-c%20statement_timeout%3D60000"));
    if (!isHere) {
        add(QStringLiteral("sslmode"), QStringLiteral("verify-full"));
        add(QStringLiteral("sslrootcert"), QStringLiteral("/etc/ssl/certs/ca-certificates.crt"));
    }
    url.setQuery(query);
    return url.toEncoded();
}

} // namespace

bool isPostgresUrl(const QString& place)
{
    return place.startsWith(QLatin1String("postgresql://")) || place.startsWith(QLatin1String("postgres://"));
}

struct PostgresStore::Private {
    std::unique_ptr<Connection> connection;
    QHash<QString, qint64> series;
    bool timescale = false;

    Result<void> prepare();
    Result<qint64> seriesOf(const QString& name);
    Result<std::optional<qint64>> find(const QString& name);
    /// Runs as a transaction; once more where the connection had gone to sleep.
    template <class Work> Result<void> inTransaction(Work work)
    {
        for (int turn = 0;; ++turn) {
            TWIN_CHECK(connection->ensure());
            Result<void> outcome = connection->query("BEGIN").map([](const Rows&) {});
            if (outcome)
                outcome = work();
            if (outcome)
                outcome = connection->query("COMMIT").map([](const Rows&) {});
            if (outcome)
                return outcome;
            const bool wasLost = !connection->isAlive();
            if (!wasLost)
                (void)connection->query("ROLLBACK");
            series.clear(); // ids of a transaction that never was
            if (!wasLost || turn > 0)
                return outcome;
        }
    }
    Result<Rows> ask(const char* sql, const std::vector<QByteArray>& values = {})
    {
        TWIN_CHECK(connection->ensure());
        auto rows = connection->query(sql, values);
        if (rows || connection->isAlive())
            return rows;
        TWIN_CHECK(connection->ensure());
        return connection->query(sql, values);
    }
};

Result<void> PostgresStore::Private::prepare()
{
    // Two programs that start together make the tables once.
    return inTransaction([this]() -> Result<void> {
        TWIN_CHECK(connection->query("SELECT pg_advisory_xact_lock(7461)"));
        for (const QByteArray& statement : QByteArray(schema).split(';'))
            if (!statement.trimmed().isEmpty())
                TWIN_CHECK(connection->query(statement.constData()));
        TWIN_TRY(const Rows version, connection->query("SELECT max(version) FROM twin_schema"));
        if (version.isNull(0, 0)) {
            TWIN_CHECK(connection->query("INSERT INTO twin_schema VALUES ($1::integer)", {numberText(schemaVersion)}));
        } else if (version.integer(0, 0) > schemaVersion) {
            return failure(ErrorCode::UnsupportedVersion,
                           Text::tr("Die Datenbank der Messwerte gehört zu einer neueren Fassung des Programms."), {},
                           Text::tr("Nehmen Sie eine neuere Fassung des Programms oder eine andere Datenbank."));
        }
        TWIN_TRY(const Rows extension, connection->query("SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'"));
        timescale = extension.count() > 0;
        if (timescale)
            TWIN_CHECK(
                connection->query("SELECT create_hypertable('twin_observation', 'observed_at', if_not_exists => true, "
                                  "migrate_data => true)"));
        return {};
    });
}

Result<std::optional<qint64>> PostgresStore::Private::find(const QString& name)
{
    if (const auto known = series.constFind(name); known != series.constEnd())
        return std::optional(*known);
    TWIN_TRY(const Rows rows, ask("SELECT id FROM twin_series WHERE name = $1", {name.toUtf8()}));
    if (rows.count() == 0)
        return std::optional<qint64>();
    series.insert(name, rows.integer(0, 0));
    return std::optional(rows.integer(0, 0));
}

Result<qint64> PostgresStore::Private::seriesOf(const QString& name)
{
    if (const auto known = series.constFind(name); known != series.constEnd())
        return *known;
    TWIN_TRY(const Rows rows,
             connection->query("INSERT INTO twin_series (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = $1 "
                               "RETURNING id",
                               {name.toUtf8()}));
    series.insert(name, rows.integer(0, 0));
    return rows.integer(0, 0);
}

PostgresStore::PostgresStore(std::unique_ptr<Private> p) : d(std::move(p)) {}

PostgresStore::~PostgresStore() = default;

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!isPostgresUrl(text) || !url.isValid())
        return failure(ErrorCode::InvalidParameter, Text::tr("Die Adresse der Datenbank ist unvollständig."), {},
                       Text::tr("Schreiben Sie sie wie postgresql://benutzer@rechner/datenbank."));
    if (!url.password().isEmpty() || QUrlQuery(url).hasQueryItem(QStringLiteral("password")))
        return failure(ErrorCode::InvalidParameter, Text::tr("In der Adresse der Datenbank steht ein Kennwort."), {},
                       Text::tr("Nehmen Sie es heraus und tragen Sie es in die Datei ~/.pgpass ein."));
    auto d = std::make_unique<Private>();
    TWIN_TRY(d->connection, Connection::open(conninfoOf(url), url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    TWIN_CHECK(d->prepare());
    return std::unique_ptr<PostgresStore>(new PostgresStore(std::move(d)));
}

bool PostgresStore::usesTimescale() const
{
    return d->timescale;
}

Result<void> PostgresStore::remember(std::span<const Datastream> streams)
{
    return d->inTransaction([&]() -> Result<void> {
        for (const Datastream& stream : streams) {
            TWIN_TRY(const qint64 id, d->seriesOf(stream.id));
            TWIN_CHECK(d->connection->query(
                "UPDATE twin_series SET about = $2 WHERE id = $1::bigint AND about IS DISTINCT FROM $2",
                {numberText(id), package::datastreamToJson(stream)}));
        }
        return {};
    });
}

Result<std::vector<Datastream>> PostgresStore::remembered()
{
    TWIN_TRY(const Rows rows, d->ask("SELECT name, about FROM twin_series WHERE about IS NOT NULL ORDER BY id"));
    std::vector<Datastream> streams;
    for (int i = 0; i < rows.count(); ++i)
        if (auto stream = package::datastreamFromJson(QString::fromUtf8(rows.text(i, 0)), rows.text(i, 1)))
            streams.push_back(std::move(*stream));
    return streams;
}

Result<void> PostgresStore::append(std::span<const Observation> observations)
{
    if (observations.empty())
        return {};
    return d->inTransaction([&]() -> Result<void> {
        TWIN_CHECK(d->connection->query("CREATE TEMP TABLE twin_new (LIKE twin_observation) ON COMMIT DROP"));
        // A statement may not touch a row twice: what comes twice here is settled here.
        std::map<std::pair<qint64, Instant>, const Observation*> rows;
        for (const Observation& observation : observations) {
            TWIN_TRY(const qint64 id, d->seriesOf(observation.datastream));
            const Observation*& kept = rows[{id, observation.observedAt}];
            if (kept == nullptr || kept->value != observation.value || kept->quality != observation.quality)
                kept = &observation;
        }
        QByteArray lines;
        std::size_t count = 0;
        for (const auto& [key, observation] : rows) {
            const auto time = [](Instant at) { return isoText(at).toLatin1(); };
            lines += numberText(key.first) + '\t' + time(key.second) + '\t' + time(observation->receivedAt) + '\t' +
                     (observation->number() ? QByteArray::number(*observation->number(), 'g', 17) : QByteArray("\\N")) +
                     '\t' + (observation->text() ? copyText(*observation->text()) : QByteArray("\\N")) + '\t' +
                     QByteArray::number(int(observation->quality)) + '\n';
            if (++count % mostAtOnce == 0 || count == rows.size()) {
                TWIN_CHECK(d->connection->copy("COPY twin_new FROM STDIN", lines));
                lines.clear();
            }
        }
        return d->connection
            ->query("INSERT INTO twin_observation AS o SELECT * FROM twin_new "
                    "ON CONFLICT (series, observed_at) DO UPDATE SET received_at = excluded.received_at, "
                    "number = excluded.number, words = excluded.words, quality = excluded.quality "
                    "WHERE (o.number, o.words, o.quality) IS DISTINCT FROM "
                    "(excluded.number, excluded.words, excluded.quality)")
            .map([](const Rows&) {});
    });
}

Result<std::vector<Observation>> PostgresStore::range(const QString& datastream, const TimeRange& range,
                                                      std::size_t limit)
{
    std::vector<Observation> found;
    TWIN_TRY(const auto id, d->find(datastream));
    if (!id)
        return found;
    for (Instant from = range.from; found.size() < limit && from <= range.to;) {
        const std::size_t wanted = std::min(page, limit - found.size());
        TWIN_TRY(const Rows rows,
                 d->ask("SELECT " TWIN_FIELDS
                        " FROM twin_observation o WHERE series = $1::bigint AND observed_at >= " TWIN_TIME(
                            "$2") " AND observed_at <= " TWIN_TIME("$3") " ORDER BY observed_at LIMIT $4::bigint",
                        {numberText(*id), millis(from), millis(range.to), numberText(qint64(wanted))}));
        for (int i = 0; i < rows.count(); ++i)
            found.push_back(observationOf(datastream, rows, i, 0));
        if (std::size_t(rows.count()) < wanted)
            break;
        from = found.back().observedAt + Milliseconds(1);
    }
    return found;
}

Result<std::vector<HistoryBucket>> PostgresStore::columns(const QString& datastream, const TimeRange& range,
                                                          int columns)
{
    std::vector<HistoryBucket> buckets;
    TWIN_TRY(const auto id, d->find(datastream));
    const qint64 from = range.from.time_since_epoch().count();
    const qint64 length = range.to.time_since_epoch().count() - from + 1;
    if (!id || columns < 1 || length < 1)
        return buckets;
    columns = int(std::min<qint64>(columns, length));
    TWIN_TRY(
        const Rows rows,
        d->ask(
            "WITH v AS (SELECT observed_at, number, (extract(epoch FROM observed_at) * 1000)::bigint AS t "
            "FROM twin_observation WHERE series = $1::bigint AND number IS NOT NULL AND quality <> $5::smallint "
            "AND observed_at >= " TWIN_TIME("$2") " AND observed_at < " TWIN_TIME(
                "($2::bigint + $3::bigint)") "), "
                                             "b AS (SELECT (t - $2::bigint) * $4::bigint / $3::bigint AS c, count(*) "
                                             "AS n, min(number) AS least, "
                                             "max(number) AS most, min(t) AS f, max(t) AS l, min(observed_at) AS fa, "
                                             "max(observed_at) AS la "
                                             "FROM v GROUP BY 1) "
                                             "SELECT b.c, n, least, most, x.number, y.number, f, l FROM b "
                                             "JOIN twin_observation x ON x.series = $1::bigint AND x.observed_at = fa "
                                             "JOIN twin_observation y ON y.series = $1::bigint AND y.observed_at = la "
                                             "ORDER BY b.c",
            {numberText(*id), numberText(from), numberText(length), numberText(columns),
             numberText(qint64(Quality::Bad))}));
    for (int i = 0; i < rows.count(); ++i) {
        const auto instant = [&](int column) { return Instant(Milliseconds(rows.integer(i, column))); };
        const qint64 start = from + qint64(double(length) / columns * double(rows.integer(i, 0)));
        buckets.push_back({Instant(Milliseconds(start)), rows.integer(i, 1), rows.number(i, 2), rows.number(i, 3),
                           rows.number(i, 4), rows.number(i, 5), instant(6), instant(7)});
    }
    return buckets;
}

Result<std::vector<Observation>> PostgresStore::valuesAt(Instant instant, Instant oldest)
{
    TWIN_TRY(const Rows rows,
             d->ask("SELECT s.name, " TWIN_FIELDS
                    " FROM twin_series s CROSS JOIN LATERAL (SELECT * FROM twin_observation "
                    "WHERE series = s.id AND observed_at <= " TWIN_TIME("$1") " AND observed_at >= " TWIN_TIME(
                        "$2") " ORDER BY observed_at DESC LIMIT 1) o ORDER BY s.id",
                    {millis(instant), millis(oldest)}));
    std::vector<Observation> values;
    for (int i = 0; i < rows.count(); ++i)
        values.push_back(observationOf(QString::fromUtf8(rows.text(i, 0)), rows, i, 1));
    return values;
}

Result<void> PostgresStore::forgetBefore(Instant instant, const CancellationToken& cancel)
{
    TWIN_TRY(const Rows ids, d->ask("SELECT id FROM twin_series ORDER BY id"));
    for (int i = 0; i < ids.count(); ++i) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Das Aufräumen wurde abgebrochen."));
        TWIN_CHECK(d->ask("DELETE FROM twin_observation WHERE series = $1::bigint AND observed_at < " TWIN_TIME("$2"),
                          {ids.text(i, 0), millis(instant)}));
    }
    return {};
}

Result<HistoryExtent> PostgresStore::extent()
{
    TWIN_TRY(const Rows rows,
             d->ask("SELECT (SELECT count(*) FROM twin_series), pg_total_relation_size('twin_observation') + coalesce("
                    "(SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = "
                    "'twin_observation'::regclass), 0)::bigint, "
                    "(SELECT (extract(epoch FROM min(observed_at)) * 1000)::bigint FROM twin_observation), "
                    "(SELECT (extract(epoch FROM max(observed_at)) * 1000)::bigint FROM twin_observation)"));
    HistoryExtent extent;
    extent.series = rows.integer(0, 0);
    extent.bytes = rows.integer(0, 1);
    if (!rows.isNull(0, 2)) {
        extent.oldest = Instant(Milliseconds(rows.integer(0, 2)));
        extent.newest = Instant(Milliseconds(rows.integer(0, 3)));
    }
    return extent;
}

} // namespace twin::postgres
