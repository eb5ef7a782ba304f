// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/laz/Items.h"

#include <cstdlib>

namespace twin::pointcloud::laz {
namespace {

/// How returns of a pulse fall into contexts, by number of returns and number of the return (§5.2, table of the
/// specification).
constexpr std::uint8_t returnContexts[8][8] = {
    {15, 14, 13, 12, 11, 10, 9, 8},  {14, 0, 1, 3, 6, 10, 10, 9},    {13, 1, 2, 4, 7, 11, 11, 10},
    {12, 3, 4, 5, 8, 12, 12, 11},    {11, 6, 7, 8, 9, 13, 13, 12},   {10, 10, 11, 12, 13, 14, 14, 13},
    {9, 10, 11, 12, 13, 14, 15, 14}, {8, 9, 10, 11, 12, 13, 14, 15},
};

enum ItemType : std::uint16_t { Bytes = 0, Point10 = 6, GpsTime11 = 7, Rgb12 = 8, WavePacket13 = 9 };

/// The first 20 bytes of point formats 0–5.
class Point10Item final : public Item {
public:
    void begin(const std::uint8_t* first) override
    {
        std::memcpy(m_last.data(), first, m_last.size());
        store<std::uint16_t>(m_last.data() + intensityAt, 0);
    }

    bool read(ArithmeticDecoder& decoder, std::uint8_t* into) override
    {
        readAttributes(decoder);
        const std::uint32_t returns = m_last[flagsAt] >> 3 & 7U;
        const std::uint32_t number = m_last[flagsAt] & 7U;
        const std::uint32_t context = returnContexts[returns][number];
        const std::size_t level = returns > number ? returns - number : number - returns;
        const std::uint32_t single = returns == 1 ? 1 : 0;

        const std::int32_t dx = m_dx.read(decoder, m_xMedians[context].get(), single);
        m_xMedians[context].add(dx);
        const std::int32_t dy =
            m_dy.read(decoder, m_yMedians[context].get(), single + sizeContext(m_dx.lastSize(), 20));
        m_yMedians[context].add(dy);
        const std::uint32_t size = (m_dx.lastSize() + m_dy.lastSize()) / 2;
        const std::int32_t z = m_z.read(decoder, m_heights[level], single + sizeContext(size, 18));
        m_heights[level] = z;
        store(m_last.data(), sum(load<std::int32_t>(m_last.data()), dx));
        store(m_last.data() + 4, sum(load<std::int32_t>(m_last.data() + 4), dy));
        store(m_last.data() + 8, z);
        std::memcpy(into, m_last.data(), m_last.size());
        return true;
    }

private:
    static constexpr std::size_t intensityAt = 12;
    static constexpr std::size_t flagsAt = 14;
    static constexpr std::size_t classAt = 15;
    static constexpr std::size_t angleAt = 16;
    static constexpr std::size_t userAt = 17;
    static constexpr std::size_t sourceAt = 18;

    void readAttributes(ArithmeticDecoder& decoder)
    {
        const std::uint32_t changed = decoder.symbol(m_changed);
        if (changed == 0)
            return;
        std::uint8_t* const last = m_last.data();
        if (changed & 32U)
            last[flagsAt] = static_cast<std::uint8_t>(decoder.symbol(m_flags[last[flagsAt]]));
        const std::size_t context = returnContexts[last[flagsAt] >> 3 & 7][last[flagsAt] & 7];
        if (changed & 16U)
            m_intensities[context] = static_cast<std::uint16_t>(m_intensity.read(
                decoder, m_intensities[context], static_cast<std::uint32_t>(std::min<std::size_t>(context, 3))));
        store(last + intensityAt, m_intensities[context]);
        if (changed & 8U)
            last[classAt] = static_cast<std::uint8_t>(decoder.symbol(m_classes[last[classAt]]));
        if (changed & 4U)
            last[angleAt] = static_cast<std::uint8_t>(last[angleAt] + decoder.symbol(m_angles[last[flagsAt] >> 6 & 1]));
        if (changed & 2U)
            last[userAt] = static_cast<std::uint8_t>(decoder.symbol(m_user[last[userAt]]));
        if (changed & 1U)
            store(last + sourceAt,
                  static_cast<std::uint16_t>(m_source.read(decoder, load<std::uint16_t>(last + sourceAt))));
    }

    std::array<std::uint8_t, 20> m_last{};
    SymbolModel m_changed{64};
    Models<256> m_flags{256};
    Models<256> m_classes{256};
    Models<2> m_angles{256};
    Models<256> m_user{256};
    IntegerDecoder m_source{16, 1};
    IntegerDecoder m_intensity{16, 4};
    IntegerDecoder m_dx{32, 2};
    IntegerDecoder m_dy{32, 22};
    IntegerDecoder m_z{32, 20};
    std::array<RunningMedian, 16> m_xMedians;
    std::array<RunningMedian, 16> m_yMedians;
    std::array<std::uint16_t, 16> m_intensities{};
    std::array<std::int32_t, 8> m_heights{};
};

class GpsTimeItem final : public Item {
public:
    void begin(const std::uint8_t* first) override { m_models.begin(load<std::int64_t>(first)); }
    bool read(ArithmeticDecoder& decoder, std::uint8_t* into) override
    {
        const bool done = m_models.read(decoder);
        store(into, m_models.last());
        return done;
    }

private:
    TimeModels m_models{true};
};

class RgbItem final : public Item {
public:
    void begin(const std::uint8_t* first) override { std::memcpy(m_last.data(), first, sizeof m_last); }
    bool read(ArithmeticDecoder& decoder, std::uint8_t* into) override
    {
        std::array<std::uint16_t, 3> colour{};
        m_models.read(decoder, m_last.data(), colour.data());
        m_last = colour;
        std::memcpy(into, m_last.data(), sizeof m_last);
        return true;
    }

private:
    std::array<std::uint16_t, 3> m_last{};
    ColourModels m_models;
};

/// Where the full waveform lies. Read for the sake of the stream alone.
class WavePacketItem final : public Item {
public:
    void begin(const std::uint8_t* first) override { std::memcpy(m_last.data(), first, m_last.size()); }
    bool read(ArithmeticDecoder& decoder, std::uint8_t* into) override
    {
        std::uint8_t* const last = m_last.data();
        const auto offset = load<std::uint64_t>(last + 1);
        const auto size = load<std::uint32_t>(last + 9);
        last[0] = static_cast<std::uint8_t>(decoder.symbol(m_index));
        m_lastKind = decoder.symbol(m_kinds[m_lastKind]);
        std::uint64_t next = offset;
        if (m_lastKind == 1)
            next = offset + size;
        else if (m_lastKind == 2)
            next = offset + static_cast<std::uint64_t>(std::int64_t{m_step = m_offset.read(decoder, m_step)});
        else if (m_lastKind == 3)
            next = decoder.doubleWord();
        store(last + 1, next);
        store(last + 9, m_size.read(decoder, static_cast<std::int32_t>(size)));
        store(last + 13, m_returnPoint.read(decoder, load<std::int32_t>(last + 13)));
        for (std::uint32_t axis = 0; axis < 3; ++axis) {
            std::uint8_t* const at = last + 17 + std::size_t{axis} * 4;
            store(at, m_direction.read(decoder, load<std::int32_t>(at), axis));
        }
        std::memcpy(into, last, m_last.size());
        return true;
    }

private:
    std::array<std::uint8_t, 29> m_last{};
    std::uint32_t m_lastKind = 0;
    std::int32_t m_step = 0;
    SymbolModel m_index{256};
    Models<4> m_kinds{4};
    IntegerDecoder m_offset{32, 1};
    IntegerDecoder m_size{32, 1};
    IntegerDecoder m_returnPoint{32, 1};
    IntegerDecoder m_direction{32, 3};
};

/// Bytes of which only the owner of the file knows the meaning.
class BytesItem final : public Item {
public:
    explicit BytesItem(std::size_t size) : m_last(size), m_models(size, SymbolModel(256)) {}
    void begin(const std::uint8_t* first) override { m_last.assign(first, first + m_last.size()); }
    bool read(ArithmeticDecoder& decoder, std::uint8_t* into) override
    {
        for (std::size_t i = 0; i < m_last.size(); ++i)
            into[i] = m_last[i] = static_cast<std::uint8_t>(m_last[i] + decoder.symbol(m_models[i]));
        return true;
    }

private:
    std::vector<std::uint8_t> m_last;
    std::vector<SymbolModel> m_models;
};

} // namespace

std::unique_ptr<Item> makeItem(std::uint16_t type, std::uint16_t size, std::uint16_t version)
{
    if (type == Point10 && size == 20 && version == 2)
        return std::make_unique<Point10Item>();
    if (type == GpsTime11 && size == 8 && version == 2)
        return std::make_unique<GpsTimeItem>();
    if (type == Rgb12 && size == 6 && version == 2)
        return std::make_unique<RgbItem>();
    if (type == WavePacket13 && size == 29 && version == 1)
        return std::make_unique<WavePacketItem>();
    if (type == Bytes && version == 2)
        return std::make_unique<BytesItem>(size);
    return nullptr;
}

void ColourModels::read(ArithmeticDecoder& decoder, const std::uint16_t* last, std::uint16_t* colour)
{
    const std::uint32_t changed = decoder.symbol(m_changed);
    const auto byteOf = [](std::uint16_t value, int half) {
        return static_cast<std::int32_t>(value >> (8 * half) & 255);
    };
    // Bits 0/1: low/high byte of red, 2/3: green, 4/5: blue; bit 6: not grey.
    const auto part = [&](std::size_t bit, std::int32_t unchanged, std::int32_t expected) {
        if ((changed >> bit & 1U) == 0)
            return unchanged;
        return (static_cast<std::int32_t>(decoder.symbol(m_corrections[bit])) + expected) & 255;
    };
    const std::int32_t redLow = part(0, byteOf(last[0], 0), byteOf(last[0], 0));
    const std::int32_t redHigh = part(1, byteOf(last[0], 1), byteOf(last[0], 1));
    colour[0] = static_cast<std::uint16_t>(redLow | redHigh << 8);
    if ((changed >> 6 & 1U) == 0) {
        colour[1] = colour[2] = colour[0];
        return;
    }
    std::int32_t green[2];
    std::int32_t blue[2];
    for (const int half : {0, 1}) {
        const auto index = static_cast<std::size_t>(half);
        const std::int32_t lastGreen = byteOf(last[1], half);
        const std::int32_t lastBlue = byteOf(last[2], half);
        std::int32_t change = (half == 0 ? redLow : redHigh) - byteOf(last[0], half);
        green[half] = part(2 + index, lastGreen, clampedByte(change + lastGreen));
        change = (change + green[half] - lastGreen) / 2;
        blue[half] = part(4 + index, lastBlue, clampedByte(change + lastBlue));
    }
    colour[1] = static_cast<std::uint16_t>(green[0] | green[1] << 8);
    colour[2] = static_cast<std::uint16_t>(blue[0] | blue[1] << 8);
}

namespace {

// The symbols of GPS times (§5.3): 0 … 500 times the last difference, then −1 … −10 times, then the others.
constexpr std::uint32_t mostMultiple = 500;
constexpr std::int32_t leastMultiple = -10;
constexpr std::uint32_t afterMultiples = mostMultiple + 10 + 1; ///< 511
constexpr std::int32_t patience = 3;                            ///< extreme differences until they are the rule
constexpr int mostSwitches = 8;

} // namespace

TimeModels::TimeModels(bool withUnchanged)
    : m_shift(withUnchanged ? 1 : 0), m_multiple(afterMultiples + 4 + m_shift), m_first(5 + m_shift)
{
}

void TimeModels::begin(std::int64_t first)
{
    m_times[0] = first;
}

bool TimeModels::read(ArithmeticDecoder& decoder)
{
    for (int i = 0; i < mostSwitches; ++i)
        if ((m_differences[m_sequence] == 0 ? readAfterNoDifference(decoder) : readAfterDifference(decoder)) ==
            Step::Done)
            return true;
    return false;
}

TimeModels::Step TimeModels::readAfterNoDifference(ArithmeticDecoder& decoder)
{
    const std::uint32_t symbol = decoder.symbol(m_first);
    if (symbol < m_shift) // unchanged
        return Step::Done;
    const std::uint32_t kind = symbol - m_shift;
    if (kind == 0) {
        m_differences[m_sequence] = m_difference.read(decoder, 0, 0);
        add(m_differences[m_sequence]);
        m_extremes[m_sequence] = 0;
    } else if (kind == 1) {
        readWhole(decoder);
    } else {
        m_sequence = (m_sequence + kind - 1) & 3U;
        return Step::Again;
    }
    return Step::Done;
}

TimeModels::Step TimeModels::readAfterDifference(ArithmeticDecoder& decoder)
{
    const std::uint32_t symbol = decoder.symbol(m_multiple);
    if (symbol < afterMultiples) {
        addMultiple(decoder, symbol <= mostMultiple
                                 ? static_cast<std::int32_t>(symbol)
                                 : static_cast<std::int32_t>(mostMultiple) - static_cast<std::int32_t>(symbol));
        return Step::Done;
    }
    if (symbol < afterMultiples + m_shift) // unchanged
        return Step::Done;
    const std::uint32_t kind = symbol - afterMultiples - m_shift;
    if (kind == 0) {
        readWhole(decoder);
        return Step::Done;
    }
    m_sequence = (m_sequence + kind) & 3U;
    return Step::Again;
}

void TimeModels::addMultiple(ArithmeticDecoder& decoder, std::int32_t multiple)
{
    const auto expected = [&](std::int32_t times) {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(times) *
                                         static_cast<std::uint32_t>(m_differences[m_sequence]));
    };
    if (multiple == 1) {
        add(m_difference.read(decoder, expected(1), 1));
        m_extremes[m_sequence] = 0;
        return;
    }
    std::int32_t difference = 0;
    if (multiple == 0) {
        difference = m_difference.read(decoder, 0, 7);
        countExtreme(difference);
    } else if (multiple == static_cast<std::int32_t>(mostMultiple)) {
        difference = m_difference.read(decoder, expected(multiple), 4);
        countExtreme(difference);
    } else if (multiple == leastMultiple) {
        difference = m_difference.read(decoder, expected(multiple), 6);
        countExtreme(difference);
    } else {
        difference = m_difference.read(decoder, expected(multiple), multiple < 0 ? 5 : multiple < 10 ? 2 : 3);
    }
    add(difference);
}

void TimeModels::add(std::int32_t difference)
{
    std::int64_t& time = m_times[m_sequence];
    time = static_cast<std::int64_t>(static_cast<std::uint64_t>(time) +
                                     static_cast<std::uint64_t>(std::int64_t{difference}));
}

/// A jump that 32 bits do not hold begins a new sequence.
void TimeModels::readWhole(ArithmeticDecoder& decoder)
{
    m_newest = (m_newest + 1) & 3U;
    const auto high =
        static_cast<std::uint32_t>(m_difference.read(decoder, static_cast<std::int32_t>(m_times[m_sequence] >> 32), 8));
    m_times[m_newest] = static_cast<std::int64_t>(std::uint64_t{high} << 32 | decoder.word());
    m_sequence = m_newest;
    m_differences[m_sequence] = 0;
    m_extremes[m_sequence] = 0;
}

void TimeModels::countExtreme(std::int32_t difference)
{
    if (++m_extremes[m_sequence] > patience) {
        m_differences[m_sequence] = difference;
        m_extremes[m_sequence] = 0;
    }
}

} // namespace twin::pointcloud::laz
