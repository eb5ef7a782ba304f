// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CityObject.h"
#include "model/CityObjectSink.h"

#include <optional>

#include <QDateTime>

namespace twin {

/// What a layer of a region is made of; decides how it is drawn and inspected.
enum class LayerKind : std::uint8_t {
    CityModel, ///< city objects as 3D Tiles, their attributes in a GeoPackage
    Terrain,   ///< measured ground: 3D Tiles and a GeoTIFF of heights
    Imagery,   ///< pictures on the ground: Cloud-Optimised GeoTIFF
    Vector,    ///< points, lines, areas: GeoPackage, draped or as 3D Tiles
    Points,    ///< point cloud as 3D Tiles
    Model      ///< placed 3D model as 3D Tiles
};

/// @returns the stable English name used in layer.json, e.g. "imagery".
[[nodiscard]] QString layerKindName(LayerKind kind);
/// @returns empty for a name that is none.
[[nodiscard]] std::optional<LayerKind> layerKindFromName(QStringView name);

/// A tileset of a layer that shows one level of detail.
struct LayerTileset {
    Lod lod = 0;     ///< 0 where the layer has no such levels
    QString tileset; ///< tileset.json relative to the layer's folder
};

/// The city objects of one module of a region package, drawn and switched together.
struct CityLayer {
    CityModule module = CityModule::Building; ///< layerName(module) is the layer's id
    qint64 objects = 0;                       ///< top-level objects
    /// The first shows every object as finely as it is known; further ones none finer than their level.
    std::vector<LayerTileset> tilesets;
};

/// What layer.json says of one layer of a region package: a folder `layers/<id>` of its own (docs/decisions/0012).
struct LayerInfo {
    QString id;    ///< the folder's name: letters, digits, "-" and "_"; FeatureRef::layer of its features
    QString title; ///< as shown
    LayerKind kind = LayerKind::Vector;
    QString folder;                     ///< absolute; not stored
    Box extent;                         ///< scene frame
    qint64 count = 0;                   ///< features, points, pixels' million … as the kind counts; 0: not meaningful
    std::vector<LayerTileset> tilesets; ///< the first is shown by default
    QString image;                      ///< GeoTIFF relative to the folder; empty: none
    QString features;                   ///< GeoPackage relative to the folder; empty: none
    std::vector<SourceInfo> sources;
    QString licence;
    QString dataClass = QStringLiteral("public"); ///< design D13
    QDate validFrom;                              ///< invalid: always
    QDate validTo;                                ///< invalid: still
    QDateTime importedAt;
    bool demo = false;
};

} // namespace twin
