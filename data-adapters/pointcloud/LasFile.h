// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/points/PointCloud.h"
#include "pointcloud/laz/Chunks.h"

#include <array>
#include <optional>
#include <string>

#include <QFile>

namespace twin::pointcloud {

/// What the head of a LAS file says (ASPRS LAS 1.4 R15 §2.4, §2.5), checked: all sizes fit the file.
struct LasHeader {
    int minorVersion = 0;
    int format = 0;              ///< of the points, 0–10
    std::size_t recordBytes = 0; ///< of a point, extra bytes included
    std::int64_t pointsAt = 0;   ///< in the file
    std::int64_t points = 0;     ///< as stated
    std::array<double, 3> scale{};
    std::array<double, 3> offset{};
    std::array<double, 3> least{};
    std::array<double, 3> most{};
    std::string system;                 ///< of the scanner, may be empty
    std::string software;               ///< that wrote the file
    std::string wkt;                    ///< of the CRS; empty: not stated so
    std::vector<std::uint16_t> geoKeys; ///< GeoTIFF's directory; empty: none
    bool isCopc = false;
    std::optional<laz::Compression> compression;

    /// @returns "LAS 1.2", "LAZ 1.4", "COPC 1.0 (LAS 1.4)".
    [[nodiscard]] QString formatText() const;
};

/// Where fields lie in the records of a point format; 0: there is none.
struct RecordLayout {
    std::size_t bytes = 0; ///< without extra bytes
    std::size_t timeAt = 0;
    std::size_t colourAt = 0;
    bool isExtended = false; ///< formats 6–10
};
/// @param format  0–10
[[nodiscard]] const RecordLayout& layoutOf(int format);

/// @brief Reads the head of a file. @returns NotFound, AccessDenied, UnsupportedFormat, UnsupportedVersion,
///        MalformedData, NoData for a file without points.
[[nodiscard]] Result<LasHeader> readHeader(const QString& path);

/// @returns the CRS that the file states in a spelling that geo::parseCrs knows; empty: none; a name it does not know
///          for a CRS without a code.
[[nodiscard]] std::string statedCrs(const LasHeader& header);

/// @returns where the points are: the chunks of a LAZ file, else runs of records of some megabytes. A LAS file that is
///          cut off gives what is there.
[[nodiscard]] Result<std::vector<laz::Chunk>> findChunks(const QString& path, const LasHeader& header);

} // namespace twin::pointcloud
