// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/HomeCamera.h"
#include "model/Layer.h"
#include "model/Region.h"

#include <memory>
#include <optional>

namespace twin::package {

/// A region package opened for reading. `open` is cheap (region.json only); the database opens on first use, one
/// connection a thread. All functions may be called from any thread.
class RegionPackage {
public:
    /// @returns NotFound when there is no region.json, UnsupportedVersion for a newer format, MalformedData.
    static Result<std::shared_ptr<const RegionPackage>> open(const QString& folder);
    ~RegionPackage();

    [[nodiscard]] const QString& folder() const;
    [[nodiscard]] const RegionInfo& info() const;
    [[nodiscard]] std::optional<HomeCamera> home() const; ///< empty: its makers chose none
    [[nodiscard]] SceneFrame frame() const { return SceneFrame(info().origin); }
    [[nodiscard]] QString buildingsTileset() const; ///< absolute path of buildings/tileset.json; empty: no buildings
    /// @returns the modules of city objects that the region has, in the order of CityModule; tilesets with absolute
    ///          paths.
    [[nodiscard]] std::vector<CityLayer> cityLayers() const;
    [[nodiscard]] QString terrainTileset() const; ///< absolute path of terrain/tileset.json; empty: none

    /// @brief The layers that were added to the region, as they stand on disk now. @param issues  gets those that
    /// cannot
    ///        be read.
    [[nodiscard]] std::vector<LayerInfo> layers(std::vector<Issue>& issues) const;

    /// @returns the ground as estimated from the buildings' feet; NoData when the package has none.
    [[nodiscard]] Result<GroundModel> ground() const;

    /// @brief Names, addresses and ids, tolerant of umlauts, ß and "Str."; best first.
    /// @param limit  most hits returned
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString& text, int limit = 20) const;

    /// @returns an object of the region or, as "LAYER:GMLID", of a layer of city objects, whose objects are also found
    ///          by their gml:id alone where the region has none of that id; NotFound for an unknown id.
    [[nodiscard]] Result<ObjectRecord> object(const QString& id) const;
    /// @returns the file that an object came from: one of the region's or, of a layer, one of layer.json's; empty: not
    ///          recorded. May read a small file.
    [[nodiscard]] std::optional<SourceInfo> sourceOf(const ObjectRecord& record) const;

    /// @returns the error of one of this package's files with the remedy that fits: a damaged or missing one is made
    ///          again by importing the sources that region.json names. Errors of another cause come back unchanged.
    [[nodiscard]] Error remedied(Error error) const;

private:
    [[nodiscard]] std::optional<ObjectRecord> objectOfLayers(const QString& id) const;
    [[nodiscard]] std::optional<ObjectRecord> objectOfLayer(const QString& layer, const QString& id) const;

    struct Private;
    explicit RegionPackage(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::package
