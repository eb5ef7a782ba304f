// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"
#include "tiles3d/GltfDocument.h"

#include <map>

namespace twin::tiles3d {

/// How a primitive looks (glTF 2.0 §3.9), as far as it is drawn.
struct Material {
    FaceClass faceClass = FaceClass::Generic;
    std::array<double, 4> baseColour{1, 1, 1, 1};             ///< linear, straight alpha
    std::int32_t image = -1;                                  ///< into TileContent::images
    std::size_t textureSet = 0;                               ///< which TEXCOORD_n
    std::array<double, 6> textureTransform{1, 0, 0, 1, 0, 0}; ///< u' = [0]u + [2]v + [4], v' = [1]u + [3]v + [5]
    bool doubleSided = false;
    bool seeThrough = false; ///< alpha counts
};

/// The materials of an asset; decodes each image once, when a primitive first shows it. Used by one thread.
class Materials {
public:
    Materials(GltfDocument& document, TileContent& content) : m_document(document), m_content(content) {}

    /// @returns the material of a primitive; the default look when it names none. An image that cannot be decoded is
    ///          left out: geometry must not be lost for it.
    [[nodiscard]] const Material& of(JsonValue primitive);

private:
    [[nodiscard]] Material read(JsonValue material);
    void readTexture(JsonValue textureInfo, Material& material);
    [[nodiscard]] std::int32_t imageOf(std::size_t texture);
    [[nodiscard]] std::int32_t decode(std::size_t image);

    GltfDocument& m_document;
    TileContent& m_content;
    std::map<std::size_t, Material> m_materials;
    std::map<std::size_t, std::int32_t> m_images; ///< by the asset's number; −1: cannot be shown
    qint64 m_pixels = 0;
};

} // namespace twin::tiles3d
