// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/points/PointStatistics.h"
#include "package/points/PointTree.h"

#include <memory>
#include <unordered_map>

namespace twin::package {

/// Puts points as they come into the cells of a coarse grid, in a spill file: what PointTree begins with. Counts them.
/// Memory: at most some 150 MB.
class PointSorter : public PointSink {
public:
    /// @param spill   must outlive the sorter
    /// @param points  how many will come, and where: chooses the size of the cells
    PointSorter(SpillFile& spill, const PointOrigin& origin, std::int64_t points, const Box& extent);

    Result<void> accept(PointBatch&& batch) override;
    /// @brief Writes what is still in memory. Call once, when everything has come.
    Result<void> finish();

    [[nodiscard]] const PointStatistics& statistics() const { return m_statistics; }
    /// @returns the buckets of noise (isNoise) or of all other points. Call once each.
    [[nodiscard]] std::vector<PointBucket> takeBuckets(bool noise);
    /// Points farther from the origin than a package holds; left out.
    [[nodiscard]] std::int64_t outside() const { return m_outside; }

private:
    struct Filling {
        PointBucket bucket;
        std::vector<StoredPoint> block;
    };
    using Fillings = std::unordered_map<std::uint64_t, Filling>;

    [[nodiscard]] std::vector<StoredPoint> stored(const PointBatch& batch, std::int64_t& outside) const;
    Filling& fillingOf(const StoredPoint& point, std::uint64_t key);
    [[nodiscard]] std::uint64_t keyOf(const StoredPoint& point) const;
    Result<void> flush(Filling& filling);

    SpillFile& m_spill;
    PointOrigin m_origin;
    int m_bits;
    std::mutex m_mutex; ///< of all below
    Fillings m_fillings;
    std::size_t m_inMemory = 0; ///< points
    PointStatistics m_statistics;
    std::int64_t m_outside = 0;
};

} // namespace twin::package
