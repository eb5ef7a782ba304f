// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/appearance/TextureImages.h"
#include "citygml/xml/Names.h"
#include "model/CityObject.h"

#include "model/Error.h"

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

namespace twin::citygml {

/// How points in the world become points on an image.
struct TextureMapping {
    /// Row-major 3×4, applied to (x, y, z, 1) in the CRS of the source: s, t and their divisor (CityGML 2.0 §9.4).
    std::optional<std::array<double, 12>> worldToTexture;
    /// Where there is no matrix: coordinates of each point of a ring, by the gml:id of the ring; sorted by it.
    std::vector<std::pair<std::string, std::vector<TextureCoordinate>>> rings;

    /// @returns null for a ring without coordinates.
    [[nodiscard]] const std::vector<TextureCoordinate>* ring(std::string_view id) const;
};

/// What the appearances of a city model, or of one object of it, say of surfaces (CityGML 1.0/2.0 §9, 3.0 Appearance):
/// X3D materials, parameterised and georeferenced textures by the gml:ids they aim at. Filled once, then read by any
/// thread.
class AppearanceTable {
public:
    /// One statement about a surface. Statements of a lower theme go before those of a higher one.
    struct Use {
        int theme = 0;
        std::shared_ptr<const SurfaceAppearance> look;
        std::shared_ptr<const TextureMapping> mapping; ///< null: a material
    };

    /// @brief Takes in an Appearance element. Of several themes that which shows photographs goes first: "rgbTexture",
    ///        "visual" and the like, then one without name, then the order in the file.
    /// @param line  of the element in the file, for issues
    void read(const pugi::xml_node& appearance, TextureImages& images, qint64 line, std::vector<Issue>& issues,
              const QString& path);
    /// To be called when all was read.
    void finish();
    [[nodiscard]] bool isEmpty() const { return m_uses.empty(); }
    /// @returns what is said of the geometry with this id; null for nothing.
    [[nodiscard]] const std::vector<Use>* find(std::string_view id) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class Value> using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    struct Target {
        std::string id;
        Use use;
    };
    class Reading;

    Map<std::vector<Use>> m_uses;
    Map<std::vector<Target>> m_data;                       ///< of surface data with a gml:id: other themes link to it
    Map<std::shared_ptr<const TextureMapping>> m_mappings; ///< of texture coordinates with a gml:id
    std::vector<std::string> m_themes;
    std::size_t m_coordinates = 0;
};

} // namespace twin::citygml
