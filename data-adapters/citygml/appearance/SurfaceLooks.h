// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/appearance/AppearanceTable.h"
#include "citygml/geometry/PolygonReader.h"

#include <map>

namespace twin::citygml {

/// Gives surfaces the look that the appearances of their object and of the model state. One object a thread and file.
class SurfaceLooks {
public:
    SurfaceLooks(const QString& path, std::shared_ptr<const AppearanceTable> model);

    /// Forgets the appearances of the object before.
    void clear();
    /// Takes in an Appearance element of the object.
    void add(const pugi::xml_node& appearance, qint64 line, std::vector<Issue>& issues);
    /// To be called when all appearances of the object were added.
    void finish() { m_own.finish(); }
    /// @brief Sets appearance and texture coordinates of a surface; leaves them alone when nothing is stated.
    /// @param reader   that read the polygon last
    /// @param surface  with its polygon in the CRS of the source
    void apply(const PolygonSite& site, const PolygonReader& reader, Surface& surface);

private:
    struct Choice {
        const AppearanceTable::Use* material = nullptr;
        const AppearanceTable::Use* texture = nullptr;
        int theme = 0;
    };
    [[nodiscard]] Choice choose(const PolygonSite& site, std::string_view exterior) const;
    [[nodiscard]] std::shared_ptr<const SurfaceAppearance> lookOf(const Choice& choice, bool textured);

    QString m_path;
    TextureImages m_images;
    std::shared_ptr<const AppearanceTable> m_model;
    AppearanceTable m_own;
    /// Looks that many surfaces share, also across objects: colours, transparency and image as text.
    std::map<QString, std::shared_ptr<const SurfaceAppearance>> m_shared;
};

} // namespace twin::citygml
