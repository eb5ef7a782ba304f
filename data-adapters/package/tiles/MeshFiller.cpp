// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/MeshFiller.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

Point3 shifted(const Point3& p, const LocalPosition& shift)
{
    return {static_cast<float>(static_cast<double>(p.x) + shift.x),
            static_cast<float>(static_cast<double>(p.y) + shift.y),
            static_cast<float>(static_cast<double>(p.z) + shift.z)};
}

double areaOf(const Patch& patch)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < patch.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) {
            const Point3& p = patch.points[patch.indices[i + k]];
            return LocalPosition{p.x, p.y, p.z};
        };
        area += length(cross(corner(1) - corner(0), corner(2) - corner(0))) / 2;
    }
    return area;
}

/// Shepperd's method: the largest component first, so that nothing is divided by almost nothing.
std::array<float, 4> quaternionOf(const std::array<LocalPosition, 3>& c)
{
    const double trace = c[0].x + c[1].y + c[2].z;
    std::array<double, 4> q{};
    if (trace > 0) {
        q = {c[1].z - c[2].y, c[2].x - c[0].z, c[0].y - c[1].x, 1 + trace};
    } else if (c[0].x >= c[1].y && c[0].x >= c[2].z) {
        q = {1 + c[0].x - c[1].y - c[2].z, c[0].y + c[1].x, c[2].x + c[0].z, c[1].z - c[2].y};
    } else if (c[1].y >= c[2].z) {
        q = {c[0].y + c[1].x, 1 + c[1].y - c[0].x - c[2].z, c[1].z + c[2].y, c[2].x - c[0].z};
    } else {
        q = {c[2].x + c[0].z, c[1].z + c[2].y, 1 + c[2].z - c[0].x - c[1].y, c[0].y - c[1].x};
    }
    const double size = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    return {static_cast<float>(q[0] / size), static_cast<float>(q[1] / size), static_cast<float>(q[2] / size),
            static_cast<float>(q[3] / size)};
}

} // namespace

LocalPosition MeshFiller::shiftOf(const ProjectedPosition& origin) const
{
    return {origin.eastingMetres - m_centre.eastingMetres, origin.northingMetres - m_centre.northingMetres,
            origin.heightMetres - m_centre.heightMetres};
}

void MeshFiller::append(const FeatureGeometry& feature, std::uint32_t id, const ProjectedPosition& origin)
{
    const LocalPosition shift = shiftOf(origin);
    for (const Patch& patch : feature.patches)
        append(patch, feature.properties.type, id, shift);
    for (const LineString& line : feature.lines)
        append(line, feature.properties.type, id, shift);
}

void MeshFiller::append(const PlacedShape& place, CityObjectType type, std::uint32_t id,
                        const ProjectedPosition& origin)
{
    for (const Patch& patch : m_shapes.shape(place.shape).patches)
        append(moved(patch, place), type, id, shiftOf(origin));
}

void MeshFiller::append(const LibraryShape& shape, CityObjectType type)
{
    for (const Patch& patch : shape.patches)
        append(patch, type, 0, {});
}

void MeshFiller::append(const Patch& patch, CityObjectType type, std::uint32_t id, const LocalPosition& shift)
{
    const TileMaterial material = materialOf(patch.drawAs, type);
    if (m_atlas != nullptr && patch.image >= 0) {
        m_textured.push_back({patch, material, id, shift, m_atlas->add(patch.image, patch.textureCoordinates)});
        return;
    }
    if (patch.colour == 0) {
        append(patch, m_mesh.of(material), id, shift);
        return;
    }
    TilePrimitive& own = m_mesh.part(PrimitiveKind::Triangles, TileMaterial::Own, -1, patch.colour >> 24 < 255);
    append(patch, own, id, shift);
    own.colours.resize(own.positions.size(), patch.colour);
}

void MeshFiller::append(const Patch& patch, TilePrimitive& primitive, std::uint32_t id, const LocalPosition& shift)
{
    const auto first = static_cast<std::uint32_t>(primitive.positions.size());
    for (const Point3& p : patch.points) {
        primitive.positions.push_back(shifted(p, shift));
        primitive.normals.push_back(patch.normal);
        primitive.features.push_back(id);
    }
    for (const std::uint16_t index : patch.indices)
        primitive.indices.push_back(first + index);
}

double MeshFiller::finishTextures()
{
    if (m_textured.empty())
        return 0;
    m_atlas->build();
    m_mesh.images = m_atlas->encoded();
    double area = 0;
    for (const Textured& surface : m_textured) {
        const TextureAtlas::Place place = m_atlas->placeOf(surface.use);
        if (place.page < 0) {
            append(surface.patch, m_mesh.of(surface.material), surface.id, surface.shift);
            continue;
        }
        TilePrimitive& primitive = m_mesh.part(PrimitiveKind::Triangles, surface.material, place.page, place.blended);
        append(surface.patch, primitive, surface.id, surface.shift);
        for (const TextureCoordinate& t : surface.patch.textureCoordinates)
            primitive.textureCoordinates.push_back(place(t));
        area += areaOf(surface.patch);
    }
    m_textured.clear();
    return m_atlas->isEmpty() ? 0 : std::sqrt(area / m_atlas->pixels());
}

void MeshFiller::append(const LineString& line, CityObjectType type, std::uint32_t id, const LocalPosition& shift)
{
    const PrimitiveKind kind = line.points.size() > 1 ? PrimitiveKind::Lines : PrimitiveKind::Points;
    TilePrimitive& primitive = m_mesh.part(kind, materialOf(SurfaceType::None, type), -1, false);
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(primitive.positions.size());
        if (i > 0) {
            primitive.indices.push_back(at - 1);
            primitive.indices.push_back(at);
        }
        primitive.positions.push_back(shifted(line.points[i], shift));
        primitive.features.push_back(id);
    }
}

MeshInstance MeshFiller::instanceOf(const PlacedShape& place, std::uint32_t id, const ProjectedPosition& origin) const
{
    const auto& m = place.matrix;
    std::array<LocalPosition, 3> columns{LocalPosition{m[0], m[3], m[6]}, LocalPosition{m[1], m[4], m[7]},
                                         LocalPosition{m[2], m[5], m[8]}};
    std::array<double, 3> scale{};
    for (std::size_t i = 0; i < 3; ++i) {
        scale[i] = std::max(length(columns[i]), 1e-9);
        columns[i] = columns[i] * (1 / scale[i]);
    }
    const LocalPosition third = cross(columns[0], columns[1]);
    if (third.x * columns[2].x + third.y * columns[2].y + third.z * columns[2].z < 0) { // a mirror
        scale[0] = -scale[0];
        columns[0] = columns[0] * -1;
    }
    return {shifted(place.position, shiftOf(origin)),
            quaternionOf(columns),
            {static_cast<float>(scale[0]), static_cast<float>(scale[1]), static_cast<float>(scale[2])},
            id};
}

} // namespace twin::package
