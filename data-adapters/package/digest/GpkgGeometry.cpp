// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/GpkgGeometry.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace twin::package {
namespace {

constexpr std::int32_t srsId = 25832;
constexpr std::uint32_t wkbPoint = 1;
constexpr std::uint32_t wkbPolygon = 3;
constexpr std::uint32_t wkbMultiPolygon = 6;
constexpr char littleEndianByte = std::endian::native == std::endian::little ? 1 : 0;
constexpr char envelopeXy = 1 << 1;

template <class T> void put(std::string& out, T value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void putHeader(std::string& out, char flags)
{
    out += "GP";
    out += '\0'; // version 1
    out += static_cast<char>(flags | littleEndianByte);
    put(out, srsId);
}

void putWkbType(std::string& out, std::uint32_t type)
{
    out += littleEndianByte;
    put(out, type);
}

} // namespace

std::string gpkgMultiPolygon(const std::vector<PlanarPolygon>& polygons, double eastingMetres, double northingMetres)
{
    std::array<double, 4> envelope{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const PlanarPolygon& polygon : polygons)
        for (const Point2& p : polygon.rings.front()) {
            envelope[0] = std::min(envelope[0], p.x + eastingMetres);
            envelope[1] = std::max(envelope[1], p.x + eastingMetres);
            envelope[2] = std::min(envelope[2], p.y + northingMetres);
            envelope[3] = std::max(envelope[3], p.y + northingMetres);
        }
    std::string out;
    putHeader(out, envelopeXy);
    put(out, envelope);
    putWkbType(out, wkbMultiPolygon);
    put(out, static_cast<std::uint32_t>(polygons.size()));
    for (const PlanarPolygon& polygon : polygons) {
        putWkbType(out, wkbPolygon);
        put(out, static_cast<std::uint32_t>(polygon.rings.size()));
        for (const std::vector<Point2>& ring : polygon.rings) {
            put(out, static_cast<std::uint32_t>(ring.size() + 1));
            for (std::size_t i = 0; i <= ring.size(); ++i) { // WKB rings are closed
                put(out, ring[i % ring.size()].x + eastingMetres);
                put(out, ring[i % ring.size()].y + northingMetres);
            }
        }
    }
    return out;
}

std::string gpkgPoint(double eastingMetres, double northingMetres)
{
    std::string out;
    putHeader(out, 0);
    putWkbType(out, wkbPoint);
    put(out, eastingMetres);
    put(out, northingMetres);
    return out;
}

std::optional<std::array<double, 4>> gpkgEnvelope(std::string_view blob)
{
    std::array<double, 4> envelope{};
    if (blob.size() < 8 + sizeof envelope || (blob[3] & 0x0E) != envelopeXy)
        return std::nullopt;
    std::memcpy(envelope.data(), blob.data() + 8, sizeof envelope);
    return envelope;
}

} // namespace twin::package
