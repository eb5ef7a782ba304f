// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"

#include <cstdint>

#include <QHash>
#include <QSet>

namespace twin {

/// How the features of a region look before anything is selected: colours by an attribute, what was hidden or isolated.
/// Immutable once it is handed on; may hold hundreds of thousands of features.
struct BaseLook {
    QHash<FeatureRef, std::uint32_t> tints; ///< RGBA8, R lowest byte; A = strength of the mix
    QSet<FeatureRef> hidden;
    QSet<FeatureRef> only; ///< where not empty, every feature that is not in it is hidden

    [[nodiscard]] bool isPlain() const { return tints.isEmpty() && hidden.isEmpty() && only.isEmpty(); }
    [[nodiscard]] bool hides(const FeatureRef& feature) const
    {
        return hidden.contains(feature) || (!only.isEmpty() && !only.contains(feature));
    }
};

} // namespace twin
