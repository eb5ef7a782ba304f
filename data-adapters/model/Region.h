// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CityObject.h"
#include "model/CityObjectSink.h"
#include "model/Layer.h"
#include "model/SceneFrame.h"
#include "model/Undulation.h"

#include <map>
#include <optional>

#include <QDateTime>

namespace twin {

/// What region.json says of a region package.
struct RegionInfo {
    QString title;
    ProjectedPosition origin; ///< of the scene frame, EPSG:25832 + DHHN2016
    Box extent;               ///< of all objects, scene frame
    GeodeticPosition centre;  ///< of the extent, for sun and sky
    double meridianConvergenceDegrees =
        0; ///< grid north minus true north at the centre: trueAzimuth = gridAzimuth + convergence
    std::optional<Undulation> undulation; ///< that its tiles were written with, around the origin; empty: not recorded
    std::map<QString, qint64> objectCounts; ///< by type name
    std::vector<CityLayer> cityLayers;      ///< those that have something to draw; tilesets relative to the package
    qint64 surfaces = 0;
    qint64 triangles = 0;
    std::vector<SourceInfo> sources;
    QDateTime importedAt;
    bool demo = false; ///< generated data: everything that shows values says "Demo-Daten (erzeugt)"
};

/// One hit of the search.
struct SearchHit {
    QString title; ///< e.g. "Reinoldikirche", "Heiligegartenstraße 12, 44135 Dortmund"
    QString kind;  ///< "name", "address", "id"
    QString id;    ///< gml:id of the object
    ProjectedPosition position;
    QString layer; ///< FeatureRef::layer of the object, e.g. "bridges"
};

/// A boundary surface as kept for the inspector.
struct SurfaceRecord {
    QString id;
    SurfaceType type = SurfaceType::None;
    double areaSquareMetres = 0;   ///< true (sloped) area on the grid
    double inclinationDegrees = 0; ///< 0 flat … 90 vertical
    double azimuthDegrees = -1;    ///< outward direction clockwise from true north; -1: none (flat)
};

/// Everything the package knows of one object.
struct ObjectRecord {
    QString id;
    CityObjectType type = CityObjectType::Unknown;
    QString className;     ///< CityObject::className
    QString layer;         ///< FeatureRef::layer: the module of its top-level object
    std::vector<Lod> lods; ///< of its own geometry, ascending
    QString name;
    QString parent;                ///< gml:id; empty for top-level objects
    std::vector<QString> children; ///< gml:ids
    std::vector<Attribute> attributes;
    std::vector<Address> addresses;
    std::vector<ExternalReference> externalReferences;
    std::vector<SurfaceRecord> surfaces;
    QDate creationDate;
    QDate terminationDate;
    Box bounds;                                  ///< scene frame, with children
    std::optional<double> footprintSquareMetres; ///< ground covered by its surfaces or, without any, its children
    std::optional<double> volumeCubicMetres;     ///< of its own surfaces where they close a solid
    int source = -1;                             ///< index into RegionInfo::sources
    qint64 line = -1;                            ///< in that source
};

/// Outcome of an import, also written as JSON by `import --json`.
struct ImportSummary {
    std::map<QString, qint64> objects;
    qint64 surfaces = 0;
    qint64 triangles = 0;
    qint64 bytesRead = 0;
    double seconds = 0;
    std::map<QString, qint64> issueCounts; ///< by Issue::reason, all of them
    std::vector<Issue> skipped;            ///< the first 10 000 issues with their places
    std::vector<LayerInfo> layers;         ///< that came beside the city models, or were added
};

} // namespace twin
