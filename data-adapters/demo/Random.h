// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace twin::demo {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine, and a stream of its own for every place.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    /// A stream that depends on nothing but the seed and these three numbers.
    Random(std::uint64_t seed, std::uint64_t a, std::uint64_t b, std::uint64_t c)
        : m_state(mixed(mixed(mixed(seed ^ 0x51ED270B4D2FA9C1ULL) ^ a) ^ (b * 0x9E3779B97F4A7C15ULL)) ^
                  (c * 0xC2B2AE3D27D4EB4FULL))
    {
    }

    std::uint64_t next() { return mixed(m_state += 0x9E3779B97F4A7C15ULL); }
    /// @returns a number in [0, 1).
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    /// @returns a number in [a, b).
    double between(double a, double b) { return a + (b - a) * unit(); }
    /// @returns a whole number in [a, b].
    int whole(int a, int b) { return a + int(next() % std::uint64_t(b - a + 1)); }
    bool chance(double probability) { return unit() < probability; }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    std::uint64_t m_state;
};

} // namespace twin::demo
