// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace twin {

/// The one key of picking, selection, inspector and highlight: a feature of a layer. Null when the id is empty.
struct FeatureRef {
    QString layer; ///< e.g. "buildings"
    QString id;    ///< gml:id or source id

    [[nodiscard]] bool isNull() const { return id.isEmpty(); }
    friend bool operator==(const FeatureRef&, const FeatureRef&) = default;
    friend size_t qHash(const FeatureRef& ref, size_t seed = 0) { return qHashMulti(seed, ref.layer, ref.id); }
};

} // namespace twin
