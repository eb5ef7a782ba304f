// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/Result.h"

#include <optional>
#include <span>

#include <QString>

namespace twin::package {

/// A place in a source or an id, and the city object that it belongs to.
struct PlaceInSource {
    int source = -1;  ///< index into the region's sources
    qint64 line = -1; ///< there
    QString id;       ///< gml:id of an object or of a surface of one; may be empty

    QString object;                            ///< out: gml:id of the object; empty: none is known
    std::optional<ProjectedPosition> position; ///< out: middle of the object, at its foot
};

/// @brief Finds the objects that problems are told of: by their own id, else the last one that begins before the line.
///        Sets source and line of those that only have an id.
/// @param geoPackage  twin.gpkg of the region
/// Blocking; any thread. @returns the errors of the file.
Result<void> findObjects(const QString& geoPackage, std::span<PlaceInSource> places);

} // namespace twin::package
