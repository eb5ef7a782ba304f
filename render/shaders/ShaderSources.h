// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace twin::render {

/// @returns the GLSL text of a file in render/shaders with its #include lines resolved; empty for an unknown name.
[[nodiscard]] std::string shaderSource(const std::string& name);

} // namespace twin::render
