// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/ReadJob.h"
#include "model/Issues.h"
#include "model/Logging.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::citygml {
namespace {

constexpr qint64 reportIntervalMs = 50;
constexpr std::size_t largeChunk = 32u << 20;

} // namespace

ReadJob::ReadJob(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                 const CancellationToken& cancel, const ProgressSink& progress)
    : m_files(files), m_options(options), m_sink(sink), m_cancel(cancel), m_progress(progress)
{
    for (const QString& file : m_files) {
        m_totalBytes += QFileInfo(file).size();
        m_order.insert(file, int(m_order.size()));
    }
    m_sinceReport.start();
}

void ReadJob::stop(Error error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = std::move(error);
}

/// The one refusal, or all of them under one heading.
Error ReadJob::allRefused()
{
    std::stable_sort(m_refusals.begin(), m_refusals.end(),
                     [this](const Error& a, const Error& b) { return isBefore(a.where.source, b.where.source); });
    if (m_refusals.size() == 1)
        return m_refusals.front();
    Error error;
    error.code = m_refusals.front().code;
    error.summary =
        QCoreApplication::translate("twin::citygml", "Keine der %1 Dateien ließ sich lesen:").arg(m_refusals.size());
    error.causes = m_refusals;
    return error;
}

Result<ReadSummary> ReadJob::result()
{
    if (m_error)
        return failure(*m_error);
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (!m_anyRead && !m_refusals.empty())
        return failure(allRefused());
    // Threads finish files in any order; readers of the summary want the order they gave.
    std::stable_sort(m_summary.sources.begin(), m_summary.sources.end(),
                     [this](const SourceInfo& a, const SourceInfo& b) { return isBefore(a.path, b.path); });
    std::stable_sort(m_summary.issues.begin(), m_summary.issues.end(),
                     [this](const Issue& a, const Issue& b) { return isBefore(a.where.source, b.where.source); });
    return std::move(m_summary);
}

void ReadJob::work()
{
    geo::CrsTable crsTable;
    Texts texts;
    std::unique_ptr<MemberReader> reader;
    std::shared_ptr<OpenFile> readerFile;
    while (std::optional<Work> work = next()) {
        if (!work->chunk) {
            finish(*work->file);
            continue;
        }
        CityGmlFile& file = *work->file->file;
        if (readerFile != work->file) {
            reader = std::make_unique<MemberReader>(file.facts(), crsTable, texts);
            readerFile = work->file;
        }
        CityObjectBatch batch{file.sourceIndex(), {}, {}};
        std::unique_lock<std::mutex> alone;
        if (work->chunk->text.size() > largeChunk)
            alone = std::unique_lock(m_largeMutex);
        for (const Member& member : work->chunk->members) {
            if (m_cancel.isCancelled())
                break;
            file.add(reader->read(work->chunk->text.data(), member), batch);
        }
        work->chunk.reset();
        alone = {};
        if (Result<void> accepted = m_sink.accept(std::move(batch)); !accepted)
            stop(std::move(accepted).error());
        bool last = false;
        {
            const std::lock_guard lock(m_mutex);
            last = --work->file->chunksInWork == 0 && work->file->exhausted;
        }
        if (last)
            finish(*work->file);
    }
}

std::optional<ReadJob::Work> ReadJob::next()
{
    const std::lock_guard lock(m_mutex);
    while (!isStopped()) {
        if (!m_current)
            openNext();
        if (!m_current)
            return std::nullopt;
        const std::shared_ptr<OpenFile> file = m_current;
        if (std::optional<Work> work = nextOf(file))
            return work;
    }
    return std::nullopt;
}

/// @returns nothing when the file has no more chunks but others still work on it: they finish it.
std::optional<ReadJob::Work> ReadJob::nextOf(const std::shared_ptr<OpenFile>& file)
{
    Result<std::optional<Chunk>> chunk = file->file->nextChunk();
    report();
    if (chunk && *chunk) {
        ++file->chunksInWork;
        file->delivered = true;
        return Work{file, *std::move(chunk)};
    }
    if (!chunk)
        file->refused = std::move(chunk).error();
    file->exhausted = true;
    m_finishedBytes += file->file->bytesRead();
    m_current.reset();
    return file->chunksInWork == 0 ? std::optional(Work{file, std::nullopt}) : std::nullopt;
}

void ReadJob::openNext()
{
    while (!m_current && m_nextFile < m_files.size() && !isStopped()) {
        const int index = m_nextFile++;
        Result<std::unique_ptr<CityGmlFile>> file =
            CityGmlFile::open(m_options.firstSource + index, m_files[index], m_options.crs, m_options.limits, m_cancel);
        if (file)
            m_current = std::make_shared<OpenFile>(OpenFile{*std::move(file), 0, false, false, std::nullopt});
        else
            refuse(file.error(), m_files[index]);
    }
}

void ReadJob::refuse(const Error& error, const QString& path)
{
    qCDebug(log::citygml) << "refused" << path << error.summary << error.detail;
    m_summary.issues.push_back({refusalReason(error), error.summary, {path, error.where.line, {}}});
    m_refusals.push_back(error);
    m_refusals.back().where.source = path;
}

/// Called by one thread when all chunks of the file are done.
void ReadJob::finish(OpenFile& open)
{
    Result<void> finished = open.file->finish(m_sink, m_cancel);
    if (!finished) {
        stop(std::move(finished).error());
        return;
    }
    const std::lock_guard lock(m_mutex);
    for (Issue& issue : open.file->takeIssues())
        m_summary.issues.push_back(std::move(issue));
    if (open.refused) {
        refuse(*open.refused, open.file->facts().path);
        if (!open.delivered)
            return;
    }
    m_anyRead = true;
    m_summary.bytesRead += open.file->bytesRead();
    SourceInfo info = open.file->info();
    m_summary.sources.push_back(std::move(info));
}

void ReadJob::report()
{
    if (!m_progress || m_sinceReport.elapsed() < reportIntervalMs || m_totalBytes == 0)
        return;
    m_sinceReport.restart();
    const qint64 done = m_finishedBytes + (m_current ? m_current->file->bytesRead() : 0);
    m_progress(std::min(1.0, double(done) / double(m_totalBytes)),
               QCoreApplication::translate("twin::citygml", "Stadtmodell wird gelesen"));
}

} // namespace twin::citygml
