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
constexpr std::uint32_t wkbLineString = 2;
constexpr std::uint32_t wkbPolygon = 3;
constexpr std::uint32_t wkbMultiLineString = 5;
constexpr std::uint32_t wkbMultiPolygon = 6;
constexpr std::uint32_t wkbThousand = 1000; ///< 1xxx: with Z, 2xxx: with M, 3xxx: with both (ISO 19125 in GeoPackage)
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
    /// @returns the type without what it says of Z and M, which points() passes over.
    std::uint32_t wkbType()
    {
        m_foreign = get<char>() != littleEndianByte;
        const auto type = get<std::uint32_t>();
        m_numbers = type / wkbThousand == 0 ? 2 : type / wkbThousand < 3 ? 3 : 4;
        return type % wkbThousand;
    }
    Point2 point()
    {
        const double x = get<double>();
        const double y = get<double>();
        for (std::size_t i = 2; i < m_numbers; ++i)
            get<double>();
        return {x, y};
    }
    /// @returns a number of points and then these; empty when the bytes end before.
    std::vector<Point2> points()
    {
        const auto count = get<std::uint32_t>();
        std::vector<Point2> points;
        if (!holds(count, m_numbers * sizeof(double))) {
            m_good = false;
            return points;
        }
        points.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i)
            points.push_back(point());
        return points;
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    /// @returns whether that many things of that size can still follow.
    [[nodiscard]] bool holds(std::uint32_t count, std::size_t size) const { return m_rest.size() / size >= count; }

private:
    std::string_view m_rest;
    std::size_t m_numbers = 2; ///< of a point
    bool m_foreign = false;
    bool m_good = true;
};

using Rings = std::vector<std::vector<Point2>>;

bool readPolygon(WkbReader& wkb, Rings& rings)
{
    const auto count = wkb.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && wkb.isGood(); ++i) {
        std::vector<Point2>& ring = rings.emplace_back(wkb.points());
        if (ring.size() > 1 && ring.front().x == ring.back().x && ring.front().y == ring.back().y)
            ring.pop_back();
    }
    return wkb.isGood();
}

bool readLine(WkbReader& wkb, Rings& lines)
{
    lines.push_back(wkb.points());
    return wkb.isGood();
}

/// @returns what follows the header of a GeoPackageBinary; empty: it is none.
std::string_view wkbOf(std::string_view blob)
{
    static constexpr std::array<std::size_t, 5> envelopeBytes{0, 32, 48, 48, 64};
    constexpr std::size_t header = 8;
    if (blob.size() < header || blob[0] != 'G' || blob[1] != 'P')
        return {};
    const auto envelope = static_cast<std::size_t>((blob[3] >> 1) & 7);
    if (envelope >= envelopeBytes.size() || blob.size() < header + envelopeBytes[envelope])
        return {};
    return blob.substr(header + envelopeBytes[envelope]);
}

/// @param one,many  the type that `read` reads, and the collection of it
template <class Read> Rings readParts(std::string_view blob, std::uint32_t one, std::uint32_t many, Read read)
{
    WkbReader wkb(wkbOf(blob));
    Rings parts;
    const std::uint32_t type = wkb.wkbType();
    bool good = type == one && read(wkb, parts);
    if (type == many) {
        const auto count = wkb.get<std::uint32_t>();
        good = true;
        for (std::uint32_t i = 0; i < count && good; ++i)
            good = wkb.isGood() && wkb.wkbType() == one && read(wkb, parts);
    }
    return good ? parts : Rings();
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
    return readParts(blob, wkbPolygon, wkbMultiPolygon, readPolygon);
}

std::vector<std::vector<Point2>> gpkgLines(std::string_view blob)
{
    return readParts(blob, wkbLineString, wkbMultiLineString, readLine);
}

std::optional<Point2> gpkgPointOf(std::string_view blob)
{
    WkbReader wkb(wkbOf(blob));
    if (wkb.wkbType() != wkbPoint)
        return std::nullopt;
    const Point2 point = wkb.point();
    return wkb.isGood() ? std::optional(point) : std::nullopt;
}

} // namespace twin::package
