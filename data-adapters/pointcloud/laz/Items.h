// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pointcloud/laz/Predictors.h"

#include <memory>

namespace twin::pointcloud::laz {

/// A run of bytes of a point record that is compressed by one method (LAZ specification 1.4, §3.1: items).
class Item {
public:
    Item() = default;
    virtual ~Item() = default;
    Item(const Item&) = delete;
    Item& operator=(const Item&) = delete;

    /// @brief Begins a chunk, whose first point is not compressed. @param first  its bytes of this item
    virtual void begin(const std::uint8_t* first) = 0;
    /// @brief Reads the next point's bytes. @returns false for what no encoder writes.
    virtual bool read(ArithmeticDecoder& decoder, std::uint8_t* into) = 0;
};

/// Items of a file that is compressed point by point (version 2). @returns null for one that is not known.
[[nodiscard]] std::unique_ptr<Item> makeItem(std::uint16_t type, std::uint16_t size, std::uint16_t version);

/// The three channels of a colour, low and high bytes apart: green from red, blue from both.
class ColourModels {
public:
    void read(ArithmeticDecoder& decoder, const std::uint16_t* last, std::uint16_t* colour);

private:
    SymbolModel m_changed{128};
    Models<6> m_corrections{256};
};

/// GPS times: differences as multiples of the last one, in up to four sequences that take turns.
class TimeModels {
public:
    /// @param withUnchanged  the older generation has a symbol for no change, which shifts those after it
    explicit TimeModels(bool withUnchanged);
    void begin(std::int64_t first);
    /// @returns false when sequences are switched without end.
    bool read(ArithmeticDecoder& decoder);
    [[nodiscard]] std::int64_t last() const { return m_times[m_sequence]; }

private:
    enum class Step { Done, Again };
    Step readAfterNoDifference(ArithmeticDecoder& decoder);
    Step readAfterDifference(ArithmeticDecoder& decoder);
    void addMultiple(ArithmeticDecoder& decoder, std::int32_t multiple);
    void add(std::int32_t difference);
    void readWhole(ArithmeticDecoder& decoder);
    void countExtreme(std::int32_t difference);

    std::uint32_t m_shift; ///< 1 with the symbol for no change
    SymbolModel m_multiple;
    SymbolModel m_first;
    IntegerDecoder m_difference{32, 9};
    std::size_t m_sequence = 0;
    std::size_t m_newest = 0;
    std::array<std::int64_t, 4> m_times{};
    std::array<std::int32_t, 4> m_differences{};
    std::array<std::int32_t, 4> m_extremes{};
};

} // namespace twin::pointcloud::laz
