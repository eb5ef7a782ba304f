// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <QtGlobal>

namespace twin::citygml {

/// @returns the number of line feeds in a text.
[[nodiscard]] qint64 countLines(std::string_view text);

/// Line numbers of places in a text that is changed afterwards (pugixml parses in place): one bit a character marks the
/// line feeds, one count each 64 characters makes the look-up constant.
class LineIndex {
public:
    /// Takes in a text whose first character stands in line `firstLine` (1-based). Keeps its memory for the next text.
    void build(std::string_view text, qint64 firstLine);
    /// @returns the 1-based line of the character at `offset`.
    [[nodiscard]] qint64 lineAt(std::size_t offset) const;

private:
    std::vector<std::uint64_t> m_marks;
    std::vector<std::uint32_t> m_before; ///< line feeds before each block of 64 characters
    qint64 m_firstLine = 1;
};

} // namespace twin::citygml
