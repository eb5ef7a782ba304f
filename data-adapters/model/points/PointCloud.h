// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CityObjectSink.h"
#include "model/Position.h"
#include "model/Result.h"

#include <cstdint>
#include <vector>

namespace twin {

/// What is known of a measured point beside its place (ASPRS LAS 1.4 R15 §2.6).
struct PointAttributes {
    std::uint16_t red = 0, green = 0, blue = 0; ///< sRGB, of 65535 (some files: of 255); 0 where there is no colour
    std::uint16_t intensity = 0;                ///< of the pulse, no unit
    std::uint16_t flightLine = 0;               ///< "point source ID"
    std::uint8_t classification = 0;            ///< pointClassName()
    double gpsTimeSeconds = 0;                  ///< as the file counts (week or adjusted standard time); 0: none
};

/// Points as they come from a file, both arrays of one length.
struct PointBatch {
    std::vector<ProjectedPosition> positions; ///< region CRS
    std::vector<PointAttributes> attributes;
};

/// Takes what a reader of point clouds finds. Called from several threads. An error stops the reader.
class PointSink {
public:
    virtual ~PointSink() = default;
    virtual Result<void> accept(PointBatch&& batch) = 0;
};

/// What is known of a point cloud before its points are read: the preview.
struct PointSource {
    SourceInfo info;
    std::int64_t points = 0; ///< as the file says
    Box extent;              ///< region CRS, as the file says
    bool hasColour = false;
    bool hasGpsTime = false;
    bool hasHeightReference = false;
};

} // namespace twin
