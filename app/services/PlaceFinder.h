// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/Layer.h"
#include "package/RegionPackage.h"

#include <memory>
#include <vector>

namespace twin::services {

/// Something that a person may mean by what they typed.
struct Place {
    QString title;
    QString kind;               ///< "coordinate", "id", "name", "district", "street", "address", "place" or "layer"
    QString detail;             ///< what it is or how it was read, e.g. "Stadtbezirk", "WGS84"; may be empty
    QString id;                 ///< gml:id, "TABLE/FID" of a layer's feature, or the layer's id; empty: none
    QString layer;              ///< FeatureRef::layer; empty: none
    ProjectedPosition position; ///< region CRS; where nothing says the height, that of the ground
    Box extent;                 ///< scene frame; empty: a point or not known
    bool outside = false;       ///< a coordinate far from the region: nothing to fly to
    int errors = 0;             ///< typing errors that lie between it and what was typed
    int rank = 0;               ///< higher is better among equal errors
};

/// The one search of the program: coordinates, ids, names, addresses and streets of the package, named features of its
/// layers, and the layers themselves. Any thread, one at a time (a mutex sees to it).
class PlaceFinder {
public:
    /// Cheap: indexes are opened by the first search.
    /// @param package  not null
    /// @param layers   those whose features and titles are searched
    /// @param ground   for the height of places that have none; may be null: the region's origin has it
    PlaceFinder(std::shared_ptr<const package::RegionPackage> package, std::vector<LayerInfo> layers,
                std::shared_ptr<const GroundModel> ground);
    ~PlaceFinder();

    /// @returns best first: coordinates, then by typing errors, then by rank. A layer whose index cannot be read is
    /// left
    ///          out; the package's own database must be readable.
    [[nodiscard]] Result<std::vector<Place>> find(const QString& text, int limit) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::services
