// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace twin::package {

/// City objects that were added to a region: a layer with a region package of its own (docs/decisions/0012).
struct LayerObjects {
    QString layer;  ///< its id, FeatureRef::layer of the objects
    QString folder; ///< of its region package
};

/// @returns the layers of city objects that a region has on the disk now, in the order of their ids. Any thread.
[[nodiscard]] std::vector<LayerObjects> layerObjects(const QString& regionFolder);

/// @returns what an object of an added layer is called in the region: "LAYER:GMLID". Two models may use one gml:id.
[[nodiscard]] QString idInRegion(const QString& layer, const QString& gmlId);
/// @returns the gml:id as the object's source states it. @param layer  FeatureRef::layer of the object
[[nodiscard]] QString gmlIdOf(const QString& id, const QString& layer);

} // namespace twin::package
