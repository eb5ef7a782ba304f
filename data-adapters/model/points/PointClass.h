// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

namespace twin {

/// @returns the translated name of a point's class (ASPRS LAS 1.4 R15, table 17): "Boden", "Gebäude"; for the codes
///          that a survey may use as it likes "eigene Klasse 66". Any thread.
[[nodiscard]] QString pointClassName(std::uint8_t classification);

/// @returns whether points of the class are errors of measurement (7: low noise, 18: high noise).
[[nodiscard]] constexpr bool isNoise(std::uint8_t classification)
{
    return classification == 7 || classification == 18;
}

} // namespace twin
