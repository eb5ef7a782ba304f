// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/appearance/SurfaceLooks.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace twin::citygml {
namespace {

constexpr std::size_t sharedLimit = 65536;

/// @returns the gml:id of a ring: of the gml:LinearRing in gml:exterior or gml:interior.
std::string_view ringId(const PolygonReader::Ring& ring)
{
    for (const pugi::xml_node& child : ring.boundary.children())
        if (const char* id = attributeValue(child, "id"))
            return id;
    return {};
}

/// @returns empty when a ring has none, or not as many as points.
std::vector<TextureCoordinate> fromRings(const TextureMapping& mapping, const PolygonReader& reader,
                                         const Polygon& polygon, bool flipped)
{
    std::vector<TextureCoordinate> all;
    all.reserve(polygon.points.size());
    for (std::size_t i = 0; i < polygon.ringStarts.size() && i < reader.rings().size(); ++i) {
        const std::size_t end = i + 1 < polygon.ringStarts.size() ? polygon.ringStarts[i + 1] : polygon.points.size();
        const std::size_t count = end - polygon.ringStarts[i];
        const std::vector<TextureCoordinate>* ring = mapping.ring(ringId(reader.rings()[i]));
        if (ring == nullptr || (ring->size() != count && ring->size() != reader.rings()[i].statedPoints))
            return {};
        const auto first = std::ptrdiff_t(all.size());
        all.insert(all.end(), ring->begin(), ring->begin() + std::ptrdiff_t(count));
        if (flipped)
            std::reverse(all.begin() + first, all.end());
    }
    return all;
}

std::vector<TextureCoordinate> fromWorld(const std::array<double, 12>& m, const Polygon& polygon)
{
    std::vector<TextureCoordinate> all;
    all.reserve(polygon.points.size());
    for (const ProjectedPosition& p : polygon.points) {
        const auto row = [&](std::size_t i) {
            return m[i] * p.eastingMetres + m[i + 1] * p.northingMetres + m[i + 2] * p.heightMetres + m[i + 3];
        };
        const double q = row(8);
        if (q == 0)
            return {};
        all.push_back({float(row(0) / q), float(row(4) / q)});
    }
    return all;
}

} // namespace

SurfaceLooks::SurfaceLooks(const QString& path, std::shared_ptr<const AppearanceTable> model)
    : m_path(path), m_images(path), m_model(std::move(model))
{
}

void SurfaceLooks::clear()
{
    if (!m_own.isEmpty())
        m_own = {};
}

void SurfaceLooks::add(const pugi::xml_node& appearance, qint64 line, std::vector<Issue>& issues)
{
    m_own.read(appearance, m_images, line, issues, m_path);
}

/// What is said of the polygon itself goes before what is said of the geometries and the surface around it, if they are
/// of one theme.
SurfaceLooks::Choice SurfaceLooks::choose(const PolygonSite& site, std::string_view exterior) const
{
    Choice choice;
    choice.theme = std::numeric_limits<int>::max();
    for (pugi::xml_node node = site.node; node; node = node.parent()) {
        const char* id = attributeValue(node, "id");
        if (id == nullptr)
            continue;
        for (const AppearanceTable* table : {&m_own, m_model.get()}) {
            const std::vector<AppearanceTable::Use>* uses = table == nullptr ? nullptr : table->find(id);
            for (std::size_t i = 0; uses != nullptr && i < uses->size(); ++i) {
                const AppearanceTable::Use& use = (*uses)[i];
                if (use.theme > choice.theme ||
                    (use.mapping && !use.mapping->worldToTexture && use.mapping->ring(exterior) == nullptr))
                    continue;
                if (use.theme < choice.theme)
                    choice = {nullptr, nullptr, use.theme};
                const AppearanceTable::Use*& place = use.mapping ? choice.texture : choice.material;
                if (place == nullptr)
                    place = &use;
            }
        }
    }
    return choice;
}

void SurfaceLooks::apply(const PolygonSite& site, const PolygonReader& reader, Surface& surface)
{
    if ((m_own.isEmpty() && (!m_model || m_model->isEmpty())) || reader.rings().empty())
        return;
    const Choice choice = choose(site, ringId(reader.rings().front()));
    if (choice.texture != nullptr) {
        const TextureMapping& mapping = *choice.texture->mapping;
        surface.textureCoordinates = mapping.worldToTexture
                                         ? fromWorld(*mapping.worldToTexture, surface.polygon)
                                         : fromRings(mapping, reader, surface.polygon, site.place.flipped);
    }
    surface.appearance = lookOf(choice, !surface.textureCoordinates.empty());
}

std::shared_ptr<const SurfaceAppearance> SurfaceLooks::lookOf(const Choice& choice, bool textured)
{
    SurfaceAppearance look = choice.material != nullptr ? *choice.material->look : SurfaceAppearance();
    if (textured)
        look.image = choice.texture->look->image;
    if (!look.hasMaterial && look.image.isEmpty())
        return nullptr;
    QString key = look.image;
    for (const float value : {look.diffuse[0], look.diffuse[1], look.diffuse[2], look.transparency})
        key += QLatin1Char('|') + QString::number(look.hasMaterial ? value : -1);
    if (m_shared.size() >= sharedLimit)
        m_shared.clear();
    std::shared_ptr<const SurfaceAppearance>& shared = m_shared[key];
    if (!shared)
        shared = std::make_shared<const SurfaceAppearance>(std::move(look));
    return shared;
}

} // namespace twin::citygml
