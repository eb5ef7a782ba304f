// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/laz/ArithmeticDecoder.h"

#include <algorithm>

namespace twin::pointcloud::laz {
namespace {

constexpr std::uint32_t leastLength = 1U << 24;
constexpr std::uint32_t probabilityBits = 15;
constexpr std::uint32_t mostCounts = 1U << probabilityBits;
constexpr std::uint32_t bitProbabilityBits = 13;
constexpr std::uint32_t mostBitCounts = 1U << bitProbabilityBits;
constexpr std::uint32_t longestBitCycle = 64;
constexpr std::uint32_t fewSymbols = 16;
constexpr std::uint32_t modelledBits = 8; ///< of a correction; the lower ones have no model

} // namespace

SymbolModel::SymbolModel(std::uint32_t symbols)
    : m_symbols(symbols), m_cycle(symbols), m_counts(symbols, 1), m_distribution(symbols)
{
    if (symbols > fewSymbols) {
        std::uint32_t tableBits = 3;
        while (symbols > (1U << (tableBits + 2)))
            ++tableBits;
        m_tableShift = probabilityBits - tableBits;
        m_table.resize((std::size_t{1} << tableBits) + 2);
    }
    update();
    m_cycle = (symbols + 6) >> 1;
    m_untilUpdate = m_cycle;
}

void SymbolModel::update()
{
    m_total += m_cycle;
    if (m_total > mostCounts) {
        m_total = 0;
        for (std::uint32_t& count : m_counts) {
            count = (count + 1) >> 1;
            m_total += count;
        }
    }
    const std::uint32_t scale = 0x80000000U / m_total;
    std::uint32_t sum = 0;
    std::size_t entry = 0;
    for (std::uint32_t k = 0; k < m_symbols; ++k) {
        m_distribution[k] = (scale * sum) >> (31 - probabilityBits);
        sum += m_counts[k];
        if (m_tableShift > 0) {
            const std::size_t until = m_distribution[k] >> m_tableShift;
            while (entry < until)
                m_table[++entry] = k - 1;
        }
    }
    if (m_tableShift > 0) {
        m_table[0] = 0;
        while (entry + 1 < m_table.size())
            m_table[++entry] = m_symbols - 1;
    }
    m_cycle = std::min((5 * m_cycle) >> 2, (m_symbols + 6) << 3);
    m_untilUpdate = m_cycle;
}

void BitModel::update()
{
    m_bits += m_cycle;
    if (m_bits > mostBitCounts) {
        m_bits = (m_bits + 1) >> 1;
        m_zeros = (m_zeros + 1) >> 1;
        if (m_zeros == m_bits)
            ++m_bits;
    }
    const std::uint32_t scale = 0x80000000U / m_bits;
    m_zeroProbability = (m_zeros * scale) >> (31 - bitProbabilityBits);
    m_cycle = std::min((5 * m_cycle) >> 2, longestBitCycle);
    m_untilUpdate = m_cycle;
}

ArithmeticDecoder::ArithmeticDecoder(std::span<const std::uint8_t> bytes)
    : m_at(bytes.data()), m_end(bytes.data() + bytes.size())
{
    for (int i = 0; i < 4; ++i)
        m_value = m_value << 8 | next();
}

inline std::uint8_t ArithmeticDecoder::next()
{
    if (m_at < m_end)
        return *m_at++;
    ++m_missing;
    return 0;
}

inline void ArithmeticDecoder::renormalise()
{
    while (m_length < leastLength) {
        m_value = m_value << 8 | next();
        m_length <<= 8;
    }
}

std::uint32_t ArithmeticDecoder::symbol(SymbolModel& model)
{
    const std::uint32_t whole = m_length;
    m_length >>= probabilityBits;
    // Only a damaged stream reaches beyond the last probability.
    const std::uint32_t place = std::min(m_value / m_length, mostCounts - 1);
    std::uint32_t found = 0;
    std::uint32_t beyond = model.m_symbols;
    if (model.m_tableShift > 0) {
        const std::uint32_t entry = place >> model.m_tableShift;
        found = model.m_table[entry];
        beyond = model.m_table[entry + 1] + 1;
    }
    while (beyond > found + 1) {
        const std::uint32_t middle = (found + beyond) >> 1;
        if (model.m_distribution[middle] > place)
            beyond = middle;
        else
            found = middle;
    }
    const std::uint32_t low = model.m_distribution[found] * m_length;
    const std::uint32_t high = found + 1 < model.m_symbols ? model.m_distribution[found + 1] * m_length : whole;
    m_value -= low;
    m_length = high - low;
    renormalise();
    ++model.m_counts[found];
    if (--model.m_untilUpdate == 0)
        model.update();
    return found;
}

std::uint32_t ArithmeticDecoder::bit(BitModel& model)
{
    const std::uint32_t zero = model.m_zeroProbability * (m_length >> bitProbabilityBits);
    const std::uint32_t found = m_value >= zero ? 1 : 0;
    if (found == 0) {
        m_length = zero;
        ++model.m_zeros;
    } else {
        m_value -= zero;
        m_length -= zero;
    }
    renormalise();
    if (--model.m_untilUpdate == 0)
        model.update();
    return found;
}

std::uint32_t ArithmeticDecoder::bits(std::uint32_t count)
{
    if (count > 19) { // the length has no more to give at once; the low half comes first
        const std::uint32_t low = bits(16);
        return bits(count - 16) << 16 | low;
    }
    m_length >>= count;
    const std::uint32_t found = m_value / m_length;
    m_value -= m_length * found;
    renormalise();
    return found;
}

std::uint64_t ArithmeticDecoder::doubleWord()
{
    const std::uint64_t low = word();
    return std::uint64_t{word()} << 32 | low;
}

IntegerDecoder::IntegerDecoder(std::uint32_t bits, std::uint32_t contexts)
    : m_range(bits < 32 ? 1U << bits : 0), m_sizes(contexts, SymbolModel(bits + 1))
{
    m_corrections.reserve(bits);
    for (std::uint32_t size = 1; size <= bits; ++size)
        m_corrections.emplace_back(1U << std::min(size, modelledBits));
}

std::int32_t IntegerDecoder::correction(ArithmeticDecoder& decoder, SymbolModel& sizes)
{
    m_size = decoder.symbol(sizes);
    if (m_size == 0)
        return static_cast<std::int32_t>(decoder.bit(m_oneBit));
    if (m_size >= 32)
        return INT32_MIN;
    std::uint32_t value = decoder.symbol(m_corrections[m_size - 1]);
    if (m_size > modelledBits) {
        const std::uint32_t rest = m_size - modelledBits;
        value = value << rest | decoder.bits(rest);
    }
    // Corrections of this size are −(2^size − 1) … −2^(size − 1) and 2^(size − 1) + 1 … 2^size.
    return static_cast<std::int32_t>(value >= 1U << (m_size - 1) ? value + 1 : value - ((1U << m_size) - 1));
}

std::int32_t IntegerDecoder::read(ArithmeticDecoder& decoder, std::int32_t expected, std::uint32_t context)
{
    const auto value = static_cast<std::int32_t>(static_cast<std::uint32_t>(expected) +
                                                 static_cast<std::uint32_t>(correction(decoder, m_sizes[context])));
    if (m_range == 0)
        return value;
    const auto range = static_cast<std::int32_t>(m_range);
    if (value < 0)
        return value + range;
    return value >= range ? value - range : value;
}

} // namespace twin::pointcloud::laz
