// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/points/PointCloud.h"

#include <array>
#include <bitset>
#include <limits>

#include <QJsonObject>

namespace twin::package {

/// What is counted of a point cloud while it is read.
struct PointStatistics {
    std::int64_t points = 0;
    std::array<std::int64_t, 256> classes{};
    std::bitset<65536> flightLines;
    std::array<std::int64_t, 256> intensities{}; ///< by the high byte
    std::uint16_t mostColour = 0;                ///< of any channel; 0: the cloud has no colours
    double firstGpsTime = std::numeric_limits<double>::infinity();
    double lastGpsTime = -std::numeric_limits<double>::infinity();
    Box extent; ///< region CRS

    void add(const PointBatch& batch);
    void add(const PointStatistics& other);
    /// @returns the intensity that 98 of 100 points stay below, at least 1.
    [[nodiscard]] double brightIntensity() const;
    /// @returns points a square metre of the extent's ground area; 0 without an area.
    [[nodiscard]] double pointsPerSquareMetre() const;
    /// @returns everything for points.json, with the classes' German names.
    [[nodiscard]] QJsonObject toJson() const;
    /// @returns one translated sentence a class and one on the whole, for the summary of an import.
    [[nodiscard]] QStringList sentences() const;
};

} // namespace twin::package
