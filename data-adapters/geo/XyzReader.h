// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"

#include <vector>

namespace twin::geo {

/// Heights at the nodes of a regular grid in the CRS of their source, row 0 in the north.
struct HeightGrid {
    double west = 0;  ///< of the first column's nodes
    double north = 0; ///< of the first row's nodes
    double spacingX = 0;
    double spacingY = 0;
    int columns = 0;
    int rows = 0;
    std::vector<float> heights; ///< row-major; NaN: no data
    qint64 points = 0;          ///< read from the source
    qint64 outliers = 0;        ///< of them outside −500 … 9000 m: taken for "no data"
};

/// Most points of one file: 10 km × 10 km at 1 m.
inline constexpr qint64 mostXyzPoints = 100'000'000;

/// @brief Reads "easting northing height" lines, plain or gzip, that stand on a grid, in any order and with gaps:
///        separators blank, tab, ";" or ",", decimal point or (with ";" or blanks) comma, heading and further columns
///        ignored. A coordinate is the place of its height, as the surveys define their ASCII grids.
/// Blocking; any thread. Memory: 4 bytes a point and 4 a node for sorted files, up to 24 a point for others.
/// @returns NotFound, MalformedData (no points, no grid, truncated), ResourceExhausted (more than mostXyzPoints),
/// Cancelled.
[[nodiscard]] Result<HeightGrid> readXyz(const QString& path, const CancellationToken& cancel);

/// @returns whether a file begins with lines of three or more numbers, plain or gzip. Any thread.
[[nodiscard]] bool looksLikeXyz(const QString& path);

/// What a text file with a list of points is, as .txt and .csv may hold either.
enum class PointList {
    None,  ///< no lines of three numbers
    Grid,  ///< heights on a grid; also points without a heading, which no table could name
    Table, ///< a heading names other columns, or the points stand on no grid
};
/// @brief Decides by looking at the beginning: the heading and where the first points stand. Any thread.
[[nodiscard]] PointList pointListOf(const QString& path);

} // namespace twin::geo
