// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/ObjectDigester.h"

#include "package/digest/GpkgGeometry.h"
#include "package/digest/Json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace twin::package {
namespace {

constexpr double degrees = 180 / std::numbers::pi;
/// A surface that leans less than this has no orientation worth a figure.
constexpr double flatDegrees = 1;
/// How far before a closure surface its surroundings are looked at.
constexpr double probeMetres = 0.15;

bool isFinite(const ProjectedPosition& p)
{
    return std::isfinite(p.eastingMetres) && std::isfinite(p.northingMetres) && std::isfinite(p.heightMetres);
}

SurfaceType drawnAs(const Surface& surface, const LocalPosition& normal)
{
    if (surface.type != SurfaceType::None)
        return surface.type;
    // LoD1 solids have no semantics: what faces up is painted as roof, what faces down as ground.
    if (normal.z > 0.5)
        return SurfaceType::Roof;
    return normal.z < -0.5 ? SurfaceType::Ground : SurfaceType::Wall;
}

bool covers(const std::vector<PlanarPolygon>& polygons, const Point2& p)
{
    bool inside = false;
    for (const PlanarPolygon& polygon : polygons)
        for (const std::vector<Point2>& ring : polygon.rings)
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
                if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
                    p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
                    inside = !inside;
    return inside;
}

} // namespace

std::uint64_t stableHash(std::string_view bytes)
{
    // FNV-1a with a final mix (splitmix64), so that ids that differ in their last letter spread over all bits.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

void Totals::add(const Totals& other)
{
    for (std::size_t i = 0; i < objects.size(); ++i)
        objects[i] += other.objects[i];
    surfaces += other.surfaces;
    triangles += other.triangles;
    innerClosures += other.innerClosures;
}

Result<std::unique_ptr<ObjectDigester>> ObjectDigester::create()
{
    TWIN_TRY(geo::Geocentric geocentric, geo::Geocentric::create());
    return std::unique_ptr<ObjectDigester>(new ObjectDigester(std::move(geocentric)));
}

ObjectDigester::ObjectDigester(geo::Geocentric geocentric) : m_geocentric(std::move(geocentric)) {}

ObjectDigester::~ObjectDigester() = default;

void ObjectDigester::digest(const CityObject& object, int source, Digest& out)
{
    m_nodes.clear();
    flatten(object, -1);
    chooseLevel();
    m_origin = chooseOrigin();
    ObjectEntry entry;
    entry.line = object.where.line;
    entry.source = source;
    entry.idFirst = static_cast<std::uint32_t>(out.idHashes.size());
    entry.idCount = static_cast<std::uint32_t>(m_nodes.size());
    for (Node& node : m_nodes) {
        describe(*node.object, node.row);
        out.idHashes.push_back(stableHash(node.row.id));
        out.totals.objects[static_cast<std::size_t>(node.object->type) % out.totals.objects.size()]++;
        out.totals.surfaces += static_cast<std::int64_t>(node.object->surfaces.size());
        triangulate(node, source, out);
        findFootprint(node);
    }
    entry.idHash = out.idHashes[entry.idFirst];
    dropInnerClosures(out);
    spillGeometry(entry, out);
    spillRows(entry, out);
    if (entry.geometry.size == 0)
        out.issues.push_back({source, {QStringLiteral("object.no-geometry"), {}, object.where}});
    out.totals.triangles += entry.triangles;
    out.entries.push_back(entry);
}

void ObjectDigester::flatten(const CityObject& object, std::int32_t parent)
{
    // An explicit stack: readers bound the depth of nesting, but nothing here relies on it.
    struct Open {
        const CityObject* object;
        std::int32_t parent;
    };
    std::vector<Open> open{{&object, parent}};
    while (!open.empty()) {
        const Open next = open.back();
        open.pop_back();
        const auto self = static_cast<std::int32_t>(m_nodes.size());
        m_nodes.emplace_back();
        m_nodes.back().object = next.object;
        m_nodes.back().parent = next.parent;
        for (auto child = next.object->children.rbegin(); child != next.object->children.rend(); ++child)
            open.push_back({&*child, self});
    }
}

void ObjectDigester::chooseLevel()
{
    std::vector<FamilyMember> family;
    family.reserve(m_nodes.size());
    for (const Node& node : m_nodes)
        family.push_back({node.object, node.parent});
    const std::vector<LevelChoice> levels = chooseLevels(family);
    for (std::size_t i = 0; i < m_nodes.size() && !levels.empty(); ++i)
        m_nodes[i].lod = levels.back().lods[i];
}

ProjectedPosition ObjectDigester::chooseOrigin() const
{
    for (const Node& node : m_nodes)
        for (const Surface& surface : node.object->surfaces)
            for (const ProjectedPosition& p : surface.polygon.points)
                if (isFinite(p))
                    return {std::round(p.eastingMetres), std::round(p.northingMetres), std::round(p.heightMetres)};
    return {};
}

void ObjectDigester::triangulate(Node& node, int source, Digest& out)
{
    node.surfaces.reserve(node.object->surfaces.size());
    for (const Surface& surface : node.object->surfaces) {
        if (surface.lod != node.lod)
            continue;
        const TriangulatedPolygon& triangles = m_triangulator.triangulate(surface.polygon, m_origin);
        if (triangles.mends != 0)
            reportMends(surface, *node.object, source, out);
        node.surfaces.push_back(measure(surface, triangles));
        if (triangles.points.size() > std::numeric_limits<std::uint16_t>::max())
            out.issues.push_back({source, {QStringLiteral("polygon.too-many-points"), {}, node.object->where}});
        else if (!triangles.indices.empty())
            appendPatch(node, surface, triangles);
    }
}

void ObjectDigester::reportMends(const Surface& surface, const CityObject& object, int source, Digest& out) const
{
    const TriangulatedPolygon& triangles = m_triangulator.result();
    SourceLocation where = object.where;
    if (surface.line > 0)
        where.line = surface.line;
    if (!surface.id.isEmpty())
        where.id = surface.id;
    for (const Mend mend : allMends)
        if (triangles.has(mend))
            out.issues.push_back({source, {mendReason(mend), {}, where}});
}

void ObjectDigester::appendPatch(Node& node, const Surface& surface, const TriangulatedPolygon& triangles)
{
    constexpr std::uint16_t unused = 0xFFFF;
    Patch& patch = node.geometry.patches.emplace_back();
    node.patchSurfaces.push_back(static_cast<std::uint32_t>(node.surfaces.size() - 1));
    patch.drawAs = drawnAs(surface, triangles.normal);
    const auto eighth = [](double v) { return static_cast<std::int8_t>(std::lround(v * 127)); };
    patch.normal = {eighth(triangles.normal.x), eighth(triangles.normal.y), eighth(triangles.normal.z)};
    std::vector<std::uint16_t> renumbered(triangles.points.size(), unused);
    patch.indices.reserve(triangles.indices.size());
    for (const std::uint32_t index : triangles.indices) {
        if (renumbered[index] == unused) {
            renumbered[index] = static_cast<std::uint16_t>(patch.points.size());
            const LocalPosition& p = triangles.points[index];
            patch.points.push_back({static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)});
            node.extent.include(SceneFrame(m_origin).toProjected(p));
        }
        patch.indices.push_back(renumbered[index]);
    }
}

MeasuredSurface ObjectDigester::measure(const Surface& surface, const TriangulatedPolygon& triangles)
{
    MeasuredSurface measured{&surface, triangles.areaSquareMetres, 0, -1};
    const LocalPosition& n = triangles.normal;
    if (n == LocalPosition{})
        return measured;
    measured.inclinationDegrees = std::acos(std::clamp(std::abs(n.z), 0.0, 1.0)) * degrees;
    if (measured.inclinationDegrees >= flatDegrees) {
        const double azimuth = std::atan2(n.x, n.y) * degrees + convergenceDegrees(m_origin);
        measured.azimuthDegrees = std::fmod(azimuth + 720, 360);
    }
    return measured;
}

double ObjectDigester::convergenceDegrees(const ProjectedPosition& p)
{
    // It changes by 0.01 degrees a kilometre: one value a square kilometre, the same whichever thread asks first.
    const double east = std::floor(p.eastingMetres / 1000);
    const double north = std::floor(p.northingMetres / 1000);
    const auto cell = static_cast<std::int64_t>(std::clamp(east, -1e6, 1e6)) * 4000000 +
                      static_cast<std::int64_t>(std::clamp(north, -1e6, 1e6));
    if (cell != m_convergenceCell) {
        const double degreesHere = m_geocentric.meridianConvergenceDegrees({east * 1000 + 500, north * 1000 + 500, 0});
        m_convergence = std::isfinite(degreesHere) ? degreesHere : 0;
        m_convergenceCell = cell;
    }
    return m_convergence;
}

void ObjectDigester::dropInnerClosures(Digest& out)
{
    if (m_nodes.size() < 2)
        return;
    const auto isInside = [this](const Node& owner, const Patch& patch) {
        const Point3& a = patch.points[patch.indices[0]];
        const Point3& b = patch.points[patch.indices[1]];
        const Point3& c = patch.points[patch.indices[2]];
        const auto probe = [&](float pa, float pb, float pc, std::int8_t n) {
            return (double(pa) + double(pb) + double(pc)) / 3 + probeMetres * n / 127;
        };
        const Point2 place{probe(a.x, b.x, c.x, patch.normal[0]), probe(a.y, b.y, c.y, patch.normal[1])};
        const double height = probe(a.z, b.z, c.z, patch.normal[2]) + m_origin.heightMetres;
        for (const Node& other : m_nodes)
            if (&other != &owner && !other.extent.isEmpty() && height > other.extent.box.min.z - probeMetres &&
                height < other.extent.box.max.z + probeMetres && covers(other.footprint, place))
                return true;
        return false;
    };
    for (Node& node : m_nodes)
        out.totals.innerClosures +=
            static_cast<std::int64_t>(std::erase_if(node.geometry.patches, [&](const Patch& patch) {
                return patch.drawAs == SurfaceType::Closure && isInside(node, patch);
            }));
}

void ObjectDigester::findFootprint(Node& node)
{
    bool hasGround = false;
    for (const Patch& patch : node.geometry.patches)
        hasGround = hasGround || patch.drawAs == SurfaceType::Ground;
    std::vector<PlanarPolygon> pieces;
    for (std::size_t i = 0; i < node.geometry.patches.size(); ++i) {
        const Patch& patch = node.geometry.patches[i];
        const bool wanted = hasGround ? patch.drawAs == SurfaceType::Ground
                                      : patch.drawAs == SurfaceType::Roof || patch.drawAs == SurfaceType::OuterFloor;
        if (!wanted || std::abs(patch.normal[2]) < 4)
            continue;
        const Polygon& polygon = node.surfaces[node.patchSurfaces[i]].surface->polygon;
        PlanarPolygon& piece = pieces.emplace_back();
        for (std::size_t r = 0; r < polygon.ringStarts.size(); ++r) {
            const std::size_t end =
                r + 1 < polygon.ringStarts.size() ? polygon.ringStarts[r + 1] : polygon.points.size();
            std::vector<Point2>& ring = piece.rings.emplace_back();
            for (std::size_t k = polygon.ringStarts[r]; k < end && k < polygon.points.size(); ++k) {
                const Point2 p{polygon.points[k].eastingMetres - m_origin.eastingMetres,
                               polygon.points[k].northingMetres - m_origin.northingMetres};
                if (ring.empty() ||
                    std::hypot(p.x - ring.back().x, p.y - ring.back().y) > Triangulator::coincidenceMetres)
                    ring.push_back(p);
            }
            if (ring.size() < 3)
                piece.rings.pop_back();
        }
        if (piece.rings.empty())
            pieces.pop_back();
    }
    node.footprint = m_union.join(std::move(pieces));
    if (node.footprint.empty() && !node.geometry.patches.empty()) {
        std::vector<Point2> points;
        for (const Patch& patch : node.geometry.patches)
            for (const Point3& p : patch.points)
                points.push_back({p.x, p.y});
        std::vector<Point2> hull = convexHull(std::move(points));
        if (hull.size() >= 3)
            node.footprint.push_back({{std::move(hull)}});
    }
}

std::vector<PlanarPolygon> ObjectDigester::childFootprints(std::size_t node) const
{
    std::vector<PlanarPolygon> all;
    std::vector<bool> below(m_nodes.size(), false);
    below[node] = true;
    for (std::size_t i = node + 1; i < m_nodes.size(); ++i) {
        below[i] = m_nodes[i].parent >= 0 && below[static_cast<std::size_t>(m_nodes[i].parent)];
        if (below[i])
            all.insert(all.end(), m_nodes[i].footprint.begin(), m_nodes[i].footprint.end());
    }
    return all;
}

void ObjectDigester::spillGeometry(ObjectEntry& entry, Digest& out)
{
    GeometryRecord record;
    record.origin = m_origin;
    entry.blockFirst = static_cast<std::uint32_t>(out.blocks.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        if (node.geometry.patches.empty())
            continue;
        Block block = makeBlock(node.geometry, node.footprint, node.extent, m_origin, out.outlines);
        block.feature = static_cast<std::uint32_t>(record.features.size());
        entry.triangles += block.triangles;
        out.blocks.push_back(block);
        entry.extent.include(node.extent);
        const ObjectRow& row = node.row;
        node.geometry.properties = {row.id,
                                    row.function,
                                    row.roofType,
                                    static_cast<float>(row.measuredHeight),
                                    static_cast<std::uint32_t>(i),
                                    node.object->type};
        record.features.push_back(std::move(node.geometry));
    }
    entry.blockCount = static_cast<std::uint32_t>(out.blocks.size()) - entry.blockFirst;
    if (record.features.empty())
        return;
    entry.geometry.offset = static_cast<std::int64_t>(out.geometry.bytes().size());
    write(out.geometry, record);
    entry.geometry.size = static_cast<std::int64_t>(out.geometry.bytes().size()) - entry.geometry.offset;
}

void ObjectDigester::spillRows(ObjectEntry& entry, Digest& out)
{
    for (std::size_t i = m_nodes.size(); i-- > 1;)
        m_nodes[static_cast<std::size_t>(m_nodes[i].parent)].extent.include(m_nodes[i].extent);
    std::vector<ObjectRow> rows;
    rows.reserve(m_nodes.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        ObjectRow& row = rows.emplace_back(std::move(node.row));
        row.parent = node.parent;
        row.extent = node.extent;
        row.surfaces = surfacesJson(node.surfaces);
        const std::vector<PlanarPolygon> footprint =
            node.footprint.empty() ? m_union.join(childFootprints(i)) : node.footprint;
        if (!footprint.empty())
            row.footprint = gpkgMultiPolygon(footprint, m_origin.eastingMetres, m_origin.northingMetres);
    }
    entry.rows.offset = static_cast<std::int64_t>(out.rows.bytes().size());
    write(out.rows, rows);
    entry.rows.size = static_cast<std::int64_t>(out.rows.bytes().size()) - entry.rows.offset;
}

} // namespace twin::package
