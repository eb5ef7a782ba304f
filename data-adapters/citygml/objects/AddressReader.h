// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <optional>

#include <pugixml.hpp>

namespace twin::citygml {

/// @brief Reads a postal address below a bldg:address or core:Address element, in the spellings of OASIS xAL 1, 2 and 3
///        that occur in city models.
/// @returns nothing when no part of an address is stated.
[[nodiscard]] std::optional<Address> readAddress(const pugi::xml_node& element);

} // namespace twin::citygml
