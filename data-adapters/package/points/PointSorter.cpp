// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointSorter.h"

#include "model/points/PointClass.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

constexpr std::size_t blockPoints = 2700;       ///< about 64 KB
constexpr std::size_t mostInMemory = 5'500'000; ///< points, about 130 MB
constexpr double wantedPoints = 500'000;        ///< of a cell, where points are spread evenly
constexpr int smallestBits = 14;                ///< 16 m
constexpr int largestBits = 20;                 ///< 1 km

int cellBits(std::int64_t points, const Box& extent)
{
    const LocalPosition size = extent.size();
    const double area = std::max(size.x, 1.0) * std::max(size.y, 1.0);
    const double edge = std::sqrt(area * wantedPoints / std::max(static_cast<double>(points), 1.0));
    return std::clamp(static_cast<int>(std::log2(edge * 1000)), smallestBits, largestBits);
}

} // namespace

PointSorter::PointSorter(SpillFile& spill, const PointOrigin& origin, std::int64_t points, const Box& extent)
    : m_spill(spill), m_origin(origin), m_bits(cellBits(points, extent))
{
}

std::vector<StoredPoint> PointSorter::stored(const PointBatch& batch, std::int64_t& outside) const
{
    std::vector<StoredPoint> points;
    points.reserve(batch.positions.size());
    for (std::size_t i = 0; i < batch.positions.size(); ++i) {
        const ProjectedPosition& p = batch.positions[i];
        const std::array<double, 3> at{(p.eastingMetres - m_origin.zero.eastingMetres) * 1000 + PointOrigin::bias,
                                       (p.northingMetres - m_origin.zero.northingMetres) * 1000 + PointOrigin::bias,
                                       (p.heightMetres - m_origin.zero.heightMetres) * 1000 + PointOrigin::bias};
        if (!std::all_of(at.begin(), at.end(), [](double v) { return v >= 0 && v < 2 * PointOrigin::bias - 1; })) {
            ++outside;
            continue;
        }
        const PointAttributes& a = batch.attributes[i];
        points.push_back({{static_cast<std::uint32_t>(at[0] + 0.5), static_cast<std::uint32_t>(at[1] + 0.5),
                           static_cast<std::uint32_t>(at[2] + 0.5)},
                          a.red,
                          a.green,
                          a.blue,
                          a.intensity,
                          a.flightLine,
                          a.classification,
                          0});
    }
    return points;
}

std::uint64_t PointSorter::keyOf(const StoredPoint& point) const
{
    std::uint64_t key = isNoise(point.classification) ? 1 : 0;
    for (const std::uint32_t c : point.at)
        key = key << (32 - smallestBits) | c >> m_bits;
    return key;
}

PointSorter::Filling& PointSorter::fillingOf(const StoredPoint& point, std::uint64_t key)
{
    const auto [found, isNew] = m_fillings.try_emplace(key);
    if (isNew)
        found->second.bucket.cell = PointCell::of(point, m_bits);
    return found->second;
}

Result<void> PointSorter::accept(PointBatch&& batch)
{
    std::int64_t outside = 0;
    const std::vector<StoredPoint> points = stored(batch, outside);
    auto counted = std::make_unique<PointStatistics>();
    counted->add(batch);
    batch = {};
    const std::lock_guard lock(m_mutex);
    m_statistics.add(*counted);
    m_outside += outside;
    std::uint64_t lastKey = 0;
    Filling* filling = nullptr;
    for (const StoredPoint& point : points) {
        const std::uint64_t key = keyOf(point);
        if (filling == nullptr || key != lastKey) {
            filling = &fillingOf(point, key);
            lastKey = key;
        }
        filling->block.push_back(point);
        if (filling->block.size() >= blockPoints) {
            m_inMemory -= filling->block.size() - 1;
            TWIN_CHECK(flush(*filling));
        } else {
            ++m_inMemory;
        }
    }
    if (m_inMemory > mostInMemory) {
        for (auto& [key, each] : m_fillings) {
            TWIN_CHECK(flush(each));
            each.block.shrink_to_fit();
        }
        m_inMemory = 0;
    }
    return {};
}

Result<void> PointSorter::flush(Filling& filling)
{
    if (filling.block.empty())
        return {};
    const std::string_view bytes(reinterpret_cast<const char*>(filling.block.data()),
                                 filling.block.size() * sizeof(StoredPoint));
    TWIN_TRY(const std::int64_t at, m_spill.append(bytes));
    filling.bucket.ranges.push_back({at, static_cast<std::int64_t>(bytes.size())});
    filling.bucket.count += static_cast<std::int64_t>(filling.block.size());
    filling.block.clear();
    return {};
}

Result<void> PointSorter::finish()
{
    const std::lock_guard lock(m_mutex);
    for (auto& [key, filling] : m_fillings) {
        TWIN_CHECK(flush(filling));
        filling.block = {};
    }
    return {};
}

std::vector<PointBucket> PointSorter::takeBuckets(bool noise)
{
    const std::lock_guard lock(m_mutex);
    std::vector<PointBucket> buckets;
    constexpr int keyBits = 3 * (32 - smallestBits);
    for (auto& [key, filling] : m_fillings)
        if ((key >> keyBits != 0) == noise)
            buckets.push_back(std::move(filling.bucket));
    // The order of the spill file differs from run to run; the cells' does not.
    std::sort(buckets.begin(), buckets.end(),
              [](const PointBucket& a, const PointBucket& b) { return a.cell < b.cell; });
    return buckets;
}

} // namespace twin::package
