// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Feature.h"
#include "model/Task.h"

namespace twin::vector {

struct ReadOptions {
    QString crs; ///< used where a file states none (--crs); empty: such a file is refused with MissingCrs
};

/// @brief Says what is in a vector file: tables, fields, counts, CRS, and what had to be guessed. Reads as little as
///        the format allows (GML and CSV are read through).
///        GeoPackage, GeoJSON, TopoJSON, Shapefile, FlatGeobuf, OpenStreetMap (.osm, .osm.pbf) and KML through GDAL;
///        GML simple features, ALKIS NAS and XPlanGML, also with gzip, and CSV by own readers (docs/decisions/0015).
/// @returns UnsupportedFormat, MissingCrs, MalformedData, NotFound. Blocking; any thread.
[[nodiscard]] Result<FeatureSource> inspect(const QString& path, const ReadOptions& options,
                                            const CancellationToken& cancel);

/// @brief Reads all tables of a file into the sink, coordinates in the region CRS. Features without geometry are kept;
///        geometry that cannot be read or converted is left out with an Issue and the attributes stay.
/// @returns the source as inspect() describes it, with the counts that were read; the sink's error; Cancelled.
[[nodiscard]] Result<FeatureSource> read(const QString& path, const ReadOptions& options, FeatureSink& sink,
                                         std::vector<Issue>& issues, const CancellationToken& cancel,
                                         const ProgressSink& progress);

/// @returns 0…100: how sure the first bytes are a vector file this reader takes.
[[nodiscard]] int score(const QString& path, QByteArrayView firstBytes);

} // namespace twin::vector
