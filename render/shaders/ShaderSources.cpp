// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/shaders/ShaderSources.h"

#include <array>
#include <sstream>
#include <string_view>
#include <utility>

namespace twin::render {

namespace {

// Made by CMake from the files beside this one: {name, text} pairs.
constexpr std::array sources{
#include "ShaderTexts.inc"
};

std::string_view textOf(std::string_view name)
{
    for (const auto& [file, text] : sources) {
        if (file == name)
            return text;
    }
    return {};
}

} // namespace

std::string shaderSource(const std::string& name)
{
    std::istringstream lines{std::string(textOf(name))};
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        constexpr std::string_view keyword = "#include \"";
        if (line.rfind(keyword, 0) == 0)
            out += shaderSource(line.substr(keyword.size(), line.find('"', keyword.size()) - keyword.size()));
        else
            out += line + '\n';
    }
    return out;
}

} // namespace twin::render
