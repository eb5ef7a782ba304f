// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/xml/LineIndex.h"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace twin::citygml {
namespace {

constexpr std::size_t blockSize = 64;

std::uint64_t marksOfTail(const char* text, std::size_t size)
{
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < size; ++i)
        marks |= std::uint64_t(text[i] == '\n') << i;
    return marks;
}

/// @returns a bit for each of 64 characters that is a line feed.
std::uint64_t marksOfBlock(const char* text)
{
#if defined(__SSE2__)
    const __m128i feed = _mm_set1_epi8('\n');
    std::uint64_t marks = 0;
    for (int i = 0; i < 4; ++i) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + 16 * i));
        marks |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(_mm_cmpeq_epi8(part, feed)))) << (16 * i);
    }
    return marks;
#else
    return marksOfTail(text, blockSize);
#endif
}

} // namespace

qint64 countLines(std::string_view text)
{
    qint64 lines = 0;
    std::size_t at = 0;
    for (; at + blockSize <= text.size(); at += blockSize)
        lines += std::popcount(marksOfBlock(text.data() + at));
    return lines + std::popcount(marksOfTail(text.data() + at, text.size() - at));
}

void LineIndex::build(std::string_view text, qint64 firstLine)
{
    const std::size_t blocks = text.size() / blockSize + 1;
    m_marks.resize(std::max(m_marks.size(), blocks));
    m_before.resize(m_marks.size());
    m_firstLine = firstLine;
    std::uint32_t lines = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t at = block * blockSize;
        m_marks[block] = at + blockSize <= text.size() ? marksOfBlock(text.data() + at)
                                                       : marksOfTail(text.data() + at, text.size() - at);
        m_before[block] = lines;
        lines += std::uint32_t(std::popcount(m_marks[block]));
    }
}

qint64 LineIndex::lineAt(std::size_t offset) const
{
    const std::size_t block = std::min(offset / blockSize, m_marks.size() - 1);
    const std::uint64_t below = (std::uint64_t(1) << (offset % blockSize)) - 1;
    return m_firstLine + m_before[block] + std::popcount(m_marks[block] & below);
}

} // namespace twin::citygml
