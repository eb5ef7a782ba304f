// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "model/HomeCamera.h"
#include "model/Region.h"
#include "model/Task.h"

#include <memory>
#include <optional>

namespace twin::package {

struct WriterOptions {
    QString title;   ///< of the region; empty: the folder's name
    int threads = 0; ///< 0: all cores
    bool demo = false;
    std::optional<HomeCamera> home; ///< empty: whoever opens the region finds a view
};

/// Builds a region package (design D5) from city objects: triangulates and mends, spills to disk so that memory stays
/// bounded, then writes tiles, GeoPackage, ground and region.json into a temporary sibling folder that replaces `out`
/// at the very end by rename. Destroyed before finish(): the sibling is removed, an older package stays whole.
class PackageWriter final : public CityObjectSink {
public:
    static Result<std::unique_ptr<PackageWriter>> create(const QString& out, const WriterOptions& options);
    ~PackageWriter() override;

    /// Thread-safe. Blocks while too much is in flight.
    Result<void> accept(CityObjectBatch&& batch) override;

    /// @returns the folder that becomes the region's: layers written below its `layers/` before finish() appear
    /// together
    ///          with the city model, or not at all.
    [[nodiscard]] QString stagingPath() const;

    /// @brief The scene frame's origin for a region without city objects, and ground that its view should cover.
    /// @param extent  in the region CRS: x easting, y northing, z height
    void includeExtent(const Box& extent);

    /// @brief Writes the tiles and moves the package into place. Blocking, uses all cores.
    /// @param sources  what the reader said of its files, in sourceIndex order
    /// @param fileIssues  issues of whole files, added to the summary
    /// @returns NoData when no object with geometry came and no extent was included; Cancelled; ResourceExhausted when
    /// the disk is full.
    ///          seconds and bytesRead of the summary are left to the caller.
    [[nodiscard]] Result<ImportSummary> finish(const std::vector<SourceInfo>& sources,
                                               const std::vector<Issue>& fileIssues, const CancellationToken& cancel,
                                               const ProgressSink& progress);

private:
    struct Private;
    explicit PackageWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::package
