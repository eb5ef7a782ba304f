// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "model/Position.h"
#include "model/Result.h"

#include <optional>
#include <span>

#include <QStringList>

namespace twin::services {

/// A place that a problem is told of, and the object of the region that lies there.
struct IssuePlace {
    SourceLocation where;                      ///< out, where only an id was known: also file and line
    QString object = {};                       ///< out: id of the object in the region (FeatureRef); empty: none
    std::optional<ProjectedPosition> position; ///< out: middle of the object, at its foot
};

/// @brief Finds the objects that problems of an import belong to: by their own id, else by file and line (a polygon's
/// id
///        leads to its building). Objects of added city models are found, too.
/// @param region  folder of the region package, as it is now
/// @param added   layers whose sources are meant where the region has the same file already; may be empty
/// Blocking; any thread. @returns the errors of the region's files.
Result<void> findIssueObjects(const QString& region, const QStringList& added, std::span<IssuePlace> places);

} // namespace twin::services
