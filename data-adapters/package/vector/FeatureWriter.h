// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Feature.h"
#include "model/SceneFrame.h"

#include <memory>

namespace twin::package {

/// Writes the features of a vector layer: `features.gpkg` in the layer's folder, a GeoPackage (OGC 12-128r17) with a
/// table for each kind of feature, an R-tree for each table, coordinates in EPSG:25832 with DHHN2016 heights. Names of
/// tables and columns are kept as far as SQL allows. Column `feature_id` holds the source's id. One thread at a time.
class FeatureWriter final : public FeatureSink {
public:
    /// The file's name in the layer's folder.
    static constexpr const char* fileName = "features.gpkg";

    /// @returns AccessDenied when the file cannot be made.
    static Result<std::unique_ptr<FeatureWriter>> create(const QString& folder);
    ~FeatureWriter() override;

    /// Tables of one name, from several files, become one when their fields agree, else get numbers.
    Result<int> addTable(const FeatureTable& table) override;
    /// @returns ResourceExhausted when the disk is full.
    Result<void> accept(FeatureBatch&& batch) override;
    /// @brief Closes the file. Tables without a feature are left out.
    Result<void> finish();

    [[nodiscard]] qint64 count() const;
    /// @returns the ground that features with geometry cover, in the scene frame; z of those with heights.
    [[nodiscard]] Box extent(const SceneFrame& frame) const;

private:
    struct Private;
    explicit FeatureWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::package
