// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/LasFile.h"

#include "geo/Gdal.h"

#include <ogr_spatialref.h>

namespace twin::pointcloud {
namespace {

// GeoTIFF 1.1 §7: keys and values that say something of their own.
constexpr std::uint16_t geodeticKey = 2048;
constexpr std::uint16_t projectedKey = 3072;
constexpr std::uint16_t verticalKey = 4096;
constexpr std::uint16_t userDefined = 32767;

std::string joined(std::string_view horizontal, std::string_view vertical)
{
    std::string text = "EPSG:" + std::string(horizontal);
    return vertical.empty() ? text : text + '+' + std::string(vertical);
}

std::string_view text(const char* value)
{
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string crsOfWkt(const std::string& wkt)
{
    geo::initialiseGdal();
    OGRSpatialReference crs;
    if (crs.importFromWkt(wkt.c_str()) != OGRERR_NONE)
        return "WKT"; // something is stated, but nothing that is known
    const std::string vertical(crs.IsCompound() != 0 ? text(crs.GetAuthorityCode("COMPD_CS|VERT_CS")) : "");
    OGRSpatialReference horizontal(crs);
    horizontal.StripVertical();
    horizontal.AutoIdentifyEPSG();
    const std::string_view code = text(horizontal.GetAuthorityCode(nullptr));
    if (code.empty() || text(horizontal.GetAuthorityName(nullptr)) != "EPSG")
        return std::string(text(horizontal.GetName()));
    return joined(code, vertical);
}

/// Entries of four numbers: key, where its value is (0: here), how many, the value.
std::string crsOfKeys(const std::vector<std::uint16_t>& keys)
{
    std::uint16_t horizontal = 0;
    std::uint16_t geodetic = 0;
    std::uint16_t vertical = 0;
    for (std::size_t i = 4; i + 4 <= keys.size(); i += 4) {
        if (keys[i + 1] != 0 || keys[i + 3] == 0 || keys[i + 3] == userDefined)
            continue;
        if (keys[i] == projectedKey)
            horizontal = keys[i + 3];
        if (keys[i] == geodeticKey)
            geodetic = keys[i + 3];
        if (keys[i] == verticalKey && keys[i + 3] > 5000) // below are codes of ellipsoids
            vertical = keys[i + 3];
    }
    if (horizontal == 0)
        horizontal = geodetic;
    return horizontal == 0 ? std::string()
                           : joined(std::to_string(horizontal), vertical == 0 ? "" : std::to_string(vertical));
}

} // namespace

std::string statedCrs(const LasHeader& header)
{
    return header.wkt.empty() ? crsOfKeys(header.geoKeys) : crsOfWkt(header.wkt);
}

} // namespace twin::pointcloud
