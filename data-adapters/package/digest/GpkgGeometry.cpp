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

/// Reads little or big endian numbers; past the end everything is zero and `isGood` false.
class WkbReader {
public:
    explicit WkbReader(std::string_view bytes) : m_rest(bytes) {}

    template <class T> T get()
    {
        std::array<char, sizeof(T)> bytes{};
        if (m_rest.size() < sizeof(T)) {
            m_good = false;
            return {};
        }
        std::copy_n(m_rest.data(), sizeof(T), bytes.begin());
        m_rest.remove_prefix(sizeof(T));
        if (m_foreign)
            std::reverse(bytes.begin(), bytes.end());
        return std::bit_cast<T>(bytes);
    }
    std::uint32_t wkbType()
    {
        m_foreign = get<char>() != littleEndianByte;
        return get<std::uint32_t>();
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    /// @returns whether that many things of that size can still follow.
    [[nodiscard]] bool holds(std::uint32_t count, std::size_t size) const { return m_rest.size() / size >= count; }

private:
    std::string_view m_rest;
    bool m_foreign = false;
    bool m_good = true;
};

bool readPolygon(WkbReader& wkb, std::vector<std::vector<Point2>>& rings)
{
    const auto count = wkb.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && wkb.isGood(); ++i) {
        const auto points = wkb.get<std::uint32_t>();
        if (!wkb.holds(points, 2 * sizeof(double)))
            return false;
        std::vector<Point2>& ring = rings.emplace_back();
        for (std::uint32_t k = 0; k < points; ++k) {
            const double x = wkb.get<double>();
            ring.push_back({x, wkb.get<double>()});
        }
        if (ring.size() > 1 && ring.front().x == ring.back().x && ring.front().y == ring.back().y)
            ring.pop_back();
    }
    return wkb.isGood();
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

std::vector<std::vector<Point2>> gpkgRings(std::string_view blob)
{
    static constexpr std::array<std::size_t, 5> envelopeBytes{0, 32, 48, 48, 64};
    constexpr std::size_t header = 8;
    if (blob.size() < header || blob[0] != 'G' || blob[1] != 'P')
        return {};
    const auto envelope = static_cast<std::size_t>((blob[3] >> 1) & 7);
    if (envelope >= envelopeBytes.size() || blob.size() < header + envelopeBytes[envelope])
        return {};
    WkbReader wkb(blob.substr(header + envelopeBytes[envelope]));
    std::vector<std::vector<Point2>> rings;
    const std::uint32_t type = wkb.wkbType();
    bool good = type == wkbPolygon && readPolygon(wkb, rings);
    if (type == wkbMultiPolygon) {
        const auto count = wkb.get<std::uint32_t>();
        good = true;
        for (std::uint32_t i = 0; i < count && good; ++i)
            good = wkb.isGood() && wkb.wkbType() == wkbPolygon && readPolygon(wkb, rings);
    }
    return good ? rings : std::vector<std::vector<Point2>>();
}

} // namespace twin::package
