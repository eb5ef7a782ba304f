// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/ReadJob.h"
#include "model/Issues.h"
#include "model/Logging.h"
#include "model/ParallelTasks.h"

#include <algorithm>
#include <new>
#include <thread>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::cityjson {
namespace {

constexpr qint64 reportIntervalMs = 50;
constexpr std::size_t blockBytes = 1 << 20;
constexpr std::string_view blanks = " \t\r\n";

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::cityjson", text);
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(blanks) == std::string_view::npos;
}

bool isJsonObject(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.front() != '{' || text.back() != '}')
        return false;
    simdjson::dom::parser parser;
    return parser.parse(text.data(), text.size()).error() == simdjson::SUCCESS;
}

/// Appends a block of a file. @returns false at its end.
bool appendBlock(geo::ByteFile& file, std::string& bytes)
{
    const std::size_t before = bytes.size();
    bytes.resize(before + blockBytes);
    bytes.resize(before + file.read(bytes.data() + before, blockBytes));
    return bytes.size() > before;
}

Result<void> checkEncoding(std::string& bytes)
{
    if (bytes.rfind("\xEF\xBB\xBF", 0) == 0)
        bytes.erase(0, 3);
    const std::string_view start = std::string_view(bytes).substr(0, 4);
    if (start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF" ||
        start.find('\0') != std::string_view::npos)
        return failure(ErrorCode::UnsupportedFormat,
                       tr("CityJSON muss in UTF-8 vorliegen, diese Datei ist anders kodiert."),
                       QStringLiteral("encoding UTF-16, UTF-32 or binary"),
                       tr("Speichern Sie die Datei in UTF-8 oder holen Sie sie erneut."));
    const std::size_t first = bytes.find_first_not_of(blanks);
    if (first == std::string::npos || bytes[first] != '{')
        return failure(
            ErrorCode::UnsupportedFormat, tr("Die Datei ist kein CityJSON-Stadtmodell."), {},
            tr("Gelesen werden CityJSON, GeoJSON und TopoJSON. Fragen Sie den Anbieter nach einem dieser Formate."));
    return {};
}

} // namespace

ReadJob::ReadJob(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                 const CancellationToken& cancel, const ProgressSink& progress)
    : m_files(files),
      m_options(options),
      m_sink(sink),
      m_cancel(cancel),
      m_progress(progress),
      m_outcomes(std::size_t(files.size()))
{
    for (const QString& file : m_files)
        m_totalBytes += QFileInfo(file).size();
    m_sinceReport.start();
}

int ReadJob::threadCount() const
{
    return m_options.threads > 0 ? m_options.threads : std::max(1, int(std::thread::hardware_concurrency()));
}

Result<ReadSummary> ReadJob::run()
{
    std::vector<std::size_t> small;
    for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
        if (QFileInfo(m_files[qsizetype(i)]).size() < m_options.limits.smallFile)
            small.push_back(i);
        else
            TWIN_CHECK(readFile(i, threadCount()));
    }
    TWIN_CHECK(runTasks(small.size(), threadCount(), [&](std::size_t i) { return readFile(small[i], 1); }));

    ReadSummary summary;
    std::optional<Error> firstRefusal;
    bool anyRead = false;
    for (Outcome& outcome : m_outcomes) {
        std::move(outcome.issues.begin(), outcome.issues.end(), std::back_inserter(summary.issues));
        if (!outcome.refused) {
            anyRead = true;
            summary.bytesRead += outcome.info.bytes;
        } else if (!firstRefusal) {
            firstRefusal = std::move(outcome.refused);
        }
        summary.sources.push_back(std::move(outcome.info));
    }
    if (!anyRead && firstRefusal)
        return failure(std::move(*firstRefusal));
    return summary;
}

/// @returns an error only when everything must stop: the file's own are kept as its outcome.
Result<void> ReadJob::readFile(std::size_t index, int threads)
{
    Outcome& outcome = m_outcomes[index];
    const QString& path = m_files[qsizetype(index)];
    outcome.info.path = path;
    outcome.info.bytes = QFileInfo(path).size();
    bool isReading = false;
    Result<void> done;
    try {
        done = readOpened(index, threads, isReading);
    } catch (const std::bad_alloc&) {
        done = failure(ErrorCode::ResourceExhausted, tr("Der Arbeitsspeicher reicht für diese Datei nicht aus."), {},
                       tr("Wandeln Sie die Datei mit „cjio … export jsonl“ in eine CityJSON-Folge um: die wird "
                          "Stück für Stück gelesen."));
    }
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (done || isReading)
        return done;
    Error error = std::move(done).error();
    error.where.source = path;
    qCDebug(log::cityjson) << "refused" << path << error.summary << error.detail;
    outcome.issues.push_back({refusalReason(error), error.summary, {path, error.where.line, {}}});
    outcome.refused = std::move(error);
    return {};
}

Result<void> ReadJob::readOpened(std::size_t index, int threads, bool& isReading)
{
    TWIN_TRY(Opened opened, open(m_files[qsizetype(index)]));
    return opened.sequence ? readSequence(index, threads, std::move(opened), isReading)
                           : readDocument(index, threads, std::move(opened), isReading);
}

Result<ReadJob::Opened> ReadJob::open(const QString& path)
{
    TWIN_TRY(geo::ByteFile file, geo::ByteFile::open(path));
    std::string bytes;
    const auto tooLarge = [&] { return bytes.size() > m_options.limits.documentBytes; };
    appendBlock(file, bytes);
    TWIN_CHECK(checkEncoding(bytes));
    const std::size_t start = bytes.find('{');
    std::size_t end = bytes.find('\n', start);
    while (end == std::string::npos && !tooLarge()) {
        const std::size_t before = bytes.size();
        if (!appendBlock(file, bytes))
            break;
        end = bytes.find('\n', before);
    }
    if (end != std::string::npos) {
        while (isBlank(std::string_view(bytes).substr(end)) && appendBlock(file, bytes))
            ;
        if (!isBlank(std::string_view(bytes).substr(end)) &&
            isJsonObject(std::string_view(bytes).substr(start, end - start))) {
            Opened opened{std::move(file), {}, bytes.substr(end + 1), true};
            opened.head.bytes = bytes.substr(0, end);
            opened.head.pad();
            return opened;
        }
    }
    bytes.reserve(std::size_t(std::clamp<qint64>(QFileInfo(path).size(), 0, 4'100'000'000)) + blockBytes);
    while (!tooLarge() && !m_cancel.isCancelled() && appendBlock(file, bytes))
        ;
    if (tooLarge())
        return failure(ErrorCode::ResourceExhausted, tr("Das CityJSON-Dokument ist zu groß für einen Durchgang."), {},
                       tr("Wandeln Sie die Datei mit „cjio … export jsonl“ in eine CityJSON-Folge um: die wird "
                          "Stück für Stück gelesen."));
    if (!file.errorText().isEmpty())
        return failure(ErrorCode::MalformedData, tr("Die Datei ließ sich nicht bis zum Ende lesen."),
                       QStringLiteral("file.read-error"));
    Opened opened{std::move(file), {std::move(bytes), 0}, {}, false};
    opened.head.pad();
    return opened;
}

void ReadJob::report(qint64 bytes)
{
    const std::lock_guard lock(m_progressMutex);
    m_bytesDone += bytes;
    if (!m_progress || m_sinceReport.elapsed() < reportIntervalMs || m_totalBytes == 0)
        return;
    m_sinceReport.restart();
    m_progress(std::min(1.0, double(m_bytesDone) / double(m_totalBytes)), tr("Stadtmodell wird gelesen"));
}

} // namespace twin::cityjson
