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

/// Where a search looks.
struct SearchedRegion {
    std::shared_ptr<const package::RegionPackage> package; ///< null: a bare tileset, coordinates only
    std::vector<LayerInfo> layers;                         ///< whose features and titles are searched
    std::shared_ptr<const GroundModel> ground;             ///< for places without a height; may be null: the origin's
    SceneFrame frame;
    Box extent; ///< scene frame, of everything
};

struct OpenedRegion;
/// @returns an opened region with all its layers.
[[nodiscard]] SearchedRegion searchedRegion(const OpenedRegion& region);

/// The one search of the program: coordinates, ids, names, addresses and streets of the package, named features of its
/// layers, and the layers themselves. Any thread, one at a time (a mutex sees to it).
class PlaceFinder {
public:
    /// Cheap: indexes are opened by the first search.
    explicit PlaceFinder(SearchedRegion region);
    /// A region package with its layers as they stand on disk.
    explicit PlaceFinder(std::shared_ptr<const package::RegionPackage> package);
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
