// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twin::pointcloud::laz {

// The adaptive arithmetic coder of LAZ (LAZ specification 1.4, §4; A. Said, "Introduction to Arithmetic Coding", 2004).
// Bytes beyond the end count as zeros and are counted, so that damaged streams end in an error and not in a crash.

/// How often each of some symbols came, as the coder estimates it. A stream's models adapt alike on both sides.
class SymbolModel {
public:
    explicit SymbolModel(std::uint32_t symbols);

private:
    friend class ArithmeticDecoder;
    void update();

    std::uint32_t m_symbols;
    std::uint32_t m_tableShift = 0; ///< 0: few symbols, no table
    std::uint32_t m_total = 0;
    std::uint32_t m_cycle;
    std::uint32_t m_untilUpdate = 0;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_distribution; ///< of 2^15, cumulative
    std::vector<std::uint32_t> m_table;        ///< where to begin looking, by the leading bits
};

/// The same for one bit.
class BitModel {
private:
    friend class ArithmeticDecoder;
    void update();

    std::uint32_t m_zeros = 1;
    std::uint32_t m_bits = 2;
    std::uint32_t m_zeroProbability = 1U << 12; ///< of 2^13
    std::uint32_t m_cycle = 4;
    std::uint32_t m_untilUpdate = 4;
};

/// Reads one stream of symbols. The bytes must outlive it.
class ArithmeticDecoder {
public:
    ArithmeticDecoder() = default;
    explicit ArithmeticDecoder(std::span<const std::uint8_t> bytes);

    /// @returns 0 … symbols − 1.
    std::uint32_t symbol(SymbolModel& model);
    std::uint32_t bit(BitModel& model);
    /// @returns so many bits that have no model. @param count  1…32
    std::uint32_t bits(std::uint32_t count);
    std::uint32_t word() { return bits(32); }
    std::uint64_t doubleWord();

    /// @returns true when more was read than any whole stream holds.
    [[nodiscard]] bool isOverrun() const { return m_missing > mostMissing; }

private:
    /// An encoder may leave out what follows the last byte that matters.
    static constexpr std::size_t mostMissing = 16;

    void renormalise();
    std::uint8_t next();

    const std::uint8_t* m_at = nullptr;
    const std::uint8_t* m_end = nullptr;
    std::size_t m_missing = 0;
    std::uint32_t m_value = 0;
    std::uint32_t m_length = 0xFFFFFFFFU;
};

/// Numbers as corrections to what was expected (LAZ specification 1.4, §5.1): first how many bits the correction has,
/// then the bits.
class IntegerDecoder {
public:
    /// @param contexts  how many separate statistics of sizes there are
    IntegerDecoder(std::uint32_t bits, std::uint32_t contexts);

    std::int32_t read(ArithmeticDecoder& decoder, std::int32_t expected, std::uint32_t context = 0);
    /// @returns how many bits the last correction had, 0…32.
    [[nodiscard]] std::uint32_t lastSize() const { return m_size; }

private:
    std::int32_t correction(ArithmeticDecoder& decoder, SymbolModel& sizes);

    std::uint32_t m_range; ///< values wrap around at it; 0: at 2^32
    std::uint32_t m_size = 0;
    std::vector<SymbolModel> m_sizes;
    BitModel m_oneBit;
    std::vector<SymbolModel> m_corrections; ///< by size, from 1
};

} // namespace twin::pointcloud::laz
