// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/HistoryFile.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <QCoreApplication>

namespace twin::package {
namespace {

constexpr int version = 1;
constexpr std::int64_t applicationId = 0x545A4849; // "TZHI"
/// A page with more is cut anew, into sixteen.
constexpr std::size_t fullPage = 2048;
/// No gap between values is taken for the usual one.
constexpr std::int64_t leastValues = 8;

constexpr const char* schema = R"(
CREATE TABLE series (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, span INTEGER NOT NULL DEFAULT 0, about TEXT);
CREATE TABLE page (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE summary (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
                      least REAL NOT NULL, most REAL NOT NULL, first REAL NOT NULL, last REAL NOT NULL);
)";

/// The usual distance of values: the median, which a gap or a burst does not move.
std::int64_t usualInterval(const std::vector<Sample>& samples)
{
    if (std::int64_t(samples.size()) < leastValues)
        return 0;
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < std::min<std::size_t>(samples.size(), 1000); ++i)
        steps.push_back(samples[i].time - samples[i - 1].time);
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max<std::int64_t>(*middle, 1);
}

} // namespace

void Summary::add(std::int64_t time, double value)
{
    add(Summary{1, time, time, value, value, value, value});
}

void Summary::add(const Summary& other)
{
    if (other.count == 0)
        return;
    if (count == 0) {
        *this = other;
        return;
    }
    count += other.count;
    least = std::min(least, other.least);
    most = std::max(most, other.most);
    if (other.firstAt < firstAt) {
        firstAt = other.firstAt;
        first = other.first;
    }
    if (other.lastAt >= lastAt) {
        lastAt = other.lastAt;
        last = other.last;
    }
}

Summary Summary::of(const std::vector<Sample>& samples)
{
    Summary summary;
    for (const Sample& sample : samples)
        if (const double* number = std::get_if<double>(&sample.value);
            number != nullptr && sample.quality != Quality::Bad)
            summary.add(sample.time, *number);
    return summary;
}

HistoryFile::~HistoryFile() = default;

Result<std::unique_ptr<HistoryFile>> HistoryFile::open(const QString& path)
{
    auto file = std::make_unique<HistoryFile>();
    TWIN_CHECK(file->prepare(path));
    return file;
}

/// @returns the version of the file; 0: nothing is in it yet.
Result<std::int64_t> HistoryFile::readVersion(const QString& path)
{
    TWIN_TRY(SqliteStatement pragma,
             m_database.prepare("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"));
    TWIN_TRY(const bool hasRow, pragma.step());
    if (!hasRow || (pragma.integer(0) != 0 && pragma.integer(0) != applicationId))
        return failure(ErrorCode::MalformedData,
                       QCoreApplication::translate("twin::package", "Die Datei ist kein Messwertspeicher."), {}, {},
                       {path, -1, {}});
    if (pragma.integer(1) > version)
        return failure(ErrorCode::UnsupportedVersion,
                       QCoreApplication::translate("twin::package",
                                                   "Der Messwertspeicher stammt von einer neueren Programmversion."),
                       {},
                       QCoreApplication::translate("twin::package",
                                                   "Öffnen Sie ihn mit der neueren Version; er bleibt unverändert."),
                       {path, -1, {}});
    return pragma.integer(1);
}

Result<void> HistoryFile::makeTables(const QString& path)
{
    TWIN_TRY(const std::int64_t found, readVersion(path));
    if (found == version)
        return {};
    TWIN_CHECK(begin());
    // Two may open a new file at once; who comes second finds it made.
    const auto again = readVersion(path);
    Result<void> made;
    if (!again)
        made = failure(again.error());
    else if (*again != version)
        made = m_database.execute((std::string(schema) + "PRAGMA application_id=" + std::to_string(applicationId) +
                                   ";PRAGMA user_version=" + std::to_string(version))
                                      .c_str());
    if (!made) {
        rollBack();
        return made;
    }
    return commit();
}

Result<void> HistoryFile::prepare(const QString& path)
{
    TWIN_TRY(m_database, SqliteDatabase::create(path));
    // What is committed survives the process in the write-ahead log; a power cut may take the last seconds, never the
    // file: the platforms have them still.
    TWIN_CHECK(m_database.execute("PRAGMA busy_timeout=5000; PRAGMA page_size=8192; PRAGMA auto_vacuum=INCREMENTAL;"
                                  "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=2000;"
                                  "PRAGMA cache_size=-32768; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY;"
                                  "PRAGMA cell_size_check=ON"));
    TWIN_CHECK(makeTables(path));
    TWIN_TRY(m_readPage, m_database.prepare("SELECT data FROM page WHERE id = ?1"));
    TWIN_TRY(m_writePage, m_database.prepare(
                              "INSERT INTO page VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET data = excluded.data"));
    TWIN_TRY(m_pages, m_database.prepare("SELECT data FROM page WHERE id BETWEEN ?1 AND ?2 ORDER BY id"));
    TWIN_TRY(m_lastPages, m_database.prepare("SELECT data FROM page WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC"));
    TWIN_TRY(m_writeSummary,
             m_database.prepare("INSERT OR REPLACE INTO summary VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    TWIN_TRY(m_summaries, m_database.prepare("SELECT count, first_at, last_at, least, most, first, last FROM summary "
                                             "WHERE id BETWEEN ?1 AND ?2 ORDER BY id"));
    TWIN_TRY(m_dropPages, m_database.prepare("DELETE FROM page WHERE id BETWEEN ?1 AND ?2"));
    TWIN_TRY(m_dropSummaries, m_database.prepare("DELETE FROM summary WHERE id BETWEEN ?1 AND ?2"));
    TWIN_TRY(m_addSeries, m_database.prepare("INSERT INTO series (name) VALUES (?1) RETURNING id"));
    TWIN_TRY(m_setSpan, m_database.prepare("UPDATE series SET span = ?2 WHERE id = ?1"));
    TWIN_TRY(m_dataVersion, m_database.prepare("PRAGMA data_version"));
    return refresh();
}

Result<void> HistoryFile::refresh()
{
    TWIN_TRY([[maybe_unused]] const bool hasRow, m_dataVersion.step());
    const std::int64_t seen = m_dataVersion.integer(0);
    m_dataVersion.reset();
    if (std::exchange(m_seenVersion, seen) == seen)
        return {};
    return readSeries();
}

Result<void> HistoryFile::readSeries()
{
    m_series.clear();
    m_ids.clear();
    TWIN_TRY(SqliteStatement select, m_database.prepare("SELECT id, span, name FROM series"));
    while (true) {
        TWIN_TRY(const bool hasRow, select.step());
        if (!hasRow)
            return {};
        const std::string_view name = select.text(2);
        const Series series{select.integer(0), select.integer(1),
                            QString::fromUtf8(name.data(), qsizetype(name.size()))};
        const bool isSound =
            series.id > 0 && series.id < HistoryKey::mostSeries &&
            (series.span == 0 || (series.span >= HistoryKey::leastSpan && series.span <= std::int64_t(1) << 33));
        if (!isSound)
            return failure(ErrorCode::MalformedData,
                           QCoreApplication::translate("twin::package", "Die Datei ist kein Messwertspeicher."));
        m_ids[series.name] = series.id;
        m_series[series.id] = series;
    }
}

Series* HistoryFile::find(const QString& name)
{
    const auto id = m_ids.constFind(name);
    return id == m_ids.constEnd() ? nullptr : &m_series[*id];
}

Result<Series*> HistoryFile::series(const QString& name)
{
    if (Series* known = find(name))
        return known;
    const QByteArray utf8 = name.toUtf8();
    m_addSeries.bind(1, std::string_view(utf8.constData(), std::size_t(utf8.size())));
    TWIN_TRY(const bool hasRow, m_addSeries.step());
    const std::int64_t id = hasRow ? m_addSeries.integer(0) : 0;
    m_addSeries.reset();
    if (id <= 0 || id >= HistoryKey::mostSeries)
        return failure(
            ErrorCode::ResourceExhausted,
            QCoreApplication::translate("twin::package", "Der Messwertspeicher fasst keine weiteren Messreihen."));
    m_ids[name] = id;
    return &(m_series[id] = {id, 0, name});
}

Result<void> HistoryFile::append(Series& series, std::vector<Sample>&& samples)
{
    if (samples.empty())
        return {};
    if (series.span == 0) {
        series.span = HistoryKey::pageSpanFor(usualInterval(samples));
        m_setSpan.bind(1, series.id);
        m_setSpan.bind(2, series.span);
        TWIN_CHECK(m_setSpan.run());
    }
    std::vector<std::int64_t> numbers;
    std::size_t fullest = 0;
    for (auto first = samples.begin(); first != samples.end();) {
        const std::int64_t number = HistoryKey::floored(first->time, series.span);
        const auto last = std::find_if(
            first, samples.end(), [&](const Sample& s) { return HistoryKey::floored(s.time, series.span) != number; });
        fullest = std::max(fullest, std::size_t(last - first));
        TWIN_CHECK(appendPage(series, number,
                              std::vector<Sample>(std::make_move_iterator(first), std::make_move_iterator(last))));
        numbers.push_back(number);
        first = last;
    }
    TWIN_CHECK(summariseAbove(series, std::move(numbers)));
    if (fullest > fullPage && series.span / 16 >= HistoryKey::leastSpan)
        return respan(series, series.span / 16);
    return {};
}

Result<void> HistoryFile::appendPage(Series& series, std::int64_t number, std::vector<Sample>&& samples)
{
    const std::int64_t row = HistoryKey{series.id, 0, number}.row();
    std::vector<Sample> known;
    m_readPage.bind(1, row);
    TWIN_TRY(const bool isKnown, m_readPage.step());
    bool isSound = true;
    if (isKnown) {
        auto decoded = decodePage(m_readPage.text(0));
        isSound = decoded.has_value();
        known = decoded ? std::move(*decoded) : std::vector<Sample>();
    }
    m_readPage.reset();
    if (!isSound)
        return failure(ErrorCode::MalformedData,
                       QCoreApplication::translate("twin::package", "Der Messwertspeicher ist beschädigt."));
    if (!mergeSamples(known, std::move(samples)))
        return {};
    const std::string bytes = encodePage(known);
    m_writePage.bind(1, row);
    m_writePage.bindBlob(2, bytes);
    TWIN_CHECK(m_writePage.run());
    return writeSummary(HistoryKey{series.id, 1, number}.row(), Summary::of(known));
}

Result<void> HistoryFile::writeSummary(std::int64_t row, const Summary& summary)
{
    if (summary.count == 0) {
        m_dropSummaries.bind(1, row);
        m_dropSummaries.bind(2, row);
        return m_dropSummaries.run();
    }
    m_writeSummary.bind(1, row);
    m_writeSummary.bind(2, summary.count);
    m_writeSummary.bind(3, summary.firstAt);
    m_writeSummary.bind(4, summary.lastAt);
    m_writeSummary.bind(5, summary.least);
    m_writeSummary.bind(6, summary.most);
    m_writeSummary.bind(7, summary.first);
    m_writeSummary.bind(8, summary.last);
    return m_writeSummary.run();
}

Result<void> HistoryFile::summariseAbove(const Series& series, std::vector<std::int64_t> numbers)
{
    for (int level = 2; level < HistoryKey::levels; ++level) {
        for (std::int64_t& number : numbers)
            number = HistoryKey::floored(number, 4);
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        for (const std::int64_t number : numbers) {
            Summary whole;
            m_summaries.bind(1, HistoryKey{series.id, level - 1, number * 4}.row());
            m_summaries.bind(2, HistoryKey{series.id, level - 1, number * 4 + 3}.row());
            while (true) {
                TWIN_TRY(const bool hasRow, m_summaries.step());
                if (!hasRow)
                    break;
                whole.add(Summary{m_summaries.integer(0), m_summaries.integer(1), m_summaries.integer(2),
                                  m_summaries.real(3), m_summaries.real(4), m_summaries.real(5), m_summaries.real(6)});
            }
            m_summaries.reset();
            TWIN_CHECK(writeSummary(HistoryKey{series.id, level, number}.row(), whole));
        }
    }
    return {};
}

Result<void> HistoryFile::respan(Series& series, std::int64_t span)
{
    std::vector<Sample> all;
    TWIN_CHECK(eachPage(series, std::numeric_limits<std::int64_t>::min() / 4,
                        std::numeric_limits<std::int64_t>::max() / 4, [&all](std::vector<Sample>&& page) {
                            all.insert(all.end(), std::make_move_iterator(page.begin()),
                                       std::make_move_iterator(page.end()));
                            return true;
                        }));
    const std::int64_t first = series.id << (HistoryKey::numberBits + 4);
    for (SqliteStatement* drop : {&m_dropPages, &m_dropSummaries}) {
        drop->bind(1, first);
        drop->bind(2, first + (std::int64_t(1) << (HistoryKey::numberBits + 4)) - 1);
        TWIN_CHECK(drop->run());
    }
    series.span = span;
    m_setSpan.bind(1, series.id);
    m_setSpan.bind(2, series.span);
    TWIN_CHECK(m_setSpan.run());
    return append(series, std::move(all));
}

Result<void> HistoryFile::forgetBefore(const Series& series, std::int64_t time)
{
    if (series.span == 0)
        return {};
    const std::int64_t kept = HistoryKey::floored(time, series.span); // the first page that stays
    m_dropPages.bind(1, HistoryKey{series.id, 0, -HistoryKey::bias}.row());
    m_dropPages.bind(2, HistoryKey{series.id, 0, kept - 1}.row());
    TWIN_CHECK(m_dropPages.run());
    for (int level = 1; level < HistoryKey::levels; ++level) {
        const std::int64_t first = HistoryKey::floored(time, HistoryKey::spanOf(series.span, level));
        m_dropSummaries.bind(1, HistoryKey{series.id, level, -HistoryKey::bias}.row());
        m_dropSummaries.bind(2, HistoryKey{series.id, level, first - 1}.row());
        TWIN_CHECK(m_dropSummaries.run());
    }
    return summariseAbove(series, {kept});
}

Result<void> HistoryFile::eachPage(const Series& series, std::int64_t from, std::int64_t to,
                                   const std::function<bool(std::vector<Sample>&&)>& take)
{
    if (series.span == 0 || from > to)
        return {};
    const std::int64_t most = HistoryKey::bias - 1;
    m_pages.bind(1, HistoryKey{series.id, 0, std::clamp(HistoryKey::floored(from, series.span), -most, most)}.row());
    m_pages.bind(2, HistoryKey{series.id, 0, std::clamp(HistoryKey::floored(to, series.span), -most, most)}.row());
    Result<void> outcome;
    while (true) {
        const auto hasRow = m_pages.step();
        if (!hasRow) {
            outcome = failure(hasRow.error());
            break;
        }
        if (!*hasRow)
            break;
        auto samples = decodePage(m_pages.text(0));
        if (!samples) {
            outcome = failure(ErrorCode::MalformedData,
                              QCoreApplication::translate("twin::package", "Der Messwertspeicher ist beschädigt."));
            break;
        }
        if (!take(std::move(*samples)))
            break;
    }
    m_pages.reset();
    return outcome;
}

Result<std::optional<Sample>> HistoryFile::lastBefore(const Series& series, std::int64_t time, std::int64_t oldest)
{
    std::optional<Sample> found;
    if (series.span == 0 || oldest > time)
        return found;
    m_lastPages.bind(1, HistoryKey{series.id, 0, HistoryKey::floored(oldest, series.span)}.row());
    m_lastPages.bind(2, HistoryKey{series.id, 0, HistoryKey::floored(time, series.span)}.row());
    Result<std::optional<Sample>> outcome = found;
    while (outcome && !found) {
        const auto hasRow = m_lastPages.step();
        if (!hasRow) {
            outcome = failure(hasRow.error());
            break;
        }
        if (!*hasRow)
            break;
        auto samples = decodePage(m_lastPages.text(0));
        if (!samples) {
            outcome = failure(ErrorCode::MalformedData,
                              QCoreApplication::translate("twin::package", "Der Messwertspeicher ist beschädigt."));
            break;
        }
        const auto behind = std::upper_bound(samples->begin(), samples->end(), time,
                                             [](std::int64_t t, const Sample& s) { return t < s.time; });
        if (behind != samples->begin() && std::prev(behind)->time >= oldest)
            found = std::move(*std::prev(behind));
    }
    m_lastPages.reset();
    if (outcome)
        outcome = std::move(found);
    return outcome;
}

Result<void> HistoryFile::eachSummary(const Series& series, int level, std::int64_t from, std::int64_t to,
                                      const std::function<void(const Summary&)>& take)
{
    if (series.span == 0 || from >= to)
        return {};
    if (level == 0)
        return eachPage(series, from, to - 1, [&](std::vector<Sample>&& samples) {
            for (const Sample& sample : samples)
                if (const double* number = std::get_if<double>(&sample.value);
                    number != nullptr && sample.quality != Quality::Bad && sample.time >= from && sample.time < to)
                    take(Summary{1, sample.time, sample.time, *number, *number, *number, *number});
            return true;
        });
    const std::int64_t span = HistoryKey::spanOf(series.span, level);
    const std::int64_t first = HistoryKey::floored(from + span - 1, span);
    const std::int64_t last = HistoryKey::floored(to, span); // the first that reaches beyond
    if (first >= last)
        return eachSummary(series, level - 1, from, to, take);
    TWIN_CHECK(eachSummary(series, level - 1, from, first * span, take));
    m_summaries.bind(1, HistoryKey{series.id, level, first}.row());
    m_summaries.bind(2, HistoryKey{series.id, level, last - 1}.row());
    Result<void> outcome;
    while (true) {
        const auto hasRow = m_summaries.step();
        if (!hasRow)
            outcome = failure(hasRow.error());
        if (!hasRow || !*hasRow)
            break;
        take(Summary{m_summaries.integer(0), m_summaries.integer(1), m_summaries.integer(2), m_summaries.real(3),
                     m_summaries.real(4), m_summaries.real(5), m_summaries.real(6)});
    }
    m_summaries.reset();
    if (!outcome)
        return outcome;
    return eachSummary(series, level - 1, last * span, to, take);
}

} // namespace twin::package
