// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <array>
#include <optional>
#include <vector>

namespace twin::geo {

/// A place that is known both in a picture and on the ground.
struct ControlPoint {
    QString name;      ///< as the file says, or its number
    double column = 0; ///< pixels from the picture's left edge; 0.5: the middle of the first column
    double row = 0;    ///< pixels down from its upper edge
    double easting = 0;
    double northing = 0; ///< EPSG:25832
};

/// @brief Reads control points: QGIS' .points (mapX,mapY,pixelX,pixelY,enable; rows count negative downwards there) or
///        CSV with a heading of column,row,easting,northing and optionally name. Points switched off are left out.
/// @param crs  of the ground positions where the file has no "#CRS:" line; empty: such a file is refused
/// @returns positions in the region CRS. NotFound, MalformedData, MissingCrs, TransformFailed. Any thread.
[[nodiscard]] Result<std::vector<ControlPoint>> readControlPoints(const QString& path, const QString& crs);

/// How far a control point lies from where the fit puts it, metres on the ground.
struct ControlPointResidual {
    ControlPoint point;
    double eastMetres = 0; ///< fitted minus given
    double northMetres = 0;
    double metres = 0;
};

/// A polynomial from a picture's pixels to the ground, fitted by least squares. Immutable; any thread.
class ControlPointFit {
public:
    /// @param order  1 affine (three points or more), 2 polynomial of second degree (six or more); 0: 1, or 2 where it
    ///               halves the affine one's error and ten points or more keep it from following their errors
    /// @returns InvalidParameter for too few points or such that stand in one line.
    static Result<ControlPointFit> make(const std::vector<ControlPoint>& points, int order = 0);

    [[nodiscard]] int order() const { return m_order; }
    [[nodiscard]] const std::vector<ControlPointResidual>& residuals() const { return m_residuals; }
    /// @returns the square root of the mean of the squared distances, metres.
    [[nodiscard]] double rmsMetres() const { return m_rms; }

    /// @returns (easting, northing) of a place in the picture.
    [[nodiscard]] std::array<double, 2> toGround(double column, double row) const;
    /// @returns (column, row) of a place on the ground; empty where a second-degree fit cannot be inverted.
    [[nodiscard]] std::optional<std::array<double, 2>> toPicture(double easting, double northing) const;

private:
    using Terms = std::array<double, 6>;

    [[nodiscard]] Terms terms(double u, double v) const;

    int m_order = 1;
    std::array<double, 3> m_picture{}; ///< centre and scale: the terms are of size 1, which keeps the solution exact
    std::array<double, 3> m_ground{};
    std::array<Terms, 2> m_coefficients{};
    std::array<double, 4> m_affineInverse{};
    std::vector<ControlPointResidual> m_residuals;
    double m_rms = 0;
};

} // namespace twin::geo
