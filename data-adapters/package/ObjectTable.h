// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"
#include "model/Result.h"
#include "model/Task.h"

#include <optional>
#include <vector>

namespace twin::package {

/// A city object as a line of a table. What is not known is empty.
struct TableRow {
    QString id;
    QString root;  ///< gml:id of its top-level object: itself or the whole that it is part of
    QString layer; ///< FeatureRef::layer
    QString type;  ///< typeName(), e.g. "Building"
    QString name;
    QString function; ///< in words where the code list knows them
    QString roof;
    QString created;                    ///< ISO date
    std::optional<double> heightMetres; ///< measured where stated, else of the model
    std::optional<double> storeys;      ///< above ground
    std::optional<double> squareMetres; ///< of the footprint
    std::optional<double> cubicMetres;  ///< of the closed body

    [[nodiscard]] bool isPart() const { return id != root; }
    [[nodiscard]] FeatureRef feature() const { return {layer, id}; }
};

/// @brief Reads all city objects of a region with their parts, in the order of the import. Blocking; any thread but the
///        GUI's; some 300 bytes an object.
/// @param regionFolder  of a region package
/// @param most          objects that are read at most
/// @returns NotFound, MalformedData; Cancelled.
[[nodiscard]] Result<std::vector<TableRow>> readObjectTable(const QString& regionFolder, std::size_t most,
                                                            const CancellationToken& cancel);

} // namespace twin::package
