// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PixelMap.h"

#include "geo/ProjContext.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int edgeSamples = 21; ///< along each side: curved sides bulge

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

void apply(const GeoTransform& t, double& x, double& y)
{
    const double column = x;
    x = t[0] + column * t[1] + y * t[2];
    y = t[3] + column * t[4] + y * t[5];
}

void applyAll(OGRCoordinateTransformation& transformation, std::span<double> x, std::span<double> y)
{
    std::vector<int> isGood(x.size());
    transformation.Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, isGood.data());
    for (std::size_t i = 0; i < x.size(); ++i)
        if (isGood[i] == 0 || !std::isfinite(x[i]) || !std::isfinite(y[i]))
            x[i] = y[i] = nan;
}

} // namespace

Result<PixelMap> PixelMap::make(const OGRSpatialReference& crs, const GeoTransform& transform)
{
    PixelMap map;
    map.m_transform = transform;
    if (GDALInvGeoTransform(const_cast<double*>(transform.data()), map.m_inverse.data()) == 0)
        return failure(ErrorCode::MalformedData, tr("Die Georeferenz des Rasters ist unbrauchbar."));
    if (isRegionCrs(&crs))
        return map;
    OGRSpatialReference source(crs);
    source.StripVertical(); // heights are settled apart: see Transformer
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const OGRSpatialReference region = regionSpatialReference(false);
    const auto lock = lockProjCreation();
    map.m_toRegion.reset(OGRCreateCoordinateTransformation(&source, &region));
    map.m_fromRegion.reset(OGRCreateCoordinateTransformation(&region, &source));
    if (map.m_toRegion == nullptr || map.m_fromRegion == nullptr)
        return failure(ErrorCode::TransformFailed,
                       tr("Vom Koordinatenreferenzsystem des Rasters nach EPSG:25832 ist keine Umrechnung bekannt."),
                       lastGdalMessage());
    return map;
}

PixelMap PixelMap::make(ControlPointFit fit)
{
    PixelMap map;
    map.m_fit = std::move(fit);
    return map;
}

std::optional<GeoTransform> PixelMap::aligned() const
{
    const bool isNorthUp = m_transform[2] == 0 && m_transform[4] == 0 && m_transform[1] > 0 && m_transform[5] < 0;
    if (m_fit || m_toRegion || !isNorthUp)
        return std::nullopt;
    return m_transform;
}

void PixelMap::toPixels(std::span<double> x, std::span<double> y) const
{
    if (m_fit) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto place = m_fit->toPicture(x[i], y[i]);
            x[i] = place ? (*place)[0] : nan;
            y[i] = place ? (*place)[1] : nan;
        }
        return;
    }
    if (m_fromRegion)
        applyAll(*m_fromRegion, x, y);
    for (std::size_t i = 0; i < x.size(); ++i)
        apply(m_inverse, x[i], y[i]);
}

void PixelMap::toRegion(std::span<double> x, std::span<double> y) const
{
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (m_fit) {
            const auto place = m_fit->toGround(x[i], y[i]);
            x[i] = place[0];
            y[i] = place[1];
        } else {
            apply(m_transform, x[i], y[i]);
        }
    }
    if (m_toRegion)
        applyAll(*m_toRegion, x, y);
}

Box PixelMap::extentOf(int columns, int rows) const
{
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i < edgeSamples; ++i)
        for (int j = 0; j < edgeSamples; ++j) {
            x.push_back(columns * double(i) / (edgeSamples - 1));
            y.push_back(rows * double(j) / (edgeSamples - 1));
        }
    toRegion(x, y);
    Box extent;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i]))
            extent.include(LocalPosition{x[i], y[i], 0});
    return extent;
}

double PixelMap::spacingOf(int columns, int rows) const
{
    if (const auto transform = aligned())
        return std::min((*transform)[1], -(*transform)[5]);
    // Over the middle half, so that one pixel's rounding does not count.
    const double spanX = std::max(columns / 2, 1);
    const double spanY = std::max(rows / 2, 1);
    const double left = columns / 4.0;
    const double top = rows / 4.0;
    std::array<double, 3> x{left, left + spanX, left};
    std::array<double, 3> y{top, top, top + spanY};
    toRegion(x, y);
    const double across = std::hypot(x[1] - x[0], y[1] - y[0]) / spanX;
    const double along = std::hypot(x[2] - x[0], y[2] - y[0]) / spanY;
    return std::isfinite(across) && std::isfinite(along) ? std::min(across, along) : 0;
}

BlockMap::BlockMap(const PixelMap& map, const Block& block) : m_across((block.columns + step - 1) / step + 1)
{
    const int along = (block.rows + step - 1) / step + 1;
    for (int j = 0; j < along; ++j)
        for (int i = 0; i < m_across; ++i) {
            m_x.push_back(block.west + (i * step + 0.5) * block.spacingX);
            m_y.push_back(block.north - (j * step + 0.5) * block.spacingY);
        }
    map.toPixels(m_x, m_y);
}

std::array<double, 2> BlockMap::at(int column, int row) const
{
    const std::size_t node = static_cast<std::size_t>(row / step * m_across + column / step);
    const std::size_t below = node + static_cast<std::size_t>(m_across);
    const double s = double(column % step) / step;
    const double t = double(row % step) / step;
    const auto between = [&](const std::vector<double>& v) {
        return (v[node] * (1 - s) + v[node + 1] * s) * (1 - t) + (v[below] * (1 - s) + v[below + 1] * s) * t;
    };
    return {between(m_x), between(m_y)};
}

std::array<int, 4> BlockMap::window(int rasterColumns, int rasterRows, int margin) const
{
    Box box;
    for (std::size_t i = 0; i < m_x.size(); ++i)
        if (std::isfinite(m_x[i]) && std::isfinite(m_y[i]))
            box.include(LocalPosition{m_x[i], m_y[i], 0});
    if (box.isEmpty())
        return {};
    const auto cut = [margin](double from, double to, int count) {
        const int first = static_cast<int>(std::clamp(std::floor(from) - margin, 0.0, double(count)));
        const int end = static_cast<int>(std::clamp(std::ceil(to) + margin, 0.0, double(count)));
        return std::array<int, 2>{first, end - first};
    };
    const auto [column, columns] = cut(box.min.x, box.max.x, rasterColumns);
    const auto [row, rows] = cut(box.min.y, box.max.y, rasterRows);
    if (columns <= 0 || rows <= 0)
        return {};
    return {column, row, columns, rows};
}

} // namespace twin::geo
