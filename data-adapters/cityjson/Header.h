// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/ObjectReader.h"
#include "model/CityModelReader.h"

namespace twin::cityjson {

/// A file with what must be known before its first object: version, CRS, transform, title, templates.
struct FileHeader {
    SourceInfo info;
    FileFacts facts;
    std::vector<Issue> issues; ///< of the file as a whole
};

/// @brief Reads the "CityJSON" object of a file: of a document without its objects and vertices, of a sequence its
///        first line.
/// @param sequence  CityJSONSeq: features follow
/// @param crs  --crs; may be empty
/// @returns UnsupportedFormat, UnsupportedVersion, MissingCrs, or what is wrong with the CRS.
[[nodiscard]] Result<FileHeader> readHeader(const Json& json, const QString& path, bool sequence, const QString& crs,
                                            AppearancePool& pool);

} // namespace twin::cityjson
