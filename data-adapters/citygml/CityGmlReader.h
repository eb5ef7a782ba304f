// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityModelReader.h"
#include "model/Result.h"

#include <optional>

#include <QStringList>

namespace twin::citygml {

/// What a file may ask for: the figures of the project's security goals. Only tests have reason to change them.
struct ReadLimits {
    std::size_t chunkBytes = 1 << 20;     ///< members are handed to the threads in heaps of about this size
    std::size_t memberBytes = 256u << 20; ///< a larger top-level object is skipped
    std::size_t textBytes = 1 << 20;      ///< a longer text, attribute or comment refuses the file,
    std::size_t numbersBytes = 64u << 20; ///< the same for a list of coordinates
    int depth = 256;                      ///< deeper nesting refuses the file
};

struct ReadOptions : CityModelReadOptions {
    ReadLimits limits;
};

using ReadSummary = CityModelReadSummary;

/// @brief Reads CityGML 1.0, 2.0 and 3.0 (OGC 08-007r1, 12-019, 20-010 with 21-006r2; AdV LoD1/LoD2 profile), all
///        thematic modules and levels of detail, file after file, each cut at cityObjectMember into chunks that all
///        cores parse (design D6). Memory is bounded whatever the file's size.
/// @param files  paths; a file that cannot be read becomes an Issue and the others go on, but when no file could be
/// read
///               an Error is returned that lists all of them with their reasons and remedies
/// @returns Cancelled, or the sink's error; otherwise the summary. Blocking; any thread but the GUI's.
///          A DOCTYPE, deep nesting (> 256) or an over-long text (> 1 MiB) is refused; nothing outside the file is
///          opened but the heads of images and world files below its folder.
[[nodiscard]] Result<ReadSummary> read(const QStringList& files, const ReadOptions& options, CityObjectSink& sink,
                                       const CancellationToken& cancel, const ProgressSink& progress);

/// @returns 0…100: how sure the first bytes are a CityGML document this reader takes.
[[nodiscard]] int score(const QString& path, QByteArrayView firstBytes);

} // namespace twin::citygml
