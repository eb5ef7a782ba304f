// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/GeometryReader.h"
#include "cityjson/Names.h"
#include "model/Texts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace twin::cityjson {
namespace {

struct GeometryType {
    std::string_view name;
    int levels; ///< of arrays around the surfaces
};
constexpr std::array surfaceGeometries{GeometryType{"MultiSurface", 0}, GeometryType{"CompositeSurface", 0},
                                       GeometryType{"Solid", 1}, GeometryType{"MultiSolid", 2},
                                       GeometryType{"CompositeSolid", 2}};
constexpr double probe = 10; ///< metres; over which the turn of a CRS against the region's is measured

} // namespace

std::optional<Lod> readLod(const std::optional<Json>& value)
{
    std::optional<double> number = asNumber(value);
    if (const auto text = asText(value)) {
        double stated = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), stated);
        if (error == std::errc() && end == text->data() + text->size())
            number = stated;
    }
    return number && *number >= 0 && *number < 5 ? std::optional(Lod(std::lround(*number * 10))) : std::nullopt;
}

void GeometryReader::read(const Json& geometry, const Surroundings& around, CityObject& object, Faults& faults)
{
    const std::string_view type = asText(member(geometry, "type")).value_or("");
    m_shared.around = &around;
    m_shared.object = &object;
    m_shared.faults = &faults;
    m_last = {};
    if (type == "GeometryInstance") {
        readInstance(geometry);
        return;
    }
    const std::optional<Lod> lod = readLod(member(geometry, "lod"));
    if (!lod)
        faults.add("geometry.lod-unknown", toQString(type));
    m_shared.lod = lod.value_or(Lod(20));
    const auto boundaries = member(geometry, "boundaries");
    const auto array = asArray(boundaries);
    if (!array) {
        faults.add("geometry.malformed", toQString(type));
        return;
    }
    for (const GeometryType& known : surfaceGeometries)
        if (known.name == type) {
            const bool footprint = m_shared.lod < 10 && moduleOf(object.type) == CityModule::Building;
            m_shared.otherwise = footprint ? SurfaceType::Ground : SurfaceType::None;
            const auto semantics = member(geometry, "semantics");
            readSemantics(semantics);
            const auto material = around.appearance.materialTheme(geometry);
            const auto texture = around.appearance.textureTheme(geometry);
            const auto whole = material ? member(*material, "value") : std::nullopt;
            m_shared.material = whole ? asIndex(*whole) : std::nullopt;
            m_shared.solid = ShellNumber::none;
            m_shared.composite = type == "CompositeSolid" ? nextComposite() : 0;
            readLevel(*boundaries, known.levels, semantics ? member(*semantics, "values") : std::nullopt,
                      material ? member(*material, "values") : std::nullopt,
                      texture ? member(*texture, "values") : std::nullopt);
            return;
        }
    if (type == "MultiPoint") {
        for (const Json vertex : *array)
            readPoint(vertex);
    } else if (type == "MultiLineString") {
        for (const Json line : *array)
            readCurve(line);
    } else {
        faults.add("geometry.malformed", toQString(type).left(100));
    }
}

void GeometryReader::readSemantics(const std::optional<Json>& semantics)
{
    m_shared.semantics.clear();
    if (!semantics)
        return;
    if (const auto surfaces = asArray(member(*semantics, "surfaces")))
        for (const Json surface : *surfaces)
            m_shared.semantics.push_back(surfaceType(asText(member(surface, "type")).value_or("")));
}

void GeometryReader::readLevel(const Json& boundaries, int levels, const std::optional<Json>& semantics,
                               const std::optional<Json>& materials, const std::optional<Json>& textures)
{
    const auto array = asArray(boundaries);
    if (!array) {
        m_shared.faults->add("geometry.malformed");
        return;
    }
    if (levels == 1)
        m_shared.solid = ShellNumber{nextSolid(), 0, m_shared.composite}.packed();
    std::int32_t cavity = 0;
    Companion semantic(semantics);
    Companion material(materials);
    Companion texture(textures);
    for (const Json part : *array) {
        const auto s = semantic.next();
        const auto m = material.next();
        const auto t = texture.next();
        if (levels == 0)
            readSurface(part, s, m, t);
        else
            readLevel(part, levels - 1, s, m, t);
        if (levels == 1)
            m_shared.solid = ShellNumber::withCavity(m_shared.solid, ++cavity); // what follows the first shell
    }
}

/// @returns a number that no solid of the object has yet.
std::int32_t GeometryReader::nextSolid() const
{
    const std::vector<Surface>& surfaces = m_shared.object->surfaces;
    const auto last = std::find_if(surfaces.rbegin(), surfaces.rend(), [](const Surface& s) { return s.solid >= 0; });
    return last == surfaces.rend() ? 0 : ShellNumber::of(last->solid).solid + 1;
}

std::int32_t GeometryReader::nextComposite() const
{
    std::int32_t last = 0;
    for (const Surface& surface : m_shared.object->surfaces)
        if (surface.solid >= 0)
            last = std::max(last, ShellNumber::of(surface.solid).composite);
    return last + 1;
}

void GeometryReader::readSurface(const Json& rings, const std::optional<Json>& semantic,
                                 const std::optional<Json>& material, const std::optional<Json>& texture)
{
    const auto array = asArray(rings);
    if (!array || array->begin() == array->end()) {
        m_shared.faults->add("polygon.empty");
        return;
    }
    Surface surface;
    Texturing texturing;
    Companion ringTextures(texture);
    for (const Json ring : *array)
        if (!readRing(ring, ringTextures.next(), surface.polygon, texturing) && surface.polygon.ringStarts.empty())
            return; // a hole that is none is left out, a polygon without exterior ring is none
    surface.lod = m_shared.lod;
    surface.type = m_shared.otherwise;
    surface.solid = m_shared.solid;
    surface.line = m_shared.faults->where().line;
    if (const auto index = semantic ? asIndex(*semantic) : std::nullopt; index && *index < m_shared.semantics.size())
        surface.type = m_shared.semantics[*index];
    if (texturing.broken)
        m_shared.faults->add("appearance.texture-coordinates");
    else if (texturing.coordinates.size() == surface.polygon.points.size())
        surface.textureCoordinates = std::move(texturing.coordinates);
    if (!texturing.texture || !m_shared.around->appearance.hasImage(*texturing.texture))
        surface.textureCoordinates.clear();
    if (surface.textureCoordinates.empty())
        texturing.texture.reset();
    surface.appearance = look(material ? asIndex(*material) : m_shared.material, texturing.texture);
    m_shared.object->surfaces.push_back(std::move(surface));
}

/// @returns false when it is no ring: the polygon's points are as before then.
bool GeometryReader::readRing(const Json& ring, const std::optional<Json>& texture, Polygon& polygon,
                              Texturing& texturing)
{
    const std::size_t first = polygon.points.size();
    const auto array = asArray(ring);
    bool good = array.has_value();
    if (good)
        for (const Json index : *array) {
            const ProjectedPosition* at = point(index);
            if (at == nullptr) {
                polygon.points.resize(first);
                return false;
            }
            polygon.points.push_back(*at);
        }
    const std::size_t stated = polygon.points.size() - first;
    if (stated > 1 && polygon.points.back() == polygon.points[first])
        polygon.points.pop_back(); // closed as in GML
    const std::size_t count = polygon.points.size() - first;
    if (count < 3) {
        m_shared.faults->add("ring.too-few-points", QStringLiteral("%1 points").arg(count));
        polygon.points.resize(first);
        return false;
    }
    readRingTexture(texture, stated, polygon.ringStarts.empty(), texturing);
    if (stated > count && !texturing.coordinates.empty())
        texturing.coordinates.pop_back();
    polygon.ringStarts.push_back(std::uint32_t(first));
    return true;
}

/// A ring's texture is [texture, coordinate of the first point, …], or [null].
void GeometryReader::readRingTexture(const std::optional<Json>& texture, std::size_t points, bool exterior,
                                     Texturing& texturing)
{
    const auto numbers = asArray(texture);
    if (!numbers || numbers->begin() == numbers->end())
        return;
    const std::vector<TextureCoordinate>& known = m_shared.around->appearance.coordinates();
    std::optional<std::uint32_t> image;
    std::size_t count = 0;
    bool first = true;
    for (const Json number : *numbers) {
        const auto index = asIndex(number);
        if (std::exchange(first, false)) {
            if (!index && number.is_null())
                return;
            image = index;
            continue;
        }
        if (!index || *index >= known.size()) {
            texturing.broken = true;
            return;
        }
        texturing.coordinates.push_back(known[*index]);
        ++count;
    }
    texturing.broken |= count != points || !image || (!exterior && texturing.texture != image);
    texturing.texture = image;
}

void GeometryReader::readCurve(const Json& vertices)
{
    Curve curve{m_shared.lod, {}};
    if (const auto array = asArray(vertices))
        for (const Json vertex : *array)
            if (const ProjectedPosition* at = point(vertex))
                curve.points.push_back(*at);
    if (curve.points.size() < 2)
        m_shared.faults->add("geometry.malformed", QStringLiteral("line of %1 points").arg(curve.points.size()));
    else
        m_shared.object->curves.push_back(std::move(curve));
}

void GeometryReader::readPoint(const Json& vertex)
{
    if (const ProjectedPosition* at = point(vertex))
        m_shared.object->curves.push_back({m_shared.lod, {*at}});
}

/// The matrix turns template coordinates into the source's frame around the anchor; the region's frame is turned and
/// scaled against that one by what two probes beside the anchor show.
void GeometryReader::readInstance(const Json& geometry)
{
    const Surroundings& around = *m_shared.around;
    const auto number = member(geometry, "template");
    const auto index = number ? asIndex(*number) : std::nullopt;
    Companion boundaries(member(geometry, "boundaries"));
    const auto anchor = boundaries.next();
    if (!index || *index >= around.facts.templates.size() || around.facts.templates[*index].shape == nullptr ||
        !anchor) {
        m_shared.faults->add("geometry.template-missing");
        return;
    }
    if (point(*anchor) == nullptr)
        return;
    std::array<double, 16> m{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    Companion numbers(member(geometry, "transformationMatrix"));
    for (double& element : m)
        if (const auto value = asNumber(numbers.next()))
            element = *value;
    ProjectedPosition at = around.vertices.stated.empty() ? *point(*anchor) : around.vertices.stated[*asIndex(*anchor)];
    at = {at.eastingMetres + m[3], at.northingMetres + m[7], at.heightMetres + m[11]};
    ShapeInstance instance{around.facts.templates[*index].shape,
                           around.facts.templates[*index].lod,
                           at,
                           {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]}};
    if (!around.vertices.stated.empty()) {
        std::array probes{at, at, at};
        probes[1].eastingMetres += probe;
        probes[2].northingMetres += probe;
        if (!m_crs.toRegion(probes)) {
            m_shared.faults->add("crs.transform-failed");
            return;
        }
        instance.position = probes[0];
        const auto turn = [&](std::size_t axis) {
            return std::array{(probes[axis].eastingMetres - probes[0].eastingMetres) / probe,
                              (probes[axis].northingMetres - probes[0].northingMetres) / probe};
        };
        const auto east = turn(1);
        const auto north = turn(2);
        for (std::size_t column = 0; column < 3; ++column) {
            const double x = instance.matrix[column];
            const double y = instance.matrix[3 + column];
            instance.matrix[column] = east[0] * x + north[0] * y;
            instance.matrix[3 + column] = east[1] * x + north[1] * y;
        }
    }
    for (const double value : instance.matrix)
        if (!(std::abs(value) < 1e6)) {
            m_shared.faults->add("number.invalid", QStringLiteral("transformationMatrix"));
            return;
        }
    m_shared.object->instances.push_back(std::move(instance));
}

const ProjectedPosition* GeometryReader::point(const Json& index)
{
    const std::vector<ProjectedPosition>& points = m_shared.around->vertices.points;
    const auto number = asIndex(index);
    if (!number || *number >= points.size()) {
        m_shared.faults->add("geometry.vertex-missing");
        return nullptr;
    }
    if (std::isnan(points[*number].eastingMetres)) {
        m_shared.faults->add("polygon.coordinates");
        return nullptr;
    }
    return &points[*number];
}

const std::shared_ptr<const SurfaceAppearance>& GeometryReader::look(std::optional<std::uint32_t> material,
                                                                     std::optional<std::uint32_t> texture)
{
    if (!m_last.known || m_last.material != material || m_last.texture != texture)
        m_last = {true, material, texture, m_shared.around->appearance.look(material, texture)};
    return m_last.look;
}

} // namespace twin::cityjson
