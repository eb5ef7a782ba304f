// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityModelReader.h"
#include "model/Result.h"

#include <QStringList>

namespace twin::cityjson {

/// What a file may ask for. Only tests have reason to change it.
struct ReadLimits {
    std::size_t chunkBytes = 1 << 20;           ///< objects are handed to the threads in heaps of about this size
    std::size_t featureBytes = 256u << 20;      ///< a longer line of a sequence is skipped
    std::size_t documentBytes = 4'000'000'000u; ///< a larger document is refused: it is read into memory as a whole
    qint64 smallFile = 4 << 20;                 ///< smaller files are read side by side
};

struct ReadOptions : CityModelReadOptions {
    ReadLimits limits;
};

using ReadSummary = CityModelReadSummary;

/// @brief Reads CityJSON 1.0, 1.1 and 2.0 (OGC 20-072r5) and CityJSON sequences (CityJSONSeq, a feature a line) with
///        all cores. A document is kept in memory with its vertices (up to some four times its size); a sequence takes
///        a few chunks whatever its size. What a file is its content says, not its name.
/// @param files  paths; a file that cannot be read becomes an Issue and the others go on, but when no file could be
///               read the first error is returned
/// @returns Cancelled, or the sink's error; otherwise the summary, with a source for each file (without a format where
///          it was refused). Blocking; any thread but the GUI's. Nothing but the files is opened; images are looked
///          for below each file's folder.
[[nodiscard]] Result<ReadSummary> read(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                                       const CancellationToken& cancel, const ProgressSink& progress);

/// @returns 0…100: how sure the first bytes are a CityJSON document or sequence.
[[nodiscard]] int score(const QString& path, QByteArrayView firstBytes);

} // namespace twin::cityjson
