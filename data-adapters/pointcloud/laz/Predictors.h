// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pointcloud/laz/ArithmeticDecoder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>

namespace twin::pointcloud::laz {

// What both generations of LAZ predict with (LAZ specification 1.4, §5).

/// The median of the last five values, kept as the specification keeps it: which of the outer values goes alternates.
class RunningMedian {
public:
    [[nodiscard]] std::int32_t get() const { return m_values[2]; }
    void add(std::int32_t value)
    {
        // Seen from below or from above, the same is done.
        auto* const v = m_values.data();
        if (m_dropsHighest) {
            if (value < v[2]) {
                std::copy_backward(v + 2, v + 4, v + 5);
                insertBelow(v, value);
            } else {
                if (value < v[3])
                    v[4] = v[3], v[3] = value;
                else
                    v[4] = value;
                m_dropsHighest = false;
            }
        } else if (value > v[2]) {
            std::copy(v + 1, v + 3, v);
            insertAbove(v, value);
        } else {
            if (value > v[1])
                v[0] = v[1], v[1] = value;
            else
                v[0] = value;
            m_dropsHighest = true;
        }
    }

private:
    static void insertBelow(std::int32_t* v, std::int32_t value)
    {
        if (value < v[0])
            v[2] = v[1], v[1] = v[0], v[0] = value;
        else if (value < v[1])
            v[2] = v[1], v[1] = value;
        else
            v[2] = value;
    }
    static void insertAbove(std::int32_t* v, std::int32_t value)
    {
        if (value > v[4])
            v[2] = v[3], v[3] = v[4], v[4] = value;
        else if (value > v[3])
            v[2] = v[3], v[3] = value;
        else
            v[2] = value;
    }

    std::array<std::int32_t, 5> m_values{};
    bool m_dropsHighest = true;
};

/// Models of which a file uses few: made when they are asked for.
template <std::size_t count> class Models {
public:
    explicit Models(std::uint32_t symbols) : m_symbols(symbols) {}
    SymbolModel& operator[](std::size_t i)
    {
        if (!m_models[i])
            m_models[i] = std::make_unique<SymbolModel>(m_symbols);
        return *m_models[i];
    }

private:
    std::uint32_t m_symbols;
    std::array<std::unique_ptr<SymbolModel>, count> m_models;
};

/// Values of fields at a place of a record, little-endian as in the file (ASPRS LAS 1.4 §2).
template <class T> [[nodiscard]] T load(const std::uint8_t* at)
{
    static_assert(std::endian::native == std::endian::little, "records are taken as they lie in the file");
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

template <class T> void store(std::uint8_t* at, T value)
{
    std::memcpy(at, &value, sizeof value);
}

[[nodiscard]] inline std::int32_t sum(std::int32_t a, std::int32_t b) ///< wraps as the coder's does
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

[[nodiscard]] inline std::int32_t clampedByte(std::int32_t value)
{
    return std::clamp(value, 0, 255);
}

/// The size of a correction as context of the next number.
[[nodiscard]] inline std::uint32_t sizeContext(std::uint32_t size, std::uint32_t most)
{
    return size < most ? size & ~1U : most;
}

} // namespace twin::pointcloud::laz
