// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Digest.h"
#include "package/digest/ImageTable.h"
#include "package/digest/ShapeLibrary.h"

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include <QString>

namespace twin::package {

/// What an import keeps in memory: one small entry an object and one block a feature. The bulk lies in two spill files.
class ImportIndex {
public:
    /// Issues kept with their places; all are counted.
    static constexpr std::size_t mostIssues = 10000;

    static Result<std::unique_ptr<ImportIndex>> create(const QString& folder);

    /// @brief Takes a batch's digest. Any thread; the order of calls does not matter for what comes out in the end.
    Result<void> file(Digest&& digest);
    /// @brief Puts everything in the order of the input and finds ids that occur twice. Call once, after the last
    /// file().
    Result<void> settle();

    // Filled while digesting, read afterwards:
    [[nodiscard]] ImageTable& images() { return m_images; }
    [[nodiscard]] const ImageTable& images() const { return m_images; }
    [[nodiscard]] ShapeLibrary& shapes() { return m_shapes; }
    [[nodiscard]] const ShapeLibrary& shapes() const { return m_shapes; }

    // Valid after settle():
    [[nodiscard]] const std::vector<ObjectEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<Drawable>& drawables() const { return m_drawables; } ///< of one entry: contiguous
    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; } ///< of one drawable: contiguous
    /// @returns the blocks that the default view is made of: what stands on the ground.
    [[nodiscard]] std::vector<Block> standingBlocks() const;
    /// @returns the ordinals of what shows a module's objects as finely as possible, but no finer than `limit`.
    [[nodiscard]] std::vector<std::uint32_t> drawablesOf(CityModule module, Lod limit) const;
    /// @returns the levels of detail a module can be shown in, finest first; empty: nothing of it can be drawn.
    [[nodiscard]] std::vector<Lod> lodsOf(CityModule module) const;
    [[nodiscard]] const std::vector<OutlinePoint>& outlines() const { return m_outlines; }
    [[nodiscard]] const Totals& totals() const { return m_totals; }
    [[nodiscard]] const SpillFile& geometry() const { return *m_geometry; }
    [[nodiscard]] const SpillFile& rows() const { return *m_rows; }
    [[nodiscard]] const std::map<QString, qint64>& issueCounts() const { return m_issueCounts; }
    /// @returns the first issues in the order of the input.
    [[nodiscard]] const std::vector<OrderedIssue>& issues() const { return m_issues; }
    /// @returns "~2", "~3" … for a city object whose gml:id another one before it has; else empty.
    /// @param object  ordinal of the top-level object  @param node  pre-order ordinal below it
    [[nodiscard]] std::string idSuffix(std::uint32_t object, std::uint32_t node) const;

private:
    ImportIndex() = default;
    void takeIssues(std::vector<OrderedIssue>&& issues);
    void keepFirstIssues();
    Result<void> findDuplicates();

    std::mutex m_mutex;
    std::unique_ptr<SpillFile> m_geometry;
    std::unique_ptr<SpillFile> m_rows;
    ImageTable m_images;
    ShapeLibrary m_shapes;
    std::vector<ObjectEntry> m_entries;
    std::vector<Drawable> m_drawables;
    std::vector<Block> m_blocks;
    std::vector<OutlinePoint> m_outlines;
    std::vector<std::uint64_t> m_idHashes;
    std::vector<OrderedIssue> m_issues;
    std::map<QString, qint64> m_issueCounts;
    std::unordered_map<std::uint64_t, std::uint32_t> m_suffixes; ///< by object << 32 | node
    Totals m_totals;
};

} // namespace twin::package
