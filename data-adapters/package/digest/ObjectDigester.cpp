// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/ObjectDigester.h"

#include "package/digest/GeometryPieces.h"
#include "package/digest/GpkgGeometry.h"
#include "package/digest/Json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

/// How far before a closure surface its surroundings are looked at.
constexpr double probeMetres = 0.15;
/// Objects larger than this are cut, but buildings: a tile can hold any of them.
constexpr std::uint32_t pieceTriangles = 12000;

bool isFinite(const ProjectedPosition& p)
{
    return std::isfinite(p.eastingMetres) && std::isfinite(p.northingMetres) && std::isfinite(p.heightMetres);
}

/// Windows, furniture and the like are too small for the picture of a city made of blocks.
bool standsAsBlock(CityObjectType type)
{
    switch (type) {
    case CityObjectType::Building:
    case CityObjectType::BuildingPart:
    case CityObjectType::BuildingInstallation:
    case CityObjectType::BuildingConstructiveElement:
    case CityObjectType::BuildingUnit:
    case CityObjectType::Storey:
        return true;
    default:
        return false;
    }
}

/// @returns whether the matrix is a rotation with scaling or mirroring along the shape's axes, as glTF's instances are.
bool hasRightAngles(const std::array<double, 9>& m)
{
    constexpr double tolerance = 1e-4;
    const auto product = [&m](std::size_t a, std::size_t b) {
        return m[a] * m[b] + m[3 + a] * m[3 + b] + m[6 + a] * m[6 + b];
    };
    const auto isRight = [&](std::size_t a, std::size_t b) {
        return std::abs(product(a, b)) <= tolerance * std::sqrt(product(a, a) * product(b, b));
    };
    return isRight(0, 1) && isRight(1, 2) && isRight(0, 2) && product(0, 0) > 0 && product(1, 1) > 0 &&
           product(2, 2) > 0;
}

} // namespace

Result<std::unique_ptr<ObjectDigester>> ObjectDigester::create(ImageTable& images, ShapeLibrary& shapes)
{
    TWIN_TRY(geo::Geocentric geocentric, geo::Geocentric::create());
    return std::unique_ptr<ObjectDigester>(new ObjectDigester(std::move(geocentric), images, shapes));
}

ObjectDigester::ObjectDigester(geo::Geocentric geocentric, ImageTable& images, ShapeLibrary& shapes)
    : m_shapes(shapes), m_patches(images), m_measure(std::move(geocentric)), m_footprints(shapes)
{
}

ObjectDigester::~ObjectDigester() = default;

void ObjectDigester::digest(const CityObject& object, int source, Digest& out)
{
    m_nodes.clear();
    flatten(object);
    m_origin = chooseOrigin();
    ObjectEntry entry;
    entry.line = object.where.line;
    entry.source = source;
    entry.module = moduleOf(object.type);
    entry.idFirst = static_cast<std::uint32_t>(out.idHashes.size());
    entry.idCount = static_cast<std::uint32_t>(m_nodes.size());
    for (Node& node : m_nodes) {
        describe(*node.object, node.row);
        out.idHashes.push_back(stableHash(node.row.id));
        out.totals.objects[static_cast<std::size_t>(node.object->type) % out.totals.objects.size()]++;
        out.totals.surfaces += static_cast<std::int64_t>(node.object->surfaces.size());
    }
    entry.idHash = out.idHashes[entry.idFirst];
    entry.drawableFirst = static_cast<std::uint32_t>(out.drawables.size());
    const std::vector<LevelChoice> choices = levels();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool finest = i + 1 == choices.size(); // comes last: the rows are made of it
        showLevel(choices[i], i > 0 ? &choices[i - 1] : nullptr, source, out);
        dropInnerClosures(out, finest);
        spillGeometry(entry, choices[i].limit, finest, out);
    }
    entry.drawableCount = static_cast<std::uint32_t>(out.drawables.size()) - entry.drawableFirst;
    spillRows(entry, out);
    if (entry.drawableCount == 0)
        out.issues.push_back({source, {QStringLiteral("object.no-geometry"), {}, object.where}});
    out.entries.push_back(entry);
}

void ObjectDigester::flatten(const CityObject& object)
{
    // An explicit stack: readers bound the depth of nesting, but nothing here relies on it.
    struct Open {
        const CityObject* object;
        std::int32_t parent;
    };
    std::vector<Open> open{{&object, -1}};
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

std::vector<LevelChoice> ObjectDigester::levels() const
{
    std::vector<FamilyMember> family;
    family.reserve(m_nodes.size());
    for (const Node& node : m_nodes)
        family.push_back({node.object, node.parent});
    return chooseLevels(family);
}

ProjectedPosition ObjectDigester::chooseOrigin() const
{
    const auto rounded = [](const ProjectedPosition& p) {
        return ProjectedPosition{std::round(p.eastingMetres), std::round(p.northingMetres), std::round(p.heightMetres)};
    };
    for (const Node& node : m_nodes) {
        for (const Surface& surface : node.object->surfaces)
            for (const ProjectedPosition& p : surface.polygon.points)
                if (isFinite(p))
                    return rounded(p);
        for (const ShapeInstance& instance : node.object->instances)
            if (isFinite(instance.position))
                return rounded(instance.position);
        for (const Curve& curve : node.object->curves)
            for (const ProjectedPosition& p : curve.points)
                if (isFinite(p))
                    return rounded(p);
    }
    return {};
}

void ObjectDigester::showLevel(const LevelChoice& level, const LevelChoice* coarser, int source, Digest& out)
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        node.surfaces.clear();
        node.footprint.clear();
        node.geometry = {};
        node.patchSurfaces.clear();
        node.extent = {};
        if (level.lods[i] == LevelChoice::nothing)
            continue;
        const auto lod = static_cast<Lod>(level.lods[i]);
        const bool isNew = coarser == nullptr || coarser->lods[i] != level.lods[i];
        triangulate(node, lod, source, isNew ? &out : nullptr);
        placeShapes(node, lod);
        takeLines(node, lod);
        node.extent = extentOf(node.geometry, m_origin, m_shapes);
        node.footprint = m_footprints.find(node.geometry, facesOf(node), m_origin);
    }
}

void ObjectDigester::triangulate(Node& node, Lod lod, int source, Digest* issues)
{
    m_volume.clear(m_origin);
    node.surfaces.reserve(node.object->surfaces.size());
    for (const Surface& surface : node.object->surfaces) {
        if (surface.lod != lod)
            continue;
        m_volume.add(surface.polygon);
        const TriangulatedPolygon& triangles = m_patches.triangulate(surface, m_origin);
        if (triangles.mends != 0 && issues != nullptr)
            reportMends(surface, triangles, *node.object, source, *issues);
        node.surfaces.push_back(m_measure.measure(surface, triangles, m_origin));
        if (PatchMaker::canDraw(triangles)) {
            node.patchSurfaces.push_back(static_cast<std::uint32_t>(node.surfaces.size() - 1));
            node.geometry.patches.push_back(m_patches.patchOf(surface, node.object->type, m_origin));
        } else if (!triangles.indices.empty() && issues != nullptr) {
            issues->issues.push_back({source, {QStringLiteral("polygon.too-many-points"), {}, node.object->where}});
        }
    }
    if (const auto volume = m_volume.cubicMetres())
        node.row.volume = *volume;
}

void ObjectDigester::reportMends(const Surface& surface, const TriangulatedPolygon& triangles, const CityObject& object,
                                 int source, Digest& out) const
{
    SourceLocation where = object.where;
    if (surface.line > 0)
        where.line = surface.line;
    if (!surface.id.isEmpty())
        where.id = surface.id;
    for (const Mend mend : allMends)
        if (triangles.has(mend))
            out.issues.push_back({source, {mendReason(mend), {}, where}});
}

void ObjectDigester::placeShapes(Node& node, Lod lod)
{
    const CityObject& object = *node.object;
    for (const ShapeInstance& instance : object.instances) {
        if (instance.lod != lod || !instance.shape || !isFinite(instance.position))
            continue;
        PlacedShape place;
        // Shapes of different kinds of objects look different where they have no colours of their own.
        const QString id = instance.shape->id + QLatin1Char('|') + typeName(object.type);
        place.shape = m_shapes.ordinalOf(id, [&] { return patchesOf(*instance.shape, object.type); });
        const LocalPosition offset = SceneFrame(m_origin).toLocal(instance.position);
        place.position = {static_cast<float>(offset.x), static_cast<float>(offset.y), static_cast<float>(offset.z)};
        std::transform(instance.matrix.begin(), instance.matrix.end(), place.matrix.begin(),
                       [](double v) { return static_cast<float>(v); });
        const LibraryShape& shape = m_shapes.shape(place.shape);
        if (shape.patches.empty() ||
            !std::all_of(place.matrix.begin(), place.matrix.end(), [](float v) { return std::isfinite(v); }))
            continue;
        if (hasRightAngles(instance.matrix))
            node.geometry.shapes.push_back(place);
        else
            for (const Patch& patch : shape.patches)
                node.geometry.patches.push_back(moved(patch, place));
    }
}

std::vector<Patch> ObjectDigester::patchesOf(const ShapeTemplate& shape, CityObjectType owner)
{
    std::vector<Patch> patches;
    for (const Surface& surface : shape.surfaces)
        if (PatchMaker::canDraw(m_patches.triangulate(surface, {})))
            patches.push_back(m_patches.patchOf(surface, owner, {}));
    return patches;
}

void ObjectDigester::takeLines(Node& node, Lod lod) const
{
    // The line where a building meets the terrain says nothing that the building itself does not show.
    if (!node.geometry.isEmpty())
        return;
    for (const Curve& curve : node.object->curves) {
        if (curve.lod != lod)
            continue;
        LineString line;
        for (const ProjectedPosition& p : curve.points) {
            const LocalPosition at = SceneFrame(m_origin).toLocal(p);
            if (isFinite(p))
                line.points.push_back({static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(at.z)});
        }
        if (!line.points.empty())
            node.geometry.lines.push_back(std::move(line));
    }
}

void ObjectDigester::dropInnerClosures(Digest& out, bool counted)
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
    std::size_t dropped = 0;
    for (Node& node : m_nodes)
        dropped += std::erase_if(node.geometry.patches, [&](const Patch& patch) {
            return patch.drawAs == SurfaceType::Closure && isInside(node, patch);
        });
    if (counted)
        out.totals.innerClosures += static_cast<std::int64_t>(dropped);
}

/// The polygon of each patch.
std::vector<const Polygon*> ObjectDigester::facesOf(const Node& node)
{
    std::vector<const Polygon*> faces;
    faces.reserve(node.patchSurfaces.size());
    for (const std::uint32_t surface : node.patchSurfaces)
        faces.push_back(&node.surfaces[surface].surface->polygon);
    return faces;
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

void ObjectDigester::spillGeometry(ObjectEntry& entry, Lod lod, bool finest, Digest& out)
{
    const auto blockFirst = static_cast<std::uint32_t>(out.blocks.size());
    GeometryRecord record;
    record.origin = m_origin;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        if (node.geometry.isEmpty())
            continue;
        if (entry.module == CityModule::Building && standsAsBlock(node.object->type) &&
            !node.geometry.patches.empty()) {
            Block block = makeBlock(node.geometry, node.footprint, node.extent, m_origin, out.outlines);
            block.feature = static_cast<std::uint32_t>(record.features.size());
            out.blocks.push_back(block);
        }
        if (finest)
            entry.extent.include(node.extent);
        const ObjectRow& row = node.row;
        const Node* speaks = &node; // a part serves what the whole does unless it says otherwise
        while (speaks->row.function.empty() && speaks->parent >= 0)
            speaks = &m_nodes[static_cast<std::size_t>(speaks->parent)];
        node.geometry.properties = {row.id,
                                    speaks->row.function,
                                    row.roofType,
                                    static_cast<float>(row.measuredHeight),
                                    static_cast<std::uint32_t>(i),
                                    node.object->type};
        record.features.push_back(std::move(node.geometry));
    }
    if (record.features.empty())
        return;
    const std::uint32_t most =
        entry.module == CityModule::Building ? std::numeric_limits<std::uint32_t>::max() : pieceTriangles;
    for (const GeometryRecord& piece : cutIntoPieces(std::move(record), m_shapes, most)) {
        Drawable drawable;
        drawable.lod = lod;
        drawable.finest = finest;
        for (const FeatureGeometry& feature : piece.features) {
            drawable.triangles += triangleCount(feature, m_shapes);
            drawable.extent.include(extentOf(feature, m_origin, m_shapes));
        }
        drawable.blockFirst = blockFirst;
        drawable.blockCount = static_cast<std::uint32_t>(out.blocks.size()) - blockFirst;
        drawable.geometry.offset = static_cast<std::int64_t>(out.geometry.bytes().size());
        write(out.geometry, piece);
        drawable.geometry.size = static_cast<std::int64_t>(out.geometry.bytes().size()) - drawable.geometry.offset;
        if (finest)
            out.totals.triangles += drawable.triangles;
        out.drawables.push_back(drawable);
    }
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
            node.footprint.empty() ? m_footprints.join(childFootprints(i)) : node.footprint;
        if (!footprint.empty()) {
            row.footprintArea = areaOf(footprint);
            row.footprint = gpkgMultiPolygon(footprint, m_origin.eastingMetres, m_origin.northingMetres);
        }
    }
    entry.rows.offset = static_cast<std::int64_t>(out.rows.bytes().size());
    write(out.rows, rows);
    entry.rows.size = static_cast<std::int64_t>(out.rows.bytes().size()) - entry.rows.offset;
}

} // namespace twin::package
