// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/CityJsonReader.h"
#include "cityjson/Outline.h"
#include "geo/ByteFile.h"

#include <optional>

namespace twin::cityjson {

/// Some whole lines of a file.
struct LineChunk {
    PaddedText text;
    qint64 firstLine = 1; ///< 1-based
};

/// Cuts a file at line feeds into chunks of about ReadLimits::chunkBytes. One thread at a time.
class LineChunks {
public:
    /// @param begun  what was already read of the file and not used
    /// @param firstLine  the line that `begun` begins with
    LineChunks(geo::ByteFile file, std::string begun, qint64 firstLine, const ReadLimits& limits);

    /// @returns nothing at the end of the file.
    [[nodiscard]] std::optional<LineChunk> next();
    /// Lines that were skipped because they are longer than ReadLimits::featureBytes.
    [[nodiscard]] const std::vector<qint64>& tooLong() const { return m_tooLong; }
    /// What stopped the reading before the end of the file; empty: nothing.
    [[nodiscard]] const QString& errorText() const { return m_file.errorText(); }

private:
    [[nodiscard]] bool readMore();
    void skipLine();

    geo::ByteFile m_file;
    const ReadLimits m_limits;
    std::string m_bytes; ///< read and not handed out
    qint64 m_line;
    bool m_atEnd = false;
    std::vector<qint64> m_tooLong;
};

} // namespace twin::cityjson
