// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Texts.h"

#include <pugixml.hpp>

namespace twin::citygml {

/// @returns an element's text without its surrounding white space, comments left out; points into the document or,
/// where
///          the text has several parts, into `scratch`.
[[nodiscard]] std::string_view textOf(const pugi::xml_node& element, std::string& scratch);

} // namespace twin::citygml
