// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Layer.h"
#include "model/Task.h"
#include "package/database/Search.h"

#include <memory>

namespace twin::package {

/// The named features of a vector layer, to be searched: `search.sqlite` beside its GeoPackage, which stays as the
/// standard has it. One thread at a time.
class FeatureIndex {
public:
    /// The file's name in the layer's folder.
    static constexpr const char* fileName = "search.sqlite";

    /// @brief Writes the index of a layer's GeoPackage. Features without a name in a column that usually holds names
    ///        ("name", "bezeichnung", "ref" …) are left out; parts of one thing (equal name and kind, close together)
    ///        become one line.
    /// @param featuresPath  GeoPackage as FeatureWriter makes it; a file without one line is made all the same
    /// @returns Cancelled, ResourceExhausted when the disk is full.
    static Result<void> write(const QString& folder, const QString& featuresPath, const CancellationToken& cancel);

    /// @brief Opens a layer's index; where the layer was made without one, it is made in memory.
    /// @returns null for a layer without features.
    static Result<std::unique_ptr<FeatureIndex>> open(const LayerInfo& layer);

    /// @returns best first; hit.layer is the layer's id, hit.id "TABLE/FID" of the first part, height 0: not known.
    Result<std::vector<RankedHit>> find(const QString& text, int limit);

private:
    QString m_layer;
    SqliteDatabase m_database;
    std::unique_ptr<Search> m_search;
};

} // namespace twin::package
