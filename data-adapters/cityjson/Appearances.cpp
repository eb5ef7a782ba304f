// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Appearances.h"
#include "model/Texts.h"

#include <algorithm>

namespace twin::cityjson {
namespace {

float unit(const std::optional<Json>& value, float otherwise)
{
    const std::optional<double> number = asNumber(value);
    return number ? float(std::clamp(*number, 0.0, 1.0)) : otherwise;
}

SurfaceAppearance readMaterial(const Json& material)
{
    SurfaceAppearance look;
    look.hasMaterial = true;
    look.transparency = unit(member(material, "transparency"), 0);
    Companion colour(member(material, "diffuseColor"));
    for (float& channel : look.diffuse)
        channel = unit(colour.next(), channel);
    return look;
}

std::optional<Json> themeOf(const Json& geometry, std::string_view property, const std::string& preferred)
{
    const auto themes = member(geometry, property);
    if (const auto wanted = themes ? member(*themes, preferred) : std::nullopt)
        return wanted;
    const auto all = asObject(themes);
    return all && all->begin() != all->end() ? std::optional(all->begin().value()) : std::nullopt;
}

} // namespace

std::shared_ptr<const SurfaceAppearance> AppearancePool::share(SurfaceAppearance&& appearance)
{
    const std::lock_guard lock(m_mutex);
    auto& look = m_looks[Key{appearance.diffuse, appearance.transparency, appearance.hasMaterial, appearance.image}];
    if (look == nullptr)
        look = std::make_shared<const SurfaceAppearance>(std::move(appearance));
    return look;
}

QString AppearancePool::image(std::string_view reference)
{
    const std::lock_guard lock(m_mutex);
    return m_images.find(toQString(reference));
}

std::vector<geo::ModelImages::Fault> AppearancePool::takeFaults()
{
    const std::lock_guard lock(m_mutex);
    return m_images.takeFaults();
}

AppearanceTable::AppearanceTable(const std::optional<Json>& appearance, AppearancePool& pool) : m_pool(pool)
{
    if (!appearance)
        return;
    if (const auto materials = asArray(member(*appearance, "materials")))
        for (const Json material : *materials)
            m_materials.push_back(readMaterial(material));
    if (const auto textures = asArray(member(*appearance, "textures")))
        for (const Json texture : *textures) {
            const auto image = asText(member(texture, "image"));
            m_images.push_back(image ? pool.image(*image) : QString());
        }
    if (const auto coordinates = asArray(member(*appearance, "vertices-texture")))
        for (const Json pair : *coordinates) {
            Companion numbers(pair);
            const auto u = asNumber(numbers.next());
            const auto v = asNumber(numbers.next());
            m_coordinates.push_back({float(u.value_or(0)), float(v.value_or(0))});
        }
    m_materialTheme = asText(member(*appearance, "default-theme-material")).value_or("");
    m_textureTheme = asText(member(*appearance, "default-theme-texture")).value_or("");
}

std::shared_ptr<const SurfaceAppearance> AppearanceTable::look(std::optional<std::uint32_t> material,
                                                               std::optional<std::uint32_t> texture) const
{
    SurfaceAppearance look;
    if (material && *material < m_materials.size())
        look = m_materials[*material];
    if (texture && hasImage(*texture))
        look.image = m_images[*texture];
    return look.hasMaterial || !look.image.isEmpty() ? m_pool.share(std::move(look)) : nullptr;
}

std::optional<Json> AppearanceTable::materialTheme(const Json& geometry) const
{
    return themeOf(geometry, "material", m_materialTheme);
}

std::optional<Json> AppearanceTable::textureTheme(const Json& geometry) const
{
    return themeOf(geometry, "texture", m_textureTheme);
}

} // namespace twin::cityjson
