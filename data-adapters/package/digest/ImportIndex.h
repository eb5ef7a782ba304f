// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Digest.h"

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

    // Valid after settle():
    [[nodiscard]] const std::vector<ObjectEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; } ///< of one entry: contiguous
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
    std::vector<ObjectEntry> m_entries;
    std::vector<Block> m_blocks;
    std::vector<OutlinePoint> m_outlines;
    std::vector<std::uint64_t> m_idHashes;
    std::vector<OrderedIssue> m_issues;
    std::map<QString, qint64> m_issueCounts;
    std::unordered_map<std::uint64_t, std::uint32_t> m_suffixes; ///< by object << 32 | node
    Totals m_totals;
};

} // namespace twin::package
