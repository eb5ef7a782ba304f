// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/io/SpillFile.h"

#include "package/io/Files.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>

namespace twin::package {
namespace {

/// Read ahead while records are asked for in their order, little otherwise.
constexpr std::int64_t aheadBytes = 256 * 1024;
constexpr std::int64_t strayBytes = 8 * 1024;

QString doing()
{
    return QCoreApplication::translate("twin::package", "Die Zwischenablage des Imports ließ sich nicht schreiben.");
}

} // namespace

Result<std::unique_ptr<SpillFile>> SpillFile::create(const QString& path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return failure(fileError(*file, doing()));
    return std::unique_ptr<SpillFile>(new SpillFile(std::move(file)));
}

SpillFile::SpillFile(std::unique_ptr<QFile> file) : m_file(std::move(file)) {}

SpillFile::~SpillFile() = default;

Result<std::int64_t> SpillFile::append(std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t at = m_size;
    std::size_t done = 0;
    while (done < bytes.size()) {
        const qint64 written = m_file->write(bytes.data() + done, static_cast<qint64>(bytes.size() - done));
        if (written <= 0)
            return failure(fileError(*m_file, doing()));
        done += static_cast<std::size_t>(written);
    }
    m_size += static_cast<std::int64_t>(bytes.size());
    return at;
}

std::int64_t SpillFile::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

SpillFile::Reader::Reader(const SpillFile& spill) : m_file(std::make_unique<QFile>(spill.m_file->fileName()))
{
    // A failure shows at the first read, where it can be returned.
    (void)m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SpillFile::Reader::~Reader() = default;

Result<std::string_view> SpillFile::Reader::read(SpillRange range)
{
    const auto unreadable = [this] {
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("twin::package", "Die Zwischenablage des Imports ließ sich nicht lesen."),
            m_file->errorString());
    };
    const auto blockSize = static_cast<std::int64_t>(m_block.size());
    if (range.offset < m_blockOffset || range.offset + range.size > m_blockOffset + blockSize) {
        if (!m_file->isOpen() || !m_file->seek(range.offset))
            return unreadable();
        const std::int64_t gap = range.offset - (m_blockOffset + blockSize);
        const bool inOrder = gap > -strayBytes && gap < strayBytes;
        m_block.resize(static_cast<std::size_t>(std::max(range.size, inOrder ? aheadBytes : strayBytes)));
        const qint64 got = m_file->read(m_block.data(), static_cast<qint64>(m_block.size()));
        m_block.resize(static_cast<std::size_t>(std::max<qint64>(got, 0)));
        m_blockOffset = range.offset;
        if (got < range.size)
            return unreadable();
    }
    return std::string_view(m_block).substr(static_cast<std::size_t>(range.offset - m_blockOffset),
                                            static_cast<std::size_t>(range.size));
}

} // namespace twin::package
