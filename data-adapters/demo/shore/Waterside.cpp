// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/shore/Waterside.h"

#include "demo/Building.h"
#include "demo/Random.h"

#include <algorithm>
#include <map>

namespace twin::demo {
namespace {

constexpr std::uint32_t concrete = 0xB9B6AE;
constexpr std::uint32_t timber = 0x9A8264;
constexpr std::uint32_t white = 0xF2F2EE;
constexpr std::uint32_t deckGrey = 0x8A9094;
constexpr double portAbove = 2.1;  ///< metres of a quay's top above the water
constexpr double lakeAbove = 0.8;  ///< the same of a promenade
constexpr double quayWidth = 15;   ///< paved behind the wall
constexpr double quayDepth = 1.5;  ///< below the water
constexpr double afloat = 0.35;    ///< draught that the model shows
constexpr double mooredAway = 6.6; ///< of a barge's axis from the wall
constexpr int sailingBoats = 17;

bool isPort(const Course& course)
{
    return course.kind == "lake" && course.name.startsWith("Stadthafen");
}

bool turnsLeft(const Ring& ring)
{
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        area += cross(ring[i], ring[(i + 1) % ring.size()]);
    return area > 0;
}

/// A solid in one colour.
struct Piece {
    Solid solid;
    std::uint32_t colour = 0; ///< 0xRRGGBB
};

/// Collects objects and, for the appearance at the end, which polygons have which colour.
class Objects {
public:
    void add(const QByteArray& name, const std::vector<Piece>& pieces)
    {
        const QByteArray id = "DEMOUFER_" + QByteArray::number(++m_count);
        m_text += "<core:cityObjectMember><gen:GenericCityObject gml:id=\"" + id + "\"><gml:name>" + name +
                  "</gml:name><gen:stringAttribute name=\"Datenart\"><gen:value>Demo-Daten (erzeugt)</gen:value>"
                  "</gen:stringAttribute><gen:lod2Geometry><gml:MultiSurface>";
        int polygons = 0;
        for (const Piece& piece : pieces)
            for (const Face& face : piece.solid.faces)
                addFace(face, id + "_F" + QByteArray::number(++polygons), piece.colour);
        m_text += "</gml:MultiSurface></gen:lod2Geometry></gen:GenericCityObject></core:cityObjectMember>\n";
    }

    [[nodiscard]] QByteArray text() const
    {
        QByteArray appearance;
        for (const auto& [colour, targets] : m_targets) {
            appearance += "<app:surfaceDataMember><app:X3DMaterial><app:diffuseColor>";
            for (const int shift : {16, 8, 0})
                appearance += QByteArray::number(double(colour >> shift & 0xFF) / 255, 'f', 3) + (shift > 0 ? " " : "");
            appearance += "</app:diffuseColor>" + targets + "</app:X3DMaterial></app:surfaceDataMember>";
        }
        return m_text + "<app:appearanceMember><app:Appearance><app:theme>rgbTexture</app:theme>" + appearance +
               "</app:Appearance></app:appearanceMember>\n";
    }

private:
    void addFace(const Face& face, const QByteArray& id, std::uint32_t colour)
    {
        m_text += "<gml:surfaceMember><gml:Polygon gml:id=\"" + id +
                  "\"><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"3\">";
        const std::vector<Corner>& ring = face.rings.front(); // nothing here has holes
        for (std::size_t i = 0; i <= ring.size(); ++i) {
            const Corner& c = ring[i % ring.size()];
            for (const std::int64_t millimetres : {c.x, c.y, c.z})
                m_text += QByteArray::number(double(millimetres) / 1000, 'f', 3) + ' ';
        }
        m_text.chop(1);
        m_text += "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>";
        m_targets[colour] += "<app:target>#" + id + "</app:target>";
    }

    QByteArray m_text;
    std::map<std::uint32_t, QByteArray> m_targets;
    int m_count = 0;
};

/// A vessel's axes: x towards the bow, y to port, z above the water.
struct Vessel {
    Vec2 place;
    Vec2 along;
    double level = 0;

    [[nodiscard]] Vec2 at(double x, double y) const { return place + along * x + left(along) * y; }
    [[nodiscard]] Ring ring(const Ring& shape) const
    {
        Ring placed;
        for (const Vec2& p : shape)
            placed.push_back(at(p.x, p.y));
        return placed;
    }
    [[nodiscard]] Piece box(double x, double y, double length, double width, double bottom, double top,
                            std::uint32_t colour) const
    {
        const Quad q = rectangle(at(x, y), along, length, width);
        return {prism({q.begin(), q.end()}, level + bottom, level + top), colour};
    }
};

/// A motor barge of the canal's largest class but one, 85 m long: hull, hatches or containers, wheelhouse.
std::vector<Piece> barge(const Vessel& v, Random& random)
{
    constexpr std::array<std::uint32_t, 4> hulls{0x2F3A44, 0x6B3A33, 0x34506B, 0x3D5145};
    constexpr std::array<std::uint32_t, 5> boxes{0xA8543F, 0x3F6D8C, 0x6E8C57, 0xC9A24A, 0x8C9297};
    const std::uint32_t hull = hulls[std::size_t(random.whole(0, 3))];
    std::vector<Piece> pieces;
    pieces.push_back(
        {prism(v.ring({{-42, -4.7}, {35, -4.7}, {40.5, -2.4}, {42.5, 0}, {40.5, 2.4}, {35, 4.7}, {-42, 4.7}}),
               v.level - afloat, v.level + 1.5),
         hull});
    pieces.push_back(v.box(39, 0, 4, 3.6, 1.5, 2.4, hull)); // bow
    const bool carriesContainers = random.chance(0.4);
    if (!carriesContainers)
        pieces.push_back(v.box(4, 0, 60, 7.6, 1.5, 2.5, deckGrey));
    for (int bay = 0; carriesContainers && bay < 4; ++bay)
        for (const double side : {-1.9, 1.9})
            pieces.push_back(v.box(-19 + bay * 14.0, side, 12.2, 2.5, 1.5, 4.1 + (random.chance(0.4) ? 2.6 : 0),
                                   boxes[std::size_t(random.whole(0, 4))]));
    pieces.push_back(v.box(-35, 0, 9, 7.4, 1.5, 4.0, white));
    pieces.push_back(v.box(-33.5, 0, 4, 4.6, 4.0, 6.2, 0x4C5F6B)); // wheelhouse
    pieces.push_back(v.box(-33.5, 0, 4.8, 5.4, 6.2, 6.5, white));
    return pieces;
}

/// A dinghy with its sails set.
std::vector<Piece> sailingBoat(const Vessel& v, Random& random)
{
    constexpr std::array<std::uint32_t, 5> sails{0xF7F5EC, 0xF7F5EC, 0xFBF8F0, 0xD9705A, 0x86B4D2};
    const std::uint32_t sail = sails[std::size_t(random.whole(0, 4))];
    const double scale = random.between(0.85, 1.25);
    const auto s = [scale](double metres) { return metres * scale; };
    std::vector<Piece> pieces;
    pieces.push_back(
        {prism(v.ring({{s(-2.9), s(-0.8)}, {s(0.8), s(-1.05)}, {s(3.1), 0}, {s(0.8), s(1.05)}, {s(-2.9), s(0.8)}}),
               v.level - afloat, v.level + s(0.55)),
         white});
    pieces.push_back(v.box(s(0.7), 0, 0.14, 0.14, s(0.55), s(8.2), deckGrey));
    // Sails stand out to leeward: thin boards beside the mast's plane.
    const Vec2 out = unit(v.along * -1 + left(v.along) * 0.30);
    pieces.push_back({upright({{0, v.level + s(1.2)}, {s(3.3), v.level + s(1.3)}, {s(0.12), v.level + s(8.0)}},
                              v.at(s(0.62), 0), out, 0.07),
                      sail});
    pieces.push_back({upright({{0, v.level + s(1.0)}, {s(2.2), v.level + s(6.2)}, {s(2.1), v.level + s(1.1)}},
                              v.at(s(2.95), 0), unit(v.along * -1 + left(v.along) * 0.16), 0.07),
                      white});
    return pieces;
}

/// A jetty on posts from the shore into the lake.
std::vector<Piece> jetty(Vec2 shore, Vec2 into, double level)
{
    const Vessel v{shore, into, level};
    std::vector<Piece> pieces{v.box(12, 0, 26, 2.6, 0.55, 0.75, timber)};
    for (const double x : {2.0, 9.0, 16.0, 23.0})
        for (const double y : {-1.1, 1.1})
            pieces.push_back(v.box(x, y, 0.3, 0.3, -quayDepth, 1.3, timber));
    return pieces;
}

/// Wall and paved top along some edges of an outline.
/// @param above  metres of its top above the water
void addQuay(Objects& objects, const Course& lake, const std::vector<bool>& edges, double above)
{
    const Ring inner = outlineAround(lake, 0);
    const Ring outer = outlineAround(lake, quayWidth);
    const double level = lake.elevations.front();
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const std::size_t next = (i + 1) % inner.size();
        if (!edges[i])
            continue;
        // Counter-clockwise seen from above: along the water, then back behind it.
        objects.add(
            "Kaimauer " + lake.name,
            {{prism({inner[next], inner[i], outer[i], outer[next]}, level - quayDepth, level + above), concrete}});
    }
}

/// Along the walls of a basin, bow out or in.
void moor(Objects& objects, const Course& lake, Random& random)
{
    const Ring inner = outlineAround(lake, -mooredAway);
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const Vec2 a = inner[i];
        const Vec2 b = inner[(i + 1) % inner.size()];
        const double whole = length(b - a);
        for (double x = random.between(55, 110); x < whole - 60; x += random.between(100, 210)) {
            const Vec2 along = unit(b - a) * (random.chance(0.5) ? 1 : -1);
            objects.add("Güterschiff", barge({a + unit(b - a) * x, along, lake.elevations.front()}, random));
        }
    }
}

double distanceTo(const Ring& ring, Vec2 p)
{
    double least = 1e9;
    for (std::size_t i = 0; i < ring.size(); ++i)
        least = std::min(least, distanceToSegment(p, ring[i], ring[(i + 1) % ring.size()]));
    return least;
}

/// Boats under sail all over the lake, heading much the same way: there is one wind.
void sail(Objects& objects, const Course& lake, Random& random)
{
    Vec2 low = lake.points.front();
    Vec2 high = low;
    for (const Vec2& p : lake.points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    int boats = 0;
    for (int tries = 0; tries < 40 * sailingBoats && boats < sailingBoats; ++tries) {
        const Vec2 place{random.between(low.x, high.x), random.between(low.y, high.y)};
        const double heading = random.between(0.15, 0.75) + (random.chance(0.4) ? 2.2 : 0);
        if (!contains(lake.points, place) || distanceTo(lake.points, place) < 22)
            continue;
        objects.add("Segelboot",
                    sailingBoat({place, {std::cos(heading), std::sin(heading)}, lake.elevations.front()}, random));
        ++boats;
    }
}

/// The built shore of the lake is in the west; jetties stand where people live, in the south.
void addLakeside(Objects& objects, const Course& lake, Random& random)
{
    const Ring ring = outlineAround(lake, 0);
    double west = 1e12;
    for (const Vec2& p : ring)
        west = std::min(west, p.x);
    std::vector<bool> built;
    for (std::size_t i = 0; i < ring.size(); ++i)
        built.push_back(mix(ring[i], ring[(i + 1) % ring.size()], 0.5).x < west + 260);
    addQuay(objects, lake, built, lakeAbove);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 edge = ring[(i + 1) % ring.size()] - ring[i];
        if (edge.x > 150) // eastwards: the south shore of a ring that turns left
            objects.add("Steg", jetty(ring[i] + edge * 0.5, left(unit(edge)), lake.elevations.front()));
    }
    sail(objects, lake, random);
}

} // namespace

double bankOf(const Course& lake)
{
    return isPort(lake) ? 6 : 70;
}

Ring outlineAround(const Course& lake, double metres)
{
    Ring ring = lake.points;
    if (!turnsLeft(ring))
        std::reverse(ring.begin(), ring.end());
    Ring moved;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 before = unit(ring[i] - ring[(i + ring.size() - 1) % ring.size()]);
        const Vec2 after = unit(ring[(i + 1) % ring.size()] - ring[i]);
        const Vec2 out = left(before + after) * -1;
        const double far = length(out);
        if (far < 0.2) { // turns back
            moved.push_back(ring[i]);
            continue;
        }
        const Vec2 side = out * (1 / far);
        moved.push_back(ring[i] + side * (metres / std::max(0.5, dot(side, left(after) * -1))));
    }
    return moved;
}

QByteArray watersideText(const Assets& assets, quint32 seed)
{
    Objects objects;
    Random random(seed, 29, 0, 0);
    for (const Course& course : assets.courses) {
        if (isPort(course)) {
            // The short side towards the canal is the way in.
            const Ring ring = outlineAround(course, 0);
            std::vector<bool> walls;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Vec2 middle = mix(ring[i], ring[(i + 1) % ring.size()], 0.5);
                walls.push_back(std::none_of(assets.courses.begin(), assets.courses.end(), [&](const Course& other) {
                    for (std::size_t k = 0; other.kind == "canal" && k + 1 < other.points.size(); ++k)
                        if (distanceToSegment(middle, other.points[k], other.points[k + 1]) < 45)
                            return true;
                    return false;
                }));
            }
            addQuay(objects, course, walls, portAbove);
            moor(objects, course, random);
        } else if (course.kind == "lake" && course.name == "Phoenix-See") {
            addLakeside(objects, course, random);
        }
    }
    return objects.text();
}

} // namespace twin::demo
