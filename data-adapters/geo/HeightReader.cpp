// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/HeightReader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float lowestHeight = -500;
constexpr float highestHeight = 9000;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

struct Unit {
    const char* name;
    double metres;
};
constexpr std::array units{Unit{"", 1},
                           Unit{"m", 1},
                           Unit{"metre", 1},
                           Unit{"meter", 1},
                           Unit{"metres", 1},
                           Unit{"meters", 1},
                           Unit{"cm", 0.01},
                           Unit{"dm", 0.1},
                           Unit{"mm", 0.001},
                           Unit{"ft", 0.3048},
                           Unit{"foot", 0.3048},
                           Unit{"feet", 0.3048},
                           Unit{"us survey foot", 1200.0 / 3937}};

} // namespace

Result<HeightReader> HeightReader::make(GDALDataset& dataset, const QString& path)
{
    HeightReader reader;
    reader.m_path = path;
    reader.m_band = dataset.GetRasterBand(1);
    const QString name = QString::fromUtf8(reader.m_band->GetUnitType()).trimmed().toLower();
    const auto unit =
        std::find_if(units.begin(), units.end(), [&name](const Unit& u) { return name == QLatin1String(u.name); });
    if (unit == units.end())
        return failure(ErrorCode::UnknownHeightReference, tr("Die Einheit der Höhen „%1“ ist nicht bekannt.").arg(name),
                       {}, tr("Rechnen Sie die Höhen in Meter um."), {path, -1, {}});
    reader.m_scale = reader.m_band->GetScale() * unit->metres;
    reader.m_offset = reader.m_band->GetOffset() * unit->metres;
    int hasNoData = 0;
    reader.m_noData = reader.m_band->GetNoDataValue(&hasNoData);
    reader.m_hasNoData = hasNoData != 0;
    return reader;
}

Result<void> HeightReader::read(const std::array<int, 4>& window, int width, int height,
                                std::vector<float>& heights) const
{
    const auto [column, row, columns, rows] = window;
    heights.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = GRIORA_Average;
    if (m_band->RasterIO(GF_Read, column, row, columns, rows, heights.data(), width, height, GDT_Float32, 0, 0, &how) !=
        CE_None)
        return failure(ErrorCode::MalformedData, tr("Die Rasterdatei ist beschädigt."), lastGdalMessage(), {},
                       {m_path, -1, {}});
    const auto noData = static_cast<float>(m_noData);
    for (float& value : heights) {
        if (!std::isfinite(value) || (m_hasNoData && value == noData)) {
            value = nan;
            continue;
        }
        if (m_scale != 1 || m_offset != 0)
            value = static_cast<float>(static_cast<double>(value) * m_scale + m_offset);
        if (!(value > lowestHeight && value < highestHeight))
            value = nan;
    }
    return {};
}

float sampleHeight(const std::vector<float>& heights, int columns, int rows, double column, double row)
{
    if (!(column >= 0 && row >= 0 && column <= columns && row <= rows))
        return nan;
    const double u = std::clamp(column - 0.5, 0.0, columns - 1.0);
    const double v = std::clamp(row - 0.5, 0.0, rows - 1.0);
    const int c0 = static_cast<int>(u);
    const int r0 = static_cast<int>(v);
    const int c1 = std::min(c0 + 1, columns - 1);
    const int r1 = std::min(r0 + 1, rows - 1);
    const auto s = static_cast<float>(u - c0);
    const auto t = static_cast<float>(v - r0);
    const auto at = [&](int c, int r) {
        return heights[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)];
    };
    const float value = (at(c0, r0) * (1 - s) + at(c1, r0) * s) * (1 - t) + (at(c0, r1) * (1 - s) + at(c1, r1) * s) * t;
    return std::isnan(value) ? at(s < 0.5F ? c0 : c1, t < 0.5F ? r0 : r1) : value;
}

} // namespace twin::geo
