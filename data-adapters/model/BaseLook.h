// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"

#include <cstdint>

#include <QHash>
#include <QSet>

namespace twin {

/// How the features of a region look before anything is selected: colours by an attribute, what was hidden, isolated or
/// seen through. Immutable once it is handed on; may hold hundreds of thousands of features.
struct BaseLook {
    QHash<FeatureRef, std::uint32_t> tints; ///< RGBA8, R lowest byte; A = strength of the mix
    QSet<FeatureRef> hidden;
    QSet<FeatureRef> only;    ///< where this or onlyLayers is not empty, every feature that is in neither …
    QSet<QString> onlyLayers; ///< FeatureRef::layer
    bool ghostsRest = false;  ///< … is seen through (X-ray); false: is hidden

    [[nodiscard]] bool isPlain() const { return tints.isEmpty() && hidden.isEmpty() && !narrows(); }
    /// @returns whether only some features are to be seen as usual.
    [[nodiscard]] bool narrows() const { return !only.isEmpty() || !onlyLayers.isEmpty(); }
    [[nodiscard]] bool hides(const FeatureRef& feature) const
    {
        return hidden.contains(feature) || (!ghostsRest && isRest(feature));
    }
    [[nodiscard]] bool ghosts(const FeatureRef& feature) const { return ghostsRest && isRest(feature); }

private:
    [[nodiscard]] bool isRest(const FeatureRef& feature) const
    {
        return narrows() && !only.contains(feature) && !onlyLayers.contains(feature.layer);
    }
};

} // namespace twin
