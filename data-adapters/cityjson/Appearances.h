// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/Json.h"
#include "geo/ModelImages.h"
#include "model/CityObject.h"

#include <map>
#include <mutex>
#include <string>
#include <tuple>

namespace twin::cityjson {

/// The looks of one file, each made once however many features repeat it. Any thread.
class AppearancePool {
public:
    explicit AppearancePool(const QString& modelPath) : m_images(modelPath) {}

    [[nodiscard]] std::shared_ptr<const SurfaceAppearance> share(SurfaceAppearance&& appearance);
    /// @returns the path of an image; empty when it must not or cannot be used.
    [[nodiscard]] QString image(std::string_view reference);
    /// @returns what was wrong with images, once for each; used up.
    [[nodiscard]] std::vector<geo::ModelImages::Fault> takeFaults();

private:
    using Key = std::tuple<std::array<float, 3>, float, bool, QString>;

    std::mutex m_mutex;
    std::map<Key, std::shared_ptr<const SurfaceAppearance>> m_looks;
    geo::ModelImages m_images;
};

/// The "appearance" of a document or feature (CityJSON 2.0 §5). Immutable once made, but for the pool.
class AppearanceTable {
public:
    AppearanceTable(const std::optional<Json>& appearance, AppearancePool& pool);

    /// @returns the look of a material and a texture by their numbers; null where neither is there.
    [[nodiscard]] std::shared_ptr<const SurfaceAppearance> look(std::optional<std::uint32_t> material,
                                                                std::optional<std::uint32_t> texture) const;
    [[nodiscard]] bool hasImage(std::uint32_t texture) const
    {
        return texture < m_images.size() && !m_images[texture].isEmpty();
    }
    [[nodiscard]] const std::vector<TextureCoordinate>& coordinates() const { return m_coordinates; }
    /// @returns the theme of a geometry's "material" or "texture" that is shown: the default one, else the first.
    [[nodiscard]] std::optional<Json> materialTheme(const Json& geometry) const;
    [[nodiscard]] std::optional<Json> textureTheme(const Json& geometry) const;

private:
    AppearancePool& m_pool;
    std::vector<SurfaceAppearance> m_materials;
    std::vector<QString> m_images; ///< paths of the textures; empty: not to be had
    std::vector<TextureCoordinate> m_coordinates;
    std::string m_materialTheme;
    std::string m_textureTheme;
};

} // namespace twin::cityjson
