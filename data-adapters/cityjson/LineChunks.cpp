// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/LineChunks.h"

#include <algorithm>

namespace twin::cityjson {

LineChunks::LineChunks(geo::ByteFile file, std::string begun, qint64 firstLine, const ReadLimits& limits)
    : m_file(std::move(file)), m_limits(limits), m_bytes(std::move(begun)), m_line(firstLine)
{
}

bool LineChunks::readMore()
{
    if (m_atEnd)
        return false;
    const std::size_t before = m_bytes.size();
    m_bytes.resize(before + m_limits.chunkBytes);
    const std::size_t got = m_file.read(m_bytes.data() + before, m_limits.chunkBytes);
    m_bytes.resize(before + got);
    m_atEnd = got < m_limits.chunkBytes;
    return got > 0;
}

/// Drops what there is of an overlong line and all that follows of it.
void LineChunks::skipLine()
{
    m_tooLong.push_back(m_line++);
    m_bytes.clear();
    while (readMore()) {
        const std::size_t end = m_bytes.find('\n');
        if (end != std::string::npos) {
            m_bytes.erase(0, end + 1);
            return;
        }
        m_bytes.clear();
    }
}

std::optional<LineChunk> LineChunks::next()
{
    std::size_t end = m_bytes.rfind('\n');
    while (end == std::string::npos || m_bytes.size() < m_limits.chunkBytes) {
        const std::size_t before = m_bytes.size();
        if (!readMore()) {
            end = m_bytes.size(); // the last line needs no line feed
            break;
        }
        if (const std::size_t later = m_bytes.rfind('\n'); later != std::string::npos && later >= before)
            end = later;
        if (end == std::string::npos && m_bytes.size() > m_limits.featureBytes) {
            skipLine();
            end = m_bytes.rfind('\n');
        }
    }
    if (m_bytes.empty())
        return std::nullopt;
    LineChunk chunk;
    chunk.firstLine = m_line;
    const std::size_t size = std::min(end + 1, m_bytes.size());
    std::string rest = m_bytes.substr(size);
    m_bytes.resize(size);
    m_line += std::count(m_bytes.begin(), m_bytes.end(), '\n');
    chunk.text.bytes = std::exchange(m_bytes, std::move(rest));
    chunk.text.pad();
    return chunk;
}

} // namespace twin::cityjson
