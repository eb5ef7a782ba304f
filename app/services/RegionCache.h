// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/ImportService.h"
#include "demo/DemoCity.h"

#include <functional>

namespace twin::services {

/// Imported regions that nobody named a folder for: raw files opened directly and the demo region. An entry is keyed by
/// what it was made from (paths, sizes and times of the files; number and seed of the demo), so a second opening costs
/// nothing and a changed file is imported again. An entry with a file missing or changed (beside its layers'
/// descriptions) is made anew; what a person added to it stays. One unused for 30 days is removed unless a person added
/// to it.
class RegionCache {
public:
    /// @param folder  of the cache, e.g. below QStandardPaths::CacheLocation; made when missing
    explicit RegionCache(QString folder);

    /// @brief The region package of raw city-model files. Blocking; any thread but the GUI's.
    /// @param sources  files or folders, as for importSources
    /// @param crs      for files that state none; may be empty
    /// @param summary  gets what the import said; null: nobody asks. Untouched where the cache had the region
    /// @returns the package folder
    [[nodiscard]] Result<QString> imported(const QStringList& sources, const QString& crs,
                                           const CancellationToken& cancel, const ProgressSink& progress,
                                           ImportSummary* summary = nullptr) const;

    /// @brief The demo region, generated and imported when it is not there yet. Blocking; any thread but the GUI's.
    [[nodiscard]] Result<QString> demo(const demo::DemoOptions& options, const CancellationToken& cancel,
                                       const ProgressSink& progress) const;

private:
    [[nodiscard]] QString entry(const QByteArray& key) const;
    [[nodiscard]] Result<void> makeRoom(const QString& folder) const;
    [[nodiscard]] Result<ImportSummary>
    fill(const QString& folder, const std::function<Result<ImportSummary>(const QString& out)>& make) const;
    void removeUnused(const QString& kept) const;

    QString m_folder;
};

/// @brief Generates a demo district as CityGML and imports it as a demo region. Blocking; any thread but the GUI's.
/// @param sourceFolder  where the CityGML files stay; empty: a temporary folder
[[nodiscard]] Result<ImportSummary> makeDemoRegion(const QString& out, const demo::DemoOptions& options,
                                                   const QString& sourceFolder, const CancellationToken& cancel,
                                                   const ProgressSink& progress);

} // namespace twin::services
