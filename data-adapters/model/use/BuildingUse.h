// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QStringView>

namespace twin {

/// What a building is for, as coarsely as one sees it from the street at night.
enum class BuildingUse : std::uint8_t { Unknown, Dwelling, Office, Shop, Industry, Public };
inline constexpr int buildingUseCount = 6;

/// @brief Reads a use from a `function` as models state it: a code of the German cadastre ("31001_2020", AX_Gebaeude-
///        funktion: the thousands and hundreds tell) or words, German or English. Mixed ones count as dwellings.
/// @returns Unknown for what says nothing. Pure; any thread.
[[nodiscard]] BuildingUse buildingUse(QStringView function);

} // namespace twin
