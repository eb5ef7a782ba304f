// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Observation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twin::package {

/// One value of a series as a page holds it.
struct Sample {
    std::int64_t time = 0;     ///< observedAt, milliseconds since 1970
    std::int64_t received = 0; ///< receivedAt
    ObservedValue value;
    Quality quality = Quality::Unstated;

    friend bool operator==(const Sample&, const Sample&) = default;
};

/// @brief Packs samples (ascending, each time once) into a few bytes each: times as differences of differences,
///        numbers as decimal integers where that is exact, repeated marks once.
[[nodiscard]] std::string encodePage(const std::vector<Sample>& samples);
/// @returns empty for bytes that are no page. Any bytes are safe.
[[nodiscard]] std::optional<std::vector<Sample>> decodePage(std::string_view bytes);

/// @brief Puts new samples among known ones; at the same time a different value replaces the known one.
/// @param fresh  ascending; of equal times the last counts
/// @returns whether anything changed.
bool mergeSamples(std::vector<Sample>& known, std::vector<Sample>&& fresh);

} // namespace twin::package
