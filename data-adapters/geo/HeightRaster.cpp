// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/GdalDataset.h"
#include "geo/HeightReader.h"
#include "geo/Heights.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

} // namespace

struct HeightRaster::Private {
    Dataset dataset;
    HeightReader reader;
    int columns = 0;
    int rows = 0;
    double spacing = 0;
    double west = 0;
    double north = 0;
};

HeightRaster::HeightRaster(std::unique_ptr<Private> p) : d(std::move(p)) {}
HeightRaster::~HeightRaster() = default;
HeightRaster::HeightRaster(HeightRaster&&) noexcept = default;
HeightRaster& HeightRaster::operator=(HeightRaster&&) noexcept = default;

Result<HeightRaster> HeightRaster::open(const QString& path)
{
    auto d = std::make_unique<Private>();
    TWIN_TRY(d->dataset, openRaster(path, {QStringLiteral("GTiff")}));
    TWIN_TRY(d->reader, HeightReader::make(*d->dataset, path));
    if (!isRegionCrs(d->dataset->GetSpatialRef()))
        return failure(ErrorCode::TransformFailed, tr("Das Höhenmodell ist nicht in EPSG:25832."), {}, {},
                       {path, -1, {}});
    GeoTransform t{};
    if (d->dataset->GetGeoTransform(t.data()) != CE_None || t[2] != 0 || t[4] != 0 || !(t[1] > 0) ||
        !(std::abs(t[1] + t[5]) < 1e-6 * t[1]))
        return failure(ErrorCode::MalformedData, tr("Das Höhenmodell ist unbrauchbar."),
                       QStringLiteral("not a north-up grid of square cells"), {}, {path, -1, {}});
    d->columns = d->dataset->GetRasterXSize();
    d->rows = d->dataset->GetRasterYSize();
    d->spacing = t[1];
    d->west = t[0] + t[1] / 2;
    d->north = t[3] - t[1] / 2;
    return HeightRaster(std::move(d));
}

int HeightRaster::columns() const
{
    return d->columns;
}

int HeightRaster::rows() const
{
    return d->rows;
}

double HeightRaster::spacingMetres() const
{
    return d->spacing;
}

double HeightRaster::west() const
{
    return d->west;
}

double HeightRaster::north() const
{
    return d->north;
}

Result<std::vector<float>> HeightRaster::read(int column, int row, int columnCount, int rowCount) const
{
    const int firstColumn = std::max(column, 0);
    const int firstRow = std::max(row, 0);
    const int columns = std::max(std::min(column + columnCount, d->columns) - firstColumn, 0);
    const int rows = std::max(std::min(row + rowCount, d->rows) - firstRow, 0);
    if (columns == 0 || rows == 0)
        return std::vector<float>(static_cast<std::size_t>(columnCount) * static_cast<std::size_t>(rowCount),
                                  std::numeric_limits<float>::quiet_NaN());
    std::vector<float> inside;
    TWIN_CHECK(d->reader.read({firstColumn, firstRow, columns, rows}, columns, rows, inside));
    if (columns == columnCount && rows == rowCount)
        return inside;
    std::vector<float> heights(static_cast<std::size_t>(columnCount) * static_cast<std::size_t>(rowCount),
                               std::numeric_limits<float>::quiet_NaN());
    for (int r = 0; r < rows; ++r)
        std::copy_n(inside.begin() + std::ptrdiff_t{r} * columns, columns,
                    heights.begin() + std::ptrdiff_t{firstRow - row + r} * columnCount + (firstColumn - column));
    return heights;
}

Result<std::optional<double>> HeightRaster::heightAt(double easting, double northing) const
{
    const double u = (easting - d->west) / d->spacing;
    const double v = (d->north - northing) / d->spacing;
    if (!(u >= 0 && v >= 0 && u <= d->columns - 1 && v <= d->rows - 1))
        return std::optional<double>();
    TWIN_TRY(const std::vector<float> h, read(static_cast<int>(u), static_cast<int>(v), 2, 2));
    const double s = u - std::floor(u);
    const double t = v - std::floor(v);
    const double height = (static_cast<double>(h[0]) * (1 - s) + static_cast<double>(h[1]) * s) * (1 - t) +
                          (static_cast<double>(h[2]) * (1 - s) + static_cast<double>(h[3]) * s) * t;
    return std::isnan(height) ? std::optional<double>() : std::optional<double>(height);
}

Result<GroundModel> HeightRaster::ground(const SceneFrame& frame, double mostNodes) const
{
    int step = 1;
    while (double(d->columns / step) * double(d->rows / step) > mostNodes)
        ++step;
    GroundModel ground;
    ground.columns = std::max(d->columns / step, 1);
    ground.rows = std::max(d->rows / step, 1);
    ground.spacingMetres = d->spacing * step;
    std::vector<float> heights;
    TWIN_CHECK(
        d->reader.read({0, 0, std::min(ground.columns * step, d->columns), std::min(ground.rows * step, d->rows)},
                       ground.columns, ground.rows, heights));
    // The mean of step × step nodes stands in their middle.
    const double shift = (step - 1) / 2.0 * d->spacing;
    ground.southWest = frame.toLocal(
        {d->west + shift, d->north - shift - (ground.rows - 1) * ground.spacingMetres, frame.origin().heightMetres});
    ground.heights.resize(heights.size());
    for (int row = 0; row < ground.rows; ++row)
        for (int column = 0; column < ground.columns; ++column) {
            const auto across = static_cast<std::size_t>(ground.columns);
            ground
                .heights[static_cast<std::size_t>(ground.rows - 1 - row) * across + static_cast<std::size_t>(column)] =
                static_cast<float>(
                    static_cast<double>(
                        heights[static_cast<std::size_t>(row) * across + static_cast<std::size_t>(column)]) -
                    frame.origin().heightMetres);
        }
    return ground;
}

} // namespace twin::geo
