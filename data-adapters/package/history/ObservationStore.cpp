// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/ObservationStore.h"

#include "package/history/DatastreamJson.h"
#include "package/history/HistoryFile.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace twin::package {
namespace {

/// Damaged files kept beside the fresh one; older ones are given up.
constexpr int mostDamagedFiles = 3;
constexpr const char* damagedMark = ".beschaedigt-";

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant instantOf(std::int64_t milliseconds)
{
    return Instant(Milliseconds(milliseconds));
}

Observation observationOf(const QString& datastream, Sample&& sample)
{
    return {datastream, std::move(sample.value), instantOf(sample.time), instantOf(sample.received), sample.quality};
}

Sample sampleOf(const Observation& observation)
{
    Sample sample{millisecondsOf(observation.observedAt), millisecondsOf(observation.receivedAt), observation.value,
                  observation.quality};
    if (const double* number = observation.number(); number != nullptr && !std::isfinite(*number))
        sample.value = std::monostate();
    return sample;
}

bool isDamage(const Error& error)
{
    return error.code == ErrorCode::MalformedData;
}

} // namespace

struct ObservationStore::Private {
    explicit Private(QString p) : path(std::move(p)) {}

    Result<void> open();
    /// Renames the damaged file aside and begins a fresh one.
    Result<void> quarantine(const Error& why);
    void giveUpOldDamage() const;
    /// Runs an action; once more on a fresh file where the old one turns out damaged.
    template <class Action> auto guarded(Action action) -> decltype(action());
    /// The same in one transaction.
    template <class Action> Result<void> inTransaction(Action action);

    QString path;
    std::unique_ptr<HistoryFile> file;
    std::vector<Issue> issues;
};

ObservationStore::ObservationStore(std::unique_ptr<Private> p) : d(std::move(p)) {}
ObservationStore::~ObservationStore() = default;

Result<void> ObservationStore::Private::open()
{
    file.reset();
    TWIN_TRY(file, HistoryFile::open(path));
    return {};
}

Result<void> ObservationStore::Private::quarantine(const Error& why)
{
    file.reset(); // closes it; nothing may write to what is renamed
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmsszzz"));
    const QString aside = path + QLatin1String(damagedMark) + time;
    if (!QFile::rename(path, aside))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::package",
                                                   "Der beschädigte Messwertspeicher ließ sich nicht beiseitelegen."),
                       why.detail, {}, {path, -1, {}});
    // The log belongs to the damaged file; SQLite would take it for the fresh one's.
    for (const char* part : {"-wal", "-shm"})
        QFile::rename(path + QLatin1String(part), aside + QLatin1String(part));
    issues.push_back(
        {QStringLiteral("history.quarantined"), why.detail.isEmpty() ? why.summary : why.detail, {aside, -1, {}}});
    giveUpOldDamage();
    return open();
}

void ObservationStore::Private::giveUpOldDamage() const
{
    const QFileInfo info(path);
    const QStringList found =
        info.dir().entryList({info.fileName() + QLatin1String(damagedMark) + u'*'}, QDir::Files, QDir::Name);
    QStringList marks;
    for (const QString& name : found)
        if (!name.endsWith(QLatin1String("-wal")) && !name.endsWith(QLatin1String("-shm")))
            marks.append(name);
    for (qsizetype i = 0; i + mostDamagedFiles < marks.size(); ++i)
        for (const char* part : {"", "-wal", "-shm"})
            QFile::remove(info.dir().filePath(marks[i] + QLatin1String(part)));
}

template <class Action> auto ObservationStore::Private::guarded(Action action) -> decltype(action())
{
    if (!file)
        TWIN_CHECK(open());
    const auto fresh = file->refresh();
    auto outcome = fresh ? action() : decltype(action())(failure(fresh.error()));
    if (outcome || !isDamage(outcome.error()))
        return outcome;
    TWIN_CHECK(quarantine(outcome.error()));
    return action();
}

template <class Action> Result<void> ObservationStore::Private::inTransaction(Action action)
{
    return guarded([&]() -> Result<void> {
        TWIN_CHECK(file->begin());
        Result<void> outcome = file->refresh(); // now that nobody else can write
        if (outcome)
            outcome = action();
        if (outcome)
            outcome = file->commit();
        if (!outcome) {
            file->rollBack();
            // Whatever the transaction had added to the list is gone again; damage shows itself at the next call.
            (void)file->readSeries();
        }
        return outcome;
    });
}

Result<std::unique_ptr<ObservationStore>> ObservationStore::open(const QString& path)
{
    auto d = std::make_unique<Private>(path);
    if (auto opened = d->open(); !opened) {
        if (!isDamage(opened.error()))
            return failure(std::move(opened).error());
        TWIN_CHECK(d->quarantine(opened.error()));
    }
    return std::unique_ptr<ObservationStore>(new ObservationStore(std::move(d)));
}

Result<void> ObservationStore::remember(std::span<const Datastream> streams)
{
    return d->inTransaction([&]() -> Result<void> {
        TWIN_TRY(SqliteStatement update,
                 d->file->database().prepare("UPDATE series SET about = ?2 WHERE id = ?1 AND about IS NOT ?2"));
        for (const Datastream& stream : streams) {
            TWIN_TRY(const Series* series, d->file->series(stream.id));
            const QByteArray json = datastreamToJson(stream);
            update.bind(1, series->id);
            update.bind(2, std::string_view(json.constData(), std::size_t(json.size())));
            TWIN_CHECK(update.run());
        }
        return {};
    });
}

Result<std::vector<Datastream>> ObservationStore::remembered()
{
    return d->guarded([&]() -> Result<std::vector<Datastream>> {
        std::vector<Datastream> streams;
        TWIN_TRY(SqliteStatement select,
                 d->file->database().prepare("SELECT name, about FROM series WHERE about IS NOT NULL ORDER BY id"));
        while (true) {
            TWIN_TRY(const bool hasRow, select.step());
            if (!hasRow)
                return streams;
            const std::string_view name = select.text(0);
            const std::string_view json = select.text(1);
            if (auto stream = datastreamFromJson(QString::fromUtf8(name.data(), qsizetype(name.size())),
                                                 QByteArray(json.data(), qsizetype(json.size()))))
                streams.push_back(std::move(*stream));
        }
    });
}

Result<void> ObservationStore::append(std::span<const Observation> observations)
{
    if (observations.empty())
        return {};
    // By series, then by time: each page is read and written once.
    QHash<QString, std::size_t> turns;
    std::vector<std::vector<const Observation*>> groups;
    const QString* before = nullptr; // neighbours are often of one series
    std::size_t turn = 0;
    for (const Observation& observation : observations) {
        if (before == nullptr || *before != observation.datastream) {
            const auto known = turns.constFind(observation.datastream);
            turn = known != turns.constEnd() ? *known : groups.size();
            if (turn == groups.size()) {
                turns.insert(observation.datastream, turn);
                groups.emplace_back();
            }
            before = &observation.datastream;
        }
        groups[turn].push_back(&observation);
    }
    return d->inTransaction([&]() -> Result<void> {
        for (auto& group : groups) {
            TWIN_TRY(Series * series, d->file->series(group.front()->datastream));
            const auto isEarlier = [](const Observation* a, const Observation* b) {
                return a->observedAt < b->observedAt;
            };
            if (!std::is_sorted(group.begin(), group.end(), isEarlier))
                std::stable_sort(group.begin(), group.end(), isEarlier);
            std::vector<Sample> samples;
            samples.reserve(group.size());
            for (const Observation* observation : group)
                samples.push_back(sampleOf(*observation));
            TWIN_CHECK(d->file->append(*series, std::move(samples)));
        }
        return {};
    });
}

Result<std::vector<Observation>> ObservationStore::range(const QString& datastream, const TimeRange& range,
                                                         std::size_t limit)
{
    return d->guarded([&]() -> Result<std::vector<Observation>> {
        std::vector<Observation> found;
        const Series* series = d->file->find(datastream);
        if (series == nullptr || limit == 0)
            return found;
        const std::int64_t from = millisecondsOf(range.from);
        const std::int64_t to = millisecondsOf(range.to);
        TWIN_CHECK(d->file->eachPage(*series, from, to, [&](std::vector<Sample>&& samples) {
            for (Sample& sample : samples)
                if (sample.time >= from && sample.time <= to && found.size() < limit)
                    found.push_back(observationOf(datastream, std::move(sample)));
            return found.size() < limit;
        }));
        return found;
    });
}

Result<std::vector<HistoryBucket>> ObservationStore::columns(const QString& datastream, const TimeRange& range,
                                                             int columns)
{
    return d->guarded([&]() -> Result<std::vector<HistoryBucket>> {
        std::vector<HistoryBucket> buckets;
        const Series* series = d->file->find(datastream);
        const std::int64_t from = millisecondsOf(range.from);
        const std::int64_t length = millisecondsOf(range.to) - from + 1;
        if (series == nullptr || columns < 1 || length < 1)
            return buckets;
        columns = int(std::min<std::int64_t>(columns, length));
        // The coarsest level of which a column holds at least two spans.
        int level = 0;
        while (level + 1 < HistoryKey::levels && 2 * HistoryKey::spanOf(series->span, level + 1) * columns <= length)
            ++level;
        std::vector<Summary> sums(static_cast<std::size_t>(columns));
        TWIN_CHECK(d->file->eachSummary(*series, level, from, from + length, [&](const Summary& part) {
            const auto column = std::int64_t(double(part.firstAt - from) / double(length) * columns);
            sums[std::size_t(std::clamp<std::int64_t>(column, 0, columns - 1))].add(part);
        }));
        for (int c = 0; c < columns; ++c)
            if (const Summary& sum = sums[std::size_t(c)]; sum.count > 0)
                buckets.push_back({instantOf(from + std::int64_t(double(length) / columns * c)), sum.count, sum.least,
                                   sum.most, sum.first, sum.last, instantOf(sum.firstAt), instantOf(sum.lastAt)});
        return buckets;
    });
}

Result<std::vector<Observation>> ObservationStore::valuesAt(Instant instant, Instant oldest)
{
    return d->guarded([&]() -> Result<std::vector<Observation>> {
        std::vector<Observation> values;
        for (const auto& [id, series] : d->file->all()) {
            TWIN_TRY(auto sample, d->file->lastBefore(series, millisecondsOf(instant), millisecondsOf(oldest)));
            if (sample)
                values.push_back(observationOf(series.name, std::move(*sample)));
        }
        return values;
    });
}

Result<void> ObservationStore::forgetBefore(Instant instant, const CancellationToken& cancel)
{
    // A transaction a series: nobody waits long, and what is cancelled is done in part.
    TWIN_TRY(const std::vector<std::int64_t> ids, d->guarded([&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> all;
        for (const auto& [id, series] : d->file->all())
            all.push_back(id);
        return all;
    }));
    for (const std::int64_t id : ids) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("twin::package", "Das Aufräumen wurde abgebrochen."));
        TWIN_CHECK(d->inTransaction([&]() -> Result<void> {
            const auto series = d->file->all().find(id);
            return series == d->file->all().end() ? Result<void>()
                                                  : d->file->forgetBefore(series->second, millisecondsOf(instant));
        }));
    }
    return d->guarded([&] { return d->file->database().execute("PRAGMA incremental_vacuum"); });
}

Result<HistoryExtent> ObservationStore::extent()
{
    return d->guarded([&]() -> Result<HistoryExtent> {
        HistoryExtent extent;
        extent.series = qint64(d->file->all().size());
        for (const char* part : {"", "-wal"})
            extent.bytes += QFileInfo(d->path + QLatin1String(part)).size();
        constexpr std::int64_t far = std::int64_t(1) << 43; // the year 2248, either way
        for (const auto& [id, series] : d->file->all()) {
            TWIN_TRY(const auto newest, d->file->lastBefore(series, far, -far));
            if (newest && (!extent.newest || instantOf(newest->time) > *extent.newest))
                extent.newest = instantOf(newest->time);
            TWIN_CHECK(d->file->eachPage(series, -far, far, [&extent](std::vector<Sample>&& samples) {
                if (!samples.empty() && (!extent.oldest || instantOf(samples.front().time) < *extent.oldest))
                    extent.oldest = instantOf(samples.front().time);
                return false;
            }));
        }
        return extent;
    });
}

const std::vector<Issue>& ObservationStore::issues() const
{
    return d->issues;
}

} // namespace twin::package
