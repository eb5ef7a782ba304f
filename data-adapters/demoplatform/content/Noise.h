// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace twin::demoplatform {

/// A well-mixed number that depends on its three arguments alone, so that any instant can be computed without the ones
/// before it (SplitMix64's finaliser).
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
{
    std::uint64_t z = seed ^ (stream * 0x9E3779B97F4A7C15ULL) ^ (index * 0xC2B2AE3D27D4EB4FULL) ^ 0x51ED270B4D2FA9C1ULL;
    for (int round = 0; round < 2; ++round) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        z ^= z >> 31;
    }
    return z;
}

/// @returns a number in [0, 1).
[[nodiscard]] inline double unitOf(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
{
    return double(mixed(seed, stream, index) >> 11) * 0x1.0p-53;
}

/// Noise that changes smoothly along a line: values at whole numbers, joined by a curve without kinks.
/// @returns about normal with mean 0 and deviation 0.8, within ±2.5.
[[nodiscard]] inline double smoothNoise(std::uint64_t seed, std::uint64_t stream, double x)
{
    const double cell = std::floor(x);
    const double f = x - cell;
    const auto at = [&](double c) {
        const std::uint64_t bits = mixed(seed, stream, std::uint64_t(std::int64_t(c)));
        return double((bits & 0x1FFFFF) + ((bits >> 21) & 0x1FFFFF) + (bits >> 42 & 0x1FFFFF)) / 0x1FFFFF * 1.667 - 2.5;
    };
    const double s = f * f * f * (f * (f * 6 - 15) + 10);
    return at(cell) * (1 - s) + at(cell + 1) * s;
}

} // namespace twin::demoplatform
