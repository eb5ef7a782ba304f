// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include <QString>

/// What is in a city model, counted by other means than the reader's: a QXmlStreamReader pass that knows nothing of
/// chunks, links or levels of detail beyond what it counts. For files with one level of detail, as the AdV products.
struct IndependentCount {
    std::map<QString, int> elements; ///< Building, BuildingPart, BuildingInstallation
    std::map<QString, int> surfaces; ///< polygons by the boundary surface around them; "Surface" for none
    int rings = 0;
    qint64 points = 0; ///< without closing points
    int addresses = 0;
    int attributes = 0; ///< generic values and plain properties of building objects
    int externalReferences = 0;
    int dangling = 0; ///< links to ids that no polygon of the file has
    double sumEast = 0, sumNorth = 0, sumHeight = 0;
    std::map<QString, qint64> lines; ///< of each building object, by gml:id
    bool wellFormed = false;
};

[[nodiscard]] IndependentCount countIndependently(const QString& path);
